"""Every type of page says the same without JavaScript: nothing is missing, nothing dangles."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.seiten import NICHT_GEFUNDEN, SEITEN


@pytest.mark.browser_context_args(java_script_enabled=False)
@pytest.mark.parametrize("name", SEITEN)
def test_page_without_script_is_complete(page: Page, name: str) -> None:
    answer = page.goto(SEITEN[name])
    assert answer is not None
    assert answer.status == (404 if name in NICHT_GEFUNDEN else 200)
    expect(page.locator("h1")).to_have_count(1)
    expect(page.get_by_role("contentinfo")).to_be_visible()
    expect(page.get_by_role("main")).to_be_visible()


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_pagination_without_script_is_links(page: Page) -> None:
    page.goto("/angebote/?kiez=karow")
    first = set(page.locator("#treffer [data-angebot]").evaluate_all("all => all.map(one => one.dataset.angebot)"))
    page.locator("#treffer a[href*='seite=2']").first.click()
    second = set(page.locator("#treffer [data-angebot]").evaluate_all("all => all.map(one => one.dataset.angebot)"))
    assert (len(first), len(second)) == (20, 2)
    assert first.isdisjoint(second)
