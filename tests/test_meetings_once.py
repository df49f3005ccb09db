"""One meeting serves a decision, a document and a matter through the items of its agenda; it counts once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fazhi.engine.actor import SYSTEM
from fazhi.engine.bulk import BulkRow, load
from fazhi.engine.figures.compile import compile_figures
from fazhi.engine.figures.span import year
from fazhi.engine.models import Breach, Record, RecordModel
from fazhi.engine.moves import Given, make_move
from fazhi.engine.records import link_records
from fazhi.engine.registry import installed
from fazhi.organs.models import Axis, Below, Kind, Level, Organ
from tests.linking import link_fact

pytestmark = pytest.mark.django_db
TODAY, DAY, MET = date(2026, 11, 25), date(2025, 6, 2), date(2025, 6, 5)
HEARD = {"head_last": "yes", "against_majority": "no", "dissent": "no", "result": "passed"}
REVIEWED: dict[str, Any] = dict.fromkeys(("review_sent_on", "reviewed_on"), DAY)
FILES = {
    "decisions.decision": ("decision", "discuss", {
        "name": "停车收费办法", "proposed_on": DAY, "started_on": DAY, "submitted_on": DAY,
        "advisers_heard": "yes", "verdict": "lawful", **REVIEWED,
    }),
    "normative.document": ("normative", "discuss", {
        "subject": "停车管理规定", "planned_on": DAY, "assessed_on": DAY, "drafted_on": DAY,
        "consulted_on": DAY, "special_on": DAY, "checked_on": DAY, "review_result": "lawful", **REVIEWED,
    }),
    "decisions.matter": ("other", "settle", {
        "name": "停车场建设资金", "kind": "funds", "received_on": DAY, "reviewed_on": DAY,
        "verdict": "lawful", "submitted_on": DAY,
    }),
}  # fmt: skip


@pytest.fixture
def government(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Organ:
    settings.TRAIL_HEADS = tmp_path / "heads.jsonl"
    for module in ("bulk", "facts", "moves", "records"):
        monkeypatch.setattr(f"fazhi.engine.{module}.today", lambda: TODAY)
    made = Organ.objects.create(
        code="999901", name="示例县人民政府", kind=Kind.GOVERNMENT, level=Level.COUNTY
    )
    for axis in Axis:
        Below.objects.create(high=made, low=made, axis=axis, depth=0)
    return made


def entered(organ: Organ, key: str, facts: dict[str, Any]) -> RecordModel:
    register = installed().registers[key]
    [pk] = load(register, [BulkRow(organ.pk, DAY, facts)], actor=SYSTEM, synthetic=True).pks()
    return register.model._default_manager.select_related("record").get(pk=pk)


def go(row: RecordModel, key: str, on: date, **given: Any) -> None:
    row.record.refresh_from_db()
    register = installed().registers[row.record.register]
    make_move(register, row.pk, key, actor=SYSTEM, on=on, version=row.record.version, given=Given(given))
    row.refresh_from_db()


def test_one_meeting_with_three_items_is_counted_once_and_each_file_takes_its_discussion_from_it(
    government: Organ,
) -> None:
    facts = {"name": "县政府第8次常务会议", "kind": "executive", "called_on": DAY}
    meeting = entered(government, "leadership.meeting", facts)
    go(meeting, "hold", MET, chair="王五", members=9, present=8)
    go(meeting, "record", MET, minutes_number="示纪8号", governance="yes", heard="no", relayed="yes")
    for key, (kind, act, values) in FILES.items():
        row = entered(government, key, values)
        names = {"name": row.record.title, "kind": kind, "proposer": government.pk, "proposed_on": DAY}
        item = link_fact(row, "leadership.agenda_item", DAY, **names)
        go(item, "place", DAY)
        link_records(item.record, Record.objects.get(pk=meeting.pk), actor=SYSTEM)
        go(item, "discuss", MET, **HEARD, in_favour=8)
        go(row, act, MET)
    acted = {
        "name": "主持会议研究",
        "person": "王五",
        "post": "government",
        "kind": "meeting",
        "acted_on": MET,
    }
    duty = entered(government, "leadership.duty", acted)
    link_records(duty.record, Record.objects.get(pk=meeting.pk), actor=SYSTEM)
    go(duty, "prove", MET)
    agenda = {"agenda", "matter_agenda", "at_meeting", "body", "opinion", "opinion_normative", "proof"}
    assert not Breach.objects.filter(gate__in=agenda).exists()

    counted = {
        "leadership.meetings": 1,
        "leadership.executive_meetings": 1,
        "leadership.relay_meetings": 1,
        "leadership.items": 3,
        "leadership.decision_items": 1,
        "leadership.normative_items": 1,
        "leadership.duties": 1,
        "decisions.discussed": 1,
        "decisions.major_matters": 1,
    }
    figures = compile_figures(list(counted), [government], ["own"], year(2025))
    assert {key: figures[government.pk, "own", key].value for key in counted} == counted


def test_a_meeting_that_relayed_two_instructions_is_one_relay_meeting(government: Organ) -> None:
    facts = {"name": "县委常委会会议", "kind": "standing_committee", "called_on": DAY, "held_on": MET}
    meeting = entered(government, "leadership.meeting", facts)
    figure = "leadership.relay_meetings"
    for n, expected in enumerate((0, 1, 1)):
        found = compile_figures([figure], [government], ["own"], year(2025))
        assert found[government.pk, "own", figure].value == expected
        name = {"name": f"重要精神{n}", "received_on": DAY, "relayed_on": MET}
        link_fact(meeting, "leadership.instruction", DAY, **name)
