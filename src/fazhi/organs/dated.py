"""What holds on a day: rows in force on ``[since, until)``, where an empty end is open."""

from __future__ import annotations

from datetime import date

from django.db import connection, transaction
from django.db.models import Q

from fazhi.organs.refusal import OrganRefused


def in_force(on: date) -> Q:
    """Rows whose interval holds the day."""
    return (Q(since__isnull=True) | Q(since__lte=on)) & (Q(until__isnull=True) | Q(until__gt=on))


def meeting(since: date | None, until: date | None) -> Q:
    """Rows whose interval has a day in common with ``[since, until)``."""
    condition = Q()
    if until is not None:
        condition &= Q(since__isnull=True) | Q(since__lt=until)
    if since is not None:
        condition &= Q(until__isnull=True) | Q(until__gt=since)
    return condition


def living(on: date) -> Q:
    """Organs that exist on the day: born, and not abolished."""
    born = Q(born_on__isnull=True) | Q(born_on__lte=on)
    return born & (Q(ended_on__isnull=True) | Q(ended_on__gt=on))


def lives(born_on: date | None, ended_on: date | None, on: date) -> bool:
    """:func:`living` of an organ at hand."""
    return (born_on is None or born_on <= on) and (ended_on is None or ended_on > on)


def spell(since: date | None, until: date | None) -> str:
    """``2019-03-01起``, ``2019-03-01前``, ``2019-03-01至2020-01-01前``, ``一直`` — for messages."""
    if since is None and until is None:
        return "一直"
    if until is None:
        return f"{since}起"
    return f"{until}前" if since is None else f"{since}至{until}前"


def must_run_forward(since: date | None, until: date | None, what: str) -> None:
    """
    :raises OrganRefused: the end is not after the start.
    """
    if since is not None and until is not None and until <= since:
        raise OrganRefused(f"{what}：止日{until}不晚于起日{since}。请核对两个日期，止日应当晚于起日。")


def must_be_in_transaction() -> None:
    """The change and the event that logs it are one: the caller opens the transaction and logs in it.

    :raises TransactionManagementError: no transaction is open.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError(
            "a change of organs is made in the transaction of its event"
        )
