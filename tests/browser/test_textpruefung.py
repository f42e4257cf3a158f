"""What the text checks say on the page of an offer, by keyboard: jump to what is missing, leave a finding, take it back."""

import re
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


def test_hint_comes_while_typing_and_goes_when_the_title_is_mended(page: Page, portal: Portal) -> None:
    """Nothing is saved; only the number is read out, and once."""
    login(page, build_adresse(portal))
    titel, hinweis = page.locator("[name=titel]"), page.locator("[data-feld=id_titel]")
    ansage = page.locator("#texthinweise-ansage")
    vorher, anzahl = titel.input_value(), page.locator(".texthinweise-zahl").inner_text()
    expect(hinweis).to_have_count(0)

    titel.fill("Tanzen für Senioren")

    expect(hinweis).to_have_text("Titel")
    expect(page.locator(".textpruefung mark").first).to_have_text("Senioren")
    expect(ansage).to_have_text(re.compile(r"^\d+ Hinweise? zu den Texten$"))
    page.get_by_role("link", name="Ein Hinweis zu diesem Text").first.click()
    expect(hinweis).to_be_in_viewport()
    assert find_violations(page) == []

    titel.fill(vorher)

    expect(hinweis).to_have_count(0)
    expect(ansage).to_have_text(anzahl)
    expect(page.locator(".field-titel .texthinweis")).to_have_count(0)


def test_letters_typed_one_by_one_ask_once_and_the_focus_stays(page: Page, portal: Portal) -> None:
    login(page, build_adresse(portal))
    fragen: list[str] = []
    page.on("request", lambda request: fragen.append(request.url) if "texthinweise" in request.url else None)
    fragen.clear()  # the script itself
    titel = page.locator("[name=titel]")
    titel.focus()
    with page.expect_response(re.compile("/texthinweise/")):
        page.keyboard.type(" für Senioren", delay=20)  # milliseconds a letter
    expect(page.locator("[data-feld=id_titel]")).to_be_attached()
    expect(titel).to_be_focused()
    assert len(fragen) == 1


def test_new_offer_has_hints_before_it_is_saved(page: Page, portal: Portal) -> None:
    login(page, "/admin/angebote/angebot/add/")
    expect(page.locator("#textpruefung-titel")).to_be_hidden()
    page.locator("[name=titel]").fill("Seniorentanz")
    expect(page.locator("#textpruefung-titel")).to_be_visible()
    expect(page.locator("[data-feld=id_titel]")).to_be_visible()
    assert find_violations(page) == []
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
