"""Standstills, extensions and links of exported records, as rows of their sheets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import Any

from fazhi.engine.amendments import stored_extensions, stored_pauses
from fazhi.engine.models import Link
from fazhi.engine.register import Register
from fazhi.engine.registry import installed
from fazhi.engine.relations import kinds
from fazhi.exchange.beside_table import EXTENSIONS, LINKS, PAUSES
from fazhi.exchange.business_key import Key
from fazhi.exchange.naming import Names, Rows

By = Mapping[int, Sequence[list[Any]]]
"""Cells after the place, by record."""


class Outside:
    """What stands beside the records of one register.

    :param see: the records that whoever exports may see: no link names another.
    """

    def __init__(self, register: Register, see: Rows, names: Names) -> None:
        self.register, self.see, self.names = register, see, names
        self._keys: dict[str, Key] = {}

    def sheets(self, offered: Sequence[str]) -> list[str]:
        """The sheets to write: those that a template offers, and that of links where there are any."""
        if LINKS in offered or not Link.objects.filter(here__register=self.register.key).exists():
            return list(offered)
        return [*offered, LINKS]

    def rows(self, kind: str, pks: Sequence[int], clear: Collection[int]) -> By:
        """The cells of some records, in the order of the sheet's headings.

        :param pks: rising keys. :param clear: those whose personal fields leave in clear.
        """
        if kind == PAUSES:
            return self.pauses(pks)
        return self.extensions(pks) if kind == EXTENSIONS else self.links(pks, clear)

    def pauses(self, pks: Sequence[int]) -> By:
        procedure = self.register.procedure
        declared = {one.key: one for one in procedure.pauses}
        grounded = any(one.grounds for one in procedure.pauses)
        found: dict[int, list[list[Any]]] = {}
        for pk, rows in stored_pauses(pks).items():
            for one in rows.values():
                pause = declared[one.pause]
                ground = dict(pause.grounds.choices).get(one.ground, one.ground) if pause.grounds else ""
                told = [pause.label, *([str(ground)] if grounded else []), one.first, one.last, one.why]
                found.setdefault(pk, []).append(told)
        return found

    def extensions(self, pks: Sequence[int]) -> By:
        deadline = self.register.procedure.deadline
        return {
            pk: [[deadline(one.deadline).label, one.amount, one.granted_on, one.why] for one in rows.values()]
            for pk, rows in stored_extensions(pks).items()
        }

    def links(self, pks: Sequence[int], clear: Collection[int]) -> By:
        """The links that were made from these records, in the order in which they were made."""
        registers = installed().registers
        asked = Link.objects.filter(here__in=pks, there__withdrawn_on__isnull=True).order_by("pk")
        made = list(asked.values_list("here_id", "there_id", "there__register", "kind"))
        ends: dict[str, set[int]] = defaultdict(set)
        for _, there, key, _ in made:
            ends[key].add(there)
        said = {key: self.said(registers[key], some, clear) for key, some in ends.items() if key in registers}
        found: dict[int, list[list[Any]]] = {}
        for here, there, key, kind in made:
            if there in said.get(key, {}):
                cells = [registers[key].label, *said[key][there]]
                if self.related:
                    cells.insert(0, kinds(self.register, registers[key]).get(kind, ""))
                found.setdefault(here, []).append(cells)
        return found

    @cached_property
    def related(self) -> bool:
        """Whether the sheet has a column for the kind of link."""
        return any(kinds(self.register, one) for one in installed().registers.values())

    def said(self, other: Register, pks: Collection[int], clear: Collection[int]) -> dict[int, list[str]]:
        """Organ and key of the records that may be seen; nothing personal of another register leaves."""
        key = self._keys.setdefault(other.key, Key(other, self.names))
        rows = list(self.see(other).filter(pk__in=sorted(pks)).values(*key.columns))
        self.names.learn_organs(row["organ_id"] for row in rows)
        key.learn(rows)
        own = other.key == self.register.key
        return {
            row["pk"]: [
                self.names.organ(row["organ_id"]),
                key.reference(row, clear=own and row["pk"] in clear),
            ]
            for row in rows
        }
