"""Django's name for this line of work."""

from django.apps import AppConfig


class Normative(AppConfig):
    name = "fazhi.workstreams.normative"
    label = "normative"
    verbose_name = "行政规范性文件"
