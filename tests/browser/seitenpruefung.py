"""What holds for every page, wide and narrow."""

from playwright.sync_api import Page

from tests.browser.test_axe import find_violations


def check(page: Page) -> None:
    """No violation at 1280 and 320 pixels, and no scrolling sideways. Leaves the page wide."""
    assert find_violations(page) == []
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
    assert find_violations(page) == []
    page.set_viewport_size({"width": 1280, "height": 900})
