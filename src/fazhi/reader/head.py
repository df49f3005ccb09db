"""The head of a report: title, organ and its level, year, document number, index number, dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from fazhi.reader.found import Found

# 标题之外还可能是正文首段；超过这个长度就不是标题。
LONGEST_TITLE = 80
HEAD = 3000
FOOT = 600

_TITLE = re.compile(r"法治政府|依法行政|法治建设|法治.{0,6}报告|工作报告|情况(?:的)?报告|年度报告|工作总结")
_YEAR = re.compile(
    r"(?P<year>(?:19|20)\d\d) ?年?(?:度|法治|依法|工作|以来|上半年|，|,|,)?|"
    r"(?P<words>[一二][〇零九][〇零一二三四五六七八九]{2})年"
)
_NUMBER = re.compile(
    r"(?:发文字号|文\s*号)[:： ]*(?P<field>[^\s，。]{4,40}号)|"
    r"^[ \t]*(?P<line>[一-鿿]{2,14}[〔\[(]20\d\d[〕\])]\d+号)[ \t]*$",
    re.MULTILINE,
)
_INDEX = re.compile(r"索\s*引\s*号[:： \t]*(?P<index>[A-Za-z0-9][A-Za-z0-9/_.-]{5,60})")
_PUBLISHED = re.compile(r"(?:发布|公开|发文|上传|更新|公布)?(?:日期|时间)[:： \t]*$")
_SIGNED = re.compile(r"(?:成文|签发|印发)(?:日期|时间)[:： \t]*$")
_ORGAN = re.compile(
    r"(?P<organ>[一-鿿]{2,24}?(?:人民政府办公室|人民政府|街道办事处|办事处|管理委员会|"
    r"管委会|委员会|司法局|[一-鿿]{1,8}(?:局|厅|办公室|中心)))"
)
_PLACE = re.compile(
    r"^(?:关于)?(?P<place>(?:[一-鿿]{1,8}?(?:省|自治区|"
    r"特别行政区))?(?:[一-鿿]{1,10}?(?:市|自治州|州|地区|"
    r"盟))?(?:[一-鿿]{1,8}?(?:自治县|自治旗|新区|县|区|旗|"
    r"市))?(?:[一-鿿]{1,8}?(?:街道|镇|乡|苏木))?)"
)
_BODY_ORGAN = re.compile(
    r"^[ \t]*(?P<organ>[一-鿿]{2,24}(?:人民政府|办事处|委员会|局|厅))[ \t]*$", re.MULTILINE
)
_MUNICIPALITIES = ("北京", "上海", "天津", "重庆")
_DISTRICTS = re.compile(r"县[(（]?[市区]|各县|县区|区县|县级|旗县")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands around the text; empty where it does not say."""

    title: str = ""
    organ: str = ""
    level: str = ""
    number: str = ""
    index_number: str = ""
    signed_on: date | None = None
    published_on: date | None = None


def find_title(text: str) -> str:
    """The first line of the head that names a report, joined with the line before where that is an organ."""
    lines = [line.strip() for line in text[:HEAD].split("\n")]
    lines = [line for line in lines if line][:25]
    for index, line in enumerate(lines):
        if len(line) > LONGEST_TITLE or not _TITLE.search(line) or line[-1] in "。；，：":
            continue
        before = lines[index - 1] if index else ""
        if line.startswith("关于") and _ORGAN.fullmatch(before):
            return before + line
        return line
    short = [line for line in lines if 4 <= len(line) <= LONGEST_TITLE and line[-1] not in "。；，："]
    return short[0] if short else ""


def find_year(shadow: str, title: str, file: str) -> int | None:
    """The reported year: of the title, else of the first lines, else of the file's name."""
    for where in (title, shadow[:HEAD], file):
        match = _YEAR.search(where)
        if match is None:
            continue
        if match["year"]:
            return int(match["year"])
        return int(
            "".join(str("零一二三四五六七八九".find(word.replace("〇", "零"))) for word in match["words"])
        )
    return None


def read_head(text: str, shadow: str, title: str, found: list[Found], published: str = "") -> Head:
    """The head of ``text``; ``found`` are its mentions, ``published`` the date its page states beside it."""
    number = _NUMBER.search(shadow, 0, HEAD)
    index = _INDEX.search(shadow, 0, HEAD)
    organ = _organ(title, text)
    day, signed = _dates(shadow, found)
    return Head(
        title,
        organ,
        _level(organ, text),
        text[slice(*number.span("field" if number["field"] else "line"))] if number else "",
        index["index"] if index else "",
        signed,
        day or _day(published),
    )


def _organ(title: str, text: str) -> str:
    """The organ that reports: named in the title, else the government of its place, else the signature."""
    match = _ORGAN.match(title.removeprefix("关于"))
    if match:
        return match["organ"]
    place = _PLACE.match(title)
    if place and place["place"]:
        name = place["place"]
        return name + ("办事处" if name.endswith("街道") else "人民政府")
    for part in (text[-FOOT:], text[:HEAD]):
        signature = _BODY_ORGAN.search(part)
        if signature:
            return signature["organ"]
    return ""


_BY_ENDING = (
    (("镇", "乡", "街道", "苏木"), "township"),
    (("省", "自治区"), "province"),
    (("县", "旗", "区"), "county"),
    (("州", "盟", "地区"), "city"),
)
_DEPARTMENTS = ("局", "厅", "委员会", "办公室", "中心", "管委会")


def _level(organ: str, text: str) -> str:
    """province, city, county, township or department; empty where the organ's name does not tell."""
    name = re.sub(r"人民政府(?:办公室)?$|办事处$", "", organ)
    if organ.endswith(_DEPARTMENTS) and "人民政府" not in organ:
        return "department"
    if name in {f"{one}市" for one in _MUNICIPALITIES}:
        return "province"
    for endings, level in _BY_ENDING:
        if name.endswith(endings):
            return level
    if not name.endswith("市"):
        return ""
    # 县级市：名字前面还有地级市，或者通篇没有县（市、区）。
    below = len(re.findall(r"[市州盟]", name)) > 1 or not _DISTRICTS.search(text[:20_000])
    return "county" if below else "city"


def _dates(shadow: str, found: list[Found]) -> tuple[date | None, date | None]:
    """The dates of publication (labelled, or a bare stamp in the head) and signature (below the text)."""
    published: date | None = None
    signed: date | None = None
    edge = len(shadow) - FOOT
    for one in found:
        if one.kind != "date" or one.iso is None or len(one.iso) < 10 or one.iso[0] == "-":
            continue
        if HEAD < one.start < edge:
            continue
        day = _day(one.iso)
        before = shadow[max(0, one.start - 14) : one.start]
        if _SIGNED.search(before):
            signed = signed or day
        elif _PUBLISHED.search(before):
            published = published or day
        elif _alone(shadow, one):
            if one.start < HEAD and one.start < edge:
                published = published or day
            else:
                signed = day
    return published, signed


def _alone(shadow: str, one: Found) -> bool:
    start = shadow.rfind("\n", 0, one.start) + 1
    end = shadow.find("\n", one.end)
    rest = shadow[start : one.start] + shadow[one.end : end if end >= 0 else len(shadow)]
    return not rest.strip(" \t()")


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso[:10])
    except ValueError:
        return None
