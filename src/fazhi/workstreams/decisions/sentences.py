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
    Sentence("comments", "公众意见", (
        says(any_of("comments"),
             "重大行政决策公开征求意见，收到公众意见{comments}条，采纳公众意见{comments_adopted}条，"
             "公众意见采纳率{comment_adoption_rate}。"),
    )),
    Sentence("competition", "公平竞争审查", (
        says(any_of("competition_reviews"), "重大行政决策公平竞争审查{competition_reviews}次。"),
    )),
    Sentence("review", "合法性审查", (
        says(any_of("reviewed", "discussed"),
             "重大行政决策合法性审查{reviewed}件，重大行政决策合法性审查率{review_rate}。"),
    )),
    Sentence("advised", "审查意见和法律顾问", (
        says(any_of("decision_opinions", "with_lawyers"),
             "对重大行政决策提出审查意见{decision_opinions}条，"
             "法律顾问、公职律师参与重大行政决策审查{with_lawyers}件。"),
    )),
    Sentence("reported", "请示报告", (
        says(any_of("congress_reports"),
             "向党委请示报告重大行政决策{party_reports}次，向人大及其常委会报告重大行政决策{congress_reports}次。"),
        says(any_of("party_reports"), "向党委请示报告重大行政决策{party_reports}次。"),
    )),
    Sentence("materials", "议题审查", (
        says(any_of("opinions"),
             "审查政府常务会议题材料{materials_reviewed}份，提出合法性审查意见{opinions}条，"
             "审查意见采纳率{adoption_rate}。"),
        says(any_of("materials_reviewed"), "审查政府常务会议题材料{materials_reviewed}份。"),
    )),
    Sentence("documents", "文件审查", (
        says(any_of("documents_reviewed"), "合法性审查重要文件{documents_reviewed}件。"),
    )),
    Sentence("townships", "乡镇合法性审查", (
        says(any_of("township_coverage"), "乡镇街道合法性审查覆盖率{township_coverage}。"),
    )),
    Sentence("majors", "三重一大", (
        says(any_of("major_matters"), "集体讨论决定“三重一大”事项{major_matters}件。"),
    )),
    Sentence("execution", "执行和跟踪", (
        says(any_of("changed", "stopped"),
             "跟踪检查重大行政决策{tracked}项，调整重大行政决策{changed}项，停止执行重大行政决策{stopped}项。"),
        says(any_of("tracked"), "跟踪检查重大行政决策{tracked}项。"),
    )),
    Sentence("evaluation", "决策后评估", (
        says(any_of("post_evaluations"), "开展决策后评估{post_evaluations}项。"),
    )),
    Sentence("exceptions", "例外提交", (
        says(any_of("exceptions"), "未通过合法性审查而例外提交讨论的探索性改革事项{exceptions}件。"),
    )),
    Sentence("matter_exceptions", "例外提交会议", (
        says(any_of("matter_exceptions"),
             "合法性审查中，例外提交会议的事项{matter_exceptions}件，均载明理由和批准人。"),
    )),
)
# fmt: on
