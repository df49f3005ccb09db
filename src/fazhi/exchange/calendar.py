"""``fazhi calendar load``: the holiday notice of a new year, with the open clocks that it moves."""

from __future__ import annotations

import json
from pathlib import Path

from django.db import transaction

from fazhi.command_line import Parser
from fazhi.engine.actor import SYSTEM, today
from fazhi.engine.clocks import working_calendar
from fazhi.engine.models import CalendarNotice, Obligation
from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import register
from fazhi.engine.tick import recount
from fazhi.engine.trail import record_event
from fazhi.law.holidays import Notice, read_notice


class _DryRun(Exception):  # noqa: N818 - takes the transaction back, is no error
    """Takes everything back after it was shown."""


def run_calendar(argv: list[str]) -> int:
    parser = Parser(prog="fazhi calendar", description="载入一年的放假安排，并重算受影响的期限。")
    parser.add_argument("action", choices=["load"], help="load：载入")
    parser.add_argument("file", help="通知文件：每行“日期,休或班,名称”，或 JSON")
    parser.add_argument("--dry-run", action="store_true", help="只列出变化，不保存")
    parser.add_argument("--signed-by", default="", help="核定人姓名；不是试算时必填")
    parser.add_argument("--json", action="store_true", help="每个变化输出一行 JSON")
    given = parser.parse_args(argv)
    notice, text = read_file(Path(given.file))
    if not given.dry_run and not given.signed_by.strip():
        raise Refusal(
            "载入放假安排会改变届满日，须由核定人确认。请先用 --dry-run 查看变化，再写明 --signed-by。"
        )
    try:
        with transaction.atomic():
            moved = load_notice(notice, text, given.signed_by.strip())
            if given.dry_run:
                raise _DryRun
    except _DryRun:
        pass
    show(moved, as_json=given.json)
    if not given.json:
        done = "试算完毕，没有保存" if given.dry_run else "已载入"
        print(f"{notice.year}年放假安排{done}；{len(moved)}个期限变化。")
    return 0


def read_file(path: Path) -> tuple[Notice, str]:
    try:
        text = path.read_text(encoding="utf-8")
        return read_notice(text), text
    except OSError as error:
        raise Refusal(f"不能读取“{path}”：{error.strerror}。请核对文件名。") from None
    except UnicodeDecodeError:
        raise Refusal(f"“{path}”不是 UTF-8 文本。请另存为 UTF-8 后重试。") from None
    except ValueError as error:
        raise Refusal(f"“{path}”：{error}") from None


Moved = list[tuple[Obligation, str, str]]


def load_notice(notice: Notice, text: str, signed_by: str) -> Moved:
    """Keep the notice, recount every open clock, log both with who signed; in the caller's transaction."""
    CalendarNotice.objects.update_or_create(year=notice.year, defaults={"text": text})
    moved = [(row, str(before or "—"), str(after or "—")) for row, before, after in recount()]
    record_event(
        actor=SYSTEM,
        kind="calendar",
        label=f"载入{notice.year}年放假安排",
        legal_on=today(),
        changes={"year": notice.year, "edition": working_calendar().edition, "moved": len(moved)},
        why=f"核定人：{signed_by}" if signed_by else "",
    )
    return moved


def show(moved: Moved, *, as_json: bool) -> None:
    for obligation, before, after in moved:
        label = register(obligation.register).procedure.deadline(obligation.deadline).label
        if as_json:
            row = {"record": obligation.record.title, "deadline": label, "before": before, "after": after}
            print(json.dumps(row, ensure_ascii=False))
        else:
            print(f"{obligation.record.title} · {label}：{before} → {after}")
