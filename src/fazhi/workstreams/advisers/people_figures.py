"""法律顾问·公职律师: the figures of people, villages and tasks."""

from django.db.models import Q

from fazhi.engine.figures.kinds import Count, Coverage, Indicator, Ratio, Share, Stock
from fazhi.engine.figures.sentence import Sentence, any_of, says
from fazhi.organs.models import Kind, Level
from fazhi.workstreams.advisers import conditions as c
from fazhi.workstreams.advisers.models.people import Engager, TaskChannel, TaskKind

# fmt: off
ADVISERS = Stock("advisers", "法律顾问人数", since="engaged_on", until="ended_on", of="adviser", unit="人",
    says=("聘请|聘任|现有 法律顾问|政府法律顾问", "聘请政府法律顾问", "聘请 >法律顾问|政府法律顾问"))
BY_ENGAGER = tuple(
    Stock(f"advisers_{one}", f"法律顾问人数（{one.label}）", since="engaged_on", until="ended_on",
        of="adviser", unit="人", where=Q(engager=one))
    for one in Engager
)
"""Exclusive: the six levels and what is not registered add up to all advisers."""
TEAM = Stock("team", "政府法律顾问团成员", since="engaged_on", until="ended_on", of="adviser", unit="人",
    where=Q(team=c.YES), says=("政府法律顾问团成员|政府法律顾问团队|政府法律顾问团",))
SHARED = Stock("shared", "共同聘用的法律顾问", since="engaged_on", until="ended_on", of="adviser", unit="人",
    where=Q(shared=c.YES))
PUBLIC_LAWYERS = Stock("public_lawyers", "公职律师人数", since="certified_on", until="cancelled_on",
    of="public_lawyer", unit="人", says=("公职律师|公职律师人数", ">公职律师"))
ORGANS = (Kind.GOVERNMENT, Kind.DEPARTMENT)
COUNTY_UP = (Level.PROVINCE, Level.CITY, Level.COUNTY)
"""县级以上党政机关普遍设立; townships as needed."""
COVERAGE = Coverage("coverage_rate", "法律顾问覆盖率（有在聘法律顾问的县级以上政府和部门/应当有的）",
    have=ADVISERS, kinds=ORGANS, levels=COUNTY_UP, of="adviser", note="聘请单位自己登记的，计入该单位。",
    says=("法律顾问覆盖率|法律顾问全覆盖率|法律顾问配备率 !村",))
LAWYER_COVERAGE = Coverage("public_lawyer_rate", "公职律师覆盖率（有公职律师的县级以上政府和部门/应当有的）",
    have=PUBLIC_LAWYERS, kinds=ORGANS, levels=COUNTY_UP, of="public_lawyer",
    note="所在单位自己登记的，计入该单位。", says=("公职律师覆盖率|公职律师配备率",))
VILLAGES = Stock("villages", "村（社区）", since="listed_on", until="ended_on", of="village", unit="个")
VILLAGES_COVERED = Stock("villages_covered", "聘请法律顾问的村（社区）", since="advised_from_on",
    until="advised_until_on", of="village", unit="个")
VILLAGE_RATE = Ratio("village_rate", "一村（社区）一法律顾问覆盖率（已聘请/名册）", over=VILLAGES_COVERED,
    under=VILLAGES, says=("村（社区）法律顾问覆盖率|村居法律顾问覆盖率|一村一法律顾问覆盖率",))
TASKS = Count("tasks", "法律顾问办理事务", on="done_on", of="task",
    says=("办理法律事务|法律顾问办理 事务|法律事务|涉法事务", "办理 涉法事务|法律事务", "处理 涉法事务"))
BY_TASK = tuple(
    Count(f"tasks_{one}", f"法律顾问办理事务（{one.label}）", on="done_on", of="task", where=Q(kind=one))
    for one in TaskKind
)
GROUP = Count("consulted_in_group", "微信群法律咨询", on="done_on", of="task", unit="次",
    where=Q(channel=TaskChannel.GROUP))
TASK_ADOPTION = Share("task_adoption_rate", "法律顾问意见采纳率（采纳/办结）", whole=TASKS, where=c.ADOPTED,
    of="task")
MEMBERS = Stock("members", "法律专家咨询委员会委员", since="since_on", until="ended_on", of="member",
    unit="人")
COMMITTEES = Coverage("committee_rate", "法律专家咨询委员会覆盖率（有委员的县级以上政府/应当有的）",
    have=MEMBERS, kinds=(Kind.GOVERNMENT,), levels=COUNTY_UP, of="member")
RULES = Count("rules_made", "制定法律顾问制度", on="issued_on", of="rule", unit="项")

PEOPLE: tuple[Indicator, ...] = (
    ADVISERS, *BY_ENGAGER, TEAM, SHARED, COVERAGE, PUBLIC_LAWYERS, LAWYER_COVERAGE, VILLAGES,
    VILLAGES_COVERED, VILLAGE_RATE, TASKS, *BY_TASK, GROUP, TASK_ADOPTION, MEMBERS, COMMITTEES, RULES,
)

# 覆盖率取决于各单位是否自己登记，不自动写进报告，用到时写 {advisers.coverage_rate}。
PEOPLE_SENTENCES = (
    Sentence("advisers", "法律顾问", (
        says(any_of("advisers"), "聘请法律顾问{advisers}人。"),
    )),
    Sentence("public_lawyers", "公职律师", (
        says(any_of("public_lawyers"), "现有公职律师{public_lawyers}人。"),
    )),
    Sentence("villages", "村（社区）法律顾问", (
        says(any_of("villages_covered"), "一村一法律顾问覆盖率{village_rate}。"),
    )),
    Sentence("tasks", "法律顾问事务", (
        says(any_of("tasks"), "办理涉法事务{tasks}件。"),
    )),
)
# fmt: on
