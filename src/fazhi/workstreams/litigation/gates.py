"""行政应诉: what the law demands of the organ sued. Every gate is phrased positively; unknown is closed."""

from django.db.models import Q

from fazhi.engine.condition import filled, same
from fazhi.engine.procedure import Gate
from fazhi.law.editions import HEAD_IN_COURT_2020 as HEADS
from fazhi.law.editions import LITIGATION_2014 as LAW
from fazhi.law.editions import LITIGATION_INTERPRETATION_2018 as INTERPRETATION
from fazhi.law.editions import LITIGATION_RESPONSE_2016 as RESPONSE
from fazhi.law.editions import LOCAL
from fazhi.workstreams.litigation import conditions as c
from fazhi.workstreams.litigation.models.choices import Collected, Outcome

# A gate reads as a sentence of law: what, when it is met, by which article, what to do.
# fmt: off

# 交办
ROLE = Gate("role", "应当查明本机关的诉讼地位：单独被告、共同被告或者第三人",
    c.ROLE_KNOWN, LAW.art(26, 1), LAW.art(26, 2), LAW.art(29, 1), remedy="请登记“诉讼地位”")
JOINT = Gate("joint", "复议维持的，原行为机关和复议机关是共同被告；复议改变的，复议机关是被告",
    c.ROLE_FITS, LAW.art(26, 2), LAW.art(26, 3), LAW.art(26, 4), remedy="请核对“诉讼地位”和“复议情况”")
HANDLING = Gate("handling", "谁主管谁应诉：应当确定承办单位",
    filled("handling"), RESPONSE.whole(), remedy="请登记“承办单位”")
UNFILED = Gate("unfiled", "尚未立案的，才登记诉前化解",
    c.NOT_YET_FILED, LOCAL.whole(), remedy="已经立案的，请待法院裁判后登记结果")

# 答辩与举证
EVIDENCE_IN_TIME = Gate("evidence_in_time",
    "应当在收到起诉状副本之日起十五日内提供证据和依据，无正当理由逾期的，视为没有相应证据",
    c.NO_ANSWER_DUE | c.ANSWERED_IN_TIME | c.NO_EVIDENCE, LAW.art(34, 2), LAW.art(67, 1),
    remedy="逾期的，请改为办理“逾期提交答辩状”；有正当事由的，请申请延期提供证据")
EVIDENCE_OWN = Gate("evidence_own", "诉讼过程中，被告及其代理人不得自行向原告、第三人和证人收集证据",
    c.NO_EVIDENCE | Q(collected__in=(Collected.BEFORE, Collected.SUPPLEMENTED)), LAW.art(35),
    remedy="请核对“证据收集”，退回诉讼中自行收集的证据")
LATE_REASON = Gate("late_reason",
    "作出行政行为时已经收集、因不可抗力等正当事由不能提供的证据，才可以申请延期提供",
    c.HINDERED & c.stated("late_reason") & Q(collected=Collected.BEFORE), LAW.art(36, 1),
    remedy="请登记“事由”“事由说明”和“证据收集”")
LATE_ASKED = Gate("late_asked", "延期提供证据应当在收到起诉状副本之日起十五日内书面申请",
    same("late_asked_on", "answer_due_on", "lte"), INTERPRETATION.art(34),
    remedy="请核对“书面申请延期日期”")
LEAVE = Gate("leave", "延期提供或者补充证据应当经人民法院准许",
    c.LEAVE_GIVEN, LAW.art(36, 1), LAW.art(36, 2), remedy="请先登记事由和“法院准许日期”")
LATE_IN_TIME = Gate("late_in_time", "准予延期的，应当在正当事由消除后十五日内提供证据",
    c.LATE_IN_TIME, INTERPRETATION.art(34), remedy="请核对“正当事由消除日期”；逾期的视为没有相应证据")

# 出庭
HEAD_RANK = Gate("head_rank", "负责人包括正职、副职负责人以及其他参与分管的负责人",
    c.HEAD_NAMED, INTERPRETATION.art(128, 1), HEADS.art(2), remedy="请登记出庭负责人的姓名、职务和职级")
HEAD_OWN = Gate("head_own", "受委托的组织或者下级行政机关的负责人，不能作为被诉行政机关负责人出庭",
    Q(head_own=c.YES), HEADS.art(2), remedy="请改派本机关负责人")
STAFF = Gate("staff", "负责人不能出庭的，应当委托相应的工作人员出庭，不得仅委托律师",
    c.STAFF_ENTRUSTED, LAW.art(3, 3), RESPONSE.whole(), INTERPRETATION.art(128, 2),
    remedy="请登记受委托的工作人员")
STAFF_AUTHORISED = Gate("staff_authorised",
    "授权委托书应当加盖行政机关印章，并载明工作人员的姓名、职务和代理权限",
    c.STAFF_AUTHORISED, INTERPRETATION.art(131, 2), remedy="请登记工作人员的职务、代理权限和授权委托书盖章")
ABSENCE = Gate("absence",
    "法院通知出庭而负责人不能出庭的，应当有正当理由，情况说明加盖印章或者由主要负责人签字认可",
    c.HEAD_NOT_CALLED | c.ABSENCE_JUSTIFIED, INTERPRETATION.art(129, 3), HEADS.art(8), HEADS.art(9),
    remedy="请登记理由、“提交情况说明日期”和盖章或者签字；没有正当理由的，负责人应当出庭")
CALL_GROUND = Gate("call_ground",
    "法院通知（建议）负责人出庭，应当属于重大公共利益、社会高度关注、可能引发群体性事件等情形",
    c.session("heard_on", c.CALL_GROUNDED), INTERPRETATION.art(129, 1), HEADS.art(4),
    remedy="请在当日开庭中登记“法院通知负责人出庭”和“通知出庭的情形”")
# 无论法院是否通知，负责人都应当出庭，不能出庭的委托工作人员（第三条第三款）。
ATTENDED = Gate("attended", "负责人应当出庭；不能出庭的，应当委托相应的工作人员，不得仅委托律师",
    c.session("heard_on", c.NOT_LAWYER_ALONE), LAW.art(3, 3), RESPONSE.whole(), INTERPRETATION.art(128, 2),
    remedy="请登记当日开庭的出庭人员")
ATTENDED_AGAIN = Gate("attended_again", "再次开庭，仍应当由负责人或者相应的工作人员出庭",
    c.session("heard_again_on", c.NOT_LAWYER_ALONE), LAW.art(3, 3), RESPONSE.whole(),
    INTERPRETATION.art(128, 2), remedy="请登记当日开庭的出庭人员")
HEAD_DUTY = Gate("head_duty",
    "法院通知出庭的，负责人应当出庭；有正当理由不能出庭的，应当提交盖章或者签字的说明",
    c.session("heard_on", c.HEAD_DUTY_DONE), INTERPRETATION.art(129, 1), HEADS.art(4), HEADS.art(8),
    remedy="请登记当日出庭的负责人及职级，或者正当理由")
# 同一审级出庭一次一般即已履行义务，法院通知再次出庭的除外（法释〔2020〕3号第七条）。
HEAD_DUTY_AGAIN = Gate("head_duty_again", "法院通知再次出庭的，负责人应当再次出庭",
    c.session("heard_again_on", c.HEAD_DUTY_DONE), HEADS.art(7), HEADS.art(8),
    remedy="请登记当日出庭的负责人及职级，或者正当理由")
OPINION = Gate("opinion", "负责人出庭应诉的，应当就实质性解决行政争议发表意见",
    c.session("heard_on", c.OPINION_GIVEN), HEADS.art(11), remedy="请登记当日“就实质性解决争议发表意见”")

# 调解与裁判
MEDIATION_SCOPE = Gate("mediation_scope", "行政赔偿、补偿以及行使自由裁量权的案件才可以调解",
    c.outcome_other_than(Outcome.MEDIATED, Outcome.UNDECIDED) | c.MEDIABLE, LAW.art(60, 1),
    remedy="请核对“争议性质”")
MEDIATION_LAWFUL = Gate("mediation_lawful",
    "调解应当自愿、合法，不得损害国家利益、社会公共利益和他人合法权益",
    c.outcome_other_than(Outcome.MEDIATED, Outcome.UNDECIDED) | Q(agreement_lawful=c.YES), LAW.art(60, 2),
    remedy="请登记“协议自愿、合法”")
OUTCOME = Gate("outcome", "裁判结果应当是法定的种类，判决、裁定、调解书各有其结果",
    c.FORM_FITS, LAW.art(58), LAW.art(62), LAW.art(69), LAW.art(70), LAW.art(72), LAW.art(73), LAW.art(74),
    LAW.art(75), LAW.art(76), LAW.art(77), LAW.art(78), LAW.art(89), remedy="请核对“裁判形式”和“结果”")
APPEAL_RESULT = Gate("appeal_result", "二审、再审应当登记对原裁判的处理",
    c.RESULT_KNOWN, LAW.art(89, 1), remedy="请选择“上诉（再审）结果”；一审案件请登记“审级”")
WITHDRAWAL = Gate("withdrawal", "撤诉是否准许，由人民法院裁定",
    c.outcome_other_than(Outcome.WITHDRAWN) | Q(withdrawal_allowed=c.YES), LAW.art(62),
    remedy="请登记“法院准许撤诉”")

# 上诉与生效
APPEAL_FIRST = Gate("appeal_first", "两审终审：不服第一审判决或者可以上诉的裁定，才可以上诉",
    c.FIRST & c.APPEALABLE, LAW.art(7), LAW.art(85), remedy="请核对“审级”“裁判形式”和“结果”")
APPEAL_IN_TIME = Gate("appeal_in_time", "上诉应当在判决书送达之日起十五日、裁定书送达之日起十日内提起",
    c.BY_OPPONENT | c.APPEALED_IN_TIME, LAW.art(85),
    remedy="请核对“收到裁判文书日期”；逾期的，第一审裁判发生法律效力")
EFFECT = Gate("effect", "第一审判决、裁定逾期不上诉的发生法律效力",
    c.TAKES_EFFECT, LAW.art(85), remedy="请等待上诉期限届满；已经上诉的，请登记二审结果")

# 履行
MEASURE = Gate("measure", "拒绝履行的，第一审人民法院可以采取法定的执行措施",
    c.TO_PERFORM & c.MEASURE_KNOWN, LAW.art(96), remedy="请登记“本机关有履行义务”和“执行措施”")
FINE = Gate("fine", "对负责人的罚款为每日五十元至一百元",
    c.FINE_LAWFUL, LAW.art(96, 1, 2), remedy="请核对“负责人每日罚款”（以分计）")
PERFORMED = Gate("performed", "当事人必须履行发生法律效力的判决、裁定、调解书",
    c.NOT_EFFECTIVE | c.NOTHING_TO_PERFORM | c.PERFORMED, LAW.art(94),
    remedy="请先登记履行日期；没有履行内容的，请登记“否”")
RETRIAL_GROUND = Gate("retrial_ground", "对生效裁判的再审应当由当事人申请、法院依职权或者检察机关抗诉启动",
    c.RETRIAL_GROUNDED, LAW.art(90), LAW.art(92), LAW.art(93), remedy="请选择“再审启动”")

# 败诉分析（地方规定）
LOST = Gate("lost", "生效裁判败诉的，才作败诉分析",
    c.LOST & c.EFFECTIVE, LOCAL.whole(), remedy="请核对“结果”和“裁判生效日期”")
LOSS_CAUSE = Gate("loss_cause", "败诉分析应当写明原因、责任和整改措施",
    c.CAUSE_KNOWN & c.stated("responsible") & c.stated("rectification"), LOCAL.whole(),
    remedy="请填写“败诉原因”“责任认定”和“整改措施”")
LOSS_REVIEWED = Gate("loss_reviewed", "败诉案件应当先分析，再报告、归档",
    c.NOT_FINALLY_LOST | c.REVIEWED, LOCAL.whole(), remedy="请先办理“败诉分析”")
