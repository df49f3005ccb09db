"""Tables of the engine."""

from fazhi.engine.models.call import AnswerStep, Asked, Call
from fazhi.engine.models.clock import CalendarNotice, Interval, LocalLimit, Obligation, Prolongation, Tick
from fazhi.engine.models.event import Event, TrailHead
from fazhi.engine.models.evidence import Evidence
from fazhi.engine.models.figure import DeclaredFigure, Freeze, FrozenFigure, FrozenMember
from fazhi.engine.models.paper import MadePaper, PaperTemplate
from fazhi.engine.models.record import Breach, Link, NumberDraw, PartModel, Record, RecordModel

__all__ = [
    "AnswerStep",
    "Asked",
    "Breach",
    "CalendarNotice",
    "Call",
    "DeclaredFigure",
    "Event",
    "Evidence",
    "Freeze",
    "FrozenFigure",
    "FrozenMember",
    "Interval",
    "Link",
    "LocalLimit",
    "MadePaper",
    "NumberDraw",
    "Obligation",
    "PaperTemplate",
    "PartModel",
    "Prolongation",
    "Record",
    "RecordModel",
    "Tick",
    "TrailHead",
]
