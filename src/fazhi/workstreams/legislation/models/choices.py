"""The closed lists of legislation, each with an explicit undecided value."""

from django.db.models import TextChoices


class Step(TextChoices):
    """Where a rule stands; filing, interpretation and evaluation are dates of a published one."""

    ASSIGNED = "assigned", "已立项"
    DRAFTING = "drafting", "起草中"
    SUBMITTED = "submitted", "审查中"
    DEFERRED = "deferred", "缓办"
    REVIEWED = "reviewed", "草案已形成"
    DISCUSSED = "discussed", "已审议"
    SIGNED = "signed", "已签署"
    PUBLISHED = "published", "已公布"
    ENDED = "ended", "不再有效"
    DROPPED = "dropped", "终止制定"
    ARCHIVED = "archived", "归档"


class Maker(TextChoices):
    """Whose rule it is: only governments of provinces and of cities with districts make rules."""

    UNDECIDED = "undecided", "未定"
    PROVINCE = "province", "省、自治区、直辖市人民政府"
    CITY = "city", "设区的市、自治州人民政府"
    OTHER = "other", "其他机关"


class TitleKind(TextChoices):
    """What the rule is called (规章制定程序条例第七条)."""

    UNDECIDED = "undecided", "未定"
    PROVISIONS = "provisions", "规定"
    MEASURES = "measures", "办法"
    OTHER = "other", "决定等其他名称"
    REGULATIONS = "regulations", "条例"


class Matter(TextChoices):
    """The field of the rule or regulation; a city may make them in the first four only (立法法)."""

    UNDECIDED = "undecided", "未定"
    CONSTRUCTION = "construction", "城乡建设与管理"
    ECOLOGY = "ecology", "生态文明建设（环境保护）"
    HERITAGE = "heritage", "历史文化保护"
    GRASSROOTS = "grassroots", "基层治理"
    OTHER = "other", "其他事项"


class Consultation(TextChoices):
    UNDECIDED = "undecided", "未定"
    PUBLIC = "public", "向社会公布征求意见"
    SECRET = "secret", "依法需要保密"


class Need(TextChoices):
    """Whether a hearing has to be held."""

    UNDECIDED = "undecided", "未定"
    NEEDED = "needed", "需要听证"
    NOT_NEEDED = "not_needed", "不需要听证"


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


class Opinion(TextChoices):
    """What the legal body says of a draft."""

    UNDECIDED = "undecided", "未定"
    LAWFUL = "lawful", "合法"
    IF_CHANGED = "lawful_if_changed", "修改后合法"
    UNLAWFUL = "unlawful", "不合法"


class DeferGround(TextChoices):
    """Why the legal body puts a draft off or sends it back (2017年条例第二十条)."""

    UNDECIDED = "undecided", "未定"
    UNRIPE = "unripe", "基本条件尚不成熟或者发生重大变化"
    DISPUTED = "disputed", "主要制度有较大争议而未充分协商"
    UNCONSULTED = "unconsulted", "未按规定公开征求意见"
    INCOMPLETE = "incomplete", "送审稿不符合要求"


class Body(TextChoices):
    """Which meeting decided."""

    UNDECIDED = "undecided", "未定"
    EXECUTIVE = "executive", "政府常务会议"
    PLENARY = "plenary", "政府全体会议"
    OTHER = "other", "其他会议"


class Passed(TextChoices):
    UNDECIDED = "undecided", "未定"
    PASSED = "passed", "通过"
    IF_CHANGED = "passed_if_changed", "修改后通过"
    AGAIN = "again", "再次审议"
    REJECTED = "rejected", "不予通过"


class AtOnce(TextChoices):
    """Why a rule takes effect earlier than thirty days after its publication."""

    UNDECIDED = "undecided", "公布之日起30日后施行"
    SECURITY = "security", "涉及国家安全、外汇汇率、货币政策的确定"
    HAMPERED = "hampered", "不立即施行将有碍规章施行"


class FilingResult(TextChoices):
    UNDECIDED = "undecided", "未定"
    ACCEPTED = "accepted", "准予备案登记"
    SUPPLEMENTED = "supplemented", "补充或者重新报送后登记"
    REFUSED = "refused", "不予备案登记"


class Conclusion(TextChoices):
    """What an evaluation comes to."""

    UNDECIDED = "undecided", "未定"
    KEEP = "keep", "继续施行"
    CHANGE = "change", "修改"
    ABOLISH = "abolish", "废止"


class Ending(TextChoices):
    UNDECIDED = "undecided", "未定"
    ABOLISHED = "abolished", "废止"
    REPLACED = "replaced", "修改后重新公布"
    ANNULLED = "annulled", "改变或者撤销"


class EndingGround(TextChoices):
    UNDECIDED = "undecided", "未定"
    CLEAN_UP = "clean_up", "清理结论"
    EVALUATION = "evaluation", "立法后评估结论"
    SUPERIOR = "superior", "上位法制定、修改、废止"
    FILING_REVIEW = "filing_review", "备案审查意见"
    NEEDS = "needs", "不适应改革和经济社会发展要求"


class BillStep(TextChoices):
    """Where a draft local regulation stands; what the congress does with it is told by it."""

    STUDYING = "studying", "调研"
    DRAFTED = "drafted", "已起草"
    REVIEWED = "reviewed", "已审查"
    DISCUSSED = "discussed", "已审议"
    SUBMITTED = "submitted", "已提请人大"
    PASSED = "passed", "人大已表决通过"
    APPROVED = "approved", "已批准"
    PUBLISHED = "published", "已公布"
    ENDED = "ended", "终止"


class ProjectKind(TextChoices):
    UNDECIDED = "undecided", "未定"
    RULE = "rule", "政府规章"
    BILL = "bill", "地方性法规"


class PlanStep(TextChoices):
    PREPARED = "prepared", "拟订中"
    APPROVED = "approved", "已批准"
    PUBLISHED = "published", "已公布"


class ProjectStep(TextChoices):
    APPLIED = "applied", "申请立项"
    PLANNED = "planned", "列入计划"
    DONE = "done", "完成"
    DROPPED = "dropped", "调出计划"


class ProposerKind(TextChoices):
    UNDECIDED = "undecided", "未定"
    CITIZEN = "citizen", "公民"
    ORGANISATION = "organisation", "法人、其他组织"
    DEPUTY = "deputy", "人大代表、政协委员"
    DEPARTMENT = "department", "部门、下级人民政府"


class ProposalStep(TextChoices):
    RECEIVED = "received", "收到"
    DECIDED = "decided", "已作处理"
    REPLIED = "replied", "已答复"


class ProposalDecision(TextChoices):
    UNDECIDED = "undecided", "未定"
    ADOPTED = "adopted", "列入计划"
    RESERVED = "reserved", "列入储备"
    DECLINED = "declined", "不列入"


class ResearchKind(TextChoices):
    UNDECIDED = "undecided", "未定"
    FIELD = "field", "实地调研"
    SYMPOSIUM = "symposium", "座谈会"
    EXPERTS = "experts", "专家论证会"
    HEARING = "hearing", "听证会"
    COMMISSIONED = "commissioned", "委托研究、评估"


class ResearchStep(TextChoices):
    PREPARED = "prepared", "准备"
    HELD = "held", "已开展"
    REPORTED = "reported", "已形成报告"


class PointKind(TextChoices):
    """What serves as a contact point."""

    UNDECIDED = "undecided", "未定"
    COUNTY = "county", "县（市、区）"
    TOWNSHIP = "township", "乡镇（街道）"
    COMMUNITY = "community", "村（社区）"
    FIRM = "firm", "企业、行业协会商会"
    SCHOOL = "school", "高校、科研机构"
    LAWYERS = "lawyers", "律师事务所"


class StandingStep(TextChoices):
    """What begins on a day and stands until it is ended."""

    STANDING = "standing", "在册"
    ENDED = "ended", "终止"


class AskStep(TextChoices):
    SENT = "sent", "已送征求意见"
    RETURNED = "returned", "已收回意见"
    FED_BACK = "fed_back", "已反馈采纳情况"


class Verdict(TextChoices):
    """The three verdicts of a clean-up, and the judgment still owed."""

    UNDECIDED = "undecided", "未作结论"
    KEEP = "keep", "继续有效"
    CHANGE = "change", "修改"
    ABOLISH = "abolish", "废止"


class VerdictStep(TextChoices):
    LISTED = "listed", "待作结论"
    JUDGED = "judged", "已作结论"
    PUBLISHED = "published", "结果已公布"


class ListStep(TextChoices):
    PREPARED = "prepared", "编制"
    SENT = "sent", "已报送"


class StatuteLevel(TextChoices):
    UNDECIDED = "undecided", "未定"
    LAW = "law", "宪法、法律"
    REGULATION = "regulation", "行政法规"
    LOCAL = "local", "地方性法规"
    RULE = "rule", "规章"
    PARTY = "party", "党内法规"


class UseKind(TextChoices):
    """What a statute is used for."""

    UNDECIDED = "undecided", "未定"
    STUDY = "study", "学法课程"
    PUBLICITY = "publicity", "普法宣传"
    ITEM = "item", "列入执法事项"
    CASE = "case", "执法案件适用"


class UseStep(TextChoices):
    ARRANGED = "arranged", "已安排"
    DONE = "done", "已完成"
