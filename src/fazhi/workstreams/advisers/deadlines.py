"""合法性审查: how long a review may take and how much time the drafter leaves for it, by what is reviewed."""

from fazhi.engine.condition import filled
from fazhi.engine.deadline import Deadline
from fazhi.engine.procedure import Pause
from fazhi.law import Workdays, by_law
from fazhi.law.editions import DECISION_2019 as DECISION
from fazhi.law.editions import LEGALITY_REVIEW_2018 as REVIEW
from fazhi.law.editions import LOCAL
from fazhi.organs.role import Role
from fazhi.workstreams.advisers import conditions as c

# fmt: off

# 等待补充材料的时间不计入；退回后重新收到的，重新起算。
SUPPLEMENT = Pause("supplement", "补充材料", DECISION.art(26, 1), REVIEW.whole(), LOCAL.whole(), through=True)
RECEIPT = ("received_again_on", "received_on")

SEND_DECISION_BY = Deadline("send_decision", "送请审查（决策草案，保证审查时间）", rule="MD-T4/3",
    who=Role.PARTY, when=c.DECISION & filled("needed_by_on"), starts="needed_by_on", met=("sent_on",),
    writes="send_by_on", period=by_law((DECISION.art(26, 2), Workdays(7, back=True))))
SEND_NORMATIVE_BY = Deadline("send_normative", "送请审核（规范性文件，保证审核时间）", rule="ND-T3/4",
    local=True, who=Role.PARTY, when=c.NORMATIVE & filled("needed_by_on"), starts="needed_by_on",
    met=("sent_on",), writes="send_by_on", period=by_law((REVIEW.whole(), Workdays(5, back=True))))
REVIEW_NORMATIVE_BY = Deadline("review_normative", "提出审核意见（规范性文件）", rule="ND-T3/3", local=True,
    who=Role.HANDLER, when=c.NORMATIVE & c.UNDER_REVIEW, starts=RECEIPT, met=("issued_on",),
    pauses=("supplement",), writes="due_on", period=by_law((REVIEW.whole(), Workdays(15))))
# 国家没有规定的，以地方规定为准。
REVIEW_OTHER_BY = Deadline("review_other", "提出审查意见（合同、文件、议题等）", rule="LA-L1", local=True,
    who=Role.HANDLER, when=c.OTHERWISE & c.UNDER_REVIEW, starts=RECEIPT, met=("issued_on",),
    pauses=("supplement",), writes="due_on", period=by_law((LOCAL.whole(), Workdays(7))))

OPINION_DEADLINES = (SEND_DECISION_BY, SEND_NORMATIVE_BY, REVIEW_NORMATIVE_BY, REVIEW_OTHER_BY)
