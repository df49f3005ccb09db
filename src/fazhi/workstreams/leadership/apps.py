"""Django's name for this line of work."""

from django.apps import AppConfig


class Leadership(AppConfig):
    name = "fazhi.workstreams.leadership"
    label = "leadership"
    verbose_name = "第一责任人"
