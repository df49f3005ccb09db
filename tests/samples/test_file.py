"""A sample file at fault is refused in words for whoever wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest

from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import installed
from fazhi.samples.file import open_sample, read_sample, shipped
from tests.samples.conftest import COUNTY, Write, figure


def refused(path: Path) -> str:
    with pytest.raises(Refusal) as refusal:
        open_sample(str(path), installed())
    return str(refusal.value)


def test_an_unknown_indicator_is_named_with_its_place(write: Write) -> None:
    text = refused(write(figure("甲1", "closed", 5), figure("甲2", "closd", 5)))
    assert "figures第2项（甲2）：没有“reconsideration.closd”这个指标" in text
    assert "甲1" not in text


def test_an_unknown_line_of_work_is_refused_and_a_coming_one_waits(write: Write) -> None:
    assert "没有“weather”这项工作" in refused(write(figure("1", "weather.rain", 5)))
    sample = open_sample(str(write(figure("1", "petitions.received", 5))), installed())
    assert [one.id for one in sample.waiting] == ["1"]
    assert sample.figures == ()


def test_every_fault_is_told_at_once(write: Write) -> None:
    text = refused(
        write(
            figure("1", "closed", 5, organ="110000"),
            figure("2", "closed", 5, period="去年"),
            figure("3", "closed", 5, printed="up"),
            figure("4", "closed", 5, scope="all"),
            figure("4", "closed", "许多"),
            figure("6", "closed", 5, origin="declared"),
            figure("7", "damages_paid", 21980, text="2.2万"),
        )
    )
    for part in (
        "organ“110000”不在 organs 中",
        "看不懂期间“去年”",
        "printed“up”不对。可用：half_up、cut",
        "scope“all”不对",
        "value“许多”不是数",
        "申报数（declared）须在 note 中写明理由",
    ):
        assert part in text
    assert "figures第7项" not in text


def test_a_text_that_is_another_number_is_refused(write: Write) -> None:
    assert "不是同一个数" in refused(write(figure("1", "damages_paid", 23000, text="2.2万")))


def test_an_id_given_twice_is_refused(write: Write) -> None:
    assert "编号“1”出现不止一次" in refused(write(figure("1", "closed", 5), figure("1", "accepted", 5)))


@pytest.mark.parametrize("data", [b"[]", b"{", b"\xff\xfe\x00", b'{"organs": {}, "organ": "1"}'])
def test_a_file_that_is_no_sample_is_refused_without_a_traceback(data: bytes) -> None:
    with pytest.raises(Refusal):
        read_sample(data, installed())


def test_a_name_that_is_none_of_the_samples_is_refused_with_those_there_are() -> None:
    with pytest.raises(Refusal, match=r"没有示例“jiuquan”.*jiuquan-2017"):
        open_sample("jiuquan", installed())


def test_digits_stay_as_they_are_written(write: Write) -> None:
    [one] = open_sample(str(write(figure("1", "closing_rate", 91.9))), installed()).figures
    assert one.text == "91.9%"
    assert one.organ == COUNTY


def test_the_shipped_samples_are_read() -> None:
    assert {"jiuquan-2017", "bazhou-2023"} <= set(shipped())
    for name in shipped():
        assert open_sample(name, installed()).figures
