"""``fazhi sample``: load a sample year, or compare it with the published figures."""

from __future__ import annotations

import json
import sys

from fazhi.command_line import Parser
from fazhi.engine.registry import installed
from fazhi.samples.check import compared, table
from fazhi.samples.file import SampleFile, open_sample, shipped
from fazhi.samples.loader import load_sample
from fazhi.workstreams.all import RECIPES

WIDTH = 30


def run_sample(argv: list[str]) -> int:
    """0 loaded (all equal with ``--check``), 1 a figure is not equal, 2 refused."""
    parser = Parser(
        prog="fazhi sample",
        description="载入一个示例年度：按公布的数造出合法的示例记录（均标为示例）。再次运行不会重复载入。",
        epilog=f"随程序提供的示例：{'、'.join(shipped())}。",
    )
    parser.add_argument("sample", help="示例名称，或者示例文件（JSON）的路径")
    parser.add_argument("--check", action="store_true", help="与公布数核对；有不相等的，退出码为1")
    parser.add_argument("--json", action="store_true", help="每行输出一个 JSON")
    given = parser.parse_args(argv)
    registry = installed()
    sample = open_sample(given.sample, registry)
    for figure in sample.waiting:
        tell(
            f"跳过 {figure.id}：“{figure.workstream}”这项工作尚未声明（{figure.indicator}，{figure.text}）。"
        )
    bar = Bar(sample)
    result = load_sample(sample, registry, RECIPES, bar.show)
    bar.close()
    state = "此前已载入，没有改动" if result.already else "已载入"
    tell(f"示例“{sample.title}”{state}：记录{result.records}件。")
    if not given.check:
        return 0
    return report(sample, as_json=given.json)


def report(sample: SampleFile, *, as_json: bool) -> int:
    rows = compared(sample, installed())
    lines = (json.dumps(row.as_json(), ensure_ascii=False) for row in rows) if as_json else table(rows)
    for text in lines:
        print(text)
    return 0 if all(row.equal for row in rows) else 1


def tell(text: str) -> None:
    print(text, file=sys.stderr)


class Bar:
    """A progress bar on the terminal; nothing where errors go to a file."""

    def __init__(self, sample: SampleFile) -> None:
        self.title = sample.title
        self.shown = False

    def show(self, done: int, of: int) -> None:
        if sys.stderr.isatty():
            full = WIDTH * done // max(of, 1)
            sys.stderr.write(f"\r{self.title} [{'█' * full}{'·' * (WIDTH - full)}] {done}/{of}")
            sys.stderr.flush()
            self.shown = True

    def close(self) -> None:
        if self.shown:
            sys.stderr.write("\n")
