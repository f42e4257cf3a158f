"""Eingang and Vorprüfung."""

from playwright.sync_api import expect

from tests.browser.kooperation.seite import (
    JAHR,
    MORGEN,
    VORGESTERN,
    Weg,
    expect_refusal,
    expect_sperre,
    expect_stand,
    expect_zwischenstand,
    fill,
    open_tab,
    save_abschnitt,
    take_step,
)
from tests.browser.seitenpruefung import check
from tests.browser.weiter import follow, send

TITEL = "Einladung ins Haus"


def receive(weg: Weg) -> None:
    page = weg.konzept
    page.goto("/intern/anfragen/")
    check(page)
    follow(page, "Anfrage aufnehmen")
    check(page)
    eingang = {"titel": TITEL, "art": "anschreiben", "traeger_name": "Ein Verein"}
    fill(page, **eingang, eingegangen_am=VORGESTERN)
    send(page, "Anfrage aufnehmen")
    expect_refusal(page, "Anfragen kann nur eine juristische Person, zum Beispiel ein eingetragener Verein.", **eingang)
    expect(page.locator("#fehlerliste")).to_be_focused()
    check(page)
    fill(page, rechtsform="ev", ansprechperson="Leitung", ansprechkontakt="dienstlich", referenz="Aus der AG.")
    for tag, satz in ((MORGEN, "Dieser Tag liegt in der Zukunft."), ("0001-01-01", JAHR), ("9999-12-31", JAHR)):
        fill(page, eingegangen_am=tag)
        send(page, "Anfrage aufnehmen")
        expect_refusal(page, satz, eingegangen_am=tag, referenz="Aus der AG.", rechtsform="ev")
    fill(page, eingegangen_am=VORGESTERN)
    send(page, "Anfrage aufnehmen")
    expect_stand(page, "Eingang")
    check(page)
    weg.anfrage = page.url
    receive_again(weg)
    complete_papers(weg)


def receive_again(weg: Weg) -> None:
    page = weg.konzept
    page.goto("/intern/anfragen/neu/")
    fill(page, titel=TITEL, art="anschreiben", traeger_name="Ein Verein", eingegangen_am=VORGESTERN, rechtsform="ev")
    send(page, "Anfrage aufnehmen")
    expect_refusal(page, "Diese Anfrage ist schon aufgenommen.", titel=TITEL, eingegangen_am=VORGESTERN)


def complete_papers(weg: Weg) -> None:
    page, anfrage = weg.konzept, weg.anfrage
    save_abschnitt(page, anfrage, "angaben", zweck="Ein guter Zweck.")
    take_step(page, anfrage, "Zur Vorprüfung", "Es eilt.")
    expect_refusal(page, "Es fehlt der Inhalt.", "Es fehlt der Umfang der Daten.", grund="Es eilt.")
    check(page)
    follow(page, "Es fehlt der Inhalt.")
    check(page)
    zu_lang = "a" * 20_001
    fill(page, inhalt=zu_lang)
    send(page, "Sichern")
    expect_refusal(page, "höchstens 20000 Zeichen", inhalt=zu_lang, zweck="Ein guter Zweck.")
    angaben = ("inhalt", "oeffentliches_interesse", "nutzen", "gewuenschte_daten", "umfang")
    save_abschnitt(page, anfrage, "angaben", **dict.fromkeys(angaben, "Steht im Antrag."))
    for adresse, satz in (
        ("beteiligung/presse/", "Beteiligt wird, solange die Anfrage auf „Beteiligung“ steht."),
        (
            "entscheidung/",
            "Entschieden wird, wenn die Anfrage auf „Entscheidung“ steht. Jetzt steht sie auf „Eingang“.",
        ),
        ("material/", "Material kommt hinzu, wenn die Anfrage vereinbart ist."),
        ("angaben/versand/", "„Druck und Versand“ lässt sich nicht ändern, solange"),
    ):
        expect_sperre(page, f"{anfrage}{adresse}", satz)
    take_step(page, anfrage, "Zur Vorprüfung")
    expect_stand(page, "Vorprüfung")


def examine(weg: Weg) -> None:
    page, anfrage = weg.konzept, weg.anfrage
    take_step(page, anfrage, "Zurück zum Eingang")
    expect_refusal(page, "Bitte einen Grund angeben; er bleibt im Verlauf stehen.")
    take_step(page, anfrage, "Zur Beteiligung")
    expect_refusal(page, "Es fehlt die Ermöglicherin oder der Ermöglicher.", "Es fehlt der Anlass.")
    adresse = f"{anfrage}angaben/vorpruefung/"
    page.goto(adresse)
    expect(page.locator("[name=ermoeglicher]")).to_have_value("QPK/Sozialplanung")
    fill(page, aufwand_druck_cent="viel", vergleich="Anders.")
    send(page, "Sichern")
    expect_refusal(page, "Bitte einen Betrag in Euro angeben", aufwand_druck_cent="viel", vergleich="Anders.")
    check(page)
    andere = open_tab(page, adresse)
    fill(page, durchfuehrung="bezirk", nutzen_traeger="Bekannter.", nutzen_bezirk="Mehr Menschen.")
    fill(page, aufwand_stunden="20", aufwand_druck_cent="120,50", aufwand_porto_cent="850")
    send(page, "Sichern")
    fill(andere, vergleich="Ganz anders.")
    send(andere, "Sichern")
    expect_refusal(andere, "Inzwischen hat jemand gespeichert: „", vergleich="Ganz anders.")
    expect_zwischenstand(andere, "vergleich", "Anders.")
    check(andere)
    andere.goto(f"{anfrage}angaben/angaben/")
    fill(andere, umfang="Noch mehr.")
    texte = dict.fromkeys(("anlass", "hoheitliche_aufgabe"), "Geprüft.")
    save_abschnitt(page, anfrage, "recht", rechtsgrundlage="aufgabe", **texte)
    schritt = open_tab(page, f"{anfrage}schritt/")
    take_step(page, anfrage, "Zur Beteiligung")
    expect_stand(page, "Beteiligung")
    send(andere, "Sichern")
    expect_refusal(andere, "lässt sich nicht ändern, solange die Anfrage auf „Beteiligung“ steht.", umfang="Noch mehr.")
    schritt.get_by_role("radio", name="Zur Beteiligung").check()
    fill(schritt, grund="Alles da.")
    send(schritt, "Schritt gehen")
    expect_refusal(schritt, "Dieser Schritt führt von hier nicht weiter.", grund="Alles da.")
    andere.close()
    schritt.close()
