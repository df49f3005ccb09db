"""Ordinals and ranks: 第六次, 首批, 二季度, 排名第一."""

from __future__ import annotations

import re

from fazhi.reader.found import Found
from fazhi.reader.numerals import number_of
from fazhi.reader.quantity import CHINESE

_CLASSIFIERS = (
    "季度 阶段 批次 巡视组 督察组 检查组 轮次 工作组 次 届 批 个 期 名 部 条 款 项 章 节 轮 场 年 位 类 页 "
    "号 号令 部分 步 关 组 卷 册 集 版 层 级 站 周 天 日 月 篇 例 家 起 件 所 支 座 张 台 份 案 道 段 讲 课 "
    "堂 任 代 梯队 城 县 市 省 区 人次 户"
)
_UNIT = "|".join(sorted(_CLASSIFIERS.split(), key=len, reverse=True))
_ORDINAL = re.compile(
    rf"第 ?(?P<number>\d+|[{CHINESE}]{{1,8}}) ?(?P<unit>(?:{_UNIT})(?!责任|书记|"
    rf"面))?(?P<more>(?<=条)之[一二三四五六七八九十])?"
)
_FIRST = re.compile(r"首(?P<unit>批次|[个部次批家例届张本所条期单座支场名起件项份])(?![要席先善付创])")
_QUARTER = re.compile(r"(?P<number>[1-4一二三四]) ?季度")
_RANKED = re.compile(
    r"(?:排名?|位[居列次]?|名列|居|列|名次|获|得|并列|跃居|保持|稳居|夺得|荣获|跻身|"
    r"升至|全[省市国区县州盟旗自治]+|西部|同类\w{0,6}|考核|测评|评议|评估|总分)"
    r"[^，。；\d]{0,8}$"
)
_CLOSES = frozenset("，。；、）)”’!！ \n\t,;的，和并且")


def ordinal_at(shadow: str, start: int) -> Found | None:
    """第N… or 首… that begins at ``start``: an ordinal with its classifier, or a rank."""
    if shadow[start] == "首":
        match = _FIRST.match(shadow, start)
        if match is None or shadow[start - 1 : start] in set("榜岁匪祸罪魁元部"):
            return None
        return Found(start, match.end(), "ordinal", 1, match["unit"])
    match = _ORDINAL.match(shadow, start)
    value = number_of(match["number"]) if match else None
    if match is None or value is None:
        return None
    unit = match["unit"]
    end = match.end()
    after = shadow[end : end + 1]
    closed = unit in {"位", "名"} or (unit is None and (not after or after in _CLOSES))
    if closed and _RANKED.search(shadow, max(0, start - 16), start):
        return Found(start, end, "rank", int(value), unit or "名")
    return Found(start, end, "ordinal", int(value), unit)


def quarter_at(shadow: str, start: int) -> Found | None:
    """二季度: an ordinal, unlike 两个季度."""
    match = _QUARTER.match(shadow, start)
    if match is None:
        return None
    value = number_of(match["number"])
    return Found(start, match.end(), "ordinal", int(value or 0), "季度")
