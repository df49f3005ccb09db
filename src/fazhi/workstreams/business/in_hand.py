"""营商环境·公平竞争: records as they stand on a day, for a demonstration: due, late, standing still."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from fazhi.engine.recipe import Made
from fazhi.law.calendar import Calendar
from fazhi.workstreams.business import recipe, small
from fazhi.workstreams.business.models.firms import Channel, ComplaintResult
from fazhi.workstreams.business.models.review import Maker, MeasureKind

FIRST = 101
"""Numbers of these records begin where those drawn in a demonstration will not soon arrive."""


def so_far(made: Made, today: date) -> Made:
    """The row without the acts that are still to come."""
    coming = {
        name
        for name, value in made.values.items()
        if isinstance(value, date) and value > today and name != "exception_ends_on"
    }
    return replace(made, values={key: value for key, value in made.values.items() if key not in coming})


def reviews_in_hand(today: date) -> Sequence[Made]:
    """Five measures: waiting, reviewed, with the market-supervision department, failed, under exception."""
    calendar = Calendar.shipped()

    def back(workdays: int) -> date:
        return calendar.add_workdays(today, -workdays)

    waiting = recipe.started(back(2), FIRST).with_values(
        measure="示例县支持民营经济发展十条措施", kind=MeasureKind.POLICY, maker=Maker.GOVERNMENT
    )
    sent = recipe.reviewed(back(16), FIRST + 1).with_values(
        measure="示例县工业企业技术改造奖补办法", maker=Maker.GOVERNMENT, sent_on=back(9), received_on=back(9)
    )
    failed = recipe.shelved(back(10), FIRST + 2).with_values(
        measure="示例县政府采购本地产品目录管理办法", shelved_on=None
    )
    running = recipe.running(back(50), FIRST + 3).with_values(measure="示例县重污染天气工业企业错峰生产方案")
    reviewed = recipe.reviewed(back(7), FIRST + 4).with_values(measure="示例县物业服务企业信用评价办法")
    return tuple(so_far(made, today) for made in (waiting, sent, failed, running, reviewed))


def demands_in_hand(today: date) -> Sequence[Made]:
    """Two requests under way and one answered."""
    calendar = Calendar.shipped()

    def back(workdays: int) -> date:
        return calendar.add_workdays(today, -workdays)

    rows = (
        small.demand_open(back(2), FIRST),
        small.demand_open(back(3), FIRST + 1).with_values(
            firm="示例食品有限公司", channel=Channel.TRANSFER, matter="厂区门前道路积水"
        ),
        small.demanded(Channel.OFFICER, back(8), FIRST + 2).with_values(
            firm="示例装备制造有限公司", matter="协调用工招聘"
        ),
    )
    return tuple(so_far(made, today) for made in rows)


def complaints_in_hand(today: date) -> Sequence[Made]:
    """One complaint being looked into."""
    calendar = Calendar.shipped()
    made = small.complained(ComplaintResult.FOUNDED, calendar.add_workdays(today, -6), FIRST)
    undecided = {name: value for name, value in made.values.items() if name not in ("result", "finding")}
    return (so_far(replace(made, values=undecided), today),)
