"""The closed lists of legal review and of advisers; each has an explicit undecided value."""

from django.db.models import TextChoices


class Step(TextChoices):
    """Where a review stands."""

    SENT = "sent", "已送审"
    REVIEWING = "reviewing", "审查中"
    SUPPLEMENTING = "supplementing", "待补充材料"
    RETURNED = "returned", "已退回"
    ISSUED = "issued", "已出具意见"
    ANSWERED = "answered", "已反馈采纳情况"
    ARCHIVED = "archived", "归档"


class Subject(TextChoices):
    """What is reviewed."""

    UNDECIDED = "undecided", "未定"
    DECISION = "decision", "重大行政决策"
    NORMATIVE = "normative", "行政规范性文件"
    CONTRACT = "contract", "合同"
    AGREEMENT = "agreement", "协议"
    DOCUMENT = "document", "其他文件"
    TOPIC = "topic", "会议议题"
    MATTER = "matter", "其他涉法事务"


class Level(TextChoices):
    """Who reviews: the reviewing body alone, a township's post, or the post and then the county's bureau."""

    UNDECIDED = "undecided", "未定"
    OWN = "own", "本级合法性审查机构"
    TOWNSHIP = "township", "乡镇（街道）审查岗"
    TWO_LEVEL = "two_level", "乡镇（街道）初审后报县级司法行政部门"


class Conclusion(TextChoices):
    """What the review finds."""

    UNDECIDED = "undecided", "未定"
    LAWFUL = "lawful", "合法"
    LAWFUL_IF_CHANGED = "lawful_if_changed", "修改后合法"
    UNLAWFUL = "unlawful", "不合法"
    OUT_OF_POWER = "out_of_power", "超越法定权限"


class Adoption(TextChoices):
    """What became of the opinion, or of one item of it."""

    UNDECIDED = "undecided", "未定"
    ADOPTED = "adopted", "采纳"
    PARTLY = "partly", "部分采纳"
    REJECTED = "rejected", "不采纳"


class Side(TextChoices):
    """Who speaks in the exchange between reviewer and drafter."""

    REVIEWER = "reviewer", "审查人"
    DRAFTER = "drafter", "起草单位"


class Capacity(TextChoices):
    """In which capacity somebody gives a legal opinion."""

    UNDECIDED = "undecided", "未定"
    ADVISER = "adviser", "法律顾问"
    PUBLIC_LAWYER = "public_lawyer", "公职律师"
    EXPERT = "expert", "法律专家"
    LEGAL_STAFF = "legal_staff", "法制工作人员"
