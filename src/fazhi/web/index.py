"""The index beside every page: 23 lines of work in six groups; only those that exist can be opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

GROUPS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "统筹",
        (
            ("leadership", "第一责任人"),
            ("plan", "计划考核"),
            ("training", "学法培训"),
            ("organs", "机构人员"),
        ),
    ),
    (
        "立规",
        (
            ("decisions", "重大决策"),
            ("normative", "规范性文件"),
            ("legislation", "政府立法"),
            ("advisers", "法律顾问"),
        ),
    ),
    (
        "服务",
        (("lists", "权责清单"), ("services", "审批服务"), ("business", "营商环境"), ("credit", "社会信用")),
    ),
    (
        "执法",
        (
            ("enforcement", "行政执法"),
            ("review", "评查监督"),
            ("disclosure", "政务公开"),
            ("proposals", "建议提案"),
            ("audit", "审计监督"),
        ),
    ),
    (
        "化解",
        (
            ("reconsideration", "行政复议"),
            ("litigation", "行政应诉"),
            ("mediation", "矛盾调解"),
            ("petitions", "信访热线"),
        ),
    ),
    ("惠民", (("publicity", "普法宣传"), ("legalaid", "法律服务"))),
)
"""Group and, in it, key and short name of each line of work, in the order of the page."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of work; without ``url`` it is not kept yet. ``late`` is how many of its records are overdue."""

    key: str
    label: str
    url: str = ""
    late: int = 0
    current: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    label: str
    entries: tuple[Entry, ...]


OTHERS = "其他"
"""The group of lines of work that have no place above: those that an office adds for itself."""


def index(
    urls: Mapping[str, str],
    late: Mapping[str, int],
    current: str = "",
    labels: Mapping[str, str] | None = None,
) -> tuple[Group, ...]:
    """The six groups, and the lines of work that have no place in them.

    :param urls: address of each line of work that exists, by key.
    :param late: overdue records by key.
    :param labels: full names by key, for those without a short one.
    """
    placed = {key for _, entries in GROUPS for key, _ in entries}
    others = tuple((key, (labels or {}).get(key, key)) for key in urls if key not in placed)
    shown = (*GROUPS, (OTHERS, others)) if others else GROUPS
    return tuple(
        Group(
            label,
            tuple(
                Entry(key, name, urls.get(key, ""), late.get(key, 0), key == current) for key, name in entries
            ),
        )
        for label, entries in shown
    )


def group_of(key: str) -> str:
    """The name of the group in which a line of work stands."""
    return next((label for label, entries in GROUPS if key in dict(entries)), OTHERS)
