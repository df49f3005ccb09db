"""The list numbers that Word counts by itself and does not write into the text: 一、 （一） 1."""

from __future__ import annotations

import re
from typing import Any

_FORMATS = {
    "chineseCounting": "一",
    "chineseCountingThousand": "一",
    "ideographDigital": "一",
    "japaneseCounting": "一",
    "taiwaneseCounting": "一",
    "taiwaneseCountingThousand": "一",
    "chineseLegalSimplified": "一",
    "decimal": "1",
    "decimalFullWidth": "1",
    "decimalEnclosedCircle": "①",
    "decimalEnclosedCircleChinese": "①",
    "upperLetter": "A",
    "lowerLetter": "a",
}
_DIGITS = "零一二三四五六七八九"
_PLACE = re.compile(r"%(\d)")


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _value(element: Any, name: str = "val") -> str:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


class Numbering:
    """The numbering definitions of one document and how far each list has counted."""

    def __init__(self, root: Any | None) -> None:
        self._abstract: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._lists: dict[str, str] = {}
        self._counts: dict[tuple[str, int], int] = {}
        for element in root if root is not None else ():
            if _local(element) == "abstractNum":
                self._abstract[_value(element, "abstractNumId")] = dict(_levels(element))
            elif _local(element) == "num":
                abstract = next((_value(child) for child in element if _local(child) == "abstractNumId"), "")
                self._lists[_value(element, "numId")] = abstract

    def marker(self, number: dict[str, str]) -> str:
        """The next marker of the list a paragraph names (``numId``, ``ilvl``); empty for bullets."""
        abstract = self._lists.get(number.get("numId", ""))
        levels = self._abstract.get(abstract or "")
        depth = int(number.get("ilvl") or 0) if (number.get("ilvl") or "0").isdecimal() else 0
        if abstract is None or not levels or depth not in levels:
            return ""
        form, pattern, start = levels[depth]
        if form not in _FORMATS:
            return ""
        self._counts[abstract, depth] = self._counts.get((abstract, depth), start - 1) + 1
        for key in [key for key in self._counts if key[0] == abstract and key[1] > depth]:
            del self._counts[key]
        return _PLACE.sub(lambda match: self._told(abstract, levels, int(match[1]) - 1), pattern)

    def _told(self, abstract: str, levels: dict[int, tuple[str, str, int]], depth: int) -> str:
        form, _, start = levels.get(depth, ("decimal", "", 1))
        return _written(self._counts.get((abstract, depth), start), _FORMATS.get(form, "1"))


def _levels(element: Any) -> list[tuple[int, tuple[str, str, int]]]:
    levels = []
    for level in element:
        if _local(level) != "lvl":
            continue
        told = {_local(child): _value(child) for child in level}
        start = told.get("start", "1")
        depth = _value(level, "ilvl")
        levels.append(
            (
                int(depth) if depth.isdecimal() else 0,
                (told.get("numFmt", ""), told.get("lvlText", ""), int(start) if start.isdecimal() else 1),
            )
        )
    return levels


def _written(number: int, style: str) -> str:
    if style == "一" and 0 < number < 100:
        tens, ones = divmod(number, 10)
        return ("" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十") + (
            _DIGITS[ones] if ones else ""
        )
    if style == "①" and 0 < number <= 20:
        return chr(ord("①") + number - 1)
    if style in {"A", "a"} and 0 < number <= 26:
        return chr(ord(style) + number - 1)
    return str(number)
