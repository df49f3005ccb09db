"""``fazhi people`` and the reforms of ``fazhi organs``: done, logged, or refused in words."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from fazhi.engine.models import Event
from fazhi.engine.trail import verify
from fazhi.exchange.organs import run_organs
from fazhi.exchange.people import run_people
from fazhi.organs.models import Account, Grant, Kind, Level, Organ
from fazhi.organs.tree import add_organ, below
from fazhi.site.command import refusing

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def county(settings: Any, tmp_path: Path) -> Organ:
    settings.TRAIL_HEADS = tmp_path / "heads.jsonl"
    with transaction.atomic():
        return add_organ("999901", "示例县人民政府", kind=Kind.GOVERNMENT, level=Level.COUNTY)


def organs(*argv: str) -> int:
    return refusing(run_organs, [*argv, "--why", "示编发〔2025〕1号"])


def people(*argv: str) -> int:
    return refusing(run_people, [*argv, "--why", "岗位调整"])


def test_an_organ_is_set_up_renamed_merged_and_each_is_logged(capsys: pytest.CaptureFixture[str]) -> None:
    assert organs("add", "999901/sj", "--name", "示例县市场监督管理局", "--under", "999901") == 0
    assert organs("add", "999901/zf", "--name", "示例县综合执法局", "--under", "999901") == 0
    assert organs("rename", "999901/sj", "--name", "示例县市场监管局", "--on", "2025-03-01") == 0
    assert organs("merge", "999901/sj", "--into", "999901/zf", "--on", "2025-04-01") == 0
    assert "示例县市场监管局并入示例县综合执法局（2025-04-01）。" in capsys.readouterr().out
    labels = list(Event.objects.order_by("pk").values_list("label", flat=True))
    assert labels[2:] == [
        "示例县市场监督管理局更名为示例县市场监管局",
        "示例县市场监管局并入示例县综合执法局",
    ]
    assert list(verify()) == []


def test_a_reform_that_cannot_be_is_refused_and_changes_nothing(
    county: Organ, capsys: pytest.CaptureFixture[str]
) -> None:
    organs("add", "999901/sj", "--name", "示例县市场监督管理局", "--under", "999901")
    assert organs("abolish", "999901", "--on", "2025-04-01") == 2
    assert "还在其下" in capsys.readouterr().err
    assert organs("merge", "999901/none", "--into", "999901") == 2
    assert "没有代码或名称为“999901/none”的机关" in capsys.readouterr().err
    county.refresh_from_db()
    assert county.ended_on is None
    assert below(county, on=date(2030, 1, 1)).count() == 2


def test_an_official_gets_an_account_a_post_and_a_role(capsys: pytest.CaptureFixture[str]) -> None:
    assert people("add", "zhangsan", "--organ", "999901", "--name", "张三", "--title", "科员") == 0
    password = capsys.readouterr().out.rpartition("：")[2].strip()
    assert Account.objects.get(username="zhangsan").check_password(password)
    assert people("grant", "zhangsan", "--organ", "示例县人民政府", "--role", "handler", "--within") == 0
    refusing(run_people, ["list", "--organ", "999901"])
    assert "承办人 张三 含所辖" in capsys.readouterr().out
    assert people("revoke", "zhangsan", "--organ", "999901", "--role", "handler", "--on", "2099-01-01") == 0
    assert Grant.objects.get().until is not None


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("grant", "nobody", "--organ", "999901", "--role", "handler"), "没有“nobody”这个账号"),
        (("revoke", "zhangsan", "--organ", "999901", "--role", "head"), "没有“机关负责人”"),
        (("add", "zhangsan", "--organ", "999901", "--name", "张三"), "已有人使用"),
        (("grant", "zhangsan", "--organ", "999901", "--role", "audit_admin"), "系统、安全、审计三类管理员"),
    ],
)
def test_a_grant_that_may_not_be_is_refused(
    argv: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    people("add", "zhangsan", "--organ", "999901", "--name", "张三")
    people("grant", "zhangsan", "--organ", "999901", "--role", "system_admin")
    capsys.readouterr()
    assert people(*argv) == 2
    assert said in capsys.readouterr().err
