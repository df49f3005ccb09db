"""The auditor: the relations between the figures of a report found, recomputed and graded."""

import sys
from pathlib import Path
from types import ModuleType

from fazhi.reader.audit.auditor import Audit, Coverage, audit
from fazhi.reader.audit.finding import GRADES, RULES, Finding, Grade, Member, Rule
from fazhi.reader.document import Document

__all__ = ["GRADES", "RULES", "Audit", "Coverage", "Finding", "Grade", "Member", "Rule", "audit"]


class _Callable(ModuleType):
    """Once loaded, ``from fazhi.reader import audit`` gives this package: it is called like the function."""

    def __call__(self, source: Document | str | bytes | Path) -> Audit:
        return audit(source)


sys.modules[__name__].__class__ = _Callable
