"""``python -m benchmarks [NAME] [--rows N] [--repeat N] [--postgres]``: run one benchmark, or all.

Each benchmark is a module of this folder with ``run(options) -> list[Row]``. Ends with code 1 where a ratio
is above its limit.
"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path

from benchmarks.row import Options, Row, as_json, as_markdown
from benchmarks.scratch import NoServerError, scratch

PARTS = {"__init__", "__main__", "row", "scratch"}
"""Modules of this folder that are no benchmark; nor are those that end with ``_data`` or ``_peer``."""


def names() -> list[str]:
    found = (path.stem for path in Path(__file__).parent.glob("*.py"))
    return sorted(name for name in found if name not in PARTS and not name.endswith(("_data", "_peer")))


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description="Speed as ratios against a peer."
    )
    parser.add_argument("name", nargs="?", choices=names(), help="one benchmark; all without it")
    parser.add_argument(
        "--rows", type=int, default=0, help="size of the data (default: that of the benchmark)"
    )
    parser.add_argument("--repeat", type=int, default=3, help="runs of each side; the best counts")
    parser.add_argument("--postgres", action="store_true", help="on PostgreSQL instead of SQLite")
    given = parser.parse_args()
    options = Options(given.rows, given.postgres, given.repeat)
    rows: list[Row] = []
    try:
        with scratch(postgres=options.postgres):
            for name in [given.name] if given.name else names():
                for row in import_module(f"benchmarks.{name}").run(options):
                    rows.append(row)
                    print(as_json(row), flush=True)
    except NoServerError:
        print("PostgreSQL: no server on 127.0.0.1:5432 and none installed; nothing was measured.")
        return 2
    print()
    print(as_markdown(rows))
    return 0 if all(row.held for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
