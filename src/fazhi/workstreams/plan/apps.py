"""Django's name for this line of work."""

from django.apps import AppConfig


class Plan(AppConfig):
    name = "fazhi.workstreams.plan"
    label = "plan"
    verbose_name = "计划·督察·考核"
