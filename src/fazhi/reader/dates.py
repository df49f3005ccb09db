"""Dates, years and times of day: 2018年4月10日, 10.04.2018 12:27, 1-11月, 二〇二三年, 3.15."""

from __future__ import annotations

import re

from fazhi.reader.document import Qualifier
from fazhi.reader.found import Found
from fazhi.reader.numerals import DIGITS, number_of

_TIME = r"(?:[T ,，]{1,3}(?P<hour>[01]?\d|2[0-4]) ?[:时] ?(?P<minute>[0-5]\d)(?::[0-5]\d)?分?)?"
_FULL = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?: ?年 ?(?P<month>0?[1-9]|1[0-2]) ?月(?:份|"
    r" ?(?P<day>[0-3]?\d) ?[日号]|[上中下]旬|[底初末])?"
    r"|(?P<mark>[-/.])(?P<month2>0?[1-9]|1[0-2])(?:(?P=mark)(?P<day2>[0-3]?\d))?(?![\d年%]))" + _TIME
)
_DAY_FIRST = re.compile(
    r"(?P<day>[0-3]?\d)(?P<mark>[./-])(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<year>(?:19|20)\d\d)(?!\d)" + _TIME
)
_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d) {0,2}年(?!代)(?: ?度(?!假))?")
_YEAR_FROM = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?= ?年?度? {0,2}(?:-{1,2}|[~至到]) {0,2}(?:19|20)\d\d(?:\D|$))"
)
_YEAR_LIST = re.compile(r"(?P<year>(?:19|20)\d\d)(?=(?:[、和及与,，](?:19|20)\d\d){0,9}(?:年|[两三四五]年))")
_YEAR_TO = re.compile(r"(?P<year>(?:19|20)\d\d)(?! ?[\d.%万亿])(?: {0,2}年(?: ?度)?)?")
_MONTH = re.compile(
    r"(?P<month>0?[1-9]|"
    r"1[0-2]) ?月(?:(?P<day>[0-3]?\d)(?! ?[-~至] ?\d{1,2}[日号]) ?[日号]|份|"
    r"[上中下]旬|[底初末])?"
)
_MONTH_FROM = re.compile(r"(?P<month>0?[1-9]|1[0-2])(?= ?(?:-{1,2}|[~至到]) ?(?:0?[1-9]|1[0-2]) ?月)")
_DAY = re.compile(r"(?P<day>[0-3]?\d) ?[日号](?!均|常|益|报|间|内|以内|之内|以上|期)")
_CLOCK = re.compile(r"(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:])")
_OCLOCK = re.compile(
    r"(?P<hour>[01]?\d|2[0-4]) ?[时点](?:(?P<minute>[0-5]?\d) ?分|半|整|许|(?= ?[-至~] ?\d))"
)
_POINT = re.compile(
    r"(?P<month>1[0-2]|[1-9])(?P<mark>[.·])(?P<day>[0-3]?\d)(?![\d.%])"
    r"(?=[“”\"’、，和及与]{0,3}(?:\d{1,2}[.·]\d{1,2}[“”\"’、，和及与]{0,3}){0,9}"
    r"(?:等|国家|全国|全民|国际|世界|消费|宪法|禁毒|防灾|安全|知识|学雷锋|诚信|普法|"
    r"法[治制]|宣传|重[要点]|主题|专[题项]"
    r"|前后|期间|节|日|保密|税|植树|妇女|劳动|环境|食品|民族|档案|消防|交通))"
)
_WORDS = re.compile(
    r"(?P<year>[一二][〇零九OoＯ0][〇零一二三四五六七八九OoＯ0]{2})年(?!代)(?:度|"
    r"(?P<month>十?[一二三四五六七八九十])月"
    r"(?P<day>[一二三]?十?[一二三四五六七八九十])?日?)?"
)
_WORD_MONTH = re.compile(
    r"(?P<month>十[一二]|"
    r"[一二三四五六七八九十])月(?:(?P<day>[一二三]?十?[一二三四五六七八九十])[日号]|"
    r"份|[上中下]旬|[底初末])?"
)
_HOUR = re.compile(r"([01]?\d|2[0-4]) ?[时点](?![段候])")
_DAYTIME = frozenset(("上午", "下午", "晚上", "早上", "凌晨", "中午", "每日", "每天", "傍晚"))
_ROUGH = frozenset("旬底初末")
# 没有这些字跟着的数字不会是日期。
_LIKELY = re.compile(r"\d{1,4} {0,2}(?:[年月日号时点:./\-~至到、和及与，·)\t\n两三四五]|$)")


def _iso(year: int | None, month: int, day: int | None, match: re.Match[str]) -> str | None:
    """ISO 8601 with the parts that are written; ``--03-15`` without a year; None for a day that cannot be."""
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    told = f"{year:04d}-{month:02d}" if year else f"--{month:02d}"
    told += f"-{day:02d}" if day else ""
    groups = match.groupdict()
    if groups.get("hour") and groups.get("minute"):
        told += f"T{int(match['hour']):02d}:{int(match['minute']):02d}"
    return told


def _dated(match: re.Match[str], iso: str | None) -> Found | None:
    if iso is None:
        return None
    rough = match[0][-1] in _ROUGH
    qualifier: Qualifier = "approx" if rough else "exact"
    return Found(match.start(), match.end(), "date", qualifier=qualifier, iso=iso)


def _year(match: re.Match[str], *, start: bool = False, stop: bool = False) -> Found:
    found = Found(match.start(), match.end(), "year", int(match["year"]), "年")
    found.range = "from" if start else "to" if stop else ""
    return found


def _full(match: re.Match[str]) -> Found | None:
    month = match["month"] or match["month2"]
    day = match["day"] or match["day2"]
    return _dated(match, _iso(int(match["year"]), int(month), int(day) if day else None, match))


def date_at(shadow: str, start: int, year: int | None, previous: Found | None) -> Found | None:
    """The date, year or time that begins with an Arabic digit at ``start``.

    ``year`` is the reported year, taken where only a month is written; ``previous`` the mention before.
    """
    if not _LIKELY.match(shadow, start):
        return None
    if shadow[start : start + 2] in {"19", "20"}:
        found = _with_year(shadow, start, previous)
        if found is not None:
            return found
    if match := _DAY_FIRST.match(shadow, start):
        found = _dated(match, _iso(int(match["year"]), int(match["month"]), int(match["day"]), match))
        if found is not None:
            return found
    return _without_year(shadow, start, year, previous)


def _with_year(shadow: str, start: int, previous: Found | None) -> Found | None:
    if match := _FULL.match(shadow, start):
        found = _full(match)
        if found is not None:
            return found
    after_range = previous is not None and previous.range == "from" and previous.kind == "year"
    if after_range and (match := _YEAR_TO.match(shadow, start)):
        return _year(match, stop=True)
    if match := _YEAR_FROM.match(shadow, start):
        found = _year(match, start=True)
        if whole := _YEAR.match(shadow, start):
            found.end = whole.end()
        return found
    if match := _YEAR.match(shadow, start) or _YEAR_LIST.match(shadow, start):
        return _year(match)
    match = _YEAR_TO.match(shadow, start)
    if match and _alone(shadow, start, match.end()):
        return _year(match)
    return None


def _alone(shadow: str, start: int, end: int) -> bool:
    """Whether a bare 2023 stands in brackets or by itself in a table cell or line."""
    before, after = shadow[start - 1 : start], shadow[end : end + 1]
    if before == "(" and after == ")":
        return True
    return before in {"\t", "\n"} and after in {"\t", "\n"} and before + after != "\n"


def _without_year(shadow: str, start: int, year: int | None, previous: Found | None) -> Found | None:
    if match := _MONTH_FROM.match(shadow, start):
        found = _dated(match, _iso(year, int(match["month"]), None, match))
        if found is not None:
            found.range = "from"
        return found
    if match := _MONTH.match(shadow, start):
        day = int(match["day"]) if match["day"] else None
        found = _dated(match, _iso(year, int(match["month"]), day, match))
        if (
            found is not None
            and previous is not None
            and previous.range == "from"
            and previous.kind == "date"
        ):
            found.range = "to"
        return found
    if match := _POINT.match(shadow, start):
        return _dated(match, _iso(None, int(match["month"]), int(match["day"]), match))
    if match := _CLOCK.match(shadow, start) or _OCLOCK.match(shadow, start):
        if "比" in shadow[max(0, start - 6) : start]:
            return None
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        return Found(start, match.end(), "date", iso=f"T{hour:02d}:{minute:02d}")
    if shadow[start - 2 : start] in _DAYTIME and (match := _HOUR.match(shadow, start)):
        return Found(start, match.end(), "date", iso=f"T{int(match[1]):02d}:00")
    match = _DAY.match(shadow, start)
    if match and 1 <= int(match["day"]) <= 31 and _in_month(shadow, start, previous):
        return Found(start, match.end(), "date")
    return None


def _in_month(shadow: str, start: int, previous: Found | None) -> bool:
    """Whether a bare day follows a date (3月1日至5日) or opens a clause (5日，…)."""
    if previous is not None and previous.kind == "date" and start - previous.end <= 3:
        return True
    return shadow[start - 1 : start] in {"于", "月", "年", "-", "，", "。", ",", "\n", ""}


def date_in_words(shadow: str, start: int, year: int | None) -> Found | None:
    """The date that begins with a Chinese numeral: 二〇二四年一月十五日, 二○一七年, 十二月四日."""
    if match := _WORDS.match(shadow, start):
        digits = "".join(str(DIGITS.get(word, 0)) for word in match["year"])
        if not match["month"]:
            return Found(start, match.end(), "year", int(digits), "年")
        month, day = number_of(match["month"]), number_of(match["day"]) if match["day"] else None
        if month is None:
            return None
        return _dated(match, _iso(int(digits), int(month), int(day) if day else None, match))
    if match := _WORD_MONTH.match(shadow, start):
        month, day = number_of(match["month"]), number_of(match["day"]) if match["day"] else None
        if month is not None:
            return _dated(match, _iso(year, int(month), int(day) if day else None, match))
    return None
