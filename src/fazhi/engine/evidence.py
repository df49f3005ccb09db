"""Papers added to and withdrawn from a record, with hash, size and three dates."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import PurePath

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from fazhi.engine.access import may_act, rights_of
from fazhi.engine.actor import Actor, today
from fazhi.engine.models import Evidence
from fazhi.engine.records import lock, may_write, rise
from fazhi.engine.refusal import Lack, Refusal
from fazhi.engine.register import Register
from fazhi.engine.trail import record_event
from fazhi.organs.models import Role

LONGEST_NAME = 180
"""Characters; the event's label holds the name with a few words more."""
LARGEST = 50 * 1024 * 1024
KINDS = frozenset(
    {
        ".pdf",
        ".ofd",
        ".doc",
        ".docx",
        ".xls",
        ".xlsx",
        ".jpg",
        ".jpeg",
        ".png",
        ".tif",
        ".tiff",
        ".txt",
        ".zip",
    }
)
SECRECY = "严禁上传涉及国家秘密的材料。"


@transaction.atomic
def add_evidence(
    register: Register,
    pk: int,
    *,
    actor: Actor,
    version: int,
    name: str,
    effective_on: date,
    received_on: date,
    expires_on: date | None = None,
    proves: str = "",
    upload: UploadedFile[bytes] | None = None,
) -> Evidence:
    """Add one paper. ``effective_on`` decides the period it supports; the file is optional where the paper is
    kept on paper only.

    :raises Refusal: dates out of order or in the future, an unknown kind or too large a file, no right.
    """
    row = lock(register, pk, version)
    if not may_act(actor, rights_of(actor.person, today()), register, row, (Role.PARTY,)):
        may_write(actor, row.organ_id)
    lacks = faults(name, effective_on, received_on, expires_on, upload)
    if lacks:
        raise Refusal("证据没有添加", lacks)
    paper = Evidence(
        record=row.record,
        name=name.strip(),
        proves=proves,
        effective_on=effective_on,
        received_on=received_on,
        expires_on=expires_on,
        added_by=actor.person,
    )
    if upload is not None:
        paper.filename = PurePath(upload.name or "").name
        paper.sha256, paper.size = digest(upload), upload.size or 0
        paper.kind = (upload.content_type or "")[:100]
        paper.file.save(f"{paper.sha256[:16]}{PurePath(paper.filename).suffix.lower()}", upload, save=False)
    paper.save()
    rise(row)
    record_event(
        actor=actor,
        kind="evidence",
        label=f"添加证据“{paper.name}”",
        legal_on=received_on,
        organ_id=row.organ_id,
        record=row.record,
        changes={"sha256": (None, paper.sha256), "effective_on": (None, effective_on.isoformat())},
    )
    return paper


def faults(
    name: str,
    effective_on: date,
    received_on: date,
    expires_on: date | None,
    upload: UploadedFile[bytes] | None,
) -> list[Lack]:
    found = []
    if not name.strip():
        found.append(Lack("请填写证据名称", field="name"))
    if len(name.strip()) > LONGEST_NAME:
        found.append(Lack(f"证据名称超过{LONGEST_NAME}字", "请压缩名称", field="name"))
    if received_on > today():
        found.append(Lack(f"收到日{received_on}晚于今天", "请核对日期", field="received_on"))
    if expires_on is not None and expires_on < effective_on:
        found.append(Lack(f"有效至{expires_on}早于生效日{effective_on}", "请核对日期", field="expires_on"))
    if upload is not None:
        if len(PurePath(upload.name or "").name) > LONGEST_NAME:
            found.append(Lack(f"文件名超过{LONGEST_NAME}字", "请改短文件名后上传", field="upload"))
        suffix = PurePath(upload.name or "").suffix.lower()
        if suffix not in KINDS:
            found.append(
                Lack(
                    f"不接受“{suffix or '无扩展名'}”文件",
                    f"请转为{'、'.join(sorted(KINDS))}之一",
                    field="upload",
                )
            )
        if (upload.size or 0) > LARGEST:
            found.append(Lack("文件超过50兆字节", "请压缩或分成几份", field="upload"))
    return found


def digest(upload: UploadedFile[bytes]) -> str:
    """SHA-256 over the file's bytes; the reading position is put back."""
    sha = hashlib.sha256()
    for chunk in upload.chunks():
        sha.update(chunk)
    upload.seek(0)
    return sha.hexdigest()


@transaction.atomic
def withdraw_evidence(register: Register, paper: Evidence, *, actor: Actor, version: int, why: str) -> None:
    """Take a paper back with a reason; nothing is deleted."""
    row = lock(register, paper.record_id, version)
    may_write(actor, row.organ_id)
    if not why.strip():
        raise Refusal("撤回证据须写明理由。")
    paper.refresh_from_db(fields=["withdrawn_on"])
    if paper.withdrawn_on is not None:
        raise Refusal(f"证据“{paper.name}”已于{paper.withdrawn_on}撤回。")
    Evidence.objects.filter(pk=paper.pk).update(withdrawn_on=today())
    rise(row)
    record_event(
        actor=actor,
        kind="evidence",
        label=f"撤回证据“{paper.name}”",
        legal_on=today(),
        organ_id=row.organ_id,
        record=row.record,
        changes={"withdrawn_on": (None, today().isoformat())},
        why=why,
    )
