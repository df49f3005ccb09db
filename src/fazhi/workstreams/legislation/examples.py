"""政府规章与立法: for each indicator a row that counts in it, and the recipe of each register."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from fazhi.engine.recipe import Example, Make, Recipe
from fazhi.organs.models import Kind, Level
from fazhi.workstreams.legislation import in_hand
from fazhi.workstreams.legislation import recipe as r
from fazhi.workstreams.legislation import recipe_beside as b
from fazhi.workstreams.legislation.models import choices as m


def counted(on: str, make: Make, *keys: str) -> dict[str, Example]:
    return {key: Example(on, make) for key in keys}


def makes_rules(_: Mapping[str, Any], kind: Kind, level: Level) -> bool:
    """Whether an organ may make them: the government of a city, for these are rules of cities."""
    return kind is Kind.GOVERNMENT and level is Level.CITY


def outcome(make: Make, *counts: tuple[str, str], in_hand: Any = None) -> Recipe:
    """The recipe of a register whose rows have one outcome; ``counts`` pairs indicator and date."""
    examples = {key: Example(on, make) for key, on in counts}
    more = {"in_hand": in_hand} if in_hand else {}
    return Recipe("usual", {"usual": make}, examples, **more)


RULES = {
    **counted("published_on", r.published, "rules_made", "filing_rate"),
    **counted("reviewed_on", r.published, "rules_reviewed"),
    **counted("comment_from_on", r.published, "rules_commented"),
    **counted("comment_to_on", r.published, "comments", "comments_adopted"),
    **counted("heard_on", r.heard, "hearings"),
    **counted("filed_on", r.published, "rules_filed", "filing_timely_rate"),
    **counted("effective_on", r.disputed, "rules_in_force"),
    **counted("interpreted_on", r.published, "rules_interpreted"),
    **counted("explained_on", r.evaluated, "rules_explained"),
    **counted("evaluated_on", r.evaluated, "rules_evaluated"),
    **counted("ended_on", partial(r.ended, m.Ending.ABOLISHED), "rules_ended"),
}
BILLS = {
    **counted("reviewed_on", r.bill, "bills_reviewed"),
    **counted("submitted_on", r.bill, "bills_submitted"),
    **counted("published_on", r.enacted, "bills_enacted"),
}
PROJECTS = {
    **counted("planned_on", b.PROJECTS["planned"], "planned", "planned_rules"),
    **counted("planned_on", b.PROJECTS["bill"], "planned_bills"),
    **counted("done_on", b.PROJECTS["rule"], "plan_done", "plan_rate"),
}
ADOPTED = b.PROPOSALS[m.ProposalDecision.ADOPTED]
EXPERTS = b.RESEARCHES[m.ResearchKind.EXPERTS]
GIVEN = {"kept": m.Verdict.KEEP, "changed": m.Verdict.CHANGE, "abolished": m.Verdict.ABOLISH}
VERDICTS = {
    **counted("judged_on", b.VERDICTS[m.Verdict.KEEP], "cleaned"),
    **{key: Example("judged_on", b.VERDICTS[verdict]) for key, verdict in GIVEN.items()},
}
USED = {
    "uses_study": m.UseKind.STUDY,
    "uses_publicity": m.UseKind.PUBLICITY,
    "uses_item": m.UseKind.ITEM,
    "uses_case": m.UseKind.CASE,
}
USES = {
    **counted("done_on", b.USES[m.UseKind.STUDY], "uses"),
    **{key: Example("done_on", b.USES[kind]) for key, kind in USED.items()},
}

RECIPES: Mapping[str, Recipe] = {
    "legislation.rule": Recipe(
        "published",
        r.RULES,
        RULES,
        organs=("drafter",),
        suits=makes_rules,
        in_hand=in_hand.rules_in_hand,
    ),
    "legislation.bill": Recipe("submitted", r.BILLS, BILLS, organs=("drafter",)),
    "legislation.plan": outcome(b.plan, ("plans_published", "published_on")),
    "legislation.project": Recipe("rule", b.PROJECTS, PROJECTS, organs=("drafter",)),
    "legislation.proposal": Recipe(
        m.ProposalDecision.RESERVED,
        b.PROPOSALS,
        {
            **counted("received_on", b.PROPOSALS[m.ProposalDecision.RESERVED], "proposals"),
            **counted("received_on", ADOPTED, "proposal_adopted_rate"),
        },
        in_hand=in_hand.proposals_in_hand,
    ),
    "legislation.research": Recipe(
        m.ResearchKind.FIELD,
        b.RESEARCHES,
        {
            **counted("held_on", b.RESEARCHES[m.ResearchKind.FIELD], "researches"),
            **counted("held_on", EXPERTS, "expert_arguments"),
        },
    ),
    "legislation.contact_point": outcome(
        b.contact_point, ("contact_points", "since_on"), in_hand=in_hand.points_in_hand
    ),
    "legislation.point_opinion": outcome(
        b.point_opinion,
        ("point_opinions", "returned_on"),
        ("point_opinions_adopted", "fed_back_on"),
        in_hand=in_hand.opinions_in_hand,
    ),
    "legislation.clean_up": Recipe(m.Verdict.KEEP, b.VERDICTS, VERDICTS),
    "legislation.yearly_list": outcome(b.yearly_list, ("lists_sent", "sent_on")),
    "legislation.body": outcome(b.body, ("bodies", "since_on")),
    "legislation.staff": outcome(b.staff, ("staff", "since_on")),
    "legislation.statute": outcome(b.statute, ("statutes", "since_on")),
    "legislation.use": Recipe(m.UseKind.STUDY, b.USES, USES),
}
