"""``fazhi compile``: figures as table and data, frozen once, and the draft written from them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from fazhi.engine import registry as declared
from fazhi.engine.actor import SYSTEM
from fazhi.engine.figures.declared import declare_figure
from fazhi.engine.figures.span import year
from fazhi.engine.models import Event, Freeze, Record
from fazhi.engine.refusal import Refusal
from fazhi.reports.command import run_compile
from fazhi.reports.contribution import Contribution, Passage
from fazhi.reports.draft import freeze_year, make_draft, opening_of
from fazhi.reports.manuscript import Draft
from fazhi.reports.question import ask
from tests.engine.counted import REGISTRY, Fact, Tree, keep, plant
from tests.reports.test_facts import in_data, in_document, in_page
from tests.toy.models import Permit

pytestmark = pytest.mark.django_db

QUESTION = ["--organ", "999900", "--year", "2017"]


@pytest.fixture(autouse=True)
def _declared(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: Any) -> Iterator[None]:
    settings.TRAIL_HEADS = tmp_path / "heads.jsonl"
    for module in (
        "reports.question",
        "reports.command",
        "engine.tick",
        "engine.figures.freeze",
        "engine.figures.declared",
    ):
        monkeypatch.setattr(f"fazhi.{module}.today", lambda: date(2026, 11, 25))
    kept = declared.installed()
    declared.install(REGISTRY.workstreams.values())
    yield
    declared._installed = kept


@pytest.fixture
def tree(db: None) -> Tree:
    return plant()


@pytest.fixture
def permits(tree: Tree) -> list[Permit]:
    return keep(
        tree,
        [
            Fact(closed_on=date(2017, 5, 4), amount=12_345),
            Fact(organ=0, closed_on=date(2017, 6, 5)),
            Fact(organ=2, accepted_on=date(2017, 2, 1)),
            Fact(accepted_on=date(2016, 2, 1), received_on=date(2016, 1, 4), closed_on=date(2016, 3, 1)),
        ],
    )


def draft_of(contribution: Contribution | None = None) -> Draft:
    question = ask("999900", "within", "2017")
    return make_draft(question, freeze_year(question, SYSTEM), contribution)


def test_json_holds_every_declared_figure_in_the_stated_form(
    permits: list[Permit], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_compile([*QUESTION, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["organ"], told["scope"], told["year"]) == ("999900", "within", 2017)
    assert [row["indicator"] for row in told["figures"]] == list(REGISTRY.indicators)
    by_key = {row["indicator"]: row for row in told["figures"]}
    assert by_key["toy.closing_rate"] == {
        "indicator": "toy.closing_rate",
        "label": "结案率（当年办结/当年受理）",
        "value": 66.6666666667,
        "unit": "%",
        "kind": "ratio",
        "numerator": 2,
        "denominator": 3,
        "origin": "counted",
        "records": 2,
        "span": ["2017-01-01", "2017-12-31"],
    }
    assert by_key["toy.paid"]["value"] == 123.45
    assert by_key["toy.calls"]["origin"] == "declared"


def test_the_table_shows_what_there_is(permits: list[Permit], capsys: pytest.CaptureFixture[str]) -> None:
    run_compile([*QUESTION, "--scope", "own"])
    out = capsys.readouterr().out
    assert out.startswith("示例市人民政府　本机关　2017年\n")
    line = next(line for line in out.splitlines() if line.startswith("toy.closing_rate"))
    assert line.split()[-4:] == ["100%", "%", "记录计数", "1"]
    assert "toy.opening" not in out
    assert not Freeze.objects.exists()


def test_compiling_without_freezing_writes_no_event(
    permits: list[Permit], capsys: pytest.CaptureFixture[str]
) -> None:
    run_compile(QUESTION)
    assert not Event.objects.exists()


def test_all_files_carry_the_same_figures_and_hash(
    permits: list[Permit], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run_compile([*QUESTION, "--out", str(tmp_path / "报告")])
    digest = Freeze.objects.get().digest
    data = json.loads((tmp_path / "报告" / "figures.json").read_text())
    page = (tmp_path / "报告" / "report.html").read_text()
    assert data["digest"] == digest
    assert f"sha256 {digest}" in page
    assert f"sha256 {digest}" in capsys.readouterr().out
    printed = {row["label"]: row["printed"] for row in data["figures"] if "printed" in row}
    rows = [row.css("td") for row in LexborHTMLParser(page).css("tr[id]")]
    assert printed == {cells[0].text(): cells[1].text() for cells in rows}
    assert printed == {"受理许可": "3", "办结许可": "2", "结案率（当年办结/当年受理）": "66.67%"}
    assert {path.name for path in (tmp_path / "报告").iterdir()} == {
        "report.html", "report.docx", "figures.json"
    }  # fmt: skip


def test_page_document_and_data_of_a_compiled_year_agree(permits: list[Permit]) -> None:
    draft = draft_of()
    assert in_page(draft) == in_document(draft) == in_data(draft)
    assert len(in_page(draft)) == 3
    assert draft.synthetic


def test_sentences_stand_under_their_line_of_work_with_figures_bound(permits: list[Permit]) -> None:
    draft = draft_of()
    assert [block.text for block in draft.blocks()] == [
        "示例市2017年度法治政府建设工作报告",
        "现将示例市2017年度法治政府建设工作情况报告如下。",
        "一、主要举措和成效",
        "（一）许可",
        "受理许可3件，办结2件，结案率66.67%。",
    ]
    bound = [run.figure for block in draft.blocks() for run in block.runs if run.figure]
    assert bound == ["toy.accepted", "toy.closed", "toy.closing_rate"]


def test_a_freeze_is_made_once_while_nothing_moves(permits: list[Permit]) -> None:
    first, second = draft_of(), draft_of()
    assert first.digest == second.digest
    assert Freeze.objects.count() == 1
    Record.objects.filter(pk=permits[0].pk).update(version=2)
    assert draft_of().digest != first.digest
    assert Freeze.objects.count() == 2


def test_the_draft_names_the_head_of_the_chain_that_froze_it(permits: list[Permit]) -> None:
    draft = draft_of()
    assert draft.own_head is not None
    assert draft.own_head.mac == Event.objects.get(kind="freeze").mac


def test_an_organs_paragraphs_stand_first_and_their_figures_are_bound(permits: list[Permit]) -> None:
    own = Contribution(
        signed_on=date(2018, 2, 20),
        passages=(
            Passage("work", "许可工作稳步推进，办结{toy.closed}件。", "许可", "示例市局"),
            Passage("problems", "一是人手不足。"),
            Passage("work", "其他方面也有进展。", "其他举措"),
        ),
    )
    texts = [block.text for block in draft_of(own).blocks()]
    assert texts[2:] == [
        "一、主要举措和成效",
        "（一）许可",
        "许可工作稳步推进，办结2件。",
        "受理许可3件，办结2件，结案率66.67%。",
        "（二）其他举措",
        "其他方面也有进展。",
        "二、存在的不足和原因",
        "一是人手不足。",
        "示例市人民政府",
        "2018年2月20日",
    ]


def test_a_declared_figure_names_its_source_and_day_in_the_annex(permits: list[Permit], tree: Tree) -> None:
    declare_figure(
        "toy.calls",
        tree.city,
        "within",
        year(2017),
        403,
        source="12345平台年度报表",
        as_of=date(2017, 12, 31),
        actor=SYSTEM,
    )
    draft = draft_of(Contribution(passages=(Passage("work", "受理来电{toy.calls}件。"),)))
    entry = next(entry for entry in draft.entries if entry.key == "toy.calls")
    assert (entry.printed, entry.origin, entry.records) == ("403", "declared", 0)
    assert entry.basis == "来源：12345平台年度报表；截至2017-12-31。"


def test_a_paragraph_that_names_no_figure_is_refused(permits: list[Permit]) -> None:
    with pytest.raises(Refusal, match=r"引用了“toy\.none”，没有这个指标"):
        draft_of(Contribution(passages=(Passage("work", "办结{toy.none}件。"),)))


def test_nothing_is_said_of_what_did_not_happen(tree: Tree) -> None:
    with pytest.raises(Refusal, match="没有可写的内容"):
        draft_of()
    only = draft_of(Contribution(passages=(Passage("problems", "一是人手不足。"),)))
    assert [section.kind for section in only.sections] == ["problems"]
    assert only.entries == ()


@pytest.mark.parametrize(("number", "bound"), [(2017, False), (2018, False), (2019, True), (2024, True)])
def test_the_report_rests_on_the_rules_that_bound_its_year(number: int, bound: bool) -> None:
    assert ("《法治政府建设与责任落实督察工作规定》" in opening_of("示例市", number).text) is bound


def test_the_check_before_sign_off_is_shown(
    permits: list[Permit], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(plant_more(permits), [Fact(organ=0, accepted_on=date(2024, 3, 1), received_on=date(2024, 3, 1))])
    run_compile(["--organ", "999900", "--year", "2024", "--out", str(tmp_path)])
    out = capsys.readouterr().out
    assert "签发前自查" in out
    assert "欠缺" in out
    assert "第二十四条" in out


def plant_more(permits: list[Permit]) -> Tree:
    from fazhi.organs.models import Organ

    city = Organ.objects.get(code="999900")
    return Tree(city, city, city, city, city, city)


def test_json_stays_alone_on_standard_output(
    permits: list[Permit], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run_compile([*QUESTION, "--json", "--out", str(tmp_path)])
    captured = capsys.readouterr()
    assert len(captured.out.splitlines()) == 1
    assert "已写出" in captured.err


def test_a_folder_that_cannot_be_written_is_named(
    permits: list[Permit], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "文件"
    blocked.write_text("x")
    with pytest.raises(Refusal, match="不能写入"):
        run_compile([*QUESTION, "--out", str(blocked)])
