"""A plan while what stands beside its rows is put into it: by row of the file, rows at fault taken out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from fazhi.engine.refusal import Lack
from fazhi.exchange.plan import Change, Fault, Line, Plan


class Opened:
    """The new rows and the corrections of a plan by their rows, until :meth:`close` puts them back."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.fresh = dict(zip(plan.places, plan.fresh, strict=True))
        self.changes = {one.row: one for one in plan.changes}

    def close(self) -> None:
        self.plan.places[:], self.plan.fresh[:] = list(self.fresh), list(self.fresh.values())
        self.plan.changes[:] = list(self.changes.values())
        for row in self.plan.ties.keys() - self.fresh.keys():
            del self.plan.ties[row]

    def fill(self, row: int, **given: Any) -> None:
        """Say more of a new record."""
        self.fresh[row] = self.fresh[row]._replace(**given)

    def amend(self, row: int, pk: int, version: int, **given: Any) -> None:
        """Say more of a correction, or make one of a row that was unchanged."""
        if row not in self.changes:
            self.changes[row] = Change(row, pk, version, {}, {})
            self.plan.unchanged -= 1
        self.changes[row] = replace(self.changes[row], **given)

    def fail(self, line: Line, fault: Fault) -> None:
        """Note a fault; with its first one the row leaves the plan."""
        self.plan.faults.append(fault)
        if line.row in self.plan.bad:
            return
        self.plan.bad.add(line.row)
        if self.fresh.pop(line.row, None) is None and self.changes.pop(line.row, None) is None:
            self.plan.unchanged -= 1

    def stands(self, line: Line) -> bool:
        return line.row not in self.plan.bad

    def part(self, rows: Collection[int]) -> Plan:
        """The part of the plan that these rows bring, without extensions and links."""
        fresh = {row: self.fresh[row] for row in rows if row in self.fresh}
        return Plan(
            self.plan.register,
            fresh=[one._replace(extensions=(), links=()) for one in fresh.values()],
            places=list(fresh),
            changes=[
                replace(one, amendments=replace(one.amendments, extensions=()), ties=())
                for one in self.changes.values()
                if one.row in rows
            ],
        )


def fault_of(sheet: Any, place: int, lack: Lack) -> Fault:
    """What is lacking, at the place of the sheet."""
    labels = {heading.name: heading.label for heading in sheet.table.headings}
    column, article = labels.get(lack.field, ""), "、".join(lack.articles)
    return Fault(sheet.name, place, column, lack.text, lack.remedy, article)
