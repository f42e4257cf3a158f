"""What the text checks say on the page of an offer, by keyboard: jump to what is missing, leave a finding, take it back."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Portal
from tests.browser.katalog_namen import ZEITEN_UNBEKANNT
from tests.browser.test_admin import login, tab_to
from tests.browser.test_axe import find_violations

TEXT = "Unsere Klientel stickt. Fragen Sie bei XYZ nach."


def build_adresse(portal: Portal) -> str:
    return f"/admin/angebote/angebot/{portal.angebote[ZEITEN_UNBEKANNT]}/change/"


def write_beschreibung(page: Page, adresse: str, text: str) -> None:
    page.goto(adresse)
    page.locator("[name=beschreibung]").fill(text)
    page.get_by_role("button", name="Sichern und weiter bearbeiten").click()
    expect(page.locator(".messagelist")).to_be_visible()


@pytest.fixture
def adresse(page: Page, portal: Portal) -> Iterator[str]:
    """With two findings in its text; afterwards as other tests know it."""
    adresse = build_adresse(portal)
    login(page, adresse)
    vorher = page.locator("[name=beschreibung]").input_value()
    write_beschreibung(page, adresse, TEXT)
    yield adresse
    write_beschreibung(page, adresse, vorher)


def test_missing_fact_leads_to_its_field(page: Page, adresse: str) -> None:
    tab_to(page, page.locator(".textpruefung").get_by_role("link", name="Der erste Besuch ist nicht beschrieben"))
    page.keyboard.press("Enter")

    page.keyboard.press("Tab")
    expect(page.locator("[name=erstbesuch_ablauf]")).to_be_in_viewport()


def test_finding_is_left_with_a_reason_and_taken_back_by_keyboard(page: Page, adresse: str) -> None:
    panel = page.locator(".textpruefung")
    expect(panel.locator("mark")).to_have_text(["Klientel", "XYZ"])
    tab_to(page, panel.get_by_role("link", name="„Klientel“ bewusst so lassen"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Bewusst so lassen")
    tab_to(page, page.get_by_label("Warum bleibt es so?"))
    page.keyboard.type("So nennt sich die Gruppe.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(panel.locator("mark")).to_have_text(["XYZ"])
    expect(panel).to_contain_text("Grund: So nennt sich die Gruppe. (technik,")
    tab_to(page, panel.get_by_role("link", name="Ausnahme für „Klientel“ zurücknehmen"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Zurücknehmen"))
    page.keyboard.press("Enter")

    expect(panel.locator("mark")).to_have_text(["Klientel", "XYZ"])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_panel_and_its_pages_have_no_violation_and_never_scroll_sideways(
    browser: Browser, portal: Portal, adresse: str, width: int, scheme: Any
) -> None:
    page = browser.new_page(
        base_url=portal.address, viewport={"width": width, "height": 900}, color_scheme=scheme, locale="de-DE"
    )
    login(page, adresse)
    gefunden = {"panel": find_violations(page)}
    page.get_by_role("link", name="„XYZ“ bewusst so lassen").click()
    gefunden["ausnahme"] = find_violations(page)
    breiter = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")
    page.locator("#id_grund").evaluate("feld => feld.required = false")
    page.get_by_role("button", name="So lassen").click()
    expect(page.get_by_role("alert")).to_have_text("Bitte einen Grund angeben.")
    gefunden["ohne Grund"] = find_violations(page)
    page.close()
    assert {name: verstoesse for name, verstoesse in gefunden.items() if verstoesse} == {}
    assert breiter <= 0
