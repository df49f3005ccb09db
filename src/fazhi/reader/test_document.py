"""The shape of what the reader gives."""

import json
from fractions import Fraction

from fazhi.reader.document import Claim, Document, Mention, json_value


def test_a_value_is_an_exact_json_number_where_one_exists() -> None:
    assert json_value(Fraction(9192, 100)) == {"value": 91.92}
    assert json_value(Fraction(223_000_000)) == {"value": 223_000_000}
    assert json_value(7) == {"value": 7}
    assert json_value(None) == {"value": None}


def test_a_third_is_rounded_to_twelve_digits_with_its_fraction_beside_it() -> None:
    assert json_value(Fraction(1, 3)) == {"value": 0.333333333333, "exact": "1/3"}


def test_a_document_is_one_line_whose_mentions_have_every_promised_key() -> None:
    mention = Mention(2, 5, "91件", 91, "件", "exact", "count", indicator="reconsideration.closed")
    document = Document(
        "示例.txt", "审结91件\n全部办结", mentions=(mention,), claims=(Claim(6, 8, "全部", "全部"),)
    )
    line = document.to_line()
    told = json.loads(line)
    assert "\n" not in line
    assert {
        "schema",
        "file",
        "text",
        "title",
        "organ",
        "level",
        "year",
        "signed_on",
        "published_on",
    } <= told.keys()
    promised = (
        "start", "end", "text", "value", "unit", "qualifier", "kind",
        "measure", "workstream", "subject", "period", "indicator", "indicators",
    )  # fmt: skip
    assert list(told["mentions"][0])[: len(promised)] == list(promised)
    assert told["claims"][0]["text"] == "全部"


def test_a_label_is_no_figure() -> None:
    assert not Mention(0, 2, "八五", None, None, "exact", "label", numeral=8).figure
    assert Mention(0, 2, "第一", 1, "名", "exact", "rank").figure
