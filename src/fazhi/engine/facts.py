"""What may be entered as a fact: no act to come, nothing that follows from acts and clocks."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from fazhi.engine.actor import today
from fazhi.engine.models import RecordModel
from fazhi.engine.refusal import Lack, Refusal
from fazhi.engine.register import Register
from fazhi.engine.values import label_of

KEPT_BY_THE_ENGINE = frozenset({"step", "stepped_on", "organ", "withdrawn_on", "record", "law_chosen"})
"""Columns that only the engine's own acts change."""


def not_future(on: date) -> None:
    if on > today():
        raise Refusal(f"法定日{on}晚于今天{today()}。尚未发生的行为不能登记，请核对日期。")


def only_facts(register: Register, names: Iterable[str], also: Collection[str] = ()) -> None:
    """Refuse columns that follow from acts and clocks, and so are no facts to be filled in."""
    counted = {deadline.writes for deadline in register.procedure.deadlines}
    for name in names:
        if name in KEPT_BY_THE_ENGINE or name in also:
            raise Refusal(f"“{label_of(register.model, name)}”不能直接更正，请通过相应办理改变。")
        if name in counted:
            raise Refusal(f"“{label_of(register.model, name)}”由期限计算得出，不能填写。请更正起算的日期。")


def acts_of(register: Register) -> frozenset[str]:
    """The date columns that tell of acts: a move's legal day, and the days that fix the law."""
    moves = register.procedure.moves
    return frozenset({*register.procedure.law_day, *(move.sets for move in moves if move.sets)})


def no_act_to_come(register: Register, row: RecordModel, names: Collection[str]) -> None:
    day = today()
    lacks = [
        Lack(f"{label_of(register.model, name)}{on}晚于今天{day}", "尚未发生的行为不能登记", field=name)
        for name in sorted(acts_of(register) & set(names))
        if (on := getattr(row, name)) is not None and on > day
    ]
    if lacks:
        raise Refusal("日期有误", lacks)


def dates_of_step(register: Register, row: RecordModel) -> set[str]:
    """The date columns of the acts that lead to the present step."""
    moves = register.procedure.moves
    led = {move.sets for move in moves if move.sets and move.target == row.step}
    return led | set(register.procedure.law_day if row.step == register.procedure.start else ())


def set_law_day(register: Register, row: RecordModel) -> None:
    """Fix the law day by the procedure's rule: the first date reached; a chosen law stays."""
    if row.law_chosen:
        return
    row.law_on = next(
        (day for name in register.procedure.law_day if (day := getattr(row, name)) is not None), None
    )
