"""``fazhi trace``: the records behind a figure, or with ``--record`` the figures that a record feeds."""

from __future__ import annotations

import json
from argparse import Namespace
from typing import Any

from fazhi.command_line import Parser
from fazhi.engine.actor import today
from fazhi.engine.figures.compile import compile_figures, known
from fazhi.engine.figures.trace import Side
from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import installed
from fazhi.reports.listing import shown
from fazhi.reports.printout import table
from fazhi.reports.question import Question, add_arguments, ask
from fazhi.reports.tracing import Traced, fed_by, records_behind

SIDES: dict[Side, str] = {"numerator": "分子", "denominator": "分母"}


def run_trace(argv: list[str]) -> int:
    parser = Parser(
        prog="fazhi trace",
        description="列出一个数背后的记录；或者用 --record 列出一条记录计入的数。",
    )
    parser.add_argument("indicator", nargs="?", help="指标，如 reconsideration.closed")
    add_arguments(parser, required=False)
    parser.add_argument(
        "--part",
        choices=["numerator", "denominator"],
        default="numerator",
        help="比率列出分子（numerator，默认）还是分母（denominator）的记录",
    )
    parser.add_argument("--record", type=int, help="记录编号：列出它计入的指标和年度")
    parser.add_argument("--json", action="store_true", help="每条输出一行 JSON")
    given = parser.parse_args(argv)
    if given.record is not None:
        show_fed(given.record, as_json=given.json)
        return 0
    question = asked(given)
    known(given.indicator, installed())
    show_records(given.indicator, question, given.part, as_json=given.json)
    return 0


def asked(given: Namespace) -> Question:
    """
    :raises Refusal: an argument is missing that the question needs.
    """
    wanted = (("指标", given.indicator), ("--organ", given.organ), ("--year", given.year))
    missing = "、".join(name for name, value in wanted if not value)
    if missing:
        raise Refusal(
            f"还缺{missing}。请写成：fazhi trace reconsideration.closed --organ 620900 --year 2017；"
            "查一条记录计入哪些数，写成：fazhi trace --record 编号。"
        )
    return ask(given.organ, given.scope, given.year)


def show_records(key: str, question: Question, part: Side, *, as_json: bool) -> None:
    rows = records_behind(key, question, part)
    if as_json:
        for row in rows:
            print(json.dumps(row.to_json(), ensure_ascii=False))
        return
    found = list(rows)
    print(headline(key, question, part, len(found)))
    for line in record_table(found):
        print(line)


def headline(key: str, question: Question, part: Side, count: int) -> str:
    figure = compile_figures([key], [question.organ], [question.scope], question.span)[
        question.organ.pk, question.scope, key
    ]
    side = SIDES[part] if figure.denominator is not None else ""
    return (
        f"{question.organ.name}（{question.scope_label}）{question.span}　"
        f"{figure.label} {shown(figure)}　{side}记录{count}条"
    )


def record_table(found: list[Traced]) -> list[str]:
    if not found:
        return []
    rows = [
        (str(one.record), one.register_label, one.number or "—", str(one.on or "—"), one.title, one.organ)
        for one in found
    ]
    return list(table(("编号", "登记簿", "文号", "日期", "标题", "机关"), rows, right=(0,)))


def show_fed(pk: int, *, as_json: bool) -> None:
    record, feeds = fed_by(pk, today())
    registry = installed()
    rows: list[dict[str, Any]] = [
        {
            "indicator": feed.key,
            "label": registry.indicators[feed.key].label,
            "part": feed.part,
            "years": [span.first.year for span in feed.spans],
        }
        for feed in feeds
    ]
    if as_json:
        for row in rows:
            print(json.dumps(row, ensure_ascii=False))
        return
    print(f"{record.register_label} {record.number or record.record}　{record.title}（{record.organ}）")
    if not rows:
        print("这条记录不计入任何数：它已撤回，或者还没有填写据以统计的日期。")
        return
    body = [
        (row["indicator"], row["label"], SIDES[row["part"]], "、".join(map(str, row["years"])))
        for row in rows
    ]
    for line in table(("指标", "名称", "计入", "年度"), body):
        print(line)
