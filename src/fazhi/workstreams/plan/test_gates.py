"""Every gate under every edition that demands it: one move refused by it alone, the same move allowed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from fazhi.engine.recipe import Made, Make, Timeline
from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import installed
from fazhi.workstreams.plan import pursuit_recipe as pursuit
from fazhi.workstreams.plan import recipe, variants
from fazhi.workstreams.plan.examples import GOVERNMENT, REPORTS, REWARDED
from fazhi.workstreams.plan.factory import Office, go, stand
from fazhi.workstreams.plan.models.choices import Avoidance
from fazhi.workstreams.plan.models.consequences import Grade, RewardKind
from fazhi.workstreams.plan.models.honours import Ending
from fazhi.workstreams.plan.models.reports import ReportKind, Secrecy
from fazhi.workstreams.plan.models.supervision import Escalation, ReviewResult
from fazhi.workstreams.plan.models.tasks import ProgrammeKind, UnitKind
from fazhi.workstreams.plan.recipe import NO

OLD_DAY, NEW_DAY = date(2017, 3, 1), date(2025, 3, 3)
NEW = (NEW_DAY,)
OLD = (OLD_DAY,)
BOTH = (OLD_DAY, NEW_DAY)


@dataclass(frozen=True)
class Try:
    """A move about to be made in a lawful row, and what closes one gate: columns, or parts left out."""

    gate: str
    register: str
    move: str
    make: Make
    wrong: Mapping[str, Any] = field(default_factory=dict)
    without: str = ""
    days: tuple[date, ...] = BOTH


def letter(day: date, n: int) -> Made:
    return recipe.letter(UnitKind.DEPARTMENT, day, n)


def fall(day: date, n: int) -> Made:
    """The report as it would be corrected after it was published."""
    made = GOVERNMENT(day, n)
    return made.with_values(corrected_on=made.values["published_on"], correction="更正一处数字")


def given_up(day: date, n: int) -> Made:
    return variants.closed(day, n).with_values(
        escalated_on=Timeline.since(day).on(10), escalation=Escalation.CIRCULAR
    )


def handed(day: date, n: int) -> Made:
    return variants.inspection(
        day, n, leads_on=Timeline.since(day).on(16), partners="县纪委监委", leads="线索一条"
    )


def department(day: date, n: int) -> Made:
    return REPORTS[ReportKind.DEPARTMENT](day, n)


# fmt: off
TRIES = (
    Try("clauses", "programme", "issue", recipe.programme, without="plan.Clause"),
    Try("annual", "programme", "deploy", recipe.programme, {"kind": ProgrammeKind.OUTLINE}),
    Try("deployed", "programme", "check", recipe.programme, {"deployed_on": None}),
    Try("checked", "programme", "appraise", recipe.programme, {"checked_on": None}),
    Try("source", "task", "begin", recipe.begun, {"source": ""}),
    Try("lead", "task", "begin", recipe.begun, {"leader": ""}),
    Try("nodes", "task", "begin", recipe.begun, {"due_on": date(2017, 3, 1)}),
    Try("progress", "task", "progress", recipe.begun, without="plan.Progress"),
    Try("progressed", "task", "complete", recipe.done, {"progressed_on": None}),
    Try("result", "task", "complete", recipe.done, {"result": ""}),
    Try("verification", "task", "verify", recipe.done, {"verification": ""}),
    Try("next_task", "task", "roll", recipe.rolled, {"next_task": ""}),
    Try("measure", "problem", "answer", recipe.problem, {"measure": ""}),
    Try("solved", "problem", "solve", recipe.problem_solved, {"result": ""}),
    Try("next_problem", "problem", "roll", recipe.problem_rolled, {"next_problem": ""}),
    Try("taken_up", "promise", "take", pursuit.kept, {"plan_item": ""}),
    Try("kept", "promise", "keep", pursuit.kept, {"evidence": ""}),
    Try("next_promise", "promise", "miss", pursuit.missed, {"next_promise": ""}),
    Try("chase_ground", "chase", "send", pursuit.closed, {"cause": ""}),
    Try("chase_answer", "chase", "answer", pursuit.closed, {"answer": ""}),
    Try("chase_done", "chase", "close", pursuit.closed, {"outcome": ""}),
    Try("targets", "letter", "sign", letter, without="plan.Target"),
    Try("signatory", "letter", "sign", letter, {"signatory": ""}),
    Try("settlement", "letter", "settle", recipe.settled, {"settlement": ""}),
    Try("summary", "submission", "submit", recipe.submitted, {"summary": ""}),
    Try("campaign_units", "campaign", "begin", recipe.campaign, without="plan.CampaignUnit"),
    Try("results", "campaign", "finish", recipe.campaign, {"results": ""}),
    Try("ground", "reward", "decide", REWARDED, {"kind": RewardKind.UNDECIDED}),
    Try("graded", "assessment", "answer", recipe.assessment, {"grade": Grade.UNDECIDED, "rank": 0}),
    Try("plan_item", "inspection", "notify", variants.inspection, {"plan_item": ""}, days=NEW),
    Try("no_conflict", "inspection", "enter", variants.inspection, {"avoided": Avoidance.UNDECIDED},
        days=NEW),
    Try("visited", "inspection", "feed_back", variants.inspection, without="plan.Visit"),
    Try("feedback", "inspection", "feed_back", variants.inspection, {"feedback_number": ""}, days=NEW),
    Try("found", "inspection", "close", variants.inspection, {"problems": 3}, days=NEW),
    Try("used", "inspection", "close", variants.inspection, {"used": ""}),
    Try("partners", "inspection", "hand_over", handed, {"leads": ""}, days=NEW),
    Try("measures", "finding", "plan", variants.closed, {"responsible": ""}),
    Try("rectified", "finding", "rectify", variants.closed, {"rectification": ""}),
    Try("check", "finding", "verify", variants.closed, {"verification": ""}),
    Try("escalated", "finding", "escalate", given_up, {"escalation": Escalation.UNDECIDED}, days=NEW),
    Try("grounds", "review", "request", variants.reviewed, {"grounds": ""}, days=NEW),
    Try("received", "review", "decide", variants.reviewed, {"received_on": None}, days=NEW),
    Try("recused", "review", "decide", variants.reviewed, {"recused": NO}, days=NEW),
    Try("decision", "review", "decide", variants.reviewed, {"result": ReviewResult.UNDECIDED}, days=NEW),
    Try("year_end", "report", "notify", GOVERNMENT, {"year_end_on": "june"}),
    Try("kind", "report", "notify", GOVERNMENT, {"kind": ReportKind.UNDECIDED}),
    Try("contents", "report", "draft", GOVERNMENT, {"plan.Block": ("shortcomings",)}, days=NEW),
    Try("causes", "report", "draft", GOVERNMENT, {"plan.Block": ("causes",)}, days=NEW),
    Try("both_heads", "report", "draft", GOVERNMENT, {"party_head_acts": ""}, days=NEW),
    Try("sourced", "report", "draft", GOVERNMENT, {"sourced": NO}),
    Try("confirmed", "report", "review", GOVERNMENT, {"confirmed": NO}),
    Try("privacy", "report", "review", GOVERNMENT, {"privacy": NO}),
    Try("signed", "report", "approve", GOVERNMENT, {"signer": ""}),
    Try("recipients_2015", "report", "report", GOVERNMENT, without="plan.Delivery", days=OLD),
    Try("recipients", "report", "report", department, without="plan.Delivery", days=NEW),
    Try("secrecy", "report", "publish", GOVERNMENT, {"secrecy": Secrecy.SECRET}),
    Try("same_text", "report", "publish", GOVERNMENT, {"same_text": NO}),
    Try("correction", "report", "correct", fall, {"correction": ""}),
    Try("carried", "report", "archive", GOVERNMENT, {"next_year": ""}),
    Try("ending", "honour", "end", variants.revoked, {"ended_why": ""}),
    Try("ending", "honour", "end", variants.expired, {"ending": Ending.UNDECIDED}),
    Try("voluntary", "model_area", "apply", variants.named, {"voluntary": NO}, days=NEW),
    Try("self_check", "model_area", "apply", variants.named, without="plan.SelfCheck", days=NEW),
    Try("survey", "model_area", "assess", variants.named, {"surveyed_on": None}, days=NEW),
    Try("notice", "model_area", "publicise", variants.named, {"publicised_until_on": None}, days=NEW),
    Try("publicised", "model_area", "name", variants.named, {"objections": ""}, days=NEW),
    Try("failure", "model_area", "fail", variants.failed, {"failed_why": ""}, days=NEW),
    Try("area_revocation", "model_area", "revoke", variants.unnamed, {"revoked_why": ""}, days=NEW),
)
# fmt: on


def attempt(office: Office, tried: Try, day: date, *, wrong: bool) -> None:
    """The row as it stands before the move; then the move, with what comes with it."""
    register = installed().registers[f"plan.{tried.register}"]
    move = register.procedure.move(tried.move)
    made = tried.make(day, 1)
    on: date = made.values[move.sets]
    values = {**made.values, **(tried.wrong if wrong else {})}
    blocks = values.pop("plan.Block", ())
    if values.get("year_end_on") == "june":
        values["year_end_on"] = made.values["year_end_on"].replace(month=6, day=30)
    carried = {*move.fields, *move.needs}
    later = [
        one
        for one in register.procedure.moves
        if isinstance(values.get(one.sets), date) and values[one.sets] > on
    ]
    gone = {move.sets, *carried, *(name for one in later for name in (*one.fields, one.sets))}
    standing = {name: value for name, value in values.items() if name not in gone}
    parts = {
        name: [dict(row) for row in rows]
        for name, rows in made.parts.items()
        if not (wrong and name == tried.without)
    }
    if "causes" in blocks:
        parts["plan.Block"] = [{**row, "causes": ""} for row in parts["plan.Block"]]
    elif blocks:
        # The block of causes alone stays, so that only the contents lack.
        parts["plan.Block"] = [row for row in parts["plan.Block"] if row["kind"] in blocks]
    row = stand(office, Made(standing, parts), register)
    given = {name: values[name] for name in carried if values.get(name) is not None}
    go(office, row, tried.move, on, register=register, **given)


CASES = [
    pytest.param(one, day, id=f"{one.gate}-{day.year}-{at}")
    for at, one in enumerate(TRIES)
    for day in one.days
]


@pytest.mark.parametrize(("tried", "day"), CASES)
def test_the_move_is_refused_by_this_gate_alone(office: Office, tried: Try, day: date) -> None:
    with pytest.raises(Refusal) as refused:
        attempt(office, tried, day, wrong=True)
    assert [lack.gate for lack in refused.value.lacks] == [tried.gate]
    [lack] = refused.value.lacks
    assert lack.articles
    assert lack.remedy


@pytest.mark.parametrize(("tried", "day"), CASES)
def test_the_same_move_is_allowed_where_the_gate_is_open(office: Office, tried: Try, day: date) -> None:
    attempt(office, tried, day, wrong=False)


def test_every_gate_is_tried_under_every_edition_that_demands_it() -> None:
    wanted = {
        (register.key, gate.key, day)
        for register in installed().registers.values()
        if register.workstream_key == "plan"
        for gate in register.procedure.gates
        for day in BOTH
        if gate.applies(day)
        # This gate asks other tasks: test_procedure.py tries it.
        and gate.key != "parts_done"
    }
    assert {(f"plan.{one.register}", one.gate, day) for one in TRIES for day in one.days} == wanted
