"""A second lock on the trail: the database itself refuses to change an event, and on PostgreSQL to delete one.

SQLite keeps no trigger on deletion, since emptying a test database there deletes rows; the chain and the heads kept
outside the database show a deletion on both.
"""

from django.db import migrations

REFUSAL = "events are append-only"


def lock(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            f"""
            CREATE FUNCTION engine_event_is_append_only() RETURNS trigger AS $$
            BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$ LANGUAGE plpgsql;
            CREATE TRIGGER engine_event_append_only BEFORE UPDATE OR DELETE ON engine_event
            FOR EACH ROW EXECUTE FUNCTION engine_event_is_append_only();
            """
        )
    else:
        schema_editor.execute(
            f"""
            CREATE TRIGGER engine_event_append_only BEFORE UPDATE ON engine_event
            BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END;
            """
        )


def unlock(apps, schema_editor):
    on = " ON engine_event" if schema_editor.connection.vendor == "postgresql" else ""
    schema_editor.execute(f"DROP TRIGGER engine_event_append_only{on};")
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION engine_event_is_append_only();")


class Migration(migrations.Migration):
    dependencies = [("engine", "0001_initial")]
    operations = [migrations.RunPython(lock, unlock)]
