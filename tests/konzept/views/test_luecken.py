import csv
from io import StringIO

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from angebote.domain.katalog import refresh_angebote
from angebote.models import Kategorie, Kiez
from angebote.rollen import KONZEPT, REDAKTION
from konzept.choices import Lueckendimension
from konzept.domain.luecken import Zeile, Zelle, count_matrix
from konzept.domain.lueckenspalten import Spalte
from konzept.domain.verortung import load_kiezbestand
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
            zeilen[-1].append(text.split(" – ")[0])  # what follows names the link to a new measure
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


def render_null(dimension: Lueckendimension, massnahme_neu: str) -> str:
    kiez = KiezFactory.build(name="Aue", slug="aue")
    zelle = Zelle(Spalte("essen-kochen", "Essen & kochen", 0), 0, 0)
    matrix = count_matrix(load_kiezbestand(heute=timezone.localdate()), dimension=dimension, bereich="")
    context = {
        "zelle": zelle,
        "zeile": Zeile("Aue", kiez, (zelle,), 0),
        "matrix": matrix,
        "massnahme_neu": massnahme_neu,
    }
    return render_to_string("konzept/luecken/_null.html", context)


def test_zero_leads_to_a_measure_that_is_filled_in() -> None:
    [link] = parse_markup(render_null(Lueckendimension.KATEGORIE, "/neu/")).find("a")
    assert link.attrs["href"] == (
        "/neu/?kiez=aue&kategorie=essen-kochen&art=angebotsaufbau&titel=Essen+%26+kochen%3A+Angebot+f%C3%BCr+Aue"
    )
    assert link.text == "0 – Essen & kochen in Aue: als Maßnahme anlegen"


def test_zero_of_another_dimension_names_no_category() -> None:
    [link] = parse_markup(render_null(Lueckendimension.ZUGANG, "/neu/")).find("a")
    assert "kategorie=" not in link.attrs["href"]


def test_zero_is_no_link_where_no_measure_can_be_made() -> None:
    assert parse_markup(render_null(Lueckendimension.KATEGORIE, "")).find("a") == []


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


def test_who_only_reads_sees_no_way_to_a_measure(client: Client) -> None:
    KiezFactory()
    login(client, create_konto("redaktion", REDAKTION))
    text = client.get(reverse("konzept:luecken")).content.decode()
    assert "luecken__null" in text
    assert "art=angebotsaufbau" not in text


def test_measure_for_a_step_free_gap_says_what_it_is_about(client: Client) -> None:
    KiezFactory(slug="aue", name="Aue")
    login(client, create_konto("plant", KONZEPT))
    text = client.get(reverse("konzept:luecken"), {"nach": "stufenlos"}).content.decode()
    assert "titel=stufenlos+erreichbar%3A+Angebot+f%C3%BCr+Aue" in text
    assert "stufenlos erreichbar in Aue: als Maßnahme anlegen" in text
