"""Whether a Chinese numeral counts: 两次, 三个, 八大服务平台 do; 统一, 一批, 三农, 两三 do not."""

from __future__ import annotations

import re

from fazhi.reader.found import Found
from fazhi.reader.labels import counts_levels
from fazhi.reader.quantity import CHINESE, quantity_at

RUN = re.compile(f"[{CHINESE}](?: ?[{CHINESE}])*")
# “一”多半不是计数：只有这些话后面的“一个”“一项”才是。
_ONE_COUNTED = re.compile(
    r"(?:建成|新建|设立|成立|新增|增设|增加|配备|打造|创建|建立|组建|至少|最少|不少于|"
    r"最多|至多|仅|只有|共有?|合计|各|选取|选派|确定|聘请|聘用|落实|明确|培育|培养"
    r"|制定|出台|颁布|发布|审结|受理|办结|办理|查处|立案|移送|组织|召开|举办|开展|"
    r"进行|集中|评选|评出|获|获得|荣获|入选|表彰|处罚|撤销|纠正|败诉|每[^，。；]{1,6})"
    r"[“(]?$"
)
_ONE_BARRED_BEFORE = frozenset(
    "统唯这那某每同另任哪上下前后再又进专单如归第历首合万不逐初末头新整是为作成的有近跑快早高低多划之"
)
_ONE_UNITS = frozenset("名次家所处座部人场期件起宗例位份条项个支辆套篇轮户张本栋间季度年月天周小时")
_ONE_VAGUE = frozenset("批类种级系些样度国省市县区镇乡村届层门课堂步台支套本")
_BIG = re.compile(
    r"大(?P<noun>[一-鿿]{2,6}?)(?=[^一-鿿]|$|[的、和等是为进，。以中在上下被了有落]|建设|改革|推进|全面)"
)
_TAILS = frozenset("性化")
_SESSION = re.compile("会议|全[体会]")
_TERM = re.compile("[一二三四五六七八九]次|人大|政协|全国|[省市县区]?委")
_HELD_BY = re.compile("届[^，。；]{0,10}$")
_NUMBER_ENDS = frozenset(" \t\n，。；、：:（）()“”,;！？!?")


def worded_quantity(shadow: str, start: int, run_end: int) -> Found | None:
    """The quantity of the Chinese numeral ``shadow[start:run_end]``, or None where nothing is counted."""
    if shadow[start] == "半":
        return Found(start, start + 2, "rate", 5, "%")
    big = _big(shadow, start, run_end)
    if big is not None:
        return big
    found = quantity_at(shadow, start)
    if found is None or shadow[start - 1 : start] in {"数", "几"} or shadow[start - 2 : start] == "星期":
        return None
    return _counted(shadow, start, run_end, found)


def _counted(shadow: str, start: int, run_end: int, found: Found) -> Found | None:
    if found.kind == "rate" and found.unit in {None, "%"} and found.end > run_end:
        return found
    run = shadow[start:run_end]
    if (
        found.unit == "次"
        and _SESSION.match(shadow, found.end)
        and _HELD_BY.search(shadow, max(0, start - 12), start)
    ):
        found.kind = "ordinal"
        return found
    if found.unit == "届" and _TERM.match(shadow, found.end):
        found.kind = "ordinal"
        return found
    if found.unit is None:
        return found if _plain_number(shadow, found) else None
    if run == "一":
        return found if _one_counts(shadow, start, found) else None
    if found.unit == "级":
        return _structural(found) if counts_levels(shadow, start) else None
    return None if run in {"百", "千", "万", "亿"} and found.qualifier == "exact" else found


def _plain_number(shadow: str, found: Found) -> bool:
    """Whether a numeral without a unit stands for a number: 一百五十二, or alone between stops."""
    run = shadow[found.start : found.end].strip()
    before, after = shadow[found.start - 1 : found.start], shadow[found.end : found.end + 1]
    if run in {"百", "千", "万", "亿", "兆", "零", "〇"}:
        return found.qualifier == "more_than"
    if (not before or before in _NUMBER_ENDS) and (not after or after in _NUMBER_ENDS):
        return True
    if before == "是" and (not after or after in "，。；而这"):
        return True
    if len(run) < 2 or run[0] in "百千万亿十" or after == "强":
        return False
    return run[-1] in "百千万亿" or (len(run) >= 3 and any(place in run for place in "百千万亿佰仟"))


def _one_counts(shadow: str, start: int, found: Found) -> bool:
    after = shadow[found.end : found.end + 1]
    before = shadow[start - 1 : start]
    if not before and not after:
        return True
    if after in _TAILS or found.unit in _ONE_VAGUE or before in _ONE_BARRED_BEFORE:
        return found.qualifier != "exact" and found.unit not in {"批", "类", "种", "些"}
    if found.qualifier != "exact" or found.kind in {"money", "rate"}:
        return True
    if found.unit in {"次", "名"} and before not in {"", "\n"}:
        return True
    return found.unit in _ONE_UNITS and bool(_ONE_COUNTED.search(shadow, max(0, start - 10), start))


def _structural(found: Found) -> Found:
    found.reported, found.nature = False, "structural"
    return found


def _big(shadow: str, start: int, run_end: int) -> Found | None:
    """五大程序: a structural count whose unit is the noun (大 is no unit)."""
    if shadow[run_end : run_end + 1] != "大" or run_end - start > 2:
        return None
    match = _BIG.match(shadow, run_end)
    if match is None or match["noun"][0] in "会力型小量多":
        return None
    found = quantity_at(shadow, start)
    if found is None or found.value is None:
        return None
    noun = match["noun"]
    return Found(start, match.end(), "count", found.value, noun[-2:], reported=False, nature="structural")
