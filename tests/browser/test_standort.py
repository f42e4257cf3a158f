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


def test_standort_by_keyboard_keeps_the_focus_and_says_the_place_together_with_the_number_of_hits(
    page: Page, context: BrowserContext
) -> None:
    context.grant_permissions(["geolocation"])
    context.set_geolocation({**ANTONPLATZ})
    page.goto("/angebote/")
    button = page.get_by_role("button", name="Mein Standort", exact=True)
    button.focus()
    page.keyboard.press("Enter")
    place = re.compile(r"^Sie sind nah bei: Antonplatz\. Wir sortieren nach der Entfernung\. \d+ Angebote? gefunden")
    expect(page.locator("#ansage")).to_have_text(place)
    expect(page.locator("#ansage")).to_be_visible()
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#ansage")).to_have_text("Sie sind nah bei: Antonplatz. Wir sortieren nach der Entfernung.")


def test_standort_asked_twice_before_the_answer_asks_once_and_keeps_the_focus(
    page: Page, context: BrowserContext, asked: list[str]
) -> None:
    context.grant_permissions(["geolocation"])
    context.set_geolocation({**ANTONPLATZ})
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route("**/standort/**", hold)
    page.goto("/angebote/")
    button = page.get_by_role("button", name="Mein Standort")
    button.focus()
    with page.expect_request("**/standort/**"):
        page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-disabled", "true")
    expect(button).to_be_focused()
    waiting[0].continue_()
    page.wait_for_url(re.compile("nah=Antonplatz"))
    expect(button).not_to_have_attribute("aria-disabled", "true")
    assert len(asked) == 1


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
