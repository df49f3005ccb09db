"""Every line of work, by hand: the one list that higher floors import."""

from fazhi.engine.register import Workstream
from fazhi.workstreams.reconsideration.workstream import RECONSIDERATION

WORKSTREAMS: tuple[Workstream, ...] = (RECONSIDERATION,)
