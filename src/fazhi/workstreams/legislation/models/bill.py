"""The draft local regulation (地方性法规草案) that the government sends to the congress."""

from django.db import models

from fazhi.engine.models import RecordModel
from fazhi.workstreams.legislation.models import choices as c
from fazhi.workstreams.legislation.models.columns import answer, chosen, count, day, organ, text


class Bill(RecordModel):
    """A draft from research to the regulation published by the congress."""

    subject = text("法规名称")
    matter = chosen("规定的事项", c.Matter)
    maker_kind = chosen("提请机关", c.Maker)
    drafter = organ("起草单位")
    begun_on = day("启动日期")
    researched_on = day("调研完成日期")
    research_report = text("调研报告")
    drafted_on = day("起草完成日期")
    comment_from_on = day("公开征求意见开始日期")
    comment_to_on = day("公开征求意见截止日期")
    comments = count("收到意见条数")
    comments_adopted = count("采纳意见条数")
    operators = answer("涉及经营者经济活动")
    competition = chosen("公平竞争审查结论", c.Competition)
    competition_by = chosen("公平竞争审查方式", c.CompetitionBy)
    reviewed_on = day("审查完成日期")
    review_result = chosen("审查结论", c.Opinion)
    review_number = text("审查意见文号", 80)
    returned_on = day("退回修改日期")
    discussed_on = day("审议日期")
    meeting = chosen("审议会议", c.Body)
    meeting_name = text("会议名称")
    passed = chosen("审议结果", c.Passed)
    submitted_on = day("提请人大日期")
    submission_number = text("议案文号", 80)
    deliberated_on = day("最近一次人大审议日期")
    readings = count("人大审议次数")
    adopted_on = day("人大表决通过日期")
    approval_asked_on = day("报请批准日期")
    needs_approval = answer("须报省、自治区人大常委会批准")
    approved_on = day("批准日期")
    published_on = day("公布日期")
    effective_on = day("施行日期")
    url = text("公布网址")
    ended_on = day("终止日期")
    ended_why = text("终止理由（撤回、退回、未通过）", 300)

    class Meta:
        verbose_name = "地方性法规草案"
        indexes = [models.Index(name="bill_submitted", fields=["organ", "submitted_on"])]
