"""Anybody may write a sample of another government: nothing is tied to one report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from fazhi.engine.models import Breach, Event, Obligation, Record
from fazhi.engine.refusal import Refusal
from fazhi.engine.trail import verify
from fazhi.organs.models import Organ
from fazhi.samples import loader
from fazhi.samples.command import run_sample
from fazhi.workstreams.reconsideration.models import Case
from tests.samples.conftest import COUNTY, Write, figure

pytestmark = pytest.mark.django_db


def lines(path: Path, capsys: pytest.CaptureFixture[str], code: int = 0) -> dict[str, dict[str, Any]]:
    """What ``fazhi sample FILE --check --json`` prints, by id."""
    assert run_sample([str(path), "--check", "--json"]) == code
    return {row["id"]: row for row in map(json.loads, capsys.readouterr().out.splitlines())}


def test_every_kind_of_figure_comes_out_of_lawful_records(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(
        figure("accepted", "accepted", 150, qualifier="more_than"),
        figure("closed", "closed", 160),
        figure("upheld", "upheld", 60),
        figure("corrected", "correction_rate", 12.5),
        figure("mediated", "mediation_rate", 33.1, printed="cut"),
        figure("enterprise", "accepted_enterprise", 16),
        figure("hearings", "hearings", 5),
        figure("paid", "damages_paid", 12345.67),
        figure("applicants", "applicants", 200),
        figure("carried", "carried_over", 20),
        figure("staff", "staff", 6, scope="own"),
        figure("change", "accepted_change", -10),
        figure("letters", "letter_report_rate", 100),
        figure("half", "closed", 40, period="2024-H1"),
    )
    told = lines(path, capsys)
    assert all(row["equal"] for row in told.values())
    assert 150 < told["accepted"]["compiled"] < 160
    assert told["mediated"]["note"] == "分子53为推定"
    assert told["letters"]["note"] == "分母20为推定；分子20为推定"
    assert told["paid"]["compiled"] == 12345.67
    assert not Breach.objects.exists()
    assert not Obligation.objects.filter(met_on__isnull=True, watch=False, due_on__isnull=False).exists()
    assert not Record.objects.filter(synthetic=False).exists()
    assert list(verify()) == []


def test_a_rate_of_which_nobody_published_the_base_has_the_smallest_of_at_least_twenty(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    told = lines(write(figure("1", "mediation_rate", 47.83)), capsys)
    assert told["1"]["records"] == 11
    assert Case.objects.filter(closed_on__year=2024).count() == 23


def test_an_assumed_base_grows_with_what_it_must_hold(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    told = lines(write(figure("1", "mediation_rate", 50), figure("2", "upheld", 30)), capsys)
    assert told["1"]["equal"]
    # 58 would leave 29 beside the 30 upheld, one too many; 59 has no half
    assert Case.objects.filter(closed_on__year=2024).count() == 60


def test_groups_by_hand_count_first(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    group = {
        "register": "reconsideration.case",
        "like": "annulled",
        "count": 4,
        "period": "2024-03",
        "organ": f"{COUNTY}",
        "values": {"field": "police", "amount": 500},
    }
    told = lines(write(figure("1", "closed", 10), figure("2", "annulled", 5), groups=[group]), capsys)
    assert all(row["equal"] for row in told.values())
    assert Case.objects.filter(field="police", amount=500, outcome="annulled").count() == 4


def test_a_declared_figure_stands_with_its_source_and_without_records(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(
        figure("1", "closed", 10),
        figure("2", "closing_rate", 88.3, origin="declared", note="没有记录能够得出：与受理、审结件数不符"),
        figure("3", "accepted", 11),
    )
    told = lines(path, capsys)
    assert told["2"]["origin"] == "declared"
    assert told["2"]["records"] == 0
    assert all(row["equal"] for row in told.values())


@pytest.mark.parametrize(
    ("figures", "named"),
    [
        ([figure("甲", "closed", 20), figure("乙", "upheld", 30)], ("甲", "乙")),
        (
            [figure("甲", "closed", 20), figure("乙", "closing_rate", 50), figure("丙", "accepted", 30)],
            "甲乙",
        ),
        ([figure("甲", "closed", 20), figure("乙", "closed", 21)], "甲乙"),
        ([figure("甲", "mediation_rate", 33.3), figure("乙", "closed", 20)], "甲乙"),
        (
            [
                figure("甲", "closed", 9),
                figure("乙", "annulled", 5),
                figure("丙", "upheld", 5),
            ],
            "甲",
        ),
    ],
)
def test_figures_that_contradict_each_other_are_refused_by_name_and_nothing_is_kept(
    figures: list[dict[str, Any]], named: str, write: Write
) -> None:
    with pytest.raises(Refusal) as refused:
        run_sample([str(write(*figures))])
    assert "不能同时成立" in str(refused.value)
    for name in named:
        assert f"“{name}”" in str(refused.value)
    assert not Record.objects.exists()
    assert not Organ.objects.exists()
    assert not Event.objects.exists()


def test_a_second_run_changes_nothing(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(figure("1", "closed", 10))
    first = lines(path, capsys)
    events = Event.objects.count()
    assert lines(path, capsys) == first
    assert (Record.objects.count(), Event.objects.count()) == (10, events)


def test_another_file_of_the_same_name_is_refused(write: Write) -> None:
    run_sample([str(write(figure("1", "closed", 10)))])
    with pytest.raises(Refusal, match="已按另一版本的文件载入"):
        run_sample([str(write(figure("1", "closed", 11)))])
    assert Record.objects.count() == 10


def test_a_sample_never_mixes_with_real_records(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    run_sample([str(write(figure("1", "closed", 10)))])
    Record.objects.update(synthetic=False)
    monkeypatch.setattr(loader, "standing", lambda _: None)
    with pytest.raises(Refusal, match="已有正式记录"):
        run_sample([str(write(figure("1", "closed", 11), name="other"))])


def test_a_load_that_breaks_off_leaves_nothing(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(loader, "must_come_out", killed)
    with pytest.raises(KeyboardInterrupt):
        run_sample([str(write(figure("1", "closed", 10)))])
    assert not Record.objects.exists()
    assert not Organ.objects.exists()
