"""The auditor on two labelled reports: relations checked, breaks told, nothing falsely contradicted."""

from __future__ import annotations

import json
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pytest

from fazhi.reader.audit import Audit, audit
from fazhi.reader.document import Document, Mention
from fazhi.reader.reading import read

REPORTS = Path(__file__).resolve().parents[1].parent / "shared" / "reports"
NAMES = ("001-jiuquan-2017", "002-bazhou-2023")
FIRM = {"stated", "implied", "enumeration"}
FITTING = {
    "stated": {"contradiction"},
    "implied": {"contradiction"},
    "enumeration": {"contradiction"},
    "structure": {"contradiction"},
    "ambiguity": {"question", "incomplete"},
    "weak": {"question", "truncation", "incomplete"},
}

pytestmark = pytest.mark.shared


@dataclass(frozen=True)
class Relation:
    """A labelled relation: the starts of its figures, its basis and whether it holds."""

    id: str
    figures: frozenset[int]
    basis: str
    holds: bool


def rows(name: str, kind: str) -> list[dict]:
    lines = (REPORTS / f"{name}.{kind}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line, parse_float=Fraction) for line in lines]


def labelled(name: str) -> Document:
    """The document as a perfect reader would give it."""
    text = (REPORTS / f"{name}.txt").read_text(encoding="utf-8")
    mentions = tuple(
        Mention(
            row["start"], row["end"], row["text"], row["value"], row["unit"], row["qualifier"], row["kind"],
            measure=row.get("measure") or "", in_title=bool(row.get("in_title")), numeral=row.get("numeral"),
            label=row.get("label_type") or "", iso=row.get("iso"), reported=row.get("reported", True),
        )
        for row in rows(name, "figures")
    )  # fmt: skip
    year = next(mention.value for mention in mentions if mention.kind == "year")
    return Document(name, text, title=text.splitlines()[0], year=int(year), mentions=mentions)


def relations(name: str) -> list[Relation]:
    return [
        Relation(
            row["id"], frozenset(m["start"] for m in row["members"] if "id" in m), row["basis"], row["holds"]
        )
        for row in rows(name, "relations")
    ]


def checked(relation: Relation, result: Audit, document: Document) -> set[str]:
    """The grades of the findings over exactly the figures of the relation."""
    mentions = {m.start for m in document.mentions}
    found = [(frozenset(m.start for m in f.members) & mentions, f.grade) for f in result.findings]
    return {grade for figures, grade in found if figures == relation.figures}


def as_read(name: str) -> Document:
    """The document as the reader gives it."""
    return read(REPORTS / f"{name}.txt")


@pytest.fixture(
    params=[(source, name) for source in (labelled, as_read) for name in NAMES],
    ids=lambda case: f"{case[0].__name__}-{case[1]}",
)
def case(request) -> tuple[Document, Audit, list[Relation]]:
    source, name = request.param
    document = source(name)
    return document, audit(document), relations(name)


@pytest.mark.parametrize("source", [labelled, as_read], ids=lambda source: source.__name__)
def test_firm_relations_are_checked(source, capsys):
    firm = done = 0
    for name in NAMES:
        document = source(name)
        result = audit(document)
        for relation in relations(name):
            if relation.basis in FIRM:
                firm += 1
                done += bool(checked(relation, result, document))
    with capsys.disabled():
        print(f"\n{source.__name__}: firm relations checked with exactly their figures: {done} of {firm}")
    assert done / firm >= 0.95


def test_every_break_is_reported_with_a_fitting_grade(case):
    document, result, labelled_relations = case
    for relation in labelled_relations:
        if not relation.holds and relation.basis != "weak":
            assert checked(relation, result, document) & FITTING[relation.basis], relation.id


def test_weak_breaks_are_mostly_questioned(capsys):
    weak = told = 0
    for name in NAMES:
        document = labelled(name)
        result = audit(document)
        for relation in relations(name):
            if relation.basis == "weak" and not relation.holds:
                weak += 1
                told += bool(checked(relation, result, document) & FITTING["weak"])
    with capsys.disabled():
        print(f"\nweak cross-checks that break and are told: {told} of {weak}")
    assert told / weak >= 0.5


def test_nothing_that_holds_is_contradicted(case):
    document, result, labelled_relations = case
    broken = {r.figures for r in labelled_relations if not r.holds and r.basis in FIRM}
    mentions = {m.start for m in document.mentions}
    for finding in result.graded("contradiction"):
        assert frozenset(m.start for m in finding.members) & mentions in broken, finding.explanation


def test_questions_stay_few(case):
    document, result, _ = case
    assert len(result.graded("question")) * 15 <= len(document.figures)


def test_coverage_is_told(case, capsys):
    document, result, _ = case
    with capsys.disabled():
        print(f"\n{document.file}: {result.coverage.checked} of {result.coverage.figures} figures checked")
    assert result.coverage.checked >= result.coverage.figures // 3
