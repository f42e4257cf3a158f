"""The shortlist from the first click to the sheet: with script, without it, and by keyboard."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Portal
from tests.browser.katalog_namen import PASST, PASST_AM_TELEFON
from tests.pdf import read_pages, read_text


@pytest.fixture
def ids(portal: Portal) -> tuple[int, int]:
    return portal.angebote[PASST], portal.angebote[PASST_AM_TELEFON]


def test_list_is_carried_through_search_and_pages_without_any_script(
    browser: Browser, portal: Portal, ids: tuple[int, int]
) -> None:
    kaffee, telefon = ids
    context = browser.new_context(base_url=portal.address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/angebote/?q=kaffeerunde")
    page.click(f"#merken-{kaffee}")
    expect(page).to_have_url(re.compile(rf"q=kaffeerunde&id={kaffee}#merken-{kaffee}$"))
    expect(page.locator(f"#merken-{kaffee}")).to_contain_text("Auf dem Merkzettel")
    page.fill("#f-q", "plaudertelefon")
    page.click("#f-suchen")
    page.click(f"#merken-{telefon}")
    page.click("text=Kieze >> nth=0")
    page.click("#menue-merkzettel")
    expect(page.locator(".merkliste__titel a")).to_have_count(2)
    page.click(f"#hoch-{telefon}")
    assert page.locator("[data-angebot]").evaluate_all("all => all.map(one => one.dataset.angebot)") == [
        str(telefon),
        str(kaffee),
    ]
    page.check("#ausgabe-gross")
    page.select_option("#zweitsprache", "uk")
    page.locator(".druckform__fachstelle summary").click()
    page.fill("#fachstelle", "Beratung Nord")
    page.click("text=Im Browser ansehen und drucken")
    expect(page).to_have_url(f"{portal.address}/merkzettel/drucken/")  # nothing of it stands in the address
    expect(page.locator(".blatt")).to_contain_text("Fachstelle: Beratung Nord")
    expect(page.locator(".zweit").first).to_have_attribute("lang", "uk")
    assert context.cookies() == []
    context.close()


def test_button_keeps_the_place_and_the_focus_and_says_what_happened(
    page: Page, portal: Portal, ids: tuple[int, int], complaints: list[str]
) -> None:
    kaffee, _telefon = ids
    page.goto("/angebote/?kiez=weissensee")
    knopf = page.locator(f"#merken-{kaffee}")
    knopf.scroll_into_view_if_needed()
    knopf.focus()
    vorher = page.evaluate("() => scrollY")
    page.keyboard.press("Enter")
    expect(page.locator("#ansage")).to_have_text("Steht jetzt auf dem Merkzettel.")
    expect(page).to_have_url(f"{portal.address}/angebote/?kiez=weissensee&id={kaffee}")
    assert page.evaluate("() => [scrollY, document.activeElement.id]") == [vorher, f"merken-{kaffee}"]
    expect(page.locator("#menue-merkzettel")).to_contain_text("1")
    page.keyboard.press("Enter")
    expect(page.locator("#ansage")).to_have_text("Vom Merkzettel entfernt.")
    expect(page.locator("#menue-merkzettel")).not_to_contain_text("1")
    assert page.evaluate("() => localStorage.length + sessionStorage.length") == 0
    assert complaints == []


def test_typing_along_and_filters_keep_the_list(page: Page, ids: tuple[int, int], complaints: list[str]) -> None:
    kaffee, telefon = ids
    page.goto(f"/angebote/?id={telefon}")
    page.fill("#f-q", "kaffeerunde")
    expect(page).to_have_url(re.compile(rf"/angebote/\?q=kaffeerunde&id={telefon}$"))
    page.click(f"#merken-{kaffee}")
    expect(page).to_have_url(re.compile(rf"id={telefon}&id={kaffee}$"))
    page.go_back()
    expect(page.locator("#menue-merkzettel")).to_have_attribute("href", re.compile(rf"^/merkzettel/\?id={telefon}"))
    assert complaints == []


def test_list_is_put_in_order_and_emptied_by_keyboard(
    page: Page, portal: Portal, ids: tuple[int, int], complaints: list[str]
) -> None:
    kaffee, telefon = ids
    page.goto("/merkzettel/")
    page.goto(f"/merkzettel/?id={kaffee}&id={telefon}")
    page.focus(f"#runter-{kaffee}")
    page.keyboard.press("Enter")
    expect(page.locator("#ansage")).to_have_text("Nach unten verschoben.")
    expect(page).to_have_url(f"{portal.address}/merkzettel/?id={telefon}&id={kaffee}")
    assert page.evaluate("() => document.activeElement.id") == f"eintrag-{kaffee}"
    page.locator("[data-ersetzen]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Ihr Merkzettel ist leer.")
    page.go_back()  # the address of the full list is gone from the history
    expect(page).to_have_url(f"{portal.address}/merkzettel/")
    assert complaints == []


@pytest.fixture
def veraltet(portal: Portal) -> str:
    """A list with an offer that pauses, one that has moved and one that is closed today."""
    return "&".join(f"id={portal.angebote[slug]}" for slug in ("treffen-21", "treffen-20", "treffen-22"))


def test_proposal_takes_its_place_on_the_list_by_keyboard(page: Page, veraltet: str, complaints: list[str]) -> None:
    page.goto(f"/merkzettel/?{veraltet}")
    expect(page.locator(".hinweis__titel")).to_have_text(
        ["Nicht mehr aktuell", "Nicht mehr aktuell: umgezogen", "Heute geschlossen"]
    )
    knopf = page.locator(".vorschlag a[data-merken]").first
    neues = (knopf.get_attribute("id") or "").split("-")[1]
    knopf.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#ansage")).to_have_text("Steht jetzt auf dem Merkzettel.")
    expect(page).to_have_url(re.compile(rf"/merkzettel/\?{veraltet}&id={neues}$"))
    assert page.evaluate("() => document.activeElement.id") == f"eintrag-{neues}"
    expect(page.locator(f"#eintrag-{neues}")).to_be_in_viewport()
    assert page.locator(f"[id^=merken-{neues}-]").count() == 0
    assert complaints == []


def test_proposal_is_put_on_the_list_without_any_script(browser: Browser, portal: Portal, veraltet: str) -> None:
    context = browser.new_context(base_url=portal.address, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/merkzettel/?{veraltet}")
    page.locator(".vorschlag a[data-merken]").first.click()
    expect(page).to_have_url(re.compile(rf"/merkzettel/\?{veraltet}&id=(\d+)#eintrag-\1$"))
    expect(page.locator(".merkliste__eintrag")).to_have_count(4)
    context.close()


def test_similar_offer_on_a_page_keeps_place_and_focus_and_changes_alone(page: Page, complaints: list[str]) -> None:
    page.goto("/angebote/treffen-3/")
    knopf = page.locator(".vorschlag a[data-merken]").nth(1)
    name = knopf.get_attribute("id")
    knopf.scroll_into_view_if_needed()
    knopf.focus()
    vorher = page.evaluate("() => scrollY")
    page.keyboard.press("Enter")
    expect(page.locator("#menue-merkzettel")).to_contain_text("1")
    assert page.evaluate("() => [scrollY, document.activeElement.id]") == [vorher, name]
    expect(page.locator(".merken__knopf--an")).to_have_count(1)
    page.locator(".vorschlag__titel a").nth(1).click()  # the card around it still leads to the offer
    expect(page.locator("main h1 ~ .merken .merken__knopf--an")).to_have_attribute("id", name or "")
    assert complaints == []


@pytest.mark.parametrize("breite", [320, 1280])
def test_button_of_a_proposal_is_large_enough_and_inside_its_card(page: Page, veraltet: str, breite: int) -> None:
    page.set_viewport_size({"width": breite, "height": 900})
    page.goto(f"/merkzettel/?{veraltet}")
    masse = page.locator(".vorschlag a[data-merken]").evaluate_all(
        """(all) => all.map((one) => {
            const knopf = one.getBoundingClientRect(), karte = one.closest(".vorschlag").getBoundingClientRect();
            return [knopf.height >= 44, knopf.left >= karte.left, knopf.right <= karte.right, knopf.bottom <= karte.bottom];
        })"""
    )
    assert len(masse) > 2
    assert set(map(tuple, masse)) == {(True, True, True, True)}


def test_sheet_from_the_form_is_a_pdf_of_the_list(page: Page, ids: tuple[int, int]) -> None:
    kaffee, telefon = ids
    page.goto(f"/merkzettel/?id={kaffee}&id={telefon}")
    with page.expect_request("**/merkzettel.pdf") as anfrage:
        page.click("text=Als PDF öffnen")
    antwort = page.request.post(anfrage.value.url, data=anfrage.value.post_data, headers=anfrage.value.headers)
    text = read_text(antwort.body())
    assert (antwort.status, antwort.headers["content-type"]) == (200, "application/pdf")
    assert "1. Kaffeerunde" in text
    assert "2. Plaudertelefon" in text


def test_print_button_stands_only_where_it_works(browser: Browser, portal: Portal, ids: tuple[int, int]) -> None:
    for mit_script in (True, False):
        context = browser.new_context(base_url=portal.address, java_script_enabled=mit_script)
        page = context.new_page()
        page.goto(f"/merkzettel/drucken/?id={ids[0]}")
        assert page.locator("[data-drucken]").is_visible() == mit_script
        context.close()


def test_print_from_the_browser_shows_the_sheet_and_nothing_else(page: Page, ids: tuple[int, int]) -> None:
    page.goto(f"/merkzettel/drucken/?id={ids[0]}&id={ids[1]}&ausgabe=karte")
    text = read_text(page.pdf(format="A5"))
    assert "1. Kaffeerunde" in text
    assert "Mein nächster Schritt" in text
    assert "Barrierefreiheit Leichte Sprache" not in text
    assert "Drucken Sie ihn mit" not in text


def test_several_quick_clicks_all_count(page: Page, complaints: list[str]) -> None:
    page.goto("/angebote/?kiez=karow")
    knoepfe = page.locator("a[data-merken]")
    page.evaluate("() => [...document.querySelectorAll('a[data-merken]')].slice(0, 3).forEach(one => one.click())")
    expect(page.locator("#menue-merkzettel")).to_contain_text("3")
    ids = [knopf.get_attribute("id") for knopf in knoepfe.all()[:3]]
    assert [page.locator(f"#{eine}").inner_text().startswith("Auf dem Merkzettel") for eine in ids] == [True] * 3
    page.locator(f"#{ids[0]}").dblclick()  # taken off once, and not put on again
    expect(page.locator("#menue-merkzettel")).to_contain_text("2")
    assert complaints == []


def test_click_without_a_network_says_so_and_changes_nothing(page: Page) -> None:
    page.goto("/angebote/?kiez=karow")
    vorher = page.url
    page.context.set_offline(True)
    page.locator("a[data-merken]").first.click()
    expect(page.locator("#ansage")).to_have_text("Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.")
    assert page.url == vorher
    page.context.set_offline(False)
    page.locator("a[data-merken]").first.click()
    expect(page.locator("#menue-merkzettel")).to_contain_text("1")


def test_sheet_can_be_asked_for_twice(page: Page, ids: tuple[int, int]) -> None:
    page.goto(f"/merkzettel/?id={ids[0]}")
    page.route("**/merkzettel.pdf", lambda route: route.fulfill(status=204))  # a download leaves the page as it is
    for _mal in range(2):
        with page.expect_request("**/merkzettel.pdf"):
            page.click("text=Als PDF öffnen")
    page.click("text=Im Browser ansehen und drucken")
    expect(page.locator(".blatt")).to_contain_text("1. Kaffeerunde")


def test_copy_buttons_stay_after_an_offer_was_put_on_the_list(page: Page, complaints: list[str]) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/fachkraefte/?vorlage=treffpunkte")
    knoepfe = page.locator("[data-kopieren]:visible")
    anzahl = knoepfe.count()
    assert anzahl > 1
    page.locator("a[data-merken]").first.click()
    expect(page.locator("#menue-merkzettel")).to_contain_text("1")
    expect(knoepfe).to_have_count(anzahl)
    assert complaints == []


PAPIERE = {"A4": 794, "A5": 559}  # width in CSS pixels
LANGE_ADRESSE = "gemeinsam-in-pankow.berlin.de/a/abc234"


@pytest.fixture
def blatt(page: Page, ids: tuple[int, int]) -> Callable[..., Page]:
    """The sheet as it is laid out on paper."""

    def oeffne(papier: str, ausgabe: str) -> Page:
        page.set_viewport_size({"width": PAPIERE[papier], "height": 1000})
        page.goto(f"/merkzettel/drucken/?id={ids[0]}&id={ids[1]}&ausgabe={ausgabe}&zweitsprache=pl")
        page.emulate_media(media="print")
        return page

    return oeffne


@pytest.mark.parametrize("papier", PAPIERE)
@pytest.mark.parametrize("ausgabe", ["standard", "gross", "karte"])
def test_facts_stand_beside_their_names_on_every_paper(blatt: Callable[..., Page], papier: str, ausgabe: str) -> None:
    gruppen = blatt(papier, ausgabe).evaluate(
        """() => [...document.querySelectorAll(".blatt dl > div")].map((gruppe) => {
            const [name, ...werte] = [...gruppe.children].map((eines) => eines.getBoundingClientRect());
            const oben = werte.map((wert) => wert.top);
            return werte.every((wert) => wert.left >= name.right - 1)
                && Math.abs(oben[0] - name.top) < 1
                && oben.every((wert, nummer) => nummer === 0 || wert >= werte[nummer - 1].bottom - 1);
        })"""
    )
    assert len(gruppen) > 10
    assert set(gruppen) == {True}


@pytest.mark.parametrize("papier", PAPIERE)
@pytest.mark.parametrize(("ausgabe", "mindestens"), [("standard", 10), ("gross", 12), ("karte", 10)])
def test_long_address_is_large_enough_and_stays_on_the_paper(
    blatt: Callable[..., Page], papier: str, ausgabe: str, mindestens: int
) -> None:
    page = blatt(papier, ausgabe)
    groessen = page.evaluate(
        """(adresse) => [...document.querySelectorAll(".blatt__adresse")].map((eine) => {
            eine.textContent = adresse;
            return parseFloat(getComputedStyle(eine).fontSize) * 0.75;
        })""",
        LANGE_ADRESSE,
    )
    assert len(groessen) == 3
    assert min(groessen) >= mindestens  # pt
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_headings_of_large_print_are_larger_than_its_text(blatt: Callable[..., Page]) -> None:
    groessen = blatt("A4", "gross").evaluate(
        "() => ['dd', 'h2', 'h1'].map((name) => parseFloat(getComputedStyle(document.querySelector(`.blatt ${name}`)).fontSize))"
    )
    assert groessen == sorted(set(groessen))
    assert groessen[0] * 0.75 >= 17


@pytest.mark.parametrize("papier", PAPIERE)
def test_first_card_stands_below_the_head_and_each_other_one_on_a_page_of_its_own(
    blatt: Callable[..., Page], papier: str
) -> None:
    seiten = read_pages(blatt(papier, "karte").pdf(format=papier))
    assert [seite.find("1. Kaffeerunde") > seite.find("Ihr Merkzettel") >= 0 for seite in seiten] == [
        True,
        False,
        False,
    ]
    assert ["2. Plaudertelefon" in seite for seite in seiten] == [False, True, False]
    assert ["Hilfe sofort" in seite and "Mein nächster Schritt" in seite for seite in seiten] == [False, False, True]


def test_code_to_check_the_list_follows_its_words_without_a_gap(blatt: Callable[..., Page]) -> None:
    expect(blatt("A4", "standard").locator(".blatt")).to_contain_text(re.compile(r"Diese Liste prüfen: [0-9a-z-]{10,}"))
