"""A meeting in the browser: no item without its opinion, held, on record, and in the head's dossier."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from fazhi.engine import registry as declared
from fazhi.engine.actor import SYSTEM
from fazhi.engine.bulk import BulkRow, load
from fazhi.engine.registry import installed
from fazhi.organs.models import Role
from fazhi.workstreams.all import RECIPES, WORKSTREAMS
from tests.e2e.clerk import Clerk
from tests.e2e.conftest import Desk
from tests.web.conftest import TODAY, Town

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MEETING = "示例县人民政府第9次常务会议"
OPINION = "示法审〔2026〕7号"


@pytest.fixture(autouse=True)
def _every(_declared: None) -> Iterator[None]:
    """All lines of work, as the site declares them."""
    kept = declared.installed()
    declared.install(WORKSTREAMS)
    yield
    declared.install(tuple(kept.workstreams.values()))


def issue_opinion(town: Town) -> None:
    """The justice bureau's opinion on the plan, issued before the meeting."""
    facts = {
        "number": OPINION,
        "subject": "城市更新专项规划",
        "sent_on": date(2026, 5, 11),
        "issued_on": date(2026, 5, 20),
        "drafted_by": "赵某",
        "drafter": town.bureau.pk,
        "conclusion": "lawful",
    }
    row = BulkRow(town.government.pk, date(2026, 5, 11), facts)
    load(installed().registers["advisers.opinion"], [row], actor=SYSTEM, synthetic=True)


def test_an_item_waits_for_its_opinion_and_the_meeting_stands_in_the_dossier(town: Town, desk: Desk) -> None:
    issue_opinion(town)
    clerk = Clerk(desk, town.official("李四", Role.HANDLER))
    meeting = clerk.enter(
        "leadership.meeting", "会议", name=MEETING, kind="政府常务会议", called_on="2026-06-01"
    )

    # 议题：未经合法性审查的决策草案，不得列入议程
    item = clerk.enter(
        "leadership.agenda_item",
        "议题",
        name="城市更新专项规划",
        kind="重大行政决策",
        proposed_on="2026-06-02",
        proposer="示例县市场监督管理局",
    )
    refusal = clerk.refused("place", "列入议程", "2026-06-03")
    assert "未经合法性审查或者审查不合法的决策草案，不得列入议程" in refusal
    assert "《重大行政决策程序暂行条例》第二十五条" in refusal
    desk.picture("leadership-item-refused")
    clerk.relate("合法性审查意见", OPINION, "城市更新专项规划（未定）")
    clerk.done("place", "列入议程", "2026-06-03")

    # 突发事件应对，依法例外：写明理由、经批准
    clerk.enter(
        "leadership.agenda_item",
        "议题",
        name="防汛应急处置措施",
        kind="重大行政决策",
        proposed_on="2026-06-02",
        proposer="示例县市场监督管理局",
    )
    exempted = {"exemption": "突发事件应对，法律、行政法规另有程序规定", "exemption_by": "王五"}
    assert "以例外列入议程的，应当写明理由并经批准" in clerk.refused(
        "place", "列入议程", "2026-06-03", **exempted
    )
    clerk.done("place", "列入议程", "2026-06-03", **exempted, exemption_why="适用突发事件应对法")

    # 会议：召开、审议、纪要、归档
    clerk.path = meeting
    present = {
        "leadership.Attendance-0-name": "王五",
        "leadership.Attendance-0-capacity": "组成人员",
        "leadership.Attendance-0-attended": "是",
        "leadership.Attendance-1-name": "赵六",
        "leadership.Attendance-1-capacity": "法治机构负责人（列席）",
        "leadership.Attendance-1-attended": "是",
    }
    assert "组成人员过半数到会" in clerk.refused(
        "hold", "召开", "2026-06-05", chair="王五", members="11", present="5"
    )
    clerk.done("hold", "召开", "2026-06-05", chair="王五", members="11", present="9", **present)
    assert "赵六" in clerk.page.inner_text("main")
    clerk.path = item
    clerk.relate("会议", MEETING)
    said = {"head_last": "是", "against_majority": "否", "dissent": "否", "result": "通过"}
    clerk.done("discuss", "审议", "2026-06-05", **said, resolution="原则同意，修改后印发")
    clerk.path = meeting
    clerk.done(
        "record",
        "形成纪要",
        "2026-06-08",
        minutes_number="示府纪〔2026〕9号",
        governance="是",
        heard="否",
    )
    clerk.done("archive", "归档", "2026-06-10")

    # 第一责任人：履职有佐证，专卷见会议
    duty = "主持会议研究城市更新"
    clerk.enter(
        "leadership.duty",
        "第一责任人履职",
        name=duty,
        person="王五",
        post="政府主要负责人",
        kind="主持会议研究",
        acted_on="2026-06-05",
    )
    assert "履职事项应当有佐证" in clerk.refused("prove", "佐证", "2026-06-11")
    clerk.relate("会议", MEETING)
    clerk.done("prove", "佐证", "2026-06-11")
    clerk.enter(
        "leadership.dossier",
        "履职专卷",
        name="王五2026年度履职专卷",
        person="王五",
        post="政府主要负责人",
        year_end_on="2026-12-31",
        opened_on="2026-06-12",
        **{
            "leadership.DossierDuty-0-duty": "定期研究法治政府建设",
            "leadership.DossierDuty-0-times": "1",
            "leadership.DossierDuty-0-evidence": "第9次常务会议纪要",
            "leadership.DossierPaper-0-position": "1",
            "leadership.DossierPaper-0-volume": "1",
            "leadership.DossierPaper-0-paper": "第9次常务会议纪要",
            "leadership.DossierPaper-0-dated_on": "2026-06-08",
            "leadership.DossierPaper-0-pages": "6",
        },
    )
    clerk.relate("会议", MEETING)
    clerk.relate("第一责任人履职", duty)
    clerk.done("bind", "装订", "2026-06-15", volumes="1")
    clerk.done("archive", "归档", "2026-06-16")
    told = clerk.page.inner_text("main")
    assert MEETING in told
    assert duty in told
    assert "第9次常务会议纪要" in told
    desk.picture("leadership-dossier")
    assert [text for text in desk.complaints if "422" not in text] == []


@pytest.mark.fonts
@pytest.mark.parametrize(("phone", "dark"), [(False, False), (True, True)])
@pytest.mark.parametrize(
    "register",
    ["leadership.charge", "leadership.staffing", "plan.promise", "plan.chase", "normative.yearly_list"],
)
def test_a_list_and_a_record_have_no_barrier(
    town: Town, desk: Desk, register: str, *, phone: bool, dark: bool
) -> None:
    recipe, spec = RECIPES[register], installed().registers[register]
    makes = list(recipe.outcomes.values())
    rows = [
        make(date(2025, 3, 3), n).as_row(
            town.government.pk, TODAY, **dict.fromkeys(recipe.organs, town.bureau.pk)
        )
        for n, make in enumerate(makes)
    ]
    loaded = load(spec, rows, actor=SYSTEM, synthetic=True)
    desk.dress(phone=phone, dark=dark)
    desk.sign_in(town.official("李四", Role.HANDLER))
    looks = f"{'phone' if phone else 'wide'}-{'dark' if dark else 'light'}"
    for name, path in (("list", f"/r/{register}"), ("record", f"/r/{register}/{next(loaded.pks())}")):
        answer = desk.open(path)
        assert answer is not None
        assert answer.status == 200
        desk.picture(f"{register}-{name}-{looks}")
        assert desk.barriers() == []
