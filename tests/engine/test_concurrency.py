"""Many writers at once, and writers killed at work: on the site's own settings, in processes of their own."""

from __future__ import annotations

import json
import os
import secrets
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SERVER = os.environ.get("FAZHI_TEST_DATABASE_URL", "")


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """A database of this module's own; empty for a file in the folder of data."""
    if not SERVER.startswith("postgres"):
        yield ""
        return
    import psycopg

    base, name = SERVER.rpartition("/")[0], f"fazhi_writers_{secrets.token_hex(4)}"
    with psycopg.connect(f"{base}/postgres", autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        yield f"{base}/{name}"
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="module")
def home(url: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of data with an office in which a hundred cases were received."""
    folder = tmp_path_factory.mktemp("home")
    (folder / "url").write_text(url)
    run(folder, "-c", "from fazhi.site.command import main; main()", "migrate", "--verbosity", "0")
    (folder / "keys").write_text(json.dumps(writer(folder, "prepare", "100")[0]["keys"]))
    return folder


@pytest.fixture
def cases(home: Path) -> Iterator[Any]:
    """Takes so many cases that no other test has touched."""

    def take(count: int) -> list[str]:
        keys = json.loads((home / "keys").read_text())
        (home / "keys").write_text(json.dumps(keys[count:]))
        return [str(key) for key in keys[:count]]

    return take


def environment(home: Path) -> dict[str, str]:
    given = {
        key: value for key, value in os.environ.items() if not key.startswith(("FAZHI_", "DJANGO_", "COV_"))
    }
    return {
        **given,
        "FAZHI_HOME": str(home),
        "FAZHI_DATABASE_URL": (home / "url").read_text(),
        "DJANGO_SETTINGS_MODULE": "fazhi.site.settings",
    }


def run(home: Path, *argv: str) -> str:
    done = subprocess.run(
        [sys.executable, *argv], cwd=ROOT, env=environment(home), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def writer(home: Path, *argv: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run(home, "-m", "tests.engine.writer", *argv).splitlines()]


def start(home: Path, *argv: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.engine.writer", *argv],
        cwd=ROOT,
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def told(process: subprocess.Popen[str], key: str) -> dict[str, Any]:
    """The first line in which the process says this."""
    assert process.stdout is not None
    for line in process.stdout:
        if f'"{key}"' in line:
            return dict(json.loads(line))
    raise AssertionError(f"{key} was never said")


def together(home: Path, *commands: tuple[str, ...]) -> list[list[dict[str, Any]]]:
    """Several processes that begin at one moment; what each answers."""
    gun = home / f"gun-{secrets.token_hex(4)}"
    processes = [start(home, act, str(gun), *rest) for act, *rest in commands]
    for process in processes:
        told(process, "ready")
    gun.touch()
    return [
        [json.loads(line) for line in process.communicate(timeout=120)[0].splitlines()]
        for process in processes
    ]


def kill(process: subprocess.Popen[str], when: str, times: int = 1) -> None:
    """Kill the process once it has said this so many times."""
    for _ in range(times):
        told(process, when)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL


def state(home: Path) -> dict[str, Any]:
    """What the database holds; the trail and every reference hold."""
    found = writer(home, "tell")[0]
    assert found["faults"] == []
    return found


def gapless(numbers: list[str]) -> bool:
    return sorted(numbers) == sorted(f"示复〔2025〕{n}号" for n in range(1, len(numbers) + 1))


def test_of_two_officials_making_one_move_at_once_one_wins_and_the_other_is_told_who_and_what(
    home: Path, cases: Any
) -> None:
    keys, names = cases(6), ("承办人张三", "机构负责人张三")
    first, second = together(home, *(("race", name, *keys) for name in names))
    for one, other in zip(first, second, strict=True):
        won, lost = (one, other) if "accepted" in one else (other, one)
        assert "accepted" in won
        assert lost["refused"] == "Conflict"
        assert f"{won['by']}刚刚办理了“受理”" in lost["text"]
    assert gapless(state(home)["numbers"])


def test_numbers_drawn_by_eight_writers_have_no_gap_and_none_is_locked_out(home: Path, cases: Any) -> None:
    before = len(state(home)["numbers"])
    answers = together(home, ("crowd", *cases(24)), ("crowd", *cases(24)))
    assert [row for answer in answers for row in answer if "accepted" not in row] == []
    after = state(home)
    assert len(after["numbers"]) == before + 48
    assert gapless(after["numbers"])


def test_a_process_killed_within_a_move_leaves_nothing_of_it(home: Path, cases: Any) -> None:
    before, key = state(home), cases(1)[0]
    kill(start(home, "halt_in_move", key), "halted")
    after = state(home)
    assert after == before
    assert writer(home, "stream", key) == [{"accepted": int(key), "by": "系统"}]
    assert gapless(state(home)["numbers"])


def test_a_process_killed_before_the_head_is_kept_outside_leaves_the_move_whole(
    home: Path, cases: Any
) -> None:
    before, key = state(home), cases(1)[0]
    kill(start(home, "halt_after_commit", key), "halted")
    after = state(home)
    assert (after["events"], int(key) in after["open"]) == (before["events"] + 1, True)
    writer(home, "stream", *cases(1))
    assert gapless(state(home)["numbers"])


def test_a_process_killed_within_a_load_leaves_nothing_of_it(home: Path) -> None:
    before = state(home)
    kill(start(home, "halt_in_load"), "halted")
    assert state(home) == before


@pytest.mark.parametrize("after", [1, 4])
def test_a_process_killed_at_any_moment_leaves_whole_moves(home: Path, cases: Any, after: int) -> None:
    before = state(home)
    kill(start(home, "stream", *cases(10)), "accepted", after)
    found = state(home)
    made = len(found["numbers"]) - len(before["numbers"])
    assert made >= after
    assert (found["events"], len(found["open"])) == (before["events"] + made, len(before["open"]) + made)
    assert gapless(found["numbers"])


def test_time_settled_by_two_processes_at_once_is_settled_once(home: Path) -> None:
    before = state(home)
    left = before["records"] - len(before["open"])
    assert left > 0
    answers = together(home, ("settle",), ("settle",))
    assert sum(row["settled"] for answer in answers for row in answer) == left
    found = state(home)
    assert (len(found["open"]), found["events"]) == (before["records"], before["events"] + left)
    assert gapless(found["numbers"])
