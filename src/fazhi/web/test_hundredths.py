"""Amounts are written in 元 and scores in 分; the engine keeps whole hundredths."""

from __future__ import annotations

import pytest
from django import forms
from django.core.exceptions import ValidationError

from fazhi.engine.hundredths import parted, plain, printed
from fazhi.organs.models import Organ
from fazhi.web.fields import form_field
from fazhi.web.hundredths import HundredthsField
from fazhi.web.shown import in_words
from fazhi.workstreams.advisers.models import Opinion
from fazhi.workstreams.leadership.models import LawReport

AMOUNT, SCORE = Opinion._meta.get_field("amount"), LawReport._meta.get_field("score")


def field(column: object) -> forms.Field:
    return form_field(column, Organ.objects.none(), required=False)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("column", "label"), [(AMOUNT, "合同金额（元）"), (SCORE, "得分（分）")], ids=["元", "分"]
)
def test_the_page_asks_in_the_unit_that_people_write(column: object, label: str) -> None:
    assert field(column).label == label


@pytest.mark.parametrize(("typed", "kept"), [("350000", 35_000_000), ("92.5", 9250), ("0.01", 1), ("", None)])
def test_what_is_typed_is_kept_in_hundredths(typed: str, kept: int | None) -> None:
    assert field(AMOUNT).clean(typed) == kept


@pytest.mark.parametrize(
    ("typed", "said"), [("1.234", "最多两位小数"), ("-1", "不能小于0"), ("三万", "应当是数字")]
)
def test_what_is_no_amount_is_refused_with_its_name(typed: str, said: str) -> None:
    with pytest.raises(ValidationError) as refused:
        field(AMOUNT).clean(typed)
    [message] = refused.value.messages
    assert "合同金额" in message
    assert said in message


def test_what_is_kept_stands_in_the_box_and_is_unchanged_as_it_stands() -> None:
    made = field(AMOUNT)
    assert isinstance(made, HundredthsField)
    stands = [made.prepare_value(one) for one in (35_000_000, 9250, "12.3", None)]
    assert stands == ["350000", "92.50", "12.3", None]
    assert not made.has_changed(35_000_000, "350000.00")
    assert made.has_changed(35_000_000, "350001")
    assert made.has_changed(35_000_000, "三万")
    assert not made.has_changed(0, "")


def test_what_is_kept_is_printed_with_its_unit() -> None:
    assert in_words(AMOUNT, 35_000_000) == "350,000.00元"  # type: ignore[arg-type]
    assert in_words(AMOUNT, "35000000") == "350,000.00元"  # type: ignore[arg-type]
    assert in_words(SCORE, 9250) == "92.5分"  # type: ignore[arg-type]
    assert (printed(-1234, "元"), plain(-1234), printed(9000, "分")) == ("-12.34元", "-12.34", "90分")


def test_other_columns_are_left_alone() -> None:
    assert parted("进度（百分数）") == ("进度（百分数）", "")
