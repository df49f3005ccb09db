"""营商环境: what firms ask for and complain of, and who serves and watches."""

from django.db import models

from fazhi.engine.answer import Answer
from fazhi.engine.models import PartModel, RecordModel
from fazhi.organs.models import Organ


class Channel(models.TextChoices):
    """How a firm's word came in."""

    UNDECIDED = "undecided", "未定"
    HOTLINE = "hotline", "营商环境投诉举报专线"
    TRANSFER = "transfer", "12345热线转接"
    PLATFORM = "platform", "服务企业平台"
    DIRECT = "direct", "企业直通车"
    OFFICER = "officer", "首席服务官"
    TEAM = "team", "“五个一”服务专班"
    VISIT = "visit", "走访企业"
    LETTER = "letter", "来信来访"


class DemandStep(models.TextChoices):
    RECEIVED = "received", "收到"
    ASSIGNED = "assigned", "办理中"
    REPLIED = "replied", "已答复"
    ENDED = "ended", "办结"


class DemandOutcome(models.TextChoices):
    UNDECIDED = "undecided", "未定"
    SOLVED = "solved", "已解决"
    EXPLAINED = "explained", "已解释说明"
    UNSOLVED = "unsolved", "暂不能解决"


class Satisfaction(models.TextChoices):
    UNDECIDED = "undecided", "未评价"
    SATISFIED = "satisfied", "满意"
    DISSATISFIED = "dissatisfied", "不满意"


class Demand(RecordModel):
    """A firm's request (企业诉求), from its receipt by whichever channel to its end."""

    firm = models.CharField("企业名称", max_length=120, blank=True)
    contact = models.CharField("联系人", max_length=60, blank=True)
    phone = models.CharField("联系电话", max_length=40, blank=True)
    channel = models.CharField("渠道", max_length=20, choices=Channel, default=Channel.UNDECIDED)
    source_number = models.CharField("转来的工单号", max_length=80, blank=True)
    matter = models.CharField("诉求事项", max_length=300, blank=True)
    received_on = models.DateField("收到日期", null=True, blank=True)
    unit = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="承办单位"
    )
    assigned_on = models.DateField("交办日期", null=True, blank=True)
    complicated = models.CharField("情况复杂", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    extended_on = models.DateField("延长日期", null=True, blank=True)
    replied_on = models.DateField("答复日期", null=True, blank=True)
    outcome = models.CharField(
        "办理结果", max_length=20, choices=DemandOutcome, default=DemandOutcome.UNDECIDED
    )
    reply = models.CharField("答复内容", max_length=500, blank=True)
    satisfaction = models.CharField(
        "评价", max_length=20, choices=Satisfaction, default=Satisfaction.UNDECIDED
    )
    returned_on = models.DateField("退回重办日期", null=True, blank=True)
    ended_on = models.DateField("办结日期", null=True, blank=True)

    class Meta:
        verbose_name = "企业诉求"


class ComplaintStep(models.TextChoices):
    RECEIVED = "received", "收到"
    TRANSFERRED = "transferred", "已转送"
    ACCEPTED = "accepted", "调查中"
    ANSWERED = "answered", "已答复"
    CLOSED = "closed", "办结"


class ComplaintResult(models.TextChoices):
    UNDECIDED = "undecided", "未定"
    FOUNDED = "founded", "投诉属实"
    PARTLY = "partly", "部分属实"
    UNFOUNDED = "unfounded", "投诉不属实"


class Complaint(RecordModel):
    """A complaint about the business environment (条例第四十九条); its maker is kept confidential."""

    channel = models.CharField("渠道", max_length=20, choices=Channel, default=Channel.UNDECIDED)
    source_number = models.CharField("转来的工单号", max_length=80, blank=True)
    complainant = models.CharField("投诉人", max_length=120, blank=True)
    phone = models.CharField("联系电话", max_length=40, blank=True)
    subject = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="被投诉单位"
    )
    campaign = models.CharField("专项整治线索", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    content = models.CharField("投诉内容", max_length=500, blank=True)
    received_on = models.DateField("收到日期", null=True, blank=True)
    transferred_on = models.DateField("转送日期", null=True, blank=True)
    transferred_to = models.CharField("转送单位", max_length=120, blank=True)
    accepted_on = models.DateField("受理日期", null=True, blank=True)
    complicated = models.CharField("情况复杂", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    extended_on = models.DateField("延长日期", null=True, blank=True)
    answered_on = models.DateField("答复日期", null=True, blank=True)
    result = models.CharField(
        "调查结果", max_length=20, choices=ComplaintResult, default=ComplaintResult.UNDECIDED
    )
    finding = models.CharField("调查情况", max_length=500, blank=True)
    rectified_on = models.DateField("整改完成日期", null=True, blank=True)
    rectification = models.CharField("整改情况", max_length=500, blank=True)
    accountable_on = models.DateField("问责日期", null=True, blank=True)
    accountable = models.PositiveIntegerField("问责人数", default=0)
    exposed_on = models.DateField("通报典型案例日期", null=True, blank=True)
    closed_on = models.DateField("办结日期", null=True, blank=True)

    class Meta:
        verbose_name = "营商环境投诉"


class PolicyStep(models.TextChoices):
    DRAFTED = "drafted", "起草"
    ISSUED = "issued", "实施中"
    ENDED = "ended", "已失效"


class Policy(RecordModel):
    """A policy in support of firms (惠企政策), with its measures and how many firms took them up."""

    name = models.CharField("政策名称", max_length=200, blank=True)
    programme = models.CharField("所属行动", max_length=120, blank=True)
    drafted_on = models.DateField("起草日期", null=True, blank=True)
    comment_begun_on = models.DateField("公开征求意见开始日期", null=True, blank=True)
    comment_due_on = models.DateField("公开征求意见最早结束日", null=True, blank=True)
    comment_closed_on = models.DateField("公开征求意见结束日期", null=True, blank=True)
    review_reference = models.CharField("公平竞争审查结论文号", max_length=80, blank=True)
    issued_on = models.DateField("印发日期", null=True, blank=True)
    document_number = models.CharField("文号", max_length=80, blank=True)
    measures = models.PositiveIntegerField("措施条数", default=0)
    firms = models.PositiveIntegerField("享受政策企业户数", default=0)
    progress_on = models.DateField("登记进展日期", null=True, blank=True)
    ended_on = models.DateField("失效日期", null=True, blank=True)

    class Meta:
        verbose_name = "惠企政策"


class Measure(PartModel):
    """One measure of a policy, who owes it, and how far it has come."""

    record = models.ForeignKey("business.Policy", models.CASCADE, related_name="parts")
    text = models.CharField("措施", max_length=300)
    owner = models.CharField("责任单位", max_length=120, blank=True)
    progress = models.CharField("进展", max_length=300, blank=True)
    done = models.CharField("完成", max_length=20, choices=Answer, default=Answer.UNKNOWN)

    class Meta:
        verbose_name = "政策措施"


class StandingStep(models.TextChoices):
    STANDING = "standing", "在册"
    ENDED = "ended", "终止"


class ServiceKind(models.TextChoices):
    UNDECIDED = "undecided", "未定"
    TEAM = "team", "“五个一”服务专班"
    OFFICER = "officer", "首席服务官"


class Service(RecordModel):
    """Officials standing beside one firm: one leader, team and plan, or a chief service officer."""

    kind = models.CharField("种类", max_length=20, choices=ServiceKind, default=ServiceKind.UNDECIDED)
    firm = models.CharField("企业（项目）", max_length=120, blank=True)
    leader = models.CharField("负责领导（服务官）", max_length=60, blank=True)
    team = models.CharField("服务团队", max_length=200, blank=True)
    plan = models.CharField("服务方案", max_length=300, blank=True)
    since_on = models.DateField("结对日期", null=True, blank=True)
    ended_on = models.DateField("终止日期", null=True, blank=True)

    class Meta:
        verbose_name = "结对服务企业"


class Visit(PartModel):
    """One visit, the problems raised there and how many were solved."""

    record = models.ForeignKey("business.Service", models.CASCADE, related_name="visits")
    visited_on = models.DateField("走访日期")
    raised = models.PositiveIntegerField("提出问题数", default=0)
    solved = models.PositiveIntegerField("解决问题数", default=0)
    note = models.CharField("情况", max_length=300, blank=True)

    class Meta:
        verbose_name = "走访"


class PlatformKind(models.TextChoices):
    """What a platform does for firms; the eight of a park and those online."""

    UNDECIDED = "undecided", "未定"
    AGENCY = "agency", "代办服务"
    LAW = "law", "法律服务"
    MONEY = "money", "融资服务"
    RESEARCH = "research", "研发服务"
    JOBS = "jobs", "用工服务"
    COOPERATION = "cooperation", "合作服务"
    GUARANTEE = "guarantee", "担保服务"
    MARKETING = "marketing", "市场营销服务"
    ONLINE = "online", "网上服务企业平台"


class Platform(RecordModel):
    """A service platform for firms."""

    name = models.CharField("平台名称", max_length=120, blank=True)
    kind = models.CharField("种类", max_length=20, choices=PlatformKind, default=PlatformKind.UNDECIDED)
    operator = models.CharField("运营单位", max_length=120, blank=True)
    url = models.CharField("网址", max_length=200, blank=True)
    since_on = models.DateField("启用日期", null=True, blank=True)
    ended_on = models.DateField("停用日期", null=True, blank=True)

    class Meta:
        verbose_name = "服务企业平台"


class PlatformCase(PartModel):
    """A matter handled on a platform for a firm."""

    record = models.ForeignKey("business.Platform", models.CASCADE, related_name="cases")
    handled_on = models.DateField("办理日期")
    firm = models.CharField("企业", max_length=120, blank=True)
    matter = models.CharField("事项", max_length=300, blank=True)

    class Meta:
        verbose_name = "平台办理事项"


class Supervisor(RecordModel):
    """An invited supervisor of the business environment (营商环境监督员)."""

    name = models.CharField("姓名", max_length=60, blank=True)
    workplace = models.CharField("工作单位", max_length=120, blank=True)
    since_on = models.DateField("聘任日期", null=True, blank=True)
    ended_on = models.DateField("解聘日期", null=True, blank=True)

    class Meta:
        verbose_name = "营商环境监督员"


class Observation(PartModel):
    """What a supervisor reported."""

    record = models.ForeignKey("business.Supervisor", models.CASCADE, related_name="observations")
    made_on = models.DateField("反映日期")
    content = models.CharField("反映的问题", max_length=500, blank=True)
    handled = models.CharField("办理情况", max_length=300, blank=True)

    class Meta:
        verbose_name = "监督反映"


class PlanStep(models.TextChoices):
    PREPARED = "prepared", "编制"
    PUBLISHED = "published", "已公布"


class InspectionPlan(RecordModel):
    """The plan of a year's inspections of firms, published early in the year (地方规定)."""

    name = models.CharField("计划名称", max_length=200, blank=True)
    prepared_on = models.DateField("编制日期", null=True, blank=True)
    year_before_on = models.DateField("计划年度上一年末日", null=True, blank=True)
    inspections = models.PositiveIntegerField("计划检查次数", default=0)
    published_on = models.DateField("公布日期", null=True, blank=True)
    url = models.CharField("网址", max_length=200, blank=True)

    class Meta:
        verbose_name = "涉企行政检查年度计划"
