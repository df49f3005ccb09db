"""An invented city and its officials: letterhead, work list, register."""

from __future__ import annotations

from datetime import date

from fazhi.web import worklist
from fazhi.web.bars import spark, widths
from fazhi.web.clock import reading
from fazhi.web.day import spoken
from fazhi.web.index import index
from fazhi.web.link import Action, Article, Link
from fazhi.web.seal import BREACH, DONE, LACKING, LATE, NONE
from fazhi.web.shell import Acting, Shell

TODAY = date(2025, 3, 14)
RC = "《行政复议法》"
CASE = "/r/reconsideration.cases/3"


def art(text: str) -> tuple[Article, ...]:
    return (Article(text, "/law/rc"),)


SHELL = Shell(
    organs=(
        Acting("1", "示例市司法局", current=True),
        Acting("2", "示例市人民政府（复议机关）"),
        Acting("3", "依法治市办"),
    ),
    person="李四",
    post="复议科 · 承办人",
    groups=index(
        {"reconsideration": "/r/reconsideration.cases", "litigation": "/r/litigation.cases"},
        {"reconsideration": 1},
        "reconsideration",
    ),
    tools=(
        Link("工作台", "/"),
        Link("指标", "/figures"),
        Link("年度报告", "/report"),
        Link("事件链", "/trail"),
        Link("说明", "/explain"),
    ),
    home_url="/",
    search_url="/search",
    logout_url="/logout",
    inbox_url="/",
    inbox=7,
    act_url="/act",
    account=(Link("我的经手", "/me"),),
    sample=True,
)


def task(
    title: str, due: date, who: str, detail: str, article: str = "", *, guess: bool = False
) -> worklist.Task:
    return worklist.Task(
        title,
        CASE,
        due,
        reading(due, TODAY, provisional=guess),
        who,
        detail,
        art(article) if article else (),
    )


TASKS = (
    task(
        "复议案 示复〔2025〕1号 作出决定",
        date(2025, 3, 12),
        "复议科 · 李四",
        "钱某 不服 市住建局；中止 22 日后 3月12日届满",
        f"{RC}第六十二条",
    ),
    task(
        "复议案 示复〔2025〕11号 发送副本",
        date(2025, 3, 13),
        "复议科 · 冯二",
        "受理 3月4日；7个工作日，3月13日届满",
    ),
    task(
        "复议案 示复〔2025〕9号 审查受理",
        TODAY,
        "复议科 · 李四",
        "收到 3月7日；5个工作日，今日届满，逾期视为受理",
        f"{RC}第三十条第一款",
    ),
    task(
        "复议案 示复〔2025〕3号 作出决定",
        date(2025, 3, 19),
        "复议科 · 李四",
        "张三 不服 市市监局；扣除鉴定 12 日后 3月19日届满；尚缺听证、审批",
    ),
    task(
        "行政应诉 (2025)示0101行初12号 答辩举证",
        date(2025, 3, 21),
        "应诉科 · 吴十",
        "送达 3月6日；15日，3月21日届满",
    ),
    task(
        "复议案 示复〔2025〕6号 作出决定",
        date(2025, 3, 24),
        "复议科 · 冯二",
        "吴某等 12 人 不服 乙县人民政府",
    ),
    task("2024年度法治政府建设报告 公布", date(2025, 3, 31), "统筹 · 赵六", "4月1日之前，最迟 3月31日"),
    task(
        "复议案 示复〔2025〕7号 履行",
        date(2026, 1, 31),
        "复议科 · 郑一",
        "2026年节假日安排尚未公布，日期暂定",
        guess=True,
    ),
)


def compared() -> tuple[worklist.Compared, ...]:
    rows = (("受理行政复议案件", 21, 18, "＋16.7%"), ("审结行政复议案件", 13, 14, "－7.1%"))
    return tuple(
        worklist.Compared(
            label,
            "/f",
            str(now),
            "件",
            str(then),
            *widths([now, then]),
            change,
            spark([3, 5, 4, 6, then, now]),
            "全部由登记得出",
        )
        for label, now, then, change in rows
    )


HOME = worklist.HomePage(
    title=spoken(TODAY),
    lead="复议科 · 承办人　数据截至今日 9:20",
    crumbs=(Link("示例市司法局", "/"), Link("工作台", current=True)),
    groups=worklist.grouped(TASKS, TODAY),
    tallies=(
        worklist.Tally("距 2024年度报告公布期限", "17", "天"),
        worklist.Tally("期限内办结率（本年）", "96.8", "%"),
    ),
    more=Link("全部 68 件", "/todo"),
    spread=worklist.spread(
        {
            date(2025, 3, 12): 4,
            TODAY: 2,
            date(2025, 3, 18): 9,
            date(2025, 3, 24): 14,
            date(2025, 3, 31): 11,
            date(2025, 4, 7): 6,
            date(2025, 6, 3): 23,
        },
        TODAY,
    ),
    spread_note="全市在办期限，按周",
    reds=(
        worklist.Red(LATE, "复议科", "/r", "示复〔2025〕1号 审理逾期 2 天", "1 件"),
        worklist.Red(LATE, "市住建局", "/r", "被申请人答复逾期 1 天", "1 件"),
        worklist.Red(BREACH, "丙县司法局", "/r", "补录案件缺“听取意见”", "3 件", art("第四十九条")),
    ),
    reds_note="逾期 2，违反规定 3",
    reds_url="/reds",
    progress=worklist.Progress(
        "2024年度报告进度",
        "已绑定数据 154/173；单位供稿 46/46；校核发现矛盾 1、存疑 3",
        154,
        173,
        (
            worklist.Section(DONE, "一、主要举措和成效", "齐备", "118/118"),
            worklist.Section(LACKING, "二、存在的不足和原因", "3 项问题未附数据", "9/14"),
            worklist.Section(NONE, "四、下一年度安排", "未开始", "0/11"),
        ),
        (Action("打开报告草稿", "/report", main=True),),
    ),
    comparison=worklist.Comparison(
        "1月1日至3月14日，上年同期为1月1日至3月14日；范围：本级及所辖。", compared()
    ),
)
