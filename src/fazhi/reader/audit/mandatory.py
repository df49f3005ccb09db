"""What the law demands of the report itself.

Its contents and its days, from the year for which that is in force.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from fazhi.law import Law
from fazhi.reader.audit.day import PrintedDay
from fazhi.reader.audit.finding import Finding, Grade, Member, member_of
from fazhi.reader.document import Document, SectionKind

SUPERVISION = Law("法治政府建设与责任落实督察工作规定", edition="2019", in_force=date(2019, 4, 15))
CONTENTS = SUPERVISION.art(24)

_SUBJECT = re.compile(r"法治政府|依法行政|法治建设|全面依法")
_REPORT = re.compile(r"报告|总结|情况")
_WORK = re.compile(
    r"举措|成效|工作(?:开展)?情况|主要(?:做法|工作|措施|成绩)|推进情况|工作推进|进展|一、|一是"
)
_PROBLEMS = re.compile(
    r"(?:存在|面临|还有|仍有|主要)[^。；;，,\n]{0,12}?(?:问题|"
    r"不足|差距|短板|困难|薄弱)|(?:问题|不足|短板|差距)(?:和|与|"
    r"及|及其)(?:不足|问题|原因|差距|短板|困难)"
)
_CAUSES = re.compile(r"原因|由于|缘于|源于|根源|因为|是因|导致|受[^。；，\n]{1,16}影响|究其|成因")
_LEADERS = re.compile(r"第一责任人|党政主要负责人|主要负责人履行")
_NEXT = re.compile(
    r"下一?步|下一?年|下一阶段|明年|来年|今后|(?:工作|总体)(?:打算|"
    r"计划|思路|安排|谋划)|(?:主要|重点)(?:安排|打算)|\d{4}年[^。\n]{0,30}?(?:将|"
    r"要|计划|打算|安排|思路|重点)"
)
_PROVINCE = re.compile(
    r"(?:省|自治区|直辖市)(?:人民政府)?$|^(?:北京|上海|天津|重庆)市(?:人民政府)?$|"
    r"国务院|^(?:国家|中华人民共和国)"
)
_FAR = 1200


def binding_year(document: Document) -> int | None:
    """The reported year if the rule was in force when its report fell due (before 1 March next year).

    Else None.
    """
    year = document.year
    if year is None or not 1950 < year < 2100 or not CONTENTS.covers(date(year + 1, 2, 28)):
        return None
    title = document.title or document.text[:80]
    return year if _SUBJECT.search(title) and _REPORT.search(title) else None


def mandatory(document: Document, days: dict[str, PrintedDay]) -> Iterator[Finding]:
    """Findings of the rule ``mandatory``: the contents of Art. 24, and the limits of 1 March and 1 April."""
    year = binding_year(document)
    if year is None:
        return
    yield _content(document, "本年度主要举措和成效", _WORK, "work")
    yield _problems(document)
    yield _content(document, "党政主要负责人履行推进法治建设第一责任人职责情况", _LEADERS, "leadership")
    yield _content(document, "下一年度主要安排", _NEXT, "next_year")
    yield from _limits(document, year, days)


def _place(document: Document, words: re.Pattern[str], kind: SectionKind) -> Member | None:
    """The heading of the section of that kind, else the first place with words for it."""
    for section in document.sections:
        if section.kind == kind and section.level:
            start = section.start + len(section.marker)
            return member_of(
                document.text, section.start, max(start, min(section.end, start + len(section.title)))
            )
    found = words.search(document.text)
    return member_of(document.text, found.start(), found.end()) if found else None


def _content(document: Document, name: str, words: re.Pattern[str], kind: SectionKind) -> Finding:
    place = _place(document, words, kind)
    grade: Grade = "holds" if place else "incomplete"
    reason = f"写有“{name}”。" if place else f"没有找到“{name}”；{CONTENTS}要求写明，请补写。"
    return Finding("mandatory", grade, name, (place,) if place else (), None, None, reason)


def _problems(document: Document) -> Finding:
    """Shortcomings, and with them their causes."""
    text, name = document.text, "存在的不足和原因"
    place = _place(document, _PROBLEMS, "problems")
    if place is None:
        return _content(document, name, _PROBLEMS, "problems")
    spans = [(s.start, s.end) for s in document.sections if s.kind == "problems"]
    spans = spans or [(at.start(), at.start() + _FAR) for at in _PROBLEMS.finditer(text)]
    if any(_CAUSES.search(text, start, end) for start, end in spans):
        return Finding("mandatory", "holds", name, (place,), None, None, f"写有“{name}”。")
    return Finding(
        "mandatory",
        "incomplete",
        name,
        (place,),
        None,
        None,
        f"写了不足，没有找到原因；{CONTENTS}要求写明存在的不足和原因，请补写原因。",
    )


def _limits(document: Document, year: int, days: dict[str, PrintedDay]) -> Iterator[Finding]:
    """Submitted before 1 March (provinces and ministries before 1 April), published before 1 April."""
    signed = days.get("sign-off") or days.get("signed")
    above = document.level == "province" or bool(_PROVINCE.search(document.organ))
    if signed is not None and signed.day is not None:
        yield _before(signed, date(year + 1, 4 if above else 3, 1), "报送", "成文")
    published = days.get("published")
    if published is not None and published.day is not None:
        yield _before(published, date(year + 1, 4, 1), "公开", "公布")


def _before(printed: PrintedDay, limit: date, act: str, stamp: str) -> Finding:
    members: tuple[Member, ...] = (printed.member,)
    day = printed.day
    late = day is not None and day >= limit
    name = f"{limit.month}月1日前{act}"
    if not late:
        reason = (
            f"{stamp}日期{printed.member.text}在{limit.year}年{limit.month}月1日之前，"
            f"符合{CONTENTS}的{act}期限。"
        )
    else:
        reason = (
            f"{stamp}日期{printed.member.text}不在{limit.year}年{limit.month}月1日之前；"
            f"{CONTENTS}要求{name}，"
            f"网页日期也可能是重新发布的日期，请核对首次{act}的日期。"
        )
    return Finding(
        "mandatory", "question" if late else "holds", name, members, str(day), str(limit), reason, weight=24
    )
