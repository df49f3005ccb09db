"""法律顾问·公职律师 as one value: its registers, indicators and sentences."""

from fazhi.engine.register import Workstream
from fazhi.workstreams.advisers.figures import INDICATORS, SENTENCES
from fazhi.workstreams.advisers.people_figures import PEOPLE, PEOPLE_SENTENCES
from fazhi.workstreams.advisers.registers import OPINION
from fazhi.workstreams.advisers.rosters import ROSTERS

ADVISERS = Workstream(
    key="advisers",
    label="法律顾问·公职律师",
    registers=(OPINION, *ROSTERS),
    indicators=(*INDICATORS, *PEOPLE),
    sentences=(*SENTENCES, *PEOPLE_SENTENCES),
)
