"""An organ's own paragraphs, in both forms, and what is wrong with a file."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from fazhi.engine.refusal import Refusal
from fazhi.reports.contribution import Passage, from_json, from_markdown, read_contribution

MARKDOWN = """\
# 示例县2024年度法治政府建设工作报告
主送：中共示例县委、示例县人大常委会
成文日期：2025-02-20

## 一、主要举措和成效
### （六）行政复议和行政应诉
供稿：示例县司法局

行政复议主渠道作用
进一步发挥，审结{toy.closed}件。

## 存在的不足和原因
一是办案力量不足。

二是审核人员偏少。
"""


def test_markdown_keeps_chapter_part_and_the_unit_that_wrote() -> None:
    read = from_markdown(MARKDOWN, "供稿.md")
    assert read.title == "示例县2024年度法治政府建设工作报告"
    assert read.addressees == ("中共示例县委", "示例县人大常委会")
    assert read.signed_on == date(2025, 2, 20)
    assert read.passages == (
        Passage(
            "work",
            "行政复议主渠道作用进一步发挥，审结{toy.closed}件。",
            "行政复议和行政应诉",
            "示例县司法局",
        ),
        Passage("problems", "一是办案力量不足。"),
        Passage("problems", "二是审核人员偏少。"),
    )


def test_json_says_the_same_as_markdown() -> None:
    given = {
        "title": "示例县2024年度法治政府建设工作报告",
        "addressees": ["中共示例县委", "示例县人大常委会"],
        "signed_on": "2025-02-20",
        "paragraphs": [
            {
                "chapter": "work",
                "part": "行政复议和行政应诉",
                "source": "示例县司法局",
                "text": "行政复议主渠道作用进一步发挥，审结{toy.closed}件。",
            },
            {"chapter": "存在的不足和原因", "text": "一是办案力量不足。"},
            {"chapter": "problems", "text": "二是审核人员偏少。"},
        ],
    }
    assert from_json(json.dumps(given), "供稿.json") == from_markdown(MARKDOWN, "供稿.md")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("## 没有的部分\n段落", "第1行：报告提纲中没有“没有的部分”.*存在的不足和原因"),
        ("段落在前\n", "第2行之前的段落不属于任何部分"),
        ("### 小节在前\n段落", "第1行：看不懂标题"),
        ("成文日期：2025-02-30\n", "“2025-02-30”不是有效的日期"),
    ],
)
def test_a_wrong_file_is_refused_with_its_line(text: str, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        from_markdown(text, "供稿.md")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"paragraphs": [{"text": ""}]}', "第1段没有内容"),
        ('{"paragraphs": {}}', "段落的列表"),
        ("{", "第1行不是有效的 JSON"),
    ],
)
def test_a_wrong_json_file_is_refused_with_its_place(text: str, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        from_json(text, "供稿.json")


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"不能读取“.*没有\.md”"):
        read_contribution(tmp_path / "没有.md")
    gbk = tmp_path / "旧.md"
    gbk.write_bytes("## 主要举措和成效".encode("gbk"))
    with pytest.raises(Refusal, match="不是 UTF-8"):
        read_contribution(gbk)
