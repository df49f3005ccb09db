"""Records entered, corrected, withdrawn, merged and linked; breaches of facts of the past."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from fazhi.engine.actor import SYSTEM, Actor
from fazhi.engine.breaches import measure
from fazhi.engine.bulk import BulkRow, Linkage, load
from fazhi.engine.models import Breach, Event, Link, Obligation, Record
from fazhi.engine.procedure import Move
from fazhi.engine.records import link_records, open_record, save_record, withdraw_record
from fazhi.engine.refusal import Conflict, Refusal
from fazhi.organs.models import Organ, Role
from tests.engine.conftest import County, Opened, move, opinion
from tests.toy.declaration import NEW, OPINIONS, PERMITS
from tests.toy.models import Hearing, Permit, Step, Weight

pytestmark = pytest.mark.django_db
MARCH = date(2025, 3, 3)


def save(row: Permit, actor: Actor, why: str = "录入有误", **values: Any) -> None:
    save_record(PERMITS, row.pk, values, actor=actor, version=row.record.version, why=why)


def test_a_record_is_titled_by_its_register_and_follows_corrections(permit: Opened, county: County) -> None:
    row = permit(MARCH)
    assert row.record.title == "张三 申请 未定"
    save(row, county.handler, applicant="李四", weight=Weight.HEAVY)
    assert Record.objects.get(pk=row.pk).title == "李四 申请 重大"


def test_a_required_column_may_not_stay_empty(county: County) -> None:
    with pytest.raises(Refusal, match="请填写“申请人”"):
        open_record(
            PERMITS, organ=county.government, values={"received_on": MARCH}, actor=county.handler, on=MARCH
        )
    assert not Record.objects.exists()


def test_an_impossible_date_is_refused(county: County) -> None:
    with pytest.raises(Refusal, match=r"收到日期：.*2025-02-30"):
        open_record(
            PERMITS,
            organ=county.government,
            values={"applicant": "张三", "received_on": "2025-02-30"},
            actor=county.handler,
            on=MARCH,
        )


def test_blanks_are_no_answer_and_control_characters_are_refused(permit: Opened, county: County) -> None:
    with pytest.raises(Refusal, match="申请人："):
        permit(MARCH, applicant="  ")
    for text in ("张\0三", "张\ud800三"):
        with pytest.raises(Refusal, match="申请人：含有不能保存的控制字符"):
            permit(MARCH, applicant=text)
    assert permit(MARCH, applicant=" 张三 ").applicant == "张三"


def test_an_official_of_another_organ_may_not_enter(county: County) -> None:
    with pytest.raises(Refusal, match="没有该机关的登记权限"):
        open_record(
            PERMITS,
            organ=county.government,
            values={"applicant": "张三", "received_on": MARCH},
            actor=county.clerk_of_bureau,
            on=MARCH,
        )


def test_a_correction_gives_its_reason_and_keeps_before_and_after(permit: Opened, county: County) -> None:
    row = permit(MARCH)
    with pytest.raises(Refusal, match="须写明理由"):
        save(row, county.handler, why=" ", applicant="李四")
    save(row, county.handler, applicant="李四")
    event = Event.objects.filter(record=row.pk).latest("pk")
    assert (event.changes["applicant"], event.why) == (["张三", "李四"], "录入有误")


def test_a_step_changes_only_by_a_move(permit: Opened, county: County) -> None:
    with pytest.raises(Refusal, match="“步骤”不能直接更正"):
        save(permit(MARCH), county.handler, step=Step.CLOSED)


def test_an_unknown_column_is_refused(permit: Opened, county: County) -> None:
    with pytest.raises(Refusal, match="许可没有“colour”这一项"):
        save(permit(MARCH), county.handler, colour="red")
    with pytest.raises(Refusal, match="不是许可的填写项"):
        save(permit(MARCH), county.handler, hearings=1)


def test_a_correction_of_what_was_written_meanwhile_is_a_conflict(permit: Opened, county: County) -> None:
    row = permit(MARCH)
    with pytest.raises(Conflict):
        save_record(PERMITS, row.pk, {}, actor=county.handler, version=row.record.version + 1, why="更正")
    with pytest.raises(Refusal, match="没有找到该许可"):
        save_record(PERMITS, 0, {}, actor=county.handler, version=1, why="更正")


def test_a_withdrawn_record_stays_and_leaves_clocks_and_corrections(permit: Opened, county: County) -> None:
    row = permit(MARCH)
    with pytest.raises(Refusal, match="须写明理由"):
        withdraw_record(PERMITS, row.pk, actor=county.handler, version=1, why="")
    withdraw_record(PERMITS, row.pk, actor=county.handler, version=1, why="重复登记")
    row.record.refresh_from_db()
    assert row.record.withdrawn_why == "重复登记"
    assert not Obligation.objects.filter(record=row.pk).exists()
    with pytest.raises(Refusal, match="不能更正"):
        save(row, county.handler, applicant="李四")
    with pytest.raises(Refusal, match="已于2026-11-25撤回"):
        withdraw_record(PERMITS, row.pk, actor=county.handler, version=row.record.version, why="重复")


def test_a_merged_record_names_the_one_it_went_into(permit: Opened, county: County) -> None:
    row, kept = permit(MARCH), permit(MARCH)
    withdraw_record(PERMITS, row.pk, actor=county.handler, version=1, why="重复登记", into=kept.record)
    row.record.refresh_from_db()
    assert row.record.merged_into == kept.record
    assert Event.objects.filter(record=row.pk).latest("pk").kind == "merge"


def test_linking_twice_changes_nothing_and_not_to_itself(permit: Opened, county: County) -> None:
    one, two = permit(MARCH), permit(MARCH)
    link_records(one.record, two.record, actor=county.handler)
    link_records(one.record, two.record, actor=county.handler)
    assert Link.objects.count() == 1
    with pytest.raises(Refusal, match="不能与自己关联"):
        link_records(one.record, one.record, actor=county.handler)


def test_a_link_is_an_event_of_both_records(permit: Opened, county: County) -> None:
    one, two = permit(MARCH), permit(MARCH, applicant="李四")
    link_records(one.record, two.record, actor=county.handler)
    labels = {row.pk: Event.objects.filter(record=row.pk).latest("pk").label for row in (one, two)}
    assert labels == {one.pk: "关联“李四 申请 未定”", two.pk: "被“张三 申请 未定”关联"}
    assert set(Record.objects.values_list("version", flat=True)) == {2}
    with pytest.raises(Conflict, match="李四刚刚办理了“被“张三 申请 未定”关联”"):
        save_record(PERMITS, two.pk, {}, actor=county.handler, version=1, why="更正")


def test_a_link_is_refused_with_what_one_may_not_see_or_what_is_withdrawn(
    permit: Opened, county: County
) -> None:
    row, gone = permit(MARCH), permit(MARCH)
    own = open_record(
        OPINIONS, organ=county.bureau, values={"issued_on": MARCH}, actor=county.clerk_of_bureau, on=MARCH
    )
    with pytest.raises(Refusal, match="无权查看"):
        link_records(own.record, row.record, actor=county.clerk_of_bureau)
    withdraw_record(PERMITS, gone.pk, actor=county.handler, version=1, why="重复登记")
    with pytest.raises(Refusal, match="已于2026-11-25撤回，不能关联"):
        link_records(row.record, gone.record, actor=county.handler)
    assert not Link.objects.exists()


def test_what_a_linked_record_says_settles_the_record_that_asks(county: County) -> None:
    """A breach goes with the link, comes back with the withdrawal of the record behind it."""
    row, advice = closed_without_gates(county, MARCH), opinion(county, MARCH)
    assert "opinion" in gates_broken(row)
    link_records(row.record, advice.record, actor=county.handler)
    assert "opinion" not in gates_broken(row)
    later = opinion(county, MARCH)
    link_records(later.record, row.record, actor=county.handler)
    withdraw_record(
        OPINIONS, advice.pk, actor=county.handler, version=Record.objects.get(pk=advice.pk).version, why="误"
    )
    assert "opinion" not in gates_broken(row)
    version = Record.objects.get(pk=later.pk).version
    withdraw_record(OPINIONS, later.pk, actor=county.handler, version=version, why="误")
    assert "opinion" in gates_broken(row)


def test_a_load_of_linked_records_settles_those_that_ask(county: County) -> None:
    row = closed_without_gates(county, MARCH)
    given = BulkRow(county.government.pk, MARCH, {"issued_on": MARCH}, links=(Linkage(row.pk),))
    load(OPINIONS, [given], actor=SYSTEM)
    assert "opinion" not in gates_broken(row)


def test_an_act_to_come_is_not_entered(permit: Opened, county: County) -> None:
    with pytest.raises(Refusal, match="法定日2026-11-26晚于今天2026-11-25"):
        permit(date(2026, 11, 26))
    with pytest.raises(Refusal, match="办结日期2026-11-26晚于今天2026-11-25"):
        permit(MARCH, closed_on=date(2026, 11, 26))
    row = permit(MARCH)
    with pytest.raises(Refusal, match="批准日期2026-12-01晚于今天") as refused:
        save(row, county.handler, approved_on=date(2026, 12, 1))
    assert refused.value.lacks[0].field == "approved_on"
    with pytest.raises(Refusal, match="法定日2026-11-26晚于今天"):
        save_record(PERMITS, row.pk, {}, actor=county.handler, version=1, why="更正", on=date(2026, 11, 26))


def test_what_the_engine_keeps_is_no_fact_to_fill_in(permit: Opened, county: County) -> None:
    with pytest.raises(Refusal, match="“步骤”不能直接更正"):
        permit(MARCH, step=Step.CLOSED)
    with pytest.raises(Refusal, match="“适用法律日期”不能直接更正"):
        permit(MARCH, law_on=date(2019, 1, 1))
    with pytest.raises(Refusal, match="“应办结日期”由期限计算得出"):
        save(permit(MARCH), county.handler, close_due_on=MARCH)


def test_a_correction_may_not_empty_what_is_required(permit: Opened, county: County) -> None:
    with pytest.raises(Refusal, match="请填写“收到日期”"):
        save(permit(MARCH), county.handler, received_on=None)


def test_a_chosen_law_emptied_goes_back_to_the_rule(permit: Opened, county: County) -> None:
    row = permit(date(2020, 1, 6))
    save(row, county.handler, law_on=date(2019, 12, 31))
    row = Permit.objects.select_related("record").get(pk=row.pk)
    assert (row.law_chosen, row.law_on) == (True, date(2019, 12, 31))
    save(row, county.handler, law_on=None)
    row.refresh_from_db()
    assert (row.law_chosen, row.law_on) == (False, date(2020, 1, 6))


def test_the_day_of_the_step_follows_the_corrected_date_of_its_act(accepted: Opened, county: County) -> None:
    row = accepted(date(2025, 3, 10))
    save(row, county.handler, received_on=date(2025, 3, 3), accepted_on=date(2025, 3, 5))
    row.refresh_from_db()
    assert row.stepped_on == date(2025, 3, 5)
    move(row, "approve", county.head, date(2025, 3, 6))
    received = Permit.objects.get(pk=permit_pk(county))
    save(received, county.handler, received_on=date(2025, 3, 4))
    received.refresh_from_db()
    assert received.stepped_on == date(2025, 3, 4)


def permit_pk(county: County) -> int:
    values = {"applicant": "张三", "received_on": MARCH}
    return open_record(PERMITS, organ=county.government, values=values, actor=county.handler, on=MARCH).pk


def test_a_record_is_merged_only_into_another_standing_one_of_its_register(
    permit: Opened, county: County
) -> None:
    row, gone = permit(MARCH), permit(MARCH)
    withdraw_record(PERMITS, gone.pk, actor=county.handler, version=1, why="重复登记")
    gone.record.refresh_from_db()
    for into in (row.record, gone.record, opinion(county, MARCH).record):
        with pytest.raises(Refusal, match="不能并入"):
            withdraw_record(PERMITS, row.pk, actor=county.handler, version=1, why="重复", into=into)


def test_parts_are_saved_and_logged_with_their_record(county: County) -> None:
    row = open_record(
        PERMITS,
        organ=county.government,
        values={"applicant": "张三", "received_on": MARCH},
        parts={"toy.Hearing": [{"held_on": MARCH}, {}]},
        actor=county.handler,
        on=MARCH,
    )
    assert Hearing.objects.filter(record=row.pk).count() == 2
    event = Event.objects.get(record=row.pk)
    assert event.changes["toy.Hearing[0]"] == [None, {"held_on": "2025-03-03"}]
    with pytest.raises(TypeError, match="is not a part"):
        open_record(
            PERMITS,
            organ=county.government,
            values={"applicant": "张三", "received_on": MARCH},
            parts={"toy.Permit": [{}]},
            actor=SYSTEM,
            on=MARCH,
        )


def test_a_part_stands_under_its_own_register_and_the_record_it_is_saved_with(county: County) -> None:
    with pytest.raises(TypeError, match="is not a part of Opinion"):
        open_record(
            OPINIONS,
            organ=county.government,
            values={"issued_on": MARCH},
            parts={"toy.Hearing": [{}]},
            actor=SYSTEM,
            on=MARCH,
        )
    with pytest.raises(TypeError, match="under the record it is saved with"):
        open_record(
            PERMITS,
            organ=county.government,
            values={"applicant": "张三", "received_on": MARCH},
            parts={"toy.Hearing": [{"record": 1}]},
            actor=SYSTEM,
            on=MARCH,
        )


def closed_without_gates(county: County, accepted_on: date, **values: Any) -> Permit:
    """A fact of the past: entered as it was, gates or not."""
    row = open_record(
        PERMITS,
        organ=county.government,
        values={
            "applicant": "张三",
            "received_on": accepted_on,
            "accepted_on": accepted_on,
            "closed_on": accepted_on,
            "weight": Weight.HEAVY,
            **values,
        },
        actor=SYSTEM,
        on=accepted_on,
    )
    assert isinstance(row, Permit)
    return row


def gates_broken(row: Permit) -> set[str]:
    return set(Breach.objects.filter(record=row.pk).values_list("gate", flat=True))


def test_a_fact_of_the_past_is_kept_and_its_breaches_are_marked(county: County) -> None:
    row = closed_without_gates(county, MARCH)
    found = Breach.objects.filter(record=row.pk)
    assert {breach.gate for breach in found} == {"hearing", "opinion", "approval"}
    assert found.get(gate="hearing").article == "《示例许可法》第五条"


def test_what_a_move_writes_tells_it_from_another_that_sets_the_same_date(
    permit: Opened, county: County
) -> None:
    """A permit dispensed on the spot was not closed after a hearing, so it lacks none."""
    row = permit(MARCH)
    move(row, "dispense", county.handler, MARCH)
    assert gates_broken(row) == set()
    past = closed_without_gates(county, MARCH, outcome="当场")
    assert gates_broken(past) == set()
    save(past, SYSTEM, outcome="准予")
    assert gates_broken(past) == {"hearing", "opinion", "approval"}


def test_a_breach_is_measured_by_the_law_of_its_day(county: County) -> None:
    row = closed_without_gates(county, date(2019, 5, 6))
    assert {breach.gate for breach in Breach.objects.filter(record=row.pk)} == {"approval"}


def test_a_breach_goes_when_the_fact_is_completed(county: County) -> None:
    row = closed_without_gates(county, date(2019, 5, 6))
    save(row, SYSTEM, approved_on=date(2019, 5, 6), why="补录批准日期")
    assert not Breach.objects.filter(record=row.pk).exists()
    assert measure(PERMITS) == 0


def test_a_register_without_guarded_moves_has_no_breaches(county: County) -> None:
    assert measure(OPINIONS) == 0


def test_drawn_numbers_have_no_gap_and_are_given_back_when_refused(permit: Opened, county: County) -> None:
    first, second = permit(MARCH), permit(MARCH)
    move(first, "accept", county.handler, date(2025, 3, 5))
    with pytest.raises(Refusal):
        move(second, "accept", county.handler, date(2025, 3, 2))
    move(second, "accept", county.handler, date(2025, 3, 6))
    assert [first.number, second.number] == ["示许〔2025〕1号", "示许〔2025〕2号"]
    next_year = permit(date(2026, 1, 5))
    move(next_year, "accept", county.handler, date(2026, 1, 6))
    assert next_year.number == "示许〔2026〕1号"


def test_a_title_shows_an_organ_by_its_short_name(county: County, monkeypatch: pytest.MonkeyPatch) -> None:
    register = replace(PERMITS, title="{applicant} 诉 {respondent}{outcome}{amount}")
    row = open_record(
        register,
        organ=county.government,
        values={"applicant": "张三", "received_on": MARCH, "respondent": county.bureau},
        actor=SYSTEM,
        on=MARCH,
    )
    assert row.record.title == "张三 诉 县市监局"
    assert Organ.objects.get(pk=row.organ_id).short == "示"


def test_a_gate_that_two_moves_of_one_date_share_is_asked_once(county: County) -> None:
    shared = next(gate for gate in PERMITS.procedure.gates if gate.key == "approval")
    again = Move("end", "终结", (Step.OPEN,), Step.CLOSED, NEW.art(4), who=Role.HANDLER, sets="closed_on",
                 gates=(shared,))  # fmt: skip
    register = replace(PERMITS, procedure=replace(PERMITS.procedure, moves=(*PERMITS.procedure.moves, again)))
    row = closed_without_gates(county, MARCH)
    measure(register)
    assert Breach.objects.filter(record=row.pk, gate="approval").count() == 1


def test_nothing_is_measured_of_no_record_or_under_no_law(county: County) -> None:
    row = closed_without_gates(county, MARCH)
    assert measure(PERMITS, []) == 0
    Permit.objects.filter(pk=row.pk).update(law_on=None)
    assert measure(PERMITS, [row.pk]) == 0
    assert not Breach.objects.exists()


def test_the_day_of_the_step_stays_where_another_day_led_to_it(county: County) -> None:
    """Entered three days after it was received: the day of entry is not the day of receipt."""
    row = open_record(
        PERMITS,
        organ=county.government,
        values={"applicant": "张三", "received_on": MARCH},
        actor=county.handler,
        on=date(2025, 3, 6),
    )
    assert isinstance(row, Permit)
    save(row, county.handler, received_on=date(2025, 3, 4))
    row.refresh_from_db()
    assert (row.stepped_on, str(row.record)) == (date(2025, 3, 6), "张三 申请 未定")
