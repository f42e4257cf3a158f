"""Erasing a file: the page that asks for a reason, and what stands at every place where the file was."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime

import pytest
from django.test import Client

from konzept.domain.dokumente import get_ablage
from konzept.models import Anfragedokument, Dokumentloeschung
from konzept.models.kooperationswerte import Anfragestatus, Dokumentart
from tests.konzept.factories_kooperation import (
    ZEIT,
    KooperationsanfrageFactory,
    add_dokument_fuer,
    add_loeschung,
    create_bereit,
)
from tests.konzept.views.kooperationsseiten import build_url, read

pytestmark = pytest.mark.django_db
Commit = Callable[..., AbstractContextManager[Iterator[object]]]
VERMERK = "Datei entfernt am 9. November 2026 von {}. Grund: Liste statt Brief."


@pytest.fixture(autouse=True)
def uhr(stell_uhr: Callable[[datetime], None]) -> None:
    stell_uhr(ZEIT)


@pytest.fixture
def dokument() -> Anfragedokument:
    return add_dokument_fuer(KooperationsanfrageFactory(status=Anfragestatus.ABGELEHNT), Dokumentart.SONSTIGES)


def find_adresse(dokument: Anfragedokument) -> str:
    return build_url("dokument-entfernen", kennung=dokument.kennung)


@pytest.mark.parametrize("wer", ["konzept", "datenschutz"])
def test_two_roles_erase_and_the_request_says_who_when_and_why(
    wer: str,
    dokument: Anfragedokument,
    request: pytest.FixtureRequest,
    django_capture_on_commit_callbacks: Commit,
) -> None:
    client: Client = request.getfixturevalue(wer)
    anfrage_url, adresse = dokument.anfrage.get_absolute_url(), find_adresse(dokument)
    assert f'href="{adresse}"' in read(client, anfrage_url)

    with django_capture_on_commit_callbacks(execute=True):
        antwort = client.post(adresse, {"grund": "Liste statt Brief."})

    assert antwort["Location"] == anfrage_url
    inhalt = read(client, anfrage_url)
    assert VERMERK.format(wer) in inhalt
    assert "Papier.pdf" not in inhalt
    assert f'href="{adresse}"' not in inhalt


def test_page_names_what_goes_and_what_stays(konzept: Client) -> None:
    anfrage = create_bereit(Anfragestatus.MATERIALFREIGABE)
    folgen = {art: read(konzept, find_adresse(anfrage.dokumente.get(art=art))) for art in ("material", "vollmacht")}
    for seite in folgen.values():
        assert "Niemand kann sie zurückholen." in seite
        assert "Das Dokument zählt nicht mehr" in seite
    assert ["frühere Version dieses Materials" in seite for seite in folgen.values()] == [True, False]
    assert ["ist neu einzutragen" in seite for seite in folgen.values()] == [False, True]


@pytest.mark.parametrize("grund", ["", "  "])
def test_without_a_reason_nothing_goes(konzept: Client, dokument: Anfragedokument, grund: str) -> None:
    seite = konzept.post(find_adresse(dokument), {"grund": grund}).content.decode()
    assert "„Grund“ fehlt noch." in seite
    assert not Dokumentloeschung.objects.exists()


def test_too_long_a_reason_is_refused_and_stays_in_the_form(konzept: Client, dokument: Anfragedokument) -> None:
    seite = konzept.post(find_adresse(dokument), {"grund": "x" * 20_001}).content.decode()
    assert "x" * 20_001 in seite
    assert 'id="fehlerliste"' in seite
    assert not Dokumentloeschung.objects.exists()


def test_page_of_an_erased_file_has_no_form(konzept: Client, dokument: Anfragedokument) -> None:
    add_loeschung(dokument)
    seite = read(konzept, find_adresse(dokument))
    assert "Diese Datei ist schon entfernt." in seite
    assert "Datei für immer entfernen" not in seite


def test_erased_file_is_gone_at_its_address(konzept: Client, dokument: Anfragedokument) -> None:
    add_loeschung(dokument, grund="Liste statt Brief.")
    antwort = konzept.get(dokument.get_absolute_url())
    assert antwort.status_code == 410
    assert VERMERK.format("schreibt-mit") in antwort.content.decode()
    assert "no-store" in antwort["Cache-Control"]


def test_erased_version_says_so_and_the_one_before_is_offered_for_release(konzept: Client) -> None:
    anfrage = create_bereit(Anfragestatus.MATERIALFREIGABE, ohne="freigabe-presse")
    material = anfrage.materialien.get()
    add_loeschung(material.dokument)
    inhalt = read(konzept, anfrage.get_absolute_url())
    assert "zählt nicht mehr" in inhalt
    assert build_url("freigabe", pk=material.pk, stelle="presse") not in inhalt
    freigabe = read(konzept, build_url("freigabe", pk=material.pk, stelle="presse"))
    assert "Die Datei dieser Version ist entfernt." in freigabe


def test_store_that_fails_is_said_to_have_failed(konzept: Client, dokument: Anfragedokument) -> None:
    """Nothing is deleted here: the test never commits."""
    seite = konzept.post(find_adresse(dokument), {"grund": "Liste statt Brief."}, follow=True).content.decode()
    assert get_ablage().exists(dokument.kennung)
    assert "Der Speicher hat sie noch nicht gelöscht." in seite


def test_upload_asks_for_no_lists_of_residents(konzept: Client) -> None:
    satz = "Bitte keine Datei mit Adressen oder Namenslisten von Bürgerinnen und Bürgern."
    for name, status in (("dokument", Anfragestatus.EINGANG), ("material", Anfragestatus.VEREINBART)):
        assert satz in read(konzept, build_url(name, pk=KooperationsanfrageFactory(status=status).pk))


def test_second_click_on_upload_says_so_and_keeps_the_kind(konzept: Client) -> None:
    anfrage = KooperationsanfrageFactory()
    dokument = add_dokument_fuer(anfrage, Dokumentart.VOLLMACHT)
    with get_ablage().open(dokument.kennung) as datei:
        seite = konzept.post(build_url("dokument", pk=anfrage.pk), {"art": "vollmacht", "datei": datei})
    inhalt = seite.content.decode()
    assert "Genau diese Datei ist hier schon als neuestes Dokument dieser Art abgelegt." in inhalt
    assert '<option value="vollmacht" selected>' in inhalt
    assert anfrage.dokumente.count() == 1
