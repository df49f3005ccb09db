"""``fazhi serve``: the web application on granian, with its static files out of the packages they came in."""

from __future__ import annotations

import errno
import os
import socket
from argparse import ArgumentTypeError
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections

from fazhi.command_line import Parser
from fazhi.engine.refusal import Refusal

HOST, PORT = "127.0.0.1", 8000
THREADS = 8
PREPARE = "请先运行 fazhi migrate（或 fazhi demo 载入示例）。"


def run_serve(argv: list[str]) -> int:
    parser = Parser(prog="fazhi serve", description="运行网站。按 Ctrl+C 停止。")
    parser.add_argument("--host", default=HOST, help=f"监听地址，默认 {HOST}（只有本机能打开）")
    parser.add_argument("--port", type=port_number, default=PORT, help=f"端口，默认 {PORT}")
    parser.add_argument("--workers", type=positive, default=1, help="工作进程数，默认 1")
    given = parser.parse_args(argv)
    must_be_migrated()
    serve(given.host, given.port, given.workers)
    return 0


def port_number(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise ArgumentTypeError(f"“{text}”不是端口号，请写1至65535的整数")
    return int(text)


def positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"“{text}”不是进程数，请写不小于1的整数")
    return int(text)


def waiting_migrations() -> int:
    """How many changes of the tables have not been made yet.

    :raises Refusal: the database cannot be reached.
    """
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
        return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except (DatabaseError, ImproperlyConfigured) as error:
        reason = str(error).strip().splitlines()[0]
        raise Refusal(f"不能打开数据库：{reason}。请检查 FAZHI_DATABASE_URL 和数据库服务。") from None


def must_be_migrated() -> None:
    """Refuse to serve pages over tables that are not there.

    :raises Refusal: the tables are missing, or older than the program.
    """
    if waiting := waiting_migrations():
        raise Refusal(f"数据库的表尚未建立，或旧于程序（有{waiting}项变更未执行）。{PREPARE}")


def must_be_free(host: str, port: int) -> None:
    """Say in Chinese what granian would say in a traceback of one of its workers.

    :raises Refusal: the port is taken or may not be used, or the machine has no such address.
    """
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            # Workers share their port, so granian itself would join a server that already runs.
            probe.listen(1)
    except socket.gaierror:
        raise Refusal(f"“{host}”不是这台机器的地址。请改写 --host，例如 {HOST}。") from None
    except OSError as error:
        raise Refusal(port_message(error.errno, host, port)) from None


def port_message(code: int | None, host: str, port: int) -> str:
    if code == errno.EADDRINUSE:
        return (
            f"{host}:{port} 已被其他程序占用（可能网站已在运行）。"
            f"请先停止它，或换一个端口：fazhi serve --port {port + 1 if port < 65535 else PORT}。"
        )
    if code == errno.EACCES:
        return f"没有使用 {port} 端口的权限（1024以下须由系统管理员授权）。请换一个端口，例如 --port {PORT}。"
    if code == errno.EADDRNOTAVAIL:
        return f"“{host}”不是这台机器的地址。请改写 --host，例如 {HOST}。"
    return f"不能监听 {host}:{port}：{os.strerror(code or 0)}。"


def address_of(host: str, port: int) -> str:
    """The address to open in a browser on this machine."""
    shown = HOST if host in {"0.0.0.0", "::"} else host  # noqa: S104 - compared, not bound
    return f"http://{f'[{shown}]' if ':' in shown else shown}:{port}/"


def serve(host: str, port: int, workers: int = 1) -> None:
    """Serve until interrupted."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    must_be_free(host, port)
    # A connection opened here must not be carried into the workers.
    connections.close_all()
    # Static files are found in their packages; whitenoise warns where the folder of collected ones is absent.
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    print(f"网站已在 {address_of(host, port)} 运行。按 Ctrl+C 停止。", flush=True)
    Granian(
        "fazhi.site.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        log_level=LogLevels.error,
    ).serve()
