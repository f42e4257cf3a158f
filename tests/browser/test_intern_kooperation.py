"""A cooperation request from receipt to closing, by the role Konzept: each step is refused first, then taken.

axe and 320 px on every page on the way.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from pankow_einsamkeit.lib.kalender import BERLIN
from tests.browser.anmeldung import login_by_hand
from tests.browser.conftest import Portal
from tests.browser.seitenpruefung import check
from tests.konzept.factories_kooperation import PDF

TAG = datetime.now(BERLIN).date()
HEUTE, MORGEN, IN_EINEM_JAHR = (str(TAG + timedelta(days=tage)) for tage in (0, 1, 365))


@pytest.fixture(scope="module")
def page(browser: Browser, portal: Portal) -> Iterator[Page]:
    """As Konzept; the examples hold a request that was refused, to compare with."""
    page = browser.new_page(base_url=portal.address, locale="de-DE", viewport={"width": 1280, "height": 900})
    login_by_hand(page, "konzept")
    yield page
    page.close()


def send(page: Page, knopf: str) -> None:
    page.get_by_role("button", name=knopf, exact=True).click()


def fill(page: Page, **werte: str) -> None:
    for name, wert in werte.items():
        feld = page.locator(f"main [name={name}]")
        if feld.first.evaluate("one => one.tagName") == "SELECT":
            feld.select_option(wert)
        else:
            feld.fill(wert)


def expect_refusal(page: Page, *saetze: str) -> None:
    liste = page.locator("#fehlerliste")
    expect(liste).to_be_visible()
    for satz in saetze:
        expect(liste).to_contain_text(satz)


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
    expect(page.locator(".hinweis--erfolg")).to_contain_text("Gesichert.")


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Path:
    datei = tmp_path_factory.mktemp("papiere") / "brief.pdf"
    datei.write_bytes(PDF)
    return datei


def test_request_from_receipt_to_closing(page: Page, brief: Path) -> None:
    anfrage = receive(page)
    examine(page, anfrage)
    involve(page, anfrage)
    judge(page, anfrage)
    decide(page, anfrage)
    agree(page, anfrage, brief)
    release(page, anfrage, brief)
    send_and_report(page, anfrage)


def receive(page: Page) -> str:
    page.goto("/intern/anfragen/")
    check(page)
    page.get_by_role("link", name="Anfrage aufnehmen").click()
    check(page)
    fill(page, titel="Einladung ins Haus", art="anschreiben", eingegangen_am=HEUTE, traeger_name="Ein Verein")
    send(page, "Anfrage aufnehmen")
    expect_refusal(page, "Anfragen kann nur eine juristische Person, zum Beispiel ein eingetragener Verein.")
    expect(page.locator("#fehlerliste")).to_be_focused()
    expect(page.locator("[name=titel]")).to_have_value("Einladung ins Haus")
    check(page)
    fill(page, rechtsform="ev", ansprechperson="Leitung", ansprechkontakt="dienstlich", referenz="Aus der AG.")
    send(page, "Anfrage aufnehmen")
    expect_stand(page, "Eingang")
    check(page)
    anfrage = page.url

    save_abschnitt(page, anfrage, "angaben", zweck="Ein guter Zweck.")
    take_step(page, anfrage, "Zur Vorprüfung", "Es eilt.")
    expect_refusal(page, "Es fehlt der Inhalt.", "Es fehlt der Umfang der Daten.")
    expect(page.locator("[name=grund]")).to_have_value("Es eilt.")
    check(page)
    page.get_by_role("link", name="Es fehlt der Inhalt.").click()
    check(page)
    angaben = ("inhalt", "oeffentliches_interesse", "nutzen", "gewuenschte_daten", "umfang")
    save_abschnitt(page, anfrage, "angaben", **dict.fromkeys(angaben, "Steht im Antrag."))
    take_step(page, anfrage, "Zur Vorprüfung")
    expect_stand(page, "Vorprüfung")
    return anfrage


def examine(page: Page, anfrage: str) -> None:
    take_step(page, anfrage, "Zurück zum Eingang")
    expect_refusal(page, "Bitte einen Grund angeben; er bleibt im Verlauf stehen.")
    take_step(page, anfrage, "Zur Beteiligung")
    expect_refusal(page, "Es fehlt die Ermöglicherin oder der Ermöglicher.", "Es fehlt der Vergleich")
    page.goto(f"{anfrage}angaben/vorpruefung/")
    expect(page.locator("[name=ermoeglicher]")).to_have_value("QPK/Sozialplanung")
    fill(page, aufwand_druck_cent="viel")
    send(page, "Sichern")
    expect_refusal(page, "Bitte einen Betrag in Euro angeben")
    check(page)
    fill(page, durchfuehrung="bezirk", nutzen_traeger="Bekannter.", nutzen_bezirk="Mehr Menschen.", vergleich="Anders.")
    fill(page, aufwand_stunden="20", aufwand_druck_cent="120,50", aufwand_porto_cent="850")
    send(page, "Sichern")
    take_step(page, anfrage, "Zur Beteiligung")
    expect_stand(page, "Beteiligung")


def involve(page: Page, anfrage: str) -> None:
    take_step(page, anfrage, "Zur Prüfung Recht")
    expect_refusal(page, "Der Datenschutz ist noch nicht beteiligt.", "Die Statistikstelle ist noch nicht beteiligt.")
    page.goto(f"{anfrage}beteiligung/presse/")
    expect(page.locator("main")).to_contain_text("Zuerst gibt der Datenschutz sein Votum ab, dann folgen die anderen.")
    check(page)
    page.goto(f"{anfrage}beteiligung/datenschutz/")
    fill(page, art="votum", am=HEUTE, person="Datenschutzbeauftragte*r")
    send(page, "Eintragen")
    expect_refusal(page, "Ein Votum braucht ein Ergebnis, eine Information hat keines.")
    check(page)
    fill(page, votum="zustimmung", am=MORGEN)
    send(page, "Eintragen")
    expect_refusal(page, "Dieser Tag liegt in der Zukunft.")
    fill(page, am=HEUTE)
    send(page, "Eintragen")
    for stelle in ("presse", "statistik"):
        page.goto(f"{anfrage}beteiligung/{stelle}/")
        fill(page, art="informiert", am=HEUTE, person=f"Stelle {stelle}")
        send(page, "Eintragen")
        expect(page.locator(".hinweis--erfolg")).to_be_visible()
    take_step(page, anfrage, "Zur Prüfung Recht")
    expect_stand(page, "Prüfung Recht")


def judge(page: Page, anfrage: str) -> None:
    take_step(page, anfrage, "Zur Entscheidung")
    expect_refusal(page, "Es fehlt der Anlass.", "Es fehlt die Rechtsgrundlage", "Es fehlt die hoheitliche Aufgabe.")
    texte = dict.fromkeys(("anlass", "rechtsvorschrift", "hoheitliche_aufgabe"), "Geprüft.")
    save_abschnitt(page, anfrage, "recht", rechtsgrundlage="aufgabe", **texte)
    take_step(page, anfrage, "Zur Entscheidung")
    expect_stand(page, "Entscheidung")


def decide(page: Page, anfrage: str) -> None:
    page.goto(f"{anfrage}entscheidung/")
    expect(page.get_by_role("table")).to_contain_text("Beispiel: Träger möchte selbst anschreiben")
    check(page)
    page.get_by_role("radio", name="zurückgestellt").check()
    fill(page, gruende="Ein Papier fehlt.", entschieden_von="Amtsleitung", entschieden_am=HEUTE)
    send(page, "Entscheidung festhalten")
    expect_refusal(page, "Es gibt frühere Entscheidungen.")
    check(page)
    fill(page, gleichbehandlung="Hier schreibt der Bezirk.")
    send(page, "Entscheidung festhalten")
    expect_refusal(page, "Bitte sagen Sie, wann wieder vorgelegt wird.")
    fill(page, wiedervorlage_am=MORGEN)
    send(page, "Entscheidung festhalten")
    expect_stand(page, "zurückgestellt")
    take_step(page, anfrage, "Wieder in die Prüfung Recht", "Das Papier ist da.")
    take_step(page, anfrage, "Zur Entscheidung")
    page.goto(f"{anfrage}entscheidung/")
    page.get_by_role("radio", name="ja, nur für diesen Einzelfall").check()
    fill(page, gruende="", gleichbehandlung="Wie oben.", entschieden_von="Amtsleitung", entschieden_am=HEUTE)
    send(page, "Entscheidung festhalten")
    expect_refusal(page, "„Gründe“ fehlt noch.")
    fill(page, gruende="Alles liegt vor.")
    send(page, "Entscheidung festhalten")
    expect_stand(page, "zugesagt, noch nicht vereinbart")


def agree(page: Page, anfrage: str, brief: Path) -> None:
    take_step(page, anfrage, "Vereinbarung festhalten")
    expect_refusal(page, "Es fehlt die unterzeichnete Erklärung", "Es fehlt das Schreiben mit der Bevollmächtigung.")
    page.goto(f"{anfrage}dokument/")
    check(page)
    fill(page, art="erklaerung")
    falsche = {"name": "erklaerung.pdf", "mimeType": "application/pdf", "buffer": b"MZ kein PDF"}
    page.locator("[name=datei]").set_input_files(falsche)  # type: ignore[arg-type]
    send(page, "Hochladen")
    expect_refusal(page, "Diese Art von Datei nehmen wir nicht an.")
    expect(page.locator("[name=art]")).to_have_value("erklaerung")
    check(page)
    for art in ("erklaerung", "vollmacht"):
        page.goto(f"{anfrage}dokument/")
        fill(page, art=art)
        page.locator("[name=datei]").set_input_files(brief)
        send(page, "Hochladen")
        expect(page.locator(".hinweis--erfolg")).to_contain_text("Das Dokument ist abgelegt.")
    with page.expect_download() as download:
        page.get_by_role("link", name="brief.pdf").first.click()
    assert Path(download.value.path()).read_bytes() == PDF
    page.goto(f"{anfrage}angaben/vereinbarung/")
    fill(page, erklaerung_am=HEUTE, erklaerung_traeger="Geschäftsführung", erklaerung_bezirk="Amtsleitung")
    fill(page, vollmacht_person="Koordination", vollmacht_am=MORGEN, vollmacht_bis=HEUTE)
    send(page, "Sichern")
    expect_refusal(page, "Die Bevollmächtigung endet, bevor sie beginnt.")
    fill(page, vollmacht_am=HEUTE, vollmacht_bis=IN_EINEM_JAHR)
    send(page, "Sichern")
    take_step(page, anfrage, "Vereinbarung festhalten")
    expect_stand(page, "vereinbart")


def add_version(page: Page, anfrage: str, brief: Path, *fragen: str) -> None:
    page.goto(f"{anfrage}material/")
    fill(page, art="anschreiben", absender="Spitze der Verwaltung", rueckruf="Koordination")
    fill(page, freiwillig_satz="Sie entscheiden selbst.")
    for frage in fragen:
        page.get_by_role("checkbox", name=frage).check()
    page.locator("[name=datei]").set_input_files(brief)
    send(page, "Version anlegen")
    expect(page.locator(".hinweis--erfolg")).to_contain_text("Die Version ist angelegt.")


def release(page: Page, anfrage: str, brief: Path) -> None:
    take_step(page, anfrage, "Zur Materialfreigabe")
    expect_refusal(page, "Es fehlt das Material, das verschickt werden soll.")
    page.goto(f"{anfrage}material/")
    check(page)
    send(page, "Version anlegen")
    expect_refusal(page, "„Der Satz zur Freiwilligkeit“ fehlt noch.", "Bitte wählen Sie eine Datei aus.")
    check(page)
    add_version(page, anfrage, brief)
    take_step(page, anfrage, "Zur Materialfreigabe")
    page.get_by_role("link", name="Freigabe eintragen: Anschreiben, Version 1").click()
    alte_version = page.url
    take_step(page, anfrage, "Zum Versand")
    expect_refusal(page, "Nicht jedes Material ist im Ton geprüft.", "dass die Teilnahme freiwillig ist.")
    expect_refusal(page, "Der Datenschutz hat nicht jedes Material", "Die Pressestelle hat nicht jedes Material")
    add_version(
        page, anfrage, brief, "wertschätzend", "fürsorglich", "kurz und verständlich", "Niemand wird", "Der Brief"
    )
    page.goto(alte_version)
    expect(page.locator("main")).to_contain_text("Von diesem Material gibt es eine neuere Version.")
    for stelle, person in (("datenschutz", "Dieselbe"), ("presse", "Dieselbe"), ("presse", "Pressestelle")):
        page.goto(anfrage)
        page.get_by_role("link", name="Freigabe eintragen: Anschreiben, Version 2").click()
        fill(page, stelle=stelle, person=person, freigegeben_am=HEUTE)
        send(page, "Freigabe eintragen")
        if (stelle, person) == ("presse", "Dieselbe"):
            expect_refusal(page, "Diese Person hat schon für die andere Stelle freigegeben. Es braucht zwei.")
            check(page)
    page.goto(anfrage)
    check(page)
    take_step(page, anfrage, "Zum Versand")
    expect_stand(page, "Versand")


def send_and_report(page: Page, anfrage: str) -> None:
    take_step(page, anfrage, "Rückmeldungen sammeln")
    expect_refusal(page, "Es fehlt, wie viele Briefe verschickt wurden.", "bis wann der Ergebnisbericht")
    page.goto(f"{anfrage}angaben/versand/")
    fill(page, druck_anzahl="10", druck_stelle="Druckerei", druck_am=HEUTE)
    fill(page, versand_anzahl="11", versand_stelle="Poststelle", versand_am=HEUTE, bericht_bis=IN_EINEM_JAHR)
    send(page, "Sichern")
    expect_refusal(page, "Es können nicht mehr Briefe verschickt als gedruckt worden sein.")
    fill(page, versand_anzahl="10")
    send(page, "Sichern")
    take_step(page, anfrage, "Rückmeldungen sammeln")
    take_step(page, anfrage, "Zum Ergebnisbericht")
    expect_refusal(page, "Es fehlt die Zahl der ablehnenden Antworten.")
    page.goto(f"{anfrage}angaben/rueckmeldungen/")
    expect(page.locator("main")).to_contain_text("Keine Namen von Bürgerinnen und Bürgern.")
    fill(page, antworten_anzahl="1", ablehnend_anzahl="2")
    send(page, "Sichern")
    expect_refusal(page, "Es können nicht mehr Antworten ablehnend sein, als es Antworten gab.")
    fill(page, antworten_anzahl="4", ablehnend_anzahl="0")
    send(page, "Sichern")
    take_step(page, anfrage, "Zum Ergebnisbericht")
    take_step(page, anfrage, "Abschließen")
    expect_refusal(page, "Es fehlt der Ergebnisbericht.", "in welcher Drucksache oder welchem Gremium")
    save_abschnitt(page, anfrage, "ergebnis", ergebnis="Vier Besuche.", ergebnis_gremium="Ausschuss", ergebnis_am=HEUTE)
    take_step(page, anfrage, "Abschließen")
    expect_stand(page, "abgeschlossen")
    expect(page.locator(".anfrage-verlauf li")).to_have_count(15)
    check(page)
    page.goto(f"{anfrage}schritt/")
    expect(page.locator("main")).to_contain_text("Von hier führt kein Schritt weiter.")
    page.goto("/intern/anfragen/?stand=abgeschlossen")
    expect(page.get_by_role("link", name="Einladung ins Haus")).to_be_visible()
