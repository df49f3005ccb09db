"""The sheets beside a register's own: standstills, extensions, and what its records are linked with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import CharField, Field

from fazhi.engine.deadline import Deadline
from fazhi.engine.models import Interval, Link, Prolongation, Record
from fazhi.engine.register import Register
from fazhi.engine.registry import installed
from fazhi.engine.relations import kinds, near
from fazhi.engine.values import field_of, label_of
from fazhi.exchange.heading import ALIASES, ROW, Heading, Table, bare

PAUSES, EXTENSIONS, LINKS = "#pauses", "#extensions", "#links"
NAMES = {
    PAUSES: ("中止与扣除", "中止", "扣除"),
    EXTENSIONS: ("延长期限", "延长", "延期"),
    LINKS: ("关联",),
}
"""What each sheet is called, and what else it may be called."""
JOINT = "；"
"""Between the columns of a business key in one cell."""

PLACE = Heading(ROW, ALIASES[ROW][0], needed=True, also=ALIASES[ROW][1:])


def extensible(register: Register) -> list[Deadline]:
    return [one for one in register.procedure.deadlines if one.extension is not None]


def kinds_of_sheets(register: Register) -> list[str]:
    """Which of the sheets the register knows: any record may be linked."""
    found = [PAUSES] if register.procedure.pauses else []
    return [*found, *([EXTENSIONS] if extensible(register) else []), LINKS]


def named_in(register: Register, sheets: Iterable[str]) -> dict[str, str]:
    """Which of a file's sheets are such sheets: the kind by the bare name of the sheet, the first of each."""
    given, found = set(sheets), {}
    for kind in kinds_of_sheets(register):
        name = next((bare(name) for name in NAMES[kind] if bare(name) in given), None)
        if name is not None:
            found[name] = kind
    return found


def beside_table(register: Register, kind: str) -> Table:
    made = {PAUSES: pause_headings, EXTENSIONS: extension_headings, LINKS: link_headings}[kind](register)
    model = {PAUSES: Interval, EXTENSIONS: Prolongation, LINKS: Link}[kind]
    return Table(NAMES[kind][0], model, (PLACE, *made))


def offered(register: Register) -> list[str]:
    """The sheets that a template offers: that of links where rules of the register or of another ask."""
    return [kind for kind in kinds_of_sheets(register) if kind != LINKS or near(register)]


def choice(name: str, label: str, choices: Iterable[tuple[str, str]], **more: Any) -> Heading:
    column: Field[Any, Any] = CharField(label, name=name, max_length=300, choices=list(choices))
    return Heading(name, label, column, **more)


def pause_headings(register: Register) -> list[Heading]:
    pauses = register.procedure.pauses
    grounds = dict.fromkeys(str(label) for one in pauses if one.grounds for label in one.grounds.labels)
    found = [choice("pause", "种类", [(one.key, one.label) for one in pauses], needed=True)]
    if grounds:
        found.append(choice("ground", "情形", [(label, label) for label in grounds]))
    until = "、".join(one.label for one in pauses if not one.through)
    last = "停止计算的最后一日，如 2023-01-05；还没有结束的空着"
    return [
        *found,
        day("first", "起", "停止计算的第一日，如 2023-01-05", needed=True, also=("开始日期", "起始日期")),
        day(
            "last",
            "止",
            last + (f"；“{until}”填恢复之日的前一日" if until else ""),
            also=("结束日期", "截止日期"),
        ),
        text(Interval, "why", "说明", also=("理由", "原因")),
    ]


def day(name: str, label: str, advice: str, **more: Any) -> Heading:
    return text(Interval, name, label, advice=advice, **more)


def text(model: Any, name: str, label: str, **more: Any) -> Heading:
    return Heading(name, label, field_of(model, name), **more)


def extension_headings(register: Register) -> list[Heading]:
    deadlines = extensible(register)
    limits = "；".join(f"“{one.label}”不超过{longest(one)}" for one in deadlines)
    return [
        choice("deadline", "期限", [(one.key, one.label) for one in deadlines], needed=True),
        text(
            Prolongation,
            "amount",
            "延长",
            needed=True,
            advice=f"整数，以该期限的单位计；{limits}",
            also=("延长时间", "延长期限"),
        ),
        text(
            Prolongation,
            "granted_on",
            "批准日期",
            needed=True,
            advice="批准延长的日期，应当在期限届满以前，如 2023-01-05",
        ),
        text(Prolongation, "why", "理由", also=("说明", "原因")),
    ]


def longest(deadline: Deadline) -> str:
    """The longest extension under each edition of the law, in words."""
    found = deadline.extension or ()
    return "或者".join(dict.fromkeys(str(extension.most) for _, extension in found))


def longest_now(deadline: Deadline) -> int:
    """The longest extension under the latest edition of the law."""
    return max((cite.law.in_force, one.most.length) for cite, one in deadline.extension or ())[1]


def link_headings(register: Register) -> list[Heading]:
    registers = installed().registers
    first = near(register)
    keys = dict.fromkeys((*first, *registers))
    relations = {label for key in registers for label in kinds(register, registers[key]).values()}
    found = []
    if relations:
        said = f"从下列各项中选：{'、'.join(sorted(relations))}；空着的按登记簿的规则认定"
        found.append(choice("kind", "关系", [(one, one) for one in sorted(relations)], advice=said))
    how = "；".join(f"{registers[key].label}写“{key_in_words(registers[key])}”" for key in first[:6])
    return [
        *found,
        choice(
            "register",
            "登记簿",
            [(key, registers[key].label) for key in keys],
            needed=True,
            advice="登记簿的名称，从列表中选"
            + (f"；常用的有{'、'.join(registers[key].label for key in first)}" if first else ""),
            also=("对方登记簿",),
        ),
        Heading(
            "organ",
            "对方机关",
            field_of(Record, "organ"),
            advice="登记对方记录的机关的名称、简称或代码；空着的在您看得到的各机关中查找",
            also=("对方登记机关",),
        ),
        Heading(
            "there",
            "对方记录",
            CharField("对方记录", max_length=1000, name="there"),
            needed=True,
            advice=f"对方的编号、标题，或者各项用“{JOINT}”连写{f'（{how}）' if how else ''}；也可写“#记录号”",
            also=("关联记录", "对方编号"),
        ),
    ]


def key_in_words(register: Register) -> str:
    return JOINT.join(label_of(register.model, name) for name in register.key_fields or register.needs)
