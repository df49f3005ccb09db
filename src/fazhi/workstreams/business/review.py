"""公平竞争审查: the procedure of one measure under the rules before and after 2024-08-01.

Before: the body that makes the measure reviews it itself, whoever issues it. After: a department reviews its
own measure; one that the government issues is reviewed with the market-supervision department.
"""

from django.db.models import Q

from fazhi.engine.answer import Answer
from fazhi.engine.condition import filled, part, same
from fazhi.engine.deadline import Deadline
from fazhi.engine.procedure import Gate, Move, Pause, Procedure
from fazhi.law import Days, Workdays, by_law
from fazhi.law.editions import BUSINESS_ENVIRONMENT_2019 as ENVIRONMENT
from fazhi.law.editions import COMPETITION_2024 as NEW
from fazhi.law.editions import COMPETITION_DETAILS_2021 as DETAILS
from fazhi.law.editions import COMPETITION_OPINION_2016 as OLD
from fazhi.law.editions import LOCAL
from fazhi.organs.role import Role
from fazhi.workstreams.business.models.review import (
    Conclusion,
    ExceptionGround,
    Maker,
    ReviewStep,
    Standard,
)

HANDLER, PARTY, REVIEWER, BODY_HEAD, HEAD = (
    Role.HANDLER,
    Role.PARTY,
    Role.REVIEWER,
    Role.BODY_HEAD,
    Role.HEAD,
)
S, YES, NO = ReviewStep, Answer.YES, Answer.NO
CHECK = "business.StandardCheck"

RELATED, NOT_RELATED = Q(operator_related=YES), Q(operator_related=NO)
GOVERNMENT = Q(maker=Maker.GOVERNMENT)
SELF_REVIEWING = Q(maker__in=(Maker.DEPARTMENT, Maker.JOINT, Maker.TOWNSHIP))
"""Whose measures are reviewed by themselves; of townships the Regulation says nothing, so local rules may."""
PUBLIC_HEARD = Q(public_interest=NO) | Q(public_interest=YES) & filled("comment_closed_on")
COMPLIANT, EXCEPTED = Q(conclusion=Conclusion.COMPLIANT), Q(conclusion=Conclusion.EXCEPTED)
NONCOMPLIANT = Q(conclusion=Conclusion.NONCOMPLIANT)
CLEARED = Q(conclusion__in=(Conclusion.COMPLIANT, Conclusion.EXCEPTED))
CONCLUDED = filled("concluded_on") & (CLEARED | NONCOMPLIANT)
GROUNDS = tuple(set(ExceptionGround) - {ExceptionGround.UNDECIDED})
EXCEPTION_STANDS = (
    EXCEPTED
    & Q(exception_ground__in=sorted(GROUNDS), no_alternative=YES, alternatives__gt="")
    & (filled("exception_ends_on") | Q(exception_end_condition__gt=""))
)
ALL_CHECKED = (
    part(CHECK, Q(standard=Standard.ACCESS, hit__in=(YES, NO)))
    & part(CHECK, Q(standard=Standard.FLOW, hit__in=(YES, NO)))
    & part(CHECK, Q(standard=Standard.COST, hit__in=(YES, NO)))
    & part(CHECK, Q(standard=Standard.CONDUCT, hit__in=(YES, NO)))
)
A_HIT = part(CHECK, Q(hit=YES, text__gt=""))
JOINTLY_REVIEWED = filled("sent_on") & filled("received_on")

# fmt: off
REASONED = Gate("reasoned", "不涉及经营者经济活动而不审查的，应当登记判断和理由",
    NOT_RELATED & Q(screening_reason__gt=""), OLD.whole(), NEW.art(2),
    remedy="请登记“涉及经营者经济活动”为“否”并填写“筛查理由”")
IN_SCOPE = Gate("in_scope", "涉及经营者经济活动的政策措施，才进行公平竞争审查",
    RELATED, OLD.whole(), NEW.art(2), remedy="请登记“涉及经营者经济活动”")
COMMENT_LONG_ENOUGH = Gate("comment_long_enough", "向社会公开征求意见一般不少于三十日",
    same("comment_closed_on", "comment_due_on", "gte"), ENVIRONMENT.art(62, 2),
    remedy="请在三十日届满后再登记“公开征求意见结束日期”")
STAKEHOLDERS_HEARD = Gate("stakeholders_heard", "应当听取有关经营者、行业协会商会等利害关系人的意见",
    filled("heard_on") & part("business.Heard", Q(name__gt="")), DETAILS.whole(), NEW.art(16),
    remedy="请先办理“听取意见”，登记听取意见的对象")
PUBLIC_CONSULTED = Gate("public_consulted", "涉及社会公众利益的，应当听取社会公众意见",
    PUBLIC_HEARD, NEW.art(16), remedy="请登记“涉及社会公众利益”；涉及的，请先公开征求意见")
STANDARDS_CHECKED = Gate("standards_checked", "应当逐项对照四类审查标准",
    ALL_CHECKED, OLD.whole(), NEW.art(8), NEW.art(9), NEW.art(10), NEW.art(11),
    remedy="请在“审查标准核对”中逐项登记是否违反")
FINDING = Gate("finding", "应当写明是否违反审查标准；违反的，写明有关条文",
    Q(violation=NO) | (Q(violation=YES) & A_HIT), OLD.whole(), NEW.art(17),
    remedy="请登记“存在违反审查标准的内容”，并在核对中写明条文")
OF_GOVERNMENT = Gate("of_government", "政府出台或者提请人大审议的，才送市场监管部门会同审查",
    GOVERNMENT, NEW.art(14), remedy="请核对“出台机关”；部门出台的，由部门自行审查")
OF_DEPARTMENT = Gate("of_department", "部门出台的由部门审查；政府出台的由市场监管部门会同起草单位审查",
    SELF_REVIEWING | (GOVERNMENT & filled("sent_on")), NEW.art(13), NEW.art(14),
    remedy="请核对“出台机关”；政府出台的，请先送市场监管部门")
HANDED_OVER = Gate("handed_over", "市场监管部门应当收到草案和初审意见后会同审查",
    SELF_REVIEWING | filled("received_on"), NEW.art(14), remedy="请先登记“市场监管部门收到日期”")
CONCLUSIVE = Gate("conclusive", "审查结论应当明确，与审查中发现的问题一致，并说明理由",
    (COMPLIANT & Q(violation=NO) | (EXCEPTED | NONCOMPLIANT) & Q(violation=YES))
    & Q(conclusion_reasons__gt=""), OLD.whole(), NEW.art(17),
    remedy="请选择“审查结论”、填写“结论理由”，并核对“存在违反审查标准的内容”")
EXCEPTION = Gate("exception", "适用例外的，应当属于规定情形、没有影响更小的方案，并有期限或者终止条件",
    COMPLIANT | NONCOMPLIANT | EXCEPTION_STANDS, OLD.whole(), NEW.art(12), NEW.art(17),
    remedy="请登记例外情形、替代方案分析，以及实施期限或者终止条件")
REVIEW_PASSED = Gate("review_passed", "未经公平竞争审查或者经审查不符合标准又不适用例外的，不得出台",
    filled("concluded_on") & CLEARED, OLD.whole(), NEW.art(18), remedy="请修改后重新审查，或者不予出台")
RIGHT_REVIEWER = Gate("right_reviewer", "政府出台的，应当由市场监管部门会同起草单位审查",
    SELF_REVIEWING | (GOVERNMENT & JOINTLY_REVIEWED), NEW.art(14),
    remedy="请登记“送市场监管部门日期”和“市场监管部门收到日期”")
FAILED = Gate("failed", "经审查不符合标准的，不予出台",
    NONCOMPLIANT, OLD.whole(), NEW.art(18), remedy="请核对“审查结论”")
UNDER_EXCEPTION = Gate("under_exception", "适用例外出台的政策措施，才逐年评估、到期终止",
    EXCEPTED, OLD.whole(), NEW.art(12), remedy="请核对“审查结论”")
NO_EXCEPTION_RUNS = Gate("no_exception_runs", "例外措施到期或者条件成就后应当终止，才可归档",
    COMPLIANT | (EXCEPTED & filled("exception_ended_on")), OLD.whole(), NEW.art(12),
    remedy="请先登记“例外措施终止日期”")

SCREENING = ("maker", "drafter", "operator_related", "screening_reason", "public_interest")
CONCLUDING = ("violation", "conclusion", "conclusion_reasons", "exception_ground", "no_alternative",
    "alternatives", "exception_ends_on", "exception_end_condition", "third_party")
# 市场监管部门会同审查：起草单位不单独作结论，起草关联草案的人也不作结论。
DRAFTED = ("decisions.decision.draft", "normative.document.draft", "legislation.rule.draft",
    "legislation.bill.draft")
REVIEW_MOVES = (
    Move("exclude", "登记不需要审查", (S.STARTED,), S.EXCLUDED, OLD.whole(), NEW.art(2), who=(HANDLER, PARTY),
         sets="excluded_on", fields=("operator_related", "screening_reason"), gates=(REASONED,)),
    Move("screen", "纳入审查", (S.STARTED,), S.SCREENED, OLD.whole(), NEW.art(2), who=(HANDLER, PARTY),
         sets="screened_on", fields=SCREENING, gates=(IN_SCOPE,)),
    Move("begin_comment", "公开征求意见", (S.SCREENED,), None, ENVIRONMENT.art(62, 2), NEW.art(16),
         who=(HANDLER, PARTY), sets="comment_begun_on"),
    Move("close_comment", "公开征求意见结束", (S.SCREENED,), None, ENVIRONMENT.art(62, 2), NEW.art(16),
         who=(HANDLER, PARTY), sets="comment_closed_on", gates=(COMMENT_LONG_ENOUGH,)),
    Move("hear", "听取意见", (S.SCREENED,), None, OLD.whole(), NEW.art(16), who=(HANDLER, PARTY),
         sets="heard_on"),
    Move("review", "自我审查（初审）", (S.SCREENED,), S.REVIEWED, OLD.whole(), NEW.art(13), NEW.art(14),
         who=(HANDLER, PARTY), sets="reviewed_on",
         fields=("maker", "public_interest", "violation", "review_opinion", "review_signer", "third_party"),
         needs=("review_opinion",),
         gates=(STAKEHOLDERS_HEARD, PUBLIC_CONSULTED, STANDARDS_CHECKED, FINDING)),
    Move("send", "送市场监管部门审查", (S.REVIEWED,), S.SENT, NEW.art(14), who=(HANDLER, PARTY),
         sets="sent_on", gates=(OF_GOVERNMENT,)),
    Move("receive", "市场监管部门收到", (S.SENT,), None, NEW.art(14), who=(REVIEWER, BODY_HEAD),
         sets="received_on"),
    Move("ask_supplement", "要求补充材料", (S.SENT,), None, NEW.art(14), who=(REVIEWER, BODY_HEAD),
         sets="supplement_asked_on", opens="supplement"),
    Move("supplement", "补齐材料", (S.SENT,), None, NEW.art(14), who=(HANDLER, PARTY, REVIEWER),
         sets="supplemented_on", closes="supplement"),
    Move("modify", "修改后重新审查", (S.REVIEWED, S.SENT, S.CONCLUDED), S.SCREENED, OLD.whole(), NEW.art(18),
         who=(HANDLER, PARTY), sets="modified_on", fields=("modification",), needs=("modification",),
         writes=(("conclusion", Conclusion.UNDECIDED), ("concluded_on", None), ("sent_on", None),
                 ("received_on", None))),
    Move("conclude", "作出审查结论（自我审查）", (S.REVIEWED,), S.CONCLUDED, OLD.whole(), NEW.art(13),
         NEW.art(17), who=(REVIEWER, BODY_HEAD), sets="concluded_on", fields=CONCLUDING,
         needs=("conclusion_reasons",), gates=(OF_DEPARTMENT, CONCLUSIVE, EXCEPTION), apart=("review",),
         draws=True),
    Move("conclude_jointly", "作出审查结论（会同审查）", (S.SENT,), S.CONCLUDED, NEW.art(14), NEW.art(17),
         who=(REVIEWER, BODY_HEAD), sets="concluded_on", fields=(*CONCLUDING, "officer"),
         needs=("conclusion_reasons",), gates=(HANDED_OVER, CONCLUSIVE, EXCEPTION),
         apart=("review", *DRAFTED), draws=True),
    Move("issue", "出台", (S.CONCLUDED,), S.ISSUED, OLD.whole(), NEW.art(18), who=(HANDLER, BODY_HEAD, HEAD),
         sets="issued_on", fields=("issue_number",), needs=("issue_number",),
         gates=(REVIEW_PASSED, RIGHT_REVIEWER)),
    Move("shelve", "不予出台", (S.CONCLUDED,), S.SHELVED, OLD.whole(), NEW.art(18),
         who=(HANDLER, BODY_HEAD, HEAD), sets="shelved_on", gates=(FAILED,)),
    Move("evaluate", "评估例外措施", (S.ISSUED,), None, OLD.whole(), LOCAL.whole(), who=(HANDLER, PARTY),
         sets="evaluated_on", gates=(UNDER_EXCEPTION,)),
    Move("end_exception", "例外措施终止", (S.ISSUED,), None, OLD.whole(), NEW.art(12),
         who=(HANDLER, BODY_HEAD), sets="exception_ended_on", gates=(UNDER_EXCEPTION,)),
    Move("close", "归档", (S.ISSUED,), S.CLOSED, OLD.whole(), NEW.art(17), who=(HANDLER, BODY_HEAD),
         sets="closed_on", gates=(NO_EXCEPTION_RUNS,)),
)
REVIEW_DEADLINES = (
    Deadline("joint", "市场监管部门会同审查", rule="FC-T1", who=(REVIEWER, BODY_HEAD), local=True,
        when=GOVERNMENT, starts="received_on", met=("concluded_on",), pauses=("supplement",),
        period=by_law((LOCAL.whole(), Workdays(10)))),
    Deadline("comment", "公开征求意见（不少于）", rule="FC-T4", least=True, starts="comment_begun_on",
        met=("comment_closed_on",), writes="comment_due_on",
        period=by_law((ENVIRONMENT.art(62, 2), Days(30)))),
    Deadline("exception_end", "例外措施到期终止", rule="FC-T5", who=HANDLER, when=EXCEPTED,
        starts="exception_ends_on", met=("exception_ended_on",),
        period=by_law((OLD.whole(), Days(0)), (NEW.art(12), Days(0)))),
)
REVIEW_PROCEDURE = Procedure(
    steps=ReviewStep,
    start=S.STARTED,
    ends=(S.EXCLUDED, S.SHELVED, S.CLOSED),
    moves=REVIEW_MOVES,
    deadlines=REVIEW_DEADLINES,
    # 适用何种规定看出台之日；启动在旧规定之时、出台在新规定之后的，可以改定适用法律的日期并说明理由。
    law_day=("issued_on", "started_on"),
    law_day_basis="docs/decisions/0003-the-law-day.md",
    pauses=(Pause("supplement", "补充材料", LOCAL.whole(), through=False),),
)
# fmt: on
