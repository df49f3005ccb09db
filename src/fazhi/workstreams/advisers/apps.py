"""Django's name for this line of work."""

from django.apps import AppConfig


class Advisers(AppConfig):
    name = "fazhi.workstreams.advisers"
    label = "advisers"
    verbose_name = "法律顾问·公职律师"
