"""``fazhi trail verify``: every chain recomputed and compared with the heads kept outside the database."""

from __future__ import annotations

import json

from fazhi.command_line import Parser
from fazhi.engine.models import Event, TrailHead
from fazhi.engine.trail import verify
from fazhi.organs.models import Organ


def run_trail(argv: list[str]) -> int:
    """Exit code 1 where a chain does not hold."""
    parser = Parser(prog="fazhi trail", description="校验事件链：逐条重算封印，并与库外链首核对。")
    parser.add_argument("action", choices=["verify"], help="verify：校验")
    parser.add_argument("--json", action="store_true", help="每个问题输出一行 JSON")
    given = parser.parse_args(argv)
    names = dict(Organ.objects.values_list("pk", "name"))
    faults = list(verify())
    for fault in faults:
        if given.json:
            row = {"organ": names.get(fault.chain), "seq": fault.seq, "text": fault.text}
            print(json.dumps(row, ensure_ascii=False))
        else:
            print(f"{names.get(fault.chain, '系统')} 第{fault.seq}号：{fault.text}")
    if not given.json:
        chains, events = TrailHead.objects.count(), Event.objects.count()
        verdict = f"发现{len(faults)}处问题。" if faults else "全部相符。"
        print(f"校验{chains}条链、{events}个事件：{verdict}")
    return 1 if faults else 0
