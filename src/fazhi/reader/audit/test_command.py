"""The command ``fazhi audit``: exit codes, JSON Lines, readable findings, folders, comparison."""

from __future__ import annotations

import io
import json

import pytest

from fazhi.reader.audit.command import run_audit

HEAD = "示例县2023年度法治政府建设情况的报告\n"
RIGHT = HEAD + "2023年，示例县推进各项工作。全年受理行政复议案件99件，审结91件，结案率为91.92%。\n"
WRONG = RIGHT.replace("91.92", "93.5")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "甲.txt").write_text(RIGHT, encoding="utf-8")
    (tmp_path / "乙.txt").write_text(WRONG, encoding="gb18030")
    (tmp_path / "丙.pdf").write_bytes(b"%PDF-1.4 broken")
    (tmp_path / "说明.xyz").write_text("不是报告", encoding="utf-8")
    return tmp_path


def test_a_report_without_contradiction_exits_0(folder, capsys):
    assert run_audit([str(folder / "甲.txt")]) == 0
    assert "小结：共3个数，核对了3个（100.0%）" in capsys.readouterr().out


def test_a_contradiction_exits_1_and_shows_quotation_recomputation_and_grade(folder, capsys):
    assert run_audit([str(folder / "乙.txt")]) == 1
    told = capsys.readouterr().out
    assert "【矛盾】比率：91件 ÷ 99件 = 93.5%" in told
    assert "原文：“" in told
    assert "91件÷99件＝91.9192%" in told


def test_what_holds_is_shown_on_request_only(folder, capsys):
    run_audit([str(folder / "甲.txt")])
    assert "【相符】" not in capsys.readouterr().out
    run_audit(["--all", str(folder / "甲.txt")])
    assert "【相符】比率" in capsys.readouterr().out


def test_an_unreadable_file_exits_2_and_the_others_are_audited(folder, capsys):
    assert run_audit(["--json", str(folder)]) == 2
    shown = capsys.readouterr()
    rows = [json.loads(line) for line in shown.out.splitlines()]
    assert [row["file"].rsplit("/", 1)[-1] for row in rows] == ["乙.txt", "甲.txt"]
    assert "丙.pdf：" in shown.err
    assert "Traceback" not in shown.err


def test_several_processes_give_the_same_lines(folder, capsys):
    (folder / "丙.pdf").unlink()
    run_audit(["--json", str(folder)])
    alone = capsys.readouterr().out
    assert run_audit(["--json", "--jobs", "2", str(folder)]) == 1
    assert capsys.readouterr().out == alone


def test_a_missing_file_is_named_in_chinese(folder, capsys):
    assert run_audit([str(folder / "没有.txt")]) == 2
    assert "没有.txt：" in capsys.readouterr().err


def test_a_folder_without_reports_is_refused(tmp_path, capsys):
    assert run_audit([str(tmp_path)]) == 2
    assert "没有找到" in capsys.readouterr().err


def test_standard_input_is_audited(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode())))
    assert run_audit(["--json", "-"]) == 1
    assert json.loads(capsys.readouterr().out)["findings"]


def test_reports_of_two_years_are_compared(tmp_path, capsys):
    last = "示例县2022年度法治政府建设情况的报告\n2022年，示例县推进各项工作。全年受理行政复议案件80件。\n"
    this = HEAD + "2023年，示例县推进各项工作。全年受理行政复议案件100件，同比增长20%。\n"
    for name, text in (("去年.txt", last), ("今年.txt", this)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = [str(tmp_path / "去年.txt"), str(tmp_path / "今年.txt")]
    assert run_audit(["--compare", *files]) == 0
    assert "【存疑】增减：80件 → 100件，20%" in capsys.readouterr().out
    run_audit(["--compare", "--json", *files])
    row = json.loads(capsys.readouterr().out)
    assert row["compare"] == "years"
    assert {member["file"] for f in row["findings"] for member in f["members"]} <= set(files)


def test_a_single_report_cannot_be_compared(folder, capsys):
    assert run_audit(["--compare", str(folder / "甲.txt")]) == 2
    assert "至少需要两份" in capsys.readouterr().err


def test_the_help_is_in_chinese(capsys):
    assert run_audit(["--help"]) == 0
    assert "核对已公布报告中的数" in capsys.readouterr().out


def test_wrong_arguments_are_refused_in_chinese(capsys):
    assert run_audit(["--无此项", "甲.txt"]) == 2
    assert "没有这样的参数：--无此项" in capsys.readouterr().err
