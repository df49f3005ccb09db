"""行政复议 as one value: its registers, indicators and sentences."""

from fazhi.engine.register import Workstream

RECONSIDERATION = Workstream("reconsideration", "行政复议", registers=())
