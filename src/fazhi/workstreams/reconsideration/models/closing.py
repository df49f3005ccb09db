"""How a case ends, and what follows: service, publication, performance, lawsuit, archive."""

from django.db import models

from fazhi.engine.answer import Answer
from fazhi.workstreams.reconsideration.models.choices import (
    Approval,
    Enforcer,
    Judgment,
    Outcome,
    TerminationGround,
)


class Closing(models.Model):
    """Opinion, approval and decision; or mediation statement; or termination."""

    proposed_on = models.DateField("机构提出意见日期", null=True, blank=True)
    proposal = models.CharField("机构意见", max_length=500, blank=True)
    approved_on = models.DateField("同意或者通过日期", null=True, blank=True)
    approval = models.CharField("审批方式", max_length=20, choices=Approval, default=Approval.UNDECIDED)
    decide_due_on = models.DateField("审理期限届满日", null=True, blank=True)
    closed_on = models.DateField("审结日期", null=True, blank=True)
    outcome = models.CharField("结果", max_length=20, choices=Outcome, default=Outcome.UNDECIDED)
    decision_number = models.CharField("决定书文号", max_length=80, blank=True)
    decision_reasons = models.CharField("决定理由", max_length=500, blank=True)
    worse = models.CharField("对申请人更为不利", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    third_party_opposed = models.CharField(
        "第三人提出相反请求", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    third_party_proved = models.CharField(
        "第三人提供证据", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    redo_ordered = models.CharField("责令重新作出", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    redo_by_on = models.DateField("责令重新作出的期限", null=True, blank=True)
    perform_by_on = models.DateField("责令履行的期限", null=True, blank=True)
    termination_ground = models.CharField(
        "终止情形", max_length=20, choices=TerminationGround, default=TerminationGround.UNDECIDED
    )
    withdrawal_allowed = models.CharField("准予撤回", max_length=20, choices=Answer, default=Answer.UNKNOWN)

    class Meta:
        abstract = True


class Aftermath(models.Model):
    """What follows the decision."""

    served_on = models.DateField("送达日期", null=True, blank=True)
    performed_on = models.DateField("履行日期", null=True, blank=True)
    urged_on = models.DateField("责令限期履行日期", null=True, blank=True)
    urged_by_on = models.DateField("责令履行的最后日期", null=True, blank=True)
    enforced_on = models.DateField("强制执行日期", null=True, blank=True)
    enforcer = models.CharField("强制执行方式", max_length=20, choices=Enforcer, default=Enforcer.UNDECIDED)
    redone_on = models.DateField("重新作出日期", null=True, blank=True)
    act_public = models.CharField("行政行为已公开", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    published_on = models.DateField("公开日期", null=True, blank=True)
    url = models.URLField("公开网址", max_length=300, blank=True)
    copied_on = models.DateField("抄告日期", null=True, blank=True)
    copied_to = models.CharField("抄告机关", max_length=120, blank=True)
    sue_due_on = models.DateField("起诉届满日", null=True, blank=True)
    sued_on = models.DateField("起诉日期", null=True, blank=True)
    judged_on = models.DateField("裁判日期", null=True, blank=True)
    judgment = models.CharField("裁判结果", max_length=20, choices=Judgment, default=Judgment.UNDECIDED)
    archived_on = models.DateField("归档日期", null=True, blank=True)

    class Meta:
        abstract = True
