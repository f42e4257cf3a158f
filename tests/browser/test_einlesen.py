"""A messy list comes in: preview, decision, report, again, vanished rows. Two entries become one, on paper as well."""

import json
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.architecture.quelltext import BASE_DIR
from tests.browser.anmeldung import open_page
from tests.browser.conftest import Portal
from tests.browser.katalog_namen import BLEIBT, DRITTES, WEICHT
from tests.browser.seitenpruefung import check

ANGEBOTE = "/admin/angebote/angebot/"
EINLESEN = f"{ANGEBOTE}einlesen/"
QUELLE = "Liste des Amtes"
KATEGORIE = "Café, Treff & Plaudern"
KOPF = "Kennung;Titel;Kategorien;Zeiten;Ort;Straße;Hausnr.;PLZ;Kosten;Telefon;Farbe"
ANFANG = (
    f"A-1;Erzählkreis am Ofen;{KATEGORIE};Di 14:00-16:00;;;;;;030 1234567;rot",
    f"A-2;Trommeln für Große;{KATEGORIE};Mi 10:00-11:00;;;;;kostenlos;;",
)
GEAENDERT = ANFANG[0].replace("030 1234567", "030 7654321")
NEU = f"A-3;Nähstube   im  Hof;{KATEGORIE};Do 2 pm - 4:30 pm;Hofhaus;Breite   Str.;7;13187;Keine Angabe;0;"
FALSCH = f"A-4;Chor der Brücke;{KATEGORIE};Fr 17 Uhr;Haus am Rand;Breite Str.;12. Mai;1318;#WERT!;301234567;"
DOPPELT = f"A-5;Kaffeerunde;{KATEGORIE};Di 14-16;;;;;;030 0000000;"
UNSAUBER = (GEAENDERT, NEU, FALSCH, DOPPELT)


@pytest.fixture
def redaktion(browser: Browser, portal: Portal) -> Iterator[Page]:
    yield from open_page(browser, portal, "redaktion")


@pytest.fixture
def freigabe(browser: Browser, portal: Portal) -> Iterator[Page]:
    yield from open_page(browser, portal, "freigabe")


def upload(page: Page, *zeilen: str) -> None:
    """As Excel saves it in Germany."""
    page.goto(EINLESEN)
    inhalt = "\r\n".join((KOPF, *zeilen)).encode("cp1252")
    page.get_by_label("Datei (CSV").set_input_files({"name": "liste.csv", "mimeType": "text/csv", "buffer": inhalt})
    page.get_by_label("Quelle").fill(QUELLE)
    page.get_by_role("button", name="Vorschau zeigen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vorschau")


def apply(page: Page) -> None:
    page.get_by_role("button", name="Jetzt einlesen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bericht")


def read_zahlen(page: Page) -> dict[str, str]:
    paare = page.locator(".zahlen > div").all()
    return {paar.locator("dt").inner_text(): paar.locator("dd").inner_text() for paar in paare}


def find_gruppe(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name).first


def list_titel(page: Page, suche: str) -> list[str]:
    page.goto(f"{ANGEBOTE}{suche}")
    return [titel.inner_text() for titel in page.locator("#result_list tbody th a").all()]


def test_messy_list_is_previewed_applied_and_reported(redaktion: Page) -> None:
    redaktion.goto(EINLESEN)
    check(redaktion)
    redaktion.get_by_role("link", name="So füllen Sie die Tabelle aus").click()
    expect(redaktion.get_by_role("heading", level=1)).to_have_text("So füllen Sie die Tabelle aus")
    check(redaktion)
    upload(redaktion, *ANFANG)
    apply(redaktion)
    assert read_zahlen(redaktion) == {"neu, als Entwurf": "2"}

    upload(redaktion, *UNSAUBER)

    assert read_zahlen(redaktion) == {
        "neu, als Entwurf": "1",
        "geändert": "1",
        "vielleicht schon da, wartet auf Ihre Entscheidung": "1",
        "abgelehnt": "1",
        "neue Orte": "1",
        "nicht mehr in der Quelle": "1",
    }
    expect(find_gruppe(redaktion, "Wird geändert")).to_contain_text("bisher 030 1234567, Datei 030 7654321")
    abgelehnte = find_gruppe(redaktion, "Abgelehnt")
    expect(abgelehnte).to_contain_text("Zeile 4: Chor der Brücke")
    expect(abgelehnte.locator("li li")).to_contain_text(
        [
            "Spalte „Hausnummer“: „12. Mai“",
            "Spalte „Postleitzahl“: „1318“",
            "Spalte „Kosten“: „#WERT!“",
            "Spalte „Telefon“: „301234567“",
        ]
    )
    expect(redaktion.locator("main")).to_contain_text("Diese Spalten werden nicht gelesen: Farbe")
    expect(redaktion.get_by_role("region", name="Nicht mehr in der Quelle")).to_contain_text("Trommeln für Große")
    check(redaktion)

    apply(redaktion)

    expect(redaktion.locator("main")).to_contain_text("Zeile 4, Spalte „Postleitzahl“")
    assert read_zahlen(redaktion)["nicht mehr in der Quelle, gekennzeichnet"] == "1"
    check(redaktion)
    assert list_titel(redaktion, "?q=Nähstube") == ["Nähstube im Hof"]
    assert list_titel(redaktion, "?q=Brücke") == []
    assert list_titel(redaktion, "?quelle=verschwunden") == ["Trommeln für Große"]

    upload(redaktion, *UNSAUBER)

    assert read_zahlen(redaktion) == {
        "unverändert": "2",
        "vielleicht schon da, wartet auf Ihre Entscheidung": "1",
        "abgelehnt": "1",
        "nicht mehr in der Quelle": "1",
    }
    redaktion.get_by_role("button", name="Abbrechen und Datei löschen").click()
    expect(redaktion.locator(".messagelist")).to_contain_text("Nichts wurde eingelesen.")

    upload(redaktion, *UNSAUBER, ANFANG[1])
    apply(redaktion)
    assert list_titel(redaktion, "?quelle=verschwunden") == []


def test_likely_doubles_are_named_while_typing(redaktion: Page) -> None:
    redaktion.goto(f"{ANGEBOTE}add/")
    redaktion.fill("[name=titel]", "Kaffeerunde")
    redaktion.keyboard.press("Tab")
    expect(redaktion.locator(".doppelte")).to_contain_text("Kaffeerunde")
    check(redaktion)


@pytest.fixture
def papier(portal: Portal) -> Iterator[dict[str, str]]:
    """A code and a short id on paper, of an offer that was merged since."""
    command = [sys.executable, "-m", "tests.browser.zusammengelegte"]
    fill = subprocess.run(
        command, cwd=BASE_DIR, env=portal.umgebung, check=True, stdout=subprocess.PIPE, text=True, timeout=120
    )
    gedrucktes: dict[str, str] = json.loads(fill.stdout)
    yield gedrucktes
    subprocess.run([*command, "--aufraeumen"], cwd=BASE_DIR, env=portal.umgebung, check=True, timeout=120)


def test_old_paper_leads_to_what_remains_before_and_after_another_merge(
    page: Page, freigabe: Page, papier: dict[str, str]
) -> None:
    page.goto(f"/pruefen/{papier['code']}/")
    expect(page.locator("main")).to_contain_text(WEICHT)
    check(page)
    page.locator("main").get_by_role("link", name=BLEIBT).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(BLEIBT)

    freigabe.goto(f"{ANGEBOTE}?q=Schönschrift")
    for titel in (BLEIBT, DRITTES):
        freigabe.locator("#result_list tr", has_text=titel).locator("input[type=checkbox]").check()
    freigabe.locator("select[name=action]").select_option(label="Zwei Einträge zusammenlegen")
    freigabe.get_by_role("button", name="Ausführen").click()
    expect(freigabe.get_by_role("heading", level=1)).to_have_text("Zusammenlegen")
    check(freigabe)
    freigabe.get_by_role("group", name="Titel", exact=True).get_by_label(DRITTES).check()
    freigabe.get_by_role("button", name="Zusammenlegen").click()
    expect(freigabe.locator(".messagelist")).to_contain_text("sind jetzt ein Eintrag")

    for adresse in (f"/a/{papier['kurz_id']}/", "/angebote/schonschrift-im-haus/"):
        page.goto(adresse)
        expect(page.get_by_role("heading", level=1)).to_have_text(DRITTES)
        assert page.url.endswith("/angebote/schonschrift-am-abend/")
