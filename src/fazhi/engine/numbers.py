"""Numbers (文号, 案号) drawn on issue: per organ, year and line, gapless under concurrency."""

from __future__ import annotations

from fazhi.engine.models import NumberDraw
from fazhi.engine.register import NumberLine, Register
from fazhi.organs.models import Organ


def draw(line: NumberLine, organ: Organ, year: int) -> str:
    """The next number of the line; given back when the caller's transaction rolls back."""
    last, _ = NumberDraw.objects.select_for_update().get_or_create(organ=organ, year=year, line=line.key)
    last.last += 1
    last.save(update_fields=["last"])
    return line.pattern.format(mark=organ.mark or organ.short, year=year, n=last.last)


def draw_free(register: Register, line: NumberLine, organ: Organ, year: int) -> str:
    """The next number that no record of the organ bears: imported numbers stay as they are and are passed
    over.
    """
    borne = register.model._default_manager.filter(organ=organ)
    number = draw(line, organ, year)
    while borne.filter(number=number).exists():
        number = draw(line, organ, year)
    return number
