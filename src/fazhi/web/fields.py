"""Form fields derived from a register's columns: labels, choices and dates as the model declares them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.db.models import (
    BooleanField,
    CharField,
    DateField,
    Field,
    ForeignKey,
    Model,
    Q,
    QuerySet,
    TextField,
)

from fazhi.engine.hundredths import parted
from fazhi.engine.personal import masked
from fazhi.engine.refusal import Refusal
from fazhi.engine.values import field_of
from fazhi.organs.dated import living
from fazhi.organs.models import Axis, Below, Organ
from fazhi.web.hundredths import HundredthsField

LONG = 300
"""From so many characters a text is written in several lines."""
MORE = "more"
"""The button of a form that asks for another line of child rows."""
DEPTH = 2
"""How far below the government of one's territory organs are offered: departments, counties, theirs."""


def declared_fields(
    model: type[Model],
    names: Iterable[str],
    needs: Iterable[str],
    organs: QuerySet[Organ],
    *,
    row: Model | None = None,
    personal: Iterable[str] = (),
) -> dict[str, forms.Field]:
    """One form field a column, filled from ``row``; a personal column of a known row stays unless rewritten.

    :param needs: the columns that may not stay empty.
    :param organs: what a column that names an organ may be set to.
    """
    needed, hidden = set(needs), set(personal)
    found: dict[str, forms.Field] = {}
    for name in dict.fromkeys(names):
        column = field_of(model, name)
        made = form_field(column, organs, required=name in needed)
        value = getattr(row, column.attname) if row is not None else None
        if row is None:
            made.initial = column.get_default() if column.has_default() else None
        elif name in hidden and value:
            made.help_text, made.required = f"现为 {masked(str(value))}，留空表示不变", False
        else:
            made.initial = value
        found[name] = made
    return found


def form_field(column: Field[Any, Any], organs: QuerySet[Organ], *, required: bool) -> forms.Field:
    """The field of one column, with messages that name it."""
    label = str(column.verbose_name)
    if isinstance(column, BooleanField):
        return forms.BooleanField(label=label, required=False)
    if isinstance(column, DateField):
        return day_field(label, required=required)
    told = {"required": f"请填写“{label}”", "invalid": f"“{label}”应当是数字，请改正"}
    if isinstance(column, ForeignKey):
        told = {"required": f"请选择“{label}”", "invalid_choice": f"“{label}”请从所列机关中选择"}
        return forms.ModelChoiceField(
            organs, label=label, required=required, empty_label="请选择", error_messages=told
        )
    if column.choices:
        told = {"required": f"请选择“{label}”", "invalid_choice": f"“{label}”请从所列各项中选择"}
        return forms.ChoiceField(
            label=label, required=required, choices=list(column.flatchoices), error_messages=told
        )
    if isinstance(column, (CharField, TextField)):
        long = column.max_length is None or column.max_length >= LONG
        widget = forms.Textarea(attrs={"rows": 2}) if long else forms.TextInput()
        return forms.CharField(
            label=label,
            required=required,
            max_length=column.max_length,
            widget=widget,
            error_messages=told | {"max_length": f"“{label}”不能超过{column.max_length}字，请缩短"},
        )
    name, unit = parted(label)
    if unit:
        told = {"required": f"请填写“{name}”", "invalid": f"“{name}”应当是数字，请改正"}
        return HundredthsField(label=name, unit=unit, required=required, errors=told)
    made = column.formfield(label=label, required=required, error_messages=told)
    if made is None:
        raise Refusal(f"“{label}”不能在页面上填写。")
    return made


def day_field(label: str, *, required: bool, hint: str = "", initial: date | None = None) -> forms.DateField:
    """A day, as the browser's own calendar writes it."""
    return forms.DateField(
        label=label,
        required=required,
        help_text=hint,
        initial=initial,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": f"请填写“{label}”",
            "invalid": f"“{label}”不是有效的日期，请按 2025-03-14 的样子填写",
        },
    )


def reason_field(label: str = "理由", *, required: bool = True, hint: str = "") -> forms.CharField:
    """Why something is done, as the trail keeps it."""
    return forms.CharField(
        label=label,
        required=required,
        max_length=300,
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": f"请填写“{label}”", "max_length": f"“{label}”不能超过300字，请缩短"},
    )


def form_of(
    fields: Mapping[str, forms.Field],
    data: Any = None,
    files: Any = None,
    *,
    prefix: str | None = None,
) -> forms.Form:
    """A form of these fields; bound where ``data`` is given.

    Posted with :data:`MORE` it asks for another line: what was typed is kept and nothing is found wrong yet.
    """
    drafted = data is not None and MORE in data
    form = forms.Form(
        None if drafted else data,
        None if drafted else files,
        prefix=prefix,
        use_required_attribute=False,
    )
    form.fields.update(fields)
    if drafted:
        form.initial = {
            name: field.widget.value_from_datadict(data, files or {}, form.add_prefix(name))
            for name, field in fields.items()
        }
    return form


def values_of(form: forms.Form, model: type[Model], names: Iterable[str]) -> dict[str, Any]:
    """What was filled in, for the engine; left out is what was left as it is and may not be empty."""
    values: dict[str, Any] = {}
    for name in dict.fromkeys(names):
        column, value = field_of(model, name), form.cleaned_data.get(name)
        unchanged = value in {None, ""} and bool(form.fields[name].help_text)
        if unchanged or (value is None and not column.null):
            continue
        values[name] = value
    return values


def told(form: forms.Form, refusal: Refusal) -> None:
    """Put a refusal's reasons beside the fields that they concern, the rest above the form."""
    for lack in refusal.lacks:
        form.add_error(lack.field if lack.field in form.fields else None, str(lack).rstrip("。"))
    if not refusal.lacks:
        form.add_error(None, refusal.text)


def organs_for(organ: Organ, day: date, *, also: Iterable[int | None] = ()) -> QuerySet[Organ]:
    """The organs one deals with: those of the government one belongs to, two steps down; and ``also``."""
    highs = Below.objects.filter(low=organ, axis=Axis.TERRITORY, depth__lte=1).values("high_id")
    lows = Below.objects.filter(high__in=highs, axis=Axis.TERRITORY, depth__lte=DEPTH).values("low_id")
    near = Q(pk__in=lows) & living(day) | Q(pk__in=[pk for pk in also if pk])
    return Organ.objects.filter(near).order_by("code")
