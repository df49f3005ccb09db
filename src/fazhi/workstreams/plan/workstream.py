"""计划·督察·考核 as one value: its registers, indicators and sentences."""

from fazhi.engine.register import Workstream

PLAN = Workstream(key="plan", label="计划·督察·考核", registers=())
