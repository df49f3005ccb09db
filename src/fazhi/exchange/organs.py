"""``fazhi organs import``: the organs of a province, or of the country, from files of division codes."""

from __future__ import annotations

import hashlib
import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from django.db import transaction

from fazhi.command_line import Parser
from fazhi.engine.actor import SYSTEM, today
from fazhi.engine.refusal import Refusal
from fazhi.engine.trail import record_event
from fazhi.exchange.options import read_day
from fazhi.exchange.reform import ACTS, run_reform
from fazhi.organs.divisions import Division, Divisions, RowFault, read_divisions
from fazhi.organs.models import Level, Organ
from fazhi.organs.refusal import OrganRefused
from fazhi.organs.roster import Difference, Plan, carry_out, compare, tops
from fazhi.organs.tree import lock_tree

SHOWN = 30
"""Lines of one kind in the text output; ``--json`` prints all."""

LONG = 2000
"""Rows from which progress is told."""


def run_organs(argv: list[str]) -> int:
    """Exit code 2 where a row is at fault: then nothing is changed."""
    if argv and argv[0] in ACTS:
        return run_reform(argv)
    parser = Parser(
        prog="fazhi organs",
        description="从区划代码文件导入人民政府、街道办事处等机关。",
        epilog="机关的设立、更名、改隶、合并、撤销：fazhi organs add|rename|move|merge|abolish --help",
    )
    parser.add_argument("action", choices=["import"], help="import：导入")
    parser.add_argument("paths", nargs="+", help="区划代码 CSV 文件，或者其所在文件夹")
    parser.add_argument("--province", default="", help="只导入一个省：名称或两位代码，如 甘肃省 或 62")
    parser.add_argument("--on", default="", help="更名、改隶的生效日期；不写则只列出，不改动")
    parser.add_argument("--dry-run", action="store_true", help="只列出变化，不保存")
    parser.add_argument("--json", action="store_true", help="每行输出一个 JSON")
    given = parser.parse_args(argv)
    day = read_day(given.on) if given.on else None
    divisions = read_divisions(files_of(given.paths))
    if given.province:
        divisions = within_province(divisions, given.province)
    plan = compare(divisions, day or today()) if given.dry_run else import_divisions(divisions, day)
    if plan.faults:
        tell_faults(plan.faults, as_json=given.json)
        return 2
    tell(plan, divisions, day, given)
    return 0


def files_of(paths: Sequence[str]) -> list[Path]:
    """The files named, and all CSV files of the folders named."""
    files: list[Path] = []
    for path in map(Path, paths):
        found = sorted(path.glob("*.csv")) if path.is_dir() else [path]
        if not found:
            raise Refusal(f"文件夹“{path}”中没有 CSV 文件。请核对路径。")
        files += found
    for path in files:
        try:
            path.open("rb").close()
        except FileNotFoundError:
            raise Refusal(f"没有“{path}”这个文件或者文件夹。请核对路径。") from None
        except OSError as error:
            raise Refusal(f"不能读取“{path}”（{error.strerror}）。请核对该文件的权限。") from None
    return files


def within_province(divisions: Divisions, wanted: str) -> Divisions:
    """The rows of one province, and the faults of rows that may be in it.

    :raises Refusal: the files hold no such province.
    """
    names = {d.code[:2]: d.place.name for d in divisions.organs if d.level == Level.PROVINCE}
    prefix = next((code for code, name in names.items() if wanted in {code, name}), None)
    prefix = prefix or next((code for code, name in names.items() if name.startswith(wanted)), None)
    if prefix is None and any(division.code[:2] == wanted for division in divisions.organs):
        prefix = wanted
    if prefix is None:
        known = "、".join(names.values()) or "（没有省级文件，请写两位代码）"
        raise Refusal(f"文件中没有“{wanted}”。--province 可以写名称或两位代码；文件中有：{known}。")
    return Divisions(
        organs=[division for division in divisions.organs if division.code.startswith(prefix)],
        placeless=[place for place in divisions.placeless if place.code.startswith(prefix)],
        faults=[fault for fault in divisions.faults if not of_another(fault, prefix, names)],
    )


def of_another(fault: RowFault, prefix: str, names: Iterable[str]) -> bool:
    return fault.code[:2] != prefix and fault.code[:2] in set(names)


def import_divisions(divisions: Divisions, on: date | None) -> Plan:
    """Compare and write in one transaction, with one event on each highest organ touched.

    A plan with faults is returned unwritten.

    :param on: the day of renamings and moves; without one these are left as they are.
    :raises Refusal: a change that cannot be true; nothing was written.
    """
    try:
        with transaction.atomic():
            lock_tree()
            plan = compare(divisions, on or today())
            rows = list(plan.touched(dated=on is not None))
            if plan.faults or not rows:
                return plan
            if len(rows) >= LONG:
                progress(f"正在写入{len(rows)}个机关及其上下级关系……")
            carry_out(plan, on)
            log(plan, rows, on)
    except OrganRefused as refused:
        raise Refusal(str(refused)) from None
    return plan


def log(plan: Plan, rows: Sequence[Division], on: date | None) -> None:
    gathered = tops(rows)
    organs = {organ.code: organ for organ in Organ.objects.filter(code__in=gathered)}
    for code, under in gathered.items():
        codes = {row.code for row in under}
        changes: dict[str, object] = {
            "new": sum(row.code in codes for row in plan.new),
            "rows": len(under),
            "sha256": digest(under),
        }
        for name, differences in (
            ("attached", plan.attached),
            ("renamed", plan.renamed),
            ("moved", plan.moved),
        ):
            changed = {d.organ.code: [d.before, d.after] for d in differences if d.organ.code in codes}
            if changed and (on is not None or name == "attached"):
                changes[name] = changed
        record_event(
            actor=SYSTEM,
            kind="organs",
            label=f"导入区划机关{len(under)}个",
            legal_on=on or today(),
            organ=organs[code],
            changes=changes,
        )


def digest(rows: Iterable[Division]) -> str:
    """SHA-256 over code, name and parent of the rows by code."""
    lines = sorted(f"{row.code}\t{row.name}\t{row.parent}\n" for row in rows)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def tell_faults(faults: Sequence[RowFault], *, as_json: bool) -> None:
    if as_json:
        for fault in faults:
            line = {"file": fault.file, "row": fault.row, "code": fault.code}
            print(json.dumps({**line, "reason": fault.reason, "remedy": fault.remedy}, ensure_ascii=False))
        return
    for fault in faults[:SHOWN]:
        print(fault, file=sys.stderr)
    more = f"（只列出前{SHOWN}处，全部见 --json）" if len(faults) > SHOWN else ""
    print(f"共{len(faults)}处错误{more}，没有保存任何改动。请改正后重新导入。", file=sys.stderr)


def tell(plan: Plan, divisions: Divisions, on: date | None, given: Namespace) -> None:
    lines: list[dict[str, object]] = [
        *describe("attach", "补登上级", plan.attached),
        *describe("rename", "更名", plan.renamed),
        *describe("move", "改隶", plan.moved),
        *map(told_ended, plan.ended),
    ]
    left = 0 if on else len(plan.dated_changes)
    count: dict[str, object] = {
        "new": len(plan.new),
        "attached": len(plan.attached),
        "renamed": len(plan.renamed) if on else 0,
        "moved": len(plan.moved) if on else 0,
        "differing": left + len(plan.ended),
        "unchanged": plan.unchanged,
        "placeless": len(divisions.placeless),
        "dry_run": given.dry_run,
    }
    if given.json:
        for line in (*lines, count):
            print(
                json.dumps({key: value for key, value in line.items() if key != "text"}, ensure_ascii=False)
            )
        return
    for line in lines[:SHOWN]:
        print(line["text"])
    if left:
        print(f"以上{left}处更名、改隶没有改动：请写明 --on 生效日期后再次导入；如系文件陈旧，不必处理。")
    print(summary(count))


def told_ended(organ: Organ) -> dict[str, object]:
    text = f"{organ.name}（{organ.code}）：已于{organ.ended_on}撤销，不恢复"
    return {"change": "ended", "code": organ.code, "text": text}


def describe(change: str, label: str, differences: Iterable[Difference]) -> list[dict[str, object]]:
    return [
        {
            "change": change,
            "code": d.organ.code,
            "before": d.before,
            "after": d.after,
            "text": f"{d.organ.name}（{d.organ.code}）{label}：{d.before or '无'} → {d.after}",
        }
        for d in differences
    ]


def summary(count: dict[str, object]) -> str:
    done = "试算完毕，没有保存：将" if count["dry_run"] else "已导入："
    parts = [f"新增{count['new']}个机关"]
    parts += [
        f"{label}{count[key]}个"
        for key, label in (("attached", "补登上级"), ("renamed", "更名"), ("moved", "改隶"))
        if count[key]
    ]
    parts.append(f"{count['unchanged']}个未变")
    if count["differing"]:
        parts.append(f"{count['differing']}处与登记不同、未改动")
    if count["placeless"]:
        parts.append(f"{count['placeless']}个区划不设机关")
    return f"{done}{'，'.join(parts)}。"


def progress(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
