"""Figures that must be equal.

全部 and 均 against the counts beside them, and so many each against the total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fazhi.reader.audit.finding import Finding, Grade, member_of, show
from fazhi.reader.audit.interval import exactly
from fazhi.reader.audit.passage import Figure, Sentence
from fazhi.reader.audit.rate import can_be_base, changes, rate_name
from fazhi.reader.audit.stage import last_clause
from fazhi.reader.document import Document

_DONE = (
    "办结|审结|结案|整改|完成|落实|采纳|答复|回复|办复|化解|解决|合格|通过|销号|反馈|备案|报备|公开|公布|履行|到位|出庭|处置|办理|"
    "调解成功|纠正|清零|入库|上线|达标|移送|查处"
)
_ALL = re.compile(
    rf"^[）)”\s]*[\u4e00-\u9fff]{{0,8}}?[，,、]?[\u4e00-\u9fff]{{0,6}}?"
    rf"((?:已)?(?:全部|(?<![平人户年月日])均|都已|悉数|逐一|百分之百)[\u4e00-\u9fff]{{0,10}}?(?P<done>{_DONE})(?:到位|"
    rf"完毕|完成)?)"
)
_EACH = re.compile(
    r"(?:每[个家名位件场次]?[\u4e00-\u9fff]{0,6}(?:各)?|各)(?:随机)?(?:抽取|抽查|抽|选取|派|"
    r"报送|选送|配备|不少于|评查)?[\u4e00-\u9fff]{0,4}$"
)
_NEAR_CLAIM = 40
_PRODUCT = re.compile(r"共|合计|总计|累计|总共")


def equalities(sentences: Sequence[tuple[Sentence, Sentence | None]]) -> Iterator[Finding]:
    """Findings of the rule ``equal`` for each sentence."""
    for sentence, _ in sentences:
        for index, figure in enumerate(sentence.figures):
            if figure.kind != "count":
                continue
            finding = _all_of(sentence, index, figure)
            if finding is not None:
                yield finding
        if len(sentence.figures) > 2:
            yield from _so_many_each(sentence)


def _all_of(sentence: Sentence, index: int, whole: Figure) -> Finding | None:
    """``15条，全部整改到位``: 15 of 15, unless a smaller count or a rate below 100% stands beside it."""
    claim = _ALL.match(sentence.after(whole, 40))
    if claim is None or not can_be_base(whole):
        return None
    start = whole.end + claim.start(1)
    claimed = member_of(sentence.text, start, whole.end + claim.end(1), whole.value)
    rest = sentence.figures[index + 1 : index + 3]
    against = next((f for f in rest if f.start - whole.end <= 40 and _denies(whole, f, claim["done"])), None)
    if against is None:
        return Finding(
            "equal",
            "holds",
            f"{claimed.text} = {whole.text}",
            (whole.member, claimed),
            whole.value,
            whole.value,
            f"“{claimed.text}”即{whole.text}中的全部；分子没有单列，与此不矛盾。",
        )
    return Finding(
        "equal",
        "contradiction" if whole.exact and against.exact else "question",
        f"{claimed.text} = {whole.text} ≠ {against.text}",
        (whole.member, claimed, against.member),
        whole.value,
        against.value,
        f"文中称“{claimed.text}”（{whole.text}），同句又说{against.text}，两者不能并存；请核对。",
        weight=35,
    )


def _denies(whole: Figure, other: Figure, done: str) -> bool:
    """Whether a figure behind the claim says, with the claim's own word, that less than all was done."""
    if other.percent and not changes(other):
        return done[:2] in rate_name(other) and not other.printed.fit(exactly(100))
    return other.like(whole) and done[:2] in last_clause(other.lead) and whole.hull().above(other.hull())


def claimed(document: Document, told: set[int]) -> Iterator[Finding]:
    """The reader's claims of all whose whole no other finding has taken up; ``told`` holds its start."""
    mentions = {mention.start: mention for mention in document.mentions if mention.figure}
    for claim in document.claims:
        if claim.whole is None or claim.whole in told or claim.value is None or claim.share != 100:
            continue
        whole = mentions.get(claim.whole)
        if whole is None or claim.start - whole.end > _NEAR_CLAIM:
            continue
        members = (
            member_of(document.text, whole.start, whole.end, whole.value),
            member_of(document.text, claim.start, claim.end, claim.value),
        )
        yield Finding(
            "equal",
            "holds",
            f"{claim.text} = {whole.text}",
            members,
            whole.value,
            claim.value,
            f"“{claim.text}”即{whole.text}中的全部；分子没有单列，与此不矛盾。",
        )


def _so_many_each(sentence: Sentence) -> Iterator[Finding]:
    """``26个单位每个单位抽取5宗，共130宗``."""
    figures = sentence.figures
    for index in range(len(figures) - 1):
        each = figures[index]
        if each.kind != "count" or not _EACH.search(each.lead[-18:]):
            continue
        units = next((f for f in reversed(figures[max(0, index - 2) : index]) if can_be_base(f)), None)
        total = next(
            (f for f in figures[index + 1 : index + 3] if f.like(each) and _PRODUCT.search(f.lead[-12:])),
            None,
        )
        if units is None or total is None or not (units.exact and each.exact and total.exact):
            continue
        product = units.value * each.value
        grade: Grade = "holds" if total.printed.fit(exactly(product)) else "question"
        reason = f"{units.text}各{each.text}，共应为{show(product)}，" + (
            f"与{total.text}相符。"
            if grade == "holds"
            else f"文中为{total.text}；请核对，或者说明哪些单位不足。"
        )
        yield Finding(
            "equal",
            grade,
            f"{units.text} × {each.text} = {total.text}",
            (units.member, each.member, total.member),
            total.value,
            product,
            reason,
            weight=25,
        )
