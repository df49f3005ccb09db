"""A move's card says whether it is ready, what is lacking, and who may make it."""

from fazhi.web import notice, seal
from fazhi.web.move import Card, Lack, arranged

HEARING = Lack("重大、疑难、复杂案件应当听证")
OPINIONS = Lack("普通程序应当听取意见", met=True)


def card(key: str, *lacks: Lack, mine: bool = True) -> Card:
    return Card(key, key, "承办人", mine, f"/{key}" if mine else "", lacks)


def test_card_is_shut_until_every_demand_is_met() -> None:
    shut, ready = card("decide", HEARING, OPINIONS), card("decide", OPINIONS)
    assert (shut.ready, shut.seal, shut.state) == (False, seal.LACKING, "尚缺 1 项 · 由承办人办理")
    assert (ready.ready, ready.seal, ready.state) == (True, seal.MAY, "条件已具备 · 由承办人办理")


def test_shut_moves_come_first_and_moves_of_others_in_short() -> None:
    full, short = arranged([card("a"), card("b", mine=False), card("c", HEARING)])
    assert [one.key for one in full] == ["c", "a"]
    assert [one.key for one in short] == ["b"]


def test_no_move_is_hidden_however_many_there_are() -> None:
    full, short = arranged([card(str(n)) for n in range(9)], most=6)
    assert (len(full), len(short)) == (6, 3)


def test_refusal_counts_what_is_lacking_and_is_announced() -> None:
    told = notice.refused("不能作出决定", notice.Item("应当听证"), notice.Item("应当经负责人同意"))
    assert told.title == "不能作出决定，尚缺 2 项。填写的内容已保留，记录没有改变。"
    assert told.alert


def test_fault_of_form_is_not_red() -> None:
    assert notice.faults(notice.Item("请填写理由")).tone == "soon"


def test_result_is_not_an_alarm() -> None:
    assert not notice.done("已受理").alert
