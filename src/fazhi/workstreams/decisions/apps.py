"""Django's name for this line of work."""

from django.apps import AppConfig


class Decisions(AppConfig):
    name = "fazhi.workstreams.decisions"
    label = "decisions"
    verbose_name = "重大行政决策"
