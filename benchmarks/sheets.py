"""Importing a workbook of cases whole, against the bare read of the same file by python-calamine.

Ours opens the file with care, reads, checks and resolves every cell, looks for records known already, loads
hub and register, starts the clocks, measures the breaches, indexes the titles and writes the events. The
peer makes lists of the cells and nothing else.
"""

from __future__ import annotations

import random
import resource
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from python_calamine import CalamineWorkbook

from benchmarks.compile_data import facts, plant
from benchmarks.load import ORGANS, RECORDS, clear
from benchmarks.row import Options, Row, best
from fazhi.engine.actor import SYSTEM
from fazhi.engine.registry import register
from fazhi.exchange.cell import shown
from fazhi.exchange.heading import ORGAN, Heading, Table, main_table
from fazhi.exchange.intake import Importer, read_plan
from fazhi.exchange.sheet import Book
from fazhi.exchange.taking import take
from fazhi.exchange.workbook import open_book
from fazhi.organs.models import Organ

SIZE = 100_000
CASES = "reconsideration.case"
LEFT = frozenset({"decide_due_on"})
"""Columns that clocks write, and that no file brings."""


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
    return list(CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python())


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
    """A workbook as a department keeps one: every column that figures look at, in words."""
    table = main_table(register(CASES))
    names = {*facts(random.Random(1)), "number", "applicant", "respondent", "claim"} - LEFT
    wanted = tuple(one for one in table.headings if one.name in names | {ORGAN})
    with path.open("wb") as target, Book(target) as book:
        book.add(Table(table.label, table.model, wanted), lines(wanted, organs, size))
    return len(wanted)


def lines(wanted: Sequence[Heading], organs: Sequence[str], size: int) -> Iterator[list[Any]]:
    draw = random.Random(7)
    for at in range(size):
        values = facts(draw)
        values |= {"number": f"示复〔2023〕{at + 1}号", "applicant": "张三", "claim": "撤销行政处罚决定"}
        said = {one.name: shown(one, values.get(one.name)) for one in wanted}
        said |= {ORGAN: organs[at % len(organs)], "respondent": draw.choice(organs)}
        yield [said[one.name] for one in wanted]
