"""A provider answers through the link of a mail, with and without JavaScript; the Freigabe decides what was corrected."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.architecture.quelltext import BASE_DIR
from tests.browser.anmeldung import sign_in
from tests.browser.conftest import Portal
from tests.browser.katalog_namen import POST_AN_EINEN, POST_AN_ZWEI
from tests.browser.seitenpruefung import check

TITEL = "Nachbarschaftsspaziergang"
Links = dict[str, str]


@pytest.fixture(scope="module")
def links(portal: Portal, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Links]:
    """From the mails that `send_bestaetigungen` has sent: address → link."""
    post: Path = tmp_path_factory.mktemp("post")
    umgebung = {**portal.umgebung, "BASIS_URL": portal.address, "EMAIL_URL": f"filemail:///{post}"}
    command = [sys.executable, "-m", "tests.browser.anbieterpost"]
    fill = subprocess.run(
        command, cwd=BASE_DIR, env=umgebung, check=True, stdout=subprocess.PIPE, text=True, timeout=120
    )
    found: Links = json.loads(fill.stdout)
    yield found
    subprocess.run([*command, "--aufraeumen"], cwd=BASE_DIR, env=umgebung, check=True, timeout=120)


@pytest.fixture
def ohne_skript(browser: Browser, portal: Portal) -> Iterator[Page]:
    page = browser.new_page(base_url=portal.address, locale="de-DE", java_script_enabled=False)
    yield page
    page.close()


def reach_by_keyboard(page: Page, name: str, *, rolle: str = "button") -> None:
    ziel = page.get_by_role(rolle, name=name).first  # type: ignore[arg-type]
    for _step in range(80):
        page.keyboard.press("Tab")
        if ziel.evaluate("one => one === document.activeElement"):
            return
    pytest.fail(f"no key leads to {name}")


def read_website(page: Page, angebot_id: str | None) -> str:
    page.goto(f"/angebote/nachbarschaftsspaziergang/?id={angebot_id}")
    expect(page.get_by_role("heading", level=1)).to_have_text(TITEL)
    return " ".join(page.locator("main").inner_text().split())  # some of its spaces do not break


def read_akt(akt: Locator) -> dict[str, object]:
    """One entry of the history: what, who, why, and field → (before, after); the moment is left out."""
    absaetze = [" ".join(satz.split()) for satz in akt.locator("> p").all_inner_texts()]
    felder = {
        zeile.locator("dt").inner_text(): tuple(
            zeile.locator(f"dd.{stand}").inner_text().removeprefix(stand).strip() for stand in ("bisher", "neu")
        )
        for zeile in akt.locator(".feldaenderungen > div").all()
    }
    return {
        "was": re.sub(r"^.* Uhr: ", "", akt.locator("h2").inner_text()),
        "wer": absaetze[0],
        "grund": next((satz for satz in absaetze if satz.startswith("Grund:")), ""),
        "felder": felder,
    }


def test_pages_of_a_mail_have_no_violation_fit_a_phone_and_are_reached_by_keyboard(page: Page, links: Links) -> None:
    page.goto(links[POST_AN_ZWEI])
    expect(page.get_by_role("heading", level=2)).to_contain_text(["Erzählcafé", "Handarbeitsnachmittag"])
    check(page)
    reach_by_keyboard(page, "Stimmt alles noch")
    page.goto(links[POST_AN_ZWEI].rstrip("/") + "x/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Dieser Link öffnet keinen Eintrag")
    check(page)
    assert page.context.cookies() == []


def test_without_script_opening_confirms_nothing_and_one_click_confirms(ohne_skript: Page, links: Links) -> None:
    for _time in range(2):
        ohne_skript.goto(links[POST_AN_ZWEI])
        expect(ohne_skript.get_by_text("Noch keine Antwort")).to_have_count(2)
    eintrag = ohne_skript.locator(".bestaetigen__eintrag").filter(has_text="Erzählcafé")
    eintrag.get_by_role("button", name="Stimmt alles noch").click()
    expect(ohne_skript.locator(".hinweis--erfolg")).to_contain_text("dass die Angaben heute geprüft wurden")
    ohne_skript.goto(links[POST_AN_ZWEI])
    expect(ohne_skript.get_by_text("Noch keine Antwort")).to_have_count(1)


def test_from_the_mail_to_the_website_through_a_mistake_and_the_freigabe(
    page: Page, browser: Browser, portal: Portal, links: Links
) -> None:
    page.goto(links[POST_AN_EINEN])
    angebot_id = page.locator("article[data-angebot]").get_attribute("data-angebot")
    assert "das ist länger her" in read_website(page, angebot_id).lower()
    page.goto(links[POST_AN_EINEN])
    check(page)
    reach_by_keyboard(page, "Stimmt alles noch")
    page.keyboard.press("Enter")
    expect(page.locator(".hinweis--erfolg")).to_contain_text("dass die Angaben heute geprüft wurden")
    eintrag = re.sub(r"\?.*", "", page.url)
    assert "das ist länger her" not in read_website(page, angebot_id).lower()

    page.goto(eintrag)
    page.get_by_role("link", name="Etwas ändern").click()
    check(page)
    page.fill("#id_zeiten-0-beginn", "25 Uhr")
    page.fill("#id_telefon", "030 3333333")
    page.get_by_role("button", name="Änderungen an die Redaktion senden").click()
    expect(page.locator("#fehler")).to_be_focused()
    expect(page.locator("#id_zeiten-0-beginn")).to_have_value("25 Uhr")
    expect(page.locator("#id_telefon")).to_have_value("030 3333333")
    check(page)
    page.fill("#id_zeiten-0-beginn", "15 Uhr")
    page.locator("#id_telefon").focus()
    reach_by_keyboard(page, "Änderungen an die Redaktion senden")
    page.keyboard.press("Enter")
    expect(page.locator(".hinweis--erfolg")).to_contain_text("Die Redaktion sieht sich Ihre Änderungen an.")
    assert "3333333" not in read_website(page, angebot_id)

    freigabe = browser.new_page(base_url=portal.address, locale="de-DE")
    sign_in(freigabe, "freigabe")
    freigabe.goto("/admin/angebote/aenderungsvorschlag/")
    freigabe.locator("#result_list").get_by_role("link", name=TITEL).click()
    nummer = re.findall(r"/(\d+)/", freigabe.url)[-1]  # other tests make proposals as well
    freigabe.get_by_role("button", name="Angekreuztes annehmen").click()
    expect(freigabe.locator(".messagelist")).to_contain_text("Vorschlag angenommen.")
    website = read_website(page, angebot_id)
    assert "3333333" in website
    assert "15 bis 16 Uhr" in website
    freigabe.goto("/admin/angebote/angebot/?q=" + TITEL)
    freigabe.locator("#result_list").get_by_role("link", name=TITEL).first.click()
    freigabe.goto(re.sub(r"/change/.*", "/history/", freigabe.url))
    assert [read_akt(akt) for akt in freigabe.locator("#content-main article").all()] == [
        {
            "was": "Änderung",
            "wer": "freigabe",
            "grund": f"Grund: Vorschlag Nr. {nummer} angenommen, eingereicht von {POST_AN_EINEN}",
            "felder": {
                "Telefon": ("030 0000000", "030 3333333"),
                "Zeiten": (
                    "Art: regelmäßig; Wochentag: Dienstag; Beginn: 14:00; Ende: 16:00",
                    "Art: regelmäßig; Wochentag: Dienstag; Beginn: 15:00; Ende: 16:00",
                ),
            },
        },
        {
            "was": f"Vorschlag Nr. {nummer}: angenommen",
            "wer": f"eingereicht von {POST_AN_EINEN}, entschieden von freigabe Vorschlag ansehen",
            "grund": "",
            "felder": {},
        },
        {"was": "Angelegt", "wer": "ohne Konto (Import, Anbieter oder Kommando)", "grund": "", "felder": {}},
    ]
    freigabe.close()
