"""The closed lists of a lawsuit, in the words of the law; each has an explicit undecided value."""

from django.db.models import TextChoices


class Step(TextChoices):
    """Where one instance of a case stands. Acts that may happen in any order are dates, not steps."""

    RECEIVED = "received", "收到"
    ASSIGNED = "assigned", "已交办"
    TRIAL = "trial", "审理"
    JUDGED = "judged", "已裁判"
    APPEALED = "appealed", "已上诉"
    CLOSED = "closed", "裁判生效"
    RESOLVED = "resolved", "诉前化解"
    ARCHIVED = "archived", "归档"


class Instance(TextChoices):
    """Each instance is a record of its own, with its own court case number, linked to the one before."""

    UNDECIDED = "undecided", "未定"
    FIRST = "first", "一审"
    SECOND = "second", "二审"
    RETRIAL = "retrial", "再审"


class Role(TextChoices):
    """What the organ of the record is in the suit (第二十六条、第二十九条).

    Where several organs are sued together, each keeps its own record; the figures of lawsuits count the one
    that did the act (of several that did it together the one named first), so that no case counts twice.
    """

    UNDECIDED = "undecided", "未定"
    SOLE = "sole", "单独被告"
    JOINT = "joint", "共同被告（作出原行政行为）"
    JOINT_RECONSIDERING = "joint_reconsidering", "共同被告（复议机关）"
    JOINT_ACT = "joint_act", "共同被告（共同作出行政行为，列名在先）"
    JOINT_OTHER = "joint_other", "共同被告（共同作出行政行为，列名在后）"
    THIRD_PARTY = "third_party", "第三人"


class DefendantLevel(TextChoices):
    """Which government or whose department is sued; exclusive, with a remainder."""

    UNDECIDED = "undecided", "未定"
    PROVINCE_GOVERNMENT = "province_government", "省级政府"
    PROVINCE_DEPARTMENT = "province_department", "省级部门"
    CITY_GOVERNMENT = "city_government", "市政府"
    CITY_DEPARTMENT = "city_department", "市级部门"
    COUNTY_GOVERNMENT = "county_government", "县级政府"
    COUNTY_DEPARTMENT = "county_department", "县级部门"
    TOWNSHIP_GOVERNMENT = "township_government", "乡级政府"
    OTHER = "other", "其他被告"


class Reconsidered(TextChoices):
    """What reconsideration had made of the act before the suit (第二十六条第二款、第三款)."""

    UNDECIDED = "undecided", "未定"
    NONE = "none", "未经复议"
    UPHELD = "upheld", "复议维持"
    CHANGED = "changed", "复议改变"
    NO_DECISION = "no_decision", "复议逾期未决定"
    NOT_ACCEPTED = "not_accepted", "复议不予受理"


class PlaintiffKind(TextChoices):
    """Who sues (第二十五条)."""

    UNDECIDED = "undecided", "未定"
    PERSON = "person", "公民"
    ENTITY = "entity", "法人或者其他组织"
    PROCURATORATE = "procuratorate", "人民检察院（公益诉讼）"


class Field(TextChoices):
    """The field of administration of the act sued over; exclusive, with a remainder."""

    UNDECIDED = "undecided", "未定"
    POLICE = "police", "公安"
    MARKET = "market", "市场监管"
    LAND = "land", "自然资源"
    LABOUR = "labour", "人力资源社会保障"
    HOUSING = "housing", "住房城乡建设"
    TRANSPORT = "transport", "交通运输"
    ENVIRONMENT = "environment", "生态环境"
    HEALTH = "health", "卫生健康"
    AGRICULTURE = "agriculture", "农业农村"
    CITY = "city", "城市管理"
    OTHER = "other", "其他"


class Act(TextChoices):
    """The kind of act sued over (第十二条第一款各项)."""

    UNDECIDED = "undecided", "未定"
    PENALTY = "penalty", "行政处罚"
    COERCION = "coercion", "行政强制"
    LICENCE = "licence", "行政许可"
    RESOURCE = "resource", "自然资源权属确认"
    EXPROPRIATION = "expropriation", "征收征用及其补偿"
    DUTY = "duty", "不履行法定职责"
    AUTONOMY = "autonomy", "侵犯经营自主权、农村土地权利"
    MONOPOLY = "monopoly", "滥用行政权力排除、限制竞争"
    LEVY = "levy", "违法集资、摊派、要求履行义务"
    BENEFIT = "benefit", "抚恤金、最低生活保障、社会保险"
    AGREEMENT = "agreement", "行政协议"
    DISCLOSURE = "disclosure", "政府信息公开"
    COMPENSATION = "compensation", "行政赔偿、补偿"
    OTHER = "other", "其他行政行为"


class Track(TextChoices):
    """Which procedure the court takes (第八十二条)."""

    UNDECIDED = "undecided", "未定"
    ORDINARY = "ordinary", "普通程序"
    SIMPLE = "simple", "简易程序"


class Collected(TextChoices):
    """When the evidence that the organ files was collected (第三十四条至第三十六条)."""

    UNDECIDED = "undecided", "未定"
    BEFORE = "before", "作出行政行为时已经收集"
    SUPPLEMENTED = "supplemented", "经法院准许补充"
    DURING = "during", "诉讼中自行收集"


class Evidence(TextChoices):
    """What the evidence filed counts for (第三十四条第二款)."""

    UNDECIDED = "undecided", "未定"
    SUPPLIED = "supplied", "按期提供"
    ALLOWED = "allowed", "经准许延期或者补充提供"
    NONE = "none", "视为没有相应证据"


class Late(TextChoices):
    """On which ground evidence may come after the fifteen days (第三十六条第一款、第二款)."""

    UNDECIDED = "undecided", "未定"
    HINDERED = "hindered", "因不可抗力等正当事由延期提供"
    ANSWERING = "answering", "针对新的理由或者证据补充"


class HeadGround(TextChoices):
    """Why the head is to appear (法释〔2020〕3号第四条第一款、第二款)."""

    UNDECIDED = "undecided", "未定"
    NOT_REQUIRED = "not_required", "法院未通知"
    FOOD_DRUGS = "food_drugs", "食品药品安全"
    ENVIRONMENT = "environment", "生态环境和资源保护"
    HEALTH = "health", "公共卫生安全等重大公共利益"
    ATTENTION = "attention", "社会高度关注"
    GROUP = "group", "可能引发群体性事件"
    GREAT_INTEREST = "great_interest", "涉及重大人身、财产权益"
    PUBLIC_INTEREST = "public_interest", "行政公益诉讼"
    UPPER_RULE = "upper_rule", "上位文件要求出庭"
    OTHER = "other", "法院认为需要的其他情形"


class Absence(TextChoices):
    """Why the head does not appear (法释〔2020〕3号第八条)."""

    UNDECIDED = "undecided", "未定"
    NONE = "none", "无正当理由"
    FORCE_MAJEURE = "force_majeure", "不可抗力"
    ACCIDENT = "accident", "意外事件"
    DUTY = "duty", "需要履行他人不能代替的公务"
    OTHER = "other", "其他正当事由"


class Scope(TextChoices):
    """What the dispute is about, as far as it may be mediated (第六十条第一款)."""

    UNDECIDED = "undecided", "未定"
    DISCRETION = "discretion", "行使法律、法规规定的自由裁量权"
    COMPENSATION = "compensation", "行政赔偿、补偿"
    OTHER = "other", "其他"


class Form(TextChoices):
    """The document that ended the instance; on it depends the time to appeal (第八十五条)."""

    UNDECIDED = "undecided", "未定"
    JUDGMENT = "judgment", "判决"
    RULING = "ruling", "裁定"
    MEDIATION = "mediation", "调解书"


class Outcome(TextChoices):
    """How an instance ended for the organ. Exclusive: the outcomes add up to the cases concluded."""

    UNDECIDED = "undecided", "未定"
    CLAIM_REJECTED = "claim_rejected", "判决驳回诉讼请求"
    SUIT_REJECTED = "suit_rejected", "裁定驳回起诉"
    ANNULLED = "annulled", "撤销或者部分撤销"
    PERFORMANCE = "performance", "判决履行法定职责"
    PAYMENT = "payment", "判决履行给付义务"
    ILLEGAL = "illegal", "确认违法"
    VOID = "void", "确认无效"
    CHANGED = "changed", "变更"
    AGREEMENT = "agreement", "行政协议责任"
    COMPENSATION = "compensation", "判决赔偿、补偿"
    WITHDRAWN = "withdrawn", "准予撤诉"
    DEEMED_WITHDRAWN = "deemed_withdrawn", "按撤诉处理"
    MEDIATED = "mediated", "调解"
    REMANDED = "remanded", "发回重审"
    OTHER = "other", "移送、终结等其他方式"


class AppealResult(TextChoices):
    """What a second instance or a retrial made of the judgment before it (第八十九条第一款)."""

    UNDECIDED = "undecided", "未定"
    UPHELD = "upheld", "驳回上诉，维持原裁判"
    CHANGED = "changed", "改判、撤销或者变更"
    REMANDED = "remanded", "发回重审"
    WITHDRAWN = "withdrawn", "准予撤回上诉"


class Appellant(TextChoices):
    UNDECIDED = "undecided", "未定"
    ORGAN = "organ", "本机关"
    OPPONENT = "opponent", "对方当事人"
    BOTH = "both", "双方"


class Coercion(TextChoices):
    """What the court does where an organ refuses to perform (第九十六条各项)."""

    UNDECIDED = "undecided", "未定"
    TRANSFER = "transfer", "通知银行划拨"
    FINE = "fine", "对负责人按日罚款"
    NOTICE = "notice", "公告拒绝履行的情况"
    SUGGESTION = "suggestion", "向监察机关或者上一级行政机关提出司法建议"
    DETENTION = "detention", "拘留或者追究刑事责任"


class RetrialGround(TextChoices):
    """How a retrial was begun (第九十条、第九十二条、第九十三条)."""

    UNDECIDED = "undecided", "未定"
    APPLICATION = "application", "当事人申请再审"
    COURT = "court", "法院依职权"
    PROTEST = "protest", "人民检察院抗诉或者检察建议"


class LossCause(TextChoices):
    """Why a case was lost (第七十条各项，第七十二条)."""

    UNDECIDED = "undecided", "未定"
    FACTS = "facts", "主要证据不足"
    LAW = "law", "适用法律、法规错误"
    PROCEDURE = "procedure", "违反法定程序"
    AUTHORITY = "authority", "超越职权"
    ABUSE = "abuse", "滥用职权"
    UNFAIR = "unfair", "明显不当"
    INACTION = "inaction", "不履行法定职责"


class AgentKind(TextChoices):
    """Who is entrusted to appear (第三条第三款、第三十一条第二款)."""

    STAFF = "staff", "工作人员"
    LAWYER = "lawyer", "律师、基层法律服务工作者"
    OTHER = "other", "其他"
