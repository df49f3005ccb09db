"""行政应诉: statements about a lawsuit that are true or false, for gates, clocks and figures."""

from django.db.models import OuterRef, Q

from fazhi.engine.answer import Answer
from fazhi.engine.condition import filled, linked, part, same
from fazhi.organs.models import Rank
from fazhi.workstreams.litigation.models.choices import (
    Absence,
    Act,
    AgentKind,
    AppealResult,
    Appellant,
    Coercion,
    Evidence,
    Form,
    HeadGround,
    Instance,
    Late,
    LossCause,
    Outcome,
    Reconsidered,
    RetrialGround,
    Role,
    Scope,
    Track,
)

YES, NO = Answer.YES, Answer.NO


def stated(field: str) -> Q:
    """The text is not empty."""
    return Q(**{f"{field}__gt": ""})


# 审级与诉讼地位

FIRST = Q(instance=Instance.FIRST)
SECOND = Q(instance=Instance.SECOND)
LATER_INSTANCE = Q(instance__in=(Instance.SECOND, Instance.RETRIAL))
SUED = (Role.UNDECIDED, Role.SOLE, Role.JOINT, Role.JOINT_ACT)
"""The roles by which a lawsuit is counted once, however many organs are sued in it."""
AS_DEFENDANT = Q(role__in=SUED)
OBLIGED_TO_PROVE = Q(role__in=sorted(set(Role) - {Role.THIRD_PARTY}))
FILED_FIRST = FIRST & AS_DEFENDANT
ROLE_KNOWN = Q(role__in=sorted(set(Role) - {Role.UNDECIDED}))
# 地位未定的，由 ROLE_KNOWN 指出。
ROLE_FITS = (
    Q(role__in=(Role.JOINT, Role.JOINT_RECONSIDERING), reconsidered=Reconsidered.UPHELD)
    | Q(
        role=Role.SOLE,
        reconsidered__in=(
            Reconsidered.NONE,
            Reconsidered.CHANGED,
            Reconsidered.NO_DECISION,
            Reconsidered.NOT_ACCEPTED,
        ),
    )
    | Q(role__in=(Role.JOINT_ACT, Role.JOINT_OTHER, Role.THIRD_PARTY, Role.UNDECIDED))
)
NOT_YET_FILED = Q(filed_on__isnull=True)

# 起诉期限

DIRECT = Q(reconsidered__in=(Reconsidered.UNDECIDED, Reconsidered.NONE))
RECONSIDERED = Q(reconsidered__in=(Reconsidered.UPHELD, Reconsidered.CHANGED))
RECONSIDERED_IN_SILENCE = Q(reconsidered=Reconsidered.NO_DECISION)
LIMIT_TOLD = Q(limit_told__in=(Answer.UNKNOWN, YES))
LIMIT_NOT_TOLD = Q(limit_told=NO)
REAL_ESTATE = Q(real_estate=YES)
OTHER_THAN_REAL_ESTATE = Q(real_estate__in=(Answer.UNKNOWN, NO))
FOR_DUTY = Q(act_kind=Act.DUTY)
NOT_FOR_DUTY = Q(act_kind__in=sorted(set(Act) - {Act.DUTY}))
NOT_URGENT = Q(duty_urgent__in=(Answer.UNKNOWN, NO))
NO_OTHER_LIMIT = Q(duty_by_on__isnull=True)

# 答辩与举证

SIMPLE = Q(track=Track.SIMPLE)
NOT_SIMPLE = Q(track__in=(Track.UNDECIDED, Track.ORDINARY))
ANSWER_DUE = FIRST & OBLIGED_TO_PROVE
NO_ANSWER_DUE = LATER_INSTANCE | Q(role=Role.THIRD_PARTY)
NO_EVIDENCE = Q(evidence=Evidence.NONE)
ANSWERED_IN_TIME = same("answered_on", "answer_due_on", "lte")
HINDERED = Q(late=Late.HINDERED)
ANSWERING = Q(late=Late.ANSWERING)
LEAVE_GIVEN = (HINDERED | ANSWERING) & same("leave_on", "late_supplied_on", "lte")
LATE_IN_TIME = ANSWERING | (HINDERED & same("late_supplied_on", "late_due_on", "lte"))

# 出庭

HEADS = (Rank.CHIEF, Rank.DEPUTY, Rank.OTHER_LEADER)
JUSTIFIED = (Absence.FORCE_MAJEURE, Absence.ACCIDENT, Absence.DUTY, Absence.OTHER)
OBLIGATORY = (
    HeadGround.FOOD_DRUGS,
    HeadGround.ENVIRONMENT,
    HeadGround.HEALTH,
    HeadGround.ATTENTION,
    HeadGround.GROUP,
)
OPTIONAL = (HeadGround.GREAT_INTEREST, HeadGround.PUBLIC_INTEREST, HeadGround.UPPER_RULE, HeadGround.OTHER)
HEAD_CALLED = Q(head_required=YES)
HEAD_NOT_CALLED = Q(head_required__in=(Answer.UNKNOWN, NO))
HEAD_NAMED = stated("head_name") & stated("head_post") & Q(head_rank__in=HEADS)
ABSENCE_JUSTIFIED = Q(absence__in=JUSTIFIED, absence_sealed=YES) & filled("absence_stated_on")
STAFF_ENTRUSTED = part("litigation.Agent", Q(kind=AgentKind.STAFF))
STAFF_AUTHORISED = part(
    "litigation.Agent", Q(kind=AgentKind.STAFF, sealed=YES, name__gt="", post__gt="", powers__gt="")
)


def session(field: str, where: Q) -> Q:
    """The session held on the day in ``field`` satisfies ``where``."""
    return part("litigation.Session", Q(held_on=OuterRef(field)) & where)


ATTENDED = Q(head_attended=YES)
ABSENT = Q(head_attended__in=(Answer.UNKNOWN, NO))
NOT_LAWYER_ALONE = ATTENDED | Q(staff_attended=YES)
NOT_CALLED_TO_SESSION = Q(head_required=NO)
EXCUSED = Q(absence__in=JUSTIFIED, absence_sealed=YES)
HEAD_DUTY_DONE = NOT_CALLED_TO_SESSION | ATTENDED & Q(head_rank__in=HEADS) | EXCUSED
CALL_GROUNDED = NOT_CALLED_TO_SESSION | Q(head_required=YES, head_ground__in=(*OBLIGATORY, *OPTIONAL))
OPINION_GIVEN = ABSENT | ATTENDED & Q(resolution_opinion=YES)

HEAD_IN_COURT = part("litigation.Session", ATTENDED)
CHIEF_IN_COURT = part("litigation.Session", ATTENDED & Q(head_rank=Rank.CHIEF))
HEAD_SPOKE = part("litigation.Session", ATTENDED & Q(spoke=YES))
CALLED_TO_COURT = part("litigation.Session", Q(head_required=YES))
HEAD_IN_COURT_WHEN_CALLED = part("litigation.Session", Q(head_required=YES) & ATTENDED)
ABSENCE_UNACCEPTED = part(
    "litigation.Session",
    Q(head_required=YES, head_attended=NO, absence_accepted__in=(Answer.UNKNOWN, NO)),
)

# 裁判

WITHDRAWN = (Outcome.WITHDRAWN, Outcome.DEEMED_WITHDRAWN)
LOSING = (
    Outcome.ANNULLED,
    Outcome.PERFORMANCE,
    Outcome.PAYMENT,
    Outcome.ILLEGAL,
    Outcome.VOID,
    Outcome.CHANGED,
    Outcome.AGREEMENT,
    Outcome.COMPENSATION,
)
WINNING = (Outcome.CLAIM_REJECTED, Outcome.SUIT_REJECTED)
BY_JUDGMENT = (*LOSING, Outcome.CLAIM_REJECTED)
BY_RULING = (Outcome.SUIT_REJECTED, *WITHDRAWN, Outcome.REMANDED, Outcome.OTHER)
LOST = Q(outcome__in=LOSING)


def outcome_other_than(*outcomes: Outcome) -> Q:
    """The instance did not end in one of ``outcomes``; phrased positively, so that unknown stays measured."""
    return Q(outcome__in=sorted(set(Outcome) - set(outcomes)))


FORM_FITS = (
    Q(form=Form.JUDGMENT, outcome__in=BY_JUDGMENT)
    | Q(form=Form.RULING, outcome__in=BY_RULING)
    | Q(form=Form.MEDIATION, outcome=Outcome.MEDIATED)
)
# 维持或者改判的终审裁定不另分判决与裁定：上诉（再审）结果另行登记。
RESULT_KNOWN = FIRST | Q(appeal_result__in=sorted(set(AppealResult) - {AppealResult.UNDECIDED}))
MEDIABLE = Q(mediation_scope__in=(Scope.DISCRETION, Scope.COMPENSATION))
APPEALABLE = Q(form=Form.JUDGMENT) | Q(form=Form.RULING, outcome=Outcome.SUIT_REJECTED)
JUDGMENT_APPEALABLE = FIRST & Q(form=Form.JUDGMENT)
RULING_APPEALABLE = FIRST & Q(form=Form.RULING, outcome=Outcome.SUIT_REJECTED)
BY_OPPONENT = Q(appellant=Appellant.OPPONENT)
APPEALED_IN_TIME = same("appealed_on", "appeal_due_on", "lte")
# 上诉后撤回的，一审裁判自二审准予撤回之日起生效；二审各案以关联的上一审级记录为准。
APPEAL_WITHDRAWN = linked(
    "litigation.lawsuit",
    Q(instance=Instance.SECOND, appeal_result=AppealResult.WITHDRAWN, concluded_on__isnull=False),
    kind="instance",
    label="同一案件的另一审级",
)
NOT_APPEALED = Q(appealed_on__isnull=True)
EFFECTIVE_AT_ONCE = Q(outcome__in=(*WITHDRAWN, Outcome.MEDIATED, Outcome.REMANDED, Outcome.OTHER))
TAKES_EFFECT = (
    LATER_INSTANCE
    | EFFECTIVE_AT_ONCE
    | NOT_APPEALED & same("effective_on", "appeal_due_on", "gt")
    | APPEAL_WITHDRAWN
)

# 生效以后

EFFECTIVE = filled("effective_on")
NOT_EFFECTIVE = Q(effective_on__isnull=True)
TO_PERFORM = Q(to_perform=YES)
NOTHING_TO_PERFORM = Q(to_perform=NO)
PERFORMED = filled("performed_on")
PERFORMED_IN_TIME = PERFORMED & (Q(perform_by_on__isnull=True) | same("performed_on", "perform_by_on", "lte"))
MEASURE_KNOWN = Q(coercion__in=sorted(set(Coercion) - {Coercion.UNDECIDED}))
FIFTY, HUNDRED = 50 * 100, 100 * 100
"""每日五十元至一百元，以分计。"""
FINE_LAWFUL = Q(coercion__in=sorted(set(Coercion) - {Coercion.FINE})) | Q(
    coercion=Coercion.FINE, fine_per_day__gte=FIFTY, fine_per_day__lte=HUNDRED
)
RETRIAL_GROUNDED = Q(retrial_ground__in=sorted(set(RetrialGround) - {RetrialGround.UNDECIDED}))
CAUSE_KNOWN = Q(loss_cause__in=sorted(set(LossCause) - {LossCause.UNDECIDED}))
REVIEWED = filled("reviewed_on")
NOT_FINALLY_LOST = outcome_other_than(*LOSING) | NOT_EFFECTIVE
REPORTED_IN_TIME = same("loss_reported_on", "loss_report_due_on", "lte")
