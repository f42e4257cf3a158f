from datetime import date, datetime, time, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from angebote.choices import Status
from angebote.domain.katalog import refresh_angebote
from angebote.domain.katalogstand import read_version, renew_version
from angebote.domain.suche.bestand import load_bestand
from angebote.domain.suche.mengen import build_menge, list_pks
from angebote.models import Angebot, Angebotsmenge, Termin, Zeit
from pankow_einsamkeit.lib.kalender import BERLIN
from tests.angebote.suchbestand import write_merkmale, write_termine
from tests.factories import AngebotFactory, ZeitFactory

pytestmark = pytest.mark.django_db


def at(heute: date, uhrzeit: time) -> datetime:
    return datetime.combine(heute, uhrzeit, tzinfo=BERLIN)


def test_bestand_is_kept_until_the_mark_or_the_day_changes(
    heute: date, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    write_merkmale(AngebotFactory(), {"kiez": ["buch"]})
    bestand = load_bestand(heute=heute)
    with django_assert_num_queries(1):
        assert load_bestand(heute=heute) is bestand
    morgen = load_bestand(heute=heute + timedelta(days=1))
    assert morgen is not bestand
    renew_version()
    assert load_bestand(heute=heute + timedelta(days=1)) is not morgen


def test_bestand_asks_nothing_of_a_caller_who_knows_the_mark(
    heute: date, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    write_merkmale(AngebotFactory(), {"kiez": ["buch"]})
    bestand, version = load_bestand(heute=heute), read_version()
    with django_assert_num_queries(0):
        assert load_bestand(heute=heute, version=version) is bestand


def test_bestand_needs_the_same_queries_for_one_and_many_offers(
    heute: date, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for anzahl in (1, 20):
        for angebot in AngebotFactory.create_batch(anzahl):
            ZeitFactory(angebot=angebot)
        refresh_angebote(angebot_ids=list(Angebot.objects.values_list("pk", flat=True)), heute=heute)
        with django_assert_num_queries(8):  # mark, titles, 2 sets, today's Termine, 2 places, postcodes
            load_bestand(heute=heute)


def test_sichtbar_holds_public_offers_only_whatever_the_sets_say(heute: date) -> None:
    oeffentlich, entwurf, vorbei = AngebotFactory(), AngebotFactory(status=Status.ENTWURF), AngebotFactory()
    Angebot.objects.filter(pk=vorbei.pk).update(gueltig_bis=heute - timedelta(days=1))
    for angebot in (oeffentlich, entwurf, vorbei):
        write_merkmale(angebot, {"kiez": ["buch"]})
    bestand = load_bestand(heute=heute)
    assert set(list_pks(bestand.unite_werte("kiez", "buch"))) == {oeffentlich.pk, entwurf.pk, vorbei.pk}
    assert set(list_pks(bestand.sichtbar)) == {oeffentlich.pk}


def test_titelfolge_sorts_by_folded_title_then_by_key(heute: date) -> None:
    titel = {"b": "oeffnen", "a": "ofen", "c": "Ofen", "d": "zebra"}
    angebote = {name: AngebotFactory(sortiertitel=wert.casefold()) for name, wert in titel.items()}
    folge = load_bestand(heute=heute).titelfolge.pks
    assert list(folge) == [angebote[name].pk for name in ("b", "a", "c", "d")]


def test_kalender_leaves_out_what_is_over_on_the_minute(heute: date) -> None:
    mit_ende, ohne_ende = AngebotFactory(), AngebotFactory()
    create_termin(mit_ende, heute, time(10), time(12))
    create_termin(ohne_ende, heute, time(11, 30), None)
    kalender = load_bestand(heute=heute).kalender

    def find_laufende(uhrzeit: time) -> set[int]:
        tage = kalender.list_tage(at(heute, uhrzeit))
        return {pk for tag in tage for menge in tag.je_tageszeit.values() for pk in list_pks(menge)}

    assert find_laufende(time(11, 59)) == {mit_ende.pk, ohne_ende.pk}
    assert find_laufende(time(12)) == {ohne_ende.pk}
    assert find_laufende(time(12, 29)) == {ohne_ende.pk}
    assert find_laufende(time(12, 30)) == set()


def test_kalender_of_today_is_right_though_its_sets_were_never_written(heute: date) -> None:
    """Sets hold begins only; of today it matters when something ends."""
    angebot = AngebotFactory()
    create_termin(angebot, heute, time(14), time(15))
    morgen = heute + timedelta(days=1)
    create_termin(angebot, morgen, time(14), time(15))
    write_termine(angebot)
    Angebotsmenge.objects.filter(wert__startswith=heute.isoformat()).delete()
    kalender = load_bestand(heute=heute).kalender
    assert [tag.datum for tag in kalender.list_tage(at(heute, time(8)))] == [heute, morgen]


def test_offers_open_to_all_only_can_be_entered_later(heute: date) -> None:
    offen, kurs = AngebotFactory(), AngebotFactory()
    morgen = heute + timedelta(days=1)
    for angebot in (offen, kurs):
        create_termin(angebot, heute, time(10), time(18))
        create_termin(angebot, morgen, time(10), time(18))
    write_merkmale(offen, {"format": ["offen"]})
    write_termine(offen, kurs)
    for tag in load_bestand(heute=heute).kalender.list_tage(at(heute, time(8))):
        assert {zeit: abschnitt.alle for zeit, abschnitt in tag.geoeffnet.items()} == {
            "nachmittag": build_menge([offen.pk]),
            "abend": build_menge([offen.pk]),
        }


def test_lagen_hold_public_offers_only(heute: date) -> None:
    oeffentlich = AngebotFactory(ort__lat=52.5, ort__lon=13.4)
    AngebotFactory(ort=oeffentlich.ort, status=Status.ENTWURF)
    AngebotFactory(ort__lat=52.6, ort__lon=13.4, status=Status.ENTWURF)
    assert [lage.pks for lage in load_bestand(heute=heute).lagen] == [(oeffentlich.pk,)]


def test_rule_added_after_midnight_shows_at_once(heute: date) -> None:
    zeit = ZeitFactory()
    refresh_angebote(angebot_ids=[zeit.angebot_id], heute=heute)
    erster = load_bestand(heute=heute).kalender.kommende[0].datum
    Zeit.objects.filter(pk=zeit.pk).update(wochentag=heute.weekday())
    refresh_angebote(angebot_ids=[zeit.angebot_id], heute=heute)
    kalender = load_bestand(heute=heute).kalender
    assert erster == date(2026, 11, 24)
    assert kalender.kommende[0].datum == heute + timedelta(days=7)
    assert len(kalender.heutige) == 1


def create_termin(angebot: Angebot, datum: date, beginn: time, ende: time | None) -> None:
    tageszeit = "vormittag" if beginn < time(12) else "nachmittag"
    Termin.objects.create(
        angebot=angebot, datum=datum, beginn=beginn, ende=ende, wochentag=datum.weekday(), tageszeit=tageszeit
    )
