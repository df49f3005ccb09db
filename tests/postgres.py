"""Run a command with a PostgreSQL server for the tests: the one on 127.0.0.1:5432, else one started for it.

``python -m tests.postgres pytest …``; where no server can be had the command is passed over with a printed
reason, or fails where ``FAZHI_REQUIRE`` names ``postgres``.
"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg


def answering() -> str:
    """The address of a server that lets us in on the standard port, or nothing."""
    for user in dict.fromkeys((os.environ.get("PGUSER", ""), pwd.getpwuid(os.getuid()).pw_name, "postgres")):
        if not user:
            continue
        url = f"postgresql://{user}@127.0.0.1:5432/postgres"
        try:
            psycopg.connect(url, connect_timeout=3).close()
        except psycopg.OperationalError:
            continue
        return url
    return ""


def installed() -> Path | None:
    """The folder of the newest server binaries."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    here = shutil.which("initdb")
    return Path(here).parent if here else None


def free_port() -> int:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        return int(server.getsockname()[1])


def unprivileged() -> list[str]:
    """initdb refuses to run as root; ``runuser`` lends another name."""
    return ["runuser", "-u", "nobody", "--"] if os.getuid() == 0 else []


@contextmanager
def own_cluster(binaries: Path) -> Iterator[str]:
    """A cluster in a folder of its own that goes with the command."""
    folder = Path(tempfile.mkdtemp(prefix="fazhi-pg-"))
    if os.getuid() == 0:
        shutil.chown(folder, "nobody")
    port, run = free_port(), unprivileged()
    subprocess.run(
        [*run, binaries / "initdb", "-D", folder / "data", "-U", "fazhi", "-A", "trust", "-E", "UTF8"],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    control = [*run, binaries / "pg_ctl", "-D", folder / "data", "-w", "-l", folder / "log"]
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
    subprocess.run([*control, "-o", options, "start"], check=True, stdout=subprocess.DEVNULL)
    try:
        yield f"postgresql://fazhi@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=False, stdout=subprocess.DEVNULL)
        shutil.rmtree(folder, ignore_errors=True)


def run(command: list[str], url: str) -> int:
    environment = {**os.environ, "FAZHI_TEST_DATABASE_URL": url.rpartition("/")[0] + "/fazhi"}
    return subprocess.run([sys.executable, "-m", *command], env=environment, check=False).returncode


def main() -> int:
    command = sys.argv[1:]
    url = answering()
    if url:
        return run(command, url)
    binaries = installed()
    if binaries is not None:
        with own_cluster(binaries) as own:
            return run(command, own)
    print("PostgreSQL: no server on 127.0.0.1:5432 and none installed; these tests are passed over.")
    return 1 if "postgres" in os.environ.get("FAZHI_REQUIRE", "").split(",") else 0


if __name__ == "__main__":
    sys.exit(main())
