"""The admin of the concept: axe and a narrow phone on every list, every empty form and every form with an entry."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.anmeldung import KONTO, open_page
from tests.browser.conftest import Portal
from tests.browser.seitenpruefung import check

OHNE_NEU = {"komponente", "bericht", "kooperationsanfrage", "massnahme"}
MODELLE = (
    *("akteur", "multiplikator", "gremium", "sitzung", "aufgabe", "wahltermin", "kommunikation"),
    *("zustaendigkeit", "geschaeftsbereich", "komponente", "konzept", "drucksache"),
    *("massnahme", "indikator", "bericht", "kooperationsanfrage"),
)


@pytest.fixture
def page(browser: Browser, portal: Portal) -> Iterator[Page]:
    yield from open_page(browser, portal, KONTO)


@pytest.mark.parametrize("modell", MODELLE)
def test_pages_have_no_violation_and_never_scroll_sideways(page: Page, modell: str) -> None:
    liste = f"/admin/konzept/{modell}/"
    page.goto(liste)
    erster = page.locator("#result_list tbody th a, #result_list tbody td.field-__str__ a").first
    seiten = [liste, f"{liste}?q=qqqqqq"] + ([] if modell in OHNE_NEU else [f"{liste}add/"])
    if erster.count():
        adresse = str(erster.get_attribute("href"))
        seiten += [adresse, adresse.replace("/change/", "/history/")]
    for seite in seiten:
        antwort = page.goto(seite)
        assert antwort is not None
        assert antwort.status == 200, seite
        check(page)


def test_selects_of_parts_end_inside_their_box_on_a_phone(page: Page) -> None:
    page.goto("/admin/konzept/gremium/")
    page.goto(str(page.locator("#result_list tbody th a").first.get_attribute("href")))
    page.set_viewport_size({"width": 360, "height": 700})
    sichtbare = ":is(.select2-container, select:not(.select2-hidden-accessible))"
    felder = page.locator(f".inline-related:not(.empty-form) {sichtbare}")
    anteile = felder.evaluate_all(
        """felder => felder.map(feld => {
          const innen = feld.closest("fieldset").getBoundingClientRect(), eigen = feld.getBoundingClientRect();
          return eigen.right <= innen.right && eigen.width >= 0.8 * innen.width;
        })"""
    )
    assert anteile
    assert all(anteile)
