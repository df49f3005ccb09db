"""Chinese numerals for article numbers and dates in words."""

DIGITS = "零一二三四五六七八九"


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
