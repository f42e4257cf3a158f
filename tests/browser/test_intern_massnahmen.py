"""Measures in the browser: from the idea to the end by keyboard; axe and 320 px on each page."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.anmeldung import KONTO, open_page
from tests.browser.conftest import Portal
from tests.browser.seitenpruefung import check
from tests.browser.weiter import send

MASSNAHMEN = "/intern/massnahmen/"
TITEL = "Mittagstisch im Nachbarschaftshaus"
ANSICHTEN = (
    "",
    "liste/",
    "liste/?status=laeuft&kiez=unsinn",
    "zeitplan/",
    "ueberfaellig/",
    "kieze/",
    "bereiche/",
    "neu/",
)


@pytest.fixture(scope="module")
def page(browser: Browser, portal: Portal) -> Iterator[Page]:
    yield from open_page(browser, portal, KONTO)


@pytest.fixture(scope="module")
def massnahme(page: Page) -> str:
    """The address of a measure with a milestone and an indicator, made by keyboard."""
    page.goto("/admin/konzept/geschaeftsbereich/add/")
    page.fill("[name=name]", "Soziales")
    page.fill("[name=kurzname]", "Soz")
    send(page, "Sichern")
    page.goto(f"{MASSNAHMEN}neu/?kiez=weissensee&art=angebotsaufbau")
    type_into(page.get_by_label("Titel"), TITEL)
    type_into(page.get_by_label("Ziel"), "Niemand isst allein.")
    type_into(page.get_by_label("Komponente"), "Prävention")
    type_into(page.get_by_label("Federführung"), "Soziales")
    type_into(page.get_by_label("Verantwortlich"), "Koordination")
    press(page.get_by_role("button", name="Maßnahme anlegen"))
    expect(page.locator("#fehlerliste")).to_be_focused()
    expect(page.get_by_label("Titel")).to_have_value(TITEL)
    expect(page.get_by_role("checkbox", name="Weißensee", exact=True)).to_be_checked()
    check(page)
    page.get_by_label("Beginn").fill("2026-01-05")
    press(page.get_by_role("button", name="Maßnahme anlegen"))
    expect(page.get_by_role("heading", level=1)).to_have_text(TITEL)
    adresse = page.url
    press(page.get_by_role("link", name="Meilenstein eintragen"))
    type_into(page.get_by_label("Meilenstein"), "Raum gefunden")
    page.get_by_label("Fällig am").fill("2026-02-01")
    check(page)
    press(page.get_by_role("button", name="Sichern"))
    press(page.get_by_role("link", name="Indikator eintragen"))
    for feld, wert in (("Indikator", "Mittagstische"), ("Einheit", "Termine"), ("Startwert", "0"), ("Zielwert", "6,5")):
        type_into(page.get_by_label(feld), wert)
    page.get_by_label("Ziel erreicht bis").fill("2027-01-31")
    check(page)
    press(page.get_by_role("button", name="Sichern"))
    expect(page.get_by_role("heading", level=3, name="Mittagstische")).to_be_visible()
    return adresse


def type_into(feld: Locator, text: str) -> None:
    feld.focus()
    feld.page.keyboard.type(text)


def press(knopf: Locator) -> None:
    """Returns when the next page is loaded."""
    knopf.focus()
    with knopf.page.expect_navigation():
        knopf.page.keyboard.press("Enter")


def test_measure_begins_is_counted_and_ends_by_keyboard(page: Page, massnahme: str) -> None:
    page.goto(MASSNAHMEN)
    schritt = page.get_by_label(f"Nächster Schritt für {TITEL}")
    expect(schritt).to_have_value("laeuft")
    press(page.locator(".tafel__karte").filter(has_text=TITEL).get_by_role("button", name="Los"))
    expect(page.get_by_text(f"„{TITEL}“ ist jetzt „läuft“.")).to_be_visible()
    expect(page.locator(".tafel__spalte--laeuft")).to_contain_text(TITEL)

    page.goto(massnahme)
    press(page.get_by_role("button", name=re.compile("Erledigt.*Raum gefunden")))
    expect(page.get_by_role("button", name=re.compile("Doch noch offen.*Raum gefunden"))).to_be_visible()
    page.get_by_label("Gezählt am").fill(date.today().isoformat())  # noqa: DTZ011 - as the browser's calendar offers it
    type_into(page.get_by_label("Wert", exact=True), "viele")
    press(page.get_by_role("button", name="Wert eintragen"))
    expect(page.locator("#fehlerliste")).to_be_focused()
    expect(page.get_by_label("Wert")).to_have_value("viele")
    check(page)
    page.get_by_label("Wert").fill("2,5")
    press(page.get_by_role("button", name="Sichern"))
    expect(page.get_by_role("cell", name="2,50")).to_be_visible()
    check(page)

    page.goto(MASSNAHMEN)
    karte = page.locator(".tafel__karte").filter(has_text=TITEL)
    type_into(karte.get_by_role("combobox"), "Verwerfen")
    press(karte.get_by_role("button", name="Los"))
    expect(page.get_by_role("radio", name="Verwerfen (mit Grund)")).to_be_checked()
    check(page)
    press(page.get_by_role("link", name="Zurück, ohne zu ändern"))
    press(page.locator(".tafel__karte").filter(has_text=TITEL).get_by_role("button", name="Los"))
    expect(page.locator(".tafel__spalte--abgeschlossen")).to_contain_text(TITEL)


def test_offer_is_found_linked_and_removed_by_keyboard(page: Page, massnahme: str) -> None:
    page.goto(massnahme)
    press(page.get_by_role("link", name="Verknüpfungen bearbeiten"))
    type_into(page.get_by_label("Suchwort"), "kaffee")
    page.keyboard.press("Enter")
    wahl = page.get_by_role("checkbox").first
    press(page.get_by_role("button", name="Angekreuztes hinzufügen"))
    expect(page.locator("#fehlerliste")).to_be_focused()
    check(page)
    wahl.focus()
    page.keyboard.press("Space")
    press(page.get_by_role("button", name="Angekreuztes hinzufügen"))
    expect(page.get_by_text("Verknüpft: 1.")).to_be_visible()
    expect(page.get_by_text("schon verknüpft")).to_have_count(1)
    check(page)
    press(page.get_by_role("button", name="Entfernen"))
    expect(page.get_by_text("ist nicht mehr verknüpft.")).to_be_visible()


@pytest.mark.usefixtures("massnahme")
@pytest.mark.parametrize("ansicht", ANSICHTEN)
def test_page_has_no_violation_and_never_scrolls_sideways(page: Page, ansicht: str) -> None:
    page.goto(MASSNAHMEN + ansicht)
    check(page)


@pytest.mark.parametrize("seite", ["", "bearbeiten/", "status/", "verknuepfungen/orte/?q=haus"])
def test_page_of_one_measure_has_no_violation_in_the_dark_either(page: Page, massnahme: str, seite: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(massnahme + seite)
    check(page)
    page.emulate_media(color_scheme="light")


@pytest.mark.usefixtures("massnahme")
def test_timeline_in_the_dark_has_no_violation_and_can_be_moved_by_keyboard(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{MASSNAHMEN}zeitplan/")
    fenster = page.get_by_role("region", name="Zeitplan als Zeichnung")
    fenster.focus()
    page.keyboard.press("ArrowRight")
    expect(fenster).to_be_focused()
    page.wait_for_function("() => document.activeElement.scrollLeft > 0")
    check(page)
    page.emulate_media(color_scheme="light")
