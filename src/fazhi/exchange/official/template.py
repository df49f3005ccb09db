"""Templates of organs: what a Word file may hold to be taken in, and a paper set in it.

A template is text with places such as ``{{文号}}`` or ``{{applicant}}``: they are replaced and nothing else
happens. There is no language in it, no field but the page number, no macro, no link to the outside.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from copy import deepcopy
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml.etree import XMLSyntaxError

from fazhi.engine.paper import Letter, Table
from fazhi.engine.refusal import Lack, Refusal
from fazhi.exchange.official.grid import set_table
from fazhi.exchange.official.sheet import element, zipped

PLACE = re.compile(r"\{\{\s*([^{}]+?)\s*\}\}")
BODY, TO = "正文", "主送"
"""The two places that are no value of the record: all paragraphs of the paper, and whom it addresses."""
UNREADABLE = (BadZipFile, Refusal, XMLSyntaxError, KeyError, ValueError, RuntimeError, EOFError, zlib.error)
LARGEST, LARGEST_UNPACKED, MOST_PARTS = 5 * 1024 * 1024, 30 * 1024 * 1024, 300
MAIN = "word/document.xml"
TEXT_PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
XML_PART = re.compile(r".*\.(xml|rels)")
UNWANTED = re.compile(r"vbaProject|vbaData|activeX|embeddings/|oleObject|afchunk", re.IGNORECASE)
KINDS = re.compile(r".*\.(xml|rels|png|jpe?g|gif|bmp|tiff?|emf|wmf|odttf)", re.IGNORECASE)
FIELDS = re.compile(
    r"\s*((PAGE|NUMPAGES|SECTIONPAGES)\s*(\\\*\s*(MERGEFORMAT|Arabic|ArabicDash)\s*)*)+", re.IGNORECASE
)
AFTER_INDENT = frozenset(
    qn(f"w:{name}")
    for name in ("contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection",
                 "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr",
                 "pPrChange")
)  # fmt: skip
"""What stands after the indent among the properties of a paragraph."""
WORDS = {"instr": qn("w:instrText"), "field": qn("w:fldSimple"), "chunk": qn("w:altChunk")}


def faults(content: bytes, known: Mapping[str, str]) -> list[Lack]:
    """Why the file cannot be a template; nothing of it is carried out to find that.

    :param known: placeholder → its Chinese name; both may stand in a template.
    """
    if len(content) > LARGEST:
        return [Lack("模板超过5兆字节", "请去掉图片后上传", field="upload")]
    try:
        parts = unpacked(content)
        told = [*package_faults(parts), *place_faults(parts, known)]
    except UNREADABLE:
        told = ["不是可以读取的DOCX文件，或者内容过大"]
    return [Lack(text, "请改正模板后重新上传", field="upload") for text in told]


def unpacked(content: bytes) -> dict[str, bytes]:
    """The parts of the package, by what they truly hold and not by what they say of their size.

    :raises Refusal: too many or too large.
    """
    parts: dict[str, bytes] = {}
    left = LARGEST_UNPACKED
    with ZipFile(BytesIO(content)) as package:
        infos = package.infolist()
        if len(infos) > MOST_PARTS:
            raise Refusal("模板的部件过多。")
        for info in infos:
            with package.open(info) as file:
                found = file.read(left + 1)
            left -= len(found)
            if left < 0 or info.filename in parts:
                raise Refusal("模板展开后过大，或者部件重复。")
            parts[info.filename] = found
    if MAIN not in parts:
        raise Refusal("不是DOCX文件。")
    return parts


def package_faults(parts: Mapping[str, bytes]) -> Iterator[str]:
    """Macros, embedded objects, links to the outside, fields that would do something when opened."""
    for name, content in parts.items():
        if UNWANTED.search(name) or not (name.endswith("/") or KINDS.fullmatch(name)):
            yield f"含有宏或者嵌入的对象（{name}）"
        if not XML_PART.fullmatch(name):
            continue
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            yield f"含有文档类型声明（{name}）"
            continue
        root = parse_xml(content)
        if root.getroottree().docinfo.doctype:
            yield f"含有文档类型声明（{name}）"
        if name.endswith(".rels"):
            outside = [one.get("Target", "") for one in root if one.get("TargetMode") == "External"]
            yield from (f"链接到外部：{target[:80]}" for target in outside)
        elif name == "[Content_Types].xml" and b"macroEnabled" in content:
            yield "含有宏"
        else:
            yield from field_faults(root)


def field_faults(root: Any) -> Iterator[str]:
    for node in root.iter(WORDS["chunk"]):
        yield f"嵌入了其他文件（{node.tag.rpartition('}')[2]}）"
    codes = [node.get(qn("w:instr"), "") for node in root.iter(WORDS["field"])]
    for paragraph in root.iter(qn("w:p")):
        # A field's code may be cut into runs; together they are read.
        told = "".join(node.text or "" for node in paragraph.iter(WORDS["instr"]))
        codes += [told] if told.strip() else []
    for code in codes:
        if not FIELDS.fullmatch(code):
            yield f"含有不允许的域：{code.strip()[:60]}"


def place_faults(parts: Mapping[str, bytes], known: Mapping[str, str]) -> Iterator[str]:
    """Every place that no value belongs to, and a place for the text that shares its paragraph."""
    names = {*known, *known.values(), BODY, TO}
    for name, content in parts.items():
        if not TEXT_PARTS.fullmatch(name):
            continue
        for paragraph in parse_xml(content).iter(qn("w:p")):
            text = text_of(paragraph)
            found = PLACE.findall(text)
            yield from (f"没有“{place}”这一占位" for place in found if place not in names)
            if BODY in found and PLACE.sub("", text).strip():
                yield f"“{{{{{BODY}}}}}”应当独占一段"
            if "{%" in text or "{#" in text:
                yield f"模板中不能写程序：{text.strip()[:40]}"


def set_in(content: bytes, letter: Letter) -> bytes:
    """The template with every place filled.

    :raises Refusal: it holds a place that the paper has no value for.
    """
    parts = unpacked(content)
    for name in [name for name in parts if TEXT_PARTS.fullmatch(name)]:
        root = parse_xml(parts[name])
        for paragraph in list(root.iter(qn("w:p"))):
            fill(paragraph, letter)
        parts[name] = serialize_part_xml(root)
    return zipped(parts)


def fill(paragraph: Any, letter: Letter) -> None:
    text = text_of(paragraph)
    if BODY in PLACE.findall(text):

        def like(line: str) -> Any:
            copy = deepcopy(paragraph)
            put(copy, 0, len(text), line)
            return copy

        for line in letter.lines:
            set_line = (
                set_table(line, lambda cell: unindented(like(cell)))
                if isinstance(line, Table)
                else like(line)
            )
            paragraph.addprevious(set_line)
        paragraph.getparent().remove(paragraph)
        return
    for match in reversed(list(PLACE.finditer(text))):
        put(paragraph, *match.span(), value(letter, match[1]))


def unindented(paragraph: Any) -> Any:
    """The paragraph without the indent of the text, for a cell of a table."""
    properties = paragraph.find(qn("w:pPr"))
    if properties is None:
        properties = element("w:pPr")
        paragraph.insert(0, properties)
    for old in properties.findall(qn("w:ind")):
        properties.remove(old)
    after = [one for one in properties if one.tag in AFTER_INDENT]
    indent = element("w:ind", firstLineChars=0, firstLine=0)
    after[0].addprevious(indent) if after else properties.append(indent)
    return paragraph


def value(letter: Letter, place: str) -> str:
    if place == TO:
        return letter.to
    if place not in letter.values:
        raise Refusal(f"模板中的“{place}”没有可填的内容。请改正模板后重新上传。")
    return letter.values[place]


def pieces(paragraph: Any) -> list[Any]:
    """The paragraph's own texts, not those of a text box that hangs in it."""
    own = qn("w:p")
    return [node for node in paragraph.iter(qn("w:t")) if next(node.iterancestors(own), None) is paragraph]


def text_of(paragraph: Any) -> str:
    return "".join(node.text or "" for node in pieces(paragraph))


def put(paragraph: Any, start: int, end: int, text: str) -> None:
    """Write ``text`` for the characters from ``start`` to ``end``, in the font of the first: Word
    cuts a place into runs as it likes.
    """
    at, written = 0, False
    for node in pieces(paragraph):
        here = node.text or ""
        first, last = max(start - at, 0), min(end - at, len(here))
        at += len(here)
        if first >= last:
            continue
        node.text = here[:first] + ("" if written else text) + here[last:]
        node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        written = True
