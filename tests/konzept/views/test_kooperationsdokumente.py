"""Papers and letters: uploading, releasing, and the files that never are public."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from konzept.domain.dokumente import get_ablage
from konzept.models import Anfragematerial
from konzept.models.kooperationswerte import Anfragestatus, Dokumentart
from tests.konzept.factories_kooperation import (
    PDF,
    ZEIT,
    KooperationsanfrageFactory,
    add_dokument_fuer,
    build_datei,
    create_bereit,
)
from tests.konzept.views.kooperationsseiten import build_url

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def uhr(stell_uhr: Callable[[datetime], None]) -> None:
    stell_uhr(ZEIT)


@pytest.mark.parametrize(
    ("inhalt", "satz"),
    [
        (b"MZ program", "Diese Art von Datei nehmen wir nicht an."),
        (PDF[:-7], "Diese Datei ist beschädigt oder unvollständig."),
        (b"", "Diese Datei ist leer."),
    ],
)
def test_file_that_is_refused_keeps_the_rest(konzept: Client, inhalt: bytes, satz: str) -> None:
    url = build_url("dokument", pk=create_bereit().pk)
    seite = konzept.post(url, {"art": "vollmacht", "datei": build_datei(inhalt)}).content.decode()
    assert satz in seite
    assert '<option value="vollmacht" selected>' in seite
    assert "Bitte wählen Sie die Datei noch einmal aus." in seite


def test_answer_to_who_asked_is_filed_after_the_end_and_nothing_else(konzept: Client) -> None:
    anfrage = create_bereit(Anfragestatus.ABGELEHNT, ohne="material")
    url = build_url("dokument", pk=anfrage.pk)

    wahl = [wert for wert, _label in konzept.get(url).context["form"].fields["art"].choices]
    anderes = konzept.post(url, {"art": "sonstiges", "datei": build_datei()}).content.decode()
    konzept.post(url, {"art": "antwort", "datei": build_datei(name="Absage.pdf")})

    assert wahl == ["antwort"]
    assert "Diese Art nimmt die Anfrage jetzt nicht an." in anderes
    assert set(anfrage.dokumente.values_list("art", flat=True)) == {"erklaerung", "vollmacht", "antwort"}


def test_answer_is_not_filed_by_who_only_reads(datenschutz: Client) -> None:
    anfrage = KooperationsanfrageFactory(status=Anfragestatus.ABGELEHNT)
    daten = {"art": "antwort", "datei": build_datei()}
    assert datenschutz.post(build_url("dokument", pk=anfrage.pk), daten).status_code == 403
    assert not anfrage.dokumente.exists()


def test_file_that_is_too_large_is_refused(konzept: Client, settings: Any) -> None:
    settings.DOKUMENT_MAX_MB = 0
    url = build_url("dokument", pk=create_bereit().pk)
    seite = konzept.post(url, {"art": "vollmacht", "datei": build_datei()}).content.decode()
    assert "Diese Datei ist zu groß. Möglich sind höchstens 0 MB." in seite


def test_material_with_a_broken_file_keeps_every_word(konzept: Client) -> None:
    anfrage = create_bereit(Anfragestatus.MATERIALFREIGABE, ohne="material")
    daten = {
        "art": "anschreiben",
        "absender": "Spitze der Verwaltung",
        "rueckruf": "Koordination",
        "freiwillig": "on",
        "freiwillig_satz": "Sie entscheiden.",
    }
    url = build_url("material", pk=anfrage.pk)
    seite = konzept.post(url, {**daten, "datei": build_datei(b"kein PDF")}).content.decode()
    assert "Diese Art von Datei nehmen wir nicht an." in seite
    assert "Spitze der Verwaltung" in seite
    assert "Sie entscheiden." in seite
    assert not Anfragematerial.objects.exists()

    konzept.post(url, {**daten, "datei": build_datei()})
    material = Anfragematerial.objects.get()
    assert (material.absender, material.freiwillig, material.ton_verstaendlich) == (
        "Spitze der Verwaltung",
        True,
        False,
    )


def test_file_is_given_out_as_an_attachment_and_kept_by_no_cache(konzept: Client) -> None:
    dokument = add_dokument_fuer(KooperationsanfrageFactory(), Dokumentart.ERKLAERUNG)
    antwort = konzept.get(dokument.get_absolute_url())
    assert antwort.content == PDF
    assert antwort["Content-Type"] == "application/pdf"
    assert antwort["Content-Disposition"] == 'attachment; filename="Papier.pdf"'
    assert antwort["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in antwort["Cache-Control"]
    assert antwort["Content-Security-Policy"].startswith("sandbox")


def test_file_that_is_lost_is_not_found(konzept: Client) -> None:
    dokument = add_dokument_fuer(KooperationsanfrageFactory(), Dokumentart.ERKLAERUNG)
    get_ablage().delete(dokument.kennung)
    assert konzept.get(dokument.get_absolute_url()).status_code == 404


def test_file_lies_at_no_public_address() -> None:
    dokument = add_dokument_fuer(KooperationsanfrageFactory(), Dokumentart.ERKLAERUNG)
    client = Client()
    for anfang in ("fotos", "static", "dokumente", "media"):
        assert client.get(f"/{anfang}/{dokument.kennung}").status_code == 404
    assert client.get(dokument.get_absolute_url())["Location"].startswith("/konto/anmelden/")
