"""The Word file of a report, read back with the library that wrote it."""

from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as Docx
from docx.oxml.ns import qn

from konzept.domain.berichtsabbild import build_abbild
from konzept.domain.berichtsbloecke import Dokument, build_absatz, build_liste, build_tabelle
from konzept.druck.bericht_docx import write_bericht
from tests.konzept.berichtskatalog import create_vollen

pytestmark = pytest.mark.django_db
ERSTELLT = datetime(2026, 11, 21, 10, tzinfo=UTC)


@pytest.fixture
def dokument(heute: date) -> Dokument:
    fertiges: Dokument = build_abbild(create_vollen(), heute=heute)["dokument"]
    return fertiges


def read(dokument: Dokument, *, vermerk: str = "") -> Docx:
    return Document(BytesIO(write_bericht(dokument, vermerk=vermerk, erstellt=ERSTELLT)))


def test_headings_are_real_and_in_order(dokument: Dokument) -> None:
    absaetze = [absatz for absatz in read(dokument).paragraphs if absatz.style.name.startswith("Heading")]
    erwartet = [("Heading 1", dokument["titel"])]
    for abschnitt in dokument["abschnitte"]:
        erwartet.append(("Heading 2", f"{abschnitt['nummer']}. {abschnitt['titel']}"))
        erwartet += [("Heading 3", block["text"]) for block in abschnitt["bloecke"] if block["art"] == "zwischentitel"]
    assert [(absatz.style.name, absatz.text) for absatz in absaetze] == erwartet


def test_tables_have_every_cell_and_a_head_that_repeats(dokument: Dokument) -> None:
    bloecke = [block for abschnitt in dokument["abschnitte"] for block in abschnitt["bloecke"]]
    tabellen = read(dokument).tables
    assert [[[zelle.text for zelle in zeile.cells] for zeile in tabelle.rows] for tabelle in tabellen] == [
        [block["spalten"], *block["zeilen"]] for block in bloecke if block["art"] == "tabelle"
    ]
    koepfe = [[zeile._tr.find(f".//{qn('w:tblHeader')}") is not None for zeile in t.rows] for t in tabellen]
    assert koepfe == [[True] + [False] * (len(tabelle.rows) - 1) for tabelle in tabellen]


def test_title_language_and_day_are_those_of_the_report(dokument: Dokument) -> None:
    datei = read(dokument)
    eigenschaften = datei.core_properties
    assert (eigenschaften.title, eigenschaften.author, eigenschaften.language, eigenschaften.created) == (
        "Zwischenbericht: Pankow gegen Einsamkeit",
        "Bezirksamt Pankow von Berlin",
        "de-DE",
        ERSTELLT,
    )
    sprachen = {element.get(qn("w:val")) for element in datei.styles.element.iter(qn("w:lang"))}
    assert sprachen == {"de-DE"}


def test_diagram_is_told_in_words_before_its_table(dokument: Dokument) -> None:
    texte = [absatz.text for absatz in read(dokument).paragraphs]
    diagramme = [
        f"{block['titel']}. {block['alt']}"
        for abschnitt in dokument["abschnitte"]
        for block in abschnitt["bloecke"]
        if block["art"] == "diagramm"
    ]
    assert len(diagramme) == 2
    assert [satz for satz in diagramme if satz not in texte] == []


@pytest.mark.parametrize(("vermerk", "anzahl"), [("Noch nicht freigegeben", 1), ("", 0)])
def test_note_stands_below_the_title(dokument: Dokument, vermerk: str, anzahl: int) -> None:
    texte = [absatz.text for absatz in read(dokument, vermerk=vermerk).paragraphs]
    assert texte.count("Noch nicht freigegeben") == anzahl


def test_signs_that_xml_cannot_hold_fall_away(dokument: Dokument) -> None:
    dokument["abschnitte"] = dokument["abschnitte"][:1]
    dokument["abschnitte"][0]["bloecke"] = [
        build_absatz("a\x00b\x0bc"),
        build_liste(["d\x1fe"], leer=""),
        build_tabelle("f\x01g", ["h\x02i"], [["j\x03k <b> & c"]]),
    ]
    datei = read(dokument)
    assert {"abc", "de", "fg"} <= {absatz.text for absatz in datei.paragraphs}
    assert [zelle.text for zeile in datei.tables[0].rows for zelle in zeile.cells] == ["hi", "jk <b> & c"]


def test_same_report_is_the_same_file_whenever_it_is_fetched(dokument: Dokument) -> None:
    eine = write_bericht(dokument, vermerk="", erstellt=ERSTELLT)
    zeiten = {teil.date_time for teil in ZipFile(BytesIO(eine)).infolist()}
    assert zeiten == {(2026, 11, 21, 10, 0, 0)}
    assert eine == write_bericht(dokument, vermerk="", erstellt=ERSTELLT)
