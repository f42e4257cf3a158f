"""The addresses of the programmes of a Kiez."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client

from angebote.domain.katalogstand import renew_version
from angebote.druck import satz
from angebote.models import Kiez
from angebote.views import pdfantwort
from angebote.views.pdfantwort import SPEICHER
from tests.angebote.druck.programmkatalog import create_kiez
from tests.factories import KiezFactory
from tests.pages.markup import parse_markup
from tests.pdf import read_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def kiez(heute: date, jetzt: datetime, stell_uhr: Callable[[datetime], None]) -> Kiez:
    stell_uhr(jetzt)
    return create_kiez(heute)


@pytest.fixture
def belegter_satz(monkeypatch: pytest.MonkeyPatch) -> Any:
    """All places for PDFs are taken, as on a busy morning."""
    monkeypatch.setattr(satz, "WARTEZEIT", 0.05)
    plaetze = [satz.GLEICHZEITIG.acquire(timeout=5) for _platz in range(2)]
    yield
    for _platz in plaetze:
        satz.GLEICHZEITIG.release()


@pytest.mark.usefixtures("kiez")
def test_page_and_pdf_say_the_same_words(client: Client) -> None:
    seite = parse_markup(client.get("/kieze/weissensee/woche/?ab=2026-11-30").content.decode())
    text = read_text(client.get("/kieze/weissensee/woche.pdf?ab=2026-11-30").content)
    worte = [
        " ".join(element.text.replace("nicht sicher, bitte vorher anrufen", "").split())
        for element in seite.elemente
        if element.tag == "h2"
        or element.attrs.get("class", "").startswith(("aushang__wann", "aushang__titel", "aushang__zeile"))
    ]
    gedruckt = [wort for wort in worte if wort not in {"", "Was die Zeichen heißen", "Andere Wochen"}]
    assert {"Kaffeerunde", "fällt aus: Umzug", "Offenes Haus", "Gartengruppe"} <= set(worte)
    fremd = {"Sie brauchen sofort jemanden?", "Daten und Gestaltung"}  # of the frame of the page
    assert [wort for wort in gedruckt if wort not in text and wort not in fremd] == []


@pytest.mark.usefixtures("kiez")
def test_pdf_opens_in_the_browser_under_a_name_of_its_own(client: Client) -> None:
    antwort = client.get("/kieze/weissensee/woche.pdf?ab=2026-11-30")
    assert antwort["Content-Type"] == "application/pdf"
    assert antwort["Content-Disposition"] == 'inline; filename="wochenprogramm-weissensee-2026-11-30.pdf"'
    assert antwort["Cache-Control"] == "no-cache, public"
    assert antwort["ETag"].startswith('W/"')


@pytest.mark.usefixtures("kiez")
@pytest.mark.parametrize("ab", ["gestern", "2020-01-01", "2099-01-01", "2026-02-30", "%00", "<b>"])
def test_wrong_date_is_a_note_and_no_error(client: Client, ab: str) -> None:
    html = client.get("/kieze/weissensee/woche/", {"ab": ab}).content.decode()
    assert "Sie sehen die Woche ab heute." in html
    assert "21. bis 27.\u00a0November 2026" in html
    assert client.get("/kieze/weissensee/woche.pdf", {"ab": ab}).status_code == 200


@pytest.mark.parametrize("adresse", ["woche/", "woche.pdf"])
def test_unknown_kiez_is_not_found(client: Client, adresse: str) -> None:
    KiezFactory(name="Karow")
    assert client.get(f"/kieze/gibt-es-nicht/{adresse}").status_code == 404


@pytest.mark.usefixtures("kiez")
def test_kiez_page_leads_to_its_programme(client: Client) -> None:
    assert 'href="/kieze/weissensee/woche/"' in client.get("/kieze/weissensee/").content.decode()


@pytest.mark.usefixtures("kiez", "belegter_satz")
def test_busy_printer_asks_to_come_back_in_a_moment(client: Client) -> None:
    renew_version()
    antwort = client.get("/kieze/weissensee/woche.pdf")
    assert (antwort.status_code, antwort["Retry-After"]) == (503, "10")
    assert "Bitte versuchen Sie es gleich noch einmal" in antwort.content.decode()
    assert "no-store" in antwort["Cache-Control"]


@pytest.mark.usefixtures("kiez")
def test_document_is_kept_until_the_catalogue_changes(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    gesetzt: list[str] = []
    set_pdf = pdfantwort.set_pdf

    def count(vorlage: str, daten: Any) -> bytes:
        gesetzt.append(vorlage)
        return set_pdf(vorlage, daten)

    monkeypatch.setattr(pdfantwort, "set_pdf", count)
    erste = client.get("/kieze/weissensee/woche.pdf").content
    assert client.get("/kieze/weissensee/woche.pdf").content == erste
    assert gesetzt == ["wochenprogramm"]
    renew_version()
    client.get("/kieze/weissensee/woche.pdf")
    assert gesetzt == ["wochenprogramm"] * 2
    assert SPEICHER.bytes_belegt <= 24_000_000


@pytest.mark.usefixtures("kiez")
@pytest.mark.parametrize(
    ("query", "seiten"), [("", 4), ("seiten=2", 2), ("seiten=4", 4), ("seiten=3", 4), ("seiten=x", 4)]
)
def test_leaflet_has_the_asked_pages_or_four(client: Client, query: str, seiten: int) -> None:
    antwort = client.get(f"/kieze/weissensee/monat.pdf?monat=2026-12&{query}")
    dateiname = f"programm-weissensee-2026-12-01-{seiten}-seiten.pdf"
    assert antwort["Content-Disposition"] == f'inline; filename="{dateiname}"'
    assert f"Seite {seiten} von {seiten}" in read_text(antwort.content)


@pytest.mark.usefixtures("kiez")
def test_month_page_says_all_words_of_the_leaflet_and_its_rule(client: Client) -> None:
    html = client.get("/kieze/weissensee/monat/?monat=2026-12").content.decode()
    seite = parse_markup(html)
    text = read_text(client.get("/kieze/weissensee/monat.pdf?monat=2026-12").content)
    zeilen = [e.text for e in seite.elemente if e.attrs.get("class", "").startswith("aushang__zeile")]
    worte = [" ".join(zeile.split()) for zeile in zeilen]
    assert "Dienstag, 14 bis 16 Uhr: 8., 15., 22. und 29. Dezember" in worte
    assert [wort for wort in worte if wort not in text] == []
    assert "Die Haltestelle fällt weg." in html
    assert 'href="/kieze/weissensee/monat.pdf?seiten=2&amp;monat=2026-12"' in html


@pytest.mark.usefixtures("kiez")
def test_wrong_month_is_a_note_and_no_error(client: Client) -> None:
    html = client.get("/kieze/weissensee/monat/?monat=Dezember").content.decode()
    assert "Diesen Monat verstehen wir nicht. Sie sehen die nächsten vier Wochen." in html
    assert client.get("/kieze/gibt-es-nicht/monat/").status_code == 404
    assert client.get("/kieze/gibt-es-nicht/monat.pdf").status_code == 404
