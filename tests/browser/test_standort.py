"""The button "Mein Standort": it asks, rounds, sends one request, and says what happened."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, Request, Route, expect

ANTONPLATZ = {"latitude": 52.54831234, "longitude": 13.45091234}
MUENCHEN = {"latitude": 48.13712345, "longitude": 11.57512345}
pytestmark = pytest.mark.usefixtures("complaints")


@pytest.fixture
def asked(page: Page) -> list[str]:
    """The addresses the button asks."""
    addresses: list[str] = []

    def note(request: Request) -> None:
        if "/standort/" in request.url:
            addresses.append(request.url)

    page.on("request", note)
    return addresses


def press_button(page: Page) -> None:
    page.get_by_role("button", name="Mein Standort", exact=True).click()


def test_standort_allowed_sorts_by_distance_from_the_nearest_stop(
    page: Page, context: BrowserContext, asked: list[str]
) -> None:
    context.grant_permissions(["geolocation"])
    context.set_geolocation({**ANTONPLATZ})
    page.goto("/angebote/?kosten=kostenlos")
    press_button(page)
    page.wait_for_url(re.compile("nah=Antonplatz"))
    expect(page.locator("#naehe")).to_contain_text("Sortiert nach der Entfernung von der Haltestelle Antonplatz.")
    expect(page.get_by_label("Nah bei")).to_have_value("Antonplatz")
    assert "kosten=kostenlos" in page.url
    assert [address.partition("?")[2] for address in asked] == ["lat=52.548&lon=13.451"]
    expect(page.locator("#f-standort")).to_be_attached()
    assert page.locator("#f-standort").get_attribute("hidden") is None
    assert context.cookies() == []


def test_standort_denied_says_what_to_do_instead(page: Page, asked: list[str]) -> None:
    page.goto("/angebote/")
    press_button(page)
    expect(page.get_by_role("status").filter(has_text="Ihr Browser sagt uns nicht, wo Sie sind.")).to_be_visible()
    expect(page.get_by_role("button", name="Mein Standort")).to_be_enabled()
    assert asked == []


def test_standort_outside_pankow_says_so_and_changes_nothing(page: Page, context: BrowserContext) -> None:
    context.grant_permissions(["geolocation"])
    context.set_geolocation({**MUENCHEN})
    page.goto("/angebote/")
    press_button(page)
    expect(page.get_by_role("status").filter(has_text="Sie sind gerade nicht in Pankow.")).to_be_visible()
    expect(page.get_by_label("Nah bei")).to_have_value("")
    assert "nah=" not in page.url


def test_standort_without_network_says_so(page: Page, context: BrowserContext, complaints: list[str]) -> None:
    def cut(route: Route) -> None:
        route.abort()

    context.grant_permissions(["geolocation"])
    context.set_geolocation({**ANTONPLATZ})
    page.goto("/angebote/")
    page.route("**/standort/**", cut)
    press_button(page)
    expect(page.get_by_role("status").filter(has_text="Sind Sie mit dem Internet verbunden?")).to_be_visible()
    assert [text for text in complaints if "ERR_FAILED" not in text] == []
    complaints.clear()


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_standort_without_script_shows_no_button(page: Page) -> None:
    page.goto("/angebote/")
    expect(page.get_by_label("Nah bei")).to_be_visible()
    expect(page.locator("#f-standort")).to_be_hidden()
