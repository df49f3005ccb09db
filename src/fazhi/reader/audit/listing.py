"""Lists: a stated number of things (三部门, 五大程序, 等12项制度) against the things named beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fazhi.reader.audit.finding import Finding, Grade, member_of
from fazhi.reader.audit.passage import Figure, Sentence

MOST_ITEMS = 20
_LEVELS = (
    frozenset("国"),
    frozenset("省"),
    frozenset("市州盟"),
    frozenset("县区旗"),
    frozenset("乡镇街"),
    frozenset("村社组"),
)
_LEVEL_TEXT = re.compile(r"[省市州盟县区旗乡镇街道村社组、（）()]{2,24}$")
_QUOTED_BEFORE = re.compile(
    r"(?:(?:《[^《》]{1,60}》|“[^“”]{1,40}”)(?:、|和|及|与|以及)?){2,}(?:等)?(?:这|共)?$"
)
_QUOTED_AFTER = re.compile(
    r"^[^，,。；;“《]{0,14}?((?:(?:《[^《》]{1,60}》|“[^“”]{1,40}”)(?:、|和|及|与|以及)?){2,})"
)
_QUOTED = re.compile(r"《[^《》]{1,60}》|“[^“”]{1,40}”")
_LINK = re.compile(r"(?:等[\u4e00-\u9fff]{0,8}|[，,][将把对]?|这|共)$")
_LIST_BREAK = re.compile(r"[，,。；;：:“”《》！？!?\n0-9]")
_BRACKET_AFTER = re.compile(r"^[\u4e00-\u9fff]{0,8}[（(]([^（）()。；;\n0-9]{3,80})[）)]")
_CLASS_UNIT = re.compile(r"项|类|大类|种|个|部门|方面|领域|家|部|份|条|套|所")
_NUMBERED_NAME = re.compile(
    r"[二三四五六七八九十两](?:项|个|大|种|类|张|统一|公开|到位|"
    r"必|有|进|制定|同步|化|减|办法|结合|清单|单|步|位一体|合一)"
)
_BRACKET_BEHIND = re.compile(r"[”’]?[\u4e00-\u9fff]{0,6}[（(]([^（）()。；;\n0-9]{3,100})[）)]")
_CHINESE_NUMERAL = re.compile(r"^[两二三四五六七八九十]")
_ITEM_UNITS = frozenset(("项", "部", "种", "类", "大类", "件"))
# 括号里说的可能是哪几种人，而不是哪几个人。
_PERSONS = frozenset(("人", "名", "位"))
_NO_LIST = re.compile(r"班子|大家|位一体|公里|[年月日天次期批届级人名]")
_STARTS_LIST = re.compile(
    r"(?:履行|开展|包括|落实|梳理|汇总|归集|共享|制定|完善|建立|"
    r"推进|划分|实施|围绕|聚焦|针对|涉及|坚持|突出|会同|联合|组织|"
    r"协调|负责|办理|覆盖|强化|了|将|对|在|与|向|由|和)"
)
_ACTS = re.compile(
    r"[，,、]?[“”’]?[^，,。；;“”]{0,8}[，,]((?:[\u4e00-\u9fff]{2}了[^，,。；;]{2,16}[，,]){2,}(?:并?[\u4e00-\u9fff]{2}了[^，,。；;]{2,16}))"
)
_LINKING = re.compile(r"和|及|与|或|以及|并")


@dataclass(frozen=True, slots=True)
class _Listed:
    """A list beside a number.

    Where it stands and how many things it may name (links can be read in two ways).
    """

    start: int
    end: int
    counts: frozenset[int]
    open: bool
    sure: bool

    @property
    def shown(self) -> int:
        return max(self.counts)


def listings(sentences: Sequence[tuple[Sentence, Sentence | None]]) -> Iterator[Finding]:
    """Findings of the rule ``list`` for each small whole number with a list beside it."""
    for sentence, _ in sentences:
        for figure in sentence.figures:
            if (
                figure.kind == "count"
                and figure.exact
                and 2 <= figure.value <= 60
                and not isinstance(figure.value, float)
            ):
                listed = _list_beside(sentence, figure)
                if listed is not None:
                    yield _finding(sentence, figure, listed)


def numbered_labels(text: str, labels: Sequence[Figure]) -> Iterator[Finding]:
    """Names like 六制定 or “三项制度” with as many things beside them; another number proves nothing."""
    for label in labels:
        if not 2 <= label.value <= MOST_ITEMS or not _NUMBERED_NAME.match(label.text):
            continue
        for start, end, count in _named_beside(text, label):
            if count == label.value:
                member = member_of(text, start, end, count)
                yield Finding(
                    "list",
                    "holds",
                    f"{label.text} = 列举{count}项",
                    (label.member, member),
                    label.value,
                    count,
                    f"“{label.text}”与列举的{count}项相符。",
                )
                break


def _named_beside(text: str, label: Figure) -> Iterator[tuple[int, int, int]]:
    """The lists beside a name: acts or a bracket behind it, things joined by 、 before it."""
    acts = _ACTS.match(text, label.end, label.end + 260)
    if acts:
        yield acts.start(1), acts.end(1), len([act for act in re.split(r"[，,]", acts[1]) if act])
    bracket = _BRACKET_BEHIND.match(text, label.end, label.end + 120)
    if bracket:
        yield bracket.start(1), bracket.end(1), len(re.split("[、，,]", bracket[1]))
    before = text[max(0, label.start - 100) : label.start].rstrip("“‘的")
    words = _from_list_start(_LIST_BREAK.split(before)[-1])
    if "、" in words:
        start = max(0, label.start - 100) + len(before) - len(words)
        items = words.split("、")
        yield start, start + len(words), len(items)
        yield start, start + len(words), len(items) + len(_LINKING.findall(items[-1][:-1]))


def _list_beside(sentence: Sentence, figure: Figure) -> _Listed | None:
    if figure.unit == "级" or figure.text.endswith("级"):
        return _levels(sentence, figure)
    if not _NO_LIST.search(figure.unit):
        before = (
            _quoted_before(sentence, figure)
            or _plain_before(sentence, figure)
            or _bracket_after(sentence, figure)
        )
        if before is not None:
            return before
    return _quoted_after(sentence, figure)


def _levels(sentence: Sentence, figure: Figure) -> _Listed | None:
    """Levels of government named by one character each: 市、县两级; 区乡两级; 县乡村三级."""
    before = sentence.before(figure, 26)
    found = _LEVEL_TEXT.search(before)
    if not found:
        return None
    words = found[0]
    if found.start() and before[found.start() - 1] in "全本我该各":
        words = words[1:]
    bare = re.sub(r"[（(][^（）()]*[）)]?", "", words).strip("、")
    characters = [c for c in bare if c not in "、道会组" or c == "组"]
    if len(characters) < 2:
        return None
    classes = {level for c in characters for level, names in enumerate(_LEVELS) if c in names}
    counts = {len(classes), len(characters)} | ({len(bare.split("、"))} if "、" in bare else set())
    start = figure.start - len(words) + (len(words) - len(words.lstrip("、）)")))
    return _Listed(start, figure.start, frozenset(counts), open=False, sure=False)


def _quoted_before(sentence: Sentence, figure: Figure) -> _Listed | None:
    before = sentence.before(figure, 400)
    if not before.rstrip("等这共").endswith(("》", "”")):
        return None
    found = _QUOTED_BEFORE.search(before)
    if not found:
        return None
    items = _QUOTED.findall(found[0])
    opened = "等" in found[0][-2:]
    titles = all(item.startswith("《") for item in items)
    # 《甲》《乙》30份数的是册子，“甲”“乙”6个数的是各种单位：只有一致时才算列举。
    if not opened and len(items) != figure.value and not (titles and figure.unit in _ITEM_UNITS):
        return None
    start = figure.start - len(found[0])
    end = start + len(found[0].rstrip("等这共"))
    return _Listed(start, end, frozenset({len(items)}), open=opened, sure=titles and figure.unit != "件")


def _plain_before(sentence: Sentence, figure: Figure) -> _Listed | None:
    """A list joined by 、 directly before the number; an Arabic number only with 等 between."""
    before = _behind_figures(sentence, figure)
    if "、" not in before:
        return None
    found = _LINK.search(before)
    link = found[0] if found else ""
    words = _LIST_BREAK.split(before[: len(before) - len(link)])[-1]
    if "、" not in words:
        return None
    chinese = bool(_CHINESE_NUMERAL.match(figure.text))
    if not chinese and not (link.startswith("等") and _CLASS_UNIT.search(figure.unit)):
        return None
    if link.endswith(("将", "把", "对", "，", ",")) and figure.unit not in {"部门", "领域", "方面"}:
        return None
    words = _from_list_start(words)
    items = [item for item in words.split("、") if item]
    if len(items) < 2 or len(items) > MOST_ITEMS or max(map(len, items[1:])) > 24:
        return None
    counts = {len(items)}
    if _LINKING.search(items[-1][:-1]):
        counts.add(len(items) + len(_LINKING.findall(items[-1][:-1])))
    plain = not link and len(counts) == 1 and not _LINKING.search(items[0]) and max(map(len, items)) <= 10
    end = figure.start - len(link)
    return _Listed(end - len(words), end, frozenset(counts), open=link.startswith("等"), sure=plain)


def _behind_figures(sentence: Sentence, figure: Figure) -> str:
    """The words before ``figure`` that stand behind the figure in front of it."""
    index = sentence.figures.index(figure)
    before = sentence.before(figure)
    return before if not index else figure.lead[-120:]


def _from_list_start(words: str) -> str:
    """``words`` without the verb in front of its first item.

    严格履行公众参与、专家论证 → 公众参与、专家论证.
    """
    first, mark, rest = words.partition("、")
    starts = [found.end() for found in _STARTS_LIST.finditer(first) if found.end() < len(first)]
    return first[starts[-1] if starts else 0 :] + mark + rest


def _bracket_after(sentence: Sentence, figure: Figure) -> _Listed | None:
    after = sentence.after(figure, 100)
    found = _BRACKET_AFTER.match(after)
    if not found or "、" not in found[1] or set(found[1]) <= set("省市州盟县区旗乡镇街道村社组、"):
        return None
    items = [item for item in re.split("、", found[1]) if item]
    if figure.unit in _PERSONS and len(items) != figure.value:
        return None
    linked = len(_LINKING.findall(found[1]))
    counts = frozenset({len(items), len(items) + linked})
    start = figure.end + found.start(1)
    is_open = found[1].endswith(("等", "等等"))
    return _Listed(start, figure.end + found.end(1), counts, open=is_open, sure=False)


def _quoted_after(sentence: Sentence, figure: Figure) -> _Listed | None:
    """``3人分别被表彰为“甲”“乙”“丙”``: as many titles as stated, where 分别 shares them out."""
    after = sentence.after(figure, 240)
    if "分别" not in after[:6]:
        return None
    found = _QUOTED_AFTER.match(after)
    if not found:
        return None
    items = _QUOTED.findall(found[1])
    start, end = figure.end + found.start(1), figure.end + found.end(1)
    return _Listed(
        start, end, frozenset({len(items)}), open=after[found.end(1) : found.end(1) + 1] == "等", sure=False
    )


def _finding(sentence: Sentence, figure: Figure, listed: _Listed) -> Finding:
    stated = int(figure.value)
    if stated in listed.counts:
        grade: Grade = "holds"
        reason = f"所称{figure.text}与列举的{stated}项相符。"
    elif listed.open and listed.shown < stated:
        grade = "incomplete"
        reason = (
            f"所称{figure.text}，只列举了{listed.shown}项，用“等”省略了{stated - listed.shown}项；"
            f"可以附全部目录。"
        )
    else:
        grade = "contradiction" if listed.sure and _countable_list(sentence, listed, stated) else "question"
        reason = f"所称{figure.text}，而列举的是{listed.shown}项；请核对数目和列举的内容。"
    shown = stated if stated in listed.counts else listed.shown
    member = member_of(sentence.text, listed.start, listed.end, shown)
    return Finding(
        "list",
        grade,
        f"{figure.text} = 列举{shown}项",
        (figure.member, member),
        stated,
        shown,
        reason,
        weight=15,
    )


def _countable_list(sentence: Sentence, listed: _Listed, stated: int) -> bool:
    """Whether no other reading of the list can give ``stated``: 事前事中、事后 may be three."""
    words = sentence.text[listed.start : listed.end]
    if _QUOTED.match(words) or listed.shown > stated:
        return True
    return all(len(item) <= 3 for item in words.split("、"))
