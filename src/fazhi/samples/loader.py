"""A sample loaded: organs, records, declared figures, in one transaction; loaded once, then found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from django.db import transaction

from fazhi.engine.actor import SYSTEM, today
from fazhi.engine.bulk import load
from fazhi.engine.figures.declared import declare_figure
from fazhi.engine.models import Breach, DeclaredFigure, Event, Obligation, Record
from fazhi.engine.recipe import Recipe
from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import Registry
from fazhi.engine.trail import record_event
from fazhi.organs.models import Organ
from fazhi.organs.refusal import OrganRefused
from fazhi.organs.tree import add_organs
from fazhi.samples.builder import Builder, Plan
from fazhi.samples.check import compared
from fazhi.samples.published import Published, SampleFile

Tell = Callable[[int, int], None]
"""Called with records written so far and records in all."""

KIND = "sample"


@dataclass(frozen=True, slots=True)
class Result:
    """Whether the sample was loaded now or stood already, and with how many records."""

    records: int
    already: bool


def standing(sample: SampleFile) -> Event | None:
    """The event of an earlier load.

    :raises Refusal: it was loaded from another version of the file.
    """
    event: Event | None = Event.objects.filter(kind=KIND, changes__sample=sample.name).order_by("-pk").first()
    if event is not None and event.changes["digest"] != sample.digest:
        raise Refusal(
            f"示例“{sample.name}”已按另一版本的文件载入，不能再载入一次。"
            "请用 FAZHI_HOME 指定一个新文件夹后再运行，例如：FAZHI_HOME=示例 fazhi sample …。"
        )
    return event


def load_sample(
    sample: SampleFile, registry: Registry, recipes: Mapping[str, Recipe], tell: Tell | None = None
) -> Result:
    """Load the sample, or find that it stands; killed on the way it leaves nothing.

    :raises Refusal: real records are in the database; figures contradict each other or do not come out.
    """
    event = standing(sample)
    if event is not None:
        return Result(int(event.changes["records"]), already=True)
    if Record.objects.filter(synthetic=False).exists():
        raise Refusal(
            "现用数据库中已有正式记录，不能载入示例。"
            "请用 FAZHI_HOME 指定一个新文件夹后再运行，例如：FAZHI_HOME=示例 fazhi sample …。"
        )
    with transaction.atomic():
        add_missing_organs(sample)
        builder = Builder(sample, registry, recipes)
        plan = builder.plan()
        write(plan, registry, sample, tell)
        for figure in sample.figures:
            if figure.origin == "declared":
                declare(figure, builder.organs[figure.organ], registry)
        record_event(
            actor=SYSTEM,
            kind=KIND,
            label=f"载入示例“{sample.title}”",
            legal_on=today(),
            organ=builder.organs[sample.organ],
            changes={
                "sample": sample.name,
                "digest": sample.digest,
                "records": plan.count,
                "assumed": plan.assumed,
            },
        )
        must_come_out(sample, registry)
    return Result(plan.count, already=False)


def add_missing_organs(sample: SampleFile) -> None:
    """Organs that stand already stay as they are."""
    known = set(Organ.objects.values_list("code", flat=True))
    new = [spec for spec in sample.organs if spec.code not in known]
    if not new:
        return
    organs = [
        Organ(
            code=one.code,
            name=one.name,
            short_name=one.short_name,
            mark=one.mark,
            kind=one.kind,
            level=one.level,
        )
        for one in new
    ]
    try:
        add_organs(organs, {one.code: one.parent for one in new if one.parent})
    except OrganRefused as error:
        raise Refusal(str(error)) from None
    record_event(
        actor=SYSTEM,
        kind="organs",
        label=f"载入示例机关{len(new)}个",
        legal_on=today(),
        changes={"organs": [one.code for one in new], "sample": sample.name},
    )


def write(plan: Plan, registry: Registry, sample: SampleFile, tell: Tell | None) -> None:
    """Every register's rows; all must be lawful.

    :raises Refusal: a breach or an overdue record.
    """
    done = 0
    for key, planned in plan.rows.items():
        if not planned:
            continue
        before = done

        def progress(count: int, before: int = before) -> None:
            if tell:
                tell(before + count, plan.count)

        loaded = load(
            registry.registers[key],
            (one.row for one in planned),
            actor=SYSTEM,
            synthetic=True,
            why=f"示例“{sample.name}”",
            progress=progress,
        )
        done += loaded.count
        for run in loaded.runs:
            must_be_lawful(run)


def must_be_lawful(run: range) -> None:
    reach = {"record__gte": run.start, "record__lt": run.stop}
    breach = Breach.objects.filter(**reach).select_related("record").first()
    if breach is not None:
        raise Refusal(
            f"示例记录“{breach.record}”不合规定：{breach.label}（{breach.article}）。请在 groups 中改正该组。"
        )
    late = Obligation.objects.filter(**reach, met_on__isnull=True, watch=False, due_on__lt=today())
    if (clock := late.select_related("record").first()) is not None:
        raise Refusal(
            f"示例记录“{clock.record}”逾期：应于{clock.due_on}前完成（{clock.article}）。"
            "请在 groups 中改正该组。"
        )


def declare(figure: Published, organ: Organ, registry: Registry) -> None:
    """Enter a declared figure unless it stands."""
    span = figure.span
    where = {"indicator": figure.indicator, "organ": organ, "scope": figure.scope}
    if DeclaredFigure.objects.filter(**where, first=span.first, last=span.last).exists():
        return
    declare_figure(
        figure.indicator,
        organ,
        figure.scope,
        span,
        Fraction(figure.value),
        source=figure.source or "公布的法治政府建设年度报告",
        as_of=figure.as_of or min(span.last, today()),
        actor=SYSTEM,
        note=figure.note,
        registry=registry,
    )


def must_come_out(sample: SampleFile, registry: Registry) -> None:
    wrong = [row for row in compared(sample, registry) if not row.equal and row.compiled is not None]
    if wrong:
        listed = "；".join(f"{row.figure}编制得{row.printed}" for row in wrong)
        raise Refusal(f"示例没有载入：{listed}。请核对公布数，或者在 groups 中写明各组记录。")
