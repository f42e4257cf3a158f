"""Reports in the admin: to read, with a history that tells every step."""

import re
from datetime import UTC, datetime

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


def test_moments_are_told_to_the_minute_as_clocks_in_berlin(admin_client: Client) -> None:
    bericht = create_eingefrorenen(jetzt=datetime(2026, 11, 28, 15, 44, 12, tzinfo=UTC))
    adressen = [
        reverse("admin:konzept_bericht_change", args=[bericht.pk]),
        reverse("admin:konzept_bericht_history", args=[bericht.pk]),
    ]
    for adresse in adressen:
        inhalt = admin_client.get(adresse).content.decode()
        assert "28. November 2026, 16:44 Uhr" in inhalt
        assert not re.search(r"\d\d:44:12", inhalt)


def test_day_of_release_is_empty_until_then(admin_client: Client) -> None:
    create_eingefrorenen()
    liste = admin_client.get(reverse("admin:konzept_bericht_changelist")).content.decode()
    assert '<td class="field-show_freigegeben">–</td>' in liste


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
