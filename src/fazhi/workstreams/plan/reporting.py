"""计划·督察·考核: the annual report from the drafting notice to the archive, with its fixed dates."""

from django.db.models import Q

from fazhi.engine.answer import Answer
from fazhi.engine.condition import filled, linked, part, same
from fazhi.engine.deadline import Deadline
from fazhi.engine.procedure import Gate, Move, Procedure
from fazhi.law import AnyPeriod, ByLaw, Days, FixedDay, by_law
from fazhi.law.editions import LOCAL, OUTLINE_2015, SUPERVISION_2019
from fazhi.organs.role import Role
from fazhi.workstreams.plan.bases import LAW_DAY, REPORTED, REPORTED_2019
from fazhi.workstreams.plan.models.reports import BlockKind, Recipient, ReportKind, ReportStep, Secrecy

HANDLER, COORDINATOR, REVIEWER = Role.HANDLER, Role.COORDINATOR, Role.REVIEWER
BODY_HEAD, HEAD = Role.BODY_HEAD, Role.HEAD
OFFICE = (HANDLER, COORDINATOR)
S, K, R = ReportStep, ReportKind, Recipient
ARTICLE = SUPERVISION_2019.art(24)
OLD = OUTLINE_2015.whole()
YES = Answer.YES


def of(*kinds: ReportKind) -> Q:
    """Reports of these kinds."""
    return Q(kind__in=kinds)


def sent(*recipients: Recipient) -> Q:
    """The report has gone to each of them by the day it counts as reported."""
    every = Q()
    for recipient in recipients:
        every &= part("plan.Delivery", Q(recipient=recipient))
    return every


def block(*kinds: BlockKind) -> Q:
    """The report has each of these contents, and none of them is empty."""
    every = Q()
    for kind in kinds:
        every &= part("plan.Block", Q(kind=kind, text__gt=""))
    return every


# fmt: off
YEAR_END = Gate("year_end", "年度报告应当确定报告年度", Q(year_end_on__month=12, year_end_on__day=31),
    *REPORTED, remedy="请登记“报告年度末日”（12月31日）")
KIND = Gate("kind", "应当确定由谁报告", Q(kind__in=[one for one in K if one != K.UNDECIDED]), *REPORTED,
    remedy="请选择“种类”：报送对象和期限随之确定")
CONTENTS = Gate("contents", "报告应当有成效、不足和原因、主要负责人履职、下一年度安排等内容",
    block(BlockKind.RESULTS, BlockKind.SHORTCOMINGS, BlockKind.HEADS, BlockKind.PLANS) | of(K.AREA),
    *REPORTED_2019, remedy="请逐项登记报告内容")
CAUSES = Gate("causes", "存在的不足应当写明原因",
    part("plan.Block", Q(kind=BlockKind.SHORTCOMINGS, causes__gt="")) | of(K.AREA), *REPORTED_2019,
    remedy="请在“存在的不足和原因”中填写原因")
BOTH_HEADS = Gate("both_heads", "应当写明党政主要负责人履行推进法治建设第一责任人职责的情况",
    Q(party_head_acts__gt="", government_head_acts__gt="")
    | Q(government_head_acts__gt="") & of(K.DEPARTMENT) | of(K.AREA),
    *REPORTED_2019, remedy="请填写党委和政府主要负责人的履职；部门填写行政主要负责人的履职")
SOURCED = Gate("sourced", "报告的每个数字应当有记录或者佐证", Q(sourced=YES), *REPORTED,
    remedy="请核对数字的来源后，登记为“是”")
CONFIRMED = Gate("confirmed", "数字应当经报送单位以外的人核对，并经各单位确认", Q(confirmed=YES), *REPORTED,
    remedy="请登记“各单位已确认”")
SECRECY = Gate("secrecy", "公开以前应当经保密审查",
    same("secrecy_on", "published_on", "lte") & Q(secrecy__in=(Secrecy.PUBLIC, Secrecy.CUT)), *REPORTED,
    remedy="请登记保密审查的日期和结果")
PRIVACY = Gate("privacy", "公开以前应当检查个人信息", Q(privacy=YES), *REPORTED,
    remedy="请检查后登记“个人信息已检查”")
SIGNED = Gate("signed", "报告应当经会议审定，由主要负责人签发", Q(signer__gt="")
    & (Q(meeting__gt="") | linked("leadership.agenda_item", filled("discussed_on"))), *REPORTED,
    remedy="请填写“签发人”；再关联会议已经审议的议题，或者填写“审定会议”")
RECIPIENTS_2015 = Gate("recipients_2015",
    "应当向同级党委、人大常委会和上一级政府报告；部门向本级政府和上一级部门报告",
    sent(R.PARTY_COMMITTEE, R.CONGRESS, R.UPPER) & of(K.GOVERNMENT)
    | sent(R.GOVERNMENT, R.UPPER_DEPARTMENT) & of(K.DEPARTMENT)
    | of(K.JOINT, K.TOWNSHIP, K.PROVINCE, K.AREA), OLD,
    remedy="请逐一登记报送对象")
RECIPIENTS = Gate("recipients", "应当向每个法定对象报告，并抄送督察单位",
    sent(R.PARTY_COMMITTEE, R.CONGRESS, R.UPPER, R.UPPER_OFFICE) & of(K.GOVERNMENT)
    | sent(R.PARTY_COMMITTEE, R.GOVERNMENT, R.UPPER_DEPARTMENT, R.OFFICE) & of(K.DEPARTMENT)
    | sent(R.UPPER, R.UPPER_OFFICE) & of(K.JOINT, K.TOWNSHIP)
    | sent(R.CENTRE, R.CENTRAL_OFFICE) & of(K.PROVINCE)
    | sent(R.UPPER) & of(K.AREA), ARTICLE,
    remedy="请逐一登记报送对象和抄送单位")
SAME_TEXT = Gate("same_text", "公开的文本应当与报送的一致（国家秘密除外），并登记网址和摘要值",
    Q(same_text=YES, url__gt="", text_hash__gt=""), *REPORTED,
    remedy="请登记公开网址、文本摘要值和是否一致")
CORRECTION = Gate("correction", "更正应当写明内容", Q(correction__gt=""), *REPORTED,
    remedy="请填写“更正内容”")
CARRIED = Gate("carried", "归档以前，问题和下一年度安排应当转为任务",
    linked("plan.problem") | linked("plan.promise") | linked("plan.task") | Q(next_year__gt=""), *REPORTED,
    remedy="请登记存在问题、年度承诺或者下一年度任务，并与本报告关联；或者写明下一年度任务")

MOVES = (
    Move("notify", "发出起草通知", (S.PLANNED,), S.COLLECTING, *REPORTED, who=OFFICE, sets="notified_on",
         fields=("units",), gates=(YEAR_END, KIND)),
    Move("draft", "完成起草", (S.COLLECTING,), S.DRAFTED, *REPORTED, who=HANDLER, sets="drafted_on",
         fields=("sourced", "party_head_acts", "government_head_acts"),
         gates=(CONTENTS, CAUSES, BOTH_HEADS, SOURCED)),
    Move("redo", "退回修改", (S.DRAFTED, S.REVIEWED), S.COLLECTING, *REPORTED,
         who=(REVIEWER, BODY_HEAD, HEAD), sets="returned_on", fields=("sent_back_why",),
         needs=("sent_back_why",), apart=("draft",)),
    Move("review", "审核", (S.DRAFTED,), S.REVIEWED, *REPORTED, who=(REVIEWER, BODY_HEAD),
         sets="reviewed_on", fields=("confirmed", "secrecy_on", "secrecy_by", "secrecy", "privacy"),
         gates=(CONFIRMED, PRIVACY), apart=("draft",)),
    Move("approve", "审定签发", (S.REVIEWED,), S.APPROVED, *REPORTED, who=HEAD, sets="approved_on",
         fields=("meeting", "signer", "document_number"), gates=(SIGNED,), apart=("draft",)),
    Move("report", "报送", (S.APPROVED,), S.REPORTED, *REPORTED, who=OFFICE, sets="reported_on",
         gates=(RECIPIENTS_2015, RECIPIENTS)),
    Move("take_back", "上级退回", (S.REPORTED,), S.COLLECTING, *REPORTED, who=OFFICE, sets="sent_back_on",
         fields=("sent_back_why",), needs=("sent_back_why",), writes=(("reported_on", None),)),
    Move("publish", "公开", (S.REPORTED,), S.PUBLISHED, *REPORTED, who=OFFICE, sets="published_on",
         fields=("url", "text_hash", "same_text"), gates=(SECRECY, SAME_TEXT)),
    Move("correct", "更正公开文本", (S.PUBLISHED,), None, *REPORTED, who=OFFICE, sets="corrected_on",
         fields=("correction",), gates=(CORRECTION,)),
    Move("archive", "归档", (S.PUBLISHED,), S.ARCHIVED, *REPORTED, who=OFFICE, sets="closed_on",
         fields=("next_year",), gates=(CARRIED,)),
)
MARCH: ByLaw[AnyPeriod] = by_law((ARTICLE, FixedDay(3, 1, before=True)))
APRIL: ByLaw[AnyPeriod] = by_law((ARTICLE, FixedDay(4, 1, before=True)))
QUARTER: ByLaw[AnyPeriod] = by_law((OLD, FixedDay(3, 31)))
UPWARD = of(K.GOVERNMENT, K.DEPARTMENT)


def yearly(key: str, label: str, rule: str, period: ByLaw[AnyPeriod], when: Q,
           met: str = "reported_on", *, local: bool = False) -> Deadline:
    """A date of the year after the reported one."""
    writes = "report_due_on" if met == "reported_on" else "publish_due_on"
    return Deadline(key, label, rule=rule, who=OFFICE, when=when, starts="year_end_on", met=(met,),
        writes=writes, local=local, period=period)


DEADLINES = (
    yearly("department", "部门报送年度报告", "AR-T1", MARCH, of(K.DEPARTMENT)),
    yearly("own_level", "向同级党委、人大常委会报告", "AR-T2", MARCH, of(K.GOVERNMENT)),
    yearly("upward", "向上一级党委和政府报告", "AR-T3", MARCH, of(K.JOINT, K.GOVERNMENT, K.TOWNSHIP)),
    yearly("province", "向党中央、国务院报告", "AR-T4", APRIL, of(K.PROVINCE)),
    yearly("publish", "公开年度报告", "AR-T5", APRIL,
           of(K.JOINT, K.GOVERNMENT, K.TOWNSHIP, K.DEPARTMENT, K.PROVINCE), "published_on"),
    yearly("area", "全国示范地区报告进展", "AR-T6", by_law((LOCAL.whole(), FixedDay(1, 31))), of(K.AREA),
           local=True),
    yearly("first_quarter", "第一季度报告", "AR-T7", QUARTER, UPWARD),
    yearly("first_quarter_publish", "第一季度公开", "AR-T7/2", QUARTER, UPWARD, "published_on"),
    Deadline("local", "本地规定的报送期限", rule="AR-T8", who=OFFICE, starts="local_due_on",
        met=("reported_on",), period=by_law((LOCAL.whole(), Days(0)))),
)
# fmt: on

REPORT_PROCEDURE = Procedure(
    steps=S,
    start=S.PLANNED,
    ends=(S.ARCHIVED,),
    moves=MOVES,
    deadlines=DEADLINES,
    law_day=("year_end_on",),
    law_day_basis=LAW_DAY,
)
