"""Yes, no, and not yet known: the column type of every question a gate or a figure asks."""

from django.db.models import TextChoices


class Answer(TextChoices):
    """A yes/no column is NOT NULL with an explicit undecided, so that unknown never opens a gate."""

    UNKNOWN = "unknown", "未定"
    YES = "yes", "是"
    NO = "no", "否"
