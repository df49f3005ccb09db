"""The government rule (政府规章): one row from the project to the archive."""

from __future__ import annotations

from django.db import models

from fazhi.engine.answer import Answer
from fazhi.engine.models import PartModel, RecordModel
from fazhi.workstreams.legislation.models import choices as c
from fazhi.workstreams.legislation.models.columns import answer, chosen, count, day, organ, text


class Drafting(models.Model):
    """What the rule is, who drafts it, and who was heard on the draft."""

    subject = text("规章名称")
    title_kind = chosen("名称种类", c.TitleKind)
    maker_kind = chosen("制定主体", c.Maker)
    matter = chosen("规定的事项", c.Matter)
    drafter = organ("起草单位")
    co_drafters = text("共同起草单位")
    assigned_on = day("立项日期")
    basis = text("制定依据", 500)
    burdens = answer("减损权利或者增加义务")
    burden_basis = text("减损权利、增加义务的上位法依据", 300)
    drafted_on = day("启动起草日期")
    consultation = chosen("公开征求意见方式", c.Consultation)
    consultation_why = text("不公开征求或者缩短的理由", 300)
    comment_from_on = day("公开征求意见开始日期")
    comment_least_on = day("公开征求意见最早截止日期")
    comment_to_on = day("公开征求意见截止日期")
    comment_url = text("征求意见网址")
    comments = count("收到意见条数")
    comments_adopted = count("采纳意见条数")
    interests = answer("涉及重大利益调整")
    argued_on = day("论证咨询日期")
    argument = text("论证意见", 500)
    hearing = chosen("是否听证", c.Need)
    hearing_announced_on = day("公布听证会日期")
    hearing_set_on = day("拟举行听证会日期")
    hearing_notice_by_on = day("最迟公布听证会日期")
    heard_on = day("听证会日期")
    hearing_record = answer("制作听证笔录")
    hearing_handling = text("对听证意见的处理情况及理由", 500)
    departments_on = day("征求部门意见日期")
    differing = answer("部门有不同意见")
    differences = text("不同意见的情况和理由", 500)

    class Meta:
        abstract = True


class Reviewing(models.Model):
    """The draft submitted, reviewed by the legal body, decided by a meeting, signed and published."""

    submitted_on = day("报送审查日期")
    submit_signer = text("起草单位签署人", 60)
    submit_complete = answer("送审稿、说明和材料齐全")
    opinions_sought_on = day("审查中征求意见日期")
    grassroots_on = day("深入基层调研日期")
    review_from_on = day("再次公布征求意见开始日期")
    review_least_on = day("再次征求意见最早截止日期")
    review_to_on = day("再次征求意见截止日期")
    coordinated_on = day("协调日期")
    coordination = text("协调情况", 500)
    deferred_on = day("缓办日期")
    resumed_on = day("恢复审查日期")
    returned_on = day("退回起草单位日期")
    defer_ground = chosen("缓办、退回的情形", c.DeferGround)
    operators = answer("涉及经营者经济活动")
    competition = chosen("公平竞争审查结论", c.Competition)
    competition_by = chosen("公平竞争审查方式", c.CompetitionBy)
    reviewed_on = day("审查完成日期")
    review_result = chosen("审查结论", c.Opinion)
    review_number = text("审查意见文号", 80)
    review_signer = text("法制机构签署人", 60)
    weighty = answer("重大经济社会方面的规章")
    party_reported_on = day("报告同级党委日期")
    discussed_on = day("审议日期")
    meeting = chosen("审议会议", c.Body)
    meeting_name = text("会议名称")
    passed = chosen("审议结果", c.Passed)
    signed_on = day("签署命令日期")
    signer = text("签署人", 60)
    order_number = text("命令序号", 80)
    effective_on = day("施行日期")
    at_once = chosen("施行时间", c.AtOnce)
    publish_by_on = day("最迟公布日期")
    published_on = day("公布日期")
    url = text("公布网址")
    carried_on = day("刊载日期")
    gazette = text("政府公报期号", 80)
    newspaper = text("刊载的报纸", 80)

    class Meta:
        abstract = True


class Standing(models.Model):
    """The published rule: filed, interpreted, evaluated, and brought to its end."""

    filed_on = day("报国务院备案日期")
    filing_due_on = day("备案届满日期")
    filed_province_on = day("报省、自治区人民政府备案日期")
    filed_congress_on = day("报本级人大常委会备案日期")
    filed_province_congress_on = day("报省、自治区人大常委会备案日期")
    filing_complete = answer("备案材料齐全")
    supplement_notice_on = day("收到补充、重新报送通知日期")
    refiled_on = day("补充、重新报送备案日期")
    filing_result_on = day("备案登记结果日期")
    filing_result = chosen("备案结果", c.FilingResult)
    filing_number = text("备案登记号", 80)
    examined_from_on = day("备案审查启动日期")
    examined_on = day("备案审查完成日期")
    correction_notice_on = day("收到备案审查意见日期")
    handled_on = day("报送处理情况日期")
    handling = text("处理情况", 500)
    interpreted_on = day("政策解读日期")
    interpretation_url = text("解读网址")
    explained_on = day("公布规章解释日期")
    explanation = text("规章解释", 500)
    explanation_approved = answer("解释经制定机关批准")
    temporary = answer("应制定地方性法规而先制定规章")
    law_proposed_on = day("提请制定地方性法规日期")
    evaluated_on = day("立法后评估日期")
    evaluation_method = text("评估方式")
    evaluation = chosen("评估结论", c.Conclusion)
    ended_on = day("失去效力日期")
    ending = chosen("失去效力方式", c.Ending)
    ending_ground = chosen("失去效力原因", c.EndingGround)
    ending_url = text("修改、废止的公布网址")
    successor = text("替代的规章")
    dropped_on = day("终止制定日期")
    dropped_why = text("终止制定理由", 300)
    archived_on = day("归档日期")

    class Meta:
        abstract = True


class Rule(Drafting, Reviewing, Standing, RecordModel):
    """A rule of a government; columns stand in the order in which the law comes to them."""

    class Meta:
        verbose_name = "政府规章"
        indexes = [
            models.Index(name="rule_published", fields=["organ", "published_on"]),
            models.Index(name="rule_effective", fields=["organ", "effective_on"]),
        ]


class ReviewPoint(PartModel):
    """One point that the legal body raised on the draft, and what the drafter made of it."""

    record = models.ForeignKey("legislation.Rule", models.CASCADE, related_name="points")
    raised_on = models.DateField("提出日期")
    point = models.CharField("审查意见", max_length=500)
    adopted = models.CharField("采纳", max_length=20, choices=Answer, default=Answer.UNKNOWN)
    reply = models.CharField("答复、不采纳的理由", max_length=500, blank=True)

    class Meta:
        verbose_name = "审查意见"
