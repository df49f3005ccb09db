"""The sentence that tells a clerk how a due day was reached, and under which article."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from fazhi.law.calendar import Calendar
from fazhi.law.counting import end_by_count
from fazhi.law.edition import Citation
from fazhi.law.period import FixedDay

if TYPE_CHECKING:
    from fazhi.law.due import Due, Pause

WEEK = "一二三四五六日"


def explain(
    due: Due, cites: Iterable[Citation] = (), *, calendar: Calendar | None = None, least: bool = False
) -> str:
    """One Chinese sentence: start, length, pauses, extension, why the last day moved, and the articles.

    A function of ``due`` and the calendar it was counted on (the shipped one unless given). Where that
    calendar is of another edition than ``due``, the days off are not named: they may have been others then.
    ``least`` is a least time (不少于): the sentence names the first day on which the act is lawful.
    """
    calendar = calendar or Calendar.shipped()
    words = Wording(calendar if calendar.edition == due.calendar_edition else None, least=least)
    basis = "、".join(dict.fromkeys(str(cite) for cite in cites))
    if due.raw_due is None or due.due is None:
        body = _standing(due, calendar, words)
    elif isinstance(due.period, FixedDay):
        body = _fixed(due.start, due.period, due.due, words)
    elif due.period.code == "H":
        body = _hours(due, due.due)
    elif due.period.back:
        body = _back(due, due.raw_due, due.due, words)
    else:
        body = _forward(due, due.raw_due, due.due, calendar, words)
    return (f"依{basis}，" if basis else "") + body + _reservation(due)


class Wording:
    """Dates in words, the year only where it changes; days off only where their calendar is at hand."""

    def __init__(self, calendar: Calendar | None, *, least: bool = False) -> None:
        self.calendar = calendar
        self.no_less = "不少于" if least else ""
        self.end = "期满；期满以后办理的，不是逾期" if least else "届满"
        self.year = 0

    def day(self, day: date) -> str:
        """1月6日, or 2025年1月6日 where the year was not said just before."""
        year = "" if day.year == self.year else f"{day.year}年"
        self.year = day.year
        return f"{year}{day.month}月{day.day}日"

    def span(self, first: date, last: date) -> str:
        return self.day(first) if first == last else f"{self.day(first)}至{self.day(last)}"

    def moved(self, raw: date) -> str:
        """Why ``raw`` could not be the last day."""
        if self.calendar is None or (entry := self.calendar.entry(raw)) is None:
            return f"{self.day(raw)}为{weekday(raw)}" if raw.weekday() > 4 else f"{self.day(raw)}为休息日"
        first, last = days_off_around(raw, self.calendar)
        return f"{self.span(first, last)}{entry.name or '节假日'}放假"

    def skipped(self, start: date, due: date) -> str:
        """The days off on weekdays and the make-up workdays on weekends between ``start`` and ``due``."""
        if self.calendar is None:
            return ""
        notes, after = [], start
        for day, entry in self.calendar.differing(start, due):
            if day <= after:
                continue
            if entry.off:
                first, after = days_off_around(day, self.calendar)
                notes.append(f"{self.span(first, after)}{entry.name or '节假日'}放假")
            else:
                notes.append(f"{self.day(day)}（{weekday(day)}）上班")
        return f"（{'，'.join(notes)}）" if notes else ""


def weekday(day: date) -> str:
    return f"周{WEEK[day.weekday()]}"


def days_off_around(day: date, calendar: Calendar) -> tuple[date, date]:
    """The first and the last of the unbroken days off that ``day`` belongs to."""
    return calendar.previous_workday(day) + timedelta(1), calendar.next_workday(day) - timedelta(1)


def _forward(due: Due, raw: date, last: date, calendar: Calendar, words: Wording) -> str:
    text = _counted(due, calendar, words)
    if due.period.code == "WD":
        text += words.skipped(due.start, last) + "，"
    elif raw == last:
        text += "，"
    else:
        text += f"，至{words.day(raw)}；{words.moved(raw)}，顺延"
    return f"{text}至{_last(last, words)}{words.end}。"


def _standing(due: Due, calendar: Calendar, words: Wording) -> str:
    unit = "个工作日" if due.period.code == "WD" else "日"
    return f"{_counted(due, calendar, words)}，尚余{due.remaining}{unit}，恢复后继续计算。"


def _counted(due: Due, calendar: Calendar, words: Wording) -> str:
    """Start, length, extension and what is taken off."""
    # A length of nothing is a day that a document states (建议书载明的回复期限).
    day = words.day(due.start)
    text = f"自{day}次日起{words.no_less}{due.period}" if due.length else f"以写明的{day}为限"
    if due.extended:
        text += f"，延长{due.extended}{due.period.unit}"
    if not due.pauses:
        return text
    length = (due.length or 0) + due.extended
    end = date.fromordinal(end_by_count(due.start, due.period.code, length, calendar))
    return f"{text}，至{words.day(end)}；" + "，".join(
        _deducted(pause, due, calendar, words) for pause in due.pauses
    )


def _deducted(pause: Pause, due: Due, calendar: Calendar, words: Wording) -> str:
    if pause.last is None:
        return f"{words.day(pause.first)}起中止"
    first = max(pause.first, due.start + timedelta(1))
    if due.period.code == "WD":
        count = f"{calendar.workdays_between(first - timedelta(1), pause.last)}个工作日"
    else:
        count = f"{(pause.last - first).days + 1}日"
    return f"扣除{count}（{words.span(pause.first, pause.last)}）"


def _back(due: Due, raw: date, last: date, words: Wording) -> str:
    text = f"应当在{words.day(due.start)}的{due.period}前完成"
    if due.period.code == "WD":
        text += words.skipped(last, due.start)
    elif raw != last:
        text += f"；{words.moved(raw)}，应当提前"
    return text + f"，最迟为{_last(last, words)}。"


def _hours(due: Due, last: date) -> str:
    if due.period.back:
        return f"应当在{_moment(due.start)}的{due.period}前完成，最迟为{_moment(last)}。"
    extended = f"，延长{due.extended}{due.period.unit}" if due.extended else ""
    return f"自{_moment(due.start)}起{due.period}{extended}，至{_moment(last)}届满，不因节假日顺延。"


def _moment(moment: date) -> str:
    return f"{moment.year}年{moment.month}月{moment.day}日{moment:%H}时{moment:%M}分"


def _fixed(reported: date, period: FixedDay, last: date, words: Wording) -> str:
    named = f"{period.month}月{period.day}日" + ("之前" if period.before else "")
    return f"{reported.year}年度的事项应当在次年{named}完成，最迟为{_last(last, words)}，不因节假日顺延。"


def _last(day: date, words: Wording) -> str:
    made_up = words.calendar is not None and day.weekday() > 4 and words.calendar.is_workday(day)
    return f"{words.day(day)}（{weekday(day)}{'，调休上班' if made_up else ''}）"


def _reservation(due: Due) -> str:
    if not due.provisional:
        return ""
    years = "、".join(f"{year}年" for year in due.unknown_years)
    return f"暂定：{years}放假安排尚未公布，只按周末推算，公布后重新计算。"
