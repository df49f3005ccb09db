"""The normative document: one row from plan to archive."""

from __future__ import annotations

from typing import Any

from django.db import models

from fazhi.engine.answer import Answer
from fazhi.engine.models import RecordModel
from fazhi.organs.models import Organ
from fazhi.workstreams.normative.models import choices as c


def day(label: str) -> models.DateField[Any, Any]:
    """A date that is not reached yet."""
    return models.DateField(label, null=True, blank=True)


def answer(label: str) -> models.CharField[Any, Any]:
    return models.CharField(label, max_length=20, choices=Answer, default=Answer.UNKNOWN)


def chosen(label: str, choices: type[models.TextChoices]) -> models.CharField[Any, Any]:
    return models.CharField(label, max_length=20, choices=choices, default="undecided")


def text(label: str, length: int = 200) -> models.CharField[Any, Any]:
    return models.CharField(label, max_length=length, blank=True)


class Document(RecordModel):
    """An administrative normative document (行政规范性文件) of its maker."""

    subject = text("文件名称")
    document_number = text("发文字号", 80)
    maker_kind = chosen("制定主体", c.Maker)
    joint_makers = text("联合制定机关")
    drafter = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="起草单位"
    )
    basis = text("制定依据", 500)
    planned_on = day("列入计划日期")
    assessed_on = day("评估论证日期")
    necessary = answer("必要、可行、合理")
    classified = chosen("文件性质", c.Class)
    drafted_on = day("起草完成日期")
    responsible = answer("起草单位对合法性负责")
    operators = answer("与市场主体密切相关")
    consultation = chosen("征求意见", c.Consultation)
    consultation_why = text("不公开征求或者缩短的理由", 300)
    comment_from_on = day("公开征求意见开始日期")
    comment_least_on = day("公开征求意见最早截止日期")
    comment_to_on = day("公开征求意见截止日期")
    comment_url = text("征求意见网址")
    comments = models.PositiveIntegerField("收到意见条数", null=True, blank=True)
    comments_adopted = models.PositiveIntegerField("采纳意见条数", null=True, blank=True)
    comments_rejected_why = text("未采纳意见的理由", 1000)
    comment_feedback_on = day("反馈采纳情况日期")
    operators_heard_on = day("听取市场主体、行业协会商会意见日期")
    consulted_on = day("征求意见完成日期")
    competition = chosen("公平竞争审查结论", c.Competition)
    competition_by = chosen("公平竞争审查方式", c.CompetitionBy)
    special_reviews = text("其他专项审查（宏观政策取向一致性、社会稳定风险等）", 299)
    special_on = day("专项审查完成日期")
    checked_on = day("内部法核日期")
    review_sent_on = day("送合法性审核日期")
    reviewed_on = day("合法性审核日期")
    review_way = chosen("审核意见出处", c.ReviewWay)
    review_body = text("审核机构")
    review_number = text("审核意见文号", 80)
    review_result = chosen("合法性审核结论", c.Opinion)
    points = models.PositiveIntegerField("提出审核意见条数", null=True, blank=True)
    adjusted_on = day("根据审核意见修改日期")
    points_adopted = models.PositiveIntegerField("采纳审核意见条数", null=True, blank=True)
    points_rejected_why = text("未采纳审核意见的理由", 500)
    returned_on = day("退回修改日期")
    decided_on = day("集体审议日期")
    meeting = text("审议会议")
    passed = chosen("审议结果", c.Passed)
    signed_on = day("签署日期")
    signer = text("签署人", 60)
    numbered_on = day("统一登记编号日期")
    issued_on = day("印发日期")
    published_on = day("公布日期")
    url = text("公布网址")
    gazette = text("政府公报期号", 80)
    interpreted_on = day("解读日期")
    interpretation_url = text("解读网址")
    effective_on = day("施行日期")
    validity = chosen("有效期类别", c.Validity)
    expires_on = day("文件载明的失效日期")
    validity_ends_on = day("有效期届满日期")
    filing_due_on = day("报备届满日期")
    filed_on = day("向上级备案日期")
    filed_to = text("备案机关")
    filing_complete = answer("备案材料齐全")
    filing_result_on = day("备案结果日期")
    filing_result = chosen("备案结果", c.FilingResult)
    filing_number = text("备案号", 80)
    congress_filed_on = day("向人大常委会备案日期")
    congress_result_on = day("人大常委会备案审查结果日期")
    congress_result = chosen("人大常委会备案审查结果", c.FilingResult)
    congress_number = text("人大常委会备案登记号", 80)
    evaluated_on = day("后评估日期")
    evaluation_method = text("后评估方式")
    evaluation = chosen("后评估结论", c.Conclusion)
    renewed_on = day("延续有效期日期")
    ended_on = day("失去效力日期")
    ending = chosen("失去效力方式", c.Ending)
    ending_ground = chosen("失去效力原因", c.EndingGround)
    successor = text("替代文件")
    dropped_on = day("终止制定日期")
    dropped_why = text("终止制定理由", 300)
    archived_on = day("归档日期")

    class Meta:
        verbose_name = "行政规范性文件"
        indexes = [
            models.Index(name="document_issued", fields=["organ", "issued_on"]),
            models.Index(name="document_effective", fields=["organ", "effective_on"]),
        ]
