"""What a printed percentage is a rate of.

Its name, whether it is a share or a change, and the counts beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from fazhi.reader.audit.passage import Figure
from fazhi.reader.audit.stage import last_clause, own_tail

_NAME = re.compile(
    r"([\u4e00-\u9fff]{1,14}[率比])(?:已|均|都|分别|总体|全部|"
    r"基本|继续|始终)*(?:为|是|达到|达|约|高达|仅为|仅|保持在?|"
    r"巩固在|稳定在|提[升高][至到]|实现|[：:])*了?$"
)
_NAMES = re.compile(r"[\u4e00-\u9fff]{1,8}?率")
_JOINED = re.compile(r"[、，,和及与]")
_CHANGING = re.compile(
    r"同比|环比|增长|增加|上升|提高|提升|下降|降低|减少|压缩|缩短|"
    r"减幅|降幅|增幅|涨幅|增速|精简|压减|扩大|翻|下调|上调"
)
_LEVEL = re.compile(r"(?:提高|提升|上升|增加|增长|下降|降低|减少|压缩|升|降)(?:到|至|为)了?$")
_PORTION = re.compile(r"占(?!用|地|道|有)[^，,。；;]{0,20}$")
# 一次、一期、一批、一天不是率的分母：“举办2期讲座，参训率98%”说的是人。
_OCCASIONS = frozenset(
    (
        "次",
        "场",
        "场次",
        "期",
        "批",
        "批次",
        "天",
        "日",
        "年",
        "个月",
        "月",
        "小时",
        "工作日",
        "级",
        "类",
        "大类",
        "轮",
        "届",
        "方面",
        "倍",
        "元",
        "版",
    )
)
# 率的名字里的词，和说出分子的词。
_NUMERATORS = (
    (re.compile(r"结案|审结|办结|完结"), re.compile(r"审结|办结|结案|完结|已结")),
    (re.compile(r"办复|答复|回复"), re.compile(r"答复|回复|办复|办结")),
    (re.compile(r"成功"), re.compile(r"成功|达成|化解")),
    (re.compile(r"化解"), re.compile(r"化解|成功")),
    (re.compile(r"出庭"), re.compile(r"出庭")),
    (re.compile(r"合格|通过|及格"), re.compile(r"合格|通过|及格")),
    (re.compile(r"优秀"), re.compile(r"优秀")),
    (re.compile(r"采纳"), re.compile(r"采纳")),
    (re.compile(r"整改"), re.compile(r"整改")),
    (re.compile(r"完成"), re.compile(r"完成")),
    (re.compile(r"满意"), re.compile(r"满意")),
    (re.compile(r"报备|备案"), re.compile(r"报备|备案")),
    (re.compile(r"参[加训考学会]|到[会课]"), re.compile(r"参[加训考学会]|到[会课]|实到")),
    (re.compile(r"覆盖"), re.compile(r"覆盖|配备|聘请|建立|设立")),
    (re.compile(r"持证"), re.compile(r"持证")),
    (re.compile(r"核减"), re.compile(r"核减")),
    (re.compile(r"纠错"), re.compile(r"纠错|撤销|确认违法|变更")),
    (re.compile(r"败诉"), re.compile(r"败诉")),
    (re.compile(r"调撤|和解|调解"), re.compile(r"调解|和解|撤")),
)
# 分母有争议的率（按审结还是按受理），以及可能另有口径的率：对不上时只能存疑。
_ON_TIME = re.compile(r"按时|按期|及时|准时|限时")
_DUE = re.compile(r"应[当该]?(?:出庭|参|到|办|报|备|答|整改)|需")
_LOOSE = re.compile(r"纠错|败诉|调撤|和解|调解率|覆盖|满意|参|及时|按时|按期|化解")


def rate_name(figure: Figure) -> str:
    """The name printed before a percentage (结案率); empty where there is none."""
    found = _NAME.search(figure.lead[-32:])
    return found[1] if found else ""


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence says a percentage is: its name, if it is a change, with 分别 the count it is of."""

    name: str
    change: bool
    respective: bool = False
    base: Figure | None = None


def told_rates(figures: Sequence[Figure]) -> dict[int, Told]:
    """Each percentage of a sentence by its start; 分别 shares out names and counts in their order."""
    told: dict[int, Told] = {}
    for index, figure in enumerate(figures):
        if not figure.percent or figure.start in told:
            continue
        run = _respective_run(figures, index)
        if len(run) < 2:
            told[figure.start] = Told(rate_name(figure), changes(figure))
            continue
        names = _NAMES.findall(figure.lead[-40:])
        counts = figures[max(0, index - len(run)) : index]
        shared = len(counts) == len(run) and all(f.countable for f in counts)
        for place, rate in enumerate(run):
            name = names[place] if len(names) == len(run) else ""
            told[rate.start] = Told(
                name, changes(figure), respective=True, base=counts[place] if shared else None
            )
    return told


def _respective_run(figures: Sequence[Figure], index: int) -> list[Figure]:
    """The percentages that one 分别 shares out, or the first alone."""
    run = [figures[index]]
    if "分别" in figures[index].lead[-24:]:
        for figure in figures[index + 1 :]:
            if not figure.percent or len(figure.lead) > 8 or not _JOINED.match(figure.lead):
                break
            run.append(figure)
    return run


def changes(figure: Figure) -> bool:
    """Whether a percentage states a change (减幅41%, 同比增长10.28%), not a level (提高到96%)."""
    words = last_clause(figure.lead)[-14:]
    return bool(_CHANGING.search(words)) and not _LEVEL.search(words)


def is_portion(figure: Figure) -> bool:
    """Whether it says what part of something the figure before is (占评查卷宗的79.89%)."""
    return bool(_PORTION.search(figure.lead[-28:]))


def can_be_base(figure: Figure) -> bool:
    """Whether a rate can be a rate of this figure: things and persons, not occasions, periods or money."""
    return figure.kind == "count" and figure.unit not in _OCCASIONS and figure.value > 0


def names_numerator(name: str, figure: Figure) -> bool:
    """Whether the words before ``figure`` say that it is the numerator of the rate called ``name``."""
    words = f"{last_clause(figure.lead)[-16:]}{own_tail(figure)[:4]}"
    if (_ON_TIME.search(name) and not _ON_TIME.search(words)) or _DUE.search(words):
        return False
    for rate, numerator in _NUMERATORS:
        if rate.search(name):
            return bool(numerator.search(words))
    return len(name) > 2 and name[-3:-1] in words


def firm(name: str) -> bool:
    """Whether the name leaves no doubt about numerator and denominator."""
    return bool(name) and not _LOOSE.search(name) and any(rate.search(name) for rate, _ in _NUMERATORS)
