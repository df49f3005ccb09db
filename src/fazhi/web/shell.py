"""What surrounds every page of a signed-in official: letterhead and index."""

from __future__ import annotations

from dataclasses import dataclass

from fazhi.web.index import Group
from fazhi.web.link import Link


@dataclass(frozen=True, slots=True)
class Acting:
    """One organ in whose name the official may act; ``key`` is posted to change to it."""

    key: str
    label: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Shell:
    """Letterhead and index.

    :param organs: at least the organ acted for now; with more than one a menu changes between them by posting
        ``organ`` to ``act_url``.
    :param post: office and role of the person (复议科 · 承办人).
    :param tools: pages above the groups; only those that exist.
    :param account: links of the person's own menu.
    :param sample: whether invented data are shown.
    """

    organs: tuple[Acting, ...]
    person: str
    post: str
    groups: tuple[Group, ...]
    tools: tuple[Link, ...]
    home_url: str
    search_url: str
    logout_url: str
    inbox_url: str = ""
    inbox: int = 0
    act_url: str = ""
    search: str = ""
    account: tuple[Link, ...] = ()
    sample: bool = False

    @property
    def organ(self) -> str:
        """The organ in whose name one acts now."""
        return next((organ.label for organ in self.organs if organ.current), "")

    @property
    def choice(self) -> bool:
        return len(self.organs) > 1
