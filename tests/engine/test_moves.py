"""Moves: what the law, the step, the role, the papers and the gates allow."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from datetime import date

import pytest

from fazhi.engine.access import rights_of
from fazhi.engine.actor import SYSTEM
from fazhi.engine.deadline import Extension
from fazhi.engine.evidence import add_evidence
from fazhi.engine.gates import possible_moves
from fazhi.engine.models import Event, Interval, Obligation, Prolongation
from fazhi.engine.moves import Given, make_move
from fazhi.engine.records import link_records, save_record
from fazhi.engine.refusal import Conflict, Refusal
from fazhi.engine.register import Register
from fazhi.law import Days, by_law
from fazhi.organs.models import Grant, Role
from tests.engine.conftest import TODAY, County, Opened, move, official, opinion
from tests.toy.declaration import NEW, PERMITS
from tests.toy.models import Hearing, Step, Weight

pytestmark = pytest.mark.django_db
MARCH = date(2025, 3, 3)


def closed_gates(refused: pytest.ExceptionInfo[Refusal]) -> set[str]:
    return {lack.gate for lack in refused.value.lacks}


def test_a_move_sets_its_date_and_step_draws_the_number_and_is_logged(permit: Opened, county: County) -> None:
    row = permit(MARCH)
    event = move(row, "accept", county.handler, date(2025, 3, 5))
    assert (row.step, row.accepted_on, row.number) == (Step.OPEN, date(2025, 3, 5), "示许〔2025〕1号")
    assert (event.kind, event.actor_name, event.legal_on) == ("accept", "李四", date(2025, 3, 5))
    assert event.changes["step"] == ["received", "open"]
    assert event.changes["accepted_on"] == [None, "2025-03-05"]


def test_every_closed_gate_is_named_with_its_article_and_nothing_is_changed(
    accepted: Opened, county: County
) -> None:
    row = accepted(MARCH, weight=Weight.HEAVY)
    events = Event.objects.count()
    with pytest.raises(Refusal) as refused:
        move(row, "close", county.handler, date(2025, 3, 20), values={"outcome": "准予"})
    assert closed_gates(refused) == {"hearing", "opinion", "approval"}
    assert "重大事项应当听证（《示例许可法》第五条）。请先登记听证日期。" in str(refused.value)
    row.refresh_from_db()
    assert (row.step, row.closed_on, row.outcome) == (Step.OPEN, None, "")
    assert Event.objects.count() == events


def test_an_undecided_choice_keeps_the_gate_closed(accepted: Opened, county: County) -> None:
    row = accepted(MARCH, weight=Weight.UNDECIDED)
    with pytest.raises(Refusal) as refused:
        move(row, "close", county.handler, date(2025, 3, 20), values={"outcome": "准予"})
    assert "hearing" in closed_gates(refused)


def test_a_move_is_made_once_every_gate_is_open(accepted: Opened, county: County) -> None:
    row = accepted(MARCH, weight=Weight.HEAVY)
    Hearing.objects.create(record=row, held_on=date(2025, 3, 10))
    link_records(row.record, opinion(county, date(2025, 3, 11)).record, actor=county.handler)
    move(row, "approve", county.head, date(2025, 3, 12))
    move(row, "close", county.handler, date(2025, 3, 20), values={"outcome": "准予"})
    assert row.step == Step.CLOSED


def test_a_linked_record_opens_the_gate_from_either_side(accepted: Opened, county: County) -> None:
    row = accepted(MARCH, weight=Weight.HEAVY)
    link_records(opinion(county, date(2025, 3, 11)).record, row.record, actor=county.handler)
    with pytest.raises(Refusal) as refused:
        move(row, "close", county.handler, date(2025, 3, 20), values={"outcome": "准予"})
    assert "opinion" not in closed_gates(refused)


def test_a_gate_of_the_new_law_is_not_asked_of_a_case_under_the_old(accepted: Opened, county: County) -> None:
    row = accepted(date(2019, 12, 30), weight=Weight.HEAVY)
    with pytest.raises(Refusal) as refused:
        move(row, "close", county.handler, date(2020, 1, 20), values={"outcome": "准予"})
    assert closed_gates(refused) == {"approval"}


def test_a_move_that_the_law_of_the_day_does_not_know_is_refused(permit: Opened, county: County) -> None:
    row = permit(date(2019, 12, 2))
    with pytest.raises(Refusal, match="不适用"):
        move(row, "dispense", county.handler, date(2019, 12, 3))
    under_new = permit(MARCH)
    move(under_new, "dispense", county.handler, date(2025, 3, 4))
    assert (under_new.step, under_new.outcome) == (Step.CLOSED, "当场")


def test_a_move_from_another_step_is_refused_with_the_steps_that_allow_it(
    accepted: Opened, county: County
) -> None:
    row = accepted(MARCH)
    with pytest.raises(Refusal, match=r"现处于“审查”.*“收到”"):
        move(row, "accept", county.handler, date(2025, 3, 6))


def test_a_move_needs_its_role_in_the_records_own_organ(accepted: Opened, county: County) -> None:
    row = accepted(MARCH)
    with pytest.raises(Refusal, match="李四不是示例县人民政府的“机关负责人”"):
        move(row, "approve", county.handler, date(2025, 3, 6))
    head_elsewhere = official("孙八", county.bureau, Role.HEAD)
    with pytest.raises(Refusal, match="孙八不是"):
        move(row, "approve", head_elsewhere, date(2025, 3, 6))


def test_a_party_answers_for_its_own_organ_only(accepted: Opened, county: County) -> None:
    row = accepted(MARCH, respondent=county.bureau)
    move(row, "answer", county.clerk_of_bureau, date(2025, 3, 6))
    assert row.answered_on == date(2025, 3, 6)
    other = accepted(MARCH)
    with pytest.raises(Refusal, match="钱七不是"):
        move(other, "answer", county.clerk_of_bureau, date(2025, 3, 6))


def test_a_legal_day_is_never_in_the_future_nor_before_the_step_was_reached(
    accepted: Opened, county: County
) -> None:
    row = accepted(MARCH)
    with pytest.raises(Refusal, match="晚于今天"):
        move(row, "approve", county.head, date(2026, 11, 26))
    with pytest.raises(Refusal, match="早于进入“审查”的日期2025-03-03"):
        move(row, "approve", county.head, date(2025, 3, 2))


def test_a_paper_the_law_asks_for_comes_first(permit: Opened, county: County) -> None:
    row = permit(MARCH)
    with pytest.raises(Refusal, match="缺少“不予受理决定书”"):
        move(row, "refuse", county.handler, date(2025, 3, 5))
    add_evidence(
        PERMITS,
        row.pk,
        actor=county.handler,
        version=row.record.version,
        name="不予受理决定书",
        effective_on=date(2025, 3, 5),
        received_on=date(2025, 3, 5),
    )
    move(row, "refuse", county.handler, date(2025, 3, 5))
    assert row.step == Step.REFUSED


def test_a_paper_that_has_expired_on_the_legal_day_supports_no_move(permit: Opened, county: County) -> None:
    row = permit(MARCH)
    add_evidence(
        PERMITS,
        row.pk,
        actor=county.handler,
        version=row.record.version,
        name="不予受理决定书",
        effective_on=MARCH,
        received_on=MARCH,
        expires_on=date(2025, 3, 4),
    )
    with pytest.raises(Refusal, match="缺少“不予受理决定书”（《示例许可法》第一条）"):
        move(row, "refuse", county.handler, date(2025, 3, 5))
    move(row, "refuse", county.handler, date(2025, 3, 4))


def test_who_made_one_move_may_not_make_the_other_that_is_kept_apart_from_it(
    accepted: Opened, county: County
) -> None:
    row = accepted(MARCH, weight=Weight.HEAVY)
    both = official("孙八", county.government, Role.HANDLER)
    Grant.objects.create(person=both.person, organ=county.government, role=Role.HEAD)
    move(row, "weigh", both, MARCH, values={"weight": Weight.LIGHT})
    rights = rights_of(both.person, TODAY)
    shown = {one.move.key: one for one in possible_moves(PERMITS, row, both, rights)}
    said = "孙八已经办理“认定分量”，不得再办理“批准”（《示例许可法》第七条）。请由另一人办理。"
    assert [str(lack) for lack in shown["approve"].lacks] == [said]
    with pytest.raises(Refusal, match="孙八已经办理“认定分量”"):
        move(row, "approve", both, MARCH)
    move(row, "approve", county.head, MARCH)
    assert row.approved_on == MARCH


def test_what_a_move_needs_may_not_stay_empty_and_it_carries_nothing_else(
    accepted: Opened, county: County
) -> None:
    row = accepted(MARCH)
    move(row, "approve", county.head, date(2025, 3, 6))
    with pytest.raises(Refusal, match="请填写“结果”"):
        move(row, "close", county.handler, date(2025, 3, 20))
    with pytest.raises(Refusal, match="“办结”不填写“申请人”"):
        move(row, "close", county.handler, date(2025, 3, 20), values={"outcome": "准予", "applicant": "李四"})


def test_a_wrong_value_is_refused_with_its_column(accepted: Opened, county: County) -> None:
    row = accepted(MARCH)
    with pytest.raises(Refusal, match="分量：") as refused:
        move(row, "weigh", county.handler, date(2025, 3, 6), values={"weight": "huge"})
    assert refused.value.lacks[0].field == "weight"


def test_an_unknown_move_is_refused_with_those_there_are(accepted: Opened, county: County) -> None:
    with pytest.raises(Refusal, match="没有“fly”这一办理"):
        move(accepted(MARCH), "fly", county.handler, date(2025, 3, 6))


def test_of_two_officials_one_wins_and_the_other_is_told_who_and_what(
    accepted: Opened, county: County
) -> None:
    row = accepted(MARCH)
    seen = row.record.version
    make_move(PERMITS, row.pk, "approve", actor=county.head, on=date(2025, 3, 6), version=seen)
    with pytest.raises(Conflict, match="王五刚刚办理了“批准”"):
        make_move(PERMITS, row.pk, "approve", actor=county.head, on=date(2025, 3, 6), version=seen)


def test_a_suspension_needs_a_ground_stops_the_clock_and_gives_back_the_days(
    accepted: Opened, county: County
) -> None:
    row = accepted(MARCH)
    with pytest.raises(Refusal, match="请选择中止的情形"):
        move(row, "suspend", county.handler, date(2025, 3, 10))
    move(row, "suspend", county.handler, date(2025, 3, 10), ground="flood", why="道路中断")
    clock = Obligation.objects.get(record=row.pk, deadline="close")
    assert (clock.paused, clock.due_on, row.close_due_on) == (True, None, None)
    move(row, "resume", county.handler, date(2025, 3, 20))
    interval = Interval.objects.get(record=row.pk)
    assert (interval.first, interval.last) == (date(2025, 3, 10), date(2025, 3, 19))
    clock.refresh_from_db()
    # 3月3日受理，60日至5月2日，扣除10日至5月12日
    assert (clock.paused, clock.due_on, row.close_due_on) == (False, date(2025, 5, 12), date(2025, 5, 12))


def test_suspended_and_resumed_on_one_day_the_clock_never_stood_still(
    accepted: Opened, county: County
) -> None:
    row = accepted(MARCH)
    before = row.close_due_on
    move(row, "suspend", county.handler, date(2025, 3, 10), ground="other")
    move(row, "resume", county.handler, date(2025, 3, 10))
    assert not Interval.objects.filter(record=row.pk).exists()
    assert row.close_due_on == before


def test_the_last_day_of_an_appraisal_is_still_excluded(accepted: Opened, county: County) -> None:
    row = accepted(MARCH)
    move(row, "appraise", county.handler, date(2025, 3, 10))
    with pytest.raises(Refusal, match="鉴定尚未结束"):
        move(row, "appraise", county.handler, date(2025, 3, 11))
    move(row, "appraised", county.handler, date(2025, 3, 19))
    assert row.close_due_on == date(2025, 5, 12)
    with pytest.raises(Refusal, match="没有进行中的鉴定"):
        move(row, "appraised", county.handler, date(2025, 3, 20))


def test_a_pause_outside_the_running_period_is_refused(accepted: Opened, county: County) -> None:
    row = accepted(MARCH)
    with pytest.raises(Refusal, match="2025-05-07不在“办结”的期限内"):
        move(row, "appraise", county.handler, date(2025, 5, 7))


def test_a_pause_may_not_end_before_it_began(accepted: Opened, county: County) -> None:
    row = accepted(MARCH)
    move(row, "appraise", county.handler, date(2025, 3, 10))
    with pytest.raises(Refusal, match="2025-03-05早于鉴定开始的日期2025-03-10"):
        move(row, "appraised", county.handler, date(2025, 3, 5))
    assert Interval.objects.get(record=row.pk).last is None


def test_an_expired_clock_does_not_keep_the_others_from_being_paused(
    accepted: Opened, county: County, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = next(one for one in PERMITS.procedure.deadlines if one.key == "answer")
    paused = copy(answer)
    object.__setattr__(paused, "pauses", ("appraisal",))
    deadlines = tuple(paused if one is answer else one for one in PERMITS.procedure.deadlines)
    register = replace(PERMITS, procedure=replace(PERMITS.procedure, deadlines=deadlines))
    row = accepted(MARCH, respondent=county.bureau)  # 答复3月17日届满，没有答复
    make_move(
        register, row.pk, "appraise", actor=county.handler, on=date(2025, 3, 20), version=row.record.version
    )
    row.refresh_from_db()
    assert row.close_due_on is None
    assert Obligation.objects.get(record=row.pk, deadline="answer").due_on == date(2025, 3, 17)


def test_a_number_already_borne_is_passed_over(permit: Opened, county: County) -> None:
    """Half a year was imported with its numbers before the first one was drawn."""
    for n in (1, 2):
        imported = permit(MARCH)
        save_record(
            PERMITS,
            imported.pk,
            {"number": f"示许〔2025〕{n}号"},
            actor=county.handler,
            version=1,
            why="补录编号",
        )
    row = permit(MARCH)
    move(row, "accept", county.handler, date(2025, 3, 5))
    assert row.number == "示许〔2025〕3号"


def test_an_extension_is_granted_by_the_approver_of_the_law_in_force(
    accepted: Opened, county: County
) -> None:
    under_new, under_old = accepted(MARCH), accepted(date(2019, 11, 1))
    with pytest.raises(Refusal, match="王五不是示例县人民政府的“机构负责人”"):
        move(under_new, "extend", county.head, date(2025, 4, 1), amount=30)
    move(under_new, "extend", county.body_head, date(2025, 4, 1), amount=30)
    assert under_new.close_due_on == date(2025, 6, 3)  # 6月1日是周日，2日端午放假
    move(under_old, "extend", county.head, date(2019, 12, 1), amount=10)
    assert Prolongation.objects.get(record=under_old.pk).amount == 10


@pytest.mark.parametrize(
    ("amount", "said"), [(31, "1至30日之间，所填为31"), (0, "所填为0"), (None, "1至30日之间")]
)
def test_an_extension_longer_than_the_law_allows_is_refused(
    accepted: Opened, county: County, amount: int | None, said: str
) -> None:
    with pytest.raises(Refusal, match=said):
        move(accepted(MARCH), "extend", county.body_head, date(2025, 4, 1), amount=amount)


def without_old_extension() -> Register:
    """The permit, whose old law knew no extension."""
    close = copy(PERMITS.procedure.deadlines[-1])
    object.__setattr__(close, "extension", by_law((NEW.art(4), Extension(Days(30), Role.BODY_HEAD))))
    deadlines = (*PERMITS.procedure.deadlines[:-1], close)
    return replace(PERMITS, procedure=replace(PERMITS.procedure, deadlines=deadlines))


def test_where_the_law_knows_no_extension_none_is_granted(accepted: Opened, county: County) -> None:
    row = accepted(date(2019, 11, 1))
    with pytest.raises(Refusal, match="适用的法律没有规定“办结”可以延长"):
        make_move(
            without_old_extension(), row.pk, "extend", actor=county.head, on=date(2019, 11, 4),
            version=row.record.version, given=Given(amount=5),
        )  # fmt: skip


def test_a_clock_that_does_not_run_is_not_extended(accepted: Opened, county: County) -> None:
    row = accepted(MARCH)
    why = "受理日期有误，待查"
    save_record(PERMITS, row.pk, {"accepted_on": None}, actor=county.handler, version=2, why=why)
    with pytest.raises(Refusal, match="“办结”没有在计算"):
        move(row, "extend", county.body_head, date(2025, 4, 1), amount=5)


def test_a_record_under_no_law_yet_is_moved_only_once_it_has_one(permit: Opened, county: County) -> None:
    row = permit(MARCH)
    type(row).objects.filter(pk=row.pk).update(received_on=None, law_on=None)
    with pytest.raises(Refusal, match="还没有适用法律日期。请先登记收到日期"):
        move(row, "dispense", county.handler, date(2025, 3, 5))
    move(row, "accept", county.handler, date(2025, 3, 5))
    assert row.law_on == date(2025, 3, 5)


def test_an_extension_is_granted_once_and_before_expiry(accepted: Opened, county: County) -> None:
    row = accepted(MARCH)
    with pytest.raises(Refusal, match="已于2025-05-06届满"):
        move(row, "extend", county.body_head, date(2025, 5, 7), amount=5)
    move(row, "extend", county.body_head, date(2025, 4, 1), amount=5)
    with pytest.raises(Refusal, match="已经延长过一次"):
        move(row, "extend", county.body_head, date(2025, 4, 2), amount=5)


def test_accepting_a_case_fixes_the_law_and_a_chosen_law_stays(permit: Opened, county: County) -> None:
    row = permit(date(2019, 12, 30))
    assert row.law_on == date(2019, 12, 30)
    move(row, "accept", county.handler, date(2020, 1, 2))
    assert row.law_on == date(2020, 1, 2)
    chosen = permit(date(2019, 12, 30))
    save_record(
        PERMITS,
        chosen.pk,
        {"law_on": date(2019, 12, 31)},
        actor=county.handler,
        version=chosen.record.version,
        why="跨年案件，按上级指导意见适用旧法",
    )
    move(chosen, "accept", county.handler, date(2020, 1, 2))
    assert (chosen.law_chosen, chosen.law_on) == (True, date(2019, 12, 31))


def test_a_withdrawn_record_allows_no_move(permit: Opened, county: County) -> None:
    from fazhi.engine.records import withdraw_record

    row = permit(MARCH)
    withdraw_record(PERMITS, row.pk, actor=county.handler, version=row.record.version, why="重复登记")
    with pytest.raises(Refusal, match="已于2026-11-25撤回"):
        move(row, "accept", SYSTEM, date(2025, 3, 5))
