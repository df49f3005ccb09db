"""政府规章与立法: statements about a record that are true or false."""

from __future__ import annotations

from django.db.models import Q, TextChoices

from fazhi.engine.answer import Answer
from fazhi.engine.condition import filled, linked, same
from fazhi.organs.models import Level
from fazhi.workstreams.agenda import deliberated, no_item, of_government, on_agenda
from fazhi.workstreams.legislation.models import choices as m

YES, NO = Answer.YES, Answer.NO


def stated(field: str) -> Q:
    """The text is not empty."""
    return Q(**{f"{field}__gt": ""})


def one_of(field: str, *values: str) -> Q:
    return Q(**{f"{field}__in": values})


def decided(field: str, choices: type[TextChoices]) -> Q:
    """The choice is made."""
    return one_of(field, *(one for one in choices.values if one != "undecided"))


# 谁可以制定：机关的层级和登记的制定主体都要相符；地区行署、县级人民政府没有规章制定权
OF_PROVINCE = Q(maker_kind=m.Maker.PROVINCE, organ__level=Level.PROVINCE)
OF_CITY = Q(maker_kind=m.Maker.CITY, organ__level=Level.CITY)
MAY_MAKE = OF_PROVINCE | OF_CITY
CITY_MATTERS = (m.Matter.CONSTRUCTION, m.Matter.ECOLOGY, m.Matter.HERITAGE)
MATTER_2015 = OF_PROVINCE | one_of("matter", *CITY_MATTERS)
MATTER_2023 = OF_PROVINCE | one_of("matter", *CITY_MATTERS, m.Matter.GRASSROOTS)
LAWFUL_TITLE = one_of("title_kind", m.TitleKind.PROVISIONS, m.TitleKind.MEASURES, m.TitleKind.OTHER)
BURDENS_BASED = Q(burdens=NO) | (Q(burdens=YES) & stated("burden_basis"))

# 起草
PUBLIC = Q(consultation=m.Consultation.PUBLIC)
LONG_ENOUGH = PUBLIC & same("comment_to_on", "comment_least_on", "gte")
SHORTENED = PUBLIC & filled("comment_to_on") & stated("consultation_why")
SECRET = Q(consultation=m.Consultation.SECRET) & stated("consultation_why")
ARGUED = Q(interests=NO) | (filled("argued_on") & stated("argument"))
NO_HEARING = Q(hearing=m.Need.NOT_NEEDED)
HEARD = NO_HEARING | filled("heard_on")
HEARING_RECORDED = NO_HEARING | (Q(hearing_record=YES) & stated("hearing_handling"))
ANNOUNCED_IN_TIME = same("hearing_announced_on", "hearing_notice_by_on", "lte")
DEPARTMENTS_HEARD = filled("departments_on") & (Q(differing=NO) | (Q(differing=YES) & stated("differences")))

# 审查
NOT_PUBLISHED_AGAIN = Q(review_from_on__isnull=True)
REVIEW_LONG_ENOUGH = same("review_to_on", "review_least_on", "gte")
COORDINATED = Q(differing=NO) | (filled("coordinated_on") & stated("coordination"))
NOT_FOR_OPERATORS = Q(operators=NO)
COMPETITION_LINKED = linked(
    "business.competition_review", filled("concluded_on") & Q(conclusion__in=("compliant", "excepted"))
)
COMPETITION_PASSED = COMPETITION_LINKED | one_of(
    "competition", m.Competition.COMPLIANT, m.Competition.EXCEPTED
)
REVIEWED_JOINTLY = COMPETITION_LINKED | Q(competition_by=m.CompetitionBy.JOINT)
GROUND_GIVEN = decided("defer_ground", m.DeferGround)
FOUND_LAWFUL = filled("reviewed_on") & one_of("review_result", m.Opinion.LAWFUL, m.Opinion.IF_CHANGED)
PARTY_TOLD = Q(weighty=NO) | filled("party_reported_on")

# 审议：会议和结果以会议的议题为准；本件自记的会议只为过去没有登记议题的事实保留，有该日议题的，不再问自记的
PASSING = (m.Passed.PASSED, m.Passed.IF_CHANGED)
NOTED = stated("meeting_name") | decided("meeting", m.Body)
# 过去的会议只记了名称、没有记结果的，此后的签署、提请说明审议通过；记了再次审议、不予通过的除外
BY_GOVERNMENT = one_of("meeting", m.Body.EXECUTIVE, m.Body.PLENARY) | (
    Q(meeting=m.Body.UNDECIDED) & of_government("meeting_name")
)
MEETING_TOLD = BY_GOVERNMENT & one_of("passed", *PASSING, m.Passed.UNDECIDED)


def discussed(kind: str) -> Q:
    """A meeting that may decide passed the draft, as an item of that kind."""
    passed = deliberated("discussed_on", kind=kind, result__in=PASSING)
    return filled("discussed_on") & (passed | (no_item("discussed_on", kind=kind) & MEETING_TOLD))


RULE_ON_AGENDA = NOTED | on_agenda("discussed_on", kind="rule")
BILL_ON_AGENDA = NOTED | on_agenda("discussed_on", kind="bill")
RULE_DISCUSSED, BILL_DISCUSSED = discussed("rule"), discussed("bill")
ORDER_COMPLETE = stated("order_number") & stated("signer") & filled("effective_on")
AT_ONCE = one_of("at_once", m.AtOnce.SECURITY, m.AtOnce.HAMPERED)
AFTER_THIRTY_DAYS = Q(at_once=m.AtOnce.UNDECIDED)
PUBLISHED_IN_TIME = same("published_on", "publish_by_on", "lte")
CARRIED = stated("gazette") & stated("url") & stated("newspaper")

# 施行以后
MADE_BY_CITY = Q(maker_kind=m.Maker.CITY)
FILED_IN_TIME = same("filed_on", "filing_due_on", "lte")
TEMPORARY = Q(temporary=YES)
EXPLANATION_APPROVED = Q(explanation_approved=YES) & stated("explanation")
GROUND_STATED = decided("ending_ground", m.EndingGround)

# 地方性法规草案
RESEARCHED = filled("researched_on") & (
    linked("legislation.research", filled("held_on")) | stated("research_report")
)
NO_APPROVAL_NEEDED = Q(needs_approval=NO)
TO_BE_APPROVED = Q(needs_approval=YES)

# 立法计划
PROJECT_COMPLETE = stated("name") & filled("drafter") & filled("due_on")
ADDED_ARGUED = Q(added=NO) | filled("argued_on")
ACHIEVED = (
    stated("result")
    | linked("legislation.rule", filled("discussed_on"))
    | linked("legislation.bill", filled("submitted_on"))
)
PROPOSAL_DECIDED = decided("decision", m.ProposalDecision) & stated("decision_why")

# 联系点、清理、运用
ADOPTED_AMONG = same("adopted", "opinions", "lte")
JUDGED = decided("verdict", m.Verdict)
STATUTE_NAMED = stated("statute_name") | linked("legislation.statute")
