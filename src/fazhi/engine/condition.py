"""Conditions beyond the register's own columns: on parts of the record, and on linked records.

Conditions are evaluated only by the database, on the saved row. A child table is reached only through
``EXISTS`` (:func:`part`), another register only through the link table (:func:`linked`); both are resolved
when a query is built, so a declaration may be written before the tables it speaks of are loaded.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import BooleanField, Exists, F, OuterRef, Q
from django.db.models.expressions import Expression
from django.db.models.lookups import Lookup
from django.db.models.sql.query import Query

ALWAYS = Q(pk__isnull=False)
"""Holds for every saved row."""


def standing(since: str, until: str, day: date) -> Q:
    """Begun by ``day`` and not ended by it."""
    open_end = Q(**{f"{until}__isnull": True}) | Q(**{f"{until}__gt": day})
    return Q(**{f"{since}__lte": day}) & open_end


class Part(Expression):
    """Whether the record has a child row in ``model`` for which ``where`` holds."""

    conditional = True
    output_field: Any = BooleanField()
    depth = 1
    """So many queries further out stands the record that asks."""

    def __init__(self, model: str, where: Q | None = None) -> None:
        super().__init__()
        self.model, self.where = model, where or Q()

    def __repr__(self) -> str:
        return f"part({self.model!r}, {self.where})"

    def rows(self) -> Exists:
        child = apps.get_model(self.model)
        own = {getattr(child, "parent", "record"): OuterRef("pk")}
        return Exists(child._default_manager.filter(self.where, **own))

    def resolve_expression(
        self,
        query: Query | None = None,
        allow_joins: bool = True,  # noqa: FBT001, FBT002 - Django's signature
        reuse: set[str] | None = None,
        summarize: bool = False,  # noqa: FBT001, FBT002 - Django's signature
        for_save: bool = False,  # noqa: FBT001, FBT002 - Django's signature
    ) -> Any:
        return self.rows().resolve_expression(query, allow_joins, reuse, summarize, for_save)


class NoPart(Part):
    """Whether the record has no such child row: what none of them may say (没有顾问认为不合法)."""

    def __repr__(self) -> str:
        return f"no_part({self.model!r}, {self.where})"

    def rows(self) -> Exists:
        return ~super().rows()  # type: ignore[return-value]  # negated, it is resolved alike


class Linked(Part):
    """Whether the record is linked with one of the register named by key for which ``where`` holds.

    :param kind: only links of that kind count; ``label`` is what the kind is called.
    """

    depth = 2

    def __init__(self, register: str, where: Q | None = None, kind: str = "", label: str = "") -> None:
        super().__init__(register, where)
        self.kind, self.label = kind, label

    def __repr__(self) -> str:
        return f"linked({self.model!r}, {self.where})"

    def rows(self) -> Exists:
        from fazhi.engine.models import Link
        from fazhi.engine.registry import register

        target = register(self.model).model
        kind = Q(kind=self.kind) if self.kind else Q()
        there = Exists(
            target._default_manager.filter(self.where, pk=OuterRef("there"), withdrawn_on__isnull=True)
        )
        back = Exists(
            target._default_manager.filter(self.where, pk=OuterRef("here"), withdrawn_on__isnull=True)
        )
        links = Link.objects.filter(kind)
        return Exists(links.filter((Q(here=OuterRef("pk")) & Q(there)) | (Q(there=OuterRef("pk")) & Q(back))))


class Unlinked(Linked):
    """Whether the record is linked with none of the register for which ``where`` holds.

    Unknown is no link: what a linked record leaves open does not count as said.
    """

    def __repr__(self) -> str:
        return f"unlinked({self.model!r}, {self.where})"

    def rows(self) -> Exists:
        return ~super().rows()  # type: ignore[return-value]  # negated, it is resolved alike


def part(model: str, where: Q | None = None) -> Q:
    """A condition on a child table: ``part("permits.Hearing", Q(held_on__isnull=False))``."""
    return Q(Part(model, where))


def no_part(model: str, where: Q | None = None) -> Q:
    """No child row for which ``where`` holds: ``no_part("permits.Opinion", Q(lawful=Answer.NO))``."""
    return Q(NoPart(model, where))


def linked(register: str, where: Q | None = None, kind: str = "", label: str = "") -> Q:
    """A condition on a linked record: ``linked("opinions.opinion", Q(issued_on__isnull=False))``."""
    return Q(Linked(register, where, kind, label))


def unlinked(register: str, where: Q | None = None, kind: str = "") -> Q:
    """A condition on no linked record: ``unlinked("opinions.opinion", Q(issued_on=own("signed_on")))``."""
    return Q(Unlinked(register, where, kind))


def own(field: str) -> F:
    """Inside :func:`linked`, a column of the record that asks: ``Q(issued_on__lte=own("signed_on"))``."""
    return OuterRef(OuterRef(field))


def filled(field: str) -> Q:
    """The column holds a value."""
    return Q(**{f"{field}__isnull": False})


def same(field: str, other: str, lookup: str = "exact") -> Q:
    """Two columns of one row compared: ``same("closed_on", "decide_due_on", "lte")``."""
    return Q(**{f"{field}__{lookup}": F(other)})


def columns_named(where: Q) -> set[str]:
    """The columns of the row itself that a condition names outright, on either side of a comparison."""
    return {name.partition("__")[0] for name in _names(where, 0, ())}


def columns_in(where: Q) -> set[str]:
    """The columns of the row itself that a condition looks at: those that it names, and those with which a
    child row or a linked record is compared, however deep.
    """
    return {name.partition("__")[0] for name in _names(where, 0, (Part,))}


def columns_anywhere(where: Q) -> set[str]:
    """Every column path that a condition names, of the row, of child rows and of linked records."""
    children: list[Any] = where.children
    found: set[str] = set()
    for child in children:
        if isinstance(child, Q):
            found |= columns_anywhere(child)
        elif isinstance(child, Part):
            found |= columns_anywhere(child.where)
        elif isinstance(child, tuple):
            found |= {child[0], *_referred(child[1], None)}
        else:
            found |= {*_referred(child, None)}
    return found


def _names(where: Q, depth: int, inside: tuple[type[Part], ...]) -> Iterator[str]:
    """The columns of the row ``depth`` queries further out than the condition stands.

    :param inside: the expressions that are looked into.
    """
    children: list[Any] = where.children
    for child in children:
        if isinstance(child, Q):
            yield from _names(child, depth, inside)
        elif isinstance(child, Part):
            if isinstance(child, inside):
                yield from _names(child.where, depth + child.depth, inside)
        elif isinstance(child, tuple):
            if not depth:
                yield child[0]
            yield from _referred(child[1], depth)
        else:
            yield from _referred(child, depth)


def _referred(value: Any, depth: int | None) -> Iterator[str]:
    """The columns of which a value or an expression is made, ``depth`` queries further out (None: any)."""
    if isinstance(value, F):
        above, name = 0, value
        while isinstance(name, OuterRef):
            above, name = above + 1, name.name  # type: ignore[attr-defined]  # the stubs leave it out
        if depth in {None, above}:
            yield name.name if isinstance(name, F) else name  # type: ignore[attr-defined]  # left out too
    elif isinstance(value, Lookup):
        yield from (*_referred(value.lhs, depth), *_referred(value.rhs, depth))
    elif hasattr(value, "get_source_expressions"):
        for one in value.get_source_expressions():
            yield from _referred(one, depth)


def compared(where: Q) -> dict[str, str]:
    """Columns of the asking record (:func:`own`) → the lookup that a condition on a linked one names."""
    children: list[Any] = where.children
    found: dict[str, str] = {}
    for child in children:
        if isinstance(child, Q):
            found |= compared(child)
        elif isinstance(child, tuple) and isinstance(child[1], OuterRef):
            found[child[1].name.name] = child[0]  # type: ignore[attr-defined]  # the stubs leave it out
    return found


def has_parts(where: Q) -> bool:
    """Whether a condition asks about child rows or linked records."""
    children: list[Any] = where.children
    return any(has_parts(child) if isinstance(child, Q) else isinstance(child, Part) for child in children)


def links_in(where: Q) -> list[Linked]:
    """The conditions on linked records that stand in a condition, those inside them included."""
    found: list[Linked] = []
    children: list[Any] = where.children
    for child in children:
        if isinstance(child, Q):
            found += links_in(child)
        elif isinstance(child, Part):
            found += [child] if isinstance(child, Linked) else []
            found += links_in(child.where)
    return found


def registers_in(where: Q) -> set[str]:
    """The keys of the registers that a condition asks about through the record's own links."""
    return {path[0] for path, _ in paths_in(where)}


def paths_in(where: Q) -> Iterator[tuple[tuple[str, ...], set[str]]]:
    """The chains of registers that a condition follows link by link, each with the columns that it looks at
    of the last.
    """
    children: list[Any] = where.children
    for child in children:
        if isinstance(child, Q):
            yield from paths_in(child)
        elif isinstance(child, Linked):
            yield (child.model,), columns_in(child.where)
            for path, columns in paths_in(child.where):
                yield (child.model, *path), columns
