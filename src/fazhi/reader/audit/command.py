"""The command ``fazhi audit``: findings of one report, of many, or between reports."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from fazhi.reader.audit.across import Across, Comparison
from fazhi.reader.audit.auditor import Audit, audit
from fazhi.reader.audit.compare import compare
from fazhi.reader.audit.finding import GRADE_LABELS, GRADES, RULE_LABELS, Finding, Grade
from fazhi.reader.document import Document

SUFFIXES = frozenset((".txt", ".html", ".htm", ".docx", ".pdf"))
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
    """Audit files; 0 nothing wrong.

    1 a contradiction was found, 2 a file could not be read (the others are).
    """
    options = _parser().parse_args(argv)
    files = list(_files(options.files))
    if not files:
        print("没有找到可以读的报告（支持 txt、html、docx、pdf）；请检查路径。", file=sys.stderr)
        return 2
    return _compared(files, options) if options.compare else _audited(files, options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="fazhi audit",
        description="核对已公布报告中的数：合计、比率、增减、列举、日期、编号和法定内容。",
        add_help=False,
    )
    parser.add_argument("files", nargs="+", metavar="文件", help="报告文件、文件夹，或者 - 表示标准输入")
    parser.add_argument("--json", action="store_true", help="每份报告输出一行 JSON")
    parser.add_argument("--all", action="store_true", help="相符的关系也列出")
    parser.add_argument(
        "--compare", action="store_true", help="比较几份报告：同一政府的历年，或者上级与下级（上级在前）"
    )
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="同时使用的进程数（默认1）")
    parser.add_argument("-h", "--help", action="help", help="显示本说明")
    return parser


def _files(given: Sequence[str]) -> Iterator[str]:
    """The files named, and those within folders, in the order of their names."""
    for name in given:
        path = Path(name)
        if name != "-" and path.is_dir():
            yield from (
                str(p) for p in sorted(path.rglob("*")) if p.suffix.lower() in SUFFIXES and p.is_file()
            )
        else:
            yield name


def _audited(files: list[str], options: argparse.Namespace) -> int:
    unread = contradicted = 0
    for number, outcome in enumerate(_outcomes(files, options), 1):
        if len(files) > 1:
            _progress(number, len(files), outcome.file)
        if outcome.error:
            unread += 1
            print(f"{outcome.file}：{outcome.error}", file=sys.stderr)
            continue
        contradicted += outcome.contradicted
        print(outcome.told)
    return 2 if unread else int(contradicted > 0)


def _progress(number: int, total: int, file: str) -> None:
    if sys.stderr.isatty():
        print(
            f"\r{number}/{total} {file[-60:]}",
            end="\n" if number == total else "",
            file=sys.stderr,
            flush=True,
        )


def _outcomes(files: list[str], options: argparse.Namespace) -> Iterator[_Outcome]:
    outcome = partial(_outcome, as_json=options.json, holds=options.all)
    if options.jobs > 1 and len(files) > 1:
        with ProcessPoolExecutor(max_workers=min(options.jobs, len(files))) as pool:
            yield from pool.map(outcome, files, chunksize=max(1, min(16, len(files) // (options.jobs * 4))))
    else:
        yield from map(outcome, files)


def _outcome(file: str, *, as_json: bool, holds: bool) -> _Outcome:
    document, error = _document(file)
    if document is None:
        return _Outcome(file, error=error)
    result = audit(document)
    if as_json:
        told = json.dumps(result.as_row() | {"file": file}, ensure_ascii=False)
    else:
        told = "\n".join(_told(document, result, file, holds=holds))
    return _Outcome(file, told, contradicted=bool(result.graded("contradiction")))


def _document(file: str) -> tuple[Document | None, str]:
    from fazhi.reader.reading import read
    from fazhi.reader.unreadable import Unreadable

    try:
        return read(sys.stdin.buffer.read() if file == "-" else Path(file)), ""
    except OSError as error:
        reason = "没有这个文件" if isinstance(error, FileNotFoundError) else "文件打不开"
        return None, f"{reason}；请检查路径和权限。"
    except (Unreadable, ValueError) as error:
        return None, str(error)


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


def _compared(files: list[str], options: argparse.Namespace) -> int:
    read = [(file, *_document(file)) for file in files]
    for file, document, error in read:
        if document is None:
            print(f"{file}：{error}", file=sys.stderr)
    documents = [document for _, document, _ in read if document is not None]
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
