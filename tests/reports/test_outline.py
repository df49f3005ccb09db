"""The outline has a place for every line of work, once, and for every sentence that is declared."""

from __future__ import annotations

from collections import Counter

import pytest

from fazhi.engine.registry import installed
from fazhi.reports.outline import ANNUAL_REPORT, KINDS, place_of

# Leadership has a chapter of its own.
OWN_CHAPTER = {"leadership"}


def test_every_chapter_stands_once() -> None:
    assert [chapter.kind for chapter in ANNUAL_REPORT.chapters] == list(KINDS)


def test_no_line_of_work_stands_in_two_parts() -> None:
    work = ANNUAL_REPORT.chapter("work")
    assert max(Counter(ANNUAL_REPORT.order(work)).values()) == 1
    assert len(list(ANNUAL_REPORT.order(work))) == 22


def test_every_declared_line_of_work_has_its_part() -> None:
    work = ANNUAL_REPORT.chapter("work")
    for key in installed().workstreams:
        assert key in OWN_CHAPTER or ANNUAL_REPORT.part_of(work, key), key


def test_every_declared_sentence_names_a_chapter() -> None:
    for workstream in installed().workstreams.values():
        for sentence in workstream.sentences:
            assert sentence.section in KINDS, f"{workstream.key}.{sentence.key}"


@pytest.mark.parametrize(
    ("organ", "place"),
    [("酒泉市人民政府", "酒泉市"), ("示例市司法局", "示例市司法局"), ("人民政府", "人民政府")],
)
def test_a_title_names_the_place_or_the_department(organ: str, place: str) -> None:
    assert place_of(organ) == place
