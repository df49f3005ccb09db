"""营商环境·公平竞争 as one value: its registers, indicators and sentences."""

from fazhi.engine.register import Workstream
from fazhi.workstreams.business.figures import INDICATORS
from fazhi.workstreams.business.registers import REVIEW

BUSINESS = Workstream(
    key="business",
    label="营商环境·公平竞争",
    registers=(REVIEW,),
    indicators=INDICATORS,
)
