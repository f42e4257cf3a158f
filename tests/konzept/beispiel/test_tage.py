from datetime import date

import pytest

from konzept.beispiel.tage import find_arbeitstag


@pytest.mark.parametrize(
    ("tag", "arbeitstag"),
    [
        (date(2026, 12, 18), date(2026, 12, 18)),
        (date(2026, 12, 19), date(2026, 12, 18)),
        (date(2026, 12, 20), date(2026, 12, 18)),
        (date(2026, 12, 26), date(2026, 12, 24)),
        (date(2027, 3, 29), date(2027, 3, 25)),  # Easter Monday: back over Good Friday
    ],
)
def test_day_off_becomes_the_last_working_day_before(tag: date, arbeitstag: date) -> None:
    assert find_arbeitstag(tag) == arbeitstag
