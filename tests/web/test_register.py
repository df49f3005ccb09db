"""The list of a register, and entering a record: filtered, counted, paged, and only for those who may."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fazhi.engine.actor import Actor
from fazhi.engine.models import Event, Tick
from fazhi.organs.models import Role
from tests.toy.models import Hearing, Permit
from tests.web.conftest import TODAY, Opened, Town, go, text

pytestmark = pytest.mark.django_db
LIST = "/r/toy.permit"
DAY = date(2026, 11, 20)


def test_list_shows_lights_steps_and_counts(town: Town, handler: Actor, permit: Opened) -> None:
    permit(date(2026, 11, 2))
    row = permit(DAY, weight="heavy")
    go(row, "accept", handler, DAY)
    Tick.objects.create(ran_on=TODAY)
    page = text(town.client(handler).get(LIST))
    assert "逾 16 天" in page
    assert "审查 <span>1</span>" in page
    assert '重大 <span class="muted">1</span>' in page
    assert row.number in page
    assert "登记许可" in page
    # However many columns there are, what is left of the time stays in sight.
    assert '<th scope="col" class="num stays">余期</th>' in page
    assert page.count('class="num stays nowrap') == 2


@pytest.mark.parametrize(("most", "beneath"), [(99, False), (1, True)])
def test_among_many_columns_the_number_stands_beneath_the_words_that_open_the_record(
    town: Town, handler: Actor, permit: Opened, monkeypatch: pytest.MonkeyPatch, most: int, *, beneath: bool
) -> None:
    monkeypatch.setattr("fazhi.web.pages.register.MANY_COLUMNS", most)
    row = permit(DAY)
    go(row, "accept", handler, DAY)
    page = text(town.client(handler).get(LIST))
    assert (f'<div class="beneath">{row.number}</div>' in page) == beneath
    assert page.count(row.number) == 1


def test_views_steps_and_words_narrow_the_list(town: Town, handler: Actor, permit: Opened) -> None:
    permit(DAY, weight="heavy", applicant="赵某")
    permit(DAY, applicant="钱某")
    client = town.client(handler)
    for query in ("view=heavy", "q=赵某"):
        page = text(client.get(f"{LIST}?{query}"))
        assert "赵某" in page
        assert "钱某" not in page
    assert "没有符合条件的记录" in text(client.get(f"{LIST}?step=closed"))
    assert client.get(f"{LIST}?step=nothing&before=x&view=<b>").status_code == 200


def test_what_stands_is_listed_as_of_any_day(town: Town, handler: Actor, permit: Opened) -> None:
    for day, applicant in ((date(2026, 11, 2), "赵某"), (DAY, "钱某")):
        go(permit(day, applicant=applicant), "accept", handler, day)
    permit(DAY, applicant="孙某")
    client = town.client(handler)
    today = text(client.get(f"{LIST}?view=pending"))
    assert [name in today for name in ("赵某", "钱某", "孙某")] == [True, True, False]
    assert f'type="date" class="short" value="{TODAY}"' in today
    assert '在办 <span class="muted">2</span>' in today
    earlier = text(client.get(f"{LIST}?view=pending&on=2026-11-10"))
    assert [name in earlier for name in ("赵某", "钱某", "孙某")] == [True, False, False]
    assert '在办 <span class="muted">1</span>' in earlier
    assert "钱某" in text(client.get(f"{LIST}?view=pending&on=2026-13-01"))
    assert 'type="date"' not in text(client.get(f"{LIST}?view=heavy&on=2026-11-10"))


def test_pages_go_on_by_key_and_an_exact_count_is_given_on_demand(
    town: Town, handler: Actor, permit: Opened
) -> None:
    rows = [permit(DAY) for _ in range(21)]
    client = town.client(handler)
    first = text(client.get(LIST))
    assert f"before={rows[1].pk}" in first
    assert "共 <b>21 件</b>" in first
    assert f'"{LIST}/{rows[0].pk}"' not in first
    second = text(client.get(f"{LIST}?before={rows[1].pk}"))
    assert f'"{LIST}/{rows[0].pk}"' in second
    assert "共 <b>21 件</b>" in text(client.get(f"{LIST}?count=exact"))


def test_list_leaves_out_what_may_not_be_seen(town: Town, handler: Actor, permit: Opened) -> None:
    permit(DAY, applicant="周某")
    stranger = town.official("钱七", Role.LIAISON, town.bureau)
    page = text(town.client(stranger).get(LIST))
    assert "周某" not in page
    assert "还没有许可" in page


def test_list_costs_as_many_queries_whatever_rows_organs_and_roles(
    town: Town, handler: Actor, permit: Opened
) -> None:
    client = town.client(handler)
    client.get(LIST)

    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert client.get(f"{LIST}?step=open").status_code == 200
        return len(seen)

    go(permit(DAY), "accept", handler, DAY)
    few = queries()
    for _ in range(8):
        go(permit(DAY, respondent=town.bureau), "accept", handler, DAY)
    town.official("李四", Role.LIAISON, town.bureau, within=True)
    town.official("李四", Role.REVIEWER, line=True)
    assert queries() == few <= 15


def test_record_is_entered_with_its_child_rows_and_opened(town: Town, handler: Actor) -> None:
    client = town.client(handler)
    assert "收到日期" in text(client.get(f"{LIST}/new"))
    response = client.post(
        f"{LIST}/new", {"applicant": "张三", "received_on": "2026-11-23", "entry_mine": "on"}, follow=True
    )
    row = Permit.objects.get()
    assert response.redirect_chain == [(f"{LIST}/{row.pk}", 302)]
    assert "已登记许可" in text(response)
    assert (row.record.handler, row.record.synthetic, row.organ) == (handler.person, True, town.government)
    assert Event.objects.get(record=row.pk).legal_on == date(2026, 11, 23)
    assert not Hearing.objects.exists()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"received_on": "2026-11-23"}, "请填写“申请人”"),
        ({"applicant": "张三", "received_on": "2026-02-30"}, "不是有效的日期"),
        ({"applicant": "张三", "received_on": "2027-01-01"}, f"晚于今天{TODAY}"),
        ({"applicant": "张" * 61, "received_on": "2026-11-23"}, "不能超过60字"),
    ],
)
def test_wrong_entry_is_told_and_nothing_is_saved(
    town: Town, handler: Actor, given: dict[str, str], said: str
) -> None:
    response = town.client(handler).post(f"{LIST}/new", given)
    assert response.status_code == 422
    assert said in text(response)
    assert not Permit.objects.exists()


def test_only_those_who_capture_enter_records(town: Town) -> None:
    leader = town.client(town.official("孙八", Role.LEADER))
    assert leader.get(f"{LIST}/new").status_code == 403
    assert leader.post(f"{LIST}/new", {"applicant": "张三", "received_on": "2026-11-23"}).status_code == 403
    assert "登记许可</a>" not in text(leader.get(LIST))


def test_search_goes_by_words_and_numbers_in_every_register(
    town: Town, handler: Actor, permit: Opened
) -> None:
    row = permit(DAY, applicant="某物流公司")
    go(row, "accept", handler, DAY)
    client = town.client(handler)
    for words in ("物流", row.number):
        assert f"{LIST}/{row.pk}" in text(client.get("/search", {"q": words}))
    stranger = town.client(town.official("钱七", Role.LIAISON, town.bureau))
    assert f"{LIST}/{row.pk}" not in text(stranger.get("/search", {"q": "物流"}))
    assert "没有找到" in text(client.get("/search", {"q": "<script>alert(1)</script>"}))
    assert client.get("/search").status_code == 200
