"""Before a session ends for want of clicks: warned, extended by one key, and afterwards nothing typed is lost.

The page's clock is wound forward by Playwright; the session itself is made older in the database.
"""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.architecture.quelltext import BASE_DIR
from tests.browser.anmeldung import login_by_hand
from tests.browser.conftest import Portal
from tests.browser.test_axe import find_violations

SEITEN = "/admin/pankow_einsamkeit/seite/"
AELTER = """
from datetime import timedelta
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
store = SessionStore("{kennung}")
for nachweis in store["account_authentication_methods"]:
    nachweis["at"] -= {sekunden}
store["zuletzt"] = store.get("zuletzt", 0) - {sekunden}
store.save()
zeile = Session.objects.get(pk="{kennung}")
zeile.expire_date -= timedelta(seconds={sekunden} + {schon})
zeile.save()
"""


@pytest.fixture
def context(browser: Browser, portal: Portal) -> Iterator[BrowserContext]:
    context = browser.new_context(
        base_url=portal.address, locale="de-DE", timezone_id="Europe/Berlin", viewport={"width": 1280, "height": 900}
    )
    yield context
    context.close()


def open_seite(page: Page) -> None:
    page.goto(SEITEN)
    page.get_by_role("link", name="Impressum").click()
    expect(page.locator("[name=titel]")).to_be_visible()


class Uhr:
    """Time that passes for the page and for the session of its context alike."""

    def __init__(self, page: Page, portal: Portal) -> None:
        self.page, self.portal, self.vergangen = page, portal, 0

    def pass_minutes(self, minuten: int) -> None:
        [kennung] = [one["value"] for one in self.page.context.cookies() if one["name"] == "sessionid"]
        code = AELTER.format(kennung=kennung, sekunden=60 * minuten, schon=self.vergangen)
        command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", code]
        subprocess.run(command, cwd=BASE_DIR, env=self.portal.umgebung, check=True, timeout=120)
        self.vergangen += 60 * minuten
        self.page.clock.fast_forward(60_000 * minuten)


@pytest.fixture
def page(context: BrowserContext) -> Page:
    page = context.new_page()
    page.clock.install()
    login_by_hand(page, "verwaltung")
    return page


def test_idle_session_is_warned_about_extended_by_one_key_and_the_focus_comes_back(page: Page, portal: Portal) -> None:
    uhr, box = Uhr(page, portal), page.locator("[data-sitzung]")
    open_seite(page)
    page.locator("[name=titel]").focus()
    uhr.pass_minutes(50)
    expect(box).to_be_hidden()

    uhr.pass_minutes(6)

    expect(box).to_be_focused()
    expect(box).to_be_in_viewport(ratio=1)
    expect(box).to_contain_text("Sie werden abgemeldet um")
    assert find_violations(page) == []
    ansage = box.get_by_role("status")
    expect(ansage).to_be_empty()
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
    page.keyboard.press("Tab")
    page.keyboard.press("Space")

    expect(box).to_be_hidden()
    expect(page.locator("[name=titel]")).to_be_focused()
    uhr.vergangen = 0
    page.clock.fast_forward(60_000 * 10)
    expect(box).to_be_hidden()


def test_whoever_writes_stays_signed_in_without_being_asked(page: Page, portal: Portal) -> None:
    uhr, box = Uhr(page, portal), page.locator("[data-sitzung]")
    open_seite(page)
    uhr.pass_minutes(53)
    page.locator("[name=text]").fill("Noch am Schreiben")
    with page.expect_response(lambda antwort: antwort.request.method == "POST" and "/konto/sitzung/" in antwort.url):
        uhr.pass_minutes(3)
    expect(box).to_be_hidden()


def test_text_of_an_ended_session_stays_and_is_saved_after_signing_in_in_another_window(
    page: Page, context: BrowserContext, portal: Portal
) -> None:
    uhr, box = Uhr(page, portal), page.locator("[data-sitzung]")
    open_seite(page)
    text = page.locator("[name=text]")
    vorher = text.input_value()
    text.fill("Lange Arbeit")
    uhr.pass_minutes(10)
    uhr.pass_minutes(46)
    expect(box).to_be_focused()
    uhr.pass_minutes(9)

    expect(box).to_contain_text("Sie wurden abgemeldet. Ihr Text steht noch hier")
    assert find_violations(page) == []
    page.get_by_role("button", name="Sichern", exact=True).click()
    expect(box).to_be_focused()
    expect(text).to_have_value("Lange Arbeit")

    with context.expect_page() as fenster:
        box.get_by_role("link", name="Anmelden").click()
    login_by_hand(fenster.value, "verwaltung")
    fenster.value.close()
    page.bring_to_front()
    page.evaluate("() => window.dispatchEvent(new Event('focus'))")
    expect(box).to_contain_text("Sie sind wieder angemeldet.")
    page.get_by_role("button", name="Sichern", exact=True).click()
    expect(page.locator(".messagelist")).to_be_visible()

    open_seite(page)
    expect(text).to_have_value("Lange Arbeit")
    text.fill(vorher)  # other tests read it
    page.get_by_role("button", name="Sichern", exact=True).click()
    expect(page.locator(".messagelist")).to_be_visible()
