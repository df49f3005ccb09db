"""What a gate asks for is read out of its condition: with the move itself, by another act, elsewhere."""

from __future__ import annotations

import pytest

from fazhi.engine.gates import Possible
from fazhi.engine.refusal import Lack
from fazhi.web.link import Link
from fazhi.web.pages.demands import comes_along, gate_of, remedy_of
from fazhi.web.record_urls import RecordUrls
from fazhi.workstreams.reconsideration.registers import CASE
from tests.toy.declaration import PERMITS

URLS = RecordUrls("reconsideration.case", 1)
MOVES = {move.key: move for move in CASE.procedure.moves}


@pytest.mark.parametrize(
    ("move", "gate", "along"),
    [
        ("accept", "admissible", True),
        ("refuse", "refusal_reasons", True),
        ("assign", "qualified", True),
        ("suspend", "suspension", True),
        ("decide", "decision_kind", True),
        ("decide", "approval", False),
        ("decide", "opinions", False),
        ("decide", "hearing", False),
        ("decide", "officers", False),
    ],
)
def test_a_demand_comes_along_where_the_form_asks_for_it(move: str, gate: str, along: bool) -> None:
    found = gate_of(MOVES[move], gate)
    assert found is not None
    assert comes_along(CASE, MOVES[move], found) is along


def possible(*mine: str) -> list[Possible]:
    """Every act within the trial; those named are the reader's."""
    return [
        Possible(move, (), (), (), move.key in mine, "承办人")
        for move in CASE.procedure.moves
        if "open" in move.sources
    ]


def remedy(gate: str, *mine: str) -> Link:
    found = gate_of(MOVES["decide"], gate)
    return remedy_of(CASE, MOVES["decide"], found, Lack("", gate=gate), possible(*mine), URLS)


def test_lack_is_remedied_by_the_act_that_it_is_about() -> None:
    assert remedy("hearing", "weigh", "hold_hearing") == Link("举行听证", URLS.move("hold_hearing"))
    assert remedy("approval", "approve") == Link("负责人同意", URLS.move("approve"))
    assert remedy("proposal", "mediate", "propose") == Link("机构提出意见", URLS.move("propose"))


def test_lack_that_others_supply_says_who() -> None:
    assert remedy("approval") == Link("“负责人同意”由承办人办理")


def test_lack_of_child_rows_a_paper_or_a_link_opens_its_form() -> None:
    assert remedy("officers", "mediate") == Link("添加行政复议人员", URLS.part("reconsideration.Officer"))
    paper = Lack("缺少“听证笔录”", field="evidence")
    found = remedy_of(CASE, MOVES["hold_hearing"], None, paper, [], URLS)
    assert found == Link("添加证据", URLS.paper("“听证笔录”"))
    close = PERMITS.procedure.move("close")
    urls = RecordUrls("toy.permit", 1)
    opinion = remedy_of(PERMITS, close, gate_of(close, "opinion"), Lack("", gate="opinion"), [], urls)
    assert opinion == Link("登记关联", urls.relate("toy.opinion"))


def test_nobody_is_sent_to_a_form_that_is_not_for_him() -> None:
    assert RecordUrls("toy.permit", 1, writable=False).correct("weight") == ""
