"""Reports in the admin: to read, with a history that tells every step."""

import pytest
from django.test import Client
from django.urls import reverse

from konzept.domain.berichte import release_bericht
from tests.konzept.factories_bericht import JETZT, create_eingefrorenen, get_freigebende

pytestmark = pytest.mark.django_db


def test_history_tells_freezing_and_release_with_their_day(admin_client: Client) -> None:
    bericht = create_eingefrorenen()
    release_bericht(bericht_id=bericht.pk, konto=get_freigebende(), jetzt=JETZT)

    seite = admin_client.get(reverse("admin:konzept_bericht_history", args=[bericht.pk])).context["seite"]

    assert [
        (eintrag.grund or eintrag.titel, eintrag.wer, {aenderung.titel for aenderung in eintrag.aenderungen})
        for eintrag in seite
    ] == [
        ("freigegeben", "gibt_frei", {"Status", "Freigegeben am"}),
        ("eingefroren", "schreibt", {"Status", "Stichtag", "Eingefroren am"}),
        ("Bericht begonnen", "schreibt", set()),
    ]


def test_nobody_changes_a_report_by_the_admin(admin_client: Client) -> None:
    bericht = create_eingefrorenen()
    adresse, zeilen = reverse("admin:konzept_bericht_change", args=[bericht.pk]), bericht.verlauf.count()
    assert admin_client.post(adresse, {"status": "entwurf", "einleitung": "Anders."}).status_code == 403
    bericht.refresh_from_db()
    assert (bericht.status, bericht.einleitung, bericht.verlauf.count()) == ("eingefroren", "", zeilen)
    seite = admin_client.get(adresse).content.decode()
    assert 'name="_save"' not in seite
    assert bericht.get_absolute_url() in seite
    for name in ("add", "delete"):
        args = [bericht.pk] if name == "delete" else []
        assert admin_client.get(reverse(f"admin:konzept_bericht_{name}", args=args)).status_code == 403
