"""第一责任人 as one value: its registers, indicators and sentences."""

from fazhi.engine.register import Workstream

LEADERSHIP = Workstream(key="leadership", label="第一责任人", registers=())
