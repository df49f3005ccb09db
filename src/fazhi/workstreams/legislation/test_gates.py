"""Every gate: one move refused by it alone, the same move allowed; who may make rules; what a link opens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

import pytest
from tests.linking import deliberate, link_fact

from fazhi.engine.actor import SYSTEM
from fazhi.engine.recipe import Made, Make, Timeline
from fazhi.engine.records import link_records
from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import installed
from fazhi.organs.models import Level
from fazhi.workstreams.legislation import recipe as r
from fazhi.workstreams.legislation import recipe_beside as b
from fazhi.workstreams.legislation.factory import Office, breached, go, stand
from fazhi.workstreams.legislation.models import choices as m
from fazhi.workstreams.legislation.recipe import NO, YES
from fazhi.workstreams.legislation.registers import BILL, PROJECT, REGISTERS
from fazhi.workstreams.office import make_office

DAY, DAY_2017 = date(2025, 3, 3), date(2017, 3, 1)
TIME = Timeline.since(DAY)
AHEAD = {"comment_to_on", "review_to_on", "hearing_set_on", "effective_on", "due_on"}
"""Days that are fixed before they come."""


@dataclass(frozen=True)
class Try:
    """A move about to be made in a lawful row; ``wrong`` is laid over the row or what comes with the move."""

    gate: str
    move: str
    make: Make
    wrong: Mapping[str, Any] = field(default_factory=dict)
    register: str = "rule"
    day: date = DAY


def deferred(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return r.submitted(day, n).with_values(deferred_on=time.on(40), defer_ground=m.DeferGround.DISPUTED)


def revised(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return b.statute(day, n).with_values(
        revised_on=time.on(30), version="2025年修订", in_force_on=time.on(30)
    )


ABOLISHED = partial(r.ended, m.Ending.ABOLISHED)
PROPOSAL = b.PROPOSALS[m.ProposalDecision.RESERVED]
RESEARCH, VERDICT, USE = (
    b.RESEARCHES[m.ResearchKind.FIELD],
    b.VERDICTS[m.Verdict.KEEP],
    b.USES[m.UseKind.STUDY],
)

# fmt: off
TRIES = (
    Try("power", "draft", r.published, {"maker_kind": m.Maker.OTHER}),
    Try("matter", "draft", r.published, {"matter": m.Matter.OTHER}),
    Try("matter_2015", "draft", r.published, {"matter": m.Matter.GRASSROOTS}, day=DAY_2017),
    Try("title", "draft", r.published, {"title_kind": m.TitleKind.REGULATIONS}),
    Try("burdens", "draft", r.published, {"burden_basis": ""}),
    Try("hearing_notice", "hold_hearing", r.heard, {"hearing_announced_on": TIME.on(15)}),
    Try("comment", "submit", r.published, {"comment_to_on": TIME.on(20)}),
    Try("argument", "submit", r.heard, {"argument": ""}),
    Try("hearing", "submit", r.heard, {"heard_on": None}),
    Try("hearing_record", "submit", r.heard, {"hearing_handling": ""}),
    Try("departments", "submit", r.disputed, {"differences": ""}),
    Try("submission", "submit", r.published, {"submit_signer": ""}),
    Try("materials", "submit", r.published, {"submit_complete": NO}),
    Try("opinions_sought", "review", r.published, {"opinions_sought_on": None}),
    Try("grassroots", "review", r.published, {"grassroots_on": None}),
    Try("comment_again", "review", r.disputed, {"review_to_on": TIME.on(50)}),
    Try("coordination", "review", r.disputed, {"coordination": ""}),
    Try("competition", "review", r.disputed, {"competition": m.Competition.NONCOMPLIANT}),
    Try("competition_joint", "review", r.disputed, {"competition_by": m.CompetitionBy.SELF}),
    Try("bill_competition", "review", r.bill, {"operators": YES, "competition_by": m.CompetitionBy.JOINT},
        "bill"),
    Try("conclusion", "review", r.published, {"review_result": m.Opinion.UNDECIDED}),
    Try("draft_signed", "review", r.published, {"review_signer": ""}),
    Try("defer_ground", "defer", deferred, {"defer_ground": m.DeferGround.UNDECIDED}),
    Try("lawful", "discuss", r.published, {"review_result": m.Opinion.UNLAWFUL}),
    Try("party", "discuss", r.published, {"weighty": YES}),
    Try("agenda", "discuss", r.published, {"meeting_name": "", "meeting": m.Body.UNDECIDED}),
    Try("discussion", "sign", r.published, {"passed": m.Passed.AGAIN}),
    Try("order", "sign", r.published, {"order_number": ""}),
    Try("effect", "publish", r.published, {"effective_on": TIME.on(75)}),
    Try("carriage", "carry", r.published, {"newspaper": ""}),
    Try("package", "file", r.published, {"filing_complete": NO}),
    Try("explanation", "explain", r.evaluated, {"explanation_approved": NO}),
    Try("evaluation", "evaluate", r.evaluated, {"evaluation": m.Conclusion.UNDECIDED}),
    Try("ending", "abolish", ABOLISHED, {"ending_ground": m.EndingGround.UNDECIDED}),
    Try("ending_published", "abolish", ABOLISHED, {"ending_url": ""}),
    Try("research", "draft", r.bill, {"research_report": ""}, "bill"),
    Try("bill_matter", "draft", r.bill, {"matter": m.Matter.OTHER}, "bill"),
    Try("bill_matter_2015", "draft", r.bill, {"matter": m.Matter.GRASSROOTS}, "bill", DAY_2017),
    Try("bill_conclusion", "review", r.bill, {"review_result": m.Opinion.UNDECIDED}, "bill"),
    Try("bill_lawful", "discuss", r.bill, {"review_result": m.Opinion.UNLAWFUL}, "bill"),
    Try("bill_agenda", "discuss", r.bill, {"meeting_name": "", "meeting": m.Body.UNDECIDED}, "bill"),
    Try("bill_discussion", "submit", r.bill, {"meeting": m.Body.OTHER}, "bill"),
    Try("motion", "submit", r.bill, {"submission_number": ""}, "bill"),
    Try("approval", "publish", r.enacted, {"approved_on": None}, "bill"),
    Try("assessed", "approve", b.plan, {"assessed": NO}, "plan"),
    Try("plan_published", "publish", b.plan, {"url": ""}, "plan"),
    Try("application", "adopt", b.PROJECTS["rule"], {"necessity": ""}, "project"),
    Try("contents", "adopt", b.PROJECTS["rule"], {"due_on": None}, "project"),
    Try("added", "adopt", b.added, {"argued_on": None}, "project"),
    Try("achieved", "finish", b.PROJECTS["rule"], {"result": ""}, "project"),
    Try("decision", "decide", PROPOSAL, {"decision_why": ""}, "proposal"),
    Try("report", "report", RESEARCH, {"report": ""}, "research"),
    Try("adopted", "feed_back", b.point_opinion, {"adopted": 7}, "point_opinion"),
    Try("verdict", "judge", VERDICT, {"verdict": m.Verdict.UNDECIDED}, "clean_up"),
    Try("clean_up_url", "publish", VERDICT, {"url": ""}, "clean_up"),
    Try("counted", "send", b.yearly_list, {"rules": None}, "yearly_list"),
    Try("named", "do", USE, {"statute_name": ""}, "use"),
    Try("version", "revise", revised, {"version": ""}, "statute"),
)
# fmt: on


def attempt(office: Office, tried: Try, *, wrong: bool) -> None:
    """Stand the row as it was before the move, and make the move."""
    register = installed().registers[f"legislation.{tried.register}"]
    move = register.procedure.move(tried.move)
    values = {**tried.make(tried.day, 1).values, **(tried.wrong if wrong else {})}
    on: date = values[move.sets]
    carried = {*move.fields, *move.needs}
    later = {
        name
        for one in register.procedure.moves
        if one.key != move.key and isinstance(day := values.get(one.sets), date) and day > on
        for name in (*one.fields, *(key for key, _ in one.writes))
        if name not in tried.wrong
    }
    own = {move.sets, *carried, *(name for name, _ in move.writes)}
    standing = {
        name: value
        for name, value in values.items()
        if name not in own | later and (name in AHEAD or not (isinstance(value, date) and value > on))
    }
    row = stand(office, Made(standing), register)
    given = {name: values[name] for name in carried if values.get(name) is not None}
    go(office, row, move.key, on, register=register, **given)


@pytest.mark.parametrize("tried", TRIES, ids=lambda one: one.gate)
def test_the_move_is_refused_by_this_gate_alone(office: Office, tried: Try) -> None:
    with pytest.raises(Refusal) as refused:
        attempt(office, tried, wrong=True)
    assert [lack.gate for lack in refused.value.lacks] == [tried.gate]
    [lack] = refused.value.lacks
    assert lack.articles
    assert lack.remedy


@pytest.mark.parametrize("tried", TRIES, ids=lambda one: one.gate)
def test_the_same_move_is_allowed_where_the_gate_is_open(office: Office, tried: Try) -> None:
    attempt(office, tried, wrong=False)


def test_every_gate_is_tried() -> None:
    gates = {gate.key for register in REGISTERS for gate in register.procedure.gates}
    assert {one.gate for one in TRIES} == gates


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("level", "maker", "matter", "closed"),
    [
        (Level.CITY, m.Maker.CITY, m.Matter.GRASSROOTS, set()),
        (Level.CITY, m.Maker.CITY, m.Matter.OTHER, {"matter"}),
        (Level.CITY, m.Maker.OTHER, m.Matter.HERITAGE, {"power"}),
        (Level.PROVINCE, m.Maker.PROVINCE, m.Matter.OTHER, set()),
        (Level.CITY, m.Maker.PROVINCE, m.Matter.HERITAGE, {"power"}),
        (Level.COUNTY, m.Maker.CITY, m.Matter.HERITAGE, {"power"}),
        (Level.TOWNSHIP, m.Maker.CITY, m.Matter.HERITAGE, {"power"}),
    ],
)
def test_only_provinces_and_cities_with_districts_make_rules_and_cities_in_four_fields(
    level: Level, maker: m.Maker, matter: m.Matter, closed: set[str]
) -> None:
    made = r.published(DAY, 1).with_values(maker_kind=maker, matter=matter)
    assert breached(stand(make_office(level), made)) == closed


@pytest.mark.parametrize(("held", "refused"), [(TIME.on(40), True), (TIME.on(75), False)])
def test_the_notice_of_a_hearing_is_measured_by_the_day_on_which_it_is_held(
    office: Office, held: date, *, refused: bool
) -> None:
    """条例第十六条：举行听证会的30日前公布；提前举行的，按举行的日期。"""
    announced = {"hearing_announced_on": TIME.on(20), "hearing_set_on": TIME.on(60)}
    keep = ("maker_kind", "matter", "title_kind", "burdens", "subject", "assigned_on", "drafted_on")
    values = r.heard(DAY, 1).values
    row = stand(office, Made({name: values[name] for name in keep} | announced))
    if refused:
        with pytest.raises(Refusal, match="30日前"):
            go(office, row, "hold_hearing", held, hearing_record=YES)
    else:
        go(office, row, "hold_hearing", held, hearing_record=YES)


def test_neither_a_public_draft_nor_thirty_days_were_owed_before_may_2018(office: Office) -> None:
    unheard = {"consultation": m.Consultation.UNDECIDED, "comment_from_on": None, "comment_to_on": None}
    assert breached(stand(office, r.published(DAY_2017, 1).with_values(**unheard))) == set()
    assert breached(stand(office, r.published(DAY, 2).with_values(**unheard))) == {"comment"}


def test_a_shorter_comment_needs_its_reason_and_a_secret_draft_its_own(office: Office) -> None:
    short = r.published(DAY, 1).with_values(comment_to_on=TIME.on(10))
    assert breached(stand(office, short)) == {"comment"}
    reasoned = short.with_values(subject="示例办法2", consultation_why="执行上级紧急部署")
    assert breached(stand(office, reasoned)) == set()
    secret = {"consultation": m.Consultation.SECRET, "comment_from_on": None, "comment_to_on": None}
    told = r.published(DAY, 3).with_values(**secret, consultation_why="涉及国家秘密")
    assert breached(stand(office, told)) == set()


def test_a_rule_in_force_at_once_needs_a_ground_the_law_names(office: Office) -> None:
    soon = r.published(DAY, 1).with_values(effective_on=TIME.on(61))
    assert breached(stand(office, soon)) == {"effect"}
    grounded = soon.with_values(subject="示例办法2", at_once=m.AtOnce.HAMPERED)
    assert breached(stand(office, grounded)) == set()


def test_the_meeting_is_the_agenda_item_linked_and_is_not_told_again(office: Office) -> None:
    untold = {"meeting": m.Body.UNDECIDED, "meeting_name": "", "passed": m.Passed.UNDECIDED}
    row = stand(office, r.published(DAY, 1).with_values(**untold))
    assert breached(row) == {"agenda", "discussion"}
    deliberate(row, TIME.on(54), "rule")
    assert breached(row) == {"agenda", "discussion"}
    deliberate(row, TIME.on(55), "rule", result="again")
    assert breached(row) == {"discussion"}
    deliberate(row, TIME.on(55), "other")
    assert breached(row) == {"discussion"}, "an item of another kind decides on no rule"
    deliberate(row, TIME.on(55), "rule")
    assert breached(row) == set()


def test_a_linked_competition_review_that_found_it_compliant_opens_the_gate(office: Office) -> None:
    row = stand(office, r.disputed(DAY, 1).with_values(competition=m.Competition.UNDECIDED))
    assert breached(row) == {"competition"}
    review = {"measure": "示例措施", "started_on": DAY, "concluded_on": TIME.on(4), "conclusion": "compliant"}
    link_fact(row, "business.competition_review", DAY, **review)
    assert breached(row) == set()


def test_a_bill_that_touches_operators_is_reviewed_jointly_before_it_goes_to_the_congress(
    office: Office,
) -> None:
    """公平竞争审查条例第十四条: 提请本级人大及其常委会审议的政策措施."""
    found = {"operators": YES, "competition": m.Competition.COMPLIANT}
    alone = r.bill(DAY, 1).with_values(**found, competition_by=m.CompetitionBy.SELF)
    assert breached(stand(office, alone, BILL)) == {"competition_joint"}
    jointly = alone.with_values(subject="示例条例2", competition_by=m.CompetitionBy.JOINT)
    assert breached(stand(office, jointly, BILL)) == set()
    before = r.bill(date(2023, 6, 1), 3).with_values(**found, competition_by=m.CompetitionBy.SELF)
    assert breached(stand(office, before, BILL)) == set()


def test_a_linked_research_serves_for_the_report_of_a_bill(office: Office) -> None:
    row = stand(office, r.bill(DAY, 1).with_values(research_report=""), BILL)
    assert breached(row) == {"research"}
    facts = b.RESEARCHES[m.ResearchKind.FIELD](DAY, 1).values
    link_fact(row, "legislation.research", DAY, **facts)
    assert breached(row) == set()


def test_a_project_is_achieved_by_the_rule_that_was_discussed(office: Office) -> None:
    row = stand(office, b.PROJECTS["rule"](DAY, 1).with_values(result=""), PROJECT)
    assert breached(row) == {"achieved"}
    rule = stand(office, r.published(DAY, 1))
    link_records(row.record, rule.record, actor=SYSTEM)
    assert breached(row) == set()
