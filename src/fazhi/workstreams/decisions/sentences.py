"""重大行政决策: the sentences we report."""

from fazhi.engine.figures.sentence import Sentence, any_of, says, whole

# fmt: off
SENTENCES = (
    Sentence("catalogue", "决策目录", (
        says(whole("catalogue_completed", "catalogue_items"),
             "公布重大行政决策事项{catalogue_items}项，全部完成。"),
        says(any_of("catalogue_items"),
             "公布重大行政决策事项{catalogue_items}项，目录事项完成率{completion_rate}。"),
    )),
    Sentence("procedures", "法定程序", (
        says(any_of("consultations", "expert_reviews", "risk_assessments"),
             "重大行政决策公开征求意见{consultations}次，决策专家论证{expert_reviews}次，"
             "决策风险评估{risk_assessments}次，决策听证会{hearings}次。"),
    )),
    Sentence("review", "合法性审查", (
        says(any_of("reviewed", "discussed"),
             "重大行政决策合法性审查{reviewed}件，重大行政决策合法性审查率{review_rate}。"),
    )),
    Sentence("materials", "议题审查", (
        says(any_of("materials_reviewed"),
             "审查政府常务会议题材料{materials_reviewed}份，提出合法性审查意见{opinions}条。"),
    )),
    Sentence("evaluation", "决策后评估", (
        says(any_of("post_evaluations"), "开展决策后评估{post_evaluations}项。"),
    )),
    Sentence("exceptions", "例外提交", (
        says(any_of("exceptions"), "未通过合法性审查而例外提交讨论的探索性改革事项{exceptions}件。"),
    )),
)
# fmt: on
