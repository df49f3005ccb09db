"""The clocks of a record: ruler, how the due day was counted, the articles, and a trial sum."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta

from fazhi.engine.clocks import explanation, working_calendar
from fazhi.engine.deadline import Deadline
from fazhi.engine.dossier import Dossier
from fazhi.engine.models import Obligation
from fazhi.engine.reckoning import Inputs, Reckoning
from fazhi.engine.values import label_of
from fazhi.law import Pause, Refused, compute
from fazhi.web.clock import Clock, Days, Option, Reading, WhatIf, clock
from fazhi.web.day import said, weekday
from fazhi.web.link import Tag, articles
from fazhi.web.office import Desk
from fazhi.web.ruler import Standstill
from fazhi.web.seal import DONE

PAUSES = (10, 30)
"""Days of the standstills that may be tried."""


def clocks_of(dossier: Dossier, request: Desk, url: str) -> tuple[Clock, ...]:
    """Every clock of the record, those of others last; the calendar is read once for all of them."""
    if not dossier.clocks:
        return ()
    reckoning = Reckoning(working_calendar())
    inputs = inputs_of(dossier)
    ranked = sorted(dossier.clocks, key=lambda row: row.watch)
    return tuple(one_clock(dossier, request, row, reckoning, inputs, url) for row in ranked)


def inputs_of(dossier: Dossier) -> Inputs:
    """Standstills and extensions as the engine counts them."""
    pauses: dict[str, list[Pause]] = defaultdict(list)
    for one in dossier.of_kind("pause"):
        if one.first is not None:
            pauses[one.key].append(Pause(one.first, one.last))
    extended: dict[str, int] = defaultdict(int)
    for one in dossier.of_kind("extension"):
        extended[one.key] += one.amount
    return Inputs(dict(pauses), dict(extended))


def one_clock(
    dossier: Dossier, request: Desk, row: Obligation, reckoning: Reckoning, inputs: Inputs, url: str
) -> Clock:
    register = dossier.register
    deadline = register.procedure.deadline(row.deadline)
    text, cites = parted(explanation(register, row, inputs=inputs, reckoning=reckoning))
    if row.met_on:
        text = f"{text.rstrip('。')}；{said(row.met_on)}{'结束' if deadline.least else '办结'}。"
    tags = [Tag(deadline.nature, "dash")] if deadline.nature else []
    tags += [Tag("本地设置", "dash")] if deadline.local else []
    still = tuple(
        Standstill(one.first, one.last, register.procedure.pause(one.key).label)
        for one in dossier.of_kind("pause")
        if one.key in deadline.pauses and one.first is not None
    )
    start = label_of(register.model, deadline.starts[0]).removesuffix("日期")
    passed = row.met_on is None and row.due_on is not None and row.due_on < request.day
    over = passed and row.watch and not deadline.least
    # A limit of others that has passed is no fault of the organ: it is drawn to its end and not in red.
    met = row.due_on if over else row.met_on
    days = Days(row.started_on, row.due_on, met, still, row.provisional, start)
    trial = whatif(dossier, request, row, deadline, reckoning, inputs, url)
    made = clock(row.deadline, deadline.label, days, request.day, text, articles=articles(cites), tags=tags,
                 whatif=trial, least=deadline.least)  # fmt: skip
    return replace(made, reading=Reading(DONE, "已届满", "ok")) if over else made


def parted(text: str) -> tuple[str, list[str]]:
    """The sentence and the articles it begins with (依《…》第…条，自…)."""
    basis, comma, rest = text.partition("，")
    if not comma or not basis.startswith("依"):
        return text, []
    return rest, basis.removeprefix("依").split("、")


def whatif(
    dossier: Dossier,
    request: Desk,
    row: Obligation,
    deadline: Deadline,
    reckoning: Reckoning,
    inputs: Inputs,
    url: str,
) -> WhatIf | None:
    """What the due day would be after an extension or a standstill that the law allows for this clock."""
    options = trials(dossier, row, deadline)
    if not options:
        return None
    name = f"try-{row.deadline}"
    chosen = request.GET.get(name, "")
    answer = ""
    if any(option.value == chosen for option in options):
        answer = tried(dossier, request.day, row, deadline, reckoning, inputs, chosen)
    return WhatIf(url, "如果延长或者中止", name, tuple(options), answer, chosen)


def trials(dossier: Dossier, row: Obligation, deadline: Deadline) -> list[Option]:
    law_day = dossier.row.law_on
    if row.met_on or row.due_on is None or row.watch or law_day is None:
        return []
    found = deadline.extension.at(law_day) if deadline.extension and not row.extended else None
    options = []
    if found is not None:
        most = found[1].most
        lengths = dict.fromkeys((most.length, most.length // 2))
        options += [
            Option(
                f"extend:{length}",
                f"延长 {length} {most.unit}" + ("（上限）" if length == most.length else ""),
            )
            for length in lengths
            if length
        ]
    if deadline.pauses:
        options += [Option(f"pause:{days}", f"自今日起停 {days} 日") for days in PAUSES]
    return options


def tried(
    dossier: Dossier,
    today: date,
    row: Obligation,
    deadline: Deadline,
    reckoning: Reckoning,
    inputs: Inputs,
    chosen: str,
) -> str:
    """The answer in a sentence; nothing is written."""
    kind, _, number = chosen.partition(":")
    found = deadline.at(dossier.row.law_on) if dossier.row.law_on else None
    if found is None:
        return ""
    period = reckoning.local(deadline, found[1], row.organ_id)
    pauses = [pause for key in deadline.pauses for pause in inputs.pauses.get(key, ())]
    extension = row.extended
    if kind == "extend":
        extension += int(number)
    else:
        pauses.append(Pause(today, today + timedelta(int(number) - 1)))
    try:
        due = compute(row.started_on, period, pauses=pauses, extension=extension, calendar=reckoning.calendar)
    except Refused as refused:
        return str(refused)
    if due.due is None:
        return "停止计算，恢复后才有届满日。"
    words = f"延长 {number} {period.unit}" if kind == "extend" else f"自今日起停 {number} 日"
    later = (due.due - row.due_on).days if row.due_on else 0
    return f"{words}：{due.due.year}年{said(due.due)}（{weekday(due.due)}）届满，比现在晚 {later} 天。"
