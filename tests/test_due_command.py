"""``fazhi due``: the questions an official asks of a limit, and the answers refused."""

from __future__ import annotations

import json
from typing import Any

import pytest

from fazhi.exchange.due import run_due
from fazhi.site.command import refusing

pytestmark = pytest.mark.django_db


def asked(capsys: pytest.CaptureFixture[str], *argv: str) -> dict[str, Any]:
    assert refusing(run_due, [*argv, "--json"]) == 0
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def refused(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    assert refusing(run_due, list(argv)) == 2
    return capsys.readouterr().err


@pytest.mark.parametrize(
    ("argv", "due"),
    [
        # 旧法：十日是自然日；12月30日为周六，元旦放假至1月1日
        (("RC-T8", "--from", "2023-12-20", "--law-day", "2023-12-01"), "2024-01-02"),
        # 新法：十日是工作日
        (("RC-T8", "--from", "2024-01-10", "--law-day", "2024-01-04"), "2024-01-24"),
        # 1月26日周日上班，春节1月28日至2月4日放假
        (("RC-T3", "--from", "2025-01-24"), "2025-02-07"),
        # 届满日1月31日在春节假期内，顺延
        (("RC-T12", "--from", "2024-12-02"), "2025-02-05"),
        # 旧法：10月8日周日上班，不顺延
        (("RC-T8", "--from", "2023-09-28"), "2023-10-08"),
        # 2017年3月1日受理，4月30日在五一假期内
        (("reconsideration.decide", "--from", "2017-03-01"), "2017-05-02"),
        # 扣除鉴定12日
        (("RC-T12", "--from", "2025-01-06", "--pause", "2025-02-10..2025-02-21"), "2025-03-19"),
        (("RC-T12", "--from", "2025-01-06", "--extend", "30"), "2025-04-07"),
        # 听证五个工作日前通知
        (("RC-T11", "--from", "2025-03-10"), "2025-03-03"),
    ],
)
def test_a_limit_falls_due_as_counted_by_hand(
    capsys: pytest.CaptureFixture[str], argv: tuple[str, ...], due: str
) -> None:
    assert asked(capsys, *argv)["due"] == due


def test_the_answer_names_rule_edition_unit_and_article(capsys: pytest.CaptureFixture[str]) -> None:
    found = asked(capsys, "RC-T8", "--from", "2024-01-10", "--law-day", "2024-01-04")
    explanation = found.pop("explanation")
    assert found == {
        "rule": "RC-T8",
        "law": "行政复议法",
        "edition": "2023",
        "start": "2024-01-10",
        "raw_due": "2024-01-24",
        "due": "2024-01-24",
        "provisional": False,
        "unit": "WD",
        "length": 10,
        "pauses": [],
        "extended": 0,
        "articles": ["《行政复议法》第四十八条"],
    }
    assert "10个工作日" in explanation


def test_a_year_without_a_notice_is_provisional(capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(capsys, "RC-T12", "--from", "2026-12-20")["provisional"]


def test_a_person_reads_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert refusing(run_due, ["RC-T12", "--from", "2024-12-02"]) == 0
    said = capsys.readouterr().out
    assert "届满日：2025-02-05" in said
    assert "顺延至2月5日（周三）届满" in said


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("RC-T99", "--from", "2024-01-01"), "没有“RC-T99”这一期限"),
        (("AP-T3", "--from", "2024-01-01"), "尚未登记"),
        (("RC-T12", "--from", "2024-02-30"), "“2024-02-30”不是有效的日期"),
        (("RC-T12", "--from", "1998-02-01"), "1998-02-01没有施行"),
        (("RC-T12", "--from", "2024-03-01", "--extend", "31"), "最多延长30日，所填为31"),
        (("RC-T13", "--from", "2024-03-01", "--extend", "5"), "没有延长的规定"),
        (("RC-T8", "--from", "2024-03-01", "--pause", "2024-03-04..2024-03-05"), "没有中止或扣除的规定"),
        (("RC-T12", "--from", "2024-03-01", "--pause", "2024-09-01..2024-09-05"), "不在期限之内"),
        (("RC-T12", "--from", "2024-03-01", "--pause", "2024-04-01"), "不是有效的起止日期"),
        (("RC-T12", "--from", "2024-03-01", "--pause", "2024-04-05..2024-04-01"), "早于开始日期"),
    ],
)
def test_a_wrong_question_is_refused_in_words(
    capsys: pytest.CaptureFixture[str], argv: tuple[str, ...], said: str
) -> None:
    assert said in refused(capsys, *argv)


@pytest.mark.postgres
def test_the_answer_is_the_same_on_postgresql(capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(capsys, "RC-T3", "--from", "2025-01-24")["due"] == "2025-02-07"
