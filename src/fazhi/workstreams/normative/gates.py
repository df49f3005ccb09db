"""行政规范性文件: what the law demands before a move. Unknown is closed."""

from django.db.models import F, Q

from fazhi.engine.condition import filled, linked, same
from fazhi.engine.procedure import Gate
from fazhi.law.editions import BUSINESS_ENVIRONMENT_2019 as OPERATORS
from fazhi.law.editions import COMPETITION_2024 as COMPETITION
from fazhi.law.editions import DOCUMENTS_2018 as DOC37
from fazhi.law.editions import LEGALITY_REVIEW_2018 as DOC115
from fazhi.law.editions import LOCAL
from fazhi.workstreams.normative import conditions as c

# fmt: off

# 制定
MAKER = Gate("maker", "部门内设机构、临时性机构和议事协调机构不得以自己名义制发规范性文件",
    c.LAWFUL_MAKER, DOC37.whole(), remedy="请核对“制定主体”，由所属行政机关制发")
ASSESSMENT = Gate("assessment", "起草前应当评估论证必要性、可行性和合理性",
    filled("assessed_on") & Q(necessary=c.YES), DOC37.whole(),
    remedy="请先办理“评估论证”并登记结论；没有必要的，请终止制定")
CLASSIFICATION = Gate("classification", "应当先认定属于行政规范性文件",
    c.NORMATIVE, LOCAL.whole(), remedy="请登记“文件性质”；难以确定的，请司法行政部门认定")
RESPONSIBILITY = Gate("responsibility", "起草单位应当对文件的合法性负责",
    Q(responsible=c.YES), LOCAL.whole(), remedy="请登记“起草单位对合法性负责”")
COMMENT = Gate("comment", "应当公开征求意见至规定的期限；保密、紧急或者缩短的，应当说明理由",
    c.FOR_OPERATORS | c.LONG_ENOUGH | c.SHORTENED | c.EXEMPT, DOC37.whole(),
    remedy="请登记公开征求意见的起止日期，或者不公开征求、缩短的理由")
COMMENT_OPERATORS = Gate("comment_operators", "与市场主体密切相关的，应当公开征求意见不少于30日",
    c.NOT_FOR_OPERATORS | c.LONG_ENOUGH | (c.SECRET & c.stated("consultation_why")), OPERATORS.art(62, 2),
    remedy="请登记“与市场主体密切相关”和征求意见的起止日期；依法需要保密的，请说明")
OPERATORS_HEARD = Gate("operators_heard", "与市场主体密切相关的，应当听取市场主体、行业协会商会的意见",
    c.NOT_FOR_OPERATORS | filled("operators_heard_on"), OPERATORS.art(62, 1),
    remedy="请登记“听取市场主体、行业协会商会意见日期”")
FEEDBACK = Gate("feedback", "应当反馈意见采纳情况",
    c.FEEDBACK_GIVEN, DOC37.whole(), remedy="请登记“反馈采纳情况日期”")
REJECTION = Gate("rejection", "采纳的意见不能多于收到的意见；没有采纳的，应当说明理由",
    c.COMMENTS_ADD_UP & c.REJECTION_TOLD, DOC37.whole(),
    remedy="请核对“收到意见条数”和“采纳意见条数”，填写“未采纳意见的理由”")
COMPETITION_JOINT = Gate("competition_joint",
    "政府出台的，由市场监管部门会同起草单位审查，起草单位不得自行作出结论",
    c.NOT_FOR_OPERATORS | c.NOT_OF_GOVERNMENT | c.REVIEWED_JOINTLY, COMPETITION.art(14),
    remedy="请关联市场监管部门会同审查的公平竞争审查，或者在“公平竞争审查方式”中登记会同审查")
COMPETITION_REVIEW = Gate("competition", "与市场主体密切相关的，应当经公平竞争审查，符合标准或者适用例外规定",
    c.NOT_FOR_OPERATORS | c.COMPETITION_PASSED, OPERATORS.art(63, 1), COMPETITION.art(18),
    remedy="请关联公平竞争审查记录，或者登记“公平竞争审查结论”")
LEGALITY = Gate("legality", "未经合法性审核或者经审核不合法的，不得提交集体审议；修改后合法的，应当先修改",
    c.READY, DOC37.whole(), DOC115.whole(),
    remedy="请先经审核机构审核，并按审核意见修改；不得以会签、会议讨论、征求意见代替")
POINTS = Gate("points", "应当根据审核意见修改，没有采纳的说明理由",
    c.POINTS_ANSWERED, DOC37.whole(), DOC115.whole(),
    remedy="请核对采纳条数，填写“未采纳审核意见的理由”")
OPINION = Gate("opinion", "登记的结论应当与已经出具的合法性审查意见一致",
    c.OPINION_TAKEN, DOC37.whole(), DOC115.whole(),
    remedy="请先关联已经出具的审查意见，并按其结论登记")
AGENDA = Gate("agenda", "集体审议应当是会议在该日审议的议题",
    c.ON_AGENDA, DOC37.whole(), DOC115.whole(),
    remedy="请关联会议已经审议的议题（议题关联当日召开的会议），按审议日期办理；"
    "过去没有登记议题的，在“更正”中补记会议")
DISCUSSION = Gate("discussion", "应当经集体审议通过",
    c.PASSED, DOC37.whole(), remedy="请先办理“集体审议”；议题的审议结果应当是通过")
NUMBERED = Gate("numbered", "应当统一登记、统一编号后印发",
    c.stated("number"), DOC37.whole(), remedy="请先办理“统一登记编号”")
PUBLICATION = Gate("publication", "应当向社会公布，写明公布网址；未经公布的不得作为行政管理依据",
    c.stated("url"), DOC37.whole(), remedy="请填写“公布网址”")
PACKAGE = Gate("package", "报送备案应当材料齐全",
    Q(filing_complete=c.YES), LOCAL.whole(), remedy="请备齐备案报告、文本、说明、依据和审核意见并登记")
FILED_FIRST = Gate("filed_first", "报送备案的，才登记备案结果",
    filled("filed_on"), LOCAL.whole(), remedy="请先办理“向上级备案”")
CONGRESS_FILED_FIRST = Gate("congress_filed_first", "报送人大常委会备案的，才登记其备案审查结果",
    filled("congress_filed_on"), LOCAL.whole(), remedy="请先办理“向人大常委会备案”")

EFFECT = Gate("effect", "文件公布以后才施行",
    same("effective_on", "published_on", "gte"), DOC37.whole(),
    remedy="请核对“施行日期”；未经公布的，不得作为行政管理依据")

# 施行以后
EXPIRY = Gate("expiry", "有效期届满的，文件才自行失去效力",
    same("validity_ends_on", "ended_on", "lte"), LOCAL.whole(),
    remedy="请核对“有效期届满日期”；届满以前不再施行的，办理废止或者宣布失效")
RENEWAL = Gate("renewal", "延续有效期应当先经评估，结论为继续施行，并载明新的失效日期",
    c.TO_KEEP & c.PROLONGED, LOCAL.whole(), remedy="请先登记后评估结论，并填写延续后的失效日期")
ENDING = Gate("ending", "废止、宣布失效、修改应当写明原因",
    c.GROUND_STATED, LOCAL.whole(), remedy="请选择“失去效力原因”")

# 审查
PROHIBITIONS = Gate("prohibitions", "审核合法的，应当逐项核对八个禁止",
    c.OTHER_THAN_DRAFT | c.NOT_LAWFUL | c.EIGHT_KEPT, DOC37.whole(),
    remedy="请逐项登记；违反的，结论不能是合法")
CONCLUSION = Gate("conclusion", "应当提出明确的审查结论",
    c.CONCLUDED, LOCAL.whole(), remedy="请选择“审查结论”")
REVIEW_LENGTH = Gate("review_length", "合法性审核一般不少于五个工作日，紧急的除外",
    c.OTHER_THAN_DRAFT | c.URGENT | Q(concluded_on__gte=F("review_least_on")), DOC115.whole(),
    remedy="请核对“收到日期”；属于紧急情况的，请登记")
CORRECTABLE = Gate("correctable", "备案文件经审查不合法的，才要求制定机关纠正",
    c.OF_FILING & c.NOT_LAWFUL, LOCAL.whole(), remedy="请核对“类别”和“审查结论”")

# 清理与审查建议
ALL_JUDGED = Gate("all_judged", "列入清理的每一件文件都应当作出结论",
    c.ALL_JUDGED, DOC37.whole(), LOCAL.whole(), remedy="请先对尚未作出结论的文件登记清理结论")
ROUND_AGENDA = Gate("round_agenda", "清理结果应当经会议在该日审议通过",
    c.ROUND_PASSED, LOCAL.whole(),
    remedy="请关联会议已经审议通过的议题（议题关联当日召开的会议），按审议日期办理；"
    "过去没有登记议题的，在“更正”中补记会议")
LIST_PUBLISHED = Gate("list_published", "清理结果应当向社会公布，写明公布网址",
    c.stated("url"), DOC37.whole(), LOCAL.whole(), remedy="请填写“公布网址”")
VERDICT = Gate("verdict", "清理结论应当是继续有效、修改、废止、宣布失效之一",
    c.JUDGED, DOC37.whole(), LOCAL.whole(), remedy="请选择“清理结论”")
FINDING = Gate("finding", "应当研究文件是否合法，书面答复",
    c.FINDING_STATED, LOCAL.whole(), remedy="请登记“研究意见”和“答复内容”")
CORRECTION = Gate("correction", "文件不合法的，应当纠正后办结",
    c.FOUND_GOOD | filled("corrected_on"), LOCAL.whole(), remedy="请先登记“纠正日期”")
PLAN_FINISHED = Gate("plan_finished", "列入计划的文件公布了，才登记完成",
    linked("normative.document", filled("published_on")) | c.stated("result"), LOCAL.whole(),
    remedy="请关联已经公布的规范性文件，或者填写“完成情况”")
LIST_YEAR = Gate("list_year", "文件目录应当是一个年度的",
    Q(year_end_on__month=12, year_end_on__day=31), LOCAL.whole(), remedy="请登记“目录年度末日”（12月31日）")
LIST_SENT = Gate("list_sent", "报送文件目录应当写明件数和报送对象",
    filled("papers") & c.stated("sent_to"), LOCAL.whole(),
    remedy="请填写“目录件数”（没有文件的填0）和“报送对象”")
ALL_FILED = Gate("all_filed", "目录中的文件应当都已备案，没有备案的应当说明",
    c.ALL_FILED | c.stated("unfiled"), LOCAL.whole(),
    remedy="请先对当年公布而未备案的文件办理“报送备案”，或者填写“未备案的说明”")
# fmt: on
