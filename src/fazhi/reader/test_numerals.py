"""Numerals to exact values."""

from fractions import Fraction

import pytest

from fazhi.reader.numerals import number_of
from fazhi.reader.shadow import shadow_of


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("一百零五", 105),
        ("两千四百五", 2450),
        ("三万二", 32_000),
        ("三万零二", 30_002),
        ("廿五", 25),
        ("二〇二三", 2023),
        ("壹仟贰佰", 1200),
        ("5万4千", 54_000),
        ("2万3000", 23_000),
        ("七亿零六万", 700_060_000),
        ("一万五千亿", 1_500_000_000_000),
        ("三点一四", Fraction(314, 100)),
        ("1.5万", 15_000),
        ("12,345.6", Fraction(123456, 10)),
        ("-7", -7),
        ("１２３", 123),
    ],
)
def test_a_numeral_is_read_to_its_exact_value(words: str, value: int | Fraction) -> None:
    assert number_of(shadow_of(words)) == value


@pytest.mark.parametrize("words", ["", "点五", "九九归一了", "万", "1.2.3", "一" * 61])
def test_what_is_no_numeral_has_no_value(words: str) -> None:
    assert number_of(words) is None
