"""Sample officials who can sign in to a demonstration database, and to no other.

Their names are obviously invented. The password is drawn once for each database, kept beside it and shown on
the terminal and at sign-in. A database with a real person's account or a record that is no sample is no
demonstration: no account is made in it, and none is shown.
"""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction

from fazhi.engine.actor import SYSTEM, today
from fazhi.engine.calls import Answer, fill, open_call
from fazhi.engine.figures.span import year
from fazhi.engine.models import Call, Record
from fazhi.engine.refusal import Refusal
from fazhi.engine.registry import installed
from fazhi.engine.trail import record_event
from fazhi.organs.dated import living
from fazhi.organs.models import Account, Axis, Below, Kind, Organ, Person, Rank, Role
from fazhi.organs.people import appoint, grant

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Nothing that is taken for something else when read from a screen."""


@dataclass(frozen=True, slots=True)
class Official:
    """A sample official; ``within`` and ``personal`` as in :class:`fazhi.organs.models.Grant`.

    ``below``: of a department of the government, not of the government itself.
    """

    username: str
    name: str
    post: str
    role: Role
    rank: Rank = Rank.STAFF
    within: bool = False
    personal: bool = False
    below: bool = False


OFFICIALS = (
    Official("zhangsan", "张三", "承办人", Role.HANDLER),
    Official("lisi", "李四", "审核人", Role.REVIEWER),
    Official("wangwu", "王五", "复议机构负责人", Role.BODY_HEAD, Rank.OTHER_LEADER, personal=True),
    Official("zhaoliu", "赵六", "机关负责人", Role.HEAD, Rank.CHIEF),
    Official("qianqi", "钱七", "依法治市办统筹", Role.COORDINATOR, within=True),
    Official("sunba", "孙八", "分管领导", Role.LEADER, Rank.DEPUTY, within=True),
    Official("hanshier", "韩十二", "部门联络员", Role.LIAISON, below=True),
    Official("yangshisan", "杨十三", "部门审核人", Role.REVIEWER, below=True),
    Official("zhoujiu", "周九", "系统管理员", Role.SYSTEM_ADMIN),
    Official("wushi", "吴十", "安全管理员", Role.SECURITY_ADMIN),
    Official("zhengshiyi", "郑十一", "审计管理员", Role.AUDIT_ADMIN),
)


@dataclass(frozen=True, slots=True)
class SampleAccount:
    """What the page for signing in shows of one sample official."""

    username: str
    name: str
    post: str
    password: str


def password_file() -> Path:
    return Path(settings.HOME) / "demo-password.json"


def real_people() -> bool:
    """Whether somebody who is no sample can sign in."""
    return Account.objects.exclude(person__synthetic=True).exists()


def must_be_demonstration() -> None:
    """
    :raises Refusal: real people or real records are in the database.
    """
    what = (
        "正式账号" if real_people() else "正式记录" if Record.objects.filter(synthetic=False).exists() else ""
    )
    if what:
        raise Refusal(
            f"现用数据库中已有{what}，不能载入示例账号。"
            "请用 FAZHI_HOME 指定一个新文件夹后再运行，例如：FAZHI_HOME=示例 fazhi demo。"
        )


def sample_accounts() -> tuple[SampleAccount, ...]:
    """The sample officials of this database with their password; empty where it is no demonstration."""
    try:
        password = str(json.loads(password_file().read_text())["password"])
    except (OSError, ValueError, KeyError, TypeError):
        return ()
    known = {official.username: official for official in OFFICIALS}
    accounts = Account.objects.filter(person__synthetic=True, is_active=True, username__in=known)
    there = {account.username for account in accounts}
    if not there or real_people():
        return ()
    return tuple(
        SampleAccount(name, official.name, official.post, password)
        for name, official in known.items()
        if name in there
    )


@transaction.atomic
def make_accounts(organ: Organ) -> tuple[SampleAccount, ...]:
    """Make the sample officials of ``organ`` where they are not there yet; a second call changes nothing.

    :raises Refusal: the database is no demonstration.
    """
    must_be_demonstration()
    if there := sample_accounts():
        return there
    password = draw_password()
    # One password for all is no secret between them, so it is hashed once: hashing is made to be slow.
    hashed = make_password(password)
    for official in OFFICIALS:
        account = Account.objects.filter(username=official.username).first() or employ(official, organ)
        account.password = hashed
        account.save(update_fields=["password"])
    record_event(
        actor=SYSTEM,
        kind="accounts",
        label="建立示例账号",
        legal_on=today(),
        organ=organ,
        changes={"accounts": [official.username for official in OFFICIALS]},
    )
    keep_password(password)
    return sample_accounts()


def employ(official: Official, organ: Organ) -> Account:
    person = Person.objects.create(name=official.name, synthetic=True)
    organ = first_department(organ) if official.below else organ
    appoint(person, organ, official.post, official.rank)
    grant(person, organ, official.role, within=official.within, personal=official.personal)
    return Account.objects.create(username=official.username, person=person)


def departments(organ: Organ) -> list[Organ]:
    """Departments right below the organ, in the order of their codes."""
    lows = Below.objects.filter(high=organ, axis=Axis.TERRITORY, depth=1).values("low_id")
    return list(Organ.objects.filter(living(today()), pk__in=lows, kind=Kind.DEPARTMENT).order_by("code"))


def first_department(organ: Organ) -> Organ:
    return next(iter(departments(organ)), organ)


def make_call(organ: Organ) -> Call | None:
    """A sample call for figures of other authorities, one answer filled in; None where one stands."""
    asked, known = departments(organ)[:5], installed().indicators
    keys = [key for key, one in known.items() if one.kind == "declared"] or list(known)
    if not asked or Call.objects.filter(organ=organ).exists():
        return None
    day = today()
    call = open_call(
        SYSTEM, organ, title=f"{day.year}年度数据填报（示例）", indicators=keys[:4], organs=asked,
        span=year(day.year), due_on=day + timedelta(days=14),
        note="只填报其他机关系统中的数，有记录的数不填。",
    )  # fmt: skip
    first = call.asked.order_by("pk").first()
    if first is not None:
        fill(first.pk, first.version, Answer(Fraction(12), "本机关台账（示例）", day), SYSTEM)
    return call


def draw_password() -> str:
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))


def keep_password(password: str) -> None:
    """Readable by the owner of the data folder only."""
    path = password_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump({"password": password}, file)
