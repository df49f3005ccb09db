"""Importing a workbook of cases whole, against the bare read of the same file by python-calamine.

Ours opens the file with care, reads, checks and resolves every cell, looks for records known already, loads
hub, register and parts, starts the clocks (five a case), measures the breaches, indexes the titles and writes
the events. The peer makes lists of the cells of all sheets and nothing else.
"""

from __future__ import annotations

import random
import resource
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from python_calamine import CalamineWorkbook

from benchmarks.compile_data import plant
from benchmarks.load import ORGANS, RECORDS, clear
from benchmarks.row import Options, Row, best
from fazhi.engine.actor import SYSTEM
from fazhi.engine.recipe import Made, Make
from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import register
from fazhi.exchange.cell import shown
from fazhi.exchange.heading import ORGAN, ROW, Heading, Table, main_table, part_tables
from fazhi.exchange.intake import Importer, read_plan
from fazhi.exchange.sheet import Book
from fazhi.exchange.taking import take
from fazhi.exchange.workbook import open_book
from fazhi.organs.models import Organ
from fazhi.workstreams.reconsideration.examples import RECIPES

SIZE = 100_000
CASES = "reconsideration.case"
ORGANS_NAMED = RECIPES[CASES].organs
OUTCOMES = RECIPES[CASES].outcomes


def run(options: Options) -> list[Row]:
    size = options.rows or SIZE
    plant()
    names = list(Organ.objects.order_by("pk").values_list("name", flat=True))
    with TemporaryDirectory(prefix="fazhi-bench-") as folder:
        path = Path(folder) / "cases.xlsx"
        columns = write(path, names, size)
        peer = best(lambda: bare(path), options.repeat)
        before = peak()
        ours = [timed(path) for _ in range(options.repeat)]
        again = best(lambda: bring(path), 1)
        after = peak()
    clear(ORGANS)
    size_text = f"{size:,} rows, {columns} columns"
    engine = options.engine
    return [
        Row(f"import a workbook, against reading it bare ({engine})", size_text,
            min(ours), peer, min(ours) / peer, 3),
        Row(f"import the same workbook again, against reading it bare ({engine})", size_text,
            again, peer, again / peer, 3),
        Row(f"import a workbook: peak memory above that of the bare read ({engine})", size_text,
            min(ours), None, after - before, 1000, "MB"),
    ]  # fmt: skip


def bare(path: Path) -> list[Any]:
    book = CalamineWorkbook.from_path(path)
    return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]


def bring(path: Path) -> None:
    """What ``fazhi import`` does."""
    plan = read_plan(register(CASES), open_book(path, path.name), Importer(None, None))
    take(plan, SYSTEM, path.name, synthetic=True)


def timed(path: Path) -> float:
    clear(RECORDS)
    return best(lambda: bring(path), 1)


def peak() -> float:
    """MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def write(path: Path, organs: Sequence[str], size: int) -> int:
    """A workbook as an export gives it: lawful cases of every outcome, with the sheets of their parts."""
    of = register(CASES)
    table, parts = main_table(of), part_tables(of)
    cases = pool()
    spoken = {name for case in cases for name in case.values} | {ROW, ORGAN, "number", *ORGANS_NAMED}
    wanted = tuple(one for one in table.headings if one.name in spoken)
    draw = random.Random(7)
    chosen = [draw.choice(cases) for _ in range(size)]
    with path.open("wb") as target, Book(target) as book:
        book.add(Table(table.label, table.model, wanted), lines(wanted, chosen, organs))
        for model, part in parts.items():
            book.add(part, part_lines(part.headings, chosen, model))
    return len(wanted)


def pool() -> list[Made]:
    """Cases begun on each of a year and a half of days under one edition of the law."""
    days = [date(2022, 1, 4) + timedelta(at) for at in range(550)]
    return [make(day, at) for at, day in enumerate(days) for make in lawful(day, at)]


def lawful(day: date, at: int) -> Iterator[Make]:
    """The outcomes that the law of the day knows."""
    for make in OUTCOMES.values():
        try:
            make(day, at)
        except Refusal:
            continue
        yield make


def lines(wanted: Sequence[Heading], cases: Sequence[Made], organs: Sequence[str]) -> Iterator[list[Any]]:
    draw = random.Random(7)
    for at, case in enumerate(cases):
        said = {one.name: shown(one, case.values.get(one.name)) for one in wanted}
        said |= {ROW: at + 1, ORGAN: organs[at % len(organs)], "number": f"示复〔2023〕{at + 1}号"}
        said |= {name: draw.choice(organs) for name in ORGANS_NAMED}
        yield [said[one.name] for one in wanted]


def part_lines(headings: Sequence[Heading], cases: Sequence[Made], model: str) -> Iterator[list[Any]]:
    for at, case in enumerate(cases, 1):
        for row in case.parts.get(model, ()):
            yield [at if one.name == ROW else shown(one, row.get(one.name)) for one in headings]
