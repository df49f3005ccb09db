"""``fazhi compile``: the figures of one organ and year, and with ``--out`` the draft of its report."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from fazhi.command_line import Parser
from fazhi.engine.actor import SYSTEM, today
from fazhi.engine.figures.compile import compile_year
from fazhi.engine.figures.value import Figure
from fazhi.engine.registry import installed
from fazhi.engine.tick import tick
from fazhi.reports.contribution import Contribution, read_contribution
from fazhi.reports.draft import freeze_year, make_draft
from fazhi.reports.listing import figure_lines
from fazhi.reports.manuscript import Draft
from fazhi.reports.output import write_files
from fazhi.reports.question import Question, add_arguments, ask
from fazhi.reports.rows import row_of
from fazhi.reports.selfcheck import Check, check


def run_compile(argv: list[str]) -> int:
    parser = Parser(prog="fazhi compile", description="编制一个机关一个年度的数据；加 --out 写出报告草稿。")
    add_arguments(parser)
    parser.add_argument("--out", type=Path, help="文件夹：写出 report.html、report.docx、figures.json")
    parser.add_argument("--text", type=Path, help="本机关的段落（Markdown 或 JSON），与 --out 同用")
    parser.add_argument("--freeze", action="store_true", help="冻结这一年的数（--out 时总是冻结）")
    parser.add_argument("--all", action="store_true", help="为0和没有基数的指标也列出")
    parser.add_argument("--json", action="store_true", help="输出一行 JSON")
    given = parser.parse_args(argv)
    question = ask(given.organ, given.scope, given.year)
    # A figure of a day rests on what the law had settled by then.
    tick(min(today(), question.span.last))
    figures = compile_year(question.organ, question.scope, question.year)
    own = read_contribution(given.text) if given.text else None
    if given.json:
        print(json.dumps(answer(question, figures), ensure_ascii=False))
    else:
        print(f"{question.organ.name}　{question.scope_label}　{question.year}年")
        for line in figure_lines(figures, installed(), every=given.all):
            print(line)
    if given.out or given.freeze:
        for line in report_lines(question, figures, given.out, own):
            # Standard output belongs to the JSON where that was asked for.
            print(line, file=sys.stderr if given.json else sys.stdout)
    return 0


def answer(question: Question, figures: Iterable[Figure]) -> dict[str, object]:
    return {
        "organ": question.organ.code,
        "scope": question.scope,
        "year": question.year,
        "figures": [row_of(figure) for figure in figures],
    }


def report_lines(
    question: Question, figures: Iterable[Figure], folder: Path | None, own: Contribution | None
) -> Iterator[str]:
    """Freeze, and with a folder write and check the draft; says what was done, line by line."""
    frozen = freeze_year(question, SYSTEM, figures)
    yield ""
    yield f"已冻结{question.year}年的数：sha256 {frozen.digest}"
    if folder is None:
        return
    draft = make_draft(question, frozen, own)
    for path in write_files(draft, folder):
        yield f"已写出 {path}"
    yield ""
    yield from check_lines(draft, check(draft))


def check_lines(draft: Draft, checked: Check) -> Iterator[str]:
    """What the check before sign-off found, the gravest first."""
    holding = len(checked.remarks) - len(checked.open)
    yield (
        f"签发前自查：正文{len(draft.entries)}个指标、{checked.figures}处数字，可复算{checked.checked}处；"
        f"相符{holding}项，须处理{len(checked.open)}项。"
    )
    for remark in checked.open:
        yield f"  {remark}"
