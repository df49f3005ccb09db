"""Calls for figures on the page: asked, filled in by hand or by a sheet, confirmed, returned, accepted."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from fazhi.engine import calls
from fazhi.engine.actor import SYSTEM
from fazhi.engine.calls import Answer
from fazhi.engine.figures.declared import declare_figure
from fazhi.engine.figures.span import year
from fazhi.engine.models import AnswerStep, Asked, Call, DeclaredFigure
from fazhi.organs.models import Axis, Below, Kind, Role
from tests.web.conftest import TODAY, Town, organ

pytestmark = pytest.mark.django_db
KEYS = ("reconsideration.accepted", "reconsideration.closed")


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("calls", "figures.declared"):
        monkeypatch.setattr(f"fazhi.engine.{module}.today", lambda: TODAY)


@pytest.fixture
def coordinator(town: Town) -> Client:
    return town.client(town.official("钱七", Role.COORDINATOR, within=True))


@pytest.fixture
def liaison(town: Town) -> Client:
    return town.client(town.official("联络甲", Role.LIAISON, town.bureau))


@pytest.fixture
def reviewer(town: Town) -> Client:
    return town.client(town.official("审核乙", Role.REVIEWER, town.bureau))


@pytest.fixture
def call(town: Town) -> Call:
    return calls.open_call(
        SYSTEM, town.government, title="2026年度数据", indicators=KEYS, organs=[town.bureau],
        span=year(2026), due_on=date(2026, 12, 10),
    )  # fmt: skip


def filled(call: Call, **given: str) -> dict[str, str]:
    """What the page posts: the first figure answered, the second left for later."""
    first, second = call.asked.order_by("pk")
    values = {"value": "1,091", "source": "全国行政复议工作平台", "as_of": "2026-11-20", "note": ""} | given
    posted = {f"a{first.pk}-{name}": value for name, value in values.items()}
    return posted | {f"a{second.pk}-{name}": "" for name in values}


def test_a_figure_goes_from_the_call_to_the_accepted_answer(
    town: Town, coordinator: Client, liaison: Client, reviewer: Client
) -> None:
    new = {
        "title": "2026年度数据", "span": "2026年", "due_on": "2026-12-10", "indicators": KEYS[0],
        "organs": town.bureau.pk, "note": "",
    }  # fmt: skip
    assert coordinator.get("/calls").status_code == coordinator.get("/calls/new").status_code == 200
    assert coordinator.post("/calls/new", new).status_code == 302
    call = Call.objects.get()
    row = call.asked.get()
    assert "填报本机关的数" in liaison.get(f"/calls/{call.pk}").content.decode()
    home = liaison.get("/").content.decode()
    assert "待填报" in home
    assert f'href="/calls/{call.pk}"' in home
    posted = {f"a{row.pk}-value": "1,091", f"a{row.pk}-source": "平台", f"a{row.pk}-as_of": "2026-11-20"}
    assert liaison.post(f"/calls/{call.pk}/fill", posted).status_code == 302
    row.refresh_from_db()
    assert (row.step, row.value) == (AnswerStep.FILLED, 1091)
    assert "核对无误" not in liaison.get(f"/answers/{row.pk}").content.decode()
    assert "核对无误" in reviewer.get(f"/answers/{row.pk}").content.decode()
    reviewer.post(f"/answers/{row.pk}/confirm", {"version": 2})
    shown = coordinator.get(f"/answers/{row.pk}").content.decode()
    assert "采用后作为该机关的申报数入账" in shown
    coordinator.post(f"/answers/{row.pk}/accept", {"version": 3})
    assert DeclaredFigure.objects.get(organ=town.bureau).numerator == 1091
    assert "合计入账" in coordinator.get(f"/calls/{call.pk}").content.decode()
    coordinator.post(f"/calls/{call.pk}/total?figure={KEYS[0]}")
    assert DeclaredFigure.objects.get(organ=town.government).numerator == 1091


def test_one_figure_is_returned_with_its_remark_shown_to_the_liaison(
    call: Call, coordinator: Client, liaison: Client
) -> None:
    liaison.post(f"/calls/{call.pk}/fill", filled(call))
    row = call.asked.get(step=AnswerStep.FILLED)
    refused = coordinator.post(f"/answers/{row.pk}/return", {"version": row.version, "remark": ""})
    assert refused.status_code == 422
    assert "没有写退回意见" in refused.content.decode()
    coordinator.post(f"/answers/{row.pk}/return", {"version": row.version, "remark": "不含转送件"})
    page = liaison.get(f"/calls/{call.pk}/fill").content.decode()
    assert "退回意见：不含转送件" in page
    assert "1091" in page


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"value": "九十一件"}, "“九十一件”不是数值"),
        ({"source": ""}, "请写明来源"),
        ({"as_of": "2026-02-30"}, "不是有效的日期"),
        ({"as_of": "2025-02-01"}, "早于期间的第一日"),
        ({"as_of": "2026-12-01"}, "晚于今天"),
    ],
)
def test_a_faulty_row_is_named_and_what_was_filled_in_is_kept(
    call: Call, liaison: Client, given: dict[str, str], said: str
) -> None:
    answer = liaison.post(f"/calls/{call.pk}/fill", filled(call, **given))
    text = answer.content.decode()
    assert answer.status_code == 422
    assert said in text
    assert given.get("value", "1,091") in text
    assert set(call.asked.values_list("step", flat=True)) == {AnswerStep.ASKED}


def sheet_of(liaison: Client, call: Call) -> list[list[Any]]:
    data = liaison.get(f"/calls/{call.pk}/sheet.xlsx").content
    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()


def upload(liaison: Client, call: Call, rows: list[list[Any]]) -> Any:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet()
    for at, row in enumerate(rows):
        sheet.write_row(at, 0, row)
    book.close()
    return liaison.post(
        f"/calls/{call.pk}/upload", {"sheet": SimpleUploadedFile("填报.xlsx", out.getvalue())}
    )


def test_the_sheet_is_downloaded_filled_in_and_given_back(call: Call, liaison: Client, town: Town) -> None:
    DeclaredFigure.objects.create(
        indicator=KEYS[0], organ=town.bureau, scope="within", first=date(2025, 1, 1), last=date(2025, 12, 31),
        numerator=80, as_of=date(2025, 12, 31), source="上年年报",
    )  # fmt: skip
    rows = sheet_of(liaison, call)
    assert rows[0] == [
        "代码", "指标", "单位", "数值", "来源", "截至", "说明", "上年同期", "上年来源", "上年截至",
    ]  # fmt: skip
    assert [rows[1][0], *rows[1][7:9]] == [KEYS[0], "80", "申报"]
    rows[1][3:6] = [91, "全国行政复议工作平台", "2026年11月20日"]
    assert upload(liaison, call, rows).status_code == 302
    row = call.asked.get(step=AnswerStep.FILLED)
    assert (row.value, row.as_of) == (91, date(2026, 11, 20))
    assert sheet_of(liaison, call)[1][3] == 91.0
    rows[1][7] = 70
    answer = upload(liaison, call, rows)
    assert answer.status_code == 422
    assert "第2行：2025年已有申报的数80，不能另填" in answer.content.decode()


def test_the_year_before_is_stated_in_the_sheet(call: Call, liaison: Client) -> None:
    rows = sheet_of(liaison, call)
    rows[1][3:6] = [91, "平台", "2026-11-20"]
    rows[1][7:10] = [70, "", "2025-12-31"]
    assert "没有写上年来源" in upload(liaison, call, rows).content.decode()
    rows[1][8], rows[1][3] = "上年年报", ""
    assert "请先填写“数值”" in upload(liaison, call, rows).content.decode()
    rows[1][3] = 91
    assert upload(liaison, call, rows).status_code == 302
    row = call.asked.get(step=AnswerStep.FILLED)
    assert (row.base_value, row.base_source, row.base_as_of) == (70, "上年年报", date(2025, 12, 31))
    assert sheet_of(liaison, call)[1][7:9] == [70.0, "上年年报"]


def test_the_year_before_is_stated_on_the_page(call: Call, liaison: Client, coordinator: Client) -> None:
    first = call.asked.order_by("pk")[0]
    given = {"base_value": "70", "base_source": "", "base_as_of": "2025-12-31"}
    url = f"/calls/{call.pk}/fill"
    assert "请写明上年同期的来源" in liaison.post(url, filled(call, **given)).content.decode()
    given["base_source"] = "上年年报"
    assert "请先填写数值" in liaison.post(url, filled(call, **given, value="")).content.decode()
    assert liaison.post(url, filled(call, **given)).status_code == 302
    shown = coordinator.get(f"/answers/{first.pk}").content.decode()
    assert "填报的上年同期" in shown
    assert "上年年报，截至" in shown
    assert 'value="70"' in liaison.get(url).content.decode()


def test_a_year_before_that_was_declared_meanwhile_is_not_passed_over(call: Call, liaison: Client) -> None:
    first = call.asked.order_by("pk")[0]
    declare_figure(
        first.indicator, first.organ, "within", year(2025), 80, source="上年年报", as_of=date(2025, 12, 31),
        actor=SYSTEM,
    )  # fmt: skip
    given = {"base_value": "70", "base_source": "台账", "base_as_of": "2025-12-31"}
    refused = liaison.post(f"/calls/{call.pk}/fill", filled(call, **given))
    assert refused.status_code == 422
    assert "上年同期已另有数" in refused.content.decode()
    assert not call.asked.filter(step=AnswerStep.FILLED).exists()


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (["x.y", "", "", "", 1, "台账", "2026-11-20"], "第2行：没有向本机关布置“x.y”"),
        ([KEYS[0], "", "", "", "很多", "台账", "2026-11-20"], "第2行：“很多”不是数值"),
        ([KEYS[0], "", "", "", 1, "台账", "十一月"], "第2行：截至“十一月”不是日期"),
        ([KEYS[0], "", "", "", 1, "", "2026-11-20"], "第2行：没有写来源"),
        ([KEYS[0], "", "", "", 1, "台账", "2025-11-20"], "第2行：截至日2025-11-20早于填报期间"),
        ([KEYS[0], "", "", "", "", "", ""], "没有填写任何数值"),
    ],
)
def test_a_faulty_row_of_the_sheet_is_named_and_nothing_is_saved(
    call: Call, liaison: Client, cells: list[Any], said: str
) -> None:
    heads = ["代码", "指标", "单位", "上年同期", "数值", "来源", "截至"]
    answer = upload(liaison, call, [heads, cells])
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not call.asked.exclude(step=AnswerStep.ASKED).exists()


def test_what_is_no_sheet_is_refused_in_words(call: Call, liaison: Client) -> None:
    for data, said in ((b"no", "打不开"), (b"x" * (2 * 1024 * 1024 + 1), "超过2MB")):
        answer = liaison.post(f"/calls/{call.pk}/upload", {"sheet": SimpleUploadedFile("a.xlsx", data)})
        assert said in answer.content.decode()
    assert "没有选择文件" in liaison.post(f"/calls/{call.pk}/upload").content.decode()
    assert "没有“代码”" in upload(liaison, call, [["指标"], ["x"]]).content.decode()


def test_who_has_no_business_here_sees_nothing(
    call: Call, town: Town, coordinator: Client, liaison: Client
) -> None:
    far = organ("999908", "外县人民政府", Kind.GOVERNMENT, "外县")
    stranger = town.client(town.official("外人", Role.LIAISON, far))
    row = call.asked.first()
    assert row is not None
    assert (
        stranger.get(f"/calls/{call.pk}").status_code == stranger.get(f"/answers/{row.pk}").status_code == 404
    )
    assert coordinator.get(f"/calls/{call.pk}/fill").status_code == 403
    assert liaison.get("/calls/new").status_code == 403
    assert coordinator.post(f"/answers/{row.pk}/burn", {"version": 1}).status_code == 404
    assert coordinator.post(f"/calls/{call.pk}/total?figure=x.y").status_code == 404
    assert coordinator.post(f"/answers/{row.pk}/accept", {"version": "x"}).status_code == 422


def test_a_call_ends_with_a_reason_and_is_then_done(call: Call, coordinator: Client, liaison: Client) -> None:
    assert coordinator.post(f"/calls/{call.pk}/end", {"why": ""}).status_code == 422
    assert coordinator.post(f"/calls/{call.pk}/end", {"why": "已改由平台汇总"}).status_code == 302
    assert "填报本机关的数" not in liaison.get(f"/calls/{call.pk}").content.decode()
    assert 'aria-label="已完成"' in coordinator.get("/calls").content.decode()


def test_a_late_organ_is_marked(town: Town, coordinator: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fazhi.engine.calls.today", lambda: date(2026, 11, 1))
    call = calls.open_call(
        SYSTEM, town.government, title="十月数据", indicators=KEYS, organs=[town.bureau], span=year(2026),
        due_on=date(2026, 11, 10),
    )  # fmt: skip
    assert "逾期 2 个" in coordinator.get(f"/calls/{call.pk}").content.decode()
    assert 'aria-label="逾期"' in coordinator.get("/calls").content.decode()


def test_the_pages_cost_no_more_queries_with_more_organs_and_calls(
    call: Call, town: Town, coordinator: Client
) -> None:
    def queries(url: str) -> int:
        with CaptureQueriesContext(connection) as seen:
            assert coordinator.get(url).status_code == 200
        return len(seen.captured_queries)

    row = call.asked.first()
    assert row is not None
    urls = ("/calls", f"/calls/{call.pk}", f"/answers/{row.pk}")
    coordinator.get("/calls")
    few = [queries(url) for url in urls]
    more = []
    for at in range(20):
        made = organ(f"999901/x{at}", f"第{at}局", Kind.DEPARTMENT, f"{at}局")
        Below.objects.create(high=town.government, low=made, axis=Axis.TERRITORY, depth=1)
        more.append(made)
    Asked.objects.bulk_create(Asked(call=call, organ=one, indicator=key) for one in more for key in KEYS)
    for _ in range(5):
        calls.open_call(
            SYSTEM, town.government, title="又一次", indicators=KEYS, organs=more, span=year(2026),
            due_on=date(2026, 12, 10),
        )  # fmt: skip
    calls.fill(row.pk, 1, Answer(calls.Fraction(1), "台账", TODAY), SYSTEM)
    assert [queries(url) for url in urls] == few
    assert max(few) <= 15
