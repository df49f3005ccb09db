"""What papers say in one situation each: the articles of the record's kind and day, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

import pytest

from fazhi.engine.access import every_row
from fazhi.engine.actor import SYSTEM
from fazhi.engine.bulk import load
from fazhi.engine.models import RecordModel
from fazhi.engine.paper import Letter
from fazhi.engine.paper_ready import makeable
from fazhi.engine.papers import make_paper
from fazhi.engine.recipe import Make
from fazhi.engine.registry import installed
from fazhi.organs.models import Kind
from fazhi.workstreams.advisers import recipe as advisers
from fazhi.workstreams.advisers.models.choices import Conclusion, Subject
from fazhi.workstreams.all import RECIPES
from fazhi.workstreams.business import recipe as business
from fazhi.workstreams.business import small
from fazhi.workstreams.business.models.firms import ComplaintResult
from fazhi.workstreams.decisions import recipe as decisions
from fazhi.workstreams.decisions import variants
from fazhi.workstreams.leadership import recipe as meetings
from fazhi.workstreams.leadership.models.meetings import Body
from fazhi.workstreams.normative import recipe as normative
from fazhi.workstreams.normative.models.choices import ObjectionKind
from fazhi.workstreams.plan import examples as plans
from tests.contract.test_papers import TODAY, _office, organ  # noqa: F401 - a fixture

pytestmark = pytest.mark.django_db
NEW, TURN, OLD = date(2025, 3, 3), date(2019, 1, 7), date(2017, 3, 6)


@dataclass(frozen=True)
class Situation:
    """A row of ``make`` begun on ``day``, the paper made of it, what it says and what it does not say."""

    register: str
    paper: str
    make: Make
    says: tuple[str, ...]
    never: tuple[str, ...] = ()
    day: date = NEW

    def __str__(self) -> str:
        return f"{self.register}-{self.paper}-{self.day.year}"


def unlawful(day: date, n: int) -> Any:
    return advisers.issued(Conclusion.UNLAWFUL, Subject.DECISION, day, n)


OPINION, DECISION, DOCUMENT = "advisers.opinion", "decisions.decision", "normative.document"
REVIEW, COMPLAINT = "business.competition_review", "business.complaint"
ITEM = "（一）依照上位法修改第三条。"
BAN = "根据《重大行政决策程序暂行条例》第二十五条第二款，决策草案经审查不合法的，不得提交决策机关讨论。"
BY_DOC = "《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》"
SITUATIONS = (
    Situation(OPINION, "opinion", unlawful,
              ("根据《重大行政决策程序暂行条例》第二十八条，经审查", BAN, ITEM), ("指导意见",)),
    Situation(OPINION, "opinion", partial(advisers.lawful, Subject.NORMATIVE),
              ("根据《国务院办公厅关于全面推行行政规范性文件合法性审核机制的指导意见》，经审查",),
              ("暂行条例", "不得提交", "三、")),
    Situation(OPINION, "opinion", partial(advisers.lawful, Subject.CONTRACT),
              ("根据本地有关规定，经审查", "合同金额：500000.00元。"), ("暂行条例", "指导意见")),
    Situation(OPINION, "opinion", unlawful,
              ("根据本地有关规定，经审查", ITEM), ("暂行条例", "指导意见"), TURN),
    Situation(DECISION, "comment_notice", variants.shortened,
              ("自2025年3月17日起至2025年3月24日止。因汛期将至，缩短期限",), ("2025年4月16日",)),
    Situation(DECISION, "comment_notice", decisions.decided,
              ("自2025年3月17日起至2025年4月16日止。",), ("缩短期限",)),
    Situation(DECISION, "submission", variants.exploring,
              ("根据《重大行政决策程序暂行条例》第二十五条第二款，明示法律风险：尚无上位法依据。",)),
    Situation(DECISION, "submission", decisions.decided,
              ("根据《国务院关于加强法治政府建设的意见》，现提请审议。",), ("暂行条例",), OLD),
    Situation(DOCUMENT, "promulgation", normative.published,
              (f"根据{BY_DOC}、《政府信息公开条例》第二十六条，现予公布", "审议通过"),
              ("优化营商环境条例",)),
    Situation(DOCUMENT, "promulgation", normative.for_operators,
              ("根据《优化营商环境条例》第六十四条第二款、《政府信息公开条例》第二十六条，现予公布",),
              (BY_DOC,)),
    Situation(DOCUMENT, "promulgation", normative.published,
              ("根据《政府信息公开条例》第十八条，现予公布",), (BY_DOC, "优化营商环境条例"), OLD),
    Situation("normative.objection", "objection_reply", partial(normative.objected, ObjectionKind.TRANSFER),
              ("根据《行政复议法》第六十条，经研究，意见为：合法。",),
              ("解释》", "第五十八条", "本地有关规定")),
    Situation(REVIEW, "conclusion", business.shelved,
              ("违反审查标准：是；条文：第五条：对指定企业给予补贴；处理：见审查结论。",
               "根据《公平竞争审查条例》第十八条，不符合公平竞争审查标准的，不予出台。"),
              ("适用例外的情形",)),
    Situation(REVIEW, "conclusion", business.running,
              ("适用例外的情形：节能、环保、救灾救助等社会公共利益。", "实施期限至"), ("不予出台",)),
    Situation(REVIEW, "conclusion", business.closed,
              ("根据《国务院关于在市场体系建设中建立公平竞争审查制度的意见》，经审查，符合审查标准。",),
              ("公平竞争审查条例",), OLD),
    Situation(COMPLAINT, "rectification", partial(small.complained, ComplaintResult.PARTLY),
              ("经调查，下列涉及你单位的事项，部分属实：办理许可要求重复提交材料1。",), ("赵某", "钱某")),
    Situation("leadership.meeting", "minutes",
              partial(meetings.meeting, Body.EXECUTIVE, minutes_number=""),
              ("2025年3月5日，王五在机关会议室主持召开政府常务会议（第1次）。应到11人，实到9人。",
               "（二）赵六；法治机构负责人")),
    Situation("plan.inspection", "opinion", plans.RECIPES["plan.inspection"].outcomes["closed"],
              ("没有发现需要整改的问题。",), ("附件",)),
)  # fmt: skip


def stand(situation: Situation) -> RecordModel:
    register = installed().registers[situation.register]
    government = organ("999901", "示例县人民政府", Kind.GOVERNMENT)
    bureau = organ("999901/sj", "示例县市场监督管理局", Kind.DEPARTMENT)
    made = situation.make(situation.day, 1)
    first = min(value for value in made.values.values() if isinstance(value, date))
    organs = dict.fromkeys(RECIPES[register.key].organs, bureau.pk)
    loaded = load(register, [made.as_row(government.pk, first, **organs)], actor=SYSTEM, synthetic=True)
    return every_row(register).select_related("record", "organ").get(pk=next(iter(loaded.pks())))


def told(letter: Letter, _: bytes | None) -> bytes:
    return "\n".join((letter.label, letter.number, letter.to, *letter.texts, letter.organ)).encode()


def text_of(situation: Situation, row: RecordModel) -> str:
    register = installed().registers[situation.register]
    made = make_paper(register, row.pk, situation.paper, actor=SYSTEM, on=TODAY,
                      version=row.record.version, render=told)  # fmt: skip
    with made.evidence.file.open("rb") as file:
        return str(file.read().decode())


@pytest.mark.parametrize("situation", SITUATIONS, ids=str)
def test_paper_says_the_law_of_its_record(situation: Situation) -> None:
    text = text_of(situation, stand(situation))
    for said in situation.says:
        assert said in text
    for other in situation.never:
        assert other not in text


def numbered() -> Iterator[tuple[Situation, str, str]]:
    minutes = partial(meetings.meeting, Body.EXECUTIVE, minutes_number="")
    yield (
        Situation("leadership.meeting", "minutes", minutes, ("",)),
        "minutes_number",
        "示例县人纪〔2026〕1号",
    )
    inspected = plans.RECIPES["plan.inspection"].outcomes["closed"]

    def unnumbered(day: date, n: int) -> Any:
        return inspected(day, n).with_values(feedback_number="")

    yield (
        Situation("plan.inspection", "opinion", unnumbered, ("",)),
        "feedback_number",
        "示例县人督〔2026〕1号",
    )


@pytest.mark.parametrize(("situation", "column", "number"), list(numbered()), ids=str)
def test_the_record_keeps_the_number_that_its_paper_draws(
    situation: Situation, column: str, number: str
) -> None:
    row = stand(situation)
    assert number in text_of(situation, row)
    row.refresh_from_db()
    assert getattr(row, column) == number


def test_a_paper_that_only_another_edition_knows_is_not_offered() -> None:
    row = stand(Situation(DECISION, "submission", decisions.decided, (), day=OLD))
    offered = {one.paper.key for one in makeable(installed().registers[DECISION], row)}
    assert {"submission", "publication"} <= offered
    assert offered & {"comment_notice", "execution", "party_request"} == set()


def test_a_secret_decision_is_not_announced() -> None:
    def secret(day: date, n: int) -> Any:
        return decisions.decided(day, n, secret_why="涉及国家秘密", published_on=None, url="")

    row = stand(Situation(DECISION, "publication", secret, ()))
    offered = {one.paper.key for one in makeable(installed().registers[DECISION], row)}
    assert "execution" in offered
    assert "publication" not in offered
