"""Records found by the words of their title: two-character Chinese words, by index on both databases.

PostgreSQL keeps a GIN index over a function of the title, so nothing needs to be written. SQLite keeps a
full-text table of bigrams beside the hub; every write that makes or changes a title calls :func:`index`.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection
from django.db.models import Q
from django.db.models.expressions import RawSQL

from fazhi.engine.copying import chosen, read
from fazhi.engine.models import Record

CHUNK = 5000


def bigrams(text: str) -> list[str]:
    """Neighbouring pairs of characters in order, lower case; a single character stands for itself."""
    text = text.lower()
    return [text[at : at + 2] for at in range(max(len(text) - 1, 1))] if text else []


def index(pks: Iterable[int]) -> None:
    """Bring the full-text table to the titles as they now stand; on PostgreSQL there is nothing to do."""
    if connection.vendor != "sqlite":
        return
    ids = sorted(pks)
    for at in range(0, len(ids), CHUNK):
        some = ids[at : at + CHUNK]
        titles = read(Record.objects.filter(chosen("pk", some)).values_list("pk", "title"))
        grams = [(pk, " ".join(bigrams(title))) for pk, title in titles]
        with connection.cursor() as cursor:
            cursor.executemany("INSERT OR REPLACE INTO engine_search (rowid, grams) VALUES (%s, %s)", grams)


def titled(word: str) -> Q:
    """A condition on a register's row: the word stands in its record's title."""
    if len(word) < 2:
        return Q(record__title__icontains=word)
    if connection.vendor == "sqlite":
        phrase = " ".join(bigrams(word)).replace('"', '""')
        found = RawSQL("SELECT rowid FROM engine_search WHERE engine_search MATCH %s", [f'"{phrase}"'])
        return Q(pk__in=found)
    found = RawSQL("SELECT id FROM engine_record WHERE engine_bigrams(title) @> %s", [bigrams(word)])
    return Q(pk__in=found) & Q(record__title__icontains=word)
