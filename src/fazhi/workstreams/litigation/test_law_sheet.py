"""The limits declared are those of the law sheet."""

from __future__ import annotations

from fazhi.engine.registry import installed


def test_every_rule_of_the_law_sheet_is_a_limit_but_the_daily_fine() -> None:
    """LT-T1 to LT-T19; LT-T17 is the daily fine on the head."""
    declared = {
        deadline.rule.partition("/")[0]
        for one in installed().registers.values()
        if one.workstream_key == "litigation"
        for deadline in one.procedure.deadlines
    }
    assert declared == {f"LT-T{number}" for number in range(1, 20) if number != 17}
