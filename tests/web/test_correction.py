"""Facts corrected, records withdrawn, papers handed out, masked values opened: by right and with a reason."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from fazhi.engine.actor import Actor
from fazhi.engine.models import Event, Evidence
from fazhi.organs.models import Role
from tests.toy.models import Hearing, Permit
from tests.web.conftest import Opened, Town, go, text, url

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)
ID_NO = "110101199001011234"


@pytest.fixture
def row(permit: Opened) -> Permit:
    return permit(DAY, id_no=ID_NO)


def posted(row: Permit, **given: Any) -> dict[str, Any]:
    row.record.refresh_from_db()
    return {"version": row.record.version, **given}


def test_correction_needs_a_reason_and_is_told_in_the_history(
    town: Town, handler: Actor, row: Permit
) -> None:
    client = town.client(handler)
    given = posted(row, applicant="李某", received_on="2026-11-20", id_no="")
    refused = client.post(url(row, "correct"), given)
    assert (refused.status_code, "请填写“更正理由”" in text(refused)) == (422, True)
    page = text(client.post(url(row, "correct"), given | {"correction_why": "姓名误记"}, follow=True))
    assert "李某" in page
    assert "理由：姓名误记" in page
    row.refresh_from_db()
    assert (row.applicant, row.id_no) == ("李某", ID_NO)


def test_masked_value_never_stands_in_a_form(town: Town, handler: Actor, row: Permit) -> None:
    page = text(town.client(handler).get(url(row, "correct") + "?all=1"))
    assert ID_NO not in page
    assert "现为 ****1234，留空表示不变" in page


def test_correction_of_an_older_version_is_refused(town: Town, handler: Actor, row: Permit) -> None:
    given = {"version": 0, "applicant": "李某", "received_on": "2026-11-20", "correction_why": "误记"}
    response = town.client(handler).post(url(row, "correct"), given)
    assert (response.status_code, "已不是最新" in text(response)) == (422, True)


def test_field_named_by_a_remedy_stands_first(town: Town, handler: Actor, row: Permit) -> None:
    page = text(town.client(handler).get(url(row, "correct") + "?field=weight"))
    assert page.index("id_weight") < page.index("id_applicant")


def test_child_row_is_added_with_its_reason(town: Town, handler: Actor, row: Permit) -> None:
    client = town.client(handler)
    place = url(row, "add", "toy.Hearing")
    lines = {"rows-toy.Hearing": "1", "toy.Hearing-0-held_on": ""}
    empty = client.post(place, posted(row, correction_why="补记", **lines))
    assert (empty.status_code, "请至少填写一行听证" in text(empty)) == (422, True)
    more = client.post(place, posted(row, more="toy.Hearing", **lines))
    assert (more.status_code, 'name="toy.Hearing-1-held_on"' in text(more)) == (200, True)
    filled = lines | {"toy.Hearing-0-held_on": "2026-11-20"}
    assert client.post(place, posted(row, correction_why="补记", **filled)).status_code == 302
    assert Hearing.objects.get(record=row.pk).held_on == DAY
    assert client.get(url(row, "add", "toy.Nothing")).status_code == 404


def test_withdrawn_record_says_so_and_can_no_longer_be_changed(
    town: Town, handler: Actor, row: Permit
) -> None:
    client = town.client(handler)
    assert client.post(url(row, "withdraw"), posted(row)).status_code == 422
    page = text(client.post(url(row, "withdraw"), posted(row, correction_why="重复登记"), follow=True))
    assert "记录已于2026-11-25撤回" in page
    assert "理由：重复登记" in page
    assert url(row, "correct") not in page
    assert "is-gone" in text(client.get("/r/toy.permit"))


def test_withdrawn_double_names_the_record_that_stays(
    town: Town, handler: Actor, row: Permit, permit: Opened
) -> None:
    other = permit(DAY)
    go(other, "accept", handler, DAY)
    client = town.client(handler)
    wrong = posted(row, correction_why="重复", correction_into="无此号")
    assert "没有找到编号" in text(client.post(url(row, "withdraw"), wrong))
    client.post(url(row, "withdraw"), posted(row, correction_why="重复", correction_into=other.number))
    row.record.refresh_from_db()
    assert row.record.merged_into_id == other.pk


def test_personal_value_opens_only_by_right_with_a_logged_reason(
    town: Town, handler: Actor, row: Permit
) -> None:
    assert town.client(handler).get(url(row, "reveal", "id_no")).status_code == 403
    trusted = town.official("卫四", Role.REVIEWER, personal=True)
    client = town.client(trusted)
    assert url(row, "reveal", "id_no") in text(client.get(url(row)))
    assert ID_NO not in text(client.get(url(row, "reveal", "id_no")))
    assert client.post(url(row, "reveal", "id_no"), {"correction_why": ""}).status_code == 422
    shown = client.post(url(row, "reveal", "id_no"), {"correction_why": "核对身份"})
    assert ID_NO in text(shown)
    assert shown["Cache-Control"] == "no-store"
    event = Event.objects.latest("pk")
    assert (event.kind, event.why, event.label) == ("reveal", "核对身份", "查看个人信息“证件号”")
    assert ID_NO not in text(client.get(url(row)))
    assert client.get(url(row, "reveal", "applicant")).status_code == 404


def test_personal_value_is_in_no_list_search_or_figure(town: Town, row: Permit) -> None:
    client = town.client(town.official("卫四", Role.REVIEWER, personal=True))
    for path in (
        "/",
        "/r/toy.permit",
        "/search?q=张三",
        "/figures/toy.received?year=2026",
        url(row),
        "/reds",
    ):
        assert ID_NO not in text(client.get(path))


@pytest.fixture
def paper(town: Town, handler: Actor, row: Permit) -> Evidence:
    upload = SimpleUploadedFile("申请书.pdf", b"%PDF-1.4 <script>", "text/html")
    given = posted(row, name="申请书", effective_on="2026-11-20", received_on="2026-11-20", upload=upload)
    assert town.client(handler).post(url(row, "paper"), given).status_code == 302
    return Evidence.objects.get(record=row.pk)


def test_paper_is_handed_out_as_a_file_and_never_shown(town: Town, handler: Actor, paper: Evidence) -> None:
    response = town.client(handler).get(f"/evidence/{paper.pk}")
    assert b"".join(response.streaming_content) == b"%PDF-1.4 <script>"
    assert response["Content-Type"] == "application/octet-stream"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Disposition"].startswith("attachment")
    response.close()


def test_paper_of_a_record_of_others_is_not_found(town: Town, paper: Evidence) -> None:
    stranger = town.client(town.official("钱七", Role.LIAISON, town.bureau))
    assert stranger.get(f"/evidence/{paper.pk}").status_code == 404
    assert stranger.get("/evidence/999").status_code == 404


def test_paper_taken_back_is_no_longer_handed_out(
    town: Town, handler: Actor, row: Permit, paper: Evidence
) -> None:
    client = town.client(handler)
    place = url(row, "paper", str(paper.pk), "withdraw")
    assert client.post(place, posted(row)).status_code == 422
    assert client.post(place, posted(row, correction_why="错件")).status_code == 302
    assert client.get(f"/evidence/{paper.pk}").status_code == 404
    assert client.get(place).status_code == 404


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [("病毒.exe", b"MZ", "不接受“.exe”文件"), ("空.pdf", b"", "文件是空的")],
)
def test_unfit_file_is_refused(
    town: Town, handler: Actor, row: Permit, name: str, content: bytes, said: str
) -> None:
    upload = SimpleUploadedFile(name, content)
    given = posted(row, name="申请书", effective_on="2026-11-20", received_on="2026-11-20", upload=upload)
    response = town.client(handler).post(url(row, "paper"), given)
    assert (response.status_code, said in text(response)) == (422, True)
    assert not Evidence.objects.exists()
