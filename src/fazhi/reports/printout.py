"""Tables on a terminal, where a Chinese character is as wide as two letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from unicodedata import east_asian_width

WIDE = frozenset("WF")
RIGHT = "right"
LEFT = "left"


def width(text: str) -> int:
    return sum(2 if east_asian_width(character) in WIDE else 1 for character in text)


def padded(text: str, columns: int, side: str = LEFT) -> str:
    """The text filled with blanks; ``side`` is where the text stands."""
    blanks = " " * max(columns - width(text), 0)
    return blanks + text if side == RIGHT else text + blanks


def cut(text: str, columns: int) -> str:
    """The text, or its beginning with … where it is wider."""
    if width(text) <= columns:
        return text
    kept, used = "", 1
    for character in text:
        used += width(character)
        if used > columns:
            break
        kept += character
    return kept + "…"


def table(
    head: Sequence[str], rows: Iterable[Sequence[str]], *, right: Iterable[int] = (), widest: int = 44
) -> Iterator[str]:
    """Lines of a table under a rule; the columns named in ``right`` are set to the right."""
    body = [[cut(cell, widest) for cell in row] for row in rows]
    sides = [RIGHT if place in set(right) else LEFT for place in range(len(head))]
    widths = [max(width(row[place]) for row in [list(head), *body]) for place in range(len(head))]
    for line in (list(head), ["─" * columns for columns in widths], *body):
        cells = (padded(cell, columns, side) for cell, columns, side in zip(line, widths, sides, strict=True))
        yield "  ".join(cells).rstrip()
