"""The overview, who answers for what, and the handbook: axe in both schemes, a narrow phone, and the way by keyboard."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.anmeldung import KONTO, open_page
from tests.browser.conftest import Portal
from tests.browser.seitenpruefung import check

SEITEN = ("", "zustaendige/", "geschaeftsbereiche/", "geschaeftsbereiche/1/", "handbuch/", "handbuch/aufgaben/")


@pytest.fixture
def page(browser: Browser, portal: Portal) -> Iterator[Page]:
    yield from open_page(browser, portal, KONTO)


@pytest.mark.parametrize("seite", SEITEN)
def test_page_has_no_violation_and_never_scrolls_sideways(page: Page, seite: str) -> None:
    antwort = page.goto(f"/intern/{seite}")
    assert antwort is not None
    assert antwort.status == 200
    check(page)


@pytest.mark.parametrize("seite", ["/intern/massnahmen/999999/", "/admin/gibt-es-nicht/"])
def test_missing_page_has_no_violation_either(page: Page, seite: str) -> None:
    antwort = page.goto(seite)
    assert antwort is not None
    assert antwort.status == 404
    check(page)


def test_menu_leads_to_every_part_by_keyboard(page: Page) -> None:
    page.goto("/intern/")
    menue = page.get_by_role("navigation", name="Hauptmenü")
    titel = menue.get_by_role("link").all_inner_texts()
    assert len(titel) == 9
    for eines in titel:
        menue.get_by_role("link", name=eines, exact=True).focus()
        page.keyboard.press("Enter")
        expect(menue.locator("[aria-current]")).to_have_text([eines])
