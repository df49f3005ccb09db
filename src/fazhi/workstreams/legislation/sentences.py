"""政府规章与立法: the sentences we report."""

from fazhi.engine.figures.sentence import Sentence, any_of, says

SENTENCES = (
    Sentence(
        "plan",
        "立法计划",
        (
            says(
                any_of("proposals", "planned"),
                "征集立法项目建议{proposals}件，列入立法计划项目{planned}项，完成立法计划项目{plan_done}项，"
                "立法计划完成率{plan_rate}。",
            ),
        ),
    ),
    Sentence(
        "rules",
        "政府规章",
        (
            says(
                any_of("rules_made", "rules_reviewed"),
                "审查规章草案{rules_reviewed}部，制定政府规章{rules_made}部。",
            ),
        ),
    ),
    Sentence(
        "rule_comments",
        "规章草案征求意见",
        (
            says(
                any_of("comments"),
                "规章草案公开征求意见收到意见{comments}条，采纳规章草案意见{comments_adopted}条，规章听证会{hearings}次。",
            ),
        ),
    ),
    Sentence(
        "rule_filing",
        "规章备案",
        (
            says(
                any_of("rules_filed"),
                "备案政府规章{rules_filed}部，规章报备率{filing_rate}，规章报备及时率{filing_timely_rate}。",
            ),
        ),
    ),
    Sentence(
        "rules_in_force",
        "现行有效规章",
        (says(any_of("rules_in_force"), "现行有效政府规章{rules_in_force}部。"),),
    ),
    Sentence(
        "rules_evaluated",
        "立法后评估",
        (says(any_of("rules_evaluated"), "立法后评估政府规章{rules_evaluated}部。"),),
    ),
    Sentence(
        "bills",
        "地方性法规草案",
        (says(any_of("bills_submitted"), "提请人大审议地方性法规草案{bills_submitted}件。"),),
    ),
    Sentence(
        "research",
        "调研论证",
        (says(any_of("researches"), "开展立法调研论证{researches}次。"),),
    ),
    Sentence(
        "contact_points",
        "立法联系点",
        (
            says(
                any_of("point_opinions"),
                "设立立法联系点{contact_points}个，联系点意见建议{point_opinions}条。",
            ),
            says(any_of("contact_points"), "设立立法联系点{contact_points}个。"),
        ),
    ),
    Sentence(
        "point_adoption",
        "联系点意见采纳",
        (says(any_of("point_opinions_adopted"), "采纳立法联系点意见{point_opinions_adopted}条。"),),
    ),
    Sentence(
        "regulations",
        "地方性法规",
        (says(any_of("bills_enacted"), "公布地方性法规{bills_enacted}件。"),),
    ),
    Sentence(
        "clean_up",
        "规章清理",
        (
            says(
                any_of("cleaned"),
                "清理政府规章{cleaned}部，废止政府规章{abolished}部，修改政府规章{changed}部，"
                "继续有效政府规章{kept}部。",
            ),
        ),
    ),
)
