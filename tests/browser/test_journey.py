"""Weißensee, free, without a step, on a Tuesday afternoon: with script and without, on a desk and on a phone."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from icalendar import Calendar
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import journey
from tests.browser.conftest import Portal
from tests.browser.katalog_namen import PASST, PASST_AM_TELEFON, ZEITEN_UNBEKANNT


def expect_the_right_offers(page: Page, portal: Portal) -> None:
    expect(page.locator("#angebotsliste [data-angebot]")).to_have_count(2)
    assert journey.found_ids(page) == {portal.angebote[PASST], portal.angebote[PASST_AM_TELEFON]}
    assert journey.unknown_time_ids(page) == {portal.angebote[ZEITEN_UNBEKANNT]}


def open_the_offer_and_take_the_date(page: Page, tmp_path: Path) -> None:
    page.get_by_role("link", name="Kaffeerunde").first.click()
    expect(page).to_have_url(f"{page.url.split('/angebote/')[0]}/angebote/{PASST}/")
    journey.expect_all_blocks(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="Kalender").click()
    file = tmp_path / "termin.ics"
    download.value.save_as(file)
    events = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert events
    assert {one.decoded("dtstart").weekday() for one in events} == {1}  # Tuesday
    assert {one.decoded("dtstart").hour for one in events} == {14}


@pytest.mark.browser_context_args(java_script_enabled=False, viewport={"width": 320, "height": 640})
def test_journey_without_script_on_a_phone(page: Page, portal: Portal, tmp_path: Path, complaints: list[str]) -> None:
    page.goto("/")
    page.get_by_role("navigation", name="Hauptmenü").get_by_role("link", name="Angebote").click()
    journey.choose_everything(page)
    page.get_by_role("button", name="Angebote zeigen").click()
    sent = {name: values for name, values in parse_qs(urlsplit(page.url).query).items() if name in journey.WUNSCH}
    assert sent == {group: [value] for group, value in journey.WUNSCH.items()}
    expect_the_right_offers(page, portal)
    open_the_offer_and_take_the_date(page, tmp_path)


@pytest.mark.browser_context_args(viewport={"width": 1280, "height": 900})
def test_journey_with_script_updates_in_place(
    page: Page, portal: Portal, tmp_path: Path, complaints: list[str]
) -> None:
    page.goto("/angebote/")
    page.evaluate("() => (window.dieselbeSeite = true)")
    for group, value in journey.WUNSCH.items():
        box = journey.find_choice(page, group, value)
        box.focus()
        page.keyboard.press("Space")
        expect(page.locator("#treffer")).to_be_visible()
        page.wait_for_url(lambda url, group=group, value=value: f"{group}={value}" in url)
        expect(box).to_be_checked()
        expect(box).to_be_focused()
    assert page.evaluate("() => window.dieselbeSeite") is True
    expect_the_right_offers(page, portal)
    expect(page.locator("#ansage")).to_have_text(page.locator("#trefferzahl").inner_text())
    open_the_offer_and_take_the_date(page, tmp_path)
    page.go_back()
    expect_the_right_offers(page, portal)
    assert journey.find_choice(page, "kiez", "weissensee").is_checked()


def test_start_page_leads_to_a_kiez_and_an_interest(page: Page, complaints: list[str]) -> None:
    page.goto("/")
    page.get_by_label("Wo?").select_option(label="Weißensee")
    page.get_by_role("button", name="Suchen").click()
    assert parse_qs(urlsplit(page.url).query)["kiez"] == ["weissensee"]
    expect(page.locator("#angebotsliste [data-angebot]").first).to_be_visible()
    page.goto("/")
    interest = page.locator(".interessen a").first
    interest.click()
    assert urlsplit(page.url).path == "/angebote/"
    expect(page.locator("h1")).to_have_count(1)


def mark_page(page: Page) -> None:
    page.evaluate("() => (window.dieselbeSeite = true)")


def expect_result_read_out_on_the_same_page(page: Page) -> None:
    expect(page.locator("#trefferzahl")).to_be_focused()
    expect(page.locator("#ansage")).to_have_text(page.locator("#trefferzahl").inner_text())
    assert page.evaluate("() => window.dieselbeSeite") is True


@pytest.mark.browser_context_args(viewport={"width": 1280, "height": 900})
def test_chip_takes_a_filter_away_and_moves_the_focus_to_the_result(page: Page, complaints: list[str]) -> None:
    page.goto("/angebote/?kiez=weissensee")
    mark_page(page)
    box = journey.find_choice(page, "kosten", "kostenlos")
    box.check()
    page.wait_for_url(lambda url: "kosten" in url)
    chip = page.locator(".chips a", has_text="kostenlos")
    chip.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "kosten" not in url)
    assert parse_qs(urlsplit(page.url).query) == {"kiez": ["weissensee"]}
    expect(box).not_to_be_checked()
    expect(journey.find_choice(page, "kiez", "weissensee")).to_be_checked()
    expect_result_read_out_on_the_same_page(page)


def test_next_page_keeps_the_page_and_says_which_one_it_is(page: Page, complaints: list[str]) -> None:
    page.goto("/angebote/?kiez=karow")
    mark_page(page)
    page.get_by_role("link", name="Weiter").click()
    page.wait_for_url(lambda url: "seite=2" in url)
    expect(page).to_have_title("22 Angebote, Seite 2 von 2 – Gemeinsam in Pankow")
    expect(page.locator("#treffer [data-angebot]")).to_have_count(2)
    expect(page.locator("#trefferzahl")).to_be_in_viewport()
    expect_result_read_out_on_the_same_page(page)
    page.go_back()
    expect(page.locator("#treffer [data-angebot]")).to_have_count(20)


@pytest.mark.browser_context_args(viewport={"width": 360, "height": 640})
def test_results_are_seen_at_once_on_a_phone(page: Page) -> None:
    page.goto("/angebote/?kiez=weissensee")
    expect(page.locator("#trefferzahl")).to_be_in_viewport()
    page.goto("/kieze/weissensee/")
    page.locator(".wegweiser a[href^='/angebote/']").first.click()
    expect(page.locator("#treffer .angebot__titel").first).to_be_in_viewport()


@pytest.mark.browser_context_args(viewport={"width": 1280, "height": 900})
def test_search_without_network_says_so_and_can_be_sent_later(page: Page, context: BrowserContext) -> None:
    page.goto("/angebote/")
    context.set_offline(True)
    box = journey.find_choice(page, "kiez", "weissensee")
    box.check()
    message = page.get_by_role("status").filter(has_text="Bitte drücken Sie „Suchen“")
    expect(message).to_be_visible()
    page.get_by_role("link", name="Weiter").click()
    expect(page.get_by_role("status").filter(has_text="Bitte versuchen Sie es noch einmal")).to_be_visible()
    context.set_offline(False)
    page.get_by_role("button", name="Angebote zeigen").click()
    page.wait_for_url(lambda url: "kiez=weissensee" in url)
    expect(journey.find_choice(page, "kiez", "weissensee")).to_be_checked()


def test_search_without_a_hit_offers_ways_out_that_lead_somewhere(page: Page, complaints: list[str]) -> None:
    page.goto("/angebote/?kiez=buch&kosten=kostenlos&tag=so")
    expect(page.locator("#angebotsliste")).to_have_count(0)
    ways_out = page.locator("#treffer a[href*='/angebote/?']")
    expect(ways_out.first).to_be_visible()
    page.goto(ways_out.first.get_attribute("href") or "")
    expect(page.locator("#treffer [data-angebot]").first).to_be_visible()


@pytest.mark.parametrize("clicks", [1, 2])
def test_missing_offer_is_counted_once_however_quickly_it_is_clicked(page: Page, clicks: int) -> None:
    page.goto("/angebote/?kiez=buch&q=unterwasserhockey")
    counted: list[str] = []
    page.on("request", lambda request: counted.append(request.url) if request.method == "POST" else None)
    page.get_by_role("button", name="Das fehlt hier").click(click_count=clicks)
    expect(page.get_by_role("heading", name="Danke für Ihren Hinweis")).to_be_visible()
    assert len(counted) == 1
    page.go_back()
    page.get_by_role("button", name="Das fehlt hier").click()
    expect(page.get_by_role("heading", name="Danke für Ihren Hinweis")).to_be_visible()
