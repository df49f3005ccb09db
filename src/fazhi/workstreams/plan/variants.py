"""计划·督察·考核: lawful rows of inspections, findings, reports, honours and applications."""

from __future__ import annotations

from datetime import date
from typing import Any

from fazhi.engine.recipe import Made, Timeline
from fazhi.workstreams.plan.models.choices import Avoidance, Method, VisitedKind
from fazhi.workstreams.plan.models.honours import AreaKind, Ending, HonourKind, HonourLevel
from fazhi.workstreams.plan.models.reports import BlockKind, Recipient, ReportKind, Secrecy
from fazhi.workstreams.plan.models.supervision import (
    Escalation,
    FindingSource,
    InspectionKind,
    ReviewResult,
    Severity,
    Source,
)
from fazhi.workstreams.plan.recipe import NO, YES, year_end

# 督察


def inspection(day: date, n: int, **more: Any) -> Made:
    """Announced, made, fed back and closed; nothing was found."""
    time = Timeline.since(day)
    values: dict[str, Any] = {
        "name": f"法治政府建设督察{n}",
        "kind": InspectionKind.MIDYEAR,
        "source": Source.OWN,
        "supervisor": "县委全面依法治县委员会办公室",
        "plan_item": "年度督察计划第一项",
        "scope": "重点工作任务落实情况",
        "planned_on": time.first,
        "noticed_on": time.on(3),
        "begun_on": time.on(6),
        "ended_on": time.on(10),
        "joint": NO,
        "avoided": Avoidance.NONE,
        "fed_back_on": time.on(15),
        "feedback_number": f"示法督〔{time.first.year}〕{n}号",
        "problems": 0,
        "reported_on": time.on(20),
        "used": "纳入年度考核",
        "closed_on": time.on(30),
    }
    visit = {
        "unit": "示例镇人民政府",
        "unit_kind": VisitedKind.TOWNSHIP,
        "method": Method.FILES,
        "visited_on": time.on(7),
    }
    return Made(
        {**values, **more}, {"plan.Visit": [visit], "plan.Inspector": [{"name": "赵六", "conflict": NO}]}
    )


def from_above(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return inspection(
        day,
        n,
        kind=InspectionKind.ENVIRONMENT,
        source=Source.PROVINCE,
        plan_item="",
        respond_by_on=time.on(14),
        responded_on=time.on(12),
        documents_asked="有关台账",
        disclosed_on=time.on(25),
    )


def joint(day: date, n: int) -> Made:
    return inspection(day, n, joint=YES)


def finding(day: date, n: int) -> Made:
    """Fed back, to be put right within thirty working days."""
    time = Timeline.since(day)
    return Made(
        {
            "name": f"行政执法全过程记录不规范{n}",
            "basis": FindingSource.INSPECTION,
            "inspection": "年中督查",
            "severity": Severity.LIGHT,
            "fed_back_on": time.first,
            "rectify_by_on": time.on(30),
        }
    )


def planned(day: date, n: int) -> Made:
    return finding(day, n).with_values(
        measures="配齐设备，开展培训", responsible="王五", planned_on=Timeline.since(day).on(5)
    )


def rectified(day: date, n: int) -> Made:
    return planned(day, n).with_values(
        rectified_on=Timeline.since(day).on(20), rectification="已配齐设备并培训"
    )


def verified(day: date, n: int) -> Made:
    return rectified(day, n).with_values(verified_on=Timeline.since(day).on(25), verification="现场核查属实")


def closed(day: date, n: int) -> Made:
    return verified(day, n).with_values(closed_on=Timeline.since(day).on(28))


def escalated(day: date, n: int) -> Made:
    return closed(day, n).with_values(
        escalated_on=Timeline.since(day).on(10), escalation=Escalation.INTERVIEW
    )


# 督查结论复核


def reviewed(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return Made(
        {
            "conclusion": f"政府督查结论{n}",
            "conclusion_received_on": time.first,
            "requested_on": time.on(5),
            "grounds": "事实认定有误",
            "received_on": time.on(6),
            "recused": YES,
            "decided_on": time.on(15),
            "result": ReviewResult.CHANGED,
            "reasons": "经核实，部分事实应当更正",
        }
    )


def not_requested(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return Made(
        {
            "conclusion": f"政府督查结论{n}",
            "conclusion_received_on": time.first,
            "settled_on": time.on(16),
        }
    )


# 年度报告：当年立项，次年一月报送，二月以前公开

RECIPIENTS = {
    ReportKind.GOVERNMENT: (
        Recipient.PARTY_COMMITTEE,
        Recipient.CONGRESS,
        Recipient.UPPER,
        Recipient.UPPER_OFFICE,
    ),
    ReportKind.DEPARTMENT: (
        Recipient.PARTY_COMMITTEE,
        Recipient.GOVERNMENT,
        Recipient.UPPER_DEPARTMENT,
        Recipient.OFFICE,
    ),
    ReportKind.JOINT: (Recipient.UPPER, Recipient.UPPER_OFFICE),
    ReportKind.TOWNSHIP: (Recipient.UPPER, Recipient.UPPER_OFFICE, Recipient.PRESIDIUM),
    ReportKind.PROVINCE: (Recipient.CENTRE, Recipient.CENTRAL_OFFICE),
    ReportKind.AREA: (Recipient.UPPER,),
}
CONTENTS = {
    BlockKind.RESULTS: "完善制度，规范执法",
    BlockKind.SHORTCOMINGS: "基层力量薄弱",
    BlockKind.HEADS: "主持会议研究法治建设",
    BlockKind.PLANS: "加强基层建设",
}


def report(kind: ReportKind, day: date, n: int) -> Made:
    """Planned on the day, drafted, reviewed and signed in January after, reported and published."""
    end = year_end(day)
    time = Timeline.since(date(end.year + 1, 1, 3))
    values = {
        "name": f"{end.year}年度法治政府建设情况报告{n}",
        "kind": kind,
        "year_end_on": end,
        "planned_on": Timeline.since(day).first,
        "notified_on": Timeline.since(day).first,
        "units": 30,
        "drafted_on": time.on(4),
        "sourced": YES,
        "party_head_acts": "主持会议四次",
        "government_head_acts": "主持常务会议研究两次",
        "reviewed_on": time.on(7),
        "confirmed": YES,
        "secrecy_on": time.on(6),
        "secrecy_by": "李四",
        "secrecy": Secrecy.PUBLIC,
        "privacy": YES,
        "approved_on": time.on(9),
        "meeting": "政府常务会议第三次会议",
        "signer": "王五",
        "document_number": f"示府〔{end.year + 1}〕{n}号",
        "reported_on": time.on(11),
        "published_on": time.on(13),
        "url": "https://example.invalid/report",
        "text_hash": "e3b0c442",
        "same_text": YES,
        "next_year": "列入下一年度安排",
        "closed_on": time.on(15),
    }
    blocks = [
        {
            "kind": block,
            "text": text,
            "causes": "编制和保障不足" if block == BlockKind.SHORTCOMINGS else "",
        }
        for block, text in CONTENTS.items()
    ]
    deliveries = [
        {"recipient": one, "body": str(one.label), "sent_on": time.on(11), "proof": "签收单"}
        for one in RECIPIENTS[kind]
    ]
    return Made(values, {"plan.Block": blocks, "plan.Delivery": deliveries})


# 荣誉与示范创建


def honour(kind: HonourKind, day: date, n: int, level: HonourLevel = HonourLevel.PROVINCE) -> Made:
    time = Timeline.since(day)
    return Made(
        {
            "name": str(kind.label),
            "kind": kind,
            "level": level,
            "holder": f"示例镇示例村{n}",
            "granter": "省司法厅",
            "document": f"示司〔{time.first.year}〕{n}号",
            "granted_on": time.first,
        }
    )


def expired(day: date, n: int) -> Made:
    time = Timeline.since(day)
    made = honour(HonourKind.UNIT, day, n)
    return made.with_values(
        expires_on=time.on(20), renewed_on=time.on(10), ended_on=time.on(25), ending=Ending.EXPIRED
    )


def revoked(day: date, n: int) -> Made:
    return honour(HonourKind.UNIT, day, n).with_values(
        ended_on=Timeline.since(day).on(25), ending=Ending.REVOKED, ended_why="复核不合格"
    )


def applied(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return Made(
        {
            "name": f"法治政府建设示范地区申报{n}",
            "kind": AreaKind.AREA,
            "batch": "第三批",
            "checked_on": time.first,
            "voluntary": YES,
            "applied_on": time.on(5),
        },
        {"plan.SelfCheck": [{"item": "年度报告按时公开", "met": YES, "evidence": "公开网页"}]},
    )


def named(day: date, n: int) -> Made:
    time = Timeline.since(day)
    return applied(day, n).with_values(
        reviewed_on=time.on(10),
        filed_on=time.on(12),
        assessed_on=time.on(20),
        surveyed_on=time.on(18),
        visited_on=time.on(25),
        publicised_on=time.on(30),
        publicised_until_on=time.on(35),
        objections="无异议",
        named_on=time.on(38),
        document="命名决定",
    )


def failed(day: date, n: int) -> Made:
    return applied(day, n).with_values(failed_on=Timeline.since(day).on(11), failed_why="指标未达标")


def unnamed(day: date, n: int) -> Made:
    return named(day, n).with_values(revoked_on=Timeline.since(day).on(60), revoked_why="发生重大违法事件")
