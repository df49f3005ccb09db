"""LOCAL limits: set by a government for itself and below, logged; what the law fixes stays fixed."""

from __future__ import annotations

import json
from copy import copy
from dataclasses import replace
from datetime import date

import pytest

from fazhi.engine.actor import SYSTEM
from fazhi.engine.limits import floor_at, floors_set, local_deadlines, set_local_limit
from fazhi.engine.models import Event, LocalLimit, Obligation
from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import installed
from fazhi.engine.trail import verify
from fazhi.exchange.limits import run_limits
from fazhi.law import FixedDay, by_law
from fazhi.organs.models import Below, Role
from fazhi.site.command import refusing
from tests.engine.conftest import County, Opened, official
from tests.toy.declaration import NEW
from tests.toy.models import Permit

pytestmark = pytest.mark.django_db
MARCH = date(2025, 3, 3)
BASIS = "示例省办理规定第三条"


@pytest.fixture(autouse=True)
def _local(_declared: None) -> None:
    """The permit's limit of sixty days is left to governments."""
    register = installed().registers["toy.permit"]
    deadlines = tuple(map(copy, register.procedure.deadlines))
    object.__setattr__(deadlines[-1], "local", True)
    installed().registers["toy.permit"] = replace(
        register, procedure=replace(register.procedure, deadlines=deadlines)
    )


def due(row: Permit) -> date | None:
    return Obligation.objects.get(record=row.pk, deadline="close").due_on


def test_a_government_sets_it_for_itself_and_below_and_running_clocks_follow(
    accepted: Opened, county: County
) -> None:
    own, elsewhere = accepted(MARCH), accepted(MARCH)
    Permit.objects.filter(pk=own.pk).update(organ=county.bureau)
    Obligation.objects.filter(record=own.pk).update(organ=county.bureau)
    Below.objects.filter(high=county.government, depth=0).delete()  # 只设定所辖机关的
    assert set_local_limit(county.government, "TY-T3", 20, BASIS, SYSTEM) == 1
    own.refresh_from_db()
    assert (due(own), own.close_due_on, due(elsewhere)) == (
        date(2025, 3, 24),
        date(2025, 3, 24),
        date(2025, 5, 6),
    )
    event = Event.objects.get(kind="limit")
    assert (event.chain, event.label) == (county.government.pk, "设定“办结”（TY-T3）为20日")
    assert event.changes == {"length": [None, 20], "basis": [None, BASIS], "rule": "TY-T3", "clocks": 1}
    assert list(verify()) == []


def test_setting_the_same_again_writes_nothing_and_another_keeps_what_stood(county: County) -> None:
    for length in (20, 20, 25):
        set_local_limit(county.government, "TY-T3", length, BASIS, SYSTEM)
    assert [event.changes["length"] for event in Event.objects.filter(kind="limit").order_by("seq")] == [
        [None, 20],
        [20, 25],
    ]
    assert LocalLimit.objects.get().length == 25


def test_what_the_law_fixes_no_government_changes(county: County) -> None:
    with pytest.raises(Refusal, match=r"由《示例许可法》第一条规定，地方不能改变。可以设定的有：.*TY-T3"):
        set_local_limit(county.government, "TY-T1", 20, BASIS, SYSTEM)
    with pytest.raises(Refusal, match="没有“TY-T99”这一期限"):
        set_local_limit(county.government, "TY-T99", 20, BASIS, SYSTEM)
    assert not LocalLimit.objects.exists()


def test_it_is_set_for_a_government_by_its_system_administrator(county: County) -> None:
    with pytest.raises(Refusal, match="“示例县市场监督管理局”不是人民政府"):
        set_local_limit(county.bureau, "TY-T3", 20, BASIS, SYSTEM)
    with pytest.raises(Refusal, match="王五不是示例县人民政府的系统管理员"):
        set_local_limit(county.government, "TY-T3", 20, BASIS, county.head)
    admin = official("郑一", county.government, Role.SYSTEM_ADMIN)
    set_local_limit(county.government, "TY-T3", 20, BASIS, admin)
    assert Event.objects.get(kind="limit").actor_name == "郑一"


def test_a_length_and_its_basis_are_demanded(county: County) -> None:
    with pytest.raises(Refusal) as refused:
        set_local_limit(county.government, "TY-T3", 0, " ", SYSTEM)
    assert {lack.field for lack in refused.value.lacks} == {"length", "basis"}


def test_the_command_sets_and_lists(county: County, capsys: pytest.CaptureFixture[str]) -> None:
    given = ["set", "TY-T3", "--organ", "999901", "--length", "20", "--basis", BASIS]
    assert refusing(run_limits, given) == 0
    assert "已为示例县人民政府及其所辖设定TY-T3：20日；0个期限已重算。" in capsys.readouterr().out
    assert refusing(run_limits, ["list"]) == 0
    told = capsys.readouterr().out
    assert "TY-T3 许可 · 办结：默认60日（未经地方设定的按此计算）" in told
    assert f"  示例县人民政府：20日（{BASIS}）" in told
    assert "LT-T19 " in told
    refusing(run_limits, ["list", "--json"])
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["length"] for row in rows if row["rule"] == "TY-T3"] == [60, 20]
    assert refusing(run_limits, [*given[:1], "RC-T12", *given[2:]]) == 2
    assert "地方不能改变" in capsys.readouterr().err


def test_every_local_limit_is_marked_by_its_law() -> None:
    """A limit that may be set cites local law, or a national text that was not at hand, so that its length
    may have to be put right.
    """
    found = [pair for pair in local_deadlines() if not pair[0].key.startswith("toy.")]
    assert found
    assert all(
        cite.law.local or not cite.law.verified for _, deadline in found for cite, _ in deadline.period
    )


def yearly(day: FixedDay) -> None:
    """The permit's last limit falls on a fixed day, which governments may set."""
    register = installed().registers["toy.permit"]
    deadlines = tuple(map(copy, register.procedure.deadlines))
    object.__setattr__(deadlines[-1], "period", by_law((NEW.art(4), day)))
    installed().registers["toy.permit"] = replace(
        register, procedure=replace(register.procedure, deadlines=deadlines)
    )


def test_a_fixed_local_day_is_set_as_month_and_day(
    accepted: Opened, county: County, capsys: pytest.CaptureFixture[str]
) -> None:
    yearly(FixedDay(3, 31))
    row = accepted(MARCH)
    assert set_local_limit(county.government, "TY-T3", 215, BASIS, SYSTEM) == 1
    assert due(row) == date(2026, 2, 15)
    assert Event.objects.get(kind="limit").label == "设定“办结”（TY-T3）为2月15日"
    run_limits(["list"])
    told = capsys.readouterr().out
    assert "默认3月31日" in told
    assert "2月15日（示例省办理规定第三条）" in told


@pytest.mark.parametrize("length", [0, 230, 1301, 3])
def test_a_fixed_local_day_is_in_every_year(county: County, length: int) -> None:
    yearly(FixedDay(3, 31))
    with pytest.raises(Refusal, match="不是每年都有的日期"):
        set_local_limit(county.government, "TY-T3", length, BASIS, SYSTEM)


def test_how_many_a_year_is_set_where_the_law_leaves_it_to_the_place(
    county: County, capsys: pytest.CaptureFixture[str]
) -> None:
    """会前学法每年不少于几次（AR-T11），由各地规定。"""
    floor = installed().indicators["leadership.pre_meeting_studies"].floor
    assert floor is not None
    assert floor_at(floor, county.bureau.pk) == 4
    assert set_local_limit(county.government, "AR-T11", 6, BASIS, SYSTEM) == 0
    assert floor_at(floor, county.bureau.pk) == 6
    assert Event.objects.get(kind="limit").label == "设定“会前学法”（AR-T11）为每年不少于6次"
    set_local_limit(county.government, "AR-T11", 6, BASIS, SYSTEM)
    assert Event.objects.filter(kind="limit").count() == 1
    run_limits(["list"])
    told = capsys.readouterr().out
    assert "AR-T11" in told
    assert "默认每年不少于4次" in told
    assert "每年不少于6次（示例省办理规定第三条）" in told


def test_how_many_a_year_is_a_number_with_its_basis(county: County) -> None:
    with pytest.raises(Refusal) as refused:
        set_local_limit(county.government, "AR-T11", 0, " ", SYSTEM)
    assert [lack.field for lack in refused.value.lacks] == ["basis", "length"]


def test_a_number_that_was_not_checked_against_its_text_is_set_where_the_text_says_otherwise(
    county: County,
) -> None:
    set_local_limit(county.government, "AR-T9", 4, BASIS, SYSTEM)
    assert floors_set(county.government.pk) == {"AR-T9": 4}
    with pytest.raises(Refusal, match=r"没有“AR-T99”这一期限.*AR-T10"):
        set_local_limit(county.government, "AR-T99", 1, BASIS, SYSTEM)
