"""The small registers beside the case: letters, attached reviews, rules, and the people of the body."""

from django.db import models

from fazhi.engine.answer import Answer
from fazhi.engine.models import RecordModel
from fazhi.organs.models import Organ


class LetterStep(models.TextChoices):
    DRAFTED = "drafted", "拟稿"
    ISSUED = "issued", "已制发"
    REPORTED = "reported", "已报送"


class OpinionLetter(RecordModel):
    """A letter to the respondent or another organ below (2023年法第七十六条，条例第五十七条第一款).

    A register of its own, because the addressee owes a report on it and sees the letter but not the case;
    it is linked with its case.
    """

    case_number = models.CharField("案号", max_length=80, blank=True)
    addressee = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="受文机关"
    )
    drafted_on = models.DateField("拟稿日期", null=True, blank=True)
    issued_on = models.DateField("制发日期", null=True, blank=True)
    problem = models.CharField("指出的问题", max_length=500, blank=True)
    received_on = models.DateField("收到日期", null=True, blank=True)
    reported_on = models.DateField("报送日期", null=True, blank=True)
    report = models.CharField("纠正情况", max_length=500, blank=True)
    copied_on = models.DateField("抄告日期", null=True, blank=True)

    class Meta:
        verbose_name = "行政复议意见书"


class ReviewStep(models.TextChoices):
    RAISED = "raised", "审查中"
    TRANSFERRED = "transferred", "已转送"
    CONCLUDED = "concluded", "已处理"


class ReviewBasis(models.TextChoices):
    """Who raised the review: the applicant (第五十六条) or the organ itself (第五十七条)."""

    UNDECIDED = "undecided", "未定"
    REQUEST = "request", "申请人一并提出"
    OWN_FINDING = "own_finding", "行政复议机关认为依据不合法"


class ReviewResult(models.TextChoices):
    UNDECIDED = "undecided", "未定"
    LAWFUL = "lawful", "合法"
    STOPPED = "stopped", "停止执行并责令纠正"


class NormReview(RecordModel):
    """The attached review of one document.

    Sources: 2023年法第十三条、第五十六条至第六十条；1999年法第七条、第二十六条、第二十七条. A register of its
    own, because one case may bring several, and the maker owes an answer and sees the review but not the
    case; it is linked with its case.
    """

    case_number = models.CharField("案号", max_length=80, blank=True)
    document = models.CharField("规范性文件", max_length=200, blank=True)
    clause = models.CharField("条款", max_length=120, blank=True)
    maker = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="制定机关"
    )
    basis = models.CharField("启动", max_length=20, choices=ReviewBasis, default=ReviewBasis.UNDECIDED)
    competent = models.CharField("本机关有权处理", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    raised_on = models.DateField("提出日期", null=True, blank=True)
    suspended_on = models.DateField("案件中止日期", null=True, blank=True)
    maker_told_on = models.DateField("通知制定机关日期", null=True, blank=True)
    maker_received_on = models.DateField("制定机关收到通知日期", null=True, blank=True)
    maker_answered_on = models.DateField("制定机关答复日期", null=True, blank=True)
    transferred_on = models.DateField("转送日期", null=True, blank=True)
    transferred_to = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="接受转送的机关"
    )
    transfer_received_on = models.DateField("收到转送日期", null=True, blank=True)
    replied_on = models.DateField("回复处理意见日期", null=True, blank=True)
    concluded_on = models.DateField("处理日期", null=True, blank=True)
    result = models.CharField("处理结果", max_length=20, choices=ReviewResult, default=ReviewResult.UNDECIDED)

    class Meta:
        verbose_name = "附带审查"


class StandingStep(models.TextChoices):
    """A rule or an appointment stands until it is ended."""

    STANDING = "standing", "在册"
    ENDED = "ended", "终止"


class Rule(RecordModel):
    """A rule of the organ on how reconsideration is done (工作规则、程序规则、听证规则 …)."""

    name = models.CharField("制度名称", max_length=200, blank=True)
    document_number = models.CharField("文号", max_length=80, blank=True)
    revised = models.CharField("系修订完善", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    issued_on = models.DateField("印发日期", null=True, blank=True)
    ended_on = models.DateField("废止日期", null=True, blank=True)

    class Meta:
        verbose_name = "行政复议制度"


class Appointee(RecordModel):
    """Somebody on a roster of the body."""

    name = models.CharField("姓名", max_length=60, blank=True)
    since_on = models.DateField("任职日期", null=True, blank=True)
    ended_on = models.DateField("离任日期", null=True, blank=True)

    class Meta:
        abstract = True


class Supervisor(Appointee):
    """An invited supervisor (特邀监督员)."""

    workplace = models.CharField("工作单位", max_length=120, blank=True)

    class Meta:
        verbose_name = "行政复议特邀监督员"


class Profession(models.TextChoices):
    UNDECIDED = "undecided", "未定"
    DEPARTMENT = "department", "政府部门"
    EXPERT = "expert", "专家"
    SCHOLAR = "scholar", "学者"
    LAWYER = "lawyer", "律师"


class CommitteeMember(Appointee):
    """A member of the reconsideration committee (2023年法第五十二条第一款)."""

    profession = models.CharField("类别", max_length=20, choices=Profession, default=Profession.UNDECIDED)
    workplace = models.CharField("工作单位", max_length=120, blank=True)

    class Meta:
        verbose_name = "行政复议委员会委员"


class Staff(Appointee):
    """Somebody who works on reconsideration in the body (2023年法第六条、第七条)."""

    full_time = models.CharField("专职", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    first_time = models.CharField("初次从事", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    qualified = models.CharField("法律职业资格", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    trained = models.CharField("职前培训", max_length=20, choices=Answer, default=Answer.UNKNOWN)

    class Meta:
        verbose_name = "行政复议工作人员"
