"""Case documents at the desk: made from the record page, downloaded, set in the organ's own template."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document

from fazhi.engine.actor import Actor
from fazhi.engine.models import Evidence, MadePaper, RecordModel
from fazhi.engine.moves import Given, make_move
from fazhi.engine.records import open_record
from fazhi.organs.models import Role
from fazhi.workstreams.all import RECIPES
from fazhi.workstreams.reconsideration.registers import CASE
from tests.exchange.test_official import word
from tests.web.conftest import Town, text

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)
PAPER = "/templates/reconsideration.case/acceptance_notice/"


@pytest.fixture
def case(town: Town, handler: Actor) -> RecordModel:
    """An accepted case."""
    given = {"received_on": DAY, "applicant": "张三", "respondent": town.bureau, "act_kind": "penalty"}
    row = open_record(CASE, organ=town.government, values=given, actor=handler, on=DAY, synthetic=True)
    make_move(CASE, row.pk, "accept", actor=handler, on=DAY, version=row.record.version,
              given=Given({"admissibility": "met"}))  # fmt: skip
    row.refresh_from_db()
    row.record.refresh_from_db()
    return row


def place(row: RecordModel, *more: str) -> str:
    return "/".join((f"/r/{CASE.key}/{row.pk}", *more))


def given(row: RecordModel, **more: str) -> dict[str, str]:
    row.record.refresh_from_db()
    return {"version": str(row.record.version), "on": "2026-11-20", **more}


def test_notice_is_offered_made_downloaded_and_served(town: Town, handler: Actor, case: RecordModel) -> None:
    client = town.client(handler)
    page = text(client.get(place(case)))
    section = page[page.index('id="documents"') : page.index('id="evidence"')]
    assert place(case, "document", "acceptance_notice") in section
    assert "行政复议决定书" not in section
    assert "还没有可以送达的文书" in section
    form = text(client.get(place(case, "document", "acceptance_notice")))
    assert 'value="2026-11-20"' in form
    page = text(client.post(place(case, "document", "acceptance_notice"), given(case), follow=True))
    assert "已制作“行政复议申请受理通知书”，存入证据。" in page
    assert "再制作一版" in page
    made = MadePaper.objects.get(record=case.pk)
    file = b"".join(client.get(f"/evidence/{made.evidence_id}").streaming_content)  # type: ignore[attr-defined]  # a file
    told = "\n".join(paragraph.text for paragraph in Document(BytesIO(file)).paragraphs)
    assert case.number in told
    assert "依照《行政复议法》第三十条第一款的规定" in told
    receipt = client.post(place(case, "document", "receipt"), given(case, served=str(made.evidence_id)))
    assert receipt.status_code == 302
    assert Evidence.objects.filter(record=case.pk, name="送达回证").exists()


def test_day_before_the_act_is_refused_beside_its_field(
    town: Town, handler: Actor, case: RecordModel
) -> None:
    data = given(case) | {"on": "2026-11-19"}
    response = town.client(handler).post(place(case, "document", "acceptance_notice"), data)
    assert response.status_code == 422
    assert "成文日期2026-11-19早于受理日期2026-11-20" in text(response)
    assert not MadePaper.objects.exists()


def test_stranger_makes_no_paper_and_there_is_no_unknown_one(
    town: Town, handler: Actor, case: RecordModel
) -> None:
    leader = town.official("领导", Role.LEADER)
    assert town.client(leader).get(place(case, "document", "acceptance_notice")).status_code == 403
    assert "制作<span" not in text(town.client(leader).get(place(case)))
    assert town.client(handler).get(place(case, "document", "nothing")).status_code == 404


def uploaded(content: bytes) -> dict[str, SimpleUploadedFile]:
    return {"upload": SimpleUploadedFile("受理通知书模板.docx", content)}


def test_template_of_the_organ_is_checked_used_and_taken_out_of_use(
    town: Town, handler: Actor, case: RecordModel
) -> None:
    keeper = town.client(town.official("统筹", Role.COORDINATOR))
    assert town.client(handler).get("/templates").status_code == 403
    assert "行政复议申请受理通知书" in text(keeper.get("/templates"))
    page = text(keeper.get(PAPER))
    assert re.search(r"\{\{申请人\}\}.*?\{\{applicant\}\}", page, re.DOTALL)
    applicant = RECIPES[CASE.key].outcomes[RECIPES[CASE.key].usual](date(2025, 11, 25), 1).values["applicant"]
    assert re.search(rf"\{{\{{applicant\}}\}}</td><td>记录</td><td>{applicant}</td>", page)
    wrong = keeper.post(PAPER, uploaded(word("{{身份证}}")))
    assert (wrong.status_code, "没有“身份证”这一占位" in text(wrong)) == (422, True)
    keeper.post(PAPER, uploaded(word("本机关模板：{{文号}}", "{{正文}}")))
    assert "受理通知书模板.docx" in text(keeper.get("/templates"))
    town.client(handler).post(place(case, "document", "acceptance_notice"), given(case))
    made = MadePaper.objects.get(record=case.pk)
    with made.evidence.file.open("rb") as file:
        assert Document(file).paragraphs[0].text == f"本机关模板：{case.number}"
    keeper.post(f"{PAPER}drop")
    assert "受理通知书模板.docx" not in text(keeper.get("/templates"))
