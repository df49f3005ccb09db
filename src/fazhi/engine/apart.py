"""Separation of duties: who made one move may not make certain others (拟稿与审核分离).

The moves may stand on one record, or on two that are linked: who drafted a decision may not issue the opinion
of its review. Between linked records it holds whichever comes first, and for the link itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q

from fazhi.engine.actor import Actor, today
from fazhi.engine.copying import chosen
from fazhi.engine.models import Event, Link, Record
from fazhi.engine.procedure import ENTRY, Act, Move
from fazhi.engine.refusal import Lack
from fazhi.engine.register import Register
from fazhi.engine.registry import installed
from fazhi.law import in_force

Closed = tuple[str, str, str, str]
"""What a breach says: move, gate, label, articles of the law day."""
BREACH = "apart"
"""The key under which a breach of the separation is kept, where a gate has its own."""


class Done(NamedTuple):
    """What somebody did; ``register`` is empty where it was the record itself."""

    register: str
    key: str
    title: str = ""


def done_by(
    actor: Actor,
    register: Register,
    pk: int,
    moves: Iterable[Move],
    own: Collection[str] | None = None,
    *,
    alone: bool = False,
) -> frozenset[Done]:
    """What the person has done that one of ``moves`` is kept apart from: a query for the record and one for
    those linked with it, each only where something is declared.

    :param own: keys of the moves that the person has made on the record, where they are at hand.
    :param alone: the record is known to be linked with none.
    """
    moves = list(moves)
    here = {key for move in moves for key in move.apart_here}
    beside = {act for move in moves for act in installed().apart.get((register.key, move.key), ())}
    if actor.person is None:
        return frozenset()
    made = Event.objects.filter(actor=actor.person)
    if own is None:
        own = set(made.filter(record=pk, kind__in=here).values_list("kind", flat=True)) if here else ()
    done = {Done("", key) for key in here.intersection(own)}
    if beside and not alone:
        links = (
            Link.objects.filter(here=pk).values("there").union(Link.objects.filter(there=pk).values("here"))
        )
        rows = made.filter(record__in=links, record__withdrawn_on__isnull=True).filter(any_of(beside))
        done |= {Done(*row) for row in rows.values_list("record__register", "kind", "record__title")}
    return frozenset(done)


def any_of(acts: Iterable[Act]) -> Q:
    """The event is one of these acts."""
    kinds = defaultdict(list)
    for register, key in sorted(acts):
        kinds[register].append(key)
    found = Q(pk__in=[])
    for register, keys in kinds.items():
        found |= Q(record__register=register, kind__in=keys)
    return found


def lacks_apart(
    register: Register, move: Move, actor: Actor, done: Collection[Done], articles: tuple[str, ...]
) -> tuple[Lack, ...]:
    """Why this person may not make the move: one reason for each act that excludes it."""
    beside = installed().apart.get((register.key, move.key), ())
    return tuple(
        Lack(
            f"{actor.name}已经{words_of(register, one)}，不得再办理“{move.label}”", "请由另一人办理", articles
        )
        for one in sorted(done)
        if (one.key in move.apart_here if not one.register else one[:2] in beside)
    )


def words_of(register: Register, one: Done) -> str:
    if not one.register:
        return f"办理“{act_label(register, one.key)}”"
    other = installed().registers[one.register]
    return f"在关联的{other.label}“{one.title}”中办理“{act_label(other, one.key)}”"


def act_label(register: Register, name: str) -> str:
    """The act that ``Move.apart`` names, in words: 登记, 起草, 重大行政决策的“起草”."""
    other, _, key = name.rpartition(".")
    if other:
        there = installed().registers[other]
        return f"{there.label}：{act_label(there, key)}"
    return "登记" if key == ENTRY else register.procedure.move(key).label


def lacks_joined(here: Record, there: Record) -> Iterator[Lack]:
    """Why these two records may not be linked: one person did what the law keeps apart, a part on each."""
    pairs = [
        (one, other)
        for one, others in installed().apart.items()
        for other in sorted(others)
        if (one[0], other[0]) == (here.register, there.register)
    ]
    if not pairs:
        return
    made: dict[tuple[int, str], dict[int, str]] = defaultdict(dict)
    events = Event.objects.filter(record__in=(here, there), actor__isnull=False)
    wanted = any_of(act for pair in pairs for act in pair)
    named = ("record", "kind", "actor", "actor_name")
    for record, kind, actor, name in events.filter(wanted).order_by("pk").values_list(*named):
        made[record, kind][actor] = name
    for one, other in pairs:
        first, second = made[here.pk, one[1]], made[there.pk, other[1]]
        for actor in sorted(first.keys() & second.keys()):
            yield Lack(
                f"{first[actor]}既办理了{told(here, one)}，又办理了{told(there, other)}",
                "请由另一人办理后再关联",
                cited(here, one, other) or cited(there, other, one),
            )


def told(record: Record, act: Act) -> str:
    register = installed().registers[act[0]]
    return f"{register.label}“{record.title}”的“{act_label(register, act[1])}”"


def cited(record: Record, act: Act, other: Act) -> tuple[str, ...]:
    """The articles of the move that declares the separation, under the law of its record."""
    register = installed().registers[act[0]]
    move = next((one for one in register.procedure.moves if one.key == act[1]), None)
    if move is None or other not in move.apart_linked:
        return ()
    law_on = register.model._default_manager.values_list("law_on", flat=True).get(pk=record.pk)
    return tuple(map(str, in_force(move.cites, law_on or today())))


def separated(register: Register) -> list[Move]:
    """The moves of the register that are kept apart from others."""
    return [move for move in register.procedure.moves if move.apart]


def breached(register: Register, ids: Sequence[int] | None) -> Iterator[tuple[int, list[Closed]]]:
    """The records with the moves made by one who did what they are kept apart from, each put into words.

    One query, whatever there is; where something is found, one more.

    :param ids: rising keys; None for the whole register.
    """
    moves = separated(register)
    if not moves:
        return
    events = Event.objects.filter(record__register=register.key, actor__isnull=False)
    if ids is not None:
        events = events.filter(chosen("record", ids))
    wrong = Q(pk__in=[])
    for move in moves:
        wrong |= Q(kind=move.key) & beside_of(move)
    found: dict[int, set[str]] = defaultdict(set)
    for pk, key in events.filter(wrong).values_list("record", "kind"):
        found[pk].add(key)
    if not found:
        return
    keys = sorted(found)
    rows = register.model._default_manager.filter(chosen("pk", keys), withdrawn_on__isnull=True)
    for pk, law_on in rows.values_list("pk", "law_on"):
        yield pk, [in_words(register, move, law_on or today()) for move in moves if move.key in found[pk]]


def beside_of(move: Move) -> Q:
    """Whoever made the move has made one that it is kept apart from, on the record or on a linked one."""
    mine = Event.objects.filter(record=OuterRef("record"), actor=OuterRef("actor"), kind__in=move.apart_here)
    beside = Q(Exists(mine)) if move.apart_here else Q(pk__in=[])
    if move.apart_linked:
        made = Event.objects.filter(
            any_of(move.apart_linked), actor=OuterRef(OuterRef("actor")), record__withdrawn_on__isnull=True
        )
        for end, other in (("here", "there"), ("there", "here")):
            links = Link.objects.filter(
                Exists(made.filter(record=OuterRef(other))), **{end: OuterRef("record")}
            )
            beside |= Q(Exists(links))
    return beside


def in_words(register: Register, move: Move, law_on: date) -> Closed:
    names = dict.fromkeys(act_label(register, name) for name in move.apart)
    label = f"办理“{move.label}”的，应当不是办理{'、'.join(f'“{name}”' for name in names)}的人"
    return move.key, BREACH, label[:200], "、".join(map(str, in_force(move.cites, law_on)))
