"""Files of the toy register made for a test, read into plans for an importer."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from fazhi.exchange.intake import Importer, read_plan
from fazhi.exchange.plan import Plan
from fazhi.exchange.workbook import Book, open_book
from tests.engine.conftest import (
    _declared,  # noqa: F401 - a fixture that every test needs
    county,  # noqa: F401 - a fixture
)
from tests.toy.declaration import PERMITS

TODAY = date(2026, 11, 25)
Sheets = Mapping[str, Sequence[Sequence[Any]]]


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> None:
    settings.HOME = tmp_path
    for module in ("engine.bulk", "engine.facts", "engine.records", "exchange.intake"):
        monkeypatch.setattr(f"fazhi.{module}.today", lambda: TODAY)


def workbook(sheets: Sheets) -> bytes:
    """A workbook with these rows; days are written as days."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"default_date_format": "yyyy-mm-dd"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, cells in enumerate(rows):
                for place, cell in enumerate(cells):
                    if cell is not None:
                        sheet.write(at, place, cell)
    return target.getvalue()


def book_of(*rows: Sequence[Any], **parts: Sequence[Sequence[Any]]) -> Book:
    return open_book(workbook({"许可": rows, **parts}), "许可.xlsx")


def plan_of(importer: Importer, *rows: Sequence[Any], **parts: Sequence[Sequence[Any]]) -> Plan:
    return read_plan(PERMITS, book_of(*rows, **parts), importer)
