"""One quantity at a place in the text: number, scale, unit and the words that bound or blur it."""

from __future__ import annotations

import re
from fractions import Fraction

from fazhi.reader.document import Kind, Number, Qualifier
from fazhi.reader.found import Found
from fazhi.reader.numerals import DIGITS, FORMAL, exact, number_of
from fazhi.reader.units import ARABIC_UNIT, CHINESE_UNIT, normal

CHINESE = "零〇一二两三四五六七八九十百千万亿兆廿卅壹贰叁肆伍陆柒捌玖拾佰仟"
_POINT = "(?: ?点 ?[零〇一二三四五六七八九](?: ?[零〇一二三四五六七八九]){0,9}[万亿]{0,2})?"
_CHINESE_NUMBER = f"[{CHINESE}](?: ?[{CHINESE}]){{0,30}}{_POINT}"
# 千米、千克、千瓦里的千属于单位。
_SCALED = (
    r"(?: {0,2}(?:[万亿兆]|[十百千](?![米克瓦伏卡字分]))(?:[万亿兆千百十零]|"
    r"\d{1,5}(?![-/.\d])| (?=[千百十万])){0,9})?"
)
_ARABIC_NUMBER = (
    rf"(?:\d{{1,3}}(?: \d{{3}}){{1,3}}(?= ?[个件名人条次户家份宗起元万亿项])|"
    rf"\d{{1,3}}(?:[,，]\d{{3}})+(?!\d|[,，]\d)|\d+)(?:\.\d+)?(?:k(?![A-Za-z])|"
    rf"{_SCALED})|(?<![\d.])\.\d+"
)
_ANY_NUMBER = f"(?:{_ARABIC_NUMBER}|{_CHINESE_NUMBER})"
_OVER = " {0,2}分 {0,2}之 {0,2}"
_FRACTION = (
    rf"(?P<per>[百千万]{_OVER})(?P<part>[-负]?{_ANY_NUMBER})|"
    rf"(?:(?P<whole>{_ANY_NUMBER}) ?又 ?)?(?P<under>[-负]?{_ANY_NUMBER}){_OVER}(?P<over>[-负]?{_ANY_NUMBER})|"
    r"(?:(?P<units>\d{1,3}) )?(?P<top>\d{1,4})/(?P<bottom>[1-9]\d{0,3})(?![\d/.])"
)
_BLUR = " ?[余多几来](?![额款热量地])"
_SUFFIX = (
    r"(?P<after>余(?=[^额款热下名])|多(?=[的、，。；,;)]|$)|(?:\(含\)|\(含本数\)|及|"
    r"或|或者)?(?:以上|以下|以内|之内|之上)"
    r"|左右|上下(?!级)|不等)?"
)


def _quantity(number: str, unit: str, fraction: str = "") -> re.Pattern[str]:
    return re.compile(
        rf"(?:{fraction}(?P<number>{number}))"
        rf"(?:(?P<blur>{_BLUR})?(?P<scale> ?[百千]?[万亿](?![元]?[能象])){{0,1}}(?P<blur2>[余多](?![额款]))?)"
        rf"(?: {{0,3}}(?P<unit>{unit})(?P<tenth>(?<=成) ?[一二三四五六七八九](?=[，。；、\s]|$))?)?{_SUFFIX}"
    )


# 分数少见，写法又多：附近没有“分”“又”“/”就不试。
_OR_FRACTION = f"(?P<fraction>{_FRACTION})|"
_ARABIC = _quantity(_ARABIC_NUMBER, ARABIC_UNIT)
_WORDS = _quantity(_CHINESE_NUMBER, CHINESE_UNIT)
_ARABIC_PARTS = _quantity(_ARABIC_NUMBER, ARABIC_UNIT, _OR_FRACTION)
_WORDS_PARTS = _quantity(_CHINESE_NUMBER, CHINESE_UNIT, _OR_FRACTION)
_PARTED = re.compile("[^，。；、\n]{0,24}?[分又/]")

_BEFORE: tuple[tuple[str, Qualifier, str], ...] = (
    ("不少于", "more_than", ""),
    ("不低于", "more_than", ""),
    ("不小于", "more_than", ""),
    ("不下于", "more_than", ""),
    ("不超过", "less_than", ""),
    ("不高于", "less_than", ""),
    ("不多于", "less_than", ""),
    ("不大于", "less_than", ""),
    ("至少", "more_than", ""),
    ("最少", "more_than", ""),
    ("超过", "more_than", ""),
    ("突破", "more_than", ""),
    ("高于", "more_than", ""),
    ("多于", "more_than", ""),
    ("大于", "more_than", ""),
    ("最多", "less_than", ""),
    ("至多", "less_than", ""),
    ("不足", "less_than", ""),
    ("不到", "less_than", ""),
    ("不满", "less_than", ""),
    ("低于", "less_than", ""),
    ("少于", "less_than", ""),
    ("小于", "less_than", ""),
    ("大约", "approx", ""),
    ("将近", "approx", ""),
    ("接近", "approx", ""),
    ("大概", "approx", ""),
    ("超", "more_than", "赶反远"),
    ("逾", "more_than", ""),
    # 节约、签约、预约、契约……里的约不是大约；最近、附近、就近里的近不是将近。
    ("约", "approx", "节预签合契条公制履违特邀婚相"),
    ("近", "approx", "附最就邻临靠走亲相新"),
)
_LAST = frozenset(word[-1] for word, _, _ in _BEFORE)
_AFTER: dict[str, Qualifier] = {
    "余": "more_than",
    "多": "more_than",
    "几": "more_than",
    "来": "approx",
    "以上": "more_than",
    "之上": "more_than",
    "以下": "less_than",
    "以内": "less_than",
    "之内": "less_than",
    "左右": "approx",
    "上下": "approx",
    "不等": "approx",
}


def _bound(shadow: str, start: int, unit: str | None, kind: Kind) -> tuple[int, Qualifier]:
    """The start with a bounding word before the number taken in, and what the word says."""
    if start == 0 or shadow[start - 1] not in _LAST:
        return start, "exact"
    for word, qualifier, barred in _BEFORE:
        if not shadow.startswith(word, start - len(word), start):
            continue
        begin = start - len(word)
        if begin > 0 and shadow[begin - 1] in barred:
            return start, "exact"
        # 近三年、近5届是说最近，不是说差不多。
        if word == "近" and (kind == "duration" or unit in {"届", "期"}):
            return start, "exact"
        return begin, qualifier
    return start, "exact"


def sound_numeral(words: str, unit: str | None = None) -> bool:
    """Whether Chinese characters form a number: not 两三 (about), 登陆, 队伍, nor a bare 百 or 万."""
    words = words.replace(" ", "")
    if "点" in words or unit == "折":
        return True
    formal = [word for word in words if word in FORMAL]
    if formal and (len(words) < 2 or not any(word in "十百千万亿拾佰仟" for word in words)):
        return False
    if formal and re.search("[伍陆捌玖]十|^[拾伍陆]$", words):
        return False
    return not (len(words) > 1 and all(word in DIGITS for word in words))


def _value(match: re.Match[str]) -> tuple[Number | None, str]:
    """The exact value of a part of a hundred or of another whole."""
    if match["per"]:
        part = number_of(match["part"])
        over = {"百": 1, "千": 10, "万": 100}[match["per"][0]]
        return (None if part is None else Fraction(part) / over), "percent"
    if match["bottom"]:
        return int(match["units"] or 0) + Fraction(int(match["top"]), int(match["bottom"])), "fraction"
    under, over_value = number_of(match["under"]), number_of(match["over"])
    whole = number_of(match["whole"]) if match["whole"] else 0
    if not under or over_value is None or whole is None:
        return None, "fraction"
    return whole + Fraction(over_value) / under, "fraction"


def _after(match: re.Match[str], value: Number, unit: str | None) -> tuple[Number, Qualifier]:
    qualifier: Qualifier = "exact"
    for name in ("blur", "blur2"):
        if match[name]:
            qualifier = _AFTER[match[name].strip()]
    scale = match["scale"]
    if scale:
        value *= number_of(scale.strip()) or _scale(scale.strip())
    if unit and len(unit) > 1 and unit[0] == "个" and unit[1] in "多来":
        qualifier = "more_than"
    if match["after"]:
        qualifier = _AFTER.get(match["after"], _AFTER.get(match["after"][-2:], qualifier))
    return value, qualifier


def _scale(words: str) -> int:
    value = 1
    for word in words:
        value *= {"百": 100, "千": 1000, "万": 10_000, "亿": 10**8}[word]
    return value


def quantity_at(shadow: str, start: int) -> Found | None:
    """The quantity that begins at ``start``, or None; a number without a unit is a count without one."""
    arabic = shadow[start] in "0123456789."
    parted = _PARTED.match(shadow, start) is not None
    if parted:
        match = (_ARABIC_PARTS if arabic else _WORDS_PARTS).match(shadow, start)
    else:
        match = (_ARABIC if arabic else _WORDS).match(shadow, start)
    if match is None:
        return None
    if not arabic and match["number"] and not sound_numeral(match["number"], match["unit"]):
        return None
    value, sort = _value(match) if match["number"] is None else (number_of(match["number"]), "plain")
    if value is None:
        return None
    written = match["unit"]
    if written == "折" and value == 10:
        return None
    if match["tenth"]:
        value += Fraction(DIGITS[match["tenth"].strip()], 10)
    end = match.end()
    if written is None and match["blur"] and not match["scale"]:
        end = _without_blur(shadow, match)
    value, qualifier = _after(match, value, written) if end == match.end() else (value, "exact")
    unit: str | None = None
    kind: Kind = "count"
    if sort == "percent":
        unit, kind = "%", "rate"
    elif sort == "fraction":
        kind = "rate"
    if written is not None and sort != "percent":
        unit, kind = normal(written)
        value, unit = _rated(value, unit)
    begin, bound = _bound(shadow, start, unit, kind)
    if shadow[begin - 1 : begin] in {"-", "负"} and _negative(shadow, begin - 1):
        begin, value = begin - 1, -value
    return Found(begin, end, kind, exact(value), unit, qualifier if qualifier != "exact" else bound)


def _without_blur(shadow: str, match: re.Match[str]) -> int:
    """The end where 余, 多 has no unit after it: kept before a stop, else it belongs to the next word."""
    end = match.end("blur")
    if match["blur"].strip() in "余多" and (end >= len(shadow) or shadow[end] in "，。；、,;) \n"):
        return match.end()
    return match.end("number") if match["number"] else match.end(1)


def _rated(value: Number, unit: str) -> tuple[Number, str]:
    """Rates in percent: 3‰ → 0.3 %, 三成 → 30 %, 9.5折 → 95 %."""
    if unit == "‰":
        return Fraction(value) / 10, "%"
    if unit == "成" or (unit == "折" and value < 10):
        return value * 10, "%"
    return value, ("%" if unit == "折" else unit)


def _negative(shadow: str, at: int) -> bool:
    """Whether a dash or 负 before a number is its sign, not a hyphen or the end of 担负."""
    before = shadow[at - 1 : at]
    if shadow[at] == "负":
        return before not in set("担背欺胜抱肩自辜减")
    return not before or before in set(" \t\n，。；：、:(长降为达是率额比幅增减=") or before == "“"
