"""Dates: days that exist, signed before published, the reported year the same throughout and before both."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fazhi.reader.audit.day import Head, PrintedDay, by_role_of, day_of, printed_days
from fazhi.reader.audit.finding import Finding, Grade, Member, member_of

_MONTH_DAY = re.compile(r"(?<![\d年])(\d{1,2})月(\d{1,2})日")
_TITLE_YEAR = re.compile(r"((?:19|20)\d{2})\s?年度?")
_LINE = re.compile(r"[^\n]{8,80}")
_TITLE_LINE = re.compile(r"报告|总结|情况")
_PLAN_SPAN = re.compile(r"[（(]((?:19|20)\d{2})\s?年?\s?[-—－–~至]{1,2}\s?((?:19|20)\d{2})\s?年?[）)]")
_TARGET = re.compile(r"到((?:19|20)\d{2})年")
_UNTIL = re.compile(r"截至|截止到?")


def dates(text: str, head: Head) -> Iterator[Finding]:
    """Findings of the rule ``date``."""
    printed = list(printed_days(text, head))
    yield from _impossible(text, printed)
    by_role = by_role_of(printed)
    yield from _signed(by_role)
    years = _title_years(text, head)
    yield from _reported_year(text, head, years)
    yield from _after_the_year(years, by_role)
    yield from _cut_off(text, printed, by_role)
    yield from _plans(text)


def _impossible(text: str, printed: list[PrintedDay]) -> Iterator[Finding]:
    for day in printed:
        if day.day is None and ("月" in day.member.text or day.role):
            yield _no_such_day(day.member)
    for found in _MONTH_DAY.finditer(text):
        if day_of(2024, int(found[1]), int(found[2])) is None:
            yield _no_such_day(member_of(text, found.start(), found.end()))


def _no_such_day(member: Member) -> Finding:
    return Finding(
        "date",
        "contradiction",
        f"{member.text}不存在",
        (member,),
        member.text,
        None,
        f"没有“{member.text}”这一天；请核对日期。",
        weight=20,
    )


def _signed(by_role: dict[str, PrintedDay]) -> Iterator[Finding]:
    signed, off, published = by_role.get("signed"), by_role.get("sign-off"), by_role.get("published")
    if signed and off:
        same = signed.day == off.day
        yield _pair(
            signed,
            off,
            "holds" if same else "contradiction",
            "=" if same else "≠",
            "成文日期与落款日期一致。"
            if same
            else f"成文日期{signed.member.text}与落款日期{off.member.text}不一致；请核对。",
        )
    first = signed or off
    if first and published and first.day and published.day:
        late = published.day < first.day
        yield _pair(
            first,
            published,
            "contradiction" if late else "holds",
            "≤",
            f"公开日期{published.member.text}早于成文日期{first.member.text}；请核对。"
            if late
            else "成文在先，公开在后。",
        )


def _pair(one: PrintedDay, two: PrintedDay, grade: Grade, sign: str, reason: str) -> Finding:
    return Finding(
        "date",
        grade,
        f"{one.member.text} {sign} {two.member.text}",
        (one.member, two.member),
        str(one.day),
        str(two.day),
        reason,
        weight=20,
    )


def _title_years(text: str, head: Head) -> list[Member]:
    """The year in each line of the head that is the title, whatever year it names."""
    members, title = [], _masked(head.title)
    for line in _LINE.finditer(text, 0, head.body_start):
        found = _TITLE_YEAR.search(line[0])
        words = _masked(line[0])
        if found and _TITLE_LINE.search(line[0], found.end()) and (words in title or title in words):
            start = line.start() + found.start()
            members.append(member_of(text, start, line.start() + found.end(), int(found[1])))
    return members


def _masked(line: str) -> str:
    """A line without blanks and with every digit alike, so that two titles differ in their year only."""
    return re.sub(r"\d", "0", re.sub(r"\s", "", line))


def _reported_year(text: str, head: Head, years: list[Member]) -> Iterator[Finding]:
    """The year of the title, wherever it is printed, and the year with which the body opens."""
    opening = _TITLE_YEAR.search(text, head.body_start, head.body_start + 40)
    if not years:
        return
    members = (
        *years,
        *([member_of(text, opening.start(), opening.end(), int(opening[1]))] if opening else []),
    )
    values = [m.value for m in members]
    if len(members) < 2:
        return
    expression = " = ".join(m.text for m in members)
    if len(set(values)) == 1:
        yield Finding(
            "date", "holds", expression, members, values[0], values[-1], "标题与正文的报告年度一致。"
        )
        return
    # 同题异年的一长串是往年报告的链接，不是写错的标题。
    titles_differ = len({m.value for m in years}) > 1 and len(years) <= 3
    first_word = opening is not None and not text[head.body_start : opening.start()].strip(" 　\n")
    absent = first_word and f"{years[0].value}年" not in text[head.body_start :]
    grade: Grade = "contradiction" if titles_differ or absent else "question"
    yield Finding(
        "date",
        grade,
        expression,
        members,
        values[0],
        values[-1],
        f"标题的年度是{values[0]}年，{'另一处标题' if titles_differ else '正文开头'}是{values[-1]}年；"
        "请核对报告年度与数据年度。",
        weight=18,
    )


def _after_the_year(years: list[Member], by_role: dict[str, PrintedDay]) -> Iterator[Finding]:
    day = by_role.get("published") or by_role.get("signed") or by_role.get("sign-off")
    if not years or day is None or not isinstance(years[0].value, int):
        return
    reported = years[0].value
    # 十二月底成文的年度报告常见；更早的，年度还没有过完。
    early: Grade = "question" if day.year == reported else "contradiction"
    grade: Grade = "holds" if (day.year, day.month) >= (reported, 12) else early
    if grade == "holds":
        reason = f"{reported}年度的报告所标日期为{day.member.text}。"
    else:
        reason = f"{reported}年度的报告所标日期为{day.member.text}，年度尚未结束；请核对年度和日期。"
    yield Finding(
        "date",
        grade,
        f"{years[0].text} < {day.member.text}",
        (years[0], day.member),
        reported,
        day.year,
        reason,
        weight=10,
    )


def _cut_off(text: str, printed: list[PrintedDay], by_role: dict[str, PrintedDay]) -> Iterator[Finding]:
    """A cut-off day (截至…) behind the day of publication or signing."""
    last = by_role.get("published") or by_role.get("sign-off") or by_role.get("signed")
    if last is None or last.day is None:
        return
    for day in printed:
        if (
            day.day
            and day is not last
            and _UNTIL.search(text, max(0, day.member.start - 4), day.member.start)
        ):
            late = day.day > last.day
            yield _pair(
                day,
                last,
                "contradiction" if late else "holds",
                "≤",
                f"数据截至{day.member.text}，晚于报告的日期{last.member.text}；请核对。"
                if late
                else "数据截止日在报告日期之前。",
            )


def _plans(text: str) -> Iterator[Finding]:
    """Periods of programmes (2016-2020): in order, and their end the year that the text aims at."""
    ends: dict[int, list[Member]] = {}
    for found in _PLAN_SPAN.finditer(text):
        first, last = int(found[1]), int(found[2])
        members = (
            member_of(text, found.start(1), found.end(1), first),
            _year_member(text, found.start(2), found.end(2)),
        )
        wrong = last < first
        reason = f"期间“{found[0]}”的止年早于起年；请核对。" if wrong else f"期间“{found[0]}”起止有序。"
        grade: Grade = "contradiction" if wrong else "holds"
        yield Finding("date", grade, f"{first} ≤ {last}", members, first, last, reason, weight=15)
        ends.setdefault(last, []).append(members[1])
    for target in _TARGET.finditer(text):
        same = ends.pop(int(target[1]), None)
        if same:
            member = _year_member(text, target.start(1), target.end(1))
            yield Finding(
                "date",
                "holds",
                " = ".join(m.text for m in (member, *same[:4])),
                (member, *same[:4]),
                int(target[1]),
                int(target[1]),
                f"目标年{target[1]}年与所依据规划的止年一致。",
            )


def _year_member(text: str, start: int, end: int) -> Member:
    with_mark = end + 1 if text[end : end + 1] == "年" else end
    return member_of(text, start, with_mark, int(text[start:end]))
