"""The arguments of a command: usage, help and refusals in Chinese. Beside the floors; needs no Django."""

from __future__ import annotations

import re
import sys
from argparse import SUPPRESS, Action, ArgumentParser, HelpFormatter
from collections.abc import Iterable
from typing import Any, NoReturn

SAID = (
    (r"the following arguments are required: (.+)", r"缺少必填的参数：\1。"),
    (r"unrecognized arguments: (.+)", r"没有这样的参数：\1。"),
    (r"argument (.+?): invalid choice: (.+) \(choose from (.+)\)", r"参数 \1 不能是 \2，可以是：\3。"),
    (r"argument (.+?): invalid int value: (.+)", r"参数 \1 应当是整数，所写为 \2。"),
    (r"argument (.+?): invalid \S+ value: (.+)", r"参数 \1 的值 \2 不对。"),
    (r"argument (.+?): expected one argument", r"参数 \1 后面缺少值。"),
    (r"argument (.+?): expected at least one argument", r"参数 \1 后面至少要有一个值。"),
    (r"argument (.+?): not allowed with argument (.+)", r"参数 \1 不能与 \2 同时使用。"),
    (r"argument (.+?): ignored explicit argument (.+)", r"参数 \1 不带值，多了 \2。"),
    (r"one of the arguments (.+) is required", r"以下参数须有一个：\1。"),
    (r"ambiguous option: (.+) could match (.+)", r"\1 不明确，可能是：\2。"),
    # What a command's own reading of a value says is Chinese already.
    (r"argument (.+?): (.*[\u4e00-\u9fff].*)", r"参数 \1：\2。"),
)


class Formatter(HelpFormatter):
    """Help whose fixed words are Chinese."""

    def add_usage(
        self, usage: str | None, actions: Iterable[Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class Parser(ArgumentParser):
    """An argument parser that speaks Chinese; a wrong call exits with 2."""

    def __init__(self, **given: Any) -> None:
        given.setdefault("formatter_class", Formatter)
        helping = given.pop("add_help", True)
        super().__init__(**given, add_help=False)
        self._positionals.title, self._optionals.title = "参数", "选项"
        if helping:
            self.add_argument("-h", "--help", action="help", default=SUPPRESS, help="显示本说明")

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"{in_chinese(message)}用 --help 查看说明。\n")


def in_chinese(message: str) -> str:
    """argparse's own refusals in Chinese; one that is not known here is kept as it is."""
    for pattern, said in SAID:
        if re.fullmatch(pattern, message):
            return re.sub(pattern, said, message)
    return f"{message.rstrip('。')}。"
