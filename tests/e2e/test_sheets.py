"""The liaison officer: template down, a sheet up, faults told and returned, the rest confirmed, out again."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fazhi.exchange.workbook import open_book
from fazhi.organs.models import Role
from tests.e2e.conftest import Desk
from tests.exchange.conftest import workbook
from tests.toy.models import Permit
from tests.web.conftest import TODAY, Town

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HEAD = ("编号", "申请人", "证件号", "收到日期", "受理日期", "办结日期", "分量")
DAY = date(2026, 11, 20)
ROWS = (
    ("示许〔2026〕1号", "张三", "620102199001011234", DAY, DAY, DAY, "重大"),
    ("示许〔2026〕2号", "李四", "", "2026年11月19日", "", "", "特大"),
)


def test_rows_come_in_from_a_sheet_after_a_dry_run_and_go_out_masked(
    town: Town, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.HOME = tmp_path
    for module in ("engine.bulk", "exchange.intake", "exchange.outflow"):
        monkeypatch.setattr(f"fazhi.{module}.today", lambda: TODAY)
    page = desk.sign_in(town.official("李四", Role.LIAISON))
    desk.open("/r/toy.permit")
    with page.expect_download() as template:
        page.click("main >> text=模板")
    assert "许可" in open_book(Path(template.value.path()), "模板.xlsx").sheets

    given = tmp_path / "许可.xlsx"
    given.write_bytes(workbook({"许可": (HEAD, *ROWS)}))
    page.click("main >> text=导入")
    page.set_input_files("#id_import_file", given)
    page.click("button:has-text('上传并试算')")
    assert "“特大”不在可选各项中" in page.inner_text("#faults")
    assert "《示例许可法》" in page.inner_text("#breaches")
    assert desk.barriers() == []
    desk.picture("import")
    with page.expect_download() as faulty:
        page.click("button:has-text('下载有错误的行')")
    rows = list(open_book(Path(faulty.value.path()), "错误.xlsx").rows("许可"))
    assert "请从“未定、一般、重大”中选择" in str(rows[1][-1])
    assert not Permit.objects.exists()

    page.check("text=只导入没有错误的行和认识的列")
    page.click("button:has-text('确认导入')")
    assert "新登记1件" in page.inner_text("[role=status]")
    assert "示许〔2026〕1号" in page.inner_text("main")

    page.click("main >> text=导出")
    with page.expect_download() as out:
        page.click("main button:has-text('导出')")
    rows = list(open_book(Path(out.value.path()), "导出.xlsx").rows("许可"))
    assert "****1234" in rows[1]
    assert desk.complaints == []
