"""计划·督察·考核: the annual report as a record, with its blocks and its deliveries."""

from django.db import models

from fazhi.engine.answer import Answer
from fazhi.engine.models import PartModel, RecordModel


class ReportStep(models.TextChoices):
    """The states of an annual report, from the drafting notice to the archive."""

    PLANNED = "planned", "已立项"
    COLLECTING = "collecting", "收集中"
    DRAFTED = "drafted", "已起草"
    REVIEWED = "reviewed", "已审核"
    APPROVED = "approved", "已审定"
    REPORTED = "reported", "已报送"
    PUBLISHED = "published", "已公开"
    ARCHIVED = "archived", "已归档"


class ReportKind(models.TextChoices):
    """Whose report it is; the limits and recipients follow from it."""

    UNDECIDED = "undecided", "未定"
    JOINT = "joint", "党委和政府报告"
    GOVERNMENT = "government", "县级以上政府报告"
    TOWNSHIP = "township", "乡镇政府（街道）报告"
    DEPARTMENT = "department", "县级以上政府部门报告"
    PROVINCE = "province", "省级党委和政府、国务院部门报告"
    AREA = "area", "全国示范地区进展报告"


class Secrecy(models.TextChoices):
    """The result of the secrecy review."""

    UNDECIDED = "undecided", "未定"
    PUBLIC = "public", "可以公开"
    CUT = "cut", "删减后公开"
    SECRET = "secret", "不得公开"


class Report(RecordModel):
    """The yearly account, drafted, reviewed, approved, reported to each recipient and published."""

    name = models.CharField("标题", max_length=200, blank=True)
    kind = models.CharField("种类", max_length=30, choices=ReportKind, default=ReportKind.UNDECIDED)
    year_end_on = models.DateField("报告年度末日", null=True, blank=True)
    document_number = models.CharField("文号", max_length=80, blank=True)
    planned_on = models.DateField("立项日期", null=True, blank=True)
    local_due_on = models.DateField("本地规定的报送期限", null=True, blank=True)
    notified_on = models.DateField("发出起草通知日期", null=True, blank=True)
    units = models.PositiveIntegerField("报送单位数", default=0)
    drafted_on = models.DateField("起草完成日期", null=True, blank=True)
    sourced = models.CharField(
        "每个数字都有记录或者佐证", max_length=20, choices=Answer, default=Answer.UNKNOWN
    )
    party_head_acts = models.CharField("党委主要负责人履职", max_length=500, blank=True)
    government_head_acts = models.CharField("政府主要负责人履职", max_length=500, blank=True)
    returned_on = models.DateField("退回修改日期", null=True, blank=True)
    reviewed_on = models.DateField("审核日期", null=True, blank=True)
    confirmed = models.CharField("各单位已确认", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    secrecy_on = models.DateField("保密审查日期", null=True, blank=True)
    secrecy_by = models.CharField("保密审查人", max_length=60, blank=True)
    secrecy = models.CharField("保密审查结果", max_length=30, choices=Secrecy, default=Secrecy.UNDECIDED)
    privacy = models.CharField("个人信息已检查", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    approved_on = models.DateField("审定日期", null=True, blank=True)
    meeting = models.CharField("审定会议", max_length=120, blank=True)
    signer = models.CharField("签发人", max_length=60, blank=True)
    report_due_on = models.DateField("报送届满日", null=True, blank=True)
    publish_due_on = models.DateField("公开届满日", null=True, blank=True)
    reported_on = models.DateField("报送日期", null=True, blank=True)
    sent_back_on = models.DateField("上级退回日期", null=True, blank=True)
    sent_back_why = models.CharField("退回原因", max_length=300, blank=True)
    published_on = models.DateField("公开日期", null=True, blank=True)
    url = models.CharField("公开网址", max_length=300, blank=True)
    text_hash = models.CharField("公开文本摘要值", max_length=80, blank=True)
    same_text = models.CharField("与报送文本一致", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    corrected_on = models.DateField("更正日期", null=True, blank=True)
    correction = models.CharField("更正内容", max_length=300, blank=True)
    next_year = models.CharField("下一年度任务", max_length=300, blank=True)
    closed_on = models.DateField("归档日期", null=True, blank=True)

    class Meta:
        verbose_name = "法治政府建设年度报告"


class BlockKind(models.TextChoices):
    """The five contents of the report."""

    UNDECIDED = "undecided", "未定"
    RESULTS = "results", "主要举措和成效"
    SHORTCOMINGS = "shortcomings", "存在的不足和原因"
    HEADS = "heads", "主要负责人履职情况"
    PLANS = "plans", "下一年度主要安排"
    OTHER = "other", "其他需要报告的情况"


class Block(PartModel):
    """One of the contents that the report must have."""

    record = models.ForeignKey("plan.Report", models.CASCADE, related_name="blocks")
    kind = models.CharField("内容", max_length=30, choices=BlockKind, default=BlockKind.UNDECIDED)
    text = models.CharField("要点", max_length=500)
    causes = models.CharField("原因", max_length=500, blank=True)

    class Meta:
        verbose_name = "报告内容"


class Recipient(models.TextChoices):
    """Who must receive the report, or a copy."""

    UNDECIDED = "undecided", "未定"
    PARTY_COMMITTEE = "party_committee", "本级党委"
    GOVERNMENT = "government", "本级政府"
    CONGRESS = "congress", "本级人大常委会"
    UPPER = "upper", "上一级党委和政府"
    UPPER_DEPARTMENT = "upper_department", "上一级政府有关部门"
    OFFICE = "office", "抄送本级督察单位"
    UPPER_OFFICE = "upper_office", "抄送上一级督察单位"
    PRESIDIUM = "presidium", "乡镇人大主席团"
    CENTRE = "centre", "党中央、国务院"
    CENTRAL_OFFICE = "central_office", "抄送中央督察单位"


class Delivery(PartModel):
    """One delivery with its proof."""

    record = models.ForeignKey("plan.Report", models.CASCADE, related_name="deliveries")
    recipient = models.CharField("报送对象", max_length=30, choices=Recipient, default=Recipient.UNDECIDED)
    body = models.CharField("单位名称", max_length=120, blank=True)
    sent_on = models.DateField("报送日期")
    proof = models.CharField("送达凭证", max_length=200, blank=True)

    class Meta:
        verbose_name = "报送"
