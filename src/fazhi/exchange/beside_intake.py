"""Standstills, extensions and links that a file brings beside its rows: read, checked, put into the plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from fazhi.engine.amendments import (
    Amendments,
    lacks_of_pause,
    overlap,
    span,
    stored_extensions,
    stored_pauses,
)
from fazhi.engine.past import Course, Extended, Standstill
from fazhi.engine.refusal import Lack
from fazhi.exchange.beside_known import granted, merged, overlaid, paired
from fazhi.exchange.beside_link import Links
from fazhi.exchange.beside_plan import Opened, fault_of
from fazhi.exchange.beside_table import EXTENSIONS, LINKS, PAUSES
from fazhi.exchange.cell import Unreadable, text_of
from fazhi.exchange.granting import lacks_of_grants
from fazhi.exchange.heading import LAW, ROW
from fazhi.exchange.naming import Rows, chunks
from fazhi.exchange.plan import Line, Plan

if TYPE_CHECKING:
    from fazhi.exchange.intake import Sheet


class Takes(Protocol):
    """Whoever puts rows of other sheets to the rows of the register's own."""

    def take(self, mark: str, line: Line) -> bool: ...
    def left_over(self) -> None: ...


@dataclass(slots=True)
class Given:
    """One row of one of the sheets: where it stands, what it says, whether all of it could be read."""

    sheet: Sheet
    place: int
    values: dict[str, Any]
    sound: bool


@dataclass(slots=True)
class Work:
    """One row of the register's own sheet with what stands beside it; ``pk`` where it is a record already."""

    line: Line
    pk: int | None
    given: dict[str, list[Given]]
    pauses: list[tuple[int | None, Standstill]] = field(default_factory=list)
    extensions: list[tuple[int | None, Extended]] = field(default_factory=list)
    grants: list[Given] = field(default_factory=list)


class Besides:
    """The sheets beside the register's own; the children's sheets come with them."""

    def __init__(self, plan: Plan, children: Takes, day: date) -> None:
        self.plan, self.children, self.day = plan, children, day
        self.procedure = plan.register.procedure
        self.opened, self.course = Opened(plan), Course(plan.register)
        self.laws: dict[int, date | None] = {}
        self._rows: dict[str, dict[str, list[Given]]] = defaultdict(lambda: defaultdict(list))
        self._taken: set[str] = set()
        self._of: dict[int, dict[str, list[Given]]] = {}

    def read(self, kind: str, sheet: Sheet) -> None:
        needed = [one for one in sheet.table.columns if one.needed]
        for place, cells in sheet.rows():
            values, _, good = sheet.values(place, cells)
            mark = text_of(sheet.cell(cells, ROW))
            if not mark:
                sheet.fault(place, "序号", Unreadable("没有写明属于哪一行", "请填主表中的序号"))
                continue
            for one in needed:
                if good and one.name not in values:
                    sheet.fault(place, one.label, Unreadable("没有填写", "请补上"))
                    good = False
            self._rows[mark][kind].append(Given(sheet, place, values, good))

    def take(self, mark: str, line: Line) -> bool:
        """Put what belongs to the row aside; False where some of it could not be read."""
        good = self.children.take(mark, line)
        rows = self._rows.get(mark)
        if rows is None:
            return good
        self._taken.add(mark)
        self._of[line.row] = rows
        return good and all(one.sound for some in rows.values() for one in some)

    def left_over(self) -> None:
        self.children.left_over()
        for mark in self._rows.keys() - self._taken:
            for some in self._rows[mark].values():
                for one in some:
                    one.sheet.fault(one.place, "序号", Unreadable(f"主表中没有序号“{mark}”", "请核对序号"))

    def settle(self, lines: Sequence[Line], matches: Mapping[int, Sequence[int]], rows: Rows) -> None:
        """Check what stands beside the sound rows and put it into the plan; rows at fault leave it."""
        self.opened = Opened(self.plan)
        works = [
            Work(line, next(iter(matches.get(line.row, ())), None), self._of[line.row])
            for line in lines
            if line.row in self._of and self.opened.stands(line)
        ]
        known = sorted(work.pk for work in works if work.pk is not None)
        pauses, extensions = stored_pauses(known), stored_extensions(known)
        versions: dict[int, int] = {}
        for some in chunks(known):
            own = rows(self.plan.register).filter(pk__in=some)
            for pk, law_on, version in own.values_list("pk", "law_on", "record__version"):
                self.laws[pk], versions[pk] = law_on, version
        for work in works:
            self.pause(work, pauses.get(work.pk or 0, {}))
            self.extend(work, extensions.get(work.pk or 0, {}))
            if self.opened.stands(work.line):
                self.put(work, versions)
        self.ask_law(works)
        wanted = [(work.line, work.pk, work.given.get(LINKS, [])) for work in works]
        Links(self.opened, lines, rows).settle(wanted, versions)
        self.opened.close()

    def fail(self, line: Line, one: Given, lack: Lack) -> None:
        """A fault of one row, for which the row of the register's own sheet stays behind with it."""
        self.opened.fail(line, fault_of(one.sheet, one.place, lack))

    def pause(self, work: Work, stored: Mapping[int, Standstill]) -> None:
        rows = work.given.get(PAUSES, [])
        given = [self.standstill(work.line, one) for one in rows]
        keys = paired(given, stored)
        every = [merged(one, stored[key]) if key else one for one, key in zip(given, keys, strict=True)]
        untouched = [one for key, one in stored.items() if key not in keys]
        for at, (row, key, one) in enumerate(zip(rows, keys, every, strict=True)):
            if key is not None and one == stored[key]:
                continue
            for lack in lacks_of_pause(self.procedure, one, self.day, self.law_day(work)):
                self.fail(work.line, row, lack)
            for other in (*every[:at], *every[at + 1 :], *untouched):
                if overlap(one, other):
                    label = self.procedure.pause(one.pause).label
                    text = f"“{label}”{span(one)}与{span(other)}重叠"
                    self.fail(work.line, row, Lack(text, "请核对起止日期", field="first"))
                    break
            work.pauses.append((key, one))

    def law_day(self, work: Work) -> date | None:
        chosen: date | None = work.line.values.get(LAW)
        stands = self.course.law_day(work.line.values) if work.pk is None else self.laws[work.pk]
        return chosen or stands

    def standstill(self, line: Line, one: Given) -> Standstill:
        values = one.values
        pause = self.procedure.pause(values["pause"])
        ground = values.get("ground", "")
        if ground and pause.grounds is not None:
            found = {str(label): value for value, label in pause.grounds.choices}.get(ground)
            if found is None:
                labels = "、".join(map(str, pause.grounds.labels))
                text = f"“{ground}”不是“{pause.label}”的情形"
                self.fail(line, one, Lack(text, f"请从“{labels}”中选择", field="ground"))
            ground = found or next(iter(pause.grounds.values))
        return Standstill(pause.key, values["first"], values.get("last"), ground, values.get("why", ""))

    def extend(self, work: Work, stored: Mapping[int, Extended]) -> None:
        rows = work.given.get(EXTENSIONS, [])
        given = [
            Extended(v["deadline"], v["amount"], v["granted_on"], v.get("why", ""))
            for v in (one.values for one in rows)
        ]
        keys = granted(given, stored)
        had = [one.deadline for one in stored.values()]
        for row, key, one in zip(rows, keys, given, strict=True):
            laid = overlaid(one, stored[key]) if key is not None else one
            if key is not None and laid == stored[key]:
                continue
            label = self.procedure.deadline(one.deadline).label
            if key is None and one.deadline in had:
                self.fail(work.line, row, Lack(f"“{label}”已经延长过一次", "请删去一行", field="deadline"))
            if one.granted_on > self.day:
                text, remedy = f"{one.granted_on}晚于今天{self.day}", "尚未发生的不能登记，请核对日期"
                self.fail(work.line, row, Lack(text, remedy, field="granted_on"))
            had.append(one.deadline)
            work.extensions.append((key, laid))
            work.grants.append(row)

    def put(self, work: Work, versions: Mapping[int, int]) -> None:
        """Lay standstills and extensions over what the plan holds of the row."""
        if work.pk is None:
            pauses, extensions = [one for _, one in work.pauses], [one for _, one in work.extensions]
            self.opened.fill(work.line.row, pauses=pauses, extensions=extensions)
        elif work.pauses or work.extensions:
            given = Amendments(work.pauses, work.extensions)
            self.opened.amend(work.line.row, work.pk, versions[work.pk], amendments=given)

    def ask_law(self, works: Iterable[Work]) -> None:
        """Hold the extensions against the law of their records."""
        asked = {work.line.row: work for work in works if work.extensions and self.opened.stands(work.line)}
        if not asked:
            return
        given = {row: [one for _, one in work.extensions] for row, work in asked.items()}
        for row, lacks in lacks_of_grants(self.opened.part(asked.keys()), given).items():
            for one, lack in zip(asked[row].grants, lacks, strict=True):
                if lack is not None:
                    self.fail(asked[row].line, one, lack)
