"""政府规章与立法 as one value: its registers, indicators and sentences."""

from fazhi.engine.register import Workstream
from fazhi.workstreams.legislation.figures import INDICATORS
from fazhi.workstreams.legislation.registers import REGISTERS
from fazhi.workstreams.legislation.sentences import SENTENCES

LEGISLATION = Workstream(
    key="legislation",
    label="政府规章与立法",
    registers=REGISTERS,
    indicators=INDICATORS,
    sentences=SENTENCES,
)
