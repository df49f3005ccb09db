"""The phrase that a figure counts, whose it is, and the period it is of."""

from __future__ import annotations

import re

from fazhi.reader.context import Place
from fazhi.reader.document import Section
from fazhi.reader.found import Found

LONGEST = 60
LONGEST_NOUN = 24

_OPENING = re.compile(
    r"^(?:[\s，、；:。)(~至-]|其中|含|包括|全年|今年|本年度?|当年|年内|报告期内|去年|一年来|"
    r"以来|目前|现有|共有|累计|总计|共计|合计|先后|同时|并|共"
    r"|已|现|分别|截至目前|截至|(?:19|20)\d\d年度?|\d{1,2}月(?:底|末|份)?|和|与|及|以及|将|其他的?)+"
)
_CLOSING = re.compile(
    r"(?:[\s:(“]|为|达到?|共计?|总计|合计|了|有|是|(?<![节签预契合])约|近|超过?|均|分别|累计|各|到|"
    r"至|占|由|从|原来的|数量|总数)++$"
)
_NOUN = re.compile(r"(?:的)?[一-鿿“”](?:(?![和与及])[一-鿿“”]|\([一-鿿、]{1,8}\)){1,18}")
_VERB_ONLY = re.compile(
    r"^(?:受理|审结|办结|结案|废止|失效|修改|修订|维持|驳回|撤销|变更|终止|调解|和解|"
    r"立案|查处|答复|采纳|整改|通过|完成|发现"
    r"|合格|优秀|纠错|化解|调处|审核|审查|清理|取消|下放|调整|宣布失效|继续有效|列入审核|败诉|胜诉|撤诉)+$"
)
_ACT = re.compile(
    r"^(?:[^，]{0,12}?)(?:受理|收到|办理|审结|接收|清理|审查|审核|办结|发生|排查|调解|列入审核|梳理)(?:各类)?"
)
_SUBJECT = re.compile(
    r"(?:全[省市州盟县区旗镇乡]|各?(?:市|县|区|州|旗|乡镇|镇|街道|村|社区)(?:直|"
    r"级)?(?:[一-鿿()、](?<![按照对在由被向组举编配与和的法])){0,8}?(?:政府|部门|单位|"
    r"机关|法院|检察院|中心|局|办)"
    r"|(?:市|县|区|州|盟|旗|省)(?:委|政府|法院|检察院|人大|政协|司法局|审计局|信访局|"
    r"市场监管局)|市级|县级|区级|乡镇|村（社区）|村\(社区\)"
    r"|行政机关负责人|领导干部|各?级?行政执法(?:单位|部门|机关|人员)|国家工作人员|"
    r"人民法院|法院|检察机关|公安机关)"
)
_SINCE = re.compile(r"(?P<year>20\d\d)年(?:度)?(?:\d{1,2}月)?(?:\d{1,2}日)?以来")
_AS_OF = re.compile(
    r"截至|截止|目前|现有|现存|共有|拥有|建有|现行有效|存量|总数达?|(?:年|月)底(?:,|，|前|共|已)|登记在册"
)
_SUM = re.compile(r"累计|历年|总计(?:受理|办理)")
_GROWTH = re.compile(
    r"(?:，|同比|环比|较[^，]{0,12}|比[^，]{0,12}){0,2}(?:增长|上升|下降|减少|增加|提高|提升|降低|增)+了?$"
)
_YEAR = re.compile(r"(?<![较比与])(?P<year>20\d\d)年(?!以来|度?立法)")
_HALF = re.compile(r"上半年|下半年|[一二三四]季度|1[-—至]\d{1,2}月")
_LAST = re.compile(r"(?:上年|去年|上一年度?|原来的?)[^，。；]{0,12}$")


def measure_of(shadow: str, place: Place, topic: str, before: str = "") -> tuple[str, bool]:
    """The words counted: before the figure in its clause, else after it; a bare verb takes the object before.

    ``topic`` is the last measure before in the same section that names its object, ``before`` the measure of
    the figure before in the same sentence.
    """
    found = place.found
    lead = shadow[max(place.lead, found.start - LONGEST) : found.start]
    # 7个县政府和46个部门：前一个数的名词不是后一个数的。
    lead = "" if lead[-1:] in set("和与及、") and place.lead > place.clause else lead
    lead = _CLOSING.sub("", _OPENING.sub("", lead))
    noun = _NOUN.match(shadow, found.end, found.end + LONGEST_NOUN)
    follows = noun[0].removeprefix("的") if noun else ""
    if not lead:
        return follows or _GROWTH.sub("", before) or topic, False
    if _VERB_ONLY.match(lead) and topic and not follows:
        return lead + object_of(topic), False
    if follows and found.unit in {
        "个",
        "名",
        "家",
        "项",
        "件",
        "条",
        "份",
        "处",
        "类",
        "场",
        "期",
        "位",
        "大类",
    }:
        return lead + follows, True
    return lead, found.kind != "rate" and "(" not in shadow[place.clause : found.start]


def object_of(topic: str) -> str:
    """What a measure counts without its act: 受理行政复议案件 → 行政复议案件."""
    rest = _ACT.sub("", topic)
    return rest if len(rest) >= 2 else topic


def subject_of(shadow: str, place: Place, default: str) -> str:
    """Whose figure it is: the organ named in its clause, else at the head of its sentence, else the place."""
    own = _last(_SUBJECT, shadow[place.lead : place.found.start])
    if own is not None:
        return own[0]
    opening = _SUBJECT.search(shadow, place.sentence, min(place.found.start, place.sentence + 24))
    return opening[0] if opening is not None else default


def period_of(shadow: str, place: Place, year: int | None) -> str:
    """2017, as of 2017, 2016-, cumulative to 2017, before 2017; empty where no year is known."""
    if year is None:
        return ""
    found = place.found
    sentence = shadow[max(place.sentence, found.start - 160) : found.start]
    own = shadow[place.lead : found.start]
    if _LAST.search(own):
        return f"before {year}"
    if _SUM.search(own) or _SUM.search(sentence):
        return f"cumulative to {year}"
    if since := _last(_SINCE, sentence):
        return f"{since['year']}-"
    if _AS_OF.search(own) or re.search("截至|截止", sentence):
        return f"as of {year}"
    if (named := _last(_YEAR, own)) and abs(int(named["year"]) - year) <= 12:
        return named["year"]
    if part := _last(_HALF, own):
        return f"{year} {part[0]}"
    return str(year)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    last = None
    for match in pattern.finditer(text):
        last = match
    return last


_TARGET = re.compile(
    r"(?:力争|确保|目标[是为]|到20\d\d年|计划(?:于|在|到|新|今年|明年)|拟(?:于|在|"
    r"开展)|将(?:达|于|在|力争))[^。；]{0,40}$"
)
_RULE = re.compile(r"(?:应当|必须|须|不得|原则上)[^。；，]{0,24}$")
_LIMIT = re.compile(r"(?:权限|限额|标准|规模|额度|总投资|门槛|上限|下限)[^。；，]{0,12}$")
_EACH = re.compile(r"每(?:年|月|季度|半年|周|两年|三年|个?[^，。；\d]{0,6})[^，。；]{0,8}$")
_KINDS = re.compile(r"(?:分为?|从|包括|划分为?|涵盖)[^，。；]{0,4}$")


def settle_nature(shadow: str, place: Place, section: Section | None) -> None:
    """Mark rules, thresholds, targets and structural counts as not reported."""
    found = place.found
    if found.nature:
        return
    before = shadow[max(place.sentence, found.start - 40) : found.start]
    if section is not None and section.kind == "furniture":
        _not_reported(found, "furniture")
    elif section is not None and section.kind == "next_year":
        _not_reported(found, "target")
    elif found.kind == "money" and (found.qualifier == "less_than" or found.range or _LIMIT.search(before)):
        if _LIMIT.search(before) or found.qualifier == "less_than":
            _not_reported(found, "threshold")
    elif _KINDS.search(before) and found.unit in {"类", "个", "个方面", "方面", "层次", "级"}:
        _not_reported(found, "structural")
    elif _EACH.search(before) or (_RULE.search(before) and found.kind != "rate"):
        _not_reported(found, "rule")
    elif _TARGET.search(before) and "已" not in before:
        _not_reported(found, "target")


def _not_reported(found: Found, nature: str) -> None:
    found.reported, found.nature = False, nature
