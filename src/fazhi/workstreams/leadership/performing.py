"""第一责任人: how duties are listed, taken up and proved, dossiers bound, and law reports given and rated."""

from django.db.models import Q

from fazhi.engine.condition import filled, linked, no_part, part
from fazhi.engine.deadline import Deadline
from fazhi.engine.procedure import Gate, Move, Procedure
from fazhi.law import Days, by_law
from fazhi.organs.role import Role
from fazhi.workstreams.leadership.bases import BY_PLACE, LAW_DAY, PERFORMED, REPORTED
from fazhi.workstreams.leadership.models.duties import (
    ActKind,
    DossierStep,
    DutyStep,
    Form,
    Grade,
    LawReportStep,
    ListStep,
    MappingStep,
    Post,
)

OFFICE = (Role.HANDLER, Role.COORDINATOR)
HEADS = (Role.HEAD, Role.BODY_HEAD)
CHECKERS = (Role.REVIEWER, Role.COORDINATOR, *HEADS)
POSTS = (Post.PARTY, Post.GOVERNMENT, Post.UNIT)

# fmt: off

DUTIES = Gate("duties", "印发职责清单，应当列出职责", part("leadership.DutyItem"), *PERFORMED,
    remedy="请先登记至少一项职责")
LIST_PROCEDURE = Procedure(
    steps=ListStep, start=ListStep.DRAFTED, ends=(ListStep.ENDED,), law_day=("issued_on", "drafted_on"),
    law_day_basis=LAW_DAY, deadlines=(),
    moves=(
        Move("issue", "印发", (ListStep.DRAFTED,), ListStep.STANDING, *PERFORMED, who=HEADS, sets="issued_on",
             fields=("document_number",), gates=(DUTIES,)),
        Move("end", "停止施行", (ListStep.STANDING,), ListStep.ENDED, *PERFORMED, who=HEADS, sets="ended_on"),
    ),
)

PLAN_ITEM = Gate("plan_item", "承接职责，应当列入单位年度计划", Q(plan_item__gt="") | linked("plan.task"),
    *PERFORMED, remedy="请填写“年度计划项目”，或者关联法治任务")
MAPPING_PROCEDURE = Procedure(
    steps=MappingStep, start=MappingStep.OWED, ends=(MappingStep.MAPPED,), law_day=("asked_on",),
    law_day_basis=LAW_DAY, deadlines=(),
    moves=(
        Move("map", "列入年度计划", (MappingStep.OWED,), MappingStep.MAPPED, *PERFORMED,
             who=(Role.PARTY, *OFFICE), sets="mapped_on", fields=("plan_item",), gates=(PLAN_ITEM,)),
    ),
)

ACT = Gate("act", "履职事项应当明确职务和履职方式",
    Q(post__in=POSTS, kind__in=tuple(kind for kind in ActKind if kind != ActKind.UNDECIDED)), *PERFORMED,
    remedy="请登记“职务”和“履职方式”")
PROOF = Gate("proof", "履职事项应当有佐证",
    Q(evidence__gt="") | linked("leadership.meeting") | linked("leadership.agenda_item"), *PERFORMED,
    remedy="请填写“佐证”，或者关联会议、议题")
DUTY_PROCEDURE = Procedure(
    steps=DutyStep, start=DutyStep.ENTERED, ends=(DutyStep.PROVED,), law_day=("acted_on",),
    law_day_basis=LAW_DAY, deadlines=(),
    moves=(
        Move("prove", "佐证", (DutyStep.ENTERED,), DutyStep.PROVED, *PERFORMED, who=OFFICE, sets="proved_on",
             fields=("evidence", "term_until_on"), gates=(ACT, PROOF)),
    ),
)

PAPERS = Gate("papers", "装订专卷，应当有卷内材料和卷数", part("leadership.DossierPaper") & Q(volumes__gt=0),
    *PERFORMED, remedy="请添加卷内材料，填写“卷数”")
CHECKLIST = Gate("checklist", "履职清单逐项有佐证，每人每年一份",
    part("leadership.DossierDuty") & no_part("leadership.DossierDuty", Q(evidence="")), *PERFORMED,
    remedy="请在“履职清单”逐项登记职责和佐证；没有佐证的，先补佐证")
DOSSIER_PROCEDURE = Procedure(
    steps=DossierStep, start=DossierStep.OPENED, ends=(DossierStep.ARCHIVED,), law_day=("opened_on",),
    law_day_basis=LAW_DAY, deadlines=(),
    moves=(
        Move("bind", "装订", (DossierStep.OPENED,), DossierStep.BOUND, *PERFORMED, who=OFFICE,
             sets="bound_on", fields=("volumes",), gates=(CHECKLIST, PAPERS)),
        Move("archive", "归档", (DossierStep.BOUND,), DossierStep.ARCHIVED, *BY_PLACE, who=OFFICE,
             sets="archived_on"),
    ),
)

L = LawReportStep
LAW_SECTION = Gate("law_section", "年终述职应当包括履行推进法治建设第一责任人职责情况",
    Q(law_section__gt="") & Q(form__in=(Form.ORAL, Form.WRITTEN)), *REPORTED,
    remedy="请填写“述法内容”，登记“述法形式”")
RATED = Gate("rated", "评议述法，应当有评议人和等次",
    part("leadership.Rater") & Q(grade__in=tuple(grade for grade in Grade if grade != Grade.UNDECIDED)),
    *REPORTED, remedy="请添加评议，登记“评议等次”")
FEEDBACK = Gate("feedback", "反馈整改，应当写明问题和整改期限", Q(problems__gt="") & filled("rectify_by_on"),
    *REPORTED, remedy="请填写“反馈的问题”和“整改期限”")
RECTIFIED = Gate("rectified", "办结述法，反馈的问题应当整改",
    Q(rectify_from_on__isnull=True) | Q(rectification__gt=""), *REPORTED, remedy="请填写“整改情况”")
DELIVER = Deadline("deliver", "述法", rule="LEAD-T1", who=(Role.PARTY, Role.HANDLER), starts="due_on",
    met=("delivered_on", "excused_on"), period=by_law(*((cite, Days(0)) for cite in REPORTED)))
RECTIFY = Deadline("rectify", "述法反馈问题整改", rule="LEAD-T2", who=(Role.PARTY, Role.HANDLER),
    starts="rectify_by_on", met=("closed_on",), period=by_law(*((cite, Days(0)) for cite in REPORTED)))
LAW_REPORT_PROCEDURE = Procedure(
    steps=L, start=L.LISTED, ends=(L.CLOSED, L.EXCUSED), law_day=("listed_on",), law_day_basis=LAW_DAY,
    deadlines=(DELIVER, RECTIFY),
    moves=(
        Move("deliver", "述法", (L.LISTED,), L.DELIVERED, *REPORTED, who=(Role.PARTY, *OFFICE),
             sets="delivered_on", fields=("form", "law_section", "event"), gates=(LAW_SECTION,)),
        Move("rate", "评议", (L.DELIVERED,), L.RATED, *REPORTED, who=CHECKERS, sets="rated_on",
             fields=("grade", "score"), gates=(RATED,), apart=("deliver",)),
        Move("feed_back", "反馈整改", (L.RATED,), L.RECTIFYING, *REPORTED, who=CHECKERS,
             sets="rectify_from_on", fields=("problems", "rectify_by_on"), gates=(FEEDBACK,)),
        Move("close", "办结", (L.RATED, L.RECTIFYING), L.CLOSED, *REPORTED, who=CHECKERS, sets="closed_on",
             fields=("rectification",), gates=(RECTIFIED,)),
        Move("excuse", "移出名单", (L.LISTED,), L.EXCUSED, *REPORTED, who=HEADS, sets="excused_on",
             fields=("excuse",), needs=("excuse",)),
    ),
)
# fmt: on
