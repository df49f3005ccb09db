"""Every line of work, by hand: the one list that higher floors import, in the order of the annual report."""

from collections.abc import Mapping

from fazhi.engine.recipe import Recipe
from fazhi.engine.register import Workstream
from fazhi.workstreams.advisers.examples import RECIPES as ADVISERS_RECIPES
from fazhi.workstreams.advisers.workstream import ADVISERS
from fazhi.workstreams.business.examples import RECIPES as BUSINESS_RECIPES
from fazhi.workstreams.business.workstream import BUSINESS
from fazhi.workstreams.decisions.examples import RECIPES as DECISIONS_RECIPES
from fazhi.workstreams.decisions.workstream import DECISIONS
from fazhi.workstreams.leadership.examples import RECIPES as LEADERSHIP_RECIPES
from fazhi.workstreams.leadership.workstream import LEADERSHIP
from fazhi.workstreams.legislation.examples import RECIPES as LEGISLATION_RECIPES
from fazhi.workstreams.legislation.workstream import LEGISLATION
from fazhi.workstreams.litigation.examples import RECIPES as LITIGATION_RECIPES
from fazhi.workstreams.litigation.workstream import LITIGATION
from fazhi.workstreams.normative.examples import RECIPES as NORMATIVE_RECIPES
from fazhi.workstreams.normative.workstream import NORMATIVE
from fazhi.workstreams.plan.examples import RECIPES as PLAN_RECIPES
from fazhi.workstreams.plan.workstream import PLAN
from fazhi.workstreams.reconsideration.examples import RECIPES as RECONSIDERATION_RECIPES
from fazhi.workstreams.reconsideration.workstream import RECONSIDERATION

WORKSTREAMS: tuple[Workstream, ...] = (
    LEADERSHIP,
    PLAN,
    BUSINESS,
    DECISIONS,
    NORMATIVE,
    LEGISLATION,
    ADVISERS,
    RECONSIDERATION,
    LITIGATION,
)

RECIPES: Mapping[str, Recipe] = {
    **LEADERSHIP_RECIPES,
    **PLAN_RECIPES,
    **BUSINESS_RECIPES,
    **DECISIONS_RECIPES,
    **NORMATIVE_RECIPES,
    **LEGISLATION_RECIPES,
    **ADVISERS_RECIPES,
    **RECONSIDERATION_RECIPES,
    **LITIGATION_RECIPES,
}
"""How a lawful row of each register is made, by the register's key."""
