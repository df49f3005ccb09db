"""行政规范性文件: for each indicator a row that counts in it, and the recipe of each register."""

from collections.abc import Mapping
from functools import partial

from fazhi.engine.recipe import Example, Make, Recipe
from fazhi.workstreams.normative import recipe as r
from fazhi.workstreams.normative.in_hand import (
    documents_in_hand,
    objections_in_hand,
    plans_in_hand,
    reviews_in_hand,
    rounds_in_hand,
    verdicts_in_hand,
)
from fazhi.workstreams.normative.models.choices import Ending, ObjectionKind, Paper, Verdict


def counted(on: str, make: Make, *keys: str) -> dict[str, Example]:
    return {key: Example(on, make) for key in keys}


DOCUMENTS = {
    **counted("issued_on", r.published, "issued", "review_rate"),
    **counted("published_on", r.published, "published", "filing_rate"),
    **counted("filed_on", r.published, "filed", "filing_timely_rate", "filing_form_rate"),
    **counted("interpreted_on", r.published, "interpreted"),
    **counted("congress_filed_on", r.published, "congress_filed"),
    **counted("effective_on", r.for_operators, "in_force"),
    **counted("evaluated_on", r.evaluated, "evaluated"),
    **counted("ended_on", partial(r.ended, Ending.ABOLISHED), "ended", "documents_abolished"),
}
CLASSES = {
    "reviewed": Paper.NORMATIVE,
    "papers_referred": Paper.REFERRED,
    "consultations_reviewed": Paper.CONSULTATION,
    "filings_reviewed": Paper.FILING,
    "papers_other": Paper.OTHER,
}
REVIEWS = {
    **counted("concluded_on", r.REVIEWS[Paper.REFERRED], "papers_reviewed"),
    **{key: Example("concluded_on", r.REVIEWS[kind]) for key, kind in CLASSES.items()},
    **counted("received_on", r.REVIEWS[Paper.FILING], "filings_received"),
    **counted("demanded_on", r.corrected, "filings_corrected"),
    **counted("annulled_on", r.annulled, "filings_annulled"),
}
GIVEN = {
    "annulled": Verdict.ABOLISH,
    "lapsed": Verdict.INVALID,
    "changed": Verdict.CHANGE,
    "kept": Verdict.KEEP,
}
VERDICTS = {
    **counted("judged_on", r.VERDICTS[Verdict.KEEP], "cleaned"),
    **{key: Example("judged_on", r.VERDICTS[verdict]) for key, verdict in GIVEN.items()},
}
CITIZEN = r.OBJECTIONS[ObjectionKind.CITIZEN]

RECIPES: Mapping[str, Recipe] = {
    "normative.document": Recipe(
        "published", r.DOCUMENTS, DOCUMENTS, organs=("drafter",), in_hand=documents_in_hand
    ),
    "normative.review": Recipe(
        Paper.REFERRED, r.REVIEWS, REVIEWS, organs=("sender",), in_hand=reviews_in_hand
    ),
    "normative.round": Recipe(
        "published",
        {"published": r.round_of},
        counted("approved_on", r.round_of, "rounds", "papers_cleaned"),
        in_hand=rounds_in_hand,
    ),
    "normative.clean_up": Recipe(Verdict.KEEP, r.VERDICTS, VERDICTS, in_hand=verdicts_in_hand),
    "normative.objection": Recipe(
        ObjectionKind.CITIZEN,
        r.OBJECTIONS,
        {
            **counted("received_on", CITIZEN, "objections"),
            **counted("answered_on", CITIZEN, "objections_answered"),
        },
        in_hand=objections_in_hand,
    ),
    "normative.yearly_list": Recipe("sent", {"sent": r.yearly}, counted("sent_on", r.yearly, "lists_sent")),
    "normative.plan_item": Recipe(
        "done",
        {"done": r.planned, "planned": partial(r.planned, done=False)},
        {
            **counted("planned_on", partial(r.planned, done=False), "planned"),
            **counted("done_on", r.planned, "plan_done", "plan_rate"),
        },
        organs=("drafter",),
        in_hand=plans_in_hand,
    ),
}
