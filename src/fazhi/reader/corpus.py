"""Many files read in parallel: in order, with progress; failures are noted, an interrupted run goes on."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fazhi.reader.document import Document
from fazhi.reader.source import SUFFIXES
from fazhi.reader.unreadable import Unreadable

STDIN = "-"
_CRASHED = "读取时程序异常退出，这个文件可能已损坏。请换一种格式再读。"
_AHEAD = 8


@dataclass(frozen=True, slots=True)
class Outcome:
    """One file read, or why it could not be."""

    file: str
    document: Document | None = None
    error: str = ""


def files_in(given: Iterable[str]) -> list[str]:
    """The files named, and the readable ones within folders, in the order of their names."""
    files: list[str] = []
    for name in given:
        path = Path(name)
        if name != STDIN and path.is_dir():
            inside = (Path(folder, one) for folder, _, names in os.walk(path) for one in names)
            files += sorted(
                str(one) for one in inside if one.suffix.lower() in SUFFIXES and one.name[0] not in ".~"
            )
        else:
            files.append(name)
    return files


def read_one(file: str) -> Outcome:
    """Read one file; what goes wrong is part of the outcome."""
    from fazhi.reader.reading import read

    try:
        if file == STDIN:
            return Outcome(file, read(sys.stdin.buffer.read(), name="标准输入"))
        return Outcome(file, read(Path(file), name=file))
    except Unreadable as error:
        return Outcome(file, error=str(error))
    except MemoryError:
        return Outcome(file, error="文件太大，内存不够。请拆分后再读。")
    except Exception as error:  # noqa: BLE001 - one file of ten thousand must not end the run; it is named with its error
        return Outcome(file, error=f"读取时出错（{type(error).__name__}）。请把这个文件反馈给开发者。")


def read_all(files: Sequence[str], jobs: int = 1) -> Iterator[Outcome]:
    """The outcomes in the order of ``files``, by ``jobs`` processes; a crash takes no other file with it."""
    if jobs <= 1 or len(files) < 2:
        yield from map(read_one, files)
        return
    rest = list(files)
    while rest:
        done = 0
        with ProcessPoolExecutor(max_workers=min(jobs, len(rest))) as pool:
            try:
                for outcome in _in_order(pool, rest, jobs):
                    yield outcome
                    done += 1
            except BrokenProcessPool:
                pass
        if done < len(rest):
            yield _alone(rest[done])
            done += 1
        rest = rest[done:]


def _in_order(pool: ProcessPoolExecutor, files: Sequence[str], jobs: int) -> Iterator[Outcome]:
    waiting: list[Future[Outcome]] = []
    ahead = iter(files)
    for file in ahead:
        waiting.append(pool.submit(read_one, file))
        if len(waiting) >= jobs * _AHEAD:
            yield waiting.pop(0).result()
    for future in waiting:
        yield future.result()


def _alone(file: str) -> Outcome:
    """Read a file in a process of its own: whether it is the one that crashed shows here."""
    with ProcessPoolExecutor(max_workers=1) as pool:
        try:
            return pool.submit(read_one, file).result()
        except BrokenProcessPool:
            return Outcome(file, error=_CRASHED)


@dataclass
class Progress:
    """How far a run is, told on standard error: on a terminal in place, else every ten seconds."""

    total: int
    done: int = 0
    failed: int = 0
    _started: float = field(default_factory=time.monotonic)
    _told: float = 0.0

    def step(self, file: str, *, failed: bool) -> None:
        self.done += 1
        self.failed += failed
        now = time.monotonic()
        last = self.done == self.total
        terminal = sys.stderr.isatty()
        if self.total < 2 or not (last or now - self._told >= (0.2 if terminal else 10)):
            return
        self._told = now
        rate = self.done / max(now - self._started, 0.001)
        left = (self.total - self.done) / rate
        line = (
            f"{self.done}/{self.total}，{rate:.1f}份/秒，还需{left:.0f}秒，失败{self.failed}份 "
            f"{Path(file).name[-40:]}"
        )
        print(
            f"\r\x1b[K{line}" if terminal else line,
            end="\n" if last or not terminal else "",
            file=sys.stderr,
            flush=True,
        )


class Journal:
    """The rows of files already read, beside the output: an interrupted run goes on where it stopped."""

    def __init__(self, out: Path) -> None:
        self.path = out.with_name(out.name + ".journal")
        self._known: set[tuple[str, int, int]] = set()
        if self.path.exists():
            for entry in self.entries():
                self._known.add((entry["file"], entry["size"], entry["mtime"]))

    def entries(self) -> Iterator[dict[str, Any]]:
        """What is noted so far; a last line cut off by the interruption is left out."""
        with self.path.open(encoding="utf-8") as stream:
            for line in stream:
                try:
                    yield json.loads(line)
                except json.JSONDecodeError:
                    return

    def has(self, file: str) -> bool:
        """Whether ``file`` was read as it is now."""
        return (file, *_stamp(file)) in self._known

    def append(self, notes: Iterable[tuple[str, str, list[dict[str, Any]]]]) -> None:
        """Note files with their error and rows, each line flushed."""
        self._trim()
        with self.path.open("a", encoding="utf-8") as stream:
            for file, error, rows in notes:
                size, mtime = _stamp(file)
                entry = {"file": file, "size": size, "mtime": mtime, "error": error, "rows": rows}
                stream.write(json.dumps(entry, ensure_ascii=False) + "\n")
                stream.flush()

    def _trim(self) -> None:
        """Cut a half-written last line."""
        if not self.path.exists():
            return
        with self.path.open("rb+") as stream:
            data_end = stream.seek(0, os.SEEK_END)
            while data_end:
                start = max(0, data_end - 65_536)
                stream.seek(start)
                at = stream.read(data_end - start).rfind(b"\n")
                if at >= 0:
                    stream.truncate(start + at + 1)
                    return
                data_end = start
            stream.truncate(0)

    def close(self) -> None:
        """The output is complete; the journal is no longer needed."""
        self.path.unlink(missing_ok=True)


def _stamp(file: str) -> tuple[int, int]:
    try:
        stat = Path(file).stat()
    except OSError:
        return 0, 0
    return stat.st_size, stat.st_mtime_ns
