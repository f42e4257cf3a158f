"""Sorted by date the list reads like a programme, sorted by distance it says how far."""

import re
from dataclasses import replace
from datetime import date, timedelta
from html import unescape
from typing import Any

from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from angebote.domain.katalogstand import renew_version
from angebote.models import Kiez, Ort
from angebote.views.karten import Karte
from angebote.views.programm import build_programm
from tests.angebote.views.listenseite import create_angebot, create_angebote, get, read_abschnitt, read_treffer
from tests.factories import PlanungsraumFactory

KARTE = Karte(
    id=1,
    titel="Chor",
    titel_teile=(("Chor", False),),
    url="/angebote/chor/",
    nutzen="",
    nutzen_teile=(),
    bereich="begegnung",
    kategorie_name="",
    kategorie_icon="music",
    naechster=None,
    termin_satz="",
    danach_satz="",
    entfernung_satz="",
    ort_satz="",
    kiez_name="",
    haltestelle_satz="",
    kosten_satz="",
    ist_kostenlos=False,
    ohne_anmeldung=False,
    barriere_satz="",
    ist_stufenlos=None,
    telefon=None,
    unbekannt_satz="",
    pruef_satz="",
    pruef_icon="check",
    ist_frisch=True,
    zugang_saetze=(),
)
HEUTE = date(2026, 11, 21)


def read_programm(html: str) -> list[tuple[str, list[int]]]:
    """The headings with the offers below each."""
    teile = re.split(r'<h3 class="programm"[^>]*>(.*?)</h3>', html, flags=re.DOTALL)
    titel = [unescape(re.sub(r"\s*<.*?>", " ", stueck)).strip() for stueck in teile[1::2]]
    return list(zip(titel, map(read_treffer, teile[2::2]), strict=True))


def test_liste_by_date_has_headings_like_a_programme_and_each_offer_once(client: Client, weissensee: Kiez) -> None:
    heute, morgen, woche, spaeter, ohne = (
        create_angebot("A", tage=(0, 7)),
        create_angebot("B", tage=(1, 2)),
        create_angebot("C", tage=(6,)),
        create_angebot("D", tage=(7,)),
        create_angebot("E", zeitlage=["vereinbarung"]),
    )
    html = get(client)
    assert read_programm(html) == [
        ("Heute", [heute.pk]),
        ("Morgen", [morgen.pk]),
        ("Diese Woche bis Freitag, 27. November", [woche.pk]),
        ("Später", [spaeter.pk]),
        ("Ohne festen Termin", [ohne.pk]),
    ]
    assert html.count("<h4 ") == 5
    assert "danach Samstag, 28.\u00a0November" in html


def test_liste_by_date_goes_by_the_termin_that_fits_the_question(client: Client, weissensee: Kiez) -> None:
    angebot = create_angebot("A", tage=(0, 3))
    assert read_programm(get(client, "tag=di")) == [("Diese Woche bis Freitag, 27. November", [angebot.pk])]


def test_liste_by_date_names_the_days_on_every_page(client: Client, weissensee: Kiez) -> None:
    angebote = create_angebote(21, tage=(0,))
    assert read_programm(get(client, "seite=2")) == [("Heute", [angebote[20].pk])]


def test_liste_sorted_otherwise_has_no_days_and_cards_right_below_the_number(client: Client, weissensee: Kiez) -> None:
    create_angebot("Chor", tage=(0,))
    for query in ("sortierung=name", "q=Chor"):
        html = get(client, query)
        assert read_programm(html) == []
        assert (html.count('<h3 class="angebot__titel"'), html.count("<h4 ")) == (1, 0)


@given(st.lists(st.integers(min_value=0, max_value=400)))
def test_programm_of_any_dates_keeps_every_card_in_order_and_no_heading_twice(tage: list[int]) -> None:
    karten = [*(replace(KARTE, naechster=HEUTE + timedelta(days=tag)) for tag in sorted(tage)), KARTE]
    listen = build_programm(karten, heute=HEUTE)
    assert [karte for liste in listen for karte in liste.karten] == karten
    assert len({liste.titel for liste in listen}) == len(listen)


def test_liste_near_a_place_says_how_far_and_keeps_what_needs_no_way_apart(client: Client, weissensee: Kiez) -> None:
    PlanungsraumFactory(kiez=weissensee, name="Komponistenviertel", lat=52.5500, lon=13.4500)
    fern, nah, telefon = create_angebot("A"), create_angebot("B"), create_angebot("C", zugang=["telefon"])
    Ort.objects.filter(angebote=nah).update(lat=52.5520, lon=13.4500)
    Ort.objects.filter(angebote=fern).update(lat=52.5600, lon=13.4500)
    renew_version()
    html = get(client, "nah=Komponistenviertel")
    assert "Sortiert nach der Entfernung von der Mitte von „Komponistenviertel“." in html
    hits, ohne_weg = html.split('id="ohne-weg"')
    assert read_treffer(hits) == [nah.pk, fern.pk]
    assert read_treffer(ohne_weg) == [telefon.pk]
    assert "Zu Hause, am Telefon oder online" in ohne_weg
    wege = re.findall(r"Entfernung:</span> ([^<]*)</span>", html)
    assert [weg.replace("\u00a0", " ") for weg in wege] == [
        "etwa 200 Meter, 5 Minuten zu Fuß",
        "etwa 1,1 Kilometer, 25 Minuten zu Fuß",
    ]
    assert re.search(r'<option value="" selected>kürzester Weg zuerst</option>', html)
    assert read_programm(html) == []


def test_liste_near_an_address_of_ours_begins_there_and_gives_no_metres_nobody_knows(
    client: Client, weissensee: Kiez
) -> None:
    raum = PlanungsraumFactory(kiez=weissensee, lat=52.5500, lon=13.4500)
    nachbar, dort = create_angebot("A"), create_angebot("B")
    Ort.objects.filter(angebote__in=[nachbar, dort]).update(planungsraum=raum, lat=None, lon=None)
    Ort.objects.filter(angebote=dort).update(strasse="Breite Straße", hausnummer="49")
    renew_version()
    html = get(client, "nah=breite+str.+49")
    assert "Sortiert nach der Entfernung von „Breite Straße 49“; wo das ist, wissen wir nur ungefähr." in html
    assert read_treffer(html) == [dort.pk, nachbar.pk]
    wege = re.findall(r"Entfernung:</span> ([^<]*)</span>", html)
    assert [weg.replace("\u00a0", " ") for weg in wege] == [
        "an dieser Adresse",
        "im selben Viertel – die genaue Lage kennen wir nicht",
    ]


def test_liste_near_an_unknown_place_is_sorted_as_ever_and_says_so(client: Client, weissensee: Kiez) -> None:
    angebot = create_angebot("A", tage=(0,))
    html = get(client, "nah=Nirgendwo")
    assert read_programm(html) == [("Heute", [angebot.pk])]
    assert "„Nirgendwo“ kennen wir in Pankow nicht." in html
    assert "Entfernung:" not in html


def test_liste_near_a_place_tells_on_earlier_pages_of_what_needs_no_way(client: Client, weissensee: Kiez) -> None:
    PlanungsraumFactory(kiez=weissensee, name="Komponistenviertel", lat=52.5500, lon=13.4500)
    create_angebote(20)
    create_angebot("Plaudern", zugang=["telefon"])
    erste, zweite = get(client, "nah=Komponistenviertel"), get(client, "nah=Komponistenviertel&seite=2")
    assert "1 davon ist zu Hause, am Telefon oder online und steht auf Seite 2." in erste
    ziel = re.search(r'id="ohne-weg-hinweis".*?href="([^"]*)#ohne-weg"', erste)
    assert ziel
    assert unescape(ziel[1]) == "/angebote/?nah=Komponistenviertel&seite=2"
    assert 'id="ohne-weg-hinweis"' not in zweite
    assert 'id="ohne-weg"' in zweite


def test_liste_near_a_place_leads_to_the_page_where_offers_without_a_way_begin_and_keeps_the_filters(
    client: Client, weissensee: Kiez, settings: Any
) -> None:
    settings.TREFFER_JE_SEITE = 2
    PlanungsraumFactory(kiez=weissensee, name="Komponistenviertel", lat=52.5500, lon=13.4500)
    create_angebote(3, zugang=["vor-ort", "telefon"])  # the filter finds them too, but they have a way
    telefon = [angebot.pk for angebot in create_angebote(4, zugang=["telefon"])]
    suche = "nah=Komponistenviertel&zugang=telefon"
    seiten = {seite: get(client, f"{suche}&seite={seite}") for seite in (1, 2, 3, 4)}
    assert "4 davon sind zu Hause, am Telefon oder online und stehen ab Seite 2." in seiten[1]
    ziel = re.search(r'id="ohne-weg-hinweis".*?href="/angebote/\?([^"]*)#ohne-weg"', seiten[1])
    assert ziel
    assert unescape(ziel[1]) == f"{suche}&seite=2"
    assert [nummer for nummer, html in seiten.items() if 'id="ohne-weg-hinweis"' in html] == [1]
    erste, *weitere = read_treffer(read_abschnitt(seiten[2], "ohne-weg"))
    assert (erste in telefon, weitere) == (True, [])
