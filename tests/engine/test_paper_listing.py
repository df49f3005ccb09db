"""Tables in papers: the linked records of another register, in order and whole, or the paper is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db.models import Q

from fazhi.engine import checks, registry
from fazhi.engine.access import every_row
from fazhi.engine.actor import SYSTEM, Actor
from fazhi.engine.models import MadePaper, Record, RecordModel
from fazhi.engine.paper import Letter, Line, Listing, Paper, Table
from fazhi.engine.paper_listing import linked_rows
from fazhi.engine.paper_places import joined
from fazhi.engine.papers import make_paper
from fazhi.engine.records import link_records, open_record, withdraw_record
from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import Registry
from fazhi.organs.models import Organ
from tests.engine.conftest import County
from tests.toy.declaration import NEW, OPINIONS, PERMITS, TOY
from tests.toy.models import Permit

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)
LATE = Q(issued_on__gte=date(2026, 11, 4))
LISTING = Listing("toy.opinion", ("issued_on",), empty="没有出具法律意见。", where=LATE, order=("issued_on",))
NOTICE = Paper(
    "notice", "办理情况", NEW.art(1), since="received_on", remedy="请先登记收到日期",
    text=("一。", Line("{applicant}的申请，法律意见如下：", lists=LISTING), "三。"),
)  # fmt: skip
REGISTER = replace(PERMITS, papers=(NOTICE,))


@pytest.fixture(autouse=True)
def _with_papers(_declared: None, settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"
    registry.install([replace(TOY, registers=(REGISTER, OPINIONS))])


class Kept:
    """A letter as it was set."""

    def __call__(self, letter: Letter, template: bytes | None) -> bytes:
        self.letter = letter
        return "\n".join(letter.texts).encode()


def permit(county: County) -> RecordModel:
    values = {"applicant": "张三", "received_on": DAY}
    return open_record(
        REGISTER, organ=county.government, values=values, actor=county.handler, on=DAY, synthetic=True
    )


def opinion(row: RecordModel, organ: Organ, on: date, *, back: bool = False) -> RecordModel:
    """An opinion of the organ, linked from the permit or back to it."""
    made = open_record(OPINIONS, organ=organ, values={"issued_on": on}, actor=SYSTEM, on=on, synthetic=True)
    ends = [Record.objects.get(pk=row.pk), Record.objects.get(pk=made.pk)]
    here, there = reversed(ends) if back else ends
    link_records(here, there, actor=SYSTEM)
    return made


def make(row: RecordModel, actor: Actor) -> tuple[str | Table, ...]:
    row.record.refresh_from_db()
    kept = Kept()
    make_paper(REGISTER, row.pk, "notice", actor=actor, on=DAY, version=row.record.version, render=kept)
    return kept.letter.lines


def test_linked_records_are_rows_in_order_from_either_end_of_the_link(county: County) -> None:
    row, other = permit(county), permit(county)
    opinion(row, county.government, date(2026, 11, 9))
    opinion(row, county.government, date(2026, 11, 5), back=True)
    opinion(row, county.government, date(2026, 11, 3))
    opinion(other, county.government, date(2026, 11, 6))
    table = Table(("序号", "出具日期"), (("1", "2026年11月5日"), ("2", "2026年11月9日")))
    assert make(row, county.handler) == ("一。", "张三的申请，法律意见如下：", table, "三。")


def test_records_of_the_same_organ_that_name_this_one_are_rows_like_linked_ones(county: County) -> None:
    named = replace(LISTING, register="toy.permit", columns=("closed_on",), where=Q(),
                    order=("closed_on",), named=("applicant", "applicant"))  # fmt: skip
    row, other = permit(county), permit(county)
    Permit.objects.filter(pk=other.pk).update(closed_on=DAY)
    Permit.objects.filter(pk=permit(county).pk).update(applicant="李四")
    told = [one.closed_on for one in linked_rows(row, named, every_row)]
    assert told == [None, DAY]


def test_where_none_is_linked_the_paper_says_so_in_words(county: County) -> None:
    row = permit(county)
    withdrawn = opinion(row, county.government, date(2026, 11, 9))
    withdraw_record(OPINIONS, withdrawn.pk, actor=SYSTEM, version=withdrawn.record.version, why="登记错误")
    assert make(row, county.handler) == ("一。", "没有出具法律意见。", "三。")


def test_what_its_maker_may_not_see_is_not_left_out_in_silence(county: County) -> None:
    row = permit(county)
    opinion(row, county.government, date(2026, 11, 5))
    opinion(row, county.bureau, date(2026, 11, 9))
    with pytest.raises(Refusal, match="关联的法律意见有1件您不能查看，文书不能列全"):
        make(row, county.handler)
    assert not MadePaper.objects.exists()
    table = make(row, SYSTEM)[2]
    assert isinstance(table, Table)
    assert len(table.rows) == 2


def faults_of(line: Line) -> str:
    paper = Paper("p", "文书", NEW.art(1), since="received_on", remedy="请登记", text=(line,))
    workstream = replace(
        TOY, registers=(replace(PERMITS, papers=(paper,)), OPINIONS), indicators=(), sentences=()
    )
    return "\n".join(text for _, text in checks.faults(Registry([workstream])))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (Line("甲", lists=replace(LISTING, register="toy.nothing")), "unknown register toy.nothing"),
        (Line("甲", lists=replace(LISTING, columns=("nobody",))), "lists nobody of toy.opinion"),
        (Line("甲", lists=replace(LISTING, order=("-nobody",))), "lists nobody of toy.opinion"),
        (Line("甲", lists=replace(LISTING, where=Q(nobody=1))), "lists nobody of toy.opinion"),
        (Line("甲", lists=replace(LISTING, register="toy.permit", columns=("id_no",))), "lists id_no of toy"),
        (Line("甲", lists=replace(LISTING, named=("nobody", "applicant"))), "lists nobody of toy.opinion"),
        (
            Line("甲", lists=replace(LISTING, named=("issued_on", "nobody"))),
            "is named by nobody, which is no",
        ),
        (Line("甲", lists=replace(LISTING, empty="")), "words for where there is nothing in it"),
        (Line("{Hearing.held_on}", each="Hearing", lists=LISTING), "is said of each Hearing has no table"),
    ],
)
def test_a_wrong_table_is_found(line: Line, said: str) -> None:
    assert said in faults_of(line)
    assert "lists" not in faults_of(Line("甲", lists=LISTING))


@pytest.mark.parametrize(
    ("whole", "part", "name"),
    [
        ("听证", "听证日期", "听证日期"),
        ("配合单位", "单位", "配合单位"),
        ("倒排节点", "节点期限", "倒排节点期限"),
        ("送达", "受送达人", "受送达人"),
        ("参会人员", "姓名", "参会人员姓名"),
        ("送达", "送达日期", "送达的送达日期"),
    ],
)
def test_what_a_part_and_its_column_have_in_common_is_said_once(whole: str, part: str, name: str) -> None:
    assert joined(whole, part, {"送达日期"}) == name
