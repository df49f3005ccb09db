"""Where the data lives: an embedded SQLite file by default, PostgreSQL by address."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit


def database(url: str, home: Path) -> dict[str, Any]:
    """Django's settings of one database.

    ``url`` is empty (``fazhi.sqlite3`` under ``home``), ``sqlite:///path`` or
    ``postgresql://user:pw@host:port/name``. SQLite runs in WAL with immediate transactions: with Django's
    default mode most concurrent writes fail. A commit is on the disk before the head of its event is
    (``synchronous=FULL``), or a power cut would look like a cut tail.

    :raises ValueError: the address is of another kind (Chinese message).
    """
    parts = urlsplit(url)
    if parts.scheme in {"", "sqlite"}:
        path = Path(unquote(parts.path.removeprefix("/"))) if parts.path else home / "fazhi.sqlite3"
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(path if path.is_absolute() or not parts.path.startswith("//") else "/" / path),
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
                " PRAGMA cache_size=-65536;",
            },
            "TEST": {"NAME": None},
        }
    if parts.scheme in {"postgres", "postgresql"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": parts.path.removeprefix("/"),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 60,
        }
    raise ValueError(
        f"FAZHI_DATABASE_URL 只支持 sqlite:///路径 和 postgresql://用户:口令@主机/库名，不支持“{parts.scheme}”。"
    )
