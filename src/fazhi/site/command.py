"""The command `fazhi`: a table of subcommands that imports nothing until one is called."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module

Run = Callable[[list[str]], int]


@dataclass(frozen=True, slots=True)
class Command:
    """One subcommand: where its function is, what it does, and whether it needs the database."""

    where: str
    help: str
    django: bool = True


COMMANDS: dict[str, Command] = {
    "demo": Command("fazhi.site.demo:run_demo", "载入示例年度、编制数据、生成报告草稿并打开网站"),
    "serve": Command("fazhi.site.serve:run_serve", "运行网站（127.0.0.1:8000）"),
    "read": Command("fazhi.reader.command:run_read", "把已公布的报告读成数据", django=False),
    "audit": Command("fazhi.reader.audit.command:run_audit", "核对已公布报告中的数", django=False),
    "due": Command("fazhi.exchange.due:run_due", "计算一项法定期限并说明"),
    "sample": Command("fazhi.samples.command:run_sample", "载入示例年度，或与公布数核对"),
    "compile": Command("fazhi.reports.command:run_compile", "编制一个年度的数据与报告"),
    "trace": Command("fazhi.reports.trace_command:run_trace", "列出一个数背后的记录"),
    "explain": Command("fazhi.exchange.explain:run_explain", "说明已声明的登记簿、程序、期限和指标"),
    "import": Command("fazhi.exchange.sheet_commands:run_import", "从电子表格导入一个登记簿的记录"),
    "export": Command("fazhi.exchange.sheet_commands:run_export", "导出为电子表格；空白模板"),
    "paper": Command("fazhi.exchange.paper_command:run_paper", "用一条记录制作文书，写成 Word 文件"),
    "organs": Command("fazhi.exchange.organs:run_organs", "导入机关名册（区划代码）；设立、更名、合并、撤销"),
    "people": Command("fazhi.exchange.people:run_people", "人员、账号、职务与授权"),
    "calendar": Command("fazhi.exchange.calendar:run_calendar", "载入新一年的放假安排"),
    "limits": Command("fazhi.exchange.limits:run_limits", "地方期限：列出与设定"),
    "tick": Command("fazhi.exchange.tick:run_tick", "结转到期、提醒和暂定日期（可重复执行）"),
    "trail": Command("fazhi.exchange.trail:run_trail", "校验事件链"),
    "backup": Command("fazhi.exchange.backup:run_backup", "备份"),
    "restore": Command("fazhi.exchange.backup:run_restore", "恢复"),
}


def usage() -> str:
    lines = ["用法：fazhi 命令 [参数]（各命令加 --help 查看说明）", ""]
    lines += [f"  {name:<9} {command.help}" for name, command in COMMANDS.items()]
    return "\n".join(lines)


def resolve(name: str) -> Run:
    module, _, function = COMMANDS[name].where.partition(":")
    run: Run = getattr(import_module(module), function)
    return run


def start_django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fazhi.site.settings")
    import django

    django.setup()


def run(argv: Sequence[str]) -> int:
    """Run one subcommand; 0 done, 1 a finding, 2 a question refused with a Chinese message."""
    if not argv or argv[0] in {"-h", "--help", "help"}:
        print(usage())
        return 0 if argv else 2
    name, *rest = argv
    if name not in COMMANDS:
        return run_django(name, rest)
    if COMMANDS[name].django:
        start_django()
        return refusing(resolve(name), rest)
    return resolve(name)(rest)


def refusing(function: Run, argv: list[str]) -> int:
    """Print a refusal as its Chinese text and return 2; so too where there is no usable database."""
    from django.db import OperationalError, ProgrammingError

    from fazhi.engine.refusal import Refusal

    try:
        return function(argv)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
    except (OperationalError, ProgrammingError) as error:
        said = str(error).strip().splitlines()[0]
        print(
            f"数据库不能使用（{said}）。尚未建立的，请先运行 fazhi migrate；已建立的，请核对 FAZHI_HOME 和"
            " FAZHI_DATABASE_URL。",
            file=sys.stderr,
        )
    return 2


def run_django(name: str, argv: list[str]) -> int:
    """Pass Django's own commands through (check, migrate, makemigrations, createsuperuser …)."""
    start_django()
    from django.core.management import execute_from_command_line, get_commands

    if name not in get_commands():
        print(f"没有“{name}”这个命令。\n\n{usage()}", file=sys.stderr)
        return 2
    execute_from_command_line(["fazhi", name, *argv])
    return 0


def main() -> None:
    try:
        sys.exit(run(sys.argv[1:]))
    except KeyboardInterrupt:
        print("已中断。", file=sys.stderr)
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
