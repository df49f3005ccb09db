"""A writer in a process of its own, for the tests of concurrency: ``python -m tests.engine.writer ACT …``.

It runs on the site's own settings (``FAZHI_HOME``, ``FAZHI_DATABASE_URL``) and answers in lines of JSON.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from fazhi.site.command import start_django

start_django()

from django.db import connection  # noqa: E402 - the models are there once Django has started

from fazhi.engine import bulk, moves, trail  # noqa: E402
from fazhi.engine.actor import SYSTEM, Actor  # noqa: E402
from fazhi.engine.models import Event, NumberDraw, Record  # noqa: E402
from fazhi.engine.moves import Given, make_move  # noqa: E402
from fazhi.engine.refusal import Refusal  # noqa: E402
from fazhi.engine.tick import tick  # noqa: E402
from fazhi.organs.models import Organ, Person  # noqa: E402
from fazhi.workstreams.office import make_office  # noqa: E402
from fazhi.workstreams.reconsideration import factory  # noqa: E402
from fazhi.workstreams.reconsideration.registers import CASE  # noqa: E402

RECEIVED = date(2025, 3, 3)
ACCEPTED = RECEIVED + timedelta(1)
THREADS = 4


def say(**row: Any) -> None:
    print(json.dumps(row, ensure_ascii=False), flush=True)


def wait(gun: str) -> None:
    """Tell that this process is ready, and begin when the file is there."""
    say(ready=os.getpid())
    while not Path(gun).exists():
        time.sleep(0.001)


def prepare(count: str) -> None:
    """An office and cases received there; answers with their keys."""
    office = make_office()
    say(keys=[factory.receive(office, RECEIVED).pk for _ in range(int(count))])


def accept(pk: int, name: str = "") -> None:
    """Accept one case in the version that it was entered with."""
    actor = Actor.of(Person.objects.get(name=name)) if name else SYSTEM
    given = Given({"admissibility": "met"})
    try:
        make_move(CASE, pk, "accept", actor=actor, on=ACCEPTED, version=1, given=given)
        say(accepted=pk, by=actor.name)
    except Refusal as refusal:
        say(refused=type(refusal).__name__, text=str(refusal))
    except Exception as error:  # noqa: BLE001 - whatever it is, the test is told
        say(error=repr(error))


def race(gun: str, name: str, *keys: str) -> None:
    """Accept the cases one after another, as one official."""
    wait(gun)
    for key in keys:
        accept(int(key), name)


def crowd(gun: str, *keys: str) -> None:
    """Accept the cases from several threads at once."""

    def one(key: str) -> None:
        try:
            accept(int(key))
        finally:
            connection.close()

    wait(gun)
    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(one, keys))


def settle(gun: str) -> None:
    """Settle time as of a day on which every case has lapsed."""
    wait(gun)
    say(settled=len(tick(date(2025, 6, 3))))


def halt(*_: Any, **__: Any) -> None:
    """Stand where the test kills this process."""
    say(halted=True)
    time.sleep(600)


def halt_in_move(key: str) -> None:
    """Stop when everything is written but the event."""
    moves.record_event = halt  # type: ignore[assignment]
    accept(int(key))


def halt_after_commit(key: str) -> None:
    """Stop when the move is committed and its head is not yet in the file."""
    trail.append_head = halt
    accept(int(key))


def halt_in_load() -> None:
    """Stop when two batches are written and the third is being made."""
    bulk.BATCH = 200
    organ, bureau = Organ.objects.get(code="999901"), Organ.objects.get(code="999901/sj")
    values = {"applicant": "张三", "received_on": RECEIVED, "respondent": bureau.pk}

    def rows() -> Iterator[bulk.BulkRow]:
        for at in range(1000):
            if at == 500:
                halt()
            yield bulk.BulkRow(organ.pk, RECEIVED, values)

    bulk.load(CASE, rows(), actor=SYSTEM)


def stream(*keys: str) -> None:
    """Accept one case after another until killed."""
    for key in keys:
        accept(int(key))


def tell() -> None:
    """What the database holds."""
    rows = CASE.model._default_manager.order_by("number").exclude(number="")
    say(
        records=Record.objects.count(),
        numbers=list(rows.values_list("number", flat=True)),
        open=list(
            CASE.model._default_manager.filter(step="open").order_by("pk").values_list("pk", flat=True)
        ),
        drawn=list(NumberDraw.objects.values_list("last", flat=True)),
        events=Event.objects.count(),
        loads=Event.objects.filter(kind="load").count(),
        faults=[fault.text for fault in trail.verify()],
    )
    connection.check_constraints()


ACTS: dict[str, Callable[..., None]] = {
    act.__name__: act
    for act in (prepare, race, crowd, settle, halt_in_move, halt_after_commit, halt_in_load, stream, tell)
}

if __name__ == "__main__":
    ACTS[sys.argv[1]](*sys.argv[2:])
