"""Reading and auditing a report: bytes a second, growth with length, and beside recognizers-text-number.

The text is made of invented sentences as reports write them. The peer finds numbers and percentages only; it
reads a smaller piece, because it takes minutes for the whole, and is compared by seconds a byte.
"""

from __future__ import annotations

import re
from typing import Any

import emoji

from benchmarks.row import Options, Row, best
from fazhi.reader import audit, read

SENTENCES = (
    "全年共受理行政复议案件{a}件，审结{b}件，结案率为{c}.{d:02}%，直接纠错率{d}.5%。",
    "开展行政检查{b}次，办理行政处罚案件{a}件，罚没款{c}.{d:02}万元，同比下降{d}.{d:02}%。",
    "调解各类矛盾纠纷{a}件，调解成功{b}件，涉案金额{c}万余元；培训行政执法人员{a}余人次。",
    "其中：市政府为被告的{d}件，县级政府为被告的{c}件；三分之一以上的乡镇建立了联系点{d}个。",
)
# As dense as real reports: one figure to some sixty characters, one sentence in three with figures.
PROSE = (
    "坚持把法治政府建设摆在全局工作的重要位置，主要负责同志认真履行第一责任人职责，亲自研究部署、协调解决重大问题。",
    "严格落实重大行政决策法定程序，把公众参与、专家论证、风险评估、合法性审查和集体讨论决定作为必经程序。",
    "健全行政执法与刑事司法衔接机制，推进严格规范公正文明执法，切实维护人民群众的合法权益。",
    "完善多元化解机制，推动矛盾纠纷就地化解，畅通群众诉求表达、利益协调、权益保障的渠道。",
)
BARE = re.compile(r"[0-9０-９]+(?:[.,，][0-9]+)*|[零一二两三四五六七八九十百千万亿]+")
SMALL, LARGE, PEER = 100_000, 10_000_000, 8_000


def recognizers() -> tuple[Any, Any]:
    """The peer's models of numbers and of percentages."""
    # It was written for an older emoji, which named its table so.
    emoji.UNICODE_EMOJI = emoji.EMOJI_DATA
    from recognizers_number import Culture, NumberRecognizer

    recognizer = NumberRecognizer(Culture.Chinese)
    return recognizer.get_number_model(Culture.Chinese), recognizer.get_percentage_model(Culture.Chinese)


def text_of(size: int) -> str:
    """About ``size`` bytes of UTF-8, twelve sentences a paragraph."""
    parts = ["示例市2023年度法治政府建设情况的报告", "一、主要工作"]
    written, number = 0, 0
    while written < size:
        lines = []
        for _ in range(4):
            number += 1
            form = SENTENCES[number % len(SENTENCES)]
            a = 100 + number * 37 % 900
            lines.append(form.format(a=a, b=a - 7, c=10 + number % 89, d=1 + number % 40))
            lines += [PROSE[number % len(PROSE)], PROSE[(number + 1) % len(PROSE)]]
        parts.append("".join(lines))
        written += len(parts[-1].encode())
    return "\n".join(parts)


def check(text: str) -> None:
    """Both find the numbers of a sentence: else the race means nothing."""
    assert [figure.value for figure in read("受理案件99件，审结91件。").figures] == [99, 91]
    numbers, _ = recognizers()
    assert [found.resolution["value"] for found in numbers.parse("受理案件99件，审结91件。")] == ["99", "91"]
    assert len(read(text).figures) > len(text) / 120


def run(options: Options) -> list[Row]:
    small, large, piece = text_of(SMALL), text_of(options.rows or LARGE), text_of(PEER)
    check(small)
    few, many, bit = (len(text.encode()) for text in (small, large, piece))
    ours_small = best(lambda: audit(read(small)), options.repeat)
    ours_large = best(lambda: audit(read(large)), 1)
    reading = best(lambda: read(small), options.repeat)
    bare = best(lambda: BARE.findall(small), options.repeat)
    numbers, percents = recognizers()
    peer = best(lambda: (numbers.parse(piece), percents.parse(piece)), 1)
    size = f"{few / 1000:.0f} KB"
    return [
        Row("read and audit, seconds a MB", size, ours_small, None, ours_small / few * 1e6, 2.0, "s"),
        Row(
            "read and audit, time a byte of 10 MB over 100 KB",
            f"{many / 1e6:.1f} MB",
            ours_large,
            ours_small,
            (ours_large / many) / (ours_small / few),
            1.3,
        ),
        Row("read, against a bare scan for numerals", size, reading, bare, reading / bare, 200),
        Row(
            "read, time a byte against recognizers-text-number",
            f"{size} / {bit / 1000:.0f} KB",
            reading,
            peer,
            (reading / few) / (peer / bit),
            1.0,
        ),
    ]
