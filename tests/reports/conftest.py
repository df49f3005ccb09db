"""A draft put together by hand: what the writers are held to, without a database."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from fazhi.reports.manuscript import Draft, Entry, Head, Paragraph, Part, Run, Section


def row(
    key: str, label: str, value: float, unit: str, kind: str, records: int, origin: str
) -> dict[str, Any]:
    return {
        "indicator": key,
        "label": label,
        "value": value,
        "unit": unit,
        "kind": kind,
        "numerator": None,
        "denominator": None,
        "origin": origin,
        "records": records,
        "span": "2024年",
    }


ROWS = (
    row("reconsideration.accepted", "受理行政复议案件", 99, "件", "count", 99, "counted"),
    row("reconsideration.closed", "审结行政复议案件", 91, "件", "count", 91, "counted"),
    row(
        "reconsideration.closing_rate",
        "结案率（当年办结/当年受理）",
        91.919191919192,
        "%",
        "ratio",
        91,
        "counted",
    ),
    row("reconsideration.open", "在办行政复议案件", 8, "件", "stock", 8, "counted"),
    row("toy.cases", "应诉案件", 124, "件", "declared", 0, "declared"),
)
PRINTED = {
    "reconsideration.accepted": "99",
    "reconsideration.closed": "91",
    "reconsideration.closing_rate": "91.92%",
    "toy.cases": "124",
}


@pytest.fixture
def draft() -> Draft:
    entries = tuple(
        Entry(one["indicator"], one["label"], PRINTED[one["indicator"]], one["origin"], one["records"],
              "登记簿“许可”中符合条件的记录 <口径>", one)
        for one in ROWS
        if one["indicator"] in PRINTED
    )  # fmt: skip
    said = Paragraph(
        (
            Run("受理行政复议案件"),
            Run("99", "reconsideration.accepted"),
            Run("件，审结"),
            Run("91", "reconsideration.closed"),
            Run("件，结案率为"),
            Run("91.92%", "reconsideration.closing_rate"),
            Run("。"),
        ),
        "许可",
    )
    declared = Paragraph((Run("应诉案件"), Run("124", "toy.cases"), Run("件。")), "许可")
    typed = Paragraph((Run("一是办案力量不足——“人少案多”，A&B <单位>；二是审核人员偏少。"),), "示例县司法局")
    return Draft(
        title="示例县2024年度法治政府建设工作报告",
        organ="示例县人民政府",
        organ_code="999901",
        scope="within",
        scope_label="本级及所辖（块）",
        year=2024,
        sections=(
            Section("work", "主要举措和成效", (), (Part("行政复议和行政应诉", (said, declared)),)),
            Section("problems", "存在的不足和原因", (typed,)),
        ),
        entries=entries,
        rows=ROWS,
        digest="4f1c09ae" * 8,
        frozen_at=datetime(2025, 2, 18, 9, 30, tzinfo=UTC),
        heads=(Head("示例县人民政府", 7, 21903, "b7e240d1" * 8), Head("示例县司法局", 8, 12, "5c96" * 16)),
        addressees=("中共示例县委",),
        signed_on=date(2025, 2, 20),
    )
