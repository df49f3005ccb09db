"""Situations for the rule date: the head, the sign-off, days that do not exist, periods of programmes."""

from __future__ import annotations

import pytest

HEAD = "示例市2023年度法治政府建设情况的报告\n"


def graded(audit):
    return {(f.grade, f.expression) for f in audit.findings if f.rule == "date"}


def grades(audit):
    return {f.grade for f in audit.findings if f.rule == "date"}


def of(audited, body, head=HEAD):
    return audited(head + body, title=head.strip(), year=2023)


@pytest.mark.parametrize("day", ["2023年11月31日", "11月31日", "2023年2月29日", "2023年13月1日"])
def test_a_day_that_no_calendar_has_contradicts(audited, day):
    assert f"{day}不存在" in {
        expression for grade, expression in graded(of(audited, f"截至{day}，完成验收。"))
    }


@pytest.mark.parametrize("day", ["2024年2月29日", "2月29日", "12月31日"])
def test_a_day_that_some_calendar_has_is_no_finding(audited, day):
    assert "contradiction" not in grades(of(audited, f"2023年，定于{day}验收。"))


def test_the_signed_day_of_the_page_must_be_that_of_the_sign_off(audited):
    page = "成文日期：2024-01-25\n2023年，示例市加强建设，推进各项工作，取得积极成效。\n示例市人民政府\n{}\n"
    assert "contradiction" in grades(of(audited, page.format("2024年2月5日")))
    assert "contradiction" not in grades(of(audited, page.format("2024年1月25日")))


def test_publication_before_signing_contradicts(audited):
    page = "发布日期：2024-01-10\n2023年，示例市加强建设，取得积极成效。\n示例市人民政府\n2024年2月5日\n"
    assert "contradiction" in grades(of(audited, page))


def test_the_year_of_the_title_holds_against_that_of_the_body(audited):
    assert ("holds", "2023年度 = 2023年") in graded(of(audited, "2023年以来，示例市加强建设。"))


def test_a_body_of_another_year_only_contradicts_the_title(audited):
    assert "contradiction" in grades(of(audited, "2022年以来，示例市加强建设。"))
    assert "contradiction" not in grades(of(audited, "2022年底部署后，示例市在2023年加强建设。"))


def test_publication_long_before_the_year_is_over_is_questioned(audited):
    body = "发布日期：2023-06-01\n2023年，示例市加强建设。"
    assert "question" in grades(of(audited, body))
    assert grades(of(audited, body.replace("2023-06-01", "2024-03-01"))) == {"holds"}


def test_figures_cut_off_after_publication_contradict(audited):
    body = "发布日期：2024-03-01\n2023年，截至2024年6月30日，示例市建成平台。"
    assert "contradiction" in grades(of(audited, body))


def test_a_programme_that_ends_before_it_begins_contradicts(audited):
    assert "contradiction" in grades(of(audited, "2023年，落实《示例规划（2025-2021年）》。"))


def test_a_target_year_holds_with_the_end_of_the_programme(audited):
    body = "2023年，落实《示例纲要（2021-2025年）》，到2025年建成体系。"
    assert ("holds", "2025年 = 2025年") in graded(of(audited, body))


def test_two_titles_with_two_years_contradict_and_a_link_to_another_report_does_not(audited):
    body = "2023年以来，示例市加强建设。"
    again = "示例市2022年度法治政府建设情况的报告\n"
    assert "contradiction" in grades(of(audited, again + body))
    assert "contradiction" not in grades(of(audited, "示例市司法局2022年度法治政府建设工作总结\n" + body))
