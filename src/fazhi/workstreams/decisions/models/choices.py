"""The closed lists of major decisions, in the words of the law; each has an explicit undecided value."""

from django.db.models import TextChoices


class Step(TextChoices):
    """Where a decision stands. Procedures that may run in any order are dates within a step, not steps.

    In the order of the usual way: a decision in execution goes to the archive, not to its stop.
    """

    PROPOSED = "proposed", "建议"
    STARTED = "started", "拟订草案"
    REVIEW = "review", "合法性审查"
    REVIEWED = "reviewed", "审查完毕"
    SUBMITTED = "submitted", "提交讨论"
    SUSPENDED = "suspended", "中止执行"
    STOPPED = "stopped", "停止执行"
    DECIDED = "decided", "执行"
    DECLINED = "declined", "不予启动"
    DROPPED = "dropped", "不予决策"
    ARCHIVED = "archived", "办结归档"


class ItemKind(TextChoices):
    """The five kinds of decision items (条例第三条第一款各项)."""

    UNDECIDED = "undecided", "未定"
    POLICY = "policy", "公共服务、市场监管、社会管理、环境保护等重大公共政策和措施"
    PLAN = "plan", "经济和社会发展等方面的重要规划"
    RESOURCE = "resource", "自然资源和文化资源的重大公共政策和措施"
    PROJECT = "project", "重大公共建设项目"
    OTHER = "other", "其他重大事项"


class Scope(TextChoices):
    """Whether the regulation applies (条例第三条第二款)."""

    UNDECIDED = "undecided", "未定"
    COVERED = "covered", "适用本条例"
    MACRO = "macro", "宏观调控决策"
    LEGISLATION = "legislation", "政府立法决策"
    EMERGENCY = "emergency", "突发事件应急处置决策"
    OWN_LAW = "own_law", "法律、行政法规对程序另有规定"


class Proposer(TextChoices):
    """Who proposed the item (条例第十条各项)."""

    UNDECIDED = "undecided", "未定"
    LEADER = "leader", "决策机关领导人员"
    BELOW = "below", "所属部门或者下一级政府"
    DEPUTY = "deputy", "人大代表、政协委员"
    PUBLIC = "public", "公民、法人或者其他组织"


class Need(TextChoices):
    """Whether a procedure has to be gone through; where not, the reason stands beside it."""

    UNDECIDED = "undecided", "未定"
    REQUIRED = "required", "应当履行"
    NOT_REQUIRED = "not_required", "不适用"


class Consulted(TextChoices):
    """What came of consulting the units concerned (条例第十三条)."""

    UNDECIDED = "undecided", "未定"
    NOT_CONCERNED = "not_concerned", "不涉及其他单位"
    AGREED = "agreed", "意见一致"
    DISAGREED = "disagreed", "未能一致"


class Way(TextChoices):
    """How the public was heard (条例第十四条第二款)."""

    UNDECIDED = "undecided", "未定"
    MEETING = "meeting", "座谈会"
    VISIT = "visit", "实地走访"
    WRITING = "writing", "书面征求意见"
    QUESTIONNAIRE = "questionnaire", "问卷调查"
    POLL = "poll", "民意调查"


class RiskKind(TextChoices):
    UNDECIDED = "undecided", "未定"
    STABILITY = "stability", "社会稳定"
    SAFETY = "safety", "公共安全"
    ENVIRONMENT = "environment", "生态环境"
    FINANCE = "finance", "财政金融"
    OTHER = "other", "其他"


class RiskLevel(TextChoices):
    UNDECIDED = "undecided", "未定"
    LOW = "low", "低风险"
    MIDDLE = "middle", "中风险"
    HIGH = "high", "高风险"


class RiskFinding(TextChoices):
    """What the assessment found (条例第二十四条)."""

    UNDECIDED = "undecided", "未定"
    CONTROLLABLE = "controllable", "可控"
    ADJUSTED = "adjusted", "调整草案后可控"
    UNCONTROLLABLE = "uncontrollable", "不可控"


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


class Verdict(TextChoices):
    """The conclusion of the legality review."""

    UNDECIDED = "undecided", "未定"
    LAWFUL = "lawful", "合法"
    LAWFUL_IF_CHANGED = "lawful_if_changed", "修改后合法"
    UNLAWFUL = "unlawful", "不合法"
    OUT_OF_POWER = "out_of_power", "超越权限"


class ReviewWay(TextChoices):
    """Where the opinion was written: in this file, or in the one queue of legality reviews."""

    UNDECIDED = "undecided", "未定"
    HERE = "here", "在本件中"
    QUEUE = "queue", "合法性审查意见登记簿"


class Meeting(TextChoices):
    """Which meeting discussed the draft (条例第三十条第一款)."""

    UNDECIDED = "undecided", "未定"
    EXECUTIVE = "executive", "常务会议"
    PLENARY = "plenary", "全体会议"
    OFFICE = "office", "办公会议、专题会议"
    OTHER = "other", "其他会议"


class Result(TextChoices):
    """How the meeting ended for the item."""

    UNDECIDED = "undecided", "未定"
    PASSED = "passed", "通过"
    PASSED_IF_CHANGED = "passed_if_changed", "修改后通过"
    AGAIN = "again", "再次讨论"
    REJECTED = "rejected", "不予通过"


class FollowUpWay(TextChoices):
    """How a decision in execution is followed up."""

    UNDECIDED = "undecided", "未定"
    MEASUREMENT = "measurement", "数据测评"
    SURVEY = "survey", "问卷调查"
    SAMPLING = "sampling", "抽样检查"
    REVIEW = "review", "评议"


class EvaluationGround(TextChoices):
    """Why a decision is evaluated afterwards (条例第三十六条第一款各项)."""

    UNDECIDED = "undecided", "未定"
    SHORT_OF_AIM = "short_of_aim", "明显未达到预期效果"
    OBJECTIONS = "objections", "公民、法人或者其他组织提出较多意见"
    THOUGHT_NECESSARY = "thought_necessary", "决策机关认为有必要"


class EvaluationResult(TextChoices):
    UNDECIDED = "undecided", "未定"
    CONTINUE = "continue", "继续执行"
    ADJUST = "adjust", "建议调整"
    STOP = "stop", "建议停止执行"


class Change(TextChoices):
    """How far a decision in execution is changed (条例第三十七条)."""

    UNDECIDED = "undecided", "未定"
    MINOR = "minor", "非重大调整"
    MAJOR = "major", "重大调整"
