"""The closed lists of normative documents, each with an explicit undecided value."""

from django.db.models import TextChoices


class Step(TextChoices):
    """Where a document stands; filing, interpretation and evaluation are dates of a published one."""

    PLANNED = "planned", "列入计划"
    ASSESSED = "assessed", "已评估论证"
    DRAFTED = "drafted", "已起草"
    CONSULTED = "consulted", "已征求意见"
    SPECIAL = "special", "已专项审查"
    CHECKED = "checked", "已内部法核"
    REVIEWED = "reviewed", "已合法性审核"
    DECIDED = "decided", "已集体审议"
    SIGNED = "signed", "已签署"
    NUMBERED = "numbered", "已登记编号"
    ISSUED = "issued", "已印发"
    PUBLISHED = "published", "已公布"
    ENDED = "ended", "不再有效"
    DROPPED = "dropped", "终止制定"
    ARCHIVED = "archived", "归档"


class Maker(TextChoices):
    """In whose name a document is made (国办发〔2018〕37号)."""

    UNDECIDED = "undecided", "未定"
    GOVERNMENT = "government", "人民政府"
    OFFICE = "office", "政府办公厅（室）"
    DEPARTMENT = "department", "政府部门"
    TOWNSHIP = "township", "乡镇人民政府、街道办事处"
    AUTHORISED = "authorised", "法律、法规授权的组织"
    INTERNAL = "internal", "部门内设机构"
    TEMPORARY = "temporary", "临时性机构、议事协调机构"


class Class(TextChoices):
    """What the classifier says: only a normative document goes this way."""

    UNDECIDED = "undecided", "未定"
    NORMATIVE = "normative", "行政规范性文件"
    NOT_NORMATIVE = "not_normative", "不属于规范性文件"
    UNCERTAIN = "uncertain", "难以确定"


class Consultation(TextChoices):
    UNDECIDED = "undecided", "未定"
    PUBLIC = "public", "向社会公开征求意见"
    SECRET = "secret", "依法需要保密"
    URGENT = "urgent", "紧急情况"


class Opinion(TextChoices):
    """The conclusion of a legality review."""

    UNDECIDED = "undecided", "未定"
    LAWFUL = "lawful", "合法"
    IF_CHANGED = "lawful_if_changed", "修改后合法"
    UNLAWFUL = "unlawful", "不合法"
    OUT_OF_POWER = "out_of_power", "超越权限"


class ReviewWay(TextChoices):
    """Where the opinion was written: on the document, or in the one queue of legality reviews."""

    UNDECIDED = "undecided", "未定"
    HERE = "here", "在本件中"
    QUEUE = "queue", "合法性审查意见登记簿"


class Competition(TextChoices):
    UNDECIDED = "undecided", "未定"
    COMPLIANT = "compliant", "符合标准"
    EXCEPTED = "excepted", "适用例外规定"
    NONCOMPLIANT = "noncompliant", "不符合标准"


class CompetitionBy(TextChoices):
    """Who reviewed: what a government issues, not the drafting unit alone (公平竞争审查条例第十四条)."""

    UNDECIDED = "undecided", "未定"
    SELF = "self", "起草单位自行审查"
    JOINT = "joint", "市场监管部门会同起草单位审查"


class Passed(TextChoices):
    UNDECIDED = "undecided", "未定"
    PASSED = "passed", "通过"
    IF_CHANGED = "passed_if_changed", "修改后通过"
    AGAIN = "again", "再次审议"
    REJECTED = "rejected", "不予通过"


class FilingResult(TextChoices):
    UNDECIDED = "undecided", "未定"
    ACCEPTED = "accepted", "准予备案"
    CORRECTED = "corrected", "补正、纠正后准予备案"
    ANNULLED = "annulled", "责令停止执行或者撤销"


class Validity(TextChoices):
    UNDECIDED = "undecided", "未定"
    GENERAL = "general", "一般"
    TRIAL = "trial", "暂行、试行"
    LONG = "long", "未规定有效期"


class Conclusion(TextChoices):
    """What an evaluation comes to."""

    UNDECIDED = "undecided", "未定"
    KEEP = "keep", "继续施行"
    CHANGE = "change", "修改"
    ABOLISH = "abolish", "废止"


class Ending(TextChoices):
    UNDECIDED = "undecided", "未定"
    EXPIRED = "expired", "有效期届满"
    ABOLISHED = "abolished", "废止"
    INVALID = "invalid", "宣布失效"
    REPLACED = "replaced", "修改后重新发布"
    ANNULLED = "annulled", "经备案审查停止执行或者撤销"


class EndingGround(TextChoices):
    UNDECIDED = "undecided", "未定"
    CLEAN_UP = "clean_up", "清理结论"
    EVALUATION = "evaluation", "后评估结论"
    SUPERIOR = "superior", "上位法修改、废止"
    OBJECTION = "objection", "审查建议、司法建议或者附带审查"
    PURPOSE = "purpose", "调整对象消失、任务完成"


class Paper(TextChoices):
    """What the legal body reviews; exclusive, with a remainder, so that classes add up to the whole."""

    UNDECIDED = "undecided", "未定"
    NORMATIVE = "normative", "规范性文件"
    REFERRED = "referred", "政府批转件、部门送审件"
    CONSULTATION = "consultation", "法规、规章征求意见稿"
    FILING = "filing", "备案文件"
    OTHER = "other", "其他文件"


class ReviewStep(TextChoices):
    RECEIVED = "received", "审查中"
    RETURNED = "returned", "待补充材料"
    CONCLUDED = "concluded", "已审查"
    CORRECTING = "correcting", "待制定机关纠正"
    CLOSED = "closed", "办结"


class Verdict(TextChoices):
    """The four verdicts of a clean-up, and the judgment still owed."""

    UNDECIDED = "undecided", "未作结论"
    KEEP = "keep", "继续有效"
    CHANGE = "change", "修改"
    ABOLISH = "abolish", "废止"
    INVALID = "invalid", "宣布失效"


class RoundStep(TextChoices):
    OPEN = "open", "清理中"
    APPROVED = "approved", "结果已审议"
    PUBLISHED = "published", "结果已公布"
    FOLLOWED = "followed", "下一轮已启动"


class VerdictStep(TextChoices):
    LISTED = "listed", "待作结论"
    JUDGED = "judged", "已作结论"


class ObjectionKind(TextChoices):
    """Who questions the document; on it depends the time to answer."""

    UNDECIDED = "undecided", "未定"
    CITIZEN = "citizen", "公民、组织的审查建议"
    COURT = "court", "人民法院的司法建议"
    EXPLAIN = "explain", "行政复议机构要求制定机关答复"
    TRANSFER = "transfer", "行政复议机关转送处理"


class ObjectionStep(TextChoices):
    RECEIVED = "received", "收到"
    ANSWERED = "answered", "已答复"
    CLOSED = "closed", "办结"


class YearlyStep(TextChoices):
    """The list of a year's documents is drawn up and sent to the filing body."""

    COMPILED = "compiled", "已编制"
    SENT = "sent", "已报送"


class PlanStep(TextChoices):
    PROPOSED = "proposed", "申报"
    PLANNED = "planned", "列入计划"
    DONE = "done", "完成"
    DROPPED = "dropped", "调出计划"
