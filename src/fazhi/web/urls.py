"""Addresses of the pages."""

from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, path

from fazhi.web import display, office
from fazhi.web.pages import (
    correction,
    documents,
    entry,
    explain,
    figure,
    figures,
    home,
    move,
    paper,
    record,
    reds,
    register,
    relation,
    report,
    search,
    signin,
    templates,
    trail,
)

RECORD = "r/<str:key>/<int:pk>"

urlpatterns: list[URLPattern] = [
    path("", home.home, name="home"),
    path("reds", reds.reds, name="reds"),
    path("search", search.search, name="search"),
    path("signin", signin.sign_in, name="login"),
    path("signout", signin.sign_out, name="logout"),
    path("act", office.act, name="act"),
    path("display", login_not_required(display.choose), name="display"),
    path("r/<str:key>", register.records, name="register"),
    path("r/<str:key>/new", entry.entry, name="entry"),
    path(RECORD, record.record, name="record"),
    path(f"{RECORD}/move/<str:act>", move.move, name="move"),
    path(f"{RECORD}/correct", correction.correct, name="correct"),
    path(f"{RECORD}/withdraw", correction.withdraw, name="withdraw"),
    path(f"{RECORD}/add/<str:part>", correction.add_part, name="part"),
    path(f"{RECORD}/reveal/<str:field>", correction.open_masked, name="reveal"),
    path(f"{RECORD}/paper", paper.add_paper, name="paper"),
    path(f"{RECORD}/paper/<int:paper>/withdraw", paper.withdraw_paper, name="paper-withdraw"),
    path(f"{RECORD}/document/<str:paper>", documents.make, name="document"),
    path(f"{RECORD}/relate", relation.relate, name="relate"),
    path("figures", figures.figures, name="figures"),
    path("figures/<str:key>", figure.figure, name="figure"),
    path("report", report.report, name="report"),
    path("report/freeze", report.freeze, name="freeze"),
    path("report.<str:kind>", report.report_file, name="report-file"),
    path("explain", explain.explain, name="explain"),
    path("explain/<str:key>", explain.explain, name="explain-one"),
    path("templates", templates.templates, name="templates"),
    path("templates/<str:key>/<str:paper>/", templates.template, name="template"),
    path("templates/<str:key>/<str:paper>/drop", templates.drop, name="template-drop"),
    path("trail", trail.trail, name="trail"),
    path("evidence/<int:pk>", paper.evidence, name="evidence"),
]
