"""``fazhi paper``: a document of a record made, written and kept, or refused in words with exit code 2."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from fazhi.engine.actor import Actor
from fazhi.engine.models import Evidence, MadePaper, RecordModel
from fazhi.engine.moves import Given, make_move
from fazhi.engine.records import open_record
from fazhi.exchange.paper_command import run_paper
from fazhi.organs.models import Account, Role
from fazhi.site.command import refusing
from fazhi.workstreams.reconsideration.registers import CASE
from tests.web.conftest import TODAY, Town, _declared, handler, town  # noqa: F401 - fixtures

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command's own day is that of the records."""
    monkeypatch.setattr("fazhi.exchange.paper_command.today", lambda: TODAY)


@pytest.fixture
def case(town: Town, handler: Actor) -> RecordModel:  # noqa: F811 - the fixtures
    """An accepted case."""
    given = {"received_on": DAY, "applicant": "张三", "respondent": town.bureau, "act_kind": "penalty"}
    row = open_record(CASE, organ=town.government, values=given, actor=handler, on=DAY, synthetic=True)
    make_move(CASE, row.pk, "accept", actor=handler, on=DAY, version=row.record.version,
              given=Given({"admissibility": "met"}))  # fmt: skip
    row.refresh_from_db()
    return row


def paper(*argv: object) -> int:
    return refusing(run_paper, [str(one) for one in argv])


def account(actor: Actor) -> str:
    return Account.objects.get(person=actor.person).username


def test_a_paper_is_made_kept_and_written_and_a_receipt_of_it(
    case: RecordModel, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "受理.docx"
    assert paper(case.pk, "acceptance_notice", "--out", target) == 0
    said = capsys.readouterr().out
    assert f"已制作行政复议申请受理通知书（{case.number}）第1版" in said
    text = "\n".join(one.text for one in Document(str(target)).paragraphs)
    assert f"{case.number}" in text
    assert "2026年11月20日" in text
    assert Evidence.objects.get(record=case.pk).effective_on == DAY
    served = [
        "--served",
        "acceptance_notice",
        "--out",
        tmp_path / "回证.docx",
        "--on",
        "2026-11-24",
        "--json",
    ]
    assert paper(case.pk, "receipt", *served) == 0
    assert json.loads(capsys.readouterr().out)["label"] == "送达回证"
    assert list(tmp_path.glob("*.part")) == []


def test_without_a_paper_all_are_told_with_what_they_lack(
    case: RecordModel, capsys: pytest.CaptureFixture[str]
) -> None:
    assert paper(case.pk) == 0
    said = capsys.readouterr().out
    assert "acceptance_notice　行政复议申请受理通知书　可以制作　已制作0版" in said
    assert "receipt　送达回证　缺：还没有可以送达的文书" in said
    assert paper(case.pk, "--json") == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {"paper": "acceptance_notice", "label": "行政复议申请受理通知书", "lacks": [], "made": 0} in rows


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("nothing",), "行政复议案件没有“nothing”这一文书。可以制作的有：补正行政复议申请通知书"),
        (("decision",), "还不能制作行政复议决定书"),
        (("acceptance_notice", "--on", "2026-11-19"), "早于受理日期2026-11-20"),
        (("acceptance_notice", "--on", "昨天"), "“昨天”不是有效的日期"),
        (("acceptance_notice", "--account", "nobody"), "没有账号“nobody”"),
        (("acceptance_notice", "--out", "a.pdf"), "请用 .docx"),
        (("acceptance_notice", "--served", "decision"), "不是送达回证"),
        (("receipt",), "没有可以送达的文书“”"),
    ],
)
def test_what_cannot_be_made_is_refused_in_words_and_leaves_no_file(
    case: RecordModel,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    argv: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert paper(case.pk, *argv) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [tmp_path / "files"] or list(tmp_path.glob("*.docx*")) == []
    assert not MadePaper.objects.exists()


def test_a_file_that_is_there_stays_unless_it_may_be_overwritten(
    case: RecordModel, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "有.docx"
    target.write_bytes(b"kept")
    assert paper(case.pk, "acceptance_notice", "--out", target) == 2
    assert "已存在" in capsys.readouterr().err
    assert paper(case.pk, "decision", "--out", target, "--force") == 2
    assert target.read_bytes() == b"kept"
    assert paper(case.pk, "acceptance_notice", "--out", target, "--force") == 0
    assert target.read_bytes() != b"kept"


def test_an_account_makes_what_its_rights_allow_and_sees_no_other_record(
    town: Town,  # noqa: F811 - the fixture
    handler: Actor,  # noqa: F811 - the fixture
    case: RecordModel,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    leader = town.official("领导", Role.LEADER)
    elsewhere = town.official("外人", Role.LEADER, town.bureau)
    given = [case.pk, "acceptance_notice", "--out", tmp_path / "甲.docx", "--account"]
    assert paper(*given, account(leader)) == 2
    assert "没有该机关的登记权限" in capsys.readouterr().err
    assert paper(*given, account(elsewhere)) == 2
    assert f"没有编号为{case.pk}的记录，或者外人无权查看" in capsys.readouterr().err
    assert paper(*given, account(handler)) == 0
    made = MadePaper.objects.select_related("evidence__added_by").get()
    assert made.evidence.added_by == handler.person
    assert paper(99_999_999) == 2
    Account.objects.filter(person=handler.person).update(is_active=False)
    assert paper(*given, account(handler), "--force") == 2
    assert "没有账号" in capsys.readouterr().err
