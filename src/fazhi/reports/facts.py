"""What every output says about the set of figures it was written from, and that set as data for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator

from fazhi.reports.manuscript import Draft

SAMPLE = "示例数据：所据记录均为虚构，不是真实的报告。"
"""Stands at the head of whatever is written from sample records."""


def facts_of(draft: Draft) -> Iterator[tuple[str, str]]:
    """Name and value of each: scope, time, the hash of the fact set, the head of the organ's event chain."""
    yield "数据范围", f"{draft.organ}，{draft.scope_label}，{draft.year}年"
    yield "数据冻结时间", draft.frozen_at.strftime("%Y-%m-%d %H:%M:%S")
    counted = sum(row["origin"] == "counted" for row in draft.rows)
    yield "数据来源", f"共{len(draft.rows)}项，其中登记得出{counted}项，申报{len(draft.rows) - counted}项"
    yield "事实集", f"sha256 {draft.digest}"
    if head := draft.own_head:
        yield "事件链头", f"第{head.seq}号 {head.mac}"


def write_json(draft: Draft) -> str:
    """``figures.json``: the frozen figures as ``fazhi compile --json`` gives them, digest and chain heads.

    ``printed`` stands on the figures that the text prints.
    """
    printed = {entry.key: entry.printed for entry in draft.entries}
    rows = [
        {**row, "printed": printed[row["indicator"]]} if row["indicator"] in printed else row
        for row in draft.rows
    ]
    whole = {
        "schema": 1,
        "title": draft.title,
        "organ": draft.organ_code,
        "organ_name": draft.organ,
        "scope": draft.scope,
        "year": draft.year,
        "frozen_at": draft.frozen_at.isoformat(timespec="seconds"),
        "digest": draft.digest,
        "synthetic": draft.synthetic,
        "figures": rows,
        "trail_heads": [
            {"organ": head.organ, "chain": head.chain, "seq": head.seq, "mac": head.mac}
            for head in draft.heads
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
