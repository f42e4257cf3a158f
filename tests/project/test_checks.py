"""PRODUKTION=1 refuses to start on defaults: the checks one by one, then a real server."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest
from dateutil.relativedelta import relativedelta
from django.core.checks import CheckMessage
from django.db import connection
from django.utils import timezone
from pytest_django.fixtures import Settings

from pankow_einsamkeit.checks import (
    check_demokonten,
    check_einstellungen,
    check_erklaerung,
    check_seiten,
    refuse_unsafe_start,
)
from pankow_einsamkeit.models import Konto, Seite
from tests.architecture.quelltext import BASE_DIR

HOST = "treffen.example.org"


def ids(messages: list[CheckMessage]) -> set[str | None]:
    return {message.id for message in messages} - {"pankow.W002"}


@pytest.fixture
def fertig(settings: Settings) -> Settings:
    """Settings with which nothing is to be said, but for the database that the tests happen to run on."""
    settings.PRODUKTION = True
    settings.DEBUG = False
    settings.SECRET_KEY = "x" * 60
    settings.ALLOWED_HOSTS = [HOST]
    settings.BASIS_URL = f"https://{HOST}"
    settings.PORTAL_TELEFON = "030 90295-0"
    return settings


def test_einstellungen_when_complete_say_nothing(fertig: Settings) -> None:
    assert ids(check_einstellungen(None)) == set()


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("DEBUG", True, "pankow.E001"),
        ("SECRET_KEY", "", "pankow.E002"),
        ("SECRET_KEY", "kurz", "pankow.E002"),
        ("ALLOWED_HOSTS", [], "pankow.E003"),
        ("ALLOWED_HOSTS", [HOST, "*"], "pankow.E003"),
        ("BASIS_URL", "http://127.0.0.1:8000", "pankow.E004"),
        ("PORTAL_TELEFON", "", "pankow.W001"),
    ],
)
def test_einstellungen_with_one_default_say_so(fertig: Settings, name: str, value: object, expected: str) -> None:
    setattr(fertig, name, value)
    assert ids(check_einstellungen(None)) == {expected}


@pytest.mark.django_db
def test_einstellungen_with_sqlite_warn(fertig: Settings) -> None:
    warned = "pankow.W002" in {message.id for message in check_einstellungen(None)}
    assert warned is (connection.vendor == "sqlite")


@pytest.mark.django_db
def test_seiten_after_the_migrations_are_placeholders() -> None:
    assert ids(check_seiten(None, databases=["default"])) == {"pankow.E007"}


@pytest.mark.django_db
def test_seiten_with_real_texts_say_nothing() -> None:
    Seite.objects.update(ist_platzhalter=False)
    assert check_seiten(None, databases=["default"]) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("monate", "expected"), [(None, {"pankow.W003"}), (11, {"pankow.W003"}), (10, set()), (0, set())]
)
def test_erklaerung_of_eleven_months_ago_warns(monate: int | None, expected: set[str]) -> None:
    tag = None if monate is None else timezone.localdate() - relativedelta(months=monate)
    Seite.objects.filter(slug="barrierefreiheit").update(ist_platzhalter=False, geprueft_am=tag)
    assert ids(check_erklaerung(None, databases=["default"])) == expected
    assert check_erklaerung(None) == []


@pytest.mark.django_db
def test_demokonten_that_are_active_say_so() -> None:
    konto = Konto.objects.create_user("redaktion", email="redaktion@demo.invalid")
    assert ids(check_demokonten(None, databases=["default"])) == {"pankow.E009"}
    Konto.objects.filter(pk=konto.pk).update(is_active=False)
    Konto.objects.create_user("kollegin", email="kollegin@example.org")
    assert check_demokonten(None, databases=["default"]) == []


@pytest.mark.django_db
def test_seiten_without_imprint_say_so() -> None:
    Seite.objects.update(ist_platzhalter=False)
    Seite.objects.filter(slug="impressum").delete()
    messages = check_seiten(None, databases=["default"])
    assert [(message.id, message.msg) for message in messages] == [("pankow.E006", "Die Seite /impressum/ fehlt.")]


def test_seiten_without_a_named_database_ask_none() -> None:
    assert check_seiten(None) == []


def test_start_outside_production_is_never_refused(settings: Settings) -> None:
    settings.PRODUKTION = False
    settings.ALLOWED_HOSTS = []
    refuse_unsafe_start()


def server_environment(data_dir: Path, port: int, **environment: str) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "DATA_DIR": str(data_dir), "PORT": str(port), **environment}


def find_free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def run_manage(*args: str, environment: dict[str, str]) -> None:
    subprocess.run([sys.executable, "manage.py", *args], cwd=BASE_DIR, env=environment, check=True, timeout=300)


def gunicorn() -> list[str]:
    return [str(Path(sys.executable).parent / "gunicorn"), "pankow_einsamkeit.wsgi"]


def test_server_in_production_on_defaults_refuses_with_a_list(tmp_path: Path) -> None:
    environment = server_environment(tmp_path, find_free_port(), PRODUKTION="1")
    result = subprocess.run(
        gunicorn(), cwd=BASE_DIR, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert result.returncode != 0
    for expected in ("SECRET_KEY fehlt", "ALLOWED_HOSTS ist leer", "BASIS_URL ist keine", "Datenbank ist nicht"):
        assert expected in result.stderr
    assert "Traceback" not in result.stderr


def test_server_in_production_with_everything_settled_answers(tmp_path: Path) -> None:
    port = find_free_port()
    environment = server_environment(
        tmp_path,
        port,
        PRODUKTION="1",
        SECRET_KEY="geheim" * 10,
        ALLOWED_HOSTS=HOST,
        BASIS_URL=f"https://{HOST}",
        WEB_CONCURRENCY="1",
    )
    run_manage("migrate", "--verbosity", "0", environment=environment)
    write_pages = "from pankow_einsamkeit.models import Seite; Seite.objects.update(ist_platzhalter=False)"
    run_manage("shell", "--command", write_pages, environment=environment)
    with subprocess.Popen(gunicorn(), cwd=BASE_DIR, env=environment, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert wait_for_answer(f"http://127.0.0.1:{port}/gesund/") == 200
        finally:
            server.terminate()


def wait_for_answer(address: str, *, seconds: float = 30) -> int:
    end = time.monotonic() + seconds
    while True:
        try:
            with urlopen(Request(address, headers={"Host": HOST}), timeout=2) as answer:
                return int(answer.status)
        except (URLError, ConnectionError):
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
