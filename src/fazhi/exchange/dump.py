"""One consistent copy of the whole database out of a running service, and back: SQLite by its own online
backup, PostgreSQL by the programs that belong to it.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

from django.db import connection

from fazhi.engine.refusal import Refusal

PAGES = 2048
"""Pages copied at a time, so that others may write in between."""
UNOWNED = ("--no-owner", "--no-privileges")


def dump_name() -> str:
    """The name of the copy inside a backup; it tells the kind of database."""
    return "database.pgdump" if connection.vendor == "postgresql" else "database.sqlite3"


def dump_to(path: Path) -> None:
    """Write a consistent copy while others go on reading and writing.

    :raises Refusal: pg_dump is missing or fails, or the disk is full.
    """
    if connection.vendor == "postgresql":
        run_program("pg_dump", "--format=custom", *UNOWNED, f"--file={path}")
        return
    connection.ensure_connection()
    try:
        with closing(sqlite3.connect(path)) as copy:
            connection.connection.backup(copy, pages=PAGES)
            copy.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error as error:
        raise Refusal(f"复制数据库时出错：{error}。没有生成备份，请检查磁盘空间后重试。") from None


def must_be_whole(path: Path) -> None:
    """Check a copy before it replaces anything.

    :raises Refusal: it is damaged, or its rows contradict each other.
    """
    if path.suffix == ".pgdump":
        run_program("pg_restore", "--list", str(path), connects=False)
        return
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as copy:
            damage = [row[0] for row in copy.execute("PRAGMA integrity_check(5)") if row[0] != "ok"]
            loose = copy.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.Error as error:
        damage, loose = [str(error)], None
    if damage:
        raise Refusal(f"备份中的数据库已损坏（{damage[0]}），没有恢复。请改用另一份备份。")
    if loose:
        raise Refusal(f"备份中的表“{loose[0]}”引用了不存在的记录，没有恢复。请改用另一份备份。")


def load_from(path: Path) -> None:
    """Replace the content of the database by the copy, all of it or nothing.

    :raises Refusal: the copy is of the other kind of database; another program holds the lock.
    """
    if path.name != dump_name():
        have, want = ("PostgreSQL", "SQLite") if path.suffix == ".pgdump" else ("SQLite", "PostgreSQL")
        raise Refusal(
            f"这份备份来自 {have}，现用数据库是 {want}，不能直接恢复。"
            "请把 FAZHI_DATABASE_URL 指向同一种数据库后再恢复。"
        )
    if connection.vendor == "postgresql":
        connection.close()
        restore_postgres(path)
        return
    connection.ensure_connection()
    try:
        with closing(sqlite3.connect(path)) as copy:
            # The whole copy in one step is one transaction: a killed restore leaves the old content.
            copy.backup(connection.connection)
    except sqlite3.Error as error:
        raise Refusal(f"数据库正被其他程序使用（{error}），没有恢复。请先停止网站再试。") from None
    finally:
        connection.close()


def restore_postgres(path: Path) -> None:
    """Clear the schema and fill it again in one transaction.

    pg_restore alone can only drop what the copy knows; tables of a newer program would stay in the way.
    """
    script = path.with_suffix(".sql")
    run_program("pg_restore", *UNOWNED, f"--file={script}", str(path), connects=False)
    fresh = "DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public;"
    options = ("--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--single-transaction")
    run_program("psql", *options, f"--command={fresh}", f"--file={script}")


def database_setting(name: str) -> str:
    return str(connection.settings_dict.get(name) or "")


def run_program(program: str, *options: str, connects: bool = True) -> None:
    """Run one of PostgreSQL's programs on the configured database; the password goes by the environment.

    :raises Refusal: the program is not installed or fails; its last line is shown.
    """
    found = shutil.which(program)
    if found is None:
        raise Refusal(
            f"这台机器没有 {program}，不能备份或恢复 PostgreSQL 数据库。"
            "请安装与服务器同版本的 postgresql-client 后重试。"
        )
    environment: dict[str, Any] = dict(os.environ)
    if connects:
        environment |= {
            "PGHOST": database_setting("HOST"),
            "PGPORT": database_setting("PORT"),
            "PGUSER": database_setting("USER"),
            "PGPASSWORD": database_setting("PASSWORD"),
            "PGDATABASE": database_setting("NAME"),
        }
        environment = {name: value for name, value in environment.items() if value}
    done = subprocess.run([found, *options], env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["没有说明"])[-1]
        raise Refusal(f"{program} 没有完成：{last}。数据库没有改变，请据此检查后重试。")
