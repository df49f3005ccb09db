"""An organ and the two trees it stands in: territory (块) and line of command (条)."""

from __future__ import annotations

from django.db import models


class Level(models.TextChoices):
    """The level of government that an organ belongs to."""

    NATION = "nation", "国家"
    PROVINCE = "province", "省级"
    CITY = "city", "市级"
    COUNTY = "county", "县级"
    TOWNSHIP = "township", "乡级"


class Kind(models.TextChoices):
    """What an organ is; places are not organs, a division code makes its government one.

    ``UNIT`` is what the division codes list beside townships without a government of its own (farms, parks,
    enterprises: 400–599 in the third group of the statistical code). ``PARTNER`` stands beside the trees:
    courts, procuratorates, people's congresses.
    """

    GOVERNMENT = "government", "人民政府"
    STREET = "street", "街道办事处"
    DEPARTMENT = "department", "工作部门"
    OUTPOST = "outpost", "派出机构"
    VERTICAL = "vertical", "垂直管理单位"
    PARTY = "party", "党委机构"
    UNIT = "unit", "类似乡级单位"
    PARTNER = "partner", "外部机关"


class Axis(models.TextChoices):
    """Which parent: the government of the territory, or the department above in the line."""

    TERRITORY = "territory", "块"
    LINE = "line", "条"


class Organ(models.Model):
    """``code`` is the division code of a government, ``division/short-key`` of its department until the
    统一社会信用代码 is known, and stays what it is when the organ is renamed."""

    code = models.CharField("代码", max_length=60, unique=True)
    name = models.CharField("名称", max_length=120)
    short_name = models.CharField("简称", max_length=40, blank=True)
    mark = models.CharField("机关代字", max_length=20, blank=True)
    kind = models.CharField("种类", max_length=12, choices=Kind)
    level = models.CharField("层级", max_length=10, choices=Level)
    credit_code = models.CharField("统一社会信用代码", max_length=18, blank=True)
    born_on = models.DateField("设立日期", null=True, blank=True)
    ended_on = models.DateField("撤销日期", null=True, blank=True)
    successor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="predecessors", verbose_name="承继机关"
    )

    class Meta:
        verbose_name = "机关"
        constraints = [
            models.CheckConstraint(
                name="organ_ends_after_birth",
                condition=models.Q(ended_on__isnull=True)
                | models.Q(born_on__isnull=True)
                | models.Q(ended_on__gt=models.F("born_on")),
            ),
            models.UniqueConstraint(
                name="organ_credit_code_once", fields=["credit_code"], condition=~models.Q(credit_code="")
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def short(self) -> str:
        return self.short_name or self.name


class FormerName(models.Model):
    """A name borne on the days before ``until``; after the last of them :attr:`Organ.name` holds."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="former_names")
    name = models.CharField("名称", max_length=120)
    short_name = models.CharField("简称", max_length=40, blank=True)
    until = models.DateField("止")

    class Meta:
        verbose_name = "曾用名"
        constraints = [models.UniqueConstraint(name="former_name_once", fields=["organ", "until"])]

    def __str__(self) -> str:
        return self.name


class Bond(models.Model):
    """A parent in force on ``[since, until)``; an empty end is open."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="bonds")
    parent = models.ForeignKey(Organ, models.PROTECT, related_name="child_bonds")
    axis = models.CharField("关系", max_length=9, choices=Axis)
    since = models.DateField("起", null=True, blank=True)
    until = models.DateField("止", null=True, blank=True)

    class Meta:
        verbose_name = "隶属关系"
        constraints = [
            models.UniqueConstraint(name="bond_once", fields=["organ", "parent", "axis", "since"]),
            models.CheckConstraint(name="bond_not_to_itself", condition=~models.Q(organ=models.F("parent"))),
        ]


class Below(models.Model):
    """The dated closure of both trees: ``low`` stands ``depth`` steps below ``high`` on ``[since, until)``.

    Every organ stands below itself at depth 0 on both axes, always. Written by :mod:`fazhi.organs.tree` only.
    """

    high = models.ForeignKey(Organ, models.CASCADE, related_name="+")
    low = models.ForeignKey(Organ, models.CASCADE, related_name="+")
    axis = models.CharField(max_length=9, choices=Axis)
    depth = models.PositiveSmallIntegerField()
    since = models.DateField(null=True)
    until = models.DateField(null=True)

    class Meta:
        verbose_name = "下辖"
        indexes = [
            models.Index(name="below_high", fields=["high", "axis", "low"]),
            models.Index(name="below_low", fields=["low", "axis", "high"]),
        ]
