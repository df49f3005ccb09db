"""Arabic, Chinese and mixed numerals read to exact values: 一百零五, 两千四百五, 5万4千, 三点一四."""

from __future__ import annotations

from fractions import Fraction

from fazhi.reader.document import Number

DIGITS = {
    **{word: value for value, word in enumerate("零一二三四五六七八九")},
    **{word: value for value, word in enumerate("〇壹贰叁肆伍陆柒捌玖")},
    "两": 2,
}
PLACES = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
SCALES = {"万": 10_000, "亿": 10**8, "兆": 10**12}
TENS = {"廿": 20, "卅": 30}
FORMAL = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟")
# 这几个大写数字也是常用字（登陆、队伍、放肆、收拾），只在成串时才是数。
LONGEST = 60

Tokens = list[tuple[str, Number]]


def exact(value: Number) -> Number:
    """An integer where the value is one."""
    return value if isinstance(value, int) else value.numerator if value.denominator == 1 else value


def number_of(words: str) -> Number | None:
    """Read a numeral, blanks and thousands commas ignored; None where ``words`` is not one."""
    if words.isdecimal() and len(words) <= LONGEST:
        return int(words)
    words = words.replace(" ", "").replace(",", "").replace("，", "")
    if not words or len(words) > LONGEST:
        return None
    if words[0] in "-负":
        value = number_of(words[1:])
        return None if value is None else -value
    if words.isascii():
        value = _arabic(words.removesuffix("k"))
        return value * 1000 if value is not None and words[-1] == "k" else value
    whole, point, decimals = words.partition("点")
    if not point:
        return _whole(whole)
    scale = 1
    while decimals and decimals[-1] in SCALES:
        scale, decimals = scale * SCALES[decimals[-1]], decimals[:-1]
    value = _whole(whole)
    if value is None or not decimals or any(word not in DIGITS for word in decimals):
        return None
    part = Fraction(int("".join(str(DIGITS[word]) for word in decimals)), 10 ** len(decimals))
    return (value + part) * scale


def _arabic(words: str) -> Number | None:
    whole, _, decimals = words.partition(".")
    if not (whole + decimals).isdecimal():
        return None
    return Fraction(int(whole + decimals), 10 ** len(decimals)) if decimals else int(whole)


def _tokens(words: str) -> Tokens | None:
    tokens: Tokens = []
    at = 0
    while at < len(words):
        word = words[at]
        if word in DIGITS:
            tokens.append(("零" if DIGITS[word] == 0 else "digit", DIGITS[word]))
        elif word in PLACES:
            tokens.append(("place", PLACES[word]))
        elif word in SCALES:
            tokens.append(("scale", SCALES[word]))
        elif word in TENS:
            tokens.append(("tens", TENS[word]))
        elif word.isdecimal() and word.isascii():
            end = at
            while end < len(words) and words[end] in "0123456789.":
                end += 1
            value = _arabic(words[at:end])
            if value is None:
                return None
            tokens.append(("arabic", value))
            at = end
            continue
        else:
            return None
        at += 1
    return tokens


def _whole(words: str) -> Number | None:
    tokens = _tokens(words)
    if not tokens:
        return None
    if len(tokens) > 1 and all(sort in {"digit", "零"} for sort, _ in tokens):
        return int("".join(str(value) for _, value in tokens))
    return _sum(tokens)


def _sum(tokens: Tokens) -> Number | None:
    """Add up places and scales; a last digit right after a place counts tenths of it (四百五 is 450)."""
    total: Number = 0
    section: Number = 0
    pending: Number | None = None
    last: Number = 0
    last_sort, last_sort_before = "", ""
    for sort, value in tokens:
        if sort in {"digit", "arabic"}:
            if pending is not None:
                return None
            pending = value
        elif sort == "tens":
            section, last = section + value, 10
        elif sort == "place":
            section, pending, last = section + (1 if pending is None else pending) * value, None, value
        elif sort == "scale":
            if last_sort in {"", "零"}:
                return None
            section, pending = section + (pending or 0), None
            if last_sort == "scale":
                total *= value
            else:
                total = (total + section) * value if total < value else total + section * value
            section, last = 0, value
        last_sort_before, last_sort = last_sort, sort
    if pending is None:
        return total + section
    abbreviated = last_sort == "digit" and last_sort_before in {"place", "scale"} and last >= 100
    return total + section + (pending * last // 10 if abbreviated else pending)
