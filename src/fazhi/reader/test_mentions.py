"""Sentences in many styles, each with the figures it states and the numerals that state none."""

from fractions import Fraction

import pytest

from fazhi.reader.found import Found
from fazhi.reader.mentions import find_mentions
from fazhi.reader.shadow import shadow_of
from fazhi.reader.spans import Spans

FIGURES = {"count", "rate", "money", "duration", "rank"}


def scan(text: str) -> list[Found]:
    shadow = shadow_of(text)
    return list(find_mentions(shadow, 2023, Spans(shadow)))


def told(text: str) -> list[str]:
    """Each figure as ``value unit``, with ~ and the qualifier where it is not exact, its kind if no count."""
    lines = []
    for found in scan(text):
        if found.kind not in FIGURES or found.value is None:
            continue
        value = found.value if isinstance(found.value, int) else float(found.value)
        blur = "" if found.qualifier == "exact" else f"~{found.qualifier}"
        kind = "" if found.kind == "count" else f"/{found.kind}"
        lines.append(f"{value}{found.unit or ''}{blur}{kind}")
    return lines


STATED = {
    "服务群众2.3万余人次，同比增长12.5%，查处案件3起4人。": [
        "23000人次~more_than",
        "12.5%/rate",
        "3起",
        "4人",
    ],
    "上半年受理信访事项1,234件次，第3季度15件。": ["1234件次", "15件"],
    "满意率提高0.5个百分点，达到百分之九十八点五。": ["0.5百分点/rate", "98.5%/rate"],
    "三分之一的村完成，两成以上的乡镇领先。": ["0.3333333333333333/rate", "20%~more_than/rate"],
    "专题会议三次，议题二十余个，合同一百三十五份。": ["3次", "20个~more_than", "135份"],
    "涉案金额1.2亿余元，挽回损失300多万元。": ["120000000元~more_than/money", "3000000元~more_than/money"],
    "人均2.5件，由20个工作日压缩至3.5个工作日。": ["2.5件/rate", "20工作日/duration", "3.5工作日/duration"],
    "考核全省第一，排名第3位。": ["1名/rank", "3位/rank"],
    "受理量是上年的2.3倍，纠错率15%左右。": ["2.3倍/rate", "15%~approx/rate"],
    "权责事项6大类3205项，21个乡镇（街道）112项。": ["6大类", "3205项", "21个", "112项"],
    "时限不超过10个工作日，不少于40学时。": ["10工作日~less_than/duration", "40学时~more_than/duration"],
    "罚款二万五千元，投资2220万。": ["25000元/money", "22200000元/money"],
    "组织500-800人，资金3至5万元。": ["500人", "800人", "30000元/money", "50000元/money"],
    "开展活动30余场(次)，接待3500人（次）。": ["30场次~more_than", "3500人次"],
    "每万人拥有律师1.8名。": ["1.8名/rate"],
    "合格率９８．５％，评查１２０卷。": ["98.5%/rate", "120卷"],
    "为群众节约5万个工作日，签约12家，预约3000人次。": ["50000工作日/duration", "12家", "3000人次"],
    "近三年共办理近500件。": ["3年/duration", "500件~approx"],
    "每两年清理一次，每人每年不少于60学时。": ["2年/duration", "1次", "60学时~more_than/duration"],
    "市、县、乡三级联动，城乡两级。": ["3级", "2级"],
    "12345热线受理45678件，12348受理12348件。": ["45678件", "12348件"],
    "百余名干部、千余份资料。": ["100名~more_than", "1000份~more_than"],
    "严格履行五大程序。": ["5程序"],
    "案件12，2020年为8件。": ["12", "8件"],
    "按1:4比例配备，环比-3.2%。": ["0.25/rate", "-3.2%/rate"],
    "二十日内办结，1类案件2件。": ["20日/duration", "1类", "2件"],
    "排名由第8位上升至第3位。": ["8位/rank", "3位/rank"],
    "车辆600台（次），每10万人0.3件。": ["600台次", "100000人", "0.3件/rate"],
    "见面率、办复率、满意率三个100%。": ["3个", "100%/rate"],
    "共立案1 234件，结案１，２３４件。": ["1234件", "1234件"],
}


@pytest.mark.parametrize(("text", "figures"), STATED.items())
def test_every_figure_of_a_sentence_is_found_and_no_other(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "进一步统一思想，一律从严，一批典型，各级各部门多次研究。",
        "五位一体、四级联动、两不愁三保障、一窗通办、三项制度、双随机一公开。",
        "依据国办发〔2016〕54号、国发(2021)7号和G4218公路，邮编646000，电话0830-1234567。",
        "（2023）示01行初12号、索引号：620900-2018-00012、示ICP备05012345号。",
        "“八五”普法、“十四五”规划、“12345”热线、“24小时自助法院”、“1+3+N”模式。",
        "一是抓学习；二是抓执法。（三）抓监督。①抓队伍。",
        "2023年12月4日是国家宪法日，6月上旬、三月份、1-11月、9:00至11:30。",
        "第一书记和第三方机构参加第十四届人民代表大会第三次会议，首批、首个。",
        "四川示例县三台县五台山，登陆部队拾起石子，队伍放肆。",
        "20世纪90年代以来，党的二十大、十九届四中、五中全会。",
        "一级主任科员、三级甲等医院、二级响应。",
        "3·15、12.4等重要节点，5G网络，A级景区，2.0版。",
        "《三年行动方案（2021—2023年）》《第二批清单》《12345热线办法》。",
        "http://www.example.cn/2023/12/t20231204_123.html 与 zhang3@example.cn",
        "两三个部门、数十件案件，几十家企业。",
        "三年提升行动，三番五次，市委六届三次全会，八十年代。",
        "上午9时，24小时不打烊，8小时以外，第1款第（三）项。",
        "2022、2023年，3:1:1比例，“1名顾问+N名明白人”模式。",
        "二类事业单位，三个规定，做到四个服务、两个覆盖。",
    ],
)
def test_labels_dates_and_idioms_are_no_figures(text: str) -> None:
    assert told(text) == []


def test_both_ends_of_a_range_of_years_are_years() -> None:
    years = [(found.value, found.range) for found in scan("规划（2021—2025年）") if found.kind == "year"]
    assert years == [(2021, "from"), (2025, "to")]


def test_dates_are_given_in_iso_form() -> None:
    text = "10.04.2018  12:27，2024-02-27 09:28，2023年底前，12月4日，3.15、12.4等节点，二〇二四年一月五日"
    assert [found.iso for found in scan(text) if found.kind == "date"] == [
        "2018-04-10T12:27",
        "2024-02-27T09:28",
        "2023-12-04",
        "--03-15",
        "--12-04",
        "2024-01-05",
    ]


def test_a_third_is_exact() -> None:
    assert scan("三分之一")[0].value == Fraction(1, 3)
