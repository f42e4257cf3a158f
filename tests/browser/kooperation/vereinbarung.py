"""The agreement: its papers, what is no paper, and how long somebody is authorised."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.kooperation.seite import (
    GESTERN,
    HEUTE,
    IN_EINEM_JAHR,
    IN_ZWEI_JAHREN,
    MORGEN,
    Weg,
    choose_datei,
    expect_refusal,
    expect_stand,
    fill,
    take_step,
    upload,
)
from tests.browser.seitenpruefung import check
from tests.browser.weiter import send
from tests.konzept.domain.test_dokumentpruefung import WORD, build_riesenbild, build_zip
from tests.konzept.factories_kooperation import PDF

KEIN_PAPIER = (
    (b"MZ kein PDF", "Diese Art von Datei nehmen wir nicht an."),
    (b"MZ" + PDF, "Diese Art von Datei nehmen wir nicht an."),
    (PDF[:-7], "Diese Datei ist beschädigt oder unvollständig."),
    (b"", "Diese Datei ist leer."),
    (build_riesenbild(), "Dieses Bild hat zu viele Pixel."),
    (build_zip({**WORD, "word/vbaProject.bin": "x"}), "Diese Datei enthält Makros."),
)
ZU_GROSS = 21 * 1024 * 1024  # bytes; DOKUMENT_MAX_MB is 20 where nothing else is set


def agree(weg: Weg) -> None:
    page, anfrage = weg.konzept, weg.anfrage
    take_step(page, anfrage, "Vereinbarung festhalten")
    expect_refusal(page, "Es fehlt die unterzeichnete Erklärung", "Es fehlt das Schreiben mit der Bevollmächtigung.")
    refuse_files(weg)
    for art in ("erklaerung", "vollmacht"):
        upload(page, anfrage, art)
    with page.expect_download() as download:
        page.get_by_role("link", name="brief.pdf").first.click()
    assert Path(download.value.path()).read_bytes() == PDF
    authorise(page, anfrage)
    take_step(page, anfrage, "Vereinbarung festhalten")
    expect_stand(page, "vereinbart")


def refuse_files(weg: Weg) -> None:
    page = weg.konzept
    page.goto(f"{weg.anfrage}dokument/")
    check(page)
    fill(page, art="vollmacht")
    send(page, "Hochladen")
    expect_refusal(page, "Bitte wählen Sie eine Datei aus.", art="vollmacht")
    check(page)
    for inhalt, satz in KEIN_PAPIER:
        choose_datei(page, inhalt)
        send(page, "Hochladen")
        expect_refusal(page, satz, art="vollmacht")
        expect(page.locator("form.intern-formular")).to_contain_text("Bitte wählen Sie die Datei noch einmal aus.")
    grosse = weg.ordner / "gross.pdf"
    grosse.write_bytes(PDF.ljust(ZU_GROSS))
    page.locator("[name=datei]").set_input_files(grosse)
    send(page, "Hochladen")
    expect_refusal(page, "Diese Datei ist zu groß. Möglich sind höchstens 20 MB.", art="vollmacht")


def authorise(page: Page, anfrage: str) -> None:
    page.goto(f"{anfrage}angaben/vereinbarung/")
    erklaerung = {"erklaerung_traeger": "Geschäftsführung", "erklaerung_bezirk": "Amtsleitung"}
    fill(page, **erklaerung, erklaerung_am=MORGEN, vollmacht_person="Koordination")
    fill(page, vollmacht_am=HEUTE, vollmacht_bis=GESTERN)
    send(page, "Sichern")
    expect_refusal(page, "Die Bevollmächtigung endet, bevor sie beginnt.", **erklaerung, vollmacht_bis=GESTERN)
    fill(page, vollmacht_am=GESTERN)
    send(page, "Sichern")
    expect_refusal(page, "Dieser Tag liegt in der Zukunft.", **erklaerung, erklaerung_am=MORGEN)
    fill(page, erklaerung_am=HEUTE)
    send(page, "Sichern")
    take_step(page, anfrage, "Vereinbarung festhalten")
    expect_refusal(page, "Die Bevollmächtigung ist abgelaufen. Der Träger muss eine neue vorlegen.")
    page.goto(f"{anfrage}angaben/vereinbarung/")
    fill(page, vollmacht_bis=IN_EINEM_JAHR)
    send(page, "Sichern")
    satz = "Länger als bisher gilt die Bevollmächtigung nur mit einem neuen Schreiben."
    expect_refusal(page, satz, **erklaerung, vollmacht_bis=IN_EINEM_JAHR)
    check(page)
    upload(page, anfrage, "vollmacht", PDF + b"% neues Schreiben\n")
    page.goto(f"{anfrage}angaben/vereinbarung/")
    fill(page, vollmacht_am=MORGEN, vollmacht_bis=IN_EINEM_JAHR)
    send(page, "Sichern")
    take_step(page, anfrage, "Vereinbarung festhalten")
    expect_refusal(page, "Die Bevollmächtigung gilt noch nicht.")
    page.goto(f"{anfrage}angaben/vereinbarung/")
    fill(page, vollmacht_am=HEUTE, vollmacht_bis=IN_ZWEI_JAHREN)
    send(page, "Sichern")
    expect_refusal(page, satz, vollmacht_am=HEUTE)
    fill(page, vollmacht_bis=IN_EINEM_JAHR)
    send(page, "Sichern")
