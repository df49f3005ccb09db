"""``fazhi people``: persons, their accounts, posts and roles; every change logged on the organ concerned."""

from __future__ import annotations

import secrets
from argparse import Namespace
from collections.abc import Callable
from datetime import date

from django.db import transaction

from fazhi.command_line import Parser
from fazhi.engine.actor import SYSTEM, today
from fazhi.engine.refusal import Refusal
from fazhi.engine.trail import record_event
from fazhi.exchange.options import find_organ, read_day
from fazhi.organs import people
from fazhi.organs.models import Account, Organ, Person, Rank, Role
from fazhi.organs.refusal import OrganRefused

Done = tuple[Organ, str, str]
"""The organ concerned, what was done, and what the operator must read once (a first password)."""


def run_people(argv: list[str]) -> int:
    given = arguments().parse_args(argv)
    if given.action == "list":
        return show(find_organ(given.organ))
    day = read_day(given.on) if given.on else today()
    try:
        with transaction.atomic():
            organ, label, once = ACTS[given.action](given, day)
            record_event(
                actor=SYSTEM,
                kind=f"person-{given.action}",
                label=label,
                legal_on=day,
                organ=organ,
                changes={"account": given.account},
                why=given.why,
            )
    except OrganRefused as refused:
        raise Refusal(str(refused)) from None
    print(f"{label}。{once}")
    return 0


def arguments() -> Parser:
    parser = Parser(prog="fazhi people", description="人员、账号、职务与授权。")
    acts = parser.add_subparsers(dest="action", required=True)
    listed = acts.add_parser("list", help="列出一个机关现有的授权")
    listed.add_argument("--organ", required=True, help="机关代码或名称")
    for name, said in (
        ("add", "新增人员与账号"),
        ("grant", "授予角色"),
        ("revoke", "收回角色"),
        ("appoint", "任职"),
    ):
        act = acts.add_parser(name, help=said, description=f"{said}。")
        act.add_argument("account", help="账号")
        act.add_argument("--organ", required=True, help="机关代码或名称")
        act.add_argument("--on", default="", help="生效日期，默认今天")
        act.add_argument("--why", required=True, help="依据或理由")
        if name == "add":
            act.add_argument("--name", required=True, help="姓名")
        if name in {"grant", "revoke"}:
            act.add_argument("--role", required=True, choices=Role.values, help="角色")
        if name == "grant":
            act.add_argument("--within", action="store_true", help="可看所辖")
            act.add_argument("--line", action="store_true", help="可看本系统")
            act.add_argument("--personal", action="store_true", help="可看个人信息（每次写明理由并留痕）")
        if name in {"add", "appoint"}:
            act.add_argument("--title", default="", help="职务")
            act.add_argument("--rank", choices=Rank.values, default=Rank.STAFF, help="职级")
    return parser


def add(given: Namespace, day: date) -> Done:
    """A person with an account and a first password that is shown once."""
    organ = find_organ(given.organ)
    if Account.objects.filter(username=given.account).exists():
        raise Refusal(f"账号“{given.account}”已有人使用。请换一个账号。")
    person = Person.objects.create(name=given.name)
    password = secrets.token_urlsafe(9)
    Account.objects.create_user(given.account, password=password, person=person)
    if given.title:
        people.appoint(person, organ, given.title, Rank(given.rank), since=day)
    return organ, f"新增{given.name}的账号“{given.account}”", f"初始口令（只显示这一次）：{password}"


def grant(given: Namespace, day: date) -> Done:
    person, organ, role = holder(given.account), find_organ(given.organ), Role(given.role)
    people.grant(
        person, organ, role, within=given.within, line=given.line, personal=given.personal, since=day
    )
    return organ, f"授予{person.name}“{role.label}”（{organ.name}）", ""


def revoke(given: Namespace, day: date) -> Done:
    person, organ, role = holder(given.account), find_organ(given.organ), Role(given.role)
    held = person.grants.filter(organ=organ, role=role).order_by("-pk").first()
    if held is None:
        raise Refusal(f"{person.name}在{organ.name}没有“{role.label}”。请用 fazhi people list 核对。")
    people.revoke(held, day)
    return organ, f"收回{person.name}的“{role.label}”（{organ.name}）", ""


def appoint(given: Namespace, day: date) -> Done:
    person, organ = holder(given.account), find_organ(given.organ)
    people.appoint(person, organ, given.title, Rank(given.rank), since=day)
    return organ, f"{person.name}任{organ.name}{given.title}", ""


def holder(account: str) -> Person:
    found = Account.objects.select_related("person").filter(username=account).first()
    if found is None or found.person is None:
        raise Refusal(f"没有“{account}”这个账号。请先用 fazhi people add 新增。")
    return found.person


def show(organ: Organ) -> int:
    day = today()
    grants = organ.grants.select_related("person").order_by("role", "person__name")
    for held in grants:
        if held.until is not None and held.until <= day:
            continue
        reach = "".join((" 含所辖" * held.within, " 含本系统" * held.line, " 可看个人信息" * held.personal))
        print(f"{Role(held.role).label} {held.person.name}{reach}")
    if not grants:
        print(f"{organ.name}还没有授权。请用 fazhi people grant 授予。")
    return 0


ACTS: dict[str, Callable[[Namespace, date], Done]] = {
    "add": add,
    "grant": grant,
    "revoke": revoke,
    "appoint": appoint,
}
