"""Notices: a refusal with all its reasons and remedies, a warning before harm, a result, another's change."""

from __future__ import annotations

from dataclasses import dataclass

from fazhi.web.link import Action, Article
from fazhi.web.seal import BREACH, DONE, FIX, OPEN, SOON, Seal


@dataclass(frozen=True, slots=True)
class Item:
    """One reason: what is wrong, the articles, what to do, and where."""

    text: str
    articles: tuple[Article, ...] = ()
    remedy: str = ""
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """``tone`` is late, soon, ok or info; a refusal is late and is announced at once."""

    seal: Seal
    tone: str
    title: str
    text: str = ""
    items: tuple[Item, ...] = ()

    @property
    def alert(self) -> bool:
        return self.tone in {"late", "soon"}


def refused(title: str, *items: Item) -> Notice:
    """A move refused: nothing was changed, what was filled in is kept."""
    count = f"，尚缺 {len(items)} 项" if items else ""
    return Notice(BREACH, "late", f"{title}{count}。填写的内容已保留，记录没有改变。", items=items)


def faults(*items: Item) -> Notice:
    """A form with entries to be changed; a fault of form is ochre, not red."""
    return Notice(FIX, "soon", f"还有 {len(items)} 处需要修改", items=items)


def warning(text: str) -> Notice:
    return Notice(SOON, "soon", "", text)


def done(title: str, text: str = "") -> Notice:
    return Notice(DONE, "ok", title, text)


def overtaken(title: str, text: str) -> Notice:
    """Somebody else wrote the record first."""
    return Notice(OPEN, "info", title, text)
