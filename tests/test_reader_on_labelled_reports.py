"""The reader measured on the two labelled reports and on the number specifications of another project."""

from __future__ import annotations

import html
import io
import json
from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import docx
import pytest

from fazhi.reader import read
from fazhi.reader.document import Document, Mention

pytestmark = pytest.mark.shared

REPORTS = ("001-jiuquan-2017", "002-bazhou-2023")
FIGURES = {"count", "rate", "money", "duration", "rank"}


def labels(shared: Path, name: str) -> list[dict[str, Any]]:
    lines = (shared / "reports" / f"{name}.figures.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line, parse_float=Fraction) for line in lines]


@pytest.fixture(scope="module", params=REPORTS)
def pair(request: pytest.FixtureRequest, shared: Path) -> tuple[Document, list[dict[str, Any]]]:
    name = str(request.param)
    return read(shared / "reports" / f"{name}.txt"), labels(shared, name)


def signature(one: Mention | dict[str, Any]) -> tuple[object, ...]:
    told = (
        one
        if isinstance(one, dict)
        else {key: getattr(one, key) for key in ("kind", "value", "unit", "qualifier")}
    )
    return told["kind"], told["value"], told["unit"], told["qualifier"]


def overlaps(one: Mention, label: dict[str, Any]) -> bool:
    return one.start < label["end"] and label["start"] < one.end


def test_figures_are_found_with_kind_value_unit_and_qualifier(
    pair: tuple[Document, list[dict[str, Any]]],
) -> None:
    document, labelled = pair
    wanted = [label for label in labelled if label["kind"] in FIGURES]
    found = list(document.figures)
    right = sum(
        1
        for label in wanted
        if any(overlaps(one, label) and signature(one) == signature(label) for one in found)
    )
    spans = {(one.start, one.end) for one in found}
    exact = sum(1 for label in wanted if (label["start"], label["end"]) in spans)
    recall, precision = right / len(wanted), right / len(found)
    print(f"{document.file}: precision {precision:.4f} recall {recall:.4f} spans {exact / len(wanted):.4f}")
    assert precision >= 0.99
    assert recall >= 0.99


def test_no_label_is_taken_for_a_figure(pair: tuple[Document, list[dict[str, Any]]], shared: Path) -> None:
    document, labelled = pair
    others = [label for label in labelled if label["kind"] not in FIGURES]
    negatives = shared / "reports" / document.file.replace(".txt", ".negatives.jsonl")
    others += [json.loads(line) for line in negatives.read_text("utf-8").splitlines()]
    taken = [label["text"] for label in others if any(overlaps(one, label) for one in document.figures)]
    print(f"{document.file}: labels taken for figures {len(taken)} of {len(others)}")
    assert taken == []


def test_labels_dates_and_ordinals_are_told_apart(pair: tuple[Document, list[dict[str, Any]]]) -> None:
    document, labelled = pair
    others = [label for label in labelled if label["kind"] not in FIGURES]
    kinds = {(one.start, one.end): one.kind for one in document.mentions}
    right = sum(1 for label in others if kinds.get((label["start"], label["end"])) == label["kind"])
    print(f"{document.file}: other mentions with span and kind {right / len(others):.4f}")
    assert right / len(others) >= 0.97


def test_dates_are_read(pair: tuple[Document, list[dict[str, Any]]]) -> None:
    document, labelled = pair
    days = {one.start: one.iso for one in document.mentions if one.kind == "date"}
    assert days == {label["start"]: label["iso"] for label in labelled if label["kind"] == "date"}


def test_reported_figures_have_their_workstream(pair: tuple[Document, list[dict[str, Any]]]) -> None:
    document, labelled = pair
    given = {one.start: one.workstream for one in document.figures}
    wanted = [label for label in labelled if label["kind"] in FIGURES and label.get("reported")]
    wrong = [
        (label["text"], label["workstream"], given.get(label["start"]))
        for label in wanted
        if given.get(label["start"]) not in {label["workstream"], label.get("workstream_alt")}
    ]
    share = 1 - len(wrong) / len(wanted)
    print(f"{document.file}: workstream {share:.4f} {wrong}")
    assert share >= 0.95


def test_an_indicator_is_of_the_figures_workstream(pair: tuple[Document, list[dict[str, Any]]]) -> None:
    document, labelled = pair
    named = {one.start: one.indicator for one in document.figures if one.indicator}
    wrong = [
        (label["text"], label["measure"], named[label["start"]])
        for label in labelled
        if label["start"] in named
        and named[label["start"]].partition(".")[0] not in {label["workstream"], label.get("workstream_alt")}
    ]
    print(f"{document.file}: indicators {len(named)}, of another workstream {wrong}")
    assert len(wrong) * 50 <= len(named)


def test_structural_counts_and_limits_are_not_reported(pair: tuple[Document, list[dict[str, Any]]]) -> None:
    document, labelled = pair
    wanted = {label["start"]: label.get("reported") for label in labelled if label["kind"] in FIGURES}
    wrong = [one.text for one in document.figures if wanted.get(one.start) not in {None, one.reported}]
    print(f"{document.file}: reported or not, wrong {wrong}")
    assert len(wrong) * 20 <= len(wanted)


def test_head_and_sections_of_the_reports(shared: Path) -> None:
    first, second = (read(shared / "reports" / f"{name}.txt") for name in REPORTS)
    assert (first.organ, first.level, first.year, str(first.published_on)) == (
        "酒泉市人民政府",
        "city",
        2017,
        "2018-04-10",
    )
    assert (second.organ, second.level, second.year, str(second.published_on)) == (
        "巴中市巴州区人民政府",
        "county",
        2023,
        "2024-02-27",
    )
    for document in (first, second):
        kinds = Counter(section.kind for section in document.sections)
        assert {"work", "problems", "next_year", "furniture"} <= kinds.keys()


def paragraphs(document: Document) -> list[str]:
    return [document.text[one.start : one.end] for one in document.paragraphs]


def page_of(lines: list[str]) -> bytes:
    links = "".join(f'<li><a href="/{number}">栏目{number}（{number}条）</a></li>' for number in range(60))
    body = "".join(f"<p>{html.escape(line)}</p>" for line in lines[1:])
    return (
        '<html><head><meta charset="utf-8"><title>x</title></head><body>'
        f'<div class="nav"><ul>{links}</ul></div><div class="article"><h1>{lines[0]}</h1>'
        f'<div id="zoom">{body}</div></div><div class="side"><a>12件实事</a></div>'
        f'<div class="footer">ICP备05012345号 电话：0000-1234567 访问量：123456次</div></body></html>'
    ).encode()


def word_of(lines: list[str]) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("made", [page_of, word_of])
def test_the_report_as_page_or_word_document_gives_the_same_mentions(
    pair: tuple[Document, list[dict[str, Any]]], made: Callable[[list[str]], bytes]
) -> None:
    document, _ = pair
    again = read(made(paragraphs(document)))
    assert [signature(one) for one in again.mentions] == [signature(one) for one in document.mentions]


# Other meanings than ours, class by class; what is left out of the reader is named once.
LEFT_OUT = {
    "Latin notation (powers and exponents)": (
        "2e5",
        "2^-1",
        "-1e1",
        "1.1^+23",
        "-1.1^+23",
        "-1.1^--23",
        "12.32e+14",
    ),
    "dozens": ("一打", "十打蘋果"),
    "money is a figure with its unit": ("一美元", "苹果折扣一美元"),
    "a date is one mention": ("１９９１年１月１６日",),
}


def cases(shared: Path, model: str) -> list[dict[str, Any]]:
    path = shared / "data" / "number-tests" / f"{model}.json"
    return [case for case in json.loads(path.read_text("utf-8")) if not case.get("NotSupported")]


def score(shared: Path, model: str, units: set[str] | None) -> float:
    """The share of cases with just the resolved values, in order; accepted differences count as wrong."""
    right, wrong = 0, []
    tested = cases(shared, model)
    for case in tested:
        mentions = [one for one in read(case["Input"]).mentions if one.value is not None]
        found = [float(one.value or 0) for one in mentions if units is None or one.unit in units]
        wanted = [float(result["Resolution"]["value"].rstrip("%")) for result in case["Results"]]
        if found == pytest.approx(wanted):
            right += 1
        else:
            wrong.append(case["Input"][:20])
    print(f"{model}: {right} of {len(tested)} = {right / len(tested):.4f}; others {wrong}")
    return right / len(tested)


def test_numbers_of_another_project(shared: Path) -> None:
    assert score(shared, "NumberModel", None) >= 0.90


def test_percentages_of_another_project(shared: Path) -> None:
    assert score(shared, "PercentModel", {"%", "百分点"}) >= 0.95


def test_what_is_left_out_is_still_left_out(shared: Path) -> None:
    inputs = [case["Input"] for case in cases(shared, "NumberModel")]
    for reason, begins in LEFT_OUT.items():
        for begin in begins:
            assert any(one.startswith(begin) for one in inputs), reason
