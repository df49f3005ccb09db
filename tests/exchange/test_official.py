"""Papers set as Word files; templates of organs are filled and never carried out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document

from fazhi.engine.paper import Letter, Table
from fazhi.engine.refusal import Refusal
from fazhi.exchange.official.letter import render
from fazhi.exchange.official.template import LARGEST, faults, unpacked

KNOWN = {"paper_number": "文号", "applicant": "申请人"}
LETTER = Letter(
    "决定书", "示复决〔2026〕1号", "张三：", ("第一段。", "第二段。"), "示例县人民政府", date(2026, 3, 1),
    {"文号": "示复决〔2026〕1号", "paper_number": "示复决〔2026〕1号",
     "applicant": "{{organ}}", "申请人": "张三"},
)  # fmt: skip


LISTED = replace(
    LETTER,
    lines=("议题：", Table(("序号", "议题", "提请单位"), (("1", "研究法治建设", "司法局"),)), "请参加。"),
)


def cells(content: bytes) -> list[list[str]]:
    [table] = Document(BytesIO(content)).tables
    return [[cell.text for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize("own", [False, True])
def test_a_table_stands_where_the_text_has_it_in_the_built_in_layout_and_in_a_template(own: bool) -> None:
    content = render(LISTED, word("{{applicant}}", "{{正文}}", "完") if own else None)
    body = Document(BytesIO(content)).element.body
    told = [one.tag.rpartition("}")[2] for one in body if one.tag.rpartition("}")[2] in {"p", "tbl"}]
    at = told.index("tbl")
    paragraphs = list(body.iterchildren("{*}p"))
    assert [paragraphs[at - 1].text, paragraphs[at].text] == ["议题：", "请参加。"]
    assert cells(content) == [["序号", "议题", "提请单位"], ["1", "研究法治建设", "司法局"]]
    assert render(LISTED, None) == render(LISTED, None)


def word(*paragraphs: tuple[str, ...] | str) -> bytes:
    """A template of these paragraphs, each a text or the runs that Word has cut it into."""
    document = Document()
    for paragraph in paragraphs:
        made = document.add_paragraph()
        for run in (paragraph,) if isinstance(paragraph, str) else paragraph:
            made.add_run(run)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def texts(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(BytesIO(content)).paragraphs]


def changed(change: Callable[[dict[str, bytes]], None], template: bytes | None = None) -> bytes:
    """A template with its parts changed."""
    parts = unpacked(template or word("{{正文}}"))
    change(parts)
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file.getvalue()


def inserted(xml: bytes) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        body = parts["word/document.xml"]
        parts["word/document.xml"] = body.replace(b"<w:sectPr", xml + b"<w:sectPr", 1)

    return change


def test_built_in_layout_has_organ_name_number_address_text_signature_and_date() -> None:
    assert [text for text in texts(render(LETTER, None)) if text] == [
        "示例县人民政府", "决定书", "示复决〔2026〕1号", "张三：", "第一段。", "第二段。",
        "示例县人民政府", "2026年3月1日",
    ]  # fmt: skip


@pytest.mark.parametrize("template", [None, word("{{文号}}", "{{正文}}")])
def test_same_letter_gives_the_same_bytes(template: bytes | None) -> None:
    assert render(LETTER, template) == render(LETTER, template)


def test_template_is_filled_though_word_has_cut_its_places_into_runs() -> None:
    template = word(("第{", "{文", "号}}号"), "致{{主送}}", "{{正文}}", "{{ paper_number }}，{{申请人}}")
    assert faults(template, KNOWN) == []
    assert texts(render(LETTER, template)) == [
        "第示复决〔2026〕1号号", "致张三：", "第一段。", "第二段。", "示复决〔2026〕1号，张三",
    ]  # fmt: skip


def test_what_a_party_is_called_is_never_filled_in_again() -> None:
    assert texts(render(LETTER, word("{{applicant}}"))) == ["{{organ}}"]


def test_place_is_written_in_the_font_of_its_first_character() -> None:
    document = Document(BytesIO(word(("{{文", "号}}", "甲"))))
    document.paragraphs[0].runs[0].bold = True
    file = BytesIO()
    document.save(file)
    runs = Document(BytesIO(render(LETTER, file.getvalue()))).paragraphs[0].runs
    assert [(run.text, run.bold) for run in runs] == [("示复决〔2026〕1号", True), ("", None), ("甲", None)]


@pytest.mark.parametrize(
    ("template", "said"),
    [
        (word("{{身份证}}"), "没有“身份证”这一占位"),
        (word("{{applicant.__class__}}"), "没有“applicant.__class__”这一占位"),
        (word("{% for x in y %}"), "模板中不能写程序"),
        (word("前{{正文}}"), "应当独占一段"),
        (b"no zip", "不是可以读取的DOCX文件"),
        (b"0" * (LARGEST + 1), "模板超过5兆字节"),
    ],
)
def test_wrong_template_is_refused_with_its_fault(template: bytes, said: str) -> None:
    assert said in " ".join(map(str, faults(template, KNOWN)))


def external(parts: dict[str, bytes]) -> None:
    rels = parts["word/_rels/document.xml.rels"]
    link = b'<Relationship Id="rIdX" Type="x" Target="http://example.org/a" TargetMode="External"/>'
    parts["word/_rels/document.xml.rels"] = rels.replace(b"</Relationships>", link + b"</Relationships>")


def entity(parts: dict[str, bytes]) -> None:
    head = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    parts["word/document.xml"] = head + parts["word/document.xml"].partition(b"?>")[2]


def field(code: bytes) -> bytes:
    return b"<w:p><w:r><w:instrText>" + code + b"</w:instrText></w:r></w:p>"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda parts: parts.update({"word/vbaProject.bin": b"x"}), "含有宏或者嵌入的对象"),
        (lambda parts: parts.update({"word/embeddings/a.xlsx": b"x"}), "含有宏或者嵌入的对象"),
        (lambda parts: parts.update({"word/a.exe": b"x"}), "含有宏或者嵌入的对象"),
        (external, "链接到外部：http://example.org/a"),
        (entity, "含有文档类型声明"),
        (inserted(field(b" DDEAUTO c:\\\\a.exe ")), "含有不允许的域"),
        (inserted(field(b" PAGE </w:instrText><w:instrText> INCLUDETEXT a ")), "含有不允许的域"),
        (inserted(b'<w:p><w:fldSimple w:instr="INCLUDEPICTURE x"/></w:p>'), "含有不允许的域"),
        (inserted(b"<w:altChunk/>"), "嵌入了其他文件"),
        (lambda parts: parts.pop("word/document.xml"), "不是可以读取的DOCX文件"),
        (lambda parts: parts.update({"word/a.xml": b"<a>" + b" " * 40_000_000 + b"</a>"}), "内容过大"),
        (lambda parts: parts.update({f"word/a{at}.xml": b"<a/>" for at in range(301)}), "内容过大"),
    ],
)
def test_file_that_would_do_something_is_refused(change: Any, said: str) -> None:
    assert said in " ".join(map(str, faults(changed(change), KNOWN)))


def test_page_numbers_may_stay_in_a_template() -> None:
    assert faults(changed(inserted(field(b" PAGE \\* MERGEFORMAT "))), KNOWN) == []


def test_place_without_a_value_is_refused_when_it_is_filled() -> None:
    with pytest.raises(Refusal, match="“来源”没有可填的内容"):
        render(LETTER, word("{{来源}}"))
