"""Who sees and acts: by organ, by what stands below it on the day, by being a party, each with its reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from fazhi.engine.access import every_row, may_capture, rights_of, sees_much, visible_to, why_visible
from fazhi.engine.actor import SYSTEM, Actor
from fazhi.engine.evidence import LARGEST, add_evidence, withdraw_evidence
from fazhi.engine.gates import possible_moves
from fazhi.engine.models import Event, Evidence
from fazhi.engine.personal import is_masked, masked, reveal
from fazhi.engine.refusal import Refusal
from fazhi.organs.models import Axis, Below, Grant, Role
from tests.engine.conftest import TODAY, County, Opened, move, official
from tests.toy.declaration import PERMITS
from tests.toy.models import Hearing, Permit, Weight

pytestmark = pytest.mark.django_db
MARCH = date(2025, 3, 3)


def seen_by(actor: Actor, day: date = TODAY) -> set[int]:
    return set(visible_to(rights_of(actor.person, day), PERMITS).values_list("pk", flat=True))


@pytest.fixture
def of_bureau(county: County, permit: Opened) -> Permit:
    """A permit of the bureau below the government."""
    row = permit(MARCH)
    Permit.objects.filter(pk=row.pk).update(organ=county.bureau)
    row.refresh_from_db()
    return row


def test_an_official_sees_the_records_of_the_own_organ(permit: Opened, county: County) -> None:
    row = permit(MARCH)
    assert seen_by(county.handler) == {row.pk}
    assert seen_by(county.clerk_of_bureau) == set()
    assert why_visible(rights_of(county.handler.person, TODAY), PERMITS, row) == "本机关承办人"


def test_what_stands_below_is_seen_only_where_granted(of_bureau: Permit, county: County) -> None:
    above = official("周九", county.government, Role.SUPERIOR, within=True)
    assert seen_by(county.handler) == set()
    assert seen_by(above) == {of_bureau.pk}
    assert why_visible(rights_of(above.person, TODAY), PERMITS, of_bureau) == "上级机关或本系统"


def test_below_is_below_on_the_day_only(of_bureau: Permit, county: County) -> None:
    above = official("周九", county.government, Role.SUPERIOR, within=True)
    Below.objects.filter(depth=1).update(until=date(2020, 1, 1))
    assert seen_by(above) == set()
    assert seen_by(above, date(2019, 12, 31)) == {of_bureau.pk}


def test_the_line_of_command_is_a_tree_of_its_own(of_bureau: Permit, county: County) -> None:
    line = official("吴十", county.government, Role.SUPERIOR, line=True)
    assert seen_by(line) == set()
    Below.objects.create(high=county.government, low=county.bureau, axis=Axis.LINE, depth=1)
    assert seen_by(line) == {of_bureau.pk}


def test_a_party_sees_the_record_it_is_named_in(permit: Opened, county: County) -> None:
    row = permit(MARCH, respondent=county.bureau)
    assert seen_by(county.clerk_of_bureau) == {row.pk}
    assert why_visible(rights_of(county.clerk_of_bureau.person, TODAY), PERMITS, row) == "本机关是当事机关"


def test_a_grant_counts_only_on_its_days(permit: Opened, county: County) -> None:
    permit(MARCH)
    gone = official("郑一", county.government, Role.HANDLER, until=date(2025, 1, 1))
    later = official("冯二", county.government, Role.HANDLER, since=date(2027, 1, 1))
    assert seen_by(gone) == seen_by(later) == set()
    assert len(seen_by(gone, date(2024, 12, 31))) == 1


def test_seeing_more_gives_no_right_to_capture(of_bureau: Permit, county: County) -> None:
    above = official("周九", county.government, Role.SUPERIOR, within=True)
    rights = rights_of(above.person, TODAY)
    assert not may_capture(rights, county.bureau.pk)
    assert not may_capture(rights, county.government.pk)
    assert rights.holds(Role.SUPERIOR)
    assert not rights_of(None, TODAY).grants


def test_an_administrator_sees_no_record(permit: Opened, county: County) -> None:
    permit(MARCH)
    assert every_row(PERMITS).count() == 1
    assert seen_by(official("陈三", county.government, Role.SYSTEM_ADMIN, within=True)) == set()


def test_each_move_shows_what_it_still_lacks_and_who_may_make_it(accepted: Opened, county: County) -> None:
    row = accepted(MARCH, weight=Weight.LIGHT)
    rights = rights_of(county.handler.person, TODAY)
    moves = {found.move.key: found for found in possible_moves(PERMITS, row, county.handler, rights)}
    assert [lack.gate for lack in moves["close"].lacks] == ["approval"]
    assert {gate.key for gate in moves["close"].held} == {"hearing", "opinion"}
    assert (moves["close"].mine, moves["approve"].mine) == (True, False)
    assert moves["approve"].ready
    assert moves["extend"].who == "机构负责人"  # 新法
    assert "accept" not in moves


def test_a_move_shows_the_paper_it_lacks(permit: Opened, county: County) -> None:
    row = permit(MARCH)
    rights = rights_of(county.handler.person, TODAY)
    moves = {found.move.key: found for found in possible_moves(PERMITS, row, county.handler, rights)}
    assert moves["refuse"].lacks[0].field == "evidence"
    held = possible_moves(PERMITS, row, county.handler, rights, papers={"不予受理决定书"})
    assert {found.move.key: found.ready for found in held}["refuse"]
    Permit.objects.filter(pk=row.pk).update(withdrawn_on=TODAY)
    row.refresh_from_db()
    assert possible_moves(PERMITS, row, county.handler, rights) == []


def test_personal_fields_are_masked_and_shown_by_right_with_a_logged_reason(
    permit: Opened, county: County
) -> None:
    row = permit(MARCH, id_no="110101199001011234")
    assert [masked("110101199001011234"), masked("张三"), masked("")] == ["****1234", "张*", ""]
    assert is_masked("****1234")
    plain = rights_of(county.handler.person, TODAY)
    with pytest.raises(Refusal, match="没有查看个人信息的权限"):
        reveal(PERMITS, row, "id_no", actor=county.handler, rights=plain, why="核对身份")
    trusted = official("卫四", county.government, Role.HANDLER, personal=True)
    rights = rights_of(trusted.person, TODAY)
    assert (plain.personal, rights.personal) == (False, True)
    with pytest.raises(Refusal, match="须写明理由"):
        reveal(PERMITS, row, "id_no", actor=trusted, rights=rights, why="")
    with pytest.raises(Refusal, match="不是个人信息"):
        reveal(PERMITS, row, "applicant", actor=trusted, rights=rights, why="核对")
    shown = reveal(PERMITS, row, "id_no", actor=trusted, rights=rights, why="核对身份")
    assert shown == "110101199001011234"
    assert Event.objects.latest("pk").why == "核对身份"


def test_the_right_to_personal_fields_of_one_organ_does_not_reach_another(
    of_bureau: Permit, county: County
) -> None:
    both = official("卫四", county.government, Role.HANDLER, personal=True)
    Grant.objects.create(person=both.person, organ=county.bureau, role=Role.HANDLER)
    assert seen_by(both) == {of_bureau.pk}
    rights = rights_of(both.person, TODAY)
    with pytest.raises(Refusal, match="没有查看个人信息的权限"):
        reveal(PERMITS, of_bureau, "id_no", actor=both, rights=rights, why="核对身份")
    Grant.objects.filter(person=both.person, organ=county.bureau).update(personal=True)
    rights = rights_of(both.person, TODAY)
    reveal(PERMITS, of_bureau, "id_no", actor=both, rights=rights, why="核对身份")
    with pytest.raises(Refusal, match="没有查看个人信息的权限"):
        reveal(PERMITS, of_bureau, "id_no", actor=county.handler, rights=rights, why="核对身份")


def test_personal_columns_of_child_rows_are_shown_one_after_another(permit: Opened, county: County) -> None:
    row = permit(MARCH)
    for held_on in (date(2025, 3, 10), None, date(2025, 3, 11)):
        Hearing.objects.create(record=row, held_on=held_on)
    register = replace(PERMITS, personal=("Hearing.held_on",))
    trusted = official("卫四", county.government, Role.HANDLER, personal=True)
    rights = rights_of(trusted.person, TODAY)
    shown = reveal(register, row, "Hearing.held_on", actor=trusted, rights=rights, why="核对")
    assert shown == "2025-03-10、2025-03-11"
    assert Event.objects.latest("pk").label == "查看个人信息“听证的听证日期”"


def test_why_a_record_is_seen_is_told_by_the_grant_that_opens_it(of_bureau: Permit, county: County) -> None:
    Permit.objects.filter(pk=of_bureau.pk).update(respondent=county.government)
    of_bureau.refresh_from_db()
    above = official("周九", county.government, Role.SUPERIOR, within=True)
    assert why_visible(rights_of(above.person, TODAY), PERMITS, of_bureau) == "上级机关或本系统"
    assert why_visible(rights_of(county.handler.person, TODAY), PERMITS, of_bureau) == "本机关是当事机关"


def paper(row: Permit, actor: Actor, **given: Any) -> Evidence:
    row.record.refresh_from_db()
    values: dict[str, Any] = {"name": "申请书", "effective_on": MARCH, "received_on": MARCH, **given}
    return add_evidence(PERMITS, row.pk, actor=actor, version=row.record.version, **values)


def test_a_paper_keeps_hash_size_and_three_dates(
    permit: Opened, county: County, settings: Any, tmp_path: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    upload = SimpleUploadedFile("../申请书.PDF", b"%PDF-1.4 example", "application/pdf")
    kept = paper(permit(MARCH), county.handler, upload=upload, expires_on=date(2026, 3, 3))
    assert (kept.size, kept.filename, len(kept.sha256)) == (16, "申请书.PDF", 64)
    assert kept.file.name.endswith(f"{kept.sha256[:16]}.pdf")
    assert (tmp_path / kept.file.name).read_bytes() == b"%PDF-1.4 example"


def test_a_paper_with_impossible_dates_kind_or_size_is_refused(permit: Opened, county: County) -> None:
    row = permit(MARCH)
    upload = SimpleUploadedFile("run.exe", b"MZ")
    upload.size = LARGEST + 1
    with pytest.raises(Refusal) as refused:
        paper(
            row,
            county.handler,
            name=" ",
            received_on=date(2027, 1, 1),
            expires_on=MARCH.replace(day=1),
            upload=upload,
        )
    assert {lack.field for lack in refused.value.lacks} == {"name", "received_on", "expires_on", "upload"}
    assert not Evidence.objects.exists()


def test_a_paper_is_added_by_the_organ_or_a_party_and_by_nobody_else(permit: Opened, county: County) -> None:
    row, other = permit(MARCH, respondent=county.bureau), permit(MARCH)
    paper(row, county.clerk_of_bureau, name="答复书")
    with pytest.raises(Refusal, match="没有该机关的登记权限"):
        paper(other, county.clerk_of_bureau)


def test_a_paper_is_withdrawn_with_a_reason_and_stays(permit: Opened, county: County) -> None:
    row = permit(MARCH)
    kept = paper(row, county.handler)
    row.record.refresh_from_db()
    with pytest.raises(Refusal, match="须写明理由"):
        withdraw_evidence(PERMITS, kept, actor=SYSTEM, version=row.record.version, why="")
    withdraw_evidence(PERMITS, kept, actor=SYSTEM, version=row.record.version, why="传错文件")
    kept.refresh_from_db()
    assert kept.withdrawn_on == TODAY
    row.record.refresh_from_db()
    with pytest.raises(Refusal, match="已于2026-11-25撤回"):
        withdraw_evidence(PERMITS, kept, actor=SYSTEM, version=row.record.version, why="再撤")


def test_names_longer_than_the_trail_keeps_are_refused(permit: Opened, county: County) -> None:
    upload = SimpleUploadedFile("长" * 190 + ".pdf", b"%PDF", "application/pdf")
    with pytest.raises(Refusal) as refused:
        paper(permit(MARCH), county.handler, name="长" * 181, upload=upload)
    assert {lack.field for lack in refused.value.lacks} == {"name", "upload"}


def test_a_move_to_the_party_is_open_to_its_officials_only(accepted: Opened, county: County) -> None:
    row = accepted(MARCH, respondent=county.bureau)
    rights = rights_of(county.clerk_of_bureau.person, TODAY)
    moves = {found.move.key: found for found in possible_moves(PERMITS, row, county.clerk_of_bureau, rights)}
    assert moves["answer"].mine
    assert not moves["close"].mine
    move(row, "answer", county.clerk_of_bureau, date(2025, 3, 6))


def test_who_sees_much_is_shown_the_same_rows(permit: Opened, of_bureau: Permit, county: County) -> None:
    permit(MARCH)
    coordinator = official("周九", county.government, Role.COORDINATOR, within=True)
    rights = rights_of(coordinator.person, TODAY)
    assert sees_much(rights)
    assert not sees_much(rights_of(county.handler.person, TODAY))
    by_key = visible_to(rights, PERMITS, row_by_row=True)
    assert set(by_key) == set(visible_to(rights, PERMITS))
    assert by_key.count() == 2
