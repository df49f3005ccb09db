"""What organ a place makes of itself: a division code is not an organ, its government is one."""

from __future__ import annotations

from fazhi.organs.models import Kind, Level

Made = tuple[Kind, str] | None
"""The kind and name of the organ of a place; ``None`` where it has none."""

STATISTICAL = ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划")
"""City rows under which the statistics gather counties that stand directly below the province."""

UNGOVERNED = ("群岛", "海域", "直辖村级区划")
"""Endings of places listed without a government of their own."""

OUTPOSTS = ("管理委员会", "管委会", "行政委员会")
TOWNSHIPS = ("镇", "乡", "苏木")
LISTED_AS_TOWNSHIP = ("办事处", "兵团", "开发区", "工业园", "特殊")
"""Words in the name of a farm, park or office to which the statistics add 镇 or 乡."""


def organ_of(level: Level, code: str, name: str) -> Made:
    """The organ of a place.

    :param code: the code as the statistics print it: 2, 4, 6 or 9 digits.
    """
    if name.endswith(UNGOVERNED):
        return None
    if level == Level.CITY:
        return city_organ(name)
    if level == Level.COUNTY:
        return county_organ(code, name)
    if level == Level.TOWNSHIP:
        return township_organ(code, name)
    return Kind.GOVERNMENT, f"{name}人民政府"


def city_organ(name: str) -> Made:
    """地区 and 盟 have an administrative office sent by the province (地方各级人民代表大会和地方各级人民政府
    组织法 2022 第八十五条).
    """
    if name in STATISTICAL:
        return None
    if name.endswith(("地区", "盟")):
        return Kind.OUTPOST, f"{name}行政公署"
    return Kind.GOVERNMENT, f"{name}人民政府"


def county_organ(code: str, name: str) -> Made:
    """Codes 71 to 79 are development zones of the statistics: managed by an outpost of the city."""
    if name.endswith(OUTPOSTS):
        return Kind.OUTPOST, name
    if code[4] == "7" and not name.endswith(("县", "旗", "市")):
        return Kind.OUTPOST, f"{name}管理委员会"
    return Kind.GOVERNMENT, f"{name}人民政府"


def township_organ(code: str, name: str) -> Made:
    """The third group of digits tells streets (001–099) from the rest; 000 is the county over again."""
    if code.endswith("000"):
        return None
    street = name.removesuffix("办事处")
    if street.endswith("街道"):
        return Kind.STREET, f"{street}办事处"
    if code[6] == "0" and name.endswith(("街", "地区")):
        return Kind.STREET, f"{name}{'道' if name.endswith('街') else ''}办事处"
    if name.endswith(TOWNSHIPS) and not any(word in name for word in LISTED_AS_TOWNSHIP):
        return Kind.GOVERNMENT, f"{name}人民政府"
    return (Kind.OUTPOST if name.endswith((*OUTPOSTS, "办事处")) else Kind.UNIT), name
