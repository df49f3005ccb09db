"""Who stands below whom, by day and axis; what cannot be true is refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from fazhi.organs.closure import rebuild
from fazhi.organs.conftest import City, bureau, government
from fazhi.organs.models import Axis, Below, Bond, Kind, Level, Organ
from fazhi.organs.reform import merge, move
from fazhi.organs.refusal import OrganRefused
from fazhi.organs.tree import add_organ, add_organs, ancestors, below, below_ids, bond, parents

DAY = date(2019, 3, 1)
BEFORE = DAY - timedelta(days=1)


def names(rows) -> set[str]:
    return {organ.short for organ in rows}


def test_everything_below_a_city_includes_itself_and_its_departments(place: City) -> None:
    assert set(below(place.city, on=DAY)) == set(Organ.objects.all())
    assert set(below(place.east, on=DAY)) == {place.east, place.town, place.street, place.east_bureau}


def test_the_line_of_a_bureau_is_its_bureaus_and_nothing_of_the_territory(place: City) -> None:
    line = set(below(place.city_bureau, Axis.LINE, on=DAY))
    assert line == {place.city_bureau, place.east_bureau, place.west_bureau}
    assert set(below(place.city_bureau, on=DAY)) == {place.city_bureau}


def test_every_organ_stands_below_itself_on_both_axes(place: City) -> None:
    for axis in Axis:
        own = Below.objects.filter(axis=axis, depth=0, since=None, until=None)
        assert {(row.high_id, row.low_id) for row in own} == {(o.pk, o.pk) for o in Organ.objects.all()}


def test_parents_and_ancestors_are_told_by_axis(place: City) -> None:
    assert parents(place.east_bureau, DAY) == {Axis.TERRITORY: place.east, Axis.LINE: place.city_bureau}
    assert ancestors(place.town, on=DAY) == [place.east, place.city]
    assert parents(place.city, DAY) == {}


def test_below_ids_filters_in_the_database(place: City, django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        assert Bond.objects.filter(organ_id__in=below_ids(place.east, Axis.TERRITORY, DAY)).count() == 5


def test_an_organ_stands_below_its_parent_only_from_its_birth(place: City) -> None:
    park = add_organ(
        "990171", "示例新区管理委员会", kind=Kind.OUTPOST, level=Level.COUNTY, parent=place.city, born_on=DAY
    )
    assert park in below(place.city, on=DAY)
    assert park not in below(place.city, on=BEFORE)


def test_a_bond_that_ended_leaves_no_path(place: City) -> None:
    nation = government("000000", "国务院", Level.NATION)
    bond(place.city, nation, until=DAY)
    assert place.town in below(nation, on=BEFORE)
    assert place.town not in below(nation, on=DAY)


def test_a_second_parent_on_one_day_is_refused_and_on_other_days_allowed(place: City) -> None:
    other = government("990200", "邻市人民政府", Level.CITY)
    village = government("990104", "南县人民政府", Level.COUNTY)
    bond(village, place.city, until=DAY)
    with pytest.raises(OrganRefused, match="2019-03-01前已隶属“示例市人民政府”（块），同一天不能有两个上级"):
        bond(village, other, since=BEFORE)
    bond(village, other, since=DAY)
    assert parents(village, BEFORE)[Axis.TERRITORY] == place.city
    assert parents(village, DAY)[Axis.TERRITORY] == other


def test_a_circle_is_refused(place: City) -> None:
    with pytest.raises(OrganRefused, match="上下级会成一个圈"):
        bond(place.city, place.town)
    with pytest.raises(OrganRefused, match="就是它自己"):
        bond(place.city, place.city)
    assert not Bond.objects.filter(organ=place.city).exists()


def test_a_bond_the_other_way_round_in_another_time_is_no_circle(place: City) -> None:
    high, low = (
        government("990001", "甲县人民政府", Level.COUNTY),
        government("990002", "乙县人民政府", Level.COUNTY),
    )
    bond(low, high, until=DAY)
    bond(high, low, since=DAY)
    assert below(high, on=BEFORE).count() == 2
    assert below(high, on=DAY).get() == high


def test_an_end_before_the_start_is_refused(place: City) -> None:
    with pytest.raises(OrganRefused, match="止日2019-02-28不晚于起日2019-03-01"):
        bond(place.city, government("000000", "国务院", Level.NATION), since=DAY, until=BEFORE)


def test_a_parent_that_was_abolished_is_refused_with_its_successor(place: City) -> None:
    merge(place.east, place.west, DAY)
    with pytest.raises(OrganRefused, match="请改挂承继机关“西县人民政府”"):
        government("990102200", "新乡人民政府", Level.TOWNSHIP, place.east)


def test_a_parent_not_yet_born_is_refused(place: City) -> None:
    late = add_organ("990105", "北县人民政府", kind=Kind.GOVERNMENT, level=Level.COUNTY, born_on=DAY)
    with pytest.raises(OrganRefused, match="2019-03-01才设立"):
        bond(place.town, late, since=BEFORE)


def test_a_code_in_use_is_refused_with_its_holder(place: City) -> None:
    with pytest.raises(OrganRefused, match="代码990102已属于“东县人民政府”"):
        government("990102", "另一县人民政府", Level.COUNTY)
    with pytest.raises(OrganRefused, match="缺少名称"):
        government("990109", " ", Level.COUNTY)


def test_a_credit_code_in_use_is_refused(place: City) -> None:
    Organ.objects.filter(pk=place.east.pk).update(credit_code="11990102000000000X")
    with pytest.raises(OrganRefused, match="统一社会信用代码11990102000000000X已属于“东县人民政府”"):
        add_organ(
            "990109", "某局", kind=Kind.DEPARTMENT, level=Level.COUNTY, credit_code="11990102000000000X"
        )


def test_a_court_stands_below_no_government_but_in_the_line_of_courts(place: City) -> None:
    court = add_organ("990102/court", "东县人民法院", kind=Kind.PARTNER, level=Level.COUNTY)
    high = add_organ("990100/court", "示例市中级人民法院", kind=Kind.PARTNER, level=Level.CITY)
    with pytest.raises(OrganRefused, match="“东县人民法院”是外部机关"):
        bond(court, place.east)
    with pytest.raises(OrganRefused, match="外部机关"):
        bond(place.east_bureau, court, Axis.LINE)
    bond(court, high, Axis.LINE)
    assert court not in below(place.city, on=DAY)


@pytest.mark.django_db(transaction=True)
def test_the_tree_is_changed_only_in_a_transaction() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        government("990100", "示例市人民政府", Level.CITY)


def test_a_department_keeps_its_place_when_its_city_moves(place: City) -> None:
    first, second = (
        government("980000", "甲省人民政府", Level.PROVINCE),
        government("970000", "乙省人民政府", Level.PROVINCE),
    )
    bond(place.city, first)
    move(place.city, second, DAY)
    assert place.east_bureau in below(first, on=BEFORE)
    assert place.east_bureau not in below(first, on=DAY)
    assert place.east_bureau in below(second, on=DAY)
    assert place.east_bureau in below(place.east, on=DAY)


def naive(axis: Axis, on: date) -> set[tuple[int, int, int]]:
    """Walk up from each organ by the bond of the day."""
    up = {
        row.organ_id: row.parent_id
        for row in Bond.objects.filter(axis=axis)
        if (row.since is None or row.since <= on) and (row.until is None or row.until > on)
    }
    pairs = set()
    for low in Organ.objects.values_list("pk", flat=True):
        high, depth = low, 0
        while high is not None:
            pairs.add((high, low, depth))
            high, depth = up.get(high), depth + 1
    return pairs


def closure(axis: Axis, on: date) -> set[tuple[int, int, int]]:
    rows = [
        (row.high_id, row.low_id, row.depth)
        for row in Below.objects.filter(axis=axis)
        if (row.since is None or row.since <= on) and (row.until is None or row.until > on)
    ]
    assert len(rows) == len(set(rows)), "a path stands twice"
    return set(rows)


DAYS = [date(2019, 1, 1) + timedelta(days=90 * n) for n in range(5)]
STEP = st.tuples(
    st.sampled_from(["bond", "move", "merge"]),
    st.integers(0, 7),
    st.integers(0, 7),
    st.sampled_from([None, *DAYS]),
    st.sampled_from([None, *DAYS]),
    st.sampled_from(list(Axis)),
)


class Closure(TestCase):
    @settings(max_examples=60, deadline=None)
    @given(st.lists(STEP, min_size=4, max_size=20))
    def test_closure_equals_the_naive_walk_whatever_was_bound_moved_and_merged(self, steps) -> None:
        organs = [government(f"98000{n}", f"机关{n}", Level.CITY) for n in range(8)]
        for act, low, high, first, last, axis in steps:
            try:
                if act == "bond":
                    bond(organs[low], organs[high], axis, since=first, until=last)
                elif act == "move":
                    move(organs[low], organs[high], first or DAYS[0], axis)
                else:
                    merge(organs[low], organs[high], first or DAYS[0])
            except OrganRefused:
                continue
        for axis in Axis:
            for day in (DAYS[0] - timedelta(days=1), *DAYS):
                assert closure(axis, day) == naive(axis, day)
        grown = {axis: [closure(axis, day) for day in DAYS] for axis in Axis}
        rebuild()
        assert grown == {axis: [closure(axis, day) for day in DAYS] for axis in Axis}


def test_many_organs_at_once_stand_as_if_added_one_by_one(place: City) -> None:
    rows = [
        Organ(code="990106", name="中县人民政府", kind=Kind.GOVERNMENT, level=Level.COUNTY),
        Organ(code="990106100", name="白水镇人民政府", kind=Kind.GOVERNMENT, level=Level.TOWNSHIP),
    ]
    assert add_organs(rows, {"990106": "990100", "990106100": "990106"}) == 2
    town = Organ.objects.get(code="990106100")
    assert [organ.code for organ in ancestors(town, on=DAY)] == ["990106", "990100"]
    for axis in Axis:
        assert closure(axis, DAY) == naive(axis, DAY)


def test_a_department_shares_no_path_with_its_neighbour(place: City) -> None:
    office = bureau("东县司法局", place.east, key="sfj")
    assert not Below.objects.filter(high=place.east_bureau, low=office).exists()
