"""Django's name for this line of work."""

from django.apps import AppConfig


class Legislation(AppConfig):
    name = "fazhi.workstreams.legislation"
    label = "legislation"
    verbose_name = "政府规章与立法"
