"""The import of division codes: whole or not at all, the same twice, each write in the trail."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fazhi.engine.models import Event
from fazhi.engine.refusal import Refusal
from fazhi.engine.trail import verify
from fazhi.exchange.organs import run_organs
from fazhi.organs.models import Below, Bond, Kind, Level, Organ
from fazhi.organs.reform import merge, rename
from fazhi.organs.tree import add_organ, ancestors, below, name_on

pytestmark = pytest.mark.django_db
TODAY = date(2024, 6, 3)
FILES = {
    "provinces": "code,name\n98,甲省\n99,乙省\n",
    "cities": "code,name,provinceCode\n9801,子市,98\n9802,丑市,98\n9901,寅市,99\n",
    "areas": "code,name,cityCode,provinceCode\n"
    "980102,东区,9801,98\n980121,西县,9801,98\n990121,北县,9901,99\n",
    "streets": "code,name,areaCode,provinceCode,cityCode\n"
    "980102001,河东街道,980102,98,9801\n980121100,青山镇,980121,98,9801\n990121200,白水乡,990121,99,9901\n",
}


@pytest.fixture
def folder(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    settings.TRAIL_HEADS = tmp_path / "heads.jsonl"
    monkeypatch.setattr("fazhi.exchange.organs.today", lambda: TODAY)
    home = tmp_path / "divisions"
    home.mkdir()
    for name, text in FILES.items():
        (home / f"{name}.csv").write_text(text, encoding="utf-8")
    return home


def change(folder: Path, name: str, before: str, after: str) -> None:
    path = folder / f"{name}.csv"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def told(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_province_comes_with_its_cities_counties_and_townships(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_organs(["import", str(folder), "--province", "甲省"]) == 0
    assert "已导入：新增7个机关，0个未变。" in capsys.readouterr().out
    town = Organ.objects.get(code="980121100")
    assert (town.name, town.short, town.kind, town.level) == (
        "青山镇人民政府",
        "青山镇",
        Kind.GOVERNMENT,
        Level.TOWNSHIP,
    )
    assert [organ.code for organ in ancestors(town, on=TODAY)] == ["980121", "980100", "980000"]
    assert not Organ.objects.filter(code__startswith="99").exists()


@pytest.mark.parametrize("province", ["98", "甲", "甲省"])
def test_a_province_is_named_or_given_by_its_digits(folder: Path, province: str) -> None:
    assert run_organs(["import", str(folder), "--province", province]) == 0
    assert Organ.objects.count() == 7


def test_a_second_import_changes_nothing_and_logs_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run_organs(["import", str(folder)])
    rows = list(Organ.objects.values()), list(Below.objects.values()), Event.objects.count()
    capsys.readouterr()
    assert run_organs(["import", str(folder), "--json"]) == 0
    (count,) = told(capsys)
    assert (count["new"], count["unchanged"]) == (0, 11)
    assert rows == (list(Organ.objects.values()), list(Below.objects.values()), Event.objects.count())


def test_each_highest_organ_touched_has_one_event_with_the_digest(folder: Path) -> None:
    run_organs(["import", str(folder)])
    events = {event.organ.code: event for event in Event.objects.select_related("organ")}
    assert set(events) == {"980000", "990000"}
    assert events["980000"].changes["new"] == 7
    assert events["980000"].legal_on == TODAY
    assert len(events["980000"].changes["sha256"]) == 64
    assert events["980000"].changes["sha256"] != events["990000"].changes["sha256"]


def test_new_townships_are_logged_on_themselves_when_all_above_is_known(folder: Path) -> None:
    run_organs(["import", str(folder)])
    with (folder / "streets.csv").open("a", encoding="utf-8") as file:
        file.write("980102002,河西街道,980102,98,9801\n")
    run_organs(["import", str(folder)])
    last = Event.objects.latest("pk")
    assert last.organ is not None
    assert (last.organ.code, last.changes["rows"]) == ("980102002", 1)
    assert "980102002" in below(Organ.objects.get(code="980000"), on=TODAY).values_list("code", flat=True)


def test_a_dry_run_writes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_organs(["import", str(folder), "--dry-run"]) == 0
    assert "试算完毕，没有保存：将新增11个机关" in capsys.readouterr().out
    assert not Organ.objects.exists()
    assert not Event.objects.exists()


def test_one_bad_row_and_nothing_is_imported(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(folder, "areas", "980121,西县", "98012,西县")
    assert run_organs(["import", str(folder)]) == 2
    error = capsys.readouterr().err
    assert "areas.csv第3行：县级代码“98012”应为6位数字。请核对代码" in error
    assert "“青山镇”（980121100）的上级980121既不在文件中，也没有登记" in error
    assert "没有保存任何改动" in error
    assert not Organ.objects.exists()


def test_faults_come_as_lines_of_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(folder, "streets", "白水乡", "")
    assert run_organs(["import", str(folder), "--json"]) == 2
    (fault,) = told(capsys)
    assert (fault["file"], fault["row"], fault["code"]) == ("streets.csv", 4, "990121200")
    assert "名称为空" in fault["reason"]
    assert fault["remedy"]


def test_a_fault_in_another_province_does_not_stop_the_import(folder: Path) -> None:
    change(folder, "streets", "白水乡", "")
    assert run_organs(["import", str(folder), "--province", "98"]) == 0
    assert run_organs(["import", str(folder), "--province", "99"]) == 2


def test_townships_alone_need_their_counties_registered(folder: Path) -> None:
    assert run_organs(["import", str(folder / "streets.csv")]) == 2
    rest = [str(folder / f"{name}.csv") for name in ("provinces", "cities", "areas")]
    assert run_organs(["import", *rest]) == 0
    assert run_organs(["import", str(folder / "streets.csv")]) == 0
    assert Organ.objects.count() == 11


def test_what_stood_alone_is_put_below_its_province(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    city = add_organ("980100", "子市人民政府", kind=Kind.GOVERNMENT, level=Level.CITY)
    bureau = add_organ("980100/sfj", "子市司法局", kind=Kind.DEPARTMENT, level=Level.CITY, parent=city)
    assert run_organs(["import", str(folder)]) == 0
    assert "子市人民政府（980100）补登上级：无 → 980000" in capsys.readouterr().out
    assert [organ.code for organ in ancestors(bureau, on=TODAY)] == ["980100", "980000"]


def test_a_renaming_waits_for_its_day(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_organs(["import", str(folder)])
    change(folder, "areas", "西县", "西区")
    capsys.readouterr()
    assert run_organs(["import", str(folder)]) == 0
    shown = capsys.readouterr().out
    assert "西县人民政府（980121）更名：西县人民政府 → 西区人民政府" in shown
    assert "请写明 --on 生效日期" in shown
    county = Organ.objects.get(code="980121")
    assert county.name == "西县人民政府"
    assert run_organs(["import", str(folder), "--on", "2024-05-01"]) == 0
    county.refresh_from_db()
    assert (county.name, county.short_name) == ("西区人民政府", "西区")
    assert name_on(county, date(2024, 4, 30)) == "西县人民政府"
    event = Event.objects.latest("pk")
    assert event.changes["renamed"] == {"980121": ["西县人民政府", "西区人民政府"]}
    assert event.legal_on == date(2024, 5, 1)


def test_a_county_under_another_city_moves_on_its_day(folder: Path) -> None:
    """A county put under another city by hand returns to the parent in its code from the given day."""
    run_organs(["import", str(folder)])
    county = Organ.objects.get(code="980121")
    Bond.objects.filter(organ=county).update(parent=Organ.objects.get(code="980200"))
    assert run_organs(["import", str(folder), "--on", "2024-05-01"]) == 0
    assert [organ.code for organ in ancestors(county, on=date(2024, 5, 1))] == ["980100", "980000"]
    assert [organ.code for organ in ancestors(county, on=date(2024, 4, 30))] == ["980200", "980000"]


def test_a_refused_renaming_leaves_everything_as_it_was(folder: Path) -> None:
    run_organs(["import", str(folder)])
    rename(Organ.objects.get(code="980121"), "西市人民政府", date(2024, 6, 1))
    with (folder / "streets.csv").open("a", encoding="utf-8") as file:
        file.write("980102002,河西街道,980102,98,9801\n")
    with pytest.raises(Refusal, match="不能自2024-05-01起更名"):
        run_organs(["import", str(folder), "--on", "2024-05-01"])
    assert Organ.objects.count() == 11


def test_an_abolished_county_is_not_brought_back(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_organs(["import", str(folder)])
    east, west = Organ.objects.get(code="980102"), Organ.objects.get(code="980121")
    merge(west, east, date(2024, 1, 1))
    capsys.readouterr()
    assert run_organs(["import", str(folder)]) == 0
    shown = capsys.readouterr().out
    assert "西县人民政府（980121）：已于2024-01-01撤销，不恢复" in shown
    assert ancestors(Organ.objects.get(code="980121100"), on=TODAY)[0] == east


@pytest.mark.parametrize(
    ("argv", "reason"),
    [
        (["nowhere"], "没有“nowhere”这个文件或者文件夹"),
        (["{folder}", "--province", "丙省"], "文件中没有“丙省”.*甲省、乙省"),
        (["{folder}", "--on", "2024-02-30"], "不是有效的日期"),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused(folder: Path, argv: list[str], reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        run_organs(["import", *(part.format(folder=folder) for part in argv)])
    assert not Organ.objects.exists()


def test_a_folder_without_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="没有 CSV 文件"):
        run_organs(["import", str(tmp_path)])


@pytest.mark.django_db(transaction=True)
def test_the_trail_of_an_import_holds(folder: Path) -> None:
    assert run_organs(["import", str(folder)]) == 0
    assert Event.objects.count() == 2
    assert not list(verify())


@pytest.mark.shared
def test_the_province_of_gansu_is_whole(folder: Path, shared: Path, capsys: Any) -> None:
    divisions = str(shared / "data" / "divisions")
    assert run_organs(["import", divisions, "--province", "甘肃省", "--json"]) == 0
    assert told(capsys)[-1]["new"] == 1505
    jiuquan = Organ.objects.get(code="620900")
    assert jiuquan.name == "酒泉市人民政府"
    counties = below(jiuquan, on=TODAY).filter(level=Level.COUNTY)
    assert counties.count() == 7
    assert run_organs(["import", divisions, "--province", "62", "--json"]) == 0
    assert told(capsys)[-1]["unchanged"] == 1505
