"""Versand, Rückmeldungen and Ergebnisbericht, to the end."""

from playwright.sync_api import expect

from tests.browser.kooperation.eingang import TITEL
from tests.browser.kooperation.seite import (
    GESTERN,
    HEUTE,
    IN_EINEM_JAHR,
    JAHR,
    MORGEN,
    Weg,
    expect_refusal,
    expect_sperre,
    expect_stand,
    fill,
    take_step,
    upload,
)
from tests.browser.seitenpruefung import check
from tests.browser.weiter import send
from tests.konzept.factories_kooperation import PDF

SCHRITTE = 20  # in the log, with the way back after the Datenschutz said no


def post(weg: Weg) -> None:
    page, anfrage = weg.konzept, weg.anfrage
    take_step(page, anfrage, "Rückmeldungen sammeln")
    expect_refusal(page, "Es fehlt, wie viele Briefe verschickt wurden.", "bis wann der Ergebnisbericht")
    page.goto(f"{anfrage}angaben/versand/")
    fill(page, auswahl_stelle="Einwohnermeldeamt", auswahl_am=HEUTE)
    fill(page, druck_anzahl="10", druck_stelle="Druckerei", druck_am=HEUTE)
    fill(page, versand_anzahl="11", versand_stelle="Poststelle", versand_am=HEUTE, bericht_bis=IN_EINEM_JAHR)
    for feld, wert, richtig, satz in (
        ("versand_anzahl", "11", "10", "Es können nicht mehr Briefe verschickt als gedruckt worden sein."),
        ("versand_anzahl", "0", "10", "Bitte mindestens 1 eintragen."),
        ("versand_am", GESTERN, HEUTE, "Der Versand liegt vor dem Druck."),
        ("versand_am", MORGEN, HEUTE, "Dieser Tag liegt in der Zukunft."),
        ("bericht_bis", "9999-12-31", IN_EINEM_JAHR, JAHR),
    ):
        fill(page, **{feld: wert})
        send(page, "Sichern")
        expect_refusal(page, satz, **{feld: wert}, druck_stelle="Druckerei")
        fill(page, **{feld: richtig})
    send(page, "Sichern")
    take_step(page, anfrage, "Rückmeldungen sammeln")
    expect_stand(page, "Rückmeldungen")


def report(weg: Weg) -> None:
    page, anfrage = weg.konzept, weg.anfrage
    take_step(page, anfrage, "Zum Ergebnisbericht")
    expect_refusal(page, "Es fehlt die Zahl der ablehnenden Antworten.")
    page.goto(f"{anfrage}angaben/rueckmeldungen/")
    expect(page.locator("main")).to_contain_text("Keine Namen von Bürgerinnen und Bürgern.")
    fill(page, antworten_anzahl="1", ablehnend_anzahl="2")
    send(page, "Sichern")
    satz = "Es können nicht mehr Antworten ablehnend sein, als es Antworten gab."
    expect_refusal(page, satz, antworten_anzahl="1", ablehnend_anzahl="2")
    fill(page, antworten_anzahl="4", ablehnend_anzahl="0")
    send(page, "Sichern")
    take_step(page, anfrage, "Zum Ergebnisbericht")
    take_step(page, anfrage, "Abschließen")
    expect_refusal(page, "Es fehlt der Ergebnisbericht.", "in welcher Drucksache oder welchem Gremium")
    page.goto(f"{anfrage}angaben/ergebnis/")
    fill(page, ergebnis="Vier Besuche.", ergebnis_gremium="Ausschuss", ergebnis_am=MORGEN)
    send(page, "Sichern")
    expect_refusal(page, "Dieser Tag liegt in der Zukunft.", ergebnis="Vier Besuche.", ergebnis_am=MORGEN)
    fill(page, ergebnis_am=HEUTE)
    send(page, "Sichern")
    take_step(page, anfrage, "Abschließen")
    expect_stand(page, "abgeschlossen")


def look_back(weg: Weg) -> None:
    page, anfrage = weg.konzept, weg.anfrage
    expect(page.locator(".anfrage-verlauf li")).to_have_count(SCHRITTE)
    check(page)
    expect_sperre(page, f"{anfrage}schritt/", "Von hier führt kein Schritt weiter.")
    page.goto(f"{anfrage}dokument/")
    expect(page.locator("[name=art] option")).to_have_text(["Antwort an den Träger"])
    upload(page, anfrage, "antwort", PDF + b"% Antwort\n")
    expect(page.locator("main")).to_contain_text("Antwort an den Träger: brief.pdf")
    page.goto("/intern/anfragen/?stand=abgeschlossen")
    expect(page.get_by_role("link", name=TITEL)).to_be_visible()
