"""A Word file in the layout of official documents: page, styles, fonts, page numbers."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from fazhi.exchange.official import layout
from fazhi.exchange.official.layout import Style

STYLES_WITH_EFFECTS = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"
# What the library's template brings along and a document of ours does not use.
UNUSED = frozenset({RT.THEME, RT.CUSTOM_XML, RT.NUMBERING, RT.WEB_SETTINGS, STYLES_WITH_EFFECTS})
NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The stamp of every part of the package: two files of one text are the same file."""


def open_sheet(title: str, author: str, comments: str, made_at: datetime) -> tuple[Any, Any]:
    """An empty document and its section, before which its paragraphs are put."""
    document = Document()
    dress(document, title, author, comments, made_at)
    body = document.element.body
    for child in list(body):
        body.remove(child)
    section = parse_xml(layout.section_xml())
    body.append(section)
    footers(document)
    return document, section


def packed(document: Any) -> bytes:
    """The whole file."""
    file = BytesIO()
    document.save(file)
    with ZipFile(file) as package:
        return zipped({name: package.read(name) for name in package.namelist()})


def zipped(parts: dict[str, bytes]) -> bytes:
    """A package of these parts, in their order and without the time."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(ZipInfo(name, NO_TIME), content, ZIP_DEFLATED)
    return file.getvalue()


def dress(document: Any, title: str, author: str, comments: str, made_at: datetime) -> None:
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
    core.title, core.author, core.comments = title[:255], author[:255], comments[:255]
    core.language, core.revision = "zh-CN", 1
    core.created = core.modified = made_at.replace(microsecond=0)
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
        line = block(style, text_run("— "))
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


def block(style: Style, *children: Any) -> Any:
    """One paragraph in a style."""
    made = element("w:p")
    properties = element("w:pPr")
    properties.append(element("w:pStyle", val=style.id))
    made.append(properties)
    for child in children:
        made.append(child)
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
