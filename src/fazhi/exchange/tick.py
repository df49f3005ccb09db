"""``fazhi tick``: time settled; lapses made by the law on their legal day. Safe to repeat."""

from __future__ import annotations

from fazhi.command_line import Parser
from fazhi.engine.tick import settle_time
from fazhi.exchange.options import read_day


def run_tick(argv: list[str]) -> int:
    parser = Parser(prog="fazhi tick", description="结转已届满的期限（视为受理、视为放弃等）。可重复执行。")
    parser.add_argument("--on", help="按哪一天结转，默认今天")
    given = parser.parse_args(argv)
    outcome = settle_time(read_day(given.on) if given.on else None)
    for made in outcome.settled:
        print(f"{made.on} 依法“{made.move}”：{made.record.title}")
    for left in outcome.blocked:
        print(f"未能结转“{left.deadline}”：{left.record.title}。{left.why}")
    if outcome.moved:
        print(f"按现行放假安排，{outcome.moved}个期限的届满日有变化。")
    print(f"共结转{len(outcome.settled)}件。" if outcome.settled else "没有需要结转的期限。")
    return 0
