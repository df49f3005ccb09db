"""Rows of one register loaded set-wise: hub, register, parts, clocks and links, with one event an organ.

What is loaded are facts of the past: they are kept as they are and then measured, by the same conditions
that stop a new act. Everything happens in one transaction, and memory does not grow with the rows.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.apps import apps
from django.db import IntegrityError, transaction

from fazhi.engine import breaches, clocks, copying, search
from fazhi.engine.actor import Actor, today
from fazhi.engine.copying import Shape
from fazhi.engine.facts import acts_of
from fazhi.engine.models import Breach, Interval, Link, Obligation, Prolongation, Record
from fazhi.engine.neighbours import settle_neighbours
from fazhi.engine.past import BulkRow, Course, Extended, Linkage, Standstill, Titles
from fazhi.engine.records import may_write
from fazhi.engine.refusal import Lack, Refusal
from fazhi.engine.register import Register
from fazhi.engine.trail import record_event
from fazhi.engine.values import label_of

__all__ = ["BulkRow", "Extended", "Linkage", "Loaded", "Standstill", "insert", "load", "settle"]

BATCH = 10_000
Progress = Callable[[int], None]
"""Called with the number of rows written so far."""

EMPTY: frozenset[Any] = frozenset({None, ""})

HUB = ("id", "organ", "handler", "title")
FOLLOWING = frozenset({"record", "organ", "law_on", "step", "stepped_on"})
"""What follows from a row, beside what it says."""

to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=str).encode


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load has done; ``runs`` are the keys of the records, in order of the rows."""

    count: int
    runs: tuple[range, ...]
    organs: int
    breaches: int
    clocks: int

    def pks(self) -> Iterator[int]:
        for run in self.runs:
            yield from run


def load(
    register: Register,
    rows: Iterable[BulkRow],
    *,
    actor: Actor,
    synthetic: bool = False,
    why: str = "",
    progress: Progress | None = None,
) -> Loaded:
    """Load past facts, log them (one event an organ), start their clocks and measure their breaches.

    :raises Refusal: a row lacks a required column, names an unknown one or a day to come, or breaks a
        constraint; the row is named by its place (from 1) and nothing is kept.
    """
    with whole():
        loader = _Loader(register, actor, synthetic=synthetic, why=why)
        loader.insert(rows, progress)
        started, standing = settle(register, loader.runs)
        parts = [apps.get_model(part.model) for part in register.parts]
        copying.analyze([Record, register.model, *parts, Obligation, Breach, Link, Interval, Prolongation])
    return Loaded(loader.count, tuple(loader.runs), len(loader.digests), standing, started)


def insert(
    register: Register,
    rows: Iterable[BulkRow],
    *,
    actor: Actor,
    synthetic: bool = False,
    why: str = "",
    progress: Progress | None = None,
) -> Loaded:
    """The rows and their events alone; whoever calls settles them in the same transaction."""
    with whole():
        loader = _Loader(register, actor, synthetic=synthetic, why=why)
        loader.insert(rows, progress)
    return Loaded(loader.count, tuple(loader.runs), len(loader.digests), 0, 0)


@contextmanager
def whole() -> Iterator[None]:
    """One transaction; references are looked at when it ends.

    :raises Refusal: a row refers to what is not there.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        raise Refusal(
            f"有的行引用了不存在的机关、人员或记录：{error}。请核对后重新载入，本次没有保存。"
        ) from error


def settle(register: Register, runs: Iterable[range]) -> tuple[int, int]:
    """Start the clocks and measure the breaches of the records in ``runs``: (clocks written, breaches)."""
    calendar = clocks.working_calendar()
    started = standing = 0
    for run in runs:
        for at in range(run.start, run.stop, BATCH):
            some = range(at, min(at + BATCH, run.stop))
            search.index(some)
            started += clocks.recompute(register, some, calendar)
            standing += breaches.measure(register, some)
            settle_neighbours(register, some, calendar)
    return started, standing


class _Loader:
    """One load under way: the shapes of its tables, the keys given, a running digest for each organ."""

    def __init__(self, register: Register, actor: Actor, *, synthetic: bool, why: str) -> None:
        self.register, self.actor, self.why = register, actor, why
        self.hub = Shape(Record, register=register.key, synthetic=synthetic)
        self.shape = Shape(register.model)
        self.titles, self.course = Titles(register), Course(register)
        self.parts: dict[str, Shape] = {}
        self.runs: list[range] = []
        self.digests: dict[int, Any] = {}
        self.counts: dict[int, int] = defaultdict(int)
        self.count = 0
        self.today = today()
        self.acts = acts_of(register)

    def insert(self, rows: Iterable[BulkRow], progress: Progress | None) -> None:
        left = iter(rows)
        while batch := list(islice(left, BATCH)):
            try:
                self.write(batch)
            except IntegrityError as error:
                raise Refusal(
                    f"第{self.count + 1}至{self.count + len(batch)}行中有不符合约束的行"
                    f"（重复，或引用不存在）：{error}。请核对后重新载入，本次没有保存。"
                ) from error
            self.count += len(batch)
            if progress:
                progress(self.count)
        # In one order, so that two loads never wait for each other's chains.
        for organ_id in sorted(self.digests):
            self.log(organ_id, self.digests[organ_id].hexdigest())

    def write(self, batch: list[BulkRow]) -> None:
        """The hub comes first: while rows wait for theirs, SQLite looks for each hub row that it is given in
        every table that may rest on one.
        """
        keys = copying.next_ids(Record, len(batch))
        self.remember(keys)
        spoken = set().union(*(row.values for row in batch))
        self.no_strange(spoken, batch)
        self.no_act_to_come(spoken, batch)
        self.titles.learn(batch)
        hubs: list[dict[str, Any]] = []
        lines: dict[int, list[Any]] = defaultdict(list)
        rows = list(self.made(keys, batch, hubs, lines))
        self.hub.insert(hubs, HUB)
        self.shape.insert(rows, spoken | FOLLOWING)
        self.write_more(keys, batch)
        self.digest(lines)

    def made(
        self,
        keys: Sequence[int],
        batch: list[BulkRow],
        hubs: list[dict[str, Any]],
        lines: dict[int, list[Any]],
    ) -> Iterator[dict[str, Any]]:
        """The stored rows one by one; their hub rows and the lines of the digest are put aside."""
        for place, (key, row) in enumerate(zip(keys, batch, strict=True), self.count + 1):
            values = self.values(place, row)
            title = self.titles.title(values)
            hubs.append({"id": key, "organ": row.organ_id, "handler": row.handler_id, "title": title})
            stored = self.shape.stored(values)
            stored["record"] = key
            said = [*stored.values()]
            beside = row[4:]  # child rows, standstills, extensions, links
            lines[row.organ_id].append([said, *beside] if any(beside) else said)
            yield stored

    def no_strange(self, spoken: set[str], batch: list[BulkRow]) -> None:
        """Refuse a name that is no column of the register, in the first row that has it."""
        strange = self.shape.strange(spoken)
        if strange:
            place = next(at for at, row in enumerate(batch, self.count + 1) if strange[0] in row.values)
            raise Refusal(f"第{place}行：{self.register.label}没有“{strange[0]}”这一项。请核对列名。")

    def no_act_to_come(self, spoken: set[str], batch: list[BulkRow]) -> None:
        """Refuse the date of an act that lies in the future, in the first row that has it."""
        for name in sorted(self.acts & spoken):
            days = [row.values.get(name) for row in batch]
            if max(filter(None, days), default=self.today) > self.today:
                place = next(at for at, day in enumerate(days, self.count + 1) if day and day > self.today)
                label = label_of(self.register.model, name)
                raise Refusal(
                    f"第{place}行：{label}晚于今天{self.today}。尚未发生的行为不能登记，请核对日期。"
                )

    def values(self, place: int, row: BulkRow) -> dict[str, Any]:
        """What the row says, with law day, step and its day as the moves would have left them."""
        values = {"organ": row.organ_id, **row.values}
        if row.on > self.today:
            raise Refusal(
                f"第{place}行：登记日{row.on}晚于今天{self.today}。尚未发生的行为不能登记，请核对日期。"
            )
        values["law_on"] = self.course.law_day(values)
        if "step" not in values:
            values["step"], values["stepped_on"] = self.course.step(values, row.pauses, row.on)
        for name in self.register.needs:
            if values.get(name) in EMPTY:
                lack = Lack(f"第{place}行没有“{label_of(self.register.model, name)}”", "请补上后重新载入")
                raise Refusal("还有必填项没有填写", [lack])
        return values

    def digest(self, lines: Mapping[int, list[Any]]) -> None:
        """Over the JSON of what was given, row after row, as it was stored, without the names of columns."""
        for organ_id, rows in lines.items():
            if organ_id not in self.digests:
                may_write(self.actor, organ_id)
                self.digests[organ_id] = hashlib.sha256()
            self.digests[organ_id].update(to_json(rows)[1:-1].encode() + b",")
            self.counts[organ_id] += len(rows)

    def remember(self, keys: Sequence[int]) -> None:
        """Keep the keys as runs, so that they take no room."""
        for key in keys if not isinstance(keys, range) else [keys]:
            run = key if isinstance(key, range) else range(key, key + 1)
            if self.runs and self.runs[-1].stop == run.start:
                self.runs[-1] = range(self.runs[-1].start, run.stop)
            else:
                self.runs.append(run)

    def write_more(self, keys: Sequence[int], batch: list[BulkRow]) -> None:
        """Child rows, standstills, extensions and links of a batch."""
        children: dict[str, list[dict[str, Any]]] = defaultdict(list)
        pauses, longer, links = [], [], []
        for key, row in zip(keys, batch, strict=True):
            for name, given in row.parts.items():
                if given:
                    children[name] += [self.child(name, key, values) for values in given]
            if row.pauses:
                pauses += [(key, one.pause, one.ground, one.first, one.last, one.why) for one in row.pauses]
            if row.extensions:
                longer += [(key, one.deadline, one.amount, one.granted_on, one.why) for one in row.extensions]
            if row.links:
                links += [(key, one.there, one.kind) for one in row.links]
        for name, rows in children.items():
            self.parts[name].insert(rows, set().union(*rows))
        copying.insert(Interval, ("record_id", "pause", "ground", "first", "last", "why"), pauses)
        copying.insert(Prolongation, ("record_id", "deadline", "amount", "granted_on", "why"), longer)
        copying.insert(Link, ("here_id", "there_id", "kind"), links)

    def child(self, name: str, key: int, values: Mapping[str, Any]) -> dict[str, Any]:
        if name not in self.parts:
            self.parts[name] = Shape(apps.get_model(name), bare=True)
        shape = self.parts[name]
        for strange in shape.strange(values):
            raise Refusal(f"{name}没有“{strange}”这一项。请核对列名。")
        parent: str = getattr(shape.model, "parent", "record")
        return {**shape.stored(values), parent: key}

    def log(self, organ_id: int, digest: str) -> None:
        count = self.counts[organ_id]
        record_event(
            actor=self.actor,
            kind="load",
            label=f"成批登记{self.register.label}{count}件",
            legal_on=self.today,
            organ_id=organ_id,
            changes={
                "register": self.register.key,
                "count": count,
                "digest": digest,
                "records": [self.runs[0].start, self.runs[-1].stop - 1],
            },
            why=self.why,
        )
