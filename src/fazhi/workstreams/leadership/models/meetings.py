"""第一责任人: meetings of every body in one table, and the items of their agendas in another."""

from django.db import models

from fazhi.engine.answer import Answer
from fazhi.engine.models import PartModel, RecordModel
from fazhi.organs.models import Organ


class MeetingStep(models.TextChoices):
    """A meeting is called, held, put on record and archived."""

    CALLED = "called", "已通知"
    HELD = "held", "已召开"
    RECORDED = "recorded", "已形成纪要"
    ARCHIVED = "archived", "已归档"
    CANCELLED = "cancelled", "取消"


class Body(models.TextChoices):
    """Which body met."""

    UNDECIDED = "undecided", "未定"
    STANDING_COMMITTEE = "standing_committee", "党委常委会会议"
    EXECUTIVE = "executive", "政府常务会议"
    PLENARY = "plenary", "政府全体会议"
    COMMISSION = "commission", "全面依法治理委员会会议"
    COMMISSION_OFFICE = "commission_office", "委员会办公室会议"
    LEADING_GROUP = "leading_group", "法治政府建设领导小组会议"
    OFFICE = "office", "部门办公会议"
    STUDY_GROUP = "study_group", "理论学习中心组学习"
    PROMOTION = "promotion", "法治政府建设推进会"
    OTHER = "other", "其他会议"


class Meeting(RecordModel):
    """One meeting; whatever it dealt with, it is one row and is counted once."""

    name = models.CharField("会议名称", max_length=200, blank=True)
    kind = models.CharField("会议种类", max_length=30, choices=Body, default=Body.UNDECIDED)
    session = models.PositiveIntegerField("届次（第几次）", default=0)
    called_on = models.DateField("通知日期", null=True, blank=True)
    meet_on = models.DateField("拟召开日期", null=True, blank=True)
    meet_time = models.CharField("召开时间（几时）", max_length=40, blank=True)
    place = models.CharField("会议地点", max_length=120, blank=True)
    held_on = models.DateField("召开日期", null=True, blank=True)
    chair = models.CharField("主持人", max_length=60, blank=True)
    members = models.PositiveIntegerField("应到人数", default=0)
    present = models.PositiveIntegerField("实到人数", default=0)
    governance = models.CharField("研究法治建设", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    heard = models.CharField("听取法治工作汇报", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    relayed = models.CharField("传达学习重要精神", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    minutes_on = models.DateField("纪要日期", null=True, blank=True)
    minutes_number = models.CharField("纪要文号", max_length=80, blank=True)
    resolutions = models.CharField("议定事项", max_length=500, blank=True)
    archived_on = models.DateField("归档日期", null=True, blank=True)
    cancelled_on = models.DateField("取消日期", null=True, blank=True)
    cancel_reason = models.CharField("取消原因", max_length=300, blank=True)

    class Meta:
        verbose_name = "会议"


class Capacity(models.TextChoices):
    """In which capacity somebody was there."""

    UNDECIDED = "undecided", "未定"
    MEMBER = "member", "组成人员"
    DEPUTY = "deputy", "人大代表、政协委员（列席）"
    LEGAL_HEAD = "legal_head", "法治机构负责人（列席）"
    ADVISER = "adviser", "法律顾问（列席）"
    INVITED = "invited", "其他列席人员"


class Attendance(PartModel):
    """Who was to be there, in which capacity, and whether they were."""

    record = models.ForeignKey("leadership.Meeting", models.CASCADE, related_name="attendances")
    name = models.CharField("姓名", max_length=60)
    capacity = models.CharField("身份", max_length=30, choices=Capacity, default=Capacity.UNDECIDED)
    attended = models.CharField("到会", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    absent_why = models.CharField("缺席原因", max_length=200, blank=True)

    class Meta:
        verbose_name = "参会人员"


class StudyKind(models.TextChoices):
    """What sort of study it was."""

    UNDECIDED = "undecided", "未定"
    BEFORE = "before", "会前学法"
    LECTURE = "lecture", "法治专题讲座"
    GROUP = "group", "中心组学法"


class Study(PartModel):
    """What was studied at the meeting (会前学法、讲座、中心组学法)."""

    record = models.ForeignKey("leadership.Meeting", models.CASCADE, related_name="studies")
    kind = models.CharField("学习形式", max_length=30, choices=StudyKind, default=StudyKind.UNDECIDED)
    topic = models.CharField("学习内容", max_length=200)
    instrument = models.CharField("法律、文件名称", max_length=200, blank=True)
    lecturer = models.CharField("主讲人", max_length=60, blank=True)
    minutes = models.PositiveIntegerField("时长（分钟）", default=0)
    attendees = models.PositiveIntegerField("参加人数", default=0)
    plan_item = models.CharField("学法计划项目", max_length=200, blank=True)

    class Meta:
        verbose_name = "学法内容"


class ItemStep(models.TextChoices):
    """An item is proposed, placed, discussed and carried out."""

    PROPOSED = "proposed", "已提请"
    PLACED = "placed", "已列入议程"
    DISCUSSED = "discussed", "已审议"
    SETTLED = "settled", "已落实"
    WITHDRAWN = "withdrawn", "撤回"


class ItemKind(models.TextChoices):
    """What an item asks of the meeting."""

    UNDECIDED = "undecided", "未定"
    STUDY = "study", "专题研究"
    HEAR_REPORT = "hear_report", "听取汇报"
    DECISION = "decision", "重大行政决策"
    NORMATIVE = "normative", "行政规范性文件"
    RULE = "rule", "规章草案"
    BILL = "bill", "地方性法规草案"
    DEPLOYMENT = "deployment", "部署推进"
    LAW_STUDY = "law_study", "学法"
    OTHER = "other", "其他"


class Exemption(models.TextChoices):
    """Why an item goes to the meeting although no opinion found it lawful."""

    UNDECIDED = "undecided", "无"
    REFORM = "reform", "国家尚无明确规定的探索性改革，明示法律风险"
    EMERGENCY = "emergency", "突发事件应对，法律、行政法规另有程序规定"


class Result(models.TextChoices):
    """What the meeting made of it."""

    UNDECIDED = "undecided", "未定"
    PASSED = "passed", "通过"
    PASSED_IF_CHANGED = "passed_if_changed", "修改后通过"
    AGAIN = "again", "再次讨论"
    REJECTED = "rejected", "不予通过"
    NOTED = "noted", "听取、知悉"


class AgendaItem(RecordModel):
    """One item of an agenda; what other registers are about is linked with it."""

    name = models.CharField("议题", max_length=200, blank=True)
    kind = models.CharField("议题种类", max_length=30, choices=ItemKind, default=ItemKind.UNDECIDED)
    proposer = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="提请单位"
    )
    proposed_on = models.DateField("提请日期", null=True, blank=True)
    exemption = models.CharField(
        "未经审查的例外", max_length=30, choices=Exemption, default=Exemption.UNDECIDED
    )
    exemption_why = models.CharField("例外理由（法律风险）", max_length=300, blank=True)
    exemption_by = models.CharField("批准人", max_length=60, blank=True)
    review_number = models.CharField("草案审查意见文号", max_length=80, blank=True)
    placed_on = models.DateField("列入议程日期", null=True, blank=True)
    meeting_name = models.CharField("会议名称", max_length=200, blank=True)
    discussed_on = models.DateField("审议日期", null=True, blank=True)
    head_last = models.CharField("主要负责人最后发言", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    against_majority = models.CharField(
        "拟作决定与多数意见不一致", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    against_reasons = models.CharField("在会上说明的理由", max_length=300, blank=True)
    dissent = models.CharField("有不同意见", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    in_favour = models.PositiveSmallIntegerField("同意人数", default=0)
    result = models.CharField("审议结果", max_length=30, choices=Result, default=Result.UNDECIDED)
    resolution = models.CharField("议定内容", max_length=500, blank=True)
    settled_on = models.DateField("落实日期", null=True, blank=True)
    settlement = models.CharField("落实情况", max_length=300, blank=True)
    withdrawn_item_on = models.DateField("撤回议题日期", null=True, blank=True)
    withdrawn_why = models.CharField("撤回原因", max_length=300, blank=True)

    class Meta:
        verbose_name = "议题"


class Dissent(PartModel):
    """A different opinion, recorded as it was given."""

    record = models.ForeignKey("leadership.AgendaItem", models.CASCADE, related_name="dissents")
    name = models.CharField("姓名", max_length=60)
    opinion = models.CharField("不同意见", max_length=500)

    class Meta:
        verbose_name = "不同意见"
