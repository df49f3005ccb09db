"""Reading a source: bytes, a path or text to a document with head, sections, mentions, meaning and claims."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from fazhi.reader.claims import find_claims
from fazhi.reader.context import Inside, Place, path_of, places_of
from fazhi.reader.document import Document, Mention, Paragraph, Section
from fazhi.reader.found import Found
from fazhi.reader.head import find_title, find_year, read_head
from fazhi.reader.indicator import Namer
from fazhi.reader.measure import measure_of, object_of, period_of, settle_nature, subject_of
from fazhi.reader.mentions import find_mentions
from fazhi.reader.sections import find_sections
from fazhi.reader.shadow import shadow_of
from fazhi.reader.source import text_of
from fazhi.reader.spans import Spans
from fazhi.reader.tables import Heads, Layout
from fazhi.reader.workstream import Assigner
from fazhi.reader.wrapping import unwrap

_WHOLE_PLACE = {"province": "全省", "city": "全市", "county": "全县", "township": "全镇"}


def read(source: str | bytes | Path, *, name: str = "") -> Document:
    """Read a report. A ``str`` is its text; ``bytes`` and files are TXT, HTML, DOCX or PDF, told by content.

    ``name`` is the file name shown for text and bytes. Raises ``Unreadable`` with a Chinese message.
    """
    if isinstance(source, Path):
        name = name or source.name
    layout = text_of(source)
    return read_layout(layout, name)


def read_layout(layout: Layout, name: str) -> Document:
    """Read a text whose tables are known."""
    text = layout.text
    shadow = unwrap(shadow_of(text))
    title = find_title(text) or layout.title
    year = find_year(shadow, title, name)
    found = list(find_mentions(shadow, year, Spans(shadow)))
    sections = find_sections(shadow, found, year)
    head = read_head(text, shadow, title, found, layout.published)
    mentions = _meant(
        text, shadow, found, sections, Heads(layout), year, _default_subject(head.organ, head.level)
    )
    return Document(
        name,
        text,
        head.title,
        head.organ,
        head.level,
        year,
        head.number,
        head.index_number,
        head.signed_on,
        head.published_on,
        tuple(sections),
        paragraphs_of(text),
        layout.tables,
        mentions,
        find_claims(text, mentions),
    )


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """The lines of ``text`` that hold words."""
    paragraphs = []
    start = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            begin = start + line.index(stripped[0])
            paragraphs.append(Paragraph(begin, begin + len(stripped)))
        start += len(line) + 1
    return tuple(paragraphs)


def _default_subject(organ: str, level: str) -> str:
    if level == "county" and organ.removesuffix("人民政府").endswith("区"):
        return "全区"
    return _WHOLE_PLACE.get(level, organ)


def _meant(
    text: str,
    shadow: str,
    found: Sequence[Found],
    sections: Sequence[Section],
    heads: Heads,
    year: int | None,
    subject: str,
) -> tuple[Mention, ...]:
    """The mentions with their meaning; figures in tables take theirs from their row and column heads."""
    assigner, namer = Assigner(shadow, sections), Namer(shadow, sections)
    places = {place.found.start: place for place in places_of(shadow, found, sections)}
    marks = _Paths(sections)
    mentions: list[Mention] = []
    section, sentence, topic, measure = -1, -1, "", ""
    for one in found:
        heads.settle(one)
        place = places.get(one.start)
        if place is None:
            mentions.append(_mention(text, one, marks.at(one.start)))
            continue
        if place.section != section:
            section, topic = place.section, ""
        workstream = assigner.assign(place)
        settle_nature(shadow, place, sections[place.section] if place.section >= 0 else None)
        headed = heads.measure(one)
        before = measure if place.sentence == sentence else ""
        measure, names_object = (headed, False) if headed else measure_of(shadow, place, topic, before)
        sentence = place.sentence
        topic = measure if names_object else topic
        keys = _keys(namer, place, measure, topic) if one.reported else ()
        keys = tuple(key for key in keys if assigner.agrees(key.partition(".")[0]))
        if keys:
            assigner.settle(keys[0].partition(".")[0])
        mentions.append(
            _mention(
                text,
                one,
                marks.at(one.start),
                measure,
                keys[0].partition(".")[0] if keys else workstream,
                subject_of(shadow, place, subject),
                period_of(shadow, place, year),
                keys,
                in_table=bool(headed),
            )
        )
    return tuple(mentions)


def _keys(namer: Namer, place: Place, measure: str, topic: str) -> tuple[str, ...]:
    """The indicators by the words around the figure, else by the phrase with the object told before."""
    keys = namer.name(place)
    if keys or not topic:
        return keys
    phrase = object_of(topic) + measure if place.found.kind == "rate" else measure
    return namer.name_phrase(phrase, place.found)


class _Paths:
    """The marker path of the section around rising positions: 二、(一)."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self._sections = sections
        self._inside = Inside(sections)
        self._known: dict[int, str] = {-1: ""}

    def at(self, position: int) -> str:
        index = self._inside.at(position)
        if index not in self._known:
            path = [self._sections[one] for one in reversed(path_of(self._sections, index))]
            markers = "".join(section.marker for section in path if 0 < section.level < 5)
            self._known[index] = markers or path[0].kind
        return self._known[index]


def _mention(
    text: str,
    one: Found,
    section: str,
    measure: str = "",
    workstream: str | None = None,
    subject: str = "",
    period: str = "",
    keys: tuple[str, ...] = (),
    *,
    in_table: bool = False,
) -> Mention:
    return Mention(
        one.start,
        one.end,
        text[one.start : one.end],
        one.value,
        one.unit,
        one.qualifier,
        one.kind,
        measure,
        workstream,
        subject,
        period,
        keys[0] if keys else None,
        keys,
        one.in_title,
        one.iso,
        one.numeral,
        one.label,
        one.range,
        one.reported,
        one.nature,
        section,
        in_table,
    )
