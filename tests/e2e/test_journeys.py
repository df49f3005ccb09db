"""What officials do: enter, be refused with the article, supply, make the move, and look figures up."""

from __future__ import annotations

from datetime import date

import pytest

from fazhi.engine.actor import Actor
from fazhi.engine.models import Event
from fazhi.engine.records import open_record
from fazhi.organs.models import Role
from tests.e2e.conftest import Desk
from tests.toy.declaration import PERMITS
from tests.toy.models import Permit
from tests.web.conftest import Town, go, url

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DAY = date(2026, 11, 20)


def permit(town: Town, handler: Actor, **values: object) -> Permit:
    given = {"applicant": "张三", "received_on": DAY, **values}
    row = open_record(
        PERMITS,
        organ=town.government,
        values=given,
        actor=handler,
        on=DAY,
        handler=handler.person,
        synthetic=True,
    )
    assert isinstance(row, Permit)
    return row


def test_handler_enters_a_case_is_refused_with_the_article_and_accepts_it(town: Town, desk: Desk) -> None:
    handler = town.official("李四", Role.HANDLER)
    page = desk.sign_in(handler)
    page.click("#nav >> text=行政复议")
    page.click("text=登记行政复议案件")
    page.fill("#id_received_on", "2026-11-20")
    page.fill("#id_applicant", "张三")
    page.select_option("#id_respondent", label="示例县市场监督管理局")
    page.click("main button:has-text('登记行政复议案件')")
    assert page.inner_text("h1") == "张三不服县市监局（未定）"
    assert "剩 2 天" in page.inner_text("#clock-accept")

    page.click("#accept .move-head a")
    page.click("#form button:has-text('受理')")
    refusal = page.inner_text("[role=alert]")
    assert "不能办理“受理”，尚缺 1 项" in refusal
    assert "《行政复议法》第三十条第一款" in refusal
    assert page.input_value("#id_move_on") == "2026-11-25"

    page.select_option("#id_admissibility", label="符合受理条件")
    page.click("#form button:has-text('再次提交')")
    assert "已办理“受理”" in page.inner_text("[role=status]")
    assert "示复〔2026〕1号" in page.inner_text(".page-head")
    assert "提前 2 天" in page.inner_text("#clock-accept")
    assert "届满" in page.inner_text("#clock-decide")
    assert "李四　受理" in page.inner_text(".story li:first-of-type")
    assert [text for text in desk.complaints if "422" not in text] == []


def test_two_officials_bring_a_permit_to_its_end(town: Town, desk: Desk) -> None:
    handler, head = town.official("李四", Role.HANDLER), town.official("王五", Role.HEAD)
    row = permit(town, handler, weight="light")
    go(row, "accept", handler, DAY)
    page = desk.sign_in(handler)
    page.click(f"main >> text={row.record.title}")
    lacking = page.inner_text("#close")
    assert "尚缺 1 项" in lacking
    assert "《示例许可法》第七条" in lacking
    desk.sign_out()

    desk.sign_in(head)
    desk.open(url(row))
    page.click("#approve .move-head a")
    page.click("#form button:has-text('批准')")
    assert "已办理“批准”" in page.inner_text("[role=status]")
    desk.sign_out()

    desk.sign_in(handler)
    desk.open(url(row))
    page.click("#close .move-head a")
    page.fill("#id_outcome", "准予")
    page.click("#form button:has-text('办结')")
    assert "已办理“办结”" in page.inner_text("[role=status]")
    assert "提前" in page.inner_text("#clock-close")
    assert Event.objects.filter(record=row.pk, kind="close", actor=handler.person).exists()


def test_trial_sum_moves_no_clock_and_stays_on_the_page(town: Town, desk: Desk) -> None:
    handler = town.official("李四", Role.HANDLER)
    row = permit(town, handler)
    go(row, "accept", handler, DAY)
    page = desk.sign_in(handler)
    desk.open(url(row))
    page.evaluate("document.querySelector('h1').dataset.stays = 'yes'")
    page.click("#clock-close summary")
    page.select_option("#whatif-close", "extend:30")
    page.click("#clock-close button:has-text('试算')")
    page.wait_for_selector("#clock-close [role=status]")
    assert "延长 30 日" in page.inner_text("#clock-close [role=status]")
    assert page.get_attribute("h1", "data-stays") == "yes"
    assert desk.complaints == []


def test_leader_goes_from_a_figure_to_a_case_and_back(town: Town, desk: Desk) -> None:
    handler, leader = town.official("李四", Role.HANDLER), town.official("孙八", Role.LEADER, within=True)
    row = permit(town, handler)
    go(row, "accept", handler, DAY)
    page = desk.sign_in(leader)
    page.click("#nav >> text=指标")
    page.click("th >> text='受理许可'")
    assert page.inner_text(".value").startswith("1")
    page.click(f"#members >> text={row.record.title}")
    assert page.inner_text("h1") == row.record.title
    page.click("text=受理许可 >> nth=0")
    assert page.inner_text("h1") == "受理许可"
    assert desk.complaints == []


def test_two_officials_on_one_record_the_second_is_told_who_was_first(town: Town, desk: Desk) -> None:
    handler = town.official("李四", Role.HANDLER)
    colleague = town.official("冯二", Role.HANDLER)
    row = permit(town, handler)
    go(row, "accept", handler, DAY)
    page = desk.sign_in(handler)
    desk.open(url(row, "move", "weigh"))
    go(row, "weigh", colleague, DAY, values={"weight": "light"})
    page.select_option("#id_weight", "heavy")
    page.click("#form button:has-text('认定分量')")
    assert "冯二刚刚办理了“认定分量”" in page.inner_text("main")
    assert page.input_value("#id_weight") == "heavy"


WAYS = ((False, False, False), (True, False, True), (False, True, True), (True, True, False))
"""Phone, dark, large: every pair of them."""


@pytest.mark.fonts
@pytest.mark.parametrize(("phone", "dark", "large"), WAYS)
def test_no_page_has_a_barrier(town: Town, desk: Desk, *, phone: bool, dark: bool, large: bool) -> None:
    handler = town.official("李四", Role.HANDLER, personal=True)
    row = permit(town, handler, weight="heavy", id_no="110101199001011234", respondent=town.bureau)
    go(row, "accept", handler, DAY)
    desk.dress(phone=phone, dark=dark, large=large)
    page = desk.sign_in(handler)
    addresses = {
        "home": "/",
        "reds": "/reds",
        "list": "/r/toy.permit",
        "empty": "/r/toy.opinion",
        "record": url(row),
        "move": url(row, "move", "close"),
        "correct": url(row, "correct"),
        "part": url(row, "add", "toy.Hearing"),
        "withdraw": url(row, "withdraw"),
        "paper": url(row, "paper"),
        "reveal": url(row, "reveal", "id_no"),
        "relate": url(row, "relate"),
        "entry": "/r/reconsideration.case/new",
        "figures": "/figures?year=2026",
        "figure": "/figures/toy.accepted?year=2026",
        "report": "/report?year=2026",
        "explain": "/explain/toy",
        "search": "/search?q=张三",
        "missing": "/nowhere",
        "forbidden": "/trail",
    }
    found = {}
    for name, path in addresses.items():
        desk.open(path)
        assert page.get_attribute("html", "data-theme") == ("dark" if dark else "light")
        if barriers := desk.barriers():
            found[name] = barriers
    assert found == {}
