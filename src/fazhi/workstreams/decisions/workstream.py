"""重大行政决策 as one value: its registers, indicators and sentences."""

from fazhi.engine.register import Workstream
from fazhi.workstreams.decisions.figures import INDICATORS
from fazhi.workstreams.decisions.registers import CATALOGUE, DECISION, LIABILITY, MATTER, VISIT
from fazhi.workstreams.decisions.sentences import SENTENCES

DECISIONS = Workstream(
    key="decisions",
    label="重大行政决策",
    registers=(DECISION, CATALOGUE, VISIT, MATTER, LIABILITY),
    indicators=INDICATORS,
    sentences=SENTENCES,
)
