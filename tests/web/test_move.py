"""A move made from its form: done, refused with every reason, or overtaken; what was typed is kept."""

from __future__ import annotations

from datetime import date

import pytest

from fazhi.engine.actor import Actor
from fazhi.engine.models import Event, Interval, Prolongation
from fazhi.organs.models import Role
from tests.toy.models import Permit
from tests.web.conftest import Opened, Town, go, text, url

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)


@pytest.fixture
def case(handler: Actor, permit: Opened) -> Permit:
    row = permit(DAY, weight="heavy")
    go(row, "accept", handler, DAY)
    return row


def version(row: Permit) -> int:
    row.record.refresh_from_db()
    return row.record.version


def test_refused_move_names_every_reason_and_keeps_what_was_typed(
    town: Town, handler: Actor, case: Permit
) -> None:
    before = Event.objects.count()
    response = town.client(handler).post(
        url(case, "move", "close"), {"move_on": "2026-11-24", "outcome": "准予", "version": version(case)}
    )
    page = text(response)
    assert response.status_code == 422
    assert "不能办理“办结”，尚缺 3 项。填写的内容已保留，记录没有改变。" in page
    for words in (
        "重大事项应当听证",
        "《示例许可法》第五条",
        "请先登记听证日期",
        "应当经负责人批准",
        "添加听证",
        "“批准”由机关负责人办理",
    ):
        assert words in page
    assert 'value="准予"' in page
    assert "再次提交" in page
    case.refresh_from_db()
    assert (case.step, case.closed_on, Event.objects.count()) == ("open", None, before)


def test_move_is_made_and_told(town: Town, handler: Actor, case: Permit) -> None:
    client = town.client(handler)
    response = client.post(
        url(case, "move", "weigh"),
        {"move_on": "2026-11-24", "weight": "light", "version": version(case)},
        follow=True,
    )
    assert "已办理“认定分量”" in text(response)
    case.refresh_from_db()
    assert case.weight == "light"
    assert Event.objects.latest("pk").actor == handler.person


def test_second_of_two_officials_is_told_who_was_first(town: Town, handler: Actor, case: Permit) -> None:
    seen = version(case)
    go(case, "weigh", handler, DAY, values={"weight": "light"})
    response = town.client(handler).post(
        url(case, "move", "weigh"), {"move_on": "2026-11-24", "weight": "heavy", "version": seen}
    )
    page = text(response)
    assert response.status_code == 409
    assert "李四刚刚办理了“认定分量”" in page
    assert f'name="version" value="{version(case)}"' in page
    case.refresh_from_db()
    assert case.weight == "light"


def test_form_without_a_version_is_taken_for_overtaken(town: Town, handler: Actor, case: Permit) -> None:
    response = town.client(handler).post(
        url(case, "move", "weigh"), {"move_on": "2026-11-24", "weight": "light"}
    )
    assert response.status_code == 409


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2026-02-30", "不是有效的日期"),
        ("", "请填写“办理日期”"),
        ("2026-12-01", "尚未发生的行为不能登记"),
        ("2026-11-01", "早于进入“审查”的日期"),
    ],
)
def test_impossible_days_are_refused(town: Town, handler: Actor, case: Permit, on: str, said: str) -> None:
    given = {"move_on": on, "weight": "light", "version": version(case)}
    response = town.client(handler).post(url(case, "move", "weigh"), given)
    assert response.status_code == 422
    assert said in text(response)


def test_move_of_another_role_is_refused_even_when_posted(town: Town, handler: Actor, case: Permit) -> None:
    given = {"move_on": "2026-11-24", "version": version(case)}
    response = town.client(handler).post(url(case, "move", "approve"), given)
    assert response.status_code == 422
    assert "李四不是示例县人民政府的“机关负责人”" in text(response)
    case.refresh_from_db()
    assert case.approved_on is None


def test_move_that_the_step_does_not_allow_says_where_the_record_stands(
    town: Town, handler: Actor, case: Permit
) -> None:
    page = text(town.client(handler).get(url(case, "move", "resume")))
    assert "现处于“审查”，不能办理“恢复”" in page
    assert town.client(handler).get(url(case, "move", "nothing")).status_code == 404


def test_suspension_asks_for_its_ground_and_stops_the_clock(town: Town, handler: Actor, case: Permit) -> None:
    client = town.client(handler)
    given = {"move_on": "2026-11-24", "version": version(case)}
    refused = client.post(url(case, "move", "suspend"), given)
    assert (refused.status_code, "请选择中止的情形" in text(refused)) == (422, True)
    done = client.post(
        url(case, "move", "suspend"), given | {"move_ground": "flood", "move_why": "洪水"}, follow=True
    )
    assert "停" in text(done)
    assert Interval.objects.get(record=case.pk).ground == "flood"


def test_extension_is_held_to_the_law(town: Town, case: Permit) -> None:
    approver = town.official("赵六", Role.BODY_HEAD)
    client = town.client(approver)
    assert "最多 30日" in text(client.get(url(case, "move", "extend")))
    given = {"move_on": "2026-11-24", "move_amount": "31", "version": version(case)}
    refused = client.post(url(case, "move", "extend"), given)
    assert (refused.status_code, "延长应当在1至30日之间，所填为31" in text(refused)) == (422, True)
    assert client.post(url(case, "move", "extend"), given | {"move_amount": "30"}).status_code == 302
    assert Prolongation.objects.get(record=case.pk).amount == 30


def test_missing_paper_is_refused_with_the_form_that_adds_it(
    town: Town, handler: Actor, permit: Opened
) -> None:
    row = permit(DAY)
    client = town.client(handler)
    given = {"move_on": "2026-11-24", "version": version(row)}
    page = text(client.post(url(row, "move", "refuse"), given))
    assert "缺少“不予受理决定书”" in page
    assert f"{url(row, 'paper')}?name=" in page
    paper = {"name": "不予受理决定书", "effective_on": "2026-11-24", "received_on": "2026-11-24"}
    assert client.post(url(row, "paper"), paper | {"version": version(row)}).status_code == 302
    assert client.post(url(row, "move", "refuse"), given | {"version": version(row)}).status_code == 302
    row.refresh_from_db()
    assert row.step == "refused"


def test_a_move_cannot_be_made_by_following_a_link(town: Town, handler: Actor, case: Permit) -> None:
    town.client(handler).get(url(case, "move", "weigh"), {"move_on": "2026-11-24", "weight": "light"})
    case.refresh_from_db()
    assert case.weight == "heavy"
