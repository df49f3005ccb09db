"""法律顾问·公职律师: reviews as they stand on a day, for a demonstration: due, late, waiting for papers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from fazhi.engine.past import Standstill
from fazhi.engine.recipe import Made
from fazhi.law.calendar import Calendar
from fazhi.workstreams.advisers.models.choices import Subject
from fazhi.workstreams.advisers.recipe import NO, changed, reviewing, sent

FIRST = 101
"""Numbers of these rows begin where those drawn in a demonstration will not soon arrive."""


def so_far(made: Made, today: date) -> Made:
    """The row without the acts that are still to come."""
    done = {
        name: value
        for name, value in made.values.items()
        if name == "needed_by_on" or not (isinstance(value, date) and value > today)
    }
    return Made(done, made.parts, made.pauses)


def opinions_in_hand(today: date) -> Sequence[Made]:
    """Seven reviews, each at another point of its way."""
    calendar = Calendar.shipped()

    def back(workdays: int) -> date:
        return calendar.add_workdays(today, -workdays)

    waiting = sent(Subject.NORMATIVE, back(8), FIRST + 3).with_values(
        received_on=back(7),
        materials=NO,
        supplement_asked_on=back(5),
        supplement_items="评估论证报告、公开征求意见的材料",
        subject="示例县户外广告设施管理办法（送审稿）",
    )
    unanswered = changed(Subject.AGREEMENT, back(7), FIRST + 5).with_values(
        subject="城乡供水一体化特许经营协议", answered_on=None, adoption="undecided", items_adopted=0
    )
    rows = (
        sent(Subject.DECISION, back(1), FIRST).with_values(subject="示例县城区公交票价调整方案"),
        reviewing(Subject.DECISION, back(4), FIRST + 1).with_values(subject="示例县生活垃圾处理收费方案"),
        reviewing(Subject.NORMATIVE, back(18), FIRST + 2).with_values(subject="示例县养犬管理办法"),
        Made(waiting.values, waiting.parts, (Standstill("supplement", back(5), None),)),
        reviewing(Subject.CONTRACT, back(6), FIRST + 4).with_values(subject="产业园标准厂房租赁合同"),
        unanswered,
        changed(Subject.TOPIC, back(12), FIRST + 6).with_values(subject="关于调整招商引资奖励办法的议题"),
    )
    return tuple(so_far(made, today) for made in rows)
