"""The instruments that the lines of work rest on, each edition once.

An edition is a text under which a rule counts the same, not every amendment: where an amendment changed no
rule that is declared, the later text stands for the whole interval. What both editions of a law demand cites
both.
"""

from datetime import date

from fazhi.law.edition import Law

# 行政复议

ARL_1999 = Law(
    "行政复议法",
    edition="1999",
    text="行政复议法(2017-09-01)",
    in_force=date(1999, 10, 1),
    until=date(2024, 1, 1),
)
ARL_2023 = Law("行政复议法", edition="2023", text="行政复议法(2023-09-01)", in_force=date(2024, 1, 1))

# The rules say nothing of units: their short limits follow the conversion article of the law in force
# (旧法第四十条、新法第八十八条), and what the new law orders otherwise no longer applies. So one text counts
# in two ways, before and from 2024-01-01, and is two editions here.
ARL_RULES_2007 = Law(
    "行政复议法实施条例",
    edition="2007",
    text="行政复议法实施条例(2007-05-29)",
    in_force=date(2007, 8, 1),
    until=date(2024, 1, 1),
)
ARL_RULES_2024 = Law(
    "行政复议法实施条例",
    edition="2007，新法施行后",
    text="行政复议法实施条例(2007-05-29)",
    in_force=date(2024, 1, 1),
)

# 行政诉讼

LITIGATION_1989 = Law("行政诉讼法", edition="1989", in_force=date(1990, 10, 1), until=date(2015, 5, 1))
LITIGATION_2014 = Law("行政诉讼法", edition="2014", text="行政诉讼法(2017-06-27)", in_force=date(2015, 5, 1))
LITIGATION_INTERPRETATION_2018 = Law(
    "最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释", edition="2018", in_force=date(2018, 2, 8)
)
HEAD_IN_COURT_2020 = Law(
    "最高人民法院关于行政机关负责人出庭应诉若干问题的规定", edition="2020", in_force=date(2020, 7, 1)
)
LITIGATION_RESPONSE_2016 = Law(
    "国务院办公厅关于加强和改进行政应诉工作的意见", edition="2016", in_force=date(2016, 6, 27)
)

# 司法建议、检察建议、公益诉讼

PUBLIC_INTEREST_LITIGATION_2018 = Law(
    "最高人民法院、最高人民检察院关于检察公益诉讼案件适用法律若干问题的解释",
    edition="2018",
    in_force=date(2018, 3, 2),
)
JUDICIAL_SUGGESTION_2023 = Law(
    "最高人民法院关于综合治理类司法建议工作若干问题的规定", edition="2023", in_force=date(2023, 11, 16)
)
PROCURATORIAL_SUGGESTION_2019 = Law("人民检察院检察建议工作规定", edition="2019", in_force=date(2019, 2, 26))

# 强制执行、国家赔偿、督察

COERCION_2011 = Law("行政强制法", edition="2011", text="行政强制法(2011-06-30)", in_force=date(2012, 1, 1))
STATE_COMPENSATION_2012 = Law(
    "国家赔偿法", edition="2012", text="国家赔偿法(2012-10-26)", in_force=date(2013, 1, 1)
)
SUPERVISION_2019 = Law("法治政府建设与责任落实督察工作规定", edition="2019", in_force=date(2019, 4, 15))
FIRST_RESPONSIBLE_2016 = Law(
    "党政主要负责人履行推进法治建设第一责任人职责规定", edition="2016", in_force=date(2016, 11, 30)
)
# Of the opinion on law reports only the year is known.
LAW_REPORT_2021 = Law(
    "关于党政主要负责人履行推进法治建设第一责任人职责情况列入年终述职内容工作的意见",
    edition="2021",
    in_force=date(2021, 1, 1),
)

# 规划、年度报告、督察、示范创建

# Of the two Outlines the month is known; the text that follows the second was not published when this was
# written, so the second stands on.
OUTLINE_2015 = Law(
    "法治政府建设实施纲要", edition="2015—2020年", in_force=date(2015, 12, 1), until=date(2021, 8, 1)
)
OUTLINE_2021 = Law("法治政府建设实施纲要", edition="2021—2025年", in_force=date(2021, 8, 1))
GOVERNMENT_INSPECTION_2021 = Law("政府督查工作条例", edition="2021", in_force=date(2021, 2, 1))
# Of the opinion on model areas only the year is known.
MODEL_AREAS_2019 = Law("关于开展法治政府建设示范创建活动的意见", edition="2019", in_force=date(2019, 1, 1))
# 合法性审查、法律顾问、公职律师

# Of the opinion on advisers only the month is known.
ADVISERS_2016 = Law(
    "关于推行法律顾问制度和公职律师公司律师制度的意见", edition="2016", in_force=date(2016, 6, 1)
)
PUBLIC_LAWYERS_2018 = Law("公职律师管理办法", edition="2018", in_force=date(2019, 1, 1))

# 公平竞争审查、营商环境

# 自我审查的规定（2016年意见、2017年暂行细则、2021年实施细则）到《公平竞争审查条例》施行为止。
COMPETITION_OPINION_2016 = Law(
    "国务院关于在市场体系建设中建立公平竞争审查制度的意见",
    edition="2016",
    in_force=date(2016, 6, 1),
    until=date(2024, 8, 1),
)
COMPETITION_DETAILS_2021 = Law(
    "公平竞争审查制度实施细则", edition="2021", in_force=date(2021, 6, 29), until=date(2024, 8, 1)
)
COMPETITION_2024 = Law("公平竞争审查条例", edition="2024", in_force=date(2024, 8, 1))
COMPETITION_REPORT_2024 = Law("公平竞争审查举报处理工作规则", edition="2024", in_force=date(2024, 10, 13))
BUSINESS_ENVIRONMENT_2019 = Law(
    "优化营商环境条例", edition="2019", text="优化营商环境条例(2019-10-22)", in_force=date(2020, 1, 1)
)

# 规范性文件

DOCUMENTS_2018 = Law(
    "国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知", edition="2018", in_force=date(2018, 5, 16)
)
LEGALITY_REVIEW_2018 = Law(
    "国务院办公厅关于全面推行行政规范性文件合法性审核机制的指导意见",
    edition="2018",
    in_force=date(2018, 12, 4),
)

# 立法、规章

LEGISLATION_2015 = Law("立法法", edition="2015", in_force=date(2015, 3, 15), until=date(2023, 3, 15))
LEGISLATION_2023 = Law("立法法", edition="2023", text="立法法(2023-03-13)", in_force=date(2023, 3, 15))
RULE_PROCEDURE_2001 = Law(
    "规章制定程序条例", edition="2001", in_force=date(2002, 1, 1), until=date(2018, 5, 1)
)
RULE_PROCEDURE_2017 = Law(
    "规章制定程序条例",
    edition="2017",
    text="规章制定程序条例(2017-12-22)",
    in_force=date(2018, 5, 1),
)
# 《法规规章备案审查条例》第二十六条：2001年的条例自新条例施行起废止。
RULE_FILING_2001 = Law("法规规章备案条例", edition="2001", in_force=date(2002, 1, 1), until=date(2024, 11, 1))
RULE_FILING_2024 = Law(
    "法规规章备案审查条例",
    edition="2024",
    text="法规规章备案审查条例(2024-08-30)",
    in_force=date(2024, 11, 1),
)

# 重大行政决策、政府信息公开

# 重大决策的必经程序，在条例施行以前由国务院的意见规定，条例施行之后以条例为准。
RULE_OF_LAW_OPINION_2010 = Law(
    "国务院关于加强法治政府建设的意见",
    edition="2010",
    in_force=date(2010, 10, 10),
    until=date(2019, 9, 1),
)
DECISION_2019 = Law(
    "重大行政决策程序暂行条例",
    edition="2019",
    text="重大行政决策程序暂行条例(2019-04-20)",
    in_force=date(2019, 9, 1),
)
DISCLOSURE_2008 = Law("政府信息公开条例", edition="2007", in_force=date(2008, 5, 1), until=date(2019, 5, 15))
DISCLOSURE_2019 = Law(
    "政府信息公开条例",
    edition="2019",
    text="政府信息公开条例(2019-04-03)",
    in_force=date(2019, 5, 15),
)

# What a province or city fixes; the government that uses the program may set its own length.
LOCAL = Law("地方规定", edition="地方", in_force=date(1990, 1, 1), local=True)

EDITIONS = (
    ARL_1999,
    ARL_2023,
    ARL_RULES_2007,
    ARL_RULES_2024,
    LITIGATION_1989,
    LITIGATION_2014,
    LITIGATION_INTERPRETATION_2018,
    HEAD_IN_COURT_2020,
    LITIGATION_RESPONSE_2016,
    PUBLIC_INTEREST_LITIGATION_2018,
    JUDICIAL_SUGGESTION_2023,
    PROCURATORIAL_SUGGESTION_2019,
    COERCION_2011,
    STATE_COMPENSATION_2012,
    SUPERVISION_2019,
    FIRST_RESPONSIBLE_2016,
    LAW_REPORT_2021,
    OUTLINE_2015,
    OUTLINE_2021,
    GOVERNMENT_INSPECTION_2021,
    MODEL_AREAS_2019,
    COMPETITION_OPINION_2016,
    COMPETITION_DETAILS_2021,
    COMPETITION_2024,
    COMPETITION_REPORT_2024,
    BUSINESS_ENVIRONMENT_2019,
    RULE_OF_LAW_OPINION_2010,
    DECISION_2019,
    DISCLOSURE_2008,
    DOCUMENTS_2018,
    LEGALITY_REVIEW_2018,
    LEGISLATION_2015,
    LEGISLATION_2023,
    RULE_PROCEDURE_2001,
    RULE_PROCEDURE_2017,
    RULE_FILING_2001,
    RULE_FILING_2024,
    DISCLOSURE_2019,
    ADVISERS_2016,
    PUBLIC_LAWYERS_2018,
    LOCAL,
)
