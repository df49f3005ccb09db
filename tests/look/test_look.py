"""The pages in a real browser: readable for everybody, in both themes and sizes, on a screen and on a phone.

With ``FAZHI_SCREENS`` set to a folder, a picture of every page is kept there.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from tests.look.browser import Look, browser
from tests.look.gallery import gallery

pytestmark = [pytest.mark.browser, pytest.mark.fonts]

NAMES = (
    "home",
    "home-calm",
    "list",
    "list-empty",
    "record",
    "record-ended",
    "move-refused",
    "form",
    "figure",
    "figures",
    "report",
    "trail",
    "explain",
    "login",
    "forbidden",
    "expired",
    "missing",
    "locked",
    "broken",
)
WAYS = (
    tuple(product((False, True), repeat=3))
    if os.environ.get("FAZHI_SCREENS")
    else ((False, False, False), (False, True, True), (True, False, True), (True, True, False))
)
"""Phone, dark, large: every pair of them at least, all of them where pictures are wanted."""


@pytest.fixture(scope="module")
def look() -> Iterator[Look]:
    with browser(gallery()) as opened:
        yield opened


def picture(look: Look, name: str, way: str) -> None:
    folder = os.environ.get("FAZHI_SCREENS")
    if folder:
        look.page.screenshot(path=Path(folder) / f"{name}{way}.png", full_page=True)


def test_every_page_of_the_gallery_is_looked_at() -> None:
    assert set(NAMES) == set(gallery())


@pytest.mark.parametrize("name", NAMES)
def test_page_has_no_barrier_whatever_the_theme_size_and_width(look: Look, name: str) -> None:
    look.complaints.clear()
    found = {}
    for phone, dark, large in WAYS:
        look.open(name, phone=phone, dark=dark, large=large)
        words = zip((phone, dark, large), ("phone", "dark", "large"), strict=True)
        way = "".join(f"-{word}" for on, word in words if on)
        picture(look, name, way)
        barriers = look.violations()
        if look.overflow() > 0:
            barriers.append(f"scrolls sideways by {look.overflow()} px")
        if barriers:
            found[way] = barriers
    assert not found
    assert not look.complaints


def test_skip_link_is_the_first_stop_of_the_keyboard(look: Look) -> None:
    page = look.open("record")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_index_opens_on_a_phone_without_script(look: Look) -> None:
    page = look.open("record", phone=True)
    assert not page.is_visible("#nav")
    page.click("text=目录")
    assert page.is_visible("#nav")
    page.click("text=关闭目录")
    assert not page.is_visible("#nav")


def test_register_says_its_headings_in_each_entry_on_a_phone(look: Look) -> None:
    page = look.open("list", phone=True)
    label = "td => getComputedStyle(td, '::before').content"
    assert "案号" in page.eval_on_selector("td[data-label='案号']", label)


def test_controls_are_large_enough_for_a_finger_on_a_phone(look: Look) -> None:
    page = look.open("move-refused", phone=True)
    heights = page.eval_on_selector_all(
        ".btn:not(.is-small)",
        "all => all.map(one => one.getBoundingClientRect().height).filter(height => height)",
    )
    assert heights
    assert min(heights) >= 44


def test_summaries_open_without_script(look: Look) -> None:
    page = look.open("home")
    assert not page.is_visible("text=长者模式（大字）")
    page.click("summary:has-text('显示')")
    assert page.is_visible("text=长者模式（大字）")


def test_exact_count_is_put_in_place_without_leaving_the_page(look: Look) -> None:
    look.complaints.clear()
    page = look.open("list")
    page.evaluate("document.querySelector('h1').dataset.stays = 'yes'")
    with page.expect_response("**/list?count=exact"):
        page.click("text=数一数确切件数")
    page.wait_for_selector("#count")
    assert page.get_attribute("h1", "data-stays") == "yes"
    assert page.locator("#count").count() == 1
    assert not look.complaints


def test_whole_index_shows_on_a_small_screen(look: Look) -> None:
    page = look.open("record")
    page.set_viewport_size({"width": 1366, "height": 768})
    bottom = page.evaluate(
        "document.querySelector('#nav section:last-of-type').getBoundingClientRect().bottom"
    )
    assert bottom <= 768


def test_opened_form_keeps_what_was_filled_in_and_names_its_faults(look: Look) -> None:
    page = look.open("move-refused")
    assert page.input_value("#id_on") == "2025-03-06"
    described = page.get_attribute("#id_text", "aria-describedby")
    assert described
    assert page.is_visible(f"#{described.split()[-1]}")
