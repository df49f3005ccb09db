"""Calls for figures (填报): the coordinator asks, a liaison fills in, another confirms; then it is accepted.

An accepted answer is a declared figure of the organ asked, for itself and what stands below it; where records
are behind the figure, the counted one still stands before it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from django.db import transaction
from django.db.models import Q, QuerySet

from fazhi.engine.access import below, rights_of
from fazhi.engine.actor import Actor, today
from fazhi.engine.calls_before import Base, check_base, enter_base, enter_base_total, keep, span_of
from fazhi.engine.figures.declared import check_entry, enter_figure
from fazhi.engine.figures.kinds import Count, Declared, Stock, Sum
from fazhi.engine.figures.span import Span
from fazhi.engine.models import AnswerStep, Asked, Call
from fazhi.engine.refusal import Conflict, Lack, Refusal
from fazhi.engine.registry import installed
from fazhi.engine.trail import record_event
from fazhi.organs.models import Axis, Organ, Role
from fazhi.organs.role import CAPTURING, VIEWING

CHECKING = (Role.REVIEWER, Role.BODY_HEAD, Role.HEAD)
"""Who checks what another of the organ has filled in."""
OWED = (AnswerStep.ASKED, AnswerStep.RETURNED, AnswerStep.FILLED)
"""Steps in which the organ asked still owes something."""
OPEN = (AnswerStep.ASKED, AnswerStep.RETURNED)


@dataclass(frozen=True)
class Answer:
    """What a liaison fills in for one figure, in the figure's unit; ``base`` is the year before."""

    value: Fraction
    source: str
    as_of: date
    note: str = ""
    base: Base | None = None


class Totals(NamedTuple):
    """What was entered for the organ that asked: the span's sum, and that of the year before."""

    value: Fraction
    base: Fraction | None


def calls_of(actor: Actor, day: date) -> QuerySet[Call]:
    """Calls that organs in the person's view have made, or that ask an organ in which the person works."""
    rights = rights_of(actor.person, day)
    asked = Asked.objects.filter(rights.organs(VIEWING)).values("call")
    return Call.objects.filter(rights.organs(VIEWING) | Q(pk__in=asked)).select_related("organ")


def answers_of(actor: Actor, call: Call, day: date) -> QuerySet[Asked]:
    """The answers that the person may see: all of an own call, else those of organs in view."""
    rows = call.asked.select_related("organ", "filled_by", "confirmed_by").order_by("organ__code", "pk")
    rights = rights_of(actor.person, day)
    if actor.trusted or rights.roles_in(call.organ_id) & {*VIEWING}:
        return rows
    return rows.filter(rights.organs(VIEWING))


def owed_by(actor: Actor, day: date) -> QuerySet[Asked]:
    """Answers that the person's own organs still owe, the most urgent first."""
    rights = rights_of(actor.person, day)
    mine = {grant.organ_id for grant in rights.grants if grant.role in CAPTURING}
    rows = Asked.objects.filter(organ__in=mine, step__in=OWED, call__ended_on__isnull=True)
    return rows.select_related("call", "call__organ", "organ").order_by("call__due_on", "call", "pk")


@transaction.atomic
def open_call(
    actor: Actor,
    organ: Organ,
    *,
    title: str,
    indicators: Iterable[str],
    organs: Iterable[Organ],
    span: Span,
    due_on: date,
    note: str = "",
) -> Call:
    """Ask ``organs`` (the organ itself or what stands below it) for figures of a span by a day.

    :raises Refusal: no coordinator of the organ, nothing or something unknown asked, an organ outside one's
        territory, a day that has passed.
    """
    must_coordinate(actor, organ)
    keys, whom = list(dict.fromkeys(indicators)), list(dict.fromkeys(organs))
    known = installed().indicators
    reach = {organ.pk, *below([organ.pk], Axis.TERRITORY, today()).values_list("low_id", flat=True)}
    lacks = [Lack(f"没有“{key}”这个指标", "请从所列指标中选择") for key in keys if key not in known]
    lacks += [
        Lack(f"{one.name}不在{organ.name}所辖范围内", "请从所列机关中选择")
        for one in whom
        if one.pk not in reach
    ]
    if not title.strip():
        lacks.append(Lack("没有写名称", "请写明填报什么，如“2025年度数据填报”"))
    if not keys:
        lacks.append(Lack("没有选择指标", "请至少选择一个指标"))
    if not whom:
        lacks.append(Lack("没有选择填报机关", "请至少选择一个机关"))
    if due_on < today():
        lacks.append(Lack(f"报送期限{due_on}已经过去", "请改为今天或者以后的日期"))
    if lacks:
        raise Refusal("填报任务没有布置", lacks)
    call = Call.objects.create(
        organ=organ, title=title.strip(), first=span.first, last=span.last, due_on=due_on, note=note.strip(),
        opened_on=today(), opened_by=actor.person,
    )  # fmt: skip
    Asked.objects.bulk_create(Asked(call=call, organ=one, indicator=key) for one in whom for key in keys)
    record_event(
        actor=actor, kind="call", label=f"布置填报：{call.title}", legal_on=call.opened_on, organ=organ,
        changes={"call": call.pk, "figures": keys, "organs": [one.code for one in whom], "due_on": due_on},
    )  # fmt: skip
    return call


@transaction.atomic
def fill(pk: int, version: int, answer: Answer, actor: Actor) -> Asked:
    """Fill in one figure, or fill it in anew after it came back.

    :raises Refusal: no right to enter for the organ, the call has ended, no source, a day that cannot be.
    """
    row = locked(pk, version)
    if not holds(actor, row.organ_id, CAPTURING):
        raise Refusal(f"{actor.name}没有{row.organ.name}的填报权限。请由该机关联络员填报。")
    must_stand(row, "填报", *OPEN, AnswerStep.FILLED)
    check_entry(
        row.indicator, "within", span_of(row.call), answer.value, answer.source, answer.as_of, installed()
    )
    if answer.base is not None:
        check_base(row, answer.base)
    row.numerator, row.denominator = answer.value.numerator, answer.value.denominator
    row.source, row.as_of, row.note = answer.source.strip(), answer.as_of, answer.note.strip()
    keep(row, answer.base)
    row.filled_by, row.filled_on, row.confirmed_by = actor.person, today(), None
    return stepped(row, AnswerStep.FILLED, "fill", "填报", actor)


@transaction.atomic
def fill_many(given: Iterable[tuple[int, int, Answer]], actor: Actor) -> int:
    """Fill in several figures (key, version, answer) together, or none; how many."""
    return len([fill(pk, version, answer, actor) for pk, version, answer in given])


@transaction.atomic
def confirm(pk: int, version: int, actor: Actor) -> Asked:
    """Confirm what another of the same organ has filled in.

    :raises Refusal: no reviewer or head of the organ, or the one who filled it in.
    """
    row = locked(pk, version)
    if not holds(actor, row.organ_id, CHECKING):
        raise Refusal(f"{actor.name}没有{row.organ.name}的核对权限。请由该机关审核人或者负责人核对。")
    must_stand(row, "核对", AnswerStep.FILLED)
    if actor.person is not None and row.filled_by_id == actor.person.pk:
        raise Refusal(f"“{label(row)}”由{actor.name}填报，不能由同一人核对。请由另一人核对。")
    row.confirmed_by = actor.person
    return stepped(row, AnswerStep.CONFIRMED, "confirm", "核对", actor)


@transaction.atomic
def send_back(pk: int, version: int, remark: str, actor: Actor) -> Asked:
    """Return one figure with a remark; the others of the organ stay as they are."""
    row = locked(pk, version)
    must_coordinate(actor, row.call.organ)
    must_stand(row, "退回", AnswerStep.FILLED, AnswerStep.CONFIRMED)
    if not remark.strip():
        raise Refusal("没有写退回意见。请写明哪里不对、如何改正，再退回。")
    row.remark = remark.strip()
    return stepped(row, AnswerStep.RETURNED, "return", "退回", actor, why=row.remark)


@transaction.atomic
def accept(pk: int, version: int, actor: Actor) -> Asked:
    """Accept a confirmed figure: it is entered as declared by the organ, with its source and as-of day.

    What was stated for the year before is entered with it.
    """
    row = locked(pk, version)
    must_coordinate(actor, row.call.organ)
    must_stand(row, "采用", AnswerStep.CONFIRMED)
    who = row.confirmed_by.name if row.confirmed_by else ""
    note = f"{row.call.title}；{who}核对" if who else row.call.title
    enter_base(row, actor, note)
    enter_figure(
        row.indicator, row.organ, "within", span_of(row.call), row.value or Fraction(0), source=row.source,
        as_of=row.as_of or row.call.last, actor=actor,
        note=note, why=f"采用填报：{row.call.title}",
    )  # fmt: skip
    row.accepted_on, row.remark = today(), ""
    return stepped(row, AnswerStep.ACCEPTED, "accept", "采用", actor)


@transaction.atomic
def take_total(call: Call, indicator: str, actor: Actor) -> Totals:
    """Enter the sum of all answers as the figure of the organ that asked, once every one is accepted.

    The sum of the year before is entered too, where every answer has a value for it and the organ has none.

    :raises Refusal: a figure that does not add up (rates, medians, distinct things), an answer outstanding.
    """
    must_coordinate(actor, call.organ)
    known = installed().indicators[indicator]
    if not isinstance(known, (Count, Stock, Sum, Declared)):
        raise Refusal(f"“{known.label}”不能由各机关的数相加。请由布置机关另行登记。")
    rows = list(call.asked.filter(indicator=indicator))
    waiting = sum(row.step != AnswerStep.ACCEPTED for row in rows)
    if waiting:
        raise Refusal(f"“{known.label}”还有{waiting}个机关的数没有采用。请全部采用后再合计。")
    if any(row.organ_id == call.organ_id for row in rows):
        raise Refusal(f"{call.organ.name}自己也填报了“{known.label}”，已含所辖。请不要再合计。")
    total = sum((row.value or Fraction(0) for row in rows), Fraction(0))
    enter_figure(
        indicator, call.organ, "within", span_of(call), total,
        source=f"{call.title}：{len(rows)}个机关填报合计",
        as_of=max(row.as_of or call.last for row in rows), actor=actor, why=f"填报合计：{call.title}",
    )  # fmt: skip
    return Totals(total, enter_base_total(call, indicator, rows, actor))


@transaction.atomic
def end_call(call: Call, actor: Actor, why: str) -> None:
    """End a call: nothing more is filled in. What was accepted stands."""
    must_coordinate(actor, call.organ)
    held = Call.objects.select_for_update().get(pk=call.pk)
    if held.ended_on is not None:
        raise Refusal(f"该填报任务已于{held.ended_on}结束。")
    if not why.strip():
        raise Refusal("没有写结束的理由。请写明后再结束。")
    held.ended_on = call.ended_on = today()
    held.save()
    record_event(actor=actor, kind="call", label=f"结束填报：{held.title}", legal_on=held.ended_on,
                 organ=held.organ, changes={"call": held.pk, "ended_on": held.ended_on}, why=why)  # fmt: skip


def locked(pk: int, version: int) -> Asked:
    row = Asked.objects.select_for_update().select_related("call", "call__organ", "organ").get(pk=pk)
    if row.version != version:
        raise Conflict(f"“{label(row)}”刚刚被他人改动，现为“{row.get_step_display()}”。请刷新后核对再办。")
    return row


def stepped(row: Asked, step: AnswerStep, kind: str, word: str, actor: Actor, why: str = "") -> Asked:
    """Move the answer on and log it in the chain of the organ asked."""
    before, row.step, row.version = row.step, step, row.version + 1
    row.save()
    stated = {} if row.base_value is None else {"base": (None, str(row.base_value))}
    record_event(
        actor=actor, kind=kind, label=f"{word}：{label(row)}（{span_of(row.call)}）", legal_on=today(),
        organ=row.organ, why=why,
        changes={"asked": row.pk, "step": (before, step), "value": (None, str(row.value)), **stated},
    )  # fmt: skip
    return row


def must_stand(row: Asked, word: str, *steps: AnswerStep) -> None:
    if row.call.ended_on is not None:
        raise Refusal(f"该填报任务已于{row.call.ended_on}结束，不能{word}。")
    if row.step not in steps:
        raise Refusal(f"“{label(row)}”现为“{row.get_step_display()}”，不能{word}。请刷新后核对。")


def must_coordinate(actor: Actor, organ: Organ) -> None:
    if not holds(actor, organ.pk, (Role.COORDINATOR,)):
        raise Refusal(f"{actor.name}不是{organ.name}的统筹人员。请由统筹人员办理，或请安全管理员授权。")


def holds(actor: Actor, organ_id: int, roles: Iterable[Role]) -> bool:
    if actor.trusted:
        return True
    return bool(rights_of(actor.person, today()).roles_in(organ_id) & {*roles})


def label(row: Asked) -> str:
    known = installed().indicators.get(row.indicator)
    return known.label if known else row.indicator
