"""Two minutes beside a client: choose a preset by keyboard, narrow it to a Kiez, read what to say, take the text along."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Portal
from tests.browser.katalog_namen import PASST

TREFFPUNKTE = "Treffpunkte und Cafés"


def found_ids(page: Page) -> set[int]:
    return {int(one.get_attribute("data-angebot") or 0) for one in page.locator("#treffer [data-angebot]").all()}


def choose_preset(page: Page, title: str) -> None:
    page.get_by_role("link", name=title).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2, name=title)).to_be_in_viewport()


def choose_kiez(page: Page, name: str) -> None:
    page.get_by_label("Kiez").select_option(name)
    page.get_by_role("button", name="Anzeigen").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "kiez=" in url)


def open_script(page: Page, pk: int) -> None:
    """Of this offer, and of no other."""
    entry = page.locator(f"#treffer [data-angebot='{pk}']")
    expect(entry.get_by_text("Guten Tag")).to_be_hidden()
    entry.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(entry.get_by_text("Guten Tag")).to_be_visible()
    expect(entry.get_by_text("Den Namen der Person müssen Sie am Anfang nicht nennen.")).to_be_visible()


@pytest.mark.browser_context_args(viewport={"width": 1280, "height": 900})
def test_preset_kiez_and_script_by_keyboard(page: Page, portal: Portal, complaints: list[str]) -> None:
    page.goto("/")
    page.get_by_role("main").get_by_role("link", name="Für Fachkräfte").click()
    choose_preset(page, TREFFPUNKTE)
    choose_kiez(page, "Weißensee")
    assert portal.angebote[PASST] in found_ids(page)
    assert portal.angebote["chor"] not in found_ids(page)
    open_script(page, portal.angebote[PASST])


@pytest.mark.browser_context_args(java_script_enabled=False, viewport={"width": 320, "height": 640})
def test_same_way_without_script_on_a_phone(page: Page, portal: Portal) -> None:
    page.goto("/fachkraefte/")
    choose_preset(page, TREFFPUNKTE)
    choose_kiez(page, "Buch")
    assert found_ids(page) == {portal.angebote["chor"]}
    open_script(page, portal.angebote["chor"])
    expect(page.get_by_role("button", name="kopieren")).to_have_count(0)
    expect(page.get_by_role("link", name="Als Text (Chor)")).to_be_visible()


def test_text_of_one_offer_and_of_all_goes_to_the_clipboard_and_is_announced(
    page: Page, context: BrowserContext, portal: Portal, complaints: list[str]
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/fachkraefte/?vorlage=treffpunkte&kiez=weissensee")
    page.get_by_role("button", name="Text kopieren (Kaffeerunde)").click()
    expect(page.get_by_role("status").filter(has_text="Der Text zu „Kaffeerunde“ ist kopiert.")).to_be_visible()
    one: str = page.evaluate("navigator.clipboard.readText()")
    assert one.startswith("Kaffeerunde\n")
    assert "\nKontakt: 030 0000000\n" in one
    page.get_by_role("button", name="Alle Texte kopieren").click()
    expect(page.locator("#ansage")).to_have_text("Die Texte aller Angebote auf dieser Seite sind kopiert.")
    alle: str = page.evaluate("navigator.clipboard.readText()")
    assert one in alle
    assert len(alle.split("\n\n")) == len(found_ids(page)) > 1


def test_clipboard_that_refuses_is_said_with_another_way(page: Page) -> None:
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new DOMException('no'))")
    page.goto("/fachkraefte/?vorlage=treffpunkte&kiez=weissensee")
    page.get_by_role("button", name="Text kopieren (Kaffeerunde)").click()
    expect(page.locator("#ansage")).to_contain_text("Öffnen Sie bitte „Als Text“.")


@pytest.mark.browser_context_args(viewport={"width": 320, "height": 640})
def test_controls_that_stand_alone_are_large_enough_for_a_thumb(page: Page) -> None:
    page.goto("/fachkraefte/?vorlage=treffpunkte&kiez=weissensee")
    small = page.evaluate(
        """() => [...document.querySelectorAll('main :is(button, summary, select, .vorlage, .textknopf, .telefon, h3 a)')]
            .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 43.5)
            .map(one => one.outerHTML.slice(0, 100))"""
    )
    assert small == []


def test_preset_without_a_hit_says_what_is_missing(page: Page) -> None:
    page.goto("/fachkraefte/?vorlage=besuch-zu-hause")
    assert found_ids(page) == set()
    expect(page.get_by_text("Wir kennen dafür niemanden, der nach Hause kommt.")).to_be_visible()
