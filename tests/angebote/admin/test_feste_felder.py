from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from angebote.choices import Status
from angebote.models import Krisenhilfe, Ort, Schliesszeit, Traeger
from angebote.rollen import FREIGABE, KONZEPT, REDAKTION
from tests.angebote.admin.formulardaten import read_form_data
from tests.factories import AngebotFactory, OrtFactory, TraegerFactory
from tests.konten import create_konto, login

pytestmark = pytest.mark.django_db
FESTE = {
    "ort": {"name", "strasse", "hausnummer", "plz", "ortsname", "kiez", "lat", "lon"},
    "traeger": {"name", "telefon", "email", "web"},
}
FABRIKEN = {"ort": OrtFactory, "traeger": TraegerFactory}
OEFFENTLICHE = [Status.VEROEFFENTLICHT, Status.PAUSIERT, Status.ARCHIVIERT]
HINWEIS = "sagen Sie es bitte jemandem mit Freigabe"


def sign_in(*rollen: str) -> Client:
    return login(Client(), create_konto("person", *rollen))


def address_of(eintrag: Any) -> str:
    return reverse(f"admin:angebote_{eintrag._meta.model_name}_change", args=[eintrag.pk])


def read_eingaben(client: Client, eintrag: Any) -> dict[str, Any]:
    return read_form_data(client.get(address_of(eintrag)))


@pytest.mark.parametrize("modell", FESTE)
@pytest.mark.parametrize("status", OEFFENTLICHE)
def test_name_and_address_of_a_public_offer_are_only_to_read_for_the_redaktion(modell: str, status: Status) -> None:
    eintrag = FABRIKEN[modell](name="Haus")
    AngebotFactory(**{modell: eintrag}, status=status)
    client = sign_in(REDAKTION)
    eingaben = read_eingaben(client, eintrag)
    response = client.post(address_of(eintrag), eingaben | {"name": "Anderes", "telefon": "030 9", "strasse": "Weg"})
    neu = type(eintrag).objects.get()
    assert response.status_code == 302
    assert {feld: getattr(neu, feld) for feld in FESTE[modell]} == {
        feld: getattr(eintrag, feld) for feld in FESTE[modell]
    }
    assert set(eingaben) & FESTE[modell] == set()
    assert HINWEIS in client.get(address_of(eintrag)).content.decode()


@pytest.mark.parametrize("modell", FESTE)
@pytest.mark.parametrize("rollen", [(FREIGABE,), (REDAKTION, FREIGABE)])
def test_name_of_a_public_offer_is_changed_with_freigabe(modell: str, rollen: tuple[str, ...]) -> None:
    eintrag = FABRIKEN[modell](name="Haus")
    AngebotFactory(**{modell: eintrag})
    client = sign_in(*rollen)
    client.post(address_of(eintrag), read_eingaben(client, eintrag) | {"name": "Anderes"})
    assert type(eintrag).objects.get().name == "Anderes"
    assert HINWEIS not in client.get(address_of(eintrag)).content.decode()


@pytest.mark.parametrize("modell", FESTE)
@pytest.mark.parametrize("mit_entwurf", [False, True])
def test_name_that_no_public_offer_uses_is_changed_by_the_redaktion(modell: str, mit_entwurf: bool) -> None:
    eintrag = FABRIKEN[modell](name="Haus")
    if mit_entwurf:
        AngebotFactory(**{modell: eintrag}, status=Status.ENTWURF)
    client = sign_in(REDAKTION)
    client.post(address_of(eintrag), read_eingaben(client, eintrag) | {"name": "Anderes"})
    assert type(eintrag).objects.get().name == "Anderes"


def test_way_and_closing_periods_stay_with_the_redaktion() -> None:
    ort = OrtFactory()
    AngebotFactory(ort=ort)
    client = sign_in(REDAKTION)
    schliesszeit = {
        "schliesszeiten-TOTAL_FORMS": "1",
        "schliesszeiten-0-von": "01.08.2027",
        "schliesszeiten-0-bis": "14.08.2027",
        "schliesszeiten-0-grund": "Sommerpause",
    }
    eingaben = read_eingaben(client, ort) | schliesszeit | {"eingang": "Hof", "_schliessen_bestaetigt": "1"}
    client.post(address_of(ort), eingaben)
    assert Ort.objects.get().eingang == "Hof"
    assert Schliesszeit.objects.filter(ort=ort).count() == 1


def test_new_place_and_provider_are_created_by_the_redaktion() -> None:
    client = sign_in(REDAKTION)
    for modell in FESTE:
        adresse = reverse(f"admin:angebote_{modell}_add")
        client.post(adresse, read_form_data(client.get(adresse)) | {"name": "Neues Haus"})
    assert (Ort.objects.get().name, Traeger.objects.get().name) == ("Neues Haus", "Neues Haus")


@pytest.mark.parametrize("modell", FESTE)
def test_whoever_only_looks_is_not_told_whom_to_ask(modell: str) -> None:
    eintrag = FABRIKEN[modell]()
    AngebotFactory(**{modell: eintrag})
    assert HINWEIS not in sign_in(KONZEPT).get(address_of(eintrag)).content.decode()


# --- emergency numbers ---
def test_emergency_number_is_changed_with_freigabe() -> None:
    hilfe = Krisenhilfe.objects.create(name="Notruf", nummer="112", art="Notruf")
    client = sign_in(FREIGABE)
    client.post(address_of(hilfe), read_eingaben(client, hilfe) | {"nummer": "116 117"})
    assert Krisenhilfe.objects.get().nummer == "116 117"


def test_emergency_number_is_not_changed_or_added_by_the_redaktion() -> None:
    hilfe = Krisenhilfe.objects.create(name="Notruf", nummer="112", art="Notruf")
    client, neue = sign_in(REDAKTION), {"name": "Notruf", "nummer": "116 117", "art": "Notruf"}
    assert client.get(address_of(hilfe)).status_code == 200
    assert client.post(address_of(hilfe), neue).status_code == 403
    assert client.post(reverse("admin:angebote_krisenhilfe_add"), neue).status_code == 403
    assert set(Krisenhilfe.objects.values_list("nummer", flat=True)) == {"112"}
