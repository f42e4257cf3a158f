from collections.abc import Callable
from datetime import datetime

import pytest


@pytest.fixture(autouse=True)
def morgens(stell_uhr: Callable[[datetime], None], jetzt: datetime) -> None:
    """What a page shows of today depends on the hour: tests must not."""
    stell_uhr(jetzt)
