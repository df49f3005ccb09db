"""The draft as a Word file in the layout of official documents; each number links to its row in the annex."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from fazhi.reports import layout
from fazhi.reports.facts import SAMPLE, facts_of
from fazhi.reports.layout import Style
from fazhi.reports.manuscript import Draft, Entry, Run
from fazhi.reports.page import COLUMNS, ORIGINS

STYLES: dict[str, Style] = {
    "title": layout.TITLE,
    "addressees": layout.FLUSH,
    "chapter": layout.CHAPTER,
    "part": layout.PART,
    "paragraph": layout.BODY,
    "signature": layout.SIGNATURE,
    "date": layout.DATE,
}
WIDTHS = (34, 20, 20, 15, 67)
"""Columns of the annex in millimetres; together the type area."""
NUMERIC = (1, 3)
"""Columns of the annex that hold numbers, set to the right."""

STYLES_WITH_EFFECTS = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"
# What the library's template brings along and a document of ours does not use.
UNUSED = frozenset({RT.THEME, RT.CUSTOM_XML, RT.NUMBERING, RT.WEB_SETTINGS, STYLES_WITH_EFFECTS})


def write_docx(draft: Draft) -> bytes:
    """The whole file."""
    document = Document()
    dress(document, draft)
    body = document.element.body
    for child in list(body):
        body.remove(child)
    section = parse_xml(layout.section_xml())
    body.append(section)
    footers(document)
    marks = {entry.key: f"figure_{place}" for place, entry in enumerate(draft.entries, 1)}
    if draft.synthetic:
        section.addprevious(paragraph(layout.CELL, (Run(SAMPLE),)))
    blocks = tuple(draft.blocks())
    for block in blocks:
        line = paragraph(STYLES[block.kind], block.runs, marks)
        section.addprevious(line)
        if block.kind == "signature":
            line.find(qn("w:pPr")).append(over_the_date(block.text, blocks[-1].text))
        if block.kind == "title":
            # 标题与正文之间空一行 (7.3.1)
            section.addprevious(paragraph(layout.BODY, ()))
    for element in annex(draft, marks):
        section.addprevious(element)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def dress(document: Any, draft: Draft) -> None:
    """Put our style sheet and fonts in the place of the template's, and drop what carries theme fonts."""
    styles = document.styles.element
    for child in list(styles):
        styles.remove(child)
    styles.extend(list(parse_xml(layout.styles_xml())))
    part = document.part
    for identifier, relation in list(part.rels.items()):
        if relation.reltype in UNUSED:
            del part.rels[identifier]
        elif relation.reltype == RT.FONT_TABLE:
            relation.target_part._blob = layout.fonts_xml().encode()
    package = part.package
    for identifier, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[identifier]
    set_settings(document)
    core = document.core_properties
    core.title, core.author, core.comments = draft.title, draft.organ, f"事实集 sha256 {draft.digest}"
    core.language, core.revision = "zh-CN", 1
    core.created = core.modified = draft.frozen_at.replace(microsecond=0)
    core.last_modified_by = ""


def set_settings(document: Any) -> None:
    """Odd and even pages differ; punctuation is compressed as Chinese does; no theme language."""
    settings = document.settings
    settings.odd_and_even_pages_header_footer = True
    for element in list(settings.element):
        if element.tag == qn("w:themeFontLang"):
            settings.element.remove(element)
        elif element.tag == qn("w:characterSpacingControl"):
            element.set(qn("w:val"), "compressPunctuation")


def footers(document: Any) -> None:
    """— 1 — at the outer side: right on odd pages, left on even ones （7.5）."""
    section = document.sections[0]
    for footer, style in (
        (section.footer, layout.FOOTER_ODD),
        (section.even_page_footer, layout.FOOTER_EVEN),
    ):
        footer.is_linked_to_previous = False
        root = footer._element
        for child in list(root):
            root.remove(child)
        line = paragraph(style, (Run("— "),))
        field = element("w:fldSimple", instr="PAGE")
        field.append(text_run("1"))
        line.append(field)
        line.append(text_run(" —"))
        root.append(line)


def over_the_date(organ: str, day: str) -> Any:
    """发文机关署名以成文日期为准居中 (7.3.5.1): the indent at the right that sets it so."""
    right = max(0.0, layout.DATE.right + (layout.width_of(day) - layout.width_of(organ)) / 2)
    twips = round(right * layout.DATE.points * 20)
    return element("w:ind", rightChars=round(100 * right), right=twips)


def element(tag: str, **attributes: str | int) -> Any:
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def paragraph(style: Style, runs: Iterable[Run], marks: dict[str, str] | None = None) -> Any:
    """One paragraph; a figure becomes a link to its bookmark in the annex."""
    made = element("w:p")
    properties = element("w:pPr")
    properties.append(element("w:pStyle", val=style.id))
    made.append(properties)
    for run in runs:
        if run.figure and marks:
            link = element("w:hyperlink", anchor=marks[run.figure], history=1)
            link.append(text_run(run.text))
            made.append(link)
        else:
            made.append(text_run(run.text))
    return made


def text_run(text: str) -> Any:
    """A run; the hint keeps Chinese punctuation in the Chinese font."""
    run = element("w:r")
    properties = element("w:rPr")
    properties.append(element("w:rFonts", hint="eastAsia"))
    run.append(properties)
    content = element("w:t")
    content.text = text
    content.set(qn("xml:space"), "preserve")
    run.append(content)
    return run


def annex(draft: Draft, marks: dict[str, str]) -> Iterable[Any]:
    """附件另面编排 (7.3.4): the figures of the text with their sources, and the hash of the fact set."""
    head = paragraph(layout.FLUSH, (Run("附表"),))
    head.find(qn("w:pPr")).insert(1, element("w:pageBreakBefore"))
    yield head
    yield paragraph(layout.TITLE, (Run("正文数据及其来源"),))
    yield table(draft, marks)
    yield paragraph(layout.CELL, ())
    for name, value in facts_of(draft):
        yield paragraph(layout.CELL, (Run(f"{name}：{value}"),))


def table(draft: Draft, marks: dict[str, str]) -> Any:
    made = element("w:tbl")
    properties = element("w:tblPr")
    properties.append(element("w:tblW", w=layout.twips(sum(WIDTHS)), type="dxa"))
    properties.append(element("w:jc", val="center"))
    borders = element("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(element(f"w:{side}", val="single", sz=4, space=0, color="auto"))
    properties.append(borders)
    properties.append(element("w:tblLayout", type="fixed"))
    made.append(properties)
    grid = element("w:tblGrid")
    for width in WIDTHS:
        grid.append(element("w:gridCol", w=layout.twips(width)))
    made.append(grid)
    made.append(row(COLUMNS, header=True))
    for place, entry in enumerate(draft.entries, 1):
        made.append(row(cells_of(entry), mark=marks[entry.key], number=place))
    return made


def cells_of(entry: Entry) -> tuple[str, ...]:
    return entry.label, entry.printed, ORIGINS[entry.origin], str(entry.records), entry.basis


def row(cells: Iterable[str], *, header: bool = False, mark: str = "", number: int = 0) -> Any:
    """One row, never torn over two pages; ``mark`` is the bookmark that the text links to."""
    made = element("w:tr")
    properties = element("w:trPr")
    properties.append(element("w:cantSplit"))
    if header:
        properties.append(element("w:tblHeader"))
    made.append(properties)
    for place, (width, text) in enumerate(zip(WIDTHS, cells, strict=True)):
        cell = element("w:tc")
        cell_properties = element("w:tcPr")
        cell_properties.append(element("w:tcW", w=layout.twips(width), type="dxa"))
        cell.append(cell_properties)
        line = paragraph(layout.CELL, (Run(text),))
        if place in NUMERIC and not header:
            line.find(qn("w:pPr")).append(element("w:jc", val="right"))
        if mark:
            line.insert(1, element("w:bookmarkStart", id=number, name=mark))
            line.append(element("w:bookmarkEnd", id=number))
            mark = ""
        cell.append(line)
        made.append(cell)
    return made
