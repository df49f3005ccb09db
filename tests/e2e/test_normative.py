"""A normative document from plan to archive in the browser, through the review queue and a meeting."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from fazhi.engine import registry as declared
from fazhi.organs.models import Role
from fazhi.workstreams.advisers.conditions import PROHIBITIONS
from fazhi.workstreams.all import WORKSTREAMS
from tests.e2e.clerk import Clerk
from tests.e2e.conftest import Desk
from tests.web.conftest import Town

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NAME, ITEM, MEETING = "示例县夜间经济管理办法", "审议夜间经济管理办法", "县政府第8次常务会议"
BUREAU = "示例县市场监督管理局"


@pytest.fixture(autouse=True)
def _every(_declared: None) -> Iterator[None]:
    kept = declared.installed()
    declared.install(WORKSTREAMS)
    yield
    declared.install(tuple(kept.workstreams.values()))


def draft(desk: Desk, town: Town) -> str:
    """From the plan to the draft sent for review; without thirty days of comment it goes no further."""
    clerk = Clerk(desk, town.official("李四", Role.HANDLER), "")
    path = clerk.enter(
        "normative.document", "行政规范性文件", subject=NAME, maker_kind="人民政府", planned_on="2026-03-02"
    )
    clerk.done("assess", "评估论证", "2026-03-04", necessary="是")
    clerk.done(
        "draft",
        "起草",
        "2026-03-10",
        drafter=BUREAU,
        classified="行政规范性文件",
        responsible="是",
        operators="是",
    )
    clerk.done("hear_operators", "听取市场主体、行业协会商会意见", "2026-03-12")
    urgent = {"consultation": "紧急情况", "consultation_why": "夏季将至"}
    refusal = clerk.refused("consult", "完成征求意见", "2026-03-12", **urgent)
    assert "不能办理“完成征求意见”，尚缺 1 项" in refusal
    assert "《优化营商环境条例》第六十二条第二款" in refusal
    clerk.done(
        "publish_draft",
        "公开征求意见",
        "2026-03-13",
        comment_url="https://example.invalid/yijian",
        comment_to_on="2026-04-20",
    )
    counted = {"comments": "5", "comments_adopted": "4"}
    unanswered = clerk.refused("feed_back", "反馈意见采纳情况", "2026-04-22", **counted)
    assert "没有采纳的，应当说明理由" in unanswered
    why = "已由其他文件规定"
    clerk.done("feed_back", "反馈意见采纳情况", "2026-04-22", **counted, comments_rejected_why=why)
    clerk.done(
        "consult", "完成征求意见", "2026-04-22", consultation="向社会公开征求意见", consultation_why=""
    )
    reviewed = {"competition": "符合标准", "competition_by": "起草单位自行审查"}
    alone = clerk.refused("clear", "完成公平竞争等专项审查", "2026-04-24", **reviewed)
    assert "《公平竞争审查条例》第十四条" in alone
    reviewed["competition_by"] = "市场监管部门会同起草单位审查"
    clerk.done("clear", "完成公平竞争等专项审查", "2026-04-24", **reviewed)
    desk.sign_out()
    checker = Clerk(desk, town.official("孙七", Role.REVIEWER), path)
    checker.done("check", "起草单位内部法核", "2026-04-27")
    desk.sign_out()
    return path


def review(desk: Desk, town: Town, path: str) -> None:
    """The draft goes through the one queue of legality reviews; its opinion is taken over by picking it."""
    clerk = Clerk(desk, town.official("李四", Role.HANDLER), path)
    clerk.done("send", "送合法性审核", "2026-04-28", review_body="示例县司法局")
    queue = clerk.enter(
        "advisers.opinion",
        "合法性审查意见",
        subject=NAME,
        subject_kind="行政规范性文件",
        drafter=BUREAU,
        drafted_by="李四",
        sent_on="2026-04-28",
    )
    desk.sign_out()
    judge = Clerk(desk, town.official("赵六", Role.REVIEWER), queue)
    judge.done("receive", "收到", "2026-04-29", level="本级合法性审查机构", materials="是")
    judge.done("assign", "指定审查人", "2026-04-30", reviewer="赵六")
    judge.done("check", "对照八个禁止", "2026-05-08", **dict.fromkeys(PROHIBITIONS, "否"))
    desk.sign_out()
    leader = Clerk(desk, town.official("王五", Role.HEAD), queue)
    leader.done(
        "issue",
        "出具审查意见",
        "2026-05-12",
        conclusion="合法",
        opinion="内容合法，程序合法",
        advice_required="否",
        joint="否",
    )
    desk.sign_out()
    clerk = Clerk(desk, town.official("李四", Role.HANDLER), path)
    clerk.link("请先关联已经出具的审查意见", NAME)
    desk.open(f"{path}/move/take_opinion")
    assert clerk.page.locator("#id_review_result option:checked").inner_text() == "合法"
    clerk.done("take_opinion", "登记已出具的审查意见", "2026-05-13", review_number="示法审〔2026〕1号")
    desk.sign_out()


def deliberate(desk: Desk, town: Town, path: str) -> None:
    """One item of one meeting, linked with the document on its one side, with the meeting on the other."""
    leader = Clerk(desk, town.official("王五", Role.HEAD), path)
    refusal = leader.refused("discuss", "集体审议", "2026-05-20")
    assert "集体审议应当是会议在该日审议的议题" in refusal
    desk.sign_out()
    clerk = Clerk(desk, town.official("李四", Role.HANDLER), path)
    meeting = clerk.enter(
        "leadership.meeting", "会议", name=MEETING, kind="政府常务会议", called_on="2026-05-18"
    )
    item = clerk.enter(
        "leadership.agenda_item",
        "议题",
        name=ITEM,
        kind="行政规范性文件",
        proposer=BUREAU,
        proposed_on="2026-05-14",
    )
    clerk.link_with("normative.document", NAME)
    clerk.link_with("leadership.meeting", MEETING)
    clerk.done("place", "列入议程", "2026-05-15")
    clerk.at(meeting).done("hold", "召开", "2026-05-20", chair="王五", members="9", present="8")
    heard = {"head_last": "是", "against_majority": "否", "dissent": "否", "result": "通过"}
    clerk.at(item).done("discuss", "审议", **heard)
    assert NAME in clerk.page.inner_text("section:has(#related-title)")
    desk.open(path)
    assert ITEM in clerk.page.inner_text("section:has(#related-title)")
    desk.picture("document-linked")
    desk.sign_out()


def test_a_document_goes_through_the_review_queue_and_one_meeting_to_the_archive(
    town: Town, desk: Desk
) -> None:
    path = draft(desk, town)
    review(desk, town, path)
    deliberate(desk, town, path)
    leader = Clerk(desk, town.official("王五", Role.HEAD), path)
    leader.done("discuss", "集体审议")
    leader.done("sign", "签署", "2026-05-21", signer="王五")
    desk.sign_out()
    clerk = Clerk(desk, town.official("李四", Role.HANDLER), path)
    clerk.done("number", "统一登记编号", "2026-05-22")
    assert "示规〔2026〕1号" in clerk.page.inner_text(".page-head")
    clerk.done("issue", "统一印发", "2026-05-22", document_number="示政发〔2026〕8号")
    clerk.done(
        "publish",
        "公布",
        "2026-05-25",
        url="https://example.invalid/wenjian",
        effective_on="2026-07-01",
        validity="一般",
    )
    clerk.done("file", "向上级备案", "2026-06-01", filed_to="上级人民政府", filing_complete="是")
    desk.sign_out()
    leader = Clerk(desk, town.official("王五", Role.HEAD), path)
    leader.done("abolish", "废止", "2026-11-02", ending_ground="上位法修改、废止")
    desk.sign_out()
    clerk = Clerk(desk, town.official("李四", Role.HANDLER), path)
    clerk.done("archive", "归档", "2026-11-03")
    desk.open(path)
    assert "归档" in clerk.page.inner_text("main")
    assert "补记的行为违反规定" not in clerk.page.inner_text("main")
    assert [text for text in desk.complaints if "422" not in text] == []
