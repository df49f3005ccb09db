"""行政规范性文件: the documents (文书) of making, filing, ending and clean-up, and answers about them."""

from django.db.models import Q

from fazhi.engine.condition import filled
from fazhi.engine.paper import Line, Listing, Paper
from fazhi.engine.register import NumberLine
from fazhi.law import Citation
from fazhi.law.editions import ARL_2023 as RECONSIDERATION
from fazhi.law.editions import BUSINESS_ENVIRONMENT_2019 as OPERATORS
from fazhi.law.editions import DISCLOSURE_2008, DISCLOSURE_2019, LOCAL
from fazhi.law.editions import DOCUMENTS_2018 as DOC37
from fazhi.law.editions import LEGALITY_REVIEW_2018 as DOC115
from fazhi.law.editions import LITIGATION_INTERPRETATION_2018 as INTERPRETATION
from fazhi.workstreams.normative import conditions as c
from fazhi.workstreams.normative.models.choices import Ending, ObjectionKind, Verdict

Cites = tuple[Citation, ...]
DOCUMENT_LINE = NumberLine("document", "{mark}规〔{year}〕{n}号")
MAKING = (DOC37.whole(), LOCAL.whole())
DISCLOSED = (DISCLOSURE_2008.art(18), DISCLOSURE_2019.art(26))
BLANK = "＿＿＿＿＿＿＿＿"
"""What no column says: written in by hand after download."""
BY_OPERATORS = c.FOR_OPERATORS & Q(law_on__gte=OPERATORS.in_force)
BY_NOTICE = c.NOT_KNOWN_FOR_OPERATORS | (c.FOR_OPERATORS & Q(law_on__lt=OPERATORS.in_force))


def judged(number: str, verdict: Verdict) -> Listing:
    """The documents of the round that have this verdict."""
    return Listing(
        "normative.clean_up",
        ("subject", "document_number", "reason"),
        empty=f"{number}、{verdict.label}的文件：无。",
        where=Q(verdict=verdict) & filled("judged_on"),
        order=("document_number", "subject"),
        named=("round_name", "name"),
    )


def by_subject(text: str, operators: Cites, others: Cites) -> tuple[Line, Line]:
    """The line by the articles on documents that concern market operators, and by the general ones."""
    return Line(text, BY_OPERATORS, cites=operators), Line(text, BY_NOTICE, cites=others)


# A paper reads as its text: placeholders are columns of the record.
# fmt: off

COMMENT_NOTICE = Paper("comment_notice", "公开征求意见公告", *MAKING, OPERATORS.art(62, 2),
    since="comment_from_on", remedy="请先办理“公开征求意见”", title="关于{subject}公开征求意见的公告", text=(
        *by_subject("根据{articles}，现就{subject}（征求意见稿）向社会公开征求意见。",
                    (OPERATORS.art(62, 2),), MAKING),
        "一、期限：自{comment_from_on}起至{comment_to_on}止。",
        Line("缩短期限的理由：{consultation_why}。", c.PUBLIC, loose=True),
        "二、征求意见稿及其说明：{comment_url}。",
        "三、提出意见的方式：信函寄" + BLANK + "；电子邮件发" + BLANK + "。",
        Line("起草单位：{drafter}。", loose=True),
        "联系人、联系电话：" + BLANK))
FEEDBACK = Paper("feedback", "意见采纳情况反馈", *MAKING, OPERATORS.art(62, 2), since="comment_feedback_on",
    remedy="请先办理“反馈意见采纳情况”", title="关于{subject}公开征求意见采纳情况的公告", text=(
        ("{subject}（征求意见稿）自{comment_from_on}起至{comment_to_on}止向社会公开征求意见，"
        "收到意见{comments}条，采纳{comments_adopted}条。"),
        *by_subject("根据{articles}，现予反馈。", (OPERATORS.art(62, 2),), MAKING),
        Line("未采纳的意见及理由：{comments_rejected_why}。", loose=True)))
REVIEW_REQUEST = Paper("review_request", "合法性审核送审函", DOC115.whole(), *MAKING, since="review_sent_on",
    by="drafter", remedy="请先办理“送合法性审核”", title="关于送请审核{subject}（送审稿）合法性的函",
    to="{review_body}：", text=(
        "本单位起草的{subject}（送审稿），根据{articles}，现送请进行合法性审核。",
        "一、制定依据：{basis}。",
        "二、评估论证：于{assessed_on}完成。",
        Line("三、征求意见：{consultation}，收到意见{comments}条，采纳{comments_adopted}条。", c.PUBLIC),
        Line("三、征求意见：{consultation}，理由：{consultation_why}。", c.EXEMPT),
        "四、公平竞争审查：{competition}，于{special_on}完成专项审查。",
        "五、起草单位内部法核：于{checked_on}完成。",
        "附件：1. 送审稿及其说明",
        "　　　2. 制定依据",
        "　　　3. 征求意见和采纳情况、专项审查结论等材料"))
PROMULGATION = Paper("promulgation", "规范性文件公布公告", *MAKING, OPERATORS.art(64, 2),
    *DISCLOSED, since="published_on", remedy="请先办理“公布”",
    title="关于公布{subject}的公告", text=(
        Line("{subject}（{document_number}）已经{meeting}于{decided_on}审议{passed}，由{signer}签署。",
             c.RESULT_NOTED),
        Line("{subject}（{document_number}）已于{decided_on}经会议审议通过，由{signer}签署。",
             c.NO_RESULT_NOTED),
        *by_subject("根据{articles}，现予公布，自{effective_on}起施行。",
                    (OPERATORS.art(64, 2), *DISCLOSED), (DOC37.whole(), *DISCLOSED)),
        Line("规范性文件编号：{number}。", Q(number__gt="")),
        Line("有效期至{validity_ends_on}。", loose=True),
        Line("解读：{interpretation_url}。", loose=True),
        "附件：{subject}"))
INTERPRETATION_PAPER = Paper("interpretation", "规范性文件解读", *MAKING, since="interpreted_on",
    remedy="请先办理“发布解读”", title="{subject}解读", text=(
        "一、制定的背景和依据：{basis}。",
        ("二、制定的过程：于{drafted_on}完成起草，经征求意见、合法性审核（{review_number}）和集体审议，"
        "于{published_on}公布。"),
        "三、主要内容：" + BLANK + "。",
        "四、施行日期：{effective_on}。",
        Line("有效期至{validity_ends_on}。", loose=True)))
FILING = Paper("filing", "规范性文件备案报告", *MAKING, since="filed_on", remedy="请先办理“向上级备案”",
    title="关于{subject}备案的报告", to="{filed_to}：", text=(
        Line("{subject}（{document_number}）已经{meeting}于{decided_on}审议{passed}，于{published_on}公布，"
             "自{effective_on}起施行。", c.RESULT_NOTED),
        Line("{subject}（{document_number}）已于{decided_on}经会议审议通过，于{published_on}公布，"
             "自{effective_on}起施行。", c.NO_RESULT_NOTED),
        "根据{articles}，现报请备案。",
        "附件：1. 正式文本",
        "　　　2. 说明",
        "　　　3. 制定依据",
        "　　　4. 合法性审核意见（{review_number}）",
        "　　　5. 电子文本"))
CONGRESS_FILING = Paper("congress_filing", "向人大常委会备案报告", LOCAL.whole(), since="congress_filed_on",
    when=c.OF_GOVERNMENT, remedy="请先办理“向人大常委会备案”；政府和政府办公厅（室）的文件才报送",
    title="关于{subject}备案的报告", to=BLANK + "人民代表大会常务委员会：", text=(
        "{subject}（{document_number}）已于{published_on}公布，自{effective_on}起施行。",
        "根据{articles}，现报请备案。",
        "附件：1. 正式文本",
        "　　　2. 说明",
        "　　　3. 制定依据",
        "　　　4. 合法性审核意见（{review_number}）"))
RENEWAL = Paper("renewal", "延续有效期公告", LOCAL.whole(), since="renewed_on", remedy="请先办理“延续有效期”",
    title="关于延续{subject}有效期的公告", text=(
        "{subject}（{document_number}）经评估，结论为{evaluation}。",
        "根据{articles}，有效期延续至{expires_on}。"))
ABOLITION = Paper("abolition", "废止公告", LOCAL.whole(), since="ended_on", when=Q(ending=Ending.ABOLISHED),
    remedy="请先办理“废止”", title="关于废止{subject}的公告", text=(
        ("{subject}（{document_number}）自{effective_on}起施行。根据{articles}，"
        "决定自{ended_on}起废止。原因：{ending_ground}。"),
        "自废止之日起，不再作为行政管理的依据。"))
INVALIDITY = Paper("invalidity", "宣布失效公告", LOCAL.whole(), since="ended_on",
    when=Q(ending=Ending.INVALID), remedy="请先办理“宣布失效”", title="关于宣布{subject}失效的公告", text=(
        ("{subject}（{document_number}）自{effective_on}起施行。根据{articles}，"
        "宣布自{ended_on}起失效。原因：{ending_ground}。"),
        "自失效之日起，不再作为行政管理的依据。"))
CLEAN_UP_RESULT = Paper("clean_up_result", "清理结果公告", *MAKING, since="approved_on",
    remedy="请先办理“审议清理结果”", title="关于{name}结果的公告", text=(
        "根据{articles}，本机关于{begun_on}启动{name}。",
        Line("清理范围：{scope}。", loose=True),
        Line("共清理文件{papers}件。", Q(papers__gt=0)),
        Line("清理结果已经{meeting}于{approved_on}审议通过，现予公布。", c.NOTED),
        Line("清理结果已于{approved_on}经会议审议通过，现予公布。", c.NOT_NOTED),
        *(Line(f"{n}、{verdict.label}的文件：", lists=judged(n, verdict)) for n, verdict in (
             ("一", Verdict.KEEP), ("二", Verdict.CHANGE), ("三", Verdict.ABOLISH), ("四", Verdict.INVALID))),
        "废止、宣布失效的文件，自公布之日起不再作为行政管理的依据。"))
CORRECTION = Paper("correction", "备案审查意见书", LOCAL.whole(), since="demanded_on", to="{sender}：",
    when=c.OF_FILING & c.NOT_LAWFUL, remedy="请先办理“要求制定机关纠正”", text=(
        "你单位报送备案的{subject}，本机关于{received_on}收到，于{concluded_on}完成审查。",
        "经审查，结论为：{result}。",
        Line("意见文号：{number_given}。", loose=True),
        Line("{Remark.remark}", each="Remark", loose=True),
        "根据{articles}，请自行纠正，并书面报告处理情况。",
        Line("报告期限至{due:correct}届满。", loose=True)))
OBJECTION_REPLY = Paper("objection_reply", "审查建议答复函", LOCAL.whole(), INTERPRETATION.art(149),
    RECONSIDERATION.art(58, 1), RECONSIDERATION.art(60), since="answered_on", remedy="请先办理“书面答复”",
    title="关于{subject}审查建议的答复", to=BLANK + "：", text=(
        Line("来文（{letter_number}）于{received_on}收悉。", Q(letter_number__gt="")),
        Line("审查建议于{received_on}收悉。", Q(letter_number="")),
        Line("建议审查的条款：{clause}。", loose=True),
        *(Line("根据{articles}，经研究，意见为：{finding}。", Q(kind=kind), cites=cites) for kind, cites in (
            (ObjectionKind.CITIZEN, (LOCAL.whole(),)),
            (ObjectionKind.COURT, (INTERPRETATION.art(149),)),
            (ObjectionKind.EXPLAIN, (RECONSIDERATION.art(58, 1),)),
            (ObjectionKind.TRANSFER, (RECONSIDERATION.art(60),)))),
        "{answer}。",
        Line("有关内容已于{corrected_on}纠正。", loose=True)))
# fmt: on

DOCUMENT_PAPERS = (
    COMMENT_NOTICE,
    FEEDBACK,
    REVIEW_REQUEST,
    PROMULGATION,
    INTERPRETATION_PAPER,
    FILING,
    CONGRESS_FILING,
    RENEWAL,
    ABOLITION,
    INVALIDITY,
)
ROUND_PAPERS = (CLEAN_UP_RESULT,)
REVIEW_PAPERS = (CORRECTION,)
OBJECTION_PAPERS = (OBJECTION_REPLY,)
