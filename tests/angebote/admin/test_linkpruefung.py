from datetime import date

import pytest
from django.test import Client

from angebote.models import Linkpruefung
from tests.factories import AngebotFactory

LISTE = "/admin/angebote/linkpruefung/"
TAG = date(2026, 11, 20)


@pytest.fixture
def eintraege(db: None) -> dict[str, Linkpruefung]:
    werte = {
        "kaputt": {"ergebnis": "nicht-gefunden", "fehlversuche": 2, "tage_nicht_gefunden": 2, "fehler_seit": TAG},
        "gestoert": {"ergebnis": "gestoert", "fehlversuche": 1, "fehler_seit": TAG},
        "umgezogen": {"ergebnis": "umgezogen", "ziel": "https://neu.example"},
        "gut": {"ergebnis": "erreichbar"},
    }
    return {
        name: Linkpruefung.objects.create(adresse=f"https://{name}.example", art="web", letzte_pruefung=TAG, **felder)
        for name, felder in werte.items()
    }


@pytest.mark.parametrize("zustand", ["kaputt", "gestoert", "umgezogen"])
def test_filter_shows_one_state(staff_client: Client, eintraege: dict[str, Linkpruefung], zustand: str) -> None:
    antwort = staff_client.get(LISTE, {"zustand": zustand})
    assert list(antwort.context["cl"].result_list) == [eintraege[zustand]]


def test_entry_leads_to_the_offers_that_name_it(staff_client: Client, eintraege: dict[str, Linkpruefung]) -> None:
    angebot = AngebotFactory(titel="Chor & Tee", web="https://kaputt.example")
    html = staff_client.get(f"{LISTE}{eintraege['kaputt'].pk}/change/").content.decode()
    assert f'<a href="/admin/angebote/angebot/{angebot.pk}/change/">Chor &amp; Tee</a>' in html
    assert "nirgends mehr" in staff_client.get(f"{LISTE}{eintraege['gut'].pk}/change/").content.decode()


def test_nobody_changes_what_was_found(staff_client: Client, eintraege: dict[str, Linkpruefung]) -> None:
    pk = eintraege["kaputt"].pk
    adressen = (f"{LISTE}add/", f"{LISTE}{pk}/delete/")
    assert [staff_client.get(adresse).status_code for adresse in adressen] == [403, 403]
    assert staff_client.post(f"{LISTE}{pk}/change/", {"adresse": "https://x.example"}).status_code == 403
