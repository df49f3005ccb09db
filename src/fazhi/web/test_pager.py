"""The pager says where one is without counting everything."""

from fazhi.web.pager import CAP, pager, total


def test_count_up_to_the_cap_is_exact() -> None:
    assert total(CAP) == "10,000 件"


def test_count_beyond_the_cap_is_not_claimed() -> None:
    assert total(CAP + 1) == "1万以上"


def test_exact_count_is_offered_only_where_counting_stopped() -> None:
    assert pager(50, CAP + 1, first=1, exact_url="?exact").exact_url == "?exact"
    assert pager(50, 80, first=1, exact_url="?exact").exact_url == ""


def test_place_in_the_list_is_said_where_it_is_known() -> None:
    assert pager(50, 80, first=51).text == "第 51—100 件"
    assert pager(30, None, previous="?before").text == "本页 30 件"


def test_single_page_needs_no_pager() -> None:
    assert not pager(3, 3, first=1).needed
    assert pager(3, 9, first=1, following="?after").needed
