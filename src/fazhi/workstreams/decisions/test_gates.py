"""Every gate under every edition that demands it: one move refused by it alone, the same move allowed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pytest
from tests.linking import deliberate

from fazhi.engine.actor import SYSTEM
from fazhi.engine.answer import Answer
from fazhi.engine.bulk import load
from fazhi.engine.gates import open_gates
from fazhi.engine.models import Breach, Record
from fazhi.engine.procedure import Gate, Move
from fazhi.engine.recipe import Made, Make, Timeline
from fazhi.engine.records import link_records
from fazhi.engine.refusal import Refusal
from fazhi.engine.register import Register
from fazhi.engine.registry import installed
from fazhi.workstreams.decisions import examples, recipe, variants
from fazhi.workstreams.decisions.conditions import EXCEPTED
from fazhi.workstreams.decisions.factory import DESK, Office, breached, go, stand, stand_all
from fazhi.workstreams.decisions.gates import COMPETITION
from fazhi.workstreams.decisions.models.choices import (
    Change,
    Competition,
    CompetitionBy,
    Consulted,
    EvaluationGround,
    Meeting,
    Need,
    Result,
    RiskFinding,
    Scope,
    Verdict,
)
from fazhi.workstreams.decisions.recipe import EXPERT, NO, YES, decided

OLD_DAY, NEW_DAY = date(2017, 3, 1), date(2025, 3, 3)
NEW, BOTH = (NEW_DAY,), (OLD_DAY, NEW_DAY)
DECISION, ITEM = "decisions.decision", "decisions.catalogue_item"
MATTER, LIABILITY = "decisions.matter", "decisions.liability"
REGISTERS = (DECISION, ITEM, MATTER, LIABILITY)

Overlay = Mapping[str, Any] | Callable[[Timeline], Mapping[str, Any]]
EXPLORING = {
    "verdict": Verdict.UNLAWFUL,
    "exploratory": YES,
    "legal_risk": "尚无上位法依据",
    "exception_why": "省级改革试点",
    "exception_by": "县长",
}
UNASKED = {
    **dict.fromkeys(("heard_on", "comment_on", "comment_closed_on", "answered_on")),
    "comment_need": Need.NOT_REQUIRED,
    "comment_reason": "涉及国家秘密",
}


@dataclass(frozen=True)
class Try:
    """A move about to be made in a lawful row, and what closes one gate.

    ``wrong`` is laid over what comes with the move, or over the row where the move does not carry it;
    ``parts`` replace child rows; ``on`` moves the legal day; ``lawful`` is laid over for the allowed move.
    """

    gate: str
    move: str
    make: Make
    wrong: Overlay = field(default_factory=dict)
    days: tuple[date, ...] = NEW
    register: str = DECISION
    parts: Mapping[str, list[dict[str, Any]]] = field(default_factory=dict)
    on: Callable[[Timeline], date] | None = None
    lawful: Mapping[str, Any] = field(default_factory=dict)


def sent_late(time: Timeline) -> Mapping[str, Any]:
    return {"hearing_sent_on": time.on(28)}  # two working days before the hearing


def hurried(time: Timeline) -> Mapping[str, Any]:
    return {"review_wanted_on": time.on(43)}  # two working days after it was sent


# fmt: off
TRIES = (
    Try("covered", "start", decided, {"scope": Scope.EMERGENCY}),
    Try("studied", "start", decided, {"study": ""}),
    Try("consulted", "consult", decided, {"consulted": Consulted.UNDECIDED}),
    Try("disagreement", "consult", decided, {"consulted": Consulted.DISAGREED},
        lawful={"consulted": Consulted.DISAGREED, "disagreement": "争议问题和各方意见见附件"}),
    Try("procedures", "weigh", decided, {"hearing_reason": ""}),
    Try("shown", "open_comment", decided, {"drafted_on": None}),
    Try("shortened", "open_comment", variants.shortened, {"comment_short_why": ""}),
    Try("comment_period", "close_comment", decided, on=lambda time: time.on(20)),
    Try("comment_urgent", "close_comment", variants.shortened, days=BOTH, on=lambda time: time.on(12)),
    Try("adoption", "answer", decided, {"rejected_why": ""}, BOTH),
    Try("hearing_list", "hold_hearing", variants.heard, {"hearing_listed_on": None}),
    Try("hearing_papers", "hold_hearing", variants.heard, sent_late),
    Try("hearing_signed", "hold_hearing", variants.heard, {"hearing_signed": NO}),
    Try("expert_free", "argue", decided, parts={EXPERT: [{"interested": YES}]}),
    Try("expert_signed", "argue", decided, parts={EXPERT: [{"signed": NO}]}),
    Try("risk_report", "assess", decided, {"risk_points": ""}),
    Try("review_papers", "send", decided, {"procedures_told": NO}),
    Try("advisers", "review", decided, {"advisers_heard": NO}),
    Try("verdict", "review", decided, {"verdict": Verdict.UNDECIDED}, BOTH),
    Try("points", "adjust", decided, {"points_adopted": 1},
        lawful={"points_adopted": 1, "not_adopted_why": "已作解释"}),
    Try("public", "submit", decided, UNASKED, BOTH),
    Try("comment", "submit", decided, {"answered_on": None}),
    Try("hearing", "submit", decided, {"hearing_need": Need.REQUIRED}),
    Try("expert", "submit", decided, {"expert_adoption": ""}, BOTH),
    Try("risk", "submit", decided, {"risk_finding": RiskFinding.UNCONTROLLABLE}, BOTH,
        lawful={"risk_finding": RiskFinding.ADJUSTED}),
    Try("competition", "submit", decided, {"competition": Competition.NONCOMPLIANT},
        lawful={"competition": Competition.EXCEPTED}),
    Try("competition_joint", "submit", decided, {"competition_by": CompetitionBy.SELF}),
    Try("legality", "submit", decided, {"verdict": Verdict.UNLAWFUL}, BOTH, lawful=EXPLORING),
    Try("review_time", "submit", decided, hurried),
    Try("agenda", "discuss", decided, {"meeting_number": "", "meeting_kind": Meeting.UNDECIDED}, BOTH),
    Try("meeting", "discuss", decided, {"meeting_kind": Meeting.OFFICE}, BOTH,
        lawful={"meeting_kind": Meeting.PLENARY}),
    Try("presence", "discuss", decided, {"present": 10}),
    Try("head_last", "discuss", decided, {"head_last": NO}),
    Try("minutes", "discuss", decided, {"recorded": NO}),
    Try("agreed", "decide", decided, {"discussion_result": Result.REJECTED}, BOTH),
    Try("majority", "decide", decided, {"with_majority": NO},
        lawful={"with_majority": NO, "head_reason": "理由已在会上说明"}),
    Try("party", "decide", decided, {"party_asked_on": None}),
    Try("congress", "decide", decided, {"congress_reason": ""}),
    Try("adoption_told", "publish", decided, {"adoption_told": NO}),
    Try("record", "file", decided, {"file_complete": NO}),
    Try("published", "archive", recipe.archived, {"published_on": None}),
    Try("filed", "archive", recipe.archived, {"filed_on": None}),
    Try("urgent", "suspend", recipe.suspended, {"urgent": NO}),
    Try("change", "change", recipe.changed, {"change": Change.MAJOR},
        lawful={"change": Change.MAJOR, "change_by": "示政决〔2025〕9号"}),
    Try("stop", "stop", recipe.stopped, {"stop_discussed": NO}),
    Try("evaluation_ground", "evaluate", recipe.evaluated,
        {"evaluation_ground": EvaluationGround.UNDECIDED}),
    Try("evaluator", "evaluate", recipe.evaluated, {"evaluator_free": NO}),
    Try("completed", "complete", examples.completed, {"decision_number": ""}, NEW, ITEM),
    Try("removal", "remove", examples.removed, {"removal_consented_on": None}, NEW, ITEM),
    Try("matter_verdict", "review", examples.matter, {"verdict": Verdict.UNDECIDED}, BOTH, MATTER),
    Try("matter_points", "adopt", examples.adopted, {"points_adopted": 0}, BOTH, MATTER),
    Try("matter_legality", "submit", examples.matter, {"verdict": Verdict.UNLAWFUL}, BOTH, MATTER),
    Try("matter_agenda", "settle", examples.matter, {"meeting": ""}, BOTH, MATTER),
    Try("matter_meeting", "settle", examples.matter, {"present": 10}, BOTH, MATTER),
    Try("matter_result", "settle", examples.matter, {"result": Result.UNDECIDED}, BOTH, MATTER),
    Try("fault", "conclude", examples.pursued, {"finding": ""}, NEW, LIABILITY),
    Try("dissent", "conclude", examples.pursued, {"dissented": YES}, NEW, LIABILITY,
        lawful={"dissented": YES, "mitigation": "会议记录载明反对，免予追究"}),
)
# fmt: on

# The step before publication is the consent itself: only a past fact without it breaks this gate; an opinion
# is linked, and a draft is changed after its review, so these have tests of their own below and in
# test_procedure.py.
MEASURED_ONLY = {
    *((key, NEW_DAY) for key in ("consent", "repeats_fixed", "repeated")),
    *((key, day) for key in ("opinion", "matter_opinion") for day in BOTH),
}


class Attempt:
    """One attempt: the row as it stands before the move, and what comes with the move."""

    def __init__(self, tried: Try, day: date, *, wrong: bool) -> None:
        self.register: Register = installed().registers[tried.register]
        self.move: Move = self.register.procedure.move(tried.move)
        self.tried, self.wrong = tried, wrong
        time = Timeline.since(day)
        made = tried.make(day, 1).with_values(**({} if wrong else tried.lawful))
        lawful_on = made.values[self.move.sets]
        self.on: date = tried.on(time) if tried.on and wrong else lawful_on
        self.overlay = (tried.wrong(time) if callable(tried.wrong) else tried.wrong) if wrong else {}
        self.values = {**made.values, **self.overlay}
        self.carried = {*self.move.fields, *self.move.needs}
        self.row = Made(self.standing(lawful_on), self.child_rows(made))

    def standing(self, on: date) -> dict[str, Any]:
        """The columns filled before the move: not its own, nothing dated later or carried by later moves."""
        later = [
            move
            for move in self.register.procedure.moves
            if isinstance(day := self.values.get(move.sets), date) and day > on
        ]
        own = {self.move.sets, *self.carried}
        dropped = {name for move in later for name in move.fields} - set(self.overlay)
        return {
            name: value
            for name, value in self.values.items()
            if name not in own | dropped and not (isinstance(value, date) and value > on)
        }

    def child_rows(self, made: Made) -> dict[str, list[dict[str, Any]]]:
        parts = {name: [dict(row) for row in rows] for name, rows in made.parts.items()}
        for name, rows in self.tried.parts.items() if self.wrong else ():
            parts[name] = [{**parts[name][0], **row} for row in rows]
        return parts

    def make(self, office: Office) -> None:
        row = stand(office, self.row, self.register)
        given = {name: self.values[name] for name in self.carried if self.values.get(name) is not None}
        go(office, row, self.tried.move, self.on, register=self.register, **given)


CASES = [pytest.param(one, day, id=f"{one.gate}-{day.year}") for one in TRIES for day in one.days]


@pytest.mark.parametrize(("tried", "day"), CASES)
def test_the_move_is_refused_by_this_gate_alone(office: Office, tried: Try, day: date) -> None:
    with pytest.raises(Refusal) as refused:
        Attempt(tried, day, wrong=True).make(office)
    assert [lack.gate for lack in refused.value.lacks] == [tried.gate]
    [lack] = refused.value.lacks
    assert lack.articles
    assert lack.remedy


@pytest.mark.parametrize(("tried", "day"), CASES)
def test_the_same_move_is_allowed_where_the_gate_is_open(office: Office, tried: Try, day: date) -> None:
    Attempt(tried, day, wrong=False).make(office)


def test_every_gate_is_tried_under_every_edition_that_demands_it() -> None:
    def gates(key: str) -> tuple[Gate, ...]:
        return installed().registers[key].procedure.gates

    wanted = {
        (gate.key, day) for key in REGISTERS for gate in gates(key) for day in BOTH if gate.applies(day)
    }
    assert {(one.gate, day) for one in TRIES for day in one.days} == wanted - MEASURED_ONLY


def test_a_catalogue_published_without_consent_is_kept_as_a_breach(office: Office) -> None:
    made = examples.listed(NEW_DAY, 1)
    register = installed().registers[ITEM]
    assert breached(stand(office, made, register)) == set()
    without = made.with_values(seq=2, consented_on=None)
    assert breached(stand(office, without, register)) == {"consent"}


def test_a_past_decision_discussed_unreviewed_is_kept_as_a_breach(office: Office) -> None:
    made = decided(NEW_DAY, 1).with_values(verdict=Verdict.UNDECIDED)
    assert breached(stand(office, made)) == {"verdict", "legality"}


def test_an_exception_is_put_forward_after_its_review_and_counts_only_where_it_was_not_lawful(
    office: Office,
) -> None:
    """条例第二十五条第二款."""
    unreviewed = variants.exploring(NEW_DAY, 1).with_values(reviewed_on=None, adjusted_on=None)
    assert "legality" in breached(stand(office, unreviewed))
    lawful = variants.exploring(NEW_DAY, 2).with_values(verdict=Verdict.LAWFUL)
    needless, needed = stand_all(office, [lawful, variants.exploring(NEW_DAY, 3)])
    seen = installed().registers[DECISION].model._default_manager.filter(EXCEPTED)
    assert set(seen.values_list("pk", flat=True)) == {needed.pk}
    assert breached(needless) == set()


def test_an_appointment_needs_no_legality_review(office: Office) -> None:
    made = examples.excepted(NEW_DAY, 1).with_values(excepted=NO, kind="appointment")
    register = installed().registers[MATTER]
    assert breached(stand(office, made, register)) == set()
    topic = made.with_values(kind="topic", name="示例议题2")
    assert breached(stand(office, topic, register)) == {"matter_legality"}


def test_a_linked_fair_competition_review_opens_the_gate_where_it_found_the_draft_compliant(
    office: Office,
) -> None:
    reviews = installed().registers["business.competition_review"]
    on = Timeline.since(NEW_DAY).on(40)
    for n, (conclusion, opened) in enumerate((("noncompliant", False), ("excepted", True)), 1):
        made = decided(NEW_DAY, n).with_values(competition=Competition.UNDECIDED, competition_on=None)
        row = stand(office, made)
        review = Made({"measure": "示例办法", "started_on": on, "concluded_on": on, "conclusion": conclusion})
        loaded = load(reviews, [review.as_row(office.government.pk, on)], actor=SYSTEM, synthetic=True)
        [found] = Record.objects.filter(pk__in=list(loaded.pks()))
        link_records(row.record, found, actor=SYSTEM)
        gate = {COMPETITION.key: opened}
        assert open_gates(installed().registers[DECISION], row.pk, [COMPETITION]) == gate


def test_what_a_government_issues_is_reviewed_jointly_from_august_2024(office: Office) -> None:
    """公平竞争审查条例第十四条: before that day the drafting unit reviewed by itself."""
    alone = decided(NEW_DAY, 1).with_values(competition_by=CompetitionBy.SELF)
    assert breached(stand(office, alone)) == {"competition_joint"}
    before = decided(date(2023, 3, 1), 2).with_values(competition_by=CompetitionBy.SELF)
    assert breached(stand(office, before)) == set()
    untouched = alone.with_values(
        name="示例三",
        competition_need=Need.NOT_REQUIRED,
        competition_reason="不涉及经营者经济活动",
        competition=Competition.UNDECIDED,
        competition_on=None,
    )
    assert breached(stand(office, untouched)) == set()


def test_a_department_reviews_by_itself_what_it_decides(office: Office) -> None:
    """公平竞争审查条例第十三条."""
    alone = decided(NEW_DAY, 1).with_values(competition_by=CompetitionBy.SELF)
    row = DESK.fact(office, alone, installed().registers[DECISION])
    loaded = load(
        installed().registers[DECISION],
        [row._replace(organ_id=office.bureau.pk)],
        actor=SYSTEM,
        synthetic=True,
    )
    assert not Breach.objects.filter(record__in=list(loaded.pks())).exists()


@pytest.mark.parametrize("wrong", [{"interested": YES}, {"interested": Answer.UNKNOWN}])
def test_one_interested_expert_among_several_is_one_too_many(office: Office, wrong: dict[str, Any]) -> None:
    other = {"name": "郑某", "interested": NO, "signed": YES, **wrong}
    assert breached(stand(office, decided(NEW_DAY, 1).with_part(EXPERT, other))) == {"expert_free"}


def test_one_unsigned_opinion_among_several_is_one_too_few(office: Office) -> None:
    other = {"name": "郑某", "interested": NO, "signed": NO}
    assert breached(stand(office, decided(NEW_DAY, 1).with_part(EXPERT, other))) == {"expert_signed"}


def test_an_argument_without_experts_is_none(office: Office) -> None:
    made = decided(NEW_DAY, 1)
    assert breached(stand(office, replace(made, parts={}))) == {"expert_free", "expert_signed"}


@pytest.mark.parametrize("evaluator", ["示例评估公司", "钱某"])
def test_who_assessed_or_argued_before_the_decision_does_not_evaluate_it(
    office: Office, evaluator: str
) -> None:
    """条例第三十六条第二款: whatever was answered to the question whether it did."""
    made = recipe.evaluated(NEW_DAY, 1).with_values(evaluator=evaluator)
    assert breached(stand(office, made)) == {"evaluator"}


@pytest.mark.parametrize("day", BOTH)
def test_a_decision_is_discussed_on_the_day_on_which_the_meeting_deliberated_its_item(
    office: Office, day: date
) -> None:
    row = stand(office, recipe.reviewed(day, 1))
    on, before, after = (Timeline.since(day).on(n) for n in (54, 53, 55))
    go(office, row, "submit", Timeline.since(day).on(50))
    deliberate(row, on, "other")
    for wrong in (before, on, after):
        with pytest.raises(Refusal) as refused:
            go(office, row, "discuss", wrong)
        assert [lack.gate for lack in refused.value.lacks] == ["agenda"]
        row.refresh_from_db()
    deliberate(row, on, "decision")
    for wrong in (before, after):
        with pytest.raises(Refusal) as other:
            go(office, row, "discuss", wrong)
        assert [lack.gate for lack in other.value.lacks] == ["agenda"]
        row.refresh_from_db()
    go(office, row, "discuss", on)
    assert breached(row) == set()


def test_what_the_agenda_item_tells_is_not_typed_with_the_move(office: Office) -> None:
    row = stand(office, recipe.reviewed(NEW_DAY, 1))
    go(office, row, "submit", Timeline.since(NEW_DAY).on(50))
    with pytest.raises(Refusal, match="“集体讨论”不填写“会议名称和次数”"):
        go(office, row, "discuss", Timeline.since(NEW_DAY).on(54), meeting_number="第8次常务会议")


@pytest.mark.parametrize(
    ("against", "reasons", "decided_so"),
    [("no", "", True), ("yes", "工期不宜推迟", True), ("yes", "", False)],
)
def test_the_head_explains_at_the_meeting_why_he_departs_from_most_of_it(
    office: Office, against: str, reasons: str, decided_so: bool
) -> None:
    row = stand(office, recipe.reviewed(NEW_DAY, 1))
    on = Timeline.since(NEW_DAY).on(54)
    go(office, row, "submit", Timeline.since(NEW_DAY).on(50))
    go(office, row, "ask_party", Timeline.since(NEW_DAY).on(51))
    deliberate(row, on, "decision", against_majority=against, against_reasons=reasons)
    go(office, row, "discuss", on)
    if decided_so:
        go(office, row, "decide", on, executor=office.bureau)
        return
    with pytest.raises(Refusal) as refused:
        go(office, row, "decide", on, executor=office.bureau)
    assert [lack.gate for lack in refused.value.lacks] == ["majority"]


@pytest.mark.parametrize("day", BOTH)
def test_an_opinion_of_the_queue_is_taken_over_with_its_own_conclusion_alone(
    office: Office, day: date
) -> None:
    opinions = installed().registers["advisers.opinion"]
    row = stand(office, recipe.in_review(day, 1))
    on = Timeline.since(day).on(47)
    facts = {"subject": "示例办法", "sent_on": Timeline.since(day).on(41), "issued_on": on}
    opinion = Made({**facts, "drafter": office.bureau.pk, "drafted_by": "李四", "conclusion": "lawful"})
    loaded = load(opinions, [opinion.as_row(office.government.pk, on)], actor=SYSTEM, synthetic=True)
    given = {"opinion_number": "示法审1号", "advisers_heard": YES, "points": 1}
    with pytest.raises(Refusal) as refused:
        go(office, row, "take_opinion", on, verdict=Verdict.LAWFUL, **given)
    assert [lack.gate for lack in refused.value.lacks] == ["opinion"]
    row.refresh_from_db()
    [found] = Record.objects.filter(pk__in=list(loaded.pks()))
    row.record.refresh_from_db()
    link_records(row.record, found, actor=SYSTEM)
    with pytest.raises(Refusal) as other:
        go(office, row, "take_opinion", on, verdict=Verdict.LAWFUL_IF_CHANGED, **given)
    assert [lack.gate for lack in other.value.lacks] == ["opinion"]
    row.refresh_from_db()
    go(office, row, "take_opinion", on, verdict=Verdict.LAWFUL, **given)
    assert breached(row) == set()
