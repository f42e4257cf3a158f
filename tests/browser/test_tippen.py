"""The list answers while somebody types: nothing they write is lost, and the newest question is the one answered."""

import time
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Request, Route, expect

SATZ = "Kaffeerunde und Kuchen mit netten Leuten aus der Nachbarschaft am Dienstag um drei Uhr bei uns im Ha"
PAUSE = 0.3  # seconds without a letter until the list is asked
# How long the page could not paint, at worst: nobody notices less than a fifth of a second.
WATCH_FRAMES = """() => {
    window.longestGap = 0;
    let last = performance.now();
    const watch = (now) => {
        window.longestGap = Math.max(window.longestGap, now - last);
        last = now;
        requestAnimationFrame(watch);
    };
    requestAnimationFrame(watch);
}"""
LONGEST_GAP = 1000  # milliseconds; far above what is measured, so that a busy machine does not fail


def watch_questions(page: Page) -> list[str]:
    """The word of every request that htmx sends for the list, as they are sent."""
    words: list[str] = []

    def note(request: Request) -> None:
        if "hx-request" in request.headers:
            words.append(parse_qs(urlsplit(request.url).query).get("q", [""])[0])

    page.on("request", note)
    return words


def hold_answers(page: Page, *words: str) -> list[Route]:
    """Questions for these words wait until the test lets them go on."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(lambda url: parse_qs(urlsplit(url).query).get("q", [""])[0] in words, hold)
    return held


def word_in(page: Page) -> str:
    return parse_qs(urlsplit(page.url).query).get("q", [""])[0]


def wait_for_word(page: Page, word: str) -> None:
    page.wait_for_url(lambda url: parse_qs(urlsplit(url).query).get("q") == [word])


@pytest.mark.parametrize("width", [360, 1280])
def test_a_hundred_letters_ask_little_and_leave_the_page_responsive(
    page: Page, complaints: list[str], width: int
) -> None:
    assert len(SATZ) == 100
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/angebote/")
    page.evaluate(WATCH_FRAMES)
    words = watch_questions(page)
    field = page.get_by_label("Was suchen Sie?")
    field.focus()
    begin = time.monotonic()
    for part in (SATZ[:40], SATZ[40:41], SATZ[41:]):
        page.keyboard.type(part, delay=25)  # milliseconds a letter
        page.wait_for_timeout(PAUSE * 1000 + 50)
    took = time.monotonic() - begin
    wait_for_word(page, SATZ)
    assert 1 <= len(words) <= took / PAUSE
    assert words[-1] == SATZ
    expect(field).to_be_focused()
    expect(field).to_have_value(SATZ)
    assert field.evaluate("one => [one.selectionStart, one.selectionEnd]") == [100, 100]
    assert page.evaluate("() => window.longestGap") < LONGEST_GAP


def test_typed_word_finds_is_announced_and_makes_one_entry_in_the_history(page: Page, complaints: list[str]) -> None:
    page.goto("/angebote/")
    before = page.evaluate("() => history.length")
    field = page.get_by_label("Was suchen Sie?")
    for letters in ("Kaff", "Kaffeer", "Kaffeerunde"):
        field.press_sequentially(letters.removeprefix(field.input_value()))
        wait_for_word(page, letters)
    expect(page.locator("#angebotsliste mark").first).to_have_text("Kaffeerunde")
    expect(page.locator("#ansage")).to_have_text(page.locator("#trefferzahl").inner_text())
    assert page.evaluate("() => history.length") == before + 1
    page.go_back()
    expect(field).to_have_value("")


def test_letters_typed_while_answers_are_late_stay_and_the_newest_question_wins(page: Page) -> None:
    """Three questions, of which the first two are answered last."""
    page.goto("/angebote/")
    late = hold_answers(page, "Ka", "Kaff")
    field = page.get_by_label("Was suchen Sie?")
    for letters in ("Ka", "ff"):
        with page.expect_request(lambda request: "hx-request" in request.headers):
            field.press_sequentially(letters)
    field.press_sequentially("ee")
    wait_for_word(page, "Kaffee")
    for route in late:
        route.continue_()
    page.wait_for_timeout(700)
    assert word_in(page) == "Kaffee"
    expect(field).to_have_value("Kaffee")
    expect(page.locator(".chips")).to_contain_text("Kaffee")


def test_letters_typed_before_an_answer_is_shown_stay(page: Page, complaints: list[str]) -> None:
    page.goto("/angebote/")
    late = hold_answers(page, "Kaf")
    field = page.get_by_label("Was suchen Sie?")
    with page.expect_request(lambda request: request.url.endswith("q=Kaf")):
        field.press_sequentially("Kaf")
    field.press_sequentially("fee", delay=0)
    late[0].continue_()
    wait_for_word(page, "Kaffee")
    expect(field).to_have_value("Kaffee")
    assert field.evaluate("one => one.selectionStart") == 6


def test_leaving_the_field_asks_nothing_twice_and_keeps_the_focus(page: Page, complaints: list[str]) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto("/angebote/")
    words = watch_questions(page)
    page.get_by_label("Was suchen Sie?").press_sequentially("Kaffee")
    page.keyboard.press("Tab")
    wait_for_word(page, "Kaffee")
    page.wait_for_timeout(600)
    assert words == ["Kaffee"]
    expect(page.get_by_role("button", name="Suchen")).to_be_focused()
    expect(page.get_by_label("Was suchen Sie?")).to_be_visible()
