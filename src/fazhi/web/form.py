"""A page that is one form: entering, correcting, withdrawing, adding a paper, revealing a masked value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fazhi.web.link import Action, Link
from fazhi.web.notice import Notice


@dataclass(frozen=True, slots=True)
class FormPage:
    """``form`` is a Django form; ``submit`` is a verb of the statute, never 确定 alone.

    ``version`` is the version of the record that the form saw, None where a record is entered; ``rows`` are
    lines of child rows.
    """

    title: str
    lead: str
    crumbs: tuple[Link, ...]
    url: str
    form: Any
    submit: str
    cancel: Link
    version: int | None = None
    hint: str = ""
    notices: tuple[Notice, ...] = ()
    actions: tuple[Action, ...] = ()
    rows: tuple[Any, ...] = ()
