"""政府规章: the documents (文书) of a rule: notices to the public, the order, the report of filing."""

from django.db.models import Q

from fazhi.engine.condition import filled
from fazhi.engine.paper import Line, Listing, Paper
from fazhi.law.editions import RULE_FILING_2001 as FILING01
from fazhi.law.editions import RULE_FILING_2024 as FILING24
from fazhi.law.editions import RULE_PROCEDURE_2001 as OLD
from fazhi.law.editions import RULE_PROCEDURE_2017 as NEW
from fazhi.workstreams.legislation import conditions as c

# fmt: off

# 年度计划应当明确规章的名称、起草单位、完成时间：列出当年列入计划、没有调出的项目
PROJECTS = Listing("legislation.project", ("name", "kind", "drafter", "due_on"), empty="没有列入计划的项目。",
    where=filled("planned_on") & Q(dropped_on__isnull=True), order=("kind", "due_on"), named=("year", "year"))
PLAN_NOTICE = Paper("plan_notice", "印发立法计划通知", OLD.art(11), NEW.art(12, 2), since="approved_on",
    remedy="请先办理“批准计划”", title="关于印发{name}的通知", to="各有关单位：", text=(
        "根据{articles}，{name}已于{approved_on}批准，现予印发。",
        Line("列入计划的项目：", lists=PROJECTS),
        Line("根据{articles}，承担起草工作的单位应当抓紧工作，按照要求上报决定。",
             cites=(OLD.art(12), NEW.art(13, 1)))))
COMMENT_NOTICE = Paper("comment_notice", "征求意见公告", NEW.art(15, 2), since="comment_from_on",
    remedy="请先办理“公布草案征求意见”", text=(
        "《{subject}（草案）》及其说明，依照{articles}的规定，自{comment_from_on}起向社会公布，征求意见。",
        Line("意见请于{comment_to_on}前提出。", loose=True),
        "草案及其说明见：{comment_url}",
        "提出意见的方式：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿"))
HEARING_NOTICE = Paper("hearing_notice", "立法听证会公告", OLD.art(15), NEW.art(16, 2, 1),
    since="hearing_announced_on", remedy="请先办理“公布听证会的时间、地点和内容”", text=(
        "《{subject}（草案）》，依照{articles}的规定，定于{hearing_set_on}公开举行听证会。",
        "地点：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿",
        "内容：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿"))
ORDER = Paper("order", "公布规章的命令", OLD.art(30), NEW.art(30, 1), since="signed_on",
    remedy="请先办理“签署命令”", text=(
        "{order_number}",
        Line("《{subject}》已经{discussed_on}{meeting_name}通过，现予公布，自{effective_on}起施行。",
             when=c.stated("meeting_name")),
        Line("《{subject}》已经{discussed_on}政府会议通过，现予公布，自{effective_on}起施行。",
             when=Q(meeting_name="")),
        "签署人：{signer}",
        "公布日期：＿＿＿＿＿＿＿＿＿"))
FILING_REPORT = Paper("filing_report", "规章备案报告", FILING01.art(3), FILING24.art(8, 3),
    since="published_on", remedy="请先办理“公布”", to="备案机关：", text=(
        "《{subject}》（{order_number}）已经{discussed_on}审议通过，{published_on}公布，自{effective_on}起施行。",
        "依照{articles}的规定，现报请备案。",
        "附件：备案报告、规章文本和说明一式三份，电子文本一份。"))
# fmt: on

PLAN_PAPERS = (PLAN_NOTICE,)
RULE_PAPERS = (COMMENT_NOTICE, HEARING_NOTICE, ORDER, FILING_REPORT)
