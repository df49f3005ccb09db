"""A browser that is served pages from memory, under the policy of content that the site sends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.staticfiles import finders
from playwright.sync_api import ConsoleMessage, Page, Route, sync_playwright

ORIGIN = "http://look.test"
KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
WIDE, PHONE = {"width": 1366, "height": 900}, {"width": 390, "height": 844}
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--font-render-hinting=none"]


def policy() -> str:
    """The header that the site sends."""
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    return "; ".join(f"{name} {' '.join(values)}" for name, values in directives.items())


class Look:
    """One browser page and what it complained of."""

    def __init__(self, page: Page, pages: Mapping[str, str]) -> None:
        self.page, self.pages = page, pages
        self.complaints: list[str] = []
        page.on("console", self.hear)
        page.route("**/*", self.serve)

    def hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def serve(self, route: Route) -> None:
        path = route.request.url.removeprefix(ORIGIN).partition("?")[0]
        if path.startswith("/static/"):
            found = finders.find(path.removeprefix("/static/"))
            if isinstance(found, str):
                route.fulfill(path=found, content_type=KINDS[Path(found).suffix])
                return
        body = self.pages.get(path.strip("/"))
        if body is None:
            route.fulfill(status=404, body="")
            return
        route.fulfill(
            body=body,
            content_type="text/html; charset=utf-8",
            headers={"content-security-policy": policy()},
        )

    def open(self, name: str, *, phone: bool = False, dark: bool = False, large: bool = False) -> Page:
        """Open a page in a width, theme and size."""
        self.page.set_viewport_size(PHONE if phone else WIDE)
        self.page.goto(f"{ORIGIN}/{name}")
        self.page.evaluate(
            "([theme, size]) => Object.assign(document.documentElement.dataset, {theme, size})",
            ["dark" if dark else "light", "large" if large else "normal"],
        )
        return self.page

    def violations(self) -> list[str]:
        """What axe finds: rule, help, and the first element."""
        found = Axe().run(self.page).response["violations"]
        return [f"{one['id']}: {one['help']}: {one['nodes'][0]['html'][:200]}" for one in found]

    def overflow(self) -> int:
        """How far the page scrolls sideways, in pixels."""
        return int(
            self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        )


@contextmanager
def browser(pages: Mapping[str, str]) -> Iterator[Look]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        context = chromium.new_context(locale="zh-CN", timezone_id="Asia/Shanghai", reduced_motion="reduce")
        try:
            yield Look(context.new_page(), pages)
        finally:
            context.close()
            chromium.close()
