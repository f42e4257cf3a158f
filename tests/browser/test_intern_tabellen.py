"""Tables of the internal section on a phone: each row a card that says its columns, still a table for screen readers."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.anmeldung import KONTO, open_page
from tests.browser.conftest import Portal
from tests.browser.test_axe import find_violations

SEITEN = ("netzwerk/aufgaben/", "massnahmen/zeitplan/", "massnahmen/liste/", "geschaeftsbereiche/", "berichte/")
HINAUS = """() => [...document.querySelectorAll(".intern-tabelle--karten")]
  .filter(eine => eine.scrollWidth > eine.clientWidth).map(eine => eine.getAttribute("aria-label"))"""


@pytest.fixture
def page(browser: Browser, portal: Portal) -> Iterator[Page]:
    yield from open_page(browser, portal, KONTO)


@pytest.mark.parametrize("seite", SEITEN)
def test_rows_fit_a_phone_without_pushing(page: Page, seite: str) -> None:
    page.set_viewport_size({"width": 360, "height": 900})
    page.goto(f"/intern/{seite}")
    expect(page.locator(".intern-tabelle--karten").first).to_be_visible()
    assert page.evaluate(HINAUS) == []
    assert find_violations(page) == []


def test_card_says_its_columns_and_stays_a_table(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 900})
    page.goto("/intern/netzwerk/aufgaben/")
    tabelle = page.get_by_role("table")
    spalten = tabelle.get_by_role("columnheader").all_inner_texts()
    erste = tabelle.get_by_role("row").nth(1)
    expect(erste.get_by_role("rowheader")).to_have_count(1)
    namen = erste.get_by_role("cell").evaluate_all("zellen => zellen.map(zelle => zelle.dataset.spalte)")
    assert namen == spalten[1:]
    vor = erste.get_by_role("cell").first.evaluate("zelle => getComputedStyle(zelle, '::before').content")
    assert spalten[1] in vor
    page.set_viewport_size({"width": 1280, "height": 900})
    assert tabelle.evaluate("eine => getComputedStyle(eine).display") == "table"


def test_tables_of_figures_stay_tables(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 900})
    page.goto("/intern/luecken/")
    expect(page.locator(".intern-tabelle").first).to_be_visible()
    expect(page.locator(".intern-tabelle--karten")).to_have_count(0)


def test_table_without_a_script_can_be_pushed(browser: Browser, portal: Portal, page: Page) -> None:
    kontext = browser.new_context(
        base_url=portal.address,
        java_script_enabled=False,
        viewport={"width": 360, "height": 900},
        storage_state=page.context.storage_state(),
        locale="de-DE",
    )
    ohne = kontext.new_page()
    ohne.goto("/intern/netzwerk/aufgaben/")
    region = ohne.locator(".intern-tabelle")
    expect(region).to_have_attribute("tabindex", "0")
    expect(region).to_have_css("overflow-x", "auto")
    kontext.close()
