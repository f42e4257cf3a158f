"""The network: axe and a narrow phone on every page, a task closed by keyboard, a contact taken back."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.anmeldung import KONTO, open_page
from tests.browser.conftest import Portal
from tests.browser.seitenpruefung import check
from tests.browser.test_axe import find_violations
from tests.browser.weiter import follow, send

NETZ = "/intern/netzwerk/"
SEITEN = (
    *("", "akteure/", "akteure/?kiez=mond", "akteure/1/", "akteure/1/kontakt/", "akteure/1/widerruf/"),
    *("multiplikatoren/", "multiplikatoren/1/", "multiplikatoren/1/widerruf/", "bestellliste/"),
    *("gremien/", "gremien/1/", "sitzungen/", "sitzungen/1/"),
    *("aufgaben/", "aufgaben/?stand=erledigt", "aufgaben/1/schritt/", "kommunikation/", "kommunikation/1/schritt/"),
)


@pytest.fixture
def page(browser: Browser, portal: Portal) -> Iterator[Page]:
    yield from open_page(browser, portal, KONTO)


@pytest.mark.parametrize("seite", SEITEN)
def test_page_has_no_violation_and_never_scrolls_sideways(page: Page, seite: str) -> None:
    antwort = page.goto(NETZ + seite)
    assert antwort is not None
    assert antwort.status == 200
    check(page)


def test_task_is_refused_then_closed_by_keyboard(page: Page) -> None:
    page.goto(f"{NETZ}aufgaben/")
    page.get_by_role("link", name=re.compile("^Abschließen.*Praxen anschreiben")).focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Entfällt").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Bitte schreiben Sie kurz auf, warum das entfällt.")
    assert find_violations(page) == []

    page.get_by_label("Ergebnis").focus()
    page.keyboard.type("Alle angeschrieben.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator(".hinweis--erfolg")).to_contain_text("Gespeichert")
    page.goto(f"{NETZ}aufgaben/?stand=erledigt")
    expect(page.get_by_role("row", name="Praxen anschreiben")).to_contain_text("Alle angeschrieben.")


def test_contact_taken_back_is_gone_from_the_order_list_at_once(page: Page) -> None:
    page.goto(f"{NETZ}bestellliste/")
    send(page, re.compile("Heute geliefert: Friseursalon"))
    expect(page.locator(".hinweis--erfolg")).to_contain_text("Als geliefert eingetragen: Friseursalon")

    follow(page, re.compile("Friseursalon"))
    follow(page, "Kontakt widerrufen")
    send(page, "Kontakt endgültig löschen")

    expect(page.locator(".hinweis--erfolg")).to_contain_text("Name und Kontakt sind gelöscht")
    page.goto(f"{NETZ}bestellliste/")
    expect(page.get_by_role("link", name="Apotheke")).to_be_visible()
    expect(page.get_by_text("Friseursalon")).to_have_count(0)
