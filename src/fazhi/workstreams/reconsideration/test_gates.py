"""Every gate under every edition that demands it: one move refused by it alone, the same move allowed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from fazhi.engine.bulk import Standstill
from fazhi.engine.procedure import Gate, Move
from fazhi.engine.recipe import Made, Make, Timeline
from fazhi.engine.refusal import Refusal
from fazhi.engine.register import Register
from fazhi.engine.registry import installed
from fazhi.workstreams.reconsideration import examples, recipe, variants
from fazhi.workstreams.reconsideration.factory import Office, breached, go, stand
from fazhi.workstreams.reconsideration.models.choices import (
    Act,
    Admissibility,
    Adoption,
    Approval,
    Channel,
    Collected,
    CommitteeGround,
    Damages,
    Duty,
    Enforcer,
    Excuse,
    Outcome,
    Qualification,
    Scope,
    SimpleGround,
    StayGround,
    SuspensionGround,
    TerminationGround,
    Track,
)
from fazhi.workstreams.reconsideration.models.registers import ReviewResult
from fazhi.workstreams.reconsideration.recipe import NO, YES, accepted_time, decided, opened, upheld

OLD_DAY, NEW_DAY = date(2017, 3, 1), date(2025, 3, 3)
OLD, NEW, BOTH = (OLD_DAY,), (NEW_DAY,), (OLD_DAY, NEW_DAY)
CASE, REVIEW = "reconsideration.case", "reconsideration.norm_review"
OFFICER, SESSION = "reconsideration.Officer", "reconsideration.Hearing"
INVESTIGATION = "reconsideration.Investigation"
FIT = {"qualification": Qualification.QUALIFIED, "trained": YES}

Overlay = Mapping[str, Any] | Callable[[Timeline], Mapping[str, Any]]


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
    days: tuple[date, ...] = BOTH
    register: str = CASE
    parts: Mapping[str, list[dict[str, Any]]] = field(default_factory=dict)
    on: Callable[[Timeline], date] | None = None
    lawful: Mapping[str, Any] = field(default_factory=dict)
    ground: str = SuspensionGround.DEATH
    wrong_ground: str = ""


def negotiating(day: date, n: int) -> Made:
    on = Timeline.since(day).on(1)
    return recipe.application(day, n).with_values(concurrent=YES, negotiated_on=on)


def prolonging(day: date, n: int) -> Made:
    """Asked to correct; the move has no date of its own, so the row stands as before it."""
    time = Timeline.since(day)
    return recipe.abandoned(day, n).with_values(
        correct_by_on=time.on(20), correction_excuse=Excuse.GOOD, abandoned_on=None
    )


def converting(day: date, n: int) -> Made:
    return variants.simple(day, n).with_values(
        track=Track.SIMPLE, converted_on=accepted_time(day).on(4), conversion_reason="案情较为复杂"
    )


def investigating(day: date, n: int) -> Made:
    on = accepted_time(day).on(4)
    row = {"made_on": on, "officers": 2, "cards_shown": YES}
    return upheld(day, n, investigated_on=on).with_part(INVESTIGATION, row)


def staying(day: date, n: int) -> Made:
    return upheld(day, n, stayed_on=accepted_time(day).on(4), stay_ground=StayGround.ORGAN)


def suspending(day: date, n: int) -> Made:
    return Made(variants.suspended(SuspensionGround.DEATH, day, n).values, upheld(day, n).parts)


def resuming(day: date, n: int) -> Made:
    made = variants.suspended(SuspensionGround.DEATH, day, n)
    pause = Standstill("suspension", made.values["suspended_on"], None, SuspensionGround.DEATH)
    return Made(made.values, made.parts, (pause,))


def expiring(day: date, n: int) -> Made:
    """Suspended on the sixth working day; the sixty days have run."""
    began = accepted_time(day).on(6)
    over = Timeline.since(began + timedelta(60)).first
    made = opened(day, n).with_values(suspended_on=began, suspension_told_on=began, closed_on=over)
    return Made(made.values, made.parts, (Standstill("suspension", began, None, SuspensionGround.DEATH),))


def copying_up(day: date, n: int) -> Made:
    return upheld(day, n, copied_on=accepted_time(day).on(16), copied_to="示例市市场监督管理局")


def enforcing(day: date, n: int) -> Made:
    on = accepted_time(day).on(40)
    return upheld(day, n, performed_on=None, enforced_on=on, enforcer=Enforcer.COURT)


def redoing(day: date, n: int) -> Made:
    on = accepted_time(day).on(30)
    return decided(Outcome.ANNULLED, day, n, redo_ordered=YES, redone_on=on)


def transferring(day: date, n: int) -> Made:
    made = examples.review(day, n).with_values(competent=NO, transferred_on=Timeline.since(day).on(2))
    return made.with_values(**dict.fromkeys(("concluded_on", "maker_told_on", "maker_received_on")))


def major_case(day: date, n: int) -> Made:
    """Major, and the committee has advised, but not heard."""
    return variants.advised(day, n).with_values(major=YES)


def announced_late(time: Timeline) -> Mapping[str, Any]:
    return {"hearing_notified_on": time.on(2 + 5)}  # two working days after acceptance is the base


def asked_before(time: Timeline) -> Mapping[str, Any]:
    return {"asked_on": time.on(1), "corrected_on": time.on(2)}


def officers(*rows: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    return {OFFICER: [{"name": "张三", **FIT, **row} for row in rows]}


A, E, T = Admissibility, Outcome, TerminationGround
changed = partial(decided, E.CHANGED)

# fmt: off
TRIES = (
    Try("admissible", "accept", upheld, {"admissibility": A.LATE}),
    Try("refusal_ground", "refuse", recipe.refused, {"admissibility": A.MET}, NEW),
    Try("refusal_ground_1999", "refuse", recipe.refused, {"admissibility": A.OTHER_ORGAN}, OLD),
    Try("refusal_reasons", "refuse", recipe.refused, {"refusal_reasons": ""}, NEW),
    Try("refusal_organ", "refuse", recipe.refused, {"admissibility": A.OTHER_ORGAN}, NEW),
    Try("redirection", "redirect", recipe.redirected, {"competent_organ": ""}, OLD),
    Try("forwarding", "forward", recipe.forwarded, {"channel": Channel.IN_PERSON}, OLD),
    Try("concurrent", "negotiate", negotiating, {"concurrent": NO}),
    Try("correction_items", "ask", recipe.abandoned, {"asked_items": ""}),
    Try("correction_period", "ask", recipe.abandoned, {"correct_by_on": None}, OLD),
    Try("correction_once", "ask", recipe.abandoned, asked_before, NEW),
    Try("correction_excuse", "prolong_correction", prolonging, {"correction_excuse": Excuse.NONE}, NEW,
        on=lambda time: time.on(10)),
    Try("correction_overdue", "abandon", recipe.abandoned, days=NEW, on=lambda time: time.on(14)),
    Try("correction_overdue", "abandon", recipe.abandoned, days=OLD, on=lambda time: time.on(15)),
    Try("officers", "decide", upheld, parts=officers({"duty": Duty.LEAD})),
    Try("qualified_1999", "assign", upheld, days=OLD, parts=officers(
        {"duty": Duty.LEAD}, {"duty": Duty.SECOND, "qualification": Qualification.MISSING})),
    Try("qualified", "assign", upheld, days=NEW, parts=officers(
        {"duty": Duty.LEAD}, {"duty": Duty.SECOND, "trained": NO})),
    Try("simple_ground", "take_simple", variants.simple,
        {"simple_ground": SimpleGround.SMALL_AMOUNT, "amount": 3000_01}, NEW,
        lawful={"simple_ground": SimpleGround.SMALL_AMOUNT, "amount": 3000_00}),
    Try("simple_clear", "take_simple", variants.simple, {"clear": NO}, NEW),
    Try("conversion", "convert", converting, {"simple_on": None}, NEW),
    Try("evidence_1999", "answer", upheld, {"collected": Collected.SUPPLEMENTED}, OLD),
    Try("evidence", "answer", upheld, {"collected": Collected.DURING}, NEW,
        lawful={"collected": Collected.SUPPLEMENTED}),
    Try("investigation", "investigate", investigating, parts={INVESTIGATION: [{"officers": 1}]}),
    Try("stay", "stay", staying, {"stay_ground": StayGround.UNDECIDED}),
    Try("opinions", "decide", upheld, {"opinions_on": None}, NEW),
    Try("hearing_notice", "hold_hearing", variants.heard, announced_late, NEW),
    Try("hearing_bench", "hold_hearing", variants.heard, days=NEW, parts={SESSION: [{"hearers": 1}]}),
    Try("hearing", "decide", major_case, days=NEW, lawful={"major": NO}),
    Try("hearing_record", "decide", variants.heard, {"on_record": NO}, NEW),
    Try("committee_ground", "ask_committee", variants.advised,
        {"committee_ground": CommitteeGround.NOT_NEEDED}, NEW),
    Try("committee_record", "advise", variants.advised, {"committee_opinion": ""}, NEW),
    Try("committee", "decide", upheld, {"committee_ground": CommitteeGround.TECHNICAL}, NEW),
    Try("committee_weighed", "decide", variants.advised, {"committee_adopted": Adoption.UNDECIDED}, NEW),
    Try("suspension_2007", "suspend", suspending, days=OLD, wrong_ground=SuspensionGround.AGREEING),
    Try("suspension_told", "suspend", suspending, {"suspension_told_on": None}),
    Try("resumption_told", "resume", resuming, {"resumption_told_on": None}),
    Try("complicated", "extend", variants.extended, {"complicated": NO}),
    Try("extension_told", "extend", variants.extended, {"extension_told_on": None}),
    Try("decision_kind_1999", "decide", upheld, {"outcome": E.VOID}, OLD),
    Try("decision_kind", "decide", upheld, {"outcome": E.UNDECIDED}, NEW, lawful={"outcome": E.VOID}),
    Try("proposal", "decide", upheld, {"proposed_on": None}),
    Try("approval", "decide", upheld, {"approval": Approval.UNDECIDED},
        lawful={"approval": Approval.MEETING}),
    Try("unanswered_1999", "decide", upheld, {"answered_on": None}, OLD),
    Try("unanswered", "decide", upheld, {"answered_on": None}, NEW),
    Try("not_worse_2007", "decide", changed, {"worse": YES}, OLD),
    Try("not_worse", "decide", changed, {"worse": YES}, NEW,
        lawful={"worse": YES, "third_party_opposed": YES}),
    Try("rejection_ground", "decide", recipe.application_rejected, {"admissibility": A.MET}),
    Try("rejection_reasons", "decide", recipe.application_rejected, {"decision_reasons": ""}, NEW),
    Try("performance_period", "decide", recipe.performance_ordered, {"perform_by_on": None}),
    Try("claim_rejection", "decide", recipe.OUTCOMES[E.CLAIM_REJECTED], {"act_kind": Act.PENALTY}),
    Try("agreement_act", "decide", recipe.OUTCOMES[E.AGREEMENT], {"act_kind": Act.PENALTY}, NEW),
    Try("damages", "decide", upheld, {"damages": Damages.CLAIMED}, lawful={"damages": Damages.REJECTED}),
    Try("mediation_scope", "mediate", recipe.mediated, {"mediation_scope": Scope.OTHER}, OLD),
    Try("mediation_lawful", "mediate", recipe.mediated, {"agreement_lawful": NO}),
    Try("mediation_statement", "mediate", recipe.mediated, {"statement_signed_on": None}),
    Try("termination_ground", "terminate", recipe.withdrawn, {"termination_ground": T.UNDECIDED}),
    Try("withdrawal", "terminate", recipe.withdrawn, {"withdrawal_allowed": NO}),
    Try("settlement", "terminate", recipe.settled, {"agreement_lawful": NO}),
    Try("settlement_scope", "terminate", recipe.settled, {"mediation_scope": Scope.OTHER}, OLD),
    Try("suspended_60_days", "expire", expiring, on=lambda time: time.on(40)),
    Try("effective", "copy_up", copying_up, {"served_on": None}, NEW),
    Try("publicity", "publish", variants.published, {"act_public": NO}, NEW),
    Try("unperformed", "urge", variants.urged, lambda time: {"performed_on": time.on(20)}),
    Try("unsued", "enforce", enforcing, lambda time: {"sued_on": time.on(20)}),
    Try("enforcer_1999", "enforce", enforcing, {"enforcer": Enforcer.RECONSIDERING_ORGAN}, OLD),
    Try("enforcer", "enforce", enforcing, {"enforcer": Enforcer.RECONSIDERING_ORGAN}, NEW),
    Try("redoing", "redo", redoing, {"redo_ordered": NO}),
    Try("competence", "conclude", examples.review, {"competent": NO}, register=REVIEW),
    Try("maker_asked", "conclude", examples.review, {"maker_told_on": None}, NEW, REVIEW),
    Try("result", "conclude", examples.review, {"result": ReviewResult.UNDECIDED}, NEW, REVIEW),
    Try("no_competence", "transfer", transferring, {"competent": YES}, register=REVIEW),
)
# fmt: on

# Every ground that can be chosen is one of the new law: only a past fact without any breaks this gate.
MEASURED_ONLY = {("suspension", NEW_DAY)}


class Attempt:
    """One attempt: the row as it stands before the move, and what comes with the move."""

    def __init__(self, tried: Try, day: date, *, wrong: bool) -> None:
        self.register: Register = installed().registers[tried.register]
        self.move: Move = self.register.procedure.move(tried.move)
        self.tried, self.wrong = tried, wrong
        time = Timeline.since(day)
        made = tried.make(day, 1)
        if tried.lawful and not wrong:
            made = made.with_values(**tried.lawful)
        lawful_on = made.values[self.move.sets] if self.move.sets else time.on(10)
        self.on: date = tried.on(time) if tried.on and wrong else lawful_on
        overlay = tried.wrong(time) if callable(tried.wrong) else tried.wrong
        self.values = {**made.values, **(overlay if wrong else {})}
        self.carried = {*self.move.fields, *self.move.needs}
        self.row = Made(self.standing(lawful_on), self.child_rows(made), made.pauses)

    def standing(self, on: date) -> dict[str, Any]:
        """The columns filled before the move: not its own, nothing dated later or carried by later moves."""
        later = [
            move
            for move in self.register.procedure.moves
            if isinstance(day := self.values.get(move.sets), date) and day > on
        ]
        own = {self.move.sets, *self.carried, *(name for name, _ in self.move.writes)}
        overlaid = set() if callable(self.tried.wrong) or not self.wrong else set(self.tried.wrong)
        dropped = {name for move in later for name in (*move.fields, *(key for key, _ in move.writes))}
        if callable(self.tried.wrong) and self.wrong:
            own -= set(self.tried.wrong(Timeline.since(on)))
        return {
            name: value
            for name, value in self.values.items()
            if name not in own
            and (name not in dropped or name in overlaid)
            and not (isinstance(value, date) and value > on)
        }

    def child_rows(self, made: Made) -> dict[str, list[dict[str, Any]]]:
        parts = {name: [dict(row) for row in rows] for name, rows in made.parts.items()}
        if self.wrong:
            for name, rows in self.tried.parts.items():
                if name == OFFICER:
                    parts[name] = rows
                else:
                    parts[name] = [{**parts[name][0], **row} for row in rows]
        return parts

    def make(self, office: Office) -> None:
        row = stand(office, self.row, self.register)
        given = {name: self.values[name] for name in self.carried if self.values.get(name) is not None}
        if "transferred_to" in self.carried:
            given["transferred_to"] = office.bureau
        ground = (self.tried.wrong_ground if self.wrong else "") or self.tried.ground
        go(
            office,
            row,
            self.tried.move,
            self.on,
            register=self.register,
            ground=ground if self.move.opens == "suspension" else "",
            days=20 if self.move.extends else None,
            **given,
        )


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
        (gate.key, day) for key in (CASE, REVIEW) for gate in gates(key) for day in BOTH if gate.applies(day)
    }
    assert {(one.gate, day) for one in TRIES for day in one.days} == wanted - MEASURED_ONLY


def test_a_past_suspension_without_a_ground_is_kept_as_a_breach(office: Office) -> None:
    made = variants.suspended(SuspensionGround.DEATH, NEW_DAY, 1)
    assert breached(stand(office, Made(made.values, made.parts))) == {"suspension"}


def test_no_opinions_need_be_heard_in_the_simple_procedure_or_where_the_party_prevents_it(
    office: Office,
) -> None:
    assert breached(stand(office, variants.simple(NEW_DAY, 1))) == set()
    failed = upheld(NEW_DAY, 2, opinions_on=None, opinions_failed_on=accepted_time(NEW_DAY).on(5))
    assert breached(stand(office, failed)) == {"opinions"}
    stated = failed.with_values(number="示复〔2025〕3号", opinions_failed_why="当事人拒绝接听、无法联系")
    assert breached(stand(office, stated)) == set()


def test_a_major_case_that_was_heard_and_advised_may_be_decided(office: Office) -> None:
    heard = variants.heard(NEW_DAY, 1)
    advised = {
        name: value
        for name, value in variants.advised(NEW_DAY, 1).values.items()
        if name.startswith("committee")
    }
    row = stand(office, heard.with_values(major=YES, **advised))
    assert breached(row) == set()


@pytest.mark.parametrize(
    ("day", "outcome", "open_"),
    [
        (OLD_DAY, E.ANNULLED, True),
        (OLD_DAY, E.ILLEGAL, False),
        (NEW_DAY, E.ANNULLED, True),
        (NEW_DAY, E.ILLEGAL, True),
        (NEW_DAY, E.VOID, True),
        (NEW_DAY, E.CHANGED, False),
    ],
)
def test_an_act_not_answered_for_has_no_evidence(
    office: Office, day: date, outcome: Outcome, *, open_: bool
) -> None:
    row = stand(office, decided(outcome, day, 1, answered_on=None))
    assert breached(row) == (set() if open_ else {"unanswered" if day == NEW_DAY else "unanswered_1999"})


def test_evidence_of_a_third_party_saves_an_act_that_was_not_answered_for(office: Office) -> None:
    row = stand(office, upheld(NEW_DAY, 1, answered_on=None, third_party_proved=YES))
    assert breached(row) == set()


def test_an_answer_after_its_last_day_counts_as_none(office: Office) -> None:
    late = upheld(NEW_DAY, 1, answered_on=accepted_time(NEW_DAY).on(2 + 11))
    assert breached(stand(office, late)) == {"unanswered"}


def test_the_extension_of_a_simple_case_is_refused(office: Office) -> None:
    made = opened(NEW_DAY, 1).with_values(track=Track.SIMPLE, simple_on=accepted_time(NEW_DAY).on(1))
    on = accepted_time(NEW_DAY).on(6)
    with pytest.raises(Refusal, match="没有在计算"):
        go(office, stand(office, made), "extend", on, days=10, complicated=YES, extension_told_on=on)
