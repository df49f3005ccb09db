"""Papers of the permit: made in one write, numbered without gaps, kept in versions, refused with reasons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Q

from fazhi.engine import checks, registry
from fazhi.engine.access import rights_of
from fazhi.engine.actor import Actor
from fazhi.engine.dossier import open_dossier
from fazhi.engine.models import Event, Evidence, MadePaper
from fazhi.engine.moves import make_move
from fazhi.engine.paper import Letter, Line, Paper
from fazhi.engine.paper_places import shown
from fazhi.engine.paper_ready import makeable
from fazhi.engine.paper_template import drop_template, keep_template
from fazhi.engine.papers import make_paper
from fazhi.engine.records import open_record
from fazhi.engine.refusal import Conflict, Refusal
from fazhi.engine.register import NumberLine, Register
from fazhi.engine.registry import Registry
from fazhi.law import Law
from fazhi.organs.models import Role
from fazhi.workstreams.leadership.models import LawReport
from tests.engine.conftest import County, official
from tests.toy.declaration import LIGHT, NEW, OLD, OPINIONS, PERMITS, TOY
from tests.toy.models import Hearing, Permit

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)
NOTICE = Paper(
    "notice", "不予受理决定书", OLD.art(1), NEW.art(1), since="received_on", remedy="请先登记收到日期",
    to="{applicant}：", number=NumberLine("notice", "{mark}不〔{year}〕{n}号"),
    text=(
        "你的申请于{received_on}收到。依照{articles}的规定，决定不予受理。",
        Line("事项分量：{weight}。", LIGHT),
        Line("相关机关：{respondent}。", loose=True),
    ),
)  # fmt: skip
REPORT = Paper("report", "报告", NEW.art(4), since="closed_on", remedy="请先办结", text=("分量：{weight}。",))
RECEIPT = Paper(
    "receipt", "送达回证", NEW.art(1), since="received_on", remedy="请先登记收到日期", serves=True,
    text=("送达文书：{served_label} {served_number}",),
)  # fmt: skip
PLACE = Law("示例县规定", edition="地方", in_force=date(1990, 1, 1), local=True)


@pytest.fixture(autouse=True)
def _with_papers(_declared: None, settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"
    registry.install([replace(TOY, registers=(REGISTER, OPINIONS))])


LETTER = Paper(
    "letter", "函", NEW.art(1), since="received_on", remedy="请先登记收到日期", by="respondent",
    title="关于{applicant}申请的函", to="{keeper}：", text=(
        "{organ}收到{applicant}的申请。",
        Line("{Hearing.held_on}", each="Hearing", loose=True),
        Line("根据{articles}办理。", cites=(PLACE.whole(),)),
    ),
)  # fmt: skip
SESSIONS = Paper(
    "sessions", "听证情况", NEW.art(1), since="received_on", remedy="请先登记收到日期",
    text=(Line("{Hearing.held_on}", each="Hearing"),),
)  # fmt: skip
REGISTER = replace(
    PERMITS, facts=(*PERMITS.facts, "respondent"), papers=(NOTICE, REPORT, RECEIPT, LETTER, SESSIONS)
)


def told(letter: Letter, template: bytes | None) -> bytes:
    """A file of plain text: how it looks is no matter of the engine."""
    return "\n".join((letter.number, letter.to, *letter.texts, (template or b"").decode())).encode()


def permit(county: County, **values: Any) -> Permit:
    given = {"applicant": "张三", "received_on": DAY, **values}
    row = open_record(
        REGISTER, organ=county.government, values=given, actor=county.handler, on=DAY, synthetic=True
    )
    assert isinstance(row, Permit)
    return row


def make(row: Permit, key: str = "notice", *, actor: Actor, on: date = DAY, **more: Any) -> MadePaper:
    row.record.refresh_from_db()
    given = {"version": row.record.version, **more}
    return make_paper(REGISTER, row.pk, key, actor=actor, on=on, render=told, **given)


def content(made: MadePaper) -> str:
    with made.evidence.file.open("rb") as file:
        return str(file.read().decode())


def test_paper_says_what_the_record_says(county: County) -> None:
    made = make(permit(county, weight="light"), actor=county.handler)
    assert content(made).splitlines() == [
        "示不〔2026〕1号", "张三：",
        "你的申请于2026年11月20日收到。依照《示例许可法》第一条的规定，决定不予受理。", "事项分量：一般。",
    ]  # fmt: skip


def test_loose_line_is_said_where_its_column_is_filled(county: County) -> None:
    made = make(permit(county, respondent=county.bureau), actor=county.handler)
    assert f"相关机关：{county.bureau.name}。" in content(made)
    assert "事项分量" not in content(made)


def test_paper_in_the_name_of_another_organ_has_a_title_and_a_paragraph_for_each_row(county: County) -> None:
    row = permit(county, respondent=county.bureau, applicant="《示例》。")
    for held_on in (date(2026, 11, 20), None, date(2026, 11, 23)):
        Hearing.objects.create(record=row, held_on=held_on)
    made = make(row, "letter", actor=county.handler)
    assert content(made).splitlines() == [
        "", f"{county.government.name}：", f"{county.bureau.name}收到《示例》。的申请。",
        "（一）2026年11月20日。", "（二）2026年11月23日。", "根据本地有关规定办理。",
    ]  # fmt: skip
    with pytest.raises(Refusal, match="“相关机关”还没有登记"):
        make(permit(county), "letter", actor=county.handler)


def test_paper_waits_for_the_rows_it_lists_whoever_has_read_them(county: County) -> None:
    row = permit(county)

    def lacks() -> list[list[str]]:
        rights = rights_of(county.handler.person, DAY)
        parts = open_dossier(rights, REGISTER, row).part_places()
        both = (makeable(REGISTER, row), makeable(REGISTER, row, parts=parts))
        return [[str(lack) for one in found if one.paper is SESSIONS for lack in one.lacks] for found in both]

    assert lacks() == [["“听证日期”还没有登记。请先登记“听证日期”。"]] * 2
    Hearing.objects.create(record=row, held_on=None)
    assert lacks() == [["“听证日期”还没有登记。请先登记“听证日期”。"]] * 2
    Hearing.objects.create(record=row, held_on=DAY)
    assert lacks() == [[], []]


def test_made_paper_is_the_evidence_that_a_move_asks_for(county: County) -> None:
    row = permit(county)
    given = {"actor": county.handler, "on": DAY}
    with pytest.raises(Refusal, match="缺少“不予受理决定书”"):
        make_move(REGISTER, row.pk, "refuse", version=row.record.version, **given)
    made = make(row, actor=county.handler)
    row.record.refresh_from_db()
    make_move(REGISTER, row.pk, "refuse", version=row.record.version, **given)
    event = Event.objects.get(record=row.pk, kind="paper")
    assert (made.evidence.effective_on, event.legal_on, event.label) == (DAY, DAY, "制作不予受理决定书")
    assert event.changes["sha256"] == [None, made.evidence.sha256]


def test_numbers_have_no_gap_and_a_refused_paper_draws_none(county: County) -> None:
    first, second = permit(county), permit(county)
    assert make(first, actor=county.handler).number == "示不〔2026〕1号"
    with pytest.raises(Refusal, match="早于收到日期"):
        make(second, actor=county.handler, on=date(2026, 11, 19))
    assert make(second, actor=county.handler).number == "示不〔2026〕2号"


def test_paper_made_again_is_a_new_version_under_the_same_number(county: County) -> None:
    row = permit(county)
    first = make(row, actor=county.handler)
    second = make(row, actor=county.handler)
    assert (first.edition, second.edition, second.number) == (1, 2, first.number)
    assert Evidence.objects.filter(record=row.pk, withdrawn_on__isnull=True).count() == 2
    assert make(permit(county), actor=county.handler).number == "示不〔2026〕2号"


def test_what_lacks_is_named_with_its_remedy(county: County) -> None:
    row = permit(county)
    with pytest.raises(Refusal, match=r"还不能制作报告（《示例许可法》第四条）。请先办结"):
        make(row, "report", actor=county.handler)
    Permit.objects.filter(pk=row.pk).update(closed_on=DAY)
    with pytest.raises(Refusal, match="“分量”还没有登记"):
        make(row, "report", actor=county.handler)
    row.refresh_from_db()
    lacks = {one.paper.key: [lack.text for lack in one.lacks] for one in makeable(REGISTER, row)}
    assert lacks["report"] == ["“分量”还没有登记"]
    assert lacks["notice"] == []


def test_receipt_names_the_paper_served(county: County) -> None:
    row = permit(county)
    with pytest.raises(Refusal, match="请选择要送达的文书"):
        make(row, "receipt", actor=county.handler)
    notice = make(row, actor=county.handler, on=date(2026, 11, 23))
    with pytest.raises(Refusal, match="早于不予受理决定书的日期"):
        make(row, "receipt", actor=county.handler, served=notice.evidence_id, on=DAY)
    receipt = make(row, "receipt", actor=county.handler, served=notice.evidence_id, on=date(2026, 11, 24))
    assert "送达文书：不予受理决定书 示不〔2026〕1号" in content(receipt)


def test_paper_of_another_edition_of_another_organ_of_an_older_version_is_refused(county: County) -> None:
    row = permit(county)
    with pytest.raises(Refusal, match="没有该机关的登记权限"):
        make(row, actor=county.clerk_of_bureau)
    with pytest.raises(Conflict):
        make(row, actor=county.handler, version=0)
    with pytest.raises(Refusal, match="晚于今天"):
        make(row, actor=county.handler, on=date(2026, 11, 26))
    old = permit(county, received_on=date(2019, 3, 4))
    with pytest.raises(Refusal, match="不适用于该记录"):
        make(old, "receipt", actor=county.handler)


def upload(text: str = "{{正文}}") -> SimpleUploadedFile:
    return SimpleUploadedFile("模板.docx", text.encode())


def test_template_is_kept_by_right_used_and_dropped(county: County) -> None:
    coordinator = official("统筹", county.government, Role.COORDINATOR)
    with pytest.raises(Refusal, match="不能设置"):
        keep_template(REGISTER, "notice", county.government, actor=county.handler, upload=upload())
    kept = keep_template(REGISTER, "notice", county.government, actor=coordinator, upload=upload("甲"))
    row = permit(county)
    made = make(row, actor=county.handler)
    assert made.template == kept
    assert content(made).endswith("甲")
    drop_template(REGISTER, kept, actor=coordinator)
    assert make(row, actor=county.handler).template is None
    assert Event.objects.filter(kind="template").count() == 2


def test_template_changed_on_the_disk_is_not_used(county: County) -> None:
    coordinator = official("统筹", county.government, Role.COORDINATOR)
    kept = keep_template(REGISTER, "notice", county.government, actor=coordinator, upload=upload())
    Path(kept.file.path).write_bytes(b"other")
    with pytest.raises(Refusal, match="与上传时不一致"):
        make(permit(county), actor=county.handler)


def faults_of(paper: Paper) -> str:
    register: Register = replace(PERMITS, papers=(paper,))
    workstream = replace(TOY, registers=(register, OPINIONS), indicators=(), sentences=())
    return "\n".join(text for _, text in checks.faults(Registry([workstream])))


def paper(**more: Any) -> Paper:
    given: dict[str, Any] = {"since": "received_on", "remedy": "请登记", "text": ("甲",), **more}
    return Paper("p", "文书", NEW.art(1), **given)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"text": ("{nobody}",)}, "paper p: unknown placeholder nobody"),
        ({"to": "{id_no}"}, "paper p: unknown placeholder id_no"),
        ({"since": "applicant"}, "column applicant is no DateField"),
        ({"since": "never_on"}, "unknown column never_on"),
        ({"by": "applicant"}, "paper p: is made in the name of applicant, which is no organ"),
        ({"by": "respondent", "number": NumberLine("p", "{year}{n}")}, "takes no number here"),
        ({"title": "关于{nobody}的函"}, "paper p: unknown placeholder nobody"),
        ({"text": (Line("{applicant}", each="Hearing"),)}, "paper p: a line that is said of each Hearing"),
        ({"bears": "outcome"}, "paper p: keeps a number that is drawn from no line"),
        ({"number": NumberLine("permit", "{mark}〔{year}〕{n}号")}, "written in two ways"),
        ({"number": NumberLine("p", "{mark}{n}号")}, "paper p: the number lacks its year"),
        ({"when": ~Q(weight="light")}, "paper p: a condition is phrased positively"),
        ({"when": Q(nobody=1)}, "paper p: Cannot resolve keyword"),
    ],
)  # fmt: skip
def test_wrong_declaration_is_found(wrong: dict[str, Any], said: str) -> None:
    assert said in faults_of(paper(**wrong))


def test_right_declaration_has_no_fault() -> None:
    assert "paper" not in faults_of(paper(number=NumberLine("p", "{mark}〔{year}〕{n}号")))
    with pytest.raises(TypeError, match="cites an article"):
        Paper("p", "文书", since="received_on", remedy="", text=("甲",))


@pytest.mark.parametrize(("kept", "printed"), [(9250, "92.50分"), (10_000, "100.00分"), (5, "0.05分")])
def test_a_score_is_printed_in_points(kept: int, printed: str) -> None:
    assert shown(LawReport(score=kept), "score") == printed
