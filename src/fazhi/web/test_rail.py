"""The rail puts every step in its place and follows the usual way onward."""

from fazhi.web.rail import Act, Step, rail, usual_way

ORDER = ("received", "asked", "open", "suspended", "closed", "served", "refused")
EDGES = (
    ("received", "open"),
    ("received", "asked"),
    ("received", "refused"),
    ("asked", "open"),
    ("open", "closed"),
    ("open", "suspended"),
    ("suspended", "open"),
    ("closed", "served"),
)


def places(*steps: Step) -> list[str]:
    return [step.place for step in steps]


def test_only_the_step_after_the_present_one_is_next() -> None:
    steps = rail([Step("a", "收到")], Step("b", "审理"), [Step("c", "决定"), Step("d", "送达")])
    assert places(*steps) == ["done", "now", "next", "far"]


def test_ended_procedure_has_no_present_step() -> None:
    assert places(*rail([Step("a", "收到"), Step("b", "归档")], None, [])) == ["done", "done"]


def test_place_is_read_aloud() -> None:
    assert rail([Step("a", "收到")], None, [])[0].aloud == "已完成"


def test_act_without_a_day_is_not_done() -> None:
    assert Act("听证").done is False
    assert Act("听取意见", "02-06").done is True


def test_usual_way_takes_the_first_declared_move_onward() -> None:
    assert usual_way("received", EDGES, ORDER) == ("open", "closed", "served")


def test_usual_way_never_turns_back() -> None:
    assert usual_way("suspended", EDGES, ORDER) == ()
    assert usual_way("refused", EDGES, ORDER) == ()


def test_a_detour_that_leads_back_is_not_the_usual_way() -> None:
    edges = [("open", "suspended"), ("suspended", "open"), ("open", "open"), ("open", "closed")]
    assert usual_way("open", edges, ["open", "suspended", "closed"]) == ("closed",)


def test_the_way_leads_to_where_most_can_be_done() -> None:
    edges = [("received", "refused"), ("received", "open"), ("open", "open"), ("open", "closed")]
    assert usual_way("received", edges, ["received", "refused", "open", "closed"]) == ("open", "closed")


def test_a_draft_that_may_be_returned_from_every_later_step_goes_on_and_is_not_dropped() -> None:
    edges = [
        ("checked", "reviewed"),
        ("checked", "drafted"),
        ("checked", "dropped"),
        ("drafted", "checked"),
        ("reviewed", "decided"),
        ("reviewed", "drafted"),
        ("dropped", "filed"),
        ("decided", "filed"),
    ]
    order = ["drafted", "checked", "reviewed", "decided", "dropped", "filed"]
    assert usual_way("checked", edges, order) == ("reviewed", "decided", "filed")
    assert usual_way("drafted", edges, order)[0] == "checked"


def test_a_step_that_is_returned_from_or_ends_as_others_do_is_a_detour() -> None:
    edges = [
        ("open", "returned"),
        ("open", "issued"),
        ("returned", "open"),
        ("returned", "filed"),
        ("issued", "filed"),
    ]
    assert usual_way("open", edges, ["open", "returned", "issued", "filed"]) == ("issued", "filed")
