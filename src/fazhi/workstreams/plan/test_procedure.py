"""The year move by move: a task to its verified end or into next year, an inspection, a report."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.linking import link_fact

from fazhi.engine.actor import SYSTEM
from fazhi.engine.answer import Answer
from fazhi.engine.models import Obligation
from fazhi.engine.recipe import Made
from fazhi.engine.records import link_records
from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import installed
from fazhi.organs.models import Grant
from fazhi.organs.role import Role
from fazhi.workstreams.plan.checked import FINDING, INSPECTION, REPORT
from fazhi.workstreams.plan.factory import Office, enter, go, stand
from fazhi.workstreams.plan.models.reports import BlockKind, Recipient, ReportKind, Secrecy
from fazhi.workstreams.plan.models.tasks import TaskStep
from fazhi.workstreams.plan.pursued import CHASE, PROMISE
from fazhi.workstreams.plan.recipe import YES
from fazhi.workstreams.plan.registers import PROBLEM, SUBMISSION, TASK
from fazhi.workstreams.plan.variants import CONTENTS, inspection, rectified, report

DAY = date(2025, 3, 3)


def new_task(office: Office, **more: Any) -> Any:
    """A task of 2025 for the bureau."""
    values = {
        "name": "修订决策程序规定",
        "source": "纲要第三条",
        "set_on": DAY,
        "year_end_on": date(2025, 12, 31),
        "lead_unit": office.bureau,
        "leader": "王五",
        "due_on": date(2025, 6, 30),
        "carried": "no",
    }
    return enter(office, DAY, TASK, **{**values, **more})


def test_a_task_is_begun_reported_on_completed_by_the_unit_and_verified_by_another(office: Office) -> None:
    row = new_task(office)
    party = office.people[Role.PARTY]
    go(office, row, "begin", date(2025, 3, 4), actor=party)
    told = {"told_on": date(2025, 4, 1), "percent": 50, "text": "形成初稿", "evidence": "初稿"}
    go(office, row, "progress", date(2025, 4, 1), actor=party, parts={"plan.Progress": [told]}, percent=50)
    go(office, row, "complete", date(2025, 5, 6), actor=party, result="已印发")
    go(office, row, "verify", date(2025, 5, 8), verification="属实")
    assert row.step == TaskStep.DONE


def test_nobody_verifies_what_he_reported_as_done(office: Office) -> None:
    row = new_task(office)
    handler = office.people[Role.HANDLER]
    assert handler.person is not None
    Grant.objects.create(person=handler.person, organ=office.government, role=Role.REVIEWER)
    told = {"told_on": date(2025, 4, 1), "percent": 50, "text": "形成初稿", "evidence": "初稿"}
    go(office, row, "begin", date(2025, 3, 4), actor=handler)
    go(office, row, "progress", date(2025, 4, 1), actor=handler, parts={"plan.Progress": [told]})
    go(office, row, "complete", date(2025, 5, 6), actor=handler, result="已印发")
    with pytest.raises(Refusal):
        go(office, row, "verify", date(2025, 5, 8), actor=handler, verification="属实")
    go(office, row, "verify", date(2025, 5, 8), actor=office.people[Role.REVIEWER], verification="属实")
    assert row.step == TaskStep.DONE


def test_a_task_returned_is_completed_again(office: Office) -> None:
    row = new_task(office)
    party, told = office.people[Role.PARTY], {"told_on": DAY, "text": "形成初稿", "evidence": "初稿"}
    go(office, row, "begin", date(2025, 3, 4), actor=party)
    go(office, row, "progress", date(2025, 4, 1), actor=party, parts={"plan.Progress": [told]})
    go(office, row, "complete", date(2025, 5, 6), actor=party, result="已起草")
    go(office, row, "send_back", date(2025, 5, 7), return_reason="尚未印发")
    assert row.step == TaskStep.UNDERWAY
    go(office, row, "complete", date(2025, 5, 20), actor=party, result="已印发")
    assert row.step == TaskStep.REPORTED


def test_an_unfinished_task_rolls_only_into_a_linked_task_of_next_year(office: Office) -> None:
    row = new_task(office)
    with pytest.raises(Refusal) as refused:
        go(office, row, "roll", date(2025, 12, 30), unfinished_why="需跨年推进")
    assert [lack.gate for lack in refused.value.lacks] == ["next_task"]
    after = {"set_on": date(2026, 1, 5), "year_end_on": date(2026, 12, 31), "due_on": date(2026, 6, 30)}
    following = new_task(office, name="继续修订决策程序规定", carried=YES, **after)
    link_records(row.record, following.record, actor=SYSTEM)
    go(office, row, "roll", date(2026, 1, 5), unfinished_why="需跨年推进")
    assert row.step == TaskStep.ROLLED
    # The task carried over finds no task after it in the one it came from.
    with pytest.raises(Refusal):
        go(office, following, "roll", date(2026, 11, 20), unfinished_why="仍未完成")


def finish(office: Office, row: Any, on: date) -> None:
    """Begun, reported on and completed by the bureau, all on one day."""
    party, told = office.people[Role.PARTY], {"told_on": on, "text": "形成初稿", "evidence": "初稿"}
    if row.step == TaskStep.SET:
        go(office, row, "begin", on, actor=party)
        go(office, row, "progress", on, actor=party, parts={"plan.Progress": [told]})
    go(office, row, "complete", on, actor=party, result="已完成")


def test_a_task_broken_down_is_completed_once_its_parts_are_verified(office: Office) -> None:
    whole = new_task(office, name="健全决策机制")
    lower = new_task(office, name="修订决策程序规定", above="健全决策机制")
    link_records(whole.record, lower.record, actor=SYSTEM)
    with pytest.raises(Refusal) as refused:
        finish(office, whole, date(2025, 4, 1))
    assert [lack.gate for lack in refused.value.lacks] == ["parts_done"]
    # The part does not wait for the whole.
    finish(office, lower, date(2025, 4, 2))
    with pytest.raises(Refusal):
        finish(office, whole, date(2025, 4, 2))
    go(office, lower, "verify", date(2025, 4, 3), verification="属实")
    finish(office, whole, date(2025, 4, 3))
    assert whole.step == TaskStep.REPORTED


def test_a_promise_is_kept_once_its_task_is_verified(office: Office) -> None:
    given = {"name": "修订程序规定", "promised_on": DAY, "year_end_on": date(2025, 12, 31)}
    row = enter(office, DAY, PROMISE, **given, unit=office.bureau)
    with pytest.raises(Refusal) as refused:
        go(office, row, "take", DAY, register=PROMISE)
    assert [lack.gate for lack in refused.value.lacks] == ["taken_up"]
    task = new_task(office)
    link_records(row.record, task.record, actor=SYSTEM)
    go(office, row, "take", DAY, register=PROMISE)
    finish(office, task, date(2025, 4, 1))
    reviewer = office.people[Role.REVIEWER]
    with pytest.raises(Refusal) as refused:
        go(office, row, "keep", date(2025, 4, 2), register=PROMISE, actor=reviewer, result="已印发")
    assert [lack.gate for lack in refused.value.lacks] == ["kept"]
    go(office, task, "verify", date(2025, 4, 3), verification="属实")
    go(office, row, "keep", date(2025, 4, 7), register=PROMISE, actor=reviewer, result="已印发")
    assert row.step == "kept"


def test_what_is_late_is_chased_by_the_office_answered_by_the_unit_and_closed(office: Office) -> None:
    task = new_task(office, due_on=date(2025, 3, 31))
    on = date(2025, 4, 2)
    values = {
        "name": "逾期任务督办",
        "unit": office.bureau,
        "drafted_on": on,
        "reply_by_on": date(2025, 4, 11),
    }
    row = enter(office, on, CHASE, **values)
    link_records(row.record, task.record, actor=SYSTEM)
    with pytest.raises(Refusal):
        go(office, row, "send", on, register=CHASE, actor=office.people[Role.HANDLER])
    go(office, row, "send", on, register=CHASE, actor=office.people[Role.COORDINATOR])
    assert row.number == "示督办〔2025〕1号"
    go(
        office,
        row,
        "answer",
        date(2025, 4, 8),
        register=CHASE,
        actor=office.people[Role.PARTY],
        answer="在办",
    )
    close = {"register": CHASE, "actor": office.people[Role.COORDINATOR]}
    with pytest.raises(Refusal) as refused:
        go(office, row, "close", date(2025, 4, 9), **close)
    assert [lack.gate for lack in refused.value.lacks] == ["chase_done"]
    finish(office, task, date(2025, 4, 9))
    go(office, row, "close", date(2025, 4, 10), **close)
    assert row.step == "closed"


def test_the_coordinating_office_inspects_chases_and_asks_for_the_report(office: Office) -> None:
    """委员会办公室日常协调：督察、督办、年度报告由统筹发起。"""
    coordinator = office.people[Role.COORDINATOR]
    row = enter(office, DAY, INSPECTION, name="法治督察", planned_on=DAY, plan_item="第一项", source="own")
    go(office, row, "notify", DAY, register=INSPECTION, actor=coordinator)
    assert row.step == "noticed"
    given = {"name": "年度报告", "kind": ReportKind.GOVERNMENT, "planned_on": DAY}
    report_row = enter(office, DAY, REPORT, **given, year_end_on=date(2025, 12, 31))
    go(office, report_row, "notify", DAY, register=REPORT, actor=coordinator)
    assert report_row.step == "collecting"


def test_a_problem_rolls_into_a_task_of_next_year(office: Office) -> None:
    given = {"name": "基层力量薄弱", "raised_on": DAY, "unit": office.bureau}
    row = enter(office, DAY, PROBLEM, **given)
    go(office, row, "answer", date(2025, 3, 10), register=PROBLEM, measure="充实人员")
    with pytest.raises(Refusal):
        go(office, row, "roll", date(2025, 12, 30), register=PROBLEM, unfinished_why="编制未核定")
    link_records(row.record, new_task(office, carried=YES).record, actor=SYSTEM)
    go(office, row, "roll", date(2025, 12, 30), register=PROBLEM, unfinished_why="编制未核定")
    assert row.step == "rolled"


def test_a_finding_is_rectified_by_the_unit_sent_back_verified_and_closed(office: Office) -> None:
    given = {"name": "记录不规范", "fed_back_on": DAY, "unit": office.bureau}
    row = enter(office, DAY, FINDING, **given)
    party = office.people[Role.PARTY]
    plan = {"measures": "配齐设备", "responsible": "王五", "rectify_by_on": date(2025, 4, 30)}
    go(office, row, "plan", date(2025, 3, 6), register=FINDING, actor=party, **plan)
    go(office, row, "rectify", date(2025, 4, 1), register=FINDING, actor=party, rectification="已采购")
    go(office, row, "send_back", date(2025, 4, 3), register=FINDING, return_reason="尚未配发")
    go(office, row, "rectify", date(2025, 4, 20), register=FINDING, actor=party, rectification="已配发")
    go(office, row, "verify", date(2025, 4, 22), register=FINDING, verification="现场核查属实")
    go(office, row, "close", date(2025, 4, 24), register=FINDING)
    assert row.step == "closed"


def test_an_inspection_with_problems_is_closed_once_its_findings_are_linked(office: Office) -> None:
    made = inspection(DAY, 1, problems=1, closed_on=None, used="")
    row = stand(office, made, INSPECTION)
    on = date(2025, 5, 6)
    with pytest.raises(Refusal) as refused:
        go(office, row, "close", on, register=INSPECTION, used="通报")
    assert [lack.gate for lack in refused.value.lacks] == ["found"]
    found = stand(office, rectified(DAY, 1), FINDING)
    link_records(row.record, found.record, actor=SYSTEM)
    go(office, row, "close", on, register=INSPECTION, used="通报")
    assert row.step == "closed"


def test_a_report_is_drafted_reviewed_signed_reported_published_and_archived(office: Office) -> None:
    end = date(2025, 12, 31)
    given = {"name": "年度报告", "kind": ReportKind.GOVERNMENT, "year_end_on": end, "planned_on": DAY}
    row = enter(office, DAY, REPORT, **given)
    blocks = [{"kind": one, "text": text, "causes": ""} for one, text in CONTENTS.items()]
    blocks = [
        {**one, "causes": "编制不足"} if one["kind"] == BlockKind.SHORTCOMINGS else one for one in blocks
    ]
    sent = (Recipient.PARTY_COMMITTEE, Recipient.CONGRESS, Recipient.UPPER, Recipient.UPPER_OFFICE)
    deliveries = [{"recipient": one, "body": str(one.label), "sent_on": date(2026, 2, 3)} for one in sent]

    def move(key: str, on: date, **values: Any) -> None:
        go(office, row, key, on, register=REPORT, **values)

    move("notify", date(2025, 12, 1), units=30)
    heads = {"party_head_acts": "主持会议", "government_head_acts": "听取汇报"}
    move("draft", date(2026, 1, 12), sourced=YES, parts={"plan.Block": blocks}, **heads)
    secrecy = {"secrecy_on": date(2026, 1, 15), "secrecy": Secrecy.PUBLIC}
    move("review", date(2026, 1, 16), confirmed=YES, privacy=YES, **secrecy)
    move("approve", date(2026, 1, 20), meeting="常务会议", signer="王五")
    move("report", date(2026, 2, 3), parts={"plan.Delivery": deliveries})
    move("publish", date(2026, 2, 10), url="https://example.invalid/r", text_hash="e3b0", same_text=YES)
    move("archive", date(2026, 3, 2), next_year="列入下一年度安排")
    assert row.step == "archived"


@pytest.mark.parametrize("kind", [one for one in ReportKind if one != ReportKind.UNDECIDED])
def test_each_kind_of_report_goes_to_its_recipients(office: Office, kind: ReportKind) -> None:
    made = report(kind, DAY, 1)
    before = {name: value for name, value in made.values.items() if name not in {"published_on", "closed_on"}}
    on = before.pop("reported_on")
    _, *others = made.parts["plan.Delivery"]
    unsent = {"plan.Delivery": others} if others else {}
    lacking = {"plan.Block": made.parts["plan.Block"], **unsent}
    row = stand(office, Made(before, lacking), REPORT)
    with pytest.raises(Refusal) as refused:
        go(office, row, "report", on, register=REPORT)
    assert [lack.gate for lack in refused.value.lacks] == ["recipients"]
    whole = stand(office, Made({**before, "name": "报告二"}, made.parts), REPORT)
    go(office, whole, "report", on, register=REPORT)
    assert whole.step == "reported"


def test_leads_handed_to_the_discipline_body_are_masked() -> None:
    assert installed().registers["plan.inspection"].personal == ("leads",)


def owed(row: Any) -> set[str]:
    """The clocks of the record that are still running."""
    return set(
        Obligation.objects.filter(record=row.pk, met_on__isnull=True).values_list("deadline", flat=True)
    )


def test_a_task_sent_back_is_owed_again_by_its_due_day(office: Office) -> None:
    row = new_task(office)
    finish(office, row, date(2025, 4, 1))
    assert owed(row) == set()
    go(office, row, "send_back", date(2025, 4, 3), return_reason="尚未印发")
    assert owed(row) == {"due"}
    finish(office, row, date(2025, 7, 2))
    met = Obligation.objects.get(record=row.pk, deadline="due")
    assert (met.due_on, met.met_on) == (date(2025, 6, 30), date(2025, 7, 2))


def test_what_is_sent_back_is_owed_again(office: Office) -> None:
    """督察问题退回整改、单位报送退回、督办答复退回：原来的期限继续计算。"""
    party, unit = office.people[Role.PARTY], office.bureau
    finding = enter(office, DAY, FINDING, name="记录不规范", fed_back_on=DAY, unit=unit)
    plan = {"measures": "配齐设备", "responsible": "王五", "rectify_by_on": date(2025, 4, 30)}
    go(office, finding, "plan", date(2025, 3, 6), register=FINDING, actor=party, **plan)
    go(office, finding, "rectify", date(2025, 4, 1), register=FINDING, actor=party, rectification="已采购")
    part = enter(office, DAY, SUBMISSION, topic="工作总结", asked_on=DAY, unit=unit, due_on=date(2025, 4, 30))
    go(office, part, "submit", date(2025, 4, 1), register=SUBMISSION, actor=party, summary="总结")
    values = {
        "name": "督办",
        "cause": "逾期",
        "unit": unit,
        "drafted_on": DAY,
        "reply_by_on": date(2025, 4, 30),
    }
    chase = enter(office, DAY, CHASE, **values)
    go(office, chase, "send", DAY, register=CHASE, actor=office.people[Role.COORDINATOR])
    go(office, chase, "answer", date(2025, 4, 1), register=CHASE, actor=party, answer="在办")
    for row, register, key in (
        (finding, FINDING, "rectify"),
        (part, SUBMISSION, "submit"),
        (chase, CHASE, "answer"),
    ):
        assert owed(row) == set()
        go(office, row, "send_back", date(2025, 4, 3), register=register, return_reason="不实")
        assert owed(row) == {key}


def test_the_next_node_of_a_task_is_owed_until_a_report_names_the_one_after_it(office: Office) -> None:
    """倒排进度：节点按顺序到期，报告进展时写明下一个。"""
    row, party = new_task(office), office.people[Role.PARTY]
    go(office, row, "begin", date(2025, 3, 4), actor=party, node_on=date(2025, 4, 1))
    assert owed(row) == {"due", "node"}
    told = {"told_on": date(2025, 4, 1), "percent": 50, "text": "形成初稿", "evidence": "初稿"}
    parts = {"plan.Progress": [told]}
    go(office, row, "progress", date(2025, 4, 1), actor=party, parts=parts, node_on=date(2025, 5, 30))
    assert Obligation.objects.get(record=row.pk, deadline="node").due_on == date(2025, 5, 30)
    go(office, row, "complete", date(2025, 5, 6), actor=party, result="已印发")
    assert owed(row) == set()


@pytest.mark.parametrize("conflict", [YES, Answer.UNKNOWN])
def test_a_member_with_a_conflict_withdraws_before_the_inspection_enters(
    office: Office, conflict: Answer
) -> None:
    """存在回避情形的，先回避；没有说明有无的，也不能登记为无须回避。"""
    made = inspection(
        DAY, 1, begun_on=None, ended_on=None, fed_back_on=None, reported_on=None, closed_on=None
    )
    conflicted = Made(made.values, {"plan.Inspector": [{"name": "赵六", "conflict": conflict}]})
    row = stand(office, conflicted, INSPECTION)
    on = date(2025, 3, 11)
    with pytest.raises(Refusal) as refused:
        go(office, row, "enter", on, register=INSPECTION, avoided="none")
    assert [lack.gate for lack in refused.value.lacks] == ["no_conflict"]
    go(office, row, "enter", on, register=INSPECTION, avoided="done")
    assert row.step == "field"


def test_a_report_is_approved_as_an_item_that_the_meeting_discussed(office: Office) -> None:
    made = report(ReportKind.GOVERNMENT, DAY, 1)
    on = made.values["approved_on"]
    gone = ("approved_on", "meeting", "reported_on", "published_on", "closed_on")
    row = stand(office, Made({k: v for k, v in made.values.items() if k not in gone}, made.parts), REPORT)
    with pytest.raises(Refusal) as refused:
        go(office, row, "approve", on, register=REPORT, signer="王五")
    assert [lack.gate for lack in refused.value.lacks] == ["signed"]
    item = {"name": "年度报告", "kind": "study", "proposer": office.bureau.pk, "proposed_on": DAY}
    link_fact(row, "leadership.agenda_item", DAY, **item, discussed_on=on)
    go(office, row, "approve", on, register=REPORT, signer="王五")
    assert row.step == "approved"
