"""``fazhi tick``: time settled; lapses made by the law on their legal day. Safe to repeat."""

from __future__ import annotations

from fazhi.command_line import Parser
from fazhi.engine.tick import tick
from fazhi.exchange.options import read_day


def run_tick(argv: list[str]) -> int:
    parser = Parser(prog="fazhi tick", description="结转已届满的期限（视为受理、视为放弃等）。可重复执行。")
    parser.add_argument("--on", help="按哪一天结转，默认今天")
    given = parser.parse_args(argv)
    settled = tick(read_day(given.on) if given.on else None)
    for made in settled:
        print(f"{made.on} 依法“{made.move}”：{made.record.title}")
    print(f"共结转{len(settled)}件。" if settled else "没有需要结转的期限。")
    return 0
