"""Make everything that is generated, or with ``--check`` compare it with what is committed.

Generated are the facts of laws and holidays (where the given material stands beside the checkout), the
reader's lexicon of declared indicators, and ``docs/generated``: one page a workstream with its procedure,
deadlines and figures.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def start_django() -> None:
    os.environ.setdefault("FAZHI_HOME", tempfile.mkdtemp(prefix="fazhi-generate-"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fazhi.site.settings")
    import django

    django.setup()


def pages() -> Iterator[tuple[Path, str]]:
    """``docs/generated``: one page a workstream, and an index of every time limit."""
    from fazhi.engine.registry import installed
    from fazhi.exchange.explain import deadline_row, page, table

    registry = installed()
    note = "<!-- Made by `make generated` from the declarations; do not edit. -->"
    folder = Path("docs/generated")
    for workstream in registry.workstreams.values():
        yield folder / f"{workstream.key}.md", "\n".join([note, "", *page(workstream, registry)]) + "\n"
    rows = (
        (register.label, *deadline_row(register, deadline))
        for register in registry.registers.values()
        for deadline in register.procedure.deadlines
    )
    head = ("登记簿", "规则", "期限", "起算", "长度与依据", "延长", "扣除与中止", "届满的后果")
    yield folder / "deadlines.md", "\n".join([note, "", "# 期限总表", "", *table(head, rows)]) + "\n"


SAME = (
    ("件", "起", "宗", "份", "个", "项"),
    ("条", "件", "份", "项"),
    ("项", "件", "个", "次"),
    ("户", "家", "个"),
    ("人", "名", "位"),
    ("次", "场次", "场", "期"),
    ("份", "件", "个"),
    ("部", "件"),
    ("个", "家", "项"),
)
"""Units that reports use one for the other when they count the same."""


def units(unit: str) -> list[str]:
    return next((list(group) for group in SAME if group[0] == unit), [unit])


def kind(unit: str) -> str:
    """The kind of mention in which the reader meets a figure of that unit."""
    return {"%": "rate", "元": "money", "万元": "money", "日": "duration", "天": "duration"}.get(
        unit, "count"
    )


def lexicon() -> tuple[Path, str]:
    """The reader's entries for every declared indicator."""
    from fazhi.engine.registry import installed
    from fazhi.reader.lexicon import compile_entry

    entries = [
        compile_entry(key, indicator.label, indicator.says, units(indicator.unit), kind(indicator.unit))
        for key, indicator in installed().indicators.items()
        if indicator.says
    ]
    return Path("src/fazhi/reader/lexicon/declared.json"), json.dumps(
        entries, ensure_ascii=False, indent=1
    ) + "\n"


def outputs() -> dict[Path, str]:
    from tools import holidays, law_facts

    return {**holidays.outputs(), **law_facts.outputs(), **dict(pages()), **dict([lexicon()])}


def stale(made: dict[Path, str]) -> list[Path]:
    """Files that differ from what would be made, and pages that nothing makes any more."""
    old = [
        path
        for path, text in made.items()
        if not (ROOT / path).is_file() or (ROOT / path).read_text() != text
    ]
    kept = {ROOT / path for path in made}
    return old + [
        path.relative_to(ROOT) for path in (ROOT / "docs/generated").glob("*.md") if path not in kept
    ]


def main() -> int:
    start_django()
    made = outputs()
    found = stale(made)
    if "--check" in sys.argv[1:]:
        for path in found:
            print(f"{path} is not what the declarations give: run `make generated`")
        return 1 if found else 0
    for path in found:
        if path not in made:
            (ROOT / path).unlink()
            continue
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(made[path])
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
