"""第一责任人: the figures we count, the sentences we report. A meeting is one row and counts once."""

from django.db.models import Q

from fazhi.engine.answer import Answer
from fazhi.engine.condition import filled, linked, part
from fazhi.engine.figures.kinds import Count, Floor, Indicator, Share
from fazhi.engine.figures.sentence import Sentence, any_of, says
from fazhi.law.editions import LOCAL, OUTLINE_2021
from fazhi.workstreams.leadership.meeting import EXEMPTED
from fazhi.workstreams.leadership.models.meetings import Body, Capacity, ItemKind, Result, StudyKind

# fmt: off

YES = Answer.YES
TREATED = (ItemKind.STUDY, ItemKind.HEAR_REPORT, ItemKind.DEPLOYMENT)
GOVERNANCE = Q(governance=YES) | linked("leadership.agenda_item", Q(kind__in=TREATED))
"""By the minutes, or by an item of the agenda: either way the meeting counts once."""
HEARD = Q(heard=YES) | linked("leadership.agenda_item", Q(kind=ItemKind.HEAR_REPORT))


def held(
    key: str, label: str, where: Q, *phrases: str, note: str = "", floor: Floor | None = None
) -> Count:
    """Meetings held that did so."""
    return Count(key, label, on="held_on", where=where, of="meeting", unit="次", says=phrases, note=note,
        floor=floor)


def studied(kind: StudyKind) -> Q:
    return part("leadership.Study", Q(kind=kind))


# 会议

MEETINGS = held("meetings", "召开会议", Q())
STANDING = held("standing_committee_meetings", "党委常委会会议研究法治建设",
    GOVERNANCE & Q(kind=Body.STANDING_COMMITTEE))
EXECUTIVE = held("executive_meetings", "常务会议研究法治政府建设", GOVERNANCE & Q(kind=Body.EXECUTIVE),
    "常务会议|常务会|政府常务会议 研究法治政府建设|研究法治建设|专题研究法治政府建设",
    "常务会议|常务会 研究法治政府建设工作", ">政府常务会议|常务会议 &研究法治|召开|组织召开 @法治")
HEARD_MEETINGS = held("heard_meetings", "政府常务会议听取法治政府建设工作汇报",
    HEARD & Q(kind=Body.EXECUTIVE),
    note="示范创建指标一般要求每年不少于两次，由各地规定。",
    floor=Floor("AR-T10", 2, LOCAL.whole(), local=True))
PLENARY = held("plenary_meetings", "政府全体会议研究法治政府建设", GOVERNANCE & Q(kind=Body.PLENARY))
COMMITTEE = held("committee_meetings", "依法治理委员会会议", Q(kind=Body.COMMISSION),
    "召开|组织召开 依法治县委员会会议|依法治市委员会会议|依法治区委员会会议|全面依法治县委员会会议|"
    "全面依法治市委员会会议|全面依法治区委员会会议",
    "依法治县委员会|依法治市委员会|依法治区委员会 会议|全体会议")
COMMISSION_OFFICE = held("commission_office_meetings", "委员会办公室会议", Q(kind=Body.COMMISSION_OFFICE))
LEADING_GROUP = held("leading_group_meetings", "法治政府建设领导小组会议", Q(kind=Body.LEADING_GROUP))
OFFICE = held("office_meetings", "部门办公会议研究法治建设", GOVERNANCE & Q(kind=Body.OFFICE))
PROMOTION = held("promotion_meetings", "法治政府建设推进会", Q(kind=Body.PROMOTION),
    "召开|组织召开 法治政府建设工作推进会议|法治政府建设推进会|法治政府建设工作推进会|法治政府建设推进会议")
RELAYED = held("relay_meetings", "常委会会议、常务会议传达学习",
    (Q(relayed=YES) | linked("leadership.instruction", filled("relayed_on")))
    & Q(kind__in=(Body.STANDING_COMMITTEE, Body.EXECUTIVE)))
STUDY_GROUP = held("study_group_sessions", "理论学习中心组学习", Q(kind=Body.STUDY_GROUP))
STUDY_GROUP_LAW = held("study_group_law", "理论学习中心组学法",
    Q(kind=Body.STUDY_GROUP) & part("leadership.Study"))
BEFORE = held("pre_meeting_studies", "会前学法", studied(StudyKind.BEFORE),
    note="次数由各地规定，常见每年四次以上。", floor=Floor("AR-T11", 4, LOCAL.whole(), local=True))
LECTURES = held("lectures", "法治专题讲座", studied(StudyKind.LECTURE),
    note="《纲要》要求政府领导班子每年不少于两期。",
    floor=Floor("AR-T9", 2, OUTLINE_2021.whole(), local=True))
LEGAL_HEAD_RATE = Share("legal_head_rate", "法治机构负责人列席率（列席的会议/召开的会议）", whole=MEETINGS,
    where=part("leadership.Attendance", Q(capacity=Capacity.LEGAL_HEAD, attended=YES)), of="meeting")
DEPUTIES_RATE = Share("deputies_rate", "人大代表、政协委员列席率（列席的会议/召开的会议）", whole=MEETINGS,
    where=part("leadership.Attendance", Q(capacity=Capacity.DEPUTY, attended=YES)), of="meeting")

# 议题


def item(key: str, label: str, where: Q, on: str = "discussed_on") -> Count:
    """Items discussed so."""
    return Count(key, label, on=on, where=where, of="agenda_item", unit="项")


ITEMS = item("items", "审议议题", Q())
RESULTS = tuple(
    item(f"items_{result}", f"审议议题（{result.label}）", Q(result=result))
    for result in Result if result != Result.UNDECIDED
)
DECISION_ITEMS = item("decision_items", "审议重大行政决策", Q(kind=ItemKind.DECISION))
NORMATIVE_ITEMS = item("normative_items", "审议行政规范性文件", Q(kind=ItemKind.NORMATIVE))
RULE_ITEMS = item("rule_items", "审议规章草案", Q(kind=ItemKind.RULE))
BILL_ITEMS = item("bill_items", "审议地方性法规草案", Q(kind=ItemKind.BILL))
EXEMPTED_ITEMS = item("exempted_items", "以例外列入议程的议题", EXEMPTED, on="placed_on")
DISSENT_ITEMS = item("dissent_items", "有不同意见的议题", Q(dissent=YES))

INDICATORS: tuple[Indicator, ...] = (
    MEETINGS, STANDING, EXECUTIVE, HEARD_MEETINGS, PLENARY, COMMITTEE, COMMISSION_OFFICE, LEADING_GROUP,
    OFFICE, PROMOTION, RELAYED, STUDY_GROUP, STUDY_GROUP_LAW, BEFORE, LECTURES, LEGAL_HEAD_RATE,
    DEPUTIES_RATE, ITEMS, *RESULTS, DECISION_ITEMS, NORMATIVE_ITEMS, RULE_ITEMS,
    BILL_ITEMS, EXEMPTED_ITEMS, DISSENT_ITEMS,
)

SENTENCES = (
    Sentence("meetings", "会议", (
        says(any_of("executive_meetings"), "政府常务会议研究法治政府建设{executive_meetings}次。"),
    )),
    Sentence("committee", "委员会", (
        says(any_of("committee_meetings"), "召开依法治县委员会会议{committee_meetings}次。"),
    )),
    Sentence("promotion", "推进会", (
        says(any_of("promotion_meetings"), "召开法治政府建设推进会{promotion_meetings}次。"),
    )),
)
