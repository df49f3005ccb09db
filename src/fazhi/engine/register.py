"""Registers and workstreams as values: a model with its procedure, and one line of work under one key."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Q

from fazhi.engine.condition import ALWAYS, standing
from fazhi.engine.figures.kinds import Indicator
from fazhi.engine.figures.sentence import Sentence
from fazhi.engine.paper import Paper
from fazhi.engine.procedure import Procedure

if TYPE_CHECKING:
    from fazhi.engine.models import RecordModel


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the register's list: a field, or the due day of a deadline (``due:decide``)."""

    field: str
    label: str = ""
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """A saved view or filter of the list: a condition with a name."""

    key: str
    label: str
    where: Q

    def on(self, _: date) -> Q:
        """What the rows must hold, asked on that day."""
        return self.where


@dataclass(frozen=True, slots=True)
class AsOf:
    """A view of what stands on a day, today unless the reader names another: in force, in office, listed."""

    key: str
    label: str
    since: str
    until: str
    where: Q = ALWAYS

    def on(self, day: date) -> Q:
        return self.where & standing(self.since, self.until, day)


@dataclass(frozen=True, slots=True)
class NumberLine:
    """How numbers of the register are written: ``{mark}复〔{year}〕{n}号``; drawn gapless per organ and
    year.
    """

    key: str
    pattern: str


@dataclass(frozen=True, slots=True)
class PartSpec:
    """A child table of the register, saved, logged and seen with its record."""

    model: str
    label: str
    columns: tuple[str, ...]
    move: str = ""


@dataclass(frozen=True)
class Register:
    """A model, what its records go through, and how they are shown.

    :param title: a format over the record's columns, e.g. ``{applicant} 不服 {respondent}``.
    :param columns: the list; ``facts`` the record page, in order, grouped by nothing.
    :param opening: the fields asked when a record is entered; ``needs`` those that may not stay empty.
    :param parties: foreign keys to organs that see the record and may make ``PARTY`` moves.
    :param personal: fields masked by default; ``published`` those that may leave for the public.
    :param key_fields: the business key by which a repeated import knows a row again.
    :param papers: the case documents that are made of its records.
    """

    key: str
    label: str
    model_name: str
    procedure: Procedure
    title: str
    columns: tuple[Column, ...]
    facts: tuple[str, ...]
    opening: tuple[str, ...]
    needs: tuple[str, ...]
    number: NumberLine | None = None
    parts: tuple[PartSpec, ...] = ()
    parties: tuple[str, ...] = ()
    personal: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    search: tuple[str, ...] = ()
    key_fields: tuple[str, ...] = ()
    papers: tuple[Paper, ...] = ()
    filters: tuple[Filter | AsOf, ...] = ()
    open_when: Q = field(default_factory=Q)

    @property
    def workstream_key(self) -> str:
        return self.key.partition(".")[0]

    def paper(self, key: str) -> Paper:
        return next(paper for paper in self.papers if paper.key == key)

    @cached_property
    def model(self) -> type[RecordModel]:
        from fazhi.engine.models import RecordModel

        model = apps.get_model(self.model_name)
        if not issubclass(model, RecordModel):
            raise TypeError(f"{self.model_name} does not derive from RecordModel")
        return model


@dataclass(frozen=True)
class Workstream:
    """One line of work: its registers, indicators and sentences under one key of ``systems.md``."""

    key: str
    label: str
    registers: tuple[Register, ...]
    indicators: tuple[Indicator, ...] = ()
    sentences: tuple[Sentence, ...] = ()
