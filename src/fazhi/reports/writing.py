"""An outline filled: sentences told from one set of figures, with an organ's own paragraphs before them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from fazhi.engine.figures.ask import explanation
from fazhi.engine.figures.tell import Told, printed_as, tell
from fazhi.engine.figures.value import Figure
from fazhi.engine.refusal import Refusal
from fazhi.engine.register import Workstream
from fazhi.engine.registry import installed
from fazhi.reports.contribution import Passage
from fazhi.reports.manuscript import Entry, Paragraph, Part, Run, Section
from fazhi.reports.outline import Chapter, Outline
from fazhi.reports.rows import row_of

Figures = Mapping[str, Figure]

_BOUND = re.compile(r"\{([a-z_]+\.[a-z0-9_]+)(?::(余))?\}")


def write_sections(figures: Figures, passages: Iterable[Passage], outline: Outline) -> Iterator[Section]:
    """The chapters that have something to say, in the outline's order.

    :raises Refusal: a paragraph names a figure that there is not.
    """
    own = list(passages)
    for chapter in outline.chapters:
        section = write_chapter(
            chapter,
            [one for one in own if one.chapter == chapter.kind],
            tell_chapter(chapter, figures, outline),
            figures,
        )
        if section.paragraphs or section.parts:
            yield section


def write_chapter(
    chapter: Chapter, passages: Iterable[Passage], told: dict[str, Paragraph], figures: Figures
) -> Section:
    """The outline's parts, then lines of work that have none, then parts that only the organ writes."""
    own: dict[str, list[Paragraph]] = {}
    for passage in passages:
        own.setdefault(passage.part, []).append(bind(passage, figures))
    paragraphs = own.pop("", [])
    if not chapter.parts:
        paragraphs += told.values()
        told = {}
    planned = [(part.heading, part.workstreams) for part in chapter.parts]
    loose = [key for key in told if all(key not in keys for _, keys in planned)]
    planned += [(installed().workstreams[key].label, (key,)) for key in loose]
    parts = [
        Part(heading, (*own.pop(heading, ()), *(told[key] for key in keys if key in told)))
        for heading, keys in planned
    ]
    parts += (Part(heading, tuple(written)) for heading, written in own.items())
    return Section(
        chapter.kind, chapter.heading, tuple(paragraphs), tuple(part for part in parts if part.paragraphs)
    )


def tell_chapter(chapter: Chapter, figures: Figures, outline: Outline) -> dict[str, Paragraph]:
    """One paragraph for each line of work that has something to say in the chapter, by its key."""
    told: dict[str, Paragraph] = {}
    for key, workstream in installed().workstreams.items():
        runs = tuple(tell_workstream(workstream, chapter, figures, outline))
        if runs:
            told[key] = Paragraph(runs, workstream.label)
    return told


def tell_workstream(
    workstream: Workstream, chapter: Chapter, figures: Figures, outline: Outline
) -> Iterator[Run]:
    for sentence in workstream.sentences:
        if outline.chapter(sentence.section) is chapter:
            said = tell(sentence, workstream.key, figures)
            if said.text and not silent(said):
                yield from runs_of(said)


def silent(told: Told) -> bool:
    """Whether every number of the sentence is 0 or —: nothing happened, and nobody confirmed a 无."""
    return bool(told.numbers) and not any(number.figure.value for number in told.numbers)


def runs_of(told: Told) -> Iterator[Run]:
    at = 0
    for number in told.numbers:
        yield Run(told.text[at : number.start])
        yield Run(told.text[number.start : number.end], number.key)
        at = number.end
    yield Run(told.text[at:])


def bind(passage: Passage, figures: Figures) -> Paragraph:
    """An organ's paragraph with the figures it names (``{reconsideration.closed}``) printed in their place.

    :raises Refusal: it names a figure that there is not.
    """
    runs, at = [], 0
    for found in _BOUND.finditer(passage.text):
        figure = figures.get(found[1])
        if figure is None:
            raise Refusal(
                f"段落“{passage.text[:20]}…”引用了“{found[1]}”，没有这个指标。"
                "请用 fazhi explain 查看已声明的指标。"
            )
        runs += [
            Run(passage.text[at : found.start()]),
            Run(printed_as(figure, found[2] or "", passage.part), found[1]),
        ]
        at = found.end()
    runs.append(Run(passage.text[at:]))
    return Paragraph(tuple(run for run in runs if run.text), passage.source)


def entries_of(sections: Iterable[Section], figures: Figures, sources: Mapping[str, str]) -> Iterator[Entry]:
    """The figures that stand in the text, each once, in the order in which they first stand there.

    One that is printed in two forms (657, 650余) names both. ``sources`` says by key where a declared figure
    comes from; of others it is said what they count.
    """
    forms: dict[str, dict[str, None]] = {}
    for run in runs_in(sections):
        if run.figure:
            forms.setdefault(run.figure, {})[run.text] = None
    for key, printed in forms.items():
        figure = figures[key]
        yield Entry(
            key,
            figure.label,
            "、".join(printed),
            figure.origin,
            figure.records,
            sources.get(key) or explanation(key),
            row_of(figure),
        )


def runs_in(sections: Iterable[Section]) -> Iterator[Run]:
    for section in sections:
        for paragraph in (*section.paragraphs, *(one for part in section.parts for one in part.paragraphs)):
            yield from paragraph.runs
