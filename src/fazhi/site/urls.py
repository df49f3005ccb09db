"""Addresses: pages, and the interface for programs."""

from django.urls import include, path

urlpatterns = [path("", include("fazhi.web.urls"))]
