"""The committed tables are what the tools make of the given data."""

import runpy
from pathlib import Path

import pytest

from fazhi.law.text import articles_of

ROOT = Path(__file__).resolve().parents[3]
SHARED = ROOT.parent / "shared" / "data"


@pytest.mark.shared
@pytest.mark.parametrize("tool", ["holidays", "law_facts"])
def test_the_committed_table_is_fresh(tool: str) -> None:
    made = runpy.run_path(str(ROOT / "tools" / f"{tool}.py"))["outputs"]()
    assert made
    for path, text in made.items():
        assert (ROOT / path).read_text(encoding="utf-8") == text


@pytest.mark.shared
def test_every_article_of_every_given_text_is_numbered_without_gap() -> None:
    for path in sorted((SHARED / "laws").glob("*.txt")):
        labels = list(articles_of(path.read_text(encoding="utf-8")))
        assert labels == [str(number) for number in range(1, len(labels) + 1)], path.stem


@pytest.mark.parametrize("tool", ["holidays", "law_facts"])
def test_without_the_given_data_a_tool_makes_nothing_and_says_so(
    tool: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outputs = runpy.run_path(str(ROOT / "tools" / f"{tool}.py"))["outputs"]
    outputs.__globals__["SOURCE"] = tmp_path / "absent"
    assert outputs() == {}
    assert "is absent" in capsys.readouterr().err
