"""Figures, the report, the trail and the explanation: for whom, and how much of what lies behind is shown."""

from __future__ import annotations

from datetime import date

import pytest

from fazhi.engine.actor import Actor
from fazhi.engine.figures.compile import compile_year
from fazhi.engine.figures.freeze import freeze
from fazhi.engine.models import Freeze, TrailHead
from fazhi.engine.records import withdraw_record
from fazhi.engine.refusal import Refusal
from fazhi.organs.models import Role
from tests.toy.declaration import PERMITS
from tests.toy.models import Permit
from tests.web.conftest import Opened, Town, go, text, url

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)


@pytest.fixture
def cases(town: Town, handler: Actor, permit: Opened) -> list[Permit]:
    """Two permits of the government and one of the bureau below it, all accepted."""
    rows = [permit(DAY), permit(DAY), permit(DAY)]
    for row in rows:
        go(row, "accept", handler, DAY)
    Permit.objects.filter(pk=rows[2].pk).update(organ=town.bureau)
    return rows


def test_figure_opens_to_its_records_and_a_record_to_its_figures(
    town: Town, handler: Actor, cases: list[Permit]
) -> None:
    client = town.client(handler)
    assert "/figures/toy.accepted?organ=" in text(client.get(url(cases[0])))
    page = text(client.get("/figures/toy.accepted?year=2026"))
    assert '<p class="value">3<small>件</small></p>' in page
    assert "受理日期在期间第一日至最后一日之间的许可的件数" in page
    assert url(cases[0]) in page


def test_figures_with_records_come_first_and_the_others_are_folded(
    town: Town, handler: Actor, cases: list[Permit]
) -> None:
    client = town.client(handler)
    for number, shown in ((2026, True), (2025, False)):
        parts = text(client.get(f"/figures?year={number}")).split("<section")
        told, _, folded = next(one for one in parts if "/figures/toy.accepted?" in one).partition("<details>")
        assert ("/figures/toy.accepted?" in told) == shown
        assert ("/figures/toy.accepted?" in folded) != shown


def test_records_that_may_not_be_seen_are_counted_and_not_named(
    town: Town, handler: Actor, cases: list[Permit]
) -> None:
    page = text(town.client(handler).get("/figures/toy.accepted?year=2026"))
    assert "您可查看 2 件" in page
    assert "其余 1 件无权查看" in page
    assert url(cases[2]) not in page
    whole = town.client(town.official("孙八", Role.LEADER, within=True))
    assert "全部可以查看" in text(whole.get("/figures/toy.accepted?year=2026"))


def test_breakdown_by_organ_adds_up_and_opens(town: Town, handler: Actor, cases: list[Permit]) -> None:
    page = text(town.client(handler).get("/figures/toy.accepted?year=2026"))
    assert "本级" in page
    assert f"?organ={town.bureau.pk}&amp;year=2026&amp;scope=within" in page
    own = text(town.client(handler).get("/figures/toy.accepted?year=2026&scope=own"))
    assert '<p class="value">2<small>件</small></p>' in own
    assert "11月" in own


def test_rate_shows_both_its_parts_and_an_empty_one_is_no_zero(
    town: Town, handler: Actor, cases: list[Permit]
) -> None:
    client = town.client(handler)
    page = text(client.get("/figures/toy.heavy_rate?year=2026"))
    assert "0 / 3" in page
    assert "分母共 3 件记录" in text(client.get("/figures/toy.heavy_rate?year=2026&part=denominator"))
    assert '<p class="value">—</p>' in text(client.get("/figures/toy.heavy_rate?year=2020"))


@pytest.mark.parametrize("name", ["open", "paid", "applicants", "closing_rate", "days", "opinions"])
def test_every_kind_has_its_page(town: Town, handler: Actor, cases: list[Permit], name: str) -> None:
    assert town.client(handler).get(f"/figures/toy.{name}?year=2026").status_code == 200


def test_figures_of_an_organ_are_for_itself_and_those_above(town: Town, handler: Actor) -> None:
    liaison = town.client(town.official("钱七", Role.LIAISON, town.bureau))
    assert liaison.get("/figures/toy.accepted", {"organ": town.government.pk}).status_code == 403
    assert town.client(handler).get("/figures/toy.accepted", {"organ": town.bureau.pk}).status_code == 200
    administrator = town.client(town.official("周九", Role.SYSTEM_ADMIN))
    for path in ("/figures", "/figures/toy.accepted", "/report"):
        assert administrator.get(path).status_code == 403


def test_index_lists_every_indicator_with_its_value(town: Town, handler: Actor, cases: list[Permit]) -> None:
    page = text(town.client(handler).get("/figures?year=2026"))
    assert "toy.accepted" in page
    assert "reconsideration.closed" in page
    for query in ("year=9999", "year=x", "scope=no", "organ=x", f"organ={10**20}"):
        assert town.client(handler).get(f"/figures?{query}").status_code == 200


def test_frozen_figure_tells_what_moved_since(town: Town, handler: Actor, cases: list[Permit]) -> None:
    freeze(compile_year(town.government, "within", 2026), handler)
    client = town.client(handler)
    assert "此后组成这个数的记录没有变动" in text(client.get("/figures/toy.accepted?year=2026"))
    cases[0].record.refresh_from_db()
    withdraw_record(PERMITS, cases[0].pk, actor=handler, version=cases[0].record.version, why="重复登记")
    page = text(client.get("/figures/toy.accepted?year=2026"))
    assert "离开 1 件，现值 2 件" in page
    assert "－ 离开" in page
    assert "撤回记录" in page


def test_draft_is_written_from_what_was_frozen_and_each_number_opens(
    town: Town, handler: Actor, cases: list[Permit]
) -> None:
    client = town.client(handler)
    before = text(client.get("/report?year=2026"))
    assert "2026年的数据还没有冻结" in before
    assert client.get("/report.docx?year=2026").status_code == 404
    assert not Freeze.objects.exists()
    assert client.get("/report/freeze?year=2026").status_code == 405
    page = text(client.post("/report/freeze?year=2026", follow=True))
    assert Freeze.objects.count() == 1
    assert "受理许可" in page
    assert "/figures/toy.accepted?organ=" in page
    html = client.get("/report.html?year=2026")
    assert html["Content-Disposition"].startswith("attachment")
    assert "受理许可" in text(html)
    assert client.get("/report.docx?year=2026").content[:2] == b"PK"
    assert client.get("/report.exe?year=2026").status_code == 404


def test_draft_marks_the_figures_that_moved(town: Town, handler: Actor, cases: list[Permit]) -> None:
    client = town.client(handler)
    client.post("/report/freeze?year=2026")
    cases[0].record.refresh_from_db()
    withdraw_record(PERMITS, cases[0].pk, actor=handler, version=cases[0].record.version, why="重复登记")
    page = text(client.get("/report?year=2026"))
    assert "冻结后有变动" in page
    assert "is-moved" in page
    assert "重新编制并冻结" in page


def test_only_officials_of_the_organ_freeze_its_figures(town: Town, cases: list[Permit]) -> None:
    leader = town.client(town.official("孙八", Role.LEADER, within=True))
    assert leader.post("/report/freeze?year=2026").status_code == 403
    assert not Freeze.objects.exists()


def test_a_question_refused_outside_a_form_has_a_page_of_its_own(
    town: Town, handler: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise Refusal("没有冻结。请重新编制。")

    monkeypatch.setattr("fazhi.web.pages.report.freeze_year", refuse)
    response = town.client(handler).post("/report/freeze?year=2026")
    assert response.status_code == 422
    assert "没有冻结。请重新编制。" in text(response)


def test_trail_is_read_by_the_audit_administrator_alone(town: Town, handler: Actor, permit: Opened) -> None:
    row = permit(DAY, id_no="110101199001011234")
    assert town.client(handler).get("/trail").status_code == 403
    auditor = town.client(town.official("郑十一", Role.AUDIT_ADMIN))
    page = text(auditor.get("/trail"))
    assert "登记许可" in page
    assert "110101199001011234" not in page
    assert "全部事件链校验正常" in text(auditor.get("/trail?verify=1"))
    TrailHead.objects.update(mac="0" * 64)
    assert "链首与最后一个事件不符" in text(auditor.get("/trail?verify=1"))
    assert auditor.get(url(row)).status_code == 404


def test_line_of_work_is_explained_from_its_declaration(town: Town, handler: Actor) -> None:
    client = town.client(handler)
    for key in ("toy", "reconsideration"):
        assert client.get(f"/explain/{key}").status_code == 200
    page = text(client.get("/explain/toy"))
    for words in (
        "重大事项应当听证",
        "TY-T3",
        "届满视为“受理”",
        "最多延长30日",
        "个人信息",
        "未核",
        "SELECT",
    ):
        assert words in page
    assert client.get("/explain").status_code == 200
