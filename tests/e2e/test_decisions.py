"""A decision from the proposal to the archive in the browser, with one move refused by its article."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from fazhi.engine import registry as declared
from fazhi.organs.models import Role
from fazhi.workstreams.all import WORKSTREAMS
from tests.e2e.clerk import Clerk
from tests.e2e.conftest import Desk
from tests.web.conftest import Town

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _decisions(_declared: None) -> Iterator[None]:
    kept = declared.installed()
    declared.install(WORKSTREAMS)
    yield
    declared.install(tuple(kept.workstreams.values()))


NOT_NEEDED = {
    "public": "涉及国家秘密",
    "comment": "涉及国家秘密",
    "hearing": "未涉及切身利益",
    "expert": "不属于专业性事项",
    "risk": "不造成不利影响",
    "competition": "不涉及市场主体",
    "party": "不属于请示事项",
    "congress": "不属于报告事项",
}


def deliberate(clerk: Clerk, path: str) -> None:
    """The decision becomes an item of an agenda, picked from what the discussion still lacks."""
    item = clerk.enter(
        "leadership.agenda_item",
        "议题",
        name="审议国防设施保护方案",
        kind="重大行政决策",
        proposer="示例县市场监督管理局",
        proposed_on="2026-06-25",
    )
    clerk.at(path).link("请关联会议已经审议的议题", "审议国防设施保护方案")
    clerk.at(item).done("place", "列入议程", "2026-06-26")
    heard = {"head_last": "是", "against_majority": "否", "dissent": "否", "result": "通过"}
    clerk.done("discuss", "审议", "2026-06-30", meeting_name="县政府第8次常务会议", **heard)
    assert "示例县国防设施保护方案" in clerk.page.inner_text("section:has(#related-title)")


def test_a_decision_is_refused_the_meeting_until_reviewed_and_then_goes_to_the_archive(
    town: Town, desk: Desk
) -> None:
    handler, reviewer = town.official("李四", Role.HANDLER), town.official("赵六", Role.REVIEWER)
    head = town.official("王五", Role.HEAD)
    clerk = Clerk(desk, handler, "")
    values = {"name": "示例县国防设施保护方案", "proposed_on": "2026-06-01"}
    path = clerk.enter("decisions.decision", "重大行政决策", **values)
    assert clerk.page.inner_text("h1") == "示例县国防设施保护方案"
    clerk.done("study", "研究论证", "2026-06-02", study="问题、理由、依据和初步方案")
    desk.sign_out()
    leader = Clerk(desk, head, path)
    kind = "公共服务、市场监管、社会管理、环境保护等重大公共政策和措施"
    leader.done(
        "start", "决定启动", "2026-06-03", item_kind=kind, scope="适用本条例", unit="示例县市场监督管理局"
    )
    desk.sign_out()

    clerk = Clerk(desk, handler, path)
    clerk.done("consult", "征求有关单位意见", "2026-06-05", consulted="不涉及其他单位")
    clerk.done("draft", "拟订草案", "2026-06-08")
    needs = {f"{name}_need": "不适用" for name in NOT_NEEDED}
    reasons = {f"{name}_reason": why for name, why in NOT_NEEDED.items()}
    clerk.done("weigh", "确定应当履行的程序", "2026-06-09", **needs, **reasons)
    clerk.done("send", "送请合法性审查", "2026-06-10", review_wanted_on="2026-07-03", procedures_told="是")
    desk.sign_out()

    judge = Clerk(desk, reviewer, path)
    judge.done(
        "review",
        "提出合法性审查意见",
        "2026-06-22",
        opinion_number="示合审〔2026〕1号",
        verdict="修改后合法",
        advisers_heard="是",
        points="2",
    )
    desk.sign_out()

    clerk = Clerk(desk, handler, path)
    clerk.move("submit", "提交讨论", "2026-06-23")
    refusal = clerk.page.inner_text("[role=alert]")
    assert "不能办理“提交讨论”，尚缺 1 项" in refusal
    assert "《重大行政决策程序暂行条例》第二十五条第一款" in refusal
    clerk.done("adjust", "根据审查意见调整", "2026-06-24", points_adopted="2")
    clerk.done("submit", "提交讨论", "2026-06-25")
    deliberate(clerk, path)
    clerk.at(path).done("discuss", "集体讨论")
    desk.sign_out()

    leader = Clerk(desk, head, path)
    leader.done("decide", "作出决策", "2026-07-01", executor="示例县市场监督管理局")
    assert "示政决〔2026〕1号" in leader.page.inner_text(".page-head")
    desk.sign_out()

    clerk = Clerk(desk, handler, path)
    clerk.done("withhold", "依法不予公布", "2026-07-02", secret_why="涉及国家秘密")
    clerk.done("file", "过程材料归档", "2026-07-03", file_number="示档2026-1", file_complete="是")
    clerk.done("archive", "办结归档", str(date(2026, 9, 1)))
    desk.open(path)
    assert "办结归档" in clerk.page.inner_text("main")
    desk.picture("decision-archived")
    assert [text for text in desk.complaints if "422" not in text] == []
