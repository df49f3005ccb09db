"""Invented figures: a figure, the list of figures, a draft report, the chain of events, a declaration."""

from __future__ import annotations

from fazhi.web import explain, figure, notice, report, trail
from fazhi.web.bars import Amount, columns
from fazhi.web.link import Action, Link, Tag
from fazhi.web.listing import Cell, Choice, Filter, Head
from fazhi.web.pager import pager
from fazhi.web.record import Change, Fact
from fazhi.web.seal import (
    BREACH,
    CONTRADICTION,
    DONE,
    HOLDS,
    LACKING,
    LAPSED,
    LATE,
    MOVED,
    NONE,
    QUESTION,
)
from fazhi.web.worklist import Tally
from tests.look.office import CASE, art

SPANS = (
    Filter("年度", (Choice("2023", "?y=2023"), Choice("2024", "?y=2024", current=True))),
    Filter("范围", (Choice("本级", "?s=own"), Choice("本级及所辖（块）", "?s=within", current=True))),
)
ORGANS = (("市本级", 34, 37), ("甲区", 16, 18), ("乙县", 11, 12), ("丙县", 9, 9), ("己县", 4, 4))
CLOSINGS = (("维持", 38), ("终止", 13), ("撤销", 11), ("变更", 12))
FIGURE = figure.FigurePage(
    title="审结行政复议案件",
    key="reconsideration.closed",
    lead="指标 · 行政复议",
    crumbs=(Link("指标", "/figures"), Link("行政复议", "/figures"), Link("审结行政复议案件", current=True)),
    filters=SPANS,
    value="74",
    unit="件",
    scale=("2024年度 · 示例市及所辖", "（本级和 7 个县区）"),
    formula="结案日期在 2024年1月1日至12月31日之间的行政复议案件的件数；撤回的记录不计。",
    tags=(Tag("年报冻结值", "ink"), Tag("流量")),
    tallies=(
        Tally("现值（今日 9:20）", "75", "件", "＋1"),
        Tally("上年", "80", "件"),
        Tally("结案率（当年审结/当年受理）", "92.50", "%", "74/80"),
    ),
    said="报告写法：审结、办结。",
    articles=art("《行政复议法》第六十二条"),
    query="SELECT count(*) FROM reconsideration_case WHERE closed_on BETWEEN '2024-01-01' AND '2024-12-31'",
    organs=figure.Breakdown(
        "按单位",
        "单位",
        "审结",
        figure.shares(
            figure.Measured(
                name, str(closed), closed, "/f", "申报" if name == "己县" else "登记", (str(accepted),)
            )
            for name, closed, accepted in ORGANS
        ),
        "74",
        "登记得出 70 件，县级申报 4 件（己县，2025-01-20 确认）",
        ("受理",),
        ("80",),
        origin=True,
    ),
    members=figure.Members(
        "74 件中您可查看 50 件（市本级、甲区）",
        (Head("案号"), Head("当事人"), Head("结案日"), Head("结案方式")),
        (
            (
                Cell("案号", "示复〔2024〕93号"),
                Cell("当事人", "刘某 不服 市公安局", CASE, wide=True),
                Cell("结案日", "12-30"),
                Cell("结案方式", "维持"),
            ),
            (
                Cell("案号", "示复〔2024〕90号"),
                Cell("当事人", "某食品厂 不服 市市监局", CASE, wide=True),
                Cell("结案日", "12-27"),
                Cell("结案方式", "撤销"),
            ),
        ),
        "其余 24 件无权查看（20 件属其他县，4 件为申报数，没有逐件记录）",
        pager(2, 50, following="?after=90", first=1),
        "/r/reconsideration.cases",
    ),
    breakdowns=(
        figure.Breakdown(
            "按结案方式",
            "结案方式",
            "件数",
            figure.shares(figure.Measured(label, str(count), count) for label, count in CLOSINGS),
            "74",
            note="其中直接纠错 23 件",
        ),
    ),
    frozen=figure.Frozen(
        "差 1 件",
        "2025年2月20日随年报冻结 74 件；此后加入 1 件，现值 75 件。审批因此失效，须由签发人确认，再送核准。",
        (
            figure.Shift(*figure.JOINED, "甲复〔2024〕18号", CASE, "补录，结案 12-30", "03-03"),
            figure.Shift(*figure.LEFT, "示复〔2024〕61号", CASE, "重复登记，撤回", "03-05"),
            figure.Shift(*figure.CHANGED, "丁复〔2024〕7号", "", "终止更正为调解", "03-11"),
        ),
        (Action("送签发人确认", "/sign", main=True), Action("看受影响的句子", "/report")),
    ),
    months=columns(
        Amount(f"{month}月", n, str(n))
        for month, n in enumerate((5, 4, 8, 7, 9, 8, 7, 10, 9, 3, 0, 4), start=1)
    ),
    months_note="2024年",
    years=columns(
        Amount(str(year), n, str(n), "b1" if year == 2024 else "b2", "/f")
        for year, n in ((2021, 58), (2022, 72), (2023, 80), (2024, 74))
    ),
    years_note="2021年6月管辖改革，前后口径不同",
    actions=(Action("导出", "/x"),),
)
FIGURES = figure.FigureIndexPage(
    title="指标",
    lead="2024年度 · 示例市及所辖",
    crumbs=(Link("指标", current=True),),
    filters=SPANS,
    parts=(
        figure.IndexPart(
            "行政复议",
            (
                figure.IndexRow(
                    "审结行政复议案件", "/f", "reconsideration.closed", "流量", "74", "件", "74", "登记"
                ),
                figure.IndexRow(
                    "结案率", "/f", "reconsideration.closing_rate", "比率", "92.50", "%", "80", "登记"
                ),
            ),
        ),
    ),
)


def words(text: str) -> report.Run:
    return report.Run(text)


def fig(text: str, name: str, origin: report.Origin = "counted") -> report.Run:
    return report.Run(text, origin, "" if origin == "typed" else "/f", name)


def ref(number: int) -> report.Run:
    return report.Run(str(number), note=number)


REPORT = report.ReportPage(
    title="2024年度法治政府建设工作报告",
    lead="草稿　公布期限 4月1日之前，剩 17 天",
    crumbs=(Link("年度报告", "/report"), Link("2024年度", current=True)),
    passages=(
        report.Passage(
            (
                report.Block("title", (words("示例市2024年度法治政府建设工作报告"),)),
                report.Block("organ", (words("示例市人民政府"),)),
                report.Block("h3", (words("一、主要举措和成效"),)),
                report.Block("h4", (words("（六）行政复议和行政应诉"),)),
                report.Block(
                    "p",
                    (
                        words("全年收到行政复议申请"),
                        fig("112", "收到"),
                        words("件，受理"),
                        fig("80", "受理"),
                        words("件，审结"),
                        fig("74", "审结", "moved"),
                        words("件"),
                        ref(1),
                        words("。全市行政机关一审行政应诉案件"),
                        fig("124", "应诉", "declared"),
                        words("件"),
                        ref(2),
                        words("，制发行政复议意见书7份，均已反馈"),
                        ref(3),
                        words("。组织培训"),
                        fig("近30场次", "培训", "typed"),
                        ref(4),
                        words("。"),
                    ),
                ),
            ),
            (
                report.Note(1, MOVED, "核准后有变动", "审结：冻结 74，现值 75。", link=Link("看差别", "/f")),
                report.Note(2, QUESTION, "申报数，口径待核", "来源 示例市中级人民法院，截至 2024-12-31。"),
                report.Note(3, HOLDS, "“均”成立", "意见书 7 份，已反馈 7 份，7/7。"),
                report.Note(4, LACKING, "手工填写", "没有记录支持，请注明来源。"),
            ),
        ),
        report.Passage(
            (
                report.Block("h3", (words("二、存在的不足和原因"),)),
                report.Block(
                    "p", (words("一是报备逾期"), ref(5), words("；二是数字矛盾"), ref(6), words("。"))
                ),
            ),
            (
                report.Note(
                    5,
                    LATE,
                    "逾期 1 件",
                    "报备限期 30 日",
                    "unlawful",
                    Tag("本地设置", "dash"),
                    art("第三十条"),
                ),
                report.Note(6, CONTRADICTION, "数字矛盾", "190 + 88 = 278，比总数 268 多 10 件。", "bad"),
            ),
        ),
    ),
    stages=(
        report.Stage(DONE, "各单位供稿", "46/46，02-10"),
        report.Stage(DONE, "司法局汇总", "赵六，02-14"),
        report.Stage(LAPSED, "分管副市长核准", "因 1 个数变动，核准失效", current=True),
        report.Stage(NONE, "市长签发", ""),
    ),
    note="数字点开见记录",
    links=(Link("目录", "#outline"),),
    next_note=6,
    contents=(
        report.Content(DONE, "主要举措和成效"),
        report.Content(LACKING, "存在的不足和原因", "3 项问题未附数据"),
        report.Content(BREACH, "下一年度主要安排", "缺。报告必须包含，签发前补齐"),
    ),
    contents_note="五部分",
    frozen=(
        Fact("状态", "草稿第 4 稿，核准失效，待重新核准"),
        Fact("事实集", "sha256 4f1c 09ae 7b52 d3e8", code=True),
    ),
    actions=(Action("导出 DOCX", "/d"), Action("送重新核准", "/sign", main=True)),
)
TRAIL = trail.TrailPage(
    title="事件链",
    lead="示例市司法局",
    crumbs=(Link("事件链", current=True),),
    entries=(
        trail.Entry(
            "21903",
            "2025-03-14 09:02",
            "2025-03-14",
            "李四",
            "受理",
            Link("示复〔2025〕9号", CASE),
            (Change("步骤", "收到", "审理"),),
        ),
        trail.Entry("21902", "2025-03-14 00:00", "2025-03-13", "依法", "视为受理", law=True),
        trail.Entry("21901", "2025-03-13 17:40", "2025-03-13", "冯二", "更正", None, (), "笔误"),
    ),
    verdict=notice.done("事件链完整", "共 21903 条，逐条校验，没有缺失和改动。"),
    heads=(Fact("21903", "b7e2 40d1 5c96", code=True),),
    pager=pager(3, 21903, following="?before=21901"),
)
EXPLAIN = explain.ExplainPage(
    title="行政复议",
    lead="声明的全部内容：登记簿、办理、期限、指标",
    crumbs=(Link("说明", "/explain"), Link("行政复议", current=True)),
    registers=(
        explain.Registered(
            "行政复议案件",
            "reconsideration.cases",
            "适用法律日期：受理日期",
            ("收到", "审理", "已决定"),
            (
                explain.Act(
                    "作出决定",
                    "审理",
                    "已决定",
                    "机关负责人",
                    art("《行政复议法》第六十一条第一款"),
                    (explain.Demand("重大、疑难、复杂案件应当听证", art("第五十条第一款")),),
                    "决定日期",
                ),
            ),
            (
                explain.Limit(
                    "审查受理",
                    "RC-T3",
                    "收到日期",
                    "受理日期",
                    (("5个工作日", art("第三十条第一款")[0]),),
                    extension="不得延长",
                    lapse="逾期视为受理",
                    tags=(Tag("本地设置", "dash"),),
                ),
            ),
            (explain.Field("受理日期", "accepted_on", "日期", (Tag("可公布"),)),),
        ),
    ),
    measures=(
        explain.Measure(
            "审结行政复议案件",
            "reconsideration.closed",
            "/f",
            "流量",
            "件",
            "结案日期在期间内的件数",
            "SELECT 1",
        ),
    ),
)
