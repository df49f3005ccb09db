"""A legality review from the sending to the archive in the browser, with one move refused by its article."""

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


def test_an_opinion_is_refused_until_a_lawyer_is_heard_then_written_adopted_and_archived(
    town: Town, desk: Desk
) -> None:
    handler, head = town.official("李四", Role.HANDLER), town.official("王五", Role.HEAD)
    page = desk.sign_in(handler)
    desk.open("/r/advisers.opinion/new")
    page.fill("#id_subject", "示例县公共停车收费方案")
    page.select_option("#id_subject_kind", label="重大行政决策")
    page.select_option("#id_drafter", label="示例县市场监督管理局")
    page.fill("#id_drafted_by", "张三")
    page.fill("#id_sent_on", "2026-06-01")
    page.click("main button:has-text('登记合法性审查意见')")
    assert page.inner_text("h1") == "示例县公共停车收费方案（重大行政决策）"
    path = page.url.removeprefix(desk.address)
    desk.sign_out()

    clerk = Clerk(desk, handler, path)
    clerk.done("receive", "收到", "2026-06-02", level="本级合法性审查机构", materials="是")
    clerk.done("assign", "指定审查人", "2026-06-03", reviewer="赵六")
    clerk.leave()

    found = {
        "conclusion": "修改后合法",
        "opinion": "收费标准应当经价格主管部门核定",
        "items_raised": "1",
        "advice_required": "是",
        "joint": "否",
        "advisers.OpinionItem-0-text": "删去第五条中关于滞纳金的规定",
        "advisers.OpinionItem-0-basis": "《行政强制法》第十条",
    }
    leader = Clerk(desk, head, path)
    said = leader.refused("issue", "出具审查意见", "2026-06-09", **found)
    assert "重大行政决策的合法性审查应当组织法律顾问、公职律师提出法律意见" in said
    assert "《重大行政决策程序暂行条例》第二十八条" in said
    desk.picture("opinion-refused")
    leader.leave()

    advice = {
        "advisers.Advice-0-name": "钱某",
        "advisers.Advice-0-capacity": "法律顾问",
        "advisers.Advice-0-advised_on": "2026-06-08",
        "advisers.Advice-0-conflict": "否",
        "advisers.Advice-0-lawful": "是",
    }
    clerk = Clerk(desk, handler, path)
    clerk.done("advise", "听取法律顾问、公职律师意见", "2026-06-08", **advice)
    clerk.leave()

    leader = Clerk(desk, head, path)
    leader.done("issue", "出具审查意见", "2026-06-09", **found)
    assert "示法审〔2026〕1号" in leader.page.inner_text(".page-head")
    leader.leave()

    clerk = Clerk(desk, handler, path)
    clerk.paper("opinion", "合法性审查意见书", "2026-06-09")
    text = clerk.text_of_paper()
    assert "示法审〔2026〕1号" in text
    assert "示例县市场监督管理局：" in text
    assert "根据《重大行政决策程序暂行条例》第二十八条，经审查，提出如下意见：" in text
    assert "（一）删去第五条中关于滞纳金的规定；依据：《行政强制法》第十条。" in text
    desk.picture("opinion-paper")
    clerk.done("answer", "反馈采纳情况", "2026-06-12", adoption="采纳", items_adopted="1")
    clerk.done("archive", "归档", "2026-06-15")
    desk.open(path)
    assert "归档" in clerk.page.inner_text("main")
    assert [text for text in desk.complaints if "422" not in text] == []
