"""``fazhi explain``: everything declared and derived, as Markdown a jurist and an engineer both can follow.

The same text makes ``docs/generated``: one page a workstream, compared in CI.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from fazhi.command_line import Parser
from fazhi.engine.apart import act_label
from fazhi.engine.deadline import Deadline
from fazhi.engine.paper import Paper
from fazhi.engine.procedure import Move, Procedure
from fazhi.engine.refusal import Refusal
from fazhi.engine.register import Register, Workstream
from fazhi.engine.registry import Registry, installed
from fazhi.engine.values import label_of
from fazhi.law import Citation
from fazhi.organs.models import Role


def run_explain(argv: list[str]) -> int:
    parser = Parser(prog="fazhi explain", description="说明已声明的登记簿、程序、期限和指标。")
    parser.add_argument("workstream", nargs="?", help="工作的名称，如 reconsideration；不写则列出全部")
    parser.add_argument("--json", action="store_true", help="每个期限、办理、指标输出一行 JSON")
    given = parser.parse_args(argv)
    registry = installed()
    if given.workstream and given.workstream not in registry.workstreams:
        known = "、".join(registry.workstreams) or "无"
        raise Refusal(f"没有“{given.workstream}”这项工作。已登记的有：{known}。")
    chosen = [registry.workstreams[given.workstream]] if given.workstream else registry.workstreams.values()
    for workstream in chosen:
        if given.json:
            for row in rows(workstream, registry):
                print(json.dumps(row, ensure_ascii=False))
        else:
            print("\n".join(page(workstream, registry)))
    return 0


def page(workstream: Workstream, registry: Registry) -> Iterator[str]:
    """One workstream as Markdown lines."""
    yield f"# {workstream.label} `{workstream.key}`"
    for register in workstream.registers:
        yield ""
        yield from register_page(register)
    yield ""
    yield from figures_page(workstream, registry)


def register_page(register: Register) -> Iterator[str]:
    procedure = register.procedure
    yield f"## {register.label} `{register.key}`"
    yield ""
    days = "、".join(label_of(register.model, name) for name in procedure.law_day)
    yield f"适用法律日期：{days}。{procedure.law_day_basis}"
    yield ""
    yield from diagram(procedure)
    yield ""
    yield "### 办理"
    yield ""
    yield from table(
        ("办理", "从", "到", "由谁", "日期", "依据", "应当具备"),
        (move_row(register, move) for move in procedure.moves),
    )
    if procedure.gates:
        yield ""
        yield "### 应当具备的条件"
        yield ""
        yield from table(
            ("条件", "依据", "补救"),
            ((f"{gate.label} `{gate.key}`", articles(gate.cites), gate.remedy) for gate in procedure.gates),
        )
    if procedure.deadlines:
        yield ""
        yield "### 期限"
        yield ""
        yield from table(
            ("规则", "期限", "起算", "长度与依据", "延长", "扣除与中止", "届满的后果"),
            (deadline_row(register, deadline) for deadline in procedure.deadlines),
        )
    if register.papers:
        yield ""
        yield "### 文书"
        yield ""
        head = ("文书", "不早于", "以谁的名义", "文号", "依据")
        yield from table(head, (paper_row(register, paper) for paper in register.papers))


def paper_row(register: Register, paper: Paper) -> tuple[str, ...]:
    return (
        f"{paper.label} `{paper.key}`",
        label_of(register.model, paper.since),
        label_of(register.model, paper.by) if paper.by else "登记机关",
        paper.number.pattern if paper.number else "",
        articles(paper.cites),
    )


def diagram(procedure: Procedure) -> Iterator[str]:
    """The steps and the moves between them as a Mermaid state diagram."""
    yield "```mermaid"
    yield "stateDiagram-v2"
    yield from (f'  state "{label}" as {step}' for step, label in procedure.steps.choices)
    yield f"  [*] --> {procedure.start}"
    for move in procedure.moves:
        for source in move.sources:
            if move.target is not None and move.target != source:
                yield f"  {source} --> {move.target}: {move.label}"
    yield from (f"  {end} --> [*]" for end in procedure.ends)
    yield "```"


def move_row(register: Register, move: Move) -> tuple[str, ...]:
    steps = register.procedure.steps
    target = "—" if move.target is None else str(steps(move.target).label)
    return (
        f"{move.label} `{move.key}`",
        "、".join(str(steps(step).label) for step in move.sources),
        target,
        "、".join(str(Role(role).label) for role in move.who),
        label_of(register.model, move.sets) if move.sets else "",
        articles(move.cites),
        "、".join(demands(register, move)),
    )


def demands(register: Register, move: Move) -> Iterator[str]:
    """What a move asks for: gates, papers, and another person than who did something before."""
    yield from (gate.label for gate in move.gates)
    yield from (f"“{name}”" for name in move.evidence)
    yield from (f"与“{act_label(register, key)}”不是同一人" for key in move.apart)


def deadline_row(register: Register, deadline: Deadline) -> tuple[str, ...]:
    pauses = [register.procedure.pause(key).label for key in deadline.pauses]
    moves = register.procedure.move
    return (
        deadline.rule + ("（地方）" if deadline.local else ""),
        f"{deadline.label} `{deadline.key}`" + (f"（{deadline.nature}）" if deadline.nature else ""),
        "、".join(label_of(register.model, name) for name in deadline.starts),
        "；".join(
            f"{reach(cite)}{'前' if period.back else ''}{period}（{cite.place}）"
            for cite, period in deadline.period
        ),
        "；".join(
            f"{reach(cite)}最多{extension.most}，{Role(extension.who).label}批准（{cite.place}）"
            for cite, extension in deadline.extension or ()
        ),
        "、".join(pauses),
        "；".join(
            f"{reach(cite)}视为“{moves(lapse.move).label}”（{cite.place}）"
            for cite, lapse in deadline.lapse or ()
        ),
    )


def reach(cite: Citation) -> str:
    """The edition in short, with a mark where its text was not at hand."""
    return f"{cite.law.edition}年{'' if cite.law.verified else '（未核）'}："


def articles(cites: Iterable[Citation]) -> str:
    return "；".join(f"{cite}（{cite.law.edition}{'' if cite.law.verified else '，未核'}）" for cite in cites)


def figures_page(workstream: Workstream, registry: Registry) -> Iterator[str]:
    yield "## 指标"
    yield ""
    yield from table(
        ("指标", "名称", "种类", "单位", "口径", "报告写法"),
        (
            (f"`{workstream.key}.{indicator.key}`", indicator.label, indicator.word, indicator.unit,
             basis(f"{workstream.key}.{indicator.key}", registry), "、".join(indicator.says))
            for indicator in workstream.indicators
        ),
    )  # fmt: skip
    for sentence in workstream.sentences:
        yield ""
        yield f"### 句式：{sentence.label} `{sentence.key}`"
        yield ""
        for variant in sentence.variants:
            yield f"- {variant.condition.label}：{variant.text}"


def basis(key: str, registry: Registry) -> str:
    """What is counted, in a Chinese sentence."""
    from fazhi.engine.figures.ask import explanation

    return explanation(key, registry=registry)


def table(head: tuple[str, ...], body: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    for row in body:
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"


def rows(workstream: Workstream, registry: Registry) -> Iterator[dict[str, Any]]:
    """The declarations as plain rows for programs."""
    from fazhi.engine.figures.ask import sql_of

    for register in workstream.registers:
        for deadline in register.procedure.deadlines:
            yield {
                "register": register.key,
                "deadline": deadline.key,
                "rule": deadline.rule,
                "label": deadline.label,
                "periods": [[str(cite.law), cite.place, str(period)] for cite, period in deadline.period],
            }
        for move in register.procedure.moves:
            yield {
                "register": register.key,
                "move": move.key,
                "label": move.label,
                "articles": [str(cite) for cite in move.cites],
                "gates": [gate.key for gate in move.gates],
            }
        for paper in register.papers:
            yield {
                "register": register.key,
                "paper": paper.key,
                "label": paper.label,
                "articles": [str(cite) for cite in paper.cites],
            }
    for indicator in workstream.indicators:
        key = f"{workstream.key}.{indicator.key}"
        yield {
            "indicator": key,
            "label": indicator.label,
            "kind": indicator.kind,
            "unit": indicator.unit,
            "basis": basis(key, registry),
            "sql": list(sql_of(key, registry=registry)),
        }
