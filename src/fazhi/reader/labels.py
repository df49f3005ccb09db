"""Numerals that count nothing: list numbers, names, roles, idioms, codes, telephone numbers."""

from __future__ import annotations

import json
import re
from importlib import resources

from fazhi.reader.found import Found, label
from fazhi.reader.numerals import number_of

_DATA = json.loads(resources.files("fazhi.reader").joinpath("labels.json").read_text("utf-8"))
# 公文里以数词开头的固定名称和成语，不带引号时也认得；plain 里的（一律、百姓）是普通词，不作标签，只是跳过。
_NAMES: list[str] = _DATA["names"]
_PLAIN: frozenset[str] = frozenset(_DATA["plain"])
_BY_FIRST: dict[str, re.Pattern[str]] = {}
for _first in {name[0] for name in _NAMES}:
    _same = sorted((name for name in _NAMES if name[0] == _first), key=len, reverse=True)
    _BY_FIRST[_first] = re.compile("|".join(map(re.escape, _same)))
_N = "[一二两三四五六七八九十]"
_SHAPES = re.compile(
    rf"{_N}{{1,3}}(?:位一体|个(?:维护|确立|自信|意识|全面|一律|务必|坚持|必须|严禁|"
    rf"不准|不得|一批|一(?=[^个名次件])|到位|统一|结合|转变|提升"
    r"|着力|禁止|百分百|区分开|环节联动|毫不|敢于|强化|服务(?=[，。、；]|$)|覆盖)|统[一筹]|同步|联动|不两直|"
    r"合一|进(?=[活工基、（(])|免|责联动"
    r"|年(?!来|以来|内)[一-鿿]{0,6}?(?:行动|攻坚|规划|计划|方案)|年代|期(?:工程|项目|"
    r"建设|开发|改造)|条(?:红线|底线|禁令|龙)"
    r"|大(?:攻坚战|班子|检察|战略|发展理念|行动|工程|员|革命)|张网|本台账|本账|五普法|"
    r"五规划|五时期|五期间|五普|五(?=[”’\"]))"
)
_FIVE = re.compile(rf"{_N}{{1,2}}五(?=普法|规划|时期|期间|以来|”|’|\"|末|纲要|普)")
_ROLE = re.compile(
    r"第 ?[一二三四五](?:责任人|书记|时间|议题|方(?!面|案)|"
    r"人(?![次名])(?=[，。、；）)的参陈意权等称])|产业|课堂|线|要务|资源|动力|生产力"
    r"|身份|战场|梯队|道防线|粒|职责|人民|中学|小学|医院|[师团](?![队体])|巡回|关口|"
    r"方阵|名片|现场|手资料|监督|观感)"
)
_GRADE = re.compile(
    r"[一二]类(?=事业|区|水|建设|企业|案)|"
    r"[一二三四五六七八九十]{1,2}级(?:[一-鿿]{0,2}(?:调解员|主任|科员|巡视员|调研员|"
    r"警[长员督监司]|法官|检察官|律师|公证员|建造师|高级|英模)"
    r"|甲等|乙等|等保|医院|响应|文物|达标|保护|预警|联动|资质|建造)"
)
_CONGRESS = re.compile(
    r"(?P<n>十[一二三四五六七八九]|二十[一二三]?|"
    r"十)(?P<what>大(?=[以以来精报代会召开和、，。的后提强党闭胜作部]|$)|届)"
)
_PLENUM = re.compile(rf"(?P<n>{_N})中(?=全会|、|和|、|及|以来|，)")
_LIST_WORD = re.compile(
    r"(?P<n>[一二三四五六七八九十]{1,3})(?P<mark>[、.](?![一二三四五六七八九十])|"
    r"是(?![否非])|要(?![求素点])|、)"
)
_LIST_NTH = re.compile(r"第(?P<n>[一二三四五六七八九十]{1,2})[，、]")
_LIST_CIRCLE = re.compile(r"[(](?P<n>[一二三四五六七八九十]{1,3}|\d{1,2})[)]")
_LIST_DIGIT = re.compile(r"(?P<n>\d{1,2})(?:[.](?!\d)|、(?!\d)|[)])")
_ZERO = re.compile(
    r"零(?:容忍|距离|投诉|跑动|跑腿|延误|事故|发生|差错|障碍|门槛|收费|成本|报告|上访|"
    r"差评|接触|见面|材料|证明|拖欠|缺陷|违规"
    r"|增长|风险|复议|败诉|诉讼|星|售|散|碎|部件|工|突破|感染|发案|炸药)"
)
_OPENS = frozenset("\n\t。；;：:！？!?”)’ ")
_HOTLINE = re.compile(r"(?:12[0-9]{3}|9[56]\d{3,4}|11[0249]|12[0245])(?![\d.,，%万亿余多])")
_HOTLINE_TAIL = re.compile(
    r"[”’\"]?(?:热线|平台|政务|便民|服务|投诉|举报|公共|法律|法[律援]|检察|监督|警|"
    r"指挥|联动|接处|报警|社会|市民|市长|电话|、|[“”+])"
)
_CODE = re.compile(
    r"(?:0\d{2,3}-\d{7,8}|400-?\d{3}-?\d{4}|1[3-9]\d{9}(?!\d)|\d{9,}(?![\d.,万亿元件人个名项条份]))"
    r"|\d{2,}[-/]\d{2,}[-/]\d[\d/-]*(?![\d年月日%])|\d{5,}-\d+(?![\d年月日%])|"
    r"\d+(?:\.\d+)?版(?![块面权])|\d{1,6}号"
    r"|\d{1,3}(?::\d{1,3}){2,}|\d{1,2}世纪|\d0年代"
    r"|\d+ ?[×x*] ?\d+(?: ?小时)?|\d+(?:\+(?:\d+|[A-Za-z]))+|\d+\.\d+\.\d+(?:\.\d+)*"
    r"|\d+@[A-Za-z0-9.-]+"
)
_LATIN = re.compile(r"[0-9.+×/_-]{0,40}[A-Za-z][A-Za-z0-9.+×/_-]{0,60}")
_LATIN_UNITS = frozenset(
    ("km", "kg", "m", "cm", "mm", "kw", "kwh", "g", "t", "l", "ml", "mw", "gb", "kv", "ha", "m2", "m3")
)
_CODE_BEFORE = re.compile(
    r"(?:(?<![关备])注|编号|索引号|代码|证号|信用代码|邮编|邮政编码|ICP备|公网安备|电话|传真|标识码|"
    r"字第|附件|附表|附图|No\.?|NO\.?|№|[图表]|序号|专栏)[:： ]{0,2}$"
)
_DOCUMENT = re.compile(
    r"(?:19|20)\d\d[〕\])】〉] {0,2}(?:第 ?)?\d+ ?号|(?:19|20)\d\d[)][一-鿿]{1,3}\d{0,4}[一-鿿]{1,4}\d+号"
)
_NOT_NAME = frozenset("《》“”、，。；：（()的按照据和及与以在由于了关\n\t ：:")
_ROUND_CLOCK = re.compile(
    r"8小时(?=以?外)|24小时(?=自助|不打烊|在线|服务|热线|值班|全天|开放|法[律治]|政务|政府|警)"
)


def _opens(shadow: str, start: int) -> bool:
    """Whether a list number may stand here: at the start of a line, sentence or clause."""
    return start == 0 or shadow[start - 1] in _OPENS


def _numeral(words: str) -> int | None:
    value = number_of(words)
    return int(value) if value is not None else None


def list_number_at(shadow: str, start: int) -> Found | None:
    """一、 (一) 1. (1) 一是, with its punctuation."""
    before = shadow[start - 1 : start]
    if before == "(" and (match := _LIST_CIRCLE.match(shadow, start - 1)):
        if shadow[start - 2 : start - 1] == "第":
            return label(match.start() - 1, match.end(), "code", _numeral(match["n"]))
        return label(match.start(), match.end(), "list_number", _numeral(match["n"]))
    digit = shadow[start] in "0123456789"
    if not digit and (match := _LIST_WORD.match(shadow, start)):
        run_in = match["mark"] in {"是", "要"}
        if _opens(shadow, start) or (run_in and before in {"，", ",", "、"}):
            return label(start, match.end(), "list_number", _numeral(match["n"]))
    if shadow[start] == "第" and (match := _LIST_NTH.match(shadow, start)) and _opens(shadow, start):
        return label(start, match.end(), "list_number", _numeral(match["n"]))
    if not digit or before in {"\t", " ", ")"} or not _opens(shadow, start):
        return None
    if match := _LIST_DIGIT.match(shadow, start):
        return label(start, match.end(), "list_number", int(match["n"]))
    return None


_LEVELS = re.compile(r"(?:[省市县区州乡镇街村组旗级盟][、和/]?){2,6}(?:\(街道\)|\(社区\)|\(区\)|、)?$")


def counts_levels(shadow: str, start: int) -> bool:
    """Whether the levels counted are listed before: 市、县、乡三级, 区乡两级."""
    return shadow[start + 1 : start + 2] == "级" and bool(
        shadow[start] == "两" or _LEVELS.search(shadow, max(0, start - 14), start)
    )


def name_at(shadow: str, start: int) -> Found | None:
    """A name, role or idiom that begins with a Chinese numeral; label ``word`` for a plain word."""
    if match := _ROLE.match(shadow, start):
        return label(start, match.end(), "role", _numeral(match[0][1:2]))
    if match := _ZERO.match(shadow, start):
        return label(start, match.end(), "idiom", 0)
    names = _BY_FIRST.get(shadow[start])
    match = names.match(shadow, start) if names else None
    if match is None and counts_levels(shadow, start):
        return None
    match = match or _GRADE.match(shadow, start) or _FIVE.match(shadow, start) or _SHAPES.match(shadow, start)
    if match is None:
        return _congress(shadow, start)
    return label(start, match.end(), "word" if match[0] in _PLAIN else "name", _numeral(match[0][0]))


def _congress(shadow: str, start: int) -> Found | None:
    """十九大 is a name; 十八届 and 三中 (全会) are ordinals."""
    if match := _CONGRESS.match(shadow, start):
        number = _numeral(match["n"])
        if match["what"] == "大":
            return label(start, match.end(), "name", number)
        return Found(start, match.end(), "ordinal", number, "届")
    match = _PLENUM.match(shadow, start)
    if match and "全会" in shadow[match.end() : match.end() + 14]:
        return Found(start, match.end(), "ordinal", _numeral(match["n"]))
    return None


def code_at(shadow: str, start: int, floor: int) -> Found | None:
    """A code with the digit at ``start`` in it: 国办发〔2016〕54号, G4218, 12345热线, 7×24小时.

    ``floor`` is the end of the mention before; a code never reaches back past it.
    """
    before = shadow[start - 1 : start]
    if match := _ROUND_CLOCK.match(shadow, start):
        return label(start, match.end(), "name")
    if before not in _SUSPECT and _PLAIN_NUMBER.match(shadow, start):
        return None
    if before in {"〔", "[", "(", "【"} and (match := _DOCUMENT.match(shadow, start)):
        return label(_name_before(shadow, start - 1, floor), match.end(), "code")
    if before.isascii() and (before.isalpha() or before in {"_", "&", "="}):
        return _latin(shadow, start, floor)
    if match := _LATIN.match(shadow, start):
        word = match[0].lstrip("0123456789.")
        if word != "k" and (word.lower() not in _LATIN_UNITS or (len(word) == 1 and word.isupper())):
            return label(start, match.end(), "code")
    if match := _CODE.match(shadow, start):
        return label(start, match.end(), "code")
    if _CODE_BEFORE.search(shadow, max(floor, start - 8), start) and (match := _DIGITS.match(shadow, start)):
        return label(start, match.end(), "code")
    return _hotline(shadow, start)


# 多数数字是这样的：前面是汉字，后面不接字母、横线、加号；不必逐一去试各种编号。
_PLAIN_NUMBER = re.compile(
    r"(?!(?:11[0249]|12[0245])(?!\d)|\d0年代)\d{1,4}(?:\.\d+)?(?![\dA-Za-z×*+@/\-号版世: ]|\.\d)"
)
_SUSPECT = frozenset("〔[(【_&=:-/.+号码编电附图表№真引备栏案第件字线注 ") | frozenset(
    map(chr, range(48, 123))
)
_DIGITS = re.compile(r"[\d-]+(?![\d.]|[件个人名项条份次户家])")
_TELEPHONE = re.compile(r"(?:热线|拨打|电话|平台|“|、)$")
_COUNTED = re.compile(r" ?[个件人名条次户家起宗份元项场期篇]")


def _hotline(shadow: str, start: int) -> Found | None:
    match = _HOTLINE.match(shadow, start)
    if match is None or _COUNTED.match(shadow, match.end()):
        return None
    named = _HOTLINE_TAIL.match(shadow, match.end()) or _TELEPHONE.search(shadow, max(0, start - 2), start)
    if named or (len(match[0]) == 5 and match[0].startswith("123")):
        return label(start, match.end(), "code", int(match[0]))
    return None


def _latin(shadow: str, start: int, floor: int) -> Found:
    begin = start
    while (
        begin > floor
        and start - begin < 24
        and shadow[begin - 1].isascii()
        and not shadow[begin - 1].isspace()
    ):
        begin -= 1
    match = _LATIN.match(shadow, begin)
    end = match.end() if match and match.end() > start else start + 1
    while end < len(shadow) and shadow[end] in "0123456789":
        end += 1
    return label(begin, end, "code")


def _name_before(shadow: str, start: int, floor: int) -> int:
    begin = start
    while begin > floor and start - begin < 8 and shadow[begin - 1] not in _NOT_NAME:
        begin -= 1
    return begin
