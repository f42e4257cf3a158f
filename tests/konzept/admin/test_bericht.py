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
    admin_client.post(
        reverse("admin:konzept_bericht_change", args=[bericht.pk]), {"status": "entwurf", "einleitung": "Anders."}
    )
    bericht.refresh_from_db()
    assert (bericht.status, bericht.einleitung) == ("eingefroren", "")
    for name in ("add", "delete"):
        args = [bericht.pk] if name == "delete" else []
        assert admin_client.get(reverse(f"admin:konzept_bericht_{name}", args=args)).status_code == 403
