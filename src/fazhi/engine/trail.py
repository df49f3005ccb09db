"""The trail: every write makes one event, chained per organ with a key; what cannot be logged does not
happen.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from fazhi.engine.actor import Actor, now
from fazhi.engine.models import Event, Record, TrailHead
from fazhi.engine.refusal import Refusal
from fazhi.organs.models import Organ

Changes = Mapping[str, tuple[Any, Any]]
LONGEST_LABEL, LONGEST_WHY = 200, 500
"""Characters that the columns of :class:`Event` take; PostgreSQL refuses more."""


def record_event(
    *,
    actor: Actor,
    kind: str,
    label: str,
    legal_on: date,
    organ: Organ | None = None,
    organ_id: int | None = None,
    record: Record | None = None,
    changes: Mapping[str, Any] | None = None,
    why: str = "",
) -> Event:
    """Append one event to the organ's chain, in the caller's transaction.

    :param changes: a field's ``[before, after]``; for a batch any JSON object (counts, digest of the rows).
    :raises Refusal: the file of chain heads cannot be written, or the reason is longer than the trail keeps.
    :raises TransactionManagementError: no transaction is open.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("an event is written in the transaction of its change")
    must_be_writable(heads_file())
    if len(why) > LONGEST_WHY:
        raise Refusal(f"理由不能超过{LONGEST_WHY}字，所填为{len(why)}字。请压缩后再提交。")
    chain = (organ.pk if organ is not None else organ_id) or 0
    head, _ = TrailHead.objects.select_for_update().get_or_create(chain=chain)
    event = Event(
        chain=chain,
        seq=head.seq + 1,
        organ_id=chain or None,
        record=record,
        kind=kind,
        label=label[:LONGEST_LABEL],
        actor=actor.person,
        actor_name=actor.name,
        legal_on=legal_on,
        logged_at=now(),
        changes=plain(changes or {}),
        why=why,
        prev=head.mac,
    )
    event.mac = seal(event)
    event.save(force_insert=True)
    TrailHead.objects.filter(pk=head.pk).update(seq=event.seq, mac=event.mac)
    # The change stands once it is committed: a disk that fills up just then stops the next one, not this.
    transaction.on_commit(lambda: append_head(chain, event.seq, event.mac, event.logged_at), robust=True)
    return event


def plain(changes: Mapping[str, Any]) -> dict[str, Any]:
    """The changes as JSON keeps them, so that the seal over them survives the way through the database.

    Fractions become text: PostgreSQL gives ``1e22`` back as a whole number.
    """
    text = json.dumps(changes, ensure_ascii=False, default=str)
    value: dict[str, Any] = json.loads(text, parse_float=str)
    return value


def seal(event: Event) -> str:
    """HMAC-SHA256 over the event in canonical JSON, the ``mac`` before it included."""
    body = json.dumps(
        [
            event.chain,
            event.seq,
            event.record_id,
            event.kind,
            event.label,
            event.actor_id,
            event.actor_name,
            event.legal_on.isoformat(),
            event.logged_at.timestamp(),
            event.changes,
            event.why,
            event.prev,
        ],
        ensure_ascii=False,
        sort_keys=True,
    )
    return hmac.new(settings.TRAIL_KEY.encode(), body.encode(), hashlib.sha256).hexdigest()


def heads_file() -> Path:
    return Path(settings.TRAIL_HEADS)


def must_be_writable(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a"):
            pass
    except OSError as error:
        raise Refusal(
            f"事件链首文件不能写入（{path.name}：{error.strerror}），因此没有保存任何改动。请系统管理员检查磁盘与权限后重试。"
        ) from error


def append_head(chain: int, seq: int, mac: str, at: datetime) -> None:
    line = json.dumps({"chain": chain, "seq": seq, "mac": mac, "at": at.isoformat()}) + "\n"
    with heads_file().open("ab+") as file:
        # A line torn by a crash must not swallow this one.
        torn = file.seek(0, os.SEEK_END) > 0 and file.seek(-1, os.SEEK_END) and file.read(1) != b"\n"
        file.write((("\n" if torn else "") + line).encode())


@dataclass(frozen=True, slots=True)
class Fault:
    """A place where a chain does not hold."""

    chain: int
    seq: int
    text: str


def verify() -> Iterator[Fault]:
    """Recompute every chain, compare it with its head in the database and with every head in the file outside
    it.
    """
    kept = kept_heads()
    last: dict[int, tuple[int, str]] = {}
    for event in Event.objects.order_by("chain", "seq").iterator(chunk_size=5000):
        yield from event_faults(event, *last.get(event.chain, (0, "")))
        if kept.get(event.chain, {}).get(event.seq, event.mac) != event.mac:
            yield Fault(event.chain, event.seq, "与库外链首文件的封印不符：事件被替换。")
        last[event.chain] = (event.seq, event.mac)
    heads = dict(TrailHead.objects.values_list("chain", "seq"))
    macs = dict(TrailHead.objects.values_list("chain", "mac"))
    for chain in sorted(heads.keys() | last.keys()):
        if last.get(chain, (0, "")) != (heads.get(chain, 0), macs.get(chain, "")):
            yield Fault(chain, heads.get(chain, 0), "链首与最后一个事件不符：末尾的事件被删除或替换。")
    yield from missing_tails(last, kept)


def event_faults(event: Event, seq: int, mac: str) -> Iterator[Fault]:
    """What is wrong with one event after the event ``seq`` with that ``mac``."""
    if event.seq != seq + 1:
        text = f"第{seq}号之后应为第{seq + 1}号，实为第{event.seq}号：中间的事件缺失。"
        yield Fault(event.chain, event.seq, text)
    elif event.prev != mac:
        yield Fault(event.chain, event.seq, "与前一事件的链接不符：前一事件被改动或替换。")
    if (event.organ_id or 0) != event.chain or not hmac.compare_digest(seal(event), event.mac):
        yield Fault(event.chain, event.seq, "内容与封印不符：该事件被改动，或密钥不是写入时的密钥。")


def missing_tails(
    last: Mapping[int, tuple[int, str]], kept: Mapping[int, Mapping[int, str]]
) -> Iterator[Fault]:
    """Heads that the file outside the database has seen and the database no longer holds."""
    for chain, heads in sorted(kept.items()):
        have, seen = last.get(chain, (0, ""))[0], max(heads)
        if have < seen:
            yield Fault(chain, seen, f"库外链首文件记有第{seen}号，库内只到第{have}号：末尾的事件被删除。")


def kept_heads() -> dict[int, dict[int, str]]:
    """Every head in the file, by chain and number; a line torn by a crash is passed over."""
    heads: dict[int, dict[int, str]] = {}
    if not heads_file().exists():
        return heads
    with heads_file().open() as file:
        for line in file:
            try:
                row = json.loads(line)
                heads.setdefault(row["chain"], {})[row["seq"]] = row["mac"]
            except (ValueError, LookupError, TypeError):
                continue
    return heads
