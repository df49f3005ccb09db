"""营商环境: lawful rows of what stands until it is ended: services, platforms, supervisors."""

from __future__ import annotations

from datetime import date

from fazhi.engine.recipe import Made, Make, Timeline
from fazhi.workstreams.business.models.firms import PlatformKind, ServiceKind
from fazhi.workstreams.business.small import invented


def serving(kind: ServiceKind, day: date, n: int) -> Made:
    time = Timeline.since(day)
    values = {
        "kind": kind,
        "firm": f"示例装备制造项目{n}",
        "leader": invented(n),
        "team": "发展和改革局、自然资源局",
        "plan": "一企一策",
        "since_on": time.first,
    }
    visit = {"visited_on": time.on(5), "raised": 3, "solved": 3, "note": "协调解决用地、用工、融资"}
    return Made(values, {"business.Visit": [visit]})


def platform(kind: PlatformKind, day: date, n: int) -> Made:
    time = Timeline.since(day)
    values = {
        "name": f"示例园区{kind.label}平台{n}",
        "kind": kind,
        "operator": "示例园区管理委员会",
        "since_on": time.first,
    }
    case = {"handled_on": time.on(4), "firm": "示例建材有限公司", "matter": "融资对接"}
    return Made(values, {"business.PlatformCase": [case]})


def supervisor(day: date, n: int) -> Made:
    time = Timeline.since(day)
    values = {"name": invented(n), "workplace": "示例县工商业联合会", "since_on": time.first}
    return Made(values, {"business.Observation": [{"made_on": time.on(9), "content": "窗口排队时间长"}]})


def ended(make: Make) -> Make:
    """The same, ended on the hundredth day."""

    def made(day: date, n: int) -> Made:
        return make(day, n).with_values(ended_on=Timeline.since(day).on(100))

    return made
