"""Skips with a printed reason what the machine cannot run; ``FAZHI_REQUIRE`` turns skips into failures."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

import hypothesis
import pytest

# How long an example takes says more of the machine's other work than of the code.
hypothesis.settings.register_profile("fazhi", deadline=None)
hypothesis.settings.load_profile("fazhi")

SHARED = Path(__file__).resolve().parent.parent / "shared"
REQUIRED = frozenset(filter(None, os.environ.get("FAZHI_REQUIRE", "").split(",")))


@cache
def absent(need: str) -> str:
    """Why the machine lacks ``need``; empty where it has it."""
    if need == "shared":
        return "" if (SHARED / "reports").is_dir() else "the given material is not at ../shared"
    if need == "browser":
        return "" if shutil.which("chromium") else "Debian's chromium is not installed"
    if need == "fonts":
        listed = (
            shutil.which("fc-list")
            and subprocess.run(["fc-list", ":lang=zh-cn"], capture_output=True, text=True, check=False).stdout
        )
        return "" if listed else "no Chinese font is installed"
    if need == "postgres":
        return (
            ""
            if os.environ.get("FAZHI_TEST_DATABASE_URL", "").startswith("postgres")
            else "runs on PostgreSQL"
        )
    raise AssertionError(need)


def asks_a_database(item: pytest.Item) -> bool:
    """Whether it can tell one database from the other; the engine's own tests also compare statements."""
    fixtures = getattr(item, "fixturenames", ())
    return (
        "engine" in item.path.parts
        or bool({"db", "transactional_db"} & set(fixtures))
        or any(item.get_closest_marker(name) for name in ("django_db", "postgres"))
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not absent("postgres"):
        same = [item for item in items if not asks_a_database(item)]
        config.hook.pytest_deselected(items=same)
        items[:] = [item for item in items if asks_a_database(item)]
    for item in items:
        for need in ("shared", "browser", "fonts", "postgres"):
            if item.get_closest_marker(need) is None:
                continue
            reason = absent(need)
            if not reason:
                continue
            if need in REQUIRED and need != "postgres":
                item.add_marker(pytest.mark.usefixtures("required_but_absent"))
            else:
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture
def required_but_absent() -> None:
    pytest.fail("FAZHI_REQUIRE asks for what this machine lacks")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of given material."""
    return SHARED
