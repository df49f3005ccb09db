"""What a person may do in an organ; three administrators whose powers never meet in one person."""

from django.db import models


class Role(models.TextChoices):
    """A capacity in which someone acts. A move names those that may make it."""

    HANDLER = "handler", "承办人"
    REVIEWER = "reviewer", "审核人"
    BODY_HEAD = "body_head", "机构负责人"
    HEAD = "head", "机关负责人"
    LIAISON = "liaison", "联络员"
    PARTY = "party", "当事机关"
    COORDINATOR = "coordinator", "统筹"
    LEADER = "leader", "领导"
    SUPERIOR = "superior", "上级机关"
    SYSTEM_ADMIN = "system_admin", "系统管理员"
    SECURITY_ADMIN = "security_admin", "安全管理员"
    AUDIT_ADMIN = "audit_admin", "审计管理员"


ADMINISTRATORS = (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN)
CAPTURING = (Role.HANDLER, Role.LIAISON, Role.REVIEWER, Role.BODY_HEAD, Role.HEAD, Role.COORDINATOR)
"""Roles that enter and change records of their organ."""
VIEWING = (*CAPTURING, Role.LEADER, Role.SUPERIOR)
"""Roles that see records."""
REPORTING = VIEWING
"""Roles that see figures of the organ and everything below it."""
