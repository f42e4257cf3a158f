"""A list was uploaded instead of a paper: it is erased, and nothing of it is left but the word who, when and why."""

from playwright.sync_api import Page, expect

from tests.browser.kooperation.seite import (
    Weg,
    choose_datei,
    expect_erfolg,
    expect_refusal,
    expect_sperre,
    fill,
)
from tests.browser.seitenpruefung import check
from tests.browser.weiter import follow, send
from tests.konzept.factories_kooperation import PDF

LISTE = "Namen und Adressen.pdf"
GRUND = "Eine Liste statt eines Schreibens."


def erase(weg: Weg) -> None:
    page, anfrage = weg.konzept, weg.anfrage
    upload_list(page, anfrage)
    expect_erfolg(page, "Das Dokument ist abgelegt.")
    upload_list(page, anfrage)
    expect_refusal(page, "Genau diese Datei ist hier schon als neuestes Dokument dieser Art abgelegt.", art="sonstiges")
    datei = read_datei(page, anfrage)
    dsb = weg.datenschutz
    dsb.goto(anfrage)
    follow(dsb, f"Datei entfernen: Sonstiges, {LISTE}")
    adresse = dsb.url
    check(dsb)
    send(dsb, "Datei für immer entfernen")
    expect_refusal(dsb, "„Grund“ fehlt noch.")
    check(dsb)
    fill(dsb, grund=GRUND)
    send(dsb, "Datei für immer entfernen")
    expect_erfolg(dsb, "Entfernt und vermerkt: Niemand bekommt die Datei mehr.")
    expect(dsb.locator(".hinweis--warnung")).to_have_count(0)
    expect_gone(page, anfrage, datei)
    expect_sperre(page, adresse, "Diese Datei ist schon entfernt.")
    check(page)


def upload_list(page: Page, anfrage: str) -> None:
    page.goto(f"{anfrage}dokument/")
    hilfe = "Bitte keine Datei mit Adressen oder Namenslisten von Bürgerinnen und Bürgern."
    expect(page.locator("form.intern-formular")).to_contain_text(hilfe)
    fill(page, art="sonstiges")
    choose_datei(page, PDF + b"% eine Liste\n", LISTE)
    send(page, "Hochladen")


def read_datei(page: Page, anfrage: str) -> str:
    """Address of the file."""
    page.goto(anfrage)
    return str(page.get_by_role("link", name=LISTE, exact=True).get_attribute("href"))


def expect_gone(page: Page, anfrage: str, datei: str) -> None:
    page.goto(anfrage)
    expect(page.locator("main")).to_contain_text(f"von datenschutz. Grund: {GRUND}")
    expect(page.locator("main")).not_to_contain_text(LISTE)
    check(page)
    antwort = page.goto(datei)
    assert antwort is not None
    assert antwort.status == 410
    expect(page.get_by_role("heading", level=1)).to_have_text("Datei entfernt")
    check(page)
