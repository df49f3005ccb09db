"""The same figures stand in every output of one draft, under one hash."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace

from docx import Document
from selectolax.lexbor import LexborHTMLParser

from fazhi.reports.docx import write_docx
from fazhi.reports.facts import SAMPLE, write_json
from fazhi.reports.manuscript import Draft
from fazhi.reports.page import write_html

Printed = dict[str, str]
"""Label of a figure → how it is printed."""


def in_page(draft: Draft) -> Printed:
    rows = [row.css("td") for row in LexborHTMLParser(write_html(draft)).css("tr[id]")]
    return {cells[0].text(): cells[1].text() for cells in rows}


def in_document(draft: Draft) -> Printed:
    table = Document(io.BytesIO(write_docx(draft))).tables[0]
    return {row.cells[0].text: row.cells[1].text for row in table.rows[1:]}


def in_data(draft: Draft) -> Printed:
    return {
        row["label"]: row["printed"] for row in json.loads(write_json(draft))["figures"] if "printed" in row
    }


def test_the_same_figures_stand_in_page_document_and_data(draft: Draft) -> None:
    assert in_page(draft) == in_document(draft) == in_data(draft)
    assert len(in_data(draft)) == 4


def test_one_hash_is_printed_in_all(draft: Draft) -> None:
    document = zipfile.ZipFile(io.BytesIO(write_docx(draft))).read("word/document.xml").decode()
    hashes = {
        re.findall(r"sha256 ([0-9a-f]{64})", write_html(draft))[0],
        re.findall(r"sha256 ([0-9a-f]{64})", document)[0],
        json.loads(write_json(draft))["digest"],
    }
    assert hashes == {draft.digest}


def test_the_data_hold_all_frozen_figures_and_all_chain_heads(draft: Draft) -> None:
    data = json.loads(write_json(draft))
    assert [row["indicator"] for row in data["figures"]] == [row["indicator"] for row in draft.rows]
    assert [head["seq"] for head in data["trail_heads"]] == [21903, 12]
    assert (data["organ"], data["scope"], data["year"]) == ("999901", "within", 2024)


def test_a_draft_from_sample_records_says_so_in_every_output(draft: Draft) -> None:
    sample = replace(draft, synthetic=True)
    first = Document(io.BytesIO(write_docx(sample))).paragraphs[0].text
    assert first == SAMPLE
    assert SAMPLE in write_html(sample)
    assert json.loads(write_json(sample))["synthetic"] is True
    assert SAMPLE not in write_html(draft)
    assert json.loads(write_json(draft))["synthetic"] is False
