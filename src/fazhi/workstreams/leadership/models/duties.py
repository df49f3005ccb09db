"""第一责任人: duties of the heads, their dossiers, and reports on how they performed (述法)."""

from django.db import models

from fazhi.engine.models import PartModel, RecordModel
from fazhi.organs.models import Organ


class ListStep(models.TextChoices):
    """A version of the list is drafted, issued and replaced."""

    DRAFTED = "drafted", "起草"
    STANDING = "standing", "施行"
    ENDED = "ended", "停止施行"


class DutyList(RecordModel):
    """One version of the list of duties (第一责任人职责清单)."""

    name = models.CharField("清单名称", max_length=200, blank=True)
    version = models.CharField("版本", max_length=40, blank=True)
    drafted_on = models.DateField("起草日期", null=True, blank=True)
    issued_on = models.DateField("印发日期", null=True, blank=True)
    document_number = models.CharField("文号", max_length=80, blank=True)
    ended_on = models.DateField("停止施行日期", null=True, blank=True)

    class Meta:
        verbose_name = "第一责任人职责清单"


class Post(models.TextChoices):
    """Whose duty it is."""

    UNDECIDED = "undecided", "未定"
    PARTY = "party", "党委（党组）主要负责人"
    GOVERNMENT = "government", "政府主要负责人"
    UNIT = "unit", "部门（单位）主要负责人"


class DutyItem(PartModel):
    """One duty of the list."""

    record = models.ForeignKey("leadership.DutyList", models.CASCADE, related_name="items")
    number = models.CharField("序号", max_length=20)
    post = models.CharField("职务", max_length=30, choices=Post, default=Post.UNDECIDED)
    duty = models.CharField("职责", max_length=300)

    class Meta:
        verbose_name = "职责"


class MappingStep(models.TextChoices):
    """A unit owes a place in its plan for a duty, or has it."""

    OWED = "owed", "待承接"
    MAPPED = "mapped", "已承接"


class Mapping(RecordModel):
    """A duty of the list and the item of a unit's year plan that takes it up."""

    duty = models.CharField("职责", max_length=200, blank=True)
    unit = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="承接单位"
    )
    asked_on = models.DateField("要求承接日期", null=True, blank=True)
    mapped_on = models.DateField("列入年度计划日期", null=True, blank=True)
    plan_item = models.CharField("年度计划项目", max_length=200, blank=True)

    class Meta:
        verbose_name = "职责承接"


class DutyStep(models.TextChoices):
    """An act of a head is entered, then proved."""

    ENTERED = "entered", "已登记"
    PROVED = "proved", "已佐证"


class ActKind(models.TextChoices):
    """What the head did."""

    UNDECIDED = "undecided", "未定"
    MEETING = "meeting", "主持会议研究"
    REPORT = "report", "听取汇报"
    INSTRUCTION = "instruction", "批示"
    PROBLEM = "problem", "解决重大问题"
    STUDY = "study", "带头学法"
    COURT = "court", "出庭应诉"
    SURVEY = "survey", "调研督导"
    OTHER = "other", "其他"


class Duty(RecordModel):
    """One act by which a head performed a duty."""

    name = models.CharField("履职事项", max_length=200, blank=True)
    person = models.CharField("姓名", max_length=60, blank=True)
    post = models.CharField("职务", max_length=30, choices=Post, default=Post.UNDECIDED)
    term_from_on = models.DateField("任职起始日期", null=True, blank=True)
    term_until_on = models.DateField("任职终止日期", null=True, blank=True)
    item = models.CharField("职责清单项目", max_length=200, blank=True)
    kind = models.CharField("履职方式", max_length=30, choices=ActKind, default=ActKind.UNDECIDED)
    acted_on = models.DateField("履职日期", null=True, blank=True)
    proved_on = models.DateField("佐证日期", null=True, blank=True)
    evidence = models.CharField("佐证（纪要文号、文件）", max_length=200, blank=True)

    class Meta:
        verbose_name = "第一责任人履职"


class DossierStep(models.TextChoices):
    """A dossier is opened, bound and archived."""

    OPENED = "opened", "收集中"
    BOUND = "bound", "已装订"
    ARCHIVED = "archived", "已归档"


class Dossier(RecordModel):
    """What one head did in one year, bound in volumes (履职专卷)."""

    name = models.CharField("专卷名称", max_length=200, blank=True)
    person = models.CharField("姓名", max_length=60, blank=True)
    post = models.CharField("职务", max_length=30, choices=Post, default=Post.UNDECIDED)
    year_end_on = models.DateField("履职年度末日", null=True, blank=True)
    opened_on = models.DateField("立卷日期", null=True, blank=True)
    bound_on = models.DateField("装订日期", null=True, blank=True)
    volumes = models.PositiveIntegerField("卷数", default=0)
    archived_on = models.DateField("归档日期", null=True, blank=True)

    class Meta:
        verbose_name = "履职专卷"


class DossierPaper(PartModel):
    """One paper of the dossier, in its place."""

    record = models.ForeignKey("leadership.Dossier", models.CASCADE, related_name="papers")
    position = models.PositiveIntegerField("顺序", default=0)
    volume = models.PositiveIntegerField("卷号", default=1)
    paper = models.CharField("材料名称", max_length=200)
    dated_on = models.DateField("材料日期", null=True, blank=True)
    pages = models.PositiveIntegerField("页数", default=0)

    class Meta:
        verbose_name = "卷内材料"
        ordering = ("volume", "position")


class DossierDuty(PartModel):
    """One duty of the list for this person and year, how often it was performed, and what proves it."""

    record = models.ForeignKey("leadership.Dossier", models.CASCADE, related_name="duties")
    number = models.CharField("序号", max_length=20, blank=True)
    duty = models.CharField("职责", max_length=300)
    times = models.PositiveIntegerField("履职次数", default=0)
    evidence = models.CharField("佐证（纪要文号、文件、日期）", max_length=300, blank=True)

    class Meta:
        verbose_name = "履职清单"


class LawReportStep(models.TextChoices):
    """A person owes a report, delivers it, is rated, puts things right."""

    LISTED = "listed", "应述法"
    DELIVERED = "delivered", "已述法"
    RATED = "rated", "已评议"
    RECTIFYING = "rectifying", "整改中"
    CLOSED = "closed", "已办结"
    EXCUSED = "excused", "不再要求"


class Form(models.TextChoices):
    """How the report was made."""

    UNDECIDED = "undecided", "未定"
    ORAL = "oral", "现场述法"
    WRITTEN = "written", "书面述法"


class Grade(models.TextChoices):
    """The grade the raters gave."""

    UNDECIDED = "undecided", "未定"
    GOOD = "good", "好"
    FAIR = "fair", "较好"
    AVERAGE = "average", "一般"
    POOR = "poor", "差"


class LawReport(RecordModel):
    """One person's report on how the law duty was performed in a year."""

    person = models.CharField("姓名", max_length=60, blank=True)
    post = models.CharField("职务", max_length=30, choices=Post, default=Post.UNDECIDED)
    unit = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="所在单位"
    )
    year_end_on = models.DateField("述法年度末日", null=True, blank=True)
    listed_on = models.DateField("列入名单日期", null=True, blank=True)
    due_on = models.DateField("述法期限", null=True, blank=True)
    delivered_on = models.DateField("述法日期", null=True, blank=True)
    form = models.CharField("述法形式", max_length=30, choices=Form, default=Form.UNDECIDED)
    law_section = models.CharField("述法内容", max_length=500, blank=True)
    event = models.CharField("述法会议", max_length=200, blank=True)
    rated_on = models.DateField("评议日期", null=True, blank=True)
    grade = models.CharField("评议等次", max_length=30, choices=Grade, default=Grade.UNDECIDED)
    score = models.PositiveIntegerField("得分（百分之一分）", default=0)
    problems = models.CharField("反馈的问题", max_length=500, blank=True)
    rectify_from_on = models.DateField("反馈日期", null=True, blank=True)
    rectify_by_on = models.DateField("整改期限", null=True, blank=True)
    closed_on = models.DateField("办结日期", null=True, blank=True)
    rectification = models.CharField("整改情况", max_length=300, blank=True)
    excused_on = models.DateField("移出名单日期", null=True, blank=True)
    excuse = models.CharField("移出原因", max_length=300, blank=True)

    class Meta:
        verbose_name = "述法"


class Rater(PartModel):
    """Who rated the report, by which criterion."""

    record = models.ForeignKey("leadership.LawReport", models.CASCADE, related_name="raters")
    rater = models.CharField("评议人", max_length=60)
    criterion = models.CharField("评议项目", max_length=200, blank=True)
    points = models.PositiveIntegerField("评分（百分之一分）", default=0)
    comment = models.CharField("评议意见", max_length=300, blank=True)

    class Meta:
        verbose_name = "评议"
