"""``fazhi demo``: a sample year loaded, compiled, compared, told, and shown in the browser."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError

from fazhi.command_line import Parser
from fazhi.engine.actor import SYSTEM, today
from fazhi.engine.registry import installed
from fazhi.engine.tick import tick
from fazhi.exchange.demonstration import (
    OFFICIALS,
    SampleAccount,
    make_accounts,
    make_call,
    must_be_demonstration,
)
from fazhi.organs.models import Organ, Person
from fazhi.reports.command import check_lines
from fazhi.reports.draft import freeze_year, make_draft
from fazhi.reports.output import write_files
from fazhi.reports.printout import padded, table
from fazhi.reports.question import Question
from fazhi.reports.selfcheck import check
from fazhi.samples.check import Compared, compared
from fazhi.samples.command import Bar
from fazhi.samples.file import SampleFile, open_sample
from fazhi.samples.in_hand import load_in_hand
from fazhi.samples.loader import load_sample
from fazhi.site.serve import HOST, PORT, port_number, serve, waiting_migrations
from fazhi.workstreams.all import RECIPES

SAMPLE = "jiuquan-2017"
HEAD = ("指标", "公布", "编制", "记录", "")
ORIGINS = {"counted": "由记录计数", "declared": "申报（属于其他机关的系统，或者没有记录能够得出）"}


def run_demo(argv: list[str]) -> int:
    """With ``--no-serve`` 0 where all figures are equal, else 1."""
    parser = Parser(
        prog="fazhi demo",
        description="载入示例年度（均为示例数据），编制数据并与公布数核对，写出报告草稿，打开网站。",
    )
    parser.add_argument("--no-serve", action="store_true", help="核对后即结束；全部相等时退出码为0，否则为1")
    parser.add_argument("--host", default=HOST, help=f"网站的监听地址，默认 {HOST}")
    parser.add_argument("--port", type=port_number, default=PORT, help=f"网站的端口，默认 {PORT}")
    given = parser.parse_args(argv)
    tell("正在准备数据库……")
    prepare_database()
    sample = open_sample(SAMPLE, installed())
    tell(f"正在载入示例“{sample.title}”……")
    load(sample)
    tell("正在编制……")
    question = question_of(sample)
    accounts = make_accounts(question.organ)
    load_cases_in_hand(question.organ)
    tick(min(today(), question.span.last))
    rows = compared(sample, installed())
    for line in comparison_lines(rows):
        print(line)
    for line in draft_lines(question, Path(settings.HOME) / "demo"):
        print(line)
    for line in account_lines(accounts):
        print(line)
    if given.no_serve:
        return 0 if all(row.equal for row in rows) else 1
    print()
    serve(given.host, given.port)
    return 0


def tell(text: str) -> None:
    """What is going on, beside the answer: each of these steps may take some seconds."""
    print(text, file=sys.stderr, flush=True)


def prepare_database() -> None:
    """Make or renew the tables, quietly, unless real people or records are there.

    :raises Refusal: the database is no demonstration.
    """
    waiting = waiting_migrations()
    # Tables of an older program may lack a column that the question needs; migrated, it is asked again.
    with suppress(*((DatabaseError,) if waiting else ())):
        must_be_demonstration()
    if waiting:
        call_command("migrate", verbosity=0, interactive=False)
    must_be_demonstration()


def load(sample: SampleFile) -> None:
    """Load the sample with a progress bar, or find that it stands."""
    bar = Bar(sample)
    result = load_sample(sample, installed(), RECIPES, bar.show)
    bar.close()
    state = "此前已载入" if result.already else "已载入"
    print(f"{sample.title}：{state}示例记录{result.records}件。")
    if sample.waiting:
        print(f"另有{len(sample.waiting)}个公布数属于尚未声明的工作，没有载入。")


def load_cases_in_hand(organ: Organ) -> None:
    """Cases that stand today, so that the officials have work: they are no part of the sample year."""
    handler = Person.objects.get(account__username=OFFICIALS[0].username)
    count = load_in_hand(organ, handler, today(), installed(), RECIPES)
    make_call(organ)
    if count:
        print(f"另载入今天在办的示例记录{count}件，由{handler.name}承办；不计入示例年度。")


def question_of(sample: SampleFile) -> Question:
    """The sample's own government with all below it, in the year that most of its figures speak of."""
    years = Counter(figure.span.first.year for figure in sample.figures)
    return Question(Organ.objects.get(code=sample.organ), "within", years.most_common(1)[0][0])


def comparison_lines(rows: Iterable[Compared]) -> Iterator[str]:
    """The table: figure as published, compiled, number of records, equal or not; declared ones apart."""
    listed = list(rows)
    for origin, title in ORIGINS.items():
        some = [row for row in listed if row.origin == origin]
        if some:
            yield ""
            yield f"{title}：{len(some)}个，相等{sum(row.equal for row in some)}个"
            yield from table(HEAD, map(cells_of, some), right=(1, 2, 3))
    yield ""
    wrong = sum(not row.equal for row in listed)
    yield f"与公布数核对：{len(listed)}个，{'全部相等' if not wrong else f'不等{wrong}个'}。"


def cells_of(row: Compared) -> tuple[str, ...]:
    label = installed().indicators[row.figure.indicator].label
    return label, row.figure.text, row.printed, str(row.records), "相等" if row.equal else "不等"


def draft_lines(question: Question, folder: Path) -> Iterator[str]:
    draft = make_draft(question, freeze_year(question, SYSTEM))
    for path in write_files(draft, folder):
        yield f"已写出 {path}"
    yield ""
    yield from check_lines(draft, check(draft))


def account_lines(accounts: Iterable[SampleAccount]) -> Iterator[str]:
    """Who can sign in; the password opens this demonstration only."""
    listed = list(accounts)
    yield ""
    yield f"示例账号，密码均为 {listed[0].password}"
    for account in listed:
        yield f"  {padded(account.username, 12)}{padded(account.name, 8)}{account.post}"
