"""The yearly plan of legislation: the plan, its projects, and what the public proposes for it."""

from fazhi.engine.models import RecordModel
from fazhi.workstreams.legislation.models import choices as c
from fazhi.workstreams.legislation.models.columns import answer, chosen, count, day, organ, text


class Plan(RecordModel):
    """The yearly plan (年度立法计划、规章制定工作计划) of a government."""

    name = text("计划名称")
    year = count("计划年度")
    prepared_on = day("启动拟订日期")
    called_on = day("公开征集项目建议日期")
    call_url = text("征集公告网址")
    assessed = answer("项目经评估论证")
    approved_on = day("批准日期")
    published_on = day("公布日期")
    url = text("公布网址")
    checked_on = day("督促检查执行情况日期")
    adjusted_on = day("调整日期")
    adjustment = text("调整内容和理由", 500)

    class Meta:
        verbose_name = "立法计划"


class Project(RecordModel):
    """One project of the plan: applied for, planned, done or taken out."""

    name = text("项目名称")
    kind = chosen("项目种类", c.ProjectKind)
    year = count("计划年度")
    drafter = organ("起草单位")
    applied_on = day("申请立项日期")
    necessity = text("必要性、主要问题和拟确立的主要制度", 500)
    added = answer("计划执行中增加")
    argued_on = day("补充论证日期")
    planned_on = day("列入计划日期")
    due_on = day("计划完成日期")
    done_on = day("完成日期")
    result = text("完成情况")
    dropped_on = day("调出计划日期")
    dropped_why = text("调出理由", 300)

    class Meta:
        verbose_name = "立法项目"


class Proposal(RecordModel):
    """A project proposed by the public or a department (立法项目建议)."""

    title = text("建议项目")
    proposer = text("建议人", 120)
    proposer_kind = chosen("建议人类别", c.ProposerKind)
    content = text("建议内容", 500)
    received_on = day("收到日期")
    decided_on = day("处理日期")
    decision = chosen("处理决定", c.ProposalDecision)
    decision_why = text("处理理由", 300)
    replied_on = day("答复日期")

    class Meta:
        verbose_name = "立法项目建议"
