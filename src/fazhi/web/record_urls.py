"""The addresses that belong to one record."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

QUOTED = re.compile("“(.+)”")


@dataclass(frozen=True, slots=True)
class RecordUrls:
    """``register`` is its key; ``writable`` whether the reader may enter and correct facts of the record."""

    register: str
    pk: int
    writable: bool = True

    def _of(self, name: str, *more: str) -> str:
        return reverse(name, args=[self.register, self.pk, *more])

    @property
    def record(self) -> str:
        return self._of("record")

    def move(self, key: str) -> str:
        return self._of("move", key) + "#form"

    def correct(self, field: str = "") -> str:
        """The form that corrects facts; ``field`` stands first in it."""
        if not self.writable:
            return ""
        return self._of("correct") + (f"?{urlencode({'field': field})}" if field else "")

    def withdraw(self) -> str:
        return self._of("withdraw") if self.writable else ""

    def part(self, model: str) -> str:
        return self._of("part", model) if self.writable else ""

    def paper(self, lack: str = "") -> str:
        """The form that adds a paper, with the name that a lack quotes."""
        quoted = QUOTED.search(lack)
        return self._of("paper") + (f"?{urlencode({'name': quoted[1]})}" if quoted else "")

    def document(self, key: str) -> str:
        return self._of("document", key)

    def relate(self, other: str = "") -> str:
        """The form that links; ``other`` is the register whose records are offered first."""
        if not self.writable:
            return ""
        return self._of("relate") + (f"?{urlencode({'register': other})}" if other else "")

    def reveal(self, field: str) -> str:
        return self._of("reveal", field)
