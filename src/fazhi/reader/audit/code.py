"""Check digits of index numbers (索引号) and of the unified social credit code (GB 32100-2015.

GB 11714-1997).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fazhi.reader.audit.finding import Finding, Grade, member_of

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT = re.compile(
    r"(?<![0-9A-Za-z])([0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{9}[0-9A-Z])(?![0-9A-Za-z])"
)
_ORGANISATION = re.compile(r"索\s?引\s?号[：:\s]*([0-9A-Z]{8})-?([0-9X])(?=[/／_])")
_LABELLED = re.compile(r"索\s?引\s?号|信用代码|机构代码")
_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def codes(text: str) -> Iterator[Finding]:
    """Findings on codes with a check digit; an unlabelled string that fails is no code and is passed over."""
    for found in _CREDIT.finditer(text):
        code = found[1]
        expected = credit_check(code[:17])
        labelled = bool(_LABELLED.search(text, max(0, found.start() - 16), found.start()))
        if labelled or expected == code[17]:
            yield _finding(text, found.start(1), found.end(1), code[17], expected, sure=True)
    for found in _ORGANISATION.finditer(text):
        expected = organisation_check(found[1])
        yield _finding(text, found.start(1), found.end(2), found[2], expected, sure=False)


def credit_check(body: str) -> str:
    """The 18th character for the first 17 of a unified social credit code (modulus 31)."""
    total = sum(_ALPHABET.index(c) * pow(3, place, 31) for place, c in enumerate(body))
    return _ALPHABET[-total % 31]


def organisation_check(body: str) -> str:
    """The 9th character for the first 8 of an organisation code (modulus 11)."""
    total = sum(int(c, 36) * weight for c, weight in zip(body, _WEIGHTS, strict=True))
    return "0123456789X"[-total % 11]


def _finding(text: str, start: int, end: int, stated: str, expected: str, *, sure: bool) -> Finding:
    member = member_of(text, start, end)
    if stated == expected:
        return Finding(
            "numbering",
            "holds",
            f"{member.text}的校验码",
            (member,),
            stated,
            expected,
            f"校验码{stated}正确。",
        )
    grade: Grade = "contradiction" if sure else "question"
    return Finding(
        "numbering",
        grade,
        f"{member.text}的校验码",
        (member,),
        stated,
        expected,
        f"{member.text}的校验码应为{expected}，文中为{stated}；请核对代码。",
        weight=10,
    )
