"""One report as TXT, web page, Word document and PDF gives the same figures; what cannot be read says why."""

import html
import io
import zipfile
from itertools import pairwise

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from fazhi.reader import read
from fazhi.reader.document import Document
from fazhi.reader.unreadable import Unreadable

PARAGRAPHS = [
    "示例市示例县人民政府关于2022年度法治政府建设情况的报告",
    "2022年，示例县深入学习贯彻党的二十大精神，扎实推进法治政府建设，现将有关情况报告如下。",
    "一、工作开展情况",
    (
        "（一）规范行政执法。全年办理行政处罚案件1,234件，罚没款56.78万元，同比下降12.5%；评查案卷120卷，"
        "合格率百分之九十八点五。开展“双随机、一公开”抽查68次，检查企业2.3万余户次，落实三项制度，"
        "培训执法人员四百五十余人次。"
    ),
    (
        "（二）化解矛盾纠纷。受理行政复议案件32件，审结30件，结案率93.75%；调解案件512件，"
        "成功率约99%，无一起民转刑案件。"
    ),
    "二、存在的问题",
    "一是执法力量不足，近三年仅增加2名；二是三分之一以上的乡镇没有专职人员。",
    "2023年1月15日",
]
NAVIGATION = "".join(f'<li><a href="/{n}">栏目{n}（{n}条）</a></li>' for n in range(40))
PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>x</title><script>var n = 12345;</script>
<style>p {{ margin: 12px }}</style></head><body><div class="top-nav"><ul>{navigation}</ul></div>
<div class="crumbs">当前位置：首页 &gt; 第3栏</div><div class="wrap"><div class="article"><h1>{title}</h1>
<div id="zoom">{body}</div></div>
<div class="sidebar"><ul><li><a>2024年第5号公告</a> 2024-01-02</li></ul></div></div>
<div class="footer">版权所有 电话：0000-1234567 ICP备05012345号 访问量：123456次</div></body></html>"""


def page(charset: str = "utf-8", body: str | None = None) -> bytes:
    body = body or "".join(f"<p>&emsp;&emsp;{html.escape(one)}</p>" for one in PARAGRAPHS[1:])
    text = PAGE.format(charset=charset, navigation=NAVIGATION, title=PARAGRAPHS[0], body=body)
    return text.encode("gb18030" if charset == "gb2312" else charset)


def word() -> bytes:
    document = docx.Document()
    for one in PARAGRAPHS:
        document.add_paragraph(one)
    return saved(document)


def saved(document: "docx.document.Document") -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def figures(document: Document) -> list[tuple[object, ...]]:
    return [(one.value, one.unit, one.qualifier, one.kind) for one in document.mentions]


PLAIN = figures(read("\n".join(PARAGRAPHS)))


@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
def test_a_web_page_with_navigation_gives_the_figures_of_the_text(charset: str) -> None:
    document = read(page(charset))
    assert figures(document) == PLAIN
    assert document.title == PARAGRAPHS[0]


def test_the_date_in_the_head_of_a_page_is_its_publication() -> None:
    data = page().replace(b"<title>", b'<meta name="PubDate" content="2023-01-20 10:30"><title>')
    assert str(read(data).published_on) == "2023-01-20"


def test_a_page_of_divisions_and_breaks_gives_the_figures_of_the_text() -> None:
    body = "<div>" + "<br/>".join(f"<span>{one}</span>" for one in PARAGRAPHS[1:]) + "</div>"
    assert figures(read(page(body=body))) == PLAIN


def test_a_word_document_gives_the_figures_of_the_text() -> None:
    assert figures(read(word())) == PLAIN


@pytest.mark.fonts
def test_a_pdf_gives_the_figures_of_the_text() -> None:
    from weasyprint import HTML

    style = "@page {size: A4; margin: 37mm 26mm; @bottom-center {content: '— ' counter(page) ' —'}}"
    style += "body {font: 16pt/28pt 'Noto Serif CJK SC'} p {margin: 0; text-indent: 2em; text-align: justify}"
    text = "".join(f"<p>{html.escape(one)}</p>" for one in PARAGRAPHS)
    document = read(HTML(string=f"<style>{style}</style>{text}").write_pdf())
    assert figures(document) == PLAIN
    assert [section.kind for section in document.sections if section.level == 1] == ["work", "problems"]


TABLE = [["类别", "受理（件）", "金额（万元）"], ["行政复议", "32", "1.5"], ["行政应诉", "15", "2"]]
TOLD = [(32, "件"), (15_000, "元"), (15, "件"), (20_000, "元")]


def told(document: Document) -> list[tuple[object, ...]]:
    return [(one.value, one.unit) for one in document.figures if one.in_table]


def test_a_page_arranged_by_tables_is_read_without_its_navigation() -> None:
    cells = "".join(f"<td><a href=x>栏目{number}</a></td>" for number in range(20))
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in TABLE)
    prose = "<br>&nbsp;&nbsp;".join(PARAGRAPHS[1:]).replace("1,234", "<b>1,2</b><span>34</span>")
    page_of_tables = (
        f"<html><body><table width=1000><tr>{cells}</tr></table><table><tr><td><a>相关链接1</a></td><td>"
        f"<center><font size=5>{PARAGRAPHS[0]}</font></center><p>&nbsp;{prose}<br><table "
        f"border=1>{rows}</table>"
        "</td></tr></table><table><tr><td>主办：示例县政府 电话：0000-1234567</td></tr></table></body></html>"
    )
    document = read(page_of_tables.encode("gb18030"))
    assert figures(document)[: len(PLAIN)] == PLAIN
    assert told(document) == TOLD


def test_a_table_of_a_web_page_keeps_its_heads() -> None:
    rows = "".join("<tr>" + "".join(f"<td><p>{cell}</p></td>" for cell in row) + "</tr>" for row in TABLE)
    body = "".join(f"<p>{one}</p>" for one in PARAGRAPHS[1:]) + f"<table border=1>{rows}</table>"
    assert told(read(page(body=body))) == TOLD


def test_a_table_of_a_word_document_keeps_its_heads() -> None:
    document = docx.Document()
    document.add_paragraph(PARAGRAPHS[0])
    table = document.add_table(len(TABLE), len(TABLE[0]))
    for cells, row in zip(table.rows, TABLE, strict=True):
        for cell, text in zip(cells.cells, row, strict=True):
            cell.text = text
    document.add_paragraph("附表后一段。")
    read_back = read(saved(document))
    assert told(read_back) == TOLD
    assert read_back.text.endswith("附表后一段。")


@pytest.mark.fonts
def test_a_ruled_table_of_a_pdf_keeps_its_heads() -> None:
    from weasyprint import HTML

    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in TABLE)
    style = "body {font: 14pt 'Noto Serif CJK SC'} table {border-collapse: collapse} td {border: 1px solid}"
    pdf = HTML(
        string=(f"<style>{style}</style><p>{PARAGRAPHS[0]}</p><table>{rows}</table><p>附表后一段。</p>")
    )
    document = read(pdf.write_pdf())
    assert told(document) == TOLD
    assert document.text.rstrip().endswith("附表后一段。")


def test_list_numbers_that_word_counts_are_read() -> None:
    document = docx.Document()
    for text in ("加强领导。", "规范执法。"):
        paragraph = document.add_paragraph(text)
        properties = paragraph._p.get_or_add_pPr()
        numbering = OxmlElement("w:numPr")
        for name, value in (("w:ilvl", "0"), ("w:numId", "77")):
            element = OxmlElement(name)
            element.set(qn("w:val"), value)
            numbering.append(element)
        properties.append(numbering)
    root = document.part.numbering_part.element
    for xml in (
        (
            '<w:abstractNum {ns} w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
        ),
        '<w:num {ns} w:numId="77"><w:abstractNumId w:val="77"/></w:num>',
    ):
        from docx.oxml import parse_xml

        space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        root.append(parse_xml(xml.format(ns=space)))
    assert read(saved(document)).text == "一、加强领导。\n二、规范执法。"


def test_a_zip_bomb_is_refused_before_it_is_parsed() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b" " * 20_000_000)
    with pytest.raises(Unreadable, match="大得不正常"):
        read(stream.getvalue())


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("word/document.xml", b"<w:document", "损坏"),
        ("word/document.xml", b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "损坏"),
        ("xl/workbook.xml", b"<a/>", "Excel"),
        ("a.txt", b"a", "压缩包"),
    ],
)
def test_other_archives_are_refused(name: str, content: bytes, said: str) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, content)
    with pytest.raises(Unreadable, match=said):
        read(stream.getvalue())


def test_a_scanned_pdf_says_that_it_holds_no_text() -> None:
    from weasyprint import HTML

    with pytest.raises(Unreadable, match="文字识别"):
        read(HTML(string="<div style='width:9cm;height:9cm;background:#888'></div>").write_pdf())


def test_a_page_with_a_hundred_thousand_tags_is_read() -> None:
    body = "<div>" * 3000 + "".join(f"<p>{one}</p>" for one in PARAGRAPHS[1:]) + "<b><i></i></b>" * 50_000
    assert figures(read(page(body=body))) == PLAIN


@pytest.mark.parametrize("page_of_tags", [b"<p>1</p>" * 500_000, b"<div>" * 100_000])
def test_a_page_of_a_million_tags_is_refused_at_once(page_of_tags: bytes) -> None:
    with pytest.raises(Unreadable, match="标签多得不正常"):
        read(b"<html><body>" + page_of_tags)


def test_mentions_stay_in_order_and_apart_in_every_format() -> None:
    for data in (page(), word()):
        document = read(data)
        assert all(one.end <= two.start for one, two in pairwise(document.mentions))
        assert all(document.text[one.start : one.end] == one.text for one in document.mentions)
