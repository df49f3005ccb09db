"""``fazhi due``: one statutory limit counted and explained."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import DatabaseError

from fazhi.command_line import Parser
from fazhi.engine.clocks import working_calendar
from fazhi.engine.refusal import Lack, Refusal
from fazhi.exchange.rules import Rule, find_rule
from fazhi.law import Citation, FixedDay
from fazhi.law.calendar import Calendar
from fazhi.law.due import Due, Pause, Refused, compute, explain


@dataclass(frozen=True, slots=True)
class Answer:
    """A counted limit with the rule and the edition it rests on."""

    rule: Rule
    cite: Citation
    extension: Citation | None
    due: Due
    explanation: str

    def to_json(self) -> dict[str, Any]:
        cites = [self.cite, *([self.extension] if self.extension else [])]
        return {
            "rule": self.rule.deadline.rule,
            "law": self.cite.law.name,
            "edition": self.cite.law.edition,
            "start": self.due.start.isoformat(),
            "raw_due": self.due.raw_due and self.due.raw_due.isoformat(),
            "due": self.due.due and self.due.due.isoformat(),
            "provisional": self.due.provisional,
            "unit": self.due.unit,
            "length": self.due.length,
            "pauses": [[p.first.isoformat(), p.last and p.last.isoformat()] for p in self.due.pauses],
            "extended": self.due.extended,
            "articles": [str(cite) for cite in cites],
            "explanation": self.explanation,
        }


def answer(
    name: str, start: date, *, law_day: date | None = None, pauses: tuple[Pause, ...] = (), extended: int = 0
) -> Answer:
    """Count one limit under the law of ``law_day``, else of ``start`` (yearly duties: the year's end).

    :raises Refusal: unknown or undeclared rule, no edition in force, a pause that the law does not know or
        that lies outside the running period, an extension longer than the law allows.
    """
    rule = find_rule(name)
    deadline = rule.deadline
    yearly = any(isinstance(period, FixedDay) for _, period in deadline.period)
    day = law_day or (date(start.year, 12, 31) if yearly else plain_day(start))
    found = deadline.at(day)
    if found is None:
        editions = "、".join(f"{cite.law}自{cite.law.in_force}起施行" for cite in deadline.period.cites)
        raise Refusal(
            f"{day}没有施行“{deadline.label}”所依据的规定（{editions}）。请用 --law-day 指定适用日期。"
        )
    cite, period = found
    if pauses and not deadline.pauses:
        raise Refusal(
            "不能扣除", [Lack(f"“{deadline.label}”没有中止或扣除的规定", "请去掉 --pause", (str(cite),))]
        )
    longer = extension_of(rule, day, extended) if extended else None
    calendar = calendar_at_hand()
    try:
        due = compute(start, period, pauses=pauses, extension=extended, calendar=calendar)
    except Refused as refused:
        raise Refusal(str(refused)) from None
    cites = [cite, *([longer] if longer else [])]
    return Answer(rule, cite, longer, due, explain(due, cites, calendar=calendar, least=deadline.least))


def calendar_at_hand() -> Calendar:
    """The calendar with the notices a user has loaded; the shipped one where there is no database."""
    try:
        return working_calendar()
    except DatabaseError:
        return Calendar.shipped()


def plain_day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def extension_of(rule: Rule, day: date, extended: int) -> Citation:
    """The article that allows the extension, if it allows as much."""
    deadline = rule.deadline
    found = deadline.extension.at(day) if deadline.extension else None
    if found is None:
        raise Refusal("不能延长", [Lack(f"“{deadline.label}”没有延长的规定", "请去掉 --extend")])
    cite, extension = found
    if not 0 < extended <= extension.most.length:
        lack = Lack(f"最多延长{extension.most}，所填为{extended}", "请改小 --extend", (str(cite),))
        raise Refusal("不能延长", [lack])
    return cite


def read_moment(text: str) -> date:
    """A day, or for hour limits a moment.

    :raises Refusal: not a date that exists.
    """
    try:
        return date.fromisoformat(text) if len(text) <= 10 else datetime.fromisoformat(text)
    except ValueError:
        raise Refusal(
            f"“{text}”不是有效的日期。请写成2024-01-31（以小时计的写成2024-01-31T09:00）。"
        ) from None


def read_pause(text: str) -> Pause:
    first, dots, last = text.partition("..")
    if not dots:
        raise Refusal(f"“{text}”不是有效的起止日期。请写成2024-01-31..2024-02-06。")
    try:
        return Pause(read_moment(first), read_moment(last))
    except Refused as refused:
        raise Refusal(str(refused)) from None


def run_due(argv: list[str]) -> int:
    parser = Parser(prog="fazhi due", description="计算一项法定期限并说明。")
    parser.add_argument("rule", help="规则编号（RC-T12）或“工作.期限”（reconsideration.decide）")
    parser.add_argument("--from", dest="start", required=True, help="起算日（倒计期限为事件日）")
    parser.add_argument("--law-day", help="适用哪一天的法律，默认为起算日")
    parser.add_argument("--pause", action="append", default=[], help="扣除的起止日期，可重复：A..B")
    parser.add_argument("--extend", type=int, default=0, help="延长多少（按期限自身的单位）")
    parser.add_argument("--json", action="store_true", help="输出一行 JSON")
    given = parser.parse_args(argv)
    found = answer(
        given.rule,
        read_moment(given.start),
        law_day=plain_day(read_moment(given.law_day)) if given.law_day else None,
        pauses=tuple(map(read_pause, given.pause)),
        extended=given.extend,
    )
    if given.json:
        print(json.dumps(found.to_json(), ensure_ascii=False))
    else:
        print(f"{found.rule.register.label} · {found.rule.deadline.label}（{found.rule.deadline.rule}）")
        print(f"届满日：{found.due.due}{'（暂定）' if found.due.provisional else ''}")
        print(found.explanation)
    return 0
