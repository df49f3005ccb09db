"""A call for figures from the coordinator's desk to the accepted answer, each at an own desk."""

from __future__ import annotations

import pytest

from fazhi.engine.models import DeclaredFigure
from fazhi.organs.models import Role
from tests.e2e.conftest import Desk
from tests.web.conftest import TODAY, Town

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("calls", "figures.declared"):
        monkeypatch.setattr(f"fazhi.engine.{module}.today", lambda: TODAY)


def test_coordinator_asks_liaison_fills_reviewer_confirms_coordinator_accepts(town: Town, desk: Desk) -> None:
    coordinator = town.official("钱七", Role.COORDINATOR, within=True)
    liaison = town.official("韩十二", Role.LIAISON, town.bureau)
    reviewer = town.official("杨十三", Role.REVIEWER, town.bureau)

    page = desk.sign_in(coordinator)
    page.click("#nav >> text=数据填报")
    page.click("text=布置填报")
    page.fill("[name=due_on]", "2026-12-10")
    page.select_option("[name=indicators]", "reconsideration.accepted")
    page.select_option("[name=organs]", str(town.bureau.pk))
    page.click("main button[type=submit]")
    assert page.text_content("h1") == "2026年度法治政府建设数据"

    desk.sign_out()
    page = desk.sign_in(liaison)
    page.click("text=2026年度法治政府建设数据")
    page.click("text=填报本机关的数")
    page.fill("input[name$=-value]", "九十一")
    page.click("text=保存填报")
    assert "“九十一”不是数值" in (page.text_content("main") or "")
    page.fill("input[name$=-value]", "91")
    page.fill("input[name$=-source]", "全国行政复议工作平台")
    page.click("text=保存填报")

    desk.sign_out()
    page = desk.sign_in(reviewer)
    page.click("text=2026年度法治政府建设数据")
    page.click(".ledger td a")
    page.click("text=核对无误")

    desk.sign_out()
    page = desk.sign_in(coordinator)
    page.click("#nav >> text=数据填报")
    page.click("text=2026年度法治政府建设数据")
    page.click(".ledger td a")
    page.click("button:has-text('采用')")
    page.click("text=合计入账")
    assert "合计91件" in (page.text_content("main") or "")
    assert set(DeclaredFigure.objects.values_list("organ", "numerator")) == {
        (town.bureau.pk, 91),
        (town.government.pk, 91),
    }
