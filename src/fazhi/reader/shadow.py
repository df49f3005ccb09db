"""A copy of the text for scanning: same length, one spelling of digits, dashes, brackets and quotes."""

from __future__ import annotations

_SAME = {
    "%": "％﹪",
    "，": ",",
    "；": ";",
    "！": "!",
    "？": "?",
    ":": "：∶",
    "(": "（",
    ")": "）",
    "[": "［",
    "]": "］",
    "/": "／",
    ".": "．",
    "+": "＋",
    "*": "＊",
    "×": "✕✖",
    "~": "～∼〜",
    "-": "－—–−﹣﹘‐‑",
    "·": "•・‧∙",
    " ": "\u00a0\u3000\u2002\u2003\u2009\u202f",
    "“": "「",
    "”": "」",
    "‘": "『",
    "’": "』",
    "〇": "○",
    "万": "萬",
    "亿": "億",
    "两": "兩",
    "点": "點",
    "个": "個",
    "余": "餘",
    "几": "幾",
    "负": "負",
    "双": "雙",
    "对": "對",
    "贰": "貳",
    "叁": "參叄",
    "陆": "陸",
    "元": "圆",
}


def _table() -> dict[int, str]:
    table = {ord(other): one for one, others in _SAME.items() for other in others}
    for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)):
        table[code] = chr(code - 0xFEE0)
    return table


_TABLE = _table()


def shadow_of(text: str) -> str:
    """``text`` with full-width, traditional and typographic variants folded; offsets stay the same."""
    return text.translate(_TABLE)
