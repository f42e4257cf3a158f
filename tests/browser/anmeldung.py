"""Signing in as people do, with the code an app would show; once per server, as each code opens an account only once."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, expect

from tests.konten import read_code

if TYPE_CHECKING:
    from tests.browser.conftest import Portal

DEMO_PASSWORT = "nur-im-test"
DEMO_ZWEITER_FAKTOR = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
KONTO = "technik"
_gemerkt: dict[tuple[str, str], list[dict[str, object]]] = {}  # host and account → cookies of the signed-in session


def login(page: Page, adresse: str = "/admin/") -> None:
    """As the account that may do everything, then to the address."""
    sign_in(page, KONTO)
    page.goto(adresse)
    expect(page.locator("#user-tools")).to_be_visible()


def open_page(browser: Browser, portal: Portal, konto: str) -> Iterator[Page]:
    """A wide page of its own, signed in as that account, for a fixture to yield from."""
    page = browser.new_page(base_url=portal.address, locale="de-DE", viewport={"width": 1280, "height": 900})
    sign_in(page, konto)
    page.goto("/admin/")
    yield page
    page.close()


def sign_in(page: Page, konto: str) -> None:
    """By hand once, then with the session of that time: the next code would be half a minute away."""
    wer = (_host_of(page), konto)
    if wer not in _gemerkt:
        login_by_hand(page, konto)
        _gemerkt[wer] = list(page.context.cookies())  # type: ignore[arg-type]
    else:
        page.context.add_cookies(_gemerkt[wer])  # type: ignore[arg-type]


def login_by_hand(page: Page, konto: str) -> None:
    """By keyboard alone. A code opens an account only once: after another test has used it, with that of the next minute."""
    page.goto("/admin/")
    # The first keys would be lost on a busy machine that has not yet moved the focus.
    expect(page.locator("#id_login")).to_be_focused()
    page.keyboard.type(konto)
    page.keyboard.press("Tab")
    page.keyboard.type(DEMO_PASSWORT)
    page.keyboard.press("Enter")
    expect(page.locator("#id_code")).to_be_focused()
    for _versuch in range(2):
        page.keyboard.type(read_code(DEMO_ZWEITER_FAKTOR, sekunden=time.time()))
        page.keyboard.press("Enter")
        expect(page.locator("#user-tools, #fehlerliste")).to_be_visible()
        if page.locator("#user-tools").is_visible():
            return
        page.wait_for_timeout(1000 * (31 - time.time() % 30))
        page.locator("#id_code").fill("")
    expect(page.locator("#user-tools")).to_be_visible()


def _host_of(page: Page) -> str:
    page.goto("/gesund/")
    return urlsplit(page.url).netloc
