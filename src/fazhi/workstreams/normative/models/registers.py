"""Beside the document: clean-up rounds with a verdict a document, objections, the yearly plan."""

from django.db import models

from fazhi.engine.models import RecordModel
from fazhi.organs.models import Organ
from fazhi.workstreams.normative.models import choices as c
from fazhi.workstreams.normative.models.document import chosen, day, text


class Round(RecordModel):
    """A clean-up of documents (清理), periodic or ordered for one purpose."""

    name = text("清理名称")
    begun_on = day("启动日期")
    scope = text("清理范围", 300)
    papers = models.PositiveIntegerField("清理各类文件总数", null=True, blank=True)
    approved_on = day("审议通过日期")
    meeting = text("审议会议")
    published_on = day("结果公布日期")
    url = text("公布网址")
    next_due_on = day("下一轮清理届满日期")
    next_on = day("下一轮启动日期")

    class Meta:
        verbose_name = "文件清理"


class CleanUp(RecordModel):
    """What one clean-up says of one document; a register of its own, so that each is counted once."""

    round_name = text("清理名称")
    subject = text("文件名称")
    document_number = text("发文字号", 80)
    listed_on = day("列入清理日期")
    judged_on = day("作出结论日期")
    verdict = chosen("清理结论", c.Verdict)
    reason = text("理由", 300)

    class Meta:
        verbose_name = "清理结论"


class Objection(RecordModel):
    """A document questioned by citizens, a court or a reconsideration organ; the maker answers."""

    kind = chosen("来源", c.ObjectionKind)
    subject = text("文件名称")
    clause = text("条款", 120)
    proposer = text("提出人", 120)
    letter_number = text("来文文号", 80)
    asked_by = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="来文机关"
    )
    received_on = day("收到日期")
    answered_on = day("答复日期")
    finding = chosen("研究意见", c.Opinion)
    answer = text("答复内容", 500)
    corrected_on = day("纠正日期")
    closed_on = day("办结日期")

    class Meta:
        verbose_name = "对文件的审查建议"


class YearlyList(RecordModel):
    """The list of the documents made in a year, sent to the body that reviews filings (上年度文件目录)."""

    name = text("目录名称")
    year_end_on = day("目录年度末日")
    compiled_on = day("编制日期")
    papers = models.PositiveIntegerField("目录件数", null=True, blank=True)
    unfiled = text("未备案的说明", 300)
    sent_on = day("报送日期")
    sent_to = text("报送对象", 120)

    class Meta:
        verbose_name = "年度文件目录"


class PlanItem(RecordModel):
    """One document in the yearly plan (制定计划)."""

    subject = text("拟制定文件")
    year = models.PositiveSmallIntegerField("计划年度", null=True, blank=True)
    drafter = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="起草单位"
    )
    proposed_on = day("申报日期")
    planned_on = day("列入计划日期")
    due_on = day("计划完成日期")
    done_on = day("完成日期")
    result = text("完成情况")
    dropped_on = day("调出计划日期")
    dropped_why = text("调出理由", 300)

    class Meta:
        verbose_name = "制定计划项目"
