"""``fazhi import`` and ``fazhi export``: done, or refused in words with exit code 2."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fazhi.engine.models import Event, Record
from fazhi.exchange.sheet_commands import run_export, run_import
from fazhi.site.command import refusing
from tests.engine.conftest import County
from tests.exchange.conftest import _declared, _today, county, workbook  # noqa: F401 - fixtures

pytestmark = pytest.mark.django_db
HEAD = ("编号", "申请人", "证件号", "收到日期")
SOUND = ("1号", "张三", "620102199001011234", date(2024, 3, 4))
FAULTY = ("2号", "李四", "", "不知道")


def file(folder: Path, *rows: Any) -> str:
    path = folder / "许可.xlsx"
    path.write_bytes(workbook({"许可": (HEAD, *rows)}))
    return str(path)


def bring(*argv: str) -> int:
    return refusing(run_import, ["toy.permit", *argv])


def send(*argv: str) -> int:
    return refusing(run_export, ["toy.permit", *argv])


def test_import_tries_and_takes_and_is_idempotent(
    county: County,  # noqa: F811 - the fixture
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    given = [file(tmp_path, SOUND), "--organ", "999901"]
    assert bring(*given, "--dry-run") == 0
    assert "试算完毕，没有保存：将新登记1件" in capsys.readouterr().out
    assert not Record.objects.exists()
    assert bring(*given) == 0
    assert "已导入：新登记1件" in capsys.readouterr().out
    assert bring(*given, "--json") == 0
    summary = json.loads(capsys.readouterr().out)
    assert (summary["unchanged"], summary["new"], summary["saved"]) == (1, 0, True)


def test_a_file_with_faults_is_refused_and_its_rows_are_set_apart(
    county: County,  # noqa: F811 - the fixture
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    apart = tmp_path / "错误.xlsx"
    given = [file(tmp_path, SOUND, FAULTY), "--organ", "示例县人民政府"]
    assert bring(*given, "--faults", str(apart)) == 2
    told = capsys.readouterr()
    assert "许可第3行“收到日期”：“不知道”不是有效的日期" in told.err
    assert "没有保存" in told.out
    assert apart.exists()
    assert not Record.objects.exists()
    assert bring(*given, "--skip") == 0
    assert Record.objects.count() == 1


@pytest.mark.parametrize("argv", [["没有.xlsx"], ["许可.doc"]])
def test_import_refuses_what_is_no_file(
    argv: list[str],
    county: County,  # noqa: F811 - the fixture
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert bring(*argv) == 2
    assert argv[0] in capsys.readouterr().err


def test_export_masks_and_logs_what_leaves_in_clear(
    county: County,  # noqa: F811 - the fixture
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    bring(file(tmp_path, SOUND), "--organ", "999901")
    out = tmp_path / "出.csv"
    assert send("--out", str(out)) == 0
    assert "****1234" in out.read_text("utf-8-sig")
    assert send("--out", str(out)) == 2
    assert "已存在" in capsys.readouterr().err
    assert send("--out", str(out), "--force", "--clear") == 2
    assert send("--out", str(out), "--force", "--clear", "--why", "移送") == 0
    assert "620102199001011234" in out.read_text("utf-8-sig")
    assert Event.objects.latest("pk").why == "移送"
    assert send("--out", str(tmp_path / "模板.xlsx"), "--template") == 0
    assert send("--out", str(tmp_path / "空.xlsx"), "--organ", county.bureau.code) == 0
    assert "导出许可0件" in capsys.readouterr().out
