"""Case documents of a record: which may be made, which were made, what is lacking."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.urls import reverse

from fazhi.engine.dossier import Dossier
from fazhi.engine.gates import words
from fazhi.engine.models import MadePaper
from fazhi.engine.paper_ready import Makeable, makeable
from fazhi.web.document import Document, MadeDocument
from fazhi.web.link import Action, articles
from fazhi.web.notice import Item
from fazhi.web.record_urls import RecordUrls


def documents_of(
    dossier: Dossier, urls: RecordUrls, held: Mapping[str, bool] | None = None
) -> tuple[Document, ...]:
    """The papers of a record, those that may be made first; ``held`` as in :func:`makeable`."""
    register, row = dossier.register, dossier.row
    if row.law_on is None or not register.papers:
        return ()
    papers = makeable(register, row, dossier.made_papers(), held=held, parts=dossier.part_places())
    found = sorted(papers, key=lambda one: bool(one.lacks))
    return tuple(document(one, urls, row.law_on) for one in found)


def document(one: Makeable, urls: RecordUrls, law_day: date) -> Document:
    make = None
    if urls.writable and not one.lacks:
        label = "再制作一版" if one.made and not one.paper.serves else "制作"
        make = Action(label, urls.document(one.paper.key))
    return Document(
        one.paper.label,
        articles(words(one.paper.cites, law_day)),
        tuple(Item(lack.text.rstrip("。"), articles(lack.articles), lack.remedy) for lack in one.lacks),
        tuple(version(made) for made in one.made),
        make,
    )


def version(made: MadePaper) -> MadeDocument:
    about = f"送达{made.served.name}" if made.served else ""
    edition = f"第{made.edition}版" if made.edition > 1 else ""
    label = "　".join(filter(None, (made.number, about, edition))) or "第1版"
    return MadeDocument(label, str(made.evidence.effective_on), reverse("evidence", args=[made.evidence_id]))
