"""Addresses of the pages."""

from django.urls import URLPattern, path

from fazhi.web import display

urlpatterns: list[URLPattern] = [path("display", display.choose, name="display")]
