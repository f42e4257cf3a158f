"""The one rule of what is still ahead: minute by minute, at midnight, and when clocks change."""

from datetime import date, datetime, time, timedelta

import pytest

from angebote.models import Angebot, Termin
from pankow_einsamkeit.lib.kalender import BERLIN, tageszeit_of
from tests.factories import AngebotFactory

pytestmark = pytest.mark.django_db

TAGE = {"gestern": -1, "heute": 0, "morgen": 1}
UHRZEITEN = [
    *[(time(0), None), (time(0), time(0, 30)), (time(0, 30), None), (time(2, 15), time(2, 45)), (time(9), time(11))],
    *[(time(9, 30), None), (time(20), time(23, 30)), (time(22, 30), None), (time(23, 15), time(23, 59))],
    *[(time(23, 31), None), (time(22), time(23, 59, 59))],
]


def create_termin(angebot: Angebot, datum: date, beginn: time, ende: time | None) -> Termin:
    return Termin.objects.create(
        angebot=angebot,
        datum=datum,
        beginn=beginn,
        ende=ende,
        wochentag=datum.weekday(),
        tageszeit=tageszeit_of(beginn),
    )


@pytest.mark.parametrize(
    ("beginn", "ende", "uhrzeit", "ist_ahead"),
    [
        (time(9), time(11), time(10, 59), True),
        (time(9), time(11), time(10, 59, 59, 999999), True),
        (time(9), time(11), time(11), False),
        (time(9), time(11), time(20), False),
        (time(9), None, time(9, 59), True),
        (time(9), None, time(10), False),
        (time(0), None, time(0, 59), True),
        (time(0), None, time(1), False),
        (time(0), time(0, 30), time(0), True),
        (time(0), time(0, 30), time(0, 30), False),
        (time(22, 30), None, time(23, 30), False),
        (time(22, 31), None, time(23, 30), True),
        (time(23, 45), None, time(23, 59, 59), True),
    ],
)
@pytest.mark.parametrize("datum", [date(2026, 11, 21), date(2026, 3, 29), date(2026, 10, 25)])
def test_termin_of_today_is_ahead_until_its_end_or_for_an_hour(
    datum: date, beginn: time, ende: time | None, uhrzeit: time, ist_ahead: bool
) -> None:
    """Also on 29 March and 25 October, when the clock is changed: only the wall clock counts."""
    create_termin(AngebotFactory(), datum, beginn, ende)
    jetzt = datetime.combine(datum, uhrzeit, tzinfo=BERLIN)
    assert Termin.objects.kommende(jetzt).exists() is ist_ahead


@pytest.mark.parametrize("heute", [date(2026, 11, 21), date(2026, 3, 29), date(2026, 10, 25), date(2027, 1, 1)])
def test_kommende_equals_reference_in_plain_python_every_quarter_of_an_hour(heute: date) -> None:
    angebot = AngebotFactory()
    for tage in TAGE.values():
        for beginn, ende in UHRZEITEN:
            if not Termin.objects.filter(datum=heute + timedelta(days=tage), beginn=beginn).exists():
                create_termin(angebot, heute + timedelta(days=tage), beginn, ende)
    alle = list(Termin.objects.all())
    for minute in range(0, 24 * 60, 15):
        for fold in (0, 1):
            jetzt = datetime.combine(heute, time(minute // 60, minute % 60, fold=fold), tzinfo=BERLIN)
            erwartet = {termin.pk for termin in alle if is_ahead(termin, jetzt)}
            assert set(Termin.objects.kommende(jetzt).values_list("pk", flat=True)) == erwartet, jetzt


def is_ahead(termin: Termin, jetzt: datetime) -> bool:
    """Yesterday is over, whatever ran past midnight: a day's dates are those that begin on it."""
    if termin.datum != jetzt.date():
        return termin.datum > jetzt.date()
    ende = datetime.combine(termin.datum, termin.ende or termin.beginn)
    ende += timedelta() if termin.ende else timedelta(minutes=60)
    return ende > jetzt.replace(tzinfo=None)
