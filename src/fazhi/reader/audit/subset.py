"""Subsets: a part never exceeds its whole.

Groups never outnumber their members, ranks and ranges keep their order.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence

from fazhi.reader.audit.breakdown import breakdowns, divide, trimmed
from fazhi.reader.audit.finding import Finding, Grade
from fazhi.reader.audit.passage import Figure, Sentence
from fazhi.reader.audit.rate import can_be_base
from fazhi.reader.audit.stage import BEARER, SETTING_UP, last_clause, outcome_of, stage_between

_GROUPS = frozenset(("期", "批", "批次", "类", "大类", "种", "卷", "套"))
_MEMBERS = frozenset(("人次", "人", "名", "篇", "项", "件", "条", "份", "宗", "册", "家", "户", "个"))
_JOIN = re.compile(r"^(?:至|到|-|—|－|–|~|～|——|--)$")
_FALLING = re.compile(r"(?:由|从|降|减|压缩|缩短)[^，,。；;]{0,16}$")
# 审结的可以多于新收的，差额是旧存。
_NEW_ONLY = re.compile(r"新收|收案|新受理")
_AMONG = re.compile(r"^[^，,。；;]{0,24}(?:中|里)[^，,。；;]{0,6}$")
_PLANNED = re.compile(r"计划|应当?(?!用|急|诉|对|届|聘)|目标|任务")
_ACTUAL = re.compile(r"^[）)”\s]*[，,、；;]?\s*(?:实际|实|已?完成)")
_STOCK = re.compile(r"现有|在册|共有|持证|总数")
_CERTIFICATE = re.compile(
    r"^(?:审核|新办|新领|更换|换发|补发|核发|发放|制发|办理|注销|"
    r"清理|回收|收回|保留|年审|年检|和|并)*([\u4e00-\u9fff]{4,16}?)证(?:件|"
    r"书)?$"
)
_VERBS = r"取消|调整|下放|承接|新增|废止|修改|修订|失效|合并|保留|委托|赋予|划转|整合|梳理|公布|发布"
_VERB = re.compile(_VERBS)
_VERB_LIST = re.compile(rf"((?:(?:{_VERBS})[、和及与]?){{2,}})([\u4e00-\u9fff]{{4,12}})$")
_TOGETHER = re.compile(r"^(?:总计|共计|合计|总共|共)[^，,。；;]{0,8}$")
_LOOK_BACK = 6


def subsets(sentences: Sequence[tuple[Sentence, Sentence | None]]) -> Iterator[Finding]:
    """Findings of the rule ``subset`` for each sentence, and across the sentences of one paragraph."""
    for sentence, before in sentences:
        if len(sentence.figures) < 2 and not (before is not None and "其中" in sentence.figures[0].lead):
            continue
        told: set[int] = set()
        yield from _of_which(sentence, before, told)
        yield from _stages(sentence, told)
        yield from _groups(sentence)
        yield from _ranks(sentence)
        yield from _ranges(sentence)
    yield from _certificates(sentences)
    yield from _verb_lists(sentences)


def _finding(part: Figure, whole: Figure, *, broken: Grade, why: str, weight: int = 20) -> Finding:
    over = part.hull().above(whole.hull())
    grade: Grade = broken if over else "holds"
    if not over:
        reason = f"{part.text}不超过{whole.text}（{why}）。"
    elif grade == "contradiction":
        reason = f"{part.text}大于{whole.text}，而{why}；请核对两数。"
    else:
        reason = (
            f"{part.text}大于{whole.text}，而{why}；两数的期间或者口径可能不同（例如含上年结转），请写明。"
        )
    return Finding(
        "subset",
        grade,
        f"{part.text} ≤ {whole.text}",
        (part.member, whole.member),
        whole.value,
        part.value,
        reason,
        weight=weight,
    )


def _of_which(sentence: Sentence, before: Sentence | None, told: set[int]) -> Iterator[Finding]:
    """``其中`` with a single part."""
    for found in breakdowns(sentence, before):
        parts = trimmed(found.parts)
        if len(parts) > 1 and divide(parts):
            told.update(part.start for part in parts)
            continue
        for part in parts:
            whole = next((w for w in found.wholes if not part.hull().above(w.hull())), found.wholes[0])
            told.add(part.start)
            sure = part.exact and whole.exact and part.unit == whole.unit
            why = "前者是后者的一部分"
            yield _finding(part, whole, broken="contradiction" if sure else "question", why=why, weight=30)


def _stages(sentence: Sentence, told: set[int]) -> Iterator[Finding]:
    """What came out of a stage against what went in: 审结91件 ≤ 受理99件; 列入审核842项 ≤ 梳理1508项."""
    figures = sentence.figures
    outcomes: dict[str, bool] = {}
    for index, part in enumerate(figures):
        if part.start in told or not part.countable or index == 0:
            continue
        found = _whole_of(figures[max(0, index - _LOOK_BACK) : index], part, outcomes)
        if found is None:
            continue
        whole, certain, why = found
        outcome = outcome_of(part)
        if outcome:
            outcomes[outcome] = certain
        if not certain and _NEW_ONLY.search(whole.lead) and part.hull().above(whole.hull()):
            continue
        firm = certain and part.exact and whole.exact
        yield _finding(part, whole, broken="contradiction" if firm else "question", why=why)


def _whole_of(
    earlier: Sequence[Figure], part: Figure, outcomes: dict[str, bool]
) -> tuple[Figure, bool, str] | None:
    """The figure that ``part`` came out of, whether it is certain, and why; the nearest of its unit first."""
    alike = [figure for figure in reversed(earlier) if figure.like(part)]
    for place, whole in enumerate(alike):
        stage = stage_between(whole, part)
        if stage is not None:
            return whole, stage.certain and not place, "前者是从后者中产生的"
        if not place:
            found = _beside(whole, part, outcomes)
            if found is not None:
                return whole, *found
    return None


def _beside(whole: Figure, part: Figure, outcomes: dict[str, bool]) -> tuple[bool, str] | None:
    """Why the figure directly before is the whole, where no stage of its own says so."""
    outcome = outcome_of(part)
    if outcome in outcomes and outcome_of(whole) != outcome and len(part.lead) <= 12:
        return outcomes[outcome], "前者是从后者中产生的，与前文并列"
    if _PLANNED.search(whole.lead[-16:]) and _ACTUAL.search(part.lead):
        return "应" in whole.lead[-6:], "前者是实际数，后者是应有数或者计划数"
    if outcome and _TOGETHER.search(last_clause(whole.lead)):
        return False, "前者是后者的一部分"
    bearer = BEARER.search(last_clause(whole.lead)[-4:])
    if bearer and SETTING_UP.search(last_clause(part.lead)) and len(part.lead) <= 16:
        return False, "每个单位至多设一个"
    return None


def _groups(sentence: Sentence) -> Iterator[Finding]:
    """``7期753人次``: every group has at least one member."""
    for group, members in zip(sentence.figures, sentence.figures[1:], strict=False):
        apart = len(members.lead) > 12 or re.search(r"[，,；;：:、（(]", members.lead)
        if apart or group.unit not in _GROUPS or members.unit not in _MEMBERS or members.kind != "count":
            continue
        beside = not members.lead or members.lead.endswith("共")
        certain = beside and group.exact and members.exact
        yield _finding(
            group, members, broken="contradiction" if certain else "question", why="每一期、批、类至少有一个"
        )


def _ranks(sentence: Sentence) -> Iterator[Finding]:
    for index, rank in enumerate(sentence.figures):
        if rank.kind != "rank" or not index:
            continue
        base = sentence.figures[index - 1]
        if can_be_base(base) and _AMONG.search(rank.lead[-30:]):
            yield _finding(
                rank,
                base,
                broken="contradiction" if base.exact else "question",
                why="名次不能大于参加排名的数目",
            )


def _ranges(sentence: Sentence) -> Iterator[Finding]:
    for low, high in zip(sentence.figures, sentence.figures[1:], strict=False):
        if not _JOIN.match(high.lead.strip()) or low.kind != high.kind or low.unit not in {high.unit, ""}:
            continue
        if _FALLING.search(sentence.before(low, 20)) or low.kind == "rate":
            continue
        yield _finding(
            low,
            high,
            broken="contradiction" if low.unit == high.unit else "question",
            why="区间的下限不能大于上限",
        )


def _certificates(sentences: Sequence[tuple[Sentence, Sentence | None]]) -> Iterator[Finding]:
    """Certificates issued or withdrawn against the holders counted just before (执法人员 … 执法证)."""
    stocks: deque[tuple[str, Figure]] = deque(maxlen=_LOOK_BACK)
    paragraph = -1
    for sentence, _ in sentences:
        if sentence.paragraph != paragraph:
            stocks.clear()
            paragraph = sentence.paragraph
        inventory = False
        for figure in sentence.figures:
            if figure.kind != "count":
                continue
            words = last_clause(figure.lead)[-24:]
            inventory = bool(_STOCK.search(words)) or (inventory and len(figure.lead) <= 16)
            noun = _STOCK.split(words)[-1]
            certified = _CERTIFICATE.search(noun)
            holder = certified and next(
                (f for n, f in stocks if n.endswith((certified[1], f"{certified[1]}人员"))), None
            )
            if holder:
                yield _finding(figure, holder, broken="question", why="证件不多于持证的主体或者人员")
            elif inventory and len(noun) >= 4:
                stocks.append((noun, figure))


def _verb_lists(sentences: Sequence[tuple[Sentence, Sentence | None]]) -> Iterator[Finding]:
    """One act (下放) against the stated total of several acts (取消、调整和下放) on the same things."""
    totals: deque[tuple[set[str], str, Figure]] = deque(maxlen=_LOOK_BACK)
    paragraph = -1
    for sentence, _ in sentences:
        if sentence.paragraph != paragraph:
            totals.clear()
            paragraph = sentence.paragraph
        for figure in sentence.figures:
            if figure.kind != "count" or not figure.exact:
                continue
            words = figure.lead[-40:]
            for verbs, noun, whole in totals:
                acts = set(_VERB.findall(words))
                if figure.like(whole) and words.endswith(noun) and acts and acts < verbs:
                    yield _finding(
                        figure, whole, broken="question", why="后者是同一事项几种变动的总数", weight=28
                    )
            listed = _VERB_LIST.search(words)
            if listed:
                totals.append((set(_VERB.findall(listed[1])), listed[2][-6:], figure))
