"""A restricted user's list at a million records, as the browser asks for it: queries and median time."""

from __future__ import annotations

from statistics import median
from time import perf_counter
from typing import Any

from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from benchmarks import compile_data
from benchmarks.row import Options, Row
from fazhi.engine.models import Record
from fazhi.engine.tick import tick
from fazhi.organs.models import Account, Organ, Person, Role
from fazhi.organs.people import grant

ROWS = 1_000_000
ASKED = 21
MEDIAN, QUERIES = 0.060, 15


def run(options: Options) -> list[Row]:
    """The list of one bureau's handler, of a county's superior over 55 organs, and one record's page."""
    size = options.rows or ROWS
    organs = compile_data.plant()
    compile_data.load(size, organs)
    tick()
    bureau, county = Organ.objects.get(code="999901/0"), Organ.objects.get(code="999901")
    handler = official("handler", bureau, Role.HANDLER)
    superior = official("superior", county, Role.SUPERIOR, within=True)
    one = Record.objects.filter(organ=bureau).latest("pk").pk
    words = f"{size:,} records"
    listed = "/r/reconsideration.case"
    return [
        *asked(f"a handler's list, {options.engine}", words, handler, listed),
        *asked(
            f"a handler's list searched for a rare word, {options.engine}", words, handler, f"{listed}?q=稀少"
        ),
        *asked(f"a county's list over 55 organs, {options.engine}", words, superior, listed),
        *asked(f"a record's page, {options.engine}", words, handler, f"{listed}/{one}", timed=False),
    ]


def official(name: str, organ: Organ, role: Role, *, within: bool = False) -> Client:
    with transaction.atomic():
        person = Person.objects.create(name=name, synthetic=True)
        grant(person, organ, role, within=within)
        account = Account.objects.create(username=name, person=person)
    client = Client()
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    return client


def asked(name: str, size: str, client: Client, url: str, *, timed: bool = True) -> list[Row]:
    """Ask a page several times after one warm-up; its queries are counted apart from the timing."""
    must_answer(client.get(url))
    with CaptureQueriesContext(connection) as seen:
        must_answer(client.get(url))
    count = len(seen)
    times = []
    for _ in range(ASKED):
        start = perf_counter()
        client.get(url)
        times.append(perf_counter() - start)
    middle = median(times)
    queries = Row(f"{name}: queries", size, middle, None, count, QUERIES, "queries")
    return [Row(name, size, middle, None, middle * 1e3, MEDIAN * 1e3, "ms"), queries] if timed else [queries]


def must_answer(response: Any) -> None:
    if response.status_code != 200:
        raise AssertionError(f"{response.status_code} instead of a page")
