"""Rules of the house that no linter knows, over the source as text."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "fazhi"
FLOORS = [
    "law",
    "organs",
    "reader",
    "engine",
    "workstreams",
    "exchange",
    "samples",
    "reports",
    "api",
    "web",
    "site",
]
LONGEST = 300


def modules() -> Iterator[Path]:
    for path in SOURCE.rglob("*.py"):
        if "migrations" not in path.parts and not path.name.startswith(("test_", "conftest")):
            yield path


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.splitlines() if (ROOT / name).is_file()]


def texts() -> Iterator[tuple[Path, str]]:
    for path in tracked():
        try:
            yield path, path.read_text()
        except UnicodeDecodeError:
            continue


def test_no_module_is_longer_than_a_person_reads_at_once() -> None:
    long = {str(path): lines for path in modules() if (lines := len(path.read_text().splitlines())) > LONGEST}
    assert long == {}


def test_a_module_starts_with_what_it_is_for() -> None:
    assert [str(path) for path in modules() if not ast.get_docstring(ast.parse(path.read_text()))] == []


def test_a_module_is_named_by_a_subject() -> None:
    forbidden = {"utils", "helpers", "common", "manager", "base", "misc"}
    assert [str(path) for path in modules() if path.stem in forbidden] == []


def floor_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0]


def test_foreign_keys_and_app_labels_in_strings_obey_the_floors() -> None:
    """import-linter sees imports; a string such as ``"reconsideration.Case"`` reaches as far."""
    labels = {"engine": "engine", "organs": "organs", "web": "web"}
    for folder in (SOURCE / "workstreams").iterdir():
        if folder.is_dir() and (folder / "models.py").exists() | (folder / "models").is_dir():
            labels[folder.name] = "workstreams"
    wrong = []
    for path in modules():
        here = FLOORS.index(floor_of(path)) if floor_of(path) in FLOORS else len(FLOORS)
        for label, name in re.findall(r'"([a-z_]+)\.([A-Z][A-Za-z]+)"', path.read_text()):
            if label not in labels:
                continue
            above = FLOORS.index(labels[label]) > here
            neighbour = (
                labels[label] == "workstreams" == floor_of(path)
                and path.parts[len(SOURCE.parts) + 1] != label
            )
            if above or neighbour:
                wrong.append(f"{path}: {label}.{name}")
    assert wrong == []


def test_the_engine_has_no_word_of_any_one_room() -> None:
    rooms = [
        folder.name for folder in (SOURCE / "workstreams").iterdir() if (folder / "workstream.py").is_file()
    ]
    found = [
        f"{path.relative_to(ROOT)}: {room}"
        for path in modules()
        if floor_of(path) in {"engine", "organs"}
        for room in rooms
        if re.search(rf"workstreams\.{room}\b|[\"']{room}[.\"']", path.read_text())
    ]
    assert found == []


@pytest.mark.parametrize("floor", ["workstreams", "web", "reports", "exchange"])
def test_registers_are_read_only_through_visible_to_or_figures(floor: str) -> None:
    """Nobody above the engine touches a register's manager."""
    found = []
    for path in (SOURCE / floor).rglob("*.py"):
        if path.name.startswith("test_") or "migrations" in path.parts:
            continue
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if "_default_manager" in line or re.search(
                r"\b(Case|Lawsuit|Suggestion|RecordModel)\.objects\b", line
            ):
                found.append(f"{path.relative_to(ROOT)}:{number}")
    assert found == []


def test_no_suppression_stands_without_its_reason() -> None:
    """``# noqa: X - why`` and ``# type: ignore[x]  # why``."""
    bare = []
    for path in modules():
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if re.search(r"# noqa(?!: [A-Z0-9, ]+ - \S)", line) or re.search(
                r"# type: ignore(?!\[[a-z-]+\]  # \S)", line
            ):
                bare.append(f"{path.relative_to(ROOT)}:{number}")
    assert bare == []


def test_nothing_is_left_to_do() -> None:
    words = re.compile(r"\b(TODO|FIXME|XXX|NotImplementedError)\b")
    found = [str(path) for path, text in texts() if path.suffix == ".py" and words.search(text)]
    assert [path for path in found if not path.endswith("test_house_rules.py")] == []


def test_no_lock_file_or_setting_names_a_package_host() -> None:
    words = re.compile(r"--(?:extra-)?index-url|files\.pythonhosted|\"resolved\":")
    found = [str(path) for path, text in texts() if path.suffix in {".txt", ".lock", ".toml", ".json"}]
    assert [path for path in found if words.search(Path(path).read_text())] == []


def test_no_file_of_others_is_tracked() -> None:
    """Fonts, scripts and pictures of others come out of packages; our own pictures are made by scripts."""
    kinds = {".js", ".ttf", ".otf", ".woff", ".woff2", ".pdf", ".docx", ".xlsx"}
    assert [str(path) for path in tracked() if path.suffix in kinds] == []
