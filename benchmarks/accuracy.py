"""What is misread of the two labelled reports, beside recognizers-text-number on the same text.

Wrong is a labelled figure without its exact value at its place, and a label that is no figure (a year, a
date, a list number, an idiom) taken for one. The peer calls every number a number: that is its purpose, and
what a reader of reports has to add to it. Needs the labelled reports, which are no part of the project.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from typing import Any

from benchmarks.read import recognizers
from benchmarks.row import Options, Row
from fazhi.reader import read

REPORTS = Path(__file__).resolve().parents[2] / "shared" / "reports"
NAMES = ("001-jiuquan-2017", "002-bazhou-2023")
FIGURES = {"count", "rate", "money", "duration", "rank"}

Found = tuple[int, int, Fraction]
"""Where a number begins, where it ends, and its value."""


def labels(name: str, kind: str) -> list[dict[str, Any]]:
    lines = (REPORTS / f"{name}.{kind}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line, parse_float=Fraction) for line in lines]


def ours(text: str) -> list[Found]:
    return [(one.start, one.end, Fraction(one.value)) for one in read(text).figures if one.value is not None]


def peers(text: str) -> list[Found]:
    """Line by line, as it takes minutes for a whole report at once."""
    models, found, offset = recognizers(), [], 0
    for line in text.splitlines(keepends=True):
        for model in models:
            for one in model.parse(line):
                value = Fraction(str(one.resolution["value"]).rstrip("%"))
                found.append((offset + one.start, offset + one.end + 1, value))
        offset += len(line)
    return found


def at(found: Iterable[Found], label: dict[str, Any]) -> list[Fraction]:
    return [value for start, end, value in found if start < label["end"] and label["start"] < end]


def wrong(found: list[Found], name: str) -> tuple[int, int, int]:
    """Figures missed, labels taken for figures, and how many there are of both."""
    every = labels(name, "figures")
    figures = [label for label in every if label["kind"] in FIGURES and label["value"] is not None]
    others = [label for label in every if label["kind"] not in FIGURES] + labels(name, "negatives")
    missed = sum(1 for label in figures if Fraction(label["value"]) not in at(found, label))
    taken = sum(1 for label in others if at(found, label))
    return missed, taken, len(figures) + len(others)


def run(_options: Options) -> list[Row]:
    if not REPORTS.is_dir():
        print("The labelled reports are not here: accuracy was not measured.")
        return []
    rows = []
    for name in NAMES:
        text = (REPORTS / f"{name}.txt").read_text("utf-8")
        mine, its = wrong(ours(text), name), wrong(peers(text), name)
        told = f"{mine[0]} missed, {mine[1]} taken; the peer {its[0]} and {its[1]}, of {its[2]}"
        shares = [(missed + taken) / total for missed, taken, total in (mine, its)]
        rows.append(
            Row(
                f"misread of {name} ({told})",
                f"{its[2]}",
                shares[0],
                shares[1],
                shares[0] / shares[1],
                1.0,
                of="",
            )
        )
    return rows
