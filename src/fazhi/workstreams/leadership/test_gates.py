"""Every gate under every edition that demands it: one move refused by it alone, the same move allowed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

import pytest
from tests.linking import link_fact

from fazhi.engine.actor import SYSTEM
from fazhi.engine.bulk import load
from fazhi.engine.dossier import read_parts
from fazhi.engine.models import Record
from fazhi.engine.paper_ready import makeable
from fazhi.engine.recipe import Made, Make, Timeline
from fazhi.engine.records import link_records
from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import installed
from fazhi.workstreams.leadership import duty_recipe as duties
from fazhi.workstreams.leadership import recipe
from fazhi.workstreams.leadership import tier_recipe as tiers
from fazhi.workstreams.leadership.factory import Office, go, stand
from fazhi.workstreams.leadership.models.meetings import Body, Exemption, ItemKind, Result
from fazhi.workstreams.leadership.recipe import YES

OLD_DAY, NEW_DAY = date(2017, 3, 1), date(2025, 3, 3)
OLD = (OLD_DAY,)
NEW = (NEW_DAY,)
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


meeting = partial(recipe.meeting, Body.EXECUTIVE)
item = partial(recipe.settled, ItemKind.HEAR_REPORT)
decision = partial(recipe.exempted, ItemKind.DECISION)
rule, bill = (partial(recipe.reviewed, kind) for kind in (ItemKind.RULE, ItemKind.BILL))
normative = partial(recipe.exempted, ItemKind.NORMATIVE, exemption=Exemption.EMERGENCY)

# fmt: off
TRIES = (
    Try("chair", "meeting", "hold", meeting, {"chair": ""}),
    Try("quorum", "meeting", "hold", meeting, {"present": 5}),
    Try("minutes", "meeting", "record", meeting, {"minutes_number": "", "resolutions": ""}),
    Try("subjects", "meeting", "record", meeting, {"heard": "unknown"}),
    Try("kind", "agenda_item", "place", item, {"kind": ItemKind.UNDECIDED}),
    Try("exemption", "agenda_item", "place", recipe.risky, {"exemption_by": ""}),
    Try("opinion", "agenda_item", "place", decision, {"exemption": "undecided"}),
    Try("opinion_normative", "agenda_item", "place", normative, {"exemption": "undecided"}),
    Try("opinion_rule", "agenda_item", "place", rule, {"review_number": ""}),
    Try("opinion_bill", "agenda_item", "place", bill, {"review_number": ""}),
    Try("at_meeting", "agenda_item", "discuss", item, {"meeting_name": ""}),
    Try("body", "agenda_item", "discuss", decision, {"meeting_name": "政府专题会议"}),
    Try("body_rule", "agenda_item", "discuss", rule, {"meeting_name": "政府专题会议"}),
    Try("body_bill", "agenda_item", "discuss", bill, {"meeting_name": "政府专题会议"}),
    Try("result", "agenda_item", "discuss", item, {"result": Result.UNDECIDED}),
    Try("head_last", "agenda_item", "discuss", decision, {"head_last": "no"}, days=NEW),
    Try("reasons", "agenda_item", "discuss", decision, {"against_majority": YES}, days=NEW),
    Try("dissent", "agenda_item", "discuss", recipe.dissented, without="leadership.Dissent"),
    Try("settled", "agenda_item", "settle", item, {"settlement": ""}),
    Try("duties", "duty_list", "issue", duties.duty_list, without="leadership.DutyItem"),
    Try("plan_item", "mapping", "map", duties.mapped, {"plan_item": ""}),
    Try("act", "duty", "prove", duties.duty, {"kind": "undecided"}),
    Try("proof", "duty", "prove", duties.duty, {"evidence": ""}),
    Try("checklist", "dossier", "bind", duties.dossier, without="leadership.DossierDuty"),
    Try("papers", "dossier", "bind", duties.dossier, without="leadership.DossierPaper"),
    Try("law_section", "law_report", "deliver", duties.rated, {"law_section": ""}),
    Try("rated", "law_report", "rate", duties.rated, without="leadership.Rater"),
    Try("feedback", "law_report", "feed_back", duties.rectified, {"problems": ""}),
    Try("rectified", "law_report", "close", duties.rectified, {"rectification": ""}),
    Try("members", "council", "adjust", duties.council, without="leadership.CouncilMember"),
    Try("answers", "charge", "confirm", tiers.stepped_down, {"answers_to": ""}),
    Try("handed_over", "charge", "end", tiers.stepped_down, {"successor": ""}),
    Try("established", "staffing", "approve", tiers.approved, {"document_number": ""}),
    Try("relayed_at", "instruction", "relay", duties.relayed, {"meeting_name": ""}),
)
# fmt: on


def attempt(office: Office, tried: Try, day: date, *, wrong: bool) -> None:
    """The row as it stands before the move; then the move, with what comes with it."""
    register = installed().registers[f"leadership.{tried.register}"]
    move = register.procedure.move(tried.move)
    made = tried.make(day, 1)
    on: date = made.values[move.sets]
    values = {**made.values, **(tried.wrong if wrong else {})}
    carried = {*move.fields, *move.needs}
    later = [
        one
        for one in register.procedure.moves
        if isinstance(values.get(one.sets), date) and values[one.sets] > on
    ]
    gone = {move.sets, *carried, *(name for one in later for name in (*one.fields, one.sets))}
    standing = {name: value for name, value in values.items() if name not in gone}
    parts = {name: rows for name, rows in made.parts.items() if not (wrong and name == tried.without)}
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
        if register.workstream_key == "leadership"
        for gate in register.procedure.gates
        for day in BOTH
        if gate.applies(day)
    }
    assert {(f"leadership.{one.register}", one.gate, day) for one in TRIES for day in one.days} == wanted


@pytest.mark.parametrize("day", BOTH)
@pytest.mark.parametrize(
    ("conclusion", "placed"), [("lawful", True), ("lawful_if_changed", True), ("unlawful", False)]
)
def test_a_decision_is_placed_on_an_agenda_with_its_issued_legal_opinion_alone(
    office: Office, day: date, conclusion: str, placed: bool
) -> None:
    """第二十五条: no review, or one that finds it unlawful: no discussion."""
    made = recipe.proposed(ItemKind.DECISION, day, 1)
    items, opinions = (installed().registers[key] for key in ("leadership.agenda_item", "advisers.opinion"))
    row = stand(office, made, items)
    on = Timeline.since(day).on(3)
    facts = {"subject": made.values["name"], "sent_on": day, "issued_on": on, "drafted_by": "李四"}
    opinion = Made({**facts, "drafter": office.bureau.pk, "conclusion": conclusion})
    loaded = load(opinions, [opinion.as_row(office.government.pk, on)], actor=SYSTEM, synthetic=True)
    with pytest.raises(Refusal) as refused:
        go(office, row, "place", on, register=items)
    assert [lack.gate for lack in refused.value.lacks] == ["opinion"]
    row.record.refresh_from_db()
    link_records(row.record, Record.objects.get(pk__in=list(loaded.pks())), actor=SYSTEM)
    if placed:
        go(office, row, "place", on, register=items)
        row.refresh_from_db()
        assert row.placed_on == on
    else:
        with pytest.raises(Refusal):
            go(office, row, "place", on, register=items)


@pytest.mark.parametrize("day", BOTH)
def test_a_decision_submitted_for_discussion_is_placed_on_the_agenda_that_it_is_linked_with(
    office: Office, day: date
) -> None:
    items = installed().registers["leadership.agenda_item"]
    on = Timeline.since(day).on(3)
    row = stand(office, recipe.proposed(ItemKind.DECISION, day, 1), items)
    link_fact(row, "decisions.decision", day, name="未提交的决策", proposed_on=day)
    with pytest.raises(Refusal) as refused:
        go(office, row, "place", on, register=items)
    assert [lack.gate for lack in refused.value.lacks] == ["opinion"]
    row.refresh_from_db()
    link_fact(row, "decisions.decision", day, name="已提交的决策", proposed_on=day, submitted_on=on)
    go(office, row, "place", on, register=items)
    row.refresh_from_db()
    assert row.placed_on == on


@pytest.mark.parametrize(("result", "placed"), [("lawful", True), ("unlawful", False)])
def test_a_document_found_lawful_is_placed_on_the_agenda_that_it_is_linked_with(
    office: Office, result: str, placed: bool
) -> None:
    items = installed().registers["leadership.agenda_item"]
    row = stand(office, recipe.proposed(ItemKind.NORMATIVE, NEW_DAY, 1), items)
    facts = {"subject": "示例管理办法", "planned_on": NEW_DAY, "reviewed_on": NEW_DAY}
    link_fact(row, "normative.document", NEW_DAY, **facts, review_result=result)
    on = Timeline.since(NEW_DAY).on(3)
    if placed:
        go(office, row, "place", on, register=items)
        row.refresh_from_db()
        assert row.placed_on == on
        return
    with pytest.raises(Refusal) as refused:
        go(office, row, "place", on, register=items)
    assert [lack.gate for lack in refused.value.lacks] == ["opinion_normative"]


@pytest.mark.parametrize(
    ("key", "kind", "gate"),
    [
        ("legislation.rule", ItemKind.RULE, "opinion_rule"),
        ("legislation.bill", ItemKind.BILL, "opinion_bill"),
    ],
)
@pytest.mark.parametrize(("result", "placed"), [("lawful_if_changed", True), ("unlawful", False)])
def test_a_draft_of_a_rule_or_regulation_found_lawful_is_placed_on_the_agenda_that_it_is_linked_with(
    office: Office, key: str, kind: ItemKind, gate: str, result: str, placed: bool
) -> None:
    items = installed().registers["leadership.agenda_item"]
    row = stand(office, recipe.proposed(kind, NEW_DAY, 1), items)
    day = {"legislation.rule": "assigned_on", "legislation.bill": "begun_on"}[key]
    facts = {"subject": "示例市户外广告管理办法", day: NEW_DAY, "reviewed_on": NEW_DAY}
    link_fact(row, key, NEW_DAY, **facts, review_result=result)
    on = Timeline.since(NEW_DAY).on(3)
    if placed:
        go(office, row, "place", on, register=items)
        row.refresh_from_db()
        assert row.placed_on == on
        return
    with pytest.raises(Refusal) as refused:
        go(office, row, "place", on, register=items)
    assert [lack.gate for lack in refused.value.lacks] == [gate]


@pytest.mark.parametrize(
    ("kind", "closed"),
    [(Body.EXECUTIVE, set()), (Body.PLENARY, set()), (Body.OFFICE, {"body"})],
)
def test_a_decision_is_deliberated_by_the_executive_or_the_plenary_meeting_on_the_day_it_is_held(
    office: Office, kind: Body, closed: set[str]
) -> None:
    items = installed().registers["leadership.agenda_item"]
    made = recipe.exempted(ItemKind.DECISION, NEW_DAY, 1)
    on: date = made.values["discussed_on"]
    kept = {name: made.values[name] for name in ("name", "kind", "proposed_on", "placed_on")}
    exempted = {name: made.values[name] for name in ("exemption", "exemption_why", "exemption_by")}
    row = stand(office, Made({**kept, **exempted}), items)
    link_fact(row, "leadership.meeting", NEW_DAY, name="会议", kind=kind, called_on=NEW_DAY, held_on=on)
    said = {"head_last": YES, "against_majority": "no", "dissent": "no", "result": Result.PASSED}
    said |= {"resolution": "原则同意"}
    after = Timeline.since(on).on(1)
    with pytest.raises(Refusal) as refused:
        go(office, row, "discuss", after, register=items, **said)
    assert {lack.gate for lack in refused.value.lacks} == {"at_meeting", "body"}
    row.refresh_from_db()
    if closed:
        with pytest.raises(Refusal) as other:
            go(office, row, "discuss", on, register=items, **said)
        assert {lack.gate for lack in other.value.lacks} == closed
        return
    go(office, row, "discuss", on, register=items, **said)
    row.refresh_from_db()
    assert row.discussed_on == on
    assert {one.paper.key: one.lacks for one in makeable(items, row)} == {"resolved": ()}


@pytest.mark.parametrize(
    ("kind", "members", "present", "held"),
    [
        (Body.EXECUTIVE, 10, 6, True),
        (Body.EXECUTIVE, 10, 5, False),
        (Body.EXECUTIVE, 11, 6, True),
        (Body.EXECUTIVE, 11, 5, False),
        (Body.STANDING_COMMITTEE, 10, 5, True),
        (Body.STANDING_COMMITTEE, 11, 5, False),
        (Body.STUDY_GROUP, 0, 0, True),
        (Body.PROMOTION, 0, 0, True),
    ],
)
def test_who_must_be_there_depends_on_the_body(
    office: Office, kind: Body, members: int, present: int, held: bool
) -> None:
    """常务会议过半数；常委会会议半数以上；理论学习、推进会不作决定，不问到会人数。"""
    meetings = installed().registers["leadership.meeting"]
    row = stand(office, Made({"name": "会议", "kind": kind, "called_on": NEW_DAY, "chair": "王五"}), meetings)
    on, given = Timeline.since(NEW_DAY).on(3), {"members": members, "present": present}
    if not held:
        with pytest.raises(Refusal) as refused:
            go(office, row, "hold", on, register=meetings, **given)
        assert [lack.gate for lack in refused.value.lacks] == ["quorum"]
        return
    go(office, row, "hold", on, register=meetings, **given)
    assert row.step == "held"


def test_a_duty_without_proof_keeps_the_dossier_of_the_year_open(office: Office) -> None:
    made = duties.opened(NEW_DAY, 1)
    unproved = {"number": "二", "duty": "解决法治建设重大问题"}
    both = {**made.parts, "leadership.DossierDuty": [*made.parts["leadership.DossierDuty"], unproved]}
    dossiers = installed().registers["leadership.dossier"]
    row = stand(office, Made(made.values, both), dossiers)
    with pytest.raises(Refusal, match="履职清单逐项有佐证") as refused:
        go(office, row, "bind", Timeline.since(NEW_DAY).on(10), register=dossiers, volumes=1)
    assert [lack.gate for lack in refused.value.lacks] == ["checklist"]


def test_the_papers_of_a_dossier_stand_in_their_order_beside_its_checklist(office: Office) -> None:
    made = duties.opened(NEW_DAY, 1)
    papers = [{"position": at, "volume": 1, "paper": f"材料{at}"} for at in (10, 9, 2)]
    dossiers = installed().registers["leadership.dossier"]
    row = stand(office, Made(made.values, {**made.parts, "leadership.DossierPaper": papers}), dossiers)
    found = read_parts(dossiers.parts, row.pk)
    assert [one.values[2] for one in found if one.model == "leadership.DossierPaper"] == [
        "材料2",
        "材料9",
        "材料10",
    ]
    assert [one.values[1] for one in found if one.model == "leadership.DossierDuty"] == [
        "定期研究法治政府建设"
    ]
