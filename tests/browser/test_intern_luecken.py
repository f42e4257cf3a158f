"""The pages about gaps and Kieze: axe, a narrow phone, keyboard, and a note from writing to removing."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.anmeldung import login
from tests.browser.conftest import Portal
from tests.browser.seitenpruefung import check
from tests.browser.weiter import send

SEITEN = [
    "/intern/luecken/",
    "/intern/luecken/?nach=zeit&bereich=falsch",
    "/intern/luecken/zelle/?nach=kategorie&kiez=pankow-zentrum&wert=spielen",
    "/intern/luecken/zelle/?nach=zielgruppe&kiez=karow&wert=aeltere",
    "/intern/kieze/",
    "/intern/kieze/karow/",
    "/intern/kieze/blankenburg-heinersdorf-maerchenland/",
]

# The name of what has the focus where its middle is covered by something else.
WAS_VERDECKT = """() => {
  const ziel = document.activeElement, kasten = ziel.getBoundingClientRect();
  const oben = document.elementFromPoint(kasten.x + kasten.width / 2, kasten.y + kasten.height / 2);
  return ziel.contains(oben) ? "" : ziel.textContent;
}"""
WAS_ABGESCHNITTEN = """element => [...element.querySelectorAll("thead th")].filter(kopf => {
  const wort = kopf.querySelector("span") ?? kopf, innen = wort.getBoundingClientRect(), aussen = kopf.getBoundingClientRect();
  const ragt = innen.left < aussen.left - 1 || innen.right > aussen.right + 1 || innen.top < aussen.top - 1;
  return ragt || wort.scrollWidth > wort.offsetWidth || wort.scrollHeight > wort.offsetHeight;
}).map(kopf => kopf.textContent)"""


@pytest.mark.parametrize("seite", SEITEN)
def test_page_has_no_violation_and_never_scrolls_sideways(browser: Browser, portal: Portal, seite: str) -> None:
    page = browser.new_page(base_url=portal.address, locale="de-DE")
    login(page)
    page.goto(seite)
    page.evaluate("() => document.querySelectorAll('details').forEach(one => (one.open = true))")
    check(page)
    page.close()


def test_wide_table_scrolls_by_keyboard_and_the_kiez_stays_in_view(
    browser: Browser, portal: Portal, complaints: list[str]
) -> None:
    page = browser.new_page(base_url=portal.address, viewport={"width": 360, "height": 900}, locale="de-DE")
    login(page)
    page.goto("/intern/luecken/")
    tabelle = page.locator(".luecken[role=region] >> nth=0")
    tabelle.focus()
    for _mal in range(8):
        page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.luecken').scrollLeft > 100")
    kiez = page.get_by_role("link", name="Karow").first.bounding_box()
    assert kiez is not None
    assert 0 <= kiez["x"] < 100
    page.close()


def test_kiez_and_sum_stay_in_view_beside_two_thirds_of_the_columns(
    browser: Browser, portal: Portal, complaints: list[str]
) -> None:
    page = browser.new_page(base_url=portal.address, viewport={"width": 1280, "height": 900}, locale="de-DE")
    login(page)
    page.goto("/intern/luecken/")
    tabelle = page.locator(".luecken[role=region] >> nth=0")
    for rollen in (0, 10_000):
        tabelle.evaluate("(element, weit) => { element.scrollLeft = weit; }", rollen)
        for name in ("Kiez", "alle", "nicht frisch bestätigt"):
            kopf = tabelle.get_by_role("columnheader", name=name, exact=True).bounding_box()
            assert kopf is not None
            assert kopf["x"] >= 0, name
            assert kopf["x"] + kopf["width"] <= 1280, name
    spalten = tabelle.locator("thead .luecken__spalte")
    summe = tabelle.locator("thead .luecken__summe").bounding_box()
    tabelle.evaluate("element => { element.scrollLeft = 0; }")
    kanten = [kasten["x"] + kasten["width"] for kopf in spalten.all() if (kasten := kopf.bounding_box())]
    assert summe is not None
    assert len([kante for kante in kanten if kante <= summe["x"]]) * 3 >= len(kanten) * 2
    page.close()


@pytest.mark.parametrize("breite", [1280, 320])
def test_focused_figure_never_lies_behind_the_fixed_columns(browser: Browser, portal: Portal, breite: int) -> None:
    fenster: Any = {"width": breite, "height": 900}
    page = browser.new_page(base_url=portal.address, viewport=fenster, locale="de-DE", reduced_motion="reduce")
    login(page)
    page.goto("/intern/luecken/")
    page.locator(".luecken--viele tbody .luecken__kiez a").first.focus()
    verdeckte = []
    for taste in ("Tab", "Shift+Tab"):
        for _mal in range(30):
            page.keyboard.press(taste)
            verdeckte.append(page.evaluate(WAS_VERDECKT))
    assert [name for name in verdeckte if name] == []
    page.close()


def test_columns_fit_beside_each_other_and_no_heading_is_cut(browser: Browser, portal: Portal) -> None:
    page = browser.new_page(base_url=portal.address, viewport={"width": 1280, "height": 900}, locale="de-DE")
    login(page)
    page.goto("/intern/luecken/")
    tabelle = page.locator(".luecken--viele")
    assert tabelle.evaluate("element => element.scrollWidth - element.clientWidth") == 0
    assert tabelle.evaluate(WAS_ABGESCHNITTEN) == []
    page.close()


def test_measure_is_made_from_a_cell_by_keyboard(page: Page, complaints: list[str]) -> None:
    login(page)
    page.goto("/intern/luecken/?nach=stufenlos")
    zelle = page.get_by_role("link", name="stufenlos erreichbar, Karow")
    zelle.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Karow")
    anlegen = page.get_by_role("link", name="Als Maßnahme anlegen")
    anlegen.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Titel")).to_have_value("Stufenlos erreichbar: Angebot für Karow")
    expect(page.get_by_role("checkbox", name="Karow", exact=True)).to_be_checked()


def test_dimension_is_chosen_without_javascript(browser: Browser, portal: Portal) -> None:
    kontext = browser.new_context(base_url=portal.address, locale="de-DE")
    login(kontext.new_page())
    cookies: Any = kontext.cookies()
    kontext.close()
    ohne = browser.new_context(base_url=portal.address, java_script_enabled=False, locale="de-DE")
    ohne.add_cookies(cookies)
    page = ohne.new_page()
    page.goto("/intern/luecken/")
    page.get_by_label("Zählen nach").select_option(label="Kosten")
    send(page, "Anzeigen")
    expect(page.get_by_role("columnheader", name="kostenlos")).to_be_visible()
    ohne.close()


def test_note_is_written_and_removed(page: Page, complaints: list[str]) -> None:
    login(page)
    page.goto("/intern/kieze/karow/")
    page.get_by_label("Neue Notiz").fill("Die Aula steht abends leer.")
    send(page, "Notiz speichern")
    expect(page.get_by_role("status").filter(has_text="gespeichert")).to_be_visible()
    notiz = page.get_by_role("listitem").filter(has_text="Die Aula steht abends leer.")
    notiz.get_by_text("Entfernen", exact=False).first.click()
    notiz.get_by_role("button", name="Notiz entfernen").click()
    expect(page.get_by_text("Die Notiz ist entfernt.")).to_be_visible()
    expect(page.get_by_text("Die Aula steht abends leer.")).to_have_count(0)
