"""Letters in versions, and the two releases of the newest by two accounts."""

from playwright.sync_api import Page, expect

from tests.browser.kooperation.seite import (
    GESTERN,
    HEUTE,
    MORGEN,
    Weg,
    choose_datei,
    expect_erfolg,
    expect_refusal,
    expect_sperre,
    expect_stand,
    fill,
    open_tab,
    take_step,
)
from tests.browser.seitenpruefung import check
from tests.browser.weiter import follow, send

KNOPF = "Freigabe eintragen"
FRAGEN = ("wertschätzend", "fürsorglich", "kurz und verständlich", "Niemand wird", "Der Brief")
EIGENE = (
    "Von Ihrem Konto ist schon eine Freigabe dieser Version: „Pressestelle“. Die andere trägt ein zweites Konto ein."
)


def release(weg: Weg) -> None:
    page, anfrage = weg.konzept, weg.anfrage
    take_step(page, anfrage, "Zur Materialfreigabe")
    expect_refusal(page, "Es fehlt das Material, das verschickt werden soll.")
    page.goto(f"{anfrage}material/")
    check(page)
    fill(page, absender="Spitze der Verwaltung")
    page.get_by_role("checkbox", name="wertschätzend").check()
    send(page, "Version anlegen")
    saetze = ("„Der Satz zur Freiwilligkeit“ fehlt noch.", "Bitte wählen Sie eine Datei aus.")
    expect_refusal(page, *saetze, absender="Spitze der Verwaltung")
    expect(page.get_by_role("checkbox", name="wertschätzend")).to_be_checked()
    check(page)
    add_version(page, anfrage)
    take_step(page, anfrage, "Zur Materialfreigabe")
    alte = read_freigabe(weg.konzept, anfrage, "Pressestelle, Anschreiben, Version 1")
    take_step(page, anfrage, "Zum Versand")
    expect_refusal(page, "Nicht jedes Material ist im Ton geprüft.", "dass die Teilnahme freiwillig ist.")
    expect_refusal(page, "Der Datenschutz hat nicht jedes Material", "Die Pressestelle hat nicht jedes Material")
    add_version(page, anfrage, *FRAGEN)
    expect_sperre(page, alte, "Von diesem Material gibt es eine neuere Version. Freigegeben wird nur die neueste.")
    presse = read_freigabe(page, anfrage, "Pressestelle, Anschreiben, Version 2")
    datenschutz = presse.replace("/presse/", "/datenschutz/")
    antwort = page.goto(datenschutz)
    assert antwort is not None
    assert antwort.status == 403
    release_twice(weg, presse, datenschutz)
    expect_sperre(page, presse, "Diese Stelle hat diese Version schon freigegeben.")
    page.goto(anfrage)
    expect(page.locator(".anfrage-material").first).to_contain_text("eingetragen vom Konto „datenschutz“")
    check(page)
    take_step(page, anfrage, "Zum Versand")
    expect_stand(page, "Versand")
    expect_sperre(page, presse, "Freigegeben wird, wenn die Anfrage auf „Materialfreigabe“ steht.")


def add_version(page: Page, anfrage: str, *fragen: str) -> None:
    page.goto(f"{anfrage}material/")
    fill(page, art="anschreiben", absender="Spitze der Verwaltung", rueckruf="Koordination")
    fill(page, freiwillig_satz="Sie entscheiden selbst.")
    for frage in fragen:
        page.get_by_role("checkbox", name=frage).check()
    choose_datei(page)
    send(page, "Version anlegen")
    expect_erfolg(page, "Die Version ist angelegt.")


def read_freigabe(page: Page, anfrage: str, wofuer: str) -> str:
    """Address of the form."""
    page.goto(anfrage)
    follow(page, f"Freigabe eintragen: {wofuer}")
    return page.url


def release_twice(weg: Weg, presse: str, datenschutz: str) -> None:
    """The account that may do everything tries both; the second is for the Datenschutz to give."""
    technik, dsb = weg.technik, weg.datenschutz
    zweites = open_tab(technik, datenschutz)
    fill(zweites, person="Datenschutzbeauftragte*r", freigegeben_am=HEUTE)
    technik.goto(presse)
    fill(technik, person="Dieselbe")
    for tag, satz in ((MORGEN, "Dieser Tag liegt in der Zukunft."), (GESTERN, "An diesem Tag gab es die Version noch")):
        fill(technik, freigegeben_am=tag)
        send(technik, KNOPF)
        expect_refusal(technik, satz, person="Dieselbe", freigegeben_am=tag)
    fill(technik, freigegeben_am=HEUTE)
    send(technik, KNOPF)
    expect_erfolg(technik, "Die Freigabe ist eingetragen.")
    expect(technik.locator(".anfrage-material").first).to_contain_text(f"Es fehlt: Datenschutz. {EIGENE}")
    send(zweites, KNOPF)
    expect_refusal(zweites, EIGENE, person="Datenschutzbeauftragte*r", freigegeben_am=HEUTE)
    zweites.close()
    expect_sperre(technik, datenschutz, EIGENE)
    check(technik)
    dsb.goto(weg.anfrage)
    follow(dsb, "Freigabe eintragen: Datenschutz, Anschreiben, Version 2")
    check(dsb)
    fill(dsb, person="Dieselbe", freigegeben_am=HEUTE)
    send(dsb, KNOPF)
    expect_refusal(dsb, "Diese Person hat schon für die andere Stelle freigegeben. Es braucht zwei.", person="Dieselbe")
    check(dsb)
    fill(dsb, person="Datenschutzbeauftragte*r")
    send(dsb, KNOPF)
    expect_erfolg(dsb, "Die Freigabe ist eingetragen.")
