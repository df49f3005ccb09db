"""Titles found by two-character words, on both databases alike."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.engine.access import rights_of
from fazhi.engine.listing import Asked, rows
from fazhi.engine.records import save_record
from fazhi.engine.search import bigrams
from tests.engine.conftest import TODAY, County, Opened
from tests.toy.declaration import PERMITS

pytestmark = pytest.mark.django_db
MARCH = date(2025, 3, 3)


@given(st.text(max_size=20))
def test_bigrams_give_back_the_text(text: str) -> None:
    grams = bigrams(text)
    low = text.lower()
    assert grams == ([low[at : at + 2] for at in range(len(low) - 1)] or ([low] if low else []))


def found(county: County, words: str) -> set[str]:
    rights = rights_of(county.handler.person, TODAY)
    return set(rows(rights, PERMITS, Asked(words=words)).values_list("applicant", flat=True))


def test_a_word_is_found_where_its_characters_stand_side_by_side(permit: Opened, county: County) -> None:
    for name in ("示例建材公司", "建设材料厂", "ABC示例公司", "李“四”"):
        permit(MARCH, applicant=name)
    assert found(county, "建材") == {"示例建材公司"}
    assert found(county, "建材公司") == {"示例建材公司"}
    assert found(county, "材建") == set()
    assert found(county, "abc") == {"ABC示例公司"}
    assert found(county, "厂") == {"建设材料厂"}
    assert found(county, "示例 公司") == {"示例建材公司", "ABC示例公司"}


@pytest.mark.parametrize("words", ['"', '"" OR', "NEAR(", "%_", "a*", "'; --", "〔2025〕"])
def test_what_is_searched_is_never_taken_as_a_query(permit: Opened, county: County, words: str) -> None:
    permit(MARCH)
    assert found(county, words) == set()


def test_a_corrected_title_is_found_by_its_new_words_only(permit: Opened, county: County) -> None:
    row = permit(MARCH, applicant="示例建材公司")
    values = {"applicant": "示例药业公司"}
    save_record(PERMITS, row.pk, values, actor=county.handler, version=row.record.version, why="名称有误")
    assert found(county, "药业") == {"示例药业公司"}
    assert found(county, "建材") == set()
