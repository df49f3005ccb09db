"""Every page of the site as text, filled from invented context objects."""

from __future__ import annotations

import re
from dataclasses import replace

from django.contrib.auth.forms import AuthenticationForm
from django.template.loader import render_to_string
from django.test import RequestFactory

from tests.look import case, office, register, report


def render(template: str, cookies: dict[str, str] | None = None, **context: object) -> str:
    """A page as the site would send it to an official with these cookies."""
    request = RequestFactory().get("/page")
    request.COOKIES.update(cookies or {})
    return render_to_string(template, context, request)


def sign_in() -> dict[str, object]:
    form = AuthenticationForm(data={"username": "lisi", "password": ""})
    form.errors.clear()
    form.add_error(None, "用户名或者密码不正确。再错 3 次，账号锁定 15 分钟。")
    samples = [{"username": "lisi", "name": "李四", "post": "复议科 · 承办人"}]
    return {"form": form, "site": "示例市法治政府建设", "samples": samples, "sample_password": "shili"}


def gallery() -> dict[str, str]:
    """Name → page."""
    shell = office.SHELL
    refused = replace(case.REFUSED, opened=case.opened())
    withdraw = replace(case.WITHDRAW, form=case.decide_form())
    pages = {
        "home": ("web/home.html", office.HOME),
        "home-calm": ("web/home.html", replace(office.HOME, groups=(), reds=(), reds_note="", spread=None)),
        "list": ("web/list.html", register.LIST),
        "list-empty": ("web/list.html", register.EMPTY),
        "record": ("web/record.html", case.RECORD),
        "record-ended": (
            "web/record.html",
            replace(case.RECORD, cards=(), short_cards=(), clocks=(), papers=()),
        ),
        "move-refused": ("web/move.html", refused),
        "form": ("web/form.html", withdraw),
        "figure": ("web/figure.html", report.FIGURE),
        "figures": ("web/figures.html", report.FIGURES),
        "report": ("web/report.html", report.REPORT),
        "trail": ("web/trail.html", report.TRAIL),
        "explain": ("web/explain.html", report.EXPLAIN),
    }
    told = {name: render(template, shell=shell, page=page) for name, (template, page) in pages.items()}
    plain = {
        "forbidden": "403.html",
        "expired": "403_csrf.html",
        "missing": "404.html",
        "locked": "web/locked.html",
    }
    told |= {name: render(template) for name, template in plain.items()}
    return told | {"login": render("web/login.html", **sign_in()), "broken": render_to_string("500.html")}


def text_of(page: str) -> str:
    """What stands on a page, without markup."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page))
