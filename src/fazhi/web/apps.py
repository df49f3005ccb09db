"""The application of the pages."""

from django.apps import AppConfig


class Web(AppConfig):
    name = "fazhi.web"
    label = "web"
    verbose_name = "页面"
