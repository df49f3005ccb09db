"""A whole and the parts that the text names for it.

Found by 其中, by classes that exclude each other, by 共.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fazhi.reader.audit.passage import Figure, Sentence, like_units
from fazhi.reader.audit.stage import STAGE_WORD, last_clause

CLOSING = re.compile(r"其他|其它|其余|剩余|余下")
# 「党员60人、女性50人」：同一个人可以两类都算，和大于总数不矛盾。
_OVERLAPPING = re.compile(
    r"女|男|党员|团员|少数民族|本科|研究生|硕士|学历|岁|资格|涉及|涉企|"
    r"同时|重点|重大|首|新|典型|以上|多次|参与|支持|品牌|示范|特色|优秀|先进|骨干"
)
# 互相排斥的结果：一件只能有一种，所以各类之和不超过总数。
FAMILIES = (
    re.compile(r"废止|失效|修改|修订|继续有效|继续执行|保留"),
    re.compile(r"维持|撤销|确认违法|驳回|终止|责令履行|责令.{0,6}履行|调解|和解|撤回|撤诉|变更"),
    re.compile(r"不予受理|受理|补正|转送|告知"),
    re.compile(r"审结|办结|已结|未结|未办结|尚未|正在办理|正在审理|在办|在审"),
    re.compile(r"不合格|基本合格|合格|优秀|良好|较差|一般"),
)
# 「合格190人，优秀80人」里合格含优秀；列出不合格，才是分档。
_GRADED = FAMILIES[4]
_LOWEST = re.compile(r"不合格|较差")
_INTAKE_OF = {
    FAMILIES[0]: re.compile(r"清理|梳理"),
    FAMILIES[1]: re.compile(r"审结|审理|办结|判决|受理|裁决|结案"),
    FAMILIES[2]: re.compile(r"收到|申请|接收|接到|来件"),
    FAMILIES[3]: re.compile(r"受理|收到|接收|发生|共|立案|承办"),
    FAMILIES[4]: re.compile(r"评查|抽查|检查|评审|考核|考试|参考|参加"),
}
# 「1038件（含上年结转64件），其中」：括号里的数不是总数。
_ASIDE = re.compile(r"[^（()）]{0,10}[)）]")
# 人数是人次的一部分：培训1833人次，其中领导干部300人。
_TIMES_OF = {"人": "人次", "名": "人次", "家": "家次", "户": "户次", "件": "件次"}
MOST_WHOLES = 4


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Candidate wholes, nearest first, and the parts."""

    wholes: tuple[Figure, ...]
    parts: tuple[Figure, ...]

    @property
    def closed(self) -> bool:
        """Whether a closing class (其他) makes the parts complete."""
        return any(CLOSING.search(part.lead[-12:]) for part in self.parts)


def breakdowns(sentence: Sentence, before: Sentence | None) -> Iterator[Breakdown]:
    """The breakdowns stated by 其中.

    ``before`` is the sentence directly in front, for an 其中 that starts one.
    """
    figures = sentence.figures
    for index, figure in enumerate(figures):
        found = max(figure.lead.rfind("其中"), figure.lead.rfind("，包括"), figure.lead.rfind(",包括"))
        if found < 0 or not figure.countable:
            continue
        in_brackets = figure.lead[:found].endswith(("(", "（"))
        behind = _behind(figures[index:], in_brackets=in_brackets)
        earlier = figures[:index]
        if before is not None and not index and not figure.lead[:found].strip(" 　,，"):
            earlier = before.figures
        for part in _first_of_each_unit(behind):
            wholes = _wholes(earlier, part)
            parts = tuple(f for f in behind if f.like(part))
            if wholes and (part is figure or len(parts) > 1):
                yield Breakdown(wholes, parts)


def _first_of_each_unit(behind: list[Figure]) -> Iterator[Figure]:
    """The first part, and one told beside it in another unit: 其中初任培训3期200人次、专题培训8期1633人次."""
    yield behind[0]
    beside = behind[1] if len(behind) > 1 else None
    if beside is not None and not beside.like(behind[0]) and len(beside.lead) <= 6:
        yield beside


def _wholes(figures: list[Figure], part: Figure) -> tuple[Figure, ...]:
    found: list[Figure] = []
    for figure in reversed(figures[-12:]):
        if figure.like(part) and not _ASIDE.match(figure.tail):
            found.append(figure)
            if len(found) == MOST_WHOLES:
                break
    return tuple(
        found or [f for f in reversed(figures[-4:]) if f.unit and f.unit == _TIMES_OF.get(part.unit)][:1]
    )


def _behind(figures: list[Figure], *, in_brackets: bool) -> list[Figure]:
    """The counts that one 其中 governs, up to the next 其中 or its bracket's end, a nested 其中 left out."""
    behind, aside = [figures[0]], False
    for figure in figures[1:]:
        if in_brackets and _closings(figure.lead) > _openings(figure.lead):
            break
        opens = _opens_last(figure.lead)
        if "其中" in figure.lead and not opens:
            break
        aside = opens or (aside and not _closes_last(figure.lead))
        if not aside and figure.countable:
            behind.append(figure)
    return behind


def _opens_last(lead: str) -> bool:
    """Whether a figure stands within brackets: 刑事案件118件（含自诉1件）."""
    return max(lead.rfind("("), lead.rfind("（")) > max(lead.rfind(")"), lead.rfind("）"))


def _closes_last(lead: str) -> bool:
    return max(lead.rfind(")"), lead.rfind("）")) > max(lead.rfind("("), lead.rfind("（"))


def _closings(lead: str) -> int:
    return lead.count(")") + lead.count("）")


def _openings(lead: str) -> int:
    return lead.count("(") + lead.count("（")


def trimmed(parts: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """The parts up to the first whose words open a new topic.

    A stage (审结90件) among classes (行政处罚60件).
    """
    if STAGE_WORD.search(_own(parts[0])):
        return parts
    for index, part in enumerate(parts[1:], 1):
        words = _own(part)
        if (STAGE_WORD.search(words) and not CLOSING.search(words)) or _far(part):
            return parts[:index]
    return parts


def divide(parts: tuple[Figure, ...]) -> bool:
    """Whether the parts are classes that divide a whole, not stages in turn or classes that overlap."""
    words = [_own(part) for part in parts]
    return not any(STAGE_WORD.search(word) or _OVERLAPPING.search(word) for word in words)


def _own(part: Figure) -> str:
    return last_clause(part.lead.rsplit("其中", 1)[-1].lstrip("：:，,"))[-14:]


def _far(part: Figure) -> bool:
    """Whether more than two clauses, or fifty characters, lie between a part and the figure before."""
    return len(part.lead) > 50 or len(re.findall(r"[，,；;]", part.lead)) > 2


def exclusive(sentence: Sentence, before: Sentence | None) -> Iterator[tuple[Breakdown, re.Pattern[str]]]:
    """Runs of results that exclude each other (废止81件、失效48件), behind a figure they can be parts of."""
    index, figures = 0, sentence.figures
    while index < len(figures):
        family = _family_of(figures[index])
        if family is None:
            index += 1
            continue
        end = _end_of_run(figures, index, family)
        parts = tuple(figures[index:end])
        words = {found[0] for part in parts if (found := family.search(last_clause(part.lead)))}
        graded = family is not _GRADED or any(_LOWEST.search(part.lead) for part in parts)
        if len(parts) >= 2 and len(words) >= 2 and graded:
            wholes, told_in = _wholes(figures[:index], parts[0]), sentence
            if not wholes and index == 0 and before is not None:
                wholes, told_in = _wholes(before.figures, parts[0]), before
            if wholes and _takes_in(told_in, wholes[0], family):
                yield Breakdown(wholes[:2], parts), family
        index = end


def _end_of_run(figures: list[Figure], start: int, family: re.Pattern[str]) -> int:
    end = start + 1
    while end < len(figures) and figures[end].like(figures[start]) and len(figures[end].lead) <= 24:
        if not family.search(last_clause(figures[end].lead)) and not CLOSING.search(figures[end].lead):
            break
        if "其中" in figures[end].lead:
            break
        end += 1
    return end


def _family_of(figure: Figure) -> re.Pattern[str] | None:
    if not figure.countable or "其中" in figure.lead:
        return None
    words = last_clause(figure.lead)[-10:]
    return next((family for family in FAMILIES if family.search(words)), None)


def _takes_in(sentence: Sentence, whole: Figure, family: re.Pattern[str]) -> bool:
    words = f"{sentence.before(whole, 60)}{whole.tail[:10]}"
    return bool(_INTAKE_OF[family].search(words)) and not family.search(last_clause(whole.lead)[-10:])


def unit_run(figures: list[Figure], start: int) -> Iterator[Figure]:
    """The figures from ``start`` on that directly follow one another with the unit of the first."""
    first = figures[start]
    for figure in figures[start:]:
        if not (figure.kind == first.kind and like_units(figure.unit, first.unit)) or "其中" in figure.lead:
            return
        yield figure
