"""What reforms do to organs, on the day before and on the day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fazhi.organs.conftest import City, bureau, government
from fazhi.organs.models import Axis, Below, Kind, Level, Organ
from fazhi.organs.reform import abolish, merge, move, rename
from fazhi.organs.refusal import OrganRefused
from fazhi.organs.scope import closure_pairs, organ_ids, organs_that_should
from fazhi.organs.tree import add_organ, ancestors, below, name_on, names_on, parents, successor_of

DAY = date(2019, 3, 1)
BEFORE = DAY - timedelta(days=1)


def test_a_bureau_renamed_by_the_reform_bears_each_name_on_its_days(place: City) -> None:
    rename(place.east_bureau, "东县市场监督管理局", DAY, short_name="县市监局")
    assert name_on(place.east_bureau, BEFORE) == "东县工商行政管理局"
    assert name_on(place.east_bureau, DAY) == "东县市场监督管理局"
    assert Organ.objects.get(code="990102/gsj").short == "县市监局"


def test_each_of_several_names_holds_until_the_next(place: City) -> None:
    later = date(2023, 12, 1)
    rename(place.east_bureau, "东县市场监督管理局", DAY)
    rename(place.east_bureau, "东县市场监督管理和知识产权局", later)
    told = [names_on([place.east_bureau.pk], day)[place.east_bureau.pk] for day in (BEFORE, DAY, later)]
    assert told == ["东县工商行政管理局", "东县市场监督管理局", "东县市场监督管理和知识产权局"]


def test_a_renaming_before_the_last_one_is_refused(place: City) -> None:
    rename(place.east_bureau, "东县市场监督管理局", DAY)
    with pytest.raises(OrganRefused, match="自2019-03-01起才用这个名称，不能自2019-02-28起更名"):
        rename(place.east_bureau, "东县市监局", BEFORE)
    assert name_on(place.east_bureau, BEFORE) == "东县工商行政管理局"


@pytest.mark.parametrize(("name", "reason"), [("", "为空"), ("东县工商行政管理局", "没有变化")])
def test_a_renaming_without_a_new_name_is_refused(place: City, name: str, reason: str) -> None:
    with pytest.raises(OrganRefused, match=reason):
        rename(place.east_bureau, name, DAY)


def test_a_merged_county_hands_its_townships_to_the_successor_on_the_day(place: City) -> None:
    merge(place.east, place.west, DAY)
    assert place.town in below(place.east, on=BEFORE)
    assert set(below(place.west, on=BEFORE)) == {place.west, place.west_bureau}
    assert {place.town, place.street, place.east_bureau} < set(below(place.west, on=DAY))
    assert place.east not in below(place.city, on=DAY)
    assert place.east in below(place.city, on=BEFORE)
    assert parents(place.town, DAY) == {Axis.TERRITORY: place.west}


def test_what_a_merged_county_did_stays_within_every_total_above(place: City) -> None:
    merge(place.east, place.west, DAY)
    year_end = date(2019, 12, 31)
    assert place.east.pk in organ_ids(place.city, "within", year_end)
    assert place.east.pk in organ_ids(place.west, "within", year_end)
    assert set(organ_ids(place.west, "own", year_end)) == {place.west.pk}
    assert place.east.pk not in organ_ids(place.west, "within", BEFORE)


def test_two_bureaus_merge_into_a_new_one_and_leave_its_line_whole(place: City) -> None:
    new_city = bureau("示例市市场监督管理局", place.city, key="scjg")
    new = add_organ(
        "990102/scjg",
        "东县市场监督管理局",
        kind=Kind.DEPARTMENT,
        level=Level.COUNTY,
        parent=place.east,
        line=new_city,
        born_on=DAY,
    )
    drugs = bureau("东县食品药品监督管理局", place.east, key="sjj")
    for old in (place.east_bureau, drugs):
        merge(old, new, DAY)
    assert set(organ_ids(new_city, "line", DAY)) == {new_city.pk, new.pk, place.east_bureau.pk, drugs.pk}
    assert set(organ_ids(place.city_bureau, "line", BEFORE)) == {
        place.city_bureau.pk,
        place.east_bureau.pk,
        place.west_bureau.pk,
    }
    assert successor_of(drugs, DAY) == new
    assert successor_of(drugs, BEFORE) == drugs


def test_successors_are_followed_to_the_end_of_the_chain(place: City) -> None:
    merge(place.east_bureau, place.west_bureau, DAY)
    later = date(2021, 1, 1)
    merge(place.west_bureau, place.city_bureau, later)
    assert successor_of(place.east_bureau, DAY) == place.west_bureau
    assert successor_of(place.east_bureau, later) == place.city_bureau
    abolish(place.city_bureau, date(2022, 1, 1))
    assert successor_of(place.east_bureau, date(2022, 1, 1)) is None


def test_a_merger_into_itself_or_into_one_below_is_refused(place: City) -> None:
    with pytest.raises(OrganRefused, match="不能并入它自己"):
        merge(place.east, Organ.objects.get(pk=place.east.pk), DAY)
    with pytest.raises(OrganRefused, match="本身在“东县人民政府”之下"):
        merge(place.east, place.town, DAY)
    assert Organ.objects.get(pk=place.east.pk).ended_on is None


def test_a_merger_with_an_outside_organ_is_refused_and_of_two_courts_allowed(place: City) -> None:
    one = add_organ("990102/court", "东县人民法院", kind=Kind.PARTNER, level=Level.COUNTY)
    other = add_organ("990103/court", "西县人民法院", kind=Kind.PARTNER, level=Level.COUNTY)
    with pytest.raises(OrganRefused, match="行政机关与外部机关不能合并"):
        merge(one, place.west, DAY)
    merge(one, other, DAY)
    assert successor_of(one, DAY) == other


def test_a_merger_into_an_organ_that_ended_is_refused(place: City) -> None:
    merge(place.west_bureau, place.city_bureau, date(2021, 1, 1))
    with pytest.raises(OrganRefused, match="请改填现在的承继机关"):
        merge(place.east_bureau, place.west_bureau, DAY)


def test_an_organ_ends_once(place: City) -> None:
    merge(place.east_bureau, place.west_bureau, DAY)
    with pytest.raises(OrganRefused, match="已于2019-03-01撤销，不能再次撤销"):
        abolish(place.east_bureau, date(2020, 1, 1))
    with pytest.raises(OrganRefused, match="已于2019-03-01撤销，不能自2019-03-01起更名"):
        rename(place.east_bureau, "东县市监局", DAY)


def test_abolition_waits_for_what_still_stands_below(place: City) -> None:
    with pytest.raises(OrganRefused, match=r"青山镇人民政府.*还在其下"):
        abolish(place.east, DAY)
    abolish(place.town, DAY)
    assert place.town not in below(place.east, on=DAY)
    assert place.town in below(place.east, on=BEFORE)
    assert place.town.pk in organ_ids(place.east, "within", DAY)


def test_an_abolition_on_the_day_of_birth_is_refused(place: City) -> None:
    young = add_organ("990109", "新县人民政府", kind=Kind.GOVERNMENT, level=Level.COUNTY, born_on=DAY)
    with pytest.raises(OrganRefused, match="不晚于设立日期"):
        abolish(young, DAY)


def test_a_township_moved_to_another_county_changes_on_the_day(place: City) -> None:
    move(place.town, place.west, DAY)
    assert ancestors(place.town, on=BEFORE) == [place.east, place.city]
    assert ancestors(place.town, on=DAY) == [place.west, place.city]
    assert place.town.pk in organ_ids(place.city, "within", DAY)


def test_a_move_on_the_day_of_another_move_replaces_it(place: City) -> None:
    move(place.town, place.west, DAY)
    move(place.town, place.city, DAY)
    assert ancestors(place.town, on=DAY) == [place.city]
    assert place.town.bonds.count() == 2


def test_a_move_before_a_later_one_lasts_until_that_one(place: City) -> None:
    later = date(2021, 1, 1)
    move(place.town, place.west, later)
    move(place.town, place.city, DAY)
    assert [ancestors(place.town, on=day)[0] for day in (BEFORE, DAY, later)] == [
        place.east,
        place.city,
        place.west,
    ]


def test_a_move_to_the_present_parent_or_below_itself_is_refused(place: City) -> None:
    with pytest.raises(OrganRefused, match="已隶属“东县人民政府”，不必改隶"):
        move(place.town, place.east, DAY)
    with pytest.raises(OrganRefused, match="上下级会成一个圈"):
        move(place.east, place.town, DAY)


def test_coverage_asks_the_organs_of_the_day(place: City) -> None:
    def asked(day: date) -> int:
        return organs_that_should([Kind.GOVERNMENT, Kind.STREET], [Level.TOWNSHIP], place.city, day).count()

    assert asked(BEFORE) == 2
    abolish(place.town, DAY)
    assert asked(BEFORE) == 2
    assert asked(DAY) == 1
    assert organs_that_should([Kind.DEPARTMENT], [], place.city, DAY).count() == 3


def test_pairs_of_many_organs_come_in_one_query(place: City, django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        pairs = closure_pairs([place.city.pk, place.east.pk], "within", DAY)
    assert {low for high, low in pairs if high == place.east.pk} == {
        place.east.pk,
        place.town.pk,
        place.street.pk,
        place.east_bureau.pk,
    }
    assert len(pairs) == 4 + Organ.objects.count()
    with django_assert_num_queries(1):
        lines = closure_pairs(Organ.objects.filter(kind=Kind.DEPARTMENT), "line", DAY)
    assert len(lines) == 3 + 2
    assert closure_pairs([7, 9], "own", DAY) == [(7, 7), (9, 9)]


def test_pairs_agree_with_the_ids_of_each_organ(place: City) -> None:
    merge(place.east, place.west, DAY)
    for scope in ("own", "within", "line"):
        for day in (BEFORE, DAY):
            pairs = closure_pairs(Organ.objects.all(), scope, day)
            for organ in Organ.objects.all():
                lows = sorted(low for high, low in pairs if high == organ.pk)
                assert lows == sorted(organ_ids(organ, scope, day))


def test_the_closure_holds_no_path_of_no_days(place: City) -> None:
    move(place.town, place.west, DAY)
    merge(place.east, place.west, DAY)
    assert all(row.since is None or row.until is None or row.since < row.until for row in Below.objects.all())


def test_partners_are_found_by_their_place(place: City) -> None:
    from fazhi.organs.scope import partners_of

    court = add_organ("990102/court", "东县人民法院", kind=Kind.PARTNER, level=Level.COUNTY)
    assert list(partners_of(place.east)) == [court]
    assert not partners_of(place.west)


def test_a_move_of_an_organ_that_had_no_parent_lasts_until_its_first(place: City) -> None:
    new = government("990107", "新县人民政府", Level.COUNTY)
    move(new, place.city, DAY)
    move(new, place.west, BEFORE - timedelta(days=30))
    assert parents(new, BEFORE) == {Axis.TERRITORY: place.west}
    assert parents(new, DAY) == {Axis.TERRITORY: place.city}
