"""公平竞争审查: spot checks and reports with their clocks, the clean-up of documents in force, training."""

from django.db.models import Q

from fazhi.engine.answer import Answer
from fazhi.engine.condition import filled, same
from fazhi.engine.deadline import Deadline, Extension
from fazhi.engine.procedure import Gate, Move, Procedure
from fazhi.law import Days, by_law
from fazhi.law.editions import COMPETITION_2024 as NEW
from fazhi.law.editions import COMPETITION_OPINION_2016 as OLD
from fazhi.law.editions import COMPETITION_REPORT_2024 as REPORTS
from fazhi.law.editions import LOCAL
from fazhi.organs.role import Role
from fazhi.workstreams.business.models.supervision import (
    CheckStep,
    CleanUpResult,
    CleanUpStep,
    ReportResult,
    ReportStep,
    TrainingStep,
)

HANDLER, PARTY, BODY_HEAD, HEAD = Role.HANDLER, Role.PARTY, Role.BODY_HEAD, Role.HEAD
YES, NO = Answer.YES, Answer.NO
LAW_DAY = "docs/decisions/0003-the-law-day.md"
C, R, U = CheckStep, ReportStep, CleanUpStep

PROBLEM, NO_PROBLEM = Q(problem=YES), Q(problem=NO)
FOUNDED, UNFOUNDED = Q(result=ReportResult.FOUNDED), Q(result=ReportResult.UNFOUNDED)

# fmt: off

# 抽查、督查

FOUND = Gate("found", "抽查应当写明是否发现问题和问题内容",
    NO_PROBLEM | (PROBLEM & Q(finding__gt="")), OLD.whole(), NEW.art(21),
    remedy="请登记“发现问题”和“问题内容”")
TO_RECTIFY = Gate("to_rectify", "发现违反规定问题的，才通知整改，并定明期限",
    PROBLEM & filled("rectify_by_on"), OLD.whole(), NEW.art(21), remedy="请登记“发现问题”和“整改期限”")
OVERDUE = Gate("overdue", "未在期限内整改到位的，才约谈",
    same("interviewed_on", "rectify_by_on", "gt"), NEW.art(24), remedy="请核对“整改期限”")
SETTLED = Gate("settled", "发现的问题应当整改到位后，才可办结",
    NO_PROBLEM | (PROBLEM & filled("rectified_on")), OLD.whole(), NEW.art(21),
    remedy="请先登记“整改完成日期”")
REPORTED_UP = Gate("reported_up", "应当向本级人民政府报告抽查情况", filled("reported_on"), NEW.art(21),
    remedy="请先办理“报告本级政府”")
CHECK_PROCEDURE = Procedure(
    steps=CheckStep,
    start=C.PLANNED,
    ends=(C.CLOSED,),
    moves=(
        Move("check", "抽查", (C.PLANNED,), C.CHECKED, OLD.whole(), NEW.art(21), who=(HANDLER, BODY_HEAD),
             sets="checked_on", fields=("problem", "finding"), gates=(FOUND,)),
        Move("notify", "通知整改", (C.CHECKED,), C.NOTIFIED, OLD.whole(), NEW.art(21),
             who=(HANDLER, BODY_HEAD), sets="notified_on", fields=("rectify_by_on",), gates=(TO_RECTIFY,)),
        Move("interview", "约谈", (C.NOTIFIED,), None, NEW.art(24), who=(BODY_HEAD, HEAD),
             sets="interviewed_on", gates=(OVERDUE,)),
        Move("rectify", "整改到位", (C.NOTIFIED,), C.RECTIFIED, OLD.whole(), NEW.art(21),
             who=(PARTY, HANDLER), sets="rectified_on", fields=("rectification",), needs=("rectification",)),
        Move("report", "报告本级政府", (C.CHECKED, C.NOTIFIED, C.RECTIFIED), None, OLD.whole(), NEW.art(21),
             who=(HANDLER, BODY_HEAD), sets="reported_on"),
        Move("close", "办结", (C.CHECKED, C.RECTIFIED), C.CLOSED, OLD.whole(), NEW.art(21),
             who=(HANDLER, BODY_HEAD), sets="closed_on", gates=(SETTLED, REPORTED_UP)),
    ),
    deadlines=(
        Deadline("rectify", "整改（通知定明的期限）", rule="FC-T3", who=(PARTY, HANDLER),
            starts="rectify_by_on", met=("rectified_on",),
            period=by_law((OLD.whole(), Days(0)), (NEW.art(21), Days(0)))),
    ),
    law_day=("checked_on", "planned_on"),
    law_day_basis=LAW_DAY,
)

# 举报

COMPLEX = Gate("complex", "情况复杂的，经负责人批准才可延长", Q(complicated=YES), REPORTS.whole(),
    remedy="请登记“情况复杂”")
RESULT = Gate("result", "对举报应当核查，写明结果和情况",
    (FOUNDED | UNFOUNDED) & Q(finding__gt=""), OLD.whole(), NEW.art(22),
    remedy="请登记“核查结果”和“核查情况”")
REPORT_FOUNDED = Gate("report_founded", "举报属实的，才登记整改",
    FOUNDED, OLD.whole(), NEW.art(22), remedy="请核对“核查结果”")
REPORTER_ANSWERED = Gate("reporter_answered", "实名举报的，处理结果应当反馈举报人",
    Q(named=NO) | (Q(named=YES) & filled("answered_on")), REPORTS.whole(),
    remedy="请登记“实名举报”；实名的，请先登记“反馈举报人日期”")
REPORT_SETTLED = Gate("report_settled", "举报属实的，应当整改到位后办结",
    UNFOUNDED | (FOUNDED & filled("rectified_on")), OLD.whole(), NEW.art(22),
    remedy="请先登记“整改完成日期”")
REPORT_PROCEDURE = Procedure(
    steps=ReportStep,
    start=R.RECEIVED,
    ends=(R.TRANSFERRED, R.CLOSED),
    moves=(
        Move("transfer", "转送有权处理的机关", (R.RECEIVED,), R.TRANSFERRED, OLD.whole(), NEW.art(22),
             who=HANDLER, sets="transferred_on", fields=("transferred_to",), needs=("transferred_to",)),
        Move("accept", "开始核查", (R.RECEIVED,), R.HANDLED, OLD.whole(), NEW.art(22), who=HANDLER,
             sets="accepted_on"),
        Move("extend", "延长处理期限", (R.HANDLED,), None, REPORTS.whole(), who=HEAD, sets="extended_on",
             fields=("complicated",), gates=(COMPLEX,), extends="handle"),
        Move("conclude", "作出处理", (R.HANDLED,), R.CONCLUDED, OLD.whole(), NEW.art(22),
             who=(HANDLER, BODY_HEAD), sets="concluded_on", fields=("result", "finding"), gates=(RESULT,)),
        Move("answer", "反馈举报人", (R.CONCLUDED,), None, OLD.whole(), NEW.art(22), who=HANDLER,
             sets="answered_on"),
        Move("rectify", "整改到位", (R.CONCLUDED,), None, OLD.whole(), NEW.art(22), who=(PARTY, HANDLER),
             sets="rectified_on", fields=("rectification",), needs=("rectification",),
             gates=(REPORT_FOUNDED,)),
        Move("close", "办结", (R.CONCLUDED,), R.CLOSED, OLD.whole(), NEW.art(22), who=(HANDLER, BODY_HEAD),
             sets="closed_on", gates=(REPORTER_ANSWERED, REPORT_SETTLED)),
    ),
    deadlines=(
        # 规则没有写明延长的上限，以原来的期限为限。
        Deadline("handle", "处理举报", rule="FC-T2", who=HANDLER, local=True, starts="received_on",
            met=("concluded_on", "transferred_on"), period=by_law((REPORTS.whole(), Days(60))),
            extension=by_law((REPORTS.whole(), Extension(Days(60), HEAD)))),
    ),
    law_day=("received_on",),
    law_day_basis=LAW_DAY,
)

# 存量清理

CLEANED = Gate("cleaned", "清理意见应当明确：妨碍公平竞争的，修改或者废止；继续有效的，说明理由",
    Q(barrier=YES, result__in=(CleanUpResult.AMENDED, CleanUpResult.ABOLISHED))
    | Q(result=CleanUpResult.KEPT, reason__gt="", barrier__in=(YES, NO)), OLD.whole(), LOCAL.whole(),
    remedy="请登记“妨碍公平竞争”“清理结果”；继续有效的，请填写理由")
CLEAN_UP_PROCEDURE = Procedure(
    steps=CleanUpStep,
    start=U.LISTED,
    ends=(U.DONE,),
    moves=(
        Move("decide", "提出清理意见", (U.LISTED,), U.DECIDED, OLD.whole(), LOCAL.whole(),
             who=(HANDLER, BODY_HEAD), sets="decided_on",
             fields=("barrier", "barrier_kind", "result", "reason"), gates=(CLEANED,)),
        Move("finish", "清理完毕", (U.DECIDED,), U.DONE, OLD.whole(), LOCAL.whole(),
             who=(HANDLER, BODY_HEAD), sets="done_on"),
    ),
    deadlines=(),
    law_day=("listed_on",),
    law_day_basis=LAW_DAY,
)

# 培训

ATTENDED = Gate("attended", "应当登记参训人次", Q(persons__gte=1), LOCAL.whole(), remedy="请填写“参训人次”")
TRAINING_PROCEDURE = Procedure(
    steps=TrainingStep,
    start=TrainingStep.PLANNED,
    ends=(TrainingStep.HELD,),
    moves=(
        Move("hold", "举办", (TrainingStep.PLANNED,), TrainingStep.HELD, LOCAL.whole(),
             who=(HANDLER, BODY_HEAD), sets="held_on", fields=("persons", "units"), gates=(ATTENDED,)),
    ),
    deadlines=(),
    law_day=("held_on", "planned_on"),
    law_day_basis=LAW_DAY,
)
# fmt: on
