"""A draft is checked by the reader before it is signed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fazhi.reports.manuscript import Draft, Paragraph, Run, Section
from fazhi.reports.selfcheck import Check, check, laws_named

LEADERS = Section(
    "leadership",
    "党政主要负责人履行推进法治建设第一责任人职责情况",
    (Paragraph((Run("市委书记、市长切实履行第一责任人职责。"),)),),
)
PLANS = Section("next_year", "下一年度主要安排", (Paragraph((Run("下一步将加强审核力量。"),)),))
CAUSES = Section("problems", "存在的不足和原因", (Paragraph((Run("办案力量不足，原因是编制偏紧。"),)),))


def with_sections(draft: Draft, *sections: Section) -> Draft:
    return replace(draft, sections=(draft.sections[0], *sections))


def rules(checked: Check) -> set[tuple[str, str]]:
    return {(remark.rule, remark.grade) for remark in checked.remarks}


def test_a_complete_draft_leaves_nothing_open(draft: Draft) -> None:
    checked = check(with_sections(draft, CAUSES, LEADERS, PLANS))
    assert checked.clean, [str(remark) for remark in checked.open]
    assert ("share", "holds") in rules(checked)
    assert checked.figures == 4


def test_a_missing_mandatory_content_is_named_with_its_article(draft: Draft) -> None:
    open_remarks = [str(remark) for remark in check(with_sections(draft, CAUSES, LEADERS)).open]
    assert len(open_remarks) == 1
    assert "下一年度主要安排" in open_remarks[0]
    assert "《法治政府建设与责任落实督察工作规定》第二十四条" in open_remarks[0]


def test_a_number_typed_into_a_paragraph_is_found(draft: Draft) -> None:
    typed = Section("other", "其他需要报告的情况", (Paragraph((Run("组织培训30场次。"),)),))
    remarks = [
        remark for remark in check(with_sections(draft, CAUSES, LEADERS, PLANS, typed)).open
        if remark.rule == "typed"
    ]  # fmt: skip
    assert [remark.quote for remark in remarks] == ["30场次"]
    assert "手工填写" in str(remarks[0])


@pytest.mark.parametrize(("pending", "asked"), [(2, ["2项"]), (0, [])])
def test_promises_of_the_last_report_are_asked_for_until_each_has_its_result(
    draft: Draft, pending: int, asked: list[str]
) -> None:
    row = {**draft.rows[0], "indicator": "plan.promises_pending", "value": pending}
    told = replace(with_sections(draft, CAUSES, LEADERS, PLANS), rows=(*draft.rows, row))
    remarks = [str(remark) for remark in check(told).open if remark.rule == "promise"]
    assert len(remarks) == len(asked)
    assert all(words in remark for words, remark in zip(asked, remarks, strict=True))


@pytest.mark.parametrize(
    ("year", "held", "floors", "asked"),
    [(2024, 1, {}, "每年2"), (2024, 2, {}, ""), (2019, 1, {}, ""), (2024, 2, {"AR-T9": 4}, "每年4")],
)
def test_lectures_below_what_a_year_asks_are_told_under_the_outline_in_force(
    draft: Draft, year: int, held: int, floors: dict[str, int], asked: str
) -> None:
    row = {**draft.rows[0], "indicator": "leadership.lectures", "value": held}
    entry = replace(
        draft.entries[0], key="leadership.lectures", label="法治专题讲座", printed=str(held), row=row
    )
    told = replace(with_sections(draft, CAUSES, LEADERS, PLANS), year=year, entries=(*draft.entries, entry))
    remarks = [
        str(remark) for remark in check(replace(told, floors=floors)).remarks if remark.rule == "floor"
    ]
    assert bool(remarks) == bool(asked)
    basis = "（本地设定）" if floors else "《法治政府建设实施纲要》"
    assert all(f"少于{asked}次" in remark and basis in remark for remark in remarks)


def changed(draft: Draft, old: str, new: str) -> Draft:
    """The draft with one printed figure replaced."""
    work = draft.sections[0]
    part = work.parts[0]
    paragraphs = tuple(
        replace(p, runs=tuple(replace(run, text=new) if run.text == old else run for run in p.runs))
        for p in part.paragraphs
    )
    return replace(
        draft,
        sections=(replace(work, parts=(replace(part, paragraphs=paragraphs),)), CAUSES, LEADERS, PLANS),
    )


def test_a_rate_that_its_own_counts_contradict_is_found(draft: Draft) -> None:
    checked = check(changed(draft, "91.92%", "95.24%"))
    assert any(remark.grade != "holds" and "95.24%" in remark.quote for remark in checked.open)


def test_a_figure_that_would_be_read_as_another_number_is_found(draft: Draft) -> None:
    glued = changed(draft, "件，审结", "件，审结1")
    found = [remark for remark in check(glued).open if remark.rule == "read"]
    assert [remark.quote for remark in found] == ["91"]
    assert "191" in found[0].text


@pytest.mark.parametrize(
    ("text", "year", "grade"),
    [
        ("依据《行政复议法》办理。", 2023, "holds"),
        ("依据《中华人民共和国行政复议法》第八十八条办理。", 2024, "holds"),
        ("依据《行政复议法》第八十八条办理。", 2017, "contradiction"),
        ("根据《法治政府建设与责任落实督察工作规定》第二十四条报告。", 2017, "contradiction"),
        ("根据《法治政府建设与责任落实督察工作规定》第二十四条报告。", 2019, "holds"),
    ],
)
def test_a_law_is_held_to_the_year_in_which_it_is_named(text: str, year: int, grade: str) -> None:
    assert [remark.grade for remark in laws_named(text, year)] == [grade]


def test_a_document_that_is_not_known_is_passed_over() -> None:
    assert not list(laws_named("印发《示例县工作要点》第三条。", 2024))


def test_the_gravest_remark_comes_first(draft: Draft) -> None:
    wrong = Section("other", "其他需要报告的情况", (Paragraph((Run("依据《行政复议法》第九百条。"),)),))
    assert check(with_sections(draft, CAUSES, wrong)).open[0].grade == "contradiction"
