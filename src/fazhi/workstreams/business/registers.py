"""公平竞争审查: how the review of a measure is entered, listed and shown."""

from django.db.models import Model, Q

from fazhi.engine.condition import filled
from fazhi.engine.register import AsOf, Column, Filter, NumberLine, PartSpec, Register
from fazhi.workstreams.business import review
from fazhi.workstreams.business.models.review import CompetitionReview, ReviewStep
from fazhi.workstreams.business.papers import REVIEW_PAPERS


def columns_of(model: type[Model]) -> tuple[str, ...]:
    """The register's own columns, in the order in which they are declared."""
    hub = {"record", "organ", "step", "number", "stepped_on", "law_on", "law_chosen", "withdrawn_on"}
    return tuple(column.name for column in model._meta.local_fields if column.name not in hub)


OPEN = (
    ReviewStep.STARTED,
    ReviewStep.SCREENED,
    ReviewStep.REVIEWED,
    ReviewStep.SENT,
    ReviewStep.CONCLUDED,
    ReviewStep.ISSUED,
)

REVIEW = Register(
    key="business.competition_review",
    label="公平竞争审查",
    model_name="business.CompetitionReview",
    procedure=review.REVIEW_PROCEDURE,
    title="公平竞争审查：{measure}",
    columns=(
        Column("number", "结论文号"),
        Column("measure", wide=True),
        Column("kind"),
        Column("maker"),
        Column("step"),
        Column("started_on"),
        Column("due:joint"),
        Column("concluded_on"),
        Column("conclusion"),
        Column("issued_on"),
    ),
    facts=columns_of(CompetitionReview),
    opening=("measure", "kind", "maker", "drafter", "started_on", "public_interest"),
    needs=("measure", "started_on"),
    number=NumberLine("competition", "{mark}公竞审〔{year}〕{n}号"),
    parts=(
        PartSpec(
            "business.Heard",
            "听取的意见",
            ("name", "way", "heard_on", "opinion", "adopted", "reason"),
            "hear",
        ),
        PartSpec("business.StandardCheck", "审查标准核对", ("standard", "hit", "text", "handling"), "review"),
        PartSpec("business.Evaluation", "例外措施评估", ("made_on", "result", "kept"), "evaluate"),
    ),
    parties=("drafter",),
    published=("measure", "kind", "maker", "drafter", "issued_on", "issue_number", "conclusion"),
    search=("number", "measure", "issue_number"),
    key_fields=("measure", "started_on"),
    papers=REVIEW_PAPERS,
    filters=(
        Filter("joint", "政府出台", review.GOVERNMENT),
        Filter("failed", "不符合审查标准", review.NONCOMPLIANT),
        Filter("excepted", "适用例外", review.EXCEPTED),
        AsOf("running", "例外措施实施中", "issued_on", "exception_ended_on", review.EXCEPTED),
        Filter("modified", "已修改", filled("modified_on")),
    ),
    open_when=Q(step__in=OPEN),
)
