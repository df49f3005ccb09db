"""计划·督察·考核 as one value: its registers, indicators and sentences."""

from fazhi.engine.register import Workstream
from fazhi.workstreams.plan.checked import CHECKED
from fazhi.workstreams.plan.figures import INDICATORS, SENTENCES
from fazhi.workstreams.plan.pursued import PURSUED
from fazhi.workstreams.plan.registers import PLANNING

PLAN = Workstream(
    key="plan",
    label="计划·督察·考核",
    registers=(*PLANNING, *PURSUED, *CHECKED),
    indicators=INDICATORS,
    sentences=SENTENCES,
)
"""计划·督察·考核: the year from the clause of a programme to the published report."""
