"""Theme and size are kept in cookies by a form, and nothing else gets into them."""

import pytest
from django.test import RequestFactory

from fazhi.web.display import choose


def posted(**data: str):  # type: ignore[no-untyped-def]
    return choose(RequestFactory().post("/display", data))


@pytest.mark.parametrize(("name", "value"), [("theme", "dark"), ("size", "large"), ("size", "normal")])
def test_choice_is_kept_in_a_cookie(name: str, value: str) -> None:
    cookie = posted(**{name: value}).cookies[name]
    assert (cookie.value, cookie["httponly"], cookie["samesite"]) == (value, True, "Lax")


def test_other_value_changes_nothing() -> None:
    assert not posted(theme='"><script>').cookies


def test_reader_goes_back_to_the_page_they_came_from() -> None:
    assert posted(theme="dark", next="/r/3?tab=1").url == "/r/3?tab=1"


@pytest.mark.parametrize("address", ["https://evil.test/", "//evil.test", "javascript:alert(1)", ""])
def test_address_of_another_site_is_not_followed(address: str) -> None:
    assert posted(next=address).url == "/"


def test_link_cannot_change_the_display() -> None:
    assert choose(RequestFactory().get("/display", {"theme": "dark"})).status_code == 405
