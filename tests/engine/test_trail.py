"""The trail: what cannot be logged does not happen, and a touched chain shows."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, OperationalError, connection, transaction

from fazhi.engine.actor import SYSTEM, now
from fazhi.engine.models import Event, TrailHead
from fazhi.engine.refusal import Refusal
from fazhi.engine.trail import append_head, kept_heads, record_event, verify
from tests.engine.conftest import County, Opened, move
from tests.toy.models import Permit

MARCH = date(2025, 3, 3)


@pytest.fixture
def chain(permit: Opened, county: County, django_capture_on_commit_callbacks: Any) -> Permit:
    """A record with three events, and its heads in the file."""
    with django_capture_on_commit_callbacks(execute=True):
        row = permit(MARCH)
        move(row, "accept", county.handler, date(2025, 3, 5))
        move(row, "approve", county.head, date(2025, 3, 6))
    return row


def tampering(sql: str, *params: object) -> None:
    """Change the database behind the program's back, past the trigger."""
    with connection.cursor() as cursor:
        on = " ON engine_event" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER engine_event_append_only{on}")
        cursor.execute(sql, params)


def faults() -> str:
    return "".join(fault.text for fault in verify())


def test_an_untouched_chain_holds(chain: Permit) -> None:
    assert list(verify()) == []
    assert [event.seq for event in Event.objects.order_by("seq")] == [1, 2, 3]


def test_a_changed_event_shows(chain: Permit) -> None:
    tampering("UPDATE engine_event SET legal_on = '2025-03-04' WHERE seq = 2")
    assert "内容与封印不符" in faults()


def test_a_removed_event_shows(chain: Permit) -> None:
    tampering("DELETE FROM engine_event WHERE seq = 2")
    assert "中间的事件缺失" in faults()


def test_a_cut_tail_shows_by_the_heads_kept_outside(chain: Permit) -> None:
    tampering("DELETE FROM engine_event WHERE seq = 3")
    left = Event.objects.get(seq=2)
    TrailHead.objects.update(seq=2, mac=left.mac)
    assert faults() == "库外链首文件记有第3号，库内只到第2号：末尾的事件被删除。"


def test_a_replaced_head_shows(chain: Permit) -> None:
    TrailHead.objects.update(mac="0" * 64)
    assert "链首与最后一个事件不符" in faults()


def test_a_replaced_last_event_shows_by_the_heads_kept_outside(chain: Permit, settings: Any) -> None:
    path = Path(settings.TRAIL_HEADS)
    rows = [json.loads(line) for line in path.read_text().splitlines()]
    rows[-1]["mac"] = "0" * 64
    path.write_text("\n".join(map(json.dumps, rows)) + '\n{"chain": 1, "se')
    assert "与库外链首文件的封印不符" in faults()


def test_a_replaced_event_in_the_middle_shows_by_the_heads_kept_outside(chain: Permit) -> None:
    """Whoever holds the key can seal a chain anew, but not the lines that the file has kept."""
    last = Event.objects.get(seq=3)
    tampering("DELETE FROM engine_event WHERE seq >= 2")
    left = Event.objects.get(seq=1)
    TrailHead.objects.update(seq=1, mac=left.mac)
    for _ in range(2):
        with transaction.atomic():
            record_event(actor=SYSTEM, kind="x", label="改写", legal_on=MARCH, organ_id=last.chain)
    found = list(verify())
    assert [fault.seq for fault in found] == [2, 3]
    assert {fault.text for fault in found} == {"与库外链首文件的封印不符：事件被替换。"}


def test_a_removed_head_shows(chain: Permit) -> None:
    TrailHead.objects.all().delete()
    assert "链首与最后一个事件不符" in faults()


def test_a_chain_cut_and_joined_again_shows(chain: Permit) -> None:
    tampering("UPDATE engine_event SET prev = %s WHERE seq = 3", "0" * 64)
    assert "与前一事件的链接不符" in faults()


def test_without_a_file_of_heads_the_database_is_verified_alone(chain: Permit, settings: Any) -> None:
    Path(settings.TRAIL_HEADS).unlink()
    assert list(verify()) == []


def test_an_event_moved_to_another_organ_shows(chain: Permit, county: County) -> None:
    tampering("UPDATE engine_event SET organ_id = %s WHERE seq = 2", county.bureau.pk)
    assert "内容与封印不符" in faults()


def test_a_head_after_a_torn_line_is_kept(chain: Permit, settings: Any) -> None:
    path = Path(settings.TRAIL_HEADS)
    path.write_text(path.read_text() + '{"chain": 1, "se')
    append_head(77, 1, "f" * 64, now())
    assert kept_heads()[77] == {1: "f" * 64}
    assert path.read_text().endswith("\n")


def test_what_is_logged_survives_the_way_through_the_database(county: County) -> None:
    changes = {"ratio": 1e22, "small": 1e-7, "zero": -0.0, "text": "“引号”\\\n", "none": None, "many": 2**60}
    with transaction.atomic():
        record_event(actor=SYSTEM, kind="x", label="长" * 300, legal_on=MARCH, changes=changes)
    assert list(verify()) == []
    assert len(Event.objects.get(kind="x").label) == 200


def test_a_reason_longer_than_the_trail_keeps_is_refused(permit: Opened, county: County) -> None:
    row = permit(MARCH)
    with pytest.raises(Refusal, match="不能超过500字，所填为501字"):
        move(row, "accept", county.handler, date(2025, 3, 5), why="长" * 501)
    row.refresh_from_db()
    assert row.accepted_on is None


def test_another_key_does_not_verify(chain: Permit, settings: Any) -> None:
    settings.TRAIL_KEY = "another key"
    assert "密钥不是写入时的密钥" in faults()


def test_the_database_itself_refuses_to_change_an_event(chain: Permit) -> None:
    with (
        pytest.raises((IntegrityError, OperationalError, Exception), match="append-only"),
        transaction.atomic(),
    ):
        Event.objects.update(why="改写")


def test_what_cannot_be_logged_does_not_happen(
    permit: Opened, county: County, settings: Any, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    settings.TRAIL_HEADS = tmp_path / "file" / "heads.jsonl"
    with pytest.raises(Refusal, match="没有保存任何改动"):
        permit(MARCH)
    assert not Permit.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_an_event_outside_a_transaction_is_a_fault_of_the_program() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        record_event(actor=SYSTEM, kind="x", label="x", legal_on=MARCH)


@pytest.mark.django_db
def test_an_act_on_no_organ_has_a_chain_of_its_own() -> None:
    event = record_event(actor=SYSTEM, kind="calendar", label="载入", legal_on=MARCH)
    assert (event.chain, event.organ_id) == (0, None)
