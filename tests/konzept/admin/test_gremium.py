"""Who took a contact back does not come back through the list of members."""

from datetime import date

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from konzept.choices import Gremienrolle, Kontaktgrundlage
from konzept.domain.kontaktwiderruf import renew_kontakt, revoke_kontakt
from konzept.models import Akteur, Mitgliedschaft
from tests.konten import create_konto, login
from tests.konzept.admin.zeilen import build_zeilen
from tests.konzept.factories_netz import AkteurFactory, GremiumFactory, MitgliedschaftFactory

pytestmark = pytest.mark.django_db
GETIPPT = "Frau Muster, 030 1"
SATZ = (
    "Der Kontakt dieses Akteurs ist widerrufen. Lassen Sie dieses Feld leer, oder tragen Sie auf der Seite des Akteurs "
    "zuerst mit „Kontakt eintragen“ einen neuen Kontakt ein."
)


@pytest.fixture
def client() -> Client:
    return login(Client(), create_konto("person", "Konzept"))


@pytest.fixture
def sitz(db: None, heute: date) -> Mitgliedschaft:
    """Of an actor whose contact was taken back."""
    sitz: Mitgliedschaft = MitgliedschaftFactory(akteur=AkteurFactory(), geschaeftsbereich=None, funktion="Leitung")
    assert sitz.akteur is not None
    revoke_kontakt(eintrag=sitz.akteur, konto=create_konto("andere"), heute=heute)
    sitz.refresh_from_db()
    return sitz


def send(client: Client, sitz: Mitgliedschaft, *neue: dict[str, object], **felder: object) -> HttpResponse:
    """felder: what the row of this seat says."""
    zeile: dict[str, object] = {
        "id": sitz.pk,
        "akteur": sitz.akteur_id,
        "rolle": sitz.rolle,
        "funktion": sitz.funktion,
        **felder,
    }
    gremium = sitz.gremium
    daten = {"name": gremium.name, "zweck": gremium.zweck, "ist_aktiv": "on"}
    daten |= build_zeilen("mitgliedschaften", zeile, *neue, vorhandene=1)
    antwort: HttpResponse = client.post(reverse("admin:konzept_gremium_change", args=[gremium.pk]), daten)
    return antwort


def list_fehler(antwort: HttpResponse) -> list[dict[str, list[str]]]:
    [formset] = antwort.context["inline_admin_formsets"]  # type: ignore[attr-defined]
    return [dict(zeile.errors) for zeile in formset.formset.forms]


def test_contact_that_was_taken_back_is_not_typed_in_again(client: Client, sitz: Mitgliedschaft) -> None:
    antwort = send(client, sitz, funktion=GETIPPT)
    assert list_fehler(antwort) == [{"funktion": [SATZ]}]
    assert GETIPPT in antwort.content.decode()
    sitz.refresh_from_db()
    assert sitz.funktion == ""
    assert not Mitgliedschaft.verlauf.exclude(funktion="").exists()


def test_form_left_open_brings_nothing_back(client: Client, heute: date) -> None:
    sitz = MitgliedschaftFactory(akteur=AkteurFactory(), geschaeftsbereich=None, funktion=GETIPPT)
    offen = Mitgliedschaft.objects.select_related("akteur").get()
    revoke_kontakt(eintrag=sitz.akteur, konto=create_konto("andere"), heute=heute)

    antwort = send(client, offen, rolle=Gremienrolle.LEITUNG)

    assert list_fehler(antwort) == [{"funktion": [SATZ]}]
    assert Mitgliedschaft.objects.values_list("funktion", "rolle").get() == ("", "mitglied")


def test_new_row_and_row_given_to_the_actor_are_refused_too(client: Client, sitz: Mitgliedschaft) -> None:
    fremder = MitgliedschaftFactory(akteur=AkteurFactory(), geschaeftsbereich=None, funktion="Leitung")
    neue = {"akteur": sitz.akteur_id, "rolle": "mitglied", "funktion": GETIPPT}
    antwort = send(client, fremder, neue)
    assert list_fehler(antwort) == [{}, {"funktion": [SATZ]}]
    assert list_fehler(send(client, fremder, akteur=sitz.akteur_id)) == [{"funktion": [SATZ]}]
    assert set(Mitgliedschaft.objects.exclude(funktion="").values_list("pk", flat=True)) == {fremder.pk}


def test_new_gremium_takes_no_contact_that_was_taken_back(client: Client, sitz: Mitgliedschaft) -> None:
    zeile = {"akteur": sitz.akteur_id, "rolle": "mitglied", "funktion": GETIPPT}
    daten = {"name": "Neue Runde", "zweck": "Abstimmung.", "ist_aktiv": "on"}
    daten |= build_zeilen("mitgliedschaften", zeile, vorhandene=0)
    antwort = client.post(reverse("admin:konzept_gremium_add"), daten)
    assert list_fehler(antwort) == [{"funktion": [SATZ]}]


def test_seat_without_a_function_is_kept_up_and_may_be_taken_away(client: Client, sitz: Mitgliedschaft) -> None:
    assert send(client, sitz, rolle=Gremienrolle.LEITUNG).status_code == 302
    sitz.refresh_from_db()
    assert sitz.rolle == Gremienrolle.LEITUNG
    assert send(client, sitz, funktion=GETIPPT, DELETE="on").status_code == 302
    assert not Mitgliedschaft.objects.exists()


def test_function_is_taken_where_nothing_was_taken_back_or_a_new_contact_stands(
    client: Client, sitz: Mitgliedschaft, heute: date
) -> None:
    anderer = MitgliedschaftFactory(gremium=GremiumFactory(), akteur=AkteurFactory(), geschaeftsbereich=None)
    assert send(client, anderer, funktion="Praxisleitung").status_code == 302
    angaben = {"kontakt_funktion": "Büro", "grundlage": Kontaktgrundlage.VERTRAG, "grundlage_am": heute}
    akteur = Akteur.objects.get(pk=sitz.akteur_id)
    renew_kontakt(akteur=akteur, angaben=angaben, konto=create_konto("dritte"), heute=heute)

    assert send(client, sitz, funktion="Büro").status_code == 302

    assert set(Mitgliedschaft.objects.values_list("funktion", flat=True)) == {"Praxisleitung", "Büro"}
