"""An invented case: its record, and the refused move on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django import forms

from fazhi.web import notice, record
from fazhi.web.clock import Clock, Days, Option, WhatIf, clock
from fazhi.web.day import short
from fazhi.web.form import FormPage
from fazhi.web.link import Action, Link, Tag
from fazhi.web.move import Card, Lack, Opened, arranged
from fazhi.web.rail import Act, Step, rail
from fazhi.web.ruler import Standstill
from fazhi.web.seal import OPEN
from tests.look.office import CASE, RC, TODAY, art

APPRAISAL = Standstill(date(2025, 2, 10), date(2025, 2, 21), "鉴定")


def clocks() -> tuple[Clock, ...]:
    whatif = WhatIf(
        CASE,
        "延长",
        "extend",
        (Option("30", "30 日（上限）"), Option("15", "15 日")),
        "延长30日：4月18日（周五）届满。",
        "30",
    )
    return (
        clock(
            "decide",
            "作出复议决定",
            Days(date(2025, 1, 6), date(2025, 3, 19), pauses=(APPRAISAL,), word="受理"),
            TODAY,
            "自1月6日受理次日起60日，至3月7日；扣除鉴定12日（2月10日至21日），3月19日（周三）届满。",
            articles=art("第六十二条第一款"),
            whatif=whatif,
        ),
        clock(
            "reply",
            "被申请人答复",
            Days(date(2025, 1, 10), date(2025, 1, 24), date(2025, 1, 22)),
            TODAY,
            "自1月10日次日起10个工作日，1月24日（周五）届满；1月22日收到答复。",
            articles=(*art("第四十八条"), *art("第八十八条")),
        ),
        clock(
            "accept",
            "审查受理",
            Days(date(2024, 12, 30), date(2025, 1, 7), date(2025, 1, 6)),
            TODAY,
            "自12月30日次日起5个工作日（1月1日元旦放假），1月7日（周二）届满；1月6日受理。",
            articles=art("第三十条第一款"),
        ),
        clock(
            "file",
            "报送备案",
            Days(date(2025, 2, 10), date(2025, 3, 10), word="公布"),
            TODAY,
            "自2月10日次日起30日，3月10日（周一）届满。",
            tags=(Tag("本地设置", "dash"),),
        ),
        clock(
            "stay",
            "停止执行",
            Days(date(2025, 2, 10), None, pauses=(Standstill(date(2025, 2, 20), None, "中止"),)),
            TODAY,
            "自2月10日次日起60日；2月20日起中止，尚余51日，恢复后继续计算。",
        ),
    )


DECIDE = Card(
    "decide",
    "作出决定",
    "复议机关负责人",
    mine=True,
    url=f"{CASE}/decide",
    lacks=(
        Lack("重大、疑难、复杂案件应当听证", art(f"{RC}第五十条第一款"), Link("登记听证日期", "#hear")),
        Lack(
            "应当经复议机关负责人同意或者集体讨论通过",
            art("第六十一条第一款"),
            Link("送审核意见", "#approve"),
        ),
        Lack("普通程序应当听取意见", art("第四十九条"), met=True, note="02-06 当面听取，笔录 1 份"),
    ),
)
CARDS = (
    DECIDE,
    Card(
        "extend",
        "延长审理期限",
        "复议机构负责人",
        mine=True,
        url=f"{CASE}/extend",
        articles=art("第六十二条第一款"),
        hint="最多 30 日",
        main=True,
    ),
    Card(
        "hear",
        "组织听证",
        "承办人",
        mine=True,
        url=f"{CASE}/hear",
        articles=art("第五十一条"),
        warning=notice.warning("如今天发出通知，最早 3月21日 听证，晚于届满日 3月19日。请先办理延长。"),
    ),
    Card("suspend", "中止", "承办人", mine=False, url="", articles=art("第三十九条")),
    Card("mediate", "调解", "承办人", mine=False, url=""),
    Card("terminate", "终止", "承办人", mine=False, url=f"{CASE}/terminate"),
)
FULL, SHORT = arranged(CARDS)


def steps() -> tuple[Step, ...]:
    return rail(
        (
            Step("received", "收到申请", ("2024-12-30", "当面提交")),
            Step("review", "审查受理", ("01-06 受理", "限 01-07")),
        ),
        Step(
            "open",
            "审理（普通程序）",
            ("第 67 日，扣除鉴定 12 日后为第 55 日",),
            (
                Act("发送副本", "01-10"),
                Act("被申请人答复", "01-22"),
                Act("听取意见", "02-06"),
                Act("听证"),
                Act("审核意见、负责人同意"),
            ),
            ("中止 / 恢复", "调解、和解", "终止"),
        ),
        (
            Step("closed", "作出决定", ("最迟 03-19", "尚缺 2 项")),
            Step("served", "送达", ("送达即生效",)),
            Step("performed", "履行"),
            Step("filed", "归档"),
        ),
    )


RECORD = record.RecordPage(
    title="张三 不服 示例市市场监督管理局",
    number="示复〔2025〕3号",
    lead="承办 李四、冯二　复议机关 示例市人民政府",
    version=14,
    crumbs=(
        Link("化解"),
        Link("行政复议", "/r/reconsideration.cases"),
        Link("示复〔2025〕3号", current=True),
    ),
    today="今日 3月14日，周五",
    rail=steps(),
    cards=FULL,
    short_cards=SHORT,
    tags=(Tag("普通程序"), Tag("重大、疑难、复杂"), Tag("涉企")),
    actions=(Action("更正", "/edit"),),
    more=(Link("导出", "/x"), Link("撤回记录", "/w")),
    facts=(
        record.Fact("申请人", "张三（自然人）", "证件号 ****1234", reveal="/reveal"),
        record.Fact("被申请人", "示例市市场监督管理局"),
        record.Fact("行政行为", "罚款 52,000 元　示市监罚〔2024〕118号"),
        record.Fact("知道日期", "2024-12-02", "在60日申请期内", good=True),
        record.Fact("适用法律", "《行政复议法》（2023年修订）"),
        record.Fact("案件性质", "重大、疑难、复杂", tag=Tag("01-20 认定")),
        record.Fact("第三人", ""),
        record.Fact("请求", "撤销行政处罚决定"),
    ),
    unset=("代理人", "鉴定机构"),
    parts=(
        record.Part("中止与扣除", ("种类", "起", "止", "情形"), (("鉴定", "2025-02-10", "2025-02-21", ""),)),
    ),
    papers=(
        record.Paper(
            "行政复议申请书", "申请书.pdf · 412 KB", "2024-12-30", "2024-12-30", "", "收到申请", "/e/1"
        ),
        record.Paper(
            "授权委托书", "委托书.pdf · 96 KB", "2025-01-03", "2025-01-03", "2025-04-30", "代理", "/e/2"
        ),
    ),
    papers_url=f"{CASE}/evidence",
    clocks=clocks()[:3],
    past_clocks=clocks()[3:],
    events=(
        record.Event(
            "2025-02-24T16:40",
            "02-24 16:40",
            "李四",
            "登记",
            "扣除鉴定",
            "法定日 02-21",
            (record.Change("届满日", "03-07", "03-19"),),
        ),
        record.Event(
            "2025-01-20T11:30",
            "01-20 11:30",
            "冯二",
            "更正",
            "案件性质",
            "理由：涉及同类处罚 6 起",
            (record.Change("案件性质", "一般", "重大、疑难、复杂"),),
        ),
        record.Event(
            "2025-01-01T00:00",
            "01-01 00:00",
            "依法",
            "",
            "结转为 2025 年在办案件",
            "由程序按法定日记入，无操作人",
            law=True,
        ),
    ),
    all_events=Link("全部 14 条事件", "/trail"),
    trail="事件链校验正常，序号 20417 至 21903",
    related=(
        record.Related(OPEN, "(2025)示0101行初12号　赵某 诉 市市监局", "/r", "同类处罚，示例市第一法院一审"),
    ),
    fed=(
        record.Fed("受理复议案件", "2025年", "计入", "/f"),
        record.Fed("审结复议案件", "", "决定后计入", counted=False),
    ),
)


class DecideForm(forms.Form):
    """What is filled in with a decision."""

    on = forms.DateField(
        label="决定日期", help_text="不早于 02-21，不晚于今天", widget=forms.DateInput(attrs={"type": "date"})
    )
    outcome = forms.ChoiceField(
        label="决定类型", choices=[("annul", "撤销（第六十四条）"), ("uphold", "维持")]
    )
    urgent = forms.BooleanField(label="停止执行", required=False)
    track = forms.ChoiceField(label="程序", choices=[("o", "普通"), ("s", "简易")], widget=forms.RadioSelect)
    text = forms.CharField(label="主文", widget=forms.Textarea(attrs={"rows": 3}))


def decide_form() -> forms.Form:
    return DecideForm({"on": "2025-03-06", "outcome": "annul", "text": ""})


REFUSED = replace(
    RECORD,
    notices=(
        notice.refused(
            "不能作出决定",
            notice.Item(
                "重大、疑难、复杂案件应当听证",
                art(f"{RC}第五十条第一款"),
                "请先登记听证日期；今天发出通知的，最早 3月21日听证，应当先延长审理期限。",
                (
                    Action("延长审理期限", "#extend", main=True),
                    Action("登记听证日期", "#hear"),
                    Action("案件性质认定有误，去更正", "#", quiet=True),
                ),
            ),
            notice.Item(
                "应当经行政复议机关的负责人同意或者集体讨论通过",
                art("第六十一条第一款"),
                "请将审核意见送机关负责人。",
            ),
        ),
    ),
    cards=(DECIDE, replace(FULL[1], main=False), *FULL[2:]),
    breaches=(record.Breached("普通程序应当听取意见", art("第四十九条")),),
)


def opened() -> Opened:
    return Opened("decide", "作出决定", f"{CASE}/decide", decide_form(), 14, CASE, kept=True, numbered="文号")


WITHDRAW = FormPage(
    title="撤回 示复〔2024〕97号",
    lead="记录保留并可查，不再计入任何指标。",
    crumbs=(Link("行政复议", "/r"), Link("撤回记录", current=True)),
    url="/w",
    form=None,
    submit="撤回记录",
    cancel=Link("不撤回", CASE),
    version=3,
    hint="理由记入经过",
    notices=(
        notice.overtaken("冯二在您打开之后改过这件案件", "改动：承办人。您填写的内容没有丢失。"),
        notice.done("已受理", short(TODAY)),
    ),
)
