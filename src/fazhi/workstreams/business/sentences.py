"""营商环境·公平竞争: the sentences of a report, each with its variants."""

from fazhi.engine.figures.sentence import Sentence, any_of, says

# fmt: off

SENTENCES = (
    Sentence("competition", "公平竞争审查", (
        says(any_of("measures_modified", "measures_shelved"),
             "开展公平竞争审查{measures_reviewed}，修改政策措施{measures_modified}。"),
        says(any_of("measures_reviewed"), "开展公平竞争审查{measures_reviewed}。"),
    )),
    Sentence("clean_up", "存量清理", (
        says(any_of("stock_cleaned"), "清理妨碍统一市场和公平竞争的政策措施{stock_cleaned}。"),
    )),
    Sentence("entities", "市场主体", (
        says(any_of("registrations"), "办理“多证合一”{registrations}，新增市场主体{new_entities}。"),
        says(any_of("new_entities"), "新增市场主体{new_entities}。"),
    )),
    Sentence("demands", "企业诉求", (
        says(any_of("enterprise_demands"), "协调解决企业诉求{enterprise_demands}。"),
    )),
    Sentence("complaints", "营商环境投诉", (
        says(any_of("complaints"), "受理营商环境投诉{complaints}。"),
    )),
)
# fmt: on
