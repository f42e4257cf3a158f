import gc
from collections.abc import Callable
from datetime import date, datetime, time

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import settings

from pankow_einsamkeit.lib.kalender import BERLIN
from pankow_einsamkeit.models import Konto
from tests.konten import create_konto, login

# No deadline: how long one example takes says more about the machine than about the code.
settings.register_profile("projekt", deadline=None)
settings.load_profile("projekt")
FIXTURES_MIT_DATENBANK = {"db", "transactional_db", "django_db_setup", "live_server"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """`-m datenbank` chooses what a second database can tell anything new about."""
    for item in items:
        if item.get_closest_marker("django_db") or FIXTURES_MIT_DATENBANK & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.datenbank)


def pytest_collection_finish() -> None:
    """What was imported stays to the end: to look through all of it for garbage again and again took a fifth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture
def heute() -> date:
    """A Saturday; the fixed day of all tests that do not care which day it is."""
    return date(2026, 11, 21)


@pytest.fixture
def jetzt(heute: date) -> datetime:
    """The morning of that day, before anything has begun."""
    return datetime.combine(heute, time(6), tzinfo=BERLIN)


@pytest.fixture
def stell_uhr(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Sets the clock that views read to a fixed moment."""
    return lambda moment: monkeypatch.setattr(timezone, "now", lambda: moment)


@pytest.fixture
def admin_user(db: None) -> Konto:
    return create_konto("technik", is_superuser=True)


@pytest.fixture
def admin_client(admin_user: Konto) -> Client:
    """A superuser who has signed in with both factors."""
    return login(Client(), admin_user)


@pytest.fixture
def melde_an(db: None) -> Callable[[Konto], Client]:
    """A client of its own for an account, signed in with both factors."""
    return lambda konto: login(Client(), konto)
