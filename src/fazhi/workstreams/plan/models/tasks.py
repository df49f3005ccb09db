"""计划·督察·考核: programmes with clauses, tasks of the year, responsibility letters, problems."""

from django.db import models

from fazhi.engine.answer import Answer
from fazhi.engine.models import PartModel, RecordModel
from fazhi.organs.models import Organ


class ProgrammeStep(models.TextChoices):
    """A programme is drafted, stands, and is ended."""

    DRAFTED = "drafted", "拟订"
    STANDING = "standing", "施行"
    ENDED = "ended", "终止"


class ProgrammeKind(models.TextChoices):
    """What a programme is, from the centre's Outline to a unit's own key points."""

    UNDECIDED = "undecided", "未定"
    OUTLINE = "outline", "法治政府建设实施纲要"
    SOCIETY = "society", "法治社会建设实施方案"
    IMPLEMENTATION = "implementation", "实施意见、实施方案"
    ANNUAL = "annual", "年度重点工作安排"
    UNIT = "unit", "单位年度工作要点"
    OTHER = "other", "其他"


class Tier(models.TextChoices):
    """Whose programme it is."""

    UNDECIDED = "undecided", "未定"
    NATION = "nation", "中央"
    PROVINCE = "province", "省"
    CITY = "city", "市"
    COUNTY = "county", "县（市、区）"
    UNIT = "unit", "单位"


class Programme(RecordModel):
    """A programme: an edition of the Outline, what implements it here, the arrangement of a year."""

    name = models.CharField("名称", max_length=200, blank=True)
    document_number = models.CharField("文号", max_length=80, blank=True)
    kind = models.CharField("种类", max_length=30, choices=ProgrammeKind, default=ProgrammeKind.UNDECIDED)
    tier = models.CharField("层级", max_length=30, choices=Tier, default=Tier.UNDECIDED)
    above = models.CharField("上级规划", max_length=200, blank=True)
    aspects = models.PositiveIntegerField("部署方面数", default=0)
    from_on = models.DateField("起始日期", null=True, blank=True)
    until_on = models.DateField("终止日期（规划期）", null=True, blank=True)
    drafted_on = models.DateField("拟订日期", null=True, blank=True)
    issued_on = models.DateField("印发日期", null=True, blank=True)
    deployed_on = models.DateField("年初部署日期", null=True, blank=True)
    checked_on = models.DateField("年中督查日期", null=True, blank=True)
    appraised_on = models.DateField("年底考核日期", null=True, blank=True)
    ended_on = models.DateField("停止施行日期", null=True, blank=True)
    ended_why = models.CharField("停止施行原因", max_length=200, blank=True)

    class Meta:
        verbose_name = "规划安排"


class Clause(PartModel):
    """One clause of a programme; tasks name it as their source."""

    record = models.ForeignKey("plan.Programme", models.CASCADE, related_name="clauses")
    clause = models.CharField("条款编号", max_length=40)
    heading = models.CharField("条款标题", max_length=200, blank=True)
    demand = models.CharField("任务要求", max_length=500, blank=True)
    task = models.CharField("承接任务", max_length=200, blank=True)
    unit = models.CharField("牵头单位", max_length=120, blank=True)

    class Meta:
        verbose_name = "条款"


class TaskStep(models.TextChoices):
    """From the day a task is set to its verified end."""

    SET = "set", "已下达"
    UNDERWAY = "underway", "推进中"
    REPORTED = "reported", "报告完成"
    DONE = "done", "已核实"
    ROLLED = "rolled", "滚入下一年度"
    CANCELLED = "cancelled", "取消"


class Task(RecordModel):
    """One task of the year, a line of the ledger and chart (法治账图)."""

    code = models.CharField("编号", max_length=40, blank=True)
    name = models.CharField("任务", max_length=200, blank=True)
    source = models.CharField("来源条款", max_length=200, blank=True)
    above = models.CharField("上级任务", max_length=200, blank=True)
    measure = models.CharField("具体举措", max_length=500, blank=True)
    year_end_on = models.DateField("任务年度末日", null=True, blank=True)
    set_on = models.DateField("下达日期", null=True, blank=True)
    lead_unit = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="牵头单位"
    )
    leader = models.CharField("牵头领导", max_length=60, blank=True)
    deputy = models.CharField("分管领导", max_length=60, blank=True)
    due_on = models.DateField("完成期限", null=True, blank=True)
    node_on = models.DateField("下一节点期限", null=True, blank=True)
    priority = models.CharField("重点任务", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    carried = models.CharField("上年滚入", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    begun_on = models.DateField("启动日期", null=True, blank=True)
    progressed_on = models.DateField("最近进展日期", null=True, blank=True)
    percent = models.PositiveIntegerField("进度（百分数）", default=0)
    completed_on = models.DateField("报告完成日期", null=True, blank=True)
    result = models.CharField("完成情况", max_length=500, blank=True)
    returned_on = models.DateField("退回日期", null=True, blank=True)
    return_reason = models.CharField("退回原因", max_length=300, blank=True)
    verified_on = models.DateField("核实日期", null=True, blank=True)
    verification = models.CharField("核实意见", max_length=300, blank=True)
    rolled_on = models.DateField("滚入下一年度日期", null=True, blank=True)
    unfinished_why = models.CharField("未完成原因", max_length=300, blank=True)
    next_task = models.CharField("下一年度任务", max_length=200, blank=True)
    cancelled_on = models.DateField("取消日期", null=True, blank=True)
    cancel_reason = models.CharField("取消原因", max_length=300, blank=True)

    class Meta:
        verbose_name = "法治任务"


class Assistant(PartModel):
    """A unit that assists with a task."""

    record = models.ForeignKey("plan.Task", models.CASCADE, related_name="assistants")
    unit = models.CharField("单位", max_length=120)
    share = models.CharField("分工", max_length=200, blank=True)

    class Meta:
        verbose_name = "配合单位"


class Milestone(PartModel):
    """A point on the way, scheduled backwards from the due day (倒排进度)."""

    record = models.ForeignKey("plan.Task", models.CASCADE, related_name="milestones")
    name = models.CharField("节点", max_length=200)
    due_on = models.DateField("节点期限")
    done_on = models.DateField("完成日期", null=True, blank=True)

    class Meta:
        verbose_name = "节点"


class Progress(PartModel):
    """One report of progress with its evidence."""

    record = models.ForeignKey("plan.Task", models.CASCADE, related_name="progresses")
    told_on = models.DateField("报告日期")
    percent = models.PositiveIntegerField("进度（百分数）", default=0)
    text = models.CharField("进展", max_length=500, blank=True)
    evidence = models.CharField("佐证", max_length=200, blank=True)

    class Meta:
        verbose_name = "进展报告"


class LetterStep(models.TextChoices):
    """A responsibility letter is drafted, signed and settled."""

    DRAFTED = "drafted", "拟订"
    SIGNED = "signed", "已签订"
    SETTLED = "settled", "已兑现"


class UnitKind(models.TextChoices):
    """The kind of unit that signs."""

    UNDECIDED = "undecided", "未定"
    COUNTY = "county", "县（市、区）政府"
    DEPARTMENT = "department", "市（县）直部门"
    STATIONED = "stationed", "驻地执法单位"
    TOWNSHIP = "township", "乡镇（街道）"


class Letter(RecordModel):
    """A unit's signed commitment for the year; the record belongs to the unit that signs."""

    name = models.CharField("名称", max_length=200, blank=True)
    unit_kind = models.CharField("单位类别", max_length=30, choices=UnitKind, default=UnitKind.UNDECIDED)
    year_end_on = models.DateField("责任年度末日", null=True, blank=True)
    drafted_on = models.DateField("拟订日期", null=True, blank=True)
    signed_on = models.DateField("签订日期", null=True, blank=True)
    signatory = models.CharField("签订人", max_length=60, blank=True)
    superior = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="交办机关"
    )
    settled_on = models.DateField("兑现日期", null=True, blank=True)
    settlement = models.CharField("兑现情况", max_length=300, blank=True)

    class Meta:
        verbose_name = "目标管理责任书"


class Target(PartModel):
    """One target of a letter."""

    record = models.ForeignKey("plan.Letter", models.CASCADE, related_name="targets")
    target = models.CharField("目标", max_length=200)
    measure = models.CharField("衡量标准", max_length=200, blank=True)
    result = models.CharField("完成情况", max_length=200, blank=True)

    class Meta:
        verbose_name = "目标"


class ProblemStep(models.TextChoices):
    """A problem is raised, answered with a measure, solved or rolled into the next year."""

    RAISED = "raised", "已提出"
    ANSWERED = "answered", "整改中"
    SOLVED = "solved", "已解决"
    ROLLED = "rolled", "滚入下一年度"


class Trend(models.TextChoices):
    """How a problem moves against the year before."""

    UNDECIDED = "undecided", "未定"
    BETTER = "better", "好转"
    SAME = "same", "持平"
    WORSE = "worse", "加重"


class Problem(RecordModel):
    """A shortcoming named in a report or a list, with the measure that answers it."""

    name = models.CharField("问题", max_length=200, blank=True)
    list_name = models.CharField("所属清单", max_length=120, blank=True)
    source = models.CharField("来源（报告、清单）", max_length=200, blank=True)
    cause = models.CharField("原因", max_length=500, blank=True)
    raised_on = models.DateField("提出日期", null=True, blank=True)
    unit = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="责任单位"
    )
    carried = models.CharField("上年滚入", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    trend = models.CharField("与上年相比", max_length=30, choices=Trend, default=Trend.UNDECIDED)
    measure = models.CharField("整改措施", max_length=500, blank=True)
    due_on = models.DateField("解决期限", null=True, blank=True)
    answered_on = models.DateField("制定措施日期", null=True, blank=True)
    solved_on = models.DateField("解决日期", null=True, blank=True)
    result = models.CharField("解决情况", max_length=300, blank=True)
    rolled_on = models.DateField("滚入下一年度日期", null=True, blank=True)
    unfinished_why = models.CharField("未解决原因", max_length=300, blank=True)
    next_problem = models.CharField("下一年度任务或者问题", max_length=200, blank=True)

    class Meta:
        verbose_name = "存在问题"


class SubmissionStep(models.TextChoices):
    """A unit is asked for its part, hands it in, and it is accepted or returned."""

    ASKED = "asked", "已要求"
    SUBMITTED = "submitted", "已报送"
    ACCEPTED = "accepted", "已采用"


class Submission(RecordModel):
    """A unit's own summary or part of the report, due on a day."""

    topic = models.CharField("报送内容", max_length=200, blank=True)
    template = models.CharField("提纲", max_length=300, blank=True)
    asked_on = models.DateField("要求日期", null=True, blank=True)
    unit = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="报送单位"
    )
    due_on = models.DateField("报送期限", null=True, blank=True)
    submitted_on = models.DateField("报送日期", null=True, blank=True)
    summary = models.CharField("摘要", max_length=500, blank=True)
    returned_on = models.DateField("退回日期", null=True, blank=True)
    return_reason = models.CharField("退回原因", max_length=300, blank=True)
    accepted_on = models.DateField("采用日期", null=True, blank=True)

    class Meta:
        verbose_name = "单位报送"
