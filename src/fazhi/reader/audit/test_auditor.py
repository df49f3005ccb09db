"""The audit as a whole: order, coverage, the number of questions, hostile text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fazhi.reader.audit import GRADES, RULES, audit
from fazhi.reader.audit.conftest import document_of

WORDS = (
    "其中 ， 。 、 ； 共 合计 占 率为 由 减少到 同比增长 受理 审结 全部办结 "
    "（ ） “ ” 《 》 一、 （二） 三是 等 分别 每个 上年"
)
FIGURES = "{99件} {0件} {91.92%} {0%} {100%} {3万余份} {5000万元} {第一} {三部门} {近9人} {1.5万元}"
PARTS = "行政权力 行政许可 5项 3项 不合格 优秀 评查 清理 其他 现有 执法证 执法人员 百分之五 三成 1/4 -5件"
HEADS = "2023年 2月30日 成文日期： 索引号： 比上年增加"
PIECES = st.sampled_from(["\n", *WORDS.split(), *FIGURES.split(), *PARTS.split(), *HEADS.split()])


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=60))
def test_no_arrangement_of_words_and_figures_breaks_the_auditor(pieces):
    document = document_of("".join(pieces), title="示例市2023年法治政府建设报告", year=2023)
    for finding in audit(document).findings:
        assert finding.rule in RULES
        assert finding.grade in GRADES
        assert finding.explanation
        assert all(document.text[m.start : m.end] == m.text for m in finding.members)
        json.dumps(finding.as_row(), ensure_ascii=False)


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_no_text_without_figures_breaks_the_auditor(text):
    audit(document_of(text.replace("{", "").replace("}", "")))


def test_findings_come_in_the_order_of_the_text(audited):
    result = audited("受理案件{99件}，审结{91件}。清理文件{30件}，废止{5件}、失效{10件}。")
    starts = [min(m.start for m in f.members) for f in result.findings]
    assert starts == sorted(starts)


def test_coverage_counts_each_figure_once(audited):
    result = audited("受理案件{99件}，审结{91件}，结案率{91.92%}。另有{7辆}车。")
    assert (result.coverage.figures, result.coverage.checked) == (4, 3)


def test_there_is_at_most_one_question_per_fifteen_figures(audited):
    result = audited("受理案件{58件}，审结{60件}。" * 30)
    assert len(result.graded("question")) <= 60 // 15


def test_a_row_has_the_promised_keys(audited):
    row = audited("受理案件{99件}，审结{91件}，结案率{91.92%}。").as_row()
    assert set(row) == {"file", "coverage", "findings"}
    keys = {"rule", "grade", "expression", "members", "stated", "computed", "explanation"}
    assert all(set(finding) == keys for finding in row["findings"])
    assert all(
        set(member) == {"start", "end", "text", "value"} for f in row["findings"] for member in f["members"]
    )


@pytest.mark.parametrize("text", ["", "\n\n\n", "。" * 5000, "（" * 5000, "”" * 5000, "一是" * 5000])
def test_degenerate_texts_contradict_nothing(audited, text):
    assert [
        finding.rule for finding in audited(text).graded("contradiction") if finding.rule != "numbering"
    ] == []


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_no_arrangement_of_words_breaks_reading_and_auditing(pieces):
    audit("".join(pieces).replace("{", "").replace("}", ""))


@pytest.mark.parametrize(
    "text",
    ["其中百分之五每个-5件占比100%", "行政权力比上年增加0件，三部门同比增长0%", "受理0件，审结0件，占91%"],
)
def test_zeros_and_percentages_without_counts_are_passed_over(text):
    assert audit(text).graded("contradiction") == ()
