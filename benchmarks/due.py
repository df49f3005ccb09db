"""One due day: how long it takes, alone and with its explanation, and against stepping day by day.

The peer steps from the start with ``chinesecalendar``, a day at a time: to the n-th working day, or to the
n-th day and on to the next working day. Both give the same days, which is checked first.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from chinese_calendar import is_workday

from benchmarks.row import Options, Row, best
from fazhi.law import Days, Period, Workdays
from fazhi.law.calendar import Calendar
from fazhi.law.due import compute, due_day, explain
from fazhi.law.editions import ARL_1999, ARL_2023

LIMITS: tuple[Period, ...] = (Workdays(5), Days(10), Workdays(10), Days(30), Days(60), Days(90))
STARTS = [date(2017, 1, 1) + timedelta(at) for at in range(0, 3200, 3)]
CITES = (ARL_1999.art(31, 1), ARL_2023.art(62, 1))
DAY = timedelta(1)


def run(options: Options) -> list[Row]:
    calendar = Calendar.shipped()
    asked = [(start, limit) for start in STARTS for limit in LIMITS]
    for start, limit in asked:
        if due_day(start, limit, calendar) != stepped(start, limit):
            raise AssertionError(f"{start} {limit}: not the day reached by stepping")

    def each(count: Callable[[date, Period], object]) -> float:
        def through() -> None:
            for start, limit in asked:
                count(start, limit)

        return best(through, options.repeat) / len(asked)

    ours = each(lambda start, limit: due_day(start, limit, calendar))
    told = each(
        lambda start, limit: explain(compute(start, limit, calendar=calendar), CITES, calendar=calendar)
    )
    peer = each(stepped)
    size = f"{len(asked):,} limits"
    return [
        Row("a due day", size, ours, None, ours * 1e6, 2, "µs"),
        Row("a due day with explanation", size, told, None, told * 1e6, 30, "µs"),
        Row("a due day, against stepping with chinesecalendar", size, ours, peer, ours / peer, 1 / 50),
    ]


def stepped(start: date, limit: Period) -> date:
    day, left = start, limit.length
    while left:
        day += DAY
        if limit.code == "CD" or is_workday(day):
            left -= 1
    while not is_workday(day):
        day += DAY
    return day
