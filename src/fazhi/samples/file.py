"""A sample file read and checked: published figures of one government, the organs they need, groups by hand.

The file is JSON. Numbers keep the digits they are written with, since these are the digits published. A
figure names its indicator, scope, period, value, qualifier, rounding and origin; ``text`` holds the printed
number where it is not the value itself (``2.23亿元``).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

from fazhi.engine.figures.printing import Qualifier, Rounding, read_printed
from fazhi.engine.figures.span import parse
from fazhi.engine.figures.value import SCOPES, Scope
from fazhi.engine.refusal import Lack, Refusal
from fazhi.engine.registry import Registry
from fazhi.organs.models import Kind, Level
from fazhi.samples.published import Group, Object, OrganSpec, Origin, Published, SampleFile
from fazhi.samples.topics import TOPICS

__all__ = ["Published", "SampleFile", "open_sample", "read_sample", "shipped"]


MORE = {"exact": "", "more_than": "余", "less_than": "以下", "approx": "约"}
"""How a qualifier is printed where the file gives no text of its own."""


def shipped() -> list[str]:
    """The names of the samples that come with the program."""
    folder = files("fazhi.samples") / "data"
    return sorted(path.name.removesuffix(".json") for path in folder.iterdir() if path.name.endswith(".json"))


def open_sample(name: str, registry: Registry) -> SampleFile:
    """The shipped sample of that name, or the file at that path.

    :raises Refusal: there is none, or it is at fault.
    """
    if name in shipped():
        data = (files("fazhi.samples") / "data" / f"{name}.json").read_bytes()
    else:
        try:
            data = Path(name).read_bytes()
        except OSError:
            known = "、".join(shipped())
            raise Refusal(f"没有示例“{name}”，也没有这个文件。随程序提供的示例：{known}。") from None
    return read_sample(data, registry)


def read_sample(data: bytes, registry: Registry) -> SampleFile:
    """
    :raises Refusal: everything at fault, each with its place in the file and what to do.
    """
    try:
        told = json.loads(data.decode("utf-8-sig"), parse_float=Decimal, parse_int=Decimal)
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise Refusal(f"示例文件不是有效的 JSON（UTF-8）：{error}。请用文本编辑器核对该处。") from None
    if not isinstance(told, dict):
        raise Refusal("示例文件的最外层应当是 { } 中的 name、title、organ、organs、figures。")
    return _Reader(told, registry, hashlib.sha256(data).hexdigest()).read()


class _Reader:
    """Reads one file and gathers every fault before refusing."""

    def __init__(self, told: Object, registry: Registry, digest: str) -> None:
        self.told, self.registry, self.digest = told, registry, digest
        self.lacks: list[Lack] = []

    def read(self) -> SampleFile:
        organs = tuple(self.each("organs", self.organ))
        self.codes = {organ.code for organ in organs}
        self.head = self.code(self.told.get("organ", ""), "organ")
        if not str(self.told.get("name", "")).strip():
            self.lack("没有 name", "请给示例起一个名称，例如 jiuquan-2017，再次运行时凭它认出")
        holders = self.holders()
        figures = tuple(self.each("figures", self.figure))
        groups = tuple(self.each("groups", self.group))
        self.no_twice([figure.id for figure in figures], "figures", "编号")
        self.no_twice([organ.code for organ in organs], "organs", "代码")
        for organ in organs:
            if organ.parent and organ.parent not in self.codes:
                self.lack(f"organs：“{organ.name}”的上级“{organ.parent}”不在 organs 中", "请补上该机关")
        if self.lacks:
            raise Refusal("示例文件有误，没有载入", self.lacks)
        here = self.registry.workstreams
        return SampleFile(
            name=str(self.told.get("name", "")),
            title=str(self.told.get("title", "")),
            organ=self.head,
            organs=organs,
            figures=tuple(figure for figure in figures if figure.workstream in here),
            groups=tuple(group for group in groups if group.register in self.registry.registers),
            waiting=tuple(figure for figure in figures if figure.workstream not in here),
            holders=holders,
            digest=self.digest,
        )

    def lack(self, text: str, remedy: str) -> None:
        self.lacks.append(Lack(text, remedy))

    def each(self, name: str, read: Callable[[Object], Any]) -> Iterator[Any]:
        rows = self.told.get(name, [])
        if not isinstance(rows, list):
            self.lack(f"{name} 应当是 [ ] 中的若干项", "请核对括号")
            return
        for place, row in enumerate(rows, 1):
            try:
                yield read(row)
            except (KeyError, ValueError, ArithmeticError, TypeError, AttributeError, Refusal) as error:
                why = f"没有“{error.args[0]}”" if isinstance(error, KeyError) else str(error).rstrip("。")
                label = f"{name}第{place}项"
                known = row.get("id") or row.get("name") if isinstance(row, dict) else ""
                self.lack(f"{label}{f'（{known}）' if known else ''}：{why}", "请核对该项")

    def holders(self) -> dict[str, tuple[str, ...]]:
        """Which organs keep the records of a register, where the file says so."""
        told = self.told.get("holders", {})
        if not isinstance(told, dict) or not all(isinstance(codes, list) for codes in told.values()):
            self.lack("holders 应当是 {登记簿: [机关代码]}", "请核对括号")
            return {}
        for key, codes in told.items():
            for code in codes:
                if code not in self.codes:
                    self.lack(f"holders：“{key}”的机关“{code}”不在 organs 中", "请补上该机关")
        return {key: tuple(codes) for key, codes in told.items() if codes}

    def organ(self, row: Object) -> OrganSpec:
        return OrganSpec(
            str(row["code"]),
            str(row["name"]),
            choice(Kind, row.get("kind", "government"), "kind"),
            choice(Level, row["level"], "level"),
            str(row.get("short_name", "")),
            str(row.get("mark", "")),
            str(row.get("parent", "")),
        )

    def figure(self, row: Object) -> Published:
        value = number(row["value"], "value")
        qualifier = one_of(Qualifier, row.get("qualifier", "exact"), "qualifier")
        figure = Published(
            id=str(row["id"]),
            indicator=self.indicator(str(row["indicator"])),
            organ=self.code(row.get("organ", self.head), "organ"),
            scope=one_of_scopes(row.get("scope", "within")),
            span=parse(str(row["period"])),
            value=value,
            qualifier=qualifier,
            rounding=one_of(Rounding, row.get("printed", "half_up"), "printed"),
            origin=one_of(Origin, row.get("origin", "counted"), "origin"),
            text=str(row.get("text") or self.as_printed(row, value, qualifier)),
            note=str(row.get("note", "")),
            source=str(row.get("source", "")),
            as_of=date.fromisoformat(row["as_of"]) if row.get("as_of") else None,
        )
        if figure.origin == "declared" and not figure.note.strip():
            raise ValueError(
                "申报数（declared）须在 note 中写明理由：属于其他机关的系统，或者没有记录能够得出"
            )
        if figure.qualifier == "exact" and not figure.fits(Fraction(figure.value)):
            raise ValueError(f"text“{figure.text}”与 value {figure.value} 不是同一个数")
        read_printed(figure.text)
        return figure

    def as_printed(self, row: Object, value: Decimal, qualifier: str) -> str:
        indicator = self.registry.indicators.get(str(row["indicator"]))
        unit = indicator.unit if indicator is not None and indicator.unit in {"%", "‰"} else ""
        return f"{value}{unit}{MORE[qualifier]}"

    def indicator(self, key: str) -> str:
        workstream = key.partition(".")[0]
        if workstream in self.registry.workstreams:
            if key not in self.registry.indicators:
                raise ValueError(f"没有“{key}”这个指标。可用 fazhi explain {workstream} 查看")
        elif workstream not in TOPICS or not key.partition(".")[2]:
            raise ValueError(f"没有“{key}”这个指标：没有“{workstream}”这项工作")
        return key

    def group(self, row: Object) -> Group:
        register = str(row["register"])
        workstream = register.partition(".")[0]
        if workstream in self.registry.workstreams and register not in self.registry.registers:
            raise ValueError(f"没有“{register}”这个登记簿")
        span = parse(str(row["period"]))
        values = {
            name: int(value) if isinstance(value, Decimal) and value == int(value) else value
            for name, value in row.get("values", {}).items()
        }
        count = number(row["count"], "count")
        if count != int(count) or count < 1:
            raise ValueError(f"count {count} 应当是正整数")
        code = self.code(row["organ"], "organ") if row.get("organ") else ""
        return Group(register, int(count), str(row.get("like", "")), span.first, span.last, code, values)

    def code(self, code: Any, place: str) -> str:
        if code not in self.codes:
            raise Refusal(f"{place}“{code}”不在 organs 中。请把该机关写进 organs，或者改正代码。")
        return str(code)

    def no_twice(self, names: list[str], where: str, what: str) -> None:
        for name in sorted({name for name in names if names.count(name) > 1}):
            self.lack(f"{where}中{what}“{name}”出现不止一次", "请保留一项")


def choice(kind: Any, value: object, name: str) -> Any:
    try:
        return kind(value)
    except ValueError:
        known = "、".join(f"{one.value}（{one.label}）" for one in kind)
        raise ValueError(f"{name}“{value}”不对。可用：{known}") from None


def one_of(kinds: Any, value: object, name: str) -> Any:
    known = get_args(kinds)
    if value not in known:
        raise ValueError(f"{name}“{value}”不对。可用：{'、'.join(known)}")
    return value


def one_of_scopes(value: object) -> Scope:
    if value not in SCOPES:
        raise ValueError(f"scope“{value}”不对。可用：{'、'.join(SCOPES)}")
    return value


def number(value: object, name: str) -> Decimal:
    if not isinstance(value, Decimal) or not value.is_finite():
        raise ValueError(f"{name}“{value}”不是数")
    return value
