"""Faults of declared papers (:mod:`fazhi.engine.checks` tells them to Django)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from string import Formatter

from fazhi.engine.condition import columns_in
from fazhi.engine.paper import Line
from fazhi.engine.paper_places import places_of
from fazhi.engine.register import NumberLine, Register
from fazhi.organs.models import Organ

IN_A_NUMBER = {"mark", "year", "n"}


def paper_faults(register: Register) -> Iterator[str]:
    """A placeholder that says nothing, a line of numbers that is written in two ways or lacks its count."""
    keys = [paper.key for paper in register.papers]
    for key in {key for key in keys if keys.count(key) > 1}:
        yield f"paper {key} is declared twice"
    lines = {register.number.key: register.number.pattern} if register.number else {}
    known = places_of(register) if register.papers else {}
    for paper in register.papers:
        where = f"paper {paper.key}"
        for place in dict.fromkeys(paper.places()):
            if place not in known:
                yield f"{where}: unknown placeholder {place}"
        yield from (f"{where}: {text}" for line in paper.text for text in line_faults(line))
        if paper.by and not is_organ(register, paper.by):
            yield f"{where}: is made in the name of {paper.by}, which is no organ of the record"
        if paper.by and paper.number:
            yield f"{where}: another organ's paper takes no number here"
        if bool(paper.bears) > bool(paper.number):
            yield f"{where}: keeps a number that is drawn from no line"
        if paper.number is not None:
            if lines.setdefault(paper.number.key, paper.number.pattern) != paper.number.pattern:
                yield f"{where}: the line of numbers {paper.number.key} is written in two ways"
            yield from (f"{where}: {text}" for text in number_faults(paper.number))


def line_faults(line: Line) -> Iterator[str]:
    """A line that is said of each row of a part and says something else, or has a table as well."""
    if not line.each:
        return
    if any(name.partition(".")[0] != line.each for name in line.places) or not line.places:
        yield f"a line that is said of each {line.each} says nothing else"
    if line.lists is not None:
        yield f"a line that is said of each {line.each} has no table"


def listing_faults(register: Register, registers: Mapping[str, Register]) -> Iterator[str]:
    """A table of an unknown register or column, of a personal field, without columns or words for none."""
    for paper in register.papers:
        for listing in (line.lists for line in paper.text if line.lists is not None):
            where = f"paper {paper.key}"
            other = registers.get(listing.register)
            if other is None:
                yield f"{where}: lists records of an unknown register {listing.register}"
                continue
            known = {column.name for column in other.model._meta.fields} - set(other.personal)
            named = (
                *listing.columns,
                *(columns_in(listing.where) - {"pk"}),
                *(name.removeprefix("-") for name in listing.order),
                *(listing.named or ())[:1],
            )
            yield from (f"{where}: lists {name} of {other.key}" for name in named if name not in known)
            own = (listing.named or ())[1:]
            yield from (
                f"{where}: is named by {name}, which is no column" for name in own if not has(register, name)
            )
            if not (listing.columns and listing.empty):
                yield f"{where}: a table has columns, and words for where there is nothing in it"


def has(register: Register, name: str) -> bool:
    return name in {column.name for column in register.model._meta.fields}


def is_organ(register: Register, name: str) -> bool:
    """Whether the column, if there is one, names an organ."""
    columns = {column.name: column for column in register.model._meta.fields}
    return name in columns and columns[name].related_model is Organ


def number_faults(line: NumberLine) -> Iterator[str]:
    names = {name for _, name, _, _ in Formatter().parse(line.pattern) if name is not None}
    for name in sorted(names - IN_A_NUMBER):
        yield f"unknown part {name} of the number"
    for name in sorted({"year", "n"} - names):
        yield f"the number lacks its {name}"
