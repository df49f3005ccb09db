"""The sheets of a register: one heading a column, derived from the declaration, read tolerantly."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from unicodedata import normalize

from django.apps import apps
from django.db.models import Field, Model

from fazhi.engine.facts import KEPT_BY_THE_ENGINE
from fazhi.engine.hundredths import parted
from fazhi.engine.models import RecordModel
from fazhi.engine.procedure import Procedure
from fazhi.engine.register import PartSpec, Register
from fazhi.engine.values import field_of
from fazhi.law import Citation

ROW, KNOWN, ORGAN, FAULT = "#row", "#known", "#organ", "#fault"
"""Headings that are no column: place in the file, key of a known record, its organ, what was wrong."""
ALIASES = {
    ROW: ("序号", "行号"),
    KNOWN: ("记录号",),
    ORGAN: ("机关", "登记机关", "填报机关", "填报单位", "单位"),
    FAULT: ("错误",),
}
LAW = "law_on"
"""The column of the law day: it leaves and comes in only where it was chosen by decision."""
NOTES, CHOICES = "填写说明", "选项"
"""Sheets that say how to fill in; they are not read."""
UNITS = {"分": 1, "元": 100, "万元": 1_000_000, "亿元": 10_000_000_000}
"""Units of money as a heading may name them, in 分."""
POINT = 100
"""Hundredths in one point of a score."""

BRACKETED = re.compile(r"\([^)]*\)|\[[^\]]*\]|【[^】]*】|〔[^〕]*〕")
SIGNS = re.compile(r"[\s()\[\]{}<>《》【】〔〕「」*:,.;!、。·/\\_\-\"'“”]+")


@dataclass(frozen=True)
class Heading:
    """One column of a sheet.

    :param column: the field behind it; None for those that are no column of the table.
    :param unit: how many 分 one unit of the cell is; 0 where it is no money.
    :param score: it is points of a score, with up to two decimals.
    :param advice: how it is filled in, where the field behind it does not say so.
    """

    name: str
    label: str
    column: Field[Any, Any] | None = None
    needed: bool = False
    personal: bool = False
    unit: int = 0
    score: bool = False
    also: tuple[str, ...] = ()
    advice: str = ""


@dataclass(frozen=True)
class Table:
    """One sheet: the register itself, or a part of it."""

    label: str
    model: type[Model]
    headings: tuple[Heading, ...]

    @property
    def columns(self) -> tuple[Heading, ...]:
        """The headings behind which a field stands."""
        return tuple(one for one in self.headings if one.column is not None)


def main_table(register: Register) -> Table:
    """The register's own sheet: every fact that can be entered; what clocks and acts write follows."""
    labels = {column.field: column.label for column in register.columns if column.label}
    specials = [Heading(name, ALIASES[name][0], also=ALIASES[name][1:]) for name in (ROW, KNOWN, ORGAN)]
    needs = set(register.needs)
    columns = [
        heading(column, register.personal, needed=column.name in needs, also=labels.get(column.name, ""))
        for column in main_columns(register)
    ]
    return Table(sheet_name(register.label), register.model, distinct([*specials, *columns, *law(register)]))


def law(register: Register) -> list[Heading]:
    """The law chosen by decision, where what the register cites has stood in more than one edition."""
    procedure = register.procedure
    cites = (*(one for move in procedure.moves for one in move.cites), *cited(procedure))
    if all(one.law.until is None for one in cites):
        return []
    advice = "经决定适用这一日的法律的才填；空着的按登记簿的规则认定，如 2023-01-05"
    return [Heading(LAW, "指定适用法律日期", field_of(register.model, LAW), advice=advice)]


def cited(procedure: Procedure) -> Iterator[Citation]:
    """What gates and clocks cite."""
    for gate in procedure.gates:
        yield from gate.cites
    for deadline in procedure.deadlines:
        yield from deadline.cites()


def main_columns(register: Register) -> list[Field[Any, Any]]:
    """The register's fields: key first, then in declared order, then those that no page shows."""
    written = {deadline.writes for deadline in register.procedure.deadlines}
    fields = {field.name: field for field in register.model._meta.concrete_fields}
    engine = {field.name for field in RecordModel._meta.fields} - {"number"}
    said = {*register.facts, *register.opening, *register.key_fields, *register.search, *register.published}
    if register.number is None and "number" not in said | {column.field for column in register.columns}:
        engine.add("number")
    names = dict.fromkeys(("number", *register.key_fields, *register.facts, *fields))
    left = engine | written | KEPT_BY_THE_ENGINE
    return [fields[name] for name in names if name in fields and name not in left]


def part_tables(register: Register) -> dict[str, Table]:
    """A sheet for each part, by the part's model; its rows name their record by its place in the file."""
    return {spec.model: part_table(register, spec) for spec in register.parts}


def part_table(register: Register, spec: PartSpec) -> Table:
    model = apps.get_model(spec.model)
    own = {one.rpartition(".")[2] for one in register.personal if one.startswith(f"{model.__name__}.")}
    parent = getattr(model, "parent", "record")
    fields = {field.name: field for field in model._meta.concrete_fields}
    names = [name for name in dict.fromkeys((*spec.columns, *fields)) if name not in {parent, "id"}]
    row = Heading(ROW, ALIASES[ROW][0], needed=True, also=ALIASES[ROW][1:])
    columns = [heading(fields[name], own, needed=demanded(fields[name])) for name in names]
    return Table(sheet_name(spec.label), model, distinct([row, *columns]))


def demanded(column: Field[Any, Any]) -> bool:
    return not (column.null or column.blank or column.has_default())


def heading(column: Field[Any, Any], personal: Iterable[str], *, needed: bool, also: str = "") -> Heading:
    label, unit = parted(str(column.verbose_name))
    if unit:
        label = f"{label}（{unit}）"
    return Heading(
        column.name,
        label,
        column,
        needed=needed,
        personal=column.name in personal,
        unit=UNITS["元"] if unit == "元" else 0,
        score=unit == "分",
        also=(also,) if also else (),
    )


def distinct(headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """Headings told apart: a second one of the same words carries its place."""
    seen: Counter[str] = Counter()
    found = []
    for one in headings:
        seen[one.label] += 1
        label = one.label if seen[one.label] == 1 else f"{one.label}{seen[one.label]}"
        found.append(replace(one, label=label))
    return tuple(found)


def sheet_name(label: str) -> str:
    """A label as a workbook allows it to name a sheet."""
    return re.sub(r"[\[\]:*?/\\]", "", label)[:31]


def bare(text: Any) -> str:
    """A heading without what writers vary: width, case, spaces, brackets, stops."""
    return SIGNS.sub("", normalize("NFKC", str(text)).lower())


def reduced(text: Any) -> str:
    """The same without what stands in brackets: a unit, a remark."""
    return bare(BRACKETED.sub("", normalize("NFKC", str(text))))


class Headings:
    """Finds the headings of a table among those of a file."""

    def __init__(self, table: Table) -> None:
        self.table = table
        fault = Heading(FAULT, ALIASES[FAULT][0])
        every = (*table.headings, fault)
        self._exact: dict[str, Heading] = {}
        for one in every:
            self._exact.setdefault(bare(one.label), one)
        short = Counter(reduced(one.label) for one in every)
        self._loose = {reduced(one.label): one for one in every if short[reduced(one.label)] == 1}
        for one in every:
            for other in one.also:
                self._loose.setdefault(bare(other), one)

    def find(self, text: Any) -> Heading | None:
        """The heading meant; one of money takes the unit that the file's heading names."""
        found = self._exact.get(bare(text)) or self._loose.get(bare(text))
        found = found or self._exact.get(reduced(text)) or self._loose.get(reduced(text))
        if found is None or not found.unit:
            return found
        unit = next(
            (UNITS[one] for one in re.findall(r"[分元万亿]+", marks(text)) if one in UNITS), found.unit
        )
        return replace(found, unit=unit)

    def count(self, row: Sequence[Any]) -> int:
        """How many cells of a row are headings of the table."""
        return sum(self.find(cell) is not None for cell in row if isinstance(cell, str) and cell.strip())


def marks(text: Any) -> str:
    """What stands in brackets."""
    return " ".join(BRACKETED.findall(normalize("NFKC", str(text))))
