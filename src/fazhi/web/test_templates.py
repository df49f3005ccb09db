"""Templates: no style or script within, nothing unescaped, no gaps inside a sentence."""

import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory

from fazhi.web import notice
from fazhi.web.link import Article
from fazhi.web.listing import Cell, Row
from fazhi.web.seal import LATE

FOLDER = Path(__file__).parent / "templates"
TEMPLATES = sorted(FOLDER.rglob("*.html"))
STYLES = (Path(__file__).parent / "static/web/fazhi.css").read_text()
LATER = (
    ":has(",
    ":is(",
    ":where(",
    "@layer",
    "@container",
    "aspect-ratio",
    "inset:",
    "color-mix",
    "dvh",
    "&:",
)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_template_has_no_inline_style_or_script(path: Path) -> None:
    text = path.read_text()
    assert not re.search(r"\sstyle=|<style|\son\w+=|javascript:|<script(?! src=)", text)
    assert "|safe" not in text
    assert "autoescape off" not in text


@pytest.mark.parametrize("feature", LATER)
def test_stylesheet_is_understood_by_browsers_of_2020(feature: str) -> None:
    assert feature not in STYLES


def test_citation_in_parentheses_leaves_no_gap() -> None:
    told = notice.refused(
        "不能受理", notice.Item("应当听证", (Article("第五十条", "/a"), Article("第五十一条")), "请先听证")
    )
    text = re.sub("<[^>]+>", "", render_to_string("web/partials/notice.html", {"notice": told}))
    assert "应当听证（第五十条、第五十一条）。请先听证" in text


def test_name_of_a_party_is_escaped() -> None:
    row = Row(LATE, (Cell("当事人", "<script>张三</script>", "/r"),))
    page = {"title": "案件", "caption": "", "heads": (), "rows": (row,)}
    assert "<script>" not in render_to_string("web/partials/rows.html", {"page": page})


@pytest.mark.parametrize(
    ("cookies", "attributes"),
    [
        ({}, 'data-theme="light" data-size="normal"'),
        ({"theme": "dark", "size": "large"}, 'data-theme="dark" data-size="large"'),
        ({"theme": "pink", "size": "huge"}, 'data-theme="light" data-size="normal"'),
    ],
)
def test_theme_and_size_are_always_set(cookies: dict[str, str], attributes: str) -> None:
    request = RequestFactory().get("/")
    request.COOKIES.update(cookies)
    assert attributes in render_to_string("404.html", {}, request)


def test_page_of_an_error_needs_no_context() -> None:
    assert 'data-theme="light" data-size="normal"' in render_to_string("500.html")
