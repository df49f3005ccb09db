"""Who may hold what, and since when."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fazhi.organs.conftest import City
from fazhi.organs.models import Person, Rank, Role
from fazhi.organs.people import appoint, grant, leaders, leave, posts_on, revoke, roles_on
from fazhi.organs.reform import merge
from fazhi.organs.refusal import OrganRefused

DAY = date(2023, 5, 4)
BEFORE = DAY - timedelta(days=1)


@pytest.fixture
def zhang(db: None) -> Person:
    return Person.objects.create(name="张三", synthetic=True)


def test_a_role_holds_from_its_first_day_until_revoked(
    place: City, zhang: Person, django_assert_num_queries
) -> None:
    held = grant(zhang, place.east, Role.HANDLER, since=DAY, within=True)
    revoke(held, date(2024, 1, 1))
    with django_assert_num_queries(1):
        assert [(g.organ.name, g.role) for g in roles_on(zhang, DAY)] == [("东县人民政府", "handler")]
    assert not roles_on(zhang, BEFORE)
    assert not roles_on(zhang, date(2024, 1, 1))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (Role.SYSTEM_ADMIN, Role.AUDIT_ADMIN),
        (Role.SECURITY_ADMIN, Role.SYSTEM_ADMIN),
        (Role.AUDIT_ADMIN, Role.SECURITY_ADMIN),
    ],
)
def test_two_administrators_never_meet_in_one_person(
    place: City, zhang: Person, first: Role, second: Role
) -> None:
    grant(zhang, place.city, first)
    with pytest.raises(OrganRefused, match=r"三类管理员不得由同一人担任.*请改授他人"):
        grant(zhang, place.east, second, since=DAY)
    assert zhang.grants.count() == 1


def test_an_administrator_holds_no_business_role_either_way(place: City, zhang: Person) -> None:
    held = grant(zhang, place.city, Role.AUDIT_ADMIN, until=DAY)
    with pytest.raises(
        OrganRefused, match="张三2023-05-04前是“审计管理员”，不能再任“承办人”：管理员不得兼任业务角色"
    ):
        grant(zhang, place.city, Role.HANDLER)
    grant(zhang, place.city, Role.HANDLER, since=DAY)
    with pytest.raises(OrganRefused, match="管理员不得兼任业务角色"):
        grant(zhang, place.city, Role.SYSTEM_ADMIN, since=DAY)
    assert held.until == DAY


def test_one_administrator_may_serve_several_organs(place: City, zhang: Person) -> None:
    grant(zhang, place.east, Role.AUDIT_ADMIN)
    grant(zhang, place.west, Role.AUDIT_ADMIN)
    assert roles_on(zhang, DAY).count() == 2


def test_an_administrator_sees_no_personal_fields(place: City, zhang: Person) -> None:
    with pytest.raises(OrganRefused, match="不能查看个人信息"):
        grant(zhang, place.city, Role.SYSTEM_ADMIN, personal=True)
    assert grant(zhang, place.city, Role.HANDLER, personal=True).personal


def test_the_same_role_is_not_granted_twice_for_one_day(place: City, zhang: Person) -> None:
    grant(zhang, place.east, Role.LIAISON)
    with pytest.raises(OrganRefused, match="一直已是“联络员”"):
        grant(zhang, place.east, Role.LIAISON, since=DAY)
    assert grant(zhang, place.west, Role.LIAISON)


def test_a_role_in_an_abolished_organ_is_refused(place: City, zhang: Person) -> None:
    merge(place.east, place.west, DAY)
    with pytest.raises(OrganRefused, match="该机关已于2023-05-04撤销"):
        grant(zhang, place.east, Role.HANDLER, since=DAY)
    assert grant(zhang, place.east, Role.HANDLER, since=BEFORE, until=DAY)


def test_a_revocation_before_the_start_or_after_the_end_is_refused(place: City, zhang: Person) -> None:
    held = grant(zhang, place.east, Role.HANDLER, since=DAY)
    with pytest.raises(OrganRefused, match="止日2023-05-03不晚于起日2023-05-04"):
        revoke(held, BEFORE)
    revoke(held, date(2024, 1, 1))
    with pytest.raises(OrganRefused, match="该授权已于2024-01-01终止"):
        revoke(held, date(2024, 2, 1))


def test_leaders_of_the_day_stand_by_rank(place: City, zhang: Person) -> None:
    li = Person.objects.create(name="李四", synthetic=True)
    wang = Person.objects.create(name="王五", synthetic=True)
    appoint(li, place.east, "副县长", Rank.DEPUTY, since=date(2020, 1, 1))
    appoint(wang, place.east, "科员")
    chief = appoint(zhang, place.east, "县长", Rank.CHIEF, since=date(2021, 1, 1))
    assert [post.person.name for post in leaders(place.east, DAY)] == ["张三", "李四"]
    assert [post.title for post in posts_on(place.east, DAY)] == ["县长", "副县长", "科员"]
    leave(chief, DAY)
    assert [post.person.name for post in leaders(place.east, DAY)] == ["李四"]
    assert [post.person.name for post in leaders(place.east, BEFORE)] == ["张三", "李四"]


def test_a_post_without_title_twice_or_backwards_is_refused(place: City, zhang: Person) -> None:
    with pytest.raises(OrganRefused, match="缺少职务名称"):
        appoint(zhang, place.east, " ")
    post = appoint(zhang, place.east, "县长", Rank.CHIEF, since=DAY)
    with pytest.raises(OrganRefused, match="2023-05-04起已任此职"):
        appoint(zhang, place.east, "县长", Rank.CHIEF)
    with pytest.raises(OrganRefused, match="不晚于起日"):
        leave(post, DAY)
    merge(place.west, place.east, DAY)
    with pytest.raises(OrganRefused, match="该机关已于"):
        appoint(zhang, place.west, "县长", Rank.CHIEF, since=DAY)
