"""A file of permits: dry run, faults by row, idempotent by key, corrections, masked cells, part rows."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest

from fazhi.engine.access import Rights, rights_of
from fazhi.engine.actor import SYSTEM, Actor
from fazhi.engine.models import Breach, Event, Obligation, Record
from fazhi.engine.refusal import Refusal
from fazhi.exchange.intake import Importer, read_plan
from fazhi.exchange.plan import Plan
from fazhi.exchange.returned import write_returned
from fazhi.exchange.taking import take, try_out
from fazhi.exchange.workbook import open_book
from fazhi.organs.models import Organ, Role
from tests.engine.conftest import County
from tests.exchange.conftest import TODAY, book_of, plan_of
from tests.toy.declaration import PERMITS
from tests.toy.models import Hearing, Permit, Weight

pytestmark = pytest.mark.django_db
DAY = date(2024, 3, 4)
HEAD = ("编号", "申请人", "证件号", "收到日期", "分量", "受理日期", "办结日期", "相关机关", "金额（元）")
ROW = ("示许〔2024〕1号", "张三", "620102199001011234", DAY, "一般", DAY, None, "市监局", "1.2万")


@pytest.fixture
def importer(county: County) -> Importer:
    return Importer(None, county.government)


def row(**changed: Any) -> list[Any]:
    return [changed.get(name, cell) for name, cell in zip(HEAD, ROW, strict=True)]


def said(plan: Plan) -> list[str]:
    return [str(fault) for fault in plan.faults]


def named(county: County) -> Organ:
    Organ.objects.filter(pk=county.bureau.pk).update(short_name="市监局")
    return county.bureau


def test_rows_are_loaded_with_clocks_breaches_and_one_event(county: County, importer: Importer) -> None:
    bureau = named(county)
    plan = plan_of(importer, HEAD, ROW, row(编号="示许〔2024〕2号", 办结日期=date(2024, 6, 3), 分量="重大"))
    assert said(plan) == []
    tried = try_out(plan, SYSTEM)
    assert (Permit.objects.count(), Event.objects.count()) == (0, 0)
    taken = take(plan, SYSTEM, "许可.xlsx")
    assert taken == tried
    first = Permit.objects.get(number="示许〔2024〕1号")
    assert (first.respondent, first.amount, first.weight) == (bureau, 1_200_000, Weight.LIGHT)
    assert (first.organ, first.step) == (county.government, "open")
    assert Obligation.objects.filter(record=first.pk).exists()
    assert taken.standing == Breach.objects.count() > 0
    assert all(breach.row == 3 and breach.article for breach in taken.breaches)
    event = Event.objects.get()
    assert (event.kind, event.why) == ("load", "导入许可.xlsx")


def test_the_same_file_again_writes_nothing_and_a_changed_row_is_corrected(
    county: County, importer: Importer
) -> None:
    named(county)
    take(plan_of(importer, HEAD, ROW), SYSTEM, "许可.xlsx")
    events = Event.objects.count()
    again = plan_of(importer, HEAD, ROW)
    assert (again.unchanged, again.fresh, again.changes) == (1, [], [])
    take(again, SYSTEM, "许可.xlsx")
    assert Event.objects.count() == events
    changed = plan_of(importer, HEAD, row(申请人="李四", 证件号="****1234", **{"金额（元）": None}))
    assert [dict(one.values) for one in changed.changes] == [{"applicant": "李四"}]
    take(changed, SYSTEM, "许可.xlsx")
    kept = Permit.objects.get()
    assert (kept.applicant, kept.id_no, kept.amount) == ("李四", "620102199001011234", 1_200_000)
    last = Event.objects.latest("pk")
    assert (last.kind, last.why, kept.record.version) == ("correct", "导入更正", 2)


def test_a_row_without_its_key_is_known_again_by_what_every_record_must_have(importer: Importer) -> None:
    head, cells = ("申请人", "收到日期", "分量"), ("张三", DAY, "一般")
    take(plan_of(importer, head, cells), SYSTEM, "许可.xlsx")
    assert plan_of(importer, head, cells).unchanged == 1
    twice = plan_of(importer, head, ("李四", DAY, ""), ("李四", DAY, "重大"))
    assert said(twice) == ["许可第3行“申请人”：与第2行重复。请删去一行，或写明编号。"]


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"申请人": None}, "许可第2行“申请人”：没有填写。请补上。"),
        ({"收到日期": "2023-02-30"}, "许可第2行“收到日期”：“2023-02-30”不是有效的日期。"),
        ({"受理日期": date(2026, 11, 26)}, f"许可第2行“受理日期”：2026-11-26晚于今天{TODAY}。"),
        ({"分量": "特大"}, "许可第2行“分量”：“特大”不在可选各项中。请从“未定、一般、重大”中选择。"),
        ({"相关机关": "没有的局"}, "许可第2行“相关机关”：没有代码、名称或简称为“没有的局”的机关。"),
        ({"证件号": "****1234"}, "许可第2行“证件号”：含有脱敏的“*”，新登记的记录须写全。"),
        ({"金额（元）": "若干"}, "许可第2行“金额（元）”：“若干”不是金额。"),
    ],
    ids=["empty", "day", "to come", "choice", "organ", "masked", "money"],
)
def test_a_fault_names_row_column_and_remedy_and_nothing_is_written(
    county: County, importer: Importer, changed: dict[str, Any], fault: str
) -> None:
    named(county)
    plan = plan_of(importer, HEAD, row(**changed))
    assert len(plan.faults) == 1
    assert said(plan)[0].startswith(fault)
    assert plan.bad == {2}
    with pytest.raises(Refusal, match="1处错误"):
        take(plan, SYSTEM, "许可.xlsx")
    assert not Record.objects.exists()


def test_sound_rows_are_taken_alone_only_by_choice_and_the_others_come_back_as_a_file(
    county: County, importer: Importer
) -> None:
    named(county)
    rows = (HEAD, ROW, row(编号="示许〔2024〕2号", 分量="特大"))
    hearings = (("序号", "听证日期"), (2, DAY))
    book = book_of(("序号", *HEAD), (1, *rows[1]), (2, *rows[2]), 听证=hearings)
    plan = read_plan(PERMITS, book, importer)
    assert take(plan, SYSTEM, "许可.xlsx", partly=True).new == 1
    target = io.BytesIO()
    write_returned(plan, book, target)
    back = open_book(target.getvalue(), "有错误的行.xlsx")
    sheet = list(back.rows("许可"))
    assert len(sheet) == 2
    assert "“特大”不在可选各项中" in sheet[1][-1]
    assert list(back.rows("听证"))[1][:2] == [2.0, DAY]
    again = read_plan(PERMITS, back, importer)
    assert again.strange == []
    assert [fault.column for fault in again.faults] == ["分量"]


def test_unknown_headings_and_sheets_are_named_and_stop_the_import(importer: Importer) -> None:
    plan = plan_of(importer, ("申请人", "收到日期", "经办电话"), ("张三", DAY, "1"), 别的=(("甲",), (1,)))
    assert list(map(str, plan.strange)) == ["“别的”表", "“许可”表的“经办电话”"]
    with pytest.raises(Refusal, match="2个不认识的列或表"):
        take(plan, SYSTEM, "许可.xlsx")


def test_headings_may_stand_below_a_title_and_rows_keep_their_places(importer: Importer) -> None:
    plan = plan_of(importer, ("许可登记表",), (), ("申请人", "收到日期"), (), ("张三", "不知道"))
    assert [fault.row for fault in plan.faults] == [5]


def test_part_rows_follow_their_record_and_are_added_once(importer: Importer) -> None:
    head, cells = ("序号", "申请人", "收到日期"), (1, "张三", DAY)
    hearings = (("序号", "听证日期"), (1, DAY), (1, date(2024, 3, 5)))
    take(plan_of(importer, head, cells, 听证=hearings), SYSTEM, "许可.xlsx")
    assert Hearing.objects.count() == 2
    assert plan_of(importer, head, cells, 听证=hearings).unchanged == 1
    more = plan_of(importer, head, cells, 听证=(*hearings, (1, date(2024, 3, 6))))
    take(more, SYSTEM, "许可.xlsx")
    assert sorted(Hearing.objects.values_list("held_on", flat=True)) == [
        DAY,
        date(2024, 3, 5),
        date(2024, 3, 6),
    ]
    lost = plan_of(importer, head, cells, 听证=(("序号", "听证日期"), (7, DAY)))
    assert said(lost) == ["听证第2行“序号”：主表中没有序号“7”。请核对序号。"]


def test_only_organs_in_which_one_may_enter_records_are_taken(county: County) -> None:
    rights: Rights = rights_of(county.handler.person, TODAY)
    mine = Importer(rights, county.government)
    assert said(plan_of(mine, ("申请人", "收到日期"), ("张三", DAY))) == []
    refused = plan_of(mine, ("机关", "申请人", "收到日期"), (county.bureau.name, "张三", DAY))
    assert "您没有该机关的登记权限" in said(refused)[0]
    nobody = plan_of(Importer(None, None), ("申请人", "收到日期"), ("张三", DAY))
    assert "没有写明机关" in said(nobody)[0]


def test_a_number_of_record_that_is_not_there_or_of_another_organ_is_refused(
    county: County, importer: Importer
) -> None:
    take(plan_of(importer, ("申请人", "收到日期"), ("张三", DAY)), SYSTEM, "许可.xlsx")
    pk = Permit.objects.get().pk
    head = ("记录号", "机关", "申请人", "收到日期")
    assert "没有记录号为" in said(plan_of(importer, head, (pk + 9, "", "张三", DAY)))[0]
    assert "与登记的机关不同" in said(plan_of(importer, head, (pk, county.bureau.code, "张三", DAY)))[0]
    change = plan_of(importer, head, (pk, "", "王五", DAY)).changes[0]
    assert (change.pk, dict(change.values)) == (pk, {"applicant": "王五"})


def test_an_official_corrects_by_the_same_right(county: County) -> None:
    importer = Importer(rights_of(county.handler.person, TODAY), county.government)
    actor: Actor = county.handler
    head = ("编号", "申请人", "收到日期")
    take(plan_of(importer, head, ("1号", "张三", DAY)), actor, "许可.xlsx")
    take(plan_of(importer, head, ("1号", "李四", DAY)), actor, "许可.xlsx")
    assert [event.actor_name for event in Event.objects.order_by("pk")] == [actor.name, actor.name]
    assert Role.HANDLER in rights_of(actor.person, TODAY).roles_in(county.government.pk)
