"""A city's rule from its project to the archive in the browser: plan, opinion, meeting, filings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from fazhi.engine import registry as declared
from fazhi.organs.models import Level, Role
from fazhi.workstreams.all import WORKSTREAMS
from fazhi.workstreams.legislation.models import Rule
from fazhi.workstreams.legislation.models.choices import Step
from tests.e2e.clerk import Clerk
from tests.e2e.conftest import Desk
from tests.web.conftest import Town

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NAME, PROJECT = "示例市户外广告管理办法", "户外广告管理办法（立法项目）"
ITEM, MEETING = "审议户外广告管理办法草案", "市政府第12次常务会议"
BUREAU = "示例市市场监督管理局"
RELATED = "section:has(#related-title)"
ADDRESS = "https://example.invalid"


@pytest.fixture(autouse=True)
def _every(_declared: None) -> Iterator[None]:
    kept = declared.installed()
    declared.install(WORKSTREAMS)
    yield
    declared.install(tuple(kept.workstreams.values()))


@pytest.fixture
def town(live_server: Any) -> Town:
    """Counties make no rules: the town is a city."""
    return Town(Level.CITY)


def plan(desk: Desk, town: Town) -> str:
    """The project of the yearly plan, with who drafts and by when."""
    clerk = Clerk(desk, town.official("李四", Role.HANDLER))
    path = clerk.enter(
        "legislation.project",
        "立法项目",
        name=PROJECT,
        kind="政府规章",
        year="2026",
        drafter=BUREAU,
        applied_on="2026-01-05",
        necessity="户外广告设置管理缺少依据；拟确立设置规划和安全责任制度",
    )
    desk.sign_out()
    leader = Clerk(desk, town.official("钱二", Role.BODY_HEAD), path)
    leader.done("adopt", "列入计划", "2026-02-02", due_on="2026-12-31", added="否")
    desk.sign_out()
    return path


def draft(desk: Desk, town: Town, project: str) -> str:
    """Drafted and opened to comment; fewer than thirty days are refused by their article."""
    clerk = Clerk(desk, town.official("李四", Role.HANDLER))
    path = clerk.enter("legislation.rule", "政府规章", subject=NAME, drafter=BUREAU, assigned_on="2026-02-03")
    clerk.link_with("legislation.project", PROJECT)
    assert PROJECT in clerk.page.inner_text(RELATED)
    county = {"title_kind": "办法", "matter": "城乡建设与管理", "burdens": "否"}
    refusal = clerk.refused("draft", "组织起草", "2026-02-10", **county, maker_kind="其他机关")
    assert "《立法法》第九十三条第一款" in refusal
    city = {**county, "maker_kind": "设区的市、自治州人民政府"}
    clerk.done("draft", "组织起草", "2026-02-10", **city, basis="有关法律、法规")
    clerk.done(
        "publish_draft",
        "公布草案征求意见",
        "2026-03-02",
        consultation="向社会公布征求意见",
        comment_url=f"{ADDRESS}/zqyj",
        comment_to_on="2026-03-20",
    )
    clerk.done("ask_departments", "征求部门意见", "2026-03-05", differing="否")
    complete = {
        "interests": "否",
        "hearing": "不需要听证",
        "submit_signer": "吴九",
        "submit_complete": "是",
        "comments": "12",
        "comments_adopted": "7",
    }
    refusal = clerk.refused("submit", "报送审查", "2026-03-23", **complete)
    assert "不能办理“报送审查”，尚缺 1 项" in refusal
    assert "应当向社会公布草案征求意见，一般不少于30日" in refusal
    assert "《规章制定程序条例》第十五条第二款" in refusal
    desk.picture("rule-comment-refused")
    clerk.done("submit", "报送审查", "2026-04-03", **complete, comment_to_on="2026-04-02")
    clerk.evidence("规章送审稿", "2026-04-03", file="送审稿.pdf")
    clerk.paper("comment_notice", "征求意见公告", "2026-04-03")
    assert f"《{NAME}（草案）》及其说明" in clerk.text_of_paper()
    desk.sign_out()
    return path


def review(desk: Desk, town: Town, path: str) -> None:
    """The legal reviewer's opinion comes from the one queue and stands beside the rule."""
    clerk = Clerk(desk, town.official("李四", Role.HANDLER))
    queue = clerk.enter(
        "advisers.opinion",
        "合法性审查意见",
        subject=NAME,
        subject_kind="其他文件",
        drafter=BUREAU,
        drafted_by="李四",
        sent_on="2026-04-03",
    )
    desk.sign_out()
    judge = Clerk(desk, town.official("赵六", Role.REVIEWER), queue)
    judge.done("receive", "收到", "2026-04-07", level="本级合法性审查机构", materials="是")
    judge.done("assign", "指定审查人", "2026-04-08", reviewer="赵六")
    desk.sign_out()
    leader = Clerk(desk, town.official("王五", Role.HEAD), queue)
    leader.done(
        "issue",
        "出具审查意见",
        "2026-04-16",
        conclusion="合法",
        opinion="权限、程序和内容合法",
        advice_required="否",
        joint="否",
    )
    desk.sign_out()
    judge = Clerk(desk, town.official("赵六", Role.REVIEWER), path)
    judge.done("seek_opinions", "审查中征求意见", "2026-04-08")
    judge.done("visit", "深入基层调研", "2026-04-15")
    judge.link_with("advisers.opinion", NAME)
    judge.done(
        "review",
        "形成规章草案",
        "2026-04-27",
        operators="否",
        review_result="合法",
        review_number="示司审〔2026〕3号",
        review_signer="郑十",
    )
    desk.open(path)
    assert "合法性审查意见" in judge.page.inner_text(RELATED)
    desk.picture("rule-reviewed")
    desk.sign_out()


def deliberate(desk: Desk, town: Town, path: str) -> None:
    """One item of one meeting; neither goes before the rule is found lawful and linked with it."""
    leader = Clerk(desk, town.official("王五", Role.HEAD), path)
    refusal = leader.refused("discuss", "提请会议审议", "2026-05-12", weighty="否")
    assert "审议应当是会议在该日审议的议题" in refusal
    assert "《规章制定程序条例》第二十七条第二款" in refusal
    desk.sign_out()
    clerk = Clerk(desk, town.official("李四", Role.HANDLER))
    meeting = clerk.enter(
        "leadership.meeting", "会议", name=MEETING, kind="政府常务会议", called_on="2026-05-08"
    )
    item = clerk.enter(
        "leadership.agenda_item",
        "议题",
        name=ITEM,
        kind="规章草案",
        proposer=BUREAU,
        proposed_on="2026-05-06",
    )
    refusal = clerk.refused("place", "列入议程", "2026-05-08")
    assert "未经法制机构审查或者审查不合法的规章草案，不得列入议程" in refusal
    assert "《规章制定程序条例》第十九条" in refusal
    desk.picture("rule-item-refused")
    clerk.link_with("legislation.rule", NAME)
    clerk.link_with("leadership.meeting", MEETING)
    clerk.done("place", "列入议程", "2026-05-08")
    clerk.at(meeting).done("hold", "召开", "2026-05-12", chair="王五", members="9", present="8")
    heard = {"head_last": "是", "against_majority": "否", "dissent": "否", "result": "修改后通过"}
    clerk.at(item).done("discuss", "审议", "2026-05-12", **heard)
    desk.open(path)
    assert ITEM in clerk.page.inner_text(RELATED)
    desk.picture("rule-linked")
    desk.sign_out()


def publish(desk: Desk, town: Town, path: str) -> None:
    """The order, published thirty days before it takes effect, and the three places it is carried in."""
    leader = Clerk(desk, town.official("王五", Role.HEAD), path)
    leader.done("discuss", "提请会议审议", "2026-05-12", weighty="否")
    order = {"signer": "王五", "order_number": "示例市人民政府令第9号", "effective_on": "2026-07-01"}
    leader.done("sign", "签署命令", "2026-05-20", **order)
    leader.paper("order", "公布规章的命令", "2026-05-20")
    assert f"《{NAME}》" in leader.text_of_paper()
    assert "生效日 2026-05-20" in leader.page.inner_text("main"), "of the evidence, not of the rule"
    desk.picture("rule-signed")
    desk.sign_out()
    clerk = Clerk(desk, town.official("李四", Role.HANDLER), path)
    late = clerk.refused("publish", "公布", "2026-06-15", url=f"{ADDRESS}/gz")
    assert "规章应当自公布之日起30日后施行" in late
    assert "《规章制定程序条例》第三十二条" in late
    clerk.done("publish", "公布", "2026-05-22", url=f"{ADDRESS}/gz")
    clerk.done("carry", "刊载", "2026-05-25", gazette="2026年第5期", newspaper="示例日报")
    desk.sign_out()


def test_a_rule_goes_from_its_project_through_opinion_and_meeting_to_filing_and_the_archive(
    town: Town, desk: Desk
) -> None:
    project = plan(desk, town)
    path = draft(desk, town, project)
    review(desk, town, path)
    deliberate(desk, town, path)
    publish(desk, town, path)
    clerk = Clerk(desk, town.official("李四", Role.HANDLER), path)
    for key, label in (
        ("file", "报国务院备案"),
        ("file_province", "报省、自治区人民政府备案"),
        ("file_congress", "报本级人大常委会备案"),
        ("file_province_congress", "报省、自治区人大常委会备案"),
    ):
        complete = {"filing_complete": "是"} if key in {"file", "file_province"} else {}
        clerk.done(key, label, "2026-06-10", **complete)
    clerk.paper("filing_report", "规章备案报告", "2026-06-10")
    clerk.done("learn_result", "登记备案结果", "2026-07-06", filing_result="准予备案登记")
    clerk.done("interpret", "政策解读", "2026-06-01", interpretation_url=f"{ADDRESS}/jd")
    clerk.at(project).done("finish", "完成", "2026-06-01")
    assert "2,026" not in clerk.page.inner_text("main")
    desk.picture("rule-project-done")
    desk.sign_out()
    leader = Clerk(desk, town.official("王五", Role.HEAD), path)
    leader.done(
        "abolish", "废止", "2026-11-02", ending_ground="上位法制定、修改、废止", ending_url=f"{ADDRESS}/fz"
    )
    desk.sign_out()
    clerk = Clerk(desk, town.official("李四", Role.HANDLER), path)
    clerk.done("archive", "归档", "2026-11-03")
    assert Rule.objects.get(subject=NAME).step == Step.ARCHIVED
    desk.open(path)
    assert "补记的行为违反规定" not in clerk.page.inner_text("main")
    desk.picture("rule-archived")
    assert [text for text in desk.complaints if "422" not in text] == []
