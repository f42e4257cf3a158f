from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from angebote.choices import Ausnahmeart, Tageszeit, Wochentag, Zeitart
from angebote.domain import termine as termine_modul
from angebote.domain.termine import list_schliesszeiten, rebuild_termine
from angebote.models import Ausnahme, Schliesszeit, Termin
from tests.factories import AngebotFactory, OrtFactory, ZeitFactory

pytestmark = pytest.mark.django_db


def test_rebuild_termine_fills_the_window_with_weekday_and_part_of_day(heute: date, settings) -> None:
    settings.TERMIN_FENSTER_TAGE = 10
    angebot = AngebotFactory()
    ZeitFactory(angebot=angebot, wochentag=Wochentag.DI, beginn=time(17), ende=None)
    ZeitFactory(angebot=angebot, art=Zeitart.EINZELN, wochentag=None, datum=date(2026, 12, 1), beginn=time(9))
    ZeitFactory(angebot=angebot, art=Zeitart.UNBEKANNT, wochentag=None, beginn=None, ende=None)

    geschrieben = rebuild_termine(angebot_ids=[angebot.pk], heute=heute)

    assert geschrieben == 3
    assert set(Termin.objects.values_list("datum", "beginn", "ende", "wochentag", "tageszeit")) == {
        (date(2026, 11, 24), time(17), None, Wochentag.DI, Tageszeit.ABEND),
        (date(2026, 12, 1), time(17), None, Wochentag.DI, Tageszeit.ABEND),
        (date(2026, 12, 1), time(9), time(16), Wochentag.DI, Tageszeit.VORMITTAG),
    }


def test_rebuild_termine_window_ends_on_its_last_day_inclusive(settings) -> None:
    settings.TERMIN_FENSTER_TAGE = 7
    ZeitFactory(wochentag=Wochentag.DI)

    rebuild_termine(angebot_ids=None, heute=date(2026, 11, 24))

    assert set(Termin.objects.values_list("datum", flat=True)) == {date(2026, 11, 24), date(2026, 12, 1)}


def test_rebuild_termine_applies_exceptions_closing_periods_and_bounds_of_the_right_offer(heute, settings) -> None:
    settings.TERMIN_FENSTER_TAGE = 30  # Tuesdays: 24.11., 1.12., 8.12., 15.12.
    ort = OrtFactory()
    im_haus, auch_im_haus, woanders, ohne_ort = (
        ZeitFactory(angebot=angebot).angebot
        for angebot in (AngebotFactory(ort=ort), AngebotFactory(ort=ort), AngebotFactory(), AngebotFactory(ort=None))
    )
    Schliesszeit.objects.create(ort=ort, von=date(2026, 12, 1), bis=date(2026, 12, 1))
    Schliesszeit.objects.create(angebot=im_haus, von=date(2026, 12, 8), bis=date(2026, 12, 20))
    Ausnahme.objects.create(
        angebot=auch_im_haus,
        art=Ausnahmeart.VERSCHOBEN,
        datum=date(2026, 11, 17),
        neues_datum=date(2026, 11, 23),
    )
    Ausnahme.objects.create(angebot=woanders, datum=date(2026, 11, 24))
    ohne_ort.gueltig_bis = date(2026, 12, 7)
    ohne_ort.save()

    rebuild_termine(angebot_ids=None, heute=heute)

    def days_of(angebot) -> list[str]:
        return [f"{tag:%d.%m.}" for tag in angebot.termine.values_list("datum", flat=True)]

    assert days_of(im_haus) == ["24.11."]
    assert days_of(auch_im_haus) == ["23.11.", "24.11.", "08.12.", "15.12."]
    assert days_of(woanders) == ["01.12.", "08.12.", "15.12."]
    assert days_of(ohne_ort) == ["24.11.", "01.12."]
    assert auch_im_haus.termine.get(datum=date(2026, 11, 23)).verschoben_von == date(2026, 11, 17)


def test_rebuild_termine_twice_writes_nothing_and_keeps_the_rows(heute: date) -> None:
    ZeitFactory()
    rebuild_termine(angebot_ids=None, heute=heute)
    vorher = set(Termin.objects.values_list("pk", flat=True))

    assert rebuild_termine(angebot_ids=None, heute=heute) == 0
    assert set(Termin.objects.values_list("pk", flat=True)) == vorher


def test_rebuild_termine_a_week_later_drops_the_past_and_adds_one(heute: date) -> None:
    ZeitFactory(an_feiertagen=True)
    rebuild_termine(angebot_ids=None, heute=heute)
    vorher = dict(Termin.objects.values_list("datum", "pk"))

    geschrieben = rebuild_termine(angebot_ids=None, heute=heute + timedelta(days=7))

    nachher = dict(Termin.objects.values_list("datum", "pk"))
    assert geschrieben == 2
    assert set(vorher) - set(nachher) == {date(2026, 11, 24)}
    assert set(nachher) - set(vorher) == {max(vorher) + timedelta(days=7)}
    assert all(nachher[tag] == vorher[tag] for tag in set(vorher) & set(nachher))


def test_rebuild_termine_on_the_day_itself_keeps_it(heute: date) -> None:
    zeit = ZeitFactory(wochentag=Wochentag.SA, beginn=time(0), ende=time(0, 1))

    rebuild_termine(angebot_ids=None, heute=heute)

    assert zeit.angebot.termine.first().datum == heute


def test_rebuild_termine_with_a_changed_end_replaces_the_rows(heute: date, settings) -> None:
    settings.TERMIN_FENSTER_TAGE = 10
    zeit = ZeitFactory()
    rebuild_termine(angebot_ids=None, heute=heute)
    zeit.ende = time(18)
    zeit.save()

    assert rebuild_termine(angebot_ids=[zeit.angebot_id], heute=heute) == 4
    assert set(Termin.objects.values_list("datum", "ende")) == {
        (date(2026, 11, 24), time(18)),
        (date(2026, 12, 1), time(18)),
    }


def test_rebuild_termine_of_one_offer_leaves_the_others_alone(heute: date) -> None:
    zeit, andere = ZeitFactory(), ZeitFactory()
    rebuild_termine(angebot_ids=None, heute=heute)
    zeit.delete()
    andere.delete()

    rebuild_termine(angebot_ids=[zeit.angebot_id], heute=heute)

    assert not Termin.objects.filter(angebot=zeit.angebot_id).exists()
    assert Termin.objects.filter(angebot=andere.angebot_id).exists()


def test_rebuild_termine_of_no_offer_asks_nothing(heute: date, django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        assert rebuild_termine(angebot_ids=[], heute=heute) == 0


def test_rebuild_termine_needs_the_same_queries_for_one_and_for_three_offers(heute: date) -> None:
    def count_queries(angebot_ids: list[int]) -> list[int]:
        anzahlen = []
        for tag in (heute, heute, heute + timedelta(days=7)):
            with CaptureQueriesContext(
                connection,
            ) as queries:
                rebuild_termine(angebot_ids=angebot_ids, heute=tag)
            anzahlen.append(len(queries))
        return anzahlen

    ids = [ZeitFactory().angebot_id for _n in range(5)]
    rebuild_termine(angebot_ids=ids[4:], heute=heute)  # the first one ever lays the mark of the catalogue

    eins = count_queries(ids[:1])
    assert count_queries(ids[1:4]) == eins
    # offers, times, exceptions, closing periods, Termine (5), the sets (3) and the mark (2), 3 savepoints in and out;
    # then insert Termine and write sets, nothing, insert and delete Termine and write sets
    assert eins == [16 + 2, 16, 16 + 3]


def test_rebuild_termine_works_through_all_batches(heute: date, monkeypatch) -> None:
    monkeypatch.setattr(termine_modul, "STAPEL", 2)
    monkeypatch.setattr(termine_modul, "LOESCHSTAPEL", 3)
    zeiten = [ZeitFactory() for _n in range(5)]

    rebuild_termine(angebot_ids=None, heute=heute)
    assert set(Termin.objects.values_list("angebot_id", flat=True)) == {zeit.angebot_id for zeit in zeiten}

    geschrieben = rebuild_termine(angebot_ids=None, heute=heute + timedelta(days=400))
    assert geschrieben > 0
    assert not Termin.objects.filter(datum__lt=heute + timedelta(days=400)).exists()


def test_list_schliesszeiten_are_those_of_the_offer_and_its_place(django_assert_num_queries) -> None:
    angebot, ohne_ort = AngebotFactory(), AngebotFactory(ort=None)
    tage = {"von": date(2026, 12, 1), "bis": date(2026, 12, 2)}
    am_ort = Schliesszeit.objects.create(ort=angebot.ort, **tage)
    am_angebot = Schliesszeit.objects.create(angebot=angebot, **tage)
    ohne = Schliesszeit.objects.create(angebot=ohne_ort, **tage)
    Schliesszeit.objects.create(ort=OrtFactory(), **tage)

    with django_assert_num_queries(1):
        assert set(list_schliesszeiten(angebot)) == {am_ort, am_angebot}
    assert list_schliesszeiten(ohne_ort) == [ohne]
