"""政府立法 as one value: its registers, indicators and sentences."""

from fazhi.engine.register import Workstream

LEGISLATION = Workstream(key="legislation", label="政府立法", registers=())
