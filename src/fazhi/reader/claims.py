"""Claims made in words: 全部整改到位, 均被采纳, 无民转刑案件, 实现零发生."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from fazhi.reader.context import SENTENCE_ENDS
from fazhi.reader.document import Claim, Mention

_ALL = re.compile(
    r"(?P<word>全部|均已?|全数|悉数|逐一|全都|无一例外|全覆盖|全面覆盖)"
    r"(?P<what>[^，。；,;\n\d]{0,16}?(?:调解成功|整改到位|整改完毕|整改完成|到位|办结|完成|"
    r"整改|采纳|答复|审结|结案|达标|"
    r"合格|通过|落实|公开|公示|回复|办理|整治|销号|化解|履行|备案|报备|建立|设立|配备|"
    r"出庭|受理|签订|覆盖|审查|审核|执行))"
)
_WHOLE = re.compile(r"(?P<word>全覆盖|全面覆盖|应[一-鿿]尽[一-鿿]|应出尽出)")
_NONE = re.compile(
    r"(?P<word>无(?!论|法|障|缝|偿|人机|线|锡|关|数|纸|疑|愧|微|所|力|证|接触|还|极|"
    r"形|名|声|锋|不|须|需|效|烟|害|主|界|差别|违)一?[件起例名人宗次]?|未发生|"
    r"没有发生|零)"
    r"(?P<what>[^，。；,;\n\d]{0,18}?(?:案件|发生|投诉|上访|复议|诉讼|败诉|问题|事故|"
    r"纠错|差错|延误|信访|现象|情况|案例|发案|申请))"
)
_JUST_RATE = re.compile(r"均?(?:达到?|为|在|是|保持)*(?:\d|百分)")
REACH = 160


def find_claims(text: str, mentions: Sequence[Mention]) -> tuple[Claim, ...]:
    """The claims of ``text`` in order; its whole is the last count before it in the sentence."""
    figures = [mention for mention in mentions if mention.kind == "count" and mention.reported]
    starts = [mention.start for mention in figures]
    claims = [*_of_all(text, figures, starts), *_of_none(text, figures, starts)]
    claims.sort(key=lambda claim: (claim.start, claim.end))
    return tuple(_apart(claims))


def _of_all(text: str, figures: Sequence[Mention], starts: Sequence[int]) -> Iterator[Claim]:
    for pattern in (_ALL, _WHOLE):
        for match in pattern.finditer(text):
            if match["word"].startswith("均") and _JUST_RATE.match(text, match.start()):
                continue
            if match["word"].startswith("均") and text[match.start() - 1 : match.start()] in "平人户村日月年":
                continue
            whole = _whole(text, figures, starts, match.start()) if pattern is _ALL else None
            yield Claim(
                match.start(),
                match.end(),
                match[0],
                match["word"],
                match.groupdict().get("what") or match["word"],
                whole.value if whole else None,
                whole.unit if whole else None,
                100,
                whole.start if whole else None,
                whole.workstream if whole else None,
                whole.section if whole else "",
            )


def _whole(text: str, figures: Sequence[Mention], starts: Sequence[int], position: int) -> Mention | None:
    index = bisect_left(starts, position) - 1
    if index < 0:
        return None
    figure = figures[index]
    between = text[figure.end : position]
    if len(between) > REACH or any(mark in between for mark in SENTENCE_ENDS):
        return None
    return figure


def _of_none(text: str, figures: Sequence[Mention], starts: Sequence[int]) -> Iterator[Claim]:
    for match in _NONE.finditer(text):
        near = _whole(text, figures, starts, match.start())
        yield Claim(
            match.start(),
            match.end(),
            match[0],
            "零" if match["word"] == "零" else "无",
            match["what"],
            0,
            workstream=near.workstream if near else None,
            section=near.section if near else "",
        )


def _apart(claims: Sequence[Claim]) -> Iterator[Claim]:
    end = 0
    for claim in claims:
        if claim.start >= end:
            yield claim
            end = claim.end
