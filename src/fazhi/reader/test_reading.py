"""Reading whole reports: head, sections, meaning, claims."""

import re
import subprocess
import sys
from datetime import date

import pytest

from fazhi.reader import read
from fazhi.reader.unreadable import Unreadable

REPORT = """示例市示例区人民政府
关于2021年度法治政府建设情况的报告
示政〔2022〕3号
发布时间：2022-01-20 09:30  来源：示例区司法局

2021年，示例区认真贯彻落实上级部署，现将有关情况报告如下：
一、党政主要负责人履行推进法治建设第一责任人职责情况
（一）加强组织领导。召开区政府常务会议研究法治政府建设5次。
二、工作开展情况
（一）规范行政执法。一是加强培训。培训行政执法人员320人次。二是严格审核。审核重大执法决定46件，均已办结。
（二）化解矛盾纠纷。全年共受理行政复议案件32件，审结30件，结案率93.75%。调解案件512件，全部调解成功，无一起民转刑案件。
三、存在的主要问题
执法力量不足，人均办案35件。
四、2022年工作打算
力争培训行政执法人员500人次。
示例区人民政府
2022年1月15日
"""


def test_the_head_gives_title_organ_level_year_number_and_dates() -> None:
    document = read(REPORT)
    assert document.title == "示例市示例区人民政府关于2021年度法治政府建设情况的报告"
    assert (document.organ, document.level, document.year) == ("示例市示例区人民政府", "county", 2021)
    assert document.number == "示政〔2022〕3号"
    assert document.published_on == date(2022, 1, 20)
    assert document.signed_on == date(2022, 1, 15)


@pytest.mark.parametrize(
    ("title", "organ", "level"),
    [
        ("示例镇2020年法治政府建设年度报告", "示例镇人民政府", "township"),
        ("示例市司法局2024年法治政府建设情况报告", "示例市司法局", "department"),
        ("示例省2023年法治政府建设情况的报告", "示例省人民政府", "province"),
        ("示例自治州2019年度法治政府建设工作报告", "示例自治州人民政府", "city"),
        ("示例街道2022年度法治政府建设工作总结", "示例街道办事处", "township"),
    ],
)
def test_the_level_follows_the_organ(title: str, organ: str, level: str) -> None:
    document = read(title + "\n\n正文。\n")
    assert (document.organ, document.level) == (organ, level)


def test_a_city_with_counties_is_no_county_level_city() -> None:
    assert read("示例市2023年法治政府建设报告\n全市7个县（市、区）。").level == "city"
    assert read("示例市2023年法治政府建设报告\n全市12个乡镇（街道）。").level == "county"


def test_sections_form_a_tree_with_kinds() -> None:
    sections = read(REPORT).sections
    told = [
        (section.marker, section.kind, sections[section.parent].marker if section.parent is not None else "")
        for section in sections
        if section.level
    ]
    assert told == [
        ("一、", "leadership", ""),
        ("(一)", "leadership", "一、"),
        ("二、", "work", ""),
        ("(一)", "work", "二、"),
        ("一是", "work", "(一)"),
        ("二是", "work", "(一)"),
        ("(二)", "work", "二、"),
        ("三、", "problems", ""),
        ("四、", "next_year", ""),
    ]


def test_problems_and_plans_without_headings_are_sections() -> None:
    text = (
        "示例市2020年度法治政府建设工作报告\n2020年，全市工作如下：\n一、加强领导\n召开会议3次。\n二、规范执法\n办理案件12件。\n"
        "2020年，我市工作虽然取得了成效，但还存在一定差距，执法人员不足。2021年，我市将继续推进依法行政。"
    )
    kinds = [section.kind for section in read(text).sections]
    assert kinds[-2:] == ["problems", "next_year"]


def test_page_lines_are_furniture() -> None:
    furniture = [section for section in read(REPORT).sections if section.kind == "furniture"]
    assert [REPORT[section.start : section.end][:4] for section in furniture] == ["发布时间"]


def meanings(text: str) -> dict[str, tuple[str, str | None, bool]]:
    return {
        figure.text: (figure.measure, figure.workstream, figure.reported) for figure in read(text).figures
    }


def test_a_bare_verb_takes_the_object_told_before() -> None:
    told = meanings(REPORT)
    assert told["32件"][0] == "受理行政复议案件"
    assert told["30件"][0] == "审结行政复议案件"
    assert told["93.75%"][0] == "结案率"


def test_figures_belong_to_their_line_of_work() -> None:
    told = meanings(REPORT)
    assert told["5次"][1] == "leadership"
    assert told["320人次"][1] in {"training", "enforcement"}
    assert told["46件"][1] == "review"
    assert told["30件"][1] == "reconsideration"
    assert told["512件"][1] == "mediation"


def test_targets_of_the_next_year_are_not_reported() -> None:
    assert not meanings(REPORT)["500人次"][2]
    assert meanings(REPORT)["320人次"][2]


def test_claims_carry_the_count_they_speak_of() -> None:
    claims = [(claim.word, claim.value, claim.unit) for claim in read(REPORT).claims]
    assert claims == [("均已", 46, "件"), ("全部", 512, "件"), ("无", 0, None)]


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("全年受理案件32件。", "2021"),
        ("累计受理案件32件。", "cumulative to 2021"),
        ("截至目前，现有案件32件。", "as of 2021"),
        ("2018年以来，受理案件32件。", "2018-"),
        ("较去年的32件有所下降。", "before 2021"),
        ("上半年受理案件32件。", "2021 上半年"),
    ],
)
def test_the_period_follows_the_words_of_time(sentence: str, period: str) -> None:
    document = read(f"示例区2021年法治政府建设报告\n\n{sentence}\n")
    assert [figure.period for figure in document.figures] == [period]


def test_bare_numbers_in_a_table_take_unit_and_measure_from_its_heads() -> None:
    text = (
        "示例区2021年法治政府建设报告\n"
        "类别\t受理（件）\t结案率（%）\n行政复议\t32\t93.75\n行政应诉\t15\t100\n"
    )
    figures = read(text).figures
    assert [(float(figure.value or 0), figure.unit, figure.kind) for figure in figures] == [
        (32, "件", "count"),
        (93.75, "%", "rate"),
        (15, "件", "count"),
        (100, "%", "rate"),
    ]
    assert [figure.workstream for figure in figures] == ["reconsideration"] * 2 + ["litigation"] * 2
    assert figures[0].measure == "行政复议受理"
    assert figures[0].in_table


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "空文件"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "旧版"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "图片"),
        (b"PK\x03\x04" + bytes(60), "损坏"),
        (b"%PDF-1.7\nbroken", "损坏"),
        (bytes(range(256)) * 40, "编码"),
        (b"<html><body><script>x()</script></body></html>", "没有正文"),
    ],
)
def test_what_cannot_be_read_is_refused_in_chinese(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        read(data)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_encoding_is_detected(encoding: str) -> None:
    assert read(REPORT.replace("\n", "\r\n").encode(encoding)).text == REPORT


def test_importing_the_reader_loads_no_parser() -> None:
    probe = "import sys, fazhi.reader; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout
    assert not {"selectolax", "pypdfium2", "pdfplumber", "pyarrow", "django"} & set(loaded.split())


def test_lines_broken_at_a_width_are_read_as_paragraphs() -> None:
    body = (
        "全年共受理行政复议案件九十九件，审结行政复议案件91件，结案率为91.92%，比上年提高两个百分点，办理行政应诉案件"
        "136件，行政机关负责人出庭应诉率达到百分之一百，调解各类矛盾纠纷2865件，调解成功率为99.16%，"
    ) * 6
    lines = re.sub(r"(.{19,21})(?<![0-9.])(?=[^.])", r"\1\n", body)
    told = [(figure.value, figure.unit, figure.measure) for figure in read(lines).figures]
    assert [one[:2] for one in told] == [(figure.value, figure.unit) for figure in read(body).figures]
    assert read(lines).text == lines


def test_headings_stay_lines_where_lines_have_no_width() -> None:
    assert [section.marker for section in read(REPORT).sections if section.level == 1] == [
        "一、",
        "二、",
        "三、",
        "四、",
    ]
