"""Compares files of division codes with the tree, and brings the tree up to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from fazhi.organs.dated import in_force
from fazhi.organs.divisions import Division, Divisions, RowFault
from fazhi.organs.models import Axis, Bond, Organ
from fazhi.organs.reform import move, rename
from fazhi.organs.tree import add_organs, bond


@dataclass(frozen=True, slots=True)
class Difference:
    """A known organ whose row says something else: what stands in the tree, what stands in the file."""

    organ: Organ
    division: Division
    before: str
    after: str


@dataclass(slots=True)
class Plan:
    """What an import would do.

    ``attached`` had no parent yet. ``renamed`` and ``moved`` need the day of the change and are left as they
    are without one; ``ended`` were abolished in the tree and stay so.
    """

    new: list[Division] = field(default_factory=list)
    attached: list[Difference] = field(default_factory=list)
    renamed: list[Difference] = field(default_factory=list)
    moved: list[Difference] = field(default_factory=list)
    ended: list[Organ] = field(default_factory=list)
    unchanged: int = 0
    faults: list[RowFault] = field(default_factory=list)

    def touched(self, *, dated: bool) -> Iterator[Division]:
        """The rows that change the tree; with a day also those renamed and moved."""
        yield from self.new
        for difference in (*self.attached, *(self.dated_changes if dated else ())):
            yield difference.division

    @property
    def dated_changes(self) -> list[Difference]:
        return [*self.renamed, *self.moved]


def compare(divisions: Divisions, on: date) -> Plan:
    """What the files say against the tree as it stands on the day; nothing is written."""
    plan = Plan(faults=list(divisions.faults))
    known = {organ.code: organ for organ in Organ.objects.exclude(code__contains="/")}
    parents = parents_on(on)
    codes = known.keys() | {division.code for division in divisions.organs}
    for division in divisions.organs:
        organ = known.get(division.code)
        if division.parent and division.parent not in codes:
            plan.faults.append(orphan(division))
        elif organ is None:
            plan.new.append(division)
        else:
            set_beside(plan, organ, division, parents.get(organ.pk), on)
    return plan


def parents_on(on: date) -> dict[int, str]:
    """The code of each organ's territorial parent on the day, by the organ's id."""
    return dict(
        Bond.objects.filter(in_force(on), axis=Axis.TERRITORY).values_list("organ_id", "parent__code")
    )


def set_beside(plan: Plan, organ: Organ, division: Division, parent: str | None, on: date) -> None:
    if organ.ended_on is not None and organ.ended_on <= on:
        plan.ended.append(organ)
        return
    same = True
    if organ.name != division.name:
        plan.renamed.append(Difference(organ, division, organ.name, division.name))
        same = False
    if division.parent and (parent is None or parent != division.parent):
        changes = plan.attached if parent is None else plan.moved
        changes.append(Difference(organ, division, parent or "", division.parent))
        same = False
    plan.unchanged += same


def orphan(division: Division) -> RowFault:
    place = division.place
    reason = f"“{place.name}”（{place.code}）的上级{division.parent}既不在文件中，也没有登记"
    return RowFault(place.file, place.row, place.code, reason, "请将上一级的区划代码文件一并导入")


def carry_out(plan: Plan, on: date | None) -> None:
    """Write the plan in the caller's transaction; ``on`` dates what is renamed and moved, none leaves it.

    :raises OrganRefused: a change that cannot be true.
    """
    add_organs((organ_of_row(division) for division in plan.new), upward(plan.new))
    high = {organ.code: organ for organ in Organ.objects.filter(code__in={d.after for d in plan.attached})}
    for difference in plan.attached:
        bond(difference.organ, high[difference.after])
    if on is None:
        return
    for difference in plan.renamed:
        rename(difference.organ, difference.after, on, short_name=short_name(difference.division))
    for difference in plan.moved:
        move(difference.organ, Organ.objects.get(code=difference.after), on)


def organ_of_row(division: Division) -> Organ:
    return Organ(
        code=division.code,
        name=division.name,
        short_name=short_name(division),
        kind=division.kind,
        level=division.level,
    )


def short_name(division: Division) -> str:
    """The place's own name, where the organ's is longer."""
    return division.place.name if division.place.name != division.name else ""


def upward(rows: Iterable[Division]) -> dict[str, str]:
    return {row.code: row.parent for row in rows if row.parent}


def tops(rows: Iterable[Division]) -> dict[str, list[Division]]:
    """The rows gathered under the highest touched organ above each."""
    touched = {row.code: row for row in rows}
    gathered: dict[str, list[Division]] = {}
    for row in touched.values():
        top = row
        while top.parent in touched:
            top = touched[top.parent]
        gathered.setdefault(top.code, []).append(row)
    return gathered
