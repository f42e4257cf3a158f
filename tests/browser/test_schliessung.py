"""The Redaktion closes a house for three weeks, by keyboard; on the day after the website shows its dates by itself."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.architecture.quelltext import BASE_DIR
from tests.browser.anmeldung import sign_in
from tests.browser.conftest import Portal, find_free_port, wait_for
from tests.browser.katalog_namen import SCHLIESSHAUS, SCHLIESSHAUS_ENTWURF, SCHLIESSHAUS_TITEL
from tests.browser.seitenpruefung import check

DREI_WOCHEN = 21  # days
GRUND = "Umbau im Erdgeschoss"
MONATE = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
TAGE = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
SCHRITTE = 150  # more than the longest form has stops


@dataclass(frozen=True)
class Haus:
    """angebote: title → id of each public offer."""

    pk: int
    angebote: dict[str, int]
    von: date
    bis: date

    @property
    def adresse(self) -> str:
        return f"/admin/angebote/ort/{self.pk}/change/"

    @property
    def schliesssatz(self) -> str:
        return f"Geschlossen vom {write(self.von)} bis {write(self.bis)} ({GRUND})."


def write(tag: date) -> str:
    return f"{tag.day}. {MONATE[tag.month - 1]} {tag.year}"


def next_weekday(wochentag: int, ab: date) -> date:
    return ab + timedelta(days=(wochentag - ab.weekday()) % 7)


@pytest.fixture(scope="module")
def haus(portal: Portal) -> Iterator[Haus]:
    command = [sys.executable, "-m", "tests.browser.schliesshaus"]
    fill = subprocess.run(
        command, cwd=BASE_DIR, env=portal.umgebung, check=True, stdout=subprocess.PIPE, text=True, timeout=120
    )
    ids: dict[str, int] = json.loads(fill.stdout)
    heute = datetime.now(ZoneInfo("Europe/Berlin")).date()
    yield Haus(ids.pop("haus"), ids, heute, heute + timedelta(days=DREI_WOCHEN - 1))
    subprocess.run([*command, "--aufraeumen"], cwd=BASE_DIR, env=portal.umgebung, check=True, timeout=120)


@pytest.fixture
def danach(portal: Portal, haus: Haus) -> Iterator[str]:
    """A server with the same data, whose clock shows the day after the closing; its address."""
    port = str(find_free_port())
    umgebung = {**os.environ, **portal.umgebung, "PORT": port, "TAGE_SPAETER": str(DREI_WOCHEN)}
    gunicorn = Path(sys.executable).parent / "gunicorn"
    with subprocess.Popen([gunicorn, "tests.browser.spaeter"], cwd=BASE_DIR, env=umgebung) as server:
        try:
            wait_for(f"http://127.0.0.1:{port}/gesund/")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


@pytest.fixture
def redaktion(browser: Browser, portal: Portal) -> Iterator[Page]:
    page = browser.new_page(base_url=portal.address, locale="de-DE", viewport={"width": 1280, "height": 900})
    sign_in(page, "redaktion")
    yield page
    page.close()


def tab_to(page: Page, ziel: Locator) -> None:
    for _schritt in range(SCHRITTE):
        if ziel.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"not reached by Tab: {ziel}")


def press(page: Page, knopf: str) -> None:
    tab_to(page, page.get_by_role("button", name=knopf, exact=True))
    page.keyboard.press("Enter")


def type_over(page: Page, feld: str, text: str) -> None:
    tab_to(page, page.locator(f"[name='{feld}']"))
    page.keyboard.press("Control+a")
    page.keyboard.type(text)


def expect_values(page: Page, **werte: str) -> None:
    for name, wert in werte.items():
        expect(page.locator(f"[name='schliesszeiten-0-{name}']")).to_have_value(wert)


def read_main(page: Page, adresse: str) -> str:
    page.goto(adresse)
    return " ".join(page.locator("main").inner_text().split())  # some of its spaces do not break


def find_titles(page: Page, adresse: str) -> set[str]:
    page.goto(adresse)
    return {titel.strip() for titel in page.locator("#angebotsliste .angebot__titel").all_inner_texts()}


def close_by_keyboard(page: Page, haus: Haus) -> None:
    """Refused twice, then asked, gone back once, and said yes; checks each page on the way."""
    von, bis, davor = (f"{tag:%d.%m.%Y}" for tag in (haus.von, haus.bis, haus.von - timedelta(days=1)))
    page.goto(haus.adresse)
    press(page, "Schließzeit hinzufügen")
    expect(page.locator("[name='schliesszeiten-0-von']")).to_be_focused()
    page.keyboard.type(von)
    type_over(page, "schliesszeiten-0-bis", davor)
    type_over(page, "schliesszeiten-0-grund", GRUND)
    press(page, "Sichern")
    expect(page.locator("#fehlerliste")).to_be_focused()
    expect(page.locator("#fehlerliste")).to_contain_text("Das Ende der Schließzeit liegt vor ihrem Anfang.")
    expect_values(page, von=von, bis=davor, grund=GRUND)
    check(page)

    type_over(page, "schliesszeiten-0-bis", bis)
    type_over(page, "schliesszeiten-0-grund", "")
    page.keyboard.press("Delete")
    press(page, "Sichern")
    expect(page.locator("#fehlerliste")).to_be_focused()
    expect(page.locator("#fehlerliste")).to_contain_text("Bitte einen Grund angeben")
    expect_values(page, von=von, bis=bis, grund="")
    check(page)

    type_over(page, "schliesszeiten-0-grund", GRUND)
    press(page, "Sichern")
    expect(page.get_by_role("heading", name="Haus schließen?")).to_be_visible()
    check(page)
    press(page, "Zurück")
    expect_values(page, von=von, bis=bis, grund=GRUND)
    press(page, "Sichern")
    expect(page.get_by_role("heading", name="Haus schließen?")).to_be_visible()


@pytest.mark.browser_context_args(viewport={"width": 1280, "height": 900})
def test_house_closed_for_three_weeks_is_seen_everywhere_and_ends_by_itself(
    redaktion: Page, page: Page, haus: Haus, danach: str
) -> None:
    korb, stuhl = SCHLIESSHAUS_TITEL
    liste = f"/angebote/?kiez=karow&von={haus.von}&bis={haus.bis}"
    merkzettel = "/merkzettel/drucken/?" + "&".join(f"id={pk}" for pk in haus.angebote.values())
    assert find_titles(page, f"{liste}&q={korb}") == {korb}
    assert find_titles(page, f"{liste}&q={stuhl}") == {stuhl}

    close_by_keyboard(redaktion, haus)
    betroffene = [" ".join(zeile.split()) for zeile in redaktion.locator("#content-main li").all_inner_texts()]
    assert betroffene == [
        f"{korb} (veröffentlicht): 3 Termine fallen aus",
        f"{stuhl} (veröffentlicht): 3 Termine fallen aus",
        f"{SCHLIESSHAUS_ENTWURF} (Entwurf): 3 Termine fallen aus",
    ]
    assert "Geschlossen" not in read_main(page, "/angebote/korbflechten/")  # nothing is saved yet
    press(redaktion, "Ja, schließen")
    expect(redaktion.locator(".messagelist")).to_contain_text(SCHLIESSHAUS)

    for titel, wochentag in zip(SCHLIESSHAUS_TITEL, (1, 3), strict=True):
        erster = next_weekday(wochentag, haus.bis + timedelta(days=1))
        wieder = f"{TAGE[wochentag]}, {erster.day}. {MONATE[erster.month - 1]}"
        seite = read_main(page, f"/angebote/{titel.lower()}/")
        assert f"{haus.schliesssatz} Danach wieder ab {wieder}" in seite
        assert (
            page.locator("section[aria-labelledby=wann] .steckbrief__gross")
            .inner_text()
            .replace("\xa0", " ")
            .startswith(wieder)
        )
        check(page)
        assert find_titles(page, f"{liste}&q={titel}") == set()
        assert wieder in read_main(page, f"/angebote/?kiez=karow&q={titel}")
    assert read_main(page, merkzettel).count(haus.schliesssatz) == 2

    for titel in SCHLIESSHAUS_TITEL:
        seite = read_main(page, f"{danach}/angebote/{titel.lower()}/")
        assert "Geschlossen" not in seite
        assert page.locator("section[aria-labelledby=wann] .steckbrief__gross").is_visible()
    morgen = haus.bis + timedelta(days=1)
    bald = f"{danach}/angebote/?kiez=karow&von={morgen}&bis={morgen + timedelta(days=6)}"
    assert find_titles(page, f"{bald}&q={korb}") == {korb}
    assert find_titles(page, f"{bald}&q={stuhl}") == {stuhl}
    assert "Geschlossen" not in read_main(page, danach + merkzettel)
