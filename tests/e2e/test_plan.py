"""The year in the browser: from a clause to the verified task, its light, a finding to its closed file."""

from __future__ import annotations

import pytest

from fazhi.engine import registry as declared
from fazhi.engine.actor import SYSTEM
from fazhi.engine.bulk import load
from fazhi.engine.registry import installed
from fazhi.organs.models import Role
from fazhi.workstreams.all import RECIPES, WORKSTREAMS
from tests.e2e.clerk import Clerk
from tests.e2e.conftest import Desk
from tests.web.conftest import TODAY, Town

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _every(_declared: None) -> None:
    """All lines of work, as the site declares them."""
    declared.install(WORKSTREAMS)


@pytest.mark.fonts
@pytest.mark.parametrize(("phone", "dark"), [(False, False), (True, True)])
def test_the_chart_has_no_barrier(town: Town, desk: Desk, *, phone: bool, dark: bool) -> None:

    register = installed().registers["plan.task"]
    made = RECIPES["plan.task"].in_hand(TODAY)
    units = (town.government.pk, town.bureau.pk)
    rows = [one.as_row(units[0], TODAY, lead_unit=units[at % 2]) for at, one in enumerate(made)]
    load(register, rows, actor=SYSTEM, synthetic=True)
    handler = town.official("李四", Role.HANDLER)
    desk.dress(phone=phone, dark=dark)
    desk.sign_in(handler)
    desk.open("/r/plan.task/ledger")
    desk.picture(f"ledger-{'phone' if phone else 'wide'}-{'dark' if dark else 'light'}")
    assert desk.barriers() == []


def light(desk: Desk, task: str) -> str:
    """What the light of the task says aloud on the chart."""
    desk.open("/r/plan.task/ledger")
    return desk.page.get_attribute(f"td a[aria-label^='{task}']", "aria-label") or ""


def test_a_clause_becomes_a_task_whose_light_turns_and_a_finding_is_closed(town: Town, desk: Desk) -> None:
    handler, unit = town.official("李四", Role.HANDLER), town.official("钱七", Role.LIAISON, town.bureau)
    reviewer, head = town.official("赵六", Role.REVIEWER), town.official("王五", Role.HEAD)
    coordinator = town.official("孙八", Role.COORDINATOR)

    clerk = Clerk(desk, handler)
    programme = clerk.enter(
        "plan.programme",
        "规划安排",
        name="2026年法治政府建设重点工作安排",
        kind="年度重点工作安排",
        tier="县（市、区）",
        drafted_on="2026-01-12",
        **{
            "plan.Clause-0-clause": "第三项",
            "plan.Clause-0-heading": "规范行政执法",
            "plan.Clause-0-demand": "健全执法全过程记录",
        },
    )
    name = "健全执法全过程记录"
    task = clerk.enter(
        "plan.task",
        "法治任务",
        name=name,
        source="2026年重点工作安排第三项",
        set_on="2026-01-20",
        year_end_on="2026-12-31",
        lead_unit="示例县市场监督管理局",
        leader="王五",
        deputy="周九",
        due_on="2026-09-30",
        priority="是",
        carried="否",
    )
    clerk.relate("规划安排", "2026年法治政府建设重点工作安排")
    desk.sign_out()
    Clerk(desk, head, programme).done("issue", "印发", "2026-01-15")
    desk.sign_out()

    party = Clerk(desk, unit, task)
    party.done("begin", "启动", "2026-02-02")
    refusal = party.refused("complete", "报告完成", "2026-02-03", result="已完成")
    assert "报告完成前，应当有附佐证的进展报告" in refusal
    assert "《法治政府建设实施纲要》" in refusal
    assert "逾期" in light(desk, name)
    told = {"told_on": "2026-06-30", "percent": "60", "text": "配齐记录仪", "evidence": "验收单"}
    rows = {f"plan.Progress-0-{key}": value for key, value in told.items()}
    party.done("progress", "报告进展", "2026-06-30", percent="60", **rows)
    party.done("complete", "报告完成", "2026-09-25", result="制度印发，设备到位")
    desk.sign_out()
    checker = Clerk(desk, reviewer, task)
    checker.done("verify", "核实完成", "2026-09-28", verification="查阅台账，属实")
    assert "已完成" in light(desk, name)
    desk.sign_out()

    clerk = Clerk(desk, handler)
    finding = clerk.enter(
        "plan.finding",
        "督察问题",
        name="部分案件没有全过程记录",
        basis="督察",
        inspection="年中督查",
        unit="示例县市场监督管理局",
        fed_back_on="2026-07-06",
    )
    desk.sign_out()
    party = Clerk(desk, unit, finding)
    plan = {"measures": "补录并培训", "responsible": "王五"}
    assert "整改应当有措施、责任领导和期限" in party.refused("plan", "制定整改方案", "2026-07-10", **plan)
    party.done("plan", "制定整改方案", "2026-07-10", **plan, rectify_by_on="2026-08-31")
    party.done("rectify", "报告整改", "2026-08-20", rectification="已补录三十二件，培训两次")
    desk.sign_out()
    Clerk(desk, reviewer, finding).done("verify", "核查", "2026-08-25", verification="抽查十件，属实")
    desk.sign_out()
    office = Clerk(desk, coordinator, finding)
    office.done("close", "销号", "2026-08-27")
    assert "销号" in office.page.inner_text("main")
    desk.picture("plan-finding-closed")
    assert [text for text in desk.complaints if "422" not in text] == []
