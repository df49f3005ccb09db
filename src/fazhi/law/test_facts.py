"""Texts taken apart into places and lengths, and citations held against them."""

from datetime import date

import pytest

from fazhi.law.edition import Law
from fazhi.law.editions import ARL_1999, ARL_2023, ARL_RULES_2007, HEAD_IN_COURT_2020, LITIGATION_2014
from fazhi.law.facts import check_citation, facts_of, names_duration, packed
from fazhi.law.period import Days, FixedDay, Hours, Months, Workdays, Years
from fazhi.law.text import articles_of, durations_in

SAMPLE = """# 示例条例

2020年1月1日 第一条 不属于正文

<!-- INFO END -->

## 第一章 总则

\u200b
第一条 本条例用于测试。
第二条 有下列情形之一的，应当在三十日内办理：
（一）第一种；
1.甲；
2.乙，三日；
（二）第二种。
第一条 规定的事项，适用前款。

第二章 其他

目录以外的说明
第二条之一
应当在5个工作日内答复。
（一）本款的项。
第三条 每年3月31日前报告。
"""
DISCLOSURE = Law("政府信息公开条例", "2019", date(2019, 5, 15), text="政府信息公开条例(2019-04-03)")


def test_articles_paragraphs_and_items_are_told_apart() -> None:
    articles = articles_of(SAMPLE)
    assert list(articles) == ["1", "2", "2之1", "3"]
    first, second = articles["2"]
    assert len(first.items) == 2
    assert first.items[0] == "（一）第一种；\n1.甲；\n2.乙，三日；"
    assert second.text == "第一条 规定的事项，适用前款。"


def test_facts_of_a_text_hold_places_and_lengths_but_no_wording() -> None:
    assert packed(articles_of(SAMPLE)) == {
        "1": [[0]],
        "2": [[2, "30日", "3日"], [0]],
        "2之1": [[1, "5个工作日"]],
        "3": [[0, "3月31日"]],
    }


def test_a_text_without_articles_is_refused() -> None:
    with pytest.raises(ValueError, match="没有找到“第一条”"):
        articles_of("# 标题\n\n关于某事的说明。")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("自收到之日起六十日内", {"60日"}),
        ("三日、五日、七日、十日", {"3日", "5日", "7日", "10日"}),
        ("20个工作日；工作日", {"20个工作日"}),
        ("三十工作日，10天，5个自然日", {"30个工作日", "10日", "5日"}),
        ("两个月内，最长不超过一年", {"2个月", "1年"}),
        ("二十四小时", {"24小时"}),
        ("2024年1月1日起施行", set()),
        ("2024年发布", set()),
        ("上一年度、第一日、下一年", set()),
        ("每年1月31日前", {"1月31日"}),
        ("３日", {"3日"}),
    ],
)
def test_lengths_are_found_in_one_spelling(text: str, named: set[str]) -> None:
    assert durations_in(text) == named


def test_the_new_law_has_90_articles_and_the_old_one_43() -> None:
    new, old = facts_of(ARL_2023.text), facts_of(ARL_1999.text)
    assert new is not None
    assert old is not None
    assert new.articles == frozenset(range(1, 91))
    assert old.articles == frozenset(range(1, 44))


def test_places_that_exist_are_found_and_others_not() -> None:
    facts = facts_of(ARL_2023.text)
    assert facts is not None
    assert facts.has(30, 1, 7)
    assert facts.has(30, None, 7)
    assert not facts.has(30, 1, 8)
    assert not facts.has(30, 2, 1)
    assert not facts.has(30, 4)
    assert not facts.has(30, 0)
    assert not facts.has(30, 1, 0)
    assert not facts.has(91)
    assert facts.durations(91) == frozenset()
    assert facts.durations(62, 2) == {"30日"}
    assert facts.durations(62) == {"30日", "60日"}


def test_a_citation_of_a_place_that_does_not_exist_is_named() -> None:
    assert check_citation(ARL_2023.art(90)) is None
    assert check_citation(ARL_2023.art(91)) == (
        "《行政复议法》第九十一条不存在：请对照“行政复议法(2023-09-01)”核对条、款、项。"
    )
    assert "第六十二条第三款不存在" in (check_citation(ARL_2023.art(62, 3)) or "")


def test_what_has_no_text_or_no_article_cannot_be_faulted() -> None:
    assert check_citation(HEAD_IN_COURT_2020.art(500)) is None
    assert check_citation(ARL_2023.whole()) is None
    assert names_duration(HEAD_IN_COURT_2020.art(5), Days(3)) is None
    assert names_duration(ARL_2023.whole(), Days(3)) is None


def test_an_edition_that_names_an_unknown_text_is_faulted() -> None:
    law = Law("行政复议法", "2030", date(2030, 1, 1), text="行政复议法(2030-01-01)")
    assert "不在随程序提供的法条要点中" in (check_citation(law.art(1)) or "")


def test_the_length_stands_in_the_article_it_is_cited_for() -> None:
    assert names_duration(ARL_2023.art(62, 1), Days(60))
    assert names_duration(ARL_2023.art(62), Days(30))
    assert not names_duration(ARL_2023.art(62, 2), Days(60))
    assert names_duration(ARL_1999.art(23, 1), Days(10))
    assert names_duration(ARL_RULES_2007.art(49, 2), Days(60)) is not None
    assert names_duration(LITIGATION_2014.art(46, 1), Months(6))
    assert not names_duration(LITIGATION_2014.art(46, 1), Years(6))
    assert not names_duration(LITIGATION_2014.art(46, 1), Hours(6))


def test_working_days_match_the_word_day_because_a_conversion_article_may_turn_it() -> None:
    assert names_duration(ARL_2023.art(48), Workdays(10))
    assert names_duration(DISCLOSURE.art(33), Workdays(20))
    assert not names_duration(DISCLOSURE.art(33), Days(20))


def test_a_yearly_date_is_found_in_its_article() -> None:
    assert names_duration(DISCLOSURE.art(49), FixedDay(3, 31))
    assert not names_duration(DISCLOSURE.art(49), FixedDay(4, 1))
