"""From one page to the next. A click alone returns before the next page is there, and what is asked then may still be
answered by the page before, or by one that is half read."""

import re

from playwright.sync_api import Page

Name = str | re.Pattern[str]  # a string is the whole name; a pattern may match a part


def follow(page: Page, link: Name) -> None:
    """Returns when the page the link leads to is loaded."""
    with page.expect_navigation():
        page.get_by_role("link", name=link, exact=True).click()


def send(page: Page, knopf: Name) -> None:
    """Returns when the answer to the form is loaded, the same page with a refusal included."""
    with page.expect_navigation():
        page.get_by_role("button", name=knopf, exact=True).click()
