"""What several commands read from their arguments."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from fazhi.engine.refusal import Refusal
from fazhi.organs.models import Organ


def read_day(text: str) -> date:
    """A day as 2024-01-31.

    :raises Refusal: no such day.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refusal(f"“{text}”不是有效的日期。请写成2024-01-31，并核对该月有没有这一天。") from None


def find_organ(code: str) -> Organ:
    """The organ with that code, or the only one with that name.

    :raises Refusal: none, or several of that name.
    """
    found = list(Organ.objects.filter(Q(code=code) | Q(name=code) | Q(short_name=code))[:5])
    exact = [organ for organ in found if organ.code == code]
    if len(found) == 1 or exact:
        return (exact or found)[0]
    if not found:
        raise Refusal(f"没有代码或名称为“{code}”的机关。请先用 fazhi organs import 导入，或者核对代码。")
    listed = "、".join(f"{organ.code} {organ.name}" for organ in found)
    raise Refusal(f"“{code}”不止一个机关：{listed}。请写机关代码。")
