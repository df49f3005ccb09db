"""行政复议: how to make lawful, complete cases under either edition, from a base day.

Every day is a working day, every limit is kept whatever holidays fall between, and every gate of the edition
in force is met. People are invented and say so by their names.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from fazhi.engine.answer import Answer
from fazhi.engine.recipe import Made, Make, Timeline
from fazhi.engine.refusal import Refusal
from fazhi.law.edition import Law
from fazhi.law.editions import ARL_1999 as OLD
from fazhi.law.editions import ARL_2023 as NEW
from fazhi.workstreams.reconsideration.models.choices import (
    Acceptance,
    Act,
    Admissibility,
    Approval,
    Channel,
    Collected,
    CommitteeGround,
    Damages,
    Duty,
    Excuse,
    Field,
    MediationResult,
    Method,
    Mode,
    Outcome,
    Qualification,
    Scope,
    TerminationGround,
    Track,
)

YES, NO = Answer.YES, Answer.NO
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"
LAG = 2
"""Working days from receipt to acceptance, where nothing else is wanted."""


def invented(n: int) -> str:
    """A name that is plainly nobody's: 赵某16."""
    return f"{SURNAMES[n % len(SURNAMES)]}某{n}"


def application(day: date, n: int) -> Made:
    """An application received on the first working day from ``day``."""
    time = Timeline.since(day)
    values = {
        "received_on": time.first,
        "channel": Channel.IN_PERSON,
        "applicant": invented(n),
        "enterprise": NO,
        "centralised": YES if NEW.covers(time.first) else NO,
        "field": Field.MARKET,
        "act_kind": Act.PENALTY,
        "acted_on": time.before(20),
        "known_on": time.before(15),
        "rights_told": YES,
        "real_estate": NO,
        "first_required": NO,
        "claim": "撤销行政处罚决定",
        "damages": Damages.NOT_CLAIMED,
        "concurrent": NO,
    }
    return Made(values, {"reconsideration.Applicant": [{"name": invented(n), "entity": NO}]})


# 没有受理的


def refused(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return application(day, n).with_values(
        admissibility=Admissibility.LATE,
        refused_on=time.on(3),
        refusal_reasons="申请超过法定期限，没有正当理由",
        refusal_served_on=time.on(5),
    )


def abandoned(day: date, n: int) -> Made:
    """Asked to correct on the third day, the notice received on the fifth, nothing by the fifteenth."""
    time = Timeline.since(day)
    new = NEW.covers(time.first)
    return application(day, n).with_values(
        asked_on=time.on(3),
        asked_items="身份证明",
        notice_received_on=time.on(5),
        correct_by_on=None if new else time.on(15),
        correction_excuse=Excuse.NONE,
        abandoned_on=time.on(15) if new else time.on(16),
    )


def redirected(day: date, n: int) -> Made:
    return application(day, n).with_values(
        admissibility=Admissibility.OTHER_ORGAN,
        competent_organ="上一级主管部门",
        redirected_on=Timeline.since(day).on(3),
    )


def forwarded(day: date, n: int) -> Made:
    return application(day, n).with_values(
        channel=Channel.VIA_COUNTY,
        admissibility=Admissibility.OTHER_ORGAN,
        competent_organ="设立派出机构的部门",
        forwarded_on=Timeline.since(day).on(6),
    )


def dropped(day: date, n: int) -> Made:
    return application(day, n).with_values(dropped_on=Timeline.since(day).on(2))


# 受理的


def accepted_time(day: date, lag: int = LAG) -> Timeline:
    """Working days from the acceptance of a case received on ``day``."""
    return Timeline(Timeline.since(day).on(lag))


def opened(day: date, n: int, lag: int = LAG) -> Made:
    """Accepted, the answer in on the third day after it, the parties heard on the fifth, not yet decided."""
    time = accepted_time(day, lag)
    new = NEW.covers(time.first)
    made = application(day, n).with_values(
        number=f"示复〔{time.first.year}〕{n}号",
        admissibility=Admissibility.MET,
        acceptance=Acceptance.EXPRESS,
        accepted_on=time.first,
        assigned_on=time.on(1),
        major=NO,
        track=Track.ORDINARY if new else Track.UNDECIDED,
        ordinary_on=time.on(1) if new else None,
        committee_ground=CommitteeGround.NOT_NEEDED,
        copy_sent_on=time.on(1),
        copy_received_on=time.on(2),
        answered_on=time.on(3),
        head_signed=YES,
        collected=Collected.BEFORE,
        opinions_on=time.on(5),
        opinions_mode=Mode.TELEPHONE,
    )
    officer = {"qualification": Qualification.QUALIFIED, "trained": YES}
    return made.with_part(
        "reconsideration.Officer",
        {"name": "张三", "duty": Duty.LEAD, **officer},
        {"name": "李四", "duty": Duty.SECOND, **officer},
    )


def decided(outcome: Outcome, day: date, n: int, lag: int = LAG, **more: Any) -> Made:
    """Decided on the twelfth day after acceptance, served on the fourteenth, obeyed on the eighteenth."""
    time = accepted_time(day, lag)
    values: dict[str, Any] = {
        "proposed_on": time.on(10),
        "proposal": "审查意见见卷",
        "approved_on": time.on(11),
        "approval": Approval.CONSENT,
        "closed_on": time.on(12),
        "outcome": outcome,
        "decision_reasons": "理由见决定书",
        "worse": NO,
        "redo_ordered": NO,
        "served_on": time.on(14),
        "performed_on": time.on(18),
    }
    return opened(day, n, lag).with_values(**{**values, **more})


def performance_ordered(day: date, n: int) -> Made:
    return decided(Outcome.PERFORMANCE, day, n, act_kind=Act.DUTY, perform_by_on=accepted_time(day).on(40))


def application_rejected(day: date, n: int) -> Made:
    return decided(Outcome.APPLICATION_REJECTED, day, n, admissibility=Admissibility.NO_INTEREST)


def mediated(day: date, n: int) -> Made:
    time = accepted_time(day)
    return opened(day, n).with_values(
        mediation_begun_on=time.on(6),
        mediation_method=Method.BODY,
        mediation_scope=Scope.DISCRETION,
        mediation_result=MediationResult.AGREED,
        agreement_lawful=YES,
        statement_signed_on=time.on(11),
        closed_on=time.on(12),
        outcome=Outcome.MEDIATED,
        served_on=time.on(12),
        performed_on=time.on(18),
    )


def settled(day: date, n: int) -> Made:
    time = accepted_time(day)
    return withdrawn(day, n).with_values(
        termination_ground=TerminationGround.SETTLED,
        settled_on=time.on(10),
        agreement_lawful=YES,
        mediation_scope=Scope.DISCRETION,
    )


def withdrawn(day: date, n: int) -> Made:
    time = accepted_time(day)
    return opened(day, n).with_values(
        termination_ground=TerminationGround.WITHDRAWN,
        withdrawal_allowed=YES,
        closed_on=time.on(12),
        outcome=Outcome.TERMINATED,
        served_on=time.on(14),
    )


upheld = partial(decided, Outcome.UPHELD)


def only(law: Law, make: Make) -> Make:
    """A row that one edition alone knows; refused under the other."""

    def made(day: date, n: int) -> Made:
        first = accepted_time(day).first
        if not law.covers(first):
            raise Refusal(f"{first}适用的法律没有这一种情形，它只存在于{law}。请核对年度与指标。")
        return make(day, n)

    return made


OUTCOMES: Mapping[str, Make] = {
    "open": opened,
    "refused": refused,
    "abandoned": abandoned,
    "redirected": only(OLD, redirected),
    "forwarded": only(OLD, forwarded),
    "dropped": dropped,
    Outcome.UPHELD: upheld,
    Outcome.CHANGED: partial(decided, Outcome.CHANGED),
    Outcome.ANNULLED: partial(decided, Outcome.ANNULLED),
    Outcome.ILLEGAL: partial(decided, Outcome.ILLEGAL),
    Outcome.VOID: only(NEW, partial(decided, Outcome.VOID)),
    Outcome.PERFORMANCE: performance_ordered,
    Outcome.CLAIM_REJECTED: partial(decided, Outcome.CLAIM_REJECTED, act_kind=Act.DUTY),
    Outcome.APPLICATION_REJECTED: application_rejected,
    Outcome.AGREEMENT: only(NEW, partial(decided, Outcome.AGREEMENT, act_kind=Act.AGREEMENT)),
    Outcome.MEDIATED: mediated,
    Outcome.TERMINATED: withdrawn,
}
