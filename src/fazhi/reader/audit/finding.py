"""Findings: one relation that the auditor recomputed, its members, both values and the grade."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Literal, get_args

from fazhi.reader.document import Number, json_value

Rule = Literal[
    "sum",
    "share",
    "change",
    "subset",
    "list",
    "repeat",
    "equal",
    "date",
    "numbering",
    "mandatory",
    "possible",
]
Grade = Literal["holds", "truncation", "incomplete", "question", "contradiction"]

RULES: tuple[Rule, ...] = get_args(Rule)
GRADES: tuple[Grade, ...] = get_args(Grade)
RULE_LABELS: dict[Rule, str] = {
    "sum": "合计",
    "share": "比率",
    "change": "增减",
    "subset": "包含",
    "list": "列举",
    "repeat": "重复数字",
    "equal": "相等",
    "date": "日期",
    "numbering": "编号",
    "mandatory": "法定内容",
    "possible": "可能性",
}
GRADE_LABELS: dict[Grade, str] = {
    "holds": "相符",
    "truncation": "截尾",
    "incomplete": "不完整",
    "question": "存疑",
    "contradiction": "矛盾",
}


@dataclass(frozen=True, slots=True)
class Member:
    """A place in the text that takes part in the relation; ``value`` is None where it states no number."""

    start: int
    end: int
    text: str
    value: Number | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One relation with its grade.

    ``stated`` is what the text prints, ``computed`` what follows from the members.

    ``weight`` orders doubts where there are more than a reader can follow up: the higher, the sooner shown.
    """

    rule: Rule
    grade: Grade
    expression: str
    members: tuple[Member, ...]
    stated: Number | str | None
    computed: Number | str | None
    explanation: str
    weight: int = field(default=0, compare=False, repr=False)

    def as_row(self) -> dict[str, Any]:
        """The finding as one JSON object, in the form of the command's ``--json``."""
        return {
            "rule": self.rule,
            "grade": self.grade,
            "expression": self.expression,
            "members": [
                {"start": m.start, "end": m.end, "text": m.text, "value": json_number(m.value)}
                for m in self.members
            ],
            "stated": json_number(self.stated),
            "computed": json_number(self.computed),
            "explanation": self.explanation,
        }


def json_number(value: Number | str | None) -> Any:
    """A number as the reader's documents print it; text as it is."""
    return value if isinstance(value, str) else json_value(value)["value"]


def show(value: Number | None, places: int = 2) -> str:
    """A number for a sentence: whole numbers in full, others with ``places`` decimals, rounded half up."""
    if value is None:
        return "—"
    if isinstance(value, int) or value.denominator == 1:
        return str(int(value))
    scaled = abs(value) * 10**places
    whole = int(scaled + Fraction(1, 2))
    digits = str(whole).rjust(places + 1, "0")
    sign = "-" if value < 0 and whole else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}"


def in_steps(value: Fraction, step: Number) -> str:
    """``value`` rounded half up to a multiple of ``step``, the last printed place.

    40.1709 in steps of 1 is 40.
    """
    step = Fraction(step) or Fraction(1)
    places = 0
    while places < 6 and (step * 10**places).denominator != 1:
        places += 1
    return show(Fraction(int(abs(value) / step + Fraction(1, 2)) * step) * (1 if value >= 0 else -1), places)


def member_of(text: str, start: int, end: int, value: Number | None = None) -> Member:
    """The member at ``text[start:end]``."""
    return Member(start, end, text[start:end], value)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in the order of the text, those about the whole document first."""
    return tuple(
        sorted(findings, key=lambda f: (min((m.start for m in f.members), default=-1), RULES.index(f.rule)))
    )
