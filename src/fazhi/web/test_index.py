"""The index shows all 23 lines of work and opens only those that exist."""

from fazhi.web.index import GROUPS, group_of, index


def test_index_holds_23_lines_of_work_in_six_groups() -> None:
    keys = [key for _, entries in GROUPS for key, _ in entries]
    assert (len(GROUPS), len(keys), len(set(keys))) == (6, 23, 23)


def test_only_lines_of_work_that_exist_can_be_opened() -> None:
    entries = [entry for group in index({"reconsideration": "/r"}, {}) for entry in group.entries]
    assert [entry.key for entry in entries if entry.url] == ["reconsideration"]


def test_overdue_records_stand_beside_their_line_of_work() -> None:
    groups = index({"litigation": "/l"}, {"litigation": 3}, "litigation")
    entry = next(entry for group in groups for entry in group.entries if entry.key == "litigation")
    assert (entry.late, entry.current) == (3, True)


def test_line_of_work_of_an_office_its_own_stands_after_the_others() -> None:
    last = index({"weather": "/w"}, {}, "", {"weather": "气象"})[-1]
    assert (last.label, [entry.label for entry in last.entries]) == ("其他", ["气象"])


def test_group_of_a_line_of_work_is_found() -> None:
    assert group_of("reconsideration") == "化解"
    assert group_of("weather") == "其他"
