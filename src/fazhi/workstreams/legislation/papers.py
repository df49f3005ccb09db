"""政府规章: the documents (文书) of a rule: notices to the public, the order, the report of filing."""

from django.db.models import Q

from fazhi.engine.paper import Line, Paper
from fazhi.law.editions import RULE_FILING_2001 as FILING01
from fazhi.law.editions import RULE_FILING_2024 as FILING24
from fazhi.law.editions import RULE_PROCEDURE_2001 as OLD
from fazhi.law.editions import RULE_PROCEDURE_2017 as NEW
from fazhi.workstreams.legislation import conditions as c

# fmt: off
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

RULE_PAPERS = (COMMENT_NOTICE, HEARING_NOTICE, ORDER, FILING_REPORT)
