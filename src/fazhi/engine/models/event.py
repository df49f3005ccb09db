"""The trail: one event a write, append-only, chained per organ with a key."""

from __future__ import annotations

from django.db import models

from fazhi.engine.models.record import Record
from fazhi.organs.models import Organ, Person


class Event(models.Model):
    """Who did what to which record, when and why.

    ``chain`` is the organ's id (0 for acts on no organ); ``seq`` counts within it from 1 without gaps.
    ``mac`` is HMAC-SHA256 over the event and the ``mac`` before it. ``changes`` maps a field to [before,
    after].
    """

    chain = models.PositiveBigIntegerField("链")
    seq = models.PositiveIntegerField("序号")
    organ = models.ForeignKey(Organ, models.PROTECT, null=True, blank=True, related_name="+")
    record = models.ForeignKey(Record, models.PROTECT, null=True, blank=True, related_name="events")
    kind = models.CharField("行为", max_length=40)
    label = models.CharField("说明", max_length=200)
    actor = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    actor_name = models.CharField("办理人", max_length=60)
    legal_on = models.DateField("法定日")
    logged_at = models.DateTimeField("登记时间")
    changes = models.JSONField("变化", default=dict)
    why = models.CharField("理由", max_length=500, blank=True)
    prev = models.CharField(max_length=64)
    mac = models.CharField(max_length=64)

    class Meta:
        verbose_name = "事件"
        constraints = [models.UniqueConstraint(name="event_seq_once", fields=["chain", "seq"])]
        indexes = [models.Index(name="event_record", fields=["record", "id"])]


class TrailHead(models.Model):
    """The last event of a chain; locked while the next is appended."""

    chain = models.PositiveBigIntegerField(primary_key=True)
    seq = models.PositiveIntegerField(default=0)
    mac = models.CharField(max_length=64, default="")

    class Meta:
        verbose_name = "链首"
