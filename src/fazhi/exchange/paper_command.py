"""``fazhi paper``: a case document made of a record, kept as evidence and written to a file."""

from __future__ import annotations

import json
from argparse import Namespace
from datetime import date
from pathlib import Path

from fazhi.command_line import Parser
from fazhi.engine.access import every_row, rights_of, visible_to
from fazhi.engine.actor import SYSTEM, Actor, today
from fazhi.engine.models import MadePaper, Record, RecordModel
from fazhi.engine.paper import Paper
from fazhi.engine.paper_ready import Makeable, makeable, papers_made
from fazhi.engine.papers import find_paper, make_paper
from fazhi.engine.refusal import Refusal
from fazhi.engine.register import Register
from fazhi.engine.registry import installed
from fazhi.exchange.official.letter import render
from fazhi.exchange.options import read_day
from fazhi.exchange.sheet_commands import opened
from fazhi.organs.models import Account


def run_paper(argv: list[str]) -> int:
    given = arguments().parse_args(argv)
    actor = actor_of(given.account)
    register, row = find_record(given.record, actor)
    if not given.paper:
        tell(makeable(register, row), as_json=given.json)
        return 0
    paper = find_paper(register, given.paper)
    if given.served and not paper.serves:
        raise Refusal(f"{paper.label}不是送达回证，不写 --served。请去掉该参数。")
    target: Path = given.out or Path(f"{paper.label}.docx")
    if target.suffix.lower() != ".docx":
        raise Refusal(f"不能写成“{target.name}”。文书是 Word 文件，请用 .docx。")
    if target.exists() and not given.force:
        raise Refusal(f"“{target}”已存在。请换一个文件名，或加 --force 覆盖。")
    made = written(register, row, paper, actor, given, target)
    told(made, paper, target, as_json=given.json)
    return 0


def arguments() -> Parser:
    parser = Parser(
        prog="fazhi paper",
        description="用一条记录制作文书，存入证据，并写成 Word 文件；不写文书的，列出能制作的和所缺的。",
    )
    parser.add_argument("record", type=int, help="记录编号（网址中的编号，或见 fazhi trace --json）")
    parser.add_argument("paper", nargs="?", default="", help="文书，如 decision；不写则列出")
    parser.add_argument("--out", type=Path, help="写到的 .docx；不写则以文书命名，存入当前文件夹")
    parser.add_argument("--on", default="", help="成文日期，默认为所告知的行为的日期")
    parser.add_argument("--served", default="", help="送达回证所送达的文书，如 decision")
    parser.add_argument("--account", default="", help="以该账号的权限制作；不写则由系统制作")
    parser.add_argument("--force", action="store_true", help="覆盖同名文件")
    parser.add_argument("--json", action="store_true", help="每行输出一个 JSON")
    return parser


def actor_of(account: str) -> Actor:
    """The official of the account, or the operator.

    :raises Refusal: there is no such account.
    """
    if not account:
        return SYSTEM
    found = Account.objects.select_related("person").filter(username=account, is_active=True).first()
    if found is None or found.person is None:
        raise Refusal(f"没有账号“{account}”。请核对，或者用 fazhi people list 查看。")
    return Actor.of(found.person)


def find_record(pk: int, actor: Actor) -> tuple[Register, RecordModel]:
    """The record and its register, where the actor may see it.

    :raises Refusal: there is none, or none for these eyes; which of the two is not told.
    """
    hub = Record.objects.filter(pk=pk).first()
    register = installed().registers.get(hub.register) if hub else None
    if register is not None:
        rows = (
            every_row(register) if actor.trusted else visible_to(rights_of(actor.person, today()), register)
        )
        row = rows.select_related("record", "organ").filter(pk=pk).first()
        if row is not None:
            return register, row
    raise Refusal(f"没有编号为{pk}的记录，或者{actor.name}无权查看。请核对编号。")


def written(
    register: Register, row: RecordModel, paper: Paper, actor: Actor, given: Namespace, target: Path
) -> MadePaper:
    """Make the paper and write it; a refusal leaves the file that was there as it is."""
    on = read_day(given.on) if given.on else day_of(row, paper)
    served = served_by(row, given.served) if paper.serves else None
    beside = target.with_name(f"{target.name}.part")
    try:
        with opened(beside) as file:
            made = make_paper(register, row.pk, paper.key, actor=actor, on=on, version=row.record.version,
                              render=render, served=served)  # fmt: skip
            with made.evidence.file.open("rb") as kept:
                file.write(kept.read())
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    return made


def day_of(row: RecordModel, paper: Paper) -> date:
    """The day of the act that the paper tells of; today for a receipt, and where the act is not done."""
    act: date | None = getattr(row, paper.since)
    return today() if paper.serves or act is None else act


def served_by(row: RecordModel, key: str) -> int:
    """The evidence of the newest version of the paper that is served.

    :raises Refusal: none was made.
    """
    found = next((one for one in papers_made(row.pk) if one.paper == key), None)
    if found is None:
        made = "、".join(dict.fromkeys(one.paper for one in papers_made(row.pk))) or "无"
        raise Refusal(f"没有可以送达的文书“{key}”。请用 --served 写明，已制作的有：{made}。")
    return found.evidence_id


def told(made: MadePaper, paper: Paper, target: Path, *, as_json: bool) -> None:
    if as_json:
        row = {"paper": paper.key, "label": paper.label, "number": made.number, "edition": made.edition,
               "sha256": made.evidence.sha256, "file": str(target)}  # fmt: skip
        print(json.dumps(row, ensure_ascii=False))
        return
    number = f"（{made.number}）" if made.number else ""
    print(f"已制作{paper.label}{number}第{made.edition}版，存入证据，并写到 {target}。")


def tell(papers: list[Makeable], *, as_json: bool) -> None:
    """Every paper of the record under its law that may be made or was made, with what it lacks."""
    for one in papers:
        lacks = [str(lack) for lack in one.lacks]
        if as_json:
            row = {"paper": one.paper.key, "label": one.paper.label, "lacks": lacks, "made": len(one.made)}
            print(json.dumps(row, ensure_ascii=False))
            continue
        state = f"缺：{'；'.join(lacks)}" if lacks else "可以制作"
        print(f"{one.paper.key}　{one.paper.label}　{state}　已制作{len(one.made)}版")
    if not papers and not as_json:
        print("该记录现在没有可以制作的文书。")
