"""Beside the rule: research, contact points and what they say, clean-up, the yearly list."""

from fazhi.engine.models import RecordModel
from fazhi.workstreams.legislation.models import choices as c
from fazhi.workstreams.legislation.models.columns import chosen, count, day, text


class Research(RecordModel):
    """One piece of research or argument on a project (立法调研论证)."""

    project_name = text("立法项目")
    kind = chosen("方式", c.ResearchKind)
    prepared_on = day("安排日期")
    held_on = day("开展日期")
    place = text("地点")
    participants = count("参加人数")
    points = count("收集意见条数")
    reported_on = day("形成报告日期")
    report = text("报告名称")

    class Meta:
        verbose_name = "立法调研论证"


class ContactPoint(RecordModel):
    """A place where opinions on drafts are gathered (基层立法联系点)."""

    name = text("联系点名称")
    kind = chosen("类别", c.PointKind)
    place = text("所在县（市、区）", 80)
    since_on = day("设立日期")
    document_number = text("设立文号", 80)
    ended_on = day("撤销日期")

    class Meta:
        verbose_name = "立法联系点"


class PointOpinion(RecordModel):
    """One draft sent to one contact point, and the opinions that came back."""

    point_name = text("联系点名称")
    draft = text("草案名称")
    sent_on = day("送交日期")
    due_on = day("要求返回日期")
    returned_on = day("收回意见日期")
    opinions = count("意见条数")
    adopted = count("采纳条数")
    fed_back_on = day("反馈采纳情况日期")

    class Meta:
        verbose_name = "联系点意见"


class CleanUp(RecordModel):
    """What one clean-up says of one rule; a register of its own, so that each is counted once."""

    round_name = text("清理名称")
    subject = text("规章名称")
    order_number = text("命令序号", 80)
    listed_on = day("列入清理日期")
    judged_on = day("作出结论日期")
    verdict = chosen("清理结论", c.Verdict)
    reason = text("理由", 300)
    published_on = day("结果公布日期")
    url = text("公布网址")

    class Meta:
        verbose_name = "规章清理结论"


class YearlyList(RecordModel):
    """The list of last year's rules for the filing body of the State Council (规章目录)."""

    name = text("目录名称")
    year_end_on = day("年度终了日期")
    rules = count("规章件数")
    sent_on = day("报送日期")

    class Meta:
        verbose_name = "规章目录报送"
