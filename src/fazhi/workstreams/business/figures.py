"""营商环境·公平竞争: the figures we count."""

from django.db.models import Q

from fazhi.engine.answer import Answer
from fazhi.engine.condition import filled
from fazhi.engine.figures.kinds import Count, Indicator, Share, Stock
from fazhi.workstreams.business import review
from fazhi.workstreams.business.models.review import Conclusion

# fmt: off

# 公平竞争审查

REVIEWED = Count("measures_reviewed", "公平竞争审查政策措施", on="concluded_on",
    note="按审查结论日期；不涉及经营者经济活动而不审查的不计。",
    says=("公平竞争审查|审查政策措施|公平竞争审查政策措施",
          "审查 政策措施|文件|增量文件|增量政策措施 &公平竞争", "开展 公平竞争审查"))
REVIEWED_JOINTLY = Count("measures_reviewed_jointly", "会同审查政策措施", on="concluded_on",
    where=review.GOVERNMENT & review.JOINTLY_REVIEWED, says=("会同审查|会审 政策措施|文件 &公平竞争",))
REVIEWED_THEMSELVES = Count("measures_self_reviewed", "自我审查政策措施", on="concluded_on",
    where=Q(sent_on__isnull=True), says=("自我审查 政策措施|文件",))
MODIFIED = Count("measures_modified", "经公平竞争审查修改的政策措施", on="modified_on",
    says=("修改|调整 政策措施|文件 &公平竞争审查",))
SHELVED = Count("measures_shelved", "经公平竞争审查不予出台的政策措施", on="shelved_on",
    says=("不予出台 &公平竞争", "经公平竞争审查不予出台"))
EXCEPTED = Count("measures_excepted", "适用例外规定的政策措施", on="concluded_on",
    where=Q(conclusion=Conclusion.EXCEPTED), says=("适用例外|适用例外规定 &公平竞争", "公平竞争审查例外措施"))
EXCEPTIONS_RUNNING = Stock("exceptions_running", "正在实施的例外措施", since="issued_on",
    until="exception_ended_on", where=Q(conclusion=Conclusion.EXCEPTED))
EXCLUDED = Count("measures_excluded", "筛查后不需要审查的文件", on="excluded_on")
ISSUED = Count("measures_issued", "出台涉及经营者经济活动的政策措施", on="issued_on",
    where=Q(operator_related=Answer.YES))
REVIEW_RATE = Share("review_rate", "公平竞争审查率（出台前已审查/出台的涉及经营者经济活动的政策措施）",
    whole=ISSUED, where=filled("concluded_on"), says=("公平竞争审查率",))

INDICATORS: tuple[Indicator, ...] = (
    REVIEWED, REVIEWED_JOINTLY, REVIEWED_THEMSELVES, MODIFIED, SHELVED, EXCEPTED, EXCEPTIONS_RUNNING,
    EXCLUDED, ISSUED, REVIEW_RATE,
)
# fmt: on
