"""Rows of a register out: a sheet for it, each part and what stands beside, masked unless cleared."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import IO, Any

from django.db import transaction
from django.db.models import ForeignKey, QuerySet

from fazhi.engine.access import Rights, visible_to
from fazhi.engine.actor import Actor, today
from fazhi.engine.models import RecordModel
from fazhi.engine.parts import child_rows
from fazhi.engine.personal import masked
from fazhi.engine.refusal import Refusal
from fazhi.engine.register import Register
from fazhi.engine.trail import record_event
from fazhi.exchange.beside_out import Outside
from fazhi.exchange.beside_table import LINKS, beside_table, offered
from fazhi.exchange.cell import shown
from fazhi.exchange.guard import guarded
from fazhi.exchange.heading import LAW, Heading, Table, main_table, part_tables
from fazhi.exchange.naming import Names
from fazhi.exchange.naming import Rows as Seen
from fazhi.exchange.sheet import Book
from fazhi.organs.models import Organ

BATCH = 500
Rows = QuerySet[RecordModel]


class Export:
    """The visible rows of a register, oldest first; withdrawn records stay behind.

    :param clear: the records whose personal fields leave in clear.
    :param see: the records of every register that may be seen; a link names no other.
    """

    def __init__(self, register: Register, rows: Rows, clear: Rows | None = None, *, see: Seen) -> None:
        self.register = register
        self.rows = rows.filter(withdrawn_on__isnull=True).order_by("pk")
        self.clear = clear
        self.main, self.parts = main_table(register), part_tables(register)
        self.names = Names()
        self.outside = Outside(register, see, self.names)
        self.beside = {one: beside_table(register, one) for one in self.outside.sheets(offered(register))}
        self.count = 0

    def batches(self) -> Iterator[list[dict[str, Any]]]:
        names = [one.name for one in self.main.columns]
        names += ["law_chosen"] if LAW in names else []
        rows = iter(self.rows.values("pk", "organ_id", *names).iterator(chunk_size=2000))
        while batch := list(islice(rows, BATCH)):
            for row in batch if LAW in names else ():
                row[LAW] = row[LAW] if row["law_chosen"] else None
            yield batch

    def cleared(self, pks: Sequence[int]) -> frozenset[int]:
        if self.clear is None:
            return frozenset()
        return frozenset(self.clear.filter(pk__in=pks).order_by().values_list("pk", flat=True))

    def main_rows(self) -> Iterator[list[Any]]:
        """The cells of each record: place, number of record, organ, columns."""
        self.count = 0
        for batch in self.batches():
            clear = self.cleared([row["pk"] for row in batch])
            self.names.learn_organs(row["organ_id"] for row in batch)
            self.learn(self.main, batch)
            for row in batch:
                self.count += 1
                start = [self.count, row["pk"], self.names.organ(row["organ_id"])]
                yield start + self.cells(self.main, row, clear=row["pk"] in clear)

    def part_rows(self, model: str) -> Iterator[list[Any]]:
        """The cells of each child row, after the place of its record in the register's own sheet."""
        table, place = self.parts[model], 0
        for batch in self.batches():
            pks = [row["pk"] for row in batch]
            clear, found = self.cleared(pks), child_rows(model, pks)
            self.learn(table, [row for rows in found.values() for row in rows])
            for pk in pks:
                place += 1
                for row in found.get(pk, ()):
                    yield [place, *self.cells(table, row, clear=pk in clear)]

    def beside_rows(self, kind: str) -> Iterator[list[Any]]:
        """The cells of each standstill, extension or link, after the place of its record."""
        place = 0
        for batch in self.batches():
            pks = [row["pk"] for row in batch]
            clear = self.cleared(pks) if kind == LINKS else frozenset()
            found = self.outside.rows(kind, pks, clear)
            for pk in pks:
                place += 1
                for cells in found.get(pk, ()):
                    yield [place, *cells]

    def learn(self, table: Table, rows: Sequence[dict[str, Any]]) -> None:
        for one in table.columns:
            if one.column is not None and isinstance(one.column, ForeignKey):
                self.names.learn(one.column, (row[one.name] for row in rows))

    def cells(self, table: Table, row: dict[str, Any], *, clear: bool) -> list[Any]:
        return [self.cell(one, row[one.name], clear=clear) for one in table.columns]

    def cell(self, one: Heading, value: Any, *, clear: bool) -> Any:
        if value is None or value == "" or one.column is None:
            return None
        if isinstance(one.column, ForeignKey):
            return self.names.of(one.column, value)
        said = shown(one, value)
        return masked(str(said)) if one.personal and not clear else said


def write_xlsx(export: Export, target: IO[bytes]) -> int:
    """A workbook with a sheet for each part and for what stands beside; returns the number of records."""
    with Book(target) as book:
        book.add(export.main, export.main_rows())
        for model, table in export.parts.items():
            book.add(table, export.part_rows(model))
        for kind, table in export.beside.items():
            book.add(table, export.beside_rows(kind))
    return export.count


def write_csv(export: Export, target: IO[bytes]) -> int:
    """The register's own sheet alone, as UTF-8 that spreadsheets recognise."""
    text = io.TextIOWrapper(target, "utf-8-sig", newline="", write_through=True)
    lines = csv.writer(text)
    lines.writerow([one.label for one in export.main.headings])
    for cells in export.main_rows():
        lines.writerow(
            [
                guarded(cell)
                if isinstance(cell, str) and not (heading.unit or heading.score)
                else ""
                if cell is None
                else cell
                for heading, cell in zip(export.main.headings, cells, strict=True)
            ]
        )
    text.detach()
    return export.count


def write(export: Export, kind: str, target: IO[bytes]) -> int:
    return (write_csv if kind == "csv" else write_xlsx)(export, target)


def clear_rows(register: Register, rights: Rights) -> Rows:
    """The records whose personal fields the person may see: those that a grant with this right reaches."""
    return visible_to(replace(rights, grants=tuple(one for one in rights.grants if one.personal)), register)


@transaction.atomic
def log_clear(register: Register, rows: Rows, *, actor: Actor, why: str, organ: Organ | None) -> None:
    """Log an export in clear before it leaves, once an organ whose records it holds.

    :raises Refusal: no reason, or the register holds nothing personal.
    """
    if not register.personal:
        raise Refusal(f"{register.label}没有个人信息，不需要明文导出。")
    if not why.strip():
        raise Refusal("明文导出个人信息须写明理由（《个人信息保护法》第六条）。请填写“理由”。")
    standing = rows.filter(withdrawn_on__isnull=True)
    organs = sorted(set(standing.order_by().values_list("organ_id", flat=True)))
    if not organs and organ is not None:
        organs = [organ.pk]
    for organ_id in organs:
        record_event(
            actor=actor,
            kind="export",
            label=f"明文导出{register.label}",
            legal_on=today(),
            organ_id=organ_id,
            changes={"register": register.key, "count": standing.filter(organ_id=organ_id).count()},
            why=why,
        )
