"""A backup brings everything back but the keys, and refuses to destroy what is there."""

from __future__ import annotations

import json
import sqlite3
import tarfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction

from fazhi.engine.actor import SYSTEM
from fazhi.engine.models import Event
from fazhi.engine.refusal import Refusal
from fazhi.engine.trail import heads_file, record_event
from fazhi.exchange import dump
from fazhi.exchange.backup import run_backup, run_restore
from fazhi.organs.models import Kind, Level, Organ

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def home(tmp_path: Path, settings: Any) -> Path:
    settings.HOME = tmp_path / "home"
    settings.MEDIA_ROOT = settings.HOME / "files"
    settings.TRAIL_HEADS = settings.HOME / "trail-heads.jsonl"
    settings.TRAIL_KEY = "the key of this house"
    (settings.HOME / "files" / "evidence").mkdir(parents=True)
    (settings.HOME / "trail.key").write_text("the key of this house")
    (settings.HOME / "files" / "evidence" / "a1.pdf").write_bytes(b"%PDF-1.7")
    return Path(settings.HOME)


@pytest.fixture
def organ(home: Path) -> Organ:
    made = Organ.objects.create(
        code="999901", name="示例县人民政府", kind=Kind.GOVERNMENT, level=Level.COUNTY
    )
    log(made, "登记机关")
    return made


def log(organ: Organ, label: str) -> None:
    with transaction.atomic():
        record_event(actor=SYSTEM, kind="test", label=label, legal_on=date(2024, 1, 31), organ=organ)


def names(archive: Path) -> set[str]:
    with tarfile.open(archive) as tar:
        return set(tar.getnames())


def test_a_backup_holds_the_database_the_papers_and_the_heads_but_no_key(
    organ: Organ, tmp_path: Path
) -> None:
    archive = tmp_path / "备份.tar.gz"
    assert run_backup([str(archive)]) == 0
    assert names(archive) == {
        "manifest.json", dump.dump_name(), "trail-heads.jsonl", "files/evidence/a1.pdf"
    }  # fmt: skip
    with tarfile.open(archive) as tar:
        for member in tar:
            stream = tar.extractfile(member)
            assert stream is not None
            assert b"the key of this house" not in stream.read()
    assert archive.stat().st_mode & 0o077 == 0


def test_what_was_lost_after_a_backup_comes_back(
    organ: Organ, home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = tmp_path / "备份.tar.gz"
    run_backup([str(archive)])
    Organ.objects.filter(pk=organ.pk).update(name="改坏的名称")
    (home / "files" / "evidence" / "a1.pdf").unlink()
    log(organ, "备份之后的事件")
    assert run_restore([str(archive), "--force"]) == 0
    assert Organ.objects.get().name == "示例县人民政府"
    assert (home / "files" / "evidence" / "a1.pdf").read_bytes() == b"%PDF-1.7"
    assert list(Event.objects.order_by("pk").values_list("label", flat=True)) == ["登记机关", "从备份恢复"]
    assert "全部相符" in capsys.readouterr().out


def test_a_restore_keeps_what_it_replaces(organ: Organ, home: Path, tmp_path: Path) -> None:
    archive = tmp_path / "备份.tar.gz"
    run_backup([str(archive)])
    log(organ, "备份之后的事件")
    run_restore([str(archive), "--force"])
    assert len(list(home.glob("恢复前-*.tar.gz"))) == 1
    aside = next(home.glob("trail-heads-恢复前-*.jsonl"))
    assert [json.loads(line)["seq"] for line in aside.read_text().splitlines()] == [1, 2]
    assert [json.loads(line)["seq"] for line in heads_file().read_text().splitlines()] == [1, 1]


def test_a_restore_over_data_is_refused_without_force(organ: Organ, tmp_path: Path) -> None:
    archive = tmp_path / "备份.tar.gz"
    run_backup([str(archive)])
    Organ.objects.filter(pk=organ.pk).update(name="现在的名称")
    with pytest.raises(Refusal, match="已有数据，没有恢复"):
        run_restore([str(archive)])
    assert Organ.objects.get().name == "现在的名称"


def test_an_existing_backup_is_not_overwritten(organ: Organ, tmp_path: Path) -> None:
    archive = tmp_path / "备份.tar.gz"
    archive.write_text("以前的备份")
    with pytest.raises(Refusal, match="已存在"):
        run_backup([str(archive)])
    assert archive.read_text() == "以前的备份"


def test_another_key_is_named_as_the_reason_why_the_trail_does_not_verify(
    organ: Organ, tmp_path: Path, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = tmp_path / "备份.tar.gz"
    run_backup([str(archive)])
    settings.TRAIL_KEY = "the key of another house"
    assert run_restore([str(archive), "--force"]) == 1
    assert "把做备份时的 trail.key 放回" in capsys.readouterr().out
    assert Event.objects.count() == 1


def rewrite(archive: Path, change: dict[str, bytes]) -> Path:
    """The archive with some members changed or added."""
    import io

    target = archive.with_name("改动.tar.gz")
    with tarfile.open(archive) as old, tarfile.open(target, "w:gz") as new:
        for member in old:
            stream = old.extractfile(member)
            assert stream is not None
            data = change.pop(member.name, None) or stream.read()
            member.size = len(data)
            new.addfile(member, io.BytesIO(data))
        for name, data in change.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            new.addfile(member, io.BytesIO(data))
    return target


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"files/evidence/a1.pdf": b"%PDF-1.8"}, "与备份时不同"),
        ({"../../outside.txt": b"x"}, "不属于它"),
        ({"manifest.json": b"{}"}, "不能读取或已损坏"),
    ],
)
def test_a_changed_backup_changes_nothing(
    organ: Organ, tmp_path: Path, change: dict[str, bytes], reason: str
) -> None:
    archive = tmp_path / "备份.tar.gz"
    run_backup([str(archive)])
    changed = rewrite(archive, dict(change))
    Organ.objects.filter(pk=organ.pk).update(name="现在的名称")
    with pytest.raises(Refusal, match=reason):
        run_restore([str(changed), "--force"])
    assert Organ.objects.get().name == "现在的名称"
    assert not (tmp_path.parent / "outside.txt").exists()


def test_a_torn_backup_is_refused(organ: Organ, tmp_path: Path) -> None:
    archive = tmp_path / "备份.tar.gz"
    run_backup([str(archive)])
    torn = tmp_path / "半份.tar.gz"
    torn.write_bytes(archive.read_bytes()[: archive.stat().st_size // 2])
    with pytest.raises(Refusal, match=r"已损坏|不完整"):
        run_restore([str(torn), "--force"])


def test_a_backup_of_a_newer_program_is_refused(organ: Organ, tmp_path: Path) -> None:
    archive = tmp_path / "备份.tar.gz"
    run_backup([str(archive)])
    with tarfile.open(archive) as tar:
        stream = tar.extractfile("manifest.json")
        assert stream is not None
        manifest = json.load(stream)
    manifest["migrations"].append(["engine", "9999_from_the_future"])
    newer = rewrite(archive, {"manifest.json": json.dumps(manifest).encode()})
    with pytest.raises(Refusal, match="更新版本的程序"):
        run_restore([str(newer), "--force"])


def test_no_file_and_no_backup_are_told_apart(organ: Organ, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"没有“.*”这个文件"):
        run_restore([str(tmp_path / "没有.tar.gz"), "--force"])
    other = tmp_path / "别的.tar.gz"
    with tarfile.open(other, "w:gz") as tar:
        tar.add(__file__, "x.py")
    with pytest.raises(Refusal, match="不是 fazhi backup 生成的备份"):
        run_restore([str(other), "--force"])


def test_a_damaged_database_is_found_before_it_replaces_anything(tmp_path: Path) -> None:
    copy = tmp_path / "database.sqlite3"
    with sqlite3.connect(copy) as made:
        made.execute("CREATE TABLE a (x TEXT)")
        made.executemany("INSERT INTO a VALUES (?)", [("字" * 500,)] * 50)
    made.close()
    data = bytearray(copy.read_bytes())
    data[4096:8192] = b"\xff" * 4096
    copy.write_bytes(bytes(data))
    with pytest.raises(Refusal, match="已损坏"):
        dump.must_be_whole(copy)


def test_a_backup_of_the_other_kind_of_database_is_refused(tmp_path: Path) -> None:
    other = "database.sqlite3" if connection.vendor == "postgresql" else "database.pgdump"
    with pytest.raises(Refusal, match="不能直接恢复"):
        dump.load_from(tmp_path / other)


def test_a_missing_program_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(Refusal, match=r"没有 pg_dump.*postgresql-client"):
        dump.run_program("pg_dump")
