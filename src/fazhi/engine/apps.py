"""Django's name for this floor, and its system checks."""

from django.apps import AppConfig


class Engine(AppConfig):
    name = "fazhi.engine"
    label = "engine"
    verbose_name = "引擎"

    def ready(self) -> None:
        from fazhi.engine import checks

        checks.register()
