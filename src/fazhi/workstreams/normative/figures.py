"""行政规范性文件: the figures we count, the sentences we report."""

from django.db.models import Q

from fazhi.engine.condition import filled
from fazhi.engine.figures.kinds import Count, Indicator, Ratio, Share, Stock, Sum
from fazhi.engine.figures.sentence import Sentence, any_of, says
from fazhi.workstreams.normative import conditions as c
from fazhi.workstreams.normative.models.choices import Ending, Paper, Verdict

# fmt: off

# 制定与备案

ISSUED = Count("issued", "制发规范性文件", on="issued_on",
    says=("制发|制定|出台|印发|制定出台|新制定|制定印发|发布 规范性文件|行政规范性文件",))
REVIEW_RATE = Share("review_rate", "规范性文件合法性审核率（经审核合法/制发）", whole=ISSUED,
    where=c.FOUND_LAWFUL,
    says=("规范性文件合法性审核率|规范性文件合法性审查率|规范性文件审查率|规范性文件审核率",))
PUBLISHED = Count("published", "公布规范性文件", on="published_on",
    says=("公布 规范性文件|行政规范性文件",))
INTERPRETED = Count("interpreted", "解读规范性文件", on="interpreted_on",
    says=("解读 规范性文件|行政规范性文件",))
FILED = Count("filed", "报备规范性文件", on="filed_on",
    says=("报备|备案|报送备案|上报备案|向市政府备案|报备行政 规范性文件|行政规范性文件",
        "规范性文件 备案|报备"))
CONGRESS_FILED = Count("congress_filed", "向人大常委会备案的规范性文件", on="congress_filed_on",
    says=("向人大常委会备案规范性文件|向人大常委会报备规范性文件|向人大常委会备案行政规范性文件",))
FILING_RATE = Share("filing_rate", "报备率（已报备/公布）", whole=PUBLISHED, where=filled("filed_on"),
    says=("报备率", "规范性文件报备率|规范性文件备案率"))
TIMELY_RATE = Share("filing_timely_rate", "报备及时率（按期报备/报备）", whole=FILED, where=c.FILED_IN_TIME,
    says=("报备及时率|规范性文件报备及时率|备案及时率", "及时率 &报备"))
FORM_RATE = Share("filing_form_rate", "报备规范率（一次准予备案/报备）", whole=FILED,
    where=c.ACCEPTED_AT_ONCE, says=("报备规范率|备案规范率", "规范率 &报备"))
IN_FORCE = Stock("in_force", "现行有效规范性文件", since="effective_on", until="ended_on",
    says=("现行有效 规范性文件|行政规范性文件", "现行有效的规范性文件|现行有效的行政规范性文件"))
EVALUATED = Count("evaluated", "后评估规范性文件", on="evaluated_on",
    says=("后评估 规范性文件|行政规范性文件", "规范性文件后评估"))
ENDED = Count("ended", "不再有效的规范性文件", on="ended_on")
ABOLISHED_ALL = Count("documents_abolished", "废止规范性文件（信息公开年报，含清理以外的）", on="ended_on",
    where=Q(ending=Ending.ABOLISHED), says=("当年废止 规范性文件|行政规范性文件",))

# 审查：各类相加等于审查办理的全部文件

PAPERS = Count("papers_reviewed", "审查办理各类文件", on="concluded_on", of="review",
    says=("审查办理 各类文件", "审查办理各类文件"))

def paper(key: str, kind: Paper, *words: str) -> Count:
    """Papers of one class, by the day on which their review was concluded."""
    return Count(key, f"审查{kind.label}", on="concluded_on", of="review", where=Q(kind=kind), says=words)


REVIEWED = paper("reviewed", Paper.NORMATIVE,
    "审查|审核|合法性审查|合法性审核|审查了 规范性文件|行政规范性文件", "规范性文件 合法性审核|合法性审查")
REFERRED = paper("papers_referred", Paper.REFERRED, "政府批转件及部门送审件|政府批转件、部门送审件")
CONSULTATIONS = paper("consultations_reviewed", Paper.CONSULTATION, "征求意见稿",
    "法规|规章|草案 征求意见|征求意见稿", "立法征求意见")
FILINGS = paper("filings_reviewed", Paper.FILING, "备案审查 规范性文件|行政规范性文件", "规范性文件备案审查",
    "备案文件")
OTHERS = paper("papers_other", Paper.OTHER)
UNCLASSED = paper("papers_unclassed", Paper.UNDECIDED)
PAPER_CLASSES = (REVIEWED, REFERRED, CONSULTATIONS, FILINGS, OTHERS, UNCLASSED)
FILINGS_RECEIVED = Count("filings_received", "收到备案文件", on="received_on", of="review", where=c.OF_FILING)
FILINGS_CORRECTED = Count("filings_corrected", "备案审查纠错", on="demanded_on", of="review",
    where=c.OF_FILING, says=("纠正备案文件|纠正违法备案文件", "备案审查纠错"))
FILINGS_ANNULLED = Count("filings_annulled", "备案审查责令停止执行或者撤销", on="annulled_on", of="review")

# 清理：四种结论与未作结论的相加等于清理的全部文件

ROUNDS = Count("rounds", "文件清理", on="approved_on", of="round", unit="次")
PAPERS_CLEANED = Sum("papers_cleaned", "清理各类文件", "papers", on="approved_on", of="round",
    says=("清理|全面清理|共清理 各类文件",))
CLEANED = Count("cleaned", "清理规范性文件", on="judged_on", of="clean_up",
    says=("清理|全面清理|共清理 规范性文件|行政规范性文件", "规范性文件 &清理各类文件"))

def verdict(key: str, label: str, given: Verdict, *words: str) -> Count:
    """Documents of which a clean-up said so."""
    return Count(key, label, on="judged_on", of="clean_up", where=Q(verdict=given), says=words)


ABOLISHED = verdict("annulled", "废止规范性文件", Verdict.ABOLISH,
    "废止|拟废止 规范性文件|行政规范性文件", "废止 &规范性文件")
LAPSED = verdict("lapsed", "失效规范性文件", Verdict.INVALID,
    "宣布失效|失效 规范性文件|行政规范性文件", "失效|宣布失效 &规范性文件")
CHANGED = verdict("changed", "修改规范性文件", Verdict.CHANGE,
    "修改|修订 规范性文件|行政规范性文件", "修改|修订 &规范性文件")
KEPT = verdict("kept", "继续有效规范性文件", Verdict.KEEP,
    "继续有效 规范性文件|行政规范性文件", "继续有效|继续执行|保留|继续保留 &规范性文件")
VERDICT_UNKNOWN = verdict("verdict_unknown", "清理而未登记结论的规范性文件", Verdict.UNDECIDED)
VERDICTS = (ABOLISHED, LAPSED, CHANGED, KEPT, VERDICT_UNKNOWN)

# 审查建议与计划

OBJECTIONS = Count("objections", "收到对规范性文件的审查建议", on="received_on", of="objection",
    says=("收到对规范性文件的审查建议|收到规范性文件审查建议",))
OBJECTIONS_ANSWERED = Count("objections_answered", "答复对规范性文件的审查建议", on="answered_on",
    of="objection", says=("答复对规范性文件的审查建议|答复规范性文件审查建议",))
LISTS_SENT = Count("lists_sent", "报送年度文件目录", on="sent_on", of="yearly_list", unit="份")
PLANNED = Count("planned", "列入规范性文件制定计划", on="planned_on", of="plan_item", unit="项",
    says=("列入规范性文件制定计划|列入行政规范性文件制定计划",))
PLAN_DONE = Count("plan_done", "完成规范性文件制定计划项目", on="done_on", of="plan_item", unit="项",
    says=("完成规范性文件制定计划项目|完成规范性文件制定计划",))
PLAN_RATE = Ratio("plan_rate", "规范性文件制定计划完成率（当年完成/当年列入）", over=PLAN_DONE, under=PLANNED,
    says=("规范性文件制定计划完成率",))

INDICATORS: tuple[Indicator, ...] = (
    ISSUED, REVIEW_RATE, PUBLISHED, INTERPRETED, FILED, CONGRESS_FILED, FILING_RATE, TIMELY_RATE, FORM_RATE,
    IN_FORCE, EVALUATED, ENDED, ABOLISHED_ALL, PAPERS, *PAPER_CLASSES, FILINGS_RECEIVED, FILINGS_CORRECTED,
    FILINGS_ANNULLED, ROUNDS, PAPERS_CLEANED, CLEANED, *VERDICTS, OBJECTIONS, OBJECTIONS_ANSWERED,
    LISTS_SENT, PLANNED, PLAN_DONE, PLAN_RATE,
)

SENTENCES = (
    Sentence("plan", "制定计划", (
        says(any_of("planned"),
             "列入规范性文件制定计划{planned}项，完成规范性文件制定计划项目{plan_done}项，"
             "规范性文件制定计划完成率{plan_rate}。"),
    )),
    Sentence("making", "制定", (
        says(any_of("issued"), "制发行政规范性文件{issued}件，规范性文件合法性审核率{review_rate}。"),
    )),
    Sentence("publication", "公布和解读", (
        says(any_of("published"), "公布规范性文件{published}件，解读规范性文件{interpreted}件。"),
    )),
    Sentence("papers", "审查办理", (
        says(any_of("papers_reviewed"),
             "审查办理各类文件{papers_reviewed}件，审查规范性文件{reviewed}件，"
             "政府批转件及部门送审件{papers_referred}件，征求意见稿{consultations_reviewed}件。"),
    )),
    Sentence("filing", "备案", (
        says(any_of("filed"),
             "报备行政规范性文件{filed}件，规范性文件报备率{filing_rate}，报备及时率{filing_timely_rate}，"
             "报备规范率{filing_form_rate}。"),
    )),
    Sentence("congress_filing", "向人大常委会备案", (
        says(any_of("congress_filed"), "向人大常委会备案规范性文件{congress_filed}件。"),
    )),
    Sentence("filing_review", "备案审查", (
        says(any_of("filings_corrected"),
             "备案审查行政规范性文件{filings_reviewed}件，纠正备案文件{filings_corrected}件。"),
        says(any_of("filings_reviewed"), "备案审查行政规范性文件{filings_reviewed}件。"),
    )),
    Sentence("clean_up", "清理", (
        says(any_of("cleaned"),
             "清理行政规范性文件{cleaned}件，废止{annulled}件，宣布失效{lapsed}件，修改{changed}件，"
             "继续有效{kept}件。"),
    )),
    Sentence("yearly", "信息公开年报", (
        says(any_of("documents_abolished"), "当年废止规范性文件{documents_abolished}件。"),
    )),
    Sentence("evaluation", "后评估", (
        says(any_of("evaluated"), "后评估规范性文件{evaluated}件。"),
    )),
    Sentence("objections", "审查建议", (
        says(any_of("objections"),
             "收到对规范性文件的审查建议{objections}件，答复对规范性文件的审查建议{objections_answered}件。"),
    )),
    Sentence("in_force", "现行有效", (
        says(any_of("in_force"), "现行有效行政规范性文件{in_force}件。"),
    )),
)
