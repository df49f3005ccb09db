"""The command ``fazhi read``: reports read to figures, for people, as JSON Lines or as tidy rows."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fazhi.command_line import Parser

_ENDINGS = (".csv", ".xlsx", ".parquet")


def _parser() -> Parser:
    parser = Parser(
        prog="fazhi read",
        usage="fazhi read 文件… [--json] [--out 表.csv|.xlsx|.parquet] [--jobs N]",
        description="把已公布的报告（txt、html、docx、pdf）读成数据：每个数的位置、值、单位、含义和指标。",
        epilog="有文件读不出来时退出码为2，其余文件照常读。中断后用同样的参数再运行，会接着读。",
    )
    parser.add_argument("files", nargs="+", metavar="文件", help="报告文件、文件夹，或者 - 表示标准输入")
    parser.add_argument("--json", action="store_true", help="每份报告输出一行JSON")
    parser.add_argument("--out", metavar="表", help="写成整齐的表，每个数一行（.csv、.xlsx、.parquet）")
    parser.add_argument("--all", action="store_true", help="日期、序数和标签也列出")
    parser.add_argument("--jobs", type=int, default=0, metavar="N", help="同时使用的进程数（默认按处理器数）")
    return parser


def run_read(argv: list[str]) -> int:
    """Read files; 0 all were read, 2 a question refused or a file not read (the others are)."""
    try:
        options = _parser().parse_args(argv)
    except SystemExit as stop:
        return int(stop.code or 0)
    from fazhi.reader.corpus import files_in
    from fazhi.reader.unreadable import Unreadable

    if options.out and Path(options.out).suffix.lower() not in _ENDINGS:
        print(f"不能写成“{options.out}”。请用 .csv、.xlsx 或 .parquet 结尾的文件名。", file=sys.stderr)
        return 2
    files = files_in(options.files)
    if not files:
        print("没有找到可以读的报告（txt、html、docx、pdf）。请检查路径。", file=sys.stderr)
        return 2
    jobs = options.jobs if options.jobs > 0 else min(os.cpu_count() or 1, max(1, len(files) // 4))
    try:
        if options.out:
            return _to_table(files, Path(options.out), jobs, labels=options.all)
        return _to_screen(files, jobs, json=options.json, labels=options.all)
    except Unreadable as error:
        print(error, file=sys.stderr)
        return 2


def _to_screen(files: list[str], jobs: int, *, json: bool, labels: bool) -> int:
    from fazhi.reader.corpus import Progress, read_all
    from fazhi.reader.screen import told

    progress = Progress(len(files))
    for outcome in read_all(files, jobs):
        progress.step(outcome.file, failed=outcome.document is None)
        if outcome.document is None:
            print(f"{outcome.file}：{outcome.error}", file=sys.stderr)
        elif json:
            print(outcome.document.to_line(), flush=True)
        else:
            print("\n".join(told(outcome.document, outcome.file, labels=labels)))
    return 2 if progress.failed else 0


def _to_table(files: list[str], out: Path, jobs: int, *, labels: bool) -> int:
    """Read to the journal first, then write the table from it: an interrupted run loses nothing."""
    from fazhi.reader.corpus import Journal, Progress, read_all
    from fazhi.reader.output import rows_of, write_rows

    if not out.parent.is_dir():
        print(f"没有{out.parent}这个文件夹。请先建好。", file=sys.stderr)
        return 2
    journal = Journal(out)
    rest = [file for file in files if not journal.has(file)]
    if len(rest) < len(files):
        print(f"接着上次读：已有{len(files) - len(rest)}份，还有{len(rest)}份。", file=sys.stderr)
    progress = Progress(len(rest))

    def notes() -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
        for outcome in read_all(rest, jobs):
            progress.step(outcome.file, failed=outcome.document is None)
            document = outcome.document
            yield outcome.file, outcome.error, list(rows_of(document, labels=labels)) if document else []

    journal.append(notes())
    wanted = set(files)
    errors: dict[str, str] = {}
    latest = {entry["file"]: number for number, entry in enumerate(journal.entries())}

    def rows() -> Iterator[dict[str, Any]]:
        for number, entry in enumerate(journal.entries()):
            if entry["file"] not in wanted or latest[entry["file"]] != number:
                continue
            if entry["error"]:
                errors[entry["file"]] = entry["error"]
            yield from entry["rows"]

    written = write_rows(out, rows())
    journal.close()
    for file, error in errors.items():
        print(f"{file}：{error}", file=sys.stderr)
    print(f"写入{out}：{written}行，读了{len(files) - len(errors)}份，失败{len(errors)}份。", file=sys.stderr)
    return 2 if errors else 0
