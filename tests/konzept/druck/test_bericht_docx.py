"""The Word file of a report, read back with the library that wrote it."""

from collections import Counter
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.shared import Mm
from PIL import Image

from konzept.domain.berichtsabbild import build_abbild
from konzept.domain.berichtsbloecke import Dokument, build_absatz, build_diagramm, build_liste, build_tabelle
from konzept.druck.bericht_docx import write_bericht
from konzept.druck.berichtsbilder import draw_diagramme
from konzept.druck.docx_grundlage import TEXTBREITE
from konzept.druck.docx_tabelle import compute_breiten
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
    assert datei.settings.element.find(qn("w:themeFontLang")).get(qn("w:val")) == "de-DE"


def list_bloecke(dokument: Dokument, art: str) -> list[Any]:
    return [block for eines in dokument["abschnitte"] for block in eines["bloecke"] if block["art"] == art]


def test_every_diagram_is_a_described_picture_no_wider_than_the_text(dokument: Dokument) -> None:
    datei = read(dokument)
    seite = datei.sections[0]
    bilder = list(datei.inline_shapes)
    assert [bild._inline.docPr.get("descr") for bild in bilder] == [
        block["alt"] for block in list_bloecke(dokument, "diagramm")
    ]
    platz = seite.page_width - seite.left_margin - seite.right_margin
    assert [bild.width for bild in bilder if not 0.999 * platz <= bild.width <= platz] == []
    assert len({bild._inline.docPr.get("id") for bild in bilder}) == len(bilder) == 3


def test_pictures_hold_what_they_show_at_300_dots_per_inch(dokument: Dokument) -> None:
    for bild, block in zip(draw_diagramme(dokument), list_bloecke(dokument, "diagramm"), strict=True):
        with Image.open(BytesIO(bild)) as gelesen:
            breite, hoehe = gelesen.size
            balken, weiss = (gelesen.convert("L").histogram()[wert] for wert in (90, 255))
        assert breite == pytest.approx(166 / 25.4 * 300, abs=1)
        assert hoehe >= 10 * 300 / 72 * len(block["balken"])  # a row of 9 pt and its space
        assert min(balken, weiss) > 1000


def test_tall_picture_still_fits_on_a_page(dokument: Dokument) -> None:
    dokument["abschnitte"] = dokument["abschnitte"][:1]
    werte = [(f"Kiez {nummer}", float(nummer), str(nummer)) for nummer in range(90)]
    dokument["abschnitte"][0]["bloecke"] = [build_diagramm("Viele", "Sehr viele.", werte)]
    [bild] = read(dokument).inline_shapes
    assert bild.height == Mm(230)
    assert bild.width < Mm(166)


def test_captions_are_counted_by_word_and_stand_before_what_they_name(dokument: Dokument) -> None:
    absaetze = [absatz for absatz in read(dokument).paragraphs if absatz.style.name == "Caption"]
    zaehler = Counter[str]()
    erwartet = []
    for abschnitt in dokument["abschnitte"]:
        for block in abschnitt["bloecke"]:
            if art := {"diagramm": "Abbildung", "tabelle": "Tabelle"}.get(block["art"]):
                zaehler[art] += 1
                erwartet.append((f"{art} {zaehler[art]}: {block['titel']}", f"SEQ {art} \\* ARABIC"))
    befehle = [absatz._p.find(f".//{qn('w:instrText')}").text for absatz in absaetze]
    assert [(absatz.text, befehl) for absatz, befehl in zip(absaetze, befehle, strict=True)] == erwartet
    folgende = [absatz._p.getnext() for absatz in absaetze]
    assert [eines.tag == qn("w:tbl") or eines.find(f".//{qn('w:drawing')}") is not None for eines in folgende] == [
        True for _absatz in absaetze
    ]


def test_no_paragraph_is_empty_and_no_sign_stands_for_a_line(dokument: Dokument) -> None:
    datei = read(dokument, vermerk="Noch nicht freigegeben")
    leere = [absatz for absatz in datei.paragraphs if not absatz.text.strip() and not absatz._p.xpath(".//w:drawing")]
    assert leere == []
    assert "__" not in "".join(absatz.text for absatz in datei.paragraphs)


def test_tables_are_as_wide_as_the_text_and_name_themselves(dokument: Dokument) -> None:
    datei = read(dokument)
    for tabelle, block in zip(datei.tables, list_bloecke(dokument, "tabelle"), strict=True):
        assert sum(spalte.width for spalte in tabelle.columns) == pytest.approx(TEXTBREITE, rel=0.001)
        assert tabelle._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == block["titel"]


def test_columns_have_room_for_their_longest_word_first() -> None:
    breiten = compute_breiten([["Nr.", "Text"], ["1", "Ein langer Satz mit vielen Wörtern darin."]])
    assert sum(breiten) == pytest.approx(TEXTBREITE, abs=2)
    assert breiten[0] < breiten[1]
    zu_lange = compute_breiten([["x" * 90, "y" * 30]])
    assert sum(zu_lange) == pytest.approx(TEXTBREITE, abs=2)


@pytest.mark.parametrize(
    ("vermerk", "fuss"),
    [
        ("Noch nicht freigegeben", "Bezirksamt Pankow von Berlin · Noch nicht freigegeben\tSeite 1 von 1"),
        ("", "Bezirksamt Pankow von Berlin\tSeite 1 von 1"),
    ],
)
def test_foot_of_every_page_has_its_number_and_the_note(dokument: Dokument, vermerk: str, fuss: str) -> None:
    [absatz] = read(dokument, vermerk=vermerk).sections[0].footer.paragraphs
    assert absatz.text == fuss
    assert [feld.text for feld in absatz._p.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]


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
    assert {"abc", "de", "Tabelle 1: fg"} <= {absatz.text for absatz in datei.paragraphs}
    assert [zelle.text for zeile in datei.tables[0].rows for zelle in zeile.cells] == ["hi", "jk <b> & c"]


def test_same_report_is_the_same_file_whenever_it_is_fetched(dokument: Dokument) -> None:
    eine = write_bericht(dokument, vermerk="", erstellt=ERSTELLT)
    zeiten = {teil.date_time for teil in ZipFile(BytesIO(eine)).infolist()}
    assert zeiten == {(2026, 11, 21, 10, 0, 0)}
    assert eine == write_bericht(dokument, vermerk="", erstellt=ERSTELLT)


def test_file_carries_no_picture_of_the_template(dokument: Dokument) -> None:
    with ZipFile(BytesIO(write_bericht(dokument, vermerk="", erstellt=ERSTELLT))) as archiv:
        assert [name for name in archiv.namelist() if "thumbnail" in name] == []
        assert b"thumbnail" not in archiv.read("_rels/.rels")
