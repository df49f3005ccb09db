"""Who imports a sheet: what they may see, and where they may write."""

from __future__ import annotations

from dataclasses import dataclass

from fazhi.engine.access import Rights, every_row, may_capture, visible_to
from fazhi.exchange.naming import Rows
from fazhi.organs.models import Organ


@dataclass(frozen=True)
class Importer:
    """Who imports: whose rights hold (None: the operator), and the organ of rows that name none."""

    rights: Rights | None
    organ: Organ | None

    @property
    def rows(self) -> Rows:
        rights = self.rights
        return every_row if rights is None else lambda register: visible_to(rights, register)

    def may_write(self, organ_id: int) -> bool:
        return self.rights is None or may_capture(self.rights, organ_id)
