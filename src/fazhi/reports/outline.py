"""The outline of the annual report as data: its chapters, their parts, and whose sentences stand where.

The five chapters are the contents that 《法治政府建设与责任落实督察工作规定》（2019-04-15起施行）第二十四条
demands, in its order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

ChapterKind = Literal["work", "problems", "leadership", "next_year", "other"]
KINDS: tuple[ChapterKind, ...] = get_args(ChapterKind)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a chapter with the lines of work that it speaks of, in their order."""

    heading: str
    workstreams: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter; ``mandatory`` where the report may not be without it."""

    kind: ChapterKind
    heading: str
    mandatory: bool = True
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """``title`` takes the place (or the department) and the year; ``chapters`` stand in printed order."""

    title: str
    chapters: tuple[Chapter, ...]

    def chapter(self, kind: str) -> Chapter:
        """The chapter of that kind; what names none belongs to the other matters."""
        return next((one for one in self.chapters if one.kind == kind), self.chapters[-1])

    def part_of(self, chapter: Chapter, workstream: str) -> Part | None:
        return next((part for part in chapter.parts if workstream in part.workstreams), None)

    def order(self, chapter: Chapter) -> Iterator[str]:
        """The lines of work of a chapter as they follow each other."""
        for part in chapter.parts:
            yield from part.workstreams


WORK = (
    Part("依法全面履行政府职能", ("lists", "services", "business", "credit")),
    Part("健全依法行政制度体系", ("normative", "legislation")),
    Part("推进依法科学民主决策", ("decisions", "advisers")),
    Part("严格规范公正文明执法", ("enforcement", "review")),
    Part("强化对行政权力的制约和监督", ("disclosure", "proposals", "audit")),
    Part("行政复议和行政应诉", ("reconsideration", "litigation")),
    Part("依法预防和化解矛盾纠纷", ("mediation", "petitions")),
    Part("法治宣传教育和公共法律服务", ("publicity", "training", "legalaid")),
    Part("法治政府建设的组织保障", ("plan", "organs")),
)

ANNUAL_REPORT = Outline(
    title="{place}{year}年度法治政府建设工作报告",
    chapters=(
        Chapter("work", "主要举措和成效", parts=WORK),
        Chapter("problems", "存在的不足和原因"),
        Chapter("leadership", "党政主要负责人履行推进法治建设第一责任人职责情况"),
        Chapter("next_year", "下一年度主要安排"),
        Chapter("other", "其他需要报告的情况", mandatory=False),
    ),
)


def place_of(organ_name: str) -> str:
    """How a title names the organ: the place for a government, the organ's own name for a department."""
    return organ_name.removesuffix("人民政府") or organ_name
