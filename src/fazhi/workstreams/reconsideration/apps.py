"""Django's name for this line of work."""

from django.apps import AppConfig


class Reconsideration(AppConfig):
    name = "fazhi.workstreams.reconsideration"
    label = "reconsideration"
    verbose_name = "行政复议"
