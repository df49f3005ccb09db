"""What several reports say of each other: relations whose members stand in different files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from fazhi.reader.audit.finding import Finding, Grade, Member, Rule
from fazhi.reader.document import Number

Kind = Literal["years", "levels"]


@dataclass(frozen=True, slots=True)
class Across:
    """A relation between reports: as a finding, with the file of each member."""

    rule: Rule
    grade: Grade
    expression: str
    members: tuple[tuple[str, Member], ...]
    stated: Number | str | None
    computed: Number | str | None
    explanation: str

    def as_row(self) -> dict[str, Any]:
        finding = Finding(
            self.rule,
            self.grade,
            self.expression,
            tuple(m for _, m in self.members),
            self.stated,
            self.computed,
            self.explanation,
        )
        row = finding.as_row()
        for member, (file, _) in zip(row["members"], self.members, strict=True):
            member["file"] = file
        return row


@dataclass(frozen=True, slots=True)
class Comparison:
    """What several reports say of each other; ``kind`` is years or levels."""

    kind: Kind
    files: tuple[str, ...]
    findings: tuple[Across, ...]

    def as_row(self) -> dict[str, Any]:
        return {
            "compare": self.kind,
            "files": list(self.files),
            "findings": [f.as_row() for f in self.findings],
        }
