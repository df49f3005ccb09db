"""An invented register, full and empty."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fazhi.web.clock import reading
from fazhi.web.link import Action, Link
from fazhi.web.listing import Cell, Choice, Empty, Filter, Head, ListPage, Row
from fazhi.web.pager import pager
from fazhi.web.seal import BREACH, GONE, Seal
from tests.look.office import CASE, TODAY


def row(
    number: str,
    title: str,
    matter: str,
    step: str,
    accepted: str,
    due: date | None,
    who: str,
    *,
    met: date | None = None,
    seal: Seal | None = None,
) -> Row:
    said = reading(due, TODAY, met)
    return Row(
        seal or said.seal,
        (
            Cell("案号", number),
            Cell("当事人", title, CASE, wide=True),
            Cell("事项", matter, wide=True, muted=True),
            Cell("步骤", step),
            Cell("受理日", accepted),
            Cell("届满日", due.isoformat() if due else ""),
            Cell(
                "余期",
                "—" if seal in {GONE, BREACH} else said.left,
                numeric=True,
                tone="" if seal in {GONE, BREACH} else said.tone,
            ),
            Cell("承办", who),
        ),
    )


ROWS = (
    row(
        "示复〔2025〕1号",
        "钱某 不服 市住建局",
        "城乡建设 · 责令限期拆除",
        "审理",
        "2024-12-20",
        date(2025, 3, 12),
        "李四",
    ),
    row("示复〔2025〕9号", "孙某 不服 丁县人民政府", "政府信息公开", "审查受理", "", TODAY, "李四"),
    row(
        "示复〔2025〕5号",
        "某建材公司 不服 市自然资源局",
        "补录；缺听取意见（第四十九条）",
        "已决定",
        "2025-01-16",
        date(2025, 3, 17),
        "冯二",
        seal=BREACH,
    ),
    row(
        "示复〔2025〕3号",
        "张三 不服 示例市市场监督管理局",
        "市场监管 · 罚款",
        "审理",
        "2025-01-06",
        date(2025, 3, 19),
        "李四",
    ),
    row(
        "示复〔2025〕7号",
        "某餐饮店 不服 市市监局",
        "市场监管 · 警告（简易程序）",
        "审理",
        "2025-02-18",
        date(2025, 3, 20),
        "郑一",
    ),
    row(
        "示复〔2025〕6号",
        "吴某等 12 人 不服 乙县人民政府",
        "土地征收 · 补偿决定",
        "审理",
        "2025-01-21",
        date(2025, 3, 24),
        "冯二",
    ),
    row(
        "示复〔2025〕2号",
        "周某 不服 市公安局",
        "治安 · 行政拘留；等待另案审结",
        "中止",
        "2025-01-03",
        None,
        "冯二",
    ),
    row(
        "示复〔2025〕4号",
        "赵某 不服 市市监局",
        "市场监管 · 撤销",
        "已送达",
        "2025-01-09",
        date(2025, 3, 10),
        "李四",
        met=date(2025, 3, 6),
    ),
    row("示复〔2024〕97号", "重复登记，见 96号", "", "撤回", "", None, "郑一", seal=GONE),
)
HEADS = (
    *(Head(label) for label in ("案号", "当事人", "事项", "步骤", "受理日", "届满日")),
    Head("余期", numeric=True, sort_url="?o=due", sorted="ascending"),
    Head("承办"),
)
LIST = ListPage(
    title="行政复议案件",
    lead="市本级登记簿　复议机关 示例市人民政府",
    crumbs=(Link("化解"), Link("行政复议", current=True)),
    caption="行政复议案件，在办的在前，按届满日排列",
    url="/r/reconsideration.cases",
    heads=HEADS,
    rows=ROWS,
    pager=pager(len(ROWS), 10_001, following="?after=x", first=1, exact_url="?count=exact"),
    views=(
        Choice("全部案件", "?", current=True),
        Choice("我承办的", "?mine=1", "14"),
        Choice("涉企案件", "?v=firm", "38"),
    ),
    filters=(
        Filter(
            "状态",
            (
                Choice("全部", "?", current=True, every=True),
                Choice("在办", "?s=open", "42"),
                Choice("逾期", "?s=late", "1"),
                Choice("已结", "?s=done", "1万以上"),
            ),
        ),
        Filter(
            "步骤",
            (
                Choice("不限", "?", every=True),
                Choice("审查受理", "?step=a", "7", current=True),
                Choice("审理", "?step=b", "25"),
            ),
        ),
    ),
    kept=(("s", "open"),),
    actions=(Action("登记申请", "/new", main=True), Action("导出", "/x")),
)
EMPTY = replace(
    LIST,
    rows=(),
    query="鉴定",
    empty=Empty(
        "没有逾期的案件",
        "在“逾期”和关键词“鉴定”下没有找到案件。"
        "您可见的 42 件在办案件都在期限内，最近届满的是 3月14日 的 示复〔2025〕9号。",
        (Action("去掉“逾期”", "?"), Action("查看全部案件", "?", quiet=True)),
    ),
)
