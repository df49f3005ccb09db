"""行政复议: statements about a case that are true or false, from which gates, clocks and figures are made."""

from django.db.models import OuterRef, Q

from fazhi.engine.answer import Answer
from fazhi.engine.condition import filled, part, same
from fazhi.workstreams.reconsideration.models.choices import (
    Acceptance,
    Act,
    Admissibility,
    Approval,
    Channel,
    CommitteeGround,
    Duty,
    Outcome,
    Qualification,
    SimpleGround,
    StayGround,
    SuspensionGround,
    TerminationGround,
    Track,
)

YES, NO = Answer.YES, Answer.NO


def stated(field: str) -> Q:
    """The text is not empty."""
    return Q(**{f"{field}__gt": ""})


# 申请与受理

DEFECTS = tuple(set(Admissibility) - {Admissibility.UNDECIDED, Admissibility.MET})
ADMISSIBLE = Q(admissibility=Admissibility.MET)
DEFECTIVE = Q(admissibility__in=sorted(DEFECTS))
DEEMED_ACCEPTED = Q(acceptance=Acceptance.DEEMED)
TO_OTHER_ORGAN = Q(admissibility=Admissibility.OTHER_ORGAN)
NOT_TO_OTHER_ORGAN = Q(admissibility__in=sorted(set(Admissibility) - {Admissibility.OTHER_ORGAN}))
VIA_COUNTY = Q(channel=Channel.VIA_COUNTY)
NOT_VIA_COUNTY = Q(channel__in=sorted(set(Channel) - {Channel.VIA_COUNTY}))
TO_FORWARD = VIA_COUNTY & TO_OTHER_ORGAN
NOT_TO_FORWARD = NOT_VIA_COUNTY | NOT_TO_OTHER_ORGAN
COMPETENT_ORGAN_NAMED = stated("competent_organ")
CONCURRENT = Q(concurrent=YES)
RIGHTS_TOLD = Q(rights_told__in=(Answer.UNKNOWN, YES))
RIGHTS_NOT_TOLD = Q(rights_told=NO)
REAL_ESTATE = Q(real_estate=YES)
OTHER_THAN_REAL_ESTATE = Q(real_estate__in=(Answer.UNKNOWN, NO))
FIRST_REQUIRED = Q(first_required=YES)

# A second notice would be dated after the correction that answered the first.
ASKED_ONCE = Q(corrected_on__isnull=True) | same("asked_on", "corrected_on", "lte")
NO_SET_PERIOD = Q(correct_by_on__isnull=True)
# The law drops the application with the end of the last day, so its own act bears that day.
CORRECTION_OVERDUE = same("abandoned_on", "correct_by_on", "gt") | (
    NO_SET_PERIOD & same("abandoned_on", "correct_due_on", "gte")
)

# 审理

NOT_SIMPLE = Q(track__in=(Track.UNDECIDED, Track.ORDINARY))  # 旧法不分程序
SIMPLE = Q(track=Track.SIMPLE)
SMALL_AMOUNT = 3000 * 100  # 三千元，以分计
LAWFULLY_SIMPLE = (
    Q(simple_ground__in=(SimpleGround.ON_THE_SPOT, SimpleGround.WARNING, SimpleGround.CONSENT))
    | Q(simple_ground=SimpleGround.SMALL_AMOUNT, amount__lte=SMALL_AMOUNT)
    | Q(simple_ground=SimpleGround.DISCLOSURE, act_kind=Act.DISCLOSURE)
)
BY_CONSENT = Q(simple_ground=SimpleGround.CONSENT)


def officer(duty: Duty, **fit: object) -> Q:
    """The case has such an officer."""
    return part("reconsideration.Officer", Q(duty=duty, **fit))


def both_officers(where: Q) -> Q:
    """The officer in charge and the second one satisfy ``where``."""
    return part("reconsideration.Officer", Q(duty=Duty.LEAD) & where) & part(
        "reconsideration.Officer", Q(duty=Duty.SECOND) & where
    )


TWO_OFFICERS = officer(Duty.LEAD) & officer(Duty.SECOND)
QUALIFIED = both_officers(Q(qualification__in=(Qualification.QUALIFIED, Qualification.EARLIER)))
QUALIFIED_AND_TRAINED = both_officers(
    Q(qualification=Qualification.EARLIER) | Q(qualification=Qualification.QUALIFIED, trained=YES)
)

ANSWERED_IN_TIME = same("answered_on", "answer_due_on", "lte")
OPINIONS_HEARD = filled("opinions_on") | (filled("opinions_failed_on") & stated("opinions_failed_why"))
MAJOR = Q(major=YES)
NOT_MAJOR = Q(major=NO)
HEARD = filled("heard_on")
NOT_HEARD = Q(heard_on__isnull=True)
HEARING_ANNOUNCED = same("hearing_notified_on", "hearing_notice_due_on", "lte") & same(
    "heard_on", "hearing_on"
)


def hearing(where: Q) -> Q:
    """The session held on the day of the hearing satisfies ``where``."""
    return part("reconsideration.Hearing", Q(held_on=OuterRef("heard_on")) & where)


BENCH_COMPLETE = hearing(Q(hearers__gte=2) & stated("host") & stated("recorder"))
HEAD_ATTENDED = hearing(Q(head_attended=YES))
HEARD_IN_PUBLIC = hearing(Q(open_to_public=YES))
COMMITTEE_GROUND_STATED = Q(
    committee_ground__in=(
        CommitteeGround.MAJOR,
        CommitteeGround.TECHNICAL,
        CommitteeGround.OWN_ACT,
        CommitteeGround.THOUGHT_NECESSARY,
    )
)
COMMITTEE_ADVISED = filled("committee_advised_on")
COMMITTEE_NOT_ASKED = Q(committee_advised_on__isnull=True)
INVESTIGATED_BY_TWO = part(
    "reconsideration.Investigation",
    Q(made_on=OuterRef("investigated_on"), officers__gte=2, cards_shown=YES),
)

STAY_GROUND_STATED = Q(
    stay_ground__in=(StayGround.RESPONDENT, StayGround.ORGAN, StayGround.REQUESTED, StayGround.LAW)
)

# 中止

STILL_60_DAYS = (SuspensionGround.DEATH, SuspensionGround.INCAPACITY, SuspensionGround.ENTITY_ENDED)
GROUNDS_OF_2007 = tuple(set(SuspensionGround) - {SuspensionGround.AGREEING, SuspensionGround.GOOD_REASON})


def suspended_for(grounds: tuple[SuspensionGround, ...]) -> Q:
    """The last suspension rests on one of ``grounds``."""
    began = Q(pause="suspension", first=OuterRef("suspended_on"))
    return part("engine.Interval", began & Q(ground__in=sorted(grounds)))


# 结案

DECISIONS_OF_1999 = (
    Outcome.UPHELD,
    Outcome.CHANGED,
    Outcome.ANNULLED,
    Outcome.ILLEGAL,
    Outcome.PERFORMANCE,
    Outcome.CLAIM_REJECTED,
    Outcome.APPLICATION_REJECTED,
)
DECISIONS_OF_2023 = (*DECISIONS_OF_1999, Outcome.VOID, Outcome.AGREEMENT)
CORRECTING = (
    Outcome.CHANGED,
    Outcome.ANNULLED,
    Outcome.ILLEGAL,
    Outcome.VOID,
    Outcome.PERFORMANCE,
    Outcome.AGREEMENT,
)
# 没有证据、依据的行政行为所能得到的决定；不符合受理条件而驳回申请的，不审查行政行为。
WITHOUT_EVIDENCE = (
    Outcome.ANNULLED,
    Outcome.ILLEGAL,
    Outcome.VOID,
    Outcome.PERFORMANCE,
    Outcome.APPLICATION_REJECTED,
)


def outcome_other_than(*outcomes: Outcome) -> Q:
    """The case did not end in one of ``outcomes``; phrased positively, so that unknown stays measured."""
    return Q(outcome__in=sorted(set(Outcome) - set(outcomes)))


MEDIATED = Q(outcome=Outcome.MEDIATED)
TERMINATED = Q(outcome=Outcome.TERMINATED)
WITHOUT_DECISION = MEDIATED | TERMINATED
BY_DECISION = Q(outcome__in=DECISIONS_OF_2023)
APPROVED = filled("approved_on") & Q(approval__in=(Approval.CONSENT, Approval.MEETING))
SETTLED = TERMINATED & Q(termination_ground=TerminationGround.SETTLED)
WITHDRAWN = (TerminationGround.SETTLED, TerminationGround.WITHDRAWN)


def terminated_otherwise_than(*grounds: TerminationGround) -> Q:
    """The case was not terminated on one of ``grounds``."""
    return outcome_other_than(Outcome.TERMINATED) | Q(
        termination_ground__in=sorted(set(TerminationGround) - set(grounds))
    )


IN_TIME = same("closed_on", "decide_due_on", "lte")
SILENT = Q(closed_on__isnull=True) | same("closed_on", "decide_due_on", "gt")

# 结案以后

SUED = filled("sued_on")
REDO_ORDERED = Q(redo_ordered=YES)
NO_REDO_PERIOD = Q(redo_by_on__isnull=True)
