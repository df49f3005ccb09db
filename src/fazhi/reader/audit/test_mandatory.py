"""Situations for the rule mandatory: the contents of Art. 24 and its days, only where they bind."""

from __future__ import annotations

import pytest

BODY = (
    "{year}年，示例市推进工作。\n一、主要举措和成效\n党政主要负责人履行推进法治建设第一责任人职责。\n"
    "二、存在的不足和原因\n不足的原因是力量薄弱。\n三、{next}年工作安排\n加强队伍。\n示例市人民政府\n{signed}\n"
)


def report(audited, *, year=2023, signed="2024年2月5日", published="2024-03-01", body=BODY):
    title = f"示例市{year}年度法治政府建设情况的报告"
    text = f"{title}\n发布日期：{published}\n" + body.format(year=year, next=year + 1, signed=signed)
    return [f for f in audited(text, title=title, year=year).findings if f.rule == "mandatory"]


def test_a_complete_report_in_time_holds(audited):
    findings = report(audited)
    assert {f.grade for f in findings} == {"holds"}
    assert len(findings) == 6


@pytest.mark.parametrize("words", ["第一责任人", "不足", "工作安排"])
def test_a_missing_content_is_incomplete(audited, words):
    body = "".join(line for line in BODY.splitlines(keepends=True) if words not in line)
    assert "incomplete" in {f.grade for f in report(audited, body=body)}


def test_shortcomings_without_causes_are_incomplete(audited):
    body = BODY.replace("不足和原因", "不足").replace("不足的原因是力量薄弱", "力量薄弱")
    assert [f.expression for f in report(audited, body=body) if f.grade == "incomplete"] == [
        "存在的不足和原因"
    ]


def test_publication_on_the_first_of_april_is_questioned_and_the_day_before_holds(audited):
    assert "question" in {f.grade for f in report(audited, published="2024-04-01")}
    assert "question" not in {f.grade for f in report(audited, published="2024-03-31")}


def test_signing_on_the_first_of_march_is_questioned(audited):
    assert [f.expression for f in report(audited, signed="2024年3月1日") if f.grade == "question"] == [
        "3月1日前报送"
    ]


def test_a_report_that_fell_due_before_the_rule_was_in_force_is_not_measured_by_it(audited):
    assert report(audited, year=2018, signed="2019年4月9日", published="2019-04-10") == []
    assert report(audited, year=2019, signed="2020年2月9日", published="2020-02-10") != []


def test_a_text_that_is_no_report_on_law_based_government_is_not_measured(audited):
    assert audited("示例市2023年统计公报\n一、综合\n", title="示例市2023年统计公报", year=2023).findings == ()
