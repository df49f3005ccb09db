"""Situations in which the web application cannot start, each with its remedy."""

from __future__ import annotations

import socket

import pytest

from fazhi.engine.refusal import Refusal
from fazhi.site import serve


def test_a_taken_port_is_refused_with_another_to_try() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(Refusal, match=rf"127\.0\.0\.1:{port} 已被其他程序占用.*--port {port + 1}"):
            serve.must_be_free("127.0.0.1", port)


def test_a_free_port_is_free_again_after_the_question() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    serve.must_be_free("127.0.0.1", port)
    serve.must_be_free("127.0.0.1", port)


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(Refusal, match="不是这台机器的地址"):
        serve.must_be_free("203.0.113.7", 8000)


@pytest.mark.parametrize("port", ["0", "65536", "八千", "-1"])
def test_what_is_no_port_number_is_refused(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        serve.run_serve(["--port", port])
    assert stopped.value.code == 2
    assert "请写1至65535的整数" in capsys.readouterr().err or port == "-1"


@pytest.mark.django_db
def test_a_migrated_database_may_be_served() -> None:
    serve.must_be_migrated()


@pytest.mark.django_db
def test_a_database_without_its_tables_is_not_served(monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db.migrations.recorder import MigrationRecorder

    monkeypatch.setattr(MigrationRecorder, "applied_migrations", lambda _: {})
    with pytest.raises(Refusal, match=r"尚未建立，或旧于程序.*fazhi migrate"):
        serve.must_be_migrated()
