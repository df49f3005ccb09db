"""重大行政决策: statements about a decision that are true or false, for gates, clocks and figures."""

from django.db.models import OuterRef, Q

from fazhi.engine.answer import Answer
from fazhi.engine.condition import filled, linked, no_part, own, part, same
from fazhi.organs.models import Kind
from fazhi.workstreams.agenda import deliberated, no_item, of_government, on_agenda
from fazhi.workstreams.decisions.models.choices import (
    Change,
    Competition,
    CompetitionBy,
    Consulted,
    ItemKind,
    Meeting,
    Need,
    Result,
    RiskFinding,
    Scope,
    Verdict,
)

YES, NO = Answer.YES, Answer.NO


def stated(field: str) -> Q:
    """The text is not empty."""
    return Q(**{f"{field}__gt": ""})


def required(name: str) -> Q:
    return Q(**{f"{name}_need": Need.REQUIRED})


def spared(name: str) -> Q:
    """The procedure does not apply, and why is stated."""
    return Q(**{f"{name}_need": Need.NOT_REQUIRED}) & stated(f"{name}_reason")


def weighed(name: str) -> Q:
    """Whether the procedure applies has been decided, with a reason where it does not."""
    return required(name) | spared(name)


# 启动与起草

COVERED = Q(scope=Scope.COVERED) & Q(item_kind__in=sorted(set(ItemKind) - {ItemKind.UNDECIDED}))
STUDIED = filled("studied_on") & stated("study")
DRAFTED = filled("drafted_on")
CONSULTED = Q(consulted__in=(Consulted.NOT_CONCERNED, Consulted.AGREED, Consulted.DISAGREED))
DISAGREEMENT_TOLD = Q(
    consulted__in=(Consulted.UNDECIDED, Consulted.NOT_CONCERNED, Consulted.AGREED)
) | stated("disagreement")
PROCEDURES = ("public", "comment", "hearing", "expert", "risk", "competition", "party", "congress")
ALL_WEIGHED = Q()
for procedure in PROCEDURES:
    ALL_WEIGHED &= weighed(procedure)

# 公众参与

URGENT = Q(comment_urgent=YES)
NOT_URGENT = Q(comment_urgent__in=(Answer.UNKNOWN, NO))
SHORTENING_TOLD = stated("comment_short_why")
COMMENT_LONG_ENOUGH = same("comment_closed_on", "comment_due_on", "gte")
SHORTENED_ENOUGH = same("comment_closed_on", "comment_least_on", "gte")
COMMENTS_ADD_UP = same("comments_adopted", "comments", "lte")
REJECTION_TOLD = same("comments_adopted", "comments") | stated("rejected_why")
PUBLIC_HEARD = filled("heard_on") | filled("comment_closed_on") | filled("hearing_held_on")
COMMENTED = filled("comment_closed_on") & filled("answered_on")
HEARING_LISTED = same("hearing_listed_on", "hearing_on", "lt")
HEARING_SENT = same("hearing_sent_on", "hearing_send_due_on", "lte") & same("hearing_held_on", "hearing_on")
HEARD = filled("hearing_held_on") & stated("hearing_adoption")

# 专家论证、风险评估、公平竞争审查

EXPERT = "decisions.Expert"
FREE_EXPERTS = part(EXPERT) & no_part(EXPERT, Q(interested__in=(YES, Answer.UNKNOWN)))
SIGNED_EXPERTS = part(EXPERT) & no_part(EXPERT, Q(signed__in=(NO, Answer.UNKNOWN)))
ARGUED = filled("argued_on") & stated("expert_adoption")
RISK_DESCRIBED = stated("risk_points") & stated("risk_measures")
RISK_FOUND = Q(risk_finding__in=(RiskFinding.CONTROLLABLE, RiskFinding.ADJUSTED, RiskFinding.UNCONTROLLABLE))
RISK_CONTROLLED = Q(risk_finding__in=(RiskFinding.CONTROLLABLE, RiskFinding.ADJUSTED))
COMPETITION_LINKED = linked(
    "business.competition_review", Q(concluded_on__isnull=False, conclusion__in=("compliant", "excepted"))
)
COMPETITION_PASSED = COMPETITION_LINKED | (
    Q(competition__in=(Competition.COMPLIANT, Competition.EXCEPTED)) & filled("competition_on")
)
OF_DEPARTMENT = Q(organ__kind=Kind.DEPARTMENT)
REVIEWED_JOINTLY = COMPETITION_LINKED | Q(competition_by=CompetitionBy.JOINT)

# 合法性审查

CONCLUDED = Q(verdict__in=sorted(set(Verdict) - {Verdict.UNDECIDED}))
PASSED = Q(verdict=Verdict.LAWFUL)
CONDITIONAL = Q(verdict=Verdict.LAWFUL_IF_CHANGED)
FAILED = Q(verdict__in=(Verdict.UNLAWFUL, Verdict.OUT_OF_POWER))
ADJUSTED = same("adjusted_on", "reviewed_on", "gte")
REVIEWED = filled("reviewed_on") & (PASSED | (CONDITIONAL & ADJUSTED))
OPINION_TAKEN = linked("advisers.opinion", Q(issued_on__lte=own("reviewed_on"), conclusion=own("verdict")))
EXCEPTED = (
    filled("reviewed_on")
    & FAILED
    & Q(exploratory=YES)
    & stated("legal_risk")
    & stated("exception_why")
    & stated("exception_by")
)
"""条例第二十五条第二款: reviewed and not found lawful, put forward with its legal risk stated."""
NOT_REDRAFTED = Q(redrafted_on__isnull=True)
REPEATS = (("comment", "answered_on"), ("expert", "argued_on"), ("risk", "assessed_on"),
           ("competition", "competition_on"))  # fmt: skip
"""Procedures that a substantial change of the draft may touch, with the day on which each is done."""
COMPETITION_AGAIN = linked(
    "business.competition_review",
    Q(concluded_on__gte=own("redrafted_on"), conclusion__in=("compliant", "excepted")),
)
REPEATS_FIXED, REPEATED = Q(), same("drafted_on", "redrafted_on", "gte")
for procedure, done in REPEATS:
    REPEATS_FIXED &= Q(**{f"repeat_{procedure}__in": (YES, NO)})
    again = COMPETITION_AGAIN if procedure == "competition" else Q(pk__in=[])
    REPEATED &= Q(**{f"repeat_{procedure}": NO}) | same(done, "redrafted_on", "gte") | again
ENOUGH_TIME = same("review_wanted_on", "review_due_on", "gte") | stated("review_short_why")
POINTS_ADD_UP = same("points_adopted", "points", "lte")
POINTS_ANSWERED = same("points_adopted", "points") | stated("not_adopted_why")
ADVISED = Q(advisers_heard=YES)
REVIEWED_BEFORE = same("reviewed_on", "discussed_on", "lte")

# 集体讨论与决定：会议、出席、不同意见和结果以会议的议题为准；本件自记的会议只为过去没有登记议题的事实保留，
# 有该日议题的，不再问自记的。


def at_meeting(**facts: object) -> Q:
    """A meeting discussed the decision on that day as an item of its agenda, and the item says so."""
    return deliberated("discussed_on", kind="decision", **facts)


def if_noted(where: Q) -> Q:
    """True of the meeting noted on the file itself, where one is and no item tells of it."""
    return NOT_NOTED | at_meeting() | where


NAMED, NOT_NAMED = stated("meeting_number"), Q(meeting_number="")
KNOWN_MEETINGS = sorted(set(Meeting) - {Meeting.UNDECIDED})
NOTED = NAMED | Q(meeting_kind__in=KNOWN_MEETINGS)
NOT_NOTED = NOT_NAMED & Q(meeting_kind=Meeting.UNDECIDED)
ON_AGENDA = NOTED | on_agenda("discussed_on", kind="decision")
BY_MEETING = if_noted(
    Q(meeting_kind__in=(Meeting.EXECUTIVE, Meeting.PLENARY))
    | (Q(meeting_kind=Meeting.UNDECIDED) & of_government("meeting_number"))
)
MOST_PRESENT = if_noted(Q(present__gt=0) & same("present", "members", "lte"))
HEAD_LAST = if_noted(Q(head_last=YES))
RECORDED = if_noted(Q(recorded=YES))
PASSING = (Result.PASSED, Result.PASSED_IF_CHANGED)
# 过去的会议只记了名称、没有记结果的，此后作出的决定说明讨论通过；记了退回、不予通过的除外。
NOTED_PASSED = no_item("discussed_on", kind="decision") & (
    Q(discussion_result__in=PASSING) | (NOTED & Q(discussion_result=Result.UNDECIDED))
)
AGREED = filled("discussed_on") & (NOTED_PASSED | at_meeting(result__in=PASSING))
HEAD_EXPLAINED = (
    Q(with_majority=YES)
    | (Q(with_majority=NO) & stated("head_reason"))
    | at_meeting(against_majority=NO)
    | at_meeting(against_majority=YES, against_reasons__gt="")
)
PARTY_ASKED = filled("party_asked_on")
CONGRESS_TOLD = filled("congress_on")

# 决策以后

OF_NO_CONCERN = Q(concern=NO)
NOT_SECRET = Q(secret_why="")
PUBLISHED = filled("published_on") | stated("secret_why")
PROBLEM_REPORTED = filled("problem_on")


def other_than(column: str) -> Q:
    """The evaluator is not the one named in the column of the draft."""
    return same("evaluator", column, "lt") | same("evaluator", column, "gt")


ASSESSED_BY_OTHERS = other_than("risk_assessor") & no_part(EXPERT, Q(name=OuterRef("evaluator")))
MINOR = Q(change=Change.MINOR)
MAJOR = Q(change=Change.MAJOR)
