"""Django's name for this line of work."""

from django.apps import AppConfig


class Business(AppConfig):
    name = "fazhi.workstreams.business"
    label = "business"
    verbose_name = "营商环境·公平竞争"
