"""A register as a spreadsheet in the browser: template, dry run, confirm, faulty rows back, export."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from fazhi.engine.actor import Actor
from fazhi.engine.models import Event, Record
from fazhi.exchange.workbook import open_book
from fazhi.organs.models import Role
from tests.exchange.conftest import workbook
from tests.toy.models import Permit
from tests.web.conftest import TODAY, Opened, Town, go, text

pytestmark = pytest.mark.django_db
PLACE = "/r/toy.permit"
HEAD = ("编号", "申请人", "证件号", "收到日期", "分量")
SOUND = ("示许〔2026〕1号", "张三", "620102199001011234", date(2026, 11, 20), "一般")
FAULTY = ("示许〔2026〕2号", "李四", "", "2026-02-30", "特大")


@pytest.fixture(autouse=True)
def _home(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.HOME = tmp_path
    for module in ("engine.bulk", "exchange.intake", "exchange.outflow"):
        monkeypatch.setattr(f"fazhi.{module}.today", lambda: TODAY)


def upload(client: Client, *rows: Any, name: str = "许可.xlsx") -> Any:
    file = SimpleUploadedFile(name, workbook({"许可": (HEAD, *rows)}))
    return client.post(f"{PLACE}/import", {"import_file": file})


def token(response: Any) -> str:
    found = re.search(r'name="token" value="([0-9a-f]+)"', text(response))
    assert found is not None
    return found[1]


def sheet(response: Any, name: str = "许可") -> list[dict[str, Any]]:
    head, *rows = open_book(response.content, "导出.xlsx").rows(name)
    return [dict(zip(head, cells, strict=True)) for cells in rows]


def test_the_list_offers_template_import_and_export_to_those_who_enter_records(
    town: Town, handler: Actor
) -> None:
    page = text(town.client(handler).get(PLACE))
    assert all(f'href="{PLACE}/{one}"' in page for one in ("template", "import", "export"))
    leader = town.client(town.official("赵六", Role.LEADER))
    page = text(leader.get(PLACE))
    assert f'href="{PLACE}/export"' in page
    assert f'href="{PLACE}/import"' not in page
    assert leader.get(f"{PLACE}/import").status_code == 403
    assert leader.post(f"{PLACE}/import/take", {"token": "0" * 32}).status_code == 403


def test_the_template_is_a_workbook_with_notes(town: Town, handler: Actor) -> None:
    response = town.client(handler).get(f"{PLACE}/template")
    assert response["Content-Disposition"].startswith("attachment")
    book = open_book(response.content, "模板.xlsx")
    assert book.sheets == ("许可", "听证", "中止与扣除", "延长期限", "关联", "填写说明")
    notes = [str(cell) for row in book.rows("填写说明") for cell in row]
    assert any("严禁录入国家秘密" in cell for cell in notes)


def test_nothing_is_written_before_the_dry_run_is_confirmed(town: Town, handler: Actor) -> None:
    client = town.client(handler)
    tried = upload(client, SOUND)
    assert "新登记" in text(tried)
    assert "没有保存任何内容" in text(tried)
    assert not Record.objects.exists()
    done = client.post(f"{PLACE}/import/take", {"token": token(tried)}, follow=True)
    assert "新登记1件，更正0件，0件未变" in text(done)
    row = Permit.objects.get()
    assert (row.number, row.organ, row.id_no) == (SOUND[0], town.government, SOUND[2])
    assert row.record.synthetic
    gone = client.post(f"{PLACE}/import/take", {"token": token(tried)})
    assert gone.status_code == 422
    assert "请重新上传" in text(gone)


def test_faulty_rows_are_told_returned_and_left_out_only_by_choice(town: Town, handler: Actor) -> None:
    client = town.client(handler)
    tried = upload(client, SOUND, FAULTY)
    page = text(tried)
    assert "“2026-02-30”不是有效的日期" in page
    assert "请从“未定、一般、重大”中选择" in page
    back = sheet(client.post(f"{PLACE}/import/faults", {"token": token(tried)}))
    assert [one["申请人"] for one in back] == ["李四"]
    assert "“特大”不在可选各项中" in back[0]["错误"]
    refused = client.post(f"{PLACE}/import/take", {"token": token(tried)})
    assert refused.status_code == 422
    assert "2处错误" in text(refused)
    assert not Record.objects.exists()
    client.post(f"{PLACE}/import/take", {"token": token(tried), "partly": "1"})
    assert [row.applicant for row in Permit.objects.all()] == ["张三"]


def test_an_upload_is_for_the_one_who_uploaded_it(town: Town, handler: Actor) -> None:
    tried = upload(town.client(handler), SOUND)
    other = town.client(town.official("孙八", Role.LIAISON))
    assert other.post(f"{PLACE}/import/take", {"token": token(tried)}).status_code == 422
    assert other.post(f"{PLACE}/import/faults", {"token": "../" + token(tried)}).status_code == 422
    assert not Record.objects.exists()


@pytest.mark.parametrize(("name", "said"), [("许可.xlsm", "宏"), ("许可.txt", "不是可以导入的文件")])
def test_a_file_that_is_not_taken_is_refused_in_the_form(
    town: Town, handler: Actor, name: str, said: str
) -> None:
    response = upload(town.client(handler), SOUND, name=name)
    assert response.status_code == 422
    assert said in text(response)


def test_an_export_is_masked_and_changes_nothing_when_it_comes_back(
    town: Town, handler: Actor, permit: Opened
) -> None:
    permit(date(2026, 11, 20), id_no="620102199001011234", applicant="=1+1")
    client = town.client(handler)
    assert "export_clear" not in text(client.get(f"{PLACE}/export"))
    response = client.post(
        f"{PLACE}/export", {"export_kind": "xlsx", "export_clear": "on", "export_why": "要"}
    )
    (row,) = sheet(response)
    assert (row["证件号"], row["申请人"], row["机关"]) == ("****1234", "'=1+1", "示例县人民政府")
    file = SimpleUploadedFile("导出.xlsx", response.content)
    tried = client.post(f"{PLACE}/import", {"import_file": file})
    assert "文件中的记录都已登记，没有变化" in text(tried)


def test_an_export_in_clear_needs_the_right_and_a_logged_reason(
    town: Town, handler: Actor, permit: Opened
) -> None:
    permit(date(2026, 11, 20), id_no="620102199001011234")
    client = town.client(town.official("周九", Role.HANDLER, personal=True))
    asked = {"export_kind": "csv", "export_clear": "on"}
    refused = client.post(f"{PLACE}/export", asked)
    assert refused.status_code == 422
    assert "《个人信息保护法》第六条" in text(refused)
    response = client.post(f"{PLACE}/export", {**asked, "export_why": "移送法院"})
    assert "620102199001011234" in response.content.decode("utf-8-sig")
    event = Event.objects.latest("pk")
    assert (event.kind, event.why, event.organ) == ("export", "移送法院", town.government)


def test_an_export_holds_only_what_one_may_see(town: Town, permit: Opened) -> None:
    permit(date(2026, 11, 20))
    other = town.client(town.official("吴十", Role.HANDLER, at=town.bureau))
    assert sheet(other.post(f"{PLACE}/export", {"export_kind": "xlsx"})) == []
    assert io.BytesIO(other.get(f"{PLACE}/template").content).read(2) == b"PK"


def test_a_narrowed_list_is_exported_as_it_is_listed(town: Town, handler: Actor, permit: Opened) -> None:
    for day, applicant in ((date(2026, 11, 2), "赵某"), (date(2026, 11, 20), "钱某")):
        go(permit(day, applicant=applicant), "accept", handler, day)
    client = town.client(handler)
    query = "view=pending&on=2026-11-10"
    assert f'href="{PLACE}/export?{query}"' in text(client.get(f"{PLACE}?{query}")).replace("&amp;", "&")
    asked = text(client.get(f"{PLACE}/export?{query}"))
    assert "限“2026-11-10在办”" in asked
    (row,) = sheet(client.post(f"{PLACE}/export?{query}", {"export_kind": "xlsx"}))
    assert row["申请人"] == "赵某"
    found = sheet(client.post(f"{PLACE}/export?q=钱某", {"export_kind": "xlsx"}))
    assert [row["申请人"] for row in found] == ["钱某"]


def test_a_suspended_permit_is_brought_in_on_the_page_and_its_clock_stands_still(
    town: Town, handler: Actor
) -> None:
    client = town.client(handler)
    head = ("序号", "编号", "申请人", "收到日期", "受理日期")
    day = date(2026, 11, 20)
    pauses = ("序号", "种类", "情形", "起", "止", "说明")

    def file(ground: str) -> Any:
        sheets = {
            "许可": (head, (1, "3号", "张三", day, day)),
            "中止与扣除": (pauses, (1, "中止", ground, day)),
        }
        given = SimpleUploadedFile("许可.xlsx", workbook(sheets))
        return client.post(f"{PLACE}/import", {"import_file": given})

    refused = text(file(""))
    assert "没有写明“中止”的情形" in refused
    assert "请从“不可抗力、其他”中选择" in refused
    client.post(f"{PLACE}/import/take", {"token": token(file("其他"))})
    row = Permit.objects.get()
    assert row.step == "suspended"
    shown = text(client.get(f"{PLACE}/{row.pk}"))
    assert "中止与扣除" in shown
    back = sheet(client.post(f"{PLACE}/export", {"export_kind": "xlsx"}), "中止与扣除")
    assert [(one["种类"], one["情形"], one["起"], one["止"]) for one in back] == [("中止", "其他", day, "")]
