"""Indexes that another one begins with are dropped; the tables stay as they are."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

GONE = (
    ("breach", "record"),
    ("link", "here"),
    ("link", "there"),
    ("obligation", "record"),
    ("record", "merged_into"),
)


def drop(apps: Any, schema_editor: Any) -> None:
    for name, field in GONE:
        model = apps.get_model("engine", name)
        column = model._meta.get_field(field).column
        for index in schema_editor._constraint_names(
            model, [column], index=True, unique=False, exclude={one.name for one in model._meta.indexes}
        ):
            schema_editor.execute(schema_editor._delete_index_sql(model, index))


def restore(apps: Any, schema_editor: Any) -> None:
    for name, field in GONE:
        model = apps.get_model("engine", name)
        schema_editor.execute(
            schema_editor._create_index_sql(model, fields=[model._meta.get_field(field)])
        )


def key(to: str, **options: Any) -> models.ForeignKey:
    return models.ForeignKey(db_index=False, to=to, **options)


CASCADE, PROTECT = django.db.models.deletion.CASCADE, django.db.models.deletion.PROTECT
FIELDS = {
    ("breach", "record"): key("engine.record", on_delete=CASCADE, related_name="breaches"),
    ("link", "here"): key("engine.record", on_delete=PROTECT, related_name="links_out"),
    ("link", "there"): key("engine.record", on_delete=PROTECT, related_name="links_in"),
    ("obligation", "record"): key("engine.record", on_delete=CASCADE, related_name="obligations"),
    ("record", "merged_into"): key("engine.record", blank=True, null=True, on_delete=PROTECT, related_name="+"),
}


class Migration(migrations.Migration):

    dependencies = [
        ("engine", "0006_frozen_as_printed"),
    ]

    operations = [
        migrations.RunPython(drop, restore),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(model_name=model, name=name, field=field)
                for (model, name), field in FIELDS.items()
            ],
        ),
        migrations.AddIndex(
            model_name="record",
            index=models.Index(
                condition=models.Q(("merged_into__isnull", False)),
                fields=["merged_into"],
                name="record_merged",
            ),
        ),
    ]
