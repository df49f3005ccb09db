"""What the commands ask about: an organ by its code, a scope, a year; wrong ones refused with a remedy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from fazhi.command_line import Parser
from fazhi.engine.actor import today
from fazhi.engine.figures.compile import check_scope
from fazhi.engine.figures.span import Span, year
from fazhi.engine.figures.value import SCOPE_LABELS, Scope
from fazhi.engine.refusal import Refusal
from fazhi.organs.models import Organ

EARLIEST = 1949


@dataclass(frozen=True, slots=True)
class Question:
    """Whose figures, how far they reach, and for which year."""

    organ: Organ
    scope: Scope
    year: int

    @property
    def span(self) -> Span:
        return year(self.year)

    @property
    def scope_label(self) -> str:
        return SCOPE_LABELS[self.scope]


def add_arguments(parser: Parser, *, required: bool = True) -> None:
    parser.add_argument("--organ", required=required, help="机关代码，如区划代码 620900")
    parser.add_argument("--year", required=required, help="年度，如 2017")
    parser.add_argument(
        "--scope", default="within", help="范围：within 本级及所辖（块，默认）、own 本机关、line 本系统（条）"
    )


def ask(organ: str, scope: str, asked_year: str) -> Question:
    """
    :raises Refusal: no such organ, or none in that year; no such scope; no year, or one to come.
    """
    check_scope(scope)
    number = read_year(asked_year)
    found = find_organ(organ)
    span = year(number)
    if found.born_on and found.born_on > span.last:
        raise Refusal(f"“{found.name}”设立于{found.born_on}，{number}年尚不存在。请核对年度。")
    if found.ended_on and found.ended_on <= span.first:
        heir = (
            f"请改查承继机关“{found.successor.name}”（{found.successor.code}）。" if found.successor else ""
        )
        raise Refusal(f"“{found.name}”已于{found.ended_on}撤销，{number}年已不存在。{heir or '请核对年度。'}")
    return Question(found, cast("Scope", scope), number)


def find_organ(code: str) -> Organ:
    """The organ with that code, credit code or full name.

    :raises Refusal: none, or several bear the name.
    """
    code = code.strip()
    organs = Organ.objects.select_related("successor")
    found = organs.filter(code=code).first() or (code and organs.filter(credit_code=code).first())
    if found:
        return found
    named = list(organs.filter(name=code)[:3])
    if len(named) == 1:
        return named[0]
    if named:
        codes = "、".join(organ.code for organ in named)
        raise Refusal(f"有多个机关名为“{code}”。请写机关代码，例如 {codes}。")
    if not organs.exists():
        raise Refusal("机关名册还是空的。请先用 fazhi organs import 导入机关，或用 fazhi demo 载入示例。")
    raise Refusal(f"没有代码为“{code}”的机关。请核对区划代码（如 620900），部门的代码写成“区划代码/简码”。")


def read_year(text: str) -> int:
    """
    :raises Refusal: no year of four digits, before the republic, or not yet begun.
    """
    this = today().year
    if not text.isascii() or not text.isdecimal() or len(text) != 4 or int(text) < EARLIEST:
        raise Refusal(f"“{text}”不是年度。请写四位数字，如 {this - 1}。")
    if int(text) > this:
        raise Refusal(f"{text}年还没有开始，没有可编制的数据。请写{this}年或以前的年度。")
    return int(text)
