"""The start page of the admin: what is to do, with a link to a list that shows exactly what was counted."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from angebote.choices import Adressart, Linkergebnis
from angebote.domain.aufgaben import ARTEN, list_rechte
from angebote.models import (
    Aenderungsvorschlag,
    Anfrageposten,
    Angebot,
    Bestaetigungsanfrage,
    Importbezug,
    Krisenhilfe,
    Linkpruefung,
    Schliesszeit,
)
from pankow_einsamkeit.models import Konto, Seite
from tests.angebote.domain.test_pflichtangaben import create_vollstaendiges
from tests.factories import UNGEPRUEFT, AngebotFactory, MeldungFactory, OrtFactory
from tests.konten import create_konto

pytestmark = pytest.mark.django_db
START = "/admin/"
EINTRAG = re.compile(
    r'<a href="([^"]+)">\s*<span class="anzahl">(\d+)</span>\s*<span class="aufgabe">(.*?)<span class="aufgabenhinweis">',
    re.DOTALL,
)


def read_aufgaben(client: Client) -> dict[str, int]:
    """Address of the list → number shown."""
    html = client.get(START).content.decode()
    return {unescape(adresse): int(anzahl) for adresse, anzahl, _titel in EINTRAG.findall(html)}


def create_anfrage(jetzt: datetime, *, antwort: str = "offen", **felder: Any) -> None:
    """With two offers in it, last checked the day before."""
    anfrage = Bestaetigungsanfrage.objects.create(empfaenger="team@example.org", angelegt_am=jetzt, **felder)
    beantwortet_am = None if antwort == "offen" else jetzt
    for _nummer in range(2):
        angebot = AngebotFactory(email="team@example.org", geprueft_am=timezone.localdate(jetzt) - timedelta(days=1))
        Anfrageposten.objects.create(anfrage=anfrage, angebot=angebot, antwort=antwort, beantwortet_am=beantwortet_am)


def create_anfragen(jetzt: datetime) -> None:
    eskaliert = {"gesendet_am": jetzt, "erinnert_am": jetzt, "eskaliert_am": jetzt}
    create_anfrage(jetzt, **eskaliert)
    create_anfrage(jetzt, antwort="stimmt", **eskaliert)
    create_anfrage(jetzt, gesendet_am=jetzt)
    create_anfrage(jetzt, unzustellbar_am=jetzt)
    create_anfrage(jetzt, unzustellbar_am=jetzt)


def create_vorschlaege(jetzt: datetime) -> None:
    felder = {"aenderungen": {}, "herkunft": "anbieter", "eingereicht_am": jetzt}
    for _nummer in range(2):
        Aenderungsvorschlag.objects.create(angebot=AngebotFactory(status="entwurf"), **felder)
    Aenderungsvorschlag.objects.create(
        angebot=AngebotFactory(status="entwurf"), status="angenommen", entschieden_am=jetzt, **felder
    )


def create_links(heute: date) -> None:
    for nummer, tage in enumerate((0, 1, 3, 9)):
        Linkpruefung.objects.create(
            adresse=f"https://example.org/{nummer}",
            art=Adressart.WEB,
            ergebnis=Linkergebnis.ERREICHBAR if tage == 0 else Linkergebnis.GESTOERT,
            letzte_pruefung=heute,
            fehlversuche=tage,
            fehler_seit=heute if tage else None,
        )


def create_schliesszeiten(heute: date) -> None:
    for bezug in (
        {"ort": OrtFactory()},
        {"angebot": AngebotFactory(geprueft_am=heute)},
        {"angebot": AngebotFactory(status="entwurf")},
    ):
        for tage in (3, 5, 30):
            Schliesszeit.objects.create(von=heute, bis=heute + timedelta(days=tage), **bezug)


def create_verschwundene(jetzt: datetime) -> None:
    for schluessel, weg_am in (("A-1", jetzt), ("A-2", None)):
        Importbezug.objects.create(
            angebot=AngebotFactory(status="entwurf", **UNGEPRUEFT),
            quelle="Liste",
            schluessel=schluessel,
            zuletzt_gesehen_am=jetzt,
            verschwunden_am=weg_am,
        )


@pytest.fixture
def alles(db: None) -> None:
    """Of every kind some that wait, and some beside them that do not."""
    jetzt, heute = timezone.now(), timezone.localdate()
    for tage in (-2, 0, 3):
        MeldungFactory(eingegangen_am=heute - timedelta(days=40), faellig_am=heute + timedelta(days=tage))
    MeldungFactory(status="erledigt", ergebnis="x", erledigt_am=heute, eingegangen_am=heute, faellig_am=heute)
    for name, felder in {
        "nie": {},
        "alt": {"geprueft_am": heute - timedelta(days=61)},
        "frisch": {"geprueft_am": heute},
        "verborgen": {"ist_sichtbar": False},
    }.items():
        Krisenhilfe.objects.create(name=name, **felder)
    for felder in (
        {"status": "in-pruefung"},
        {"geprueft_am": heute - timedelta(days=100)},
        {"geprueft_am": heute - timedelta(days=300)},
        UNGEPRUEFT,
        UNGEPRUEFT | {"status": "entwurf"},
    ):
        AngebotFactory(**felder)
    create_anfragen(jetzt)
    create_vorschlaege(jetzt)
    create_links(heute)
    create_schliesszeiten(heute)
    create_verschwundene(jetzt)
    Seite.objects.filter(slug="barrierefreiheit").update(ist_platzhalter=False)


@pytest.mark.usefixtures("alles")
def test_every_link_leads_to_as_many_rows_as_it_says(staff_client: Client) -> None:
    aufgaben = read_aufgaben(staff_client)
    zeilen = {adresse: staff_client.get(adresse).context["cl"].result_count for adresse in aufgaben}
    assert aufgaben == zeilen
    assert set(aufgaben) == {f"/admin/{art.app}/{art.modell}/?{art.query}" for art in ARTEN}


@pytest.mark.usefixtures("alles")
def test_every_list_leaves_something_out(staff_client: Client) -> None:
    """Otherwise a filter that the list does not know would be as good as one that it knows."""
    antworten = {adresse: staff_client.get(adresse) for adresse in read_aufgaben(staff_client)}
    gefiltert = {
        a: antwort.context["cl"].result_count < antwort.context["cl"].full_result_count
        for a, antwort in antworten.items()
    }
    assert gefiltert == dict.fromkeys(antworten, True)
    assert {adresse: antwort.status_code for adresse, antwort in antworten.items()} == dict.fromkeys(antworten, 200)


def test_empty_list_says_so(staff_client: Client) -> None:
    html = staff_client.get(START).content.decode()
    assert "Heute ist nichts offen." in html
    assert '<h2 id="aufgaben-titel">Heute zu tun</h2>' in html


def test_who_only_looks_gets_no_list(melde_an: Callable[[Konto], Client]) -> None:
    MeldungFactory()
    html = melde_an(create_konto("konzept", "Konzept")).get(START).content.decode()
    assert "Heute zu tun" not in html
    assert "Heute ist nichts offen." not in html


@pytest.mark.usefixtures("alles")
def test_complete_and_incomplete_offers_are_all_offers(staff_client: Client) -> None:
    create_vollstaendiges()
    liste = "/admin/angebote/angebot/"
    zahlen = {
        query: staff_client.get(f"{liste}?{query}").context["cl"].result_count for query in ("fehlt=ja", "fehlt=nein")
    }
    assert zahlen == {"fehlt=ja": Angebot.objects.count() - 1, "fehlt=nein": 1}


@pytest.mark.parametrize("rolle", ["Redaktion", "Freigabe"])
@pytest.mark.usefixtures("alles")
def test_every_link_of_a_role_opens(melde_an: Callable[[Konto], Client], rolle: str) -> None:
    client = melde_an(create_konto("konto", rolle))
    aufgaben = read_aufgaben(client)
    assert {adresse: client.get(adresse).context["cl"].result_count for adresse in aufgaben} == aufgaben
    wartende = "/admin/angebote/angebot/?status__exact=in-pruefung"
    assert (wartende in aufgaben) is (rolle == "Freigabe")


def test_urgent_is_said_in_words(staff_client: Client) -> None:
    heute = timezone.localdate()
    MeldungFactory(eingegangen_am=heute, faellig_am=heute)
    html = staff_client.get(START).content.decode()
    assert ["dringend" in titel for _adresse, _anzahl, titel in EINTRAG.findall(html)] == [True, False]


@pytest.mark.parametrize("anzahl", [3, 30])
def test_start_page_needs_the_same_queries_for_any_number(
    staff_client: Client, django_assert_num_queries: Any, anzahl: int
) -> None:
    for _nummer in range(anzahl):
        AngebotFactory(status="in-pruefung")
        MeldungFactory()
    staff_client.get(START)
    with django_assert_num_queries(5):
        staff_client.get(START)


def test_superuser_has_every_permission_that_is_asked_for(verwaltung: Konto) -> None:
    """A misspelled one would be granted to nobody else."""
    assert list_rechte() <= verwaltung.get_all_permissions()
