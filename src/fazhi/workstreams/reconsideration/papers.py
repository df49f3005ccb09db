"""行政复议: the documents (文书) that are made of a case and of an opinion letter."""

from django.db.models import Q

from fazhi.engine.condition import filled
from fazhi.engine.paper import Line, Paper
from fazhi.engine.register import NumberLine
from fazhi.law import Citation
from fazhi.law.editions import ARL_1999 as OLD
from fazhi.law.editions import ARL_2023 as NEW
from fazhi.law.editions import ARL_RULES_2007 as RULES
from fazhi.workstreams.reconsideration import conditions as c
from fazhi.workstreams.reconsideration.models.choices import Outcome, TerminationGround

CASE_LINE = NumberLine("case", "{mark}复〔{year}〕{n}号")
LETTER_LINE = NumberLine("letter", "{mark}复意〔{year}〕{n}号")
DECISION_LINE = NumberLine("decision", "{mark}复决〔{year}〕{n}号")
TO_APPLICANT, TO_RESPONDENT, TO_BOTH = "{applicant}：", "{respondent}：", "{applicant}、{respondent}："
CASE = "申请人{applicant}不服被申请人{respondent}行政行为（{act_kind}）一案"
TO_SUE = "如不服本决定，可以依法自收到本决定书之日起十五日内向人民法院提起行政诉讼。"


NOW = Q(law_on__gte=NEW.in_force)
"""Cases under the law of 2023."""


def decided(outcome: Outcome, text: str, *cites: Citation) -> Line:
    """What is decided where the case ends so, by the articles on that kind of decision."""
    return Line(f"综上，依照{{articles}}的规定，决定：{text}", Q(outcome=outcome), cites=cites)


# A paper reads as its text: placeholders are columns of the record.
# fmt: off

CORRECTION_NOTICE = Paper("correction_notice", "补正行政复议申请通知书", RULES.art(29), NEW.art(31, 1),
    since="asked_on", remedy="请先办理“通知补正”", to=TO_APPLICANT,
    number=NumberLine("correction", "{mark}复补〔{year}〕{n}号"), text=(
        "你（单位）不服{respondent}的行政行为提出的行政复议申请，本机关于{received_on}收到。",
        "依照{articles}的规定，经审查，请于{correct_by_on}前补正下列事项：{asked_items}。",
        "无正当理由逾期不补正的，视为放弃行政复议申请。"))
REFUSAL = Paper("refusal", "不予受理行政复议申请决定书", OLD.art(17, 1), NEW.art(30, 2),
    since="refused_on", remedy="请先办理“不予受理”", to=TO_APPLICANT,
    number=NumberLine("refusal", "{mark}复不〔{year}〕{n}号"), text=(
        "你（单位）不服{respondent}的行政行为（{act_kind}）提出的行政复议申请，本机关于{received_on}收到。",
        Line("复议请求：{claim}", loose=True),
        "经审查，该申请{admissibility}。{refusal_reasons}",
        "依照{articles}的规定，决定不予受理。",
        Line("有管辖权的行政复议机关为{competent_organ}，你（单位）可以向其提出申请。", loose=True),
        TO_SUE))
ACCEPTANCE_NOTICE = Paper("acceptance_notice", "行政复议申请受理通知书", OLD.art(17, 1), NEW.art(30, 1),
    since="accepted_on", remedy="请先办理“受理”", to=TO_APPLICANT, number=CASE_LINE, bears="number", text=(
        "你（单位）不服{respondent}的行政行为（{act_kind}）提出的行政复议申请，本机关于{received_on}收到。",
        Line("被申请复议的行政行为文号：{act_number}。", loose=True),
        "经审查，该申请符合受理条件。依照{articles}的规定，本机关已于{accepted_on}受理。",
        Line("本案的审理期限至{due:decide}届满；依法中止、延长的，另行告知。", loose=True),
        Line("本案适用简易程序，审理期限至{due:decide_simple}届满。", loose=True)))
ANSWER_NOTICE = Paper("answer_notice", "提出行政复议答复通知书", OLD.art(23, 1), NEW.art(48), NEW.art(54, 1),
    since="accepted_on", remedy="请先办理“受理”", to=TO_RESPONDENT, number=CASE_LINE, bears="number", text=(
        CASE + "，本机关已于{accepted_on}受理，现将行政复议申请书副本发送你单位。",
        Line("复议请求：{claim}", loose=True),
        Line("依照{articles}的规定，请自收到申请书副本之日起十日内提出书面答复，"
             "并提交作出行政行为的证据、依据和其他有关材料。", c.NOT_SIMPLE),
        Line("本案适用简易程序。依照{articles}的规定，请自收到申请书副本之日起五日内提出书面答复，"
             "并提交作出行政行为的证据、依据和其他有关材料。", c.SIMPLE),
        Line("答复期限至{due:answer}届满。", loose=True),
        Line("答复期限至{due:answer_simple}届满。", loose=True)))
HEARING_NOTICE = Paper("hearing_notice", "行政复议听证通知书", RULES.art(33), NEW.art(51, 1),
    since="hearing_notified_on", remedy="请先办理“通知听证”", to=TO_BOTH, number=CASE_LINE, bears="number",
    text=(
        CASE + "，本机关决定于{hearing_on}举行听证。",
        "依照{articles}的规定，现通知当事人按时参加。",
        "听证时间：{hearing_on}　　时　　分",
        "听证地点：＿＿＿＿＿＿＿＿＿＿＿＿",
        Line("申请人无正当理由拒不参加听证的，视为放弃听证权利。", NOW, cites=(NEW.art(51, 2),)),
        Line("被申请人的负责人应当参加听证；不能参加的，应当说明理由并委托相应的工作人员参加。", NOW,
             cites=(NEW.art(51, 3),))))
SUSPENSION_NOTICE = Paper("suspension_notice", "行政复议中止通知书", RULES.art(41, 3), NEW.art(39, 3),
    since="suspended_on", remedy="请先办理“中止”", to=TO_BOTH, number=CASE_LINE, bears="number", text=(
        CASE + "，本机关于{accepted_on}受理。审理中出现下列情形：{pause:suspension}。",
        "现决定自{suspended_on}起中止审理，依照{articles}的规定，特此通知。中止的原因消除后，及时恢复审理。"))
RESUMPTION_NOTICE = Paper("resumption_notice", "恢复行政复议审理通知书", RULES.art(41, 3), NEW.art(39, 3),
    since="resumed_on", remedy="请先办理“恢复审理”", to=TO_BOTH, number=CASE_LINE, bears="number", text=(
        CASE + "，本机关决定自{suspended_on}起中止审理。现中止的原因已经消除。",
        "依照{articles}的规定，自{resumed_on}起恢复审理，特此通知。",
        Line("审理期限顺延至{decide_due_on}届满。", loose=True)))
EXTENSION_NOTICE = Paper("extension_notice", "行政复议延期审理通知书", OLD.art(31, 1), NEW.art(62, 1),
    since="extended_on", remedy="请先办理“延长审理期限”", to=TO_BOTH, number=CASE_LINE, bears="number", text=(
        CASE + "，本机关于{accepted_on}受理。",
        "因情况复杂，不能在规定期限内作出行政复议决定。",
        "依照{articles}的规定，审理期限延长至{decide_due_on}，特此通知。"))
DECISION = Paper("decision", "行政复议决定书", OLD.art(31, 2), NEW.art(75, 1),
    since="closed_on", when=c.BY_DECISION, remedy="请先办理“作出决定”", number=DECISION_LINE,
    bears="decision_number", text=(
        "申请人：{applicant}",
        "被申请人：{respondent}",
        Line("第三人：{ThirdParty.name}", loose=True),
        CASE + "（{number}），申请人于{received_on}提出申请，本机关于{accepted_on}受理，现已审理终结。",
        Line("申请人请求：{claim}", loose=True),
        Line("被申请人于{answered_on}提出书面答复。", loose=True),
        Line("本机关于{opinions_on}听取了当事人的意见。", loose=True),
        Line("本机关于{heard_on}举行了听证。", loose=True),
        "本机关认为：{decision_reasons}",
        decided(Outcome.UPHELD, "维持被申请人作出的行政行为。",
                OLD.art(28, 1, 1), NEW.art(68)),
        decided(Outcome.CHANGED, "变更被申请人作出的行政行为。",
                OLD.art(28, 1, 3), NEW.art(63, 1)),
        decided(Outcome.ANNULLED, "撤销或者部分撤销被申请人作出的行政行为。",
                OLD.art(28, 1, 3), NEW.art(64, 1)),
        decided(Outcome.ILLEGAL, "确认被申请人的行政行为违法。",
                OLD.art(28, 1, 3), NEW.art(65, 1)),
        decided(Outcome.VOID, "确认被申请人的行政行为无效。",
                NEW.art(67)),
        decided(Outcome.PERFORMANCE, "责令被申请人于{perform_by_on}前履行法定职责。",
                OLD.art(28, 1, 2), NEW.art(66)),
        decided(Outcome.CLAIM_REJECTED, "驳回申请人的行政复议请求。",
                RULES.art(48, 1, 1), NEW.art(69)),
        decided(Outcome.APPLICATION_REJECTED, "驳回申请人的行政复议申请。",
                RULES.art(48, 1, 2), NEW.art(33)),
        decided(Outcome.AGREEMENT, "被申请人依法承担行政协议的责任。",
                NEW.art(71, 1)),
        Line("责令被申请人于{redo_by_on}前重新作出行政行为。", Q(redo_ordered=c.YES), loose=True),
        Line("决定赔偿{damages_amount}。", loose=True),
        TO_SUE))
MEDIATION = Paper("mediation_statement", "行政复议调解书", RULES.art(50, 2), NEW.art(73, 1),
    since="mediation_begun_on", when=filled("accepted_on"), remedy="请先办理“开始调解”", number=CASE_LINE,
    bears="number", text=(
        "申请人：{applicant}",
        "被申请人：{respondent}",
        Line("第三人：{ThirdParty.name}", loose=True),
        CASE + "，本机关于{accepted_on}受理。",
        "复议请求：{claim}",
        "经本机关调解，当事人自愿达成如下协议：",
        "（协议内容）＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿",
        "依照{articles}的规定制作本调解书，经各方当事人签字或者签章，并加盖行政复议机关印章，即具有法律效力。",
        "申请人（签字或者签章）：",
        "被申请人（签字或者签章）："))
TERMINATION = Paper("termination", "行政复议终止决定书", OLD.art(25), RULES.art(42, 1), RULES.art(42, 2),
    NEW.art(41), since="closed_on", when=Q(outcome=Outcome.TERMINATED) & Q(
        termination_ground__in=[one for one in TerminationGround if one != TerminationGround.UNDECIDED]),
    remedy="请先办理“终止”", to=TO_BOTH, number=NumberLine("termination", "{mark}复终〔{year}〕{n}号"), text=(
        CASE + "，本机关于{accepted_on}受理。",
        "审理中，{termination_ground}。依照{articles}的规定，决定终止行政复议。"))
RECEIPT = Paper("receipt", "送达回证", OLD.art(40, 1), NEW.art(88, 1), since="received_on",
    remedy="请先登记收到申请的日期", serves=True, text=(
        "案由：申请人{applicant}不服被申请人{respondent}行政行为（{act_kind}）",
        "送达文书：{served_label}　{served_number}",
        "受送达人：＿＿＿＿＿＿＿＿＿＿　　送达地点：＿＿＿＿＿＿＿＿＿＿",
        "送达方式：＿＿＿＿＿＿＿＿＿＿",
        "受送达人签名或者盖章：＿＿＿＿＿＿＿＿　　　　年　　月　　日　　时",
        "代收人签名、代收理由：＿＿＿＿＿＿＿＿　　　　年　　月　　日　　时",
        "送达人：＿＿＿＿＿＿＿＿＿＿　　＿＿＿＿＿＿＿＿＿＿",
        "备注：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿"))
OPINION = Paper("opinion_letter", "行政复议意见书", RULES.art(57, 1), NEW.art(76), since="issued_on",
    remedy="请先办理“制发意见书”", to="{addressee}：", number=LETTER_LINE, bears="number", text=(
        Line("本机关在审理行政复议案件（{case_number}）中发现：{problem}", Q(case_number__gt="")),
        Line("本机关在审理行政复议案件中发现：{problem}", Q(case_number="")),
        "依照{articles}的规定，制发本意见书。请自收到之日起六十日内，将纠正相关违法行为、改进工作的情况报送本机关。"))
# fmt: on

CASE_PAPERS = (
    CORRECTION_NOTICE,
    REFUSAL,
    ACCEPTANCE_NOTICE,
    ANSWER_NOTICE,
    HEARING_NOTICE,
    SUSPENSION_NOTICE,
    RESUMPTION_NOTICE,
    EXTENSION_NOTICE,
    DECISION,
    MEDIATION,
    TERMINATION,
    RECEIPT,
)
LETTER_PAPERS = (OPINION,)
