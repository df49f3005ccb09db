"""Organs and records by the names that a cell gives them, and the names that an export gives them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Count, ForeignKey, Q, QuerySet
from django.db.models import Field as Column

from fazhi.engine.models import Record, RecordModel
from fazhi.engine.register import Register
from fazhi.engine.registry import installed
from fazhi.exchange.cell import Read, Unreadable, text_of
from fazhi.organs.models import Organ

Rows = Callable[[Register], QuerySet[RecordModel]]
"""The rows of a register that the one who imports or exports may see."""

NUMBERED = re.compile(r"#(\d{1,18})(?:\s.*)?", re.DOTALL)
CHUNK = 500
"""Keys asked for at once."""


def organ_named(cell: Any) -> int | None:
    """The key of the organ with that code, name or short name.

    :raises Unreadable: none, or several.
    """
    text = re.sub(r"\s+", "", text_of(cell))
    return found_organ(text) if text else None


def found_organ(text: str) -> int:
    spellings = {text, text.replace("(", "（").replace(")", "）")}
    asked = Q(code=text) | Q(name__in=spellings) | Q(short_name__in=spellings)
    found = list(Organ.objects.filter(asked).order_by("code")[:6])
    for fits in (
        [organ for organ in found if organ.code == text],
        [organ for organ in found if organ.name in spellings],
        found,
    ):
        if len(fits) == 1:
            return int(fits[0].pk)
        if fits:
            listed = "、".join(f"{organ.code} {organ.name}" for organ in fits[:5])
            raise Unreadable(f"“{text}”不止一个机关：{listed}", "请写机关代码")
    raise Unreadable(f"没有代码、名称或简称为“{text}”的机关", "请核对名称，或改写机关代码")


def record_named(register: Register, rows: Rows) -> Read:
    """Finds a record of a register: ``#12 title`` as an export writes it, or its title or number."""

    def read(cell: Any) -> int | None:
        text = text_of(cell)
        if not text:
            return None
        numbered = NUMBERED.fullmatch(text)
        asked = Q(pk=int(numbered[1])) if numbered else Q(record__title=text) | Q(number=text)
        found = list(rows(register).filter(asked).values_list("pk", flat=True)[:2])
        if len(found) != 1:
            said = "不止一件" if found else "没有"
            raise Unreadable(
                f"{said}{register.label}是“{text}”", "请先登记它，或从导出的表中抄“#记录号 标题”"
            )
        return int(found[0])

    return read


def naming(column: Column[Any, Any], rows: Rows) -> Read:
    """Who finds what the foreign key names."""
    target = column.related_model
    if target is Organ:
        return organ_named
    register = register_over(target)
    if register is None:
        raise TypeError(f"{column}: a sheet cannot name rows of {target}")
    return record_named(register, rows)


def register_over(model: Any) -> Register | None:
    return next((one for one in installed().registers.values() if one.model is model), None)


class Names:
    """The names under which organs and records leave, so that the same cell finds them again."""

    def __init__(self) -> None:
        self._organs: dict[int, str] = {}
        self._records: dict[int, str] = {}

    def learn_organs(self, pks: Iterable[int | None]) -> None:
        new = {pk for pk in pks if pk is not None} - self._organs.keys()
        for some in chunks(sorted(new)):
            found = {organ.pk: organ for organ in Organ.objects.filter(pk__in=some)}
            names = {organ.name for organ in found.values()}
            shared = Organ.objects.filter(name__in=names).values_list("name").annotate(n=Count("pk"))
            several = {name for name, count in shared if count > 1}
            for pk, organ in found.items():
                self._organs[pk] = organ.code if organ.name in several else organ.name

    def learn_records(self, pks: Iterable[int | None]) -> None:
        new = {pk for pk in pks if pk is not None} - self._records.keys()
        for some in chunks(sorted(new)):
            for pk, title in Record.objects.filter(pk__in=some).values_list("pk", "title"):
                self._records[pk] = f"#{pk} {title}"

    def learn(self, column: Column[Any, Any], pks: Iterable[int | None]) -> None:
        if isinstance(column, ForeignKey):
            (self.learn_organs if column.related_model is Organ else self.learn_records)(pks)

    def organ(self, pk: int) -> str:
        return self._organs[pk]

    def of(self, column: Column[Any, Any], pk: int) -> str:
        return (self._organs if column.related_model is Organ else self._records)[pk]


def chunks(keys: list[int]) -> list[list[int]]:
    return [keys[at : at + CHUNK] for at in range(0, len(keys), CHUNK)]
