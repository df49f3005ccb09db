"""行政应诉: suggestions of courts and procuratorates (司法建议、检察建议), answered in writing in time."""

from django.db.models import Q

from fazhi.engine.answer import Answer
from fazhi.engine.condition import filled, same
from fazhi.engine.deadline import Deadline
from fazhi.engine.procedure import Gate, Move, Procedure
from fazhi.law import Citation, Days, Months, by_law
from fazhi.law.editions import JUDICIAL_SUGGESTION_2023 as JUDICIAL
from fazhi.law.editions import LITIGATION_2014 as LAW
from fazhi.law.editions import LITIGATION_INTERPRETATION_2018 as INTERPRETATION
from fazhi.law.editions import PROCURATORIAL_SUGGESTION_2019 as PROCURATORIAL
from fazhi.law.editions import PUBLIC_INTEREST_LITIGATION_2018 as PUBLIC_INTEREST
from fazhi.organs.role import Role
from fazhi.workstreams.litigation.models.registers import (
    Adoption,
    Escalation,
    Issuer,
    SuggestionKind,
    SuggestionStep,
)

HANDLER, PARTY, BODY_HEAD, HEAD = Role.HANDLER, Role.PARTY, Role.BODY_HEAD, Role.HEAD
S, K = SuggestionStep, SuggestionKind
BASIS: tuple[Citation, ...] = (
    LAW.art(25, 4),
    LAW.art(64),
    LAW.art(66, 2),
    LAW.art(96, 1, 4),
    JUDICIAL.whole(),
    PROCURATORIAL.whole(),
)
"""What lets a court or a procuratorate suggest, whichever kind it is."""

COURT, PROCURATORATE = Q(issuer=Issuer.COURT), Q(issuer=Issuer.PROCURATORATE)
PUBLIC = Q(kind=K.PUBLIC_INTEREST)
GOVERNANCE = Q(kind=K.GOVERNANCE)
NORM = Q(kind=K.NORM)
OTHER_PROCURATORIAL = Q(kind__in=(K.SUPERVISION, K.SOCIAL))
COURT_OTHER_THAN_NORM = Q(kind__in=(K.GOVERNANCE, K.CASE))
URGENT, NOT_URGENT = Q(urgent=Answer.YES), Q(urgent__in=(Answer.UNKNOWN, Answer.NO))
DAY_IN_LETTER, NO_DAY_IN_LETTER = filled("reply_by_on"), Q(reply_by_on__isnull=True)
ADOPTED = Q(adoption__in=(Adoption.ADOPTED, Adoption.PARTLY))
REPLIED = filled("replied_on")
REPLIED_IN_TIME = REPLIED & (Q(reply_due_on__isnull=True) | same("replied_on", "reply_due_on", "lte"))
RECTIFIED = filled("verified_on")
FITS = (
    Q(issuer=Issuer.COURT, kind__in=(K.GOVERNANCE, K.CASE, K.NORM))
    | Q(issuer=Issuer.PROCURATORATE, kind__in=(K.PUBLIC_INTEREST, K.SUPERVISION, K.SOCIAL))
)  # fmt: skip

# fmt: off
KIND = Gate("kind", "应当查明建议的发出机关和种类：回复期限由此而定",
    FITS, *BASIS, remedy="请登记“发出机关”和“种类”")
ANSWERED_FOR = Gate("answered_for", "应当逐项说明采纳情况和办理措施；不采纳的，说明理由",
    (ADOPTED & Q(measures__gt="")) | Q(adoption=Adoption.NOT_ADOPTED, adoption_reason__gt=""), *BASIS,
    remedy="请登记“采纳”和“办理措施”；不采纳的，请填写理由")
IN_WRITING = Gate("in_writing", "应当书面回复，写明回复文号",
    Q(reply_number__gt=""), JUDICIAL.art(8), INTERPRETATION.art(149), PUBLIC_INTEREST.art(21),
    PROCURATORIAL.whole(), remedy="请填写“回复文号”")
REPLY_FIRST = Gate("reply_first", "每一件建议都应当书面回复后，才可以办结",
    REPLIED, *BASIS, remedy="请先登记“书面回复日期”")
PUBLIC_INTEREST_RESTORED = Gate("restored", "公益诉讼检察建议应当依法履职、整改到位后，才可以办结",
    Q(kind__in=(K.GOVERNANCE, K.CASE, K.NORM, K.SUPERVISION, K.SOCIAL)) | RECTIFIED | filled("escalated_on"),
    LAW.art(25, 4), PUBLIC_INTEREST.art(21), remedy="请先登记“核实整改到位日期”")
ESCALATION = Gate("escalation", "被起诉或者上报的，应当写明后续处理",
    Q(escalation__in=(Escalation.SUED, Escalation.REPORTED)), *BASIS, remedy="请选择“后续处理”")
OBJECTION = Gate("objection", "对检察建议可以提出异议",
    PROCURATORATE, PROCURATORIAL.art(23), remedy="请核对“发出机关”；对司法建议的意见在书面回复中说明")

MOVES = (
    Move("assign", "交办", (S.RECEIVED,), S.ASSIGNED, *BASIS, who=(HANDLER, BODY_HEAD), sets="assigned_on",
         fields=("issuer", "kind", "urgent", "reply_by_on", "handling"), needs=("handling",), gates=(KIND,)),
    Move("object", "提出异议", (S.RECEIVED, S.ASSIGNED), None, PROCURATORIAL.art(23), who=(HANDLER, HEAD),
         sets="objected_on", gates=(OBJECTION,)),
    Move("handle", "办理", (S.ASSIGNED,), S.HANDLED, *BASIS, who=(PARTY, HANDLER), sets="handled_on",
         fields=("adoption", "adoption_reason", "measures"), gates=(ANSWERED_FOR,)),
    Move("reply", "书面回复", (S.HANDLED,), S.REPLIED, *BASIS, who=(PARTY, HANDLER), sets="replied_on",
         fields=("reply_number",), evidence=("书面回复",), gates=(ANSWERED_FOR, IN_WRITING)),
    Move("verify", "核实整改到位", (S.REPLIED, S.ESCALATED), S.VERIFIED, *BASIS, who=(HANDLER, BODY_HEAD),
         sets="verified_on", gates=(REPLY_FIRST,)),
    Move("escalate", "被起诉或者上报", (S.ASSIGNED, S.HANDLED, S.REPLIED), S.ESCALATED, *BASIS, who=HANDLER,
         sets="escalated_on", fields=("escalation",), gates=(ESCALATION,)),
    Move("close", "办结", (S.REPLIED, S.VERIFIED, S.ESCALATED), S.CLOSED, *BASIS, who=(HANDLER, BODY_HEAD),
         sets="closed_on", gates=(REPLY_FIRST, PUBLIC_INTEREST_RESTORED)),
)
DEADLINES = (
    # 建议书载明期限的，以载明的日期为准；没有载明的，一般不超过两个月。
    Deadline("governance", "书面回复综合治理类司法建议", rule="LT-T12", who=(PARTY, HANDLER),
        when=GOVERNANCE & NO_DAY_IN_LETTER, starts="received_on", met=("replied_on",), writes="reply_due_on",
        period=by_law((JUDICIAL.art(8), Months(2)))),
    Deadline("judicial", "书面回复司法建议（建议书载明的日期）", rule="LT-T12/2", who=(PARTY, HANDLER),
        when=COURT_OTHER_THAN_NORM, starts="reply_by_on", met=("replied_on",), writes="reply_due_on",
        period=by_law((JUDICIAL.art(8), Days(0)))),
    Deadline("send_norm", "法院发出规范性文件司法建议", rule="LT-T13", watch=True, when=NORM,
        starts="judgment_effective_on", met=("sent_on", "received_on"),
        period=by_law((INTERPRETATION.art(149), Months(3)))),
    Deadline("norm", "书面答复规范性文件司法建议", rule="LT-T13/2", who=(PARTY, HANDLER), when=NORM,
        starts="received_on", met=("replied_on",), writes="reply_due_on",
        period=by_law((INTERPRETATION.art(149), Days(60)))),
    Deadline("public_interest", "履职并书面回复公益诉讼检察建议", rule="LT-T14", who=(PARTY, HANDLER),
        when=PUBLIC & NOT_URGENT, starts="received_on", met=("replied_on",), writes="reply_due_on",
        period=by_law((PUBLIC_INTEREST.art(21), Months(2)))),
    Deadline("public_interest_urgent", "书面回复公益诉讼检察建议（损害继续扩大等紧急情形）",
        rule="LT-T14/2", who=(PARTY, HANDLER), when=PUBLIC & URGENT, starts="received_on",
        met=("replied_on",), writes="reply_due_on", period=by_law((PUBLIC_INTEREST.art(21), Days(15)))),
    Deadline("procuratorial", "办理并书面回复检察建议", rule="LT-T15", who=(PARTY, HANDLER),
        when=OTHER_PROCURATORIAL & NO_DAY_IN_LETTER, starts="received_on", met=("replied_on",),
        writes="reply_due_on", period=by_law((PROCURATORIAL.whole(), Months(2)))),
    Deadline("procuratorial_urgent", "书面回复检察建议（因情况紧急在建议书中确定的日期）",
        rule="LT-T15/2", who=(PARTY, HANDLER), when=OTHER_PROCURATORIAL, starts="reply_by_on",
        met=("replied_on",), writes="reply_due_on", period=by_law((PROCURATORIAL.whole(), Days(0)))),
)
# fmt: on

SUGGESTION_PROCEDURE = Procedure(
    steps=S,
    start=S.RECEIVED,
    ends=(S.CLOSED,),
    moves=MOVES,
    deadlines=DEADLINES,
    law_day=("received_on",),
    law_day_basis="docs/decisions/0003-the-law-day.md",
)
