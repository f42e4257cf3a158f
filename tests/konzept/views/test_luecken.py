import csv
from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from angebote.domain.katalog import refresh_angebote
from angebote.domain.katalogstand import renew_version
from angebote.models import Angebot, Kategorie, Kiez, Suchluecke
from angebote.rollen import KONZEPT
from konzept.choices import Lueckendimension
from tests.factories import AngebotFactory, KiezFactory, OrtFactory, ZeitFactory
from tests.konten import create_konto, login
from tests.pages.markup import parse_markup

pytestmark = pytest.mark.django_db


@pytest.fixture
def konzept(client: Client) -> Client:
    return login(client, create_konto("person", KONZEPT))


def add_angebote(anzahl: int) -> None:
    """At places of their own in one Kiez, each third one at none."""
    orte = OrtFactory.create_batch(2, kiez=Kiez.objects.first() or KiezFactory())
    heute, kategorie = timezone.localdate(), Kategorie.objects.get(slug="spielen")
    angebote = [AngebotFactory(ort=[*orte, None][nummer % 3], geprueft_am=heute) for nummer in range(anzahl)]
    for angebot in angebote:
        angebot.kategorien.add(kategorie)
    ZeitFactory(angebot=angebote[0])
    refresh_angebote(angebot_ids=[angebot.pk for angebot in angebote], heute=heute)


def read_datei(antwort: Any) -> list[list[str]]:
    inhalt = antwort.content.decode()
    assert inhalt.startswith("\ufeff")
    return list(csv.reader(StringIO(inhalt.removeprefix("\ufeff")), delimiter=";"))


def read_tabelle(text: str) -> list[list[str]]:
    """The cells of the first table, row by row; what only screen readers say is left out."""
    elemente = parse_markup(text).elemente
    zeilen: list[list[str]] = []
    for element in elemente:
        if element.tag == "table" and zeilen:
            break
        if element.tag == "tr":
            zeilen.append([])
        if element.tag in {"th", "td"}:
            text = " ".join(element.text.replace("\u00ad", "").replace("\u200b", "").split())
            zeilen[-1].append(text.split(" – ")[0])  # what follows names the cell
    return zeilen


@pytest.mark.parametrize("dimension", Lueckendimension)
@pytest.mark.parametrize("bereich", ["", "begegnung"])
def test_file_holds_the_same_figures_as_the_page(konzept: Client, dimension: str, bereich: str) -> None:
    add_angebote(4)
    query = {"nach": dimension, "bereich": bereich}

    seite = konzept.get(reverse("konzept:luecken"), query).content.decode()
    antwort = konzept.get(reverse("konzept:luecken-csv"), query)

    datei, tabelle = read_datei(antwort), read_tabelle(seite)
    breite = len(tabelle[0])
    assert datei[0][: breite - 2] == tabelle[0][:-2]  # the two sums have longer names in the file
    assert [[zelle or "–" for zelle in zeile[:breite]] for zeile in datei[1:4]] == [
        [zelle.removesuffix(" %") for zelle in zeile] for zeile in tabelle[1:4]
    ]  # the Kiez, those without a place, all
    assert [zelle or "–" for zelle in datei[4][1:]] == tabelle[4][1:-1]
    assert datei[5] == []


def test_file_holds_who_lives_there_what_was_missed_and_where_it_is_from(konzept: Client) -> None:
    menschen = {"unter_18": 500, "von_18_bis_26": 250, "ab_65": None}
    KiezFactory(name="Aue", slug="aue", einwohner=2000, **menschen, einwohner_stand=date(2022, 6, 30))
    KiezFactory(name="Berg", einwohner=1000, **menschen | {"ab_65": 250}, einwohner_stand=date(2023, 6, 30))
    add_angebote(3)
    heute = timezone.localdate()
    for slug, anzahl in (("spielen", 7), ("trauer", 2)):
        Suchluecke.objects.create(monat=f"{heute:%Y-%m}", kiez="aue", kategorie=slug, anzahl=anzahl)

    datei = read_datei(konzept.get(reverse("konzept:luecken-csv"), {"nach": "stufenlos"}))

    zeilen = [dict(zip(datei[0], zeile, strict=False)) for zeile in datei[1:5]]
    assert [[zeile.get(titel) for titel in datei[0][4:]] for zeile in zeilen] == [
        [*("2", "0", "mindestens 8"), *("2000", "500", "250", "", ""), *("1,00", "4,00", "8,00", "", ""), "30.06.2022"],
        [*("0", "", "0"), *("1000", "500", "250", "0", "250"), *("0,00", "0,00", "0,00", "", "0,00"), "30.06.2023"],
        ["1", "0", *[None] * 12],
        [*("3", "0", "mindestens 8"), *("3000", "1000", "500", "", ""), *("1,00", "3,00", "6,00", "", ""), ""],
    ]
    assert datei[0][4:] == [
        *("Angebote, einmal gezählt", "davon nicht frisch bestätigt, Prozent", "gesucht, nicht gefunden"),
        *("Menschen: alle", "Menschen: unter 18", "Menschen: 18 bis 26", "Menschen: 27 bis 64", "Menschen: ab 65"),
        *("Angebote je 1.000: alle", "Angebote je 1.000: unter 18", "Angebote je 1.000: 18 bis 26"),
        *("Angebote je 1.000: 27 bis 64", "Angebote je 1.000: ab 65", "Stand der Einwohnerzahlen"),
    ]
    assert datei[7] == ["Stichtag", f"{heute:%d.%m.%Y}"]
    assert [zeile[0] for zeile in datei[8:]] == [
        "Quelle: Angebote",
        "Quelle: Einwohner",
        "Quelle: Grenzen der Kieze",
        "Quelle: Gesucht, nicht gefunden",
    ]
    assert datei[9][1] == "Amt für Statistik Berlin-Brandenburg, Einwohnerregister, Stand je Kiez verschieden"


def test_page_says_the_day_of_the_residents_once_where_all_have_the_same(konzept: Client) -> None:
    KiezFactory.create_batch(2, einwohner=1000, einwohner_stand=date(2022, 6, 30))
    text = konzept.get(reverse("konzept:luecken")).content.decode()
    assert "Einwohnerregister, Stand 30. Juni 2022" in text
    Kiez.objects.update(einwohner=None)
    text = konzept.get(reverse("konzept:luecken")).content.decode()
    assert "Einwohnerregister" not in text


def test_page_says_the_stale_share_of_each_row_and_column(konzept: Client) -> None:
    add_angebote(3)
    kiez = Kiez.objects.get()
    altes = Angebot.objects.filter(ort__kiez=kiez).first()
    Angebot.objects.filter(pk=altes.pk).update(hinweis_ab=timezone.localdate())
    renew_version()

    tabelle = read_tabelle(konzept.get(reverse("konzept:luecken")).content.decode())

    spalte = tabelle[0].index("Spielen & Knobeln")
    assert [zeile[-1] for zeile in tabelle[1:4]] == ["50 %", "0 %", "33 %"]
    assert [tabelle[4][0], tabelle[4][spalte], *tabelle[4][-2:]] == [
        "davon nicht frisch bestätigt, in Prozent",
        "33",
        "33",
        "33 %",
    ]
    assert set(tabelle[4][1:-2]) - {tabelle[4][spalte]} == {"–"}


def test_file_is_named_after_what_it_counts(konzept: Client) -> None:
    antwort = konzept.get(reverse("konzept:luecken-csv"), {"nach": "zeit"})
    assert antwort["Content-Disposition"] == (
        f'attachment; filename="luecken-zeit-alle-{timezone.localdate().isoformat()}.csv"'
    )


def test_name_that_a_spreadsheet_would_run_is_disarmed(konzept: Client) -> None:
    KiezFactory(name="=1+1")
    zeilen = konzept.get(reverse("konzept:luecken-csv")).content.decode().splitlines()
    assert zeilen[1].startswith("'=1+1;")


def test_unknown_choice_is_said_and_the_first_one_counts(konzept: Client) -> None:
    text = konzept.get(reverse("konzept:luecken"), {"nach": "wetter", "bereich": "begegnung"}).content.decode()
    assert "„wetter“ gibt es bei „Zählen nach“ nicht." in text
    assert [o.attrs["value"] for o in parse_markup(text).find("option") if "selected" in o.attrs] == [
        "kategorie",
        "begegnung",
    ]


def test_page_without_a_query_counts_categories_of_all(konzept: Client) -> None:
    text = konzept.get(reverse("konzept:luecken")).content.decode()
    assert [o.attrs["value"] for o in parse_markup(text).find("option") if "selected" in o.attrs] == ["kategorie"]


def test_every_figure_of_a_kiez_leads_to_its_cell_and_says_which(konzept: Client) -> None:
    KiezFactory(slug="aue", name="Aue")
    text = konzept.get(reverse("konzept:luecken"), {"nach": "stufenlos", "bereich": "begegnung"}).content.decode()
    zellen = [a for a in parse_markup(text).find("a") if "luecken__zahl" in a.attrs.get("class", "")]
    adresse = reverse("konzept:luecken-zelle")
    assert [(a.attrs["href"], " ".join(a.text.split())) for a in zellen] == [
        (f"{adresse}?nach=stufenlos&bereich=begegnung&kiez=aue&wert=ja", "0 – stufenlos erreichbar, Aue"),
        (f"{adresse}?nach=stufenlos&bereich=begegnung&kiez=aue&wert=nein", "0 – nicht stufenlos, Aue"),
        (f"{adresse}?nach=stufenlos&bereich=begegnung&kiez=aue&wert=unbekannt", "0 – nicht bekannt, Aue"),
    ]
    assert ["luecken__null" in a.attrs["class"] for a in zellen] == [True, False, False]


@pytest.mark.parametrize("dimension", Lueckendimension)
def test_every_cell_of_the_table_can_be_opened(konzept: Client, dimension: str) -> None:
    add_angebote(3)
    text = konzept.get(reverse("konzept:luecken"), {"nach": dimension}).content.decode()
    zellen = [a for a in parse_markup(text).find("a") if "luecken__zahl" in a.attrs.get("class", "")]
    assert zellen
    for zelle in zellen:
        antwort = konzept.get(zelle.attrs["href"])
        assert antwort.status_code == 200
        assert antwort.context["zelle"].anzahl == int(zelle.text.split("–")[0])


def test_scrolling_tables_can_be_reached_by_keyboard_and_have_a_name(konzept: Client) -> None:
    markup = parse_markup(konzept.get(reverse("konzept:luecken")).content.decode())
    regionen = [e.attrs for e in markup.find("div") if e.attrs.get("role") == "region"]
    assert [(eine["tabindex"], eine["aria-label"]) for eine in regionen] == [
        ("0", "Tabelle der Kieze nach: Was es gibt"),
        ("0", "Tabelle der Kieze mit Angeboten und Einwohnern"),
    ]


def count_abfragen(client: Client, dimension: str) -> int:
    with CaptureQueriesContext(connection) as abfragen:
        client.get(reverse("konzept:luecken"), {"nach": dimension})
    return len(abfragen)


def test_page_needs_the_same_queries_with_3_and_300_offers(konzept: Client) -> None:
    add_angebote(3)
    konzept.get(reverse("konzept:luecken"))  # the first one after a change also loads what is kept
    mit_drei = {dimension: count_abfragen(konzept, dimension) for dimension in Lueckendimension}
    add_angebote(297)
    konzept.get(reverse("konzept:luecken"))
    assert {dimension: count_abfragen(konzept, dimension) for dimension in Lueckendimension} == mit_drei
    assert mit_drei == dict.fromkeys(Lueckendimension, 8) | {"kategorie": 9, "zielgruppe": 9}


def test_first_page_after_a_change_stays_below_twenty_queries(konzept: Client) -> None:
    add_angebote(3)
    konzept.get(reverse("konzept:luecken"))
    add_angebote(3)
    assert count_abfragen(konzept, Lueckendimension.KATEGORIE) == 19


def read_farben(text: str, klasse: str) -> list[str]:
    """The level of colour of each element of that class; empty for none."""
    klassen = [e.attrs["class"].split() for e in parse_markup(text).elemente if "class" in e.attrs]
    return [
        "".join(k for k in eine if k.startswith("waerme-") and k[-1].isdigit()) for eine in klassen if klasse in eine
    ]


@pytest.mark.parametrize("seite", ["konzept:luecken", "konzept:kiez-profile"])
def test_tiles_have_the_colours_of_the_table_and_a_legend(konzept: Client, seite: str) -> None:
    KiezFactory(name="Aue", einwohner=1000)
    add_angebote(2)
    KiezFactory(name="Berg", einwohner=1000)
    KiezFactory(name="Chor", einwohner=None)

    text = konzept.get(reverse(seite)).content.decode()

    assert read_farben(text, "kachel") == ["waerme-4", "waerme-0", ""]
    legenden = [e for e in parse_markup(text).find("ul") if e.attrs.get("class") == "waerme-legende"]
    assert [zeile.split() for zeile in legenden[-1].text.strip().split("\n") if zeile.strip()] == [
        ["0,00"],
        ["0,01", "bis", "0,50"],
        ["0,51", "bis", "1,00"],
        ["1,01", "bis", "1,50"],
        ["1,51", "bis", "2,00"],
    ]
