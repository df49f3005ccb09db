"""Every subcommand speaks Chinese, also where it is called wrongly."""

from __future__ import annotations

import re

import pytest

from fazhi.command_line import Parser, in_chinese
from fazhi.site.command import COMMANDS, resolve, run, usage

ENGLISH = re.compile(
    r"\b(usage|options|positional|show this|error|required|invalid|choose|argument|unrecognized)\b"
)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_help_and_refusals_of_every_command_are_chinese(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for argv in (["--help"], ["--no-such-option"]):
        try:
            code = resolve(name)(argv)
        except SystemExit as ended:
            code = ended.code
        said = capsys.readouterr()
        assert code == (0 if argv == ["--help"] else 2)
        assert "用法：" in said.out + said.err
        assert ENGLISH.findall(said.out + said.err) == []


def test_the_table_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    assert all(name in capsys.readouterr().out or name in usage() for name in COMMANDS)
    assert run([]) == 2


def test_an_unknown_command_is_refused_with_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fly"]) == 2
    assert "没有“fly”这个命令" in capsys.readouterr().err


def wrong(*argv: str) -> str:
    parser = Parser(prog="fazhi x")
    parser.add_argument("what", choices=["a", "b"])
    parser.add_argument("--n", type=int)
    parser.add_argument("--yes", action="store_true")
    with pytest.raises(SystemExit):
        parser.parse_args(argv)
    return ""


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        ((), "缺少必填的参数：what。"),
        (("c",), "参数 what 不能是 'c'，可以是：'a', 'b'。"),
        (("a", "--n", "x"), "参数 --n 应当是整数，所写为 'x'。"),
        (("a", "--n"), "参数 --n 后面缺少值。"),
        (("a", "b"), "没有这样的参数：b。"),
    ],
)
def test_a_wrong_call_is_told_what_is_wrong(
    argv: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong(*argv)
    assert said in capsys.readouterr().err


def test_an_unknown_refusal_is_kept() -> None:
    assert in_chinese("文件不对") == "文件不对。"
