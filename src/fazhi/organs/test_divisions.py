"""Which organ a place makes, and which rows of a file cannot be taken."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from fazhi.organs.divisions import Divisions, read_divisions
from fazhi.organs.models import Kind, Level
from fazhi.organs.places import organ_of

PROVINCES = "code,name\n62,甘肃省\n11,北京市\n"
CITIES = 'code,name,provinceCode\n6209,"酒泉市",62\n6202,"嘉峪关市",62\n1101,"市辖区",11\n'
AREAS = (
    "code,name,cityCode,provinceCode\n620902,肃州区,6209,62\n620201,嘉峪关市,6202,62\n110101,东城区,1101,11\n"
)
STREETS = (
    "code,name,areaCode,provinceCode,cityCode\n"
    "620902001,东北街街道,620902,62,6209\n620902100,西洞镇,620902,62,6209\n"
    "620201100,新城镇,620201,62,6202\n110101001,东华门街道,110101,11,1101\n"
)


def read(folder: Path, **texts: str) -> Divisions:
    files = []
    for name, text in texts.items():
        path = folder / f"{name}.csv"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        files.append(path)
    return read_divisions(files)


def test_every_place_makes_its_organ_below_the_nearest_organ(tmp_path: Path) -> None:
    found = read(tmp_path, streets=STREETS, areas=AREAS, cities=CITIES, provinces=PROVINCES)
    assert not found.faults
    assert [(organ.code, organ.name, organ.parent) for organ in found.organs] == [
        ("110000", "北京市人民政府", ""),
        ("620000", "甘肃省人民政府", ""),
        ("620200", "嘉峪关市人民政府", "620000"),
        ("620900", "酒泉市人民政府", "620000"),
        ("110101", "东城区人民政府", "110000"),
        ("620902", "肃州区人民政府", "620900"),
        ("110101001", "东华门街道办事处", "110101"),
        ("620201100", "新城镇人民政府", "620200"),
        ("620902001", "东北街街道办事处", "620902"),
        ("620902100", "西洞镇人民政府", "620902"),
    ]
    assert [place.name for place in found.placeless] == ["市辖区", "嘉峪关市"]


@pytest.mark.parametrize(
    ("level", "code", "name", "kind", "organ"),
    [
        (Level.CITY, "2327", "大兴安岭地区", Kind.OUTPOST, "大兴安岭地区行政公署"),
        (Level.CITY, "1522", "兴安盟", Kind.OUTPOST, "兴安盟行政公署"),
        (Level.CITY, "6229", "临夏回族自治州", Kind.GOVERNMENT, "临夏回族自治州人民政府"),
        (Level.COUNTY, "620171", "兰州新区", Kind.OUTPOST, "兰州新区管理委员会"),
        (Level.COUNTY, "632857", "大柴旦行政委员会", Kind.OUTPOST, "大柴旦行政委员会"),
        (Level.COUNTY, "310115", "浦东新区", Kind.GOVERNMENT, "浦东新区人民政府"),
        (Level.COUNTY, "429021", "神农架林区", Kind.GOVERNMENT, "神农架林区人民政府"),
        (Level.TOWNSHIP, "150521403", "保康街道办事处", Kind.STREET, "保康街道办事处"),
        (Level.TOWNSHIP, "110105021", "南磨房地区", Kind.STREET, "南磨房地区办事处"),
        (Level.TOWNSHIP, "420112001", "吴家山街", Kind.STREET, "吴家山街道办事处"),
        (Level.TOWNSHIP, "150205202", "吉忽伦图苏木", Kind.GOVERNMENT, "吉忽伦图苏木人民政府"),
        (Level.TOWNSHIP, "650205509", "兵团一三七团乡", Kind.UNIT, "兵团一三七团乡"),
        (Level.TOWNSHIP, "120113500", "红旗农场", Kind.UNIT, "红旗农场"),
        (Level.TOWNSHIP, "340123401", "紫蓬山管委会", Kind.OUTPOST, "紫蓬山管委会"),
    ],
)
def test_a_place_makes_the_organ_of_its_sort(
    level: Level, code: str, name: str, kind: Kind, organ: str
) -> None:
    assert organ_of(level, code, name) == (kind, organ)


@pytest.mark.parametrize(
    ("level", "code", "name"),
    [
        (Level.CITY, "4290", "省直辖县级行政区划"),
        (Level.COUNTY, "460321", "西沙群岛"),
        (Level.TOWNSHIP, "330383198", "龙港县直辖村级区划"),
        (Level.TOWNSHIP, "350527000", "金门县"),
    ],
)
def test_a_row_of_the_statistics_makes_no_organ(level: Level, code: str, name: str) -> None:
    assert organ_of(level, code, name) is None


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("62090,肃州区,6209,62", "县级代码“62090”应为6位数字"),
        ("６２０９０２,肃州区,6209,62", "应为6位数字"),
        ("620902,,6209,62", "名称为空"),
        ("620902", "名称为空"),
        ("620902,肃州区,6202,62", "与上级代码“6202”（cityCode）不符"),
        ("620902,肃州区,6209,", "与上级代码“”（provinceCode）不符"),
    ],
)
def test_a_bad_row_is_told_with_file_and_number(tmp_path: Path, row: str, reason: str) -> None:
    found = read(tmp_path, areas=f"code,name,cityCode,provinceCode\n620981,玉门市,6209,62\n{row}\n")
    (fault,) = found.faults
    assert (fault.file, fault.row) == ("areas.csv", 3)
    assert reason in str(fault)
    assert len(found.organs) == 1


def test_a_code_twice_is_told_with_its_first_place(tmp_path: Path) -> None:
    found = read(tmp_path, cities=CITIES, more="code,name,provinceCode\n6209,酒泉市,62\n")
    (fault,) = found.faults
    assert str(fault) == "more.csv第2行：代码6209重复，已在cities.csv第2行出现。请删去多余的一行。"


def test_a_file_of_another_kind_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, other="编号,名称\n1,甲\n", broken='code,name\n62,"甘肃')
    assert [fault.file for fault in found.faults] == ["other.csv", "broken.csv"]
    assert "并核对列名" in str(found.faults[0])
    assert "不是完整的 CSV" in str(found.faults[1])


def test_a_file_saved_by_a_spreadsheet_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(PROVINCES.encode("gb18030"))
    (tmp_path / "b.csv").write_bytes(b"\xef\xbb\xbf" + CITIES.encode())
    found = read_divisions([tmp_path / "a.csv", tmp_path / "b.csv"])
    assert {organ.name for organ in found.organs} >= {"甘肃省人民政府", "酒泉市人民政府"}
    assert not found.faults


@pytest.mark.shared
def test_the_divisions_of_2023_are_all_read_and_none_is_lost(shared: Path) -> None:
    found = read_divisions(sorted((shared / "data" / "divisions").glob("*.csv")))
    assert not found.faults
    assert len(found.organs) + len(found.placeless) == 31 + 342 + 2978 + 41352
    organs = {organ.code: organ for organ in found.organs}
    assert len(organs) == len(found.organs)
    assert organs["620900"].name == "酒泉市人民政府"
    assert organs["511902"].name == "巴州区人民政府"
    assert all(organ.parent in organs for organ in found.organs if organ.level != Level.PROVINCE)
    assert organs["441900003"].parent == "441900"
    townships = Counter(organ.kind for organ in found.organs if organ.level == Level.TOWNSHIP)
    assert townships[Kind.GOVERNMENT] > 29_000
    assert townships[Kind.STREET] > 9_000
