"""What only staff may read stands on no public address, though the data that could leak is there."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from angebote.choices import Status
from angebote.domain.katalog import refresh_angebote
from angebote.models import Angebot, Krisenhilfe, Meldung
from tests.factories import ZeitFactory
from tests.pages.urls_table import ANDERE, SEITEN, Seitentyp
from tests.pdf import read_text

pytestmark = pytest.mark.django_db
GEHEIM = "Siebenschläfer"


@pytest.fixture
def geheimnisse(katalog: dict[str, Angebot]) -> None:
    """Notes on everything public, and a draft at the same place, of the same provider, with dates."""
    Angebot.objects.update(interne_notiz=f"{GEHEIM} ruft zurück")
    Meldung.objects.update(text=GEHEIM, antwort_an=GEHEIM, ergebnis=GEHEIM)
    Krisenhilfe.objects.update(bemerkung=GEHEIM, pruefstatus=GEHEIM)
    kaffeerunde = katalog["kaffeerunde"]
    entwurf = ZeitFactory(
        angebot__titel=f"{GEHEIM} im Haus",
        angebot__slug="entwurf",
        angebot__status=Status.ENTWURF,
        angebot__ort=kaffeerunde.ort,
        angebot__traeger=kaffeerunde.traeger,
    ).angebot
    entwurf.kategorien.set(kaffeerunde.kategorien.all())
    refresh_angebote(angebot_ids=Angebot.objects.values_list("pk", flat=True), heute=timezone.localdate())


@pytest.mark.usefixtures("geheimnisse")
@pytest.mark.parametrize("seite", [*SEITEN, *ANDERE], ids=str)
def test_address_tells_nothing_internal(client: Client, seite: Seitentyp) -> None:
    antwort = client.get(reverse(seite.name, kwargs=seite.kwargs) + (f"?{seite.query}" if seite.query else ""))
    ist_pdf = antwort["Content-Type"] == "application/pdf"
    inhalt = read_text(antwort.content) if ist_pdf else antwort.content.decode()
    assert GEHEIM not in inhalt
    assert "/entwurf" not in inhalt


@pytest.mark.usefixtures("geheimnisse")
def test_search_for_an_internal_word_finds_nothing(client: Client) -> None:
    assert "data-angebot" not in client.get("/angebote/", {"q": GEHEIM}).content.decode()
    assert "data-angebot" in client.get("/angebote/", {"q": "Kaffee"}).content.decode()
