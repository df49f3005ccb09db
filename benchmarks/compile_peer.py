"""The best hand-written SQL for the sixty figures: one grouped scan for each date field, in two forms.

``CATEGORIES`` groups by a choice column as well and tells the classes apart in Python; ``FLAT`` writes every
figure as a column. Which is faster depends on the engine, so both run and the faster is the peer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db import connection

Numbers = dict[tuple[int, str], int]

WHERE = "BETWEEN '2024-01-01' AND '2024-12-31' AND withdrawn_on IS NULL"
CORRECTED = "outcome IN ('changed', 'annulled', 'illegal', 'void', 'performance')"


def table() -> str:
    """SQLite is kept from following the index on the organ, which is several times slower."""
    return "reconsideration_case" + (" NOT INDEXED" if connection.vendor == "sqlite" else "")


def one(condition: str) -> str:
    return f"SUM(CASE WHEN {condition} THEN 1 ELSE 0 END)"


@dataclass(frozen=True)
class Scan:
    """One date field: its figures told apart by ``category``, and those with a condition of their own."""

    on: str
    total: str
    category: str = ""
    classes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    others: tuple[tuple[str, str], ...] = ()

    def grouped(self) -> str:
        columns = ", ".join(["COUNT(*)", *(one(condition) for _, condition in self.others)])
        by = f"organ_id, {self.category}" if self.category else "organ_id"
        return f"SELECT {by}, {columns} FROM {table()} WHERE {self.on} {WHERE} GROUP BY {by}"

    def flat(self) -> str:
        quoted = {name: ", ".join(f"'{value}'" for value in values) for name, values in self.classes}
        classes = [one(f"{self.category} IN ({values})") for values in quoted.values()]
        columns = ", ".join(["COUNT(*)", *classes, *(one(condition) for _, condition in self.others)])
        return (
            f"SELECT organ_id, {columns} FROM reconsideration_case WHERE {self.on} {WHERE} GROUP BY organ_id"
        )


def each(prefix: str, *values: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((f"{prefix}_{value}", (value,)) for value in values)


SCANS = (
    Scan(
        "received_on",
        "received",
        "channel",
        each("received", "in_person", "post", "online", "oral", "via_organ", "via_county"),
        (("received_enterprise", "enterprise = 'yes'"), ("received_group", "applicant_count >= 5")),
    ),
    Scan(
        "accepted_on",
        "accepted",
        "field",
        each("accepted", "police", "market", "land", "labour", "housing", "transport"),
        (
            ("accepted_enterprise_ordinary", "enterprise = 'yes' AND track = 'ordinary'"),
            ("accepted_dear", "amount >= 1000000"),
            ("accepted_major", "major = 'yes'"),
            ("accepted_simple", "track = 'simple'"),
        ),
    ),
    Scan("refused_on", "refused", others=(("refused_enterprise", "enterprise = 'yes'"),)),
    Scan(
        "answered_on",
        "answered",
        others=(
            ("answered_enterprise", "enterprise = 'yes'"),
            ("answered_major", "major = 'yes' AND track = 'ordinary'"),
        ),
    ),
    Scan(
        "opinions_on",
        "opinions",
        others=(("opinions_ordinary", "track = 'ordinary'"), ("opinions_enterprise", "enterprise = 'yes'")),
    ),
    Scan(
        "heard_on",
        "heard",
        others=(
            ("heard_major", "major = 'yes'"),
            ("heard_penalty", "act_kind = 'penalty'"),
            ("heard_enterprise_ordinary", "enterprise = 'yes' AND track = 'ordinary'"),
        ),
    ),
    Scan("extended_on", "extended", others=(("extended_major", "major = 'yes'"),)),
    Scan(
        "closed_on",
        "closed",
        "outcome",
        (
            *each(
                "closed", "upheld", "changed", "annulled", "illegal", "void", "performance",
                "claim_rejected", "application_rejected", "agreement", "mediated", "terminated",
            ),
            ("closed_corrected", ("changed", "annulled", "illegal", "void", "performance")),
        ),
        (
            ("closed_in_time", "closed_on <= decide_due_on"),
            ("closed_corrected_enterprise", f"{CORRECTED} AND enterprise = 'yes'"),
            ("closed_ordinary", "track = 'ordinary'"),
            ("closed_simple", "track = 'simple'"),
            ("closed_upheld_police", "outcome = 'upheld' AND field = 'police'"),
            ("closed_sued", "sued_on IS NOT NULL"),
            ("closed_dear_or_major", "amount >= 1000000 OR major = 'yes'"),
        ),
    ),
    Scan("served_on", "served", others=(("served_in_time", "served_on <= decide_due_on"),)),
    Scan(
        "sued_on",
        "sued",
        "outcome",
        each("sued", "upheld", "annulled"),
        (("sued_enterprise", "enterprise = 'yes'"),),
    ),
)  # fmt: skip


def categories(organs: list[int]) -> Numbers:
    """The numbers by grouping on the choice column too."""
    numbers: Numbers = {(organ, key): 0 for key in names() for organ in organs}
    with connection.cursor() as cursor:
        for scan in SCANS:
            cursor.execute(scan.grouped())
            classes: dict[str, list[str]] = {}
            for name, values in scan.classes:
                for value in values:
                    classes.setdefault(value, []).append(name)
            columns = [scan.total, *(name for name, _ in scan.others)]
            first = 2 if scan.category else 1
            for row in cursor.fetchall():
                organ = row[0]
                for at, name in enumerate(columns, first):
                    numbers[organ, name] += row[at]
                for name in classes.get(row[1], ()) if scan.category else ():
                    numbers[organ, name] += row[2]
    return numbers


def flat(organs: list[int]) -> Numbers:
    """The numbers with one column each."""
    numbers: Numbers = {(organ, key): 0 for key in names() for organ in organs}
    with connection.cursor() as cursor:
        for scan in SCANS:
            cursor.execute(scan.flat())
            columns = [scan.total, *(name for name, _ in scan.classes), *(name for name, _ in scan.others)]
            for row in cursor.fetchall():
                for at, name in enumerate(columns, 1):
                    numbers[row[0], name] = row[at]
    return numbers


def names() -> list[str]:
    return [
        name
        for scan in SCANS
        for name in (scan.total, *(name for name, _ in scan.classes), *(name for name, _ in scan.others))
    ]


PEERS: tuple[Callable[[list[int]], Numbers], ...] = (categories, flat)
