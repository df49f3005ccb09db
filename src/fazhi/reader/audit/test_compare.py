"""Reports compared over years and over levels."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fazhi.reader.audit.compare import compare
from fazhi.reader.audit.conftest import document_of

KEPT = "本段讲加强组织领导、统筹谋划、推动落实、压实工作责任，两年里一个字也没有改动过，所以应当被发现。"


def report(place, year, body):
    title = f"{place}{year}年法治政府建设年度报告"
    return document_of(f"{title}\n{body}", title=title, year=year)


def findings(*documents):
    return [(f.rule, f.grade, f.explanation) for f in compare(documents).findings]


def test_a_growth_rate_is_recomputed_from_last_years_report():
    last = report("示例县", 2022, "全年受理行政复议案件{100件}。新增市场主体{8000户}。")
    this = report(
        "示例县", 2023, "全年受理行政复议案件{120件}，同比增长{20%}。新增市场主体{9000户}，同比增长{10%}。"
    )
    assert [(rule, grade) for rule, grade, _ in findings(this, last)] == [
        ("change", "holds"),
        ("change", "question"),
    ]


def test_last_years_value_told_again_must_be_the_same():
    last = report("示例县", 2022, "全年受理行政复议案件{100件}。")
    this = report("示例县", 2023, "全年受理行政复议案件{120件}，上年为{101件}。")
    assert ("repeat", "question") in {(rule, grade) for rule, grade, _ in findings(last, this)}


def test_a_growth_rate_says_nothing_about_a_report_two_years_back():
    last = report("示例县", 2021, "全年受理行政复议案件{100件}。")
    this = report("示例县", 2023, "全年受理行政复议案件{120件}，同比增长{50%}。")
    assert findings(last, this) == []


def test_a_vanished_topic_and_a_paragraph_carried_over_are_questioned():
    last = report("示例县", 2022, f"举办法治讲座活动{{35场}}。\n{KEPT}\n")
    this = report("示例县", 2023, f"全年受理行政复议案件{{120件}}。\n{KEPT}\n")
    told = [explanation for _, grade, explanation in findings(last, this) if grade == "question"]
    assert any("举办法治讲座活动" in t for t in told)
    assert any("一字不差" in t for t in told)


def test_a_changed_paragraph_is_not_called_carried_over():
    last, this = report("示例县", 2022, KEPT), report("示例县", 2023, KEPT.replace("两年", "三年"))
    assert findings(last, this) == []


@pytest.mark.parametrize(
    ("whole", "grade"), [("300件", "holds"), ("250件", "question"), ("400件", "incomplete")]
)
def test_lower_levels_add_up_to_the_higher_one(whole, grade):
    higher = report("示例市", 2023, f"全年受理行政复议案件{{{whole}}}。")
    lower = [
        report(f"{name}县", 2023, f"全年受理行政复议案件{{{n}件}}。")
        for name, n in (("甲某", 120), ("乙某", 180))
    ]
    assert [(rule, g) for rule, g, _ in findings(lower[0], higher, lower[1])] == [("sum", grade)]


def test_reports_that_cannot_be_placed_are_refused_in_chinese():
    with pytest.raises(ValueError, match="至少需要两份"):
        compare([report("示例县", 2023, "")])
    with pytest.raises(ValueError, match="上下级"):
        compare([report("示例县", 2023, ""), report("另例县", 2023, "")])
    with pytest.raises(ValueError, match="年度相同"):
        compare([report("示例县", 2023, ""), report("示例县", 2023, "")])
    with pytest.raises(ValueError, match="年度不同"):
        compare([report("示例市", 2023, ""), report("另例县", 2022, "")])


def test_figures_are_matched_by_indicator_where_the_words_differ():
    last, this = "全年审结行政复议案件{80件}。", "共办结行政复议案件{100件}，同比增长{25%}。"
    documents = []
    for year, body in ((2022, last), (2023, this)):
        document = report("示例县", year, body)
        named = replace(document.mentions[0], indicator="reconsideration.closed")
        documents.append(replace(document, mentions=(named, *document.mentions[1:])))
    assert [(rule, grade) for rule, grade, _ in findings(*documents)] == [("change", "holds")]
