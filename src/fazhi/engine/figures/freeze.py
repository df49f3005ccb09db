"""Figures fixed for a report, with the records behind them in the versions counted; what has changed since.

Nothing is pushed: opening, approving or publishing compares a freeze with the records as they are now.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from importlib import metadata
from typing import cast

from django.db import transaction

from fazhi.engine.actor import Actor, now, today
from fazhi.engine.figures.compile import compile_figures
from fazhi.engine.figures.printing import print_value
from fazhi.engine.figures.span import Span
from fazhi.engine.figures.trace import all_members
from fazhi.engine.figures.value import Figure, Origin, Scope, factor
from fazhi.engine.models import Freeze, FrozenFigure, FrozenMember
from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import Registry, installed
from fazhi.engine.trail import record_event
from fazhi.organs.models import Organ

BATCH = 5000

Members = Mapping[int, int]
"""Record id → version."""


@transaction.atomic
def freeze(figures: Iterable[Figure], actor: Actor, *, registry: Registry | None = None) -> Freeze:
    """Fix figures of one organ, scope and span, with every record behind each of their parts.

    :raises Refusal: no figures, or figures of more than one organ, scope or span; a figure that the records
        no longer give, because one was written since it was compiled.
    """
    registry = registry or installed()
    kept = list(figures)
    if len({(one.organ_id, one.scope, one.span) for one in kept}) != 1:
        raise Refusal("一次只能冻结同一机关、同一范围、同一期间的数。请分别冻结，并至少选择一个数。")
    first = kept[0]
    organ = Organ.objects.get(pk=first.organ_id)
    must_be_current(kept, organ, registry)
    made = Freeze.objects.create(
        organ=organ,
        scope=first.scope,
        first=first.span.first,
        last=first.span.last,
        made_at=now(),
        made_by=actor.person,
        digest="",
        code_version=code_version(),
    )
    digests = [_keep(made, one, _members(one, organ, registry)) for one in kept]
    made.digest = whole_digest(digests)
    made.save(update_fields=["digest"])
    record_event(
        actor=actor,
        kind="freeze",
        label=f"冻结{first.span}的{len(kept)}个数",
        legal_on=today(),
        organ=organ,
        changes={"freeze": (None, made.pk), "digest": (None, made.digest)},
    )
    return made


def must_be_current(figures: Iterable[Figure], organ: Organ, registry: Registry) -> None:
    """The value and the records that are kept are those of one moment."""
    given = {figure.key: figure for figure in figures}
    one = next(iter(given.values()))
    found = compile_figures(given, [organ], [one.scope], one.span, registry=registry)
    moved = [f"“{one.label}”" for key, one in given.items() if found[organ.pk, one.scope, key] != one]
    if moved:
        raise Refusal(f"{'、'.join(moved)}编制之后记录又有变动，没有冻结。请重新编制后再冻结。")


def _keep(made: Freeze, figure: Figure, members: Members) -> str:
    over, under = quotient(figure)
    digest = digest_of(figure, members)
    row = FrozenFigure.objects.create(
        freeze=made,
        indicator=figure.key,
        label=figure.label,
        unit=figure.unit,
        kind=figure.kind,
        printed=print_value(figure.value, figure.unit),
        numerator=over,
        denominator=under,
        records=figure.records,
        origin=figure.origin,
        digest=digest,
    )
    FrozenMember.objects.bulk_create(
        (FrozenMember(figure=row, record_id=pk, version=version) for pk, version in members.items()),
        batch_size=BATCH,
    )
    return digest


def code_version() -> str:
    """The version of the program whose declarations gave the figures."""
    return metadata.version("fazhi")


def quotient(figure: Figure) -> tuple[int | None, int]:
    """The two integers that are kept: the parts of a rate as they were counted, else the value's own.

    ``value = numerator / denominator``, times 100 for a rate in percent; an empty value has no numerator.
    """
    parts = figure.numerator, figure.denominator
    if figure.value is None:
        return None, 1
    if parts[0] is not None and parts[1] is not None and parts[0].denominator == parts[1].denominator == 1:
        over, under = parts[0].numerator, parts[1].numerator
        return (over, under) if under > 0 else (-over, -under)
    bare = figure.value / factor(figure.kind, figure.unit)
    return bare.numerator, bare.denominator


def _members(figure: Figure, organ: Organ, registry: Registry) -> dict[int, int]:
    """The records behind a figure now, with their versions; none where it was declared."""
    if figure.origin == "declared":
        return {}
    found: dict[int, int] = {}
    for rows in all_members(figure.key, organ, figure.scope, figure.span, registry=registry):
        pairs = rows.order_by().values_list("pk", "record__version")
        found.update(pairs.iterator(chunk_size=BATCH))
    return dict(sorted(found.items()))


def digest_of(figure: Figure, members: Members) -> str:
    """SHA-256 over the indicator with its place and span, how it was named and printed, the exact value, the
    origin, and every (record, version) in order.
    """
    over, under = quotient(figure)
    head = [
        figure.key,
        figure.organ_id,
        figure.scope,
        figure.span.first.isoformat(),
        figure.span.last.isoformat(),
        figure.label,
        figure.unit,
        figure.kind,
        print_value(figure.value, figure.unit),
    ]
    return _digest([*head, over, under, figure.origin, figure.records], members)


def _digest(head: list[object], members: Members) -> str:
    sums = hashlib.sha256(json.dumps(head, ensure_ascii=False).encode())
    for pk, version in sorted(members.items()):
        sums.update(f"\n{pk}:{version}".encode())
    return sums.hexdigest()


def whole_digest(digests: Iterable[str]) -> str:
    """The digest of a freeze: over those of its figures, whatever their order."""
    return hashlib.sha256("\n".join(sorted(digests)).encode()).hexdigest()


def verify(frozen: Freeze) -> bool:
    """Whether a freeze is what it was: each digest fits its value and members, and all fit the whole."""
    digests = []
    for row in frozen.figures.all():
        members = dict(row.members.values_list("record_id", "version"))
        head = [
            row.indicator,
            frozen.organ_id,
            frozen.scope,
            frozen.first.isoformat(),
            frozen.last.isoformat(),
            *([row.label, row.unit, row.kind, row.printed] if row.kind else []),
        ]
        digest = _digest([*head, row.numerator, row.denominator, row.origin, row.records], members)
        if not hmac.compare_digest(digest, row.digest):
            return False
        digests.append(digest)
    return hmac.compare_digest(whole_digest(digests), frozen.digest)


def figures_of(frozen: Freeze, *, registry: Registry | None = None) -> dict[str, Figure]:
    """The figures of a freeze by key, as they were fixed, under the names they then had.

    A freeze of before these were kept takes them from the declaration, or the key where there is none.
    """
    registry = registry or installed()
    span = Span(frozen.first, frozen.last)
    return {row.indicator: _figure(row, frozen, span, registry) for row in frozen.figures.order_by("pk")}


def _figure(row: FrozenFigure, frozen: Freeze, span: Span, registry: Registry) -> Figure:
    declared = None if row.kind else registry.indicators.get(row.indicator)
    label, unit, kind = (
        (declared.label, declared.unit, declared.kind)
        if declared
        else (row.label or row.indicator, row.unit, row.kind or "count")
    )
    times = factor(kind, unit)
    value = None if row.numerator is None else Fraction(row.numerator, row.denominator) * times
    origin: Origin = "declared" if row.origin == "declared" else "counted"
    parts = times > 1 and origin == "counted" and row.numerator is not None
    return Figure(
        row.indicator,
        label,
        scope_of(frozen),
        frozen.organ_id,
        span,
        value,
        unit,
        kind,
        Fraction(row.numerator) if parts and row.numerator is not None else None,
        Fraction(row.denominator) if parts else None,
        origin,
        row.records,
    )


def scope_of(frozen: Freeze) -> Scope:
    return cast("Scope", frozen.scope)


@dataclass(frozen=True, slots=True)
class Difference:
    """One frozen figure beside the same figure now, and the records that joined, left or were written since.

    ``now`` is None where the indicator is no longer declared.
    """

    key: str
    then: Figure
    now: Figure | None
    added: tuple[int, ...]
    left: tuple[int, ...]
    changed: tuple[int, ...]

    @property
    def stands(self) -> bool:
        """Nothing has moved: what was approved on these figures is still approved."""
        same = self.now is not None and (self.now.value, self.now.origin) == (
            self.then.value,
            self.then.origin,
        )
        return same and not (self.added or self.left or self.changed)


def compare(frozen: Freeze, *, only: str = "", registry: Registry | None = None) -> list[Difference]:
    """Every figure of a freeze (``only`` one of them) against the records as they are now."""
    registry = registry or installed()
    then = figures_of(frozen, registry=registry)
    then = {key: figure for key, figure in then.items() if only in {"", key}}
    keys = [key for key in then if key in registry.indicators]
    scope, span, organ = scope_of(frozen), Span(frozen.first, frozen.last), frozen.organ
    compiled = compile_figures(keys, [organ], [scope], span, registry=registry)
    current = {key: compiled[organ.pk, scope, key] for key in keys}
    return list(_differences(frozen, then, current, organ, registry))


def _differences(
    frozen: Freeze,
    then: Mapping[str, Figure],
    current: Mapping[str, Figure],
    organ: Organ,
    registry: Registry,
) -> Iterator[Difference]:
    for row in frozen.figures.filter(indicator__in=then).order_by("pk"):
        before = dict(row.members.values_list("record_id", "version"))
        figure = current.get(row.indicator)
        after = _members(figure, organ, registry) if figure else {}
        yield Difference(
            row.indicator,
            then[row.indicator],
            figure,
            tuple(pk for pk in after if pk not in before),
            tuple(sorted(pk for pk in before if pk not in after)),
            tuple(pk for pk, version in after.items() if before.get(pk, version) != version),
        )


def stands(frozen: Freeze, *, registry: Registry | None = None) -> bool:
    """Whether nothing behind the freeze has moved, and the freeze itself was not tampered with."""
    return verify(frozen) and all(one.stands for one in compare(frozen, registry=registry))
