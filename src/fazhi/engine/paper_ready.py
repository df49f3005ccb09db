"""Which case documents of a record may be made now, what each still lacks, and which were made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from fazhi.engine.gates import holds, words
from fazhi.engine.models import MadePaper, RecordModel
from fazhi.engine.paper import PLACE, Line, Paper
from fazhi.engine.paper_places import places_of, values_at
from fazhi.engine.refusal import Lack
from fazhi.engine.register import Register


@dataclass(frozen=True)
class Makeable:
    """A paper of the record under its law: what it still lacks, and the versions made of it, newest first."""

    paper: Paper
    lacks: tuple[Lack, ...]
    made: tuple[MadePaper, ...]


def makeable(
    register: Register,
    row: RecordModel,
    made: Iterable[MadePaper] | None = None,
    *,
    held: Mapping[str, bool] | None = None,
    parts: Mapping[str, str] | None = None,
) -> list[Makeable]:
    """Every paper that the record's law knows and that may be made now or was made: for a register with
    papers one query, and one more for standstills, for clocks, for each part that a paper cannot do without.

    A paper whose condition does not hold and of which none was made is not listed: its act is not done yet.

    :param made: the papers made of the record, newest first, where they are at hand: one query less.
    :param held: what :func:`papers_asked` asks, where it was asked already: one more.
    :param parts: what the child rows hold under each placeholder of a part, where they are at hand: one less
        for each part.
    """
    if row.law_on is None:
        return []
    law_day = row.law_on
    papers = [paper for paper in register.papers if paper.applies(law_day)]
    if not papers:
        return []
    made = papers_made(row.pk) if made is None else list(made)
    open_now, texts = holding(register, row.pk, papers, held)
    places = {
        place for paper in papers if open_now[paper.key] for place in needed_by(paper, texts[paper.key])
    }
    known = parts or {}
    values = {**known, **values_at(register, row, places - known.keys())}
    found = []
    for paper in papers:
        mine = tuple(one for one in made if one.paper == paper.key)
        if not open_now[paper.key]:
            if mine:
                found.append(Makeable(paper, (closed(paper, law_day),), mine))
            continue
        lacks = empty_places(register, paper, texts[paper.key], values)
        if paper.serves and not any(one.paper != paper.key for one in made):
            lacks = (*lacks, Lack("还没有可以送达的文书", "请先制作要送达的文书"))
        if row.withdrawn_on is not None:
            lacks = (*lacks, Lack("记录已撤回"))
        found.append(Makeable(paper, lacks, mine))
    return found


def papers_made(pk: int) -> list[MadePaper]:
    """The versions made of the record's papers that were not taken back, newest first."""
    rows = MadePaper.objects.filter(record=pk, evidence__withdrawn_on__isnull=True)
    return list(rows.select_related("evidence", "served").order_by("-pk"))


def papers_asked(register: Register, row: RecordModel) -> dict[str, Q]:
    """What :func:`makeable` asks of the row, for a page that asks more in the same SELECT."""
    if row.law_on is None:
        return {}
    law_day = row.law_on
    return wheres_of(paper for paper in register.papers if paper.applies(law_day))


def wheres_of(papers: Iterable[Paper]) -> dict[str, Q]:
    """The condition of each paper and of each of its lines, by name."""
    wheres: dict[str, Q] = {}
    for paper in papers:
        wheres[f"paper_{paper.key}"] = paper.where
        wheres |= {f"line_{paper.key}_{at}": line.when for at, line in enumerate(paper.text)}
    return wheres


def holding(
    register: Register, pk: int, papers: Iterable[Paper], held: Mapping[str, bool] | None = None
) -> tuple[dict[str, bool], dict[str, list[Line]]]:
    """Whether each paper's condition holds of the saved row, and which of its lines are said: one SELECT."""
    papers = list(papers)
    row = holds(register, pk, wheres_of(papers)) if held is None else held
    texts = {
        paper.key: [line for at, line in enumerate(paper.text) if row[f"line_{paper.key}_{at}"]]
        for paper in papers
    }
    return {paper.key: row[f"paper_{paper.key}"] for paper in papers}, texts


def closed(paper: Paper, law_day: date) -> Lack:
    return Lack(f"还不能制作{paper.label}", paper.remedy, words(paper.cites, law_day))


def needed_by(paper: Paper, lines: Iterable[Line]) -> list[str]:
    """The placeholders without which the paper cannot be made, in their order."""
    needed = (place for line in lines if not line.loose for place in line.needs)
    return list(dict.fromkeys((*PLACE.findall(paper.head), *needed)))


def empty_places(
    register: Register, paper: Paper, lines: Iterable[Line], values: Mapping[str, str]
) -> tuple[Lack, ...]:
    """A lack for each column that the paper needs and the record does not say."""
    named = places_of(register)
    return tuple(
        Lack(f"“{named[place]}”还没有登记", f"请先登记“{named[place]}”")
        for place in needed_by(paper, lines)
        if place in values and not values[place]
    )
