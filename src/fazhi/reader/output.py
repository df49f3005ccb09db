"""Tidy rows of what was read, one a mention: CSV for spreadsheets, XLSX, Parquet."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from fazhi.reader.document import Document, json_value
from fazhi.reader.unreadable import Unreadable

Row = Mapping[str, Any]

# Column → its Chinese head in spreadsheets for people; Parquet and CSV keep the English name.
COLUMNS = {
    "file": "文件",
    "title": "标题",
    "organ": "机关",
    "level": "层级",
    "year": "报告年度",
    "section": "章节",
    "start": "起",
    "end": "止",
    "text": "原文",
    "value": "值",
    "exact": "分数值",
    "unit": "单位",
    "qualifier": "限定",
    "kind": "种类",
    "measure": "所数之事",
    "workstream": "工作线",
    "subject": "主体",
    "period": "期间",
    "indicator": "指标",
    "indicators": "全部指标",
    "reported": "是工作量",
    "nature": "性质",
    "in_table": "在表中",
    "iso": "日期",
}
_INTEGERS = frozenset(("year", "start", "end"))
_FLAGS = frozenset(("reported", "in_table"))
MOST_SHEET_ROWS = 1_048_575
BATCH = 20_000


def rows_of(document: Document, *, labels: bool = False) -> Iterator[dict[str, Any]]:
    """A row for each figure of ``document``; with ``labels`` for dates, ordinals and labels too."""
    for mention in document.mentions:
        if not (labels or mention.figure):
            continue
        value = json_value(mention.value)
        yield {
            "file": document.file,
            "title": document.title,
            "organ": document.organ,
            "level": document.level,
            "year": document.year,
            "section": mention.section,
            "start": mention.start,
            "end": mention.end,
            "text": mention.text,
            "value": value["value"],
            "exact": value.get("exact"),
            "unit": mention.unit,
            "qualifier": mention.qualifier,
            "kind": mention.kind,
            "measure": mention.measure,
            "workstream": mention.workstream,
            "subject": mention.subject,
            "period": mention.period,
            "indicator": mention.indicator,
            "indicators": " ".join(mention.indicators),
            "reported": mention.reported,
            "nature": mention.nature,
            "in_table": mention.in_table,
            "iso": mention.iso,
        }


def write_rows(path: Path, rows: Iterable[Row]) -> int:
    """Write rows to ``path`` by its ending and give their number; it is replaced only when complete."""
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise Unreadable(f"不能写成“{path.suffix or path.name}”。请用 .csv、.xlsx 或 .parquet 结尾的文件名。")
    partial = path.with_name(f".{path.name}.part")
    written = 0

    def counted() -> Iterator[Row]:
        nonlocal written
        for row in rows:
            written += 1
            yield row

    try:
        with writer(partial) as write:
            write(counted())
        partial.replace(path)
    except OSError as error:
        raise Unreadable(f"写不进{path}（{error.strerror or error}）。请检查文件夹和磁盘空间。") from error
    finally:
        partial.unlink(missing_ok=True)
    return written


Write = Callable[[Iterator[Row]], None]


@contextmanager
def _csv(path: Path) -> Iterator[Write]:
    # utf-8-sig：Excel双击打开才不乱码。
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(COLUMNS)
        yield lambda rows: table.writerows([_plain(row.get(name)) for name in COLUMNS] for row in rows)


def _plain(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula."""
    if isinstance(value, str) and value[:1] in {"=", "+", "-", "@", "\t"}:
        return "'" + value
    return value


@contextmanager
def _xlsx(path: Path) -> Iterator[Write]:
    import xlsxwriter

    book = xlsxwriter.Workbook(
        str(path), {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    sheet = book.add_worksheet("数据")
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, list(COLUMNS.values()))

    def write(rows: Iterator[Row]) -> None:
        for number, row in enumerate(rows, 1):
            if number > MOST_SHEET_ROWS:
                raise Unreadable("数据超过一张工作表的行数（1048575行）。请写成 .parquet 或 .csv。")
            sheet.write_row(number, 0, [row.get(name) for name in COLUMNS])

    try:
        yield write
    finally:
        book.close()


@contextmanager
def _parquet(path: Path) -> Iterator[Write]:
    import pyarrow as pa
    from pyarrow import parquet

    def kind(name: str) -> Any:
        if name == "value":
            return pa.float64()
        return pa.int32() if name in _INTEGERS else pa.bool_() if name in _FLAGS else pa.string()

    schema = pa.schema([(name, kind(name)) for name in COLUMNS])
    with parquet.ParquetWriter(str(path), schema, compression="zstd") as stream:

        def write(rows: Iterator[Row]) -> None:
            batch: list[Row] = []
            for row in rows:
                batch.append(row)
                if len(batch) >= BATCH:
                    stream.write_table(_table(pa, batch, schema))
                    batch = []
            if batch:
                stream.write_table(_table(pa, batch, schema))

        yield write


def _table(arrow: Any, rows: list[Row], schema: Any) -> Any:
    columns = {
        name: [
            float(row["value"]) if name == "value" and row["value"] is not None else row.get(name)
            for row in rows
        ]
        for name in COLUMNS
    }
    return arrow.table(columns, schema=schema)


_WRITERS = {".csv": _csv, ".xlsx": _xlsx, ".parquet": _parquet}
ENDINGS = tuple(_WRITERS)
