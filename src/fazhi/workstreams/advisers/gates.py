"""合法性审查: what is demanded before a move. Every gate is phrased positively; unknown is closed."""

from django.db.models import Q

from fazhi.engine.condition import same
from fazhi.engine.procedure import Gate
from fazhi.law.editions import ADVISERS_2016 as ADVICE
from fazhi.law.editions import DECISION_2019 as DECISION
from fazhi.law.editions import DOCUMENTS_2018, LOCAL
from fazhi.law.editions import LEGALITY_REVIEW_2018 as REVIEW
from fazhi.workstreams.advisers import conditions as c
from fazhi.workstreams.advisers.models.choices import Level

# fmt: off

KIND = Gate("kind", "送审事项应当分清种类", c.BY_STATUTE | c.OTHERWISE, LOCAL.whole(),
    remedy="请选择“事项种类”")
REVIEW_TIME = Gate("review_time", "送请合法性审查应当保证必要的审查时间，一般不少于七个工作日",
    c.NOT_DECISION | c.SENT_IN_TIME | c.URGENT, DECISION.art(26, 2),
    remedy="请推迟“要求提出意见日期”；确需缩短的，请填写“缩短审查时间的理由”")
NORMATIVE_TIME = Gate("normative_time", "规范性文件的审核时间一般不少于五个工作日，紧急情形除外",
    c.NOT_NORMATIVE | c.SENT_IN_TIME | c.URGENT, REVIEW.whole(),
    remedy="请推迟“要求提出意见日期”；属于紧急情形的，请填写“缩短审查时间的理由”")
DEFICIENT = Gate("deficient", "材料不符合要求的，才退回或者要求补充", Q(materials=c.NO),
    DECISION.art(26, 1), REVIEW.whole(), LOCAL.whole(), remedy="请登记“收到时材料齐全”为“否”")
REVIEWER = Gate("reviewer", "审查人应当是起草人以外的人", c.REVIEWED_BY_ANOTHER,
    REVIEW.whole(), LOCAL.whole(), remedy="请指定起草人以外的人为“审查人”")
TOWNSHIP = Gate("township", "实行乡镇（街道）审查的，应当先由审查岗提出初审意见",
    c.ONE_LEVEL | c.FIRST_REVIEWED, LOCAL.whole(), remedy="请选择“审查层级”，并登记“初审”")
TWO_LEVEL = Gate("two_level", "实行两级审查的，应当有县级司法行政部门的审查意见",
    c.NOT_TWO_LEVEL | c.COUNTY_REPLIED, LOCAL.whole(), remedy="请报县级审查并登记“县级审查意见”")
FIRST_BEFORE_COUNTY = Gate("first_before_county", "经初审的事项，才报县级审查",
    Q(level=Level.TWO_LEVEL) & c.FIRST_REVIEWED, LOCAL.whole(), remedy="请核对“审查层级”，先登记“初审”")
JOINT = Gate("joint", "实行联合审查的，应当有各联审单位的意见", c.NOT_JOINT | c.JOINTLY_REVIEWED,
    LOCAL.whole(), remedy="请登记各单位的“联合审查意见”；不实行的，请登记“否”")
LAWYERS = Gate("lawyers", "重大行政决策的合法性审查应当组织法律顾问、公职律师提出法律意见",
    c.NOT_DECISION | c.ADVISED, DECISION.art(28),
    remedy="请登记没有利害关系的法律顾问或者公职律师的意见")
ADVISED = Gate("advised", "应当听取法律顾问、公职律师意见的，听取以后才作结论",
    c.ADVICE_NOT_REQUIRED | c.ADVISED, ADVICE.whole(),
    remedy="请登记没有利害关系的法律顾问或者公职律师的意见；不需要听取的，请登记“否”")
HELD_UNLAWFUL = Gate("held_unlawful", "法律顾问、公职律师认为不合法的事项，不得提交讨论、作出决定",
    c.NOT_PLAINLY_LAWFUL | c.NOT_HELD_UNLAWFUL, ADVICE.whole(),
    remedy="请改选“审查结论”（修改后合法、不合法）；“认为合法”“与事项有利害关系”未定的，请在“更正”中补记，"
    "意见已经改变的，改正并说明理由")
PROHIBITIONS = Gate("prohibitions", "规范性文件应当逐项对照八个禁止",
    c.NOT_NORMATIVE | c.ALL_CHECKED, DOCUMENTS_2018.whole(), remedy="请逐项登记八个禁止")
PROHIBITED = Gate("prohibited", "八个禁止都没有触犯的，才认定合法",
    c.NOT_NORMATIVE | c.NOT_PLAINLY_LAWFUL | c.NONE_PROHIBITED, DOCUMENTS_2018.whole(),
    remedy="请改选“审查结论”，并在意见条目中写明触犯哪一项")
CONCLUSION = Gate("conclusion", "审查意见应当有明确的结论", c.CONCLUDED,
    DECISION.art(28), REVIEW.whole(), LOCAL.whole(), remedy="请选择“审查结论”")
ITEMS = Gate("items", "不是单纯合法的结论，应当列明意见条目", c.LAWFUL | c.ITEMS_STATED,
    DECISION.art(28), REVIEW.whole(), LOCAL.whole(), remedy="请填写“意见条目”和“提出意见条数”")
ADOPTION = Gate("adoption", "起草单位应当反馈采纳情况", c.ADOPTION_STATED,
    DECISION.art(28), REVIEW.whole(), LOCAL.whole(), remedy="请选择“采纳情况”")
REASON = Gate("reason", "没有完全采纳的，应当说明理由", c.REASONED, REVIEW.whole(), LOCAL.whole(),
    remedy="请填写“不采纳的理由”")
WITHIN = Gate("within", "采纳的条数不多于提出的条数", same("items_adopted", "items_raised", "lte"),
    LOCAL.whole(), remedy="请核对“采纳条数”和“提出意见条数”")
