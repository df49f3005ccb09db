"""``fazhi organs add|rename|move|merge|abolish``: what reforms do to organs, each logged with its basis."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from datetime import date

from django.db import transaction

from fazhi.command_line import Parser
from fazhi.engine.actor import SYSTEM, today
from fazhi.engine.refusal import Refusal
from fazhi.engine.trail import record_event
from fazhi.exchange.options import find_organ, read_day
from fazhi.organs import reform
from fazhi.organs.models import Axis, Kind, Level, Organ
from fazhi.organs.refusal import OrganRefused
from fazhi.organs.tree import add_organ


def run_reform(argv: list[str]) -> int:
    given = arguments().parse_args(argv)
    day = read_day(given.on) if given.on else today()
    try:
        with transaction.atomic():
            organ, label = ACTS[given.action](given, day)
            record_event(
                actor=SYSTEM,
                kind=f"organ-{given.action}",
                label=label,
                legal_on=day,
                organ=organ,
                changes={"organ": organ.code},
                why=given.why,
            )
    except OrganRefused as refused:
        raise Refusal(str(refused)) from None
    print(f"{label}（{day}）。")
    return 0


def arguments() -> Parser:
    parser = Parser(prog="fazhi organs", description="机关的设立、更名、改隶、合并和撤销。")
    acts = parser.add_subparsers(dest="action", required=True)
    for name, said in (
        ("add", "设立"),
        ("rename", "更名"),
        ("move", "改隶"),
        ("merge", "合并"),
        ("abolish", "撤销"),
    ):
        act = acts.add_parser(name, help=said, description=f"机关{said}。")
        act.add_argument("code", help="机关代码")
        act.add_argument("--on", default="", help="生效日期，默认今天")
        act.add_argument("--why", required=True, help="依据，如机构改革方案的文号")
        if name in {"add", "rename"}:
            act.add_argument("--name", required=True, help="名称")
            act.add_argument("--short", default="", help="简称")
            act.add_argument("--mark", default="", help="机关代字，用于文号，如“示政”")
        if name in {"add", "move"}:
            act.add_argument("--under", required=True, help="上级机关的代码")
        if name == "add":
            act.add_argument("--kind", choices=Kind.values, default=Kind.DEPARTMENT, help="种类")
        if name == "move":
            act.add_argument("--axis", choices=Axis.values, default=Axis.TERRITORY, help="块或条")
        if name == "merge":
            act.add_argument("--into", required=True, help="承继机关的代码")
    return parser


def add(given: Namespace, day: date) -> tuple[Organ, str]:
    under = find_organ(given.under)
    organ = add_organ(
        given.code,
        given.name,
        kind=Kind(given.kind),
        level=Level(under.level),
        parent=under,
        short_name=given.short,
        mark=given.mark,
        born_on=day if given.on else None,
    )
    return organ, f"设立{organ.name}，隶属{under.name}"


def rename(given: Namespace, day: date) -> tuple[Organ, str]:
    organ = find_organ(given.code)
    before = organ.name
    reform.rename(organ, given.name, day, short_name=given.short)
    if given.mark:
        organ.mark = given.mark
        organ.save(update_fields=["mark"])
    return organ, f"{before}更名为{given.name}"


def move(given: Namespace, day: date) -> tuple[Organ, str]:
    organ, under = find_organ(given.code), find_organ(given.under)
    reform.move(organ, under, day, Axis(given.axis))
    return organ, f"{organ.name}改隶{under.name}"


def merge(given: Namespace, day: date) -> tuple[Organ, str]:
    organ, into = find_organ(given.code), find_organ(given.into)
    reform.merge(organ, into, day)
    return organ, f"{organ.name}并入{into.name}"


def abolish(given: Namespace, day: date) -> tuple[Organ, str]:
    organ = find_organ(given.code)
    return reform.abolish(organ, day), f"撤销{organ.name}"


ACTS: dict[str, Callable[[Namespace, date], tuple[Organ, str]]] = {
    "add": add,
    "rename": rename,
    "move": move,
    "merge": merge,
    "abolish": abolish,
}
