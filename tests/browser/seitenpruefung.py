"""What holds for every page: wide and narrow, light and dark."""

from playwright.sync_api import Page

from tests.browser.test_axe import find_violations, find_violations_in_the_dark


def check(page: Page) -> None:
    """No violation at 320 and 1280 pixels, and no scrolling sideways. Leaves the page light and wide."""
    for width, height in ((320, 700), (1280, 900)):
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width, page.url
        assert {page.url: find_violations(page)} == {page.url: []}
        assert {page.url: find_violations_in_the_dark(page)} == {page.url: []}
