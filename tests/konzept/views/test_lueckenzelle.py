from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from angebote.domain.katalog import refresh_angebote
from angebote.domain.katalogstand import renew_version
from angebote.models import Angebot, Kategorie, Kiez, Zielgruppe
from angebote.rollen import REDAKTION
from konzept.choices import Massnahmenstatus
from konzept.models import Massnahme
from tests.factories import AngebotFactory, KiezFactory, OrtFactory
from tests.konten import create_konto, login
from tests.konzept.factories import GeschaeftsbereichFactory, MassnahmeFactory, get_komponente
from tests.pages.markup import parse_markup

pytestmark = pytest.mark.django_db
NEU = "konzept:massnahme-neu"


@pytest.fixture
def kiez() -> Kiez:
    return KiezFactory(name="Aue", slug="aue", einwohner=2000, ab_65=500, einwohner_stand=date(2025, 12, 31))


def add_angebot(kiez: Kiez | None, titel: str = "Schach", **felder: Any) -> Angebot:
    heute = timezone.localdate()
    angebot: Angebot = AngebotFactory(
        **{"titel": titel, "ort": OrtFactory(kiez=kiez), "geprueft_am": heute, "bereich": "begegnung", **felder}
    )
    angebot.kategorien.add(Kategorie.objects.get(slug="spielen"))
    angebot.zielgruppen.add(Zielgruppe.objects.get(slug="aeltere"))
    refresh_angebote(angebot_ids=[angebot.pk], heute=heute)
    return angebot


def build_adresse(**angaben: str) -> str:
    query = {"nach": "kategorie", "kiez": "aue", "wert": "spielen", **angaben}
    return f"{reverse('konzept:luecken-zelle')}?{'&'.join(f'{name}={wert}' for name, wert in query.items())}"


def get_zelle(client: Client, **angaben: str) -> Any:
    return client.get(build_adresse(**angaben)).context["zelle"]


def list_namen(konzept: Client, **angaben: str) -> list[str]:
    return [bezug.titel for bezug in konzept.get(build_adresse(**angaben)).context["angebote"]]


def test_cell_lists_what_it_counts_by_title_and_nothing_else(konzept: Client, kiez: Kiez) -> None:
    add_angebot(kiez, "Schach")
    add_angebot(kiez, "Dame")
    add_angebot(KiezFactory(), "Go")
    add_angebot(kiez, "Beratung", bereich="unterstuetzung")
    assert list_namen(konzept) == ["Beratung", "Dame", "Schach"]
    assert list_namen(konzept, bereich="begegnung") == ["Dame", "Schach"]
    assert list_namen(konzept, wert="garten-natur") == []


def test_cell_says_how_much_is_not_fresh(konzept: Client, kiez: Kiez) -> None:
    add_angebot(kiez)
    alt = add_angebot(kiez)
    Angebot.objects.filter(pk=alt.pk).update(hinweis_ab=timezone.localdate())
    renew_version()
    text = konzept.get(build_adresse()).content.decode()
    assert "50 Prozent: 1 länger nicht bestätigt, 0 noch nie" in text
    assert text.count("intern-status--achtung") == 1


@pytest.mark.parametrize(
    ("angaben", "satz", "menschen"),
    [
        ({}, "das sind 0,50 je 1.000 Menschen", 2000),
        ({"nach": "zielgruppe", "wert": "aeltere"}, "das sind 2,00 je 1.000 Menschen ab 65", 500),
        ({"nach": "zielgruppe", "wert": "junge-erwachsene"}, "nicht eingetragen", None),
        ({"nach": "zielgruppe", "wert": "eltern"}, "das sind 0,00 je 1.000 Menschen", 2000),
    ],
)
def test_cell_counts_per_thousand_of_the_age_group_it_is_about(
    konzept: Client, kiez: Kiez, angaben: dict[str, str], satz: str, menschen: int | None
) -> None:
    add_angebot(kiez)
    antwort = konzept.get(build_adresse(**angaben))
    assert antwort.context["zelle"].menschen == menschen
    assert satz in antwort.content.decode()


def test_measures_begun_from_the_gap_or_with_one_of_its_offers_are_for_it(konzept: Client, kiez: Kiez) -> None:
    angebot, fremdes = add_angebot(kiez), add_angebot(KiezFactory())
    begonnen = MassnahmeFactory(luecke="kategorie:spielen")
    ueberall = MassnahmeFactory(luecke="kategorie:spielen")
    verknuepft = MassnahmeFactory()
    nennt_nur = MassnahmeFactory()
    fertig = MassnahmeFactory(luecke="kategorie:spielen", status=Massnahmenstatus.ABGESCHLOSSEN)
    anderes_feld = MassnahmeFactory(luecke="kategorie:garten-natur")
    anderswo = MassnahmeFactory(luecke="kategorie:spielen")
    for massnahme in (begonnen, verknuepft, nennt_nur, fertig, anderes_feld):
        massnahme.kieze.add(kiez)
    anderswo.kieze.add(fremdes.ort.kiez)
    verknuepft.angebote.add(angebot)
    nennt_nur.angebote.add(fremdes)

    zelle = get_zelle(konzept)

    assert set(zelle.gezielte) == {begonnen, ueberall, verknuepft}
    assert set(zelle.weitere) == {nennt_nur, anderes_feld}


@pytest.mark.parametrize(
    "angaben",
    [{"kiez": "nirgends"}, {"wert": "unsinn"}, {"wert": ""}, {"kiez": "%00"}, {"nach": "zeit"}, {"wert": "x" * 3000}],
)
def test_cell_that_is_not_in_the_table_is_not_found(konzept: Client, kiez: Kiez, angaben: dict[str, str]) -> None:
    assert konzept.get(build_adresse(**angaben)).status_code == 404


def find_neue(client: Client, **angaben: str) -> dict[str, list[str]] | None:
    links = parse_markup(client.get(build_adresse(**angaben)).content.decode()).find("a")
    adressen = [a.attrs["href"] for a in links if a.attrs["href"].startswith(reverse(NEU))]
    return parse_qs(urlsplit(adressen[0]).query) if adressen else None


def test_cell_leads_to_a_measure_that_is_filled_in(konzept: Client, kiez: Kiez) -> None:
    assert find_neue(konzept) == {
        "kiez": ["aue"],
        "kategorie": ["spielen"],
        "art": ["angebotsaufbau"],
        "titel": ["Spielen & Knobeln: Angebot für Aue"],
        "luecke": ["kategorie:spielen"],
    }


def test_cell_of_another_dimension_names_no_category(konzept: Client, kiez: Kiez) -> None:
    assert find_neue(konzept, nach="stufenlos", wert="ja") == {
        "kiez": ["aue"],
        "art": ["angebotsaufbau"],
        "titel": ["Stufenlos erreichbar: Angebot für Aue"],
        "luecke": ["stufenlos:ja"],
    }


def test_cell_that_is_no_gap_by_itself_suggests_no_title(konzept: Client, kiez: Kiez) -> None:
    assert find_neue(konzept, nach="kosten", wert="unbekannt") == {"kiez": ["aue"], "luecke": ["kosten:unbekannt"]}


def list_ueberschriften(client: Client, **angaben: str) -> list[str]:
    titel = parse_markup(client.get(build_adresse(**angaben)).content.decode()).find("h1", "h2")
    return [" ".join(eine.text.split()) for eine in titel][:-1]  # the last is of the foot of every page


def test_cell_of_what_nobody_knows_begins_with_what_to_ask(konzept: Client, kiez: Kiez) -> None:
    add_angebot(kiez)
    assert list_ueberschriften(konzept, nach="stufenlos", wert="unbekannt") == [
        "Nicht bekannt Aue",
        "Erst klären 1",
        "Maßnahmen dafür",
    ]
    text = konzept.get(build_adresse(nach="stufenlos", wert="unbekannt")).content.decode()
    assert "„Stufenlos erreichbar“ ist zu diesen Angeboten nicht bekannt." in text
    assert text.index(">Schach<") < text.index("Als Maßnahme anlegen")
    assert find_neue(konzept, nach="stufenlos", wert="unbekannt") == {
        "kiez": ["aue"],
        "luecke": ["stufenlos:unbekannt"],
    }


@pytest.mark.parametrize(
    ("nach", "wert", "titel"), [("stufenlos", "ja", "Stufenlos erreichbar Aue"), ("kosten", "kostet", "Kostet Aue")]
)
def test_other_cells_begin_with_measures(konzept: Client, kiez: Kiez, nach: str, wert: str, titel: str) -> None:
    assert list_ueberschriften(konzept, nach=nach, wert=wert) == [titel, "Maßnahmen dafür", "Diese Angebote zählen 0"]


def test_who_only_reads_sees_no_way_to_a_measure(client: Client, kiez: Kiez) -> None:
    assert find_neue(login(client, create_konto("redaktion", REDAKTION))) is None


def create_massnahme(konzept: Client, luecke: str) -> Massnahme:
    daten = {
        "titel": "Spieleabend",
        "ziel": "Gemeinsam spielen.",
        "komponente": get_komponente().pk,
        "art": "angebotsaufbau",
        "federfuehrung": GeschaeftsbereichFactory().pk,
        "verantwortlich": "Koordination",
        "beginn": "2026-12-01",
        "kieze": [Kiez.objects.get().pk],
    }
    konzept.post(f"{reverse(NEU)}?luecke={luecke}", daten)
    return Massnahme.objects.get()


def list_links(konzept: Client, massnahme: Massnahme) -> set[tuple[str, str]]:
    text = konzept.get(massnahme.get_absolute_url()).content.decode()
    return {(a.attrs["href"], a.text) for a in parse_markup(text).find("a")}


def test_measure_names_its_gap_with_a_capital_or_not_at_all(konzept: Client, kiez: Kiez) -> None:
    massnahme = create_massnahme(konzept, "stufenlos:ja")
    adresse = build_adresse(nach="stufenlos", wert="ja")
    assert (adresse, "Stufenlos erreichbar in Aue") in list_links(konzept, massnahme)
    Massnahme.objects.update(luecke="kategorie:gibt-es-nicht-mehr")
    assert "Aus der Lücke" not in konzept.get(massnahme.get_absolute_url()).content.decode()


def test_measure_made_from_a_cell_stands_there_and_leads_back(konzept: Client, kiez: Kiez) -> None:
    massnahme = create_massnahme(konzept, "kategorie:spielen")
    assert get_zelle(konzept).gezielte == [massnahme]
    links = list_links(konzept, massnahme)
    assert (build_adresse(), "Spielen & Knobeln in Aue") in links
    konzept.post(reverse("konzept:massnahme-bearbeiten", kwargs={"pk": massnahme.pk}), {"titel": "Anders"})
    massnahme.refresh_from_db()
    assert massnahme.luecke == "kategorie:spielen"


@pytest.mark.parametrize("luecke", ["unsinn", "wetter:nass", "kategorie:<b>", f"kategorie:{'x' * 70}", ""])
def test_unknown_gap_is_left_out(konzept: Client, kiez: Kiez, luecke: str) -> None:
    assert create_massnahme(konzept, luecke).luecke == ""


def count_abfragen(client: Client) -> int:
    with CaptureQueriesContext(connection) as abfragen:
        assert client.get(build_adresse()).status_code == 200
    return len(abfragen)


def test_page_needs_the_same_queries_for_any_number_of_offers_and_measures(konzept: Client, kiez: Kiez) -> None:
    zahlen = []
    for anzahl in (1, 60):
        for nummer in range(anzahl):
            angebot = add_angebot(kiez, f"Schach {anzahl} {nummer:02d}")
            massnahme = MassnahmeFactory(federfuehrung=GeschaeftsbereichFactory())
            massnahme.kieze.add(kiez)
            massnahme.angebote.add(angebot)
        erste = count_abfragen(konzept)
        assert erste <= 20
        zahlen.append(count_abfragen(konzept))
    assert zahlen == [10, 10]


def test_long_list_has_pages(konzept: Client, kiez: Kiez) -> None:
    for nummer in range(51):
        add_angebot(kiez, f"Schach {nummer:02d}")
    assert len(list_namen(konzept)) == 50
    assert list_namen(konzept, seite="2") == ["Schach 50"]
    adresse = "?nach=kategorie&bereich=&kiez=aue&wert=spielen&seite=2#angebote"
    assert adresse in {a.attrs["href"] for a in parse_markup(konzept.get(build_adresse()).content.decode()).find("a")}
