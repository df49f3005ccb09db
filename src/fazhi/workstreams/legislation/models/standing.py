"""What stands: bodies of legislation with their staff, and the statutes that are learned and applied."""

from fazhi.engine.models import RecordModel
from fazhi.workstreams.legislation.models import choices as c
from fazhi.workstreams.legislation.models.columns import answer, chosen, count, day, text


class LegislativeBody(RecordModel):
    """A body that does legislation (立法机构)."""

    name = text("机构名称")
    posts = count("编制数")
    since_on = day("设立日期")
    document_number = text("设立文号", 80)
    ended_on = day("撤销日期")

    class Meta:
        verbose_name = "立法机构"


class Staff(RecordModel):
    """A person who works in such a body."""

    name = text("姓名", 60)
    body_name = text("所在机构")
    post = text("职务", 120)
    qualified = answer("法律职业资格")
    since_on = day("到岗日期")
    ended_on = day("离岗日期")

    class Meta:
        verbose_name = "立法工作人员"


class Statute(RecordModel):
    """A statute that is learned, publicised and applied, in one version (法律法规名录)."""

    name = text("法律法规名称")
    level = chosen("效力级别", c.StatuteLevel)
    version = text("版本（制定、修订年份）", 80)
    in_force_on = day("施行日期")
    since_on = day("列入名录日期")
    revised_on = day("修订施行日期")
    ended_on = day("移出名录日期")

    class Meta:
        verbose_name = "法律法规名录"


class Use(RecordModel):
    """One use of a statute: a course, an act of publicity, an enforcement item, a case."""

    statute_name = text("法律法规名称")
    kind = chosen("用途", c.UseKind)
    arranged_on = day("安排日期")
    done_on = day("完成日期")
    occasion = text("课程、活动、执法事项或者案号")
    persons = count("参加人数")

    class Meta:
        verbose_name = "法律法规运用"
