"""重大行政决策 as one value: its registers, indicators and sentences."""

from fazhi.engine.register import Workstream

DECISIONS = Workstream(key="decisions", label="重大行政决策", registers=())
