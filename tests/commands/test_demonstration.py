"""Sample officials live in a demonstration database and nowhere else."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import authenticate
from django.db import transaction

from fazhi.engine.access import rights_of
from fazhi.engine.models import Event, Record
from fazhi.engine.refusal import Refusal
from fazhi.exchange.demonstration import OFFICIALS, make_accounts, password_file, sample_accounts
from fazhi.organs.models import Account, Grant, Kind, Level, Organ, Person, Role
from fazhi.organs.tree import add_organ

pytestmark = pytest.mark.django_db


@pytest.fixture
def organ(tmp_path: Path, settings: Any) -> Organ:
    settings.HOME = tmp_path
    settings.TRAIL_HEADS = tmp_path / "heads.jsonl"
    with transaction.atomic():
        return add_organ("999900", "示例市人民政府", kind=Kind.GOVERNMENT, level=Level.CITY)


def test_every_sample_official_signs_in_with_the_shown_password(organ: Organ) -> None:
    accounts = make_accounts(organ)
    assert [account.name for account in accounts] == [official.name for official in OFFICIALS]
    for account in accounts:
        user = authenticate(request=None, username=account.username, password=account.password)
        assert isinstance(user, Account)
        assert user.person is not None
        assert rights_of(user.person, date(2026, 1, 1)).grants


def test_no_sample_official_is_a_superuser_and_administrators_do_no_business(organ: Organ) -> None:
    make_accounts(organ)
    assert not Account.objects.filter(is_superuser=True).exists()
    roles = [set(person.grants.values_list("role", flat=True)) for person in Person.objects.all()]
    assert all(len(held) == 1 for held in roles)
    assert {Role.HANDLER, Role.HEAD, Role.BODY_HEAD, Role.AUDIT_ADMIN} <= set().union(*roles)


def test_a_second_call_changes_nothing(organ: Organ) -> None:
    first = make_accounts(organ)
    events = Event.objects.count()
    assert make_accounts(organ) == first
    assert (Event.objects.count(), Account.objects.count(), Grant.objects.count()) == (
        events,
        len(OFFICIALS),
        len(OFFICIALS),
    )


def test_a_lost_password_is_drawn_anew_for_the_same_officials(organ: Organ) -> None:
    first = make_accounts(organ)
    password_file().unlink()
    second = make_accounts(organ)
    assert first[0].password != second[0].password
    assert authenticate(request=None, username="zhangsan", password=second[0].password)
    assert Person.objects.count() == len(OFFICIALS)


def test_no_password_is_shown_where_a_real_person_can_sign_in(organ: Organ) -> None:
    make_accounts(organ)
    Account.objects.create(username="real", person=Person.objects.create(name="某某"))
    assert sample_accounts() == ()


def test_no_sample_official_is_made_beside_real_people_or_records(organ: Organ) -> None:
    Record.objects.create(register="toy.permit", organ=organ, title="一件真事")
    with pytest.raises(Refusal, match=r"已有正式记录.*FAZHI_HOME"):
        make_accounts(organ)
    Account.objects.create(username="real")
    with pytest.raises(Refusal, match="已有正式账号"):
        make_accounts(organ)
    assert not Grant.objects.exists()


def test_the_password_is_for_the_owner_of_the_folder_only(organ: Organ) -> None:
    make_accounts(organ)
    assert password_file().stat().st_mode & 0o077 == 0


def test_a_file_without_its_database_shows_nothing(organ: Organ) -> None:
    make_accounts(organ)
    Grant.objects.all().delete()
    Account.objects.all().delete()
    assert sample_accounts() == ()
