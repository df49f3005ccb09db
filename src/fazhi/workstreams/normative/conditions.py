"""行政规范性文件: statements about a record that are true or false."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from fazhi.engine.answer import Answer
from fazhi.engine.condition import Part, filled, linked, own, same
from fazhi.workstreams.agenda import deliberated, no_item, on_agenda
from fazhi.workstreams.normative.models import CleanUp, Document
from fazhi.workstreams.normative.models.choices import (
    Class,
    Competition,
    CompetitionBy,
    Conclusion,
    Consultation,
    EndingGround,
    FilingResult,
    Maker,
    ObjectionKind,
    Opinion,
    Paper,
    Passed,
    Validity,
    Verdict,
)
from fazhi.workstreams.normative.models.review import PROHIBITIONS

YES, NO = Answer.YES, Answer.NO


def stated(field: str) -> Q:
    """The text is not empty."""
    return Q(**{f"{field}__gt": ""})


def one_of(field: str, *values: str) -> Q:
    return Q(**{f"{field}__in": values})


# 制定

LAWFUL_MAKER = one_of(
    "maker_kind", Maker.GOVERNMENT, Maker.OFFICE, Maker.DEPARTMENT, Maker.TOWNSHIP, Maker.AUTHORISED
)
OF_GOVERNMENT = one_of("maker_kind", Maker.GOVERNMENT, Maker.OFFICE)
NORMATIVE = Q(classified=Class.NORMATIVE)
FOR_OPERATORS = Q(operators=YES)
NOT_FOR_OPERATORS = Q(operators=NO)
NOT_KNOWN_FOR_OPERATORS = one_of("operators", Answer.UNKNOWN, NO)
PUBLIC = Q(consultation=Consultation.PUBLIC)
SECRET = Q(consultation=Consultation.SECRET)
LONG_ENOUGH = PUBLIC & same("comment_to_on", "comment_least_on", "gte")
SHORTENED = PUBLIC & filled("comment_to_on") & stated("consultation_why")
EXEMPT = one_of("consultation", Consultation.SECRET, Consultation.URGENT) & stated("consultation_why")
FEEDBACK_GIVEN = one_of("consultation", Consultation.SECRET, Consultation.URGENT) | filled(
    "comment_feedback_on"
)
COMMENTS_ADD_UP = Q(comments_adopted__isnull=True) | same("comments_adopted", "comments", "lte")
REJECTION_TOLD = (
    Q(comments__isnull=True)
    | Q(comments=0)
    | same("comments_adopted", "comments")
    | stated("comments_rejected_why")
)
COMPETITION_LINKED = linked(
    "business.competition_review", filled("concluded_on") & Q(conclusion__in=("compliant", "excepted"))
)
COMPETITION_PASSED = COMPETITION_LINKED | one_of("competition", Competition.COMPLIANT, Competition.EXCEPTED)
NOT_OF_GOVERNMENT = one_of("maker_kind", Maker.OFFICE, Maker.DEPARTMENT, Maker.TOWNSHIP, Maker.AUTHORISED)
REVIEWED_JOINTLY = COMPETITION_LINKED | Q(competition_by=CompetitionBy.JOINT)
POINTS_ANSWERED = (
    same("points_adopted", "points")
    | (same("points_adopted", "points", "lt") & stated("points_rejected_why"))
    | Q(points__isnull=True)
)
ADJUSTED = same("adjusted_on", "reviewed_on", "gte")
READY = filled("reviewed_on") & (
    Q(review_result=Opinion.LAWFUL) | (Q(review_result=Opinion.IF_CHANGED) & ADJUSTED)
)
FOUND_LAWFUL = filled("reviewed_on") & one_of("review_result", Opinion.LAWFUL, Opinion.IF_CHANGED)
OPINION_TAKEN = linked(
    "advisers.opinion", Q(issued_on__lte=own("reviewed_on"), conclusion=own("review_result"))
)


def at_meeting(**facts: object) -> Q:
    """A meeting deliberated the document on that day as an item of its agenda, and the item says so."""
    return deliberated("decided_on", kind="normative", **facts)


# 会议和结果以会议的议题为准；本件自记的会议只为过去没有登记议题的事实保留，有该日议题的，不再问自记的
NOTED, NOT_NOTED = stated("meeting"), Q(meeting="")
ON_AGENDA = NOTED | on_agenda("decided_on", kind="normative")
PASSING = (Passed.PASSED, Passed.IF_CHANGED)
RESULT_NOTED, NO_RESULT_NOTED = NOTED & one_of("passed", *PASSING), NOT_NOTED | Q(passed=Passed.UNDECIDED)
# 过去的会议只记了名称、没有记结果的，此后的签署说明审议通过；记了再次审议、不予通过的除外
NOTED_PASSED = no_item("decided_on", kind="normative") & (
    one_of("passed", *PASSING) | (NOTED & Q(passed=Passed.UNDECIDED))
)
PASSED = filled("decided_on") & (NOTED_PASSED | at_meeting(result__in=PASSING))

# 施行、备案

FILED_IN_TIME = same("filed_on", "filing_due_on", "lte")
ACCEPTED_AT_ONCE = Q(filing_result=FilingResult.ACCEPTED)
GENERAL, TRIAL = Q(validity=Validity.GENERAL), Q(validity=Validity.TRIAL)
NO_STATED_END = Q(expires_on__isnull=True)
TO_KEEP = filled("evaluated_on") & Q(evaluation=Conclusion.KEEP)
PROLONGED = same("renewed_on", "expires_on", "lt")
GROUND_STATED = one_of("ending_ground", *(one for one in EndingGround if one != EndingGround.UNDECIDED))

# 审查

OF_DRAFT, OF_FILING = Q(kind=Paper.NORMATIVE), Q(kind=Paper.FILING)
OF_CONSULTATION = Q(kind=Paper.CONSULTATION)
OTHER_THAN_DRAFT = one_of("kind", Paper.REFERRED, Paper.CONSULTATION, Paper.FILING, Paper.OTHER)
URGENT = Q(urgent=YES)
EIGHT_KEPT = Q(**{name: YES for name, _ in PROHIBITIONS})
NOT_LAWFUL = one_of("result", Opinion.UNLAWFUL, Opinion.OUT_OF_POWER)
CONCLUDED = one_of("result", *(one for one in Opinion if one != Opinion.UNDECIDED))
PUT_RIGHT = filled("corrected_on") | filled("annulled_on")

# 清理


class AllFiled(Part):
    """No document of the organ was published in the year of the list without being filed."""

    def __init__(self) -> None:
        super().__init__(
            "normative.Document",
            Q(withdrawn_on__isnull=True, filed_on__isnull=True, published_on__isnull=False),
        )

    def rows(self) -> Exists:
        made = {"published_on__year": OuterRef("year_end_on__year"), "organ": OuterRef("organ")}
        listing: QuerySet[Document] = QuerySet(Document).filter(self.where, **made)
        return ~Exists(listing)  # type: ignore[return-value]  # negated, it is resolved alike


class AllJudged(Part):
    """No document is listed in the round of this name, in the same organ, without a verdict."""

    def __init__(self) -> None:
        super().__init__(
            "normative.CleanUp",
            Q(withdrawn_on__isnull=True) & (Q(judged_on__isnull=True) | Q(verdict=Verdict.UNDECIDED)),
        )

    def rows(self) -> Exists:
        listed = {"round_name": OuterRef("name"), "organ": OuterRef("organ")}
        listing: QuerySet[CleanUp] = QuerySet(CleanUp).filter(self.where, **listed)
        return ~Exists(listing)  # type: ignore[return-value]  # negated, it is resolved alike


ALL_FILED, ALL_JUDGED = Q(AllFiled()), Q(AllJudged())
ROUND_PASSED = NOTED | on_agenda("approved_on", result__in=PASSING)
JUDGED = one_of("verdict", Verdict.KEEP, Verdict.CHANGE, Verdict.ABOLISH, Verdict.INVALID)

# 审查建议

BY_COURT = Q(kind=ObjectionKind.COURT)
TO_EXPLAIN, TRANSFERRED = Q(kind=ObjectionKind.EXPLAIN), Q(kind=ObjectionKind.TRANSFER)
FINDING_STATED = one_of("finding", *(one for one in Opinion if one != Opinion.UNDECIDED)) & stated("answer")
FOUND_GOOD = Q(finding=Opinion.LAWFUL)
