"""Make the committed table of days off from the yearly notices in ../shared/data/holidays."""

from __future__ import annotations

import json
import sys
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT.parent / "shared" / "data" / "holidays"
TARGET = Path("src/fazhi/law/holidays.json")
NAMES = {"“五一”": "劳动节", "“五一”国际劳动节": "劳动节", "“十一”": "国庆节"}


def spans(days: list[date]) -> list[str]:
    """Consecutive days as ``first..last``."""
    runs: list[list[date]] = []
    for day in sorted(days):
        if runs and day - runs[-1][-1] == timedelta(1):
            runs[-1].append(day)
        else:
            runs.append([day])
    return [f"{run[0]}..{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs]


def year_row(path: Path) -> dict[str, object]:
    """The days off and the make-up workdays of one notice, by the name of the holiday."""
    notice = json.loads(path.read_text(encoding="utf-8"))
    named: dict[bool, dict[str, list[date]]] = {True: {}, False: {}}
    for entry in notice["days"]:
        name = NAMES.get(entry["name"], entry["name"])
        named[entry["isOffDay"]].setdefault(name, []).append(date.fromisoformat(entry["date"]))
    off, work = ({name: spans(days) for name, days in named[kind].items()} for kind in (True, False))
    return {"papers": notice["papers"], "off": off, "work": work}


def outputs() -> dict[Path, str]:
    """Path below the repository root → text; empty, with a word on stderr, where the source is absent."""
    if not SOURCE.is_dir():
        print(f"{SOURCE} is absent: {TARGET} stays as committed", file=sys.stderr)
        return {}
    rows = (
        f'"{path.stem}": {json.dumps(year_row(path), ensure_ascii=False)}'
        for path in sorted(SOURCE.glob("[0-9][0-9][0-9][0-9].json"))
    )
    return {TARGET: "{\n" + ",\n".join(rows) + "\n}\n"}


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
