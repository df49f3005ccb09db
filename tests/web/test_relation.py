"""A record is linked without typing: what its rules ask for is offered first, the newest records to pick."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from fazhi.engine import registry as declared
from fazhi.engine.actor import SYSTEM, Actor
from fazhi.engine.bulk import BulkRow, load
from fazhi.engine.models import Link, Record
from fazhi.engine.moves import Given, make_move
from fazhi.engine.records import link_records
from fazhi.engine.registry import installed
from fazhi.organs.models import Grant, Role
from fazhi.workstreams.all import WORKSTREAMS
from tests.web.conftest import Town, text

pytestmark = pytest.mark.django_db
DAY, MET = date(2025, 6, 2), date(2025, 6, 5)
ITEM = "leadership.agenda_item"


@pytest.fixture(autouse=True)
def _every(_declared: None) -> None:
    declared.install(WORKSTREAMS)


@pytest.fixture
def clerk(town: Town) -> Actor:
    return town.official("李四", Role.HANDLER)


def entered(town: Town, key: str, **facts: Any) -> Record:
    register = installed().registers[key]
    loaded = load(register, [BulkRow(town.government.pk, DAY, facts)], actor=SYSTEM, synthetic=True)
    return Record.objects.get(pk__in=list(loaded.pks()))


def submitted(town: Town) -> Record:
    days = ("proposed_on", "started_on", "review_sent_on", "reviewed_on", "submitted_on")
    return entered(town, "decisions.decision", name="停车收费办法", **dict.fromkeys(days, DAY))


def item(town: Town, name: str) -> Record:
    days = dict.fromkeys(("placed_on", "discussed_on"), MET)
    facts = {"kind": "decision", "proposer": town.government.pk, "proposed_on": DAY, "result": "passed"}
    return entered(town, ITEM, name=name, **facts, **days)


def test_what_the_next_move_lacks_opens_the_list_of_its_register(town: Town, clerk: Actor) -> None:
    decision, found = submitted(town), item(town, "审议停车收费办法")
    client, place = town.client(clerk), f"/r/decisions.decision/{decision.pk}"
    page = text(client.get(place))
    assert f"{place}/relate?register={ITEM}" in page
    offered = text(client.get(f"{place}/relate", {"register": ITEM}))
    assert "审议停车收费办法（已审议，2025-06-05）" in offered
    assert (
        client.post(f"{place}/relate", {"register": ITEM, "number": "", "there": found.pk}).status_code == 302
    )
    assert Link.objects.filter(here=decision.pk, there=found.pk).exists()
    assert "审议停车收费办法" in text(client.get(place))
    assert "停车收费办法" in text(client.get(f"/r/{ITEM}/{found.pk}"))


def test_words_of_the_name_narrow_what_is_offered_and_nothing_is_linked_yet(town: Town, clerk: Actor) -> None:
    decision = submitted(town)
    item(town, "审议停车收费办法")
    item(town, "听取复议工作汇报")
    place = f"/r/decisions.decision/{decision.pk}/relate"
    answer = town.client(clerk).post(place, {"register": ITEM, "number": "停车"})
    assert answer.status_code == 200
    assert "审议停车收费办法（" in text(answer)
    assert "听取复议工作汇报" not in text(answer)
    none = town.client(clerk).post(place, {"register": ITEM, "number": "供水"})
    assert (none.status_code, "没有找到编号或者名称为“供水”的议题" in text(none)) == (422, True)
    assert not Link.objects.exists()


def test_a_record_that_is_not_for_these_eyes_is_neither_offered_nor_linked(town: Town) -> None:
    decision = submitted(town)
    theirs = installed().registers[ITEM]
    facts = {"name": "别家的议题", "kind": "other", "proposer": town.bureau.pk, "proposed_on": DAY}
    [pk] = load(theirs, [BulkRow(town.bureau.pk, DAY, facts)], actor=SYSTEM, synthetic=True).pks()
    client = town.client(town.official("周八", Role.HANDLER))
    place = f"/r/decisions.decision/{decision.pk}/relate"
    assert "别家的议题" not in text(client.get(place, {"register": ITEM}))
    client.post(place, {"register": ITEM, "there": pk})
    assert not Link.objects.exists()


def test_the_form_of_the_move_takes_its_day_from_the_linked_item(town: Town, clerk: Actor) -> None:
    decision = submitted(town)
    client, place = town.client(clerk), f"/r/decisions.decision/{decision.pk}"
    before = text(client.get(place))
    assert "请关联会议已经审议的议题" in before
    link_records(decision, item(town, "审议停车收费办法"), actor=SYSTEM)
    assert "请关联会议已经审议的议题" not in text(client.get(place))
    assert 'value="2025-06-05"' in text(client.get(f"{place}/move/discuss"))
    assert 'value="2026-11-25"' in text(client.get(f"{place}/move/ask_party"))


def test_the_form_of_taking_an_opinion_over_offers_its_conclusion(town: Town, clerk: Actor) -> None:
    matter = entered(town, "decisions.matter", name="供水协议", kind="topic", received_on=DAY)
    facts = {"subject": "供水协议", "drafter": town.government.pk, "drafted_by": "李四", "sent_on": DAY}
    opinion = entered(town, "advisers.opinion", **facts, issued_on=MET, conclusion="lawful_if_changed")
    link_records(matter, opinion, actor=SYSTEM)
    page = text(town.client(clerk).get(f"/r/decisions.matter/{matter.pk}/move/take_opinion"))
    assert '<option value="lawful_if_changed" selected>' in page


def test_an_opinion_that_its_drafter_issued_is_not_linked_and_the_page_says_why(town: Town) -> None:
    """张三起草决策，又出具了审查意见：另一位承办人不能把两件关联起来。"""
    drafter = town.official("张三", Role.HANDLER)
    assert drafter.person is not None
    Grant.objects.create(person=drafter.person, organ=town.government, role=Role.BODY_HEAD)
    decision = entered(town, "decisions.decision", name="停车收费办法", proposed_on=DAY, started_on=DAY)
    facts = {"subject": "停车收费办法", "subject_kind": "document", "drafter": town.government.pk,
             "drafted_by": "张三", "reviewer": "李四", "sent_on": DAY, "received_on": DAY, "level": "own",
             "joint": "no", "advice_required": "no"}  # fmt: skip
    opinion = entered(town, "advisers.opinion", **facts)
    for hub, key, given in (
        (decision, "draft", {}),
        (opinion, "issue", {"conclusion": "lawful", "opinion": "合法"}),
    ):
        register = installed().registers[hub.register]
        make_move(register, hub.pk, key, actor=drafter, on=MET, version=hub.version, given=Given(given))
    client = town.client(town.official("李四", Role.HANDLER))
    place = f"/r/decisions.decision/{decision.pk}/relate"
    answer = client.post(place, {"register": "advisers.opinion", "number": "", "there": opinion.pk})
    said = "张三既办理了重大行政决策“停车收费办法”的“拟订草案”，又办理了合法性审查意见"
    assert (answer.status_code, said in text(answer), "第二十八条" in text(answer)) == (422, True, True)
    assert not Link.objects.exists()


def test_another_register_chosen_lists_its_records_and_forgets_what_was_picked(
    town: Town, clerk: Actor
) -> None:
    decision, found = submitted(town), item(town, "审议停车收费办法")
    entered(town, "leadership.meeting", name="县政府第8次常务会议", called_on=DAY)
    place = f"/r/decisions.decision/{decision.pk}/relate"
    posted = {"register": "leadership.meeting", "number": "", "there": found.pk}
    answer = town.client(clerk).post(place, posted)
    assert (answer.status_code, "县政府第8次常务会议" in text(answer)) == (200, True)
    assert not Link.objects.exists()
    strange = town.client(clerk).post(place, {"register": "no.such", "number": ""})
    assert (strange.status_code, "“登记簿”请从所列各项中选择" in text(strange)) == (422, True)
