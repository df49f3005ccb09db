"""The scan: every numeric expression of a text in order, each once, as figure, date, ordinal or label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from fazhi.reader.dates import date_at, date_in_words
from fazhi.reader.document import Number
from fazhi.reader.found import Found, label
from fazhi.reader.labels import code_at, list_number_at, name_at
from fazhi.reader.numerals import exact, number_of
from fazhi.reader.ordinals import ordinal_at, quarter_at
from fazhi.reader.quantity import quantity_at
from fazhi.reader.spans import Spans
from fazhi.reader.words import RUN, worded_quantity

_SCAN = re.compile(
    r"(?P<skip>(?:https?://|www\.)[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]{1,2000}|"
    r"[A-Za-z][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9.-]{1,99})"
    r"|(?P<circle>[①-⒛❶-❿])"
    r"|(?P<nth>第(?= ?[0-9一二三四五六七八九十百两])|首(?=[个部次批家例届张本所条期单座支场名起件项份]))"
    r"|(?P<digit>[0-9]|\.(?=[0-9]))"
    r"|(?P<word>[零〇一二两三四五六七八九十百千万亿廿卅壹贰叁肆柒捌玖拾伍陆双]|半(?=成(?:[，。；、以的]|$)))"
)
_RATIO = re.compile(r"(?P<over>\d{1,6}(?:\.\d+)?) ?[:比] ?(?P<under>\d{1,6}(?:\.\d+)?)(?![\d:年月])")
_RATE_AFTER = re.compile(r"“?100%|“?百分之百")
_JOIN = re.compile(r" ?(?:-{1,2}|~|至|到) ?$")
_RANGE_FROM = re.compile(r"(?:-{1,2}|[~至到])(?= ?[0-9一二两三四五六七八九十百])")
_AVERAGE = re.compile(r"(?:平均|(?:人|户|村|日|月|年|件|案|次|季|周|校|点|每\w{1,4})均)[^，。；,;\n]{0,14}$")


def find_mentions(shadow: str, year: int | None, spans: Spans) -> Iterator[Found]:
    """Every numeric expression of ``shadow`` in order, none overlapping; ``year`` is the reported year."""
    position, previous = 0, None
    length = len(shadow)
    while position < length:
        match = _SCAN.search(shadow, position)
        if match is None:
            return
        start = match.start()
        kind = match.lastgroup
        if kind == "skip":
            position = match.end()
            continue
        floor = previous.end if previous is not None else 0
        found, position = _one(shadow, start, kind or "", year, previous, floor, spans)
        if found is None:
            continue
        found.start = max(found.start, floor)
        if found.label == "word":
            continue
        previous = found
        yield found


def _one(
    shadow: str, start: int, kind: str, year: int | None, previous: Found | None, floor: int, spans: Spans
) -> tuple[Found | None, int]:
    """The mention at a numeric character, and where the scan goes on."""
    if kind == "circle":
        return label(start, start + 1, "list_number"), start + 1
    title = spans.title_at(start)
    quote = spans.quote_at(start)
    if kind == "nth":
        found = list_number_at(shadow, start) or name_at(shadow, start) or ordinal_at(shadow, start)
    elif kind == "digit":
        found = _digit(shadow, start, year, previous, floor)
    else:
        found = _word(shadow, start, year)
    end = found.end if found is not None else _past(shadow, start, kind)
    if title is not None:
        return _in_title(found, title), max(end, start + 1)
    if quote is not None:
        return _in_quote(shadow, found, start, quote, floor, end)
    return found, max(end, start + 1)


def _past(shadow: str, start: int, kind: str) -> int:
    if kind == "word":
        match = RUN.match(shadow, start)
        return match.end() if match else start + 1
    return start + 1


def _digit(shadow: str, start: int, year: int | None, previous: Found | None, floor: int) -> Found | None:
    found = date_at(shadow, start, year, previous) if shadow[start - 1 : start] != "〔" else None
    if found is not None and not _bracket_code(shadow, start, found):
        return found
    found = list_number_at(shadow, start) or code_at(shadow, start, floor) or quarter_at(shadow, start)
    if found is not None:
        return found
    found = _ratio(shadow, start) or quantity_at(shadow, start)
    if found is None:
        return None
    found.start = max(found.start, floor)
    return _finished(shadow, found, previous)


def _ratio(shadow: str, start: int) -> Found | None:
    """1:3, 3比1: a rate without a unit."""
    match = _RATIO.match(shadow, start)
    over = number_of(match["over"]) if match else None
    under = number_of(match["under"]) if match else None
    if match is None or over is None or not under:
        return None
    return Found(start, match.end(), "rate", exact(Fraction(over) / under))


def _bracket_code(shadow: str, start: int, found: Found) -> bool:
    """Whether a year in brackets opens a document number: 国发(2021)7号."""
    return (
        found.kind == "year"
        and shadow[start - 1 : start] in {"(", "[", "【"}
        and code_at(shadow, start, start) is not None
    )


def _word(shadow: str, start: int, year: int | None) -> Found | None:
    found = list_number_at(shadow, start) or date_in_words(shadow, start, year)
    if found is None:
        found = name_at(shadow, start) or quarter_at(shadow, start)
    if found is not None:
        return found
    if shadow[start] == "双":
        return None
    run = RUN.match(shadow, start)
    found = worded_quantity(shadow, start, run.end() if run else start + 1)
    return None if found is None else _finished(shadow, found, None)


def _finished(shadow: str, found: Found, previous: Found | None) -> Found:
    """Durations with 每, averages as rates, and the two ends of a range."""
    if found.kind == "duration" and shadow[found.start - 1 : found.start] == "每":
        found.start -= 1
        found.reported, found.nature = False, "rule"
    _settle_kind(shadow, found)
    if found.kind == "count" and shadow[found.start - 1 : found.start] == "每":
        found.reported, found.nature = False, "structural"  # 每10万人：是基数，不是工作量
    if found.unit == "个" and _RATE_AFTER.match(shadow, found.end):
        found.reported, found.nature = False, "structural"
    if _RANGE_FROM.match(shadow, found.end):
        _open_range(shadow, found)
    opened = previous is not None and previous.range == "from" and previous.kind == found.kind
    if opened and previous is not None and _JOIN.fullmatch(shadow, previous.end, found.start):
        found.range = "to"
    return found


def _settle_kind(shadow: str, found: Found) -> None:
    if found.kind != "count":
        return
    if found.unit is None:
        large = isinstance(found.value, int) and found.value >= 1000 and shadow[found.end - 1] in "万亿"
        if large and _MONEY_BEFORE.search(shadow, max(0, found.start - 12), found.start):
            found.unit, found.kind = "元", "money"
    elif _AVERAGE.search(shadow, max(0, found.start - 20), found.start):
        found.kind = "rate"
    elif found.unit in _WHOLE and not isinstance(found.value, int):
        found.kind = "rate"  # 1.8名：人和件没有小数，只能是平均数


def _open_range(shadow: str, found: Found) -> None:
    """The first end of a range borrows unit and scale from the second: 3至5万元 is 30000 to 50000 元."""
    at = found.end + 1
    while at < len(shadow) and shadow[at] in "- ~":
        at += 1
    second = (
        quantity_at(shadow, at)
        if at < len(shadow) and (shadow[at] in "0123456789" or RUN.match(shadow, at))
        else None
    )
    if second is None or second.start != at or second.value is None or found.value is None:
        return
    if found.unit is None:
        found.unit, found.kind = second.unit, second.kind
        found.value = _scaled(shadow[at : second.end], found.value)
    if found.unit == second.unit and found.value < second.value:
        found.range = "from"


_MONEY_BEFORE = re.compile(
    r"(?:资金|经费|投资|金额|款|损失|补贴|赔偿|资本|产值|营收|费用|罚没|债务|薪|工资|补助)[^，。；、\d]{0,5}$"
)
_WHOLE = frozenset("人名件次个户家起宗场人次件次")
_SCALE = re.compile(r"^[\d.]+ ?(?P<scale>[万亿])")


def _scaled(written: str, value: Number) -> Number:
    match = _SCALE.match(written)
    return value if match is None else value * (10_000 if match["scale"] == "万" else 10**8)


def _in_title(found: Found | None, title: tuple[int, int]) -> Found | None:
    """Inside 《》 only years, dates and ordinals are read; other numerals are part of the name."""
    if found is None:
        return None
    if found.kind in {"year", "date", "ordinal"}:
        found.in_title = True
        return found
    named = label(max(found.start, title[0]), min(found.end, title[1]), found.label or "name", found.numeral)
    named.in_title = True
    return named if named.label != "word" else found


def _in_quote(
    shadow: str, found: Found | None, start: int, quote: tuple[int, int], floor: int, end: int
) -> tuple[Found | None, int]:
    """A short quotation with a numeral is a name (“三项制度”); a quoted rule or rate is read as it stands."""
    begin, stop = quote
    content = shadow[begin:stop]
    if found is not None and (found.kind in {"year", "date", "ordinal"} or found.label == "list_number"):
        return found, max(end, start + 1)
    if "+" in content and len(content) <= 40 and begin >= floor:
        return label(begin, stop, "name"), stop
    if (
        len(content) > 16
        or content.startswith("每")
        or "%" in content
        or "百分之" in content
        or "以上" in content
    ):
        return found, max(end, start + 1)
    numeral = found.numeral if found is not None else None
    if found is not None and numeral is None and isinstance(found.value, int):
        numeral = found.value
    if begin < floor:
        return None, stop
    return label(begin, stop, "name", numeral), stop
