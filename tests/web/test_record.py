"""The page of a record: what may be done, when it is due, what is masked, and what it costs."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fazhi.engine.actor import SYSTEM, Actor
from fazhi.engine.models import Event, Link, Record
from fazhi.engine.records import link_records, open_record, save_record
from fazhi.organs.models import Role
from tests.toy.declaration import OPINIONS, PERMITS
from tests.toy.models import Hearing, Permit
from tests.web.conftest import Opened, Town, go, text, url

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)


@pytest.fixture
def heavy(handler: Actor, permit: Opened) -> Permit:
    row = permit(DAY, weight="heavy", id_no="110101199001011234")
    go(row, "accept", handler, date(2026, 11, 23))
    return row


def test_page_says_what_each_move_lacks_with_article_and_remedy(
    town: Town, handler: Actor, heavy: Permit
) -> None:
    page = text(town.client(handler).get(url(heavy)))
    for words in ("重大事项应当听证", "《示例许可法》第五条", "请先登记听证日期", "重大事项应当有法律意见"):
        assert words in page
    assert url(heavy, "add", "toy.Hearing") in page
    assert url(heavy, "relate") in page
    assert url(heavy, "move", "close") in page


def test_a_move_of_others_is_shown_without_its_button(town: Town, head: Actor, heavy: Permit) -> None:
    page = text(town.client(head).get(url(heavy)))
    assert url(heavy, "move", "approve") in page
    assert url(heavy, "move", "suspend") not in page
    assert "由承办人办理" in page


def test_clock_explains_its_sum_and_tries_an_extension_without_writing(
    town: Town, handler: Actor, heavy: Permit
) -> None:
    client = town.client(handler)
    page = text(client.get(url(heavy)))
    assert "自2026年11月23日次日起60日" in page
    assert "《示例许可法》第四条" in page
    before = Event.objects.count()
    tried = text(client.get(url(heavy), {"try-close": "extend:30"}))
    assert "延长 30 日" in tried
    assert "2027年2月22日（周一）届满" in tried
    stopped = text(client.get(url(heavy), {"try-close": "pause:10"}))
    assert "自今日起停 10 日" in stopped
    assert "extend:999" not in text(client.get(url(heavy), {"try-close": "extend:999"}))
    assert Event.objects.count() == before


def test_history_tells_values_in_words_and_masks_personal_ones(
    town: Town, handler: Actor, heavy: Permit
) -> None:
    page = text(town.client(handler).get(url(heavy)))
    assert "110101199001011234" not in page
    assert "****1234" in page
    assert "分量 重大" in page
    assert "toy.permit" not in page.partition("<main")[2].partition("经过")[2].partition("</section>")[0]


def test_a_record_of_others_is_as_if_it_were_not_there(town: Town, heavy: Permit) -> None:
    stranger = town.client(town.official("钱七", Role.LIAISON, town.bureau))
    administrator = town.client(town.official("周九", Role.SYSTEM_ADMIN))
    for client in (stranger, administrator):
        for path in (
            (),
            ("correct",),
            ("withdraw",),
            ("move", "close"),
            ("paper",),
            ("relate",),
            ("reveal", "id_no"),
        ):
            assert client.get(url(heavy, *path)).status_code == 404
            assert client.post(url(heavy, *path)).status_code == 404


def test_a_party_sees_the_record_and_makes_its_own_move(town: Town, handler: Actor, permit: Opened) -> None:
    row = permit(DAY, respondent=town.bureau)
    go(row, "accept", handler, DAY)
    party = town.client(town.official("钱七", Role.LIAISON, town.bureau))
    page = text(party.get(url(row)))
    assert "本机关是当事机关" in page
    assert url(row, "move", "answer") in page
    assert party.get(url(row, "correct")).status_code == 403
    response = party.post(
        url(row, "move", "answer"), {"move_on": "2026-11-24", "version": row.record.version}
    )
    assert response.status_code == 302
    row.refresh_from_db()
    assert row.answered_on == date(2026, 11, 24)


def test_past_breaches_stand_red_on_the_page_and_on_the_list_of_red_lights(
    town: Town, handler: Actor
) -> None:
    day = date(2025, 3, 3)
    values = {
        "applicant": "张三",
        "received_on": day,
        "accepted_on": day,
        "closed_on": day,
        "weight": "heavy",
    }
    row = open_record(PERMITS, organ=town.government, values=values, actor=SYSTEM, on=day)
    client = town.client(handler)
    assert "补记的行为违反规定 3 项" in text(client.get(url(row)))
    reds = text(client.get("/reds", {"organ": town.government.pk}))
    assert "重大事项应当听证" in reds
    assert "没有红灯" in text(client.get("/reds", {"organ": town.bureau.pk}))


def test_linked_records_are_named_only_to_those_who_may_see_them(
    town: Town, handler: Actor, permit: Opened
) -> None:
    row = permit(DAY, respondent=town.bureau)
    other = open_record(OPINIONS, organ=town.government, values={"issued_on": DAY}, actor=SYSTEM, on=DAY)
    link_records(Record.objects.get(pk=row.pk), other.record, actor=handler)
    assert f"/r/toy.opinion/{other.pk}" in text(town.client(handler).get(url(row)))
    party = text(town.client(town.official("钱七", Role.LIAISON, town.bureau)).get(url(row)))
    assert f"/r/toy.opinion/{other.pk}" not in party
    assert "其余 1 件无权查看" in party


def test_a_record_without_a_number_is_linked_by_its_title(town: Town, handler: Actor, permit: Opened) -> None:
    row, other = permit(DAY), permit(DAY, applicant="王五")
    client = town.client(handler)
    same = {"register": "toy.permit", "number": other.record.title}
    assert client.post(url(row, "relate"), same).status_code == 302
    assert Link.objects.filter(here=row.pk, there=other.pk).exists()
    permit(DAY, applicant="王五")
    for words in (other.record.title, other.record.title[:-1]):
        assert client.post(url(row, "relate"), {**same, "number": words}).status_code != 302
    assert Link.objects.filter(here=row.pk).count() == 1


def test_another_record_is_linked_by_its_number(town: Town, handler: Actor, permit: Opened) -> None:
    row, other = permit(DAY), permit(DAY)
    go(other, "accept", handler, DAY)
    client = town.client(handler)
    response = client.post(url(row, "relate"), {"register": "toy.permit", "number": "无此号"})
    assert (response.status_code, "没有找到编号" in text(response)) == (422, True)
    assert (
        client.post(url(row, "relate"), {"register": "toy.permit", "number": other.number}).status_code == 302
    )
    assert Link.objects.filter(here=row.pk, there=other.pk).exists()


def test_page_costs_as_many_queries_whatever_is_on_it(town: Town, handler: Actor, permit: Opened) -> None:
    client = town.client(handler)
    row = permit(DAY, weight="heavy", respondent=town.bureau)
    go(row, "accept", handler, DAY)
    client.get(url(row))

    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert client.get(url(row)).status_code == 200
        return len(seen)

    few = queries()
    for day in (DAY, date(2026, 11, 23), date(2026, 11, 24)):
        row.record.refresh_from_db()
        parts = {"toy.Hearing": [{"held_on": day}] * 3}
        save_record(PERMITS, row.pk, {}, actor=handler, version=row.record.version, why="补记", parts=parts)
        other = open_record(OPINIONS, organ=town.government, values={"issued_on": DAY}, actor=SYSTEM, on=DAY)
        link_records(Record.objects.get(pk=row.pk), other.record, actor=handler)
    town.official("李四", Role.LIAISON, town.bureau, within=True)
    town.official("李四", Role.REVIEWER, line=True)
    assert Hearing.objects.count() == 9
    assert queries() == few <= 15
