"""The lexicon: its notation, and for each key a sentence that states it and a near one that does not."""

import json
from pathlib import Path

import pytest

from fazhi.reader import read
from fazhi.reader.lexicon import EntryError, compile_entry, load, parse_saying
from fazhi.reader.workstream import topics

CASES: dict[str, list[str]] = json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))


def indicators(sentence: str) -> list[str]:
    document = read(f"示例县2023年法治政府建设情况报告\n\n{sentence}\n")
    return [key for figure in document.figures for key in figure.indicators]


@pytest.mark.parametrize("key", CASES)
def test_a_sentence_that_states_the_indicator_gives_its_key(key: str) -> None:
    assert key in indicators(CASES[key][0])


@pytest.mark.parametrize("key", CASES)
def test_a_near_sentence_does_not_give_the_key(key: str) -> None:
    assert key not in indicators(CASES[key][1])


def test_every_handwritten_key_has_its_two_sentences() -> None:
    assert {entry.key for entry in load(["handwritten.json"])} <= CASES.keys()


def test_no_key_is_both_declared_and_written_by_hand() -> None:
    assert CASES.keys() <= {entry.key for entry in load()}


def test_the_lexicon_speaks_for_every_workstream() -> None:
    assert {entry.key.partition(".")[0] for entry in load()} == set(topics().keys)
    assert len(topics().keys) == 23


def test_an_entry_is_compiled_from_plain_strings() -> None:
    entry = compile_entry("reconsideration.closed", "审结行政复议案件", ("审结 &复议",), "件")
    assert entry == {
        "key": "reconsideration.closed",
        "label": "审结行政复议案件",
        "says": ["审结 &复议"],
        "units": ["件"],
        "kind": "count",
    }


@pytest.mark.parametrize(
    ("key", "says", "kind"),
    [
        ("closed", ("审结",), "count"),
        ("a.b", ("&复议",), "count"),
        ("a.b", ("审结 &",), "count"),
        ("a.b", ("审结",), "stock"),
    ],
)
def test_a_wrong_entry_is_refused(key: str, says: tuple[str, ...], kind: str) -> None:
    with pytest.raises(EntryError, match=key):
        compile_entry(key, "标签", says, "件", kind)


def test_a_saying_is_taken_apart() -> None:
    saying = parse_saying("a.b", "受理|收到 行政复议 &复议 @年度 !法院 >案件")
    assert saying.before == (("受理", "收到"), ("行政复议",))
    assert (saying.near, saying.beside, saying.never, saying.after) == (
        (("复议",),),
        (("年度",),),
        ("法院",),
        ("案件",),
    )


@pytest.mark.parametrize(
    ("sentence", "keys"),
    [
        ("受理行政复议案件99件，审结91件，结案率91.92%。", ["accepted", "closed", "closing_rate"]),
        ("收到行政复议申请120件，其中受理99件，不予受理5件。", ["received", "accepted", "refused"]),
        ("收到行政复议申请120件，其中示例局受理60件。", ["received"]),
        ("参与受理行政复议案件9件。", []),
    ],
)
def test_bare_verbs_take_the_context_told_before(sentence: str, keys: list[str]) -> None:
    assert [key.partition(".")[2] for key in indicators(sentence)] == keys


def test_one_printed_rate_stands_for_several_indicators() -> None:
    sentence = "办理代表建议15件、政协提案20件，办复率和满意率均达100%。"
    assert indicators(sentence)[-2:] == ["proposals.reply_rate", "proposals.satisfaction_rate"]


def test_the_heading_is_context() -> None:
    text = (
        "示例县2023年法治政府建设情况报告\n（一）规范行政复议。\n全年受理案件32件，审结30件。\n"
        "（二）做好行政应诉。\n审结案件12件。\n"
    )
    assert [figure.indicator for figure in read(text).figures][1:] == [
        "reconsideration.closed",
        "litigation.concluded",
    ]


def test_two_keys_that_fit_alike_give_none() -> None:
    assert indicators("收到信访件12件，行政复议、行政诉讼，满意率100%。") == []
