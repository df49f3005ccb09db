"""Rows of a file that are records already: found by number of record or business key, compared, corrected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from fazhi.engine.bulk import BulkRow
from fazhi.engine.copying import chosen, read
from fazhi.engine.parts import child_rows
from fazhi.engine.register import Register
from fazhi.exchange.cell import MASKED
from fazhi.exchange.heading import KNOWN
from fazhi.exchange.naming import Rows, chunks
from fazhi.exchange.plan import Change, Fault, Line, PartRows, Plan

MANY = 2000
"""From so many keys the records of the organs are gone through once, instead of being asked for."""
COMPARED = 2000
"""Records held against what is stored at once."""
Key = tuple[Any, ...]


class Rules(Protocol):
    """What a new row must satisfy."""

    def faults_of_acts(self, line: Line) -> list[Fault]: ...
    def faults_of_new(self, line: Line) -> list[Fault]: ...
    def fault(self, line: Line, name: str, text: str, remedy: str) -> Fault: ...
    def row(self, line: Line) -> BulkRow: ...


def settle_known(plan: Plan, lines: Sequence[Line], rows: Rows, rules: Rules) -> Mapping[int, Sequence[int]]:
    """Sort the lines into new, changed, unchanged and at fault; returns the records that each one may be.

    A record is known again by its number of record, else by its organ and business key, else (its key still
    blank) by what the register demands of every record.
    """
    sorter = Sorter(plan, rows, rules)
    sorter.find(lines)
    sorter.sort(lines)
    return sorter.matches


class Sorter:
    def __init__(self, plan: Plan, rows: Rows, rules: Rules) -> None:
        self.plan, self.rules = plan, rules
        self.register: Register = plan.register
        self.rows = rows(plan.register).filter(withdrawn_on__isnull=True)
        self.matches: dict[int, list[int]] = {}
        self.first: dict[Key, int] = {}

    def key(self, line: Line) -> tuple[tuple[str, ...], Key]:
        """The columns by which the line is known again, and what it says in them."""
        names = self.register.key_fields
        values = line.values
        if not names or any(name not in values for name in names):
            both = dict.fromkeys((*names, *self.register.needs))
            names = tuple(name for name in both if name in values)
        return names, (line.organ_id, *(values[name] for name in names))

    def find(self, lines: Sequence[Line]) -> None:
        """The records that each line may be: a few queries for all of them."""
        named = sorted({line.known for line in lines if line.known is not None})
        there = {
            pk for some in chunks(named) for pk in self.rows.filter(pk__in=some).values_list("pk", flat=True)
        }
        by_names: dict[tuple[str, ...], dict[Key, list[int]]] = defaultdict(lambda: defaultdict(list))
        for line in lines:
            if line.known is not None:
                self.matches[line.row] = [line.known] if line.known in there else []
            else:
                names, key = self.key(line)
                if names:
                    by_names[names][key].append(line.row)
        for names, keys in by_names.items():
            for found in self.candidates(names, keys):
                for row in keys.get(found[1:], ()):
                    self.matches.setdefault(row, []).append(found[0])

    def candidates(self, names: tuple[str, ...], keys: Iterable[Key]) -> Iterable[Key]:
        """Records of the organs that may have one of the keys, as key, organ and columns."""
        listed = list(keys)
        near = self.rows.filter(organ_id__in={key[0] for key in listed})
        if not near.exists():
            return
        firsts = list({key[1] for key in listed})
        if len(firsts) > MANY:
            yield from near.values_list("pk", "organ_id", *names).iterator(chunk_size=5000)
            return
        for at in range(0, len(firsts), 500):
            some = near.filter(**{f"{names[0]}__in": firsts[at : at + 500]})
            yield from some.values_list("pk", "organ_id", *names)

    def sort(self, lines: Sequence[Line]) -> None:
        known: list[tuple[Line, int]] = []
        for line in lines:
            found = self.matches.get(line.row, [])
            if faults := self.faults(line, found):
                self.plan.faults += faults
            elif found:
                known.append((line, found[0]))
            else:
                self.plan.fresh.append(self.rules.row(line))
                self.plan.places.append(line.row)
                self.plan.bad.discard(line.row)
        for at in range(0, len(known), COMPARED):
            self.compare(known[at : at + COMPARED])

    def faults(self, line: Line, found: list[int]) -> list[Fault]:
        rules = self.rules
        if line.known is not None and not found:
            text = f"没有记录号为{line.known}的{self.register.label}，或者您无权查看"
            return [rules.fault(line, KNOWN, text, "请核对；新登记的请把记录号留空")]
        if len(found) > 1:
            text = f"有{len(found)}件同样的{self.register.label}"
            return [rules.fault(line, KNOWN, text, "请从导出的表中抄记录号")]
        names, key = self.key(line)
        place = ("record", found[0]) if found else (names, *key)
        before = self.first.setdefault(place, line.row)
        if before != line.row and (found or names):
            return [
                rules.fault(
                    line, names[0] if names else KNOWN, f"与第{before}行重复", "请删去一行，或写明编号"
                )
            ]
        faults = rules.faults_of_acts(line)
        return faults if found else faults + rules.faults_of_new(line)

    def compare(self, known: Sequence[tuple[Line, int]]) -> None:
        """Hold what the lines say against what is stored."""
        pks = [pk for _, pk in known]
        names = sorted(set().union(*(line.values for line, _ in known)))
        fields = ("pk", "organ_id", "record__version", *names)
        rows = self.rows.filter(chosen("pk", sorted(pks))).order_by().values_list(*fields)
        stored = {row[0]: row for row in read(rows)}
        places = {name: at for at, name in enumerate(names, 3)}
        models = {model for line, _ in known for model in line.parts}
        children = {model: child_rows(model, pks) for model in models}
        for line, pk in known:
            row = stored[pk]
            if row[1] != line.organ_id:
                text = "与登记的机关不同"
                self.plan.faults.append(self.rules.fault(line, "#organ", text, "机关不能用导入更改，请改回"))
                continue
            values = {name: value for name, value in line.values.items() if row[places[name]] != value}
            parts = {model: added(rows, children[model].get(pk, [])) for model, rows in line.parts.items()}
            parts = {model: rows for model, rows in parts.items() if rows}
            if faults := self.masked_faults(line, parts):
                self.plan.faults += faults
                continue
            if values or parts:
                self.plan.changes.append(Change(line.row, pk, row[2], values, parts))
            else:
                self.plan.unchanged += 1
            self.plan.bad.discard(line.row)

    def masked_faults(self, line: Line, parts: PartRows) -> list[Fault]:
        return [
            self.rules.fault(
                line, f"{model.rpartition('.')[2]}.{name}", "含有脱敏的“*”，新增的行须写全", "请填写完整内容"
            )
            for model, rows in parts.items()
            for values in rows
            for name, value in values.items()
            if value is MASKED
        ]


def added(given: list[dict[str, Any]], stored: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Child rows given that are not among the stored ones; a masked cell is like any stored value."""
    left, new = list(stored), []
    for values in given:
        same = next((row for row in left if alike(values, row)), None)
        if same is None:
            new.append(values)
        else:
            left.remove(same)
    return new


def alike(given: dict[str, Any], stored: dict[str, Any]) -> bool:
    return all(value is MASKED or stored[name] == value for name, value in given.items())
