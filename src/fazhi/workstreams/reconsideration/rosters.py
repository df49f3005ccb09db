"""行政复议: what stands until it is ended: rules, invited supervisors, committee members, staff."""

from fazhi.engine.procedure import Move, Procedure
from fazhi.law import Citation
from fazhi.law.editions import ARL_1999 as OLD
from fazhi.law.editions import ARL_2023 as NEW
from fazhi.organs.role import Role
from fazhi.workstreams.reconsideration.models.registers import StandingStep

# The statute orders no step of rules and rosters, so each cites the article under which it is kept.
RULES_OF_WORK = (OLD.art(4), NEW.art(4, 3))
SUPERVISED = (OLD.art(4), NEW.art(3, 2))  # 公开
ADVISED = (OLD.art(22), NEW.art(52, 1))
STAFFED = (OLD.art(3, 2), NEW.art(6, 2))


def standing(since: str, *more: Move, end: str, cites: tuple[Citation, ...]) -> Procedure:
    """What begins with its date ``since`` and stands until it is ended."""
    ending = Move(
        "end",
        end,
        (StandingStep.STANDING,),
        StandingStep.ENDED,
        *cites,
        who=(Role.HANDLER, Role.BODY_HEAD),
        sets="ended_on",
    )
    return Procedure(
        steps=StandingStep,
        start=StandingStep.STANDING,
        ends=(StandingStep.ENDED,),
        moves=(*more, ending),
        deadlines=(),
        law_day=(since,),
        law_day_basis="docs/decisions/0003-the-law-day.md",
    )


WATCH = Move("watch", "监督案件", (StandingStep.STANDING,), None, *SUPERVISED, who=Role.HANDLER)

RULE_PROCEDURE = standing("issued_on", end="废止", cites=RULES_OF_WORK)
SUPERVISOR_PROCEDURE = standing("since_on", WATCH, end="解聘", cites=SUPERVISED)
MEMBER_PROCEDURE = standing("since_on", end="离任", cites=ADVISED)
STAFF_PROCEDURE = standing("since_on", end="离岗", cites=STAFFED)
