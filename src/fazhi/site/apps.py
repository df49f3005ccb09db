"""Hands the engine every workstream when Django starts."""

from django.apps import AppConfig


class Site(AppConfig):
    name = "fazhi.site"
    label = "site"
    verbose_name = "法治"

    def ready(self) -> None:
        from fazhi.engine.registry import install
        from fazhi.workstreams.all import WORKSTREAMS

        install(WORKSTREAMS)
