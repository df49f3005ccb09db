"""Quotations and titles of a text: where “…” and 《…》 begin and end, asked for in the order of the text."""

from __future__ import annotations

import re

Span = tuple[int, int]

_TITLE = re.compile(r"《([^《》\n]{1,100})》")
_QUOTES = (
    re.compile(r"“([^“”\n]{1,60})”"),
    re.compile(r"‘([^‘’\n]{1,40})’"),
    re.compile(r'"([^"\n]{1,40})"'),
)


class _Track:
    """Spans in order, asked with rising positions."""

    def __init__(self, spans: list[Span]) -> None:
        self.spans = spans
        self.at = 0

    def around(self, position: int) -> Span | None:
        while self.at < len(self.spans) and self.spans[self.at][1] <= position:
            self.at += 1
        if self.at < len(self.spans) and self.spans[self.at][0] <= position:
            return self.spans[self.at]
        return None


class Spans:
    """The quotations and titles of one text; positions asked for must not fall."""

    def __init__(self, shadow: str) -> None:
        self._titles = _Track([match.span(1) for match in _TITLE.finditer(shadow)])
        self._quotes = [_Track([match.span(1) for match in quote.finditer(shadow)]) for quote in _QUOTES]

    def title_at(self, position: int) -> Span | None:
        """The inside of the 《…》 around ``position``."""
        return self._titles.around(position)

    def quote_at(self, position: int) -> Span | None:
        """The inside of the innermost quotation around ``position``."""
        inside = [span for track in self._quotes if (span := track.around(position)) is not None]
        return min(inside, key=lambda span: span[1] - span[0]) if inside else None
