"""The page for a website's editor: self-contained, plain, every number linked to its row."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from fazhi.reports.manuscript import Draft
from fazhi.reports.page import write_html

PLAIN = {
    "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "a", "hr", "table", "caption",
    "tbody", "tr", "th", "td",
}  # fmt: skip


def test_the_page_uses_plain_tags_and_asks_no_other_host(draft: Draft) -> None:
    page = write_html(draft)
    assert {node.tag for node in LexborHTMLParser(page).css("*")} <= PLAIN
    assert not re.search(r"https?:|src=|@import|url\(|<script|style=|onclick", page)


def test_the_text_is_that_of_the_draft_line_by_line(draft: Draft) -> None:
    body = LexborHTMLParser(write_html(draft)).css("h1, h2, h3, p")
    texts = [node.text() for node in body]
    assert texts[: len(list(draft.blocks()))] == [block.text for block in draft.blocks()]


def test_every_number_opens_its_row_in_the_table(draft: Draft) -> None:
    tree = LexborHTMLParser(write_html(draft))
    said = [run for block in draft.blocks() for run in block.runs if run.figure]
    links = tree.css("p a")
    assert [link.text() for link in links] == [run.text for run in said]
    for link in links:
        target = tree.css_first(f'[id="{(link.attributes["href"] or "").removeprefix("#")}"]')
        assert target is not None
        assert target.css("td")[1].text() == link.text()


def test_the_hash_and_the_head_of_the_trail_are_printed(draft: Draft) -> None:
    text = LexborHTMLParser(write_html(draft)).body
    assert text is not None
    assert f"事实集：sha256 {draft.digest}" in text.text()
    assert f"事件链头：第21903号 {draft.heads[0].mac}" in text.text()


def test_what_looks_like_a_tag_is_text(draft: Draft) -> None:
    page = write_html(draft)
    assert "<单位>" not in page
    assert "A&amp;B &lt;单位&gt;" in page
