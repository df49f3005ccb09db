"""Every indicator explains itself: in SQL that runs, and in a sentence made of labels."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.db import connection
from django.db.models import OuterRef, Q

from fazhi.engine.condition import ALWAYS, linked, part, same
from fazhi.engine.figures.ask import explanation, sql_of
from fazhi.engine.figures.wording import words_of
from fazhi.engine.refusal import Refusal
from tests.engine.counted import REGISTRY
from tests.toy.models import Permit, Weight

DAYS = re.compile(r":(?:day_before_)?(?:first|last)(?:_a_year_before)?")


@pytest.mark.django_db
@pytest.mark.parametrize("key", REGISTRY.indicators)
def test_the_statements_shown_are_statements_that_run(key: str) -> None:
    statements = sql_of(key, registry=REGISTRY)
    assert bool(statements) == (REGISTRY.indicators[key].kind != "declared")
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(DAYS.sub("'2017-01-01'", statement).replace("%", "%%"))
            assert cursor.fetchall() == []


@pytest.mark.django_db
def test_a_count_shows_its_date_its_condition_and_its_groups() -> None:
    (statement,) = sql_of("toy.heavy", registry=REGISTRY)
    select, *rest = statement.splitlines()
    assert select.endswith("""SUM(CASE WHEN "toy_permit"."weight" = 'heavy' THEN 1 ELSE 0 END) AS "value\"""")
    assert rest == [
        'FROM "toy_permit"',
        'WHERE ("toy_permit"."accepted_on" BETWEEN :first AND :last AND "toy_permit"."withdrawn_on" IS NULL)',
        "GROUP BY 1",
    ]


@pytest.mark.django_db
def test_a_change_shows_both_years() -> None:
    now, then = sql_of("toy.growth", registry=REGISTRY)
    assert "BETWEEN :first AND :last" in now
    assert "BETWEEN :first_a_year_before AND :last_a_year_before" in then


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("accepted", "受理日期在期间第一日至最后一日之间的许可的件数；撤回的记录不计。"),
        (
            "urgent_closed",
            "办结日期在期间第一日至最后一日之间、紧急为是，且分量为“重大”的许可的件数；撤回的记录不计。",
        ),
        ("open", "到期间最后一日已有受理日期而尚无办结日期的许可的件数；撤回的记录不计。"),
        ("opening", "到期间第一日的前一日已有受理日期而尚无办结日期的许可的件数；撤回的记录不计。"),
        ("calls", "由12345平台提供，登记时写明来源和截至日；不由记录计数。"),
        (
            "calls_rate",
            "12345平台提供的“12345来电”，除以受理日期在期间第一日至最后一日之间的许可的件数；撤回的记录不计。",
        ),
        (
            "county_coverage",
            "范围内的县级工作部门中，有受理日期在期间第一日至最后一日之间的许可的机关所占比例；撤回的记录不计。",
        ),
        ("paid", "办结日期在期间第一日至最后一日之间的许可的金额（分）合计，除以100；撤回的记录不计。"),
    ],
)
def test_an_indicator_is_told_in_the_labels_of_its_columns(key: str, words: str) -> None:
    assert explanation(f"toy.{key}", registry=REGISTRY) == words


@pytest.mark.parametrize("key", REGISTRY.indicators)
def test_no_column_name_is_left_in_the_words(key: str) -> None:
    assert not re.search(r"[a-z_]{2,}", explanation(key, registry=REGISTRY))


@pytest.mark.parametrize(
    ("where", "words"),
    [
        (~Q(weight=Weight.HEAVY), "不是（分量为“重大”）"),
        (Q(closed_on__range=(date(2017, 1, 1), date(2017, 2, 1))), "办结日期在2017-01-01至2017-02-01之间"),
        (same("closed_on", "close_due_on", "lte"), "办结日期不晚于应办结日期"),
        (Q(closed_on__gt=date(2017, 1, 1)), "办结日期晚于2017-01-01"),
        (Q(amount__gt=5), "金额（分）大于5"),
        (Q(outcome__startswith="准"), "结果 startswith “准”"),
        (Q(respondent__kind="department"), "相关机关的种类为“工作部门”"),
        (Q(respondent_id=3), "相关机关为3"),
        (Q(amount__isnull=True), "金额（分）未填"),
        (part("toy.Hearing"), "登记有听证"),
        (part("toy.Hearing", Q(held_on=OuterRef("closed_on"))), "登记有（听证日期是办结日期）的听证"),
        (part("engine.Interval", Q(pause="suspension", ground="flood")),
         "登记有（情形为“不可抗力”，且种类为“中止”）的中止与扣除"),
        (linked("toy.opinion"), "关联有法律意见"),
        (
            (Q(urgent=True) | Q(amount__gte=5)) & Q(weight=Weight.HEAVY),
            "（紧急为是，或者金额（分）不小于5），且分量为“重大”",
        ),
        (ALWAYS, ""),
    ],
)  # fmt: skip
def test_a_condition_is_told_in_words(where: Q, words: str) -> None:
    assert words_of(where, Permit, REGISTRY) == words


def test_an_unknown_indicator_is_refused() -> None:
    with pytest.raises(Refusal, match=r"没有“toy\.x”这个指标"):
        explanation("toy.x", registry=REGISTRY)
