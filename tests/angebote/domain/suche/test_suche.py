"""What a result holds beyond hits and numbers; these are compared with a reference in test_suche_referenz.py."""

from datetime import date, datetime, time, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from angebote.choices import Kostenart, Status, Zeitart, Zugang
from angebote.domain.katalog import refresh_angebote
from angebote.domain.suche import Entfernung, Sortierung, Suchanfrage, list_naechste_termine, search_angebote
from angebote.models import Angebot, Haltestelle, Kosten, Zeit, Zugangsweg
from pankow_einsamkeit.lib.kalender import BERLIN
from tests.factories import AngebotFactory, OrtFactory, ZeitFactory

pytestmark = pytest.mark.django_db

ANTONPLATZ = (52.5505, 13.4500)


def refresh(heute: date) -> None:
    refresh_angebote(angebot_ids=list(Angebot.objects.values_list("pk", flat=True)), heute=heute)


@pytest.fixture
def haltestelle() -> Haltestelle:
    lat, lon = ANTONPLATZ
    return Haltestelle.objects.create(kennung="h", name="Antonplatz", lat=lat, lon=lon)


def create_am_ort(titel: str, *, nord: float, **felder: object) -> Angebot:
    """So many degrees of latitude north of the stop."""
    lat, lon = ANTONPLATZ
    return AngebotFactory(titel=titel, ort=OrtFactory(lat=lat + nord, lon=lon), **felder)


def test_search_near_a_stop_sorts_by_distance_and_keeps_offers_without_a_way_apart(
    haltestelle: Haltestelle, heute: date, jetzt: datetime
) -> None:
    fern, nah = create_am_ort("Fern", nord=0.01), create_am_ort("Nah", nord=0.001)
    ohne_lage = AngebotFactory(titel="Irgendwo", ort__kiez=None)
    telefon = create_am_ort("Am Telefon", nord=0)
    Zugangsweg.objects.create(angebot=telefon, art=Zugang.TELEFON)
    refresh(heute)
    ergebnis = search_angebote(Suchanfrage(nah="Antonplatz"), jetzt=jetzt)
    assert ergebnis.sortierung == Sortierung.ENTFERNUNG
    assert [angebot.titel for angebot in ergebnis.angebote] == ["Nah", "Fern", ohne_lage.titel]
    assert [angebot.titel for angebot in ergebnis.angebote_ohne_weg] == ["Am Telefon"]
    assert (ergebnis.anzahl, ergebnis.anzahl_ohne_weg) == (4, 1)
    assert ergebnis.entfernungen == {nah.pk: Entfernung(111, genau=True), fern.pk: Entfernung(1112, genau=True)}


def test_words_near_a_stop_put_direct_answers_first_and_each_kind_by_distance(
    haltestelle: Haltestelle, heute: date, jetzt: datetime
) -> None:
    create_am_ort("Spaziergang nah", nord=0.001, beschreibung="Danach gibt es Schach.")
    create_am_ort("Spaziergang fern", nord=0.004, beschreibung="Danach gibt es Schach.")
    create_am_ort("Schach fern", nord=0.03)
    create_am_ort("Schach nah", nord=0.02)
    refresh(heute)
    ergebnis = search_angebote(Suchanfrage(q="Schach", nah="Antonplatz"), jetzt=jetzt)
    assert [angebot.titel for angebot in ergebnis.angebote] == [
        *("Schach nah", "Schach fern"),
        *("Spaziergang nah", "Spaziergang fern"),
    ]
    assert ergebnis.starke_zuerst
    for andere in (Suchanfrage(nah="Antonplatz"), Suchanfrage(q="Schach"), ergebnis.anfrage.mit(q="Spaziergang")):
        assert not search_angebote(andere, jetzt=jetzt).starke_zuerst


def test_search_near_a_place_nobody_knows_keeps_every_hit_and_sorts_by_date(heute: date, jetzt: datetime) -> None:
    spaet, frueh = ZeitFactory(wochentag=4).angebot, ZeitFactory(wochentag=0).angebot
    refresh(heute)
    ergebnis = search_angebote(Suchanfrage(nah="Nirgendwoplatz"), jetzt=jetzt)
    assert ergebnis.sortierung == Sortierung.TERMIN
    assert [angebot.pk for angebot in ergebnis.angebote] == [frueh.pk, spaet.pk]
    assert ergebnis.naehe is not None
    assert ergebnis.naehe.stelle is None
    assert ergebnis.entfernungen == {}


def test_distances_stand_on_the_page_in_any_order_asked_for(
    haltestelle: Haltestelle, heute: date, jetzt: datetime
) -> None:
    zebra, affe = create_am_ort("Zebra", nord=0.001), create_am_ort("Affe", nord=0.01)
    refresh(heute)
    ergebnis = search_angebote(Suchanfrage(nah="Antonplatz", sortierung="name"), jetzt=jetzt)
    assert [angebot.pk for angebot in ergebnis.angebote] == [affe.pk, zebra.pk]
    assert set(ergebnis.entfernungen) == {affe.pk, zebra.pk}


def test_offers_with_some_of_the_words_stand_last_and_count_in_no_facet(heute: date, jetzt: datetime) -> None:
    beides = AngebotFactory(titel="Chor und Schach", ort=None)
    eins = AngebotFactory(titel="Schach", ort=None)
    for angebot in (beides, eins):
        Kosten.objects.create(angebot=angebot, art=Kostenart.KOSTENLOS)
    teuer = AngebotFactory(titel="Chor", ort=None)
    refresh(heute)
    ergebnis = search_angebote(Suchanfrage(q="Chor Schach", kosten=("kostenlos",)), jetzt=jetzt)
    assert [angebot.pk for angebot in ergebnis.angebote] == [beides.pk]
    assert [angebot.pk for angebot in ergebnis.angebote_teilweise] == [eins.pk]
    assert (ergebnis.anzahl, ergebnis.anzahl_teilweise) == (1, 1)
    assert ergebnis.zaehlung.facetten["kosten"] == {"kostenlos": 1}
    ohne_kosten = search_angebote(Suchanfrage(q="Chor Schach"), jetzt=jetzt)
    assert {angebot.pk for angebot in ohne_kosten.angebote_teilweise} == {eins.pk, teuer.pk}


def test_pages_run_over_all_lists_in_their_order(haltestelle: Haltestelle, heute: date, jetzt: datetime) -> None:
    for nummer in range(3):
        create_am_ort(f"Chor und Schach {nummer}", nord=nummer / 1000)
        create_am_ort(f"Chor {nummer}", nord=nummer / 1000)
        telefon = AngebotFactory(titel=f"Chor und Schach am Telefon {nummer}", ort=None)
        Zugangsweg.objects.create(angebot=telefon, art=Zugang.TELEFON)
    refresh(heute)
    anfrage = Suchanfrage(q="Chor Schach", nah="Antonplatz")
    gezeigt = []
    for seite in range(1, 6):
        ergebnis = search_angebote(anfrage, jetzt=jetzt, seite=seite, je_seite=2)
        listen = (ergebnis.angebote, ergebnis.angebote_ohne_weg, ergebnis.angebote_teilweise)
        gezeigt += [angebot.titel for liste in listen for angebot in liste]
    assert ergebnis.seiten == 5
    assert gezeigt == [
        *(f"Chor und Schach {nummer}" for nummer in range(3)),
        *(f"Chor und Schach am Telefon {nummer}" for nummer in range(3)),
        *(f"Chor {nummer}" for nummer in range(3)),
    ]


def test_naechste_termine_are_two_that_fit_with_their_ends(heute: date, jetzt: datetime) -> None:
    angebot = AngebotFactory()
    ZeitFactory(angebot=angebot, wochentag=1, beginn=time(14), ende=time(16))
    ZeitFactory(angebot=angebot, wochentag=2, beginn=time(9), ende=None)
    refresh(heute)

    def find(**filter_: tuple[str, ...]) -> list[tuple[date, time, time | None, bool]]:
        termine = search_angebote(Suchanfrage(**filter_), jetzt=jetzt).naechste_termine[angebot.pk]
        return [(t.datum, t.beginn, t.ende, t.auch_an_anderem_tag) for t in termine]

    dienstag, mittwoch = date(2026, 11, 24), date(2026, 11, 25)
    assert find() == [(dienstag, time(14), time(16), True), (mittwoch, time(9), None, True)]
    assert find(tag=("mi",)) == [
        (mittwoch, time(9), None, True),
        (mittwoch + timedelta(days=7), time(9), None, True),
    ]


def test_naechste_termine_of_offers_with_unknown_times_are_all_they_have(heute: date, jetzt: datetime) -> None:
    zeit = ZeitFactory(wochentag=1)
    Zeit.objects.create(angebot=zeit.angebot, art=Zeitart.VEREINBARUNG)
    refresh(heute)
    ergebnis = search_angebote(Suchanfrage(tag=("fr",)), jetzt=jetzt)
    assert [angebot.pk for angebot in ergebnis.angebote_ohne_zeiten] == [zeit.angebot_id]
    assert ergebnis.naechste_termine[zeit.angebot_id][0].datum == date(2026, 11, 24)


def test_list_naechste_termine_leaves_out_what_is_over_and_offers_without_any(
    heute: date, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    zeit = ZeitFactory(wochentag=heute.weekday(), beginn=time(10), ende=time(12))
    ohne = AngebotFactory()
    refresh(heute)
    mittags = datetime.combine(heute, time(12), tzinfo=BERLIN)
    list_naechste_termine([zeit.angebot_id], jetzt=mittags)
    with django_assert_num_queries(2):  # the mark and the ends
        naechste = list_naechste_termine([zeit.angebot_id, ohne.pk], jetzt=mittags)
    assert {pk: [t.datum for t in termine] for pk, termine in naechste.items()} == {
        zeit.angebot_id: [heute + timedelta(days=7), heute + timedelta(days=14)]
    }


@pytest.mark.parametrize("anzahl", [1, 30])
def test_search_needs_the_same_queries_whatever_is_asked_and_found(
    haltestelle: Haltestelle,
    heute: date,
    jetzt: datetime,
    anzahl: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for nummer in range(anzahl):
        ZeitFactory(angebot=create_am_ort("Chor", nord=nummer / 1000))
    refresh(heute)
    voll = Suchanfrage(q="Chor", nah="Antonplatz", tag=("di",), zeit=("nachmittag",), zugang=("vor-ort",))
    for anfrage in (voll, Suchanfrage()):
        search_angebote(anfrage, jetzt=jetzt)
    with django_assert_num_queries(3):  # the mark, the offers, the ends of their Termine
        assert search_angebote(Suchanfrage(tag=("di",)), jetzt=jetzt).anzahl == anzahl
    with django_assert_num_queries(3):  # words and places are known by now
        assert search_angebote(voll, jetzt=jetzt).anzahl == anzahl


def test_offer_deleted_or_hidden_past_the_domain_is_never_shown_and_soon_not_counted(
    heute: date, jetzt: datetime
) -> None:
    bleibt, geht, verborgen = AngebotFactory(), AngebotFactory(), AngebotFactory()
    refresh(heute)
    search_angebote(Suchanfrage(), jetzt=jetzt)
    Angebot.objects.filter(pk=geht.pk).delete()
    Angebot.objects.filter(pk=verborgen.pk).update(status=Status.PAUSIERT)
    assert [angebot.pk for angebot in search_angebote(Suchanfrage(), jetzt=jetzt).angebote] == [bleibt.pk]
    refresh(heute)
    ergebnis = search_angebote(Suchanfrage(bereich="begegnung"), jetzt=jetzt)
    assert ergebnis.anzahl == 1
    assert ergebnis.zaehlung.facetten["bereich"] == {"begegnung": 1}
