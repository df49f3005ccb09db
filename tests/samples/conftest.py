"""A sample file written for a test, about a county that does not exist."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

COUNTY = "999901"
ORGANS = [
    {"code": COUNTY, "name": "示例县人民政府", "kind": "government", "level": "county", "short_name": "示"},
    {
        "code": f"{COUNTY}/gaj",
        "name": "示例县公安局",
        "kind": "department",
        "level": "county",
        "parent": COUNTY,
    },
    {
        "code": f"{COUNTY}/scj",
        "name": "示例县市场监督管理局",
        "kind": "department",
        "level": "county",
        "parent": COUNTY,
    },
]

Write = Callable[..., Path]


@pytest.fixture(autouse=True)
def _heads(settings: Any, tmp_path: Path) -> None:
    settings.TRAIL_HEADS = tmp_path / "heads.jsonl"


def figure(place: str, indicator: str, value: float | str, **more: Any) -> dict[str, Any]:
    """A published figure of 2024; ``value`` as it is printed."""
    return {
        "id": place,
        "indicator": indicator if "." in indicator else f"reconsideration.{indicator}",
        "scope": "within",
        "period": "2024",
        "value": value,
        "qualifier": "exact",
        "printed": "half_up",
        "origin": "counted",
        "note": "",
        **more,
    }


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a sample file of these figures."""

    def make(*figures: dict[str, Any], **head: Any) -> Path:
        path = tmp_path / "示例.json"
        told = {
            "name": "sample-county-2024",
            "title": "示例县2024年度",
            "organ": COUNTY,
            "organs": ORGANS,
            "figures": figures,
            **head,
        }
        path.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
        return path

    return make
