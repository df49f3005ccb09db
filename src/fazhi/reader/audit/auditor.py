"""One audit: every rule over the sentences of a document.

The findings in order, and what could be checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fazhi.reader.audit.change import changes_of
from fazhi.reader.audit.code import codes
from fazhi.reader.audit.date import dates
from fazhi.reader.audit.day import Head, days_by_role
from fazhi.reader.audit.equal import claimed, equalities
from fazhi.reader.audit.finding import Finding, Grade, in_order
from fazhi.reader.audit.listing import listings, numbered_labels
from fazhi.reader.audit.mandatory import mandatory
from fazhi.reader.audit.numbering import brackets, number_of, numberings
from fazhi.reader.audit.passage import LONGEST_FIGURE, Figure, Sentence, sentences_of
from fazhi.reader.audit.possible import possibilities
from fazhi.reader.audit.power import powers
from fazhi.reader.audit.repeat import repeats, retold
from fazhi.reader.audit.share import shares
from fazhi.reader.audit.subset import subsets
from fazhi.reader.audit.sum import sums
from fazhi.reader.audit.tabular import Grid, grid_of, measured, totals
from fazhi.reader.document import Document, Mention

FIGURES_PER_QUESTION = 15
LONGEST_HEAD = 20_000
_LARGEST = 10**18


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many figures the text has, and how many of them a relation could be recomputed for."""

    figures: int
    checked: int

    @property
    def share(self) -> float:
        return self.checked / self.figures if self.figures else 1.0


@dataclass(frozen=True, slots=True)
class Audit:
    """The findings in the order of the text, those that hold included, and what share could be checked."""

    file: str
    findings: tuple[Finding, ...]
    coverage: Coverage

    def graded(self, grade: Grade) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.grade == grade)

    def as_row(self) -> dict[str, Any]:
        """The audit as one JSON object of ``fazhi audit --json``."""
        return {
            "file": self.file,
            "coverage": {"figures": self.coverage.figures, "checked": self.coverage.checked},
            "findings": [finding.as_row() for finding in self.findings],
        }


def audit(source: Document | str | bytes | Path) -> Audit:
    """Audit a report: a document as read, or a source to read first (a ``str`` is text, never a path).

    Raises what ``read`` raises where the source cannot be read.
    """
    if isinstance(source, Document):
        return audit_document(source)
    from fazhi.reader.reading import read

    return audit_document(read(source))


def audit_document(document: Document) -> Audit:
    """Audit a document as read."""
    figures = list(figures_of(document))
    findings = _findings(document, figures)
    kept = _followable(findings, sum(1 for mention in document.mentions if mention.figure))
    starts = {figure.start for figure in figures}
    checked = {m.start for f in kept if f.rule != "numbering" for m in f.members} & starts
    return Audit(document.file, in_order(kept), Coverage(len(starts), len(checked)))


def figures_of(document: Document) -> Iterator[Figure]:
    """The mentions that state a quantity, as the rules see them; figures in titles of documents are names."""
    furniture = _Furniture(document)
    for mention in document.mentions:
        if not mention.figure or mention.in_title or not _usable(mention) or furniture(mention.start):
            continue
        yield Figure(
            mention.start,
            mention.end,
            mention.text,
            mention.value or 0,
            mention.unit or "",
            mention.kind,
            mention.qualifier,
            mention.measure,
            in_table=mention.in_table,
        )


def _usable(mention: Mention) -> bool:
    value = mention.value
    return (
        value is not None and mention.end - mention.start <= LONGEST_FIGURE and -_LARGEST < value < _LARGEST
    )


class _Furniture:
    """Whether an offset lies in page furniture; offsets must be asked in rising order to stay linear."""

    def __init__(self, document: Document) -> None:
        self._spans = sorted((s.start, s.end) for s in document.sections if s.kind == "furniture")
        self._at = 0

    def __call__(self, offset: int) -> bool:
        while self._at < len(self._spans) and self._spans[self._at][1] <= offset:
            self._at += 1
        return self._at < len(self._spans) and self._spans[self._at][0] <= offset


def _findings(document: Document, figures: list[Figure]) -> list[Finding]:
    text = document.text
    prose = sentences_of(text, (figure for figure in figures if not figure.in_table))
    pairs = _with_sentence_before(prose)
    found = [
        *sums(pairs),
        *shares(pairs),
        *changes_of(pairs),
        *subsets(pairs),
        *listings(pairs),
        *equalities(pairs),
    ]
    told = {m.start for f in found if f.rule in {"share", "change"} for m in f.members}
    found += possibilities(pairs, told)
    found += claimed(document, {m.start for f in found if f.rule == "equal" for m in f.members})
    in_tables = [figure for figure in figures if figure.in_table]
    for grid in grids(document, in_tables):
        measured(grid)
        found += totals(grid)
    found += repeats([*pairs, *((cell, None) for cell in sentences_of(text, in_tables))], document.year)
    found += retold(pairs)
    found += powers(pairs)
    found += numbered_labels(text, list(_labels(document)))
    found += numberings(text, whole=bool(document.title), skip=_Furniture(document))
    found += brackets(text, skip=_Furniture(document))
    found += codes(text)
    head = _head(document)
    found += dates(text, head)
    found += mandatory(document, days_by_role(text, head))
    return found


def grids(document: Document, figures: list[Figure]) -> Iterator[Grid]:
    """The tables of a document as grids of its figures."""
    starts = [figure.start for figure in figures]
    for table in document.tables:
        grid = grid_of(table, figures, starts)
        if grid.numbers:
            yield grid


def _with_sentence_before(sentences: list[Sentence]) -> list[tuple[Sentence, Sentence | None]]:
    """Each sentence with the one directly in front of it in its paragraph, where that holds figures."""
    pairs: list[tuple[Sentence, Sentence | None]] = []
    before: Sentence | None = None
    for sentence in sentences:
        near = (
            before is not None and before.paragraph == sentence.paragraph and sentence.start - before.end <= 1
        )
        pairs.append((sentence, before if near else None))
        before = sentence
    return pairs


def _labels(document: Document) -> Iterator[Figure]:
    for mention in document.mentions:
        if mention.kind != "label" or mention.label == "list_number":
            continue
        number = mention.numeral or number_of(mention.text[:1])
        if number:
            yield Figure(mention.start, mention.end, mention.text, number, "", "label", "exact")


def _head(document: Document) -> Head:
    """Where the head ends: at the first line that is a sentence."""
    start = 0
    for line in document.text[:LONGEST_HEAD].split("\n"):
        if _is_sentence(line.strip()):
            return Head(document.title, _title_end(document), start, document.year)
        start += len(line) + 1
    return Head(document.title, _title_end(document), 0, document.year)


def _is_sentence(line: str) -> bool:
    """Whether a line ends a sentence, or leads up to the headings: 现将有关情况报告如下："""
    if line.endswith(("。", "！")):
        return len(line) > 8
    return line.endswith(("：", ":", "；", ";")) and ("，" in line or "," in line)


def _title_end(document: Document) -> int:
    at = document.text.find(document.title[:20]) if document.title else -1
    return at + len(document.title) if at >= 0 else 0


def _followable(findings: Iterable[Finding], figures: int) -> list[Finding]:
    """All findings, with no more questions than a reader can follow up.

    The weightiest, one per 15 figures.
    """
    unique = list(dict.fromkeys(findings))
    questions = sorted((f for f in unique if f.grade == "question"), key=lambda f: -f.weight)
    dropped = set(map(id, questions[max(1, figures // FIGURES_PER_QUESTION) :]))
    return [finding for finding in unique if id(finding) not in dropped]
