"""A version of the concept moves on step by step, and says for ever what it said when it was valid."""

import pytest
from django.test import Client
from django.urls import reverse

from angebote.rollen import KONZEPT
from konzept.choices import Konzeptstatus
from konzept.models import Konzept
from tests.konten import create_konto, login
from tests.konzept.factories import KonzeptFactory

pytestmark = pytest.mark.django_db
ENTWURF, ABSTIMMUNG, GUELTIG, ABGELOEST = Konzeptstatus


@pytest.fixture
def client() -> Client:
    return login(Client(), create_konto("konzept", KONZEPT))


def post(client: Client, konzept: Konzept, **felder: str) -> int:
    daten = {"version": konzept.version, "titel": "Neuer Titel", "stand": "01.11.2026", "zusammenfassung": "", **felder}
    adresse = reverse("admin:konzept_konzept_change", args=[konzept.pk])
    status = client.post(adresse, daten).status_code
    konzept.refresh_from_db()
    return status


def test_new_version_begins_as_a_draft(client: Client) -> None:
    daten = {"version": "9.0", "titel": "Konzept", "stand": "01.11.2026", "status": GUELTIG}
    client.post(reverse("admin:konzept_konzept_add"), daten)
    assert Konzept.objects.get(version="9.0").status == ENTWURF


@pytest.mark.parametrize(("von", "nach"), [(ENTWURF, GUELTIG), (ENTWURF, ABGELOEST), (ABSTIMMUNG, ABGELOEST)])
def test_step_that_leaves_one_out_is_refused_and_nothing_is_saved(
    client: Client, von: Konzeptstatus, nach: Konzeptstatus
) -> None:
    konzept = KonzeptFactory(status=von)
    assert post(client, konzept, status=nach) == 200
    assert (konzept.status, konzept.titel) == (von, "Konzept")


def test_step_that_is_gone_is_named_in_words(client: Client) -> None:
    konzept = KonzeptFactory(status=ENTWURF)
    daten = {"version": "2", "titel": "Titel", "stand": "01.11.2026", "status": GUELTIG}
    antwort = client.post(reverse("admin:konzept_konzept_change", args=[konzept.pk]), daten)
    assert antwort.context["adminform"].form.errors == {
        "status": ["Diesen Schritt gibt es nicht mehr: Die Version ist jetzt „Entwurf“."]
    }


def test_valid_version_keeps_its_words_and_does_not_go_back(client: Client) -> None:
    konzept = KonzeptFactory(status=GUELTIG)
    assert post(client, konzept, status=ENTWURF) == 200
    assert (konzept.status, konzept.titel) == (GUELTIG, "Konzept")
    assert post(client, konzept, status=ABGELOEST) == 302
    assert (konzept.status, konzept.titel) == (ABGELOEST, "Konzept")
    post(client, konzept, status=GUELTIG)
    assert (konzept.status, konzept.titel) == (ABGELOEST, "Konzept")


def test_words_and_step_of_one_save_are_both_kept_and_told(client: Client) -> None:
    konzept = KonzeptFactory(status=ABSTIMMUNG)
    assert post(client, konzept, status=GUELTIG) == 302
    assert (konzept.status, konzept.titel) == (GUELTIG, "Neuer Titel")
    assert list(konzept.verlauf.values_list("status", "titel"))[:2] == [
        (GUELTIG, "Neuer Titel"),
        (ABSTIMMUNG, "Neuer Titel"),
    ]


def test_second_valid_version_is_refused_in_the_form(client: Client) -> None:
    KonzeptFactory(status=GUELTIG)
    zweites = KonzeptFactory(status=ABSTIMMUNG)
    assert post(client, zweites, status=GUELTIG) == 200
    assert zweites.status == ABSTIMMUNG
