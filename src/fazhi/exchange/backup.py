"""``fazhi backup`` and ``fazhi restore``: database, evidence files, chain heads in one archive, never a key.

The key of the event chain stays out, so that whoever holds a backup cannot write a chain that verifies.
"""

from __future__ import annotations

import hashlib
import json
import os
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from fazhi.command_line import Parser
from fazhi.engine.actor import SYSTEM, now, today
from fazhi.engine.models import TrailHead
from fazhi.engine.refusal import Refusal
from fazhi.engine.trail import Fault, heads_file, record_event, verify
from fazhi.exchange.dump import dump_name, dump_to, load_from, must_be_whole

SCHEMA = 1
MANIFEST, HEADS, FILES = "manifest.json", "trail-heads.jsonl", "files/"


@dataclass(frozen=True)
class Entry:
    """One file of the archive: where it lies here, what it is called there."""

    path: Path
    name: str
    sha256: str
    size: int


def run_backup(argv: list[str]) -> int:
    parser = Parser(prog="fazhi backup", description="把数据库和证据文件备份为一个 .tar.gz；不含密钥。")
    parser.add_argument("file", type=Path, help="备份文件，例如 备份-2024-01-31.tar.gz")
    parser.add_argument("--force", action="store_true", help="覆盖同名文件")
    given = parser.parse_args(argv)
    if given.file.exists() and not given.force:
        raise Refusal(f"“{given.file}”已存在。请换一个文件名，或加 --force 覆盖。")
    entries = back_up(given.file)
    size = given.file.stat().st_size / 1e6
    papers = sum(entry.name.startswith(FILES) for entry in entries)
    print(f"已备份到 {given.file}（{size:.1f} MB）：数据库1个，证据文件{papers}个。")
    print("备份不含密钥。请另行妥善保管 trail.key 和 secret.key：没有 trail.key，恢复后的事件链无法校验。")
    return 0


def back_up(target: Path) -> list[Entry]:
    """Write the archive beside its final name and move it there when it is whole.

    :raises Refusal: the folder cannot be written, the database cannot be copied.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".fazhi-backup-", dir=target.parent) as folder:
            copy = Path(folder) / dump_name()
            dump_to(copy)
            entries = list(gather(copy))
            unfinished = Path(folder) / "backup.tar.gz"
            descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT, 0o600)
            with os.fdopen(descriptor, "wb") as raw, tarfile.open(fileobj=raw, mode="w:gz") as archive:
                write_archive(archive, entries, Path(folder))
            unfinished.replace(target)
    except OSError as error:
        raise Refusal(f"不能写入“{target}”：{error.strerror}。请检查文件夹、权限和磁盘空间后重试。") from None
    return entries


def gather(copy: Path) -> Iterator[Entry]:
    """The database's copy, the chain heads, the evidence files; no key lies in any of these places."""
    yield entry(copy, copy.name)
    if heads_file().exists():
        yield entry(heads_file(), HEADS)
    root = Path(settings.MEDIA_ROOT)
    for path in sorted(root.rglob("*")) if root.is_dir() else ():
        if path.is_file() and path.suffix != ".key":
            yield entry(path, FILES + path.relative_to(root).as_posix())


def entry(path: Path, name: str) -> Entry:
    with path.open("rb") as file:
        return Entry(path, name, hashlib.file_digest(file, "sha256").hexdigest(), path.stat().st_size)


def write_archive(archive: tarfile.TarFile, entries: list[Entry], folder: Path) -> None:
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps(describe(entries), ensure_ascii=False, indent=1), encoding="utf-8")
    archive.add(manifest, MANIFEST)
    for item in entries:
        archive.add(item.path, item.name, recursive=False)


def describe(entries: list[Entry]) -> dict[str, Any]:
    """The manifest, first in the archive: what is in it, and by which version of the tables."""
    return {
        "schema": SCHEMA,
        "made_at": now().isoformat(timespec="seconds"),
        "engine": connection.vendor,
        "migrations": sorted(map(list, MigrationRecorder(connection).applied_migrations())),
        "files": {item.name: {"sha256": item.sha256, "size": item.size} for item in entries},
    }


def run_restore(argv: list[str]) -> int:
    """Exit code 1 where the restored trail does not verify."""
    parser = Parser(prog="fazhi restore", description="从备份恢复数据库和证据文件，然后校验事件链。")
    parser.add_argument("file", type=Path, help="fazhi backup 生成的文件")
    parser.add_argument("--force", action="store_true", help="覆盖现有数据（先把现有数据库另存一份）")
    given = parser.parse_args(argv)
    must_be_empty(force=given.force)
    with tempfile.TemporaryDirectory(prefix="fazhi-restore-") as folder:
        manifest = unpack(given.file, Path(folder))
        must_be_known(manifest)
        copy = Path(folder) / dump_of(manifest)
        must_be_whole(copy)
        if given.force and has_data():
            print(f"现有数据库已另存为 {keep_present()}。")
        put_files(Path(folder) / FILES)
        load_from(copy)
        heads = keep_heads(Path(folder) / HEADS)
    call_command("migrate", verbosity=0, interactive=False)
    return conclude(given.file, manifest, heads)


def must_be_empty(*, force: bool) -> None:
    if not force and has_data():
        raise Refusal(
            "现用数据库中已有数据，没有恢复。请先用 fazhi backup 备份，再加 --force 覆盖，"
            "或用 FAZHI_HOME 指定一个新文件夹。"
        )


def has_data() -> bool:
    """Whether anybody has used this database: an event, an organ or an account is there."""
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for table in {"engine_event", "organs_organ", "organs_account"} & tables:
            cursor.execute(f"SELECT 1 FROM {connection.ops.quote_name(table)} LIMIT 1")  # noqa: S608 - own tables
            if cursor.fetchone():
                return True
    return False


def keep_present() -> Path:
    """A backup of what is about to be replaced: nothing is lost by a wrong restore."""
    target = Path(settings.HOME) / f"恢复前-{now():%Y%m%d-%H%M%S}.tar.gz"
    back_up(target)
    return target


def unpack(archive: Path, folder: Path) -> dict[str, Any]:
    """Unpack only what the manifest names, each file held to its hash.

    :raises Refusal: not a backup, a file is missing, added, or not what was backed up.
    """
    try:
        with tarfile.open(archive, "r:gz") as tar:
            first = tar.next()
            stream = tar.extractfile(first) if first and first.name == MANIFEST else None
            if stream is None:
                raise Refusal(f"“{archive}”不是 fazhi backup 生成的备份。请核对文件名。")
            manifest: dict[str, Any] = json.load(stream)
            wanted: dict[str, Any] = dict(manifest["files"])
            while member := tar.next():
                unpack_member(tar, member, wanted, folder)
    except FileNotFoundError:
        raise Refusal(f"没有“{archive}”这个文件。请核对文件名。") from None
    except (OSError, EOFError, tarfile.TarError, ValueError, KeyError, TypeError) as error:
        raise Refusal(f"“{archive}”不能读取或已损坏（{error}）。请改用另一份备份。") from None
    if wanted:
        raise Refusal(f"备份不完整：缺“{next(iter(wanted))}”等{len(wanted)}个文件。请改用另一份备份。")
    return manifest


def unpack_member(
    tar: tarfile.TarFile, member: tarfile.TarInfo, wanted: dict[str, Any], folder: Path
) -> None:
    known = wanted.pop(member.name, None)
    if known is None or not member.isfile() or ".." in PurePosixPath(member.name).parts:
        raise Refusal(f"备份中有不属于它的“{member.name}”，没有恢复。请改用另一份备份。")
    target = folder / member.name
    target.parent.mkdir(parents=True, exist_ok=True)
    source: IO[bytes] | None = tar.extractfile(member)
    digest = hashlib.sha256()
    with target.open("wb") as file:
        while source is not None and (chunk := source.read(1 << 20)):
            digest.update(chunk)
            file.write(chunk)
    if digest.hexdigest() != known["sha256"]:
        raise Refusal(f"备份中的“{member.name}”与备份时不同，没有恢复。请改用另一份备份。")


def must_be_known(manifest: Mapping[str, Any]) -> None:
    """Refuse a backup made by a newer program: its tables would be read wrongly."""
    here = set(MigrationLoader(connection).disk_migrations)
    newer = [name for app, name in manifest["migrations"] if (app, name) not in here]
    if manifest["schema"] > SCHEMA or newer:
        raise Refusal("备份来自更新版本的程序，没有恢复。请先把程序更新到做备份时的版本。")


def dump_of(manifest: Mapping[str, Any]) -> str:
    found = next((name for name in manifest["files"] if name.startswith("database.")), None)
    if found is None:
        raise Refusal("备份中没有数据库，没有恢复。请改用另一份备份。")
    return str(found)


def put_files(source: Path) -> None:
    """Put evidence files in their place. They are named by their hash, so what is there already may stay."""
    root = Path(settings.MEDIA_ROOT)
    for path in sorted(source.rglob("*")) if source.is_dir() else ():
        target = root / path.relative_to(source)
        if path.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            unfinished = target.with_name(target.name + ".part")
            unfinished.write_bytes(path.read_bytes())
            unfinished.replace(target)


def keep_heads(source: Path) -> Path | None:
    """Set the heads file of the replaced database aside and begin with that of the backup.

    :returns: where the replaced one lies, if there was one.
    """
    here, aside = heads_file(), None
    if here.exists() and here.stat().st_size:
        aside = here.with_name(f"{here.stem}-恢复前-{now():%Y%m%d-%H%M%S}{here.suffix}")
        here.replace(aside)
    if source.exists():
        here.parent.mkdir(parents=True, exist_ok=True)
        here.write_bytes(source.read_bytes())
    return aside


def conclude(archive: Path, manifest: Mapping[str, Any], aside: Path | None) -> int:
    """Verify the trail, and where it holds write into it that it was restored and from what."""
    faults = list(verify())
    print(f"已恢复 {manifest['made_at']} 的备份。")
    if aside:
        print(f"原链首文件另存为 {aside.name}：备份之后的事件不在恢复的数据中，可据此查对。")
    if faults:
        print(explain_faults(faults))
        return 1
    with transaction.atomic():
        record_event(
            actor=SYSTEM,
            kind="restore",
            label="从备份恢复",
            legal_on=today(),
            changes={
                "file": archive.name,
                "made_at": manifest["made_at"],
                "heads_aside": aside and aside.name,
            },
        )
    print(f"事件链校验：{TrailHead.objects.count()}条链全部相符。")
    return 0


def explain_faults(faults: list[Fault]) -> str:
    text = f"事件链校验发现{len(faults)}处问题，第一处：第{faults[0].seq}号{faults[0].text}"
    if any("密钥" in fault.text for fault in faults):
        text += (
            "\n备份不含密钥。请把做备份时的 trail.key 放回数据文件夹（或设 FAZHI_TRAIL_KEY），"
            "再运行 fazhi trail verify。"
        )
    return text
