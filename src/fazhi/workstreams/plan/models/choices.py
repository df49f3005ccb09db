"""计划·督察·考核: lists of choices shared by the parts of several registers."""

from django.db import models


class Avoidance(models.TextChoices):
    """Whether members of the team who had to withdraw did."""

    UNDECIDED = "undecided", "未定"
    NONE = "none", "无回避情形"
    DONE = "done", "已回避"


class VisitedKind(models.TextChoices):
    """The type of unit visited."""

    UNDECIDED = "undecided", "未定"
    COUNTY = "county", "县（市、区）政府"
    DEPARTMENT = "department", "部门"
    TOWNSHIP = "township", "乡镇（街道）"
    OTHER = "other", "其他"


class Method(models.TextChoices):
    """How the unit was inspected."""

    UNDECIDED = "undecided", "未定"
    HEARING = "hearing", "听取汇报"
    FILES = "files", "查阅资料"
    INTERVIEWS = "interviews", "个别访谈"
    PUBLIC = "public", "走访群众"
    COVERT = "covert", "暗访"
    DATA = "data", "数据分析"
