"""Child rows in a form: a few blank lines for each part, more on demand, those left blank are not saved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.apps import apps
from django.db.models import Field, QuerySet
from django.http import QueryDict

from fazhi.engine.register import PartSpec
from fazhi.engine.values import field_of
from fazhi.organs.models import Organ
from fazhi.web.fields import MORE, declared_fields, form_of, values_of

MOST, WIDE = 30, 4
"""Lines at most; a part of more columns than this begins with one blank line, a narrow one with two."""


@dataclass(frozen=True)
class ChildRows:
    """The lines of one part; ``count`` is how many are shown."""

    spec: PartSpec
    forms: tuple[forms.Form, ...]

    @property
    def count(self) -> int:
        return len(self.forms)

    def valid(self) -> bool:
        """Whether every line is; all are asked, so that each shows its faults."""
        return not any(form.errors for form in self.forms)

    def values(self) -> list[dict[str, Any]]:
        """The lines in which something was filled in."""
        model = apps.get_model(self.spec.model)
        return [values_of(form, model, self.spec.columns) for form in self.forms if form.has_changed()]


def all_valid(form: forms.Form, rows: Iterable[ChildRows]) -> bool:
    """Whether the form and every line of child rows are filled in right; all are asked."""
    faults = [not form.is_valid(), *(not one.valid() for one in rows)]
    return not any(faults)


def child_rows(
    specs: Iterable[PartSpec], organs: QuerySet[Organ], data: QueryDict | None = None, *, blank: int = 0
) -> tuple[ChildRows, ...]:
    """The lines of each part, as posted where ``data`` is given; ``blank`` ones to begin with."""
    return tuple(rows_of(spec, organs, data, blank) for spec in specs)


def rows_of(spec: PartSpec, organs: QuerySet[Organ], data: QueryDict | None, blank: int) -> ChildRows:
    count = blank = blank or (1 if len(spec.columns) > WIDE else 2)
    if data is not None:
        given = data.get(f"rows-{spec.model}", "")
        count = min(int(given), MOST) if given.isdecimal() and len(given) < 4 else blank
        if data.get(MORE) == spec.model:
            count = min(count + 1, MOST)
    return ChildRows(spec, tuple(row_form(spec, organs, data, at) for at in range(count)))


def row_form(spec: PartSpec, organs: QuerySet[Organ], data: QueryDict | None, at: int) -> forms.Form:
    model = apps.get_model(spec.model)
    needs = [name for name in spec.columns if is_needed(field_of(model, name))]
    fields = declared_fields(model, spec.columns, needs, organs)
    form = form_of(fields, data, prefix=f"{spec.model}-{at}")
    form.empty_permitted = True
    return form


def is_needed(column: Field[Any, Any]) -> bool:
    return not column.blank and not column.null and not column.has_default()


def asks_for_more(data: QueryDict) -> bool:
    """Whether the form was posted to show another line, not to save."""
    return MORE in data
