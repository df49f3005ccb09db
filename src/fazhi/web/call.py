"""What the pages of calls for figures show: the list, the matrix of one call, what one organ fills in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from fazhi.engine.models import AnswerStep
from fazhi.web.link import Action, Link
from fazhi.web.notice import Notice
from fazhi.web.seal import DONE, FIX, LATE, NONE, OPEN, SOON, Seal

STEPS = {
    AnswerStep.ASKED: NONE,
    AnswerStep.RETURNED: FIX,
    AnswerStep.FILLED: OPEN,
    AnswerStep.CONFIRMED: SOON,
    AnswerStep.ACCEPTED: DONE,
}


def seal_of(step: str, due: date, today: date, *, ended: bool = False) -> Seal:
    """The seal of an answer; what the organ still owes after the due day is late."""
    if step in {AnswerStep.ASKED, AnswerStep.RETURNED} and today > due and not ended:
        return LATE
    made = STEPS[AnswerStep(step)]
    return Seal(made.char if step != AnswerStep.CONFIRMED else "核", made.shape, AnswerStep(step).label)


@dataclass(frozen=True, slots=True)
class CallRow:
    """A call in the list; ``done`` of ``whole`` answers are accepted."""

    seal: Seal
    title: str
    url: str
    organ: str
    span: str
    due: str
    done: int
    whole: int


@dataclass(frozen=True, slots=True)
class CallsPage:
    """The list of calls."""

    title: str
    lead: str
    crumbs: tuple[Link, ...]
    rows: tuple[CallRow, ...]
    actions: tuple[Action, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One answer in the matrix."""

    seal: Seal
    url: str
    value: str


@dataclass(frozen=True, slots=True)
class OrganRow:
    """One organ with its answers in the order of the figures; ``owed`` of them are late."""

    organ: str
    cells: tuple[Cell | None, ...]
    owed: int


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of one figure's answers; ``url`` enters it once all are accepted."""

    label: str
    text: str
    state: str
    url: str


@dataclass(frozen=True, slots=True)
class CallPage:
    """One call: its matrix, who is late, the sums."""

    title: str
    lead: str
    crumbs: tuple[Link, ...]
    version: int | None
    facts: tuple[tuple[str, str], ...]
    figures: tuple[str, ...]
    rows: tuple[OrganRow, ...]
    totals: tuple[Total, ...]
    actions: tuple[Action, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class FillRow:
    """One figure that an organ fills in: the form of its row, and what stands around it.

    ``before`` is last year's value where it stands, with its ``origin``; else ``base_fields`` ask for it.
    """

    label: str
    unit: str
    before: str
    origin: str
    seal: Seal
    remark: str
    form: Any
    fields: tuple[Any, ...]
    base_fields: tuple[Any, ...] = ()
    base_open: bool = False


@dataclass(frozen=True, slots=True)
class FillPage:
    """What one organ fills in."""

    title: str
    lead: str
    crumbs: tuple[Link, ...]
    url: str
    sheet_url: str
    upload_url: str
    rows: tuple[FillRow, ...]
    settled: tuple[Cell, ...] = ()
    actions: tuple[Action, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """One answer: what was filled in, by whom, what may be done with it."""

    title: str
    lead: str
    crumbs: tuple[Link, ...]
    seal: Seal
    facts: tuple[tuple[str, str], ...]
    version: int
    confirm_url: str = ""
    accept_url: str = ""
    return_url: str = ""
    actions: tuple[Action, ...] = ()
    notices: tuple[Notice, ...] = ()
