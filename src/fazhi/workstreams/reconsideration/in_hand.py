"""行政复议: cases as they stand on a day, for a demonstration: due, late, standing still."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from fazhi.engine.answer import Answer
from fazhi.engine.past import Standstill
from fazhi.engine.recipe import Made
from fazhi.law.calendar import Calendar
from fazhi.workstreams.reconsideration.models.choices import (
    Act,
    Channel,
    CommitteeGround,
    Field,
    Outcome,
    SimpleGround,
    SuspensionGround,
    Track,
)
from fazhi.workstreams.reconsideration.recipe import LAG, application, decided, opened

FIRST = 101
"""Numbers of these cases begin where those drawn in a demonstration will not soon arrive."""

NOT_YET_ANSWERED = ("answered_on", "head_signed", "collected", "opinions_on", "opinions_mode")


def without(made: Made, *names: str) -> Made:
    """The row before the acts that fill these columns."""
    values: Mapping[str, Any] = {key: value for key, value in made.values.items() if key not in names}
    return replace(made, values=values)


def so_far(made: Made, today: date) -> Made:
    """The row without the acts that are still to come: few working days may lie behind many natural ones."""
    to_come = [name for name, value in made.values.items() if isinstance(value, date) and value > today]
    return without(made, *to_come)


def of_company(made: Made, name: str) -> Made:
    """The same row with a company as its applicant."""
    parts = {**made.parts, "reconsideration.Applicant": [{"name": name, "entity": Answer.YES}]}
    return replace(made, parts=parts).with_values(applicant=name, enterprise=Answer.YES)


def in_hand(today: date) -> Sequence[Made]:
    """Nine cases under the law of 2023, each at another point of its way."""
    calendar = Calendar.shipped()

    def back(workdays: int) -> date:
        return calendar.add_workdays(today, -workdays)

    def accepted(days: int) -> date:
        """The day of receipt of a case that was accepted about so many natural days ago."""
        return calendar.add_workdays(today - timedelta(days=days), -LAG)

    suspended = opened(accepted(35), FIRST + 4)
    stopped = Standstill("suspension", back(6), None, SuspensionGround.OTHER_CASE, "等待工伤认定案件审结")
    asked = application(back(6), FIRST + 6).with_values(
        asked_on=back(4), asked_items="委托书、行政处罚决定书", notice_received_on=back(3)
    )
    simple = opened(accepted(12), FIRST + 5).with_values(
        track=Track.SIMPLE,
        ordinary_on=None,
        simple_on=calendar.add_workdays(accepted(12), LAG + 1),
        simple_ground=SimpleGround.ON_THE_SPOT,
        clear=Answer.YES,
        claim="撤销当场处罚决定",
    )
    cases = (
        application(back(4), FIRST),
        application(back(5), FIRST + 1).with_values(
            channel=Channel.ONLINE, field=Field.POLICE, claim="撤销治安管理处罚决定"
        ),
        of_company(opened(accepted(56), FIRST + 2), "示例建材有限公司").with_values(
            major=Answer.YES,
            committee_ground=CommitteeGround.UNDECIDED,
            field=Field.LAND,
            claim="撤销责令拆除决定",
        ),
        without(opened(accepted(16), FIRST + 3), *NOT_YET_ANSWERED).with_values(
            field=Field.HOUSING, copy_received_on=back(9), copy_sent_on=back(10)
        ),
        Made(
            {**suspended.values, "field": Field.LABOUR, "claim": "撤销不予认定工伤决定"},
            suspended.parts,
            (stopped,),
        ),
        simple,
        asked,
        opened(accepted(64), FIRST + 7).with_values(
            act_kind=Act.DISCLOSURE, field=Field.CITY, claim="责令公开拆迁补偿信息"
        ),
        decided(Outcome.UPHELD, back(22), FIRST + 8),
    )
    return tuple(so_far(made, today) for made in cases)
