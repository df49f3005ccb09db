"""Django's name for this line of work."""

from django.apps import AppConfig


class Litigation(AppConfig):
    name = "fazhi.workstreams.litigation"
    label = "litigation"
    verbose_name = "行政应诉"
