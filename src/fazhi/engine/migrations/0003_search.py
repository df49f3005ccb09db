"""Titles searched by two characters: a full-text table on SQLite, a GIN index on PostgreSQL."""

from django.db import migrations

POSTGRESQL = """
CREATE FUNCTION engine_bigrams(words text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_agg(DISTINCT substr(lower(words), at, 2))
  FROM generate_series(1, greatest(char_length(words) - 1, 1)) AS at
$$;
CREATE INDEX record_title_bigrams ON engine_record USING gin (engine_bigrams(title));
"""


def build(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL)
        return
    schema_editor.execute("CREATE VIRTUAL TABLE engine_search USING fts5(grams)")
    record = apps.get_model("engine", "Record")
    rows = (
        (pk, " ".join(title.lower()[at : at + 2] for at in range(max(len(title) - 1, 1))))
        for pk, title in record.objects.values_list("pk", "title").iterator(chunk_size=5000)
    )
    with schema_editor.connection.cursor() as cursor:
        for row in rows:
            cursor.execute("INSERT INTO engine_search (rowid, grams) VALUES (%s, %s)", row)


def tear_down(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX record_title_bigrams; DROP FUNCTION engine_bigrams(text);")
    else:
        schema_editor.execute("DROP TABLE engine_search")


class Migration(migrations.Migration):
    dependencies = [("engine", "0002_append_only")]
    operations = [migrations.RunPython(build, tear_down)]
