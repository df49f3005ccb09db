"""What happens while a case is tried: copy and answer, hearing, committee, pauses, extension, mediation."""

from django.db import models

from fazhi.engine.answer import Answer
from fazhi.workstreams.reconsideration.models.choices import (
    Adoption,
    Collected,
    CommitteeGround,
    MediationResult,
    Method,
    Mode,
    Scope,
    SimpleGround,
    StayGround,
    Track,
)


class Trial(models.Model):
    """The dated acts of the trial and what the gates before the decision ask."""

    assigned_on = models.DateField("指定承办人员日期", null=True, blank=True)
    major = models.CharField("重大、疑难、复杂", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    track = models.CharField("程序", max_length=20, choices=Track, default=Track.UNDECIDED)
    ordinary_on = models.DateField("适用普通程序日期", null=True, blank=True)
    simple_on = models.DateField("适用简易程序日期", null=True, blank=True)
    simple_ground = models.CharField(
        "简易程序理由", max_length=20, choices=SimpleGround, default=SimpleGround.UNDECIDED
    )
    clear = models.CharField("事实清楚、争议不大", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    converted_on = models.DateField("转为普通程序日期", null=True, blank=True)
    conversion_reason = models.CharField("转为普通程序理由", max_length=300, blank=True)

    copy_sent_on = models.DateField("发送申请书副本日期", null=True, blank=True)
    copy_received_on = models.DateField("被申请人收到副本日期", null=True, blank=True)
    answer_due_on = models.DateField("答复届满日", null=True, blank=True)
    answered_on = models.DateField("被申请人答复日期", null=True, blank=True)
    head_signed = models.CharField("负责人签署答复", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    collected = models.CharField("证据收集", max_length=20, choices=Collected, default=Collected.UNDECIDED)

    opinions_on = models.DateField("听取意见日期", null=True, blank=True)
    opinions_mode = models.CharField("听取意见方式", max_length=20, choices=Mode, default=Mode.UNDECIDED)
    opinions_failed_on = models.DateField("因当事人原因不能听取意见日期", null=True, blank=True)
    opinions_failed_why = models.CharField("不能听取意见的原因", max_length=300, blank=True)
    hearing_notified_on = models.DateField("通知听证日期", null=True, blank=True)
    hearing_on = models.DateField("拟听证日期", null=True, blank=True)
    hearing_notice_due_on = models.DateField("通知听证最迟日", null=True, blank=True)
    heard_on = models.DateField("举行听证日期", null=True, blank=True)
    on_record = models.CharField("根据听证笔录决定", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    committee_ground = models.CharField(
        "提请委员会情形", max_length=20, choices=CommitteeGround, default=CommitteeGround.UNDECIDED
    )
    committee_asked_on = models.DateField("提请委员会日期", null=True, blank=True)
    committee_advised_on = models.DateField("委员会提出意见日期", null=True, blank=True)
    committee_opinion = models.CharField("委员会咨询意见", max_length=500, blank=True)
    committee_adopted = models.CharField(
        "委员会意见采纳", max_length=20, choices=Adoption, default=Adoption.UNDECIDED
    )
    investigated_on = models.DateField("调查取证日期", null=True, blank=True)

    stayed_on = models.DateField("停止执行日期", null=True, blank=True)
    stay_ground = models.CharField(
        "停止执行情形", max_length=20, choices=StayGround, default=StayGround.UNDECIDED
    )
    suspended_on = models.DateField("中止日期", null=True, blank=True)
    suspension_told_on = models.DateField("告知中止日期", null=True, blank=True)
    suspension_ends_on = models.DateField("中止满六十日之日", null=True, blank=True)
    resumed_on = models.DateField("恢复审理日期", null=True, blank=True)
    resumption_told_on = models.DateField("告知恢复审理日期", null=True, blank=True)
    appraisal_begun_on = models.DateField("鉴定开始日期", null=True, blank=True)
    appraisal_ended_on = models.DateField("鉴定结束日期", null=True, blank=True)
    survey_begun_on = models.DateField("现场勘验开始日期", null=True, blank=True)
    survey_ended_on = models.DateField("现场勘验结束日期", null=True, blank=True)
    complicated = models.CharField("情况复杂", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    extended_on = models.DateField("延长审理期限日期", null=True, blank=True)
    extension_told_on = models.DateField("告知延长日期", null=True, blank=True)

    mediation_begun_on = models.DateField("开始调解日期", null=True, blank=True)
    mediation_method = models.CharField("调解方式", max_length=20, choices=Method, default=Method.UNDECIDED)
    mediation_scope = models.CharField("争议性质", max_length=20, choices=Scope, default=Scope.UNDECIDED)
    mediation_result = models.CharField(
        "调解结果", max_length=20, choices=MediationResult, default=MediationResult.UNDECIDED
    )
    agreement_lawful = models.CharField(
        "协议自愿、合法", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    statement_signed_on = models.DateField("调解书签字盖章日期", null=True, blank=True)
    settled_on = models.DateField("达成和解日期", null=True, blank=True)

    class Meta:
        abstract = True
