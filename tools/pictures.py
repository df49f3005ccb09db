"""Make the pictures of the README: a sample database of its own, a case in it under way, and a browser.

``python tools/pictures.py`` writes ``docs/pictures/*.png``. Everything shown is invented and says so.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Page, sync_playwright

if TYPE_CHECKING:
    from fazhi.engine.models import RecordModel
    from fazhi.organs.models import Person

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "pictures"
PORT = 8765
ADDRESS = f"http://127.0.0.1:{PORT}"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
WIDE, HIGH = 1366, 900


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        os.environ["FAZHI_HOME"] = home
        os.environ["FAZHI_DATABASE_URL"] = ""
        subprocess.run([fazhi(), "demo", "--no-serve"], check=True, stdout=subprocess.DEVNULL)
        pk = begin_case()
        password = json.loads((Path(home) / "demo-password.json").read_text())["password"]
        FOLDER.mkdir(parents=True, exist_ok=True)
        with served(), sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
            for username, pictures in sights(pk).items():
                context = browser.new_context(
                    locale="zh-CN", timezone_id="Asia/Shanghai", viewport={"width": WIDE, "height": HIGH}
                )
                take(context.new_page(), username, password, pictures)
                context.close()
            browser.close()


def fazhi() -> str:
    return str(Path(sys.executable).with_name("fazhi"))


def sights(pk: int) -> dict[str, dict[str, str]]:
    """Official → name of the picture → address."""
    case = f"/r/reconsideration.case/{pk}"
    return {
        "zhangsan": {"home": "/", "record": case},
        "zhaoliu": {"refused": f"{case}/move/decide"},
        "qianqi": {"figure": "/figures/reconsideration.closed?year=2017", "report": "/report?year=2017"},
    }


def take(page: Page, username: str, password: str, pictures: dict[str, str]) -> None:
    page.goto(f"{ADDRESS}/signin")
    page.fill("#id_username", username)
    page.fill("#id_password", password)
    page.click("main button:has-text('登录')")
    for name, path in pictures.items():
        page.goto(ADDRESS + path)
        if name == "refused":
            page.select_option("#id_outcome", label="维持")
            page.click("#form .btn.is-main")
            page.wait_for_selector("[role=alert]")
            page.evaluate("window.scrollTo(0, 0)")
        page.screenshot(path=FOLDER / f"{name}.png")
        print(f"docs/pictures/{name}.png")


@contextmanager
def served() -> Iterator[None]:
    """The site on a port of its own, until the pictures are taken."""
    server = subprocess.Popen([fazhi(), "serve", "--port", str(PORT)], stdout=subprocess.DEVNULL)
    try:
        wait_for_it()
        yield
    finally:
        server.terminate()
        server.wait(timeout=20)


def wait_for_it(seconds: int = 30) -> None:
    for _ in range(seconds * 5):
        try:
            with urlopen(f"{ADDRESS}/signin"):  # noqa: S310 - our own server on this machine
                return
        except (URLError, ConnectionError):
            time.sleep(0.2)
    raise SystemExit("the site did not start")


def begin_case() -> int:
    """A sample case under way: accepted, answered, an appraisal taken off, the parties heard."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "fazhi.site.settings"
    import django

    django.setup()
    from fazhi.engine.actor import Actor, today
    from fazhi.engine.moves import Given, make_move
    from fazhi.engine.records import open_record
    from fazhi.engine.registry import register
    from fazhi.law import Calendar
    from fazhi.organs.models import Kind, Organ, Person

    case, calendar, day = register("reconsideration.case"), Calendar.shipped(), today()
    people: dict[str, Person] = {
        name: Person.objects.get(account__username=name) for name in ("zhangsan", "wangwu")
    }
    organ = people["zhangsan"].grants.select_related("organ")[0].organ
    respondent = Organ.objects.filter(kind=Kind.DEPARTMENT, code__startswith=organ.code).first()

    def before(workdays: int) -> date:
        return calendar.add_workdays(day, -workdays)

    def enter(received: int, applicant: str, **more: Any) -> RecordModel:
        on = before(received)
        values = {
            "received_on": on,
            "applicant": applicant,
            "respondent": respondent,
            "field": "market",
            "act_kind": "penalty",
            "acted_on": before(received + 18),
            "known_on": before(received + 12),
            "rights_told": "yes",
            "claim": "撤销行政处罚决定",
            **more,
        }
        person = people["zhangsan"]
        part = {"name": applicant, "entity": "no", "id_no": "000000199001011234"}
        return open_record(
            case,
            organ=organ,
            values=values,
            actor=Actor.of(person),
            on=on,
            handler=person,
            parts={"reconsideration.Applicant": [part]},
            synthetic=True,
        )

    def go(row: RecordModel, key: str, who: str, workdays: int, **values: Any) -> None:
        row.record.refresh_from_db()
        make_move(
            case,
            row.pk,
            key,
            actor=Actor.of(people[who]),
            on=before(workdays),
            version=row.record.version,
            given=Given(values),
        )

    enter(5, "李某")
    enter(3, "某餐饮店", enterprise="yes")
    late = enter(50, "赵某")
    go(late, "accept", "wangwu", 47, admissibility="met")
    go(late, "take_ordinary", "wangwu", 46)
    row = enter(42, "张三", enterprise="yes", act_number="示市监罚〔2026〕118号")
    go(row, "accept", "wangwu", 39, admissibility="met", major="yes")
    go(row, "take_ordinary", "wangwu", 38)
    go(row, "send_copy", "zhangsan", 37)
    go(row, "receive_copy", "zhangsan", 36)
    go(row, "answer", "zhangsan", 30, collected="before", head_signed="yes")
    go(row, "begin_appraisal", "zhangsan", 28)
    go(row, "end_appraisal", "zhangsan", 23)
    go(row, "hear_opinions", "zhangsan", 20, opinions_mode="telephone")
    return int(row.pk)


if __name__ == "__main__":
    main()
