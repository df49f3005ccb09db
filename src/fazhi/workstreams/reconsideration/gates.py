"""行政复议: what the law demands before a move. Every gate is phrased positively; unknown is closed."""

from django.db.models import Q

from fazhi.engine.condition import filled, same
from fazhi.engine.procedure import Gate
from fazhi.law.editions import ARL_1999 as OLD
from fazhi.law.editions import ARL_2023 as NEW
from fazhi.law.editions import ARL_RULES_2007 as RULES
from fazhi.law.editions import ARL_RULES_2024 as RULES_NOW
from fazhi.workstreams.reconsideration import conditions as c
from fazhi.workstreams.reconsideration.models.choices import (
    Act,
    Adoption,
    Collected,
    CommitteeGround,
    Damages,
    Enforcer,
    Excuse,
    Outcome,
    Scope,
    SuspensionGround,
    TerminationGround,
)

# A gate reads as a sentence of law: what, when it is met, by which article, what to do.
# fmt: off

# 受理
# 受理后才发现不符合条件的，以驳回申请结案（新法第三十三条），受理本身不因此违法。
ADMISSIBLE = Gate("admissible", "符合受理条件的，才予受理",
    c.ADMISSIBLE | c.DEEMED_ACCEPTED | Q(outcome=Outcome.APPLICATION_REJECTED),
    OLD.art(17, 1), NEW.art(30, 1), remedy="请先登记“受理条件”的审查结果")
REFUSAL_GROUND = Gate("refusal_ground", "不予受理应当写明不符合哪一项受理条件",
    c.DEFECTIVE, NEW.art(30, 2), remedy="请在“受理条件”中选择不符合的一项")
# 旧法：符合规定而不属于本机关受理的，告知申请人，不是不予受理。
REFUSAL_GROUND_1999 = Gate("refusal_ground_1999",
    "不予受理应当写明不符合哪一项受理条件；不属于本机关受理的，应当告知申请人向有关机关提出",
    c.DEFECTIVE & c.NOT_TO_OTHER_ORGAN, OLD.art(17, 1),
    remedy="请在“受理条件”中选择不符合的一项，或者改为办理“告知”")
REFUSAL_REASONS = Gate("refusal_reasons", "不予受理应当说明理由",
    c.stated("refusal_reasons"), NEW.art(30, 2), remedy="请填写“不予受理理由”")
REFUSAL_ORGAN = Gate("refusal_organ", "不属于本机关管辖的，应当告知有管辖权的行政复议机关",
    c.NOT_TO_OTHER_ORGAN | c.COMPETENT_ORGAN_NAMED, NEW.art(30, 2), remedy="请填写“有管辖权的机关”")
REDIRECTION = Gate("redirection", "不属于本机关受理的，应当告知申请人向有关行政复议机关提出",
    c.TO_OTHER_ORGAN & c.COMPETENT_ORGAN_NAMED, OLD.art(17, 1),
    remedy="请登记“不属于本机关管辖”，并填写“有管辖权的机关”")
FORWARDING = Gate("forwarding", "经行为发生地县级政府接受、属于其他机关受理的申请，才转送有关行政复议机关",
    c.TO_FORWARD & c.COMPETENT_ORGAN_NAMED, OLD.art(18),
    remedy="请核对“申请方式”和“受理条件”，并填写“有管辖权的机关”")
CONCURRENT = Gate("concurrent", "两个以上有权机关同时收到申请的，才协商确定受理机关",
    c.CONCURRENT, RULES.art(30), RULES_NOW.art(30), remedy="请先登记“两个以上机关同时收到”")
CORRECTION_ITEMS = Gate("correction_items", "补正通知应当载明需要补正的事项",
    c.stated("asked_items"), RULES.art(29), NEW.art(31, 1), remedy="请填写“需要补正的事项”")
CORRECTION_PERIOD = Gate("correction_period", "补正通知应当载明合理的补正期限",
    filled("correct_by_on"), RULES.art(29), remedy="请填写“指定或者延长的补正期限”")
CORRECTION_ONCE = Gate("correction_once", "补正通知应当一次性载明需要补正的事项，不得再次通知",
    c.ASKED_ONCE, NEW.art(31, 1), remedy="请对已经补正的申请决定受理或者不予受理")
CORRECTION_EXCUSE = Gate("correction_excuse", "有正当理由不能按期补正的，才延长补正期限",
    Q(correction_excuse=Excuse.GOOD), NEW.art(31, 2), remedy="请登记“逾期补正理由”")
CORRECTION_OVERDUE = Gate("correction_overdue", "逾期不补正的，才视为放弃申请",
    c.CORRECTION_OVERDUE, RULES.art(29), NEW.art(31, 2),
    remedy="请等待补正期限届满，或者核对“收到补正通知日期”")

# 人员与程序
OFFICERS = Gate("officers", "审理行政复议案件应当由两名以上行政复议人员参加",
    c.WITHOUT_DECISION | c.TWO_OFFICERS, RULES.art(32), RULES_NOW.art(32),
    remedy="请登记主办和协办的行政复议人员")
QUALIFIED_1999 = Gate("qualified_1999", "初次从事行政复议的人员应当取得法律职业资格",
    c.QUALIFIED, OLD.art(3, 2), remedy="请登记主办、协办人员的“法律职业资格”")
QUALIFIED = Gate("qualified", "初次从事行政复议的人员应当取得法律职业资格，并参加统一职前培训",
    c.QUALIFIED_AND_TRAINED, NEW.art(6, 2), remedy="请登记主办、协办人员的“法律职业资格”和“职前培训”")
SIMPLE_GROUND = Gate("simple_ground", "适用简易程序应当具有法定情形",
    c.LAWFULLY_SIMPLE, NEW.art(53, 1), NEW.art(53, 2),
    remedy="请核对“简易程序理由”；款额案件应当在三千元以下")
SIMPLE_CLEAR = Gate("simple_clear", "事实清楚、权利义务关系明确、争议不大的，才可以不经各方同意适用简易程序",
    c.BY_CONSENT | Q(clear=c.YES), NEW.art(53, 1), remedy="请登记“事实清楚、争议不大”")
CONVERSION = Gate("conversion", "已经适用简易程序的案件，才转为普通程序",
    filled("simple_on"), NEW.art(55), remedy="请核对案件的“程序”")

# 答复与证据
EVIDENCE_1999 = Gate("evidence_1999", "复议过程中被申请人不得自行收集证据：应当提交当初作出行政行为的证据",
    Q(collected=Collected.BEFORE), OLD.art(24), remedy="请核对“证据收集”，退回自行收集的证据")
EVIDENCE = Gate("evidence",
    "复议期间被申请人不得自行收集证据：应当提交作出行政行为的证据，或者经同意补充的证据",
    Q(collected__in=(Collected.BEFORE, Collected.SUPPLEMENTED)), NEW.art(46, 1), NEW.art(46, 2),
    remedy="请核对“证据收集”，退回自行收集的证据")
INVESTIGATION = Gate("investigation", "调查取证不得少于两人，并应当出示工作证件",
    c.INVESTIGATED_BY_TWO, RULES.art(34, 2), NEW.art(45, 2), remedy="请登记当日调查的人数和出示证件情况")
STAY = Gate("stay", "复议期间不停止执行；停止执行应当具有法定情形",
    c.STAY_GROUND_STATED, OLD.art(21), NEW.art(42), remedy="请选择“停止执行情形”")

# 听取意见、听证、委员会
OPINIONS = Gate("opinions", "普通程序应当听取当事人的意见；因当事人原因不能听取的，应当记明",
    c.WITHOUT_DECISION | c.SIMPLE | c.OPINIONS_HEARD, NEW.art(49),
    remedy="请先登记听取意见的日期和方式，或者不能听取的原因")
HEARING_NOTICE = Gate("hearing_notice", "应当于举行听证的五日前书面通知当事人，并在通知的日期举行",
    c.HEARING_ANNOUNCED, NEW.art(51, 1), remedy="请另定听证日期，提前五个工作日通知")
HEARING_BENCH = Gate("hearing_bench", "听证应当有一名主持人、两名以上听证员和一名记录员",
    c.BENCH_COMPLETE, NEW.art(50, 3), remedy="请登记当日听证的主持人、听证员和记录员")
HEARING = Gate("hearing", "重大、疑难、复杂案件应当听证",
    c.WITHOUT_DECISION | c.SIMPLE | c.NOT_MAJOR | c.HEARD, NEW.art(50, 1),
    remedy="请先登记听证日期；案件不属于重大、疑难、复杂的，请登记“否”")
HEARING_RECORD = Gate("hearing_record", "经过听证的案件，应当根据听证笔录作出决定",
    c.WITHOUT_DECISION | c.NOT_HEARD | Q(on_record=c.YES), NEW.art(61, 2), remedy="请登记“根据听证笔录决定”")
COMMITTEE_GROUND = Gate("committee_ground", "提请行政复议委员会应当具有法定情形",
    c.COMMITTEE_GROUND_STATED, NEW.art(52, 2), remedy="请选择“提请委员会情形”")
COMMITTEE_RECORD = Gate("committee_record", "应当记录行政复议委员会的咨询意见",
    c.stated("committee_opinion"), NEW.art(52, 3), remedy="请填写“委员会咨询意见”")
COMMITTEE = Gate("committee",
    "重大、疑难、复杂或者专业性、技术性较强等案件，应当提请行政复议委员会提出咨询意见",
    c.WITHOUT_DECISION | c.SIMPLE | (c.NOT_MAJOR & Q(committee_ground=CommitteeGround.NOT_NEEDED))
    | c.COMMITTEE_ADVISED, NEW.art(52, 2), remedy="请先提请委员会并登记咨询意见；无须提请的，请登记")
COMMITTEE_WEIGHED = Gate("committee_weighed", "委员会的咨询意见应当作为决定的重要参考依据",
    c.WITHOUT_DECISION | c.COMMITTEE_NOT_ASKED
    | Q(committee_adopted__in=(Adoption.ADOPTED, Adoption.PARTLY, Adoption.NOT_ADOPTED)), NEW.art(61, 3),
    remedy="请登记“委员会意见采纳”")

# 中止与延长
SUSPENSION = Gate("suspension", "中止应当具有法定情形",
    c.suspended_for(tuple(SuspensionGround)), NEW.art(39, 1), remedy="请选择中止的情形")
SUSPENSION_2007 = Gate("suspension_2007",
    "中止应当具有法定情形：旧法没有以调解、和解或者不可抗力以外的正当理由中止的规定",
    c.suspended_for(c.GROUNDS_OF_2007), RULES.art(41, 1),
    remedy="请选择《行政复议法实施条例》第四十一条列明的情形")
SUSPENSION_TOLD = Gate("suspension_told", "中止应当告知当事人",
    filled("suspension_told_on"), RULES.art(41, 3), NEW.art(39, 3), remedy="请登记“告知中止日期”")
RESUMPTION_TOLD = Gate("resumption_told", "恢复审理应当告知当事人",
    filled("resumption_told_on"), RULES.art(41, 3), NEW.art(39, 3), remedy="请登记“告知恢复审理日期”")
COMPLICATED = Gate("complicated", "情况复杂、不能在规定期限内作出决定的，才可以延长",
    Q(complicated=c.YES), OLD.art(31, 1), NEW.art(62, 1), remedy="请登记“情况复杂”")
EXTENSION_TOLD = Gate("extension_told", "延长期限应当告知当事人",
    filled("extension_told_on"), OLD.art(31, 1), NEW.art(62, 1), remedy="请登记“告知延长日期”")

# 决定
DECISION_KIND_1999 = Gate("decision_kind_1999", "决定应当是法定的种类",
    c.WITHOUT_DECISION | Q(outcome__in=c.DECISIONS_OF_1999), OLD.art(28, 1),
    remedy="请选择“结果”；旧法没有确认无效和行政协议责任的决定")
DECISION_KIND = Gate("decision_kind", "决定应当是法定的种类",
    c.WITHOUT_DECISION | c.BY_DECISION,
    NEW.art(63, 1), NEW.art(64, 1), NEW.art(65, 1), NEW.art(66), NEW.art(67), NEW.art(68), NEW.art(69),
    NEW.art(71, 1),
    remedy="请选择“结果”")
PROPOSAL = Gate("proposal", "行政复议机构应当审查并提出意见",
    c.WITHOUT_DECISION | same("proposed_on", "closed_on", "lte"), OLD.art(28, 1), NEW.art(61, 1),
    remedy="请先由行政复议机构提出意见")
APPROVAL = Gate("approval", "应当经行政复议机关负责人同意或者集体讨论通过",
    c.WITHOUT_DECISION | (c.APPROVED & same("approved_on", "closed_on", "lte")),
    OLD.art(28, 1), NEW.art(61, 1), remedy="请先报负责人同意或者提交集体讨论")
# 逾期答复也是“不按照规定提出书面答复”；不符合受理条件而驳回申请的，不审查行政行为。
UNANSWERED_1999 = Gate("unanswered_1999", "被申请人不按规定答复、举证的，视为没有证据、依据，决定撤销",
    c.WITHOUT_DECISION | c.ANSWERED_IN_TIME | Q(outcome__in=(Outcome.ANNULLED, Outcome.APPLICATION_REJECTED)),
    OLD.art(28, 1, 4), remedy="请登记被申请人的答复；没有按期答复的，应当决定撤销")
UNANSWERED = Gate("unanswered",
    "被申请人不按规定答复、举证的，视为没有证据、依据，决定撤销、确认违法、无效或者责令履行",
    c.WITHOUT_DECISION | c.ANSWERED_IN_TIME | Q(third_party_proved=c.YES) | Q(outcome__in=c.WITHOUT_EVIDENCE),
    NEW.art(70), remedy="请登记被申请人的答复；没有按期答复的，应当决定撤销、确认违法、无效或者责令履行")
NOT_WORSE_2007 = Gate("not_worse_2007", "不得作出对申请人更为不利的决定",
    c.outcome_other_than(Outcome.CHANGED) | Q(worse=c.NO), RULES.art(51), remedy="请登记“对申请人更为不利”")
NOT_WORSE = Gate("not_worse", "不得作出对申请人更为不利的变更决定，第三人提出相反请求的除外",
    c.outcome_other_than(Outcome.CHANGED) | Q(worse=c.NO) | Q(third_party_opposed=c.YES), NEW.art(63, 2),
    remedy="请登记“对申请人更为不利”和“第三人提出相反请求”")
REJECTION_GROUND = Gate("rejection_ground", "驳回申请应当是受理后发现不符合受理条件",
    c.outcome_other_than(Outcome.APPLICATION_REJECTED) | c.DEFECTIVE, RULES.art(48, 1, 2), NEW.art(33),
    remedy="请在“受理条件”中选择不符合的一项")
REJECTION_REASONS = Gate("rejection_reasons", "驳回申请应当说明理由",
    c.outcome_other_than(Outcome.APPLICATION_REJECTED) | c.stated("decision_reasons"), NEW.art(33),
    remedy="请填写“决定理由”")
PERFORMANCE_PERIOD = Gate("performance_period", "责令履行应当确定履行的期限",
    c.outcome_other_than(Outcome.PERFORMANCE) | filled("perform_by_on"), OLD.art(28, 1, 2), NEW.art(66),
    remedy="请填写“责令履行的期限”")
CLAIM_REJECTION = Gate("claim_rejection", "驳回请求限于认为不履行法定职责的案件",
    c.outcome_other_than(Outcome.CLAIM_REJECTED)
    | Q(act_kind__in=(Act.DUTY, Act.BENEFIT, Act.LICENCE, Act.DISCLOSURE)), RULES.art(48, 1, 1), NEW.art(69),
    remedy="请核对“行政行为种类”")
AGREEMENT_ACT = Gate("agreement_act", "承担行政协议责任的决定限于行政协议案件",
    c.outcome_other_than(Outcome.AGREEMENT) | Q(act_kind=Act.AGREEMENT), NEW.art(71, 1), NEW.art(71, 2),
    remedy="请核对“行政行为种类”")
DAMAGES = Gate("damages", "一并提出行政赔偿请求的，应当同时决定",
    c.WITHOUT_DECISION | Q(damages__in=(Damages.NOT_CLAIMED, Damages.GRANTED, Damages.REJECTED))
    | Q(outcome=Outcome.APPLICATION_REJECTED), OLD.art(29, 1), NEW.art(72, 1),
    remedy="请登记“行政赔偿请求”的决定；没有提出的，请登记“未提出”")

# 调解与终止
MEDIATION_SCOPE = Gate("mediation_scope", "旧法只可以调解行使自由裁量权的行为和行政赔偿、补偿纠纷",
    c.outcome_other_than(Outcome.MEDIATED) | Q(mediation_scope__in=(Scope.DISCRETION, Scope.COMPENSATION)),
    RULES.art(50, 1), remedy="请核对“争议性质”")
MEDIATION_LAWFUL = Gate("mediation_lawful", "调解应当遵循合法、自愿的原则",
    c.outcome_other_than(Outcome.MEDIATED) | Q(agreement_lawful=c.YES), RULES.art(50, 1), NEW.art(5, 2),
    remedy="请登记“协议自愿、合法”")
MEDIATION_STATEMENT = Gate("mediation_statement",
    "调解书应当经各方当事人签字或者签章，并加盖行政复议机关印章",
    c.outcome_other_than(Outcome.MEDIATED) | same("statement_signed_on", "closed_on", "lte"),
    RULES.art(50, 2), NEW.art(73, 1), remedy="请登记“调解书签字盖章日期”")
TERMINATION_GROUND = Gate("termination_ground", "终止应当具有法定情形",
    c.terminated_otherwise_than(TerminationGround.UNDECIDED),
    OLD.art(25), RULES.art(42, 1), RULES.art(42, 2), NEW.art(41), remedy="请选择“终止情形”")
WITHDRAWAL = Gate("withdrawal", "撤回申请应当经行政复议机构准许",
    c.terminated_otherwise_than(*c.WITHDRAWN) | Q(withdrawal_allowed=c.YES),
    RULES.art(38, 1), NEW.art(41, 1, 1), remedy="请登记“准予撤回”")
SETTLEMENT = Gate("settlement", "和解应当自愿，不得损害国家利益、社会公共利益和他人合法权益",
    c.terminated_otherwise_than(TerminationGround.SETTLED)
    | (Q(agreement_lawful=c.YES) & same("settled_on", "closed_on", "lte")), RULES.art(40), NEW.art(74, 1),
    remedy="请登记“达成和解日期”和“协议自愿、合法”")
SETTLEMENT_SCOPE = Gate("settlement_scope", "旧法只可以对行使自由裁量权的行为和解",
    c.terminated_otherwise_than(TerminationGround.SETTLED) | Q(mediation_scope=Scope.DISCRETION),
    RULES.art(40), remedy="请核对“争议性质”")
SUSPENDED_60_DAYS = Gate("suspended_60_days", "中止满六十日原因仍未消除的，才因此终止",
    c.terminated_otherwise_than(TerminationGround.SUSPENDED_60_DAYS)
    | same("closed_on", "suspension_ends_on", "gte"), RULES.art(42, 2), NEW.art(41, 1, 5),
    remedy="请核对中止的日期和情形")

# 结案以后
EFFECTIVE = Gate("effective", "发生法律效力的决定书才抄告：决定书一经送达，即发生法律效力",
    same("served_on", "copied_on", "lte"), NEW.art(75, 2), NEW.art(79, 2), remedy="请先登记“送达日期”")
PUBLICITY = Gate("publicity", "决定书根据行政行为的公开情况向社会公开",
    Q(act_public=c.YES) & same("served_on", "published_on", "lte"), NEW.art(79, 1),
    remedy="请登记“行政行为已公开”和“送达日期”；行政行为没有公开的，决定书不公开")
UNPERFORMED = Gate("unperformed", "被申请人不履行或者无正当理由拖延履行的，才责令限期履行",
    Q(performed_on__isnull=True) | same("performed_on", "urged_on", "gte"), OLD.art(32, 2), NEW.art(77, 2),
    remedy="请核对“履行日期”")
UNSUED = Gate("unsued", "逾期不起诉又不履行的，才强制执行",
    Q(sued_on__isnull=True) & same("enforced_on", "sue_due_on", "gt"), OLD.art(33), NEW.art(78),
    remedy="请核对“送达日期”和起诉期限")
ENFORCER_1999 = Gate("enforcer_1999",
    "维持的由作出行为的机关、变更的由行政复议机关强制执行，或者申请人民法院强制执行",
    Q(outcome=Outcome.UPHELD, enforcer__in=(Enforcer.ACTING_ORGAN, Enforcer.COURT))
    | Q(outcome=Outcome.CHANGED, enforcer__in=(Enforcer.RECONSIDERING_ORGAN, Enforcer.COURT)), OLD.art(33),
    remedy="请核对“结果”和“强制执行方式”")
ENFORCER = Gate("enforcer",
    "维持的由作出行为的机关、变更和调解的由行政复议机关强制执行，或者申请人民法院强制执行",
    Q(outcome=Outcome.UPHELD, enforcer__in=(Enforcer.ACTING_ORGAN, Enforcer.COURT))
    | Q(outcome=Outcome.CHANGED, enforcer__in=(Enforcer.RECONSIDERING_ORGAN, Enforcer.COURT))
    | Q(outcome=Outcome.MEDIATED, enforcer__in=(Enforcer.RECONSIDERING_ORGAN, Enforcer.COURT)), NEW.art(78),
    remedy="请核对“结果”和“强制执行方式”")
REDOING = Gate("redoing", "责令重新作出行政行为的，才登记重新作出",
    c.REDO_ORDERED, OLD.art(28, 1, 3), RULES.art(49, 1), RULES_NOW.art(49, 1), NEW.art(64, 1),
    remedy="请核对“责令重新作出”")
