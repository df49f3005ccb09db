"""Make the committed facts of law texts (places and lengths, no wording) from ../shared/data/laws."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from fazhi.law.facts import packed
from fazhi.law.text import articles_of

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT.parent / "shared" / "data" / "laws"
TARGET = Path("src/fazhi/law/facts.json")


def outputs() -> dict[Path, str]:
    """Path below the repository root → text; empty, with a word on stderr, where the source is absent."""
    if not SOURCE.is_dir():
        print(f"{SOURCE} is absent: {TARGET} stays as committed", file=sys.stderr)
        return {}
    return {TARGET: "{\n" + ",\n".join(text_facts(path) for path in sorted(SOURCE.glob("*.txt"))) + "\n}\n"}


def text_facts(path: Path) -> str:
    """The facts of one text as a line of JSON per article."""
    rows = packed(articles_of(path.read_text(encoding="utf-8"))).items()
    lines = ",\n".join(f'"{label}": {json.dumps(row, ensure_ascii=False)}' for label, row in rows)
    return f"{json.dumps(path.stem, ensure_ascii=False)}: {{\n{lines}\n}}"


def main() -> int:
    """Write the files, or with --check say which differ (exit code 1)."""
    stale = 0
    for path, text in outputs().items():
        if "--check" not in sys.argv:
            (ROOT / path).write_text(text, encoding="utf-8")
        elif not (ROOT / path).exists() or (ROOT / path).read_text(encoding="utf-8") != text:
            print(f"{path} differs from its source: run python tools/{Path(__file__).name}")
            stale = 1
    return stale


if __name__ == "__main__":
    sys.exit(main())
