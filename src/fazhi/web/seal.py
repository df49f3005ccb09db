"""The one-character seals (字印): each state of work or of a finding is a character, a shape and a word."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seal:
    """``char`` is printed, ``shape`` the class suffix of the stylesheet, ``word`` what is read aloud."""

    char: str
    shape: str
    word: str


LATE = Seal("逾", "late", "逾期")
BREACH = Seal("违", "breach", "违反规定")
SOON = Seal("临", "soon", "临近届满")
OPEN = Seal("办", "open", "在办")
DONE = Seal("毕", "done", "已完成")
PAUSED = Seal("停", "paused", "中止")
GUESS = Seal("暂", "guess", "暂定")
NONE = Seal("未", "none", "未开始")
GONE = Seal("撤", "gone", "已撤回")
WAIT = Seal("候", "wait", "未满最短时间")
MAY = Seal("可", "may", "可以办理")
LACKING = Seal("缺", "part", "尚有欠缺")
FIX = Seal("改", "fix", "需要修改")

HOLDS = Seal("合", "done", "成立")
TRUNCATION = Seal("截", "part", "截尾")
INCOMPLETE = Seal("缺", "part", "不全")
QUESTION = Seal("疑", "ask", "存疑")
CONTRADICTION = Seal("矛", "wrong", "矛盾")
MOVED = Seal("动", "fix", "有变动")
LAPSED = Seal("失", "fix", "已失效")

FINDINGS = {
    "holds": HOLDS,
    "truncation": TRUNCATION,
    "incomplete": INCOMPLETE,
    "question": QUESTION,
    "contradiction": CONTRADICTION,
}
"""Seals by the grade of the reader's auditor."""

TONES = frozenset({"late", "breach", "soon", "wait"})


def tone(seal: Seal) -> str:
    """The row or text tone that goes with a seal: ``late``, ``breach``, ``soon``, ``wait``, or none."""
    return seal.shape if seal.shape in TONES else ""
