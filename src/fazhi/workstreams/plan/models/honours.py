"""计划·督察·考核: honours that stand until they end, and applications of model areas."""

from django.db import models

from fazhi.engine.answer import Answer
from fazhi.engine.models import PartModel, RecordModel


class HonourStep(models.TextChoices):
    """An honour stands until it expires or is revoked."""

    STANDING = "standing", "有效"
    ENDED = "ended", "终止"


class HonourKind(models.TextChoices):
    """What the honour is."""

    UNDECIDED = "undecided", "未定"
    VILLAGE = "village", "民主法治示范村（社区）"
    UNIT = "unit", "法治示范单位"
    AREA = "area", "法治政府建设示范地区"
    PROJECT = "project", "法治政府建设示范项目"
    COMMENDATION = "commendation", "通报表扬"
    PRACTICE = "practice", "典型经验推广"
    CASE = "case", "典型案例"


class HonourLevel(models.TextChoices):
    """Who granted it."""

    UNDECIDED = "undecided", "未定"
    NATION = "nation", "国家级"
    PROVINCE = "province", "省级"
    CITY = "city", "市级"
    COUNTY = "county", "县级"


class Ending(models.TextChoices):
    """How an honour ended."""

    UNDECIDED = "undecided", "未定"
    EXPIRED = "expired", "期满"
    REVOKED = "revoked", "撤销"


class Honour(RecordModel):
    """A title or commendation, counted when it is granted and while it stands."""

    name = models.CharField("名称", max_length=200, blank=True)
    kind = models.CharField("种类", max_length=30, choices=HonourKind, default=HonourKind.UNDECIDED)
    level = models.CharField("级别", max_length=30, choices=HonourLevel, default=HonourLevel.UNDECIDED)
    holder = models.CharField("获得者", max_length=120, blank=True)
    granter = models.CharField("授予单位", max_length=120, blank=True)
    document = models.CharField("文件（名单）", max_length=200, blank=True)
    work = models.CharField("所涉工作", max_length=200, blank=True)
    granted_on = models.DateField("授予日期", null=True, blank=True)
    expires_on = models.DateField("有效期至", null=True, blank=True)
    renewed_on = models.DateField("复核合格日期", null=True, blank=True)
    ended_on = models.DateField("终止日期", null=True, blank=True)
    ending = models.CharField("终止方式", max_length=30, choices=Ending, default=Ending.UNDECIDED)
    ended_why = models.CharField("撤销原因", max_length=300, blank=True)

    class Meta:
        verbose_name = "荣誉"


class AreaStep(models.TextChoices):
    """From the self-check to the naming of a model area (示范创建)."""

    CHECKED = "checked", "自查"
    APPLIED = "applied", "已申报"
    REVIEWED = "reviewed", "省级初审"
    FILED = "filed", "材料报送"
    ASSESSED = "assessed", "第三方评估"
    VISITED = "visited", "实地核查"
    PUBLICISED = "publicised", "公示"
    NAMED = "named", "已命名"
    REVOKED = "revoked", "已撤销"
    FAILED = "failed", "未通过"


class AreaKind(models.TextChoices):
    """Area or single project."""

    UNDECIDED = "undecided", "未定"
    AREA = "area", "综合示范地区"
    PROJECT = "project", "单项示范项目"


class ModelArea(RecordModel):
    """An application to be named a model area or project; it is voluntary."""

    name = models.CharField("申报名称", max_length=200, blank=True)
    kind = models.CharField("种类", max_length=30, choices=AreaKind, default=AreaKind.UNDECIDED)
    batch = models.CharField("批次", max_length=60, blank=True)
    checked_on = models.DateField("自查完成日期", null=True, blank=True)
    applied_on = models.DateField("申报日期", null=True, blank=True)
    voluntary = models.CharField("自愿申报", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    reviewed_on = models.DateField("省级初审日期", null=True, blank=True)
    filed_on = models.DateField("材料报送日期", null=True, blank=True)
    assessed_on = models.DateField("第三方评估日期", null=True, blank=True)
    surveyed_on = models.DateField("群众满意度测评日期", null=True, blank=True)
    visited_on = models.DateField("实地核查日期", null=True, blank=True)
    publicised_on = models.DateField("公示日期", null=True, blank=True)
    publicised_until_on = models.DateField("公示截止日期", null=True, blank=True)
    objections = models.CharField("公示异议处理", max_length=300, blank=True)
    named_on = models.DateField("命名日期", null=True, blank=True)
    document = models.CharField("命名文件", max_length=200, blank=True)
    failed_on = models.DateField("未通过日期", null=True, blank=True)
    failed_why = models.CharField("未通过原因", max_length=300, blank=True)
    revoked_on = models.DateField("撤销日期", null=True, blank=True)
    revoked_why = models.CharField("撤销原因", max_length=300, blank=True)

    class Meta:
        verbose_name = "示范创建申报"


class SelfCheck(PartModel):
    """One indicator of the self-check, its evidence and its gap."""

    record = models.ForeignKey("plan.ModelArea", models.CASCADE, related_name="checks")
    item = models.CharField("指标", max_length=200)
    met = models.CharField("达标", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    evidence = models.CharField("佐证", max_length=200, blank=True)
    gap = models.CharField("差距", max_length=300, blank=True)

    class Meta:
        verbose_name = "自查项目"
