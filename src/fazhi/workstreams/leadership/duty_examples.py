"""第一责任人: recipes and examples of duties, dossiers, law reports, bodies and staff."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from fazhi.engine.recipe import Example, Made, Make, Recipe
from fazhi.workstreams.leadership import duty_recipe as made
from fazhi.workstreams.leadership.in_hand import ago
from fazhi.workstreams.leadership.models.duties import ActKind, Form, Post


def each(on: str, make: Make, *keys: str) -> Mapping[str, Example]:
    """The same row counts in all of these."""
    return dict.fromkeys(keys, Example(on, make))


def reports_in_hand(today: date) -> Sequence[Made]:
    """One owed, one to be rated, one being put right."""
    return (
        made.listed(ago(today, 5), 101),
        made.delivered(ago(today, 15), 102),
        made.rectified(ago(today, 25), 103).with_values(closed_on=None, rectification=""),
    )


def duties_in_hand(today: date) -> Sequence[Made]:
    """One to be proved, one proved."""
    return (made.entered(ago(today, 2), 101), made.duty(ago(today, 30), 102))


ACTS = tuple(kind for kind in ActKind if kind != ActKind.UNDECIDED)
WRITTEN = partial(made.rated, form=Form.WRITTEN)

DUTY_RECIPES: Mapping[str, Recipe] = {
    "leadership.duty": Recipe(
        "proved",
        {"proved": made.duty, "entered": made.entered},
        {
            **each(
                "acted_on",
                made.duty,
                "duties",
                "duties_government",
                "duty_persons",
                "duty_items",
                "duties_proved",
            ),
            "duties_party": Example("acted_on", partial(made.duty, post=Post.PARTY)),
            "duties_unit": Example("acted_on", partial(made.duty, post=Post.UNIT)),
            **{f"duties_{kind}": Example("acted_on", partial(made.duty, kind=kind)) for kind in ACTS},
        },
        in_hand=duties_in_hand,
    ),
    "leadership.duty_list": Recipe(
        "standing",
        {"standing": made.duty_list, "ended": made.list_ended},
        each("issued_on", made.duty_list, "duty_lists"),
    ),
    "leadership.mapping": Recipe(
        "mapped",
        {"mapped": made.mapped, "owed": made.unmapped},
        {
            **each("asked_on", made.mapped, "mappings", "mapped_rate"),
            "unmapped_units": Example("asked_on", made.unmapped),
        },
        organs=("unit",),
    ),
    "leadership.dossier": Recipe(
        "archived",
        {"archived": made.dossier, "opened": made.opened},
        each("bound_on", made.dossier, "dossiers", "dossier_volumes"),
    ),
    "leadership.law_report": Recipe(
        "closed",
        {
            "closed": made.rated,
            "rectified": made.rectified,
            "delivered": made.delivered,
            "listed": made.listed,
            "excused": made.excused,
        },
        {
            **each("listed_on", made.rated, "reports_due", "reporting_rate", "reports_on_time"),
            **each("delivered_on", made.rated, "reported", "reported_oral", "reporting_organs"),
            "reported_written": Example("delivered_on", WRITTEN),
            "reports_rated": Example("rated_on", made.rated),
        },
        organs=("unit",),
        in_hand=reports_in_hand,
    ),
    "leadership.council": Recipe(
        "standing",
        {"standing": made.council, "ended": made.council_ended},
        each("founded_on", made.council, "councils"),
    ),
    "leadership.instruction": Recipe(
        "relayed",
        {"relayed": made.relayed, "received": made.received},
        each("received_on", made.relayed, "instructions", "relayed_rate"),
    ),
    "leadership.legal_staff": Recipe(
        "serving",
        {"serving": made.staff, "left": made.staff_left},
        each("since_on", made.staff, "legal_staff", "legal_staff_full", "legal_staff_qualified"),
    ),
}
