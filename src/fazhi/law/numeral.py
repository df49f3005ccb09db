"""Chinese numerals for article numbers and dates in words."""

DIGITS = "零一二三四五六七八九"
PLACES = {"十": 10, "百": 100, "千": 1000}


def chinese_number(number: int) -> str:
    """Write 0 ≤ ``number`` < 10000 as in statutes: 12 → 十二, 105 → 一百零五, 1260 → 一千二百六十."""
    if not 0 <= number < 10_000:
        raise ValueError(f"只能书写0到9999之间的整数：{number}")
    if number == 0:
        return "零"
    words, pending_zero = "", False
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            words += ("零" if pending_zero else "") + DIGITS[digit] + unit
            pending_zero = False
        elif words:
            pending_zero = True
    return words.removeprefix("一") if 10 <= number < 20 else words


def number_in(words: str) -> int:
    """Read a numeral of a statute below 10000, Chinese or Arabic: 二十四 → 24, 两 → 2, 60 → 60.

    Raises ``ValueError`` where ``words`` is no such numeral.
    """
    if words.isdecimal():
        return int(words)
    total, digit = 0, None
    for word in words.replace("〇", "零").replace("两", "二"):
        if word in DIGITS:
            digit = DIGITS.index(word)
        elif word in PLACES:
            total += (1 if digit is None else digit) * PLACES[word]
            digit = None
        else:
            raise ValueError(f"“{words}”不是法条中的数字。")
    if not words:
        raise ValueError("没有写数字。")
    return total + (digit or 0)
