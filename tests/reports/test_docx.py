"""The Word file unpacked: the layout of the standard, fonts of every script, links of every number."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from docx import Document
from lxml import etree

from fazhi.exchange.official import layout
from fazhi.reports.docx import write_docx
from fazhi.reports.manuscript import Draft

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def parts(draft: Draft) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(write_docx(draft))) as file:
        return {name: file.read(name) for name in file.namelist()}


def xml(parts: dict[str, bytes], name: str) -> Any:
    return etree.fromstring(parts[f"word/{name}.xml"])


def style(parts: dict[str, bytes], identifier: str) -> Any:
    found = xml(parts, "styles").xpath(f'//*[@*[local-name()="styleId"]="{identifier}"]')
    assert len(found) == 1
    return found[0]


def millimetres(value: str) -> float:
    return int(value) / 20 / 72 * 25.4


def test_the_page_is_a4_with_the_margins_and_type_area_of_the_standard(parts: dict[str, bytes]) -> None:
    size = xml(parts, "document").find(f".//{W}pgSz")
    margins = xml(parts, "document").find(f".//{W}pgMar")
    width, height = millimetres(size.get(f"{W}w")), millimetres(size.get(f"{W}h"))
    top, right, bottom, left = (
        millimetres(margins.get(W + side)) for side in ("top", "right", "bottom", "left")
    )
    assert (width, height) == pytest.approx((210, 297), abs=0.1)
    assert (top, left) == pytest.approx((37, 28), abs=0.1)
    assert (width - left - right, height - top - bottom) == pytest.approx((156, 225), abs=0.1)


def test_a_page_holds_22_lines_of_28_characters_and_no_more(parts: dict[str, bytes]) -> None:
    body = style(parts, "Body")
    spacing = body.find(f"{W}pPr/{W}spacing")
    assert spacing.get(f"{W}lineRule") == "exact"
    lines = 225 / millimetres(spacing.get(f"{W}line"))
    size = int(body.find(f"{W}rPr/{W}sz").get(f"{W}val")) / 2
    space = int(body.find(f"{W}rPr/{W}spacing").get(f"{W}val")) / 20
    characters = 156 / ((size + space) / 72 * 25.4)
    assert 22 <= lines < 23
    assert 28 <= characters < 29


@pytest.mark.parametrize(
    ("identifier", "font", "points"),
    [("Title", "方正小标宋简体", 22), ("Heading1", "黑体", 16), ("Heading2", "楷体_GB2312", 16),
     ("Body", "仿宋_GB2312", 16), ("FooterOdd", "宋体", 14)],
)  # fmt: skip
def test_fonts_and_sizes_are_those_of_the_standard(
    parts: dict[str, bytes], identifier: str, font: str, points: int
) -> None:
    run = style(parts, identifier).find(f"{W}rPr")
    assert {run.find(f"{W}rFonts").get(W + script) for script in ("ascii", "hAnsi", "eastAsia", "cs")} == {
        font
    }
    assert run.find(f"{W}sz").get(f"{W}val") == str(2 * points)


def test_only_the_body_has_a_fixed_line_pitch(parts: dict[str, bytes]) -> None:
    rules = {
        one.id: style(parts, one.id).find(f"{W}pPr/{W}spacing").get(f"{W}lineRule") for one in layout.STYLES
    }
    assert {name for name, rule in rules.items() if rule == "auto"} == {
        "Title", "Cell", "FooterOdd", "FooterEven"
    }  # fmt: skip


def test_no_theme_font_and_no_theme_is_left(parts: dict[str, bytes]) -> None:
    assert not [name for name in parts if "theme" in name or "WithEffects" in name]
    for name, content in parts.items():
        assert b"Theme" not in content, name


def test_every_run_says_that_its_punctuation_is_chinese(parts: dict[str, bytes]) -> None:
    for name in ("document", "footer1", "footer2"):
        runs = xml(parts, name).findall(f".//{W}r")
        assert runs
        assert {run.find(f"{W}rPr/{W}rFonts").get(f"{W}hint") for run in runs} == {"eastAsia"}


def test_each_font_names_free_ones_that_step_in(parts: dict[str, bytes]) -> None:
    table = {font.get(f"{W}name"): font for font in xml(parts, "fontTable")}
    used = {
        value
        for fonts in xml(parts, "styles").iter(f"{W}rFonts")
        for script, value in fonts.attrib.items()
        if script != f"{W}hint"
    }
    assert used == set(table)
    for font in table.values():
        instead = font.find(f"{W}altName").get(f"{W}val").split(",")
        assert any("Noto" in name for name in instead)
        assert any("Fandol" in name for name in instead)


def test_page_numbers_stand_between_dashes_right_on_odd_and_left_on_even_pages(
    parts: dict[str, bytes],
) -> None:
    assert xml(parts, "settings").find(f"{W}evenAndOddHeaders") is not None
    for name in ("footer1", "footer2"):
        text = "".join(xml(parts, name).itertext())
        assert text == "— 1 —"
        assert xml(parts, name).find(f".//{W}fldSimple").get(f"{W}instr") == "PAGE"
    kinds = {reference.get(f"{W}type") for reference in xml(parts, "document").iter(f"{W}footerReference")}
    assert kinds == {"default", "even"}
    assert style(parts, "FooterOdd").find(f"{W}pPr/{W}jc").get(f"{W}val") == "right"
    assert style(parts, "FooterEven").find(f"{W}pPr/{W}jc").get(f"{W}val") == "left"


def test_the_text_is_that_of_the_draft_line_by_line(draft: Draft) -> None:
    document = Document(io.BytesIO(write_docx(draft)))
    texts = [paragraph.text for paragraph in document.paragraphs]
    blank = texts.index("")
    assert blank == 1
    body = texts[:1] + texts[2 : texts.index("附表")]
    assert body == [block.text for block in draft.blocks()]


def test_every_number_opens_its_row_in_the_annex(parts: dict[str, bytes], draft: Draft) -> None:
    document = xml(parts, "document")
    marks = {mark.get(f"{W}name"): mark for mark in document.iter(f"{W}bookmarkStart")}
    links = list(document.iter(f"{W}hyperlink"))
    said = [run for block in draft.blocks() for run in block.runs if run.figure]
    assert ["".join(link.itertext()) for link in links] == [run.text for run in said]
    rows = {entry.key: entry for entry in draft.entries}
    for link, run in zip(links, said, strict=True):
        row = next(marks[link.get(f"{W}anchor")].iterancestors(f"{W}tr"))
        cells = ["".join(cell.itertext()) for cell in row.iter(f"{W}tc")]
        assert cells[:2] == [rows[run.figure].label, run.text]
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name) for name in marks)


def test_bookmarks_are_closed_once_each(parts: dict[str, bytes]) -> None:
    document = xml(parts, "document")
    opened = [mark.get(f"{W}id") for mark in document.iter(f"{W}bookmarkStart")]
    closed = [mark.get(f"{W}id") for mark in document.iter(f"{W}bookmarkEnd")]
    assert opened == closed
    assert len(set(opened)) == len(opened) == 4


def test_the_signature_is_centred_over_the_date(parts: dict[str, bytes]) -> None:
    signature = next(
        p
        for p in xml(parts, "document").iter(f"{W}p")
        if p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Signature"
    )
    right = int(signature.find(f"{W}pPr/{W}ind").get(f"{W}rightChars"))
    # 示例县人民政府 is 7 wide, 2025年2月20日 6.5; the date keeps 4 characters free.
    assert right == 375


def test_the_hash_of_the_fact_set_is_printed(draft: Draft) -> None:
    document = Document(io.BytesIO(write_docx(draft)))
    assert f"事实集：sha256 {draft.digest}" in [paragraph.text for paragraph in document.paragraphs]


def test_a_report_not_yet_signed_carries_no_date(draft: Draft) -> None:
    document = Document(io.BytesIO(write_docx(replace(draft, signed_on=None))))
    assert not {"Signature", "SignedOn"} & {paragraph.style.style_id for paragraph in document.paragraphs}
