"""``fazhi limits``: the LOCAL limits with their defaults, and what governments have set."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from fazhi.command_line import Parser
from fazhi.engine.actor import SYSTEM
from fazhi.engine.limits import local_deadlines, local_floors, set_local_limit
from fazhi.engine.models import LocalLimit
from fazhi.exchange.options import find_organ
from fazhi.law.period import size_in_words, size_of, sized


def run_limits(argv: list[str]) -> int:
    parser = Parser(prog="fazhi limits", description="地方期限：由省、市规定长度的期限。")
    acts = parser.add_subparsers(dest="action", required=True)
    listed = acts.add_parser("list", help="列出可以设定的期限、默认长度和各地的设定")
    listed.add_argument("--json", action="store_true", help="每个设定输出一行 JSON")
    act = acts.add_parser(
        "set", help="为一个人民政府及其所辖设定长度", description="设定地方期限，并重算期限。"
    )
    act.add_argument("rule", help="规则编号，如 LT-T19")
    act.add_argument("--organ", required=True, help="人民政府的代码或名称")
    act.add_argument(
        "--length",
        type=int,
        required=True,
        help="长度，按期限自身的单位；固定日期写月日，如3月31日写331；次数写每年几次",
    )
    act.add_argument("--basis", required=True, help="地方规定的名称和条款")
    given = parser.parse_args(argv)
    if given.action == "list":
        for row in rows():
            print(json.dumps(row, ensure_ascii=False) if given.json else line(row))
        return 0
    organ = find_organ(given.organ)
    changed = set_local_limit(organ, given.rule, given.length, given.basis, SYSTEM)
    said = next(row["words"] for row in rows() if (row["rule"], row["organ"]) == (given.rule, organ.name))
    print(f"已为{organ.name}及其所辖设定{given.rule}：{said}；{changed}个期限已重算。")
    return 0


def rows() -> Iterator[dict[str, Any]]:
    """One row a limit with its default (``organ`` None), then one for each government that has set it."""
    kept: dict[str, list[LocalLimit]] = {}
    for limit in LocalLimit.objects.select_related("organ").order_by("organ__code"):
        kept.setdefault(limit.rule, []).append(limit)
    for register, deadline in local_deadlines():
        period = next(iter(deadline.period))[1]
        named = {"rule": deadline.rule, "label": f"{register.label} · {deadline.label}", "unit": period.unit}
        said = {"length": size_of(period), "words": size_in_words(period)}
        yield {**named, "organ": None, **said, "basis": "默认"}
        for limit in kept.get(deadline.rule, ()):
            said = {"length": limit.length, "words": size_in_words(sized(period, limit.length))}
            yield {**named, "organ": limit.organ.name, **said, "basis": limit.basis}
    for label, indicator, floor in local_floors():
        named = {"rule": floor.rule, "label": f"{label} · {indicator.label}", "unit": indicator.unit}
        said = {"length": floor.times, "words": f"每年不少于{floor.times}{indicator.unit}"}
        yield {**named, "organ": None, **said, "basis": "默认"}
        for limit in kept.get(floor.rule, ()):
            said = {"length": limit.length, "words": f"每年不少于{limit.length}{indicator.unit}"}
            yield {**named, "organ": limit.organ.name, **said, "basis": limit.basis}


def line(row: dict[str, Any]) -> str:
    if row["organ"] is None:
        return f"{row['rule']} {row['label']}：默认{row['words']}（未经地方设定的按此计算）"
    return f"  {row['organ']}：{row['words']}（{row['basis']}）"
