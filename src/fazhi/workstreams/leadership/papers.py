"""第一责任人: the documents (文书) of meetings, of what they resolved, and of law reports (述法)."""

from django.db.models import Q

from fazhi.engine.condition import filled, part
from fazhi.engine.paper import Line, Listing, Paper
from fazhi.engine.register import NumberLine
from fazhi.workstreams.leadership.bases import BY_PLACE, OUTLINES, PERFORMED, REPORTED

BLANK = "＿＿＿＿＿＿＿＿"
"""What no column says: written in by hand after download."""
TO_ALL = "各有关单位："
STUDIED = "{Study.topic}；{Study.instrument}；主讲人：{Study.lecturer}"

NAMED = Q(meeting_name__gt="")
"""The meeting is named on the item, since it is not kept as a record of its own."""

DAY_KNOWN, TIME_KNOWN = filled("meet_on"), Q(meet_time__gt="")

# A paper reads as its text: placeholders are columns of the record.
# fmt: off

AGENDA = Listing("leadership.agenda_item", ("name", "kind", "proposer"), empty="二、议程另行通知。",
    where=filled("placed_on") & Q(withdrawn_item_on__isnull=True), order=("placed_on",),
    named=("meeting_name", "name"))
DELIBERATED = Listing("leadership.agenda_item", ("name", "proposer", "result", "resolution"),
    empty="会议没有审议单列的议题。", where=filled("discussed_on"), order=("discussed_on",),
    named=("meeting_name", "name"))

MEETING_NOTICE = Paper("notice", "会议通知", *BY_PLACE, since="called_on", remedy="请先登记“通知日期”",
    when=Q(cancelled_on__isnull=True),
    title="关于召开{name}的通知", to=TO_ALL, text=(
        *(Line(f"定于{when}召开{{name}}，根据{{articles}}，现将有关事项通知如下：", known)
          for when, known in (
            ("{meet_on}{meet_time}", DAY_KNOWN & TIME_KNOWN),
            ("{meet_on}　　时", DAY_KNOWN & Q(meet_time="")),
            ("　　年　　月　　日　　时", Q(meet_on__isnull=True)))),
        Line("一、地点：{place}。", Q(place__gt="")),
        Line("一、地点：" + BLANK, Q(place="")),
        Line("二、议程：", lists=AGENDA),
        Line("主持人：{chair}。", loose=True),
        Line("学法内容：", part("leadership.Study")),
        Line(STUDIED, each="Study", loose=True),
        Line("参会、列席人员：", part("leadership.Attendance")),
        Line("{Attendance.name}；{Attendance.capacity}", each="Attendance", loose=True),
        "请按时参加；因故不能参加的，请提前向会议主持人请假。"))
CANCELLATION = Paper("cancellation", "取消会议通知", *BY_PLACE, since="cancelled_on",
    remedy="请先办理“取消会议”", title="关于取消{name}的通知", to=TO_ALL, text=(
        "{called_on}通知召开的{name}，因{cancel_reason}，决定取消。",))
MINUTES = Paper("minutes", "会议纪要", *BY_PLACE, since="minutes_on", remedy="请先办理“形成纪要”",
    number=NumberLine("minutes", "{mark}纪〔{year}〕{n}号"), bears="minutes_number", title="{name}纪要",
    text=(
        Line("{held_on}，{chair}在{place}主持召开{name}。应到{members}人，实到{present}人。现纪要如下：",
             Q(place__gt="")),
        Line("{held_on}，{chair}主持召开{name}。应到{members}人，实到{present}人。现纪要如下：", Q(place="")),
        Line("会议审议了下列议题：", lists=DELIBERATED),
        "议定事项：{resolutions}。",
        Line("学法内容：{Study.topic}。", loose=True),
        Line("参会、列席人员：", part("leadership.Attendance")),
        Line("{Attendance.name}；{Attendance.capacity}；缺席原因：{Attendance.absent_why}",
             each="Attendance", loose=True)))
RESOLVED = Paper("resolved", "议定事项督办通知", *OUTLINES, since="discussed_on", remedy="请先办理“审议”",
    title="关于落实“{name}”议定事项的通知", to="{proposer}：", text=(
        Line("你单位提请的“{name}”，已经{meeting_name}于{discussed_on}审议，结果：{result}。", NAMED),
        Line("你单位提请的“{name}”，已于{discussed_on}经会议审议，结果：{result}。", Q(meeting_name="")),
        "议定内容：{resolution}。",
        "根据{articles}，请抓好落实，并将落实情况书面报告本机关。"))
DUTY_LIST = Paper("duty_list", "第一责任人职责清单印发通知", *PERFORMED, since="issued_on",
    remedy="请先办理“印发”", title="关于印发{name}的通知", to=TO_ALL, text=(
        "根据{articles}，现将{name}（{version}）印发给你们，请对照落实。",
        Line("文号：{document_number}。", loose=True),
        Line("{DutyItem.post}；{DutyItem.duty}", each="DutyItem")))
REPORT_NOTICE = Paper("report_notice", "述法通知", *REPORTED, since="listed_on",
    remedy="请先登记“列入名单日期”", to="{unit}：", text=(
        "根据{articles}，你单位{person}（{post}）应当述法，述法年度至{year_end_on}。",
        "请于{due_on}前完成。述法应当包括履行推进法治建设第一责任人职责的情况、存在的问题和改进的打算。"))
RATING = Paper("rating", "述法评议意见书", *REPORTED, since="rated_on", remedy="请先办理“评议”",
    to="{unit}：", text=(
        "你单位{person}（{post}）于{delivered_on}述法，形式：{form}。",
        "根据{articles}，经评议，等次为“{grade}”。",
        Line("评议项目：{Rater.criterion}。", loose=True),
        Line("存在的问题：{problems}。", loose=True),
        Line("请于{rectify_by_on}前整改，并将整改情况书面报告本机关。", loose=True)))
# fmt: on

MEETING_PAPERS = (MEETING_NOTICE, CANCELLATION, MINUTES)
ITEM_PAPERS = (RESOLVED,)
LIST_PAPERS = (DUTY_LIST,)
LAW_REPORT_PAPERS = (REPORT_NOTICE, RATING)
