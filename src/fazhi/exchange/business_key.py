"""Records of other registers by what a cell says of them: a business key, a number, a title, ``#12``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, ForeignKey, Q, TextField

from fazhi.engine.personal import masked
from fazhi.engine.register import Register
from fazhi.exchange.beside_table import JOINT
from fazhi.exchange.cell import shown
from fazhi.exchange.heading import Heading, heading
from fazhi.exchange.naming import NUMBERED, Names, Rows, chunks
from fazhi.exchange.plan import Line

Values = Mapping[str, Any]
MOST = 8
"""Pieces of a cell between joints up to which the rows that it may say are asked for."""


class Key:
    """The business key of one register as one cell says it, by the names of organs in ``names``."""

    def __init__(self, register: Register, names: Names) -> None:
        self.register, self.names = register, names
        self.own = register.key_fields
        self.all = tuple(dict.fromkeys((*register.key_fields, *register.needs)))
        fields = {one.name: one for one in register.model._meta.concrete_fields}
        self.headings = {name: heading(fields[name], register.personal, needed=False) for name in self.all}
        self.columns = ("pk", "organ_id", "number", "record__title", *(n for n in self.all if n != "number"))

    def learn(self, rows: Iterable[Values]) -> None:
        """Read the names of what the rows' keys refer to."""
        found = list(rows)
        for name, one in self.headings.items():
            if isinstance(one.column, ForeignKey):
                self.names.learn(one.column, (row.get(name) for row in found))

    def parts(self, values: Values) -> list[str]:
        """The columns of the key; where one is blank, what of it and of the needed columns is not."""
        whole = bool(self.own) and all(values.get(name) not in {None, ""} for name in self.own)
        return [name for name in (self.own if whole else self.all) if values.get(name) not in {None, ""}]

    def said(self, values: Values) -> str:
        return JOINT.join(self.cell(self.headings[name], values[name]) for name in self.parts(values))

    def cell(self, one: Heading, value: Any) -> str:
        if isinstance(one.column, ForeignKey):
            return self.names.of(one.column, value)
        return str(shown(one, value))

    def secret(self, values: Values) -> bool:
        """Whether the key names something personal."""
        return any(self.headings[name].personal for name in self.parts(values))

    def reference(self, values: Values, *, clear: bool) -> str:
        """How a record is named in a file that leaves: by its key, or masked behind its number of record."""
        said = self.said(values)
        if said and (clear or not self.secret(values)):
            return said
        return f"#{values['pk']} {masked(said)}".rstrip()

    def near(self, texts: Iterable[str]) -> Q | None:
        """A condition on the rows that one of the cells may say; None where every row has to be looked at.

        The free text of a key stands in the cell as it is, but it may hold a joint itself, and blanks before
        it are not told.
        """
        every = [text.split(JOINT) for text in texts]
        if max(map(len, every), default=0) > MOST:
            return None
        pieces = {
            JOINT.join(split[at:end])
            for split in every
            for at in range(len(split))
            for end in range(at + 1, len(split) + 1)
        }
        found = Q()
        for names in (self.own, self.register.needs):
            free = [name for name in names if is_free(self.headings[name])]
            if names and not free:
                return None
            found |= Q(**{f"{free[0]}__in": sorted(pieces)}) if free else Q()
        return found


def is_free(one: Heading) -> bool:
    """Whether the column is text that anybody may have written."""
    return isinstance(one.column, CharField | TextField) and not one.column.choices


@dataclass(frozen=True, slots=True)
class Found:
    """What a cell may mean: a stored record, or one that a row of the file brings (``row``)."""

    organ_id: int
    pk: int = 0
    row: int = 0


class Finder:
    """Finds what cells say in one register, all of them at once, among what the importer may see."""

    def __init__(self, register: Register, rows: Rows, lines: Sequence[Line] = ()) -> None:
        self.key = Key(register, Names())
        self.rows = rows(register).filter(withdrawn_on__isnull=True)
        self.lines = lines
        self._by_key: dict[str, list[Found]] = defaultdict(list)
        self._by_name: dict[str, list[Found]] = defaultdict(list)
        self._by_pk: dict[int, tuple[Found, frozenset[str]]] = {}

    def learn(self, texts: Iterable[str]) -> None:
        wanted = sorted(set(texts))
        numbered = {text: int(found[1]) for text in wanted if (found := NUMBERED.fullmatch(text))}
        stored: dict[int, Values] = {}
        for some in chunks(sorted(set(numbered.values()))):
            stored |= {row["pk"]: row for row in self.rows.filter(pk__in=some).values(*self.key.columns)}
        for row in self.candidates([text for text in wanted if text not in numbered]):
            stored[row["pk"]] = row
        self.key.learn(stored.values())
        for row in stored.values():
            self.remember(Found(row["organ_id"], pk=row["pk"]), row)
        self.key.learn(line.values for line in self.lines)
        for line in self.lines:
            self.remember(Found(line.organ_id, row=line.row), line.values)

    def candidates(self, texts: list[str]) -> Iterator[Values]:
        for at in range(0, len(texts), 100):
            some = texts[at : at + 100]
            near = self.key.near(some)
            asked = Q() if near is None else near | Q(number__in=some) | Q(record__title__in=some)
            yield from self.rows.filter(asked).values(*self.key.columns)

    def remember(self, found: Found, values: Values) -> None:
        said = self.key.said(values)
        self._by_key[said].append(found)
        others = {str(values.get(name) or "") for name in ("number", "record__title")} - {said, ""}
        for name in others:
            self._by_name[name].append(found)
        if found.pk:
            self._by_pk[found.pk] = found, frozenset({said, masked(said), *others})

    def find(self, text: str, organ_id: int | None) -> list[Found]:
        """Everything that the cell may mean; by the key before number and title."""
        if numbered := NUMBERED.fullmatch(text):
            found, said = self._by_pk.get(int(numbered[1]), (None, frozenset()))
            more = text.partition(" ")[2].strip()
            every = [found] if found is not None and (not more or more in said) else []
        else:
            every = self._by_key.get(text) or self._by_name.get(text, [])
        return [one for one in every if organ_id in {None, one.organ_id}]
