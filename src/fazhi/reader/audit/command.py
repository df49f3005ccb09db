"""The command ``fazhi audit``: findings of one report, of many, or between reports."""

from __future__ import annotations

import json
import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial

from fazhi.command_line import Parser
from fazhi.reader.audit.across import Across, Comparison
from fazhi.reader.audit.auditor import Audit, audit
from fazhi.reader.audit.compare import compare
from fazhi.reader.audit.finding import GRADE_LABELS, GRADES, RULE_LABELS, Finding, Grade
from fazhi.reader.corpus import Progress, files_in, read_one
from fazhi.reader.document import Document

_SHOWN: tuple[Grade, ...] = ("contradiction", "question", "incomplete", "truncation")
_QUOTED = 90
_AROUND = 12


@dataclass(frozen=True, slots=True)
class _Outcome:
    """One file audited, as the text to print, or why it could not be read."""

    file: str
    told: str = ""
    contradicted: bool = False
    error: str = ""


def run_audit(argv: list[str]) -> int:
    """Audit files; 0 nothing wrong, 1 a contradiction was found, 2 a file was not read (the others are)."""
    try:
        options = _parser().parse_args(argv)
    except SystemExit as stop:
        return int(stop.code or 0)
    files = files_in(options.files)
    if not files:
        print("没有找到可以读的报告（txt、html、docx、pdf）。请检查路径。", file=sys.stderr)
        return 2
    return _compared(files, options) if options.compare else _audited(files, options)


def _parser() -> Parser:
    parser = Parser(
        prog="fazhi audit",
        usage="fazhi audit 文件… [--json] [--all] [--compare] [--jobs N]",
        description="核对已公布报告中的数：合计、比率、增减、包含、列举、重复、日期、编号和法定内容。",
        epilog="发现矛盾时退出码为1；有文件读不出来时为2，其余文件照常核对。",
    )
    parser.add_argument("files", nargs="+", metavar="文件", help="报告文件、文件夹，或者 - 表示标准输入")
    parser.add_argument("--json", action="store_true", help="每份报告输出一行JSON")
    parser.add_argument("--all", action="store_true", help="相符的关系也列出")
    parser.add_argument(
        "--compare", action="store_true", help="比较几份报告：同一政府的历年，或者上级与它的下级"
    )
    parser.add_argument("--jobs", type=int, default=0, metavar="N", help="同时使用的进程数（默认按处理器数）")
    return parser


def _audited(files: list[str], options: Namespace) -> int:
    unread = contradicted = 0
    progress = Progress(len(files))
    for outcome in _outcomes(files, options):
        progress.step(outcome.file, failed=bool(outcome.error))
        if outcome.error:
            unread += 1
            print(f"{outcome.file}：{outcome.error}", file=sys.stderr)
            continue
        contradicted += outcome.contradicted
        print(outcome.told)
    return 2 if unread else int(contradicted > 0)


def _outcomes(files: list[str], options: Namespace) -> Iterator[_Outcome]:
    """The outcomes in the order of ``files``; where a file brings a process down, the rest go one by one."""
    outcome = partial(_outcome, as_json=options.json, holds=options.all)
    jobs = options.jobs if options.jobs > 0 else min(os.cpu_count() or 1, max(1, len(files) // 4))
    if jobs <= 1 or len(files) < 2:
        yield from map(outcome, files)
        return
    done = 0
    with ProcessPoolExecutor(max_workers=min(jobs, len(files))) as pool:
        try:
            for told in pool.map(outcome, files, chunksize=max(1, min(16, len(files) // (jobs * 4)))):
                yield told
                done += 1
        except BrokenProcessPool:
            pass
    for file in files[done:]:
        yield _alone(outcome, file)


def _alone(outcome: partial[_Outcome], file: str) -> _Outcome:
    with ProcessPoolExecutor(max_workers=1) as pool:
        try:
            return pool.submit(outcome, file).result()
        except BrokenProcessPool:
            return _Outcome(file, error="核对时程序异常退出，这个文件可能已损坏。请换一种格式再试。")


def _outcome(file: str, *, as_json: bool, holds: bool) -> _Outcome:
    read = read_one(file)
    if read.document is None:
        return _Outcome(file, error=read.error)
    result = audit(read.document)
    if as_json:
        told = json.dumps(result.as_row() | {"file": file}, ensure_ascii=False)
    else:
        told = "\n".join(_told(read.document, result, file, holds=holds))
    return _Outcome(file, told, contradicted=bool(result.graded("contradiction")))


def _told(document: Document, result: Audit, file: str, *, holds: bool) -> Iterator[str]:
    """The audit as lines for a reader.

    Each finding with quotation, recomputation and grade, then a summary.
    """
    yield f"{file}：{document.title or '（没有读出标题）'}"
    shown = (*_SHOWN, "holds") if holds else _SHOWN
    for grade in shown:
        for finding in result.graded(grade):
            yield from _finding_lines(document.text, finding)
    yield _summary(result)


def _finding_lines(text: str, finding: Finding) -> Iterator[str]:
    yield f"【{GRADE_LABELS[finding.grade]}】{RULE_LABELS[finding.rule]}：{finding.expression}"
    if finding.members:
        yield f"  原文：{quotation(text, finding)}"
    yield f"  复核：{finding.explanation}"


def quotation(text: str, finding: Finding) -> str:
    """The passage that the members stand in; far members are quoted apart."""
    members = sorted(finding.members, key=lambda m: m.start)
    pieces: list[tuple[int, int]] = []
    for member in members:
        if pieces and member.end - pieces[-1][0] <= _QUOTED:
            pieces[-1] = pieces[-1][0], max(pieces[-1][1], member.end)
        else:
            pieces.append((member.start, member.end))
    quoted = (
        text[max(0, start - _AROUND) : min(end, start + 2 * _QUOTED) + _AROUND] for start, end in pieces[:6]
    )
    return " …… ".join(f"“{' '.join(piece.split())}”" for piece in quoted)


def _summary(result: Audit) -> str:
    counts = "，".join(
        f"{GRADE_LABELS[grade]}{len(found)}" for grade in reversed(GRADES) if (found := result.graded(grade))
    )
    coverage = result.coverage
    return (
        f"小结：共{coverage.figures}个数，核对了{coverage.checked}个（{coverage.share:.1%}）；"
        f"{counts or '没有可以核对的关系'}。\n"
    )


def _compared(files: list[str], options: Namespace) -> int:
    documents = []
    for file in files:
        read = read_one(file)
        if read.document is None:
            print(f"{file}：{read.error}", file=sys.stderr)
        else:
            documents.append(read.document)
    try:
        comparison = compare(documents)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    if options.json:
        print(json.dumps(comparison.as_row(), ensure_ascii=False))
    else:
        print("\n".join(_comparison_lines(comparison, holds=options.all)))
    if len(documents) < len(files):
        return 2
    return int(any(finding.grade == "contradiction" for finding in comparison.findings))


def _comparison_lines(comparison: Comparison, *, holds: bool) -> Iterator[str]:
    names = {"years": "历年比较", "levels": "上下级比较"}
    yield f"{names[comparison.kind]}：{'、'.join(comparison.files)}"
    for finding in comparison.findings:
        if holds or finding.grade != "holds":
            yield from _across_lines(finding)
    told = sum(finding.grade != "holds" for finding in comparison.findings)
    yield f"小结：比较了{len(comparison.findings)}处，{told}处需要看。"


def _across_lines(finding: Across) -> Iterator[str]:
    yield f"【{GRADE_LABELS[finding.grade]}】{RULE_LABELS[finding.rule]}：{finding.expression}"
    yield f"  复核：{finding.explanation}"
