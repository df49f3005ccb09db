"""Standstills, extensions and links in a file of permits: taken with their clocks, or refused row by row."""

from __future__ import annotations

import io
from datetime import date, timedelta
from typing import Any

import pytest

from fazhi.engine.access import every_row, rights_of, visible_to
from fazhi.engine.actor import SYSTEM
from fazhi.engine.models import Event, Interval, Link, Obligation, Prolongation, Record
from fazhi.engine.records import open_record, withdraw_record
from fazhi.engine.refusal import Refusal
from fazhi.engine.trail import verify
from fazhi.exchange.importer import Importer
from fazhi.exchange.intake import read_plan
from fazhi.exchange.outflow import Export, write
from fazhi.exchange.plan import Plan
from fazhi.exchange.returned import write_returned
from fazhi.exchange.taking import take, try_out
from fazhi.exchange.workbook import open_book
from tests.engine.conftest import County, move, opinion
from tests.exchange.conftest import TODAY, book_of, plan_of
from tests.toy.declaration import OPINIONS, PERMITS
from tests.toy.models import Ground, Permit

pytestmark = pytest.mark.django_db
DAY = date(2026, 9, 1)
"""Accepted on this day; the sixty days end on 2026-11-02 (the 31 October is a Saturday)."""
DUE = date(2026, 11, 2)
HEAD = ("序号", "编号", "申请人", "收到日期", "受理日期", "办结日期")
ROW = (1, "示许〔2026〕1号", "张三", DAY, DAY)
PAUSES = ("序号", "种类", "情形", "起", "止", "说明")
EXTENSIONS = ("序号", "期限", "延长", "批准日期", "理由")
LINKS = ("序号", "登记簿", "对方机关", "对方记录")
STOOD = (1, "中止", "不可抗力", date(2026, 9, 11), date(2026, 9, 20), "洪水")
LONGER = (1, "办结", 30, date(2026, 10, 9), "情况复杂")


@pytest.fixture
def importer(county: County) -> Importer:
    return Importer(None, county.government)


def bring(importer: Importer, *rows: Any, **sheets: Any) -> Plan:
    """A file of one permit, or of these rows, with the rows of its other sheets under their headings."""
    heads = {"中止与扣除": PAUSES, "延长期限": EXTENSIONS, "关联": LINKS}
    told = {name: (heads[name], *some) for name, some in sheets.items()}
    return plan_of(importer, HEAD, *(rows or (ROW,)), **told)


def said(plan: Plan) -> list[str]:
    return [str(fault) for fault in plan.faults]


def clock(row: Permit) -> Obligation:
    return Obligation.objects.get(record=row.pk, deadline="close")


def only() -> Permit:
    return Permit.objects.get(number="示许〔2026〕1号")


def test_the_days_of_a_suspension_do_not_count(importer: Importer) -> None:
    take(bring(importer), SYSTEM, "许可.xlsx")
    assert clock(only()).due_on == DUE
    Obligation.objects.all().delete()
    plan = bring(importer, (1, "2号", "李四", DAY, DAY), 中止与扣除=[STOOD])
    assert said(plan) == []
    take(plan, SYSTEM, "许可.xlsx")
    row = Permit.objects.get(number="2号")
    [stored] = Interval.objects.all()
    told = (stored.pause, stored.ground, stored.first, stored.last, stored.why)
    assert told == ("suspension", Ground.FLOOD, date(2026, 9, 11), date(2026, 9, 20), "洪水")
    assert clock(row).raw_due_on == date(2026, 10, 31) + timedelta(10)
    assert row.step == "open"


def test_a_case_still_suspended_comes_in_suspended_and_its_limit_has_no_end(importer: Importer) -> None:
    take(bring(importer, 中止与扣除=[(*STOOD[:4], None, "")]), SYSTEM, "许可.xlsx")
    row = only()
    assert (row.step, row.stepped_on) == ("suspended", date(2026, 9, 11))
    assert (clock(row).due_on, clock(row).paused) == (None, True)


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ([(1, "休假", "", DAY)], "中止与扣除第2行“种类”：“休假”不在可选各项中。请从“中止、鉴定”中选择。"),
        ([(1, "中止", "天气", DAY)], "“情形”：“天气”不在可选各项中。请从“不可抗力、其他”中选择。"),
        (
            [(1, "中止", "", DAY)],
            "“情形”：没有写明“中止”的情形（《示例许可法》第八条）。请从“不可抗力、其他”中选择。",
        ),
        ([(1, "鉴定", "其他", DAY)], "“情形”：“鉴定”不分情形。请把情形留空。"),
        ([(1, "鉴定", "", None)], "“起”：没有填写。请补上。"),
        ([(1, "鉴定", "", "2026-09-31")], "“起”：“2026-09-31”不是有效的日期。"),
        (
            [(1, "鉴定", "", DAY, date(2026, 8, 31))],
            "“止”：止于2026-08-31，早于起算的2026-09-01。请核对起止日期。",
        ),
        ([(1, "鉴定", "", DAY, TODAY + timedelta(1))], f"“止”：2026-11-26晚于今天{TODAY}。"),
        ([(7, "鉴定", "", DAY)], "“序号”：主表中没有序号“7”。请核对序号。"),
        ([(None, "鉴定", "", DAY)], "“序号”：没有写明属于哪一行。请填主表中的序号。"),
    ],
    ids=[
        "kind",
        "ground",
        "no ground",
        "ground too much",
        "no day",
        "day",
        "order",
        "to come",
        "place",
        "no place",
    ],
)
def test_a_standstill_at_fault_is_told_by_its_row(importer: Importer, rows: Any, fault: str) -> None:
    plan = bring(importer, 中止与扣除=rows)
    assert len(plan.faults) == 1
    assert said(plan)[0].startswith("中止与扣除第2行")
    assert fault in said(plan)[0]
    with pytest.raises(Refusal, match="1处错误"):
        take(plan, SYSTEM, "许可.xlsx")
    assert not Record.objects.exists()


def test_two_standstills_of_one_kind_do_not_run_at_once_and_two_kinds_may(importer: Importer) -> None:
    again = (1, "中止", "其他", date(2026, 9, 20), None)
    plan = bring(importer, 中止与扣除=[STOOD, again])
    assert said(plan) == [
        "中止与扣除第2行“起”：“中止”2026-09-11至2026-09-20与自2026-09-20起重叠。请核对起止日期。",
        "中止与扣除第3行“起”：“中止”自2026-09-20起与2026-09-11至2026-09-20重叠。请核对起止日期。",
    ]
    beside = (1, "鉴定", None, date(2026, 9, 15), date(2026, 9, 25))
    take(bring(importer, 中止与扣除=[STOOD, beside]), SYSTEM, "许可.xlsx")
    assert clock(only()).raw_due_on == date(2026, 10, 31) + timedelta(15)


def test_an_extension_granted_in_time_prolongs_the_limit(importer: Importer) -> None:
    plan = bring(importer, 延长期限=[LONGER])
    assert said(plan) == []
    assert not Record.objects.exists()
    taken = take(plan, SYSTEM, "许可.xlsx")
    assert (taken.new, clock(only()).extended) == (1, 30)
    assert clock(only()).raw_due_on == date(2026, 11, 30)


ARTICLE = "（《示例许可法》第四条）"


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({2: 31}, f"“延长”：延长应当在1至30日之间，所填为31{ARTICLE}。请修改延长的长度。"),
        ({2: 0}, f"“延长”：延长应当在1至30日之间，所填为0{ARTICLE}。"),
        ({2: "一个月"}, "“延长”：“一个月”不是整数。"),
        (
            {3: DUE + timedelta(1)},
            f"“批准日期”：“办结”已于{DUE}届满，届满后不能延长{ARTICLE}。请核对批准日期。",
        ),
        ({3: DAY - timedelta(1)}, f"“批准日期”：2026-08-31“办结”没有在计算{ARTICLE}。"),
        ({3: TODAY + timedelta(1)}, f"“批准日期”：2026-11-26晚于今天{TODAY}。"),
        ({1: "审查受理"}, "“期限”：“审查受理”不在可选各项中。请从“办结”中选择。"),
    ],
    ids=["longer", "nothing", "words", "after the end", "before the start", "to come", "no extension"],
)
def test_an_extension_that_the_law_does_not_allow_is_told_by_its_row(
    importer: Importer, cells: dict[int, Any], fault: str
) -> None:
    given = [cells.get(at, cell) for at, cell in enumerate(LONGER)]
    plan = bring(importer, 延长期限=[given])
    assert [one.startswith("延长期限第2行") for one in said(plan)] == [True]
    assert fault in said(plan)[0]
    assert (plan.bad, plan.fresh, plan.places) == ({2}, [], [])
    assert not Record.objects.exists()


def test_a_limit_that_stood_still_on_the_day_had_not_run_out(importer: Importer) -> None:
    """Suspended before its last day and resumed long after it; extended while it was suspended."""
    still = (1, "中止", "其他", date(2026, 10, 20), date(2026, 11, 20), "")
    late = (1, "办结", 30, date(2026, 11, 10), "")
    assert said(bring(importer, 中止与扣除=[still], 延长期限=[late])) == []
    assert "已于2026-11-02届满" in said(bring(importer, 延长期限=[late]))[0]


def test_a_closed_case_and_one_never_accepted_are_not_extended(importer: Importer) -> None:
    closed = (*ROW, date(2026, 10, 8))
    assert "2026-10-09“办结”没有在计算" in said(bring(importer, closed, 延长期限=[LONGER]))[0]
    assert "2026-10-09“办结”没有在计算" in said(bring(importer, ROW[:4], 延长期限=[LONGER]))[0]


def test_a_limit_is_extended_once(importer: Importer) -> None:
    twice = bring(importer, 延长期限=[(1, "办结", 10, DAY, ""), LONGER])
    assert said(twice) == ["延长期限第3行“期限”：“办结”已经延长过一次。请删去一行。"]


def test_the_same_file_again_changes_nothing_and_writes_no_event(importer: Importer) -> None:
    sheets = {"中止与扣除": [STOOD], "延长期限": [LONGER]}
    take(bring(importer, **sheets), SYSTEM, "许可.xlsx")
    before = (Event.objects.count(), Record.objects.get().version)
    again = bring(importer, **sheets)
    assert (again.fresh, again.changes, again.unchanged, said(again)) == ([], [], 1, [])
    take(again, SYSTEM, "许可.xlsx")
    assert (Event.objects.count(), Record.objects.get().version) == before
    blank = bring(importer, 中止与扣除=[(1, "中止", None, STOOD[3])])
    assert (blank.changes, blank.unchanged, said(blank)) == ([], 1, [])


def test_a_corrected_standstill_is_a_logged_correction_and_the_clock_is_counted_anew(
    importer: Importer,
) -> None:
    take(bring(importer, 中止与扣除=[(*STOOD[:4], None, "")]), SYSTEM, "许可.xlsx")
    plan = bring(importer, 中止与扣除=[STOOD])
    assert try_out(plan, SYSTEM).corrected == 1
    take(plan, SYSTEM, "许可.xlsx")
    row, event = only(), Event.objects.latest("pk")
    assert Interval.objects.get().last == STOOD[4]
    assert (row.step, clock(row).raw_due_on) == ("open", date(2026, 11, 10))
    assert (event.kind, event.why, event.record_id) == ("correct", "导入更正", row.pk)
    assert event.changes == {
        "pause:suspension": ["自2026-09-11起（不可抗力）", "2026-09-11至2026-09-20（不可抗力）"],
        "step": ["suspended", "open"],
    }
    assert list(verify()) == []


def test_a_first_day_is_corrected_where_the_days_show_which_standstill_is_meant(importer: Importer) -> None:
    take(bring(importer, 中止与扣除=[STOOD]), SYSTEM, "许可.xlsx")
    moved = (1, "中止", "不可抗力", date(2026, 9, 12), date(2026, 9, 20))
    take(bring(importer, 中止与扣除=[moved]), SYSTEM, "许可.xlsx")
    assert Interval.objects.get().first == date(2026, 9, 12)
    second = (1, "中止", "其他", date(2026, 10, 12), date(2026, 10, 13))
    take(bring(importer, 中止与扣除=[second]), SYSTEM, "许可.xlsx")
    assert Interval.objects.count() == 2
    assert clock(only()).raw_due_on == date(2026, 10, 31) + timedelta(9 + 2)
    across = (1, "中止", "其他", date(2026, 9, 15), date(2026, 10, 20))
    assert len(said(bring(importer, 中止与扣除=[across]))) == 1


def test_a_corrected_extension_is_held_against_the_law_again(importer: Importer) -> None:
    take(bring(importer, 延长期限=[LONGER]), SYSTEM, "许可.xlsx")
    take(bring(importer, 延长期限=[(1, "办结", 20, LONGER[3])]), SYSTEM, "许可.xlsx")
    stored = Prolongation.objects.get()
    assert (stored.amount, stored.why, clock(only()).extended) == (20, "情况复杂", 20)
    assert Event.objects.latest("pk").changes == {"extend:close": [30, 20]}
    refused = bring(importer, 延长期限=[(1, "办结", 31, LONGER[3])])
    assert "所填为31" in said(refused)[0]
    assert (refused.changes, refused.unchanged, refused.bad) == ([], 0, {2})


def test_rows_at_fault_come_back_with_what_stands_beside_them(importer: Importer) -> None:
    rows = [(*HEAD,), ROW, (2, "2号", "李四", DAY, DAY)]
    given = (PAUSES, STOOD, (2, "中止", None, DAY))
    book = book_of(*rows, 中止与扣除=given)
    plan = read_plan(PERMITS, book, importer)
    assert take(plan, SYSTEM, "许可.xlsx", partly=True).new == 1
    target = io.BytesIO()
    write_returned(plan, book, target)
    back = open_book(target.getvalue(), "有错误的行.xlsx")
    [head, row] = back.rows("中止与扣除")
    assert (row[1], head[-1]) == ("中止", "错误")
    assert "没有写明“中止”的情形" in row[-1]
    assert [one.column for one in read_plan(PERMITS, back, importer).faults] == ["情形"]


def test_a_link_is_made_by_what_the_other_record_is_known_by(county: County, importer: Importer) -> None:
    advice = opinion(county, DAY)
    take(bring(importer, (1, "2号", "李四", DAY)), SYSTEM, "许可.xlsx")
    other = Permit.objects.get()
    rows = [(1, "法律意见", None, DAY), (1, "许可", "示例县人民政府", "2号"), (1, "许可", None, "2号")]
    plan = bring(importer, 关联=rows)
    assert said(plan) == []
    take(plan, SYSTEM, "许可.xlsx")
    links = set(Link.objects.values_list("here_id", "there_id"))
    assert links == {(only().pk, advice.pk), (only().pk, other.pk)}
    events = Event.objects.filter(record=advice.pk, kind="link")
    assert [event.label for event in events] == ["被“张三 申请 未定”关联"]
    again = bring(importer, 关联=rows)
    assert (again.changes, again.unchanged) == ([], 1)
    assert said(bring(importer, 关联=[(1, "许可", None, f"#{other.pk} 2号")])) == []


def test_a_link_to_a_known_record_is_an_event_of_both(county: County, importer: Importer) -> None:
    advice = opinion(county, DAY)
    take(bring(importer), SYSTEM, "许可.xlsx")
    plan = bring(importer, 关联=[(1, "法律意见", None, f"#{advice.pk}")])
    assert [(one.pk, one.corrects) for one in plan.changes] == [(only().pk, False)]
    take(plan, SYSTEM, "许可.xlsx")
    labels = set(Event.objects.filter(kind="link").values_list("label", flat=True))
    assert labels == {"关联“法律意见”", "被“张三 申请 未定”关联"}
    assert not Event.objects.filter(kind="correct").exists()


def test_rows_of_one_file_are_linked_with_one_another(importer: Importer) -> None:
    rows = [ROW, (2, "2号", "李四", DAY)]
    take(bring(importer, *rows, 关联=[(2, "许可", None, ROW[1])]), SYSTEM, "许可.xlsx")
    assert Link.objects.get().there_id == only().pk
    third = [*rows, (3, "3号", "王五", DAY)]
    take(bring(importer, *third, 关联=[(1, "许可", None, "3号")]), SYSTEM, "许可.xlsx")
    assert Link.objects.get(here=only().pk).there_id == Permit.objects.get(number="3号").pk


def test_a_row_that_names_a_row_at_fault_stays_behind_with_it(importer: Importer) -> None:
    rows = [ROW, (2, "2号", "李四", DAY), (3, "3号", "王五", DAY)]
    links = [(2, "许可", None, ROW[1]), (3, "许可", None, "2号")]
    plan = bring(importer, *rows, 关联=links, 中止与扣除=[(1, "鉴定", "其他", DAY)])
    assert said(plan)[1:] == [
        "关联第2行“对方记录”：没有许可是“示许〔2026〕1号”，或者您无权查看，或者已撤回。请先登记它，或核对登记簿、机关和编号（名称）。",
        "关联第3行“对方记录”：对方记录是主表第3行，该行有错误。请一并改正。",
    ]
    assert plan.fresh == []


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ((1, "法律意见", None, "2020-01-01"), "没有法律意见是“2020-01-01”，或者您无权查看，或者已撤回"),
        ((1, "法律意见", None, "#999999"), "没有法律意见是“#999999”"),
        ((1, "没有的簿", None, "1"), "“登记簿”：“没有的簿”不在可选各项中"),
        ((1, "许可", None, ROW[1]), "记录不能与自己关联"),
        ((1, "法律意见", "没有的局", DAY), "“对方机关”：没有代码、名称或简称为“没有的局”的机关"),
        ((1, "法律意见", None, None), "“对方记录”：没有填写"),
    ],
    ids=["nothing", "number", "register", "itself", "organ", "blank"],
)
def test_a_link_at_fault_is_told_by_its_row(importer: Importer, row: Any, fault: str) -> None:
    plan = bring(importer, 关联=[row])
    assert len(plan.faults) == 1
    assert fault in said(plan)[0]
    assert plan.fresh == []


def test_of_several_records_the_organ_tells_which_is_meant(county: County, importer: Importer) -> None:
    opinion(county, DAY)
    theirs = open_record(OPINIONS, organ=county.bureau, values={"issued_on": DAY}, actor=SYSTEM, on=DAY)
    assert "不止一件法律意见是“2026-09-01”" in said(bring(importer, 关联=[(1, "法律意见", None, DAY)]))[0]
    plan = bring(importer, 关联=[(1, "法律意见", county.bureau.name, DAY)])
    assert [link.there for link in plan.fresh[0].links] == [theirs.pk]
    take(plan, SYSTEM, "许可.xlsx")
    assert bring(importer, 关联=[(1, "法律意见", None, DAY)]).unchanged == 1


def test_a_record_that_one_may_not_see_is_neither_linked_nor_named(county: County) -> None:
    advice = opinion(county, DAY)
    own = Importer(rights_of(county.clerk_of_bureau.person, TODAY), county.bureau)
    plan = bring(own, 关联=[(1, "法律意见", None, DAY)])
    assert "您无权查看" in said(plan)[0]
    take(bring(Importer(None, county.bureau), 关联=[(1, "法律意见", None, DAY)]), SYSTEM, "许可.xlsx")
    rights = rights_of(county.clerk_of_bureau.person, TODAY)
    exports = {"seen": every_row, "unseen": lambda register: visible_to(rights, register)}
    told = {}
    for name, see in exports.items():
        export = Export(PERMITS, every_row(PERMITS), see=see)
        told[name] = list(export.beside_rows("#links"))
    assert told == {"seen": [[1, "法律意见", "示例县人民政府", "2026-09-01"]], "unseen": []}
    assert Link.objects.get().there_id == advice.pk


def test_a_withdrawn_record_is_not_linked_and_leaves_no_link_in_a_file(
    county: County, importer: Importer
) -> None:
    advice = opinion(county, DAY)
    take(bring(importer, 关联=[(1, "法律意见", None, DAY)]), SYSTEM, "许可.xlsx")
    version = Record.objects.get(pk=advice.pk).version
    withdraw_record(OPINIONS, advice.pk, actor=SYSTEM, version=version, why="重复登记")
    assert (
        "或者已撤回" in said(bring(importer, (1, "2号", "李四", DAY), 关联=[(1, "法律意见", None, DAY)]))[0]
    )
    assert list(Export(PERMITS, every_row(PERMITS), see=every_row).beside_rows("#links")) == []


def test_what_moves_made_leaves_and_comes_back_as_it_was(county: County, importer: Importer) -> None:
    """Entered, suspended, resumed and extended on the page; exported, and brought into the same house."""
    take(bring(importer, ROW[:4]), SYSTEM, "许可.xlsx")
    row = only()
    move(row, "accept", county.handler, DAY)
    move(row, "suspend", county.handler, date(2026, 9, 11), ground="flood", why="洪水")
    move(row, "resume", county.handler, date(2026, 9, 21))
    move(row, "extend", county.body_head, date(2026, 10, 9), amount=30, why="情况复杂")
    target = io.BytesIO()
    write(Export(PERMITS, every_row(PERMITS), see=every_row), "xlsx", target)
    book = open_book(target.getvalue(), "许可.xlsx")
    assert [list(cells) for cells in book.rows("中止与扣除")][1] == list(STOOD)
    assert [list(cells) for cells in book.rows("延长期限")][1] == list(LONGER)
    plan = read_plan(PERMITS, book, importer)
    assert (said(plan), plan.changes, plan.unchanged) == ([], [], 1)


def test_a_file_without_these_sheets_and_one_with_them_empty_are_the_same(importer: Importer) -> None:
    plain, empty = bring(importer), bring(importer, 中止与扣除=[], 延长期限=[], 关联=[])
    assert (plain.fresh, plain.strange) == (empty.fresh, empty.strange)
    assert [str(one) for one in plan_of(importer, HEAD, ROW, 中止=(("种类", "理由"),)).strange] == []


def test_a_law_chosen_by_decision_travels_with_the_clocks_that_it_sets(importer: Importer) -> None:
    """The first edition allows other days for an answer; where no decision chose it, the rule holds."""
    head = (*HEAD, "相关机关", "指定适用法律日期")
    cells = (*ROW, None, "示例县市场监督管理局", date(2019, 3, 4))
    take(
        plan_of(importer, head, cells, (2, "2号", "李四", DAY, DAY, None, cells[6], None)),
        SYSTEM,
        "许可.xlsx",
    )
    chosen, other = only(), Permit.objects.get(number="2号")
    assert (chosen.law_on, chosen.law_chosen) == (date(2019, 3, 4), True)
    assert (other.law_on, other.law_chosen) == (DAY, False)
    periods = {
        row.pk: Obligation.objects.get(record=row.pk, deadline="answer").raw_due_on for row in (chosen, other)
    }
    assert periods == {chosen.pk: DAY + timedelta(10), other.pk: date(2026, 9, 15)}
    told = list(Export(PERMITS, every_row(PERMITS), see=every_row).main_rows())
    assert [row[-1] for row in told] == [date(2019, 3, 4), None]
    assert plan_of(importer, head, cells).unchanged == 1
    take(plan_of(importer, head, (*cells[:7], date(2019, 5, 6))), SYSTEM, "许可.xlsx")
    assert Event.objects.latest("pk").changes == {"law_on": ["2019-03-04", "2019-05-06"]}
    take(plan_of(importer, head, (2, "2号", *(None,) * 5, date(2019, 5, 6))), SYSTEM, "许可.xlsx")
    other.refresh_from_db()
    assert (other.law_on, other.law_chosen) == (date(2019, 5, 6), True)
