"""Signing in in a real browser: by keyboard alone, with app, codes on paper and a security key; axe on every page."""

import time
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.anmeldung import DEMO_PASSWORT, login_by_hand
from tests.browser.conftest import Portal
from tests.browser.test_axe import find_violations
from tests.konten import read_code

OFFENE = ["/konto/anmelden/", "/konto/passwort/vergessen/", "/konto/passwort/neu/1-abc-def/", "/konto/gesperrt/"]
EIGENE = [
    *("zweiter-faktor/", "zweiter-faktor/app/entfernen/", "zweiter-faktor/notfallcodes/neu/", "passwort/aendern/"),
    *("zweiter-faktor/schluessel/", "zweiter-faktor/schluessel/neu/", "abmelden/", "bestaetigen/"),
    "zweiter-faktor/bestaetigen/",
]


def test_sign_in_by_keyboard_with_a_code_and_out_again(page: Page, complaints: list[str]) -> None:
    login_by_hand(page, "freigabe")
    page.get_by_role("button", name="Abmelden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Anmelden")
    expect(page.get_by_role("status").first).to_contain_text("Sie sind abgemeldet.")
    page.goto("/admin/")
    expect(page.locator("#id_login")).to_be_visible()


def test_mistake_is_announced_and_keeps_the_name(page: Page) -> None:
    page.goto("/konto/anmelden/")
    page.get_by_label("Benutzername").fill("niemand")
    page.get_by_label("Passwort", exact=True).fill("falsch")
    page.keyboard.press("Enter")
    expect(page.locator("#fehlerliste")).to_be_focused()
    expect(page.locator("#fehlerliste")).to_contain_text("Benutzername oder Passwort stimmt nicht.")
    expect(page.get_by_label("Benutzername")).to_have_value("niemand")
    assert find_violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_pages_of_the_account_have_no_violation_and_fit(
    browser: Browser, portal: Portal, width: int, scheme: Any
) -> None:
    page = browser.new_page(
        base_url=portal.address, viewport={"width": width, "height": 900}, color_scheme=scheme, locale="de-DE"
    )
    meldungen: list[str] = []
    page.on("console", lambda meldung: meldungen.append(meldung.text) if "Security Policy" in meldung.text else None)
    gefunden = {}
    for adresse in OFFENE:
        page.goto(adresse)
        gefunden[adresse] = find_violations(page)
    login_by_hand(page, "konzept" if width == 320 else "verwaltung")
    for adresse in EIGENE:
        page.goto(f"/konto/{adresse}")
        gefunden[adresse] = find_violations(page)
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width, adresse
    page.close()
    assert {name: verstoesse for name, verstoesse in gefunden.items() if verstoesse} == {}
    assert meldungen == []


def test_security_key_is_set_up_and_opens_the_account_without_a_password(page: Page, portal: Portal) -> None:
    """A virtual key of the browser; keys belong to names, so the server is asked by its name."""
    cdp = page.context.new_cdp_session(page)
    cdp.send("WebAuthn.enable")
    cdp.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    name = portal.address.replace("127.0.0.1", "localhost")
    page.goto(f"{name}/admin/")
    page.get_by_label("Benutzername").fill("datenschutz")
    page.get_by_label("Passwort", exact=True).fill(DEMO_PASSWORT)
    page.keyboard.press("Enter")
    page.get_by_label("Code").fill(read_code("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", sekunden=time.time()))
    page.keyboard.press("Enter")
    expect(page.locator("#user-tools")).to_be_visible()

    page.goto(f"{name}/konto/zweiter-faktor/schluessel/neu/")
    page.get_by_label("Name").fill("Büro")
    page.get_by_label("Auch ohne Passwort anmelden").check()
    page.get_by_role("button", name="Schlüssel einrichten").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ihre Notfallcodes")
    assert find_violations(page) == []
    with page.expect_download() as laden:
        page.get_by_role("link", name="Als Datei speichern").click()
    codes = laden.value.path().read_text().split()
    assert len(codes) == 10
    page.get_by_role("link", name="Ich habe sie gesichert").click()
    page.get_by_role("button", name="Abmelden").click()

    page.get_by_role("button", name="Anmelden mit Sicherheitsschlüssel").click()
    expect(page.locator("#user-tools")).to_contain_text("datenschutz")
