"""行政规范性文件 as one value: its registers, indicators and sentences."""

from fazhi.engine.register import Workstream

NORMATIVE = Workstream(key="normative", label="行政规范性文件", registers=())
