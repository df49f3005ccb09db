"""The closed lists of reconsideration, in the words of the law; each has an explicit undecided value."""

from django.db.models import TextChoices


class Step(TextChoices):
    """Where a case stands. Acts that may happen in any order are dates within a step, not steps."""

    RECEIVED = "received", "审查受理"
    ASKED = "asked", "待补正"
    OPEN = "open", "审理"
    SUSPENDED = "suspended", "中止"
    CLOSED = "closed", "审结"
    REFUSED = "refused", "不予受理"
    ABANDONED = "abandoned", "视为放弃申请"
    PASSED_ON = "passed_on", "转送或者告知"
    DROPPED = "dropped", "受理前撤回"
    ARCHIVED = "archived", "归档"


class Channel(TextChoices):
    """How the application came (2023年法第二十二条、第三十二条；1999年法第十一条、第十五条第二款)."""

    UNDECIDED = "undecided", "未定"
    IN_PERSON = "in_person", "当面递交"
    POST = "post", "邮寄"
    ONLINE = "online", "互联网（全国行政复议工作平台）"
    ORAL = "oral", "口头申请"
    VIA_ORGAN = "via_organ", "经作出处罚决定的机关提交"
    VIA_COUNTY = "via_county", "经行为发生地县级政府接受"


class Field(TextChoices):
    """The field of administration of the act under review; exclusive, with a remainder."""

    UNDECIDED = "undecided", "未定"
    POLICE = "police", "公安"
    MARKET = "market", "市场监管"
    LAND = "land", "自然资源"
    LABOUR = "labour", "人力资源社会保障"
    HOUSING = "housing", "住房城乡建设"
    TRANSPORT = "transport", "交通运输"
    ENVIRONMENT = "environment", "生态环境"
    HEALTH = "health", "卫生健康"
    EDUCATION = "education", "教育"
    AGRICULTURE = "agriculture", "农业农村"
    SAFETY = "safety", "应急管理"
    CITY = "city", "城市管理"
    CIVIL = "civil", "民政"
    JUSTICE = "justice", "司法行政"
    TAX = "tax", "税务"
    OTHER = "other", "其他"


class Act(TextChoices):
    """The kind of act under review (2023年法第十一条第一至十五项)."""

    UNDECIDED = "undecided", "未定"
    PENALTY = "penalty", "行政处罚"
    COERCION = "coercion", "行政强制措施、行政强制执行"
    LICENCE = "licence", "行政许可"
    RESOURCE = "resource", "自然资源权属确认"
    EXPROPRIATION = "expropriation", "征收征用及其补偿"
    COMPENSATION = "compensation", "行政赔偿"
    INJURY = "injury", "工伤认定"
    AUTONOMY = "autonomy", "侵犯经营自主权、农村土地权利"
    MONOPOLY = "monopoly", "滥用行政权力排除、限制竞争"
    LEVY = "levy", "违法集资、摊派、要求履行义务"
    DUTY = "duty", "不履行法定职责"
    BENEFIT = "benefit", "抚恤金、社会保险、最低生活保障"
    AGREEMENT = "agreement", "行政协议"
    DISCLOSURE = "disclosure", "政府信息公开"
    OTHER = "other", "其他行政行为"


class Admissibility(TextChoices):
    """Whether the conditions of acceptance hold, or which one fails (2023年法第三十条第一款各项)."""

    UNDECIDED = "undecided", "未定"
    MET = "met", "符合受理条件"
    NO_PARTY = "no_party", "没有明确的申请人或者符合规定的被申请人"
    NO_INTEREST = "no_interest", "与行政行为没有利害关系"
    NO_CLAIM = "no_claim", "没有具体的复议请求和理由"
    LATE = "late", "超过法定申请期限"
    OUT_OF_SCOPE = "out_of_scope", "不属于行政复议范围"
    OTHER_ORGAN = "other_organ", "不属于本机关管辖"
    ALREADY_TAKEN = "already_taken", "复议机关或者法院已经受理过"


class Acceptance(TextChoices):
    """Whether the case was accepted by an act of the organ or by the law."""

    UNDECIDED = "undecided", "未定"
    EXPRESS = "express", "受理"
    DEEMED = "deemed", "视为受理"


class Track(TextChoices):
    """Which procedure the case takes (2023年法第三十六条；旧法不分程序)."""

    UNDECIDED = "undecided", "未定"
    ORDINARY = "ordinary", "普通程序"
    SIMPLE = "simple", "简易程序"


class SimpleGround(TextChoices):
    """On which ground the simple procedure is taken (2023年法第五十三条)."""

    UNDECIDED = "undecided", "未定"
    ON_THE_SPOT = "on_the_spot", "行政行为是当场作出"
    WARNING = "warning", "警告或者通报批评"
    SMALL_AMOUNT = "small_amount", "案件涉及款额三千元以下"
    DISCLOSURE = "disclosure", "政府信息公开案件"
    CONSENT = "consent", "当事人各方同意"


class Collected(TextChoices):
    """When the respondent collected the evidence it answers with (2023年法第四十六条)."""

    UNDECIDED = "undecided", "未定"
    BEFORE = "before", "作出行政行为时已经收集"
    SUPPLEMENTED = "supplemented", "经行政复议机构同意补充"
    DURING = "during", "复议期间自行收集"


class Mode(TextChoices):
    """How the parties were heard (2023年法第四十九条)."""

    UNDECIDED = "undecided", "未定"
    FACE_TO_FACE = "face_to_face", "当面"
    INTERNET = "internet", "互联网"
    TELEPHONE = "telephone", "电话"


class CommitteeGround(TextChoices):
    """Why the committee is asked, or that it need not be (2023年法第五十二条第二款)."""

    UNDECIDED = "undecided", "未定"
    NOT_NEEDED = "not_needed", "无须提请"
    MAJOR = "major", "案情重大、疑难、复杂"
    TECHNICAL = "technical", "专业性、技术性较强"
    OWN_ACT = "own_act", "省级政府对本机关行政行为的复议案件"
    THOUGHT_NECESSARY = "thought_necessary", "行政复议机构认为有必要"


class Adoption(TextChoices):
    """What became of the committee's opinion in the decision (2023年法第六十一条第三款)."""

    UNDECIDED = "undecided", "未定"
    ADOPTED = "adopted", "采纳"
    PARTLY = "partly", "部分采纳"
    NOT_ADOPTED = "not_adopted", "未采纳"


class StayGround(TextChoices):
    """On which ground the act is not carried out meanwhile (1999年法第二十一条，2023年法第四十二条)."""

    UNDECIDED = "undecided", "未定"
    RESPONDENT = "respondent", "被申请人认为需要停止执行"
    ORGAN = "organ", "行政复议机关认为需要停止执行"
    REQUESTED = "requested", "申请停止执行，认为其要求合理"
    LAW = "law", "法律、法规、规章规定停止执行"


class SuspensionGround(TextChoices):
    """The ten grounds of 2023年法第三十九条第一款; 条例第四十一条第一款 knows eight of them."""

    DEATH = "death", "申请人死亡，近亲属尚未确定是否参加"
    INCAPACITY = "incapacity", "申请人丧失行为能力，尚未确定法定代理人"
    MISSING = "missing", "申请人下落不明"
    ENTITY_ENDED = "entity_ended", "申请人终止，尚未确定权利义务承受人"
    FORCE_MAJEURE = "force_majeure", "当事人因不可抗力不能参加"
    GOOD_REASON = "good_reason", "当事人因其他正当理由不能参加"
    AGREEING = "agreeing", "调解、和解，双方同意中止"
    LEGAL_QUESTION = "legal_question", "法律适用问题需要有权机关解释或者确认"
    OTHER_CASE = "other_case", "以其他案件的审理结果为依据"
    NORM_REVIEW = "norm_review", "附带审查规范性文件或者审查依据"
    OTHER = "other", "需要中止的其他情形"


class Method(TextChoices):
    """Who mediated."""

    UNDECIDED = "undecided", "未定"
    BODY = "body", "行政复议机构调解"
    WITH_OTHERS = "with_others", "会同有关部门、专家、人民调解组织调解"


class MediationResult(TextChoices):
    """How an attempt to mediate ended."""

    UNDECIDED = "undecided", "未定"
    AGREED = "agreed", "达成协议"
    NOT_AGREED = "not_agreed", "未达成协议或者反悔"


class Scope(TextChoices):
    """What the dispute is about, as far as the old rules let it be settled (条例第四十条、第五十条第一款)."""

    UNDECIDED = "undecided", "未定"
    DISCRETION = "discretion", "行使自由裁量权的行为"
    COMPENSATION = "compensation", "行政赔偿或者行政补偿纠纷"
    OTHER = "other", "其他"


class Approval(TextChoices):
    """How the organ approved the body's opinion (1999年法第二十八条第一款，2023年法第六十一条第一款)."""

    UNDECIDED = "undecided", "未定"
    CONSENT = "consent", "负责人同意"
    MEETING = "meeting", "集体讨论通过"


class Outcome(TextChoices):
    """How a case ended. Exclusive: the outcomes of the closed cases add up to all of them."""

    UNDECIDED = "undecided", "未定"
    UPHELD = "upheld", "维持"
    CHANGED = "changed", "变更"
    ANNULLED = "annulled", "撤销或者部分撤销"
    ILLEGAL = "illegal", "确认违法"
    VOID = "void", "确认无效"
    PERFORMANCE = "performance", "责令履行"
    CLAIM_REJECTED = "claim_rejected", "驳回请求"
    APPLICATION_REJECTED = "application_rejected", "驳回申请"
    AGREEMENT = "agreement", "行政协议责任"
    MEDIATED = "mediated", "调解"
    TERMINATED = "terminated", "终止"


class TerminationGround(TextChoices):
    """On which ground a case is terminated (2023年法第四十一条，条例第四十二条)."""

    UNDECIDED = "undecided", "未定"
    SETTLED = "settled", "和解后撤回申请"
    WITHDRAWN = "withdrawn", "撤回申请"
    NO_RELATIVE = "no_relative", "申请人死亡，没有近亲属或者放弃权利"
    NO_SUCCESSOR = "no_successor", "申请人终止，没有承受人或者放弃权利"
    CRIMINAL = "criminal", "因同一违法行为涉嫌犯罪被采取刑事强制措施"
    SUSPENDED_60_DAYS = "suspended_60_days", "中止满六十日原因仍未消除"


class Damages(TextChoices):
    """Whether damages were claimed with the application, and what was decided on them."""

    UNDECIDED = "undecided", "未定"
    NOT_CLAIMED = "not_claimed", "未提出"
    CLAIMED = "claimed", "已提出，未决定"
    GRANTED = "granted", "决定赔偿"
    REJECTED = "rejected", "驳回赔偿请求"


class Excuse(TextChoices):
    """Why a correction was not made in time (2023年法第三十一条第二款)."""

    UNDECIDED = "undecided", "未定"
    NONE = "none", "无正当理由"
    GOOD = "good", "有正当理由"


class Enforcer(TextChoices):
    """Who enforces a decision not obeyed (1999年法第三十三条，2023年法第七十八条)."""

    UNDECIDED = "undecided", "未定"
    ACTING_ORGAN = "acting_organ", "作出行政行为的机关"
    RECONSIDERING_ORGAN = "reconsidering_organ", "行政复议机关"
    COURT = "court", "申请人民法院强制执行"


class Judgment(TextChoices):
    """What became of a lawsuit after reconsideration, for the organ sued."""

    UNDECIDED = "undecided", "未定"
    WON = "won", "胜诉"
    LOST = "lost", "败诉"
    ENDED = "ended", "撤诉或者其他方式结案"


class Duty(TextChoices):
    """What an officer does in the case."""

    LEAD = "lead", "主办"
    SECOND = "second", "协办"


class Qualification(TextChoices):
    """Whether an officer satisfies 2023年法第六条第二款 (旧法第三条第二款)."""

    UNDECIDED = "undecided", "未定"
    QUALIFIED = "qualified", "已取得法律职业资格"
    EARLIER = "earlier", "此前已从事行政复议工作"
    MISSING = "missing", "初次从事且未取得资格"
