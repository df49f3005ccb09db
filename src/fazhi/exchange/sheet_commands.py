"""``fazhi import`` and ``fazhi export``: rows of a register in from a spreadsheet, and out into one."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from fazhi.command_line import Parser
from fazhi.engine.access import every_row
from fazhi.engine.actor import SYSTEM
from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import register
from fazhi.exchange.intake import Importer, read_plan
from fazhi.exchange.options import find_organ
from fazhi.exchange.outflow import Export, log_clear, write
from fazhi.exchange.plan import Fault, Plan
from fazhi.exchange.returned import write_returned
from fazhi.exchange.sheet import write_template
from fazhi.exchange.taking import Taken, refusal_of, take, try_out
from fazhi.exchange.workbook import open_book

SHOWN = 50
"""Faults and breaches told on the terminal; ``--json`` tells all."""


def run_import(argv: list[str]) -> int:
    """Exit code 2 where a row is at fault: then nothing is changed, unless the sound rows were asked for."""
    parser = Parser(
        prog="fazhi import",
        description="从电子表格导入一个登记簿的记录，连同明细、中止与扣除、延长期限和关联各表；"
        "先用 --dry-run 试算。严禁录入国家秘密。",
    )
    parser.add_argument("register", help="登记簿，如 reconsideration.case；用 fazhi explain 查看")
    parser.add_argument("file", type=Path, help="按模板填写的 .xlsx 或 .csv")
    parser.add_argument("--organ", default="", help="没有写明机关的行记入的机关：代码、名称或简称")
    parser.add_argument("--dry-run", action="store_true", help="只试算，列出错误和违反规定之处，不保存")
    parser.add_argument("--skip", action="store_true", help="只导入没有错误的行和认识的列")
    parser.add_argument("--faults", type=Path, help="把有错误的行另存为表，改正后重新导入")
    parser.add_argument("--json", action="store_true", help="每行输出一个 JSON")
    given = parser.parse_args(argv)
    chosen = register(given.register)
    importer = Importer(None, find_organ(given.organ) if given.organ else None)
    book = open_book(given.file, given.file.name)
    plan = read_plan(chosen, book, importer)
    if given.faults and plan.bad:
        with opened(given.faults) as target:
            write_returned(plan, book, target)
    stopped = not plan.sound and not given.skip
    if given.dry_run or stopped:
        taken = try_out(plan, SYSTEM)
    else:
        taken = take(plan, SYSTEM, given.file.name, partly=given.skip)
    tell(plan, taken, tried=given.dry_run or stopped, as_json=given.json)
    if stopped:
        print(refusal_of(plan).replace("或明确选择", "或加 --skip，"), file=sys.stderr)
    return 2 if stopped else 0


def tell(plan: Plan, taken: Taken, *, tried: bool, as_json: bool) -> None:
    if as_json:
        for fault in plan.faults:
            print(as_line("fault", fault))
        for one in plan.strange:
            print(
                json.dumps(
                    {"kind": "unknown", "sheet": one.sheet, "heading": one.heading}, ensure_ascii=False
                )
            )
        for breach in taken.breaches:
            print(as_line("breach", breach))
        print(json.dumps({"kind": "summary", **counted(plan, taken), "saved": not tried}, ensure_ascii=False))
        return
    tell_lines(plan.faults, "错误", file_error=True)
    for one in plan.strange:
        print(f"不认识{one}，未导入。请改为模板中的列名，或删去。", file=sys.stderr)
    tell_lines(taken.breaches, "处违反规定", file_error=False)
    done = "试算完毕，没有保存：将" if tried else "已导入："
    faulty = f"，{len(plan.bad)}行有错误" if plan.bad else ""
    breaches = f"，其中{taken.standing}处违反规定" if taken.standing else ""
    print(f"{done}新登记{taken.new}件，更正{taken.corrected}件，{taken.unchanged}件未变{faulty}{breaches}。")


def tell_lines(found: Iterable[Fault], label: str, *, file_error: bool) -> None:
    listed = list(found)
    for one in listed[:SHOWN]:
        print(one, file=sys.stderr if file_error else sys.stdout)
    if len(listed) > SHOWN:
        more = f"还有{len(listed) - SHOWN}{label}，全部见 --json。"
        print(more, file=sys.stderr if file_error else sys.stdout)


def as_line(kind: str, fault: Fault) -> str:
    said = {"sheet": fault.sheet, "row": fault.row, "column": fault.column, "text": fault.text}
    more = {"remedy": fault.remedy, "article": fault.article}
    return json.dumps({"kind": kind, **said, **more}, ensure_ascii=False)


def counted(plan: Plan, taken: Taken) -> dict[str, int]:
    return {
        "rows": plan.total,
        "new": taken.new,
        "corrected": taken.corrected,
        "unchanged": taken.unchanged,
        "faulty": len(plan.bad),
        "breaches": taken.standing,
        "clocks": taken.clocks,
    }


def run_export(argv: list[str]) -> int:
    parser = Parser(
        prog="fazhi export",
        description="把一个登记簿的记录导出为电子表格，个人信息脱敏；"
        ".xlsx 带明细、中止、延长和关联，.csv 只有主表。",
    )
    parser.add_argument("register", help="登记簿，如 reconsideration.case；用 fazhi explain 查看")
    parser.add_argument("--organ", default="", help="只导出一个机关的记录：代码、名称或简称")
    parser.add_argument("--out", type=Path, help="写到的 .xlsx 或 .csv；不写则以登记簿命名，存入当前文件夹")
    parser.add_argument("--template", action="store_true", help="只要空白模板")
    parser.add_argument("--clear", action="store_true", help="个人信息不脱敏；须写明 --why，并记入经过")
    parser.add_argument("--why", default="", help="明文导出的理由")
    parser.add_argument("--force", action="store_true", help="覆盖同名文件")
    given = parser.parse_args(argv)
    chosen = register(given.register)
    target: Path = given.out or Path(f"{chosen.label}{'模板' if given.template else ''}.xlsx")
    kind = target.suffix.lower().lstrip(".")
    if kind not in {"xlsx", "csv"} or (given.template and kind != "xlsx"):
        raise Refusal(f"不能写成“{target.name}”。请用 {'' if given.template else '.csv 或 '}.xlsx。")
    if target.exists() and not given.force:
        raise Refusal(f"“{target}”已存在。请换一个文件名，或加 --force 覆盖。")
    if given.template:
        with opened(target) as file:
            write_template(chosen, file)
        print(f"模板已存为 {target}。")
        return 0
    rows = every_row(chosen)
    organ = find_organ(given.organ) if given.organ else None
    if organ is not None:
        rows = rows.filter(organ=organ)
    if given.clear:
        log_clear(chosen, rows, actor=SYSTEM, why=given.why, organ=organ)
    with opened(target) as file:
        count = write(Export(chosen, rows, rows if given.clear else None, see=every_row), kind, file)
    print(f"已导出{chosen.label}{count}件到 {target}{'' if given.clear else '，个人信息已脱敏'}。")
    return 0


def opened(path: Path) -> IO[bytes]:
    """The file to write; only its owner may read it."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    except OSError as error:
        raise Refusal(f"不能写入“{path}”：{error.strerror}。请检查文件夹、权限和磁盘空间。") from None
    return os.fdopen(descriptor, "wb")
