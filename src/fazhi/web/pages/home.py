"""The page of a day: what is due and why, the red lights, and how due days spread over the weeks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from django.http import HttpResponse
from django.urls import reverse

from fazhi.engine import worklist as engine
from fazhi.engine.calls import owed_by
from fazhi.engine.models import AnswerStep
from fazhi.engine.values import label_of
from fazhi.organs.role import CAPTURING
from fazhi.web import worklist
from fazhi.web.bars import Columns
from fazhi.web.call import seal_of
from fazhi.web.clock import Reading, reading
from fazhi.web.day import grouped, said, spoken
from fazhi.web.letterhead import page, record_url, roles
from fazhi.web.link import Link, articles
from fazhi.web.office import Desk
from fazhi.web.seal import BREACH, LATE, PAUSED
from fazhi.web.shown import brief
from fazhi.web.worklist import Group, HomePage, Owed, Red, Tally, Task

SHOWN, ALL, REDS = 25, 200, 8


def home(request: Desk) -> HttpResponse:
    """The work list: one's own by default, ``?of=all`` everything within view."""
    rights = request.rights
    captures = any(grant.role in CAPTURING for grant in rights.grants)
    mine = captures and request.GET.get("of") != "all"
    whole = request.GET.get("all") == "1"
    stretches = engine.spread(rights, weeks=worklist.WEEKS + 1)
    reds = red_lights(request)
    counts = {day: count for day, count in stretches if day}
    late = next((count for day, count in stretches if day is None), 0)
    content = HomePage(
        title=spoken(request.day),
        lead=f"{request.organ.name} · {roles(request)}",
        crumbs=(Link(request.organ.name), Link("工作台", current=True)),
        groups=groups(request, mine=mine, limit=ALL if whole else SHOWN),
        tallies=(
            Tally("在办期限", grouped(late + sum(counts.values()))),
            Tally("其中逾期", grouped(late)),
        ),
        more=other_view(mine=mine, captures=captures),
        spread=spread(request, late, counts),
        spread_note="查看范围内的在办期限，按周",
        reds=reds,
        reds_note=reds_note(reds),
        reds_url=reverse("reds") if reds else "",
        owed=owed(request) if captures else (),
        elsewhere=elsewhere(late + sum(counts.values()), late) if mine else "",
    )
    return page(request, "web/home.html", content, current="home")


def elsewhere(open_clocks: int, late: int) -> str:
    """What the organs in view have in hand, for one who handles nothing oneself."""
    if not open_clocks:
        return ""
    return f"这里只列您承办的。查看范围内在办 {grouped(open_clocks)} 件，其中逾期 {grouped(late)} 件。"


def spread(request: Desk, late: int, counts: Mapping[date, int]) -> Columns | None:
    """Open clocks by week, late ones apart; nothing where none is open."""
    dues = {request.day - timedelta(1): late} | {max(day, request.day): n for day, n in counts.items()}
    return worklist.spread({day: n for day, n in dues.items() if n}, request.day)


def owed(request: Desk) -> tuple[Owed, ...]:
    """Calls in which organs where one works still owe figures, the most urgent first: one query."""
    rows = list(owed_by(request.actor, request.day)[:ALL])
    found = []
    for call in dict.fromkeys(row.call for row in rows):
        mine = [row for row in rows if row.call_id == call.pk]
        first = min(mine, key=lambda row: list(AnswerStep).index(AnswerStep(row.step)))
        found.append(
            Owed(
                seal_of(first.step, call.due_on, request.day),
                call.title,
                reverse("call", args=[call.pk]),
                f"{brief(call.organ)}布置，{said(call.due_on)}前报送",
                f"{len(mine)} 个数",
            )
        )
    return tuple(found)


def other_view(*, mine: bool, captures: bool) -> Link | None:
    if not captures:
        return Link("全部列出", "?of=all&all=1")
    return Link("查看范围内的全部", "?of=all&all=1") if mine else Link("只看我的", "?")


def groups(request: Desk, *, mine: bool, limit: int) -> tuple[Group, ...]:
    return tuple(group(found, request) for found in engine.worklist(request.rights, mine=mine, limit=limit))


def group(found: engine.Group, request: Desk) -> Group:
    """A stretch of days with its note, as an official plans."""
    tasks = tuple(task(item, request) for item in found.items)
    if found.key in {"late", "paused", "least"}:
        return Group(found.label, f"{len(tasks)} 件", tasks, late=found.key == "late")
    if found.key == "later" or found.first is None or found.last is None:
        return Group(found.label, worklist.later_note(tasks, request.day), tasks)
    return Group(found.label, worklist.span_note(found.label, found.first, found.last, tasks), tasks)


def task(item: engine.Item, request: Desk) -> Task:
    """One open clock: whose, on what, until when and why."""
    clock = item.obligation
    left = Reading(PAUSED, "停", "")
    due = clock.due_on
    if due:
        left = reading(due, request.day, provisional=clock.provisional, least=item.least)
    who = clock.handler.name if clock.handler else ""
    return Task(
        title=f"{clock.record.title}　{item.label}",
        url=record_url(clock.register, clock.record_id),
        due=due or request.day,
        reading=left,
        who=" · ".join(filter(None, (brief(clock.organ), who))),
        detail=why(item),
        articles=articles(clock.article.split("、")),
    )


def why(item: engine.Item) -> str:
    """Where the due day comes from: 收到申请日期 3月7日；5个工作日，3月14日届满."""
    clock = item.obligation
    deadline = item.register.procedure.deadline(clock.deadline)
    period = next((period for cite, period in deadline.period if str(cite.law) == clock.law), None)
    start = f"{label_of(item.register.model, deadline.starts[0])} {said(clock.started_on)}"
    longer = f"，延长{clock.extended}{period.unit}" if clock.extended and period else ""
    end = f"，{said(clock.due_on)}{'期满' if deadline.least else '届满'}" if clock.due_on else "，停止计算"
    # 期限就是登记的那一天的，没有长度可说。
    length = "" if period is None or getattr(period, "length", 1) == 0 else str(period)
    if deadline.least:
        length = f"不少于{length}"
    return f"{start}；{length}{longer}{end}".replace("；，", "，")


def red_lights(request: Desk) -> tuple[Red, ...]:
    """Late clocks and breaches by organ, worst first."""
    return tuple(
        Red(
            LATE if light.kind == "late" else BREACH,
            light.organ,
            f"{reverse('reds')}?organ={light.organ_id}",
            "超过法定期限" if light.kind == "late" else "补记的行为违反规定",
            f"{light.count} 件",
        )
        for light in engine.red_lights(request.rights)[:REDS]
    )


def reds_note(reds: tuple[Red, ...]) -> str:
    late = sum(red.seal is LATE for red in reds)
    words = [(late, "逾期"), (len(reds) - late, "违反规定")]
    return "，".join(f"{word} {count} 个单位" for count, word in words if count)
