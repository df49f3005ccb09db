"""营商环境·公平竞争: the sentences of a report, each with its variants."""

from fazhi.engine.figures.sentence import Sentence, any_of, says

# fmt: off

SENTENCES = (
    Sentence("competition", "公平竞争审查", (
        says(any_of("measures_modified", "measures_shelved"),
             "开展公平竞争审查{measures_reviewed}件，修改政策措施{measures_modified}件，"
             "经公平竞争审查不予出台{measures_shelved}件。"),
        says(any_of("measures_reviewed"), "开展公平竞争审查{measures_reviewed}件。"),
    )),
    Sentence("review_rate", "公平竞争审查率", (
        says(any_of("review_rate"), "公平竞争审查率{review_rate}。"),
    )),
    Sentence("exceptions", "例外", (
        says(any_of("measures_excepted"), "公平竞争审查例外措施{measures_excepted}件。"),
    )),
    Sentence("spot_checks", "抽查", (
        says(any_of("spot_check_problems"),
             "开展公平竞争审查抽查，抽查政策措施{spot_checks}件，抽查问题整改率{rectification_rate}。"),
        says(any_of("spot_checks"), "开展公平竞争审查抽查，抽查政策措施{spot_checks}件。"),
    )),
    Sentence("competition_reports", "公平竞争举报", (
        says(any_of("competition_reports"),
             "收到公平竞争审查举报{competition_reports}件，公平竞争审查举报办结率{competition_report_rate}。"),
    )),
    Sentence("clean_up", "存量清理", (
        says(any_of("stock_cleaned"), "清理妨碍统一市场和公平竞争的政策措施{stock_cleaned}件。"),
    )),
    Sentence("training", "培训", (
        says(any_of("trained"), "举办公平竞争审查培训{trainings}次，培训{trained}人次。"),
    )),
    Sentence("entities", "市场主体", (
        says(any_of("registrations"), "办理“多证合一”{registrations}件，新增市场主体{new_entities}户。"),
        says(any_of("new_entities"), "新增市场主体{new_entities}户。"),
    )),
    Sentence("demands", "企业诉求", (
        says(any_of("demands_rated"),
             "协调解决企业诉求{enterprise_demands}件，企业诉求办结率{demand_rate}，"
             "企业诉求满意率{demand_satisfaction_rate}。"),
        says(any_of("demands_ended"),
             "协调解决企业诉求{enterprise_demands}件，企业诉求办结率{demand_rate}。"),
        says(any_of("enterprise_demands"), "收到企业诉求{enterprise_demands}件。"),
    )),
    Sentence("complaints", "营商环境投诉", (
        says(any_of("complaint_rate"),
             "受理营商环境投诉{complaints}件，营商环境投诉办结率{complaint_rate}。"),
        says(any_of("complaints"), "受理营商环境投诉{complaints}件。"),
    )),
    Sentence("policies", "惠企政策", (
        says(any_of("policy_measures"), "出台惠企政策{policies}件、惠企政策措施{policy_measures}条。"),
        says(any_of("policies"), "出台惠企政策{policies}件。"),
    )),
)
# fmt: on
