"""行政应诉: the sentences of a report, each with its variants; the first whose condition holds is said."""

from fazhi.engine.figures.sentence import ALWAYS_SAID, Sentence, any_of, says, whole

# fmt: off

SENTENCES = (
    Sentence("caseload", "收案与结案", (
        says(whole("concluded", "filed"), "发生行政诉讼案件{filed}件，全部审结。"),
        says(any_of("filed"), "发生行政诉讼案件{filed}件，审结行政诉讼案件{concluded}件。"),
        says(ALWAYS_SAID, "发生行政诉讼案件{filed}件。"),
    )),
    Sentence("defendants", "被告层级", (
        says(any_of("filed_city_government", "filed_city_department"),
             "行政诉讼案件中，市政府为被告的{filed_city_government}件，"
             "县级政府为被告的{filed_county_government}件，市级政府部门为被告的{filed_city_department}件，"
             "其他被告{filed_rest}件。"),
        says(any_of("filed_county_government", "filed_county_department", "filed_township_government"),
             "行政诉讼案件中，县级政府为被告的{filed_county_government}件，"
             "县级部门为被告的{filed_county_department}件，"
             "乡镇政府为被告的{filed_township_government}件。"),
    )),
    Sentence("attendance", "负责人出庭", (
        says(whole("heads_attended", "heard"),
             "开庭审理行政诉讼案件{heard}件，行政机关负责人均出庭应诉，"
             "行政机关负责人出庭应诉率{head_attendance_rate}。"),
        says(any_of("heard"),
             "开庭审理行政诉讼案件{heard}件，行政机关负责人出庭应诉率{head_attendance_rate}，"
             "其中正职负责人出庭应诉{chiefs_attended}件。"),
    )),
    Sentence("losses", "败诉", (
        says(any_of("lost"), "行政机关败诉{lost}件，行政诉讼败诉率{loss_rate}。"),
        says(any_of("concluded"), "审结的案件中无败诉案件。"),
    )),
    Sentence("correction", "败诉纠错", (
        says(whole("rectified", "lost_effective"), "生效裁判败诉案件{lost_effective}件，全部整改完成。"),
        says(any_of("lost_effective"),
             "生效裁判败诉案件{lost_effective}件，败诉案件整改率{rectified_rate}。"),
    )),
    Sentence("performance", "履行生效裁判", (
        says(any_of("performance_due"), "生效裁判履行率{performance_rate}。"),
    )),
    Sentence("resolution", "实质性化解", (
        says(any_of("resolved"),
             "诉前化解行政争议{resolved}件，行政诉讼案件调撤率{amicable_rate}。"),
        says(any_of("withdrawn", "mediated"), "行政诉讼案件调撤率{amicable_rate}。"),
    )),
    Sentence("suggestions", "司法建议、检察建议", (
        says(any_of("suggestions_judicial"),
             "收到司法建议{suggestions_judicial}份、收到检察建议{suggestions_procuratorial}份，"
             "建议按期回复率{reply_rate}，建议采纳率{adoption_rate}。"),
        says(any_of("suggestions_procuratorial"),
             "收到检察建议{suggestions_procuratorial}份，建议按期回复率{reply_rate}，"
             "建议采纳率{adoption_rate}。"),
    )),
    Sentence("public_interest", "公益诉讼检察建议", (
        says(any_of("suggestions_public_interest"),
             "收到公益诉讼检察建议{suggestions_public_interest}份，"
             "公益诉讼检察建议整改率{public_interest_rectified_rate}。"),
    )),
    Sentence("interaction", "府院互动", (
        says(any_of("joint_meetings"), "召开府院联席会议{joint_meetings}次。"),
        says(any_of("seminars"), "召开行政应诉座谈会{seminars}次。"),
    )),
    Sentence("observation", "旁听庭审", (
        says(any_of("observers"), "组织旁听庭审{observations}次，旁听行政案件{cases_observed}件。"),
    )),
    Sentence("warning", "败诉预警", (
        says(any_of("warnings", "talks", "circulars"),
             "发出败诉预警{warnings}次，因败诉约谈{talks}次，通报败诉案件{circulars}次。"),
    )),
    Sentence("enterprise", "涉企案件", (
        says(any_of("filed_enterprise"), "涉企行政诉讼案件{filed_enterprise}件。"),
    )),
    Sentence("compensation", "国家赔偿", (
        says(any_of("compensation_claims"),
             "收到国家赔偿申请{compensation_claims}件，决定国家赔偿{compensation_granted}件。"),
    )),
    Sentence("enforcement", "非诉执行", (
        says(any_of("enforcement_applied"),
             "申请法院强制执行{enforcement_applied}件，裁定准予强制执行{enforcement_allowed}件。"),
    )),
    Sentence("courts", "法院涉企案件", (
        says(any_of("court_enterprise_cases"),
             "法院受理涉企案件{court_enterprise_cases}件，执行到位标的款{court_enforced_amount}元。"),
    )),
)
