"""What the phases share: who works on the request, filling in forms, and looking at refusals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from playwright.sync_api import FilePayload, Page, expect

from pankow_einsamkeit.lib.kalender import BERLIN
from tests.browser.weiter import send
from tests.konzept.factories_kooperation import PDF

TAG = datetime.now(BERLIN).date()
VORGESTERN, GESTERN, HEUTE, MORGEN, IN_EINEM_JAHR, IN_ZWEI_JAHREN = (
    str(TAG + timedelta(days=tage)) for tage in (-2, -1, 0, 1, 365, 730)
)
JAHR = f"Bitte prüfen Sie das Jahr. Möglich sind die Jahre 2020 bis {TAG.year + 10}."


@dataclass
class Weg:
    """Pages of three accounts; technik may do everything. anfrage: address of the request, once it is taken in."""

    konzept: Page
    datenschutz: Page
    technik: Page
    ordner: Path
    anfrage: str = ""


def fill(page: Page, **werte: str) -> None:
    for name, wert in werte.items():
        feld = page.locator(f"main [name={name}]")
        if feld.first.evaluate("one => one.tagName") == "SELECT":
            feld.select_option(wert)
        else:
            feld.fill(wert)


def expect_refusal(page: Page, *saetze: str, **werte: str) -> None:
    """These sentences above the form, and these values still in it."""
    liste = page.locator("#fehlerliste")
    expect(liste).to_be_visible()
    for satz in saetze:
        expect(liste).to_contain_text(satz)
    for name, wert in werte.items():
        expect(page.locator(f"main [name={name}]")).to_have_value(wert)


def expect_zwischenstand(page: Page, name: str, satz: str) -> None:
    """Read with the field: what somebody else has saved in it meanwhile, by whom and when."""
    muster = re.compile(rf"Inzwischen gespeichert: \(.+ Uhr, .+\) {re.escape(satz)}$")
    expect(page.locator(f"main [name={name}]")).to_have_accessible_description(muster)


def expect_sperre(page: Page, adresse: str, satz: str) -> None:
    """No form at this address now, but a sentence."""
    page.goto(adresse)
    expect(page.locator(".hinweis--warnung")).to_contain_text(satz)
    expect(page.locator("form.intern-formular")).to_have_count(0)


def expect_erfolg(page: Page, satz: str) -> None:
    expect(page.locator(".hinweis--erfolg")).to_contain_text(satz)


def take_step(page: Page, anfrage: str, titel: str, grund: str = "") -> None:
    page.goto(f"{anfrage}schritt/")
    page.get_by_role("radio", name=titel).check()
    page.fill("[name=grund]", grund)
    send(page, "Schritt gehen")


def expect_stand(page: Page, titel: str) -> None:
    expect(page.locator("[aria-current=step]")).to_have_text(titel)


def save_abschnitt(page: Page, anfrage: str, abschnitt: str, **werte: str) -> None:
    page.goto(f"{anfrage}angaben/{abschnitt}/")
    fill(page, **werte)
    send(page, "Sichern")
    expect_erfolg(page, "Gesichert.")


def choose_datei(page: Page, inhalt: bytes = PDF, name: str = "brief.pdf") -> None:
    page.locator("[name=datei]").set_input_files(FilePayload(name=name, mimeType="application/pdf", buffer=inhalt))


def upload(page: Page, anfrage: str, art: str, inhalt: bytes = PDF) -> None:
    page.goto(f"{anfrage}dokument/")
    fill(page, art=art)
    choose_datei(page, inhalt)
    send(page, "Hochladen")
    expect_erfolg(page, "Das Dokument ist abgelegt.")


def open_tab(page: Page, adresse: str) -> Page:
    """A second window of the same account."""
    tab = page.context.new_page()
    tab.goto(adresse)
    return tab
