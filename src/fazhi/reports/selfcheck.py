"""A draft checked before sign-off: read back by the reader's own auditor, and held to what it was made from.

The auditor recomputes what the text says of itself (sums, rates, mandatory contents, numbering, dates). The
draft knows more than its text: which numbers come from figures, which laws were in force, and which promises
of the last report are still without a result.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from fazhi.engine.figures.printing import read_printed
from fazhi.engine.registry import installed
from fazhi.law.edition import Law
from fazhi.law.editions import EDITIONS
from fazhi.law.facts import facts_of
from fazhi.law.numeral import number_in
from fazhi.reader import audit, read
from fazhi.reader.audit import Finding
from fazhi.reader.document import Document, Mention
from fazhi.reports.manuscript import Draft

Grade = Literal["holds", "truncation", "incomplete", "question", "contradiction"]
GRADE_LABELS: dict[Grade, str] = {
    "contradiction": "矛盾",
    "incomplete": "欠缺",
    "question": "存疑",
    "truncation": "截尾",
    "holds": "相符",
}
"""In the order in which they ask for attention."""
PENDING = "plan.promises_pending"
"""Promises made in the year, neither kept nor missed."""

_CITED = re.compile(
    r"《([^《》]{2,60})》(?:（[^（）]{0,30}）)?(?:第([一二三四五六七八九十百千零〇\d]{1,8})条)?"
)


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing found; ``quote`` is the place in the text."""

    rule: str
    grade: Grade
    quote: str
    text: str

    def __str__(self) -> str:
        quote = f"“{self.quote}”" if self.quote else ""
        return f"{GRADE_LABELS[self.grade]}　{quote}{self.text}"


@dataclass(frozen=True, slots=True)
class Check:
    """Everything found, and how many of the text's figures could be recomputed."""

    remarks: tuple[Remark, ...]
    figures: int
    checked: int

    @property
    def open(self) -> tuple[Remark, ...]:
        """What does not simply hold, the gravest first."""
        order = list(GRADE_LABELS)
        found = (remark for remark in self.remarks if remark.grade != "holds")
        return tuple(sorted(found, key=lambda remark: order.index(remark.grade)))

    @property
    def clean(self) -> bool:
        return not self.open


def check(draft: Draft) -> Check:
    """Read the draft's text back and check it."""
    document = read(draft.text, name=draft.title)
    audited = audit(document)
    remarks = (
        *map(remark_of, audited.findings),
        *read_back(draft, document),
        *laws_named(draft.text, draft.year),
        *promises_without_result(draft),
        *below_the_floor(draft),
    )
    return Check(remarks, audited.coverage.figures, audited.coverage.checked)


def remark_of(finding: Finding) -> Remark:
    quote = "、".join(member.text for member in finding.members if member.value is not None)
    return Remark(finding.rule, finding.grade, quote, finding.explanation)


@dataclass(frozen=True, slots=True)
class Told:
    """A figure as it stands in the text: ``text[start:end]`` of the whole document."""

    key: str
    text: str
    start: int
    end: int


def told_figures(draft: Draft) -> Iterator[Told]:
    at = 0
    for block in draft.blocks():
        for run in block.runs:
            if run.figure:
                yield Told(run.figure, run.text, at, at + len(run.text))
            at += len(run.text)
        at += 1


def read_back(draft: Draft, document: Document) -> Iterator[Remark]:
    """Each figure told must be read back with its value and as its indicator; other numbers were typed."""
    told = list(told_figures(draft))
    for figure in told:
        mention = mention_at(document.figures, figure)
        label = label_of(draft, figure.key)
        if mention is None or mention.value is None:
            yield Remark("read", "question", figure.text, f"（{label}）读不成数，请调整前后文字。")
        elif mention.value != read_printed(figure.text).value:
            yield Remark(
                "read", "question", figure.text, f"（{label}）会被读成“{mention.text}”，请调整前后文字。"
            )
        elif mention.indicators and figure.key not in mention.indicators:
            read_as = "、".join(mention.indicators)
            yield Remark(
                "read", "question", figure.text, f"（{label}）会被读成指标 {read_as}，请调整前后文字。"
            )
    for mention in document.figures:
        if mention.reported and not any(covers(mention, figure) for figure in told):
            yield Remark(
                "typed",
                "question",
                mention.text,
                "为手工填写，没有记录支持。请注明来源，或者改用指标（写成{工作.指标}）。",
            )


def mention_at(mentions: Iterable[Mention], figure: Told) -> Mention | None:
    return next((mention for mention in mentions if covers(mention, figure)), None)


def covers(mention: Mention, figure: Told) -> bool:
    return mention.start < figure.end and figure.start < mention.end


def label_of(draft: Draft, key: str) -> str:
    return next(entry.label for entry in draft.entries if entry.key == key)


def laws_named(text: str, year: int, known: Iterable[Law] = EDITIONS) -> Iterator[Remark]:
    """Each known instrument named: whether an edition was in force in the year, and has the article."""
    laws = tuple(known)
    first, last = date(year, 1, 1), date(year + 1, 2, 28)
    for found in dict.fromkeys(match.groups() for match in _CITED.finditer(text)):
        name, article = found
        editions = [law for law in laws if law.name == plain_name(name)]
        if not editions:
            continue
        standing = [
            law for law in editions if law.in_force <= last and not (law.until and law.until <= first)
        ]
        if not standing:
            yield Remark("law", "contradiction", f"《{name}》", f"在{year}年没有施行。{validity(editions)}")
        elif article and not any(has_article(law, article) for law in standing):
            where = f"《{name}》第{article}条"
            yield Remark("law", "contradiction", where, f"在{year}年施行的文本中没有这一条。请核对条号。")
        else:
            yield Remark("law", "holds", f"《{name}》", f"在{year}年施行。")


def promises_without_result(draft: Draft) -> Iterator[Remark]:
    """上年报告的承诺与结果：年末仍未确认的，报告里说不清楚。"""
    pending = next((row["value"] for row in draft.rows if row["indicator"] == PENDING), None)
    if pending:
        text = f"年度承诺还有{pending}项没有结果。请逐项确认兑现或者未兑现，写明结果或者原因。"
        yield Remark("promise", "question", "", text)


def below_the_floor(draft: Draft) -> Iterator[Remark]:
    """A number that the text tells and that is below what the law, or the place, asks of a year (每年不少于).

    What only a local rule could ask is not asked where no government has set it.
    """
    known = installed().indicators
    for entry in draft.entries:
        floor = known[entry.key].floor if entry.key in known else None
        if floor is None or not floor.cite.covers(date(draft.year, 12, 31)):
            continue
        times = draft.floors.get(floor.rule, 0 if floor.cite.law.local else floor.times)
        value, unit = entry.row["value"], known[entry.key].unit
        if value is not None and value < times:
            basis = floor.cite if times == floor.times else "本地设定"
            text = f"（{entry.label}）少于每年{times}{unit}（{basis}）。请核对，或者写明原因。"
            yield Remark("floor", "question", entry.printed, text)


def plain_name(name: str) -> str:
    return name.removeprefix("中华人民共和国")


def has_article(law: Law, article: str) -> bool:
    """Whether the edition has it; one whose text was not at hand is taken at its word."""
    facts = facts_of(law.text) if law.text else None
    return facts is None or number_in(article) in facts.articles


def validity(editions: Iterable[Law]) -> str:
    spells = (f"{law.in_force}起施行" + (f"、{law.until}起失效" if law.until else "") for law in editions)
    return f"该文件{'；'.join(spells)}，请核对名称。"
