"""重大行政决策: what the law demands before a move. Every gate is phrased positively; unknown is closed."""

from django.db.models import Q

from fazhi.engine.condition import filled
from fazhi.engine.procedure import Gate
from fazhi.law.editions import COMPETITION_2024, LOCAL
from fazhi.law.editions import DECISION_2019 as LAW
from fazhi.law.editions import RULE_OF_LAW_OPINION_2010 as OLD
from fazhi.workstreams.decisions import conditions as c
from fazhi.workstreams.decisions.models.choices import EvaluationGround

BEFORE = OLD.whole()
"""Before the regulation the opinion of 2010 made the five procedures obligatory; its text has no articles."""

# A gate reads as a sentence of law: what, when it is met, by which article, what to do.
# fmt: off

# 启动与起草
COVERED = Gate("covered", "属于条例所列事项、程序没有另外规定的，才按本程序启动",
    c.COVERED, LAW.art(3, 1), LAW.art(3, 2), remedy="请登记“事项类型”和“条例适用”")
STUDIED = Gate("studied", "决策事项建议应当研究论证后报请决定是否启动",
    c.STUDIED, LAW.art(10), remedy="请先办理“研究论证”")
CONSULTED = Gate("consulted", "涉及其他单位职责或者关系紧密的，应当充分协商",
    c.CONSULTED, LAW.art(13), remedy="请先办理“征求有关单位意见”")
DISAGREEMENT = Gate("disagreement", "不能取得一致意见的，应当说明争议问题、各方意见、理由和依据",
    c.DISAGREEMENT_TOLD, LAW.art(13), remedy="请填写“争议问题、各方意见和理由依据”")
PROCEDURES = Gate("procedures", "每一项程序都应当确定是否履行，不适用的写明理由",
    c.ALL_WEIGHED, LAW.art(14, 1), LAW.art(16, 1), LAW.art(19, 1), LAW.art(22, 1), LAW.art(29),
    remedy="请逐项选择“应当履行”或者“不适用”，不适用的填写理由")

# 公众参与
SHOWN = Gate("shown", "公开征求意见应当公布决策草案及其说明",
    c.DRAFTED, LAW.art(15, 1), remedy="请先办理“拟订草案”")
SHORTENED = Gate("shortened", "缩短征求意见期限的，应当在公开征求意见时说明",
    c.NOT_URGENT | c.SHORTENING_TOLD, LAW.art(15, 1), remedy="请填写“缩短期限的说明”")
COMMENT_PERIOD = Gate("comment_period", "公开征求意见的期限一般不少于三十日",
    c.URGENT | c.COMMENT_LONG_ENOUGH, LAW.art(15, 1), remedy="请在期限届满以后截止")
COMMENT_URGENT = Gate("comment_urgent", "缩短的征求意见期限不少于地方规定的日数",
    c.NOT_URGENT | c.SHORTENED_ENOUGH, LOCAL.whole(), remedy="请在地方规定的期限届满以后截止")
ADOPTION = Gate("adoption", "应当研究采纳公众意见，未采纳的说明理由",
    c.COMMENTS_ADD_UP & c.REJECTION_TOLD, BEFORE, LAW.art(18),
    remedy="请核对采纳意见数，并填写“未采纳意见的理由”")
HEARING_LIST = Gate("hearing_list", "听证参加人名单应当提前向社会公布",
    c.HEARING_LISTED, LAW.art(16, 3), remedy="请登记“参加人名单公布日期”")
HEARING_PAPERS = Gate("hearing_papers", "听证会材料应当于召开听证会七日前送达参加人，并在通知的日期举行",
    c.HEARING_SENT, LAW.art(16, 3), remedy="请登记“听证材料送达日期”；不足七日的，请改期举行")
HEARING_SIGNED = Gate("hearing_signed", "听证会应当公开举行，参加人确认记录并签字",
    Q(hearing_open=c.YES, hearing_signed=c.YES), LAW.art(17), remedy="请登记“听证公开举行”和“笔录经签字”")

# 专家论证、风险评估、公平竞争审查
EXPERT_FREE = Gate("expert_free", "不得选择与决策事项有直接利害关系的专家、专业机构",
    Q(expert_free=c.YES) & c.FREE_EXPERTS, LAW.art(20),
    remedy="请核查并登记每名专家有无直接利害关系；有的，另行选择")
EXPERT_SIGNED = Gate("expert_signed", "书面论证意见应当署名、盖章",
    c.SIGNED_EXPERTS, LAW.art(19, 2), remedy="请在“论证专家”中逐名登记署名、盖章")
RISK_REPORT = Gate("risk_report", "风险评估报告应当明确风险点，提出防范措施和处置预案",
    c.RISK_DESCRIBED & c.RISK_FOUND, LAW.art(23, 2), remedy="请填写风险点、防范措施和评估结论")

# 合法性审查
REVIEW_PAPERS = Gate("review_papers", "送请审查应当提供决策草案、依据和履行法定程序的说明",
    c.DRAFTED & Q(procedures_told=c.YES), LAW.art(26, 1), remedy="请备齐草案、依据和程序说明后登记")
REPEATS_FIXED = Gate("repeats_fixed", "实质性修改的，应当逐项确定哪些程序受影响、需要重新履行",
    c.REPEATS_FIXED, LAW.art(28),
    remedy="请对公开征求意见、专家论证、风险评估和公平竞争审查逐项选择是否重新履行")
REPEATED = Gate("repeated", "实质性修改的，应当重新拟订草案，并重新履行受影响的程序",
    c.NOT_REDRAFTED | c.REPEATED, LAW.art(28),
    remedy="请在实质性修改之后重新办理“拟订草案”和确定重新履行的程序")
ADVISERS = Gate("advisers", "审查中应当组织法律顾问、公职律师提出法律意见",
    c.ADVISED, LAW.art(28), remedy="请登记“法律顾问、公职律师提出意见”")
VERDICT = Gate("verdict", "审查意见应当有明确的结论",
    c.CONCLUDED, BEFORE, LAW.art(28), remedy="请选择“合法性审查结论”")
OPINION = Gate("opinion", "登记的结论应当与已经出具的合法性审查意见一致",
    c.OPINION_TAKEN, BEFORE, LAW.art(28), remedy="请先关联已经出具的审查意见，并按其结论登记")
POINTS = Gate("points", "应当根据审查意见调整或者补充草案，未采纳的说明理由",
    c.POINTS_ADD_UP & c.POINTS_ANSWERED, LAW.art(28), remedy="请核对采纳数，并填写“未采纳审查意见的理由”")

# 提交讨论
PUBLIC = Gate("public", "应当充分听取公众意见，依法不予公开的除外",
    c.PUBLIC_HEARD | c.spared("public"), BEFORE, LAW.art(14, 1),
    remedy="请先听取公众意见，或者写明依法不予公开的依据")
COMMENT = Gate("comment", "公开征求意见的，应当报送意见的研究采纳情况",
    c.COMMENTED | c.spared("comment"), LAW.art(29, 1, 2), remedy="请先办理“截止征求意见”和“反馈意见”")
HEARING = Gate("hearing", "确定听证的，应当举行听证会并处理听证意见",
    c.HEARD | c.spared("hearing"), LAW.art(16, 1), LAW.art(18), remedy="请先举行听证会，登记意见采纳情况")
EXPERT = Gate("expert", "专业性、技术性较强的，应当组织专家论证并报送意见采纳情况",
    c.ARGUED | c.spared("expert"), BEFORE, LAW.art(19, 1), LAW.art(29, 1, 3), remedy="请先办理“专家论证”")
RISK = Gate("risk", "可能造成不利影响的，应当评估风险；风险不可控的，应当先调整草案",
    (filled("assessed_on") & c.RISK_CONTROLLED) | c.spared("risk"), BEFORE, LAW.art(22, 1), LAW.art(24),
    remedy="请先办理“风险评估”；不可控的，调整草案后重新评估")
COMPETITION = Gate("competition", "涉及市场主体经济活动的，应当有公平竞争审查结论",
    c.COMPETITION_PASSED | c.spared("competition"), LAW.art(29, 1, 1),
    remedy="请先办理“公平竞争审查”，或者关联已有结论的公平竞争审查")
COMPETITION_JOINT = Gate("competition_joint",
    "政府出台的，由市场监管部门会同起草单位审查，起草单位不得自行作出结论",
    c.spared("competition") | c.OF_DEPARTMENT | c.REVIEWED_JOINTLY, COMPETITION_2024.art(14),
    remedy="请关联市场监管部门会同审查的公平竞争审查，或者在“公平竞争审查方式”中登记会同审查")
LEGALITY = Gate("legality", "未经合法性审查或者经审查不合法的，不得提交讨论",
    c.REVIEWED | c.EXCEPTED, BEFORE, LAW.art(25, 1),
    remedy="请先取得合法的审查意见并按意见调整；探索性改革须写明法律风险、理由和批准人")
REVIEW_TIME = Gate("review_time", "应当保证必要的审查时间，一般不少于七个工作日",
    c.ENOUGH_TIME, LAW.art(26, 2), remedy="请核对“要求反馈日期”，或者填写“审查时间不足的理由”")

# 讨论与决定
AGENDA = Gate("agenda", "集体讨论应当是会议在该日审议的议题",
    c.ON_AGENDA, BEFORE, LAW.art(30, 1),
    remedy="请关联会议已经审议的议题（议题关联当日召开的会议），按审议日期办理；"
    "过去没有登记议题的，在“更正”中补记会议")
MEETING = Gate("meeting", "决策草案应当经常务会议或者全体会议讨论",
    c.BY_MEETING, BEFORE, LAW.art(30, 1), remedy="请在“会议类型”中选择常务会议或者全体会议")
PRESENCE = Gate("presence", "会议组成人员应当充分发表意见，出席情况应当登记",
    c.MOST_PRESENT, LAW.art(30, 2), remedy="请填写应到和实到组成人员")
HEAD_LAST = Gate("head_last", "行政首长最后发表意见",
    c.HEAD_LAST, LAW.art(30, 2), remedy="请登记“行政首长最后发表意见”")
MINUTES = Gate("minutes", "集体讨论情况应当如实记录，不同意见应当载明",
    c.RECORDED, LAW.art(30, 3), remedy="请登记“如实记录并载明不同意见”")
AGREED = Gate("agreed", "行政首长在集体讨论的基础上作出决定",
    c.AGREED, BEFORE, LAW.art(30, 1), remedy="请先办理“集体讨论”；议题的审议结果应当是通过")
MAJORITY = Gate("majority", "拟作决定与多数人意见不一致的，应当说明理由",
    c.HEAD_EXPLAINED, LAW.art(30, 2),
    remedy="请在议题中登记与多数意见是否一致，不一致的写明在会上说明的理由；本件自记会议的，在“更正”中登记")
PARTY = Gate("party", "决策出台前应当按照规定向同级党委请示报告",
    c.PARTY_ASKED | c.spared("party"), LAW.art(31), remedy="请先办理“向党委请示报告”，或者写明不适用的理由")
CONGRESS = Gate("congress", "属于人大讨论决定或者应当报告事项的，按照规定报告",
    c.CONGRESS_TOLD | c.spared("congress"), LAW.art(8, 1),
    remedy="请先办理“向人大报告”，或者写明不适用的理由")

# 公布、归档、执行
ADOPTION_TOLD = Gate("adoption_told", "公众普遍关心或者专业性较强的，应当说明意见采纳情况",
    c.OF_NO_CONCERN | Q(adoption_told=c.YES), LAW.art(32), remedy="请登记“已说明意见采纳情况”")
RECORD = Gate("record", "履行程序形成的记录、材料应当完整归档",
    Q(file_complete=c.YES), LAW.art(33), remedy="请补齐材料后登记“过程记录完整”")
PUBLISHED = Gate("published", "决策应当及时公布，依法不予公开的除外",
    c.PUBLISHED, LAW.art(32), remedy="请先办理“公布”，或者填写“不予公布的依据”")
FILED = Gate("filed", "办结以前过程材料应当归档",
    filled("filed_on"), LAW.art(33), remedy="请先办理“过程材料归档”")
URGENT = Gate("urgent", "执行中出现问题、情况紧急的，行政首长才可以先决定中止执行",
    c.PROBLEM_REPORTED & Q(urgent=c.YES), LAW.art(37), remedy="请先登记执行问题的报告和情况紧急")
CHANGE = Gate("change", "需要重大调整的，应当履行相关法定程序",
    c.MINOR | (c.MAJOR & c.stated("change_by")), LAW.art(37), remedy="请另立决策事项履行程序，填写其文号")
STOP = Gate("stop", "未经法定程序不得停止执行",
    Q(stop_discussed=c.YES) & c.stated("change_why"), LAW.art(37), remedy="请先提请集体讨论，并填写理由")
EVALUATION_GROUND = Gate("evaluation_ground", "有法定情形的，可以组织决策后评估",
    Q(evaluation_ground__in=sorted(set(EvaluationGround) - {EvaluationGround.UNDECIDED})), LAW.art(36, 1),
    remedy="请选择“评估情形”")
EVALUATOR = Gate("evaluator", "决策前承担主要论证评估工作的单位不得承担决策后评估",
    Q(evaluator_free=c.YES) & c.ASSESSED_BY_OTHERS, LAW.art(36, 2),
    remedy="请另行确定评估单位；不能是决策前的风险评估单位或者论证专家、专业机构")
# fmt: on

SUBMISSION = (PUBLIC, COMMENT, HEARING, EXPERT, RISK, COMPETITION, COMPETITION_JOINT, LEGALITY, REVIEW_TIME)
"""What the package put to the meeting holds (条例第二十九条)."""
