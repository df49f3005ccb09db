"""Every gate under every body of rules that demands it: a move refused by it alone, and allowed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

import pytest

from fazhi.engine.procedure import Gate
from fazhi.engine.recipe import Made, Make, Timeline
from fazhi.engine.refusal import Refusal
from fazhi.engine.register import Register
from fazhi.engine.registry import installed
from fazhi.law import in_force
from fazhi.organs.models import Rank
from fazhi.workstreams.litigation import recipe, small, variants
from fazhi.workstreams.litigation.examples import RECIPES
from fazhi.workstreams.litigation.factory import Office, breached, go, stand
from fazhi.workstreams.litigation.models.choices import (
    AgentKind,
    Collected,
    Form,
    HeadGround,
    Instance,
    Outcome,
    Reconsidered,
    RetrialGround,
    Role,
    Scope,
)
from fazhi.workstreams.litigation.models.claims import CompensationResult, Ruling
from fazhi.workstreams.litigation.models.registers import (
    Escalation,
    Issuer,
    MeetingKind,
    SuggestionKind,
    WarningKind,
)
from fazhi.workstreams.litigation.recipe import AGENT, DELIVERED, NO, SERVED, SESSION, YES, judged, won

# The law with the State Council's opinion; with the interpretation of 2018; with the rules of 2020.
DAYS = (date(2017, 3, 1), date(2019, 3, 1), date(2025, 3, 3))
LAWSUIT, SUGGESTION = "litigation.lawsuit", "litigation.suggestion"
OBSERVATION, MEETING, WARNING = "litigation.observation", "litigation.meeting", "litigation.warning"
CLAIM, FORCE = "litigation.compensation", "litigation.enforcement"
REGISTERS = (LAWSUIT, SUGGESTION, OBSERVATION, MEETING, WARNING, CLAIM, FORCE)

Overlay = Mapping[str, Any] | Callable[[Timeline], Mapping[str, Any]]


@dataclass(frozen=True)
class Try:
    """A move about to be made in a lawful row, and what closes one gate.

    ``wrong`` is laid over what comes with the move, or over the row where the move does not carry it;
    ``part`` is laid over the last child row of a kind; ``on`` is a later legal day; ``lawful`` is laid over
    for the allowed move; ``also`` are gates that the same fault cannot but close.
    """

    gate: str
    move: str
    make: Make
    wrong: Overlay = field(default_factory=dict)
    register: str = LAWSUIT
    part: tuple[str, Mapping[str, Any]] | None = None
    on: Callable[[Timeline], date] | None = None
    lawful: Mapping[str, Any] = field(default_factory=dict)
    also: tuple[str, ...] = ()


def archived(day: date, n: int) -> Made:
    return judged(Outcome.ANNULLED, day, n, archived_on=Timeline.since(day).on(60))


def escalated(day: date, n: int) -> Made:
    """Answered, and then sued over."""
    time = Timeline.since(day)
    return small.suggested(SuggestionKind.PUBLIC_INTEREST, day, n).with_values(
        escalated_on=time.on(10), escalation=Escalation.SUED, verified_on=None
    )


def objecting(day: date, n: int) -> Made:
    return public(day, n).with_values(objected_on=Timeline.since(day).on(1))


public = small.BY_KIND[SuggestionKind.PUBLIC_INTEREST]
joint = small.MEETINGS[MeetingKind.JOINT]
warning = small.WARNINGS[WarningKind.WARNING]
lost = partial(judged, Outcome.ANNULLED)
EMPTY_CHAIR = {"head_attended": NO, "staff_attended": NO, "lawyer_attended": YES}
ABSENT = {"head_attended": NO, "head_rank": ""}

# fmt: off
TRIES = (
    Try("role", "assign", won, {"role": Role.UNDECIDED}),
    Try("joint", "assign", won, {"reconsidered": Reconsidered.UPHELD}),
    Try("handling", "assign", won, {"handling": None}),
    Try("unfiled", "resolve", recipe.resolved, lambda time: {"filed_on": time.on(2)}),
    Try("evidence_in_time", "answer", won, on=lambda time: time.on(SERVED + 14)),
    Try("evidence_own", "answer", won, {"collected": Collected.DURING},
        lawful={"collected": Collected.SUPPLEMENTED}),
    Try("late_reason", "ask_late", variants.late_evidence, {"late_reason": ""}),
    Try("late_asked", "ask_late", variants.late_evidence, on=lambda time: time.on(SERVED + 14)),
    Try("leave", "supply_late", variants.late_evidence, {"leave_on": None}),
    Try("late_in_time", "supply_late", variants.late_evidence, on=lambda time: time.on(30)),
    Try("head_rank", "send_head", won, {"head_rank": Rank.STAFF}),
    Try("head_own", "send_head", won, {"head_own": NO}),
    Try("staff", "send_staff", recipe.staff_in_court, part=(AGENT, {"kind": AgentKind.LAWYER}),
        also=("staff_authorised",)),
    Try("staff_authorised", "send_staff", recipe.staff_in_court, part=(AGENT, {"sealed": NO})),
    Try("absence", "send_staff", variants.excused, {"absence_sealed": NO}),
    Try("call_ground", "hear", variants.called, part=(SESSION, {"head_ground": HeadGround.UNDECIDED})),
    Try("attended", "hear", won, part=(SESSION, EMPTY_CHAIR)),
    Try("attended_again", "hear_again", variants.heard_twice, part=(SESSION, EMPTY_CHAIR)),
    Try("head_duty", "hear", variants.called, part=(SESSION, ABSENT)),
    Try("head_duty_again", "hear_again", variants.heard_twice, part=(SESSION, {"head_required": YES})),
    Try("opinion", "hear", won, part=(SESSION, {"resolution_opinion": NO})),
    Try("mediation_scope", "mediate", recipe.mediated, {"mediation_scope": Scope.OTHER},
        lawful={"mediation_scope": Scope.COMPENSATION}),
    Try("mediation_lawful", "mediate", recipe.mediated, {"agreement_lawful": NO}),
    Try("outcome", "conclude", won, {"form": Form.RULING}),
    Try("appeal_result", "conclude", recipe.second_instance, {"appeal_result": "undecided"}),
    Try("withdrawal", "conclude", recipe.OUTCOMES[Outcome.WITHDRAWN], {"withdrawal_allowed": NO}),
    Try("appeal_first", "be_appealed", variants.appealed, {"instance": Instance.SECOND}),
    Try("appeal_in_time", "appeal", variants.appealed, on=lambda time: time.on(DELIVERED + 15)),
    Try("effect", "take_effect", won, on=lambda time: time.on(DELIVERED + 5)),
    Try("measure", "coerce", variants.coerced, {"to_perform": NO}),
    Try("fine", "coerce", variants.coerced, {"fine_per_day": 100_01}, lawful={"fine_per_day": 100_00}),
    Try("fine", "coerce", variants.coerced, {"fine_per_day": 49_99}, lawful={"fine_per_day": 50_00}),
    Try("performed", "archive", archived, {"performed_on": None}),
    Try("retrial_ground", "retry", variants.retried, {"retrial_ground": RetrialGround.UNDECIDED}),
    Try("lost", "review", lost, {"outcome": Outcome.CLAIM_REJECTED}),
    Try("loss_cause", "review", lost, {"responsible": ""}),
    Try("loss_reviewed", "report_loss", lost, {"reviewed_on": None}),
    Try("kind", "assign", public, {"issuer": Issuer.COURT}, SUGGESTION),
    Try("objection", "object", objecting, {"issuer": Issuer.COURT}, SUGGESTION),
    Try("answered_for", "handle", public, {"measures": ""}, SUGGESTION),
    Try("in_writing", "reply", public, {"reply_number": ""}, SUGGESTION),
    Try("reply_first", "close", escalated, {"replied_on": None}, SUGGESTION),
    Try("restored", "close", public, {"verified_on": None}, SUGGESTION),
    Try("escalation", "escalate", escalated, {"escalation": Escalation.UNDECIDED}, SUGGESTION),
    Try("observed", "hold", small.observed, {"observers": 0}, OBSERVATION),
    Try("advised", "hold", joint, {"advice": ""}, MEETING),
    Try("advice_answered", "conclude", joint, {"replied_on": None}, MEETING),
    Try("answered_in_time", "reply", joint, lambda time: {"reply_by_on": time.on(10)}, MEETING),
    Try("threshold", "issue", warning, {"losses": 2}, WARNING),
    Try("grounded", "issue", warning, {"reason": ""}, WARNING),
    Try("correction", "correct", warning, {"correction": ""}, WARNING),
    Try("result", "decide", small.refused, {"result": CompensationResult.UNDECIDED}, CLAIM),
    Try("heard", "decide", small.granted, {"heard_on": None}, CLAIM),
    Try("reasons", "decide", small.refused, {"refusal_reasons": ""}, CLAIM),
    Try("served", "finish", small.granted, {"served_on": None}, CLAIM),
    Try("paid", "finish", small.granted, {"paid_on": None}, CLAIM),
    Try("unsued", "apply", small.allowed, {"sued": YES}, FORCE),
    Try("in_time", "apply", small.allowed, register=FORCE, on=lambda time: time.on(80)),
    Try("demanded", "apply", small.allowed, {"demanded_on": None}, FORCE),
    Try("ruled", "receive_ruling", small.allowed, {"ruling": Ruling.UNDECIDED}, FORCE),
)
# fmt: on


def gate_of(register: str, key: str) -> Gate:
    return next(gate for gate in installed().registers[register].procedure.gates if gate.key == key)


class Attempt:
    """One attempt: the row as it stands before the move, and what comes with the move."""

    def __init__(self, tried: Try, day: date, *, wrong: bool) -> None:
        self.tried, self.wrong = tried, wrong
        self.register: Register = installed().registers[tried.register]
        self.move = self.register.procedure.move(tried.move)
        time = Timeline.since(day)
        self.made = tried.make(day, 1)
        usual: date = self.made.values[self.move.sets]
        self.on = tried.on(time) if tried.on and wrong else usual
        self.overlay: Mapping[str, Any] = tried.lawful
        if wrong:
            self.overlay = tried.wrong(time) if callable(tried.wrong) else tried.wrong
        self.carried = {*self.move.fields, *self.move.needs}
        self.until = usual

    def standing(self) -> dict[str, Any]:
        """The columns filled before the move: not its own, nothing that later acts bring or that is later."""
        values = {**self.made.values, **self.overlay}
        own = {self.move.sets, *self.carried, *(name for name, _ in self.move.writes)}
        for move in self.register.procedure.moves:
            day = self.made.values.get(move.sets)
            if day is not None and day > self.until:
                own |= {move.sets, *move.fields, *(name for name, _ in move.writes)} - set(self.overlay)
        own -= set(self.register.needs)
        kept = {name: value for name, value in values.items() if name not in own}
        organs = dict.fromkeys(self.carried & set(RECIPES[self.register.key].organs))
        return {**kept, **organs}

    def child_rows(self) -> dict[str, list[dict[str, Any]]]:
        parts = {name: [dict(row) for row in rows] for name, rows in self.made.parts.items()}
        if self.wrong and self.tried.part:
            name, overlay = self.tried.part
            parts[name][-1] |= overlay
        return parts

    def make(self, office: Office) -> None:
        row = stand(office, Made(self.standing(), self.child_rows()), self.register)
        organs = dict.fromkeys(RECIPES[self.register.key].organs, office.bureau)
        values = {**self.made.values, **organs, **self.overlay}
        given = {name: values[name] for name in self.carried if name in values}
        go(office, row, self.tried.move, self.on, register=self.register, **given)


def days_of(gate: Gate) -> list[date]:
    """The first day under each set of articles that demand the gate."""
    found = {in_force(gate.cites, day): day for day in reversed(DAYS)}
    return [day for cites, day in found.items() if cites]


CASES = [
    pytest.param(one, day, id=f"{one.gate}-{day.year}")
    for one in TRIES
    for day in days_of(gate_of(one.register, one.gate))
]


@pytest.mark.parametrize(("tried", "day"), CASES)
def test_the_move_is_refused_by_this_gate_alone(office: Office, tried: Try, day: date) -> None:
    with pytest.raises(Refusal) as refused:
        Attempt(tried, day, wrong=True).make(office)
    also = {key for key in tried.also if gate_of(tried.register, key).applies(day)}
    assert {lack.gate for lack in refused.value.lacks} == {tried.gate, *also}
    assert all(lack.articles and lack.remedy for lack in refused.value.lacks)


@pytest.mark.parametrize(("tried", "day"), CASES)
def test_the_same_move_is_allowed_where_the_gate_is_open(office: Office, tried: Try, day: date) -> None:
    Attempt(tried, day, wrong=False).make(office)


def test_every_gate_is_tried_under_every_body_of_rules_that_demands_it() -> None:
    wanted = {
        (register, gate.key, day)
        for register in REGISTERS
        for gate in installed().registers[register].procedure.gates
        for day in days_of(gate)
    }
    tried = {
        (one.register, one.gate, day) for one in TRIES for day in days_of(gate_of(one.register, one.gate))
    }
    assert tried == wanted


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (DAYS[0], {"attended"}),
        (DAYS[1], {"attended", "head_duty"}),
        (DAYS[2], {"attended", "head_duty"}),
    ],
)
def test_a_past_session_with_a_lawyer_alone_is_kept_as_a_breach(
    office: Office, day: date, found: set[str]
) -> None:
    made = variants.called(day, 1)
    [session] = made.parts[SESSION]
    parts = {**made.parts, SESSION: [{**session, **EMPTY_CHAIR}]}
    assert breached(stand(office, Made(made.values, parts))) == found


def test_evidence_filed_late_counts_as_none_and_breaks_no_gate(office: Office) -> None:
    assert breached(stand(office, variants.answered_late(DAYS[2], 1))) == set()


def test_evidence_filed_late_as_if_in_time_is_a_breach(office: Office) -> None:
    late = won(DAYS[2], 1, answered_on=Timeline.since(DAYS[2]).on(SERVED + 14))
    assert breached(stand(office, late)) == {"evidence_in_time"}


@pytest.mark.parametrize(
    ("role", "reconsidered", "fits"),
    [
        (Role.SOLE, Reconsidered.NONE, True),
        (Role.SOLE, Reconsidered.CHANGED, True),
        (Role.SOLE, Reconsidered.UPHELD, False),
        (Role.JOINT, Reconsidered.UPHELD, True),
        (Role.JOINT_RECONSIDERING, Reconsidered.UPHELD, True),
        (Role.JOINT_RECONSIDERING, Reconsidered.NO_DECISION, False),
        (Role.JOINT_ACT, Reconsidered.NONE, True),
        (Role.THIRD_PARTY, Reconsidered.UPHELD, True),
    ],
)
def test_who_is_sued_follows_from_what_reconsideration_made_of_the_act(
    office: Office, role: Role, reconsidered: Reconsidered, *, fits: bool
) -> None:
    row = stand(office, won(DAYS[2], 1, role=role, reconsidered=reconsidered))
    assert breached(row) == (set() if fits else {"joint"})
