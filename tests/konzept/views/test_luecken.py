import csv
from io import StringIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from angebote.domain.katalog import refresh_angebote
from angebote.models import Kategorie, Kiez
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

    inhalt = antwort.content.decode()
    assert inhalt.startswith("\ufeff")
    datei = list(csv.reader(StringIO(inhalt.removeprefix("\ufeff")), delimiter=";"))
    tabelle = read_tabelle(seite)
    assert datei[1:] == tabelle[1:]
    assert datei[0][:-1] == tabelle[0][:-1]
    assert len(datei) == 4  # heading, the Kiez, those without a place, all


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
    assert "„wetter“ steht hier nicht zur Auswahl." in text
    assert [o.attrs["value"] for o in parse_markup(text).find("option") if "selected" in o.attrs] == [
        "kategorie",
        "begegnung",
    ]


def test_page_without_a_query_counts_categories_of_all(konzept: Client) -> None:
    text = konzept.get(reverse("konzept:luecken")).content.decode()
    assert [o.attrs["value"] for o in parse_markup(text).find("option") if "selected" in o.attrs] == ["kategorie", ""]


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
