"""People, the posts they hold, the accounts they sign in with, and the roles they act in."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models

from fazhi.organs.models.organ import Organ
from fazhi.organs.role import Role


class Rank(models.TextChoices):
    """The rank of a post: 正职, 副职, other leaders, staff (法释〔2020〕3号 第二条)."""

    CHIEF = "chief", "正职"
    DEPUTY = "deputy", "副职"
    OTHER_LEADER = "other_leader", "其他负责人"
    STAFF = "staff", "工作人员"


class Person(models.Model):
    """Somebody who acts for an organ."""

    name = models.CharField("姓名", max_length=60)
    synthetic = models.BooleanField("示例", default=False)

    class Meta:
        verbose_name = "人员"

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """A post held on ``[since, until)``."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="posts")
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="posts")
    title = models.CharField("职务", max_length=60)
    rank = models.CharField("职级", max_length=12, choices=Rank, default=Rank.STAFF)
    since = models.DateField("任职", null=True, blank=True)
    until = models.DateField("离任", null=True, blank=True)

    class Meta:
        verbose_name = "职务"


class Grant(models.Model):
    """A role in an organ on ``[since, until)``.

    ``within`` carries what the role may see and report down the territorial tree; ``line`` down the line.
    ``personal`` lets its holder see and export personal fields, each time with a logged reason.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="grants")
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="grants")
    role = models.CharField("角色", max_length=16, choices=Role)
    within = models.BooleanField("含所辖", default=False)
    line = models.BooleanField("含本系统", default=False)
    personal = models.BooleanField("可看个人信息", default=False)
    since = models.DateField("起", null=True, blank=True)
    until = models.DateField("止", null=True, blank=True)

    class Meta:
        verbose_name = "授权"
        constraints = [
            models.UniqueConstraint(name="grant_once", fields=["person", "organ", "role", "since"])
        ]


class Account(AbstractUser):
    """What a person signs in with."""

    person = models.OneToOneField(Person, models.PROTECT, null=True, blank=True, related_name="account")

    class Meta:
        verbose_name = "账号"
