"""Links that a file brings: the other record found, among those stored and those that come with the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from django.db.models import Q

from fazhi.engine.models import Link
from fazhi.engine.past import Linkage
from fazhi.engine.refusal import Lack
from fazhi.engine.registry import installed
from fazhi.engine.relations import kinds
from fazhi.exchange.beside_plan import Opened, fault_of
from fazhi.exchange.business_key import Finder, Found
from fazhi.exchange.naming import Rows, chunks
from fazhi.exchange.plan import Line, Tie


class Row(Protocol):
    """A row of the sheet of links."""

    sheet: Any
    place: int
    values: dict[str, Any]


Wanted = tuple[Line, int | None, Sequence[Row]]
"""A row of the register's own sheet, its record if it is one already, its rows of the sheet of links."""
Stored = dict[int, dict[int, set[str]]]
"""By record the records that it is linked with, either way, and the kinds of these links."""
Ties = dict[int, list[tuple[Row, Tie]]]
"""The links to make by the row of the register's own sheet."""


class Links:
    """The links of one file under way."""

    def __init__(self, opened: Opened, lines: Sequence[Line], rows: Rows) -> None:
        self.opened, self.rows, self.lines = opened, rows, lines
        self.register = opened.plan.register
        self._kinds: dict[str, dict[str, str]] = {}

    def settle(self, wanted: Sequence[Wanted], versions: Mapping[int, int]) -> None:
        """Put the links that do not stand yet into the plan; what names no record, or several, is a fault."""
        wanted = [one for one in wanted if one[2] and self.opened.stands(one[0])]
        if not wanted:
            return
        finders, stored = self.finders(wanted), stored_links([pk for _, pk, _ in wanted if pk is not None])
        ties: Ties = {}
        for line, pk, rows in wanted:
            found = [(row, self.tie(line, pk, row, finders, stored.get(pk or 0, {}))) for row in rows]
            ties[line.row] = once(found)
        lines = {line.row: (line, pk) for line, pk, _ in wanted}
        self.no_row_at_fault(lines, ties)
        for row, (line, pk) in lines.items():
            if ties[row] and self.opened.stands(line):
                self.put(row, pk, [tie for _, tie in ties[row]], versions)

    def fail(self, line: Line, row: Row, text: str, remedy: str, field: str = "there") -> None:
        self.opened.fail(line, fault_of(row.sheet, row.place, Lack(text, remedy, field=field)))

    def finders(self, wanted: Sequence[Wanted]) -> dict[str, Finder]:
        texts: dict[str, list[str]] = defaultdict(list)
        for _, _, rows in wanted:
            for one in rows:
                texts[one.values["register"]].append(one.values["there"])
        own = [line for line in self.lines if line.row in self.opened.fresh]
        found = {}
        for key, some in texts.items():
            register = installed().registers[key]
            found[key] = Finder(register, self.rows, own if key == self.register.key else ())
            found[key].learn(some)
        return found

    def tie(
        self,
        line: Line,
        pk: int | None,
        row: Any,
        finders: Mapping[str, Finder],
        stored: Mapping[int, set[str]],
    ) -> Tie | None:
        """The link that the row asks for; None where it stands already, or is at fault."""
        values = row.values
        other = installed().registers[values["register"]]
        text, organ = values["there"], values.get("organ")
        kind = self.kind(other.key, values.get("kind", ""))
        if kind is None:
            self.fail(line, row, f"与{other.label}没有这种关系", "请留空，或核对“登记簿”", "kind")
            return None
        found = finders[other.key].find(text, organ)
        if any(kind in kinds or (kinds and not kind) for kinds in (stored.get(one.pk, ()) for one in found)):
            return None
        if len(found) == 1 and is_self(found[0], line, pk):
            self.fail(line, row, "记录不能与自己关联", "请核对“对方记录”")
        elif not found:
            lack = f"没有{other.label}是“{text}”，或者您无权查看，或者已撤回"
            self.fail(line, row, lack, "请先登记它，或核对登记簿、机关和编号（名称）")
        elif len(found) > 1:
            remedy = "请写明“对方机关”，或从导出的表中抄“#记录号”"
            self.fail(line, row, f"不止一件{other.label}是“{text}”", remedy)
        else:
            return Tie(found[0].pk, kind, found[0].row)
        return None

    def kind(self, key: str, label: str) -> str | None:
        """The kind meant; left blank, the one that the rules of the two registers ask for, if it is one.
        None: these two know no such kind.
        """
        if key not in self._kinds:
            self._kinds[key] = kinds(self.register, installed().registers[key])
        known = self._kinds[key]
        if label:
            return next((kind for kind, said in known.items() if said == label), None)
        return next(iter(known)) if len(known) == 1 else ""

    def no_row_at_fault(self, lines: Mapping[int, tuple[Line, int | None]], ties: Ties) -> None:
        """A row that names another row at fault stays behind with it; so do those that name it."""
        again = True
        while again:
            again = False
            for row, found in ties.items():
                for one in [one for one in found if one[1].row in self.opened.plan.bad]:
                    text = f"对方记录是主表第{one[1].row}行，该行有错误"
                    self.fail(lines[row][0], one[0], text, "请一并改正")
                    found.remove(one)
                    again = True

    def put(self, row: int, pk: int | None, ties: list[Tie], versions: Mapping[int, int]) -> None:
        if pk is not None:
            self.opened.amend(row, pk, versions[pk], ties=tuple(ties))
            return
        self.opened.fill(row, links=[Linkage(one.there, one.kind) for one in ties if not one.row])
        if new := [one for one in ties if one.row]:
            self.opened.plan.ties[row] = new


def once(found: Sequence[tuple[Row, Tie | None]]) -> list[tuple[Row, Tie]]:
    """Linking twice changes nothing."""
    kept: dict[Tie, Row] = {}
    for row, tie in found:
        if tie is not None:
            kept.setdefault(tie, row)
    return [(row, tie) for tie, row in kept.items()]


def is_self(found: Found, line: Line, pk: int | None) -> bool:
    return found.row == line.row if found.row else found.pk == pk


def stored_links(pks: Sequence[int]) -> Stored:
    """What the records are linked with, either way: a query for so many records at once."""
    found: Stored = defaultdict(lambda: defaultdict(set))
    for some in chunks(sorted(pks)):
        asked = Q(here__in=some) | Q(there__in=some)
        for here, there, kind in Link.objects.filter(asked).values_list("here_id", "there_id", "kind"):
            found[here][there].add(kind)
            found[there][here].add(kind)
    return found
