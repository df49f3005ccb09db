"""The words of a procedure's stages.

What was taken in, what came out of it, and whether more can come out than in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from fazhi.reader.audit.passage import Figure

_CLAUSE_END = re.compile(r"[，,；;。：:]")
_REFUSED = re.compile(r"不予|不受理|未|其他|其它|其余|取消|回收|收回")
_LAST_CLAUSE = re.compile(r"[，,；;：:、。）)(（]")


@dataclass(frozen=True, slots=True)
class Stage:
    """``outcome`` is a part of ``intake``.

    Where ``certain``, nothing carried over from before can make it greater.
    """

    outcome: re.Pattern[str]
    intake: re.Pattern[str]
    certain: bool


def _stage(outcome: str, intake: str, *, certain: bool) -> Stage:
    return Stage(re.compile(outcome), re.compile(intake), certain)


# 办结可以多于当年受理（上年结转），采纳不能多于提出。
STAGES = (
    _stage(r"采纳", r"提出|征集|收到", certain=True),
    _stage(r"列入|纳入", r"梳理|清理", certain=True),
    _stage(
        r"评出|评选出|评定|优秀|良好|合格|及格|通过$|(?:考试|评审|验收|审核)通过",
        r"评查|抽查|抽评|参加|参考|考试|评审|考核",
        certain=True,
    ),
    _stage(r"纠错|纠正", r"审核|审查|审理|审结|办结", certain=True),
    _stage(r"废止|失效|拟?修改(?!意见|建议)|拟?修订|继续有效|继续执行|保留", r"清理|梳理", certain=True),
    _stage(r"成功|达成协议", r"调解|调处", certain=True),
    _stage(r"实际出庭|实出庭|实到|实际参|实参|实收|实有", r"应出庭|应到|应收|应有|应参", certain=True),
    _stage(r"(?:按时|按期|及时)(?:办结|答复|报备|完成)", r"办结|应办|应答复|应报备", certain=True),
    _stage(r"交叉抽查|交叉评查|抽查|抽取|抽评|抽检|复查", r"自查|自评", certain=False),
    _stage(r"纠错|纠正", r"受理|监督", certain=False),
    _stage(r"废止|失效|拟?修改(?!意见|建议)|拟?修订", r"审查", certain=False),
    _stage(r"实际|出庭", r"应出庭|应当|开庭|应诉|行政诉讼|审理", certain=False),
    _stage(
        r"审结|办结|结案|完结|已结",
        r"受理|收到|接收|接到|收案|新收|打捞|立案|发生|交办|登记|承办|接办|转办|收集",
        certain=False,
    ),
    _stage(r"化解|调解|解决|成功", r"排查|受理|发现|收集|登记|调处|接待|接访", certain=False),
    _stage(r"整改|销号|督促", r"发现|收集|排查|问题|隐患|线索|反馈", certain=False),
    _stage(r"答复|回复|办复", r"收到|受理|办理|接收|承办|申请|留言|来信|来电|咨询", certain=False),
    _stage(r"受理|立案", r"收到|接收|申请|接到|检查|线索", certain=False),
    _stage(
        r"维持|撤销|驳回|确认违法|变更|终止|败诉|胜诉|调解|和解|撤诉|撤回",
        r"审结|受理|审理|判决|发生|收到|办结|应诉|诉讼",
        certain=False,
    ),
    _stage(r"移送|查处|处罚|问责", r"检查|发现|线索|受理|立案|查办", certain=False),
    _stage(r"完成", r"计划|任务|下达|安排|目标|列入|实施", certain=False),
    _stage(r"采纳|纠正", r"意见|建议", certain=False),
    _stage(r"上云|上线|接入|迁移", r"梳理|编目|目录|现有|共有|自建", certain=False),
    _stage(r"公布|公开|发布|入驻|进驻|网办|可办", r"梳理|编制|共有|现有|事项", certain=False),
)
# 一个单位、村、部门至多设一个机构：设立的数目不超过单位的数目。
BEARER = re.compile(
    r"(?:单位|部门|村|社区|乡镇|街道|县区|学校|企业|园区)$|(?:单位|部门|村|社区|乡镇|街道|学校)"
)
SETTING_UP = re.compile(r"^[^，,。；;]{0,4}(?:设立|建立|成立|配备|建成|设置)")
STAGE_WORD = re.compile(
    r"受理|审结|办结|结案|完成|整改|化解|成功|答复|回复|采纳|列入|"
    r"出庭|移送|查处|(?<!行政)处罚|立案|培训|发放|(?<!行政)检查|开展|召开|印发|制定|"
    r"提出|发现|率|占|较|比|同比|增长|下降|涉及|参与|累计|挽回|追回"
)


def last_clause(lead: str) -> str:
    """The words of ``lead`` behind its last mark: 「，法院审结」 → 法院审结."""
    return _LAST_CLAUSE.split(lead)[-1].strip()


def surroundings(figure: Figure) -> str:
    """The words that say what a figure counts: those of its clause before it and behind it."""
    return f"{_CLAUSE_END.split(figure.lead)[-1][-40:]}{own_tail(figure)}"


def own_tail(figure: Figure) -> str:
    """The words behind a figure up to the next mark: 34047宗案卷进行了自查， → 案卷进行了自查."""
    return _CLAUSE_END.split(figure.tail[:40], maxsplit=1)[0]


def stage_between(whole: Figure, part: Figure) -> Stage | None:
    """The stage that makes ``part`` a part of ``whole``, read from the words before each."""
    words = last_clause(part.lead)[-14:] or part.tail[:6]
    own, taken_in = last_clause(whole.lead)[-14:], surroundings(whole)
    if _REFUSED.search(own):
        return None
    for stage in STAGES:
        found = stage.outcome.search(words)
        if found and stage.intake.search(taken_in) and not stage.outcome.search(own):
            return stage
    return None


def outcome_of(figure: Figure) -> str | None:
    """The outcome word before a figure (审结, 采纳), or None."""
    words = last_clause(figure.lead)[-14:]
    for stage in STAGES:
        found = stage.outcome.search(words)
        if found:
            return found[0]
    return None
