"""行政规范性文件 as one value: its registers, indicators and sentences."""

from fazhi.engine.register import Workstream
from fazhi.workstreams.normative.figures import INDICATORS, SENTENCES
from fazhi.workstreams.normative.registers import REGISTERS

NORMATIVE = Workstream(
    key="normative",
    label="行政规范性文件",
    registers=REGISTERS,
    indicators=INDICATORS,
    sentences=SENTENCES,
)
