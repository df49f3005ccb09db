"""Records of other registers, as facts of the past, linked with a record under test."""

from __future__ import annotations

from datetime import date
from typing import Any

from fazhi.engine.access import every_row
from fazhi.engine.actor import SYSTEM
from fazhi.engine.bulk import BulkRow, load
from fazhi.engine.models import Record, RecordModel
from fazhi.engine.records import link_records
from fazhi.engine.registry import installed


def link_fact(row: RecordModel, key: str, on: date, **facts: Any) -> RecordModel:
    """One record of the register ``key`` of the same organ, entered on the day and linked with ``row``."""
    register = installed().registers[key]
    loaded = load(register, [BulkRow(row.organ_id, on, facts)], actor=SYSTEM, synthetic=True)
    [pk] = loaded.pks()
    row.record.refresh_from_db()
    link_records(row.record, Record.objects.get(pk=pk), actor=SYSTEM)
    row.refresh_from_db()
    return every_row(register).select_related("record").get(pk=pk)


def deliberate(row: RecordModel, on: date, kind: str, **facts: Any) -> RecordModel:
    """An item of an executive meeting's agenda, deliberated on the day and passed, linked with ``row``."""
    stated = {
        "name": row.record.title,
        "kind": kind,
        "proposer": row.organ_id,
        "proposed_on": on,
        "placed_on": on,
        "discussed_on": on,
        "meeting_name": "示例县政府第8次常务会议",
        "head_last": "yes",
        "against_majority": "no",
        "dissent": "no",
        "result": "passed",
    }
    return link_fact(row, "leadership.agenda_item", on, **{**stated, **facts})


def give_opinion(row: RecordModel, on: date, kind: str, conclusion: str, **facts: Any) -> RecordModel:
    """An opinion of the review queue, issued on the day by another than who drafted, linked with ``row``."""
    stated = {
        "subject": row.record.title,
        "subject_kind": kind,
        "drafter": row.organ_id,
        "drafted_by": "李四",
        "reviewer": "赵六",
        "sent_on": on,
        "issued_on": on,
        "conclusion": conclusion,
    }
    return link_fact(row, "advisers.opinion", on, **{**stated, **facts})
