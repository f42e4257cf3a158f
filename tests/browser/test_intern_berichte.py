"""A report from the first word to its release, as staff do it; axe and 320 px on every page on the way."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.anmeldung import open_page
from tests.browser.conftest import Portal
from tests.browser.seitenpruefung import check
from tests.browser.weiter import follow, send

BERICHTE = "/intern/berichte/"


@pytest.fixture
def konzept(browser: Browser, portal: Portal) -> Iterator[Page]:
    yield from open_page(browser, portal, "konzept")


@pytest.fixture
def freigabe(browser: Browser, portal: Portal) -> Iterator[Page]:
    """The second account."""
    yield from open_page(browser, portal, "freigabe")


def answer_pflichten(page: Page) -> None:
    """From the checklist to the first field that is missing, then all of them."""
    follow(page, "Prävention: Bitte schreiben Sie, was getan wurde, auch wenn es noch nichts ist.")
    expect(page.locator("#id_praevention-getan")).to_be_in_viewport()
    for teil in page.get_by_role("group", name=re.compile("^Komponente ")).all():
        teil.get_by_label("Was getan wurde").fill("Noch nichts.")
        teil.get_by_label("Es gibt keine Abweichungen").check()
    tell_abweichung(page, "Prävention")


def tell_abweichung(page: Page, komponente: str) -> None:
    teil = page.get_by_role("group", name=f"Komponente {komponente}")
    teil.get_by_label("Es gibt Abweichungen").check()
    teil.get_by_label("Nicht umgesetzt, weil").fill("Das Geld fehlt.")
    teil.get_by_label("Geprüfte Alternativen").fill("Es gab keine.")
    send(page, "Speichern und ansehen")


def release_as(page: Page, adresse: str) -> None:
    page.goto(adresse)
    follow(page, "Freigeben")
    check(page)
    send(page, "Jetzt freigeben")
    expect(page.locator(".bericht__vermerk")).to_have_count(0)


def test_report_is_written_frozen_released_and_corrected(konzept: Page, freigabe: Page) -> None:
    konzept.goto(BERICHTE)
    check(konzept)
    follow(konzept, "Neuer Bericht")
    send(konzept, "Entwurf anlegen")
    expect(konzept.get_by_text("Bitte wählen Sie die Drucksache, auf die der Bericht antwortet.")).to_be_visible()
    check(konzept)
    konzept.get_by_label("Drucksache").select_option(label="IX-1179 Pankow gegen Einsamkeit")
    konzept.get_by_label("Zwischenbericht").check()
    send(konzept, "Entwurf anlegen")

    expect(konzept.locator("h1")).to_have_text("Zwischenbericht IX-1179: Texte")
    check(konzept)
    konzept.get_by_label("Einleitung").fill("Wir haben angefangen.")
    send(konzept, "Speichern und ansehen")
    expect(konzept.get_by_text("Wir haben angefangen.")).to_be_visible()
    expect(konzept.locator(".bericht__vermerk")).to_have_text("Entwurf, Zahlen noch nicht eingefroren")
    check(konzept)

    follow(konzept, "Einfrieren")
    expect(konzept.get_by_text("Der Ausblick ist leer.")).to_be_visible()
    expect(konzept.get_by_role("button", name="Jetzt einfrieren")).to_have_count(0)
    check(konzept)
    answer_pflichten(konzept)
    follow(konzept, "Einfrieren")
    expect(konzept.get_by_role("button", name="Jetzt einfrieren")).to_have_count(0)
    follow(konzept, re.compile("Beratung zu Hause per Video"))  # given up, so no "keine"
    tell_abweichung(konzept, "Überwindung und Minderung")
    follow(konzept, "Einfrieren")
    check(konzept)
    send(konzept, "Jetzt einfrieren")
    expect(konzept.locator(".bericht__vermerk")).to_have_text("Noch nicht freigegeben")

    expect(konzept.get_by_role("link", name="Freigeben", exact=True)).to_have_count(0)
    expect(konzept.get_by_text("Sie haben diesen Bericht eingefroren.")).to_be_visible()
    check(konzept)
    release_as(freigabe, konzept.url)
    konzept.reload()
    expect(konzept.locator(".bericht__vermerk")).to_have_count(0)
    check(konzept)
    for name, endung in (("PDF laden", "pdf"), ("Word-Datei laden", "docx")):
        with konzept.expect_download() as geladen:
            konzept.get_by_role("link", name=name, exact=True).click()
        assert re.fullmatch(rf"zwischenbericht-ix-1179-\d{{4}}-\d\d-\d\d\.{endung}", geladen.value.suggested_filename)

    follow(konzept, "Berichtigung schreiben")
    check(konzept)
    send(konzept, "Entwurf anlegen")
    expect(konzept.get_by_label("Einleitung")).to_have_value("Wir haben angefangen.")
    follow(konzept, "Vorschau")
    follow(konzept, "Verwerfen")
    check(konzept)
    konzept.get_by_label("Grund").fill("nur zur Probe")
    send(konzept, "Verwerfen")
    expect(konzept.locator(".bericht__vermerk")).to_have_text("Verworfen, nicht verwenden")


def test_on_paper_nothing_but_the_report_is_left(konzept: Page) -> None:
    konzept.goto(f"{BERICHTE}neu/")
    konzept.get_by_label("Drucksache").select_option(index=1)
    konzept.get_by_label("Schlussbericht").check()
    send(konzept, "Entwurf anlegen")
    follow(konzept, "Vorschau")
    konzept.emulate_media(media="print")
    for weg in (".kopf", ".fuss", ".bericht-leiste", ".pfad"):
        expect(konzept.locator(weg)).to_be_hidden()
    expect(konzept.locator(".bericht__schluss")).to_be_visible()
