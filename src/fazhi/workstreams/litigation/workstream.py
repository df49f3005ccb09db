"""行政应诉 as one value: its registers, indicators and sentences."""

from fazhi.engine.register import Workstream
from fazhi.workstreams.litigation.beside import (
    COMPENSATION,
    ENFORCEMENT,
    MEETING,
    OBSERVATION,
    SUGGESTION,
    WARNING,
)
from fazhi.workstreams.litigation.exchanged import BESIDE_INDICATORS
from fazhi.workstreams.litigation.figures import LAWSUIT_INDICATORS
from fazhi.workstreams.litigation.registers import LAWSUIT
from fazhi.workstreams.litigation.sentences import SENTENCES

LITIGATION = Workstream(
    key="litigation",
    label="行政应诉",
    registers=(LAWSUIT, SUGGESTION, OBSERVATION, MEETING, WARNING, COMPENSATION, ENFORCEMENT),
    indicators=(*LAWSUIT_INDICATORS, *BESIDE_INDICATORS),
    sentences=SENTENCES,
)
