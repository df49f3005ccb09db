"""The title of a record, in the format of its register."""

from __future__ import annotations

from fazhi.engine import search
from fazhi.engine.models import Record, RecordModel
from fazhi.engine.register import Register
from fazhi.organs.models import Organ


def retitle(register: Register, row: RecordModel) -> None:
    """Write the title that the register's format gives the row."""
    title = register.title.format_map(_Shown(row)).strip()[:300] or register.label
    if title != row.record.title:
        Record.objects.filter(pk=row.pk).update(title=title)
        search.index([row.pk])
        row.record.title = title


class _Shown(dict[str, str]):
    """The row's columns as a title shows them: labels of choices, short names of organs."""

    def __init__(self, row: RecordModel) -> None:
        super().__init__()
        self.row = row

    def __missing__(self, name: str) -> str:
        shown = getattr(self.row, f"get_{name}_display", None)
        value = shown() if shown else getattr(self.row, name)
        return value.short if isinstance(value, Organ) else "" if value is None else str(value)
