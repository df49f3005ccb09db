"""公平竞争审查: one measure reviewed, from the screening to the end of an exception."""

from django.db import models

from fazhi.engine.answer import Answer
from fazhi.engine.models import PartModel, RecordModel
from fazhi.organs.models import Organ


class ReviewStep(models.TextChoices):
    STARTED = "started", "待筛查"
    EXCLUDED = "excluded", "不需要审查"
    SCREENED = "screened", "审查中"
    REVIEWED = "reviewed", "已自我审查（初审）"
    SENT = "sent", "市场监管部门审查中"
    CONCLUDED = "concluded", "已有结论"
    ISSUED = "issued", "已出台"
    SHELVED = "shelved", "不予出台"
    CLOSED = "closed", "归档"


class MeasureKind(models.TextChoices):
    UNDECIDED = "undecided", "未定"
    LAW = "law", "地方性法规草案"
    RULE = "rule", "政府规章"
    NORMATIVE = "normative", "行政规范性文件"
    POLICY = "policy", "其他政策措施"
    AGREEMENT = "agreement", "协议、“一事一议”等具体政策措施"


class Maker(models.TextChoices):
    """In whose name it is issued; on it depends who reviews (条例第十三条、第十四条)."""

    UNDECIDED = "undecided", "未定"
    DEPARTMENT = "department", "部门出台"
    JOINT = "joint", "多个部门联合出台"
    GOVERNMENT = "government", "县级以上政府出台或者提请人大审议"
    TOWNSHIP = "township", "乡镇政府、街道办事处出台"


class Standard(models.TextChoices):
    """The four standards (条例第八条至第十一条)."""

    ACCESS = "access", "市场准入和退出"
    FLOW = "flow", "商品、要素自由流动"
    COST = "cost", "影响生产经营成本"
    CONDUCT = "conduct", "影响生产经营行为"


class ExceptionGround(models.TextChoices):
    """Why a measure that restricts may still be issued (条例第十二条)."""

    UNDECIDED = "undecided", "未定"
    SECURITY = "security", "国家安全和发展利益"
    INNOVATION = "innovation", "科学技术进步、创新能力"
    PUBLIC = "public", "节能、环保、救灾救助等社会公共利益"
    LAW = "law", "法律、行政法规规定的其他情形"


class Conclusion(models.TextChoices):
    UNDECIDED = "undecided", "未定"
    COMPLIANT = "compliant", "符合审查标准"
    EXCEPTED = "excepted", "适用例外规定"
    NONCOMPLIANT = "noncompliant", "不符合审查标准"


class CompetitionReview(RecordModel):
    """The review of one measure before it is issued."""

    measure = models.CharField("政策措施名称", max_length=200, blank=True)
    kind = models.CharField("种类", max_length=20, choices=MeasureKind, default=MeasureKind.UNDECIDED)
    maker = models.CharField("出台机关", max_length=20, choices=Maker, default=Maker.UNDECIDED)
    drafter = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="起草单位"
    )
    started_on = models.DateField("启动日期", null=True, blank=True)
    screened_on = models.DateField("纳入审查日期", null=True, blank=True)
    excluded_on = models.DateField("登记不需要审查日期", null=True, blank=True)
    operator_related = models.CharField(
        "涉及经营者经济活动", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    screening_reason = models.CharField("筛查理由", max_length=300, blank=True)

    public_interest = models.CharField(
        "涉及社会公众利益", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    heard_on = models.DateField("听取意见日期", null=True, blank=True)
    comment_begun_on = models.DateField("公开征求意见开始日期", null=True, blank=True)
    comment_due_on = models.DateField("公开征求意见最早结束日", null=True, blank=True)
    comment_closed_on = models.DateField("公开征求意见结束日期", null=True, blank=True)

    reviewed_on = models.DateField("自我审查（初审）日期", null=True, blank=True)
    violation = models.CharField(
        "存在违反审查标准的内容", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    review_opinion = models.CharField("审查意见", max_length=500, blank=True)
    review_signer = models.CharField("初审签字人", max_length=60, blank=True)
    third_party = models.CharField("第三方评估机构", max_length=120, blank=True)
    sent_on = models.DateField("送市场监管部门日期", null=True, blank=True)
    received_on = models.DateField("市场监管部门收到日期", null=True, blank=True)
    officer = models.CharField("会同审查经办人", max_length=60, blank=True)
    supplement_asked_on = models.DateField("要求补充材料日期", null=True, blank=True)
    supplemented_on = models.DateField("补齐材料日期", null=True, blank=True)

    concluded_on = models.DateField("审查结论日期", null=True, blank=True)
    conclusion = models.CharField("审查结论", max_length=20, choices=Conclusion, default=Conclusion.UNDECIDED)
    conclusion_reasons = models.CharField("结论理由", max_length=500, blank=True)
    exception_ground = models.CharField(
        "例外情形", max_length=20, choices=ExceptionGround, default=ExceptionGround.UNDECIDED
    )
    no_alternative = models.CharField(
        "没有对公平竞争影响更小的替代方案", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    alternatives = models.CharField("替代方案分析", max_length=500, blank=True)
    exception_ends_on = models.DateField("例外实施期限", null=True, blank=True)
    exception_end_condition = models.CharField("例外终止条件", max_length=300, blank=True)

    modified_on = models.DateField("修改日期", null=True, blank=True)
    modification = models.CharField("修改内容", max_length=500, blank=True)
    issued_on = models.DateField("出台日期", null=True, blank=True)
    issue_number = models.CharField("出台文号", max_length=80, blank=True)
    shelved_on = models.DateField("决定不予出台日期", null=True, blank=True)
    evaluated_on = models.DateField("例外措施最近评估日期", null=True, blank=True)
    exception_ended_on = models.DateField("例外措施终止日期", null=True, blank=True)
    closed_on = models.DateField("归档日期", null=True, blank=True)

    class Meta:
        verbose_name = "公平竞争审查"


class Heard(PartModel):
    """One operator, association or other stakeholder heard, and what became of the opinion (条例第十六条)."""

    record = models.ForeignKey("business.CompetitionReview", models.CASCADE, related_name="heard")
    name = models.CharField("听取意见对象", max_length=120)
    way = models.CharField("方式", max_length=60, blank=True)
    heard_on = models.DateField("日期", null=True, blank=True)
    opinion = models.CharField("意见", max_length=500, blank=True)
    adopted = models.CharField("采纳", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    reason = models.CharField("不采纳理由", max_length=300, blank=True)

    class Meta:
        verbose_name = "听取的意见"


class StandardCheck(PartModel):
    """The measure held to one of the four standards."""

    record = models.ForeignKey("business.CompetitionReview", models.CASCADE, related_name="checks")
    standard = models.CharField("审查标准", max_length=20, choices=Standard)
    hit = models.CharField("违反", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    text = models.CharField("有关条文", max_length=500, blank=True)
    handling = models.CharField("处理", max_length=300, blank=True)

    class Meta:
        verbose_name = "审查标准核对"


class Evaluation(PartModel):
    """One look at whether an excepted measure still has to stand."""

    record = models.ForeignKey("business.CompetitionReview", models.CASCADE, related_name="evaluations")
    made_on = models.DateField("评估日期")
    result = models.CharField("评估结果", max_length=500, blank=True)
    kept = models.CharField("继续实施", max_length=20, choices=Answer, default=Answer.UNKNOWN)

    class Meta:
        verbose_name = "例外措施评估"
