from datetime import date

import pytest


@pytest.fixture
def heute() -> date:
    """A Saturday; the fixed day of all tests that do not care which day it is."""
    return date(2026, 11, 21)
