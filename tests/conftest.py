from collections.abc import Callable
from datetime import date, datetime, time

import pytest
from django.utils import timezone
from hypothesis import settings

from pankow_einsamkeit.lib.kalender import BERLIN

# No deadline: how long one example takes says more about the machine than about the code.
settings.register_profile("projekt", deadline=None)
settings.load_profile("projekt")


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
