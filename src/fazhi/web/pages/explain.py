"""A line of work explained: its registers with moves, demands, limits and fields, and its indicators."""

from __future__ import annotations

from collections.abc import Iterator

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Field as Column
from django.http import Http404, HttpResponse
from django.urls import reverse

from fazhi.engine.apart import act_label
from fazhi.engine.deadline import Deadline
from fazhi.engine.figures.ask import explanation, sql_of
from fazhi.engine.procedure import Gate, Move
from fazhi.engine.register import Register, Workstream
from fazhi.engine.registry import installed
from fazhi.engine.values import label_of
from fazhi.law import Citation
from fazhi.organs.models import Role
from fazhi.web.explain import Act, Demand, ExplainPage, Field, Limit, Measure, Registered
from fazhi.web.index import group_of
from fazhi.web.letterhead import page, register_url
from fazhi.web.link import Article, Link, Tag
from fazhi.web.listing import Choice, Filter
from fazhi.web.office import Desk


def explain(request: Desk, key: str = "") -> HttpResponse:
    """One line of work; the first where none is named.

    :raises Http404: there is no such line of work.
    """
    workstreams = installed().workstreams
    if key and key not in workstreams:
        raise Http404
    workstream = workstreams[key] if key else next(iter(workstreams.values()))
    content = ExplainPage(
        title=f"{workstream.label}：登记簿、程序、期限和指标",
        lead="由声明生成，与程序实际执行的一致",
        crumbs=(
            Link(group_of(workstream.key)),
            Link(workstream.label, register_url(workstream.registers[0].key)),
            Link("说明", current=True),
        ),
        registers=tuple(registered(register) for register in workstream.registers),
        measures=tuple(measures(workstream)),
        filters=choices(workstream),
    )
    return page(request, "web/explain.html", content, current="explain")


def choices(chosen: Workstream) -> tuple[Filter, ...]:
    every = installed().workstreams.values()
    return (
        Filter(
            "工作",
            tuple(
                Choice(one.label, reverse("explain-one", args=[one.key]), current=one is chosen)
                for one in every
            ),
        ),
    )


def registered(register: Register) -> Registered:
    procedure = register.procedure
    days = "、".join(label_of(register.model, name) for name in procedure.law_day)
    return Registered(
        register.label,
        register.key,
        f"适用法律日期：{days}",
        tuple(str(label) for label in procedure.steps.labels),
        tuple(act(register, move) for move in procedure.moves),
        tuple(limit(register, deadline) for deadline in procedure.deadlines),
        tuple(fields(register)),
    )


def cited(cite: Citation) -> Article:
    """The article with its edition; what was not compared with an official text says so."""
    return Article(f"{cite}（{cite.law.edition}{'' if cite.law.verified else '，未核'}）")


def act(register: Register, move: Move) -> Act:
    steps = register.procedure.steps
    return Act(
        move.label,
        "、".join(str(steps(step).label) for step in move.sources),
        "不变" if move.target is None else str(steps(move.target).label),
        "、".join(str(Role(role).label) for role in move.who),
        tuple(cited(cite) for cite in move.cites),
        (
            *(demand(gate) for gate in move.gates),
            *(Demand(f"附“{name}”", ()) for name in move.evidence),
            *(Demand(f"与“{act_label(register, key)}”不是同一人", ()) for key in move.apart),
        ),
        f"填写{label_of(register.model, move.sets)}" if move.sets else "",
    )


def demand(gate: Gate) -> Demand:
    return Demand(gate.label, tuple(cited(cite) for cite in gate.cites), gate.remedy)


def limit(register: Register, deadline: Deadline) -> Limit:
    procedure = register.procedure
    extension = "；".join(
        f"{cite.law.edition}：最多延长{one.most}，{Role(one.who).label}批准"
        for cite, one in deadline.extension or ()
    )
    lapse = "；".join(
        f"{cite.law.edition}：届满视为“{procedure.move(one.move).label}”"
        for cite, one in deadline.lapse or ()
    )
    tags = [Tag(deadline.nature, "dash")] if deadline.nature else []
    tags += [Tag("本地设置", "dash")] if deadline.local else []
    return Limit(
        deadline.label,
        deadline.rule,
        "、".join(label_of(register.model, name) for name in deadline.starts),
        "、".join(label_of(register.model, name) for name in deadline.met),
        tuple((f"{'前' if period.back else ''}{period}", cited(cite)) for cite, period in deadline.period),
        "、".join(str(Role(role).label) for role in deadline.who),
        extension,
        "、".join(procedure.pause(key).label for key in deadline.pauses),
        lapse,
        tuple(tags),
    )


def fields(register: Register) -> Iterator[Field]:
    """The columns of the record page with what they are."""
    for name in dict.fromkeys((*register.facts, *register.personal)):
        try:
            column = register.model._meta.get_field(name)
        except FieldDoesNotExist:
            continue
        if isinstance(column, Column):
            tags = [Tag("必填")] if name in register.needs else []
            tags += [Tag("个人信息", "ink")] if name in register.personal else []
            tags += [Tag("可公布")] if name in register.published else []
            yield Field(str(column.verbose_name), name, kind_of(column), tuple(tags))


KINDS = {
    "DateField": "日期",
    "CharField": "文字",
    "TextField": "文字",
    "BooleanField": "是否",
    "ForeignKey": "机关",
    "OneToOneField": "记录",
}


def kind_of(column: Column[object, object]) -> str:
    if column.choices:
        return "、".join(str(label) for _, label in column.flatchoices)
    return KINDS.get(column.get_internal_type(), "数")


def measures(workstream: Workstream) -> Iterator[Measure]:
    for indicator in workstream.indicators:
        key = f"{workstream.key}.{indicator.key}"
        yield Measure(
            indicator.label,
            key,
            reverse("figure", args=[key]),
            indicator.word,
            indicator.unit,
            explanation(key),
            ";\n\n".join(sql_of(key)),
        )
