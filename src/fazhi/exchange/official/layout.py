"""The layout of official documents （GB/T 9704—2012） as the style sheet and fonts of a Word file.

Lengths of the standard are in millimetres; Word counts in twips (1/20 pt) and half points.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import floor

PAGE = (210, 297)
"""A4 (5.2.1)."""
TOP, LEFT = 37, 28
"""天头 and 订口 (5.2.2)."""
TYPE_AREA = (156, 225)
"""版心 (5.2.2)."""
LINES, CHARACTERS = 22, 28
"""Each page 22 lines of 28 characters (5.2.3)."""
RIGHT, BOTTOM = PAGE[0] - LEFT - TYPE_AREA[0], PAGE[1] - TOP - TYPE_AREA[1]
FOOTER = 23
"""From the page's edge to its number, so that the dash lies 7 mm below the type area (7.5)."""

POINT = 25.4 / 72
NO_2, NO_3, NO_4, NO_5 = 22, 16, 14, 10.5
"""二号, 三号, 四号, 五号 in points."""

LINE_PITCH = int(TYPE_AREA[1] / POINT / LINES * 20)
"""Twips; cut, so that 22 lines fit."""
CHARACTER_SPACE = floor((TYPE_AREA[0] / POINT / CHARACTERS - NO_3) * 20)
"""Twips added to a character of 三号: below zero, since 28 × 16 pt is wider than 156 mm.

Word's character grid would say the same, but other programs give a character wider than its cell two cells.
"""


@dataclass(frozen=True, slots=True)
class Font:
    """The font that stands on office machines, and those that step in for it, free ones last."""

    name: str
    instead: tuple[str, ...]
    family: str = "roman"


FANGSONG = Font("仿宋_GB2312", ("仿宋", "FangSong", "FandolFang R", "Noto Serif CJK SC"))
XIAOBIAOSONG = Font(
    "方正小标宋简体", ("方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FandolSong", "Noto Serif CJK SC")
)
HEITI = Font("黑体", ("SimHei", "FandolHei", "Noto Sans CJK SC"), "swiss")
KAITI = Font("楷体_GB2312", ("楷体", "KaiTi", "FandolKai", "Noto Serif CJK SC"))
SONGTI = Font("宋体", ("SimSun", "FandolSong", "Noto Serif CJK SC"))
FONTS = (FANGSONG, XIAOBIAOSONG, HEITI, KAITI, SONGTI)


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style; ``indent`` and ``right`` in characters; ``pitched`` lines have the body's pitch."""

    id: str
    name: str
    font: Font
    points: float
    align: str = "both"
    indent: int = 2
    right: int = 0
    pitched: bool = True
    outline: int | None = None


TITLE = Style("Title", "标题", XIAOBIAOSONG, NO_2, "center", 0, pitched=False)
CHAPTER = Style("Heading1", "一级标题", HEITI, NO_3, "left", outline=0)
PART = Style("Heading2", "二级标题", KAITI, NO_3, "left", outline=1)
BODY = Style("Body", "正文段落", FANGSONG, NO_3)
FLUSH = Style("Flush", "主送机关", FANGSONG, NO_3, "left", 0)
SIGNATURE = Style("Signature", "署名", FANGSONG, NO_3, "right", 0, right=2)
DATE = Style("SignedOn", "成文日期", FANGSONG, NO_3, "right", 0, right=4)
NUMBER = Style("Number", "发文字号", FANGSONG, NO_3, "center", 0)
CELL = Style("Cell", "附表", FANGSONG, NO_5, "left", 0, pitched=False)
FOOTER_ODD = Style("FooterOdd", "单页页码", SONGTI, NO_4, "right", 0, right=1, pitched=False)
FOOTER_EVEN = Style("FooterEven", "双页页码", SONGTI, NO_4, "left", 1, pitched=False)
STYLES = (TITLE, CHAPTER, PART, BODY, FLUSH, NUMBER, SIGNATURE, DATE, CELL, FOOTER_ODD, FOOTER_EVEN)

UNSPACED = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
"""No gap between digits and characters: it would cost the line its 28 characters."""
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def twips(millimetres: float) -> int:
    return round(millimetres / POINT * 20)


def width_of(text: str) -> float:
    """The width of a line in characters; what is not Chinese is half as wide."""
    return sum(0.5 if ord(character) < 0x2000 else 1 for character in text)


def run_properties(font: Font, points: float, *, pitched: bool = True) -> str:
    """The font for every script: without ``eastAsia`` and the hint Word sets “ ” and — in a Latin font."""
    name, half_points = font.name, round(2 * points)
    space = f'<w:spacing w:val="{CHARACTER_SPACE}"/>' if pitched else '<w:spacing w:val="0"/>'
    return (
        f'<w:rFonts w:hint="eastAsia" w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'
        f'{space}<w:kern w:val="0"/><w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
    )


def paragraph_properties(style: Style) -> str:
    width = round(style.points * 20)
    line = (
        f'<w:spacing w:before="0" w:after="0" w:line="{LINE_PITCH}" w:lineRule="exact"/>'
        if style.pitched
        else '<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    )
    indent = (
        f'<w:ind w:firstLineChars="{100 * style.indent}" w:firstLine="{width * style.indent}" '
        f'w:rightChars="{100 * style.right}" w:right="{width * style.right}"/>'
    )
    keep, outline = "", ""
    if style.outline is not None:
        keep, outline = "<w:keepNext/>", f'<w:outlineLvl w:val="{style.outline}"/>'
    return f'{keep}<w:widowControl w:val="0"/>{UNSPACED}{line}{indent}<w:jc w:val="{style.align}"/>{outline}'


def styles_xml() -> str:
    """The whole style sheet: document defaults, the default style, and ours; no theme font anywhere."""
    body = run_properties(FANGSONG, NO_3)
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:pPr><w:widowControl w:val="0"/></w:pPr><w:rPr>{body}</w:rPr></w:style>'
    )
    ours = "".join(
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph_properties(style)}</w:pPr>'
        f"<w:rPr>{run_properties(style.font, style.points, pitched=style.pitched)}</w:rPr></w:style>"
        for style in STYLES
    )
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{body}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    return f"<w:styles {NAMESPACE}>{defaults}{normal}{ours}</w:styles>"


def fonts_xml() -> str:
    """The font table: by ``altName`` Word takes the first that the machine has."""
    fonts = "".join(
        f'<w:font w:name="{font.name}"><w:altName w:val="{",".join(font.instead)}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{font.family}"/><w:pitch w:val="variable"/></w:font>'
        for font in FONTS
    )
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts {NAMESPACE}>{fonts}</w:fonts>'


def section_xml() -> str:
    """Page, margins and grid of the one section; its footers are added by the writer."""
    return (
        f"<w:sectPr {NAMESPACE}>"
        f'<w:pgSz w:w="{twips(PAGE[0])}" w:h="{twips(PAGE[1])}"/>'
        f'<w:pgMar w:top="{twips(TOP)}" w:right="{twips(RIGHT)}" w:bottom="{twips(BOTTOM)}" '
        f'w:left="{twips(LEFT)}" w:header="{twips(15)}" w:footer="{twips(FOOTER)}" w:gutter="0"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{LINE_PITCH}"/>'
        "</w:sectPr>"
    )
