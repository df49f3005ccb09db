"""Repeats: one measure printed more than once.

In the text or in a table, with the same or with another value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fazhi.reader.audit.finding import Finding, Grade
from fazhi.reader.audit.passage import Figure, Sentence
from fazhi.reader.audit.stage import last_clause

_PREFIX = re.compile(
    r"^(?:(?:一|二|三|四|五|六|七|八|九|十)是|截至[^，,]{0,12}|"
    r"\d{4}年度?(?:以来)?|其中|全年|今年|本年度?|年内|上半年|下半年|"
    r"目前|先后|累计|共计?|已|并|新增?(?=受理|收)|"
    r"总计|合计|分别|积极|深入|扎实|持续|大力|认真|组织|依法)+"
)
_SCOPE = re.compile(
    r"全[市县区省镇乡旗州]|[市县区镇乡]级|各[市县区镇乡]|\d{4}年|"
    r"上半年|下半年|[一二三四]季度|\d{1,2}月|上年|去年|同期|截至|"
    r"累计|首次|新增|以来"
)
_UNITS = {
    "场次": "场",
    "批次": "场",
    "次": "场",
    "宗": "件",
    "起": "件",
    "名": "人",
    "位": "人",
    "家": "个",
    "户": "个",
}
_SHORTEST = 6
_MOST_PER_KEY = 3
_NOUN = re.compile(r"[\u4e00-\u9fff]{2}")
_GENERIC = re.compile(
    r"^(?:召开|开展|举办|发放|印发|制定|完成|办理)?[\u4e00-\u9fff]{0,2}(?:会议|"
    r"活动|培训|工作|检查|资料|材料|文件|案件|事项|信息|问题)$"
)


def repeats(sentences: Sequence[tuple[Sentence, Sentence | None]], year: int | None) -> Iterator[Finding]:
    """Findings of the rule ``repeat``: each later figure against the first of the same measure and unit.

    ``year`` is the reported one: naming it does not set a figure apart.
    """
    seen: dict[str, list[tuple[Figure, Sentence]]] = {}
    for sentence, _ in sentences:
        for figure in sentence.figures:
            if figure.kind not in {"count", "money"}:
                continue
            words = measure_words(figure)
            if len(words) < _SHORTEST or _GENERIC.match(words):
                continue
            others = seen.setdefault(words, [])
            first = next((other for other in others if _same_unit(other[0], figure)), None)
            if first is not None:
                yield _finding(words, first, (figure, sentence), year)
            if len(others) < _MOST_PER_KEY:
                others.append((figure, sentence))


def retold(sentences: Sequence[tuple[Sentence, Sentence | None]]) -> Iterator[Finding]:
    """The same things told again within a paragraph: 抽取5个单位 … 5个单位的负责人述职."""
    seen: dict[tuple[int, str, str], Figure] = {}
    for sentence, _ in sentences:
        for figure in sentence.figures:
            noun = _NOUN.match(figure.tail)
            if figure.kind != "count" or not figure.exact or figure.value < 2 or noun is None:
                continue
            first = seen.setdefault((sentence.paragraph, figure.text, noun[0]), figure)
            if first is not figure:
                words = f"{figure.text}{noun[0]}"
                yield Finding(
                    "repeat",
                    "holds",
                    f"“{words}”说了两次",
                    (first.member, figure.member),
                    first.value,
                    figure.value,
                    f"同一段里“{words}”说了两次，是同一个数；统计时只计一次。",
                )


def _same_unit(one: Figure, two: Figure) -> bool:
    """Whether two figures count in one unit; a number of a table without any unit may count in each."""
    if (one.in_table and not one.unit) or (two.in_table and not two.unit):
        return True
    return one.kind == two.kind and _UNITS.get(one.unit, one.unit) == _UNITS.get(two.unit, two.unit)


def measure_words(figure: Figure) -> str:
    """What a figure counts, in its own words: 全年共受理行政复议案件99件 → 受理行政复议案件."""
    if figure.in_table and figure.measure:
        return _PREFIX.sub("", re.sub(r"[（(].*?[）)]|\s", "", figure.measure))
    return _PREFIX.sub("", last_clause(figure.lead)).strip("“”《》 　")


def _finding(
    words: str, first: tuple[Figure, Sentence], again: tuple[Figure, Sentence], year: int | None
) -> Finding:
    (one, _), (two, _) = first, again
    members = (one.member, two.member)
    if one.span.meets(two.span):
        return Finding(
            "repeat",
            "holds",
            f"“{words}”：{one.text} = {two.text}",
            members,
            one.value,
            two.value,
            f"“{words}”两处数字一致；统计时只计一次。",
        )
    grade: Grade = "contradiction" if _certain(words, first, again, year) else "question"
    if grade == "contradiction":
        reason = f"“{words}”一处为{one.text}，一处为{two.text}，范围和期间相同；请核对后统一。"
    else:
        reason = (
            f"“{words}”一处为{one.text}，一处为{two.text}；主体或者期间可能不同，"
            f"请写明，避免互相覆盖或者直接相加。"
        )
    return Finding(
        "repeat",
        grade,
        f"“{words}”：{one.text} ≠ {two.text}",
        members,
        one.value,
        two.value,
        reason,
        weight=12,
    )


def _certain(
    words: str, first: tuple[Figure, Sentence], again: tuple[Figure, Sentence], year: int | None
) -> bool:
    """One value in the text and another in a table under the same words.

    Without any word of scope or period.
    """
    (one, one_in), (two, two_in) = first, again
    if not (one.exact and two.exact) or one.in_table == two.in_table or len(words) < _SHORTEST:
        return False
    text_in = two_in if one.in_table else one_in
    figure = two if one.in_table else one
    return not _SCOPE.search(text_in.before(figure, 60).replace(f"{year}年", ""))
