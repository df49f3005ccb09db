"""A database of its own for one run, gone afterwards: a SQLite file, or a database on a PostgreSQL server."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import psycopg
from tests.postgres import answering, installed, own_cluster


class NoServerError(Exception):
    """No PostgreSQL server answers and none is installed."""


@contextmanager
def scratch(*, postgres: bool) -> Iterator[None]:
    """Django, started on an empty migrated database.

    :raises NoServerError: PostgreSQL was asked for and cannot be had.
    """
    with tempfile.TemporaryDirectory(prefix="fazhi-bench-") as home:
        os.environ["FAZHI_HOME"] = home
        os.environ["DJANGO_SETTINGS_MODULE"] = "fazhi.site.settings"
        if postgres:
            with _server() as server, _database(server) as url:
                _start(url)
                yield
                _stop()
        else:
            _start("")
            yield
            _stop()


def _start(url: str) -> None:
    os.environ["FAZHI_DATABASE_URL"] = url
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def _stop() -> None:
    from django.db import connections

    connections.close_all()


@contextmanager
def _server() -> Iterator[str]:
    if url := answering():
        yield url
    elif (binaries := installed()) is not None:
        with own_cluster(binaries) as url:
            yield url
    else:
        raise NoServerError


@contextmanager
def _database(server: str) -> Iterator[str]:
    name = f"fazhi_bench_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    try:
        yield urlsplit(server)._replace(path=f"/{name}").geturl()
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
