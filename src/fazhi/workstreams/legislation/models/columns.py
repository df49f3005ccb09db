"""How a column of this line of work is written: a day, a yes or no, a choice, a text, an organ."""

from __future__ import annotations

from typing import Any

from django.db import models

from fazhi.engine.answer import Answer
from fazhi.organs.models import Organ


def day(label: str) -> models.DateField[Any, Any]:
    """A date that is not reached yet."""
    return models.DateField(label, null=True, blank=True)


def answer(label: str) -> models.CharField[Any, Any]:
    return models.CharField(label, max_length=20, choices=Answer, default=Answer.UNKNOWN)


def chosen(label: str, choices: type[models.TextChoices]) -> models.CharField[Any, Any]:
    return models.CharField(label, max_length=20, choices=choices, default="undecided")


def text(label: str, length: int = 200) -> models.CharField[Any, Any]:
    return models.CharField(label, max_length=length, blank=True)


def count(label: str) -> models.PositiveIntegerField[Any, Any]:
    """A number that is not known yet."""
    return models.PositiveIntegerField(label, null=True, blank=True)


def organ(label: str) -> models.ForeignKey[Any, Any]:
    return models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=label
    )
