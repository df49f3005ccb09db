"""The text of a case document: its lines with every placeholder said, as they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from fazhi.engine.gates import words
from fazhi.engine.models import MadePaper, RecordModel
from fazhi.engine.paper import PLACE, Letter, Line, Paper, Table, said
from fazhi.engine.paper_listing import Seen, table_of
from fazhi.engine.paper_places import rows_at
from fazhi.engine.register import Register
from fazhi.law import Citation, in_force
from fazhi.law.numeral import chinese_number

BY_PLACE = "本地有关规定"
"""What a document says where only rules of the place are cited, whose names nobody here knows."""
SAID = re.compile(PLACE.pattern + "([。；，、）]?)")
"""A placeholder with the mark after it: a text that ends with a mark of its own does not give two."""
MARKS = "。；，、"


def letter_of(
    register: Register,
    row: RecordModel,
    paper: Paper,
    lines: Iterable[Line],
    values: Mapping[str, str],
    on: date,
    number: str,
    about: MadePaper | None,
    seen: Seen,
) -> Letter:
    """The paper as it is printed. A loose line is left out where one of its columns is empty.

    :param seen: which records of other registers its tables may tell.
    """
    law_day = row.law_on or on
    signer = getattr(row, paper.by) if paper.by else row.organ
    known = {
        **values,
        "organ": signer.name,
        "keeper": row.organ.name,
        "paper_label": paper.label,
        "paper_number": number,
        "paper_on": said(on),
        "articles": articles(paper.cites, law_day),
        "served_label": about.evidence.name if about else "",
        "served_number": about.number if about else "",
    }
    if paper.bears and paper.bears in known and not known[paper.bears]:
        known[paper.bears] = number
    known["paper_title"] = filled(paper.title, known) or paper.label
    texts = tuple(
        text
        for line in lines
        if not line.loose or all(known.get(name) for name in line.needs)
        for text in paragraphs(register, row, line, known | cited(line, law_day), seen)
    )
    return Letter(known["paper_title"], number, filled(paper.to, known), texts, signer.name, on, known)


def paragraphs(
    register: Register, row: RecordModel, line: Line, known: Mapping[str, str], seen: Seen
) -> Iterator[str | Table]:
    """The line itself and its table, or one numbered paragraph for each row of its part that says what it
    needs.
    """
    if line.lists is not None:
        table = table_of(row, line.lists, seen)
        yield from (line.lists.empty,) if table is None else (filled(line.text, known), table)
        return
    if not line.each:
        yield filled(line.text, known)
        return
    children = rows_at(register, row, line.each, line.places)
    for n, child in enumerate((one for one in children if all(one[name] for name in line.needs)), 1):
        pieces = [piece for piece in line.pieces if all(child[name] for name in PLACE.findall(piece))]
        text = "；".join(filled(piece, child).rstrip(MARKS) for piece in pieces)
        yield f"（{chinese_number(n)}）{text}。"


def cited(line: Line, law_day: date) -> dict[str, str]:
    """What the articles of this line are, where it cites its own and they are in force."""
    own = articles(line.cites, law_day)
    return {"articles": own} if own else {}


def articles(cites: Iterable[Citation], law_day: date) -> str:
    """The citations in force, in words; rules of the place only where there is nothing else."""
    mine = in_force(tuple(cites), law_day)
    national = words((cite for cite in mine if not cite.law.local), law_day)
    return "、".join(national) or (BY_PLACE if mine else "")


def filled(text: str, known: Mapping[str, str]) -> str:
    return SAID.sub(lambda match: said_with(known[match[1]], match[2]), text)


def said_with(value: str, mark: str) -> str:
    return value.rstrip(MARKS) + mark if mark else value
