"""Letters twice as large on a phone: what visitors set in their browser (WCAG 1.4.4, 1.4.10)."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserType, Page, expect

from tests.browser.conftest import Portal
from tests.browser.seiten import SEITEN

PHONE = {"width": 360, "height": 780}
FIND_TOO_WIDE = """() => {
    const tooWide = [...document.querySelectorAll('body *')].filter((one) => {
        const box = one.getBoundingClientRect();
        return box.width > 1 && box.right > innerWidth + 1;
    });
    return tooWide.map((one) => one.outerHTML.slice(0, 120));
}"""


@pytest.fixture(scope="module")
def large_text_page(
    browser_type: BrowserType, browser_type_launch_args: dict[str, Any], portal: Portal
) -> Iterator[Page]:
    """Chromium with the text size set to 32 px, as its settings would do it: media queries in rem follow."""
    args = [*browser_type_launch_args["args"], "--blink-settings=defaultFontSize=32"]
    browser = browser_type.launch(**{**browser_type_launch_args, "args": args})
    yield browser.new_page(base_url=portal.address, viewport=PHONE, locale="de-DE")
    browser.close()


@pytest.mark.parametrize("name", SEITEN)
def test_page_with_text_twice_as_large_never_scrolls_sideways(large_text_page: Page, name: str) -> None:
    large_text_page.goto(SEITEN[name])
    large_text_page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    assert large_text_page.evaluate(FIND_TOO_WIDE) == []
    assert large_text_page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_search_word_with_text_twice_as_large_has_room_to_be_read(large_text_page: Page) -> None:
    large_text_page.goto("/angebote/")
    room = large_text_page.locator("#f-q").evaluate(
        "(one) => one.clientWidth - 2 * parseFloat(getComputedStyle(one).paddingLeft)"
    )
    assert room > 6 * 32  # a word of twelve letters
    feld, knopf = (large_text_page.locator(stelle).bounding_box() for stelle in ("#f-q", "#f-suchen"))
    assert feld
    assert knopf
    assert knopf["y"] >= feld["y"] + feld["height"]


def test_skip_link_is_out_of_sight_until_it_has_the_focus(large_text_page: Page) -> None:
    large_text_page.goto("/")
    link = large_text_page.get_by_role("link", name="Zum Inhalt springen")
    assert link.evaluate("(one) => getComputedStyle(one).clipPath") == "inset(50%)"
    large_text_page.keyboard.press("Tab")
    expect(link).to_be_focused()
    box = link.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE["width"]
    assert link.evaluate("(one) => getComputedStyle(one).clipPath") == "none"
