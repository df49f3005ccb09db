"""What papers tell of records of other registers: agendas, findings, late work, results of a clean-up."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import partial

import pytest

from fazhi.engine.access import every_row
from fazhi.engine.actor import SYSTEM
from fazhi.engine.bulk import BulkRow, load
from fazhi.engine.models import RecordModel
from fazhi.engine.paper_places import places_of
from fazhi.engine.registry import installed
from fazhi.web.pages.templates import told_lines
from fazhi.workstreams.leadership import recipe as meetings
from fazhi.workstreams.leadership.models.meetings import Body
from fazhi.workstreams.legislation.recipe_beside import plan as planned
from fazhi.workstreams.normative import recipe as normative
from fazhi.workstreams.plan import examples as plans
from fazhi.workstreams.plan import pursuit_recipe
from tests.contract.test_paper_texts import NEW, Situation, stand, text_of
from tests.contract.test_papers import _office  # noqa: F401 - a fixture
from tests.linking import link_fact

pytestmark = pytest.mark.django_db
HELD = date(2025, 3, 5)
CALLED = Situation("leadership.meeting", "notice", partial(meetings.called, Body.EXECUTIVE), ())
MINUTES = Situation(
    "leadership.meeting", "minutes", partial(meetings.meeting, Body.EXECUTIVE, minutes_number=""), ()
)
INSPECTION = Situation("plan.inspection", "opinion", plans.RECIPES["plan.inspection"].outcomes["closed"], ())
CHASE = Situation("plan.chase", "chase", pursuit_recipe.sent, ())
PLAN = Situation("legislation.plan", "plan_notice", planned, ())
ROUND = Situation("normative.round", "clean_up_result", normative.round_of, ())


def lines(situation: Situation, row: RecordModel) -> list[str]:
    row.record.refresh_from_db()
    return text_of(situation, row).splitlines()


def item(meeting: RecordModel, name: str, **more: object) -> None:
    facts = {"name": name, "kind": "study", "proposer": meeting.organ_id, "proposed_on": NEW, **more}
    link_fact(meeting, "leadership.agenda_item", NEW, **facts)


def fact(row: RecordModel, key: str, **facts: object) -> None:
    """A record of the same organ that is not linked with the row."""
    load(installed().registers[key], [BulkRow(row.organ_id, NEW, facts)], actor=SYSTEM, synthetic=True)


def test_the_notice_of_a_meeting_says_when_and_where_and_tells_the_agenda() -> None:
    row = stand(CALLED)
    item(row, "研究年度工作要点", placed_on=date(2025, 3, 4))
    item(row, "研究督察整改", placed_on=NEW)
    item(row, "尚未列入的议题")
    item(row, "撤回的议题", placed_on=NEW, withdrawn_item_on=date(2025, 3, 4), withdrawn_why="材料不齐")
    told = lines(CALLED, row)
    opening = "定于2025年3月5日上午9时召开政府常务会议（第1次），根据本地有关规定，现将有关事项通知如下："
    assert told[3:9] == [
        opening,
        "一、地点：机关会议室。",
        "二、议程：",
        "序号\t议题\t议题种类\t提请单位",
        "1\t研究督察整改\t专题研究\t示例县人民政府",
        "2\t研究年度工作要点\t专题研究\t示例县人民政府",
    ]


def test_the_template_page_says_what_a_table_tells_and_what_stands_for_it_where_there_is_none() -> None:
    paper = installed().registers["leadership.meeting"].paper("notice")
    said = "（逐件列表：序号、议题、议题种类、提请单位；没有的，本段写作“二、议程另行通知。”）"
    told = list(told_lines(paper))
    assert told[told.index("二、议程：") + 1] == said


def test_no_two_placeholders_of_a_register_have_one_name() -> None:
    for register in installed().registers.values():
        names = list(places_of(register).values()) if register.papers else []
        assert [name for name, times in Counter(names).items() if times > 1] == [], register.key


def test_a_notice_without_day_place_and_agenda_leaves_them_to_be_written_in() -> None:
    row = stand(CALLED)
    type(row)._default_manager.filter(pk=row.pk).update(meet_on=None, meet_time="", place="")
    told = lines(CALLED, every_row(installed().registers["leadership.meeting"]).get(pk=row.pk))
    assert told[3].startswith("定于　　年　　月　　日　　时召开")
    assert told[4:6] == ["一、地点：＿＿＿＿＿＿＿＿", "二、议程另行通知。"]


def test_minutes_tell_each_item_with_its_result_by_name_or_by_link() -> None:
    row = stand(MINUTES)
    heard = {"placed_on": NEW, "discussed_on": HELD, "result": "passed", "resolution": "原则同意"}
    item(row, "研究年度工作要点", **heard)
    named = {"name": "研究督察整改", "kind": "study", "proposer": row.organ_id, "proposed_on": NEW}
    fact(row, "leadership.agenda_item", **named, **heard, meeting_name=row.record.title)
    told = lines(MINUTES, row)
    at = told.index("会议审议了下列议题：")
    assert told[at + 1] == "序号\t议题\t提请单位\t审议结果\t议定内容"
    assert {line.split("\t")[1] for line in told[at + 2 : at + 4]} == {"研究年度工作要点", "研究督察整改"}
    assert "王五在机关会议室主持召开" in told[3]


def test_the_opinion_on_an_inspection_tells_its_findings() -> None:
    row = stand(INSPECTION)
    type(row)._default_manager.filter(pk=row.pk).update(problems=2)
    found = {"fed_back_on": HELD, "severity": "grave", "unit": row.organ_id, "basis": "inspection"}
    fact(row, "plan.finding", **found, name="未按期公开行政处罚信息", inspection=row.record.title)
    link_fact(row, "plan.finding", NEW, **found, name="案卷未归档", rectify_by_on=date(2025, 6, 30))
    told = lines(INSPECTION, row)
    at = told.index("督察问题清单：")
    assert told[at + 1] == "序号\t问题\t整改单位\t程度\t整改期限"
    assert told[at + 2] == "1\t未按期公开行政处罚信息\t示例县人民政府\t较重\t"
    assert told[at + 3] == "2\t案卷未归档\t示例县人民政府\t较重\t2025年6月30日"
    assert "没有发现需要整改的问题。" not in told


def test_a_chase_tells_the_tasks_it_is_about_and_no_list_that_it_has_not() -> None:
    row = stand(CHASE)
    task = {"name": "建立执法公示平台", "set_on": NEW, "due_on": HELD, "year_end_on": date(2025, 12, 31)}
    link_fact(row, "plan.task", NEW, **task, lead_unit=row.organ_id)
    told = lines(CHASE, row)
    at = told.index("未按期完成的任务：")
    assert told[at + 2] == "1\t建立执法公示平台\t示例县人民政府\t2025年3月5日"
    assert "未按期整改的问题：" not in told


def test_the_plan_of_legislation_tells_who_drafts_what_until_when() -> None:
    row = stand(PLAN)
    project = {"kind": "rule", "applied_on": NEW, "planned_on": HELD, "drafter": row.organ_id}
    fact(row, "legislation.project", **project, name="停车管理办法", year=2025, due_on=date(2025, 12, 31))
    fact(row, "legislation.project", **project, name="前一年的项目", year=2024)
    fact(
        row,
        "legislation.project",
        **project,
        name="调出的项目",
        year=2025,
        dropped_on=HELD,
        dropped_why="合并",
    )
    told = lines(PLAN, row)
    at = told.index("列入计划的项目：")
    assert told[at + 1 : at + 3] == [
        "序号\t项目名称\t项目种类\t起草单位\t计划完成日期",
        "1\t停车管理办法\t政府规章\t示例县人民政府\t2025年12月31日",
    ]
    assert told[at + 3].startswith("根据《规章制定程序条例》第十三条第一款，承担起草工作的单位")


def test_a_clean_up_is_published_with_what_it_says_of_each_document() -> None:
    row = stand(ROUND)
    for subject, verdict in (("示例办法", "keep"), ("示例细则", "abolish")):
        judged = {"subject": subject, "document_number": "示政发〔2019〕3号", "judged_on": HELD}
        fact(row, "normative.clean_up", **judged, round_name=row.record.title, listed_on=NEW, verdict=verdict)
    told = lines(ROUND, row)
    assert told[told.index("一、继续有效的文件：") + 2] == "1\t示例办法\t示政发〔2019〕3号\t"
    assert told[told.index("三、废止的文件：") + 2] == "1\t示例细则\t示政发〔2019〕3号\t"
    assert {"二、修改的文件：无。", "四、宣布失效的文件：无。"} <= set(told)
