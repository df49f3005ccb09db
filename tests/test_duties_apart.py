"""Who drafted what is decided or made does not review it, though the review stands on a record of its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from fazhi.engine.actor import SYSTEM, Actor
from fazhi.engine.bulk import BulkRow, load
from fazhi.engine.models import Breach, Link, Record, RecordModel
from fazhi.engine.moves import Given, make_move
from fazhi.engine.records import link_records, open_record
from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import installed
from fazhi.organs.models import Grant, Level, Role
from fazhi.workstreams.office import Office, make_office, official

pytestmark = pytest.mark.django_db
TODAY, DAY, ON = date(2026, 11, 25), date(2025, 6, 2), date(2025, 6, 16)
OPINION = "advisers.opinion"


class Drafted(NamedTuple):
    """A file of a register brought to the move with which it is drafted, sent or checked."""

    register: str
    subject: str
    label: str
    act: str
    said: str
    facts: dict[str, Any]
    given: dict[str, Any] = {}


CITY: dict[str, Any] = {"maker_kind": "city", "matter": "construction"}
FILES = [
    Drafted("decisions.decision", "decision", "重大行政决策", "draft", "拟订草案",
            {"name": "停车收费办法", "proposed_on": DAY, "started_on": DAY}),
    Drafted("decisions.matter", "matter", "上会事项", "open", "登记",
            {"name": "停车场建设资金", "kind": "funds", "received_on": DAY}),
    Drafted("normative.document", "normative", "行政规范性文件", "draft", "起草",
            {"subject": "停车管理规定", "planned_on": DAY, "assessed_on": DAY, "necessary": "yes",
             "maker_kind": "government", "classified": "normative", "responsible": "yes"}),
    Drafted("normative.document", "normative", "行政规范性文件", "check", "起草单位内部法核",
            {"subject": "停车管理规定", **dict.fromkeys(
                ("planned_on", "assessed_on", "drafted_on", "consulted_on", "special_on"), DAY)}),
    Drafted("legislation.rule", "document", "政府规章", "draft", "组织起草",
            {"subject": "停车管理办法", "assigned_on": DAY},
            {**CITY, "title_kind": "measures", "burdens": "no"}),
    Drafted("legislation.bill", "document", "地方性法规草案", "draft", "起草",
            {"subject": "停车管理条例", "begun_on": DAY, "researched_on": DAY, "research_report": "调研报告"},
            CITY),
]  # fmt: skip


@pytest.fixture
def office(db: None, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    settings.TRAIL_HEADS = tmp_path / "heads.jsonl"
    for module in ("bulk", "facts", "moves", "records"):
        monkeypatch.setattr(f"fazhi.engine.{module}.today", lambda: TODAY)
    return make_office(Level.CITY)


@pytest.fixture
def drafter(office: Office) -> Actor:
    """An official who drafts, and could review what others drafted."""
    made = official("张三", office.government, Role.HANDLER)
    assert made.person is not None
    for role in (Role.REVIEWER, Role.BODY_HEAD):
        Grant.objects.create(person=made.person, organ=office.government, role=role)
    return made


def act(row: RecordModel, key: str, actor: Actor, on: date, **given: Any) -> None:
    row.record.refresh_from_db()
    register = installed().registers[row.record.register]
    make_move(register, row.pk, key, actor=actor, on=on, version=row.record.version, given=Given(given))
    row.refresh_from_db()


def entered(office: Office, key: str, facts: dict[str, Any], actor: Actor = SYSTEM) -> RecordModel:
    register = installed().registers[key]
    if actor is not SYSTEM:
        return open_record(register, organ=office.government, values=facts, actor=actor, on=DAY)
    [pk] = load(register, [BulkRow(office.government.pk, DAY, facts)], actor=SYSTEM, synthetic=True).pks()
    return register.model._default_manager.select_related("record").get(pk=pk)


def drafted(office: Office, file: Drafted, actor: Actor) -> RecordModel:
    if file.act == "open":
        return entered(office, file.register, file.facts, actor)
    row = entered(office, file.register, file.facts)
    act(row, file.act, actor, DAY, **file.given)
    return row


def under_review(office: Office, file: Drafted) -> RecordModel:
    """A review in the queue, entered by another, ready to be issued."""
    checked = dict.fromkeys(
        ("adds_power", "creates_coercion", "adds_conditions", "asks_proof", "reserved", "cuts_rights",
         "exceeds", "excludes_competition"),
        "no",
    )  # fmt: skip
    facts = {
        "subject": next(iter(file.facts.values())), "subject_kind": file.subject,
        "drafter": office.bureau.pk, "drafted_by": "张三", "reviewer": "赵六", "level": "own",
        "sent_on": DAY, "received_on": DAY, "checked_on": DAY, "advised_on": DAY, "joint": "no",
        "advice_required": "no", **checked,
    }  # fmt: skip
    register = installed().registers[OPINION]
    adviser = {"name": "孙某", "capacity": "adviser", "advised_on": DAY, "conflict": "no", "lawful": "yes"}
    advice = {"advisers.Advice": (adviser,)}
    rows = [BulkRow(office.government.pk, DAY, facts, parts=advice)]
    [pk] = load(register, rows, actor=SYSTEM, synthetic=True).pks()
    return register.model._default_manager.select_related("record").get(pk=pk)


def issue(review: RecordModel, actor: Actor) -> None:
    act(review, "issue", actor, ON, conclusion="lawful", opinion="合法")


def link(one: RecordModel, other: RecordModel, actor: Actor) -> None:
    link_records(Record.objects.get(pk=one.pk), Record.objects.get(pk=other.pk), actor=actor)


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.register}-{file.act}")
def test_who_drafted_does_not_issue_the_opinion_of_the_queue(
    office: Office, drafter: Actor, file: Drafted
) -> None:
    row, review = drafted(office, file, drafter), under_review(office, file)
    link(row, review, SYSTEM)
    with pytest.raises(Refusal, match="不能办理“出具审查意见”") as refused:
        issue(review, drafter)
    [lack] = refused.value.lacks
    title = next(iter(file.facts.values()))
    assert lack.text.startswith(f"张三已经在关联的{file.label}“{title}")
    assert lack.text.endswith(f"中办理“{file.said}”，不得再办理“出具审查意见”")
    assert any("法制审核" in one or "合法性审" in one or "暂行条例" in one for one in lack.articles)
    review.refresh_from_db()
    issue(review, office.people[Role.BODY_HEAD])
    assert review.number
    assert not Breach.objects.filter(record=review.pk, gate="apart").exists()


def test_an_opinion_that_the_drafter_issued_is_not_taken_as_the_review_by_linking_it_later(
    office: Office, drafter: Actor
) -> None:
    file = FILES[0]
    row, review = drafted(office, file, drafter), under_review(office, file)
    issue(review, drafter)
    with pytest.raises(Refusal, match="不能关联") as refused:
        link(row, review, office.people[Role.HANDLER])
    [lack] = refused.value.lacks
    assert lack.text == (
        "张三既办理了重大行政决策“停车收费办法”的“拟订草案”，"
        "又办理了合法性审查意见“停车收费办法（重大行政决策）”的“出具审查意见”"
    )
    assert "《重大行政决策程序暂行条例》第二十八条" in lack.articles
    assert not Link.objects.exists()
    # 过去已经如此的事实照实保留，记为违反规定，在审查意见上记一次。
    link(row, review, SYSTEM)
    assert list(Breach.objects.filter(gate="apart").values_list("record", "move")) == [(review.pk, "issue")]


def test_who_reviewed_in_the_queue_does_not_draft_the_file_again(office: Office, drafter: Actor) -> None:
    file = FILES[0]
    row, review = entered(office, file.register, file.facts), under_review(office, file)
    link(row, review, SYSTEM)
    issue(review, drafter)
    with pytest.raises(
        Refusal, match=r"张三已经在关联的合法性审查意见.*“出具审查意见”，不得再办理“拟订草案”"
    ):
        act(row, "draft", drafter, ON)
    row.refresh_from_db()
    act(row, "draft", office.people[Role.HANDLER], ON)


def test_who_drafted_the_document_does_not_review_it_for_the_record_nor_for_competition(
    office: Office, drafter: Actor
) -> None:
    row = drafted(office, FILES[2], drafter)
    filing = entered(
        office,
        "normative.review",
        {"kind": "filing", "subject": "停车管理规定", "received_on": DAY, "result": "lawful"},
    )
    competition = entered(
        office,
        "business.competition_review",
        {
            "measure": "停车管理规定", "maker": "government", "operator_related": "yes", "started_on": DAY,
            "screened_on": DAY, "reviewed_on": DAY, "sent_on": DAY, "received_on": DAY, "violation": "no",
        },
    )  # fmt: skip
    for review, key, given in (
        (filing, "conclude", {}),
        (competition, "conclude_jointly", {"conclusion": "compliant", "conclusion_reasons": "符合"}),
    ):
        link(review, row, SYSTEM)
        with pytest.raises(Refusal, match="张三已经在关联的行政规范性文件“停车管理规定”中办理“起草”"):
            act(review, key, drafter, ON, **given)
