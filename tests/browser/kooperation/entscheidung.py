"""Beteiligung, Prüfung Recht and Entscheidung: twice, as the Datenschutz says no at first."""

from playwright.sync_api import Page, expect

from tests.browser.kooperation.seite import (
    GESTERN,
    HEUTE,
    JAHR,
    MORGEN,
    VORGESTERN,
    Weg,
    expect_erfolg,
    expect_refusal,
    expect_sperre,
    expect_stand,
    fill,
    open_tab,
    save_abschnitt,
    take_step,
)
from tests.browser.seitenpruefung import check
from tests.browser.weiter import follow, send

KNOPF = "Entscheidung festhalten"
ZUSAGE = "ja, nur für diesen Einzelfall"


def involve(weg: Weg) -> None:
    page, dsb, anfrage = weg.konzept, weg.datenschutz, weg.anfrage
    take_step(page, anfrage, "Zur Prüfung Recht")
    expect_refusal(page, "Der Datenschutz ist noch nicht beteiligt.", "Die Statistikstelle ist noch nicht beteiligt.")
    presse = f"{anfrage}beteiligung/presse/"
    expect_sperre(page, presse, "Zuerst gibt der Datenschutz sein Votum ab, dann folgen die anderen.")
    check(page)
    antwort = page.goto(f"{anfrage}beteiligung/datenschutz/")
    assert antwort is not None
    assert antwort.status == 403
    page.goto(anfrage)
    expect(page.locator("main")).to_contain_text("Sein Votum trägt der Datenschutz selbst ein.")
    vote(weg)
    page.goto(presse)
    eingabe = {"art": "informiert", "votum": "zustimmung", "am": GESTERN, "person": "Pressestelle"}
    fill(page, **eingabe)
    send(page, "Eintragen")
    expect_refusal(page, "Ein Votum braucht ein Ergebnis, eine Information hat keines.", **eingabe)
    fill(page, votum="", am=VORGESTERN)
    send(page, "Eintragen")
    expect_refusal(page, "Dieser Tag liegt vor dem Votum des Datenschutzes.", am=VORGESTERN, person="Pressestelle")
    inform(page, anfrage, "presse", "statistik")
    dsb.goto(f"{anfrage}beteiligung/datenschutz/")
    fill(dsb, am=HEUTE)
    send(dsb, "Eintragen")
    expect_refusal(dsb, "Der Datenschutz muss vor den anderen Stellen votiert haben.", am=HEUTE)
    take_step(page, anfrage, "Zur Prüfung Recht")
    expect_stand(page, "Prüfung Recht")


def vote(weg: Weg) -> None:
    dsb = weg.datenschutz
    dsb.goto(weg.anfrage)
    check(dsb)
    follow(dsb, "Datenschutz eintragen")
    eingabe = {"art": "votum", "am": GESTERN, "person": "Datenschutzbeauftragte*r", "stellungnahme": "So nicht."}
    fill(dsb, **eingabe)
    send(dsb, "Eintragen")
    expect_refusal(dsb, "Ein Votum braucht ein Ergebnis, eine Information hat keines.", **eingabe)
    check(dsb)
    fill(dsb, votum="ablehnung")
    for tag, satz in (
        (MORGEN, "Dieser Tag liegt in der Zukunft."),
        (str(int(HEUTE[:4]) + 20) + HEUTE[4:8] + "01", JAHR),
        ("2020-01-01", "Dieser Tag liegt vor dem Eingang der Anfrage."),
    ):
        fill(dsb, am=tag)
        send(dsb, "Eintragen")
        expect_refusal(dsb, satz, am=tag, votum="ablehnung", stellungnahme="So nicht.")
    fill(dsb, am=GESTERN)
    send(dsb, "Eintragen")
    expect_erfolg(dsb, "Die Beteiligung ist eingetragen.")


def inform(page: Page, anfrage: str, *stellen: str) -> None:
    for stelle in stellen:
        page.goto(f"{anfrage}beteiligung/{stelle}/")
        fill(page, art="informiert", am=GESTERN, person=f"Stelle {stelle}")
        send(page, "Eintragen")
        expect_erfolg(page, "Die Beteiligung ist eingetragen.")


def judge(weg: Weg) -> None:
    page, anfrage = weg.konzept, weg.anfrage
    take_step(page, anfrage, "Zur Entscheidung")
    expect_refusal(page, "Es fehlt die Vorschrift, aus der sich die Aufgabe ergibt.")
    page.goto(f"{anfrage}entscheidung/")
    assert [wahl.inner_text() for wahl in page.locator("main label:has([type=radio])").all()] == ["nein"]
    save_abschnitt(page, anfrage, "recht", rechtsvorschrift="Geprüft.")
    page.goto(f"{anfrage}angaben/recht/")
    fill(page, anlass="Etwas anderes.")
    send(page, "Sichern")
    expect_refusal(page, "Dazu hat der Datenschutz schon sein Votum abgegeben.", anlass="Etwas anderes.")
    take_step(page, anfrage, "Zur Entscheidung")
    expect_stand(page, "Entscheidung")


def decide(weg: Weg) -> None:
    page, anfrage = weg.konzept, weg.anfrage
    page.goto(f"{anfrage}entscheidung/")
    expect(page.get_by_role("table")).to_contain_text("Beispiel: Träger möchte selbst anschreiben")
    check(page)
    eingabe = {"gruende": "Es passt.", "gleichbehandlung": "Wie damals.", "entschieden_von": "Amtsleitung"}
    fill(page, **eingabe, entschieden_am=HEUTE)
    send(page, KNOPF)
    expect_refusal(page, "Bitte wählen Sie, wie entschieden wurde.", **eingabe)
    page.get_by_role("radio", name=ZUSAGE).check()
    send(page, KNOPF)
    expect_refusal(page, "Der Datenschutz hat abgelehnt. Möglich sind „nein“ oder „zurückgestellt“", **eingabe)
    expect(page.get_by_role("radio", name=ZUSAGE)).to_be_checked()
    check(page)
    offene = open_tab(page, f"{anfrage}entscheidung/")
    offene.get_by_role("radio", name=ZUSAGE).check()
    fill(offene, **eingabe, entschieden_am=HEUTE)
    take_step(page, anfrage, "Zurück zur Prüfung Recht", "Der Brief ändert sich.")
    send(offene, KNOPF)
    expect_refusal(offene, "So kann hier nicht entschieden werden.", **eingabe)
    offene.close()
    take_step(page, anfrage, "Zurück zur Vorprüfung", "Der Datenschutz soll neu votieren.")
    ask_again(weg)
    postpone(weg)
    page.goto(f"{anfrage}entscheidung/")
    page.get_by_role("radio", name=ZUSAGE).check()
    fill(page, gruende="", gleichbehandlung="Wie oben.", entschieden_von="Amtsleitung", entschieden_am=HEUTE)
    send(page, KNOPF)
    expect_refusal(page, "„Gründe“ fehlt noch.", gleichbehandlung="Wie oben.")
    fill(page, gruende="Alles liegt vor.")
    send(page, KNOPF)
    expect_stand(page, "zugesagt, noch nicht vereinbart")


def ask_again(weg: Weg) -> None:
    """Votes of the first round were on another text and count no more."""
    page, dsb, anfrage = weg.konzept, weg.datenschutz, weg.anfrage
    take_step(page, anfrage, "Zur Beteiligung")
    take_step(page, anfrage, "Zur Prüfung Recht")
    expect_refusal(page, "Der Datenschutz ist noch nicht beteiligt.", "Die Pressestelle ist noch nicht beteiligt.")
    dsb.goto(f"{anfrage}beteiligung/datenschutz/")
    fill(dsb, art="votum", votum="zustimmung", am=GESTERN, person="Datenschutzbeauftragte*r")
    send(dsb, "Eintragen")
    inform(page, anfrage, "presse", "statistik")
    take_step(page, anfrage, "Zur Prüfung Recht")
    take_step(page, anfrage, "Zur Entscheidung")
    expect_stand(page, "Entscheidung")


def postpone(weg: Weg) -> None:
    page, anfrage = weg.konzept, weg.anfrage
    page.goto(f"{anfrage}entscheidung/")
    page.get_by_role("radio", name="zurückgestellt").check()
    fill(page, gruende="Ein Papier fehlt.", entschieden_von="Amtsleitung", entschieden_am=HEUTE)
    send(page, KNOPF)
    expect_refusal(page, "Es gibt frühere Entscheidungen.", gruende="Ein Papier fehlt.")
    fill(page, gleichbehandlung="Hier schreibt der Bezirk.")
    for feld, tag, satz in (
        ("wiedervorlage_am", "", "Bitte sagen Sie, wann wieder vorgelegt wird."),
        ("wiedervorlage_am", HEUTE, "Die Wiedervorlage muss in der Zukunft liegen."),
        ("wiedervorlage_am", "9999-12-31", JAHR),
        ("entschieden_am", MORGEN, "Dieser Tag liegt in der Zukunft."),
        ("entschieden_am", VORGESTERN, "Dieser Tag liegt vor der letzten Beteiligung: "),
    ):
        fill(page, **({"wiedervorlage_am": MORGEN, "entschieden_am": HEUTE} | {feld: tag}))
        send(page, KNOPF)
        expect_refusal(page, satz, **{feld: tag}, gruende="Ein Papier fehlt.")
    page.get_by_role("radio", name="nein").check()
    fill(page, wiedervorlage_am=MORGEN, entschieden_am=HEUTE)
    send(page, KNOPF)
    expect_refusal(page, "Eine Wiedervorlage gibt es nur, wenn zurückgestellt wird.", wiedervorlage_am=MORGEN)
    page.get_by_role("radio", name="zurückgestellt").check()
    send(page, KNOPF)
    expect_stand(page, "zurückgestellt")
    take_step(page, anfrage, "Wieder in die Prüfung Recht", "Das Papier ist da.")
    take_step(page, anfrage, "Zur Entscheidung")
