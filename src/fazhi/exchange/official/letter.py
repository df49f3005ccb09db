"""A filled paper as a Word file: in the built-in layout of official documents, or in the organ's template."""

from __future__ import annotations

from datetime import datetime, time

from docx.oxml.ns import qn

from fazhi.engine.paper import Letter, Table, said
from fazhi.exchange.official import layout
from fazhi.exchange.official.grid import set_table
from fazhi.exchange.official.sheet import block, open_sheet, over_the_date, packed, text_run
from fazhi.exchange.official.template import set_in


def render(letter: Letter, template: bytes | None) -> bytes:
    """The file; the same letter gives the same bytes."""
    return set_in(template, letter) if template is not None else built_in(letter)


def built_in(letter: Letter) -> bytes:
    """Organ, name and number of the paper, whom it addresses, its text, who signs and when."""
    made_at = datetime.combine(letter.on, time())
    document, section = open_sheet(letter.label, letter.organ, letter.number, made_at)
    heads = [(layout.TITLE, letter.organ), (layout.TITLE, letter.label)]
    if letter.number:
        heads.append((layout.NUMBER, letter.number))
    for style, text in (*heads, (layout.BODY, "")):
        section.addprevious(block(style, text_run(text)))
    if letter.to:
        section.addprevious(block(layout.FLUSH, text_run(letter.to)))
    for line in letter.lines:
        if isinstance(line, Table):
            section.addprevious(set_table(line, lambda text: block(layout.CELL, text_run(text))))
        else:
            section.addprevious(block(layout.BODY, text_run(line)))
    for _ in range(2):
        section.addprevious(block(layout.BODY))
    day = said(letter.on)
    signature = block(layout.SIGNATURE, text_run(letter.organ))
    signature.find(qn("w:pPr")).append(over_the_date(letter.organ, day))
    section.addprevious(signature)
    section.addprevious(block(layout.DATE, text_run(day)))
    return packed(document)
