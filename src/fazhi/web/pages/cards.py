"""The lawful moves of a record as cards: what is due and leads on first, what each lacks and its remedy."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from fazhi.engine.dossier import Dossier
from fazhi.engine.gates import Possible
from fazhi.engine.refusal import Lack
from fazhi.web.link import Link, articles
from fazhi.web.move import Card
from fazhi.web.move import Lack as Shown
from fazhi.web.pages.demands import comes_along, gate_of, remedy_of
from fazhi.web.pages.procedure import asked_onward, way_ahead
from fazhi.web.record_urls import RecordUrls

FULL, SHORT = 6, 6
NEAR = timedelta(60)
"""Before its due day an act that a clock waits for stands among the first for so long."""
ASKED, OWN = 2, 4
"""The ranks of what the next step waits for, and of the reader's other acts (:func:`rank`)."""
NAMED = 2
"""Up to so many demands already met, and so many of the form itself, a card names one by one."""


class Deck:
    """Cards in full, in short, and folded away."""

    def __init__(self, full: list[Card], short: list[Card], folded: list[Card]) -> None:
        self.full, self.short, self.folded = tuple(full), tuple(short), tuple(folded)


def deck_of(
    dossier: Dossier, possible: Iterable[Possible], urls: RecordUrls, today: date, opened: str = ""
) -> Deck:
    """Every lawful move once.

    In full: acts whose clock runs out, moves to the step that usually follows, acts that these still wait
    for, and the one whose form is open. In short: the reader's other acts that are still to be done. Folded:
    acts done before, and those of others.
    """
    found = list(possible)
    following = way_ahead(dossier.register, dossier.row)[:1]
    asked, due = asked_onward(found, following), due_acts(dossier, today)

    def place_of(one: Possible) -> tuple[int, date]:
        near = due.get(one.move.sets)
        place = rank(dossier, one, following, asked, opened)
        if near is not None and place >= 0 and one.mine:
            return 0, near
        return place, date.max

    ranked = sorted(found, key=place_of)
    main = next((one for one in ranked if one.mine and not open_lacks(dossier, one)), None)
    decks: tuple[list[Card], list[Card], list[Card]] = [], [], []
    for one in ranked:
        place, _ = place_of(one)
        at = deck_for(place, one, opened, decks)
        made = card(dossier, one, found, urls, main=one is main and not opened, opened=place < 0)
        decks[at].append(made)
    return Deck(*decks)


def due_acts(dossier: Dossier, today: date) -> dict[str, date]:
    """The date columns that a clock owed here waits for → its due day, where that is near or past."""
    found: dict[str, date] = {}
    for clock in dossier.clocks:
        if clock.met_on is None and not clock.watch and clock.due_on and clock.due_on <= today + NEAR:
            act = dossier.register.procedure.deadline(clock.deadline).met[0]
            found[act] = min(clock.due_on, found.get(act, clock.due_on))
    return found


def deck_for(place: int, one: Possible, opened: str, decks: tuple[list[Card], ...]) -> int:
    """0 in full, 1 in short, 2 folded; where a form stands open all others are folded."""
    if opened:
        return 0 if place < 0 else 2
    if place <= ASKED and len(decks[0]) < FULL:
        return 0
    return 1 if place <= OWN and one.mine and len(decks[1]) < SHORT else 2


def rank(dossier: Dossier, one: Possible, following: tuple[str, ...], asked: set[str], opened: str) -> int:
    """How near the move is to what the procedure waits for; smaller is nearer."""
    move, row = one.move, dossier.row
    if move.key == opened:
        return -1
    if move.target in following:
        return 0 if one.mine else 1
    if move.sets and getattr(row, move.sets):
        return 6
    if {move.sets, *move.fields, *(name for name, _ in move.writes)} & asked:
        return 2 if one.mine else 5
    if not one.mine:
        return 5
    return 3 if move.target is None else 4


def open_lacks(dossier: Dossier, one: Possible) -> list[Lack]:
    """What is lacking and not asked by the form of the move."""
    linked = linked_registers(dossier)
    return [
        lack
        for lack in one.lacks
        if not comes_along(dossier.register, one.move, gate_of(one.move, lack.gate), linked)
    ]


def linked_registers(dossier: Dossier) -> set[str]:
    return {one.record.register for one in dossier.linked}


def card(
    dossier: Dossier,
    one: Possible,
    possible: list[Possible],
    urls: RecordUrls,
    *,
    main: bool,
    opened: bool = False,
) -> Card:
    move = one.move
    lacks = [lacking(dossier, one, lack, possible, urls) for lack in one.lacks]
    here = [lack for lack in lacks if lack.here]
    held = [Shown(gate.label, met=True) for gate in one.held]
    return Card(
        key=move.key,
        label=move.label,
        who=one.who,
        mine=one.mine,
        url=urls.move(move.key) if one.mine else "",
        lacks=(
            *(lack for lack in lacks if not lack.here),
            *(here if opened else shortened(here, "另有 {} 项按办理时填写的内容核对")),
            *shortened(held, "另有 {} 项已经具备"),
        ),
        articles=articles(one.articles),
        hint=move.hint,
        main=main,
    )


def shortened(lacks: list[Shown], words: str) -> list[Shown]:
    """The demands where they are few, else how many they are."""
    if len(lacks) <= NAMED:
        return lacks
    return [Shown(words.format(len(lacks)), met=lacks[0].met, here=lacks[0].here)]


def lacking(dossier: Dossier, one: Possible, lack: Lack, possible: list[Possible], urls: RecordUrls) -> Shown:
    gate = gate_of(one.move, lack.gate)
    if comes_along(dossier.register, one.move, gate, linked_registers(dossier)):
        return Shown(lack.text, articles(lack.articles), Link("办理时填写"), here=True)
    found = remedy_of(dossier.register, one.move, gate, lack, possible, urls)
    remedy = Link(lack.remedy or found.label, found.url)
    note = "" if found.url else found.label
    return Shown(lack.text, articles(lack.articles), remedy if remedy.label else None, note=note)
