"""行政复议 as one value: its registers, indicators and sentences."""

from fazhi.engine.register import Workstream
from fazhi.workstreams.reconsideration.figures import INDICATORS, SENTENCES
from fazhi.workstreams.reconsideration.registers import (
    CASE,
    LETTER,
    MEMBER,
    REVIEW,
    RULE,
    STAFF,
    SUPERVISOR,
)

RECONSIDERATION = Workstream(
    key="reconsideration",
    label="行政复议",
    registers=(CASE, LETTER, REVIEW, RULE, SUPERVISOR, MEMBER, STAFF),
    indicators=INDICATORS,
    sentences=SENTENCES,
)
