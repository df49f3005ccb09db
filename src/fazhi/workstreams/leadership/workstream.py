"""第一责任人 as one value: its registers, indicators and sentences."""

from fazhi.engine.register import Workstream
from fazhi.workstreams.leadership.duty_figures import DUTY_INDICATORS, DUTY_SENTENCES
from fazhi.workstreams.leadership.figures import INDICATORS, SENTENCES
from fazhi.workstreams.leadership.persons import PERSONS
from fazhi.workstreams.leadership.registers import MEETINGS
from fazhi.workstreams.leadership.tiers import TIERS

LEADERSHIP = Workstream(
    key="leadership",
    label="第一责任人",
    registers=(*MEETINGS, *PERSONS, *TIERS),
    indicators=(*INDICATORS, *DUTY_INDICATORS),
    sentences=(*SENTENCES, *DUTY_SENTENCES),
)
