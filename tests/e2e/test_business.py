"""A fair competition review to the archive in the browser, with one move refused by its article."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from fazhi.engine import registry as declared
from fazhi.organs.models import Role
from fazhi.workstreams.all import WORKSTREAMS
from tests.e2e.clerk import Clerk
from tests.e2e.conftest import Desk
from tests.web.conftest import Town

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _every(_declared: None) -> Iterator[None]:
    kept = declared.installed()
    declared.install(WORKSTREAMS)
    yield
    declared.install(tuple(kept.workstreams.values()))


STANDARDS = ("市场准入和退出", "商品、要素自由流动", "影响生产经营成本", "影响生产经营行为")


def checks() -> dict[str, str]:
    """The four standards, none of them broken."""
    part = "business.StandardCheck"
    return {
        f"{part}-{at}-{name}": value
        for at, standard in enumerate(STANDARDS)
        for name, value in (("standard", standard), ("hit", "否"))
    }


def test_a_measure_is_not_reviewed_before_firms_are_heard_and_then_concluded_issued_and_closed(
    town: Town, desk: Desk
) -> None:
    handler, reviewer = town.official("李四", Role.HANDLER), town.official("赵六", Role.REVIEWER)
    page = desk.sign_in(handler)
    desk.open("/r/business.competition_review/new")
    page.fill("#id_measure", "示例县工业企业技术改造若干措施")
    page.select_option("#id_kind", label="行政规范性文件")
    page.select_option("#id_maker", label="部门出台")
    page.select_option("#id_drafter", label="示例县市场监督管理局")
    page.fill("#id_started_on", "2026-06-01")
    page.select_option("#id_public_interest", label="否")
    page.click("main button:has-text('登记公平竞争审查')")
    assert page.inner_text("h1") == "公平竞争审查：示例县工业企业技术改造若干措施"
    path = page.url.removeprefix(desk.address)
    desk.sign_out()

    clerk = Clerk(desk, handler, path)
    clerk.done(
        "screen", "纳入审查", "2026-06-02", operator_related="是", screening_reason="涉及经营者经济活动"
    )
    found = {"violation": "否", "review_opinion": "已逐项对照审查标准", **checks()}
    lines = ("审查标准核对", "审查标准核对")
    said = clerk.refused("review", "自我审查（初审）", "2026-06-05", lines, **found)
    assert "应当听取有关经营者、行业协会商会等利害关系人的意见" in said
    assert "《公平竞争审查条例》第十六条" in said
    desk.picture("competition-refused")
    heard = {
        "business.Heard-0-name": "示例建材有限公司",
        "business.Heard-0-way": "座谈会",
        "business.Heard-0-opinion": "无意见",
    }
    clerk.done("hear", "听取意见", "2026-06-08", **heard)
    clerk.done("review", "自我审查（初审）", "2026-06-09", lines, **found)
    clerk.leave()

    judge = Clerk(desk, reviewer, path)
    judge.done(
        "conclude",
        "作出审查结论（自我审查）",
        "2026-06-11",
        conclusion="符合审查标准",
        conclusion_reasons="未发现违反审查标准的内容",
    )
    judge.leave()

    clerk = Clerk(desk, handler, path)
    clerk.paper("conclusion", "公平竞争审查结论", "2026-06-11")
    text = clerk.text_of_paper()
    assert "（一）示例建材有限公司；座谈会；意见：无意见。" in text
    assert "（三）影响生产经营成本；违反审查标准：否。" in text
    assert "根据《公平竞争审查条例》第十七条，经审查，符合审查标准。" in text
    clerk.done("issue", "出台", "2026-06-15", issue_number="示市监规〔2026〕1号")
    clerk.done("close", "归档", "2026-06-16")
    desk.open(path)
    assert "归档" in clerk.page.inner_text("main")
    desk.picture("competition-closed")
    assert [text for text in desk.complaints if "422" not in text] == []
