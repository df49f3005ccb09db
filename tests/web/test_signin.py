"""Signing in and out, and for whom one works: nothing is open to strangers but the page for signing in."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, reverse

from fazhi.engine.actor import Actor
from fazhi.organs.models import Account, Person, Role
from fazhi.web.urls import urlpatterns
from tests.web.conftest import PASSWORD, Opened, Town, text

pytestmark = pytest.mark.django_db
OPEN = {"login", "logout", "display"}


def address(pattern: URLPattern) -> str:
    """An address of the pattern with something in each place."""
    values = {"int": "1", "str": "x"}
    route = str(pattern.pattern)
    return "/" + re.sub(r"<(\w+):\w+>", lambda found: values[found[1]], route)


@pytest.mark.parametrize("pattern", urlpatterns, ids=lambda one: one.name)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_is_sent_to_the_page_for_signing_in(pattern: URLPattern, method: str) -> None:
    if pattern.name in OPEN:
        return
    response = getattr(Client(), method)(address(pattern))
    assert response.status_code == 302
    assert response.url.startswith(reverse("login"))


def test_an_official_signs_in_and_comes_to_the_work_list(town: Town, handler: Actor) -> None:
    account = Account.objects.get(person=handler.person)
    client = Client()
    response = client.post(
        reverse("login"), {"username": account.username, "password": PASSWORD}, follow=True
    )
    assert response.redirect_chain == [("/", 302)]
    assert "要办的事" in text(response)
    assert client.get(reverse("login")).status_code == 302


def test_a_wrong_password_says_neither_which_was_wrong(town: Town, handler: Actor) -> None:
    account = Account.objects.get(person=handler.person)
    for name in (account.username, "nobody"):
        page = text(Client().post(reverse("login"), {"username": name, "password": "x"}))
        assert "用户名或者密码不正确" in page


def test_no_sample_account_is_shown_where_there_is_no_demonstration(db: None) -> None:
    assert "示例账号" not in text(Client().get(reverse("login")))


def test_signing_out_needs_a_post_and_ends_the_session(town: Town, handler: Actor) -> None:
    client = town.client(handler)
    assert client.get(reverse("logout")).status_code == 405
    assert client.post(reverse("logout")).status_code == 302
    assert client.get("/").status_code == 302


def test_an_account_without_a_role_is_told_whom_to_ask(town: Town) -> None:
    person = Person.objects.create(name="孙八", synthetic=True)
    client = Client()
    for name, who in (("bare", None), ("idle", person)):
        account = Account.objects.create(username=name, person=who)
        client.force_login(account, "django.contrib.auth.backends.ModelBackend")
        response = client.get("/")
        assert response.status_code == 403
        assert "管理员" in text(response)
        assert "退出" in text(response)


def test_one_acts_only_for_organs_in_which_a_role_is_held(town: Town, handler: Actor) -> None:
    town.official("李四", Role.LIAISON, town.bureau)
    client = town.client(handler)
    assert client.post(reverse("act"), {"organ": town.bureau.pk}).status_code == 302
    assert client.session["organ"] == town.bureau.pk
    assert "示例县市场监督管理局 · 联络员" in text(client.get("/"))
    other = town.client(town.official("王五", Role.HEAD))
    assert other.post(reverse("act"), {"organ": town.bureau.pk}).status_code == 403


def test_a_form_without_its_token_is_refused_in_chinese(town: Town, handler: Actor, permit: Opened) -> None:
    account: Any = Account.objects.get(person=handler.person)
    client = Client(enforce_csrf_checks=True)
    client.force_login(account, "django.contrib.auth.backends.ModelBackend")
    response = client.post("/r/toy.permit/new", {"applicant": "张三"})
    assert response.status_code == 403
    assert "页面已过期，内容没有提交" in text(response)


def test_an_unknown_address_is_answered_in_chinese(town: Town, handler: Actor) -> None:
    client = town.client(handler)
    for path in ("/nowhere", "/r/no.register", "/figures/no.figure", "/explain/nothing", "/r/toy.permit/999"):
        response = client.get(path)
        assert response.status_code == 404
        assert "没有找到这一页" in text(response)
