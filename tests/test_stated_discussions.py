"""A discussion of the past that a file states by day and meeting; an item of an agenda goes before it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from fazhi.engine.actor import SYSTEM
from fazhi.engine.bulk import BulkRow, load
from fazhi.engine.figures.compile import compile_figures
from fazhi.engine.figures.span import year
from fazhi.engine.models import Breach, Record, RecordModel
from fazhi.engine.records import link_records, save_record
from fazhi.engine.registry import installed
from fazhi.organs.models import Level
from fazhi.workstreams.office import Office, make_office
from tests.linking import deliberate

pytestmark = pytest.mark.django_db
TODAY, DAY, MET = date(2026, 11, 25), date(2025, 6, 2), date(2025, 6, 5)
MEETING = "示例市政府第8次常务会议"


class Stated(NamedTuple):
    """A file loaded from the workbook of a past year: its facts, where the meeting and its result are noted.

    :param gates: what asks for the discussion, and for its result.
    """

    register: str
    kind: str
    facts: dict[str, Any]
    meeting: str
    gates: tuple[str, ...]
    result: str = ""
    rejected: str = ""


FILES = [
    Stated("decisions.decision", "decision",
           {"name": "停车收费办法", "proposed_on": DAY, "started_on": DAY,
            "discussed_on": MET, "decided_on": MET},
           "meeting_number", ("agenda", "meeting", "agreed"), "discussion_result", "rejected"),
    Stated("decisions.matter", "other",
           {"name": "停车场建设资金", "kind": "funds", "received_on": DAY, "settled_on": MET},
           "meeting", ("matter_agenda", "matter_meeting")),
    Stated("normative.document", "normative",
           {"subject": "停车管理规定", "planned_on": DAY,
            "decided_on": MET, "signed_on": MET, "numbered_on": MET},
           "meeting", ("agenda", "discussion"), "passed", "rejected"),
    Stated("normative.round", "other", {"name": "2025年清理", "begun_on": DAY, "approved_on": MET},
           "meeting", ("round_agenda",)),
    Stated("legislation.rule", "rule",
           {"subject": "停车管理办法", "assigned_on": DAY, "discussed_on": MET, "signed_on": MET},
           "meeting_name", ("agenda", "discussion"), "passed", "again"),
    Stated("legislation.bill", "bill",
           {"subject": "停车管理条例", "begun_on": DAY, "discussed_on": MET, "submitted_on": MET},
           "meeting_name", ("bill_agenda", "bill_discussion"), "passed", "again"),
]  # fmt: skip
every_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.register)
with_result = pytest.mark.parametrize(
    "file", [file for file in FILES if file.result], ids=lambda file: file.register
)


@pytest.fixture
def office(db: None, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    settings.TRAIL_HEADS = tmp_path / "heads.jsonl"
    for module in ("bulk", "facts", "moves", "records"):
        monkeypatch.setattr(f"fazhi.engine.{module}.today", lambda: TODAY)
    return make_office(Level.CITY)


def loaded(office: Office, key: str, facts: dict[str, Any]) -> RecordModel:
    register = installed().registers[key]
    [pk] = load(register, [BulkRow(office.government.pk, DAY, facts)], actor=SYSTEM, synthetic=True).pks()
    return register.model._default_manager.select_related("record").get(pk=pk)


def broken(row: RecordModel, file: Stated) -> set[str]:
    return set(Breach.objects.filter(record=row.pk, gate__in=file.gates).values_list("gate", flat=True))


def correct(row: RecordModel, **values: Any) -> None:
    row.record.refresh_from_db()
    register = installed().registers[row.record.register]
    save_record(register, row.pk, values, actor=SYSTEM, version=row.record.version, why="录入有误")
    row.refresh_from_db()


@every_file
def test_a_discussion_stated_with_its_day_and_meeting_is_not_unlawful(office: Office, file: Stated) -> None:
    row = loaded(office, file.register, {**file.facts, file.meeting: MEETING})
    assert broken(row, file) == set()


@every_file
def test_a_discussion_of_which_no_meeting_is_known_stands_red(office: Office, file: Stated) -> None:
    row = loaded(office, file.register, file.facts)
    first = file.gates[0]
    assert first in broken(row, file)
    correct(row, **{file.meeting: MEETING})
    assert broken(row, file) == set()


@with_result
def test_a_stated_discussion_that_did_not_pass_carries_no_decision(office: Office, file: Stated) -> None:
    facts = {**file.facts, file.meeting: MEETING, file.result: file.rejected}
    assert broken(loaded(office, file.register, facts), file) == {file.gates[-1]}


@with_result
def test_the_item_of_the_day_goes_before_what_the_file_notes(office: Office, file: Stated) -> None:
    row = loaded(office, file.register, {**file.facts, file.meeting: MEETING, file.result: "passed"})
    deliberate(row, MET - timedelta(1), file.kind, result="rejected")
    deliberate(row, MET, "law_study", result="rejected")
    assert broken(row, file) == set()
    deliberate(row, MET, file.kind, result="rejected")
    assert broken(row, file) == {file.gates[-1]}
    deliberate(row, MET, file.kind)
    assert broken(row, file) == set()


@pytest.mark.parametrize(
    ("noted", "lawful"),
    [
        ({"meeting_number": MEETING}, True),
        ({"meeting_kind": "plenary"}, True),
        ({"meeting_number": "第3次专题会议"}, False),
        ({"meeting_number": MEETING, "meeting_kind": "office"}, False),
    ],
)
def test_a_decision_of_the_past_was_discussed_by_an_executive_or_a_plenary_meeting(
    office: Office, noted: dict[str, str], lawful: bool
) -> None:
    row = loaded(office, "decisions.decision", {**FILES[0].facts, **noted})
    assert broken(row, FILES[0]) == (set() if lawful else {"meeting"})


@every_file
def test_a_corrected_meeting_measures_the_file_behind_its_item_again(office: Office, file: Stated) -> None:
    """The meeting was on another day than the item says: then no meeting deliberated the file on that day."""
    row = loaded(office, file.register, file.facts)
    item = deliberate(row, MET, file.kind, meeting_name="")
    assert broken(row, file) == {file.gates[0]}
    held = {"name": MEETING, "kind": "executive", "called_on": DAY, "held_on": MET}
    meeting = loaded(office, "leadership.meeting", held)
    link_records(Record.objects.get(pk=meeting.pk), item.record, actor=SYSTEM)
    assert broken(row, file) == set()
    correct(meeting, held_on=MET + timedelta(1))
    assert broken(row, file) == {file.gates[0]}
    correct(meeting, held_on=MET)
    assert broken(row, file) == set()


def test_a_stated_meeting_is_counted_in_no_figure_of_meetings_and_once_when_it_is_kept(
    office: Office,
) -> None:
    rows = [loaded(office, file.register, {**file.facts, file.meeting: MEETING}) for file in FILES]
    names = ["leadership.meetings", "leadership.items", "decisions.discussed", "decisions.major_matters"]

    def counted() -> list[Any]:
        found = compile_figures(names, [office.government], ["own"], year(2025))
        return [found[office.government.pk, "own", name].value for name in names]

    assert counted() == [0, 0, 1, 1]
    held = {"name": MEETING, "kind": "executive", "called_on": DAY, "held_on": MET}
    meeting = loaded(office, "leadership.meeting", held)
    for row, file in zip(rows, FILES, strict=True):
        item = deliberate(row, MET, file.kind)
        link_records(Record.objects.get(pk=meeting.pk), item.record, actor=SYSTEM)
    assert counted() == [1, len(FILES), 1, 1]
