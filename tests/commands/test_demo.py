"""``fazhi demo`` ends in a table of equal figures, a draft, and officials who can sign in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import authenticate

from fazhi.engine.models import Event, Freeze, Record
from fazhi.engine.refusal import Refusal
from fazhi.organs.models import Account, Organ
from fazhi.site import demo

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(tmp_path: Path, settings: Any) -> Path:
    settings.HOME = tmp_path
    settings.TRAIL_HEADS = tmp_path / "heads.jsonl"
    return tmp_path


@pytest.fixture
def small(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sample of two figures in the place of the shipped one."""
    figure = {"period": "2017", "value": 3}
    sample = {
        "name": "small",
        "title": "示例市2017年度",
        "organ": "999900",
        "organs": [{"code": "999900", "name": "示例市人民政府", "level": "city"}],
        "figures": [
            {"id": "1", "indicator": "reconsideration.accepted", **figure},
            {"id": "2", "indicator": "reconsideration.closed", **figure},
        ],
    }
    file = home / "small.json"
    file.write_text(json.dumps(sample, ensure_ascii=False))
    monkeypatch.setattr(demo, "SAMPLE", str(file))
    return home


def test_a_second_run_finds_everything_and_loses_nothing(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert demo.run_demo(["--no-serve"]) == 0
    first = capsys.readouterr().out
    assert "全部相等" in first
    assert "结案率（当年审结/当年受理" in first
    assert {path.name for path in (home / "demo").iterdir()} == {
        "report.html",
        "report.docx",
        "figures.json",
    }
    counts = [model.objects.count() for model in (Record, Event, Freeze, Account)]
    handler = Account.objects.get(username="zhangsan")
    password = first.partition("密码均为 ")[2].split()[0]
    assert authenticate(request=None, username=handler.username, password=password)

    assert demo.run_demo(["--no-serve"]) == 0
    second = capsys.readouterr().out
    assert "此前已载入" in second
    assert password in second
    assert [model.objects.count() for model in (Record, Event, Freeze, Account)] == counts


def test_a_figure_that_no_longer_comes_out_ends_with_1(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert demo.run_demo(["--no-serve"]) == 0
    from fazhi.workstreams.all import WORKSTREAMS

    cases = next(w for w in WORKSTREAMS if w.key == "reconsideration").registers[0].model
    row = cases._default_manager.filter(closed_on__year=2017).first()
    assert row is not None
    cases._default_manager.filter(pk=row.pk).update(withdrawn_on="2018-01-02")
    capsys.readouterr()
    assert demo.run_demo(["--no-serve"]) == 1
    out = capsys.readouterr().out
    assert "不等" in out


def test_no_sample_is_loaded_beside_real_records(home: Path) -> None:
    organ = Organ.objects.create(code="999901", name="示例县人民政府", kind="government", level="county")
    Record.objects.create(register="toy.permit", organ=organ, title="一件真事")
    with pytest.raises(Refusal, match="已有正式记录"):
        demo.run_demo(["--no-serve"])
    assert Record.objects.count() == 1


def test_the_site_is_served_after_the_table(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    served: list[tuple[str, int]] = []
    monkeypatch.setattr(demo, "serve", lambda host, port: served.append((host, port)))
    assert demo.run_demo(["--port", "8123"]) == 0
    assert served == [("127.0.0.1", 8123)]
