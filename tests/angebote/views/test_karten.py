from datetime import date, datetime, time

import pytest
from django.test.utils import CaptureQueriesContext

from angebote.choices import Format, Kostenart, Wochentag, Zeitart
from angebote.domain.katalog import refresh_angebote
from angebote.domain.suche import Suchanfrage, search_angebote
from angebote.models import Angebot, Barriereangabe, Kategorie, Kosten, Schliesszeit
from angebote.views.karten import Karte, build_karten
from pankow_einsamkeit.lib.kalender import BERLIN
from tests.factories import UNGEPRUEFT, AngebotFactory, OrtFactory, ZeitFactory

pytestmark = pytest.mark.django_db


def build_karte(angebot: Angebot, heute: date) -> Karte:
    refresh_angebote(angebot_ids=[angebot.pk], heute=heute)
    angebot.refresh_from_db()
    return build_karten([angebot], jetzt=datetime.combine(heute, time(6), tzinfo=BERLIN))[0]


def test_karte_with_weekly_offer_names_next_two_dates(heute: date) -> None:
    angebot = ZeitFactory(wochentag=Wochentag.DI, beginn=time(14), ende=time(16)).angebot
    karte = build_karte(angebot, heute)
    assert karte.termin_satz == "Dienstag, 24. November, 14 bis 16 Uhr"
    assert karte.danach_satz == "danach Dienstag, 1. Dezember"


def test_karte_with_last_date_has_no_second_one(heute: date) -> None:
    zeit = ZeitFactory(art=Zeitart.EINZELN, wochentag=None, datum=date(2026, 11, 21), beginn=time(18), ende=None)
    karte = build_karte(zeit.angebot, heute)
    assert (karte.termin_satz, karte.danach_satz) == ("Heute, ab 18 Uhr", "")


@pytest.mark.parametrize(
    ("wochentage", "satz"),
    [
        ([Wochentag.SA, Wochentag.MO], "Geöffnet heute, 9 bis 17 Uhr"),
        ([Wochentag.SO, Wochentag.MO], "Geöffnet morgen, 9 bis 17 Uhr"),
        ([Wochentag.MO, Wochentag.DI], "Geöffnet Montag, 23. November, 9 bis 17 Uhr"),
        ([Wochentag.MO], "Montag, 23. November, 9 bis 17 Uhr"),
    ],
)
def test_karte_of_open_house_says_when_it_is_open_if_several_times_a_week(
    heute: date, wochentage: list[Wochentag], satz: str
) -> None:
    angebot = AngebotFactory(format=Format.OFFEN)
    for wochentag in wochentage:
        ZeitFactory(angebot=angebot, wochentag=wochentag, beginn=time(9), ende=time(17))
    assert build_karte(angebot, heute).termin_satz == satz


def test_karte_of_house_open_several_days_stays_open_where_the_list_asks_for_one_day(
    heute: date, jetzt: datetime
) -> None:
    mehrmals = AngebotFactory(format=Format.OFFEN)
    for wochentag in (Wochentag.MO, Wochentag.DI, Wochentag.DO):
        ZeitFactory(angebot=mehrmals, wochentag=wochentag, beginn=time(9), ende=time(17))
    einmal = ZeitFactory(angebot__format=Format.OFFEN, wochentag=Wochentag.DI, beginn=time(9), ende=time(17)).angebot
    kurs = AngebotFactory()
    for wochentag in (Wochentag.MO, Wochentag.DI):
        ZeitFactory(angebot=kurs, wochentag=wochentag, beginn=time(9), ende=time(17))
    refresh_angebote(angebot_ids=[mehrmals.pk, einmal.pk, kurs.pk], heute=heute)
    ergebnis = search_angebote(Suchanfrage(tag=("di",)), jetzt=jetzt)
    karten = build_karten([mehrmals, einmal, kurs], jetzt=jetzt, termine=ergebnis.naechste_termine)
    assert [(karte.termin_satz, karte.danach_satz) for karte in karten] == [
        ("Geöffnet Dienstag, 24. November, 9 bis 17 Uhr", ""),
        ("Dienstag, 24. November, 9 bis 17 Uhr", "danach Dienstag, 1. Dezember"),
        ("Dienstag, 24. November, 9 bis 17 Uhr", "danach Dienstag, 1. Dezember"),
    ]


@pytest.mark.parametrize(
    ("telefon", "anzeige", "href"),
    [
        ("030/99999999", "030 99999999", "tel:+493099999999"),
        ("im Büro, 030 99999999 oder 030 88888888", "030 99999999", "tel:+493099999999"),
    ],
)
def test_karte_names_the_first_number_that_can_be_dialled(heute: date, telefon: str, anzeige: str, href: str) -> None:
    karte = build_karte(AngebotFactory(telefon=telefon), heute)
    assert karte.telefon is not None
    assert (karte.telefon.anzeige, karte.telefon.href) == (anzeige, href)


@pytest.mark.parametrize("telefon", ["", "nur vor Ort"])
def test_karte_without_number_offers_no_call(heute: date, telefon: str) -> None:
    assert build_karte(AngebotFactory(telefon=telefon), heute).telefon is None


def test_karte_gathers_all_that_is_not_known_in_one_line(heute: date) -> None:
    karte = build_karte(AngebotFactory(ort=None, telefon="030 9999 0000"), heute)
    assert karte.unbekannt_satz == "Nicht bekannt: Zeiten, Ort, Kosten, Barrieren – bitte anrufen"
    assert (karte.termin_satz, karte.ort_satz, karte.kosten_satz, karte.barriere_satz) == ("", "", "", "")


def test_karte_keeps_sentences_of_which_a_part_is_known(heute: date) -> None:
    angebot = AngebotFactory(kosten_hinweis="meist auf Spendenbasis", telefon="030 9999 0000")
    ZeitFactory(angebot=angebot, art=Zeitart.UNBEKANNT, wochentag=None, beginn=None, ende=None, hinweis="meist montags")
    Barriereangabe.objects.create(ort=angebot.ort, merkmal="wc", wert="nein")
    karte = build_karte(angebot, heute)
    assert karte.termin_satz == "Zeiten nicht bekannt – bitte anrufen (meist montags)"
    assert karte.kosten_satz == "Kosten nicht genau bekannt – bitte anrufen (meist auf Spendenbasis)"
    assert karte.barriere_satz == "kein barrierefreies WC; Eingang und Aufzug: nicht bekannt"
    assert karte.unbekannt_satz == ""


def test_karte_with_unsure_times_says_so_before_it_quotes_the_source(heute: date) -> None:
    hinweis = "laut Quelle von 2016: Mo 10 bis 20 Uhr"
    zeit = ZeitFactory(art=Zeitart.UNBEKANNT, wochentag=None, beginn=None, ende=None, hinweis=hinweis)
    karte = build_karte(zeit.angebot, heute)
    assert (karte.termin_satz, karte.danach_satz) == ("Zeiten nicht sicher", "Laut Quelle von 2016: Mo 10 bis 20 Uhr")


def test_karte_unconfirmed_offer_asks_only_once(heute: date) -> None:
    karte = build_karte(AngebotFactory(geprueft_am=None, email="a@haus.example"), heute)
    assert karte.unbekannt_satz == "Nicht bekannt: Zeiten, Kosten, Barrieren"
    assert karte.pruef_satz == "Noch nicht bestätigt. Bitte vorher nachfragen."
    assert karte.pruef_icon == "circle-help"


def test_karte_of_house_found_by_its_opening_hours_says_so_even_with_one_date(heute: date, jetzt: datetime) -> None:
    zeit = ZeitFactory(angebot__format=Format.OFFEN, wochentag=Wochentag.DI, beginn=time(9, 30), ende=time(16, 30))
    refresh_angebote(angebot_ids=[zeit.angebot_id], heute=heute)
    karten = build_karten([zeit.angebot], jetzt=jetzt, geoeffnet=True)
    assert [(karte.termin_satz, karte.danach_satz) for karte in karten] == [
        ("Geöffnet Dienstag, 24. November, 9:30 bis 16:30 Uhr", "")
    ]


def test_karte_by_appointment_says_so(heute: date) -> None:
    zeit = ZeitFactory(art=Zeitart.VEREINBARUNG, wochentag=None, beginn=None, ende=None)
    karte = build_karte(zeit.angebot, heute)
    assert (karte.termin_satz, karte.danach_satz) == ("Zeiten nach Vereinbarung", "")


def test_karte_closed_for_the_whole_window_says_that_there_is_no_date(heute: date) -> None:
    angebot = ZeitFactory(wochentag=Wochentag.DI).angebot
    Schliesszeit.objects.create(angebot=angebot, von=heute, bis=date(2028, 1, 1))
    karte = build_karte(angebot, heute)
    assert karte.termin_satz == "Zurzeit keine Termine"
    assert karte.danach_satz == "Angegeben: jeden Dienstag, 14 bis 16 Uhr"


def test_karte_shows_category_and_cost(heute: date) -> None:
    angebot = AngebotFactory()
    angebot.kategorien.add(Kategorie.objects.get(slug="musik-tanz"))
    Kosten.objects.create(angebot=angebot, art=Kostenart.KOSTENLOS)
    karte = build_karte(angebot, heute)
    assert (karte.kategorie_name, karte.kategorie_icon) == ("Musik, Singen & Tanzen", "music")
    assert (karte.kosten_satz, karte.ist_kostenlos) == ("kostenlos", True)


def test_karte_confirmed_offer_states_date_of_check(heute: date) -> None:
    karte = build_karte(AngebotFactory(geprueft_am=date(2026, 11, 1)), heute)
    assert (karte.pruef_satz, karte.ist_frisch) == ("Zuletzt geprüft am 1. November 2026", True)


def test_karte_unconfirmed_offer_asks_to_call(heute: date) -> None:
    angebot = AngebotFactory(geprueft_am=None, telefon="030 9999 0000")
    angebot.quellen.create(quelle="https://www.stadtteil.example/a", stand="2024-03")
    karte = build_karte(angebot, heute)
    assert karte.pruef_satz == "Noch nicht bestätigt. Bitte vorher anrufen. stadtteil.example, Stand März 2024"
    assert karte.pruef_icon == "phone"
    assert karte.ist_frisch is False


@pytest.mark.parametrize(
    ("stand", "jahr", "vermerk"),
    [
        ("2013-03", 2013, " (Angabe von 2013)"),
        ("2023-12", 2023, " (Angabe von 2023)"),
        ("2024-01", 2024, ""),
        ("undatiert", None, " (Angabe ohne Datum)"),
    ],
)
def test_karte_unconfirmed_offer_says_beside_the_date_how_old_it_is(
    heute: date, stand: str, jahr: int | None, vermerk: str
) -> None:
    angebot = ZeitFactory(angebot__geprueft_am=None).angebot
    angebot.quellen.create(quelle="https://www.stadtteil.example/a", stand=stand, stand_jahr=jahr)
    assert build_karte(angebot, heute).termin_satz == f"Dienstag, 24. November, 14 bis 16 Uhr{vermerk}"


def test_karte_confirmed_offer_needs_no_age_of_its_source(heute: date) -> None:
    angebot = ZeitFactory(angebot__format=Format.OFFEN, wochentag=Wochentag.MO).angebot
    ZeitFactory(angebot=angebot, wochentag=Wochentag.DI)
    angebot.quellen.create(quelle="https://www.stadtteil.example/a", stand="2013", stand_jahr=2013)
    assert build_karte(angebot, heute).termin_satz == "Geöffnet Montag, 23. November, 14 bis 16 Uhr"
    Angebot.objects.filter(pk=angebot.pk).update(**UNGEPRUEFT)
    angebot.refresh_from_db()
    assert build_karte(angebot, heute).termin_satz == "Geöffnet Montag, 23. November, 14 bis 16 Uhr (Angabe von 2013)"


def test_karten_keep_order_and_need_two_queries_for_any_number(
    heute: date, jetzt: datetime, django_assert_num_queries: type[CaptureQueriesContext]
) -> None:
    angebote = [ZeitFactory(angebot__ort=OrtFactory()).angebot for _ in range(3)]
    refresh_angebote(angebot_ids=[angebot.pk for angebot in angebote], heute=heute)
    reihenfolge = list(Angebot.objects.order_by("-pk"))
    build_karten(reihenfolge, jetzt=jetzt)  # what is kept in the process while nothing changes
    for menge in (reihenfolge[:1], reihenfolge):
        with django_assert_num_queries(2):
            karten = build_karten(menge, jetzt=jetzt)
        assert [karte.id for karte in karten] == [angebot.pk for angebot in menge]


def test_karte_tells_the_words_that_were_found_and_the_way(heute: date, jetzt: datetime) -> None:
    angebot = AngebotFactory(titel="Kaffee & Kuchen", nutzen="Sie trinken Kaffee.")
    karte = build_karten([angebot], jetzt=jetzt, marken={"kaffee"}, entfernungen={angebot.pk: "etwa 200 Meter"})[0]
    assert karte.titel_teile == (("Kaffee", True), (" & Kuchen", False))
    assert karte.nutzen_teile == (("Sie trinken ", False), ("Kaffee", True), (".", False))
    assert karte.entfernung_satz == "etwa 200 Meter"


def test_karten_of_nothing_need_no_query(
    jetzt: datetime, django_assert_num_queries: type[CaptureQueriesContext]
) -> None:
    with django_assert_num_queries(0):
        assert build_karten([], jetzt=jetzt) == []
