"""Case documents (文书) as values: what is written to whom, when it may be made, under which number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q

from fazhi.engine.condition import ALWAYS, filled
from fazhi.law import Citation, in_force

if TYPE_CHECKING:
    from fazhi.engine.register import NumberLine

PLACE = re.compile(r"\{([^{}]+)\}")
"""A placeholder: ``{applicant}``, ``{Officer.name}``, ``{due:decide}``,
``{pause:suspension}``, ``{paper_number}``."""
OWN_PLACES = {
    "organ": "机关",
    "keeper": "登记机关",
    "paper_title": "标题",
    "paper_label": "文书名称",
    "paper_number": "文号",
    "paper_on": "成文日期",
    "articles": "依据",
    "served_label": "送达的文书",
    "served_number": "送达文书的文号",
}
"""What every paper can say of itself, beside the columns of its record. ``organ`` signs; ``keeper`` keeps
the record, and is another one only where a paper is made in the name of an organ that the record names.
"""


@dataclass(frozen=True, slots=True)
class Listing:
    """Records of another register that are linked with this one or name it, told row by row in a table.

    :param register: the key of their register.
    :param columns: what is told of each, in a column of the table each.
    :param empty: the paragraph said where there is none, in place of the line and its table.
    :param where: which of them.
    :param order: columns they stand in the order of; then as they were entered.
    :param named: their column that may name this record, and the column of this one that holds the name:
        records of the same organ that name it are told like linked ones.
    """

    register: str
    columns: tuple[str, ...]
    empty: str
    where: Q = ALWAYS
    order: tuple[str, ...] = ()
    named: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph, said where ``when`` holds; a ``loose`` one is left out where a column it names is
    empty, any other makes the paper wait until the column is filled.

    :param cites: what ``{articles}`` says in this line, where it is not what the whole paper cites.
    :param each: the part whose rows are said one by one, in a numbered paragraph each. Pieces between “；”
        of which a column is empty in a row are left out of its paragraph.
    :param lists: the linked records that a table below the line tells.
    """

    text: str
    when: Q = ALWAYS
    loose: bool = False
    cites: tuple[Citation, ...] = ()
    each: str = ""
    lists: Listing | None = None

    @property
    def places(self) -> tuple[str, ...]:
        return tuple(PLACE.findall(self.text))

    @property
    def needs(self) -> tuple[str, ...]:
        """The placeholders without which it cannot be said: of a line said of each row, the first piece's."""
        return tuple(PLACE.findall(self.pieces[0])) if self.each else self.places

    @property
    def pieces(self) -> tuple[str, ...]:
        """What is said of one row of the part, bit by bit."""
        return tuple(self.text.rstrip("。").split("；"))


@dataclass(frozen=True, slots=True, init=False)
class Paper:
    """A case document that the organ of the record makes.

    :param title: what stands on top where it is not the label alone: “关于…的公告”.
    :param by: the column of the organ in whose name it is made, where that is not the organ of the record;
        such a paper has no number, since the lines of numbers are kept by organs for themselves.

    :param cites: the paper exists under the editions cited, and is made by these articles.
    :param since: the date column of the act that it tells of: it must be filled, no paper is dated before it.
    :param when: what else must hold of the saved record; phrased positively, unknown is closed.
    :param remedy: what to do where the act is not done or ``when`` does not hold.
    :param to: whom it addresses.
    :param number: the line its number is drawn from; ``bears`` is the column that keeps the number.
    :param serves: whether it is the receipt of another paper, which is chosen when it is made.
    """

    key: str
    label: str
    cites: tuple[Citation, ...]
    when: Q
    since: str
    remedy: str
    to: str
    text: tuple[Line, ...]
    number: NumberLine | None
    bears: str
    serves: bool
    title: str
    by: str

    def __init__(
        self,
        key: str,
        label: str,
        *cites: Citation,
        since: str,
        remedy: str,
        text: tuple[Line | str, ...],
        when: Q = ALWAYS,
        to: str = "",
        number: NumberLine | None = None,
        bears: str = "",
        serves: bool = False,
        title: str = "",
        by: str = "",
    ) -> None:
        if not cites:
            raise TypeError(f"paper {key}: a paper is made by law, so it cites an article")
        given = locals()
        given["text"] = tuple(line if isinstance(line, Line) else Line(line) for line in text)
        for name in self.__slots__:
            object.__setattr__(self, name, given[name])

    @property
    def where(self) -> Q:
        """When the paper may be made."""
        return filled(self.since) & self.when

    def applies(self, law_day: date) -> bool:
        return bool(in_force(self.cites, law_day))

    def cited(self) -> tuple[Citation, ...]:
        """Every citation of the paper and of its lines."""
        return (*self.cites, *(cite for line in self.text for cite in line.cites))

    @property
    def head(self) -> str:
        """What must be known whatever lines are said: who signs, the title, the address."""
        return f"{{{self.by or 'organ'}}}{self.title}{self.to}"

    def places(self) -> Iterator[str]:
        """Every placeholder of the title, the address and the text, and the organ that signs."""
        yield from PLACE.findall(self.head)
        for line in self.text:
            yield from line.places


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it is printed: the heads of its columns and its rows."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A paper filled from its record: all that is printed, without any placeholder; ``label`` on top.

    ``lines`` are its paragraphs and the tables among them.
    """

    label: str
    number: str
    to: str
    lines: tuple[str | Table, ...]
    organ: str
    on: date
    values: dict[str, str]

    @property
    def texts(self) -> tuple[str, ...]:
        """Its paragraphs, and of its tables each row in one line."""
        told: list[str] = []
        for line in self.lines:
            rows = (line.head, *line.rows) if isinstance(line, Table) else ((line,),)
            told += ["\t".join(row) for row in rows]
        return tuple(told)


def said(day: date) -> str:
    """2024年3月1日, as documents write a day."""
    return f"{day.year}年{day.month}月{day.day}日"
