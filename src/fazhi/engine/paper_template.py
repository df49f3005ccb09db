"""An organ's own templates of papers: kept with their hash, by right, logged; the newest is used."""

from __future__ import annotations

import hashlib
from pathlib import PurePath

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from fazhi.engine.access import rights_of
from fazhi.engine.actor import Actor, today
from fazhi.engine.evidence import LONGEST_NAME, digest
from fazhi.engine.models import PaperTemplate
from fazhi.engine.refusal import Lack, Refusal
from fazhi.engine.register import Register
from fazhi.engine.trail import record_event
from fazhi.organs.models import Organ
from fazhi.organs.role import Role

KEEPERS = frozenset({Role.COORDINATOR, Role.BODY_HEAD, Role.HEAD, Role.SYSTEM_ADMIN})
"""Who may set the organ's templates."""


def may_keep(actor: Actor, organ: Organ) -> bool:
    return actor.trusted or bool(rights_of(actor.person, today()).roles_in(organ.pk) & KEEPERS)


def template_for(organ: int, register: str, paper: str) -> PaperTemplate | None:
    """The template in use."""
    rows = PaperTemplate.objects.filter(
        organ=organ, register=register, paper=paper, withdrawn_on__isnull=True
    )
    return rows.order_by("-pk").first()


def bytes_of(template: PaperTemplate) -> bytes:
    """The file, as it was when it was taken in.

    :raises Refusal: it is gone or has been changed since.
    """
    try:
        with template.file.open("rb") as file:
            content: bytes = file.read()
    except OSError:
        raise Refusal(f"模板“{template.filename}”的文件不在了。请重新上传模板。") from None
    if hashlib.sha256(content).hexdigest() != template.sha256:
        raise Refusal(f"模板“{template.filename}”与上传时不一致。请重新上传模板。")
    return content


@transaction.atomic
def keep_template(
    register: Register, paper: str, organ: Organ, *, actor: Actor, upload: UploadedFile[bytes]
) -> PaperTemplate:
    """Take a template into use for one paper of an organ; whoever calls has checked what is in the file.

    :raises Refusal: no right, or a file name too long.
    """
    must_keep(actor, organ)
    name = PurePath(upload.name or "").name
    if len(name) > LONGEST_NAME:
        lack = Lack(f"文件名超过{LONGEST_NAME}字", "请改短文件名后上传", field="upload")
        raise Refusal("模板没有保存", [lack])
    made = PaperTemplate(
        organ=organ,
        register=register.key,
        paper=paper,
        filename=name,
        sha256=digest(upload),
        added_on=today(),
        added_by=actor.person,
    )
    made.file.save(f"{made.sha256[:16]}.docx", upload, save=False)
    made.save()
    logged(actor, organ, f"启用{register.paper(paper).label}模板“{name}”", made)
    return made


@transaction.atomic
def drop_template(register: Register, template: PaperTemplate, *, actor: Actor) -> None:
    """Stop using a template; papers made with it stay as they are."""
    must_keep(actor, template.organ)
    template.withdrawn_on = today()
    template.save(update_fields=["withdrawn_on"])
    label = register.paper(template.paper).label
    logged(actor, template.organ, f"停用{label}模板“{template.filename}”", template)


def must_keep(actor: Actor, organ: Organ) -> None:
    if not may_keep(actor, organ):
        names = "、".join(role.label for role in Role if role in KEEPERS)
        raise Refusal(f"{actor.name}不能设置{organ}的文书模板。请由该机关的{names}设置。")


def logged(actor: Actor, organ: Organ, label: str, template: PaperTemplate) -> None:
    record_event(
        actor=actor,
        kind="template",
        label=label[:200],
        legal_on=today(),
        organ=organ,
        changes={"register": template.register, "paper": template.paper, "sha256": template.sha256},
    )
