"""How a placeholder meets the mark after it, and which bits of a row are said."""

from __future__ import annotations

import pytest

from fazhi.engine.paper import Line
from fazhi.engine.paper_letter import filled


@pytest.mark.parametrize(
    ("text", "value", "said"),
    [
        ("决定：{reasons}。", "予以批准。", "决定：予以批准。"),
        ("决定：{reasons}。", "予以批准", "决定：予以批准。"),
        ("决定：{reasons}", "予以批准。", "决定：予以批准。"),
        ("因{reasons}，决定中止", "发生洪水；", "因发生洪水，决定中止"),
    ],
)
def test_a_text_that_ends_with_a_mark_does_not_give_two(text: str, value: str, said: str) -> None:
    assert filled(text, {"reasons": value}) == said


def test_a_line_said_of_each_row_falls_into_pieces() -> None:
    line = Line("{Item.text}；依据：{Item.basis}。", each="Item")
    assert line.pieces == ("{Item.text}", "依据：{Item.basis}")
