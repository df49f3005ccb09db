"""The command ``fazhi read``: what people and programs get, and what happens to files that cannot be read."""

import csv
import io
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pyarrow import parquet

from fazhi.reader.command import run_read
from fazhi.reader.corpus import Journal, Outcome, files_in, read_all

TEXT = "示例县2021年度法治政府建设情况报告\n\n全年受理行政复议案件{count}件，审结30件，三分之一经过听证。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "报告"
    (place / "乡镇").mkdir(parents=True)
    for number in range(5):
        (place / f"{number}.txt").write_text(TEXT.format(count=40 + number), encoding="utf-8")
    (place / "乡镇" / "网页.html").write_text(
        f"<html><body><p>{TEXT.format(count=9)}</p></body></html>", encoding="utf-8"
    )
    (place / "乡镇" / "坏.docx").write_bytes(b"PK\x03\x04" + bytes(40))
    (place / "说明.xyz").write_text("不是报告", encoding="utf-8")
    return place


def test_a_person_sees_a_chinese_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_read([str(folder / "0.txt")]) == 0
    shown = capsys.readouterr().out
    assert "示例县人民政府，县级，2021年度" in shown
    assert "受理行政复议案件" in shown
    assert "1/3" in shown


def test_json_is_a_line_for_each_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_read([str(folder / "0.txt"), str(folder / "1.txt"), "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["mentions"][1]["value"] for line in lines] == [40, 41]
    assert lines[0]["mentions"][1]["indicator"] == "reconsideration.accepted"
    assert lines[0]["file"] == str(folder / "0.txt")


def test_a_folder_is_read_in_order_and_its_broken_file_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_read([str(folder), "--json"]) == 2
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == 6
    assert "坏.docx：DOCX文件已损坏" in told.err
    assert "Traceback" not in told.err


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.format(count=7).encode())))
    assert run_read(["-", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["file"] == "标准输入"


def test_a_folder_is_named_from_where_one_stands(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    found = files_in([folder.name])
    assert found[-1] == f"{folder.name}/乡镇/网页.html"
    assert all(Path(one).is_file() for one in found)


@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet"])
def test_tidy_rows_are_written(folder: Path, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"figures.{ending}"
    assert run_read([str(folder), "--out", str(out), "--jobs", "2"]) == 2
    if ending == "csv":
        with out.open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.DictReader(stream))
        values = [float(row["value"]) for row in rows]
    elif ending == "xlsx":
        sheet = load_workbook(out).active
        assert sheet is not None
        values = [float(str(row[9].value)) for row in list(sheet.rows)[1:]]
    else:
        values = parquet.read_table(out).column("value").to_pylist()
    assert len(values) == 18
    assert values[:3] == [40, 30, pytest.approx(1 / 3)]
    assert not out.with_name(out.name + ".journal").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "缺少"),
        (["x.txt", "--jobs", "many"], "应当是整数"),
        (["x.txt", "--wrong"], "没有这样的参数"),
        (["x.txt", "--out", "x.doc"], ".parquet"),
        (["没有.txt"], "没有.txt：找不到这个文件"),
    ],
)
def test_a_wrong_question_is_refused_in_chinese(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_read(arguments) == 2
    assert said in capsys.readouterr().err


def test_an_empty_folder_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_read([str(tmp_path)]) == 2
    assert "没有找到" in capsys.readouterr().err


def test_an_interrupted_run_goes_on_where_it_stopped(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "corpus.parquet"
    journal = Journal(out)
    journal.append([(str(folder / "0.txt"), "", [{"file": "记下的", "value": 1}])])
    with journal.path.open("a", encoding="utf-8") as stream:
        stream.write('{"file": "cut off')
    assert run_read([str(folder / "0.txt"), str(folder / "1.txt"), "--out", str(out)]) == 0
    assert "接着上次读：已有1份，还有1份" in capsys.readouterr().err
    assert parquet.read_table(out).column("file").to_pylist() == ["记下的"] + [str(folder / "1.txt")] * 3


def test_a_file_changed_since_is_read_again(folder: Path, tmp_path: Path) -> None:
    file, out = folder / "0.txt", tmp_path / "corpus.csv"
    Journal(out).append([(str(file), "", [{"file": "旧", "value": 1}])])
    time.sleep(0.01)
    file.write_text(TEXT.format(count=77), encoding="utf-8")
    assert run_read([str(file), "--out", str(out)]) == 0
    assert "旧" not in out.read_text(encoding="utf-8-sig")


def test_many_files_come_in_their_order_whatever_the_jobs(folder: Path) -> None:
    files = files_in([str(folder)])
    one: list[Outcome] = list(read_all(files, 1))
    two: list[Outcome] = list(read_all(files, 2))
    assert [outcome.file for outcome in two] == files
    assert [outcome.document for outcome in one] == [outcome.document for outcome in two]


def test_help_is_chinese_and_starts_no_parser() -> None:
    probe = (
        "import sys; from fazhi.reader.command import run_read; code = run_read(['--help']); "
        "print(*(m for m in ('selectolax', 'pyarrow', 'ahocorasick_rs') if m in sys.modules), code)"
    )
    shown = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout
    assert "选项" in shown
    assert shown.split()[-1] == "0"
    assert "pyarrow" not in shown
