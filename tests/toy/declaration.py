"""The permit's procedure, figures and register; two editions of an invented law."""

from datetime import date

from django.db.models import Q, TextChoices

from fazhi.engine.condition import filled, linked, part
from fazhi.engine.deadline import Deadline, Extension, deemed
from fazhi.engine.figures.kinds import Count, Distinct, Median, Ratio, Share, Stock, Sum
from fazhi.engine.figures.sentence import ALWAYS_SAID, Sentence, says, whole
from fazhi.engine.procedure import Gate, Move, Pause, Procedure
from fazhi.engine.register import AsOf, Column, Filter, NumberLine, PartSpec, Register, Workstream
from fazhi.law import Days, Law, Workdays, by_law
from fazhi.organs.models import Role
from tests.toy.models import Ground, Step, Weight

OLD = Law("示例许可法", edition="2000", in_force=date(2000, 1, 1), until=date(2020, 1, 1))
NEW = Law("示例许可法", edition="2019", in_force=date(2020, 1, 1))

LIGHT = Q(weight=Weight.LIGHT)
HEARD = part("toy.Hearing", Q(held_on__isnull=False))
ADVISED = linked("toy.opinion", Q(issued_on__isnull=False))

HEARING = Gate("hearing", "重大事项应当听证", LIGHT | HEARD, NEW.art(5), remedy="请先登记听证日期")
OPINION = Gate("opinion", "重大事项应当有法律意见", LIGHT | ADVISED, NEW.art(6), remedy="请先关联法律意见")
APPROVAL = Gate(
    "approval", "应当经负责人批准", filled("approved_on"), OLD.art(7), NEW.art(7), remedy="请先报批"
)

SUSPENSION = Pause("suspension", "中止", OLD.art(8), NEW.art(8), through=False, grounds=Ground)
APPRAISAL = Pause("appraisal", "鉴定", OLD.art(9), NEW.art(9), through=True)

MOVES = (
    Move("accept", "受理", (Step.RECEIVED,), Step.OPEN, OLD.art(1), NEW.art(1), who=Role.HANDLER,
         sets="accepted_on", draws=True),
    Move("refuse", "不予受理", (Step.RECEIVED,), Step.REFUSED, OLD.art(1), NEW.art(1), who=Role.HANDLER,
         sets="refused_on", evidence=("不予受理决定书",)),
    Move("weigh", "认定分量", (Step.OPEN,), None, OLD.art(2), NEW.art(2), who=Role.HANDLER,
         fields=("weight",),
         needs=("weight",)),
    Move("answer", "答复", (Step.OPEN,), None, OLD.art(3), NEW.art(3), who=Role.PARTY, sets="answered_on"),
    Move("approve", "批准", (Step.OPEN,), None, OLD.art(7), NEW.art(7), who=Role.HEAD, sets="approved_on",
         apart=("weigh",)),
    Move("suspend", "中止", (Step.OPEN,), Step.SUSPENDED, OLD.art(8), NEW.art(8), who=Role.HANDLER,
         opens="suspension"),
    Move("resume", "恢复", (Step.SUSPENDED,), Step.OPEN, OLD.art(8), NEW.art(8), who=Role.HANDLER,
         closes="suspension"),
    Move("appraise", "鉴定", (Step.OPEN,), None, OLD.art(9), NEW.art(9), who=Role.HANDLER, opens="appraisal"),
    Move("appraised", "鉴定结束", (Step.OPEN,), None, OLD.art(9), NEW.art(9), who=Role.HANDLER,
         closes="appraisal"),
    Move("extend", "延长", (Step.OPEN,), None, OLD.art(4), NEW.art(4), who=(Role.HEAD, Role.BODY_HEAD),
         extends="close"),
    Move("close", "办结", (Step.OPEN,), Step.CLOSED, OLD.art(4), NEW.art(4), who=Role.HANDLER,
         sets="closed_on",
         fields=("outcome",), needs=("outcome",), gates=(HEARING, OPINION, APPROVAL)),
    Move("dispense", "当场办结", (Step.RECEIVED,), Step.CLOSED, NEW.art(10), who=Role.HANDLER,
         sets="closed_on",
         writes=(("outcome", "当场"),)),
)  # fmt: skip

DEADLINES = (
    Deadline("accept", "审查受理", rule="TY-T1", who=Role.HANDLER, starts="received_on",
             met=("accepted_on", "refused_on", "closed_on"),
             period=by_law((OLD.art(1), Workdays(5)), (NEW.art(1), Workdays(5))),
             lapse=by_law((OLD.art(1), deemed("accept", on="start")),
                          (NEW.art(1), deemed("accept", on="due")))),
    Deadline("answer", "相关机关答复", rule="TY-T2", who=Role.PARTY, starts="accepted_on",
             met=("answered_on", "closed_on"),
             when=filled("respondent"), period=by_law((OLD.art(3), Days(10)), (NEW.art(3), Workdays(10)))),
    Deadline("close", "办结", rule="TY-T3", who=Role.HANDLER, starts="accepted_on", met=("closed_on",),
             period=by_law((OLD.art(4), Days(60)), (NEW.art(4), Days(60))),
             extension=by_law((OLD.art(4), Extension(Days(30), Role.HEAD)),
                              (NEW.art(4), Extension(Days(30), Role.BODY_HEAD))),
             pauses=("suspension", "appraisal"), writes="close_due_on"),
)  # fmt: skip

PROCEDURE = Procedure(
    steps=Step,
    start=Step.RECEIVED,
    ends=(Step.CLOSED, Step.REFUSED),
    moves=MOVES,
    deadlines=DEADLINES,
    law_day=("accepted_on", "received_on"),
    law_day_basis="受理前按收到日，受理后按受理日。",
    pauses=(SUSPENSION, APPRAISAL),
)

PERMITS = Register(
    key="toy.permit",
    label="许可",
    model_name="toy.Permit",
    procedure=PROCEDURE,
    title="{applicant} 申请 {weight}",
    columns=(Column("number"), Column("applicant", wide=True), Column("due:close")),
    facts=("applicant", "weight", "received_on"),
    opening=("applicant", "received_on"),
    needs=("applicant", "received_on"),
    number=NumberLine("permit", "{mark}许〔{year}〕{n}号"),
    parts=(PartSpec("toy.Hearing", "听证", ("held_on",)),),
    parties=("respondent",),
    personal=("id_no",),
    search=("applicant",),
    key_fields=("number",),
    filters=(
        Filter("heavy", "重大", Q(weight=Weight.HEAVY)),
        AsOf("pending", "在办", "accepted_on", "closed_on"),
    ),
)


class Done(TextChoices):
    ISSUED = "issued", "已出具"
    FILED = "filed", "归档"


OPINIONS = Register(
    key="toy.opinion",
    label="法律意见",
    model_name="toy.Opinion",
    procedure=Procedure(
        steps=Done,
        start=Done.ISSUED,
        ends=(Done.FILED,),
        moves=(Move("file", "归档", (Done.ISSUED,), Done.FILED, OLD.art(6), NEW.art(6), who=Role.HANDLER),),
        deadlines=(),
        law_day=("issued_on",),
        law_day_basis="按出具日。",
    ),
    title="法律意见",
    columns=(Column("issued_on"),),
    facts=("issued_on",),
    opening=("issued_on",),
    needs=("issued_on",),
)

RECEIVED = Count("received", "收到许可申请", on="received_on")
ACCEPTED = Count("accepted", "受理许可", on="accepted_on")
CLOSED = Count("closed", "办结许可", on="closed_on")
HEAVY = Count("heavy", "受理重大许可", on="accepted_on", where=Q(weight=Weight.HEAVY))

TOY = Workstream(
    key="toy",
    label="许可",
    registers=(PERMITS, OPINIONS),
    indicators=(
        RECEIVED,
        ACCEPTED,
        CLOSED,
        HEAVY,
        Stock("open", "在办许可", since="accepted_on", until="closed_on"),
        Sum("paid", "金额", "amount", on="closed_on", unit="元", scale=100),
        Distinct("applicants", "申请人", "applicant", on="accepted_on", unit="人"),
        Share("heavy_rate", "重大占比", ACCEPTED, Q(weight=Weight.HEAVY)),
        Ratio("closing_rate", "结案率（当年办结/当年受理）", CLOSED, ACCEPTED),
        Median("days", "办理天数", "accepted_on", "closed_on", on="closed_on"),
        Count("opinions", "法律意见", on="issued_on", of="opinion", unit="份"),
    ),
    sentences=(
        Sentence(
            "caseload",
            "许可",
            (
                says(whole("closed", "accepted"), "受理许可{accepted}件，全部办结。"),
                says(ALWAYS_SAID, "受理许可{accepted}件，办结{closed}件，结案率{closing_rate}。"),
            ),
        ),
    ),
)
