"""合法性审查: what gates, clocks and figures ask of one review."""

from django.db.models import Q

from fazhi.engine.answer import Answer
from fazhi.engine.condition import filled, no_part, part, same
from fazhi.workstreams.advisers.models.choices import Adoption, Capacity, Conclusion, Level, Subject

YES, NO = Answer.YES, Answer.NO


def stated(column: str) -> Q:
    """The column holds some text."""
    return Q(**{f"{column}__gt": ""})


DECISION = Q(subject_kind=Subject.DECISION)
NORMATIVE = Q(subject_kind=Subject.NORMATIVE)
BY_STATUTE = DECISION | NORMATIVE
OTHERWISE = Q(
    subject_kind__in=(Subject.CONTRACT, Subject.AGREEMENT, Subject.DOCUMENT, Subject.TOPIC, Subject.MATTER)
)
NOT_DECISION = Q(subject_kind__in=sorted(set(Subject) - {Subject.DECISION}))
NOT_NORMATIVE = Q(subject_kind__in=sorted(set(Subject) - {Subject.NORMATIVE}))
PAPERS = Q(subject_kind__in=(Subject.CONTRACT, Subject.AGREEMENT, Subject.DOCUMENT))

# 送审与审查
NO_DAY_WANTED = Q(needed_by_on__isnull=True)
SENT_IN_TIME = NO_DAY_WANTED | same("sent_on", "send_by_on", "lte")
URGENT = stated("urgent_why")
UNDER_REVIEW = Q(returned_on__isnull=True) | filled("received_again_on")
REVIEWED_BY_ANOTHER = stated("reviewer") & (
    same("reviewer", "drafted_by", "lt") | same("reviewer", "drafted_by", "gt")
)

# 法律顾问、公职律师
LAWYERS = (Capacity.ADVISER, Capacity.PUBLIC_LAWYER)
ADVISED = filled("advised_on") & part("advisers.Advice", Q(capacity__in=LAWYERS, conflict=NO))
ADVICE_NOT_REQUIRED = Q(advice_required=NO)
DISINTERESTED = Q(capacity__in=LAWYERS, conflict__in=(NO, Answer.UNKNOWN))
NOT_HELD_UNLAWFUL = no_part("advisers.Advice", DISINTERESTED & Q(lawful__in=(NO, Answer.UNKNOWN)))

# 联合审查、两级审查
NOT_JOINT = Q(joint=NO)
JOINTLY_REVIEWED = filled("joint_concluded_on") & part("advisers.JointReview", Q(replied_on__isnull=False))
ONE_LEVEL = Q(level=Level.OWN)
FIRST_REVIEWED = Q(level__in=(Level.TOWNSHIP, Level.TWO_LEVEL)) & filled("first_reviewed_on")
NOT_TWO_LEVEL = Q(level__in=(Level.OWN, Level.TOWNSHIP))
COUNTY_REPLIED = Q(level=Level.TWO_LEVEL) & filled("county_replied_on") & stated("county_opinion")

# 结论
CONCLUDED = Q(conclusion__in=sorted(set(Conclusion) - {Conclusion.UNDECIDED}))
LAWFUL = Q(conclusion=Conclusion.LAWFUL)
NOT_PLAINLY_LAWFUL = Q(
    conclusion__in=(Conclusion.LAWFUL_IF_CHANGED, Conclusion.UNLAWFUL, Conclusion.OUT_OF_POWER)
)
FAILED = Q(conclusion__in=(Conclusion.UNLAWFUL, Conclusion.OUT_OF_POWER))
ITEMS_STATED = Q(items_raised__gt=0) & part("advisers.OpinionItem")
PROHIBITIONS = (
    "adds_power",
    "creates_coercion",
    "adds_conditions",
    "asks_proof",
    "reserved",
    "cuts_rights",
    "exceeds",
    "excludes_competition",
)
NONE_PROHIBITED = Q(**dict.fromkeys(PROHIBITIONS, NO))
ALL_CHECKED = filled("checked_on") & Q(**{f"{name}__in": (YES, NO) for name in PROHIBITIONS})
IN_TIME = same("issued_on", "due_on", "lte")

# 采纳
ADOPTED = Q(adoption=Adoption.ADOPTED)
ADOPTION_STATED = Q(adoption__in=(Adoption.ADOPTED, Adoption.PARTLY, Adoption.REJECTED))
REASONED = ADOPTED | stated("rejection_why")
