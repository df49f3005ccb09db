"""政府规章与立法: what the law demands of a rule before a move. Unknown is closed."""

from django.db.models import Q

from fazhi.engine.condition import filled
from fazhi.engine.procedure import Gate
from fazhi.law.editions import COMPETITION_2024 as COMPETITION
from fazhi.law.editions import LEGISLATION_2015 as LEG15
from fazhi.law.editions import LEGISLATION_2023 as LEG23
from fazhi.law.editions import RULE_FILING_2001 as FILING01
from fazhi.law.editions import RULE_FILING_2024 as FILING24
from fazhi.law.editions import RULE_PROCEDURE_2001 as OLD
from fazhi.law.editions import RULE_PROCEDURE_2017 as NEW
from fazhi.workstreams.legislation import conditions as c
from fazhi.workstreams.legislation.models.choices import Conclusion, Opinion

# fmt: off

# 起草
POWER = Gate("power", "规章由省、自治区、直辖市和设区的市、自治州的人民政府制定",
    c.MAY_MAKE, LEG15.art(82, 1), LEG23.art(93, 1),
    remedy="请核对“制定主体”；县级以上没有规章制定权的，按行政规范性文件办理")
MATTER_2015 = Gate("matter_2015", "设区的市的规章，限于城乡建设与管理、环境保护、历史文化保护等方面的事项",
    c.MATTER_2015, LEG15.art(82, 3), remedy="请核对“规定的事项”；超出范围的，不制定规章")
MATTER = Gate("matter",
    "设区的市的规章，限于城乡建设与管理、生态文明建设、历史文化保护、基层治理等方面的事项",
    c.MATTER_2023, LEG23.art(93, 3), remedy="请核对“规定的事项”；超出范围的，不制定规章")
TITLE = Gate("title", "规章一般称“规定”“办法”，不得称“条例”",
    c.LAWFUL_TITLE, OLD.art(6), NEW.art(7), remedy="请修改规章名称并登记“名称种类”")
BURDENS = Gate("burdens", "没有上位法依据，不得减损权利或者增加义务",
    c.BURDENS_BASED, LEG15.art(82, 6), LEG23.art(93, 6), NEW.art(3, 2),
    remedy="请登记“减损权利或者增加义务”；有的，填写上位法依据")
HEARING_NOTICE = Gate("hearing_notice", "应当在举行听证会的30日前公布时间、地点和内容",
    c.ANNOUNCED_IN_TIME, OLD.art(15), NEW.art(16, 2, 1),
    remedy="请核对“公布听证会日期”；不足30日的，改期举行")

# 报送审查
COMMENT = Gate("comment", "应当向社会公布草案征求意见，一般不少于30日；保密、缩短的，应当说明理由",
    c.LONG_ENOUGH | c.SHORTENED | c.SECRET, NEW.art(15, 2),
    remedy="请登记公开征求意见的起止日期，或者不公开征求、缩短的理由")
ARGUMENT = Gate("argument", "涉及重大利益调整的，应当进行论证咨询",
    c.ARGUED, NEW.art(16, 1), remedy="请登记“涉及重大利益调整”；涉及的，登记论证咨询的日期和意见")
HEARING = Gate("hearing", "需要听证的，应当举行听证会",
    c.HEARD, OLD.art(15), NEW.art(16, 2), remedy="请登记“是否听证”；需要的，先登记“举行听证会”")
HEARING_RECORD = Gate("hearing_record", "听证应当制作笔录，并说明对听证意见的处理情况及理由",
    c.HEARING_RECORDED, OLD.art(15), NEW.art(16, 2, 4),
    remedy="请登记“制作听证笔录”和“对听证意见的处理情况及理由”")
DEPARTMENTS = Gate("departments", "应当征求有关部门意见；不能取得一致的，应当说明情况和理由",
    c.DEPARTMENTS_HEARD, OLD.art(16), NEW.art(17, 2),
    remedy="请登记“征求部门意见日期”和“部门有不同意见”；有的，填写情况和理由")
SUBMISSION = Gate("submission", "送审稿应当由起草单位主要负责人签署",
    c.stated("submit_signer"), OLD.art(17), NEW.art(18, 2), remedy="请填写“起草单位签署人”")
MATERIALS = Gate("materials", "应当报送送审稿及其说明、不同意见和其他有关材料",
    Q(submit_complete=c.YES), OLD.art(17), NEW.art(18, 1),
    remedy="请备齐材料并登记“送审稿、说明和材料齐全”")

# 审查
OPINIONS_SOUGHT = Gate("opinions_sought", "应当就送审稿征求有关机关、组织和专家的意见",
    filled("opinions_sought_on"), OLD.art(20), NEW.art(21, 1), remedy="请先办理“审查中征求意见”")
GRASSROOTS = Gate("grassroots", "应当就主要问题深入基层调查研究",
    filled("grassroots_on"), OLD.art(21), NEW.art(22), remedy="请先办理“深入基层调研”")
COMMENT_AGAIN = Gate("comment_again", "审查中再次公布征求意见的，一般不少于30日",
    c.NOT_PUBLISHED_AGAIN | c.REVIEW_LONG_ENOUGH, NEW.art(21, 2),
    remedy="请登记再次征求意见的截止日期，满30日后提出")
COORDINATION = Gate("coordination", "部门有不同意见的，应当进行协调",
    c.COORDINATED, OLD.art(24), NEW.art(24, 1), remedy="请登记“协调”的日期和情况")
COMPETITION_REVIEW = Gate("competition", "涉及经营者经济活动的，应当经公平竞争审查，符合标准或者适用例外规定",
    c.NOT_FOR_OPERATORS | c.COMPETITION_PASSED, COMPETITION.art(18),
    remedy="请关联公平竞争审查记录，或者登记“公平竞争审查结论”")
COMPETITION_JOINT = Gate("competition_joint",
    "政府出台或者提请人大审议的，由市场监管部门会同起草单位审查，起草单位不得自行作出结论",
    c.NOT_FOR_OPERATORS | c.REVIEWED_JOINTLY, COMPETITION.art(14),
    remedy="请关联市场监管部门会同审查的公平竞争审查，或者在“公平竞争审查方式”中登记会同审查")
CONCLUSION = Gate("conclusion", "应当提出明确的审查结论",
    c.decided("review_result", Opinion), OLD.art(18), NEW.art(19), remedy="请选择“审查结论”")
DRAFT_SIGNED = Gate("draft_signed", "规章草案和说明应当由法制机构主要负责人签署",
    c.stated("review_signer"), OLD.art(25), NEW.art(25, 2), remedy="请填写“法制机构签署人”")
DEFER_GROUND = Gate("defer_ground", "只有法定情形，才可以缓办或者退回",
    c.GROUND_GIVEN, OLD.art(19), NEW.art(20), remedy="请选择“缓办、退回的情形”")

# 决定和公布
LAWFUL = Gate("lawful", "经审查合法的规章草案，才提请会议审议",
    c.FOUND_LAWFUL, OLD.art(18), NEW.art(19), remedy="请先退回修改，再次审查")
PARTY = Gate("party", "制定重大经济社会方面的规章，应当及时报告同级党委",
    c.PARTY_TOLD, NEW.art(4, 2), remedy="请登记“重大经济社会方面的规章”；属于的，登记报告日期")
AGENDA = Gate("agenda", "审议应当是会议在该日审议的议题",
    c.RULE_ON_AGENDA, OLD.art(27), NEW.art(27, 2), LEG15.art(84), LEG23.art(95, 2),
    remedy="请关联会议已经审议的议题（议题种类为规章草案，关联当日召开的会议），按审议日期办理；"
    "过去没有登记议题的，在“更正”中补记会议")
DISCUSSION = Gate("discussion", "规章应当经政府常务会议或者全体会议决定",
    c.RULE_DISCUSSED, OLD.art(27), NEW.art(27, 2), LEG15.art(84), LEG23.art(95, 2),
    remedy="请先办理“提请会议审议”；议题的审议结果应当是通过")
ORDER = Gate("order", "公布规章的命令应当载明序号、施行日期和署名",
    c.ORDER_COMPLETE, OLD.art(30), NEW.art(30, 1), remedy="请填写“命令序号”“签署人”和“施行日期”")
EFFECT = Gate("effect", "规章应当自公布之日起30日后施行；依法可以自公布之日起施行的除外",
    c.AT_ONCE | c.PUBLISHED_IN_TIME, OLD.art(32), NEW.art(32),
    remedy="请推迟施行日期；依法可以立即施行的，登记“施行时间”")
CARRIAGE = Gate("carriage", "应当在政府公报、中国政府法制信息网和本行政区域发行的报纸上刊载",
    c.CARRIED, OLD.art(31), NEW.art(31, 2), LEG15.art(86), LEG23.art(97, 2),
    remedy="请填写“政府公报期号”“公布网址”和“刊载的报纸”")

# 施行以后
PACKAGE = Gate("package", "报送备案应当提交备案报告、规章文本和说明，并报送电子文本",
    Q(filing_complete=c.YES), FILING01.whole(), FILING24.art(8, 3), FILING24.art(8, 4),
    remedy="请备齐并登记“备案材料齐全”")
EXPLANATION = Gate("explanation", "规章解释应当报请制定机关批准后公布",
    c.EXPLANATION_APPROVED, OLD.art(33), NEW.art(33, 3), remedy="请填写“规章解释”，经批准后登记")
EVALUATION = Gate("evaluation", "立法后评估应当有结论，作为修改、废止的参考",
    c.decided("evaluation", Conclusion),
    NEW.art(38), remedy="请选择“评估结论”")
ENDING = Gate("ending", "修改、废止规章应当写明原因",
    c.GROUND_STATED, OLD.art(37), NEW.art(37), remedy="请选择“失去效力原因”")
ENDING_PUBLISHED = Gate("ending_published", "规章修改、废止后，应当及时公布",
    c.stated("ending_url"), NEW.art(39, 2), remedy="请填写“修改、废止的公布网址”")
# fmt: on
