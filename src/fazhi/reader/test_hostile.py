"""Hostile text: nothing crashes, every span holds its text."""

import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fazhi.reader import read
from fazhi.reader.document import Document
from fazhi.reader.unreadable import Unreadable

HOSTILE = (
    "1",
    "1-",
    "1,",
    "1 ",
    "1/",
    "一 ",
    "一百",
    "一、",
    "\n一、",
    "\n（一）1件",
    "第1",
    "百分之",
    "一分之",
    "“1”",
    "《1",
    "局政府",
    "达到",
    "数量",
    "率和",
    "全部",
    "无",
    "零",
    "a1",
    "1.1.",
    "1\t2\n",
    "http://a1",
    "。1.甲",
    "审结1件，",
    "1亿",
)
PIECES = st.sampled_from(
    [
        *'0123456789０９,，.．%％‰/:：+×~-—[]()（）〔〕《》“”‘’"\n\t 　、。；！①',
        *"零〇一二两三四五六七八九十百千万亿半双几余多来个件名项次条级类批期人元年月日号第首届中大是点率均",
        *(
            "百分之",
            "分之",
            "以上",
            "以下",
            "左右",
            "不少于",
            "每两年",
            "2023年",
            "1-11月",
            "12345",
            "G4218",
            "受理行政复议案件",
        ),
        *(
            "审结",
            "结案率",
            "其中",
            "全部",
            "无",
            "一是",
            "（一）",
            "三项制度",
            "八五普法",
            "法律顾问",
            "万元",
            "个百分点",
            "排名第",
        ),
    ]
)
TEXTS = st.lists(PIECES, max_size=60).map("".join)


def check(document: Document) -> None:
    for mention in document.mentions:
        assert mention.start < mention.end
        assert document.text[mention.start : mention.end] == mention.text
    for one, two in pairwise(document.mentions):
        assert one.end <= two.start
    for claim in document.claims:
        assert document.text[claim.start : claim.end] == claim.text
    for index, section in enumerate(document.sections):
        assert 0 <= section.start <= section.end <= len(document.text)
        assert section.parent is None or document.sections[section.parent].start <= section.start
        assert section.parent != index
    for cell in (cell for table in document.tables for cell in table.cells):
        assert document.text[cell.start : cell.end] == cell.text
    assert json.loads(document.to_line())["text"] == document.text


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_every_span_of_pieced_text_holds_its_text(text: str) -> None:
    check(read(text))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_every_span_of_random_text_holds_its_text(text: str) -> None:
    check(read(text.replace("\r", "")))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([b"", b"<html><body>", b"PK\x03\x04", b"%PDF-1.4\n"]))
def test_random_bytes_are_read_or_refused(data: bytes, start: bytes) -> None:
    try:
        document = read(start + data)
    except Unreadable:
        return
    check(document)


@pytest.mark.parametrize("piece", HOSTILE)
def test_every_span_of_one_piece_repeated_holds_its_text(piece: str) -> None:
    check(read(piece * (4_000 // len(piece))))


def test_a_page_of_a_hundred_thousand_numbers_is_read() -> None:
    document = read("示例县2023年法治政府建设报告\n" + "受理3件、" * 100_000)
    assert len(document.figures) == 100_000
