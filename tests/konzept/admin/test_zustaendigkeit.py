"""What the public would learn from a mailbox is refused where it is typed."""

import pytest
from django.test import Client
from django.urls import reverse

from angebote.rollen import KONZEPT
from konzept.choices import Anzeige
from konzept.models import Zustaendigkeit
from tests.konten import create_konto, login
from tests.konzept.factories import GeschaeftsbereichFactory

pytestmark = pytest.mark.django_db
SATZ = "Diese Adresse nennt den Namen, der nicht gezeigt werden soll. Bitte ein Postfach der Stelle."


@pytest.mark.parametrize(("anzeige", "saetze"), [(Anzeige.FUNKTION, [SATZ]), (Anzeige.NAME, []), (Anzeige.NEIN, [])])
def test_mailbox_with_a_name_that_is_not_released_is_refused(anzeige: Anzeige, saetze: list[str]) -> None:
    client = login(Client(), create_konto("konzept", KONZEPT))
    daten = {
        "funktion": "Koordination",
        "ist_haupt": "on",
        "person": "Vorname Beispielname",
        "geschaeftsbereich": GeschaeftsbereichFactory().pk,
        "von": "2026-01-01",
        "anzeige": anzeige,
        "email": "vorname.beispielname@example.org",
    }

    antwort = client.post(reverse("admin:konzept_zustaendigkeit_add"), daten)

    assert Zustaendigkeit.objects.exists() is not bool(saetze)
    if saetze:
        assert antwort.context["adminform"].form.errors == {"email": saetze}
