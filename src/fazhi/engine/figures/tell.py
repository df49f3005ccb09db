"""Sentences told: the first variant that holds, with its figures printed and each number's place kept.

There is no template logic beyond ``{name}`` and ``{name:余}``. The figures come from one set, for a report
from a freeze, so that the same number is printed wherever it is said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from string import Formatter

from fazhi.engine.figures.printing import print_about, print_value
from fazhi.engine.figures.sentence import Sentence, Variant
from fazhi.engine.figures.value import Figure


@dataclass(frozen=True, slots=True)
class Said:
    """One number in a told sentence: ``text[start:end]`` prints the figure of that indicator."""

    start: int
    end: int
    key: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence as it is printed, with its numbers; empty where no variant holds."""

    sentence: str
    text: str
    numbers: tuple[Said, ...]


def tell(sentence: Sentence, workstream: str, figures: Mapping[str, Figure]) -> Told:
    """Say the first variant whose condition holds.

    :param figures: by full key; the names in the sentence are short keys of ``workstream``.
    :raises LookupError: the variant names a figure that there is not: a fault of the declaration.
    """
    values = {
        key.removeprefix(f"{workstream}."): figure.value
        for key, figure in figures.items()
        if key.startswith(f"{workstream}.")
    }
    variant = chosen(sentence, values)
    if variant is None:
        return Told(sentence.key, "", ())
    text, numbers = "", []
    for plain, name, spec, _ in Formatter().parse(variant.text):
        text += plain
        if name is None:
            continue
        key = f"{workstream}.{name}"
        if key not in figures:
            raise LookupError(f"sentence {workstream}.{sentence.key} names no figure: {name}")
        printed = printed_as(figures[key], spec or "", sentence.key)
        numbers.append(Said(len(text), len(text) + len(printed), key, figures[key]))
        text += printed
    return Told(sentence.key, text, tuple(numbers))


def chosen(sentence: Sentence, values: Mapping[str, Fraction | None]) -> Variant | None:
    """The first variant whose condition holds."""
    return next((variant for variant in sentence.variants if variant.condition.holds(values)), None)


def printed_as(figure: Figure, spec: str, sentence: str) -> str:
    """The figure as the sentence prints it, with % or ‰ but no other unit: that stands in the sentence.

    :raises LookupError: a form other than 余.
    """
    if spec not in {"", "余"}:
        raise LookupError(f"sentence {sentence}: unknown form {spec}")
    return print_about(figure.value, figure.unit) if spec else print_value(figure.value, figure.unit)
