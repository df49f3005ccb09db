"""``fazhi trace``: from a figure to its records and from a record to its figures."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

import pytest

from fazhi.engine import registry as declared
from fazhi.engine.refusal import Refusal
from fazhi.reports.trace_command import run_trace
from tests.engine.counted import REGISTRY, Fact, Tree, keep, plant
from tests.toy.models import Permit, Weight

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _declared(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for module in ("fazhi.reports.question", "fazhi.reports.trace_command"):
        monkeypatch.setattr(f"{module}.today", lambda: date(2026, 11, 25))
    kept = declared.installed()
    declared.install(REGISTRY.workstreams.values())
    yield
    declared._installed = kept


@pytest.fixture
def tree(db: None) -> Tree:
    return plant()


@pytest.fixture
def permits(tree: Tree) -> list[Permit]:
    return keep(
        tree,
        [
            Fact(closed_on=date(2017, 5, 4), weight=Weight.HEAVY),
            Fact(organ=2, accepted_on=date(2017, 2, 1)),
            Fact(accepted_on=date(2016, 2, 1)),
            Fact(withdrawn=True),
        ],
    )


def answer(capsys: pytest.CaptureFixture[str], *argv: str) -> list[dict[str, object]]:
    assert run_trace([*argv, "--json"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_the_records_listed_are_those_counted(
    permits: list[Permit], capsys: pytest.CaptureFixture[str]
) -> None:
    found = answer(capsys, "toy.accepted", "--organ", "999900", "--year", "2017")
    assert [row["record"] for row in found] == [permits[1].pk, permits[0].pk]
    assert [row["date"] for row in found] == ["2017-02-01", "2017-03-02"]


def test_scope_decides_whose_records_are_listed(
    permits: list[Permit], capsys: pytest.CaptureFixture[str]
) -> None:
    question = ("toy.accepted", "--organ", "999900", "--year", "2017")
    assert answer(capsys, *question, "--scope", "own") == []
    assert len(answer(capsys, *question, "--scope", "within")) == 2


def test_a_rate_lists_its_numerator_or_its_denominator(
    permits: list[Permit], capsys: pytest.CaptureFixture[str]
) -> None:
    question = ("toy.closing_rate", "--organ", "999900", "--year", "2017")
    assert [row["record"] for row in answer(capsys, *question)] == [permits[0].pk]
    under = answer(capsys, *question, "--part", "denominator")
    assert [row["record"] for row in under] == [permits[1].pk, permits[0].pk]
    with pytest.raises(Refusal, match=r"没有以记录为分母.*去掉 --part"):
        run_trace(["toy.accepted", *question[1:], "--part", "denominator"])


def test_the_table_says_whose_figure_it_is_and_how_many_records(
    permits: list[Permit], capsys: pytest.CaptureFixture[str]
) -> None:
    run_trace(["toy.closing_rate", "--organ", "999900", "--year", "2017"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == (
        "示例市人民政府（本级及所辖（块））2017年　结案率（当年办结/当年受理） 50%　分子记录1条"
    )
    assert "许可" in lines[3]


def test_personal_names_in_titles_are_masked(
    permits: list[Permit], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    register = replace(declared.installed().registers["toy.permit"], personal=("applicant",))
    monkeypatch.setitem(declared.installed().registers, "toy.permit", register)
    permits[0].record.title = "张三 申请 重大"
    permits[0].record.save()
    found = answer(capsys, "toy.closed", "--organ", "999900", "--year", "2017")
    assert [row["title"] for row in found] == ["张* 申请 重大"]


def test_a_record_lists_the_figures_it_feeds(
    permits: list[Permit], capsys: pytest.CaptureFixture[str]
) -> None:
    found = answer(capsys, "--record", str(permits[0].pk))
    fed = {(row["indicator"], row["part"]): row["years"] for row in found}
    assert fed["toy.accepted", "numerator"] == [2017]
    assert fed["toy.heavy_rate", "numerator"] == [2017]
    assert fed["toy.heavy_rate", "denominator"] == [2017]
    assert "toy.opening" not in {key for key, _ in fed}


def test_a_withdrawn_record_says_that_it_feeds_nothing(
    permits: list[Permit], capsys: pytest.CaptureFixture[str]
) -> None:
    run_trace(["--record", str(permits[3].pk)])
    assert "不计入任何数" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("argv", "reason"),
    [
        ("toy.none --organ 999900 --year 2017", "没有“toy.none”这个指标"),
        ("toy.closed --organ 123456 --year 2017", "没有代码为“123456”的机关"),
        ("toy.closed --organ 999900 --year 17", "“17”不是年度。请写四位数字"),
        ("toy.closed --organ 999900 --year 2027", "2027年还没有开始"),
        ("toy.closed --organ 999900 --year 2017 --scope all", "没有“all”这个范围"),
        ("toy.closed --organ 999901/b --year 2018", r"“示例县乙局”已于2017-07-01撤销.*示例县甲局"),
        ("toy.calls --organ 999900 --year 2017", "是申报数"),
        ("toy.closed --organ 999900", "还缺--year"),
        ("--record 0", "没有编号为0的记录"),
    ],
)
def test_a_wrong_question_is_refused_with_its_remedy(permits: list[Permit], argv: str, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        run_trace(argv.split())


def test_an_empty_register_of_organs_says_how_to_fill_it(db: None) -> None:
    with pytest.raises(Refusal, match="fazhi organs import"):
        run_trace(["toy.closed", "--organ", "999900", "--year", "2017"])


def test_an_organ_may_be_named_in_full(permits: list[Permit], capsys: pytest.CaptureFixture[str]) -> None:
    assert len(answer(capsys, "toy.closed", "--organ", "示例市人民政府", "--year", "2017")) == 1


def test_no_value_is_shown_as_a_dash_without_unit(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    run_trace(["toy.closing_rate", "--organ", "999900", "--year", "2017"])
    assert "结案率（当年办结/当年受理） —　" in capsys.readouterr().out
