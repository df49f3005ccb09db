"""Every line of work, by hand: the one list that higher floors import."""

from fazhi.engine.register import Workstream

WORKSTREAMS: tuple[Workstream, ...] = ()
