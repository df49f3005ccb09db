"""The auditor: the relations between the figures of a report found, recomputed and graded."""

from fazhi.reader.audit.auditor import Audit, Coverage, audit
from fazhi.reader.audit.finding import GRADES, RULES, Finding, Grade, Member, Rule

__all__ = ["GRADES", "RULES", "Audit", "Coverage", "Finding", "Grade", "Member", "Rule", "audit"]
