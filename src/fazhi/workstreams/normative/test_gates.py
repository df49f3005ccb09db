"""Every gate under each law that demands it: one move refused by it alone, the same move allowed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

import pytest

from fazhi.engine.actor import SYSTEM
from fazhi.engine.bulk import BulkRow, load
from fazhi.engine.models import Record
from fazhi.engine.recipe import Made, Make, Timeline
from fazhi.engine.records import link_records
from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import installed
from fazhi.workstreams.normative import recipe as r
from fazhi.workstreams.normative.factory import Office, breached, go, stand
from fazhi.workstreams.normative.models.choices import (
    Class,
    Competition,
    CompetitionBy,
    Conclusion,
    Consultation,
    Ending,
    EndingGround,
    Maker,
    ObjectionKind,
    Opinion,
    Paper,
    Passed,
    Verdict,
)
from fazhi.workstreams.normative.recipe import NO
from fazhi.workstreams.normative.registers import CLEAN_UP, REGISTERS, ROUND

DAY = date(2025, 3, 3)
TIME = Timeline.since(DAY)


@dataclass(frozen=True)
class Try:
    """A move about to be made in a lawful row; ``wrong`` is laid over the row or what comes with the move."""

    gate: str
    move: str
    make: Make
    wrong: Mapping[str, Any] = field(default_factory=dict)
    register: str = "document"


def renewed(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return r.evaluated(day, n).with_values(renewed_on=time.on(65), expires_on=date(2030, 6, 3))


def closed_objection(day: date, n: int) -> Made:
    """Unlawful, and put right before it is closed."""
    time = Timeline.since(day)
    made = r.objected(ObjectionKind.CITIZEN, day, n)
    return made.with_values(finding=Opinion.UNLAWFUL, corrected_on=time.on(8), closed_on=time.on(9))


def expired(day: date, n: int) -> Made:
    """Ended on the day that it states as its last."""
    made = r.ended(Ending.EXPIRED, day, n)
    return made.with_values(expires_on=made.values["ended_on"], ending_ground=EndingGround.UNDECIDED)


FILING, DRAFT = partial(r.reviewed, Paper.FILING), partial(r.reviewed, Paper.NORMATIVE)
ABOLISHED, CITIZEN = partial(r.ended, Ending.ABOLISHED), partial(r.objected, ObjectionKind.CITIZEN)

# fmt: off
TRIES = (
    Try("maker", "draft", r.published, {"maker_kind": Maker.INTERNAL}),
    Try("assessment", "draft", r.published, {"necessary": NO}),
    Try("classification", "draft", r.published, {"classified": Class.UNCERTAIN}),
    Try("responsibility", "draft", r.published, {"responsible": NO}),
    Try("comment", "consult", r.published, {"comment_to_on": TIME.on(10)}),
    Try("comment_operators", "consult", r.for_operators,
        {"comment_to_on": TIME.on(20), "consultation_why": "时间紧"}),
    Try("operators_heard", "consult", r.for_operators, {"operators_heard_on": None}),
    Try("feedback", "consult", r.published, {"comment_feedback_on": None}),
    Try("rejection", "feed_back", r.published, {"comments_rejected_why": ""}),
    Try("competition_joint", "clear", r.for_operators, {"competition_by": CompetitionBy.SELF}),
    Try("points", "adjust", r.published, {"points_adopted": 2}),
    Try("filed_first", "learn_result", r.published, {"filed_on": None}),
    Try("congress_filed_first", "learn_congress_result", r.published, {"congress_filed_on": None}),
    Try("competition", "clear", r.for_operators, {"competition": Competition.NONCOMPLIANT}),
    Try("legality", "discuss", r.published, {"review_result": Opinion.UNLAWFUL}),
    Try("agenda", "discuss", r.published, {"meeting": ""}),
    Try("discussion", "sign", r.published, {"passed": Passed.AGAIN}),
    Try("numbered", "issue", r.published, {"number": ""}),
    Try("publication", "publish", r.published, {"url": ""}),
    Try("effect", "publish", r.published, {"effective_on": TIME.on(44)}),
    Try("expiry", "expire", expired, {"expires_on": None}),
    Try("package", "file", r.published, {"filing_complete": NO}),
    Try("renewal", "renew", renewed, {"evaluation": Conclusion.ABOLISH}),
    Try("ending", "abolish", ABOLISHED, {"ending_ground": EndingGround.UNDECIDED}),
    Try("prohibitions", "conclude", DRAFT, {"no_licence": NO}, "review"),
    Try("conclusion", "conclude", FILING, {"result": Opinion.UNDECIDED}, "review"),
    Try("review_length", "conclude", DRAFT, {"concluded_on": TIME.on(4)}, "review"),
    Try("correctable", "demand", r.corrected, {"result": Opinion.LAWFUL}, "review"),
    Try("round_agenda", "approve", r.round_of, {"meeting": ""}, "round"),
    Try("list_published", "publish", r.round_of, {"url": ""}, "round"),
    Try("verdict", "judge", partial(r.cleaned_up, Verdict.KEEP), {"verdict": Verdict.UNDECIDED}, "clean_up"),
    Try("plan_finished", "finish", r.planned, {"result": ""}, "plan_item"),
    Try("list_year", "send", r.yearly, {"year_end_on": date(2025, 6, 30)}, "yearly_list"),
    Try("list_sent", "send", r.yearly, {"sent_to": ""}, "yearly_list"),
    Try("finding", "answer", CITIZEN, {"finding": Opinion.UNDECIDED}, "objection"),
    Try("correction", "close", closed_objection, {"corrected_on": None}, "objection"),
)
# fmt: on


def attempt(office: Office, tried: Try, *, wrong: bool) -> None:
    """Stand the row as it was before the move, and make the move."""
    register = installed().registers[f"normative.{tried.register}"]
    move = register.procedure.move(tried.move)
    values = {**tried.make(DAY, 1).values, **(tried.wrong if wrong else {})}
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
    if move.key == "issue":
        later -= {"number"}
    ahead = {"comment_to_on"}
    standing = {
        name: value
        for name, value in values.items()
        if name not in own | later and (name in ahead or not (isinstance(value, date) and value > on))
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
    # These ask other records: test_procedure.py tries them.
    assert {one.gate for one in TRIES} == gates - {"all_judged", "opinion", "all_filed"}


def test_a_round_of_the_past_with_an_unjudged_document_is_kept_as_a_breach(office: Office) -> None:
    made = r.round_of(DAY, 1)
    listed = {"round_name": made.values["name"], "subject": "示例规定", "listed_on": DAY}
    stand(office, Made(listed), CLEAN_UP)
    assert breached(stand(office, made, ROUND)) == {"all_judged"}


@pytest.mark.parametrize(
    ("consultation", "why", "closed"),
    [
        (Consultation.SECRET, "涉及国家秘密", set()),
        (Consultation.URGENT, "防汛应急", {"comment_operators"}),
        (Consultation.SECRET, "", {"comment_operators"}),
    ],
)
def test_only_secrecy_spares_operators_the_thirty_days(
    office: Office, consultation: Consultation, why: str, closed: set[str]
) -> None:
    spared = r.for_operators(DAY, 1).with_values(
        consultation=consultation, consultation_why=why, comment_from_on=None, comment_to_on=None
    )
    assert breached(stand(office, spared)) == closed


@pytest.mark.parametrize(
    ("received", "adopted", "why", "closed"),
    [(12, 13, "", {"rejection"}), (12, 12, "", set()), (0, 0, "", set()), (12, 8, "与上位法不一致", set())],
)
def test_opinions_not_adopted_are_answered_with_a_reason(
    office: Office, received: int, adopted: int, why: str, closed: set[str]
) -> None:
    made = r.published(DAY, 1).with_values(
        comments=received, comments_adopted=adopted, comments_rejected_why=why
    )
    assert breached(stand(office, made)) == closed


@pytest.mark.parametrize(
    ("day", "maker", "closed"),
    [
        (DAY, Maker.GOVERNMENT, {"competition_joint"}),
        (DAY, Maker.DEPARTMENT, set()),
        (date(2023, 3, 1), Maker.GOVERNMENT, set()),
    ],
)
def test_what_a_government_issues_is_reviewed_jointly_from_august_2024(
    office: Office, day: date, maker: Maker, closed: set[str]
) -> None:
    """公平竞争审查条例第十三条、第十四条."""
    made = r.for_operators(day, 1).with_values(maker_kind=maker, competition_by=CompetitionBy.SELF)
    assert breached(stand(office, made)) == closed


def test_a_draft_lawful_only_if_changed_is_changed_before_it_is_deliberated(office: Office) -> None:
    made = r.published(DAY, 1).with_values(review_result=Opinion.IF_CHANGED)
    assert breached(stand(office, made)) == set()
    unchanged = made.with_values(subject="示例管理办法2", adjusted_on=None)
    assert breached(stand(office, unchanged)) == {"legality"}


def test_a_planned_document_is_finished_by_its_publication(office: Office) -> None:
    register = installed().registers["normative.plan_item"]
    row = stand(office, r.planned(DAY, 1).with_values(result=""), register)
    assert breached(row) == {"plan_finished"}
    document = stand(office, r.published(DAY, 1))
    link_records(row.record, document.record, actor=SYSTEM)
    assert breached(row) == set()


def test_a_shorter_period_for_comment_needs_its_reason(office: Office) -> None:
    short = r.published(DAY, 1).with_values(comment_to_on=TIME.on(10))
    assert breached(stand(office, short)) == {"comment"}
    reasoned = short.with_values(subject="示例管理办法2", consultation_why="执行上级紧急部署")
    assert breached(stand(office, reasoned)) == set()


def test_a_linked_competition_review_that_found_it_compliant_opens_the_gate(office: Office) -> None:
    made = r.for_operators(DAY, 1).with_values(competition=Competition.UNDECIDED)
    row = stand(office, made)
    assert breached(row) == {"competition"}
    key = "business.competition_review"
    facts = {"measure": "示例措施", "started_on": DAY, "concluded_on": TIME.on(4), "conclusion": "compliant"}
    loaded = load(
        installed().registers[key], [BulkRow(office.government.pk, DAY, facts)], actor=SYSTEM, synthetic=True
    )
    [pk] = loaded.pks()
    link_records(row.record, Record.objects.get(pk=pk), actor=SYSTEM)
    assert breached(row) == set()
