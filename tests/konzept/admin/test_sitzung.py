"""Meetings in the admin: times of day as people write them."""

from datetime import time

import pytest
from django.test import Client
from django.urls import reverse

from konzept.models import Sitzung
from tests.konzept.factories_netz import SitzungFactory
from tests.pages.markup import parse_markup

pytestmark = pytest.mark.django_db


def test_time_of_a_meeting_is_shown_without_seconds_and_taken_as_written(admin_client: Client) -> None:
    sitzung = SitzungFactory(beginn=time(14), ende=time(16))
    adresse = reverse("admin:konzept_sitzung_change", args=[sitzung.pk])
    felder = parse_markup(admin_client.get(adresse).content.decode()).find("input")
    eingaben = {feld.attrs["name"]: feld.attrs.get("value", "") for feld in felder if "name" in feld.attrs}
    assert (eingaben["beginn"], eingaben["ende"]) == ("14:00", "16:00")

    daten = {"gremium": sitzung.gremium_id, "datum": sitzung.datum, "beginn": "14.30", "ende": "17 Uhr"}
    for teil in ("beschluesse", "aufgaben"):
        daten |= {f"{teil}-TOTAL_FORMS": 0, f"{teil}-INITIAL_FORMS": 0}
    assert admin_client.post(adresse, daten).status_code == 302

    gespeichert = Sitzung.objects.get()
    assert (gespeichert.beginn, gespeichert.ende) == (time(14, 30), time(17))
