"""行政应诉: lawful rows of the small registers, from suggestions to enforcement."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from fazhi.engine.recipe import Made, Make, Timeline
from fazhi.organs.models import Rank
from fazhi.workstreams.litigation.models.claims import CompensationResult, Ruling
from fazhi.workstreams.litigation.models.registers import (
    Adoption,
    Issuer,
    MeetingKind,
    SuggestionKind,
    WarningKind,
)
from fazhi.workstreams.litigation.recipe import NO, YES, invented

OF_COURT = (SuggestionKind.GOVERNANCE, SuggestionKind.CASE, SuggestionKind.NORM)


def suggested(kind: SuggestionKind, day: date, n: int) -> Made:
    """Received, handled within two weeks, answered in writing, put right and closed."""
    time = Timeline.since(day)
    court = kind in OF_COURT
    return Made(
        {
            "issuer": Issuer.COURT if court else Issuer.PROCURATORATE,
            "issuing_office": "示例县人民法院" if court else "示例县人民检察院",
            "kind": kind,
            "letter_number": f"示例建〔{time.first.year}〕{kind}{n}号",
            "topic": f"规范执法程序{n}",
            "sent_on": time.before(1),
            "received_on": time.first,
            "urgent": NO,
            "assigned_on": time.on(1),
            "handled_on": time.on(8),
            "adoption": Adoption.ADOPTED,
            "measures": "开展自查，完善制度",
            "replied_on": time.on(9),
            "reply_number": f"示政函〔{time.first.year}〕{n}号",
            "verified_on": time.on(20),
            "closed_on": time.on(21),
        }
    )


BY_KIND: Mapping[SuggestionKind, Make] = {
    kind: partial(suggested, kind) for kind in SuggestionKind if kind != SuggestionKind.UNDECIDED
}


def observed(day: date, n: int) -> Made:
    """Twenty people, five of them heads, observed one trial."""
    time = Timeline.since(day)
    values = {
        "planned_on": time.first,
        "held_on": time.on(3),
        "court": "示例县人民法院",
        "case_numbers": f"（{time.first.year}）示行初{n}号",
        "cases": 1,
        "observers": 20,
        "heads": 5,
    }
    return Made(values, {"litigation.Observer": [{"name": invented(n), "post": "局长", "rank": Rank.CHIEF}]})


def met(kind: MeetingKind, day: date, n: int) -> Made:
    """Held, the court's advice answered, and followed up."""
    time = Timeline.since(day)
    return Made(
        {
            "kind": kind,
            "topic": f"行政争议实质性化解{n}",
            "planned_on": time.first,
            "held_on": time.on(3),
            "participants": "示例县人民法院、司法局、市场监督管理局",
            "cross_region": NO,
            "conclusions": "建立案情通报机制",
            "advised": YES,
            "advice": "规范送达",
            "reply_by_on": time.on(20),
            "replied_on": time.on(15),
            "follow_up": "已经落实",
            "concluded_on": time.on(30),
        }
    )


MEETINGS: Mapping[MeetingKind, Make] = {
    kind: partial(met, kind) for kind in MeetingKind if kind != MeetingKind.UNDECIDED
}


def warned(kind: WarningKind, day: date, n: int) -> Made:
    """Issued after three losses, and corrected in time."""
    time = Timeline.since(day)
    return Made(
        {
            "kind": kind,
            "prepared_on": time.first,
            "losses": 3,
            "threshold": 3,
            "reason": f"连续败诉{n}",
            "issued_on": time.on(2),
            "correct_by_on": time.on(30),
            "corrected_on": time.on(20),
            "correction": "规范程序，组织培训",
        }
    )


WARNINGS: Mapping[WarningKind, Make] = {
    kind: partial(warned, kind) for kind in WarningKind if kind != WarningKind.UNDECIDED
}


def claimed(day: date, n: int) -> Made:
    """A claim for compensation, its claimant heard, decided within a month and served the next day."""
    time = Timeline.since(day)
    return Made(
        {
            "number": f"示赔〔{time.first.year}〕{n}号",
            "claimant": invented(n),
            "received_on": time.first,
            "reason": "违法扣押财物",
            "claimed_amount": 2000 * 100,
            "heard_on": time.on(8),
            "decided_on": time.on(15),
            "served_on": time.on(16),
            "done_on": time.on(30),
        }
    )


def granted(day: date, n: int) -> Made:
    """One thousand yuan granted and paid."""
    return claimed(day, n).with_values(
        result=CompensationResult.GRANTED, amount=1000 * 100, paid_on=Timeline.since(day).on(25)
    )


def refused(day: date, n: int) -> Made:
    return claimed(day, n).with_values(result=CompensationResult.REFUSED, refusal_reasons="没有损害事实")


def applied(ruling: Ruling, day: date, n: int) -> Made:
    """The time to sue has ended unused; demanded, applied for within the three months, ruled on."""
    time = Timeline.since(day)
    return Made(
        {
            "party": invented(n),
            "decision_number": f"示罚〔{time.first.year}〕{n}号",
            "sue_ends_on": time.first,
            "sued": NO,
            "performed": NO,
            "demanded_on": time.on(2),
            "amount": 5000 * 100,
            "court": "示例县人民法院",
            "applied_on": time.on(20),
            "ruled_on": time.on(25),
            "ruling": ruling,
            "done_on": time.on(50),
        }
    )


allowed = partial(applied, Ruling.ALLOWED)
not_allowed = partial(applied, Ruling.REFUSED)
