"""The staff site in a real browser: an offer written by keyboard alone; axe in both themes; zoom to 200 %."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.anmeldung import login
from tests.browser.conftest import Portal
from tests.browser.katalog_namen import PASST
from tests.browser.test_axe import find_violations, find_violations_in_the_dark

ANGEBOTE = "/admin/angebote/angebot/"
HINZUFUEGEN = f"{ANGEBOTE}add/"
SYNONYMGRUPPEN = "/admin/angebote/synonymgruppe/"
SCHRITTE = 150  # more than the longest form has stops
TITEL = "Brettspiele am Donnerstag"


def tab_to(page: Page, ziel: Locator) -> None:
    for _schritt in range(SCHRITTE):
        if ziel.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"not reached by Tab: {ziel}")


def type_into(page: Page, feld: str, text: str) -> None:
    tab_to(page, page.locator(f"[name='{feld}']"))
    page.keyboard.type(text)


def tick(page: Page, beschriftung: str) -> None:
    tab_to(page, page.get_by_role("checkbox", name=beschriftung, exact=True).first)
    page.keyboard.press("Space")


@pytest.fixture
def aufgeraeumt(page: Page) -> Iterator[None]:
    """Other tests count the offers of the same catalogue."""
    yield
    page.goto(f"{ANGEBOTE}?q={TITEL}")
    page.get_by_role("link", name=TITEL, exact=True).click(timeout=5000)
    page.get_by_role("button", name="Archivieren").click()
    page.get_by_label("Grund").fill("nur zur Probe")
    page.get_by_role("button", name="Archivieren").click()
    expect(page.locator("#stand-titel")).to_have_text("Status: archiviert")


@pytest.mark.usefixtures("aufgeraeumt")
@pytest.mark.browser_context_args(viewport={"width": 1280, "height": 900})
def test_offer_with_time_and_cost_is_written_by_keyboard_and_seen_on_the_website(page: Page) -> None:
    login(page, HINZUFUEGEN)
    expect(page.locator("[name=titel]")).to_be_focused()
    page.keyboard.type(TITEL)
    type_into(page, "nutzen", "Sie spielen mit anderen.")
    type_into(page, "bereich", "Begegnung")
    tick(page, "Spielen & Knobeln")
    type_into(page, "zeiten-0-wochentag", "Donnerstag")
    type_into(page, "zeiten-0-beginn", "18")
    type_into(page, "zeiten-0-ende", "20.30")
    tick(page, "Auch an Feiertagen")
    type_into(page, "zugangswege-0-art", "am Telefon")
    type_into(page, "kosten-0-art", "fester Betrag")
    type_into(page, "kosten-0-betrag_cent", "2,50")
    type_into(page, "kosten-0-einheit", "je Treffen")
    type_into(page, "erstbesuch_ablauf", "Sie hören zu.")
    type_into(page, "telefon", "030 0000000")
    tab_to(page, page.get_by_role("button", name="Sichern und weiter bearbeiten"))
    page.keyboard.press("Enter")

    expect(page.get_by_role("region", name="So steht es auf der Website")).to_contain_text(
        "jeden Donnerstag, 18 bis 20:30 Uhr"
    )
    expect(page.get_by_role("region", name="So steht es auf der Website")).to_contain_text("2,50 € je Treffen")
    for schritt in ("Zur Prüfung einreichen", "Veröffentlichen"):
        page.reload()  # focus back to the top
        tab_to(page, page.get_by_role("link", name="Was als Nächstes geht"))
        page.keyboard.press("Enter")
        tab_to(page, page.get_by_role("button", name=schritt, exact=True))
        page.keyboard.press("Enter")
        expect(page.locator(".messagelist")).to_contain_text("ist jetzt")
    page.reload()
    tab_to(page, page.get_by_role("link", name="Auf der Website ansehen"))
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text(TITEL)
    expect(page.locator("main")).to_contain_text("Donnerstag, 18 bis 20:30 Uhr")
    expect(page.locator("main")).to_contain_text("2,50 €")


def test_refused_offer_keeps_everything_and_leads_to_the_mistake(page: Page) -> None:
    login(page, HINZUFUEGEN)
    expect(page.locator("[name=titel]")).to_be_focused()
    page.keyboard.type("Nur ein Titel")
    type_into(page, "kosten-0-betrag_cent", "zwei")
    page.keyboard.press("Enter")

    expect(page.locator("#fehlerliste")).to_be_focused()
    tab_to(page, page.locator("#fehlerliste").get_by_role("link", name="Betrag in Euro"))
    page.keyboard.press("Enter")
    expect(page.locator("[name='kosten-0-betrag_cent']")).to_be_focused()
    expect(page.locator("[name='kosten-0-betrag_cent']")).to_have_value("zwei")
    expect(page.locator("[name=titel]")).to_have_value("Nur ein Titel")


def test_added_row_has_names_and_descriptions_of_its_own(page: Page) -> None:
    login(page, HINZUFUEGEN)
    page.get_by_role("button", name="Zeit hinzufügen", exact=True).click()

    verweise = page.eval_on_selector_all(
        "#zeiten-1 [aria-describedby]", "rows => rows.map(row => row.getAttribute('aria-describedby'))"
    )
    assert verweise
    assert page.evaluate("ids => ids.filter(id => !document.getElementById(id))", verweise) == []


@pytest.fixture
def ohne_probegruppe(page: Page) -> Iterator[None]:
    yield
    page.goto(f"{SYNONYMGRUPPEN}?q=Quoxeln")
    page.locator("#result_list").get_by_role("link", name="Quoxeln").click(timeout=5000)
    page.get_by_role("link", name="Löschen").click()
    page.get_by_role("button", name="Ja, ich bin sicher").click()
    expect(page.locator(".messagelist")).to_contain_text("erfolgreich gelöscht")


@pytest.mark.usefixtures("ohne_probegruppe")
@pytest.mark.browser_context_args(viewport={"width": 360, "height": 800})
def test_synonyms_are_written_by_keyboard_and_found_at_once(page: Page) -> None:
    login(page, f"{SYNONYMGRUPPEN}probe/?q=Quoxeln")
    tab_to(page, page.locator("#wortprobe-q"))
    expect(page.locator("#treffer-titel")).to_have_text("0 Angebote gefunden")

    page.goto(f"{SYNONYMGRUPPEN}add/")
    expect(page.locator("[name=worte]")).to_be_focused()
    page.keyboard.type("Quoxeln, Quoxeln")
    type_into(page, "findet", "Skatrunde")
    tab_to(page, page.get_by_role("button", name="Sichern", exact=True))
    page.keyboard.press("Enter")

    expect(page.locator(".messagelist")).to_contain_text("Das gilt ab sofort.")
    assert find_violations(page) == []
    tab_to(page, page.locator(".messagelist").get_by_role("link", name="Quoxeln", exact=True).first)
    page.keyboard.press("Enter")
    expect(page.locator("#treffer-titel")).to_have_text("1 Angebot gefunden")
    expect(page.locator(".trefferliste")).to_contain_text("Skatrunde")


def addresses_of(portal: Portal) -> dict[str, str]:
    return {
        "start": "/admin/",
        "liste": ANGEBOTE,
        "neu": HINZUFUEGEN,
        "ändern": f"{ANGEBOTE}{portal.angebote[PASST]}/change/",
        "Orte": "/admin/angebote/ort/",
        "neuer Ort": "/admin/angebote/ort/add/",
        "Synonymgruppen": SYNONYMGRUPPEN,
        "neue Synonymgruppe": f"{SYNONYMGRUPPEN}add/",
        "Wortprobe": f"{SYNONYMGRUPPEN}probe/",
        "Wortprobe mit Treffern": f"{SYNONYMGRUPPEN}probe/?q=treffen",
        "Wortprobe ohne Treffer": f"{SYNONYMGRUPPEN}probe/?q=qqqqqq",
        "neues Füllwort": "/admin/angebote/stoppwort/add/",
        "neuer Rufname": "/admin/angebote/rufname/add/",
        "Suchlücken": "/admin/angebote/suchluecke/",
        "Kategorien": "/admin/angebote/kategorie/",
        "Kieze": "/admin/angebote/kiez/",
        "neues Konto": "/admin/pankow_einsamkeit/konto/add/",
        "neue Gruppe": "/admin/auth/group/add/",
        "Konten": "/admin/pankow_einsamkeit/konto/",
        "zweite Faktoren": "/admin/mfa/authenticator/",
        "Protokoll": "/admin/admin/logentry/",
    }


@pytest.mark.parametrize("width", [360, 1280])
def test_staff_pages_have_no_violation(browser: Browser, portal: Portal, width: int) -> None:
    page = browser.new_page(base_url=portal.address, viewport={"width": width, "height": 900}, locale="de-DE")
    login(page)
    gefunden = {}
    for name, adresse in addresses_of(portal).items():
        page.goto(adresse)
        gefunden[name] = find_violations(page) + find_violations_in_the_dark(page)
    page.close()
    assert {name: verstoesse for name, verstoesse in gefunden.items() if verstoesse} == {}


def test_form_with_mistakes_has_no_violation(page: Page) -> None:
    login(page, HINZUFUEGEN)
    expect(page.locator("[name=titel]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#fehlerliste")).to_be_visible()
    assert find_violations(page) == []


@pytest.mark.browser_context_args(viewport={"width": 640, "height": 450})
def test_staff_pages_at_200_percent_never_scroll_sideways(page: Page, portal: Portal) -> None:
    """1280 px at 200 % are 640 px; wide tables scroll inside their own frame."""
    login(page)
    breiter = {}
    for name, adresse in addresses_of(portal).items():
        page.goto(adresse)
        breiter[name] = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")
    assert {name: pixel for name, pixel in breiter.items() if pixel > 0} == {}


def test_staff_pages_break_no_rule_of_the_content_security_policy(page: Page, portal: Portal) -> None:
    meldungen: list[str] = []
    page.on("console", lambda meldung: meldungen.append(meldung.text) if "Security Policy" in meldung.text else None)
    login(page)
    for adresse in addresses_of(portal).values():
        page.goto(adresse)
    assert meldungen == []
