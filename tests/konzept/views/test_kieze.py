from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from angebote.domain.katalog import refresh_angebote
from angebote.domain.katalogstand import renew_version
from angebote.models import Kiez
from angebote.rollen import DATENSCHUTZ, KONZEPT, REDAKTION
from konzept.models import Kieznotiz
from tests.factories import AngebotFactory, KiezFactory, OrtFactory
from tests.konten import create_konto, login
from tests.konzept.factories import MassnahmeFactory
from tests.konzept.factories_luecken import KieznotizFactory
from tests.konzept.factories_netz import AkteurFactory, MultiplikatorFactory
from tests.pages.markup import parse_markup

pytestmark = pytest.mark.django_db


@pytest.fixture
def kiez() -> Kiez:
    return KiezFactory(
        name="Aue",
        slug="aue",
        einwohner=12345,
        unter_18=2000,
        von_18_bis_26=1000,
        ab_65=3000,
        einwohner_stand=date(2025, 12, 31),
    )


@pytest.fixture
def konzept(client: Client) -> Client:
    return login(client, create_konto("person", KONZEPT))


def add_angebote(kiez: Kiez, anzahl: int) -> None:
    ort = OrtFactory(kiez=kiez)
    angebote = [AngebotFactory(titel=f"Treff {nummer:02d}", ort=ort) for nummer in range(anzahl)]
    refresh_angebote(angebot_ids=[angebot.pk for angebot in angebote], heute=timezone.localdate())


def build_adresse(name: str, **kwargs) -> str:
    return reverse(f"konzept:{name}", kwargs={"slug": "aue", **kwargs})


def test_profile_states_the_residents_with_their_day(konzept: Client, kiez: Kiez) -> None:
    add_angebote(kiez, 3)
    seite = parse_markup(konzept.get(build_adresse("kiez-profil")).content.decode())
    assert [" ".join(zeile.text.split()) for zeile in seite.find("li") if "Angebote je 1.000" in zeile.text] == [
        "alle: 12.345, 0,24 Angebote je 1.000",
        "unter 18: 2.000, 1,50 Angebote je 1.000",
        "18 bis 26: 1.000, 3,00 Angebote je 1.000",
        "27 bis 64: 6.345, 0,47 Angebote je 1.000",
        "ab 65: 3.000, 1,00 Angebote je 1.000",
    ]
    assert "Amt für Statistik Berlin-Brandenburg, Einwohnerregister, Stand 31. Dezember 2025" in [
        zeile.text for zeile in seite.find("dd")
    ]


def test_profile_lists_its_offers_by_title_with_the_way_to_the_rest(konzept: Client, kiez: Kiez) -> None:
    add_angebote(kiez, 13)
    add_angebote(KiezFactory(), 1)
    erste = parse_markup(konzept.get(build_adresse("kiez-profil")).content.decode())
    antwort = konzept.get(build_adresse("kiez-profil"), {"seite": "2"})

    gezeigte = [a.text for a in erste.find("a") if a.attrs["href"].startswith("/angebote/")]
    assert gezeigte == [f"Treff {nummer:02d}" for nummer in range(12)]
    assert "/intern/kieze/aue/?seite=2#angebotsliste" in [a.attrs["href"] for a in erste.find("a")]
    assert [bezug.titel for bezug in antwort.context["angebote"]] == ["Treff 12"]


def test_profile_leads_to_the_public_page_of_the_kiez(konzept: Client, kiez: Kiez) -> None:
    seite = parse_markup(konzept.get(build_adresse("kiez-profil")).content.decode())
    assert "Öffentliche Seite" in [a.text.strip() for a in seite.find("a") if a.attrs["href"] == "/kieze/aue/"]


def test_profile_without_figures_says_that_they_are_unknown(konzept: Client) -> None:
    KiezFactory(slug="aue")
    text = konzept.get(build_adresse("kiez-profil")).content.decode()
    assert "nicht eingetragen" in text
    assert "je 1.000 Menschen" not in text


def test_profile_shows_eight_measures_and_the_way_to_all(konzept: Client, kiez: Kiez) -> None:
    for _nummer in range(9):
        MassnahmeFactory().kieze.add(kiez)
        MassnahmeFactory()
    links = parse_markup(konzept.get(build_adresse("kiez-profil")).content.decode()).find("a")
    liste = reverse("konzept:massnahme-liste")
    assert len([a for a in links if a.text.startswith("Maßnahme ")]) == 16
    assert [(a.attrs["href"], a.text) for a in links if a.attrs["href"].startswith(liste)] == [
        (f"{liste}?kiez=aue", "Alle 9 offenen und die früheren"),
        (f"{liste}?kiez=ganz-pankow", "Alle 9 offenen für ganz Pankow und die früheren"),
    ]


def test_profile_of_no_kiez_is_not_found(konzept: Client) -> None:
    assert konzept.get(build_adresse("kiez-profil")).status_code == 404


def test_note_is_saved_and_shown_with_its_author(konzept: Client, kiez: Kiez) -> None:
    antwort = konzept.post(build_adresse("kieznotiz-neu"), {"text": "Die Aula steht abends leer."}, follow=True)

    assert antwort.redirect_chain == [("/intern/kieze/aue/#notizen", 302)]
    text = antwort.content.decode()
    assert "Die Notiz ist gespeichert." in text
    assert "Die Aula steht abends leer." in text
    [notiz] = Kieznotiz.objects.all()
    assert (notiz.kiez, notiz.konto.username, notiz.datum) == (kiez, "person", timezone.localdate())


def test_empty_note_is_refused_with_a_message(konzept: Client, kiez: Kiez) -> None:
    antwort = konzept.post(build_adresse("kieznotiz-neu"), {"text": "  "})
    assert antwort.status_code == 200
    assert "Bitte schreiben Sie etwas, bevor Sie speichern." in antwort.content.decode()
    assert Kieznotiz.objects.count() == 0


def test_note_that_is_too_long_is_refused_and_nothing_typed_is_lost(konzept: Client, kiez: Kiez) -> None:
    antwort = konzept.post(build_adresse("kieznotiz-neu"), {"text": "Ende" + "x" * 2000})
    text = antwort.content.decode()
    assert "höchstens 2000 Zeichen" in text
    assert "Ende" + "x" * 2000 in text
    assert Kieznotiz.objects.count() == 0


def test_note_is_removed_only_under_its_own_kiez(konzept: Client, kiez: Kiez) -> None:
    eigene, fremde = KieznotizFactory(kiez=kiez), KieznotizFactory()
    assert konzept.post(build_adresse("kieznotiz-entfernen", pk=fremde.pk)).status_code == 404
    assert konzept.post(build_adresse("kieznotiz-entfernen", pk=eigene.pk)).status_code == 302
    assert list(Kieznotiz.objects.all()) == [fremde]


def test_who_only_reads_sees_notes_and_no_form(client: Client, kiez: Kiez) -> None:
    KieznotizFactory(kiez=kiez, text="Die Aula steht leer.")
    login(client, create_konto("redaktion", REDAKTION))
    text = client.get(build_adresse("kiez-profil")).content.decode()
    assert "Die Aula steht leer." in text
    assert "/notiz/" not in text


@pytest.mark.parametrize("name", ["kiez-profile", "kiez-profil"])
def test_pages_need_the_same_queries_with_3_and_30_rows(konzept: Client, kiez: Kiez, name: str) -> None:
    def add(anzahl: int) -> None:
        KieznotizFactory.create_batch(anzahl, kiez=kiez)
        OrtFactory.create_batch(anzahl, kiez=kiez)
        KiezFactory.create_batch(anzahl)
        MultiplikatorFactory.create_batch(anzahl, kiez=kiez)
        for akteur in AkteurFactory.create_batch(anzahl):
            akteur.kieze.add(kiez)
        for massnahme in MassnahmeFactory.create_batch(anzahl):
            massnahme.kieze.add(kiez)

    def count() -> int:
        with CaptureQueriesContext(connection) as abfragen:
            konzept.get(adresse)
        return len(abfragen)

    adresse = build_adresse(name) if name == "kiez-profil" else reverse(f"konzept:{name}")
    renew_version()  # as after every change of an offer: without a mark nothing is kept
    add(3)
    konzept.get(adresse)
    mit_drei = count()
    add(27)
    assert count() == mit_drei <= 25


@pytest.mark.parametrize(("rolle", "zeigt"), [(KONZEPT, True), (DATENSCHUTZ, True), (REDAKTION, False)])
def test_actors_are_named_only_to_those_who_may_see_the_register(kiez: Kiez, rolle: str, zeigt: bool) -> None:
    AkteurFactory(name="Haus am Rand").kieze.add(kiez)
    MultiplikatorFactory(name="Laden an der Ecke", kiez=kiez)
    client = login(Client(), create_konto("person", rolle))

    text = client.get(reverse("konzept:kiez-profil", kwargs={"slug": kiez.slug})).content.decode()

    assert [name in text for name in ("Haus am Rand", "Laden an der Ecke", "Multiplikator*innen")] == [zeigt] * 3
