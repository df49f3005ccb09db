"""An office for the tests of every line of work, with today fixed long after every date in these tests."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fazhi.workstreams.office import Office, make_office

TODAY = date(2026, 11, 25)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: Any) -> None:
    settings.TRAIL_HEADS = tmp_path / "heads.jsonl"
    for module in ("bulk", "evidence", "facts", "moves", "personal", "records", "tick"):
        monkeypatch.setattr(f"fazhi.engine.{module}.today", lambda: TODAY)


@pytest.fixture
def office(db: None) -> Office:
    return make_office()
