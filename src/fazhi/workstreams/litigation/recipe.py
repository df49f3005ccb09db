"""行政应诉: how to make lawful, complete lawsuits from a base day.

Every day is a working day, every limit of the organ is kept whatever holidays fall between, and every gate
of the law in force is met. People are invented and say so by their names.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from fazhi.engine.answer import Answer
from fazhi.engine.recipe import Made, Make, Timeline
from fazhi.organs.models import Kind, Level, Rank
from fazhi.workstreams.litigation import conditions as c
from fazhi.workstreams.litigation.models.choices import (
    Absence,
    Act,
    AgentKind,
    AppealResult,
    Collected,
    DefendantLevel,
    Evidence,
    Field,
    Form,
    HeadGround,
    Instance,
    LossCause,
    Outcome,
    PlaintiffKind,
    Reconsidered,
    Role,
    Scope,
    Track,
)

YES, NO = Answer.YES, Answer.NO
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"
SESSION, AGENT = "litigation.Session", "litigation.Agent"

# Working days from filing, for each act of the usual course.
SERVED, ASSIGNED, ANSWERED, CALLED, SENT, HEARD, JUDGED, DELIVERED = 1, 2, 5, 10, 12, 16, 25, 27
EFFECTIVE, REVIEWED, PERFORMED, RECTIFIED = DELIVERED + 19, 48, 50, 52


DEFENDANTS: Mapping[str, tuple[Kind, Level]] = {
    DefendantLevel.PROVINCE_GOVERNMENT: (Kind.GOVERNMENT, Level.PROVINCE),
    DefendantLevel.PROVINCE_DEPARTMENT: (Kind.DEPARTMENT, Level.PROVINCE),
    DefendantLevel.CITY_GOVERNMENT: (Kind.GOVERNMENT, Level.CITY),
    DefendantLevel.CITY_DEPARTMENT: (Kind.DEPARTMENT, Level.CITY),
    DefendantLevel.COUNTY_GOVERNMENT: (Kind.GOVERNMENT, Level.COUNTY),
    DefendantLevel.COUNTY_DEPARTMENT: (Kind.DEPARTMENT, Level.COUNTY),
    DefendantLevel.TOWNSHIP_GOVERNMENT: (Kind.GOVERNMENT, Level.TOWNSHIP),
}


def is_defendant(values: Mapping[str, Any], kind: Kind, level: Level) -> bool:
    """Whether the organ is of the level that is sued: the organ of the record is the defendant."""
    sued = DEFENDANTS.get(values["defendant_level"])
    return sued is None or sued == (kind, level)


def invented(n: int) -> str:
    """A name that is plainly nobody's: 赵某16."""
    return f"{SURNAMES[n % len(SURNAMES)]}某{n}"


def filed(day: date, n: int, **more: Any) -> Made:
    """A first-instance suit filed on the first working day from ``day``, answered on the fifth after it."""
    time = Timeline.since(day)
    values: dict[str, Any] = {
        "court": "示例县人民法院",
        "case_number": f"（{time.first.year}）示行初{n}号",
        "instance": Instance.FIRST,
        "track": Track.ORDINARY,
        "sued_on": time.before(3),
        "filed_on": time.first,
        "served_on": time.on(SERVED),
        "plaintiff": invented(n),
        "plaintiff_kind": PlaintiffKind.PERSON,
        "enterprise": NO,
        "role": Role.SOLE,
        "defendant_level": DefendantLevel.COUNTY_DEPARTMENT,
        "reconsidered": Reconsidered.NONE,
        "field": Field.MARKET,
        "cause": "行政处罚",
        "act_kind": Act.PENALTY,
        "claim": "撤销行政处罚决定",
        "acted_on": time.before(20),
        "known_on": time.before(15),
        "limit_told": YES,
        "real_estate": NO,
        "assigned_on": time.on(ASSIGNED),
        "answered_on": time.on(ANSWERED),
        "collected": Collected.BEFORE,
        "evidence": Evidence.SUPPLIED,
    }
    agent = {
        "name": "李四",
        "kind": AgentKind.STAFF,
        "post": "法制股股长",
        "powers": "一般代理",
        "sealed": YES,
    }
    return Made(
        {**values, **more}, {"litigation.Plaintiff": [{"name": invented(n), "entity": NO}], AGENT: [agent]}
    )


def head_in_court(on: date, **more: Any) -> dict[str, Any]:
    """A session at which a deputy head attended and spoke, though the court had not asked for it."""
    return {
        "held_on": on,
        "head_required": NO,
        "head_ground": HeadGround.NOT_REQUIRED,
        "head_attended": YES,
        "head_name": "张三",
        "head_post": "副县长",
        "head_rank": Rank.DEPUTY,
        "spoke": YES,
        "resolution_opinion": YES,
        "staff_attended": YES,
        "lawyer_attended": NO,
        **more,
    }


def heard(day: date, n: int, session: Mapping[str, Any] | None = None, **more: Any) -> Made:
    """Heard on the sixteenth day, the head attending; not yet decided. ``session`` overrides its session."""
    time = Timeline.since(day)
    on = time.on(HEARD)
    values = {
        "called_on": time.on(CALLED),
        "session_on": on,
        "head_required": NO,
        "head_sent_on": time.on(SENT),
        "head_name": "张三",
        "head_post": "副县长",
        "head_rank": Rank.DEPUTY,
        "head_own": YES,
        "heard_on": on,
        "attendance_reported_on": time.on(HEARD + 1),
    }
    return filed(day, n, **{**values, **more}).with_part(SESSION, head_in_court(on, **(session or {})))


def closed(outcome: Outcome, form: Form, base: Made, day: date, **more: Any) -> Made:
    """The suit decided and the decision in effect; a loss is reviewed, reported, performed and put right."""
    time = Timeline.since(day)
    lost = outcome in c.LOSING
    values: dict[str, Any] = {
        "concluded_on": time.on(JUDGED),
        "form": form,
        "outcome": outcome,
        "withdrawal_allowed": YES if outcome == Outcome.WITHDRAWN else NO,
        "judgment_served_on": time.on(DELIVERED),
        "effective_on": time.on(EFFECTIVE),
        "to_perform": YES if lost else NO,
    }
    if form == Form.JUDGMENT or outcome == Outcome.SUIT_REJECTED:
        values["waived_on"] = time.on(DELIVERED + 1)
    if lost:
        values |= {
            "perform_by_on": time.on(PERFORMED + 10),
            "performed_on": time.on(PERFORMED),
            "reviewed_on": time.on(REVIEWED),
            "loss_cause": LossCause.PROCEDURE,
            "responsible": "承办机构",
            "rectification": "规范程序，组织培训",
            "loss_reported_on": time.on(REVIEWED + 1),
            "rectified_on": time.on(RECTIFIED),
        }
    return base.with_values(**{**values, **more})


def judged(outcome: Outcome, day: date, n: int, **more: Any) -> Made:
    """Heard and decided by judgment."""
    return closed(outcome, Form.JUDGMENT, heard(day, n), day, **more)


def ruled(outcome: Outcome, day: date, n: int, **more: Any) -> Made:
    """Ended by a ruling without a session."""
    return closed(outcome, Form.RULING, filed(day, n), day, **more)


def mediated(day: date, n: int) -> Made:
    """Heard, and ended by a mediation statement."""
    return closed(
        Outcome.MEDIATED,
        Form.MEDIATION,
        heard(day, n),
        day,
        mediated_on=Timeline.since(day).on(HEARD + 4),
        mediation_scope=Scope.DISCRETION,
        agreement_lawful=YES,
    )


def staff_in_court(day: date, n: int) -> Made:
    """Heard and won with staff of the organ in court in place of the head, whom the court had not called."""
    time = Timeline.since(day)
    absent = {
        "head_attended": NO,
        "head_name": "",
        "head_post": "",
        "head_rank": "",
        "spoke": NO,
        "resolution_opinion": NO,
        "absence": Absence.DUTY,
    }
    unsent = dict.fromkeys(("head_sent_on", "head_name", "head_post", "head_rank", "head_own"))
    base = heard(day, n, absent, **unsent, staff_sent_on=time.on(SENT), absence=Absence.DUTY)
    return closed(Outcome.CLAIM_REJECTED, Form.JUDGMENT, base, day)


def resolved(day: date, n: int) -> Made:
    """Resolved before the court filed it."""
    time = Timeline.since(day)
    kept = ("plaintiff", "plaintiff_kind", "enterprise", "role", "defendant_level", "reconsidered", "field",
            "act_kind", "cause")  # fmt: skip
    base = filed(day, n)
    return Made(
        {
            **{name: base.values[name] for name in kept},
            "instance": Instance.FIRST,
            "invited_on": time.first,
            "resolved_on": time.on(8),
        }
    )


def second_instance(day: date, n: int, **more: Any) -> Made:
    """A second instance that upholds the judgment; the head attends again."""
    time = Timeline.since(day)
    values = {
        "instance": Instance.SECOND,
        "case_number": f"（{time.first.year}）示行终{n}号",
        "track": Track.UNDECIDED,
        "court": "示例市中级人民法院",
        "appeal_received_on": time.before(5),
        "appeal_result": AppealResult.UPHELD,
        "waived_on": None,
        "effective_on": time.on(DELIVERED),
    }
    return judged(Outcome.CLAIM_REJECTED, day, n, **{**values, **more})


won = partial(judged, Outcome.CLAIM_REJECTED)

OUTCOMES: Mapping[str, Make] = {
    "open": filed,
    "staff_in_court": staff_in_court,
    "resolved": resolved,
    "second": second_instance,
    **{outcome: partial(judged, outcome) for outcome in c.BY_JUDGMENT},
    **{outcome: partial(ruled, outcome) for outcome in c.BY_RULING if outcome != Outcome.REMANDED},
    Outcome.MEDIATED: mediated,
}
