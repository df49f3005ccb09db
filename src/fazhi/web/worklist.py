"""The work list: what is to be done by due day, the red lights, and how due days spread over the weeks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from fazhi.web.bars import Amount, Columns, columns
from fazhi.web.clock import Reading
from fazhi.web.day import days, said
from fazhi.web.link import Action, Article, Link
from fazhi.web.seal import Seal

WEEKS = 4


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to be done. ``detail`` says where the due day comes from."""

    title: str
    url: str
    due: date
    reading: Reading
    who: str
    detail: str = ""
    articles: tuple[Article, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Tasks of one stretch of time; ``note`` is a count or the span of its days."""

    label: str
    note: str
    tasks: tuple[Task, ...]
    late: bool = False


@dataclass(frozen=True, slots=True)
class Red:
    """What is late or unlawful in one organ or office."""

    seal: Seal
    name: str
    url: str
    detail: str
    count: str
    articles: tuple[Article, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """A number with words, beside the title."""

    label: str
    value: str
    unit: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report with its state."""

    seal: Seal
    label: str
    detail: str
    count: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the annual report is: figures bound of figures asked for."""

    title: str
    summary: str
    done: int
    whole: int
    sections: tuple[Section, ...] = ()
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """One indicator against last year: widths in percent of the longer one, and the line of months."""

    label: str
    url: str
    value: str
    unit: str
    before: str
    width: float
    before_width: float
    change: str
    spark: str
    origin: str


@dataclass(frozen=True, slots=True)
class Comparison:
    note: str
    rows: tuple[Compared, ...]


@dataclass(frozen=True, slots=True)
class Owed:
    """A call for figures in which one's organ still owes something."""

    seal: Seal
    title: str
    url: str
    detail: str
    count: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """The page of a day. ``more`` opens the whole list where it is longer than what is shown; ``elsewhere``
    says what others have in hand where one has nothing oneself.
    """

    title: str
    lead: str
    crumbs: tuple[Link, ...]
    groups: tuple[Group, ...]
    tallies: tuple[Tally, ...] = ()
    more: Link | None = None
    spread: Columns | None = None
    spread_note: str = ""
    reds: tuple[Red, ...] = ()
    reds_note: str = ""
    reds_url: str = ""
    progress: Progress | None = None
    comparison: Comparison | None = None
    owed: tuple[Owed, ...] = ()
    elsewhere: str = ""


def grouped(tasks: Iterable[Task], today: date) -> tuple[Group, ...]:
    """Tasks by due day: 已逾期, 今天, 本周, 下周, 月底前, 以后; empty groups are left out."""
    monday = today - timedelta(today.weekday())
    sunday, next_sunday, month_end = monday + timedelta(6), monday + timedelta(13), last_of_month(today)
    edges = (
        ("今天", today, today),
        ("本周", today + timedelta(1), sunday),
        ("下周", sunday + timedelta(1), next_sunday),
        ("月底前", next_sunday + timedelta(1), month_end),
    )
    ranked = sorted(tasks, key=lambda task: task.due)
    late = [task for task in ranked if task.due < today]
    found = [Group("已逾期", f"{len(late)} 件", tuple(late), late=True)] if late else []
    for label, first, last in edges:
        within = tuple(task for task in ranked if first <= task.due <= last)
        if within:
            found.append(Group(label, span_note(label, first, last, within), within))
    later = tuple(task for task in ranked if task.due > max(next_sunday, month_end))
    if later:
        found.append(Group("以后", later_note(later, today), later))
    return tuple(found)


def span_note(label: str, first: date, last: date, tasks: tuple[Task, ...]) -> str:
    """3月14日 for today; else first to last day, without the weekend unless something is due on it."""
    if label == "今天":
        return said(first)
    working = last - timedelta(max(last.weekday() - 4, 0))
    return days(first, max(working, tasks[-1].due))


def later_note(tasks: tuple[Task, ...], today: date) -> str:
    """The months or years that lie ahead."""
    years = sorted({task.due.year for task in tasks})
    if years == [today.year]:
        months = sorted({task.due.month for task in tasks})
        return f"{months[0]}月" if len(months) == 1 else f"{months[0]}—{months[-1]}月"
    return f"{years[0]}年" if len(years) == 1 else f"{years[0]}—{years[-1]}年"


def last_of_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(32)).replace(day=1) - timedelta(1)


def spread(dues: Mapping[date, int], today: date) -> Columns | None:
    """Open clocks by week of their due day: 逾期, 本周, four weeks by their Monday, 以后."""
    monday = today - timedelta(today.weekday())
    weeks: Counter[int] = Counter()
    for due, count in dues.items():
        weeks[-1 if due < today else min((due - monday).days // 7, WEEKS + 1)] += count
    if not weeks:
        return None
    amounts = [Amount("逾期", weeks[-1], str(weeks[-1]), "b3"), Amount("本周", weeks[0], str(weeks[0]), "b5")]
    month = today.month
    for week in range(1, WEEKS + 1):
        first = monday + timedelta(7 * week)
        label = f"{first.day}—" if first.month == month else f"{first.month}/{first.day}—"
        month = first.month
        amounts.append(Amount(label, weeks[week], str(weeks[week])))
    amounts.append(Amount("以后", weeks[WEEKS + 1], str(weeks[WEEKS + 1])))
    return columns(amounts, low=True)
