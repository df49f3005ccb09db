"""One official at the desk with one record: entering it, linking it, making its moves and its papers."""

from __future__ import annotations

from typing import Any

from docx import Document

from fazhi.engine.models import MadePaper
from tests.e2e.conftest import Desk


class Clerk:
    """One official at the desk with one record; values go into the fields of that name, choices by label."""

    def __init__(self, desk: Desk, actor: Any, path: str = "") -> None:
        self.page = desk.sign_in(actor)
        self.desk, self.path = desk, path

    def at(self, path: str) -> Clerk:
        """The same official turns to another record."""
        self.path = path
        return self

    def enter(self, register: str, label: str, **values: str) -> str:
        """Enter a record; its address on the site."""
        self.desk.open(f"/r/{register}/new")
        self.fill(**values)
        self.page.click(f"main button:has-text('登记{label}')")
        self.path = self.page.url.removeprefix(self.desk.address)
        return self.path

    def fill(self, **values: str) -> None:
        """Fill the open form: fields by name (child rows: ``plan.Clause-0-clause``), choices by label."""
        for name, value in values.items():
            field = self.page.locator(f'[id="id_{name}"]')
            if field.evaluate("one => one.tagName") == "SELECT":
                field.select_option(label=value)
            else:
                field.fill(value)

    def move(self, key: str, label: str, on: str, more: tuple[str, ...] = (), **values: str) -> None:
        """Open the form of a move from the record's page, fill it and send it; the day may stand already.

        :param more: parts of which another line is asked for first, as often as they are named.
        """
        self.desk.open(f"{self.path}/move/{key}")
        for part in more:
            self.page.click(f"#form button:has-text('再加一行{part}')")
        if on:
            self.page.fill("#id_move_on", on)
        self.fill(**values)
        self.page.click(f"#form button:has-text('{label}')")

    def done(self, key: str, label: str, on: str = "", more: tuple[str, ...] = (), **values: str) -> None:
        self.move(key, label, on, more, **values)
        assert f"已办理“{label}”" in self.page.inner_text("[role=status]")

    def refused(self, key: str, label: str, on: str, more: tuple[str, ...] = (), **values: str) -> str:
        """What the page says of a move that the law does not allow."""
        self.move(key, label, on, more, **values)
        said = self.page.inner_text("[role=alert]")
        assert f"不能办理“{label}”" in said
        return said

    def link(self, remedy: str, name: str) -> None:
        """From what a move lacks to the list of its register; pick the record of that name, nothing typed."""
        self.desk.open(self.path)
        self.page.click(f"main a:has-text('{remedy}')")
        self.page.check(f"label:has-text('{name}') input")
        self.page.click("#form button:has-text('关联')")
        assert f"已关联“{name}" in self.page.inner_text("[role=status]")
        assert name in self.page.inner_text("section:has(#related-title)")

    def relate(self, register: str, named: str, title: str = "") -> None:
        """Link the record with another one, named by its number or its whole title."""
        self.desk.open(f"{self.path}/relate")
        self.fill(register=register, number=named)
        self.page.click("#form button:has-text('关联'), #form button:has-text('查找')")
        assert f"已关联“{title or named}”" in self.page.inner_text("[role=status]")

    def link_with(self, register: str, name: str) -> None:
        """From 登记关联 beside the linked records: choose the register, then the record."""
        self.desk.open(f"{self.path}/relate?register={register}")
        self.page.check(f"label:has-text('{name}') input")
        self.page.click("#form button:has-text('关联')")
        assert f"已关联“{name}" in self.page.inner_text("[role=status]")

    def paper(self, key: str, label: str, on: str) -> None:
        """Make a case document from the record's page."""
        self.desk.open(f"{self.path}/document/{key}")
        self.page.fill("#id_on", on)
        self.page.click(f"#form button:has-text('制作{label}')")
        assert f"已制作“{label}”，存入证据。" in self.page.inner_text("[role=status]")

    def evidence(self, name: str, on: str, *, file: str = "") -> None:
        """Add evidence of that name, of the day and received on it."""
        self.desk.open(f"{self.path}/paper")
        self.fill(name=name, effective_on=on, received_on=on)
        if file:
            self.page.set_input_files("#id_upload", {"name": file, "mimeType": "", "buffer": b"%PDF-1.4\n"})
        self.page.click("#form button:has-text('添加证据')")
        assert f"已添加证据“{name}”。" in self.page.inner_text("[role=status]")

    def text_of_paper(self) -> str:
        """What the newest paper of the record says."""
        pk = int(self.path.rpartition("/")[2])
        made = MadePaper.objects.filter(record=pk).select_related("evidence").latest("pk")
        with made.evidence.file.open("rb") as file:
            return "\n".join(one.text for one in Document(file).paragraphs)

    def leave(self) -> None:
        self.desk.sign_out()
