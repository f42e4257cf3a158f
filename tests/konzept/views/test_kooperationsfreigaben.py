"""The two releases of a letter: each by who speaks for the office, and by two accounts."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client

from konzept.models import Anfragematerial
from konzept.models.kooperationswerte import Anfragestatus, Stelle
from pankow_einsamkeit.models import Konto
from tests.konten import create_konto, login
from tests.konzept.factories_kooperation import (
    ZEIT,
    KooperationsanfrageFactory,
    add_freigabe,
    add_material_fuer,
    get_konto,
)
from tests.konzept.views.kooperationsseiten import build_url, read

pytestmark = pytest.mark.django_db

EIGENE = (
    "Von Ihrem Konto ist schon eine Freigabe dieser Version: „Pressestelle“. Die andere trägt ein zweites Konto ein."
)


@pytest.fixture(autouse=True)
def uhr(stell_uhr: Callable[[datetime], None]) -> None:
    stell_uhr(ZEIT)


@pytest.fixture
def brief() -> Anfragematerial:
    return add_material_fuer(KooperationsanfrageFactory(status=Anfragestatus.MATERIALFREIGABE))


@pytest.fixture
def alles() -> Client:
    """An account with every right, so that nothing but the rule of two accounts is in its way."""
    return login(Client(), create_konto("technik", is_superuser=True))


def build_freigabe(brief: Anfragematerial, stelle: str) -> str:
    return build_url("freigabe", pk=brief.pk, stelle=stelle)


def give(client: Client, brief: Anfragematerial, stelle: str, person: str = "Funktion") -> str:
    daten = {"person": person, "freigegeben_am": "2026-11-09"}
    return client.post(build_freigabe(brief, stelle), daten, follow=True).content.decode()


@pytest.mark.parametrize(("wer", "stelle"), [("konzept", "presse"), ("datenschutz", "datenschutz")])
def test_release_is_recorded_with_the_account(
    brief: Anfragematerial, wer: str, stelle: str, request: pytest.FixtureRequest
) -> None:
    inhalt = give(request.getfixturevalue(wer), brief, stelle)
    freigabe = brief.freigaben.get()
    assert (freigabe.stelle, freigabe.konto.username) == (stelle, wer)
    assert f"eingetragen vom Konto „{wer}“" in inhalt


@pytest.mark.parametrize(("wer", "stelle"), [("konzept", "datenschutz"), ("datenschutz", "presse")])
def test_release_for_the_other_office_is_forbidden(
    brief: Anfragematerial, wer: str, stelle: str, request: pytest.FixtureRequest
) -> None:
    client = request.getfixturevalue(wer)
    assert client.post(build_freigabe(brief, stelle), {"person": "Funktion"}).status_code == 403
    assert not brief.freigaben.exists()


@pytest.mark.parametrize("stelle", ["statistik", "ich"])
def test_release_by_no_releasing_office_is_not_found(alles: Client, brief: Anfragematerial, stelle: str) -> None:
    assert alles.get(build_freigabe(brief, stelle)).status_code == 404


def test_account_that_has_released_sees_a_sentence_instead_of_the_form(alles: Client, brief: Anfragematerial) -> None:
    give(alles, brief, "presse")
    inhalt = read(alles, build_freigabe(brief, "datenschutz"))
    assert EIGENE in inhalt
    assert '<form class="intern-formular"' not in inhalt


def test_second_release_by_the_same_account_is_refused_and_keeps_what_was_typed(
    alles: Client, brief: Anfragematerial
) -> None:
    add_freigabe(brief, Stelle.PRESSE, konto=Konto.objects.get(username="technik"))
    inhalt = give(alles, brief, "datenschutz", person="Datenschutzbeauftragte*r")
    assert EIGENE in inhalt
    assert 'value="Datenschutzbeauftragte*r"' in inhalt
    assert 'value="2026-11-09"' in inhalt
    assert brief.freigaben.count() == 1


def test_request_says_who_released_and_who_has_to_do_the_other(
    alles: Client, konzept: Client, datenschutz: Client, brief: Anfragematerial
) -> None:
    add_freigabe(brief, Stelle.PRESSE, konto=Konto.objects.get(username="technik"), person="Pressestelle")
    adresse = brief.anfrage.get_absolute_url()
    je_konto = {name: read(client, adresse) for name, client in [("technik", alles), ("konzept", konzept)]}

    assert all("eingetragen vom Konto „technik“" in inhalt for inhalt in je_konto.values())
    assert f"Es fehlt: Datenschutz. {EIGENE}" in je_konto["technik"]
    assert "Es fehlt: Datenschutz. Sie trägt der Datenschutz selbst ein." in je_konto["konzept"]
    assert f'href="{build_freigabe(brief, "datenschutz")}"' in read(datenschutz, adresse)


def test_release_that_counts_no_more_stays_readable_and_is_asked_for_again(
    konzept: Client, brief: Anfragematerial
) -> None:
    add_freigabe(brief, Stelle.DATENSCHUTZ, konto=get_konto())
    add_freigabe(brief, Stelle.PRESSE, konto=get_konto(), gilt=False)
    inhalt = read(konzept, brief.anfrage.get_absolute_url())
    assert "Zählt nicht mehr: Vom selben Konto ist die andere Freigabe." in inhalt
    assert f'href="{build_freigabe(brief, "presse")}"' in inhalt
