"""法律顾问·公职律师 as one value: its registers, indicators and sentences."""

from fazhi.engine.register import Workstream

ADVISERS = Workstream(key="advisers", label="法律顾问·公职律师", registers=())
