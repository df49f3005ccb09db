"""Who holds which post and which role, and since when."""

from __future__ import annotations

from datetime import date

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from fazhi.organs.dated import in_force, meeting, must_be_in_transaction, must_run_forward, spell
from fazhi.organs.models import Grant, Organ, Person, Post, Rank, Role
from fazhi.organs.refusal import OrganRefused
from fazhi.organs.role import ADMINISTRATORS

LEADERS = (Rank.CHIEF, Rank.DEPUTY, Rank.OTHER_LEADER)
"""负责人: principals, deputies and others in charge (法释〔2020〕3号 第二条)."""


def grant(
    person: Person,
    organ: Organ,
    role: Role,
    *,
    within: bool = False,
    line: bool = False,
    personal: bool = False,
    since: date | None = None,
    until: date | None = None,
) -> Grant:
    """A role in an organ on ``[since, until)``.

    :raises OrganRefused: end before start, an organ abolished by then, the same role twice on one day, two of
        the three administrators or an administrator and another role in one person, personal fields for an
        administrator.
    """
    must_be_in_transaction()
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    what = f"授予{person.name}“{role.label}”（{organ.name}）"
    must_run_forward(since, until, what)
    must_stand(organ, since, what)
    must_be_separate(person, role, since, until, personal=personal)
    held = person.grants.filter(meeting(since, until), organ=organ, role=role).first()
    if held is not None:
        raise OrganRefused(
            f"{person.name}在“{organ.name}”{spell(held.since, held.until)}已是“{role.label}”。"
            "请改起止日期，或者先收回原授权。"
        )
    return Grant.objects.create(
        person=person,
        organ=organ,
        role=role,
        within=within,
        line=line,
        personal=personal,
        since=since,
        until=until,
    )


def revoke(held: Grant, on: date) -> Grant:
    """The grant no longer holds from the day on; the days before stay on record.

    :raises OrganRefused: it had ended before, or begins only later.
    """
    must_be_in_transaction()
    held = Grant.objects.select_for_update(no_key=True, of=("self",)).select_related("person").get(pk=held.pk)
    what = f"收回{held.person.name}的“{Role(held.role).label}”"
    if held.until is not None and held.until <= on:
        raise OrganRefused(f"{what}：该授权已于{held.until}终止。请核对日期。")
    must_run_forward(held.since, on, what)
    held.until = on
    held.save(update_fields=["until"])
    return held


def must_stand(organ: Organ, since: date | None, what: str) -> None:
    if organ.ended_on is None or (since is not None and since < organ.ended_on):
        return
    raise OrganRefused(f"{what}：该机关已于{organ.ended_on}撤销。请改选承继机关，或者填写撤销前的起日。")


def must_be_separate(
    person: Person, role: Role, since: date | None, until: date | None, *, personal: bool
) -> None:
    """System, security and audit administrators check each other and do no business of their own
    (GB/T 22239—2019 8.1.5).
    """
    administrator = role in ADMINISTRATORS
    if administrator and personal:
        raise OrganRefused(f"“{role.label}”不办理业务，不能查看个人信息。请去掉“可看个人信息”。")
    others = person.grants.filter(meeting(since, until)).exclude(role=role)
    other = others.first() if administrator else others.filter(role__in=ADMINISTRATORS).first()
    if other is None:
        return
    label = Role(other.role).label
    both = administrator and other.role in ADMINISTRATORS
    why = "系统、安全、审计三类管理员不得由同一人担任" if both else "管理员不得兼任业务角色"
    raise OrganRefused(
        f"{person.name}{spell(other.since, other.until)}是“{label}”，不能再任“{role.label}”：{why}。"
        f"请改授他人，或者先收回“{label}”。"
    )


def roles_on(person: Person, day: date) -> QuerySet[Grant]:
    """The grants in force on the day, with their organs: one query."""
    return person.grants.filter(in_force(day)).select_related("organ").order_by("organ__code", "role")


def appoint(
    person: Person,
    organ: Organ,
    title: str,
    rank: Rank = Rank.STAFF,
    *,
    since: date | None = None,
    until: date | None = None,
) -> Post:
    """A post on ``[since, until)``.

    :raises OrganRefused: no title, end before start, an organ abolished by then, a post held twice at once.
    """
    must_be_in_transaction()
    what = f"{person.name}任“{organ.name}”{title}"
    if not title.strip():
        raise OrganRefused(f"{what}：缺少职务名称。请填写职务。")
    must_run_forward(since, until, what)
    must_stand(organ, since, what)
    held = person.posts.filter(meeting(since, until), organ=organ, title=title).first()
    if held is not None:
        raise OrganRefused(f"{what}：{spell(held.since, held.until)}已任此职。请改起止日期。")
    return Post.objects.create(person=person, organ=organ, title=title, rank=rank, since=since, until=until)


def leave(post: Post, on: date) -> Post:
    """The post is no longer held from the day on.

    :raises OrganRefused: the day is not after the first day in the post.
    """
    must_be_in_transaction()
    must_run_forward(post.since, on, f"{post.person.name}离任“{post.title}”")
    post.until = on
    post.save(update_fields=["until"])
    return post


def posts_on(organ: Organ, day: date) -> QuerySet[Post]:
    """The posts held in the organ on the day, highest rank first, with their holders: one query."""
    order = Case(
        *(When(Q(rank=rank), then=Value(place)) for place, rank in enumerate(Rank)),
        output_field=IntegerField(),
    )
    return organ.posts.filter(in_force(day)).select_related("person").order_by(order, "since", "pk")


def leaders(organ: Organ, day: date) -> QuerySet[Post]:
    """Those in charge on the day, the principal first."""
    return posts_on(organ, day).filter(rank__in=LEADERS)
