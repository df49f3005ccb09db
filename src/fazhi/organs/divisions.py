"""Reads files of division codes (区划代码) into the organs that the places make.

The files are those of 统计用区划代码: provinces, cities, areas (县级) and streets (乡级), told apart by their
columns, not their names. A place without an organ (see :mod:`fazhi.organs.places`) is left out, and what is
below it hangs one level higher.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fazhi.organs.models import Kind, Level
from fazhi.organs.places import organ_of

NUMBER = re.compile(r"[0-9]+")


@dataclass(frozen=True, slots=True)
class Shape:
    """One of the four files: digits of its code, and the columns of the places above, the nearest first."""

    level: Level
    digits: int
    above: tuple[str, ...]


SHAPES = (
    Shape(Level.TOWNSHIP, 9, ("areaCode", "cityCode", "provinceCode")),
    Shape(Level.COUNTY, 6, ("cityCode", "provinceCode")),
    Shape(Level.CITY, 4, ("provinceCode",)),
    Shape(Level.PROVINCE, 2, ()),
)
"""A file has the first of these shapes whose columns it has."""


@dataclass(frozen=True, slots=True)
class Place:
    """A row as it stands in the file; ``row`` counts from 1, the heading included."""

    level: Level
    code: str
    name: str
    above: tuple[str, ...]
    file: str
    row: int

    @property
    def organ_code(self) -> str:
        return padded(self.code)


@dataclass(frozen=True, slots=True)
class Division:
    """The organ of a place. ``parent`` is the code of the nearest organ above, empty for a province."""

    code: str
    name: str
    kind: Kind
    level: Level
    parent: str
    place: Place


@dataclass(frozen=True, slots=True)
class RowFault:
    """A row that cannot be taken; row 0 is the whole file."""

    file: str
    row: int
    code: str
    reason: str
    remedy: str

    def __str__(self) -> str:
        where = f"{self.file}第{self.row}行" if self.row else self.file
        return f"{where}：{self.reason}。{self.remedy}。"


@dataclass(slots=True)
class Divisions:
    """What files hold: organs from the top down, places that make none, rows at fault."""

    organs: list[Division] = field(default_factory=list)
    placeless: list[Place] = field(default_factory=list)
    faults: list[RowFault] = field(default_factory=list)


def read_divisions(files: Iterable[Path]) -> Divisions:
    """All rows of all files: provinces, then cities, counties, townships, each by code.

    :raises OSError: a file cannot be opened.
    """
    found = Divisions()
    places: dict[tuple[Level, str], Place] = {}
    for path in files:
        for place in read_file(path, found.faults):
            first = places.setdefault((place.level, place.code), place)
            if first is not place:
                reason = f"代码{place.code}重复，已在{first.file}第{first.row}行出现"
                found.faults.append(RowFault(place.file, place.row, place.code, reason, "请删去多余的一行"))
    settle(places, found)
    return found


def settle(places: Mapping[tuple[Level, str], Place], found: Divisions) -> None:
    """Make the organs, each below the nearest place that has one."""
    order = {level: rank for rank, level in enumerate(Level)}
    placeless: set[tuple[int, str]] = set()
    for place in sorted(places.values(), key=lambda place: (order[place.level], place.code)):
        made = None if is_its_city(place, places) else organ_of(place.level, place.code, place.name)
        if made is None:
            found.placeless.append(place)
            placeless.add((len(place.code), place.code))
            continue
        parent = next((padded(code) for code in place.above if (len(code), code) not in placeless), "")
        found.organs.append(Division(place.organ_code, made[1], made[0], place.level, parent, place))


def is_its_city(place: Place, places: Mapping[tuple[Level, str], Place]) -> bool:
    """A city without counties is listed once more as its only county (东莞, 嘉峪关)."""
    if place.level != Level.COUNTY:
        return False
    city = places.get((Level.CITY, place.above[0]))
    return place.code.endswith("00") or (city is not None and city.name == place.name)


def padded(code: str) -> str:
    """The code of the place's organ: six digits for provinces, cities and counties, nine for townships."""
    return code.ljust(6, "0")


def read_file(path: Path, faults: list[RowFault]) -> Iterator[Place]:
    reader = csv.DictReader(decode(path.read_bytes()).splitlines(), strict=True)
    try:
        columns = set(reader.fieldnames or ())
        shape = next((shape for shape in SHAPES if columns.issuperset({"code", "name", *shape.above})), None)
        if shape is None:
            reason = "不是区划代码文件，第一行没有 code 和 name 两列"
            faults.append(RowFault(path.name, 0, "", reason, "请选用区划代码 CSV 文件，并核对列名"))
            return
        for cells in reader:
            row = {key: (cells.get(key) or "").strip() for key in ("code", "name", *shape.above)}
            fault = fault_in(row, shape)
            if fault:
                faults.append(RowFault(path.name, reader.line_num, row["code"], *fault))
                continue
            above = tuple(row[column] for column in shape.above)
            yield Place(shape.level, row["code"], row["name"], above, path.name, reader.line_num)
    except csv.Error as error:
        reason = f"不是完整的 CSV（{error}）"
        faults.append(RowFault(path.name, reader.line_num, "", reason, "请从表格软件重新另存为 CSV"))


def decode(content: bytes) -> str:
    """UTF-8, with or without a mark, else the national encoding that spreadsheets save."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030", errors="replace")


def fault_in(row: Mapping[str, str], shape: Shape) -> tuple[str, str] | None:
    """Reason and remedy, or ``None`` for a good row."""
    code, name = row["code"], row["name"]
    if not NUMBER.fullmatch(code) or len(code) != shape.digits:
        return f"{shape.level.label}代码“{code}”应为{shape.digits}位数字", "请核对代码，不要带空格或小数点"
    if not name or "\ufffd" in name:
        return f"代码{code}的名称{'有无法识别的字' if name else '为空'}", "请补齐名称，文件另存为 UTF-8"
    for column in shape.above:
        if not row[column] or not code.startswith(row[column]):
            return f"代码{code}与上级代码“{row[column]}”（{column}）不符", "下级代码应以上级代码开头，请核对"
    return None
