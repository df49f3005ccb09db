"""Administrative powers: the kinds counted in one place against the total of powers published in another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fazhi.reader.audit.finding import Finding, Grade, show
from fazhi.reader.audit.passage import Figure, Sentence, total
from fazhi.reader.audit.stage import last_clause

_TOTAL = re.compile(r"行政(?:权力|职权)(?:事项)?$|权责(?:清单)?事项$")
# 行政权力的种类：许可、处罚、强制、征收、给付、检查、确认、奖励、裁决。
_KIND = re.compile(r"行政(许可|处罚|强制|征收|征用|给付|检查|确认|奖励|裁决)(?:事项)?$")
_ITEMS = frozenset(("项", "个", "条"))
_MOST = 20


def powers(sentences: Sequence[tuple[Sentence, Sentence | None]]) -> Iterator[Finding]:
    """Findings where several kinds of powers stand in another sentence than the total they are parts of."""
    whole: tuple[Figure, Sentence] | None = None
    groups: list[tuple[list[Figure], Sentence]] = []
    for sentence, _ in sentences:
        kinds: dict[str, Figure] = {}
        for figure in sentence.figures:
            if figure.kind != "count" or figure.unit not in _ITEMS:
                continue
            words = last_clause(figure.lead)
            kind = _KIND.search(words)
            if kind:
                kinds.setdefault(kind[1], figure)
            elif whole is None and _TOTAL.search(words):
                whole = figure, sentence
        if len(kinds) > 1 and len(groups) < _MOST:
            groups.append((list(kinds.values()), sentence))
    if whole is not None:
        for parts, sentence in groups:
            if sentence is not whole[1] and not _directly_behind(whole[1], sentence):
                yield _finding(whole[0], parts)


def _directly_behind(first: Sentence, second: Sentence) -> bool:
    """Whether 其中 can join the two: the rule of sums speaks of these."""
    return 0 <= second.start - first.end <= 1 and "其中" in second.words[:4]


def _finding(whole: Figure, parts: Sequence[Figure]) -> Finding:
    over = total(parts).above(whole.hull())
    added = sum(part.value for part in parts)
    names = "＋".join(part.text for part in parts)
    grade: Grade = "question" if over else "holds"
    if over:
        reason = (
            f"几类行政权力合计{show(added)}项，超过公布的行政权力{whole.text}；"
            "一处可能是本级数，一处可能是各单位累加数，请写明口径。"
        )
    else:
        reason = f"几类行政权力合计{show(added)}项，不超过行政权力{whole.text}。"
    return Finding(
        "subset",
        grade,
        f"{names} ≤ {whole.text}",
        (*(part.member for part in parts), whole.member),
        whole.value,
        added,
        reason,
        weight=26,
    )
