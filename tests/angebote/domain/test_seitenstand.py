from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from angebote.choices import Tageszeit
from angebote.domain.katalogstand import renew_version
from angebote.domain.seitenstand import read_seitenstand
from angebote.models import Angebot, Termin
from pankow_einsamkeit.lib.kalender import BERLIN
from tests.factories import AngebotFactory

pytestmark = pytest.mark.django_db


def create_termin(angebot: Angebot, datum: date, beginn: time, ende: time | None) -> None:
    Termin.objects.create(
        angebot=angebot,
        datum=datum,
        beginn=beginn,
        ende=ende,
        wochentag=datum.weekday(),
        tageszeit=Tageszeit.NACHMITTAG,
    )


def test_seitenstand_before_any_change_is_empty(jetzt: datetime) -> None:
    assert read_seitenstand(jetzt=jetzt) == ""


def test_seitenstand_changes_with_version_day_and_each_end_of_today_only(heute: date) -> None:
    angebot = AngebotFactory()
    create_termin(angebot, heute, time(10), time(12))
    create_termin(angebot, heute, time(14), None)  # over at 15:00
    create_termin(angebot, heute + timedelta(days=1), time(10), time(11))
    renew_version()

    def stand(uhrzeit: time, tag: date = heute) -> str:
        return read_seitenstand(jetzt=datetime.combine(tag, uhrzeit, tzinfo=BERLIN))

    assert len({stand(time(0)), stand(time(10)), stand(time(11, 59, 59))}) == 1
    assert len({stand(time(12)), stand(time(14, 59))}) == 1
    abschnitte = [stand(time(9)), stand(time(12)), stand(time(15)), stand(time(0), heute + timedelta(days=1))]
    vorher = stand(time(9))
    renew_version()
    assert len({*abschnitte, vorher, stand(time(9))}) == 5


def test_seitenstand_needs_one_query_and_a_second_one_after_a_change(
    jetzt: datetime, django_assert_num_queries: Any
) -> None:
    renew_version()
    for abfragen in (2, 1, 1):
        with django_assert_num_queries(abfragen):
            read_seitenstand(jetzt=jetzt)


UHRZEITEN = st.times().map(lambda zeit: zeit.replace(second=0, microsecond=0))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    zeiten=st.lists(st.tuples(UHRZEITEN, st.none() | UHRZEITEN), max_size=6, unique_by=lambda paar: paar[0]),
    momente=st.tuples(UHRZEITEN, UHRZEITEN),
)
def test_seitenstand_that_stays_the_same_means_the_same_termine_are_ahead(
    heute: date, zeiten: list[tuple[time, time | None]], momente: tuple[time, time]
) -> None:
    Termin.objects.all().delete()  # of the example before
    angebot = AngebotFactory()
    for beginn, ende in zeiten:
        create_termin(angebot, heute, beginn, ende)
    renew_version()
    eins, zwei = (datetime.combine(heute, moment, tzinfo=BERLIN) for moment in momente)

    def kommende(jetzt: datetime) -> set[int]:
        return set(angebot.termine.kommende(jetzt).values_list("pk", flat=True))

    gleich = read_seitenstand(jetzt=eins) == read_seitenstand(jetzt=zwei)
    assert gleich == (kommende(eins) == kommende(zwei))
