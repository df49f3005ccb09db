"""Uploaded files kept between a dry run and its confirmation: one person's, for a day, then gone."""

from __future__ import annotations

import os
import re
import secrets
from pathlib import Path
from time import time

from django.conf import settings

from fazhi.engine.refusal import Refusal

KEPT = 24 * 3600
"""Seconds for which an upload waits to be confirmed."""
TOKEN = re.compile(r"[0-9a-f]{32}")


def folder() -> Path:
    """Beside the database, outside the evidence and so outside every backup; for the owner's eyes only."""
    found = Path(settings.HOME) / "uploads"
    found.mkdir(mode=0o700, parents=True, exist_ok=True)
    return found


def keep(data: bytes, name: str, person: int, register: str) -> str:
    """Put an upload aside; what has waited too long goes. Returns the token under which it is found."""
    sweep()
    token = secrets.token_hex(16)
    descriptor = os.open(path_of(token, person, register), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(name.encode()[:400] + b"\n" + data)
    return token


def fetch(token: str, person: int, register: str) -> tuple[bytes, str]:
    """The upload and its name.

    :raises Refusal: gone, another person's, or another register's.
    """
    try:
        if not TOKEN.fullmatch(token):
            raise FileNotFoundError
        name, _, data = path_of(token, person, register).read_bytes().partition(b"\n")
    except FileNotFoundError:
        raise Refusal("上传的文件已不在（只保留一天）。请重新上传。") from None
    return data, name.decode(errors="replace")


def drop(token: str, person: int, register: str) -> None:
    if TOKEN.fullmatch(token):
        path_of(token, person, register).unlink(missing_ok=True)


def path_of(token: str, person: int, register: str) -> Path:
    return folder() / f"{person}-{register}-{token}"


def sweep() -> None:
    limit = time() - KEPT
    for path in folder().iterdir():
        if path.stat().st_mtime < limit:
            path.unlink(missing_ok=True)
