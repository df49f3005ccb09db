"""Sixty declared indicators of 500 organs over a million cases, against the best hand-written SQL.

Both yield the same 30,000 numbers to Python: ours as figures, the peer's as bare integers.
"""

from __future__ import annotations

from typing import cast

from django.db.models import Q

from benchmarks import compile_data, compile_peer
from benchmarks.row import Options, Row, best, race
from fazhi.engine.condition import ALWAYS, filled, same
from fazhi.engine.figures.compile import compile_figures
from fazhi.engine.figures.kinds import Count
from fazhi.engine.figures.span import year
from fazhi.engine.figures.value import Scope
from fazhi.engine.procedure import Procedure
from fazhi.engine.register import Register, Workstream
from fazhi.engine.registry import Registry
from fazhi.workstreams.reconsideration.models.choices import Act, Channel, Field, Outcome, Step, Track

LIMIT = 1.5
SPAN = year(2024)

ENTERPRISE = Q(enterprise="yes")
MAJOR = Q(major="yes")
ORDINARY = Q(track=Track.ORDINARY)
SIMPLE = Q(track=Track.SIMPLE)
DEAR = Q(amount__gte=1_000_000)
CORRECTED = Q(
    outcome__in=(Outcome.CHANGED, Outcome.ANNULLED, Outcome.ILLEGAL, Outcome.VOID, Outcome.PERFORMANCE)
)


def count(key: str, on: str, where: Q = ALWAYS) -> Count:
    return Count(key, f"示例指标{key}", on=on, where=where)


RECEIVED = (
    count("received", "received_on"),
    *(count(f"received_{c.value}", "received_on", Q(channel=c)) for c in Channel if c != Channel.UNDECIDED),
    count("received_enterprise", "received_on", ENTERPRISE),
    count("received_group", "received_on", Q(applicant_count__gte=5)),
)
FIELDS = (Field.POLICE, Field.MARKET, Field.LAND, Field.LABOUR, Field.HOUSING, Field.TRANSPORT)
ACCEPTED = (
    count("accepted", "accepted_on"),
    *(count(f"accepted_{f.value}", "accepted_on", Q(field=f)) for f in FIELDS),
    count("accepted_enterprise_ordinary", "accepted_on", ENTERPRISE & ORDINARY),
    count("accepted_dear", "accepted_on", DEAR),
    count("accepted_major", "accepted_on", MAJOR),
    count("accepted_simple", "accepted_on", SIMPLE),
)
TRIED = (
    count("refused", "refused_on"),
    count("refused_enterprise", "refused_on", ENTERPRISE),
    count("answered", "answered_on"),
    count("answered_enterprise", "answered_on", ENTERPRISE),
    count("answered_major", "answered_on", MAJOR & ORDINARY),
    count("opinions", "opinions_on"),
    count("opinions_ordinary", "opinions_on", ORDINARY),
    count("opinions_enterprise", "opinions_on", ENTERPRISE),
    count("heard", "heard_on"),
    count("heard_major", "heard_on", MAJOR),
    count("heard_penalty", "heard_on", Q(act_kind=Act.PENALTY)),
    count("heard_enterprise_ordinary", "heard_on", ENTERPRISE & ORDINARY),
    count("extended", "extended_on"),
    count("extended_major", "extended_on", MAJOR),
)
CLOSED = (
    count("closed", "closed_on"),
    *(count(f"closed_{o.value}", "closed_on", Q(outcome=o)) for o in Outcome if o != Outcome.UNDECIDED),
    count("closed_corrected", "closed_on", CORRECTED),
    count("closed_in_time", "closed_on", same("closed_on", "decide_due_on", "lte")),
    count("closed_corrected_enterprise", "closed_on", CORRECTED & ENTERPRISE),
    count("closed_ordinary", "closed_on", ORDINARY),
    count("closed_simple", "closed_on", SIMPLE),
    count("closed_upheld_police", "closed_on", Q(outcome=Outcome.UPHELD, field=Field.POLICE)),
    count("closed_sued", "closed_on", filled("sued_on")),
    count("closed_dear_or_major", "closed_on", DEAR | MAJOR),
)
AFTER = (
    count("served", "served_on"),
    count("served_in_time", "served_on", same("served_on", "decide_due_on", "lte")),
    count("sued", "sued_on"),
    count("sued_upheld", "sued_on", Q(outcome=Outcome.UPHELD)),
    count("sued_annulled", "sued_on", Q(outcome=Outcome.ANNULLED)),
    count("sued_enterprise", "sued_on", ENTERPRISE),
)
INDICATORS = (*RECEIVED, *ACCEPTED, *TRIED, *CLOSED, *AFTER)

CASES = Register(
    key="reconsideration.case",
    label="行政复议案件",
    model_name="reconsideration.Case",
    procedure=Procedure(Step, Step.RECEIVED, (Step.ARCHIVED,), (), (), ("accepted_on",), "按受理日。"),
    title="{number}",
    columns=(),
    facts=(),
    opening=(),
    needs=(),
)
REGISTRY = Registry([Workstream("reconsideration", "行政复议", (CASES,), INDICATORS)])


def run(options: Options) -> list[Row]:
    """Own figures and figures within the tree; the peer adds up the tree in Python, as we do."""
    rows = options.rows or 1_000_000
    organs = compile_data.plant()
    compile_data.load(rows, organs)
    peer = min(compile_peer.PEERS, key=lambda one: best(lambda: one(organs), 2))
    size = f"{len(INDICATORS)} indicators × {len(organs)} organs, {rows:,} records, {options.engine}"
    must_agree(organs, peer(organs))
    ours, theirs = race(lambda: ours_of(organs, "own"), lambda: peer(organs), options.repeat)
    found = [Row(f"compile, own (peer: {peer.__name__})", size, ours, theirs, ours / theirs, LIMIT)]
    ours, theirs = race(
        lambda: ours_of(organs, "within"), lambda: rolled_up(peer(organs), organs), options.repeat
    )
    found.append(Row(f"compile, within (peer: {peer.__name__})", size, ours, theirs, ours / theirs, LIMIT))
    return found


def ours_of(organs: list[int], scope: Scope) -> compile_peer.Numbers:
    """The figures, read as integers."""
    figures = compile_figures(REGISTRY.indicators, organs, [scope], SPAN, registry=REGISTRY)
    return cast("compile_peer.Numbers", figures)


def rolled_up(numbers: compile_peer.Numbers, organs: list[int]) -> compile_peer.Numbers:
    """The peer's numbers added up the tree of the last day."""
    from django.db import connection

    below: dict[int, list[int]] = {organ: [] for organ in organs}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT high_id, low_id FROM organs_below WHERE axis = 'territory'"
            " AND (since IS NULL OR since <= '2024-12-31') AND (until IS NULL OR until > '2024-12-31')"
        )
        for high, low in cursor.fetchall():
            below[high].append(low)
    return {
        (organ, key): sum([numbers[low, key] for low in below[organ]])
        for key in compile_peer.names()
        for organ in organs
    }


def must_agree(organs: list[int], numbers: compile_peer.Numbers) -> None:
    """Both sides give the same numbers, for each organ and up the tree."""
    assert len(INDICATORS) == 60
    assert {f"reconsideration.{key}" for key in compile_peer.names()} == set(REGISTRY.indicators)
    for scope, expected in (("own", numbers), ("within", rolled_up(numbers, organs))):
        figures = compile_figures(REGISTRY.indicators, organs, [scope], SPAN, registry=REGISTRY)
        found = {(organ, key.partition(".")[2]): figure.value for (organ, _, key), figure in figures.items()}
        assert len(found) == len(organs) * 60
        assert found == expected
