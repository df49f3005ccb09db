"""A town on a live server, and a desk: one browser context in which an official works."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Response, sync_playwright

from fazhi.engine.actor import Actor
from fazhi.organs.models import Account
from tests.look.browser import ARGUMENTS, PHONE, WIDE
from tests.web.conftest import (
    PASSWORD,
    Town,
    _declared,  # noqa: F401 - a fixture that every journey needs
)


@pytest.fixture(scope="module", autouse=True)
def _beside_the_loop() -> Iterator[None]:
    """Playwright keeps an event loop in this thread, beside which Django would refuse to ask the database."""
    kept = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    yield
    if kept is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def town(live_server: Any) -> Town:
    return Town()


class Desk:
    """One official's browser: what it complained of is kept."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.context = browser.new_context(
            locale="zh-CN", timezone_id="Asia/Shanghai", reduced_motion="reduce", viewport=WIDE
        )
        self.page: Page = self.context.new_page()
        self.address = address
        self.complaints: list[str] = []
        self.page.on(
            "console",
            lambda said: self.complaints.append(said.text) if said.type in {"error", "warning"} else None,
        )

    def sign_in(self, actor: Actor) -> Page:
        self.open("/signin")
        self.page.fill("#id_username", Account.objects.get(person=actor.person).username)
        self.page.fill("#id_password", PASSWORD)
        self.page.click("main button:has-text('登录')")
        self.page.wait_for_selector("#todo")
        return self.page

    def sign_out(self) -> None:
        self.page.click("nav[aria-label='个人'] details:last-of-type summary")
        self.page.click("button:has-text('退出')")
        self.page.wait_for_selector("#id_username")

    def open(self, path: str) -> Response | None:
        return self.page.goto(self.address + path)

    def dress(self, *, phone: bool = False, dark: bool = False, large: bool = False) -> None:
        """Width, theme and size, as the official would have chosen them."""
        self.page.set_viewport_size(PHONE if phone else WIDE)
        cookies = {"theme": "dark" if dark else "light", "size": "large" if large else "normal"}
        self.context.add_cookies(
            [{"name": name, "value": value, "url": self.address} for name, value in cookies.items()]
        )

    def barriers(self) -> list[str]:
        """What axe finds, and whether the page scrolls sideways."""
        found = Axe().run(self.page).response["violations"]
        told = [f"{one['id']}: {one['help']}: {one['nodes'][0]['html'][:200]}" for one in found]
        wide = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        return [*told, *([f"scrolls sideways by {wide} px"] if wide > 0 else [])]

    def picture(self, name: str) -> None:
        """Kept where ``FAZHI_SCREENS`` names a folder."""
        folder = os.environ.get("FAZHI_SCREENS")
        if folder:
            self.page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


@pytest.fixture
def desk(chromium: Browser, live_server: Any) -> Iterator[Desk]:
    made = Desk(chromium, live_server.url)
    yield made
    made.context.close()
