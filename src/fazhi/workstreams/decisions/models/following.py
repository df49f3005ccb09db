"""What follows a decision: publication, archive, execution, change, evaluation."""

from django.db import models

from fazhi.engine.answer import Answer
from fazhi.organs.models import Organ
from fazhi.workstreams.decisions.models.choices import Change, EvaluationGround, EvaluationResult
from fazhi.workstreams.decisions.models.forming import reason


class Following(models.Model):
    """Publication, archive, execution, adjustment and evaluation (条例第三十二条至第三十七条)."""

    published_on = models.DateField("公布日期", null=True, blank=True)
    url = models.CharField("公布网址", max_length=300, blank=True)
    gazette = models.CharField("公报期号", max_length=60, blank=True)
    concern = models.CharField(
        "公众普遍关心或者专业性较强", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    adoption_told = models.CharField(
        "已说明意见采纳情况", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    secret_why = reason("不予公布的依据")
    filed_on = models.DateField("过程材料归档日期", null=True, blank=True)
    file_number = models.CharField("档号", max_length=80, blank=True)
    file_complete = models.CharField("过程记录完整", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    executor = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="决策执行单位"
    )
    executed_on = models.DateField("报告执行情况日期", null=True, blank=True)
    execution = models.CharField("执行情况", max_length=500, blank=True)
    tracked_on = models.DateField("跟踪检查日期", null=True, blank=True)
    problem_on = models.DateField("报告执行问题日期", null=True, blank=True)
    problem = models.CharField("执行中的问题", max_length=500, blank=True)
    suspended_on = models.DateField("中止执行日期", null=True, blank=True)
    urgent = models.CharField("情况紧急", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    resumed_on = models.DateField("恢复执行日期", null=True, blank=True)
    changed_on = models.DateField("调整日期", null=True, blank=True)
    change = models.CharField("调整程度", max_length=20, choices=Change, default=Change.UNDECIDED)
    change_by = models.CharField("重新履行程序的决策文号", max_length=80, blank=True)
    change_why = reason("调整、停止执行的理由")
    stopped_on = models.DateField("停止执行日期", null=True, blank=True)
    stop_discussed = models.CharField(
        "停止执行经集体讨论", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    evaluated_on = models.DateField("决策后评估日期", null=True, blank=True)
    evaluation_ground = models.CharField(
        "评估情形", max_length=20, choices=EvaluationGround, default=EvaluationGround.UNDECIDED
    )
    evaluator = models.CharField("评估单位（后评估）", max_length=120, blank=True)
    evaluator_free = models.CharField(
        "未承担决策前主要论证评估", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    evaluation = models.CharField(
        "评估结果", max_length=20, choices=EvaluationResult, default=EvaluationResult.UNDECIDED
    )
    archived_on = models.DateField("办结归档日期", null=True, blank=True)

    class Meta:
        abstract = True
