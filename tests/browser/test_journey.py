"""Weißensee, free, without a step, on a Tuesday afternoon: with script and without, on a desk and on a phone."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

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
    page.get_by_role("link", name="Angebote finden").first.click()
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


def test_chips_take_a_filter_away(page: Page, complaints: list[str]) -> None:
    page.goto("/angebote/?kiez=weissensee&kosten=kostenlos")
    chip = page.locator("#treffer a[href]", has_text="kostenlos").first
    chip.click()
    page.wait_for_url(lambda url: "kosten" not in url)
    assert parse_qs(urlsplit(page.url).query) == {"kiez": ["weissensee"]}


def test_search_without_a_hit_offers_ways_out_that_lead_somewhere(page: Page, complaints: list[str]) -> None:
    page.goto("/angebote/?kiez=buch&kosten=kostenlos&tag=so")
    expect(page.locator("#angebotsliste")).to_have_count(0)
    ways_out = page.locator("#treffer a[href*='/angebote/?']")
    expect(ways_out.first).to_be_visible()
    page.goto(ways_out.first.get_attribute("href") or "")
    expect(page.locator("#treffer [data-angebot]").first).to_be_visible()
