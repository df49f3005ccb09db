"""营商环境·公平竞争 as one value: its registers, indicators and sentences."""

from fazhi.engine.register import Workstream
from fazhi.workstreams.business.beside import BESIDE
from fazhi.workstreams.business.figures import INDICATORS
from fazhi.workstreams.business.figures_beside import BESIDE_INDICATORS
from fazhi.workstreams.business.registers import REVIEW
from fazhi.workstreams.business.sentences import SENTENCES

BUSINESS = Workstream(
    key="business",
    label="营商环境·公平竞争",
    registers=(REVIEW, *BESIDE),
    indicators=(*INDICATORS, *BESIDE_INDICATORS),
    sentences=SENTENCES,
)
