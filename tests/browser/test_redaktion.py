"""From the draft to the website and back: two people, a proposal, the history; axe and 320 px on each page."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.anmeldung import open_page
from tests.browser.conftest import Portal
from tests.browser.seitenpruefung import check

ANGEBOTE = "/admin/angebote/angebot/"
VORSCHLAEGE = "/admin/angebote/aenderungsvorschlag/"
TITEL = "Singen am Montag"


@pytest.fixture
def redaktion(browser: Browser, portal: Portal) -> Iterator[Page]:
    yield from open_page(browser, portal, "redaktion")


@pytest.fixture
def freigabe(browser: Browser, portal: Portal) -> Iterator[Page]:
    yield from open_page(browser, portal, "freigabe")


def step(page: Page, name: str) -> None:
    page.locator(".schritte").get_by_role("button", name=name).click()


def fill_pflichtangaben(page: Page) -> None:
    """At the telephone, so that neither place nor barriers are asked for."""
    page.fill("[name=nutzen]", "Sie singen mit anderen.")
    page.select_option("[name=zugangswege-0-art]", "telefon")
    page.select_option("[name=zeiten-0-art]", "vereinbarung")
    page.select_option("[name=kosten-0-art]", "unbekannt")


def test_offer_from_draft_to_proposal_history_and_back(redaktion: Page, freigabe: Page) -> None:
    redaktion.goto(f"{ANGEBOTE}add/")
    redaktion.fill("[name=titel]", TITEL)
    redaktion.select_option("[name=bereich]", "unterstuetzung")
    redaktion.get_by_role("checkbox", name="Reden & Zuhören").first.check()
    fill_pflichtangaben(redaktion)
    redaktion.get_by_role("button", name="Sichern und weiter bearbeiten").click()
    expect(redaktion.locator("#stand-titel")).to_have_text("Status: Entwurf")
    check(redaktion)
    redaktion.fill("[name=telefon]", "030 1111111")
    step(redaktion, "Zur Prüfung einreichen")
    expect(redaktion.locator("#stand-titel")).to_have_text("Status: in Prüfung")
    expect(redaktion.locator("[name=telefon]")).to_have_value("030 1111111")
    adresse = re.sub(r"\?.*", "", redaktion.url)
    history = adresse.replace("/change/", "/history/")

    freigabe.goto(adresse)
    step(freigabe, "Veröffentlichen")
    expect(freigabe.locator("#stand-titel")).to_have_text("Status: veröffentlicht")
    freigabe.get_by_role("link", name="Auf der Website ansehen").click()
    expect(freigabe.get_by_role("heading", level=1)).to_have_text(TITEL)
    website = freigabe.url

    redaktion.goto(adresse)
    redaktion.fill("[name=telefon]", "030 2222222")
    redaktion.get_by_role("button", name="Sichern", exact=True).click()
    expect(redaktion.locator(".messagelist")).to_contain_text("Ihr Vorschlag wartet auf Freigabe.")
    expect(redaktion.locator(".ablauf").first).to_contain_text("Es wartet ein Vorschlag.")
    freigabe.reload()
    expect(freigabe.locator("main")).to_contain_text("1111111")

    freigabe.goto(VORSCHLAEGE)
    check(freigabe)
    freigabe.locator("#result_list").get_by_role("link", name=TITEL).click()
    check(freigabe)
    freigabe.get_by_role("button", name="Mit Begründung ablehnen").click()
    expect(freigabe.locator("#fehlerliste")).to_be_focused()
    check(freigabe)
    freigabe.get_by_role("button", name="Angekreuztes annehmen").click()
    expect(freigabe.locator(".messagelist")).to_contain_text("Vorschlag angenommen.")
    freigabe.goto(website)
    expect(freigabe.locator("main")).to_contain_text("2222222")

    redaktion.goto(history)
    expect(redaktion.locator("article").first).to_contain_text("030 2222222")
    check(redaktion)
    redaktion.get_by_role("link", name="wiederherstellen").first.click()
    expect(redaktion.locator(".feldaenderungen")).to_contain_text("030 1111111")
    check(redaktion)
    redaktion.get_by_role("button", name="Als Vorschlag einreichen").click()
    expect(redaktion.locator(".messagelist")).to_contain_text("wartet auf Freigabe")

    freigabe.goto(VORSCHLAEGE)
    freigabe.locator("#result_list").get_by_role("link", name=TITEL).first.click()
    freigabe.get_by_role("button", name="Angekreuztes annehmen").click()
    freigabe.goto(website)
    expect(freigabe.locator("main")).to_contain_text("1111111")

    freigabe.goto(adresse.replace("/change/", "/kontakt/"))
    check(freigabe)
    freigabe.goto(adresse)
    step(freigabe, "Archivieren")
    check(freigabe)
    freigabe.get_by_label("Grund").fill("Probe beendet")
    freigabe.get_by_role("button", name="Archivieren").click()
    expect(freigabe.locator("#stand-titel")).to_have_text("Status: archiviert")
    antwort = freigabe.goto(website)
    assert antwort is not None
    assert antwort.status == 410
