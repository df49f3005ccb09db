"""What a file would do, before anybody confirms it: counts, faults by row, breaches with their articles."""

from __future__ import annotations

from dataclasses import dataclass

from fazhi.exchange.plan import Fault, Plan
from fazhi.exchange.taking import Taken
from fazhi.web.link import Link
from fazhi.web.notice import Notice, done, warning

LISTED = 200
"""Faults listed on the page; the returned file holds all of them."""


@dataclass(frozen=True, slots=True)
class Part:
    """A list under its heading, its first lines and how many there are in all."""

    key: str
    title: str
    lead: str
    lines: tuple[Fault, ...]
    count: int

    @property
    def more(self) -> int:
        return self.count - len(self.lines)


@dataclass(frozen=True, slots=True)
class TryOutPage:
    """``partly`` says that taking it means leaving something out, which has to be chosen."""

    title: str
    lead: str
    crumbs: tuple[Link, ...]
    token: str
    take_url: str
    returned_url: str
    again_url: str
    notices: tuple[Notice, ...]
    counts: tuple[tuple[str, int], ...]
    parts: tuple[Part, ...]
    faulty: int
    partly: bool
    ready: bool
    actions: tuple[()] = ()


def tried(
    plan: Plan,
    taken: Taken,
    *,
    title: str,
    crumbs: tuple[Link, ...],
    token: str,
    take_url: str,
    returned_url: str,
    again_url: str,
) -> TryOutPage:
    ready = bool(taken.new or taken.corrected)
    return TryOutPage(
        title=title,
        lead="以下是试算结果，没有保存任何内容",
        crumbs=crumbs,
        token=token,
        take_url=take_url,
        returned_url=returned_url,
        again_url=again_url,
        notices=notices(plan, ready=ready),
        counts=(
            ("文件中的行", plan.total),
            ("新登记", taken.new),
            ("更正", taken.corrected),
            ("未变", taken.unchanged),
            ("有错误", len(plan.bad)),
            ("违反规定", taken.standing),
        ),
        parts=tuple(parts(plan, taken)),
        faulty=len(plan.bad),
        partly=not plan.sound,
        ready=ready,
    )


def notices(plan: Plan, *, ready: bool) -> tuple[Notice, ...]:
    found = []
    if plan.strange:
        names = "、".join(map(str, plan.strange[:10])) + (" 等" if len(plan.strange) > 10 else "")
        found.append(warning(f"不认识{names}，不会导入。请改为模板中的列名，或确认不需要。"))
    if not ready and plan.sound:
        found.append(
            done("没有要导入的内容", "文件中的记录都已登记，没有变化。" if plan.total else "文件中没有数据。")
        )
    return tuple(found)


def parts(plan: Plan, taken: Taken) -> list[Part]:
    found = []
    if plan.faults:
        lead = "可以下载有错误的行，按最后一列改正后重新上传。"
        found.append(Part("faults", "要改正的错误", lead, tuple(plan.faults[:LISTED]), len(plan.faults)))
    if taken.standing:
        lead = "事实照实登记；下列行为不符合当时的规定，导入后标红并计数。"
        found.append(Part("breaches", "违反规定", lead, taken.breaches, taken.standing))
    return found
