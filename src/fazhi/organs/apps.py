"""Django's name for this floor."""

from django.apps import AppConfig


class Organs(AppConfig):
    name = "fazhi.organs"
    label = "organs"
    verbose_name = "机关与人员"
