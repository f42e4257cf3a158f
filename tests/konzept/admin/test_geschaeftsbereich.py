"""A department is not closed while somebody of it answers, and no Amt belongs to an Amt."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from angebote.rollen import KONZEPT
from konzept.choices import Einheitsart
from konzept.models import Geschaeftsbereich
from tests.konten import create_konto, login
from tests.konzept.factories import GeschaeftsbereichFactory, ZustaendigkeitFactory

pytestmark = pytest.mark.django_db


def list_fehler(bereich: Geschaeftsbereich, **felder: object) -> dict[str, list[str]]:
    client = login(Client(), create_konto("konzept", KONZEPT))
    daten = {"name": bereich.name, "kurzname": bereich.kurzname, "art": bereich.art, "ist_aktiv": "on", **felder}
    daten |= {"schulungen-TOTAL_FORMS": 0, "schulungen-INITIAL_FORMS": 0}
    antwort = client.post(reverse("admin:konzept_geschaeftsbereich_change", args=[bereich.pk]), daten)
    bereich.refresh_from_db()
    return {} if antwort.status_code == 302 else dict(antwort.context["adminform"].form.errors)


@pytest.mark.parametrize(("ist_haupt", "tage", "bleibt"), [(True, 0, True), (True, -1, False), (False, 0, False)])
def test_department_stays_open_while_somebody_of_it_has_the_main_responsibility(
    ist_haupt: bool, tage: int, bleibt: bool
) -> None:
    tag = timezone.localdate() + timedelta(days=tage)
    zeile = ZustaendigkeitFactory(ist_haupt=ist_haupt, von=tag, bis=tag)
    satz = f"Hier ist noch jemand hauptverantwortlich: „{zeile}“. Beenden Sie diese Zuständigkeit zuerst."
    assert list_fehler(zeile.geschaeftsbereich, ist_aktiv="") == ({"ist_aktiv": [satz]} if bleibt else {})
    assert zeile.geschaeftsbereich.ist_aktiv is bleibt


def test_department_with_aemter_becomes_no_amt() -> None:
    oben, bereich = GeschaeftsbereichFactory(), GeschaeftsbereichFactory()
    GeschaeftsbereichFactory(art=Einheitsart.AMT, gehoert_zu=bereich)
    assert list_fehler(bereich, art=Einheitsart.AMT, gehoert_zu=oben.pk) == {
        "art": ["Zu diesem Bereich gehören Ämter. Ein Amt gehört nicht zu einem anderen Amt."]
    }


def test_amt_belongs_to_no_amt() -> None:
    amt = GeschaeftsbereichFactory(art=Einheitsart.AMT, gehoert_zu=GeschaeftsbereichFactory())
    bereich = GeschaeftsbereichFactory()
    assert set(list_fehler(bereich, art=Einheitsart.AMT, gehoert_zu=amt.pk)) == {"gehoert_zu"}
