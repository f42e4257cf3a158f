from datetime import date

import pytest
from hypothesis import settings

# No deadline: how long one example takes says more about the machine than about the code.
settings.register_profile("projekt", deadline=None)
settings.load_profile("projekt")


@pytest.fixture
def heute() -> date:
    """A Saturday; the fixed day of all tests that do not care which day it is."""
    return date(2026, 11, 21)
