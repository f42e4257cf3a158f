"""The PDF of a report: tagged, in order, with title and language, and every word of the document in it."""

from datetime import date
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from PIL import Image

from konzept.domain.berichtsabbild import build_abbild
from konzept.domain.berichtsbloecke import Block, Dokument, build_absatz, build_diagramm, build_tabelle
from konzept.druck.bericht_pdf import set_bericht
from tests.angebote.druck.programmkatalog import FEINDLICH
from tests.konzept.berichtskatalog import create_vollen
from tests.pdf import list_rollen, read_pages, read_structure, read_text, render_pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def dokument(heute: date) -> Dokument:
    fertiges: Dokument = build_abbild(create_vollen(), heute=heute)["dokument"]
    return fertiges


def list_texte(dokument: Dokument) -> list[str]:
    texte = []
    for abschnitt in dokument["abschnitte"]:
        texte.append(f"{abschnitt['nummer']}. {abschnitt['titel']}")
        for block in abschnitt["bloecke"]:
            texte += [block["text"]] if "text" in block else [block["titel"]] if "titel" in block else block["punkte"]
    return texte


def squeeze(text: str) -> str:
    """Without any space, since lines break where they must."""
    return "".join(text.split()).replace("\u200b", "")


def test_pdf_says_everything_in_the_order_of_the_document(dokument: Dokument) -> None:
    gelesen = squeeze(read_structure(set_bericht(dokument, vermerk="")))
    stelle = 0
    for text in (dokument["kopf"], dokument["titel"], *list_texte(dokument)):
        stelle = gelesen.find(squeeze(text), stelle)
        assert stelle >= 0, text


def test_signature_stands_below_the_last_sentence_wherever_the_page_ends(dokument: Dokument) -> None:
    anfang, ende = dokument["abschnitte"][0], dokument["abschnitte"][-1]
    for absaetze in range(0, 24, 2):
        erster = {**anfang, "bloecke": [build_absatz("Ein Satz.")] * absaetze + [build_absatz("Noch einer.")]}
        letzter = {**ende, "bloecke": [build_absatz("Davor."), build_absatz("Ganz zum Schluss.")]}
        kurz: Any = {**dokument, "abschnitte": [erster, letzter]}
        letzte = read_pages(set_bericht(kurz, vermerk=""))[-1]
        assert "Unterschrift" in letzte
        assert "Ganz zum Schluss." in letzte, absaetze


def test_pdf_has_title_language_and_the_mark_of_accessible_documents(dokument: Dokument) -> None:
    with pikepdf.open(BytesIO(set_bericht(dokument, vermerk=""))) as pdf:
        with pdf.open_metadata() as meta:
            assert (meta["dc:title"], meta["pdfuaid:part"]) == ("Zwischenbericht: Pankow gegen Einsamkeit", "1")
        assert str(pdf.Root.Lang) == "de"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_pdf_has_headings_tables_with_heads_and_described_diagrams(dokument: Dokument) -> None:
    bloecke = [block for abschnitt in dokument["abschnitte"] for block in abschnitt["bloecke"]]
    with pikepdf.open(BytesIO(set_bericht(dokument, vermerk=""))) as pdf:
        rollen = list_rollen(pdf)
        alternativen = {str(knoten.Alt) for knoten in iterate_figuren(pdf.Root.StructTreeRoot.K)}
    tabellen = [block for block in bloecke if block["art"] == "tabelle"]
    assert [rollen.count(rolle) for rolle in ("H1", "H2", "H3")] == [
        1,
        len(dokument["abschnitte"]),
        sum(block["art"] == "zwischentitel" for block in bloecke),
    ]
    assert rollen.count("Table") == len(tabellen)
    assert rollen.count("TH") == sum(len(tabelle["spalten"]) for tabelle in tabellen)
    assert alternativen == {block["alt"] for block in bloecke if block["art"] == "diagramm"}


def iterate_figuren(knoten: Any) -> list[Any]:
    if isinstance(knoten, pikepdf.Array):
        return [figur for kind in knoten for figur in iterate_figuren(kind)]
    if not isinstance(knoten, pikepdf.Dictionary):
        return []
    eigene = [knoten] if knoten.get("/S") == "/Figure" and "/Alt" in knoten else []
    return [*eigene, *(iterate_figuren(knoten.K) if "/K" in knoten else [])]


def test_note_stands_on_every_page_until_the_report_is_released(dokument: Dokument) -> None:
    seiten = read_pages(set_bericht(dokument, vermerk="Noch nicht freigegeben"))
    assert len(seiten) > 1
    assert [seite for seite in seiten if "Noch nicht freigegeben" not in seite] == []
    assert "Noch nicht freigegeben" not in read_text(set_bericht(dokument, vermerk=""))


def test_text_is_never_read_as_markup(dokument: Dokument) -> None:
    dokument["abschnitte"][0]["bloecke"] = [
        build_absatz(FEINDLICH),
        build_tabelle(FEINDLICH, [FEINDLICH], [[FEINDLICH]]),
    ]
    dokument["titel"] = FEINDLICH
    assert squeeze(read_text(set_bericht(dokument, vermerk=FEINDLICH))).count(squeeze(FEINDLICH)) >= 5


def test_long_rows_and_words_lose_nothing(dokument: Dokument) -> None:
    lang = " ".join(f"Wort{n}" for n in range(1500))
    dokument["abschnitte"][0]["bloecke"] = [build_tabelle("Lang", ["A", "B"], [["kurz", lang], ["nachher", "x"]])]
    gelesen = squeeze(read_structure(set_bericht(dokument, vermerk="")))
    assert squeeze(lang) in gelesen
    assert "nachher" in gelesen


def measure_leeres(bild: Image.Image) -> float:
    """The share of the page's height between the last line of text and the foot."""
    fuss = round(bild.height * 0.925)
    dunkles = bild.crop((0, 0, bild.width, fuss)).point(lambda grau: 255 if grau < 128 else 0).getbbox()
    return (fuss - (dunkles[3] if dunkles else 0)) / bild.height


def build_bild(anzahl: int) -> Block:
    return build_diagramm("Bild", "Ein Bild.", [(f"Kiez {n}", n, str(n)) for n in range(1, anzahl + 1)])


def build_zeilen(zeichen: int) -> Block:
    return build_tabelle("Zeilen", ["A", "B", "C"], [["kurz", "Wort " * (zeichen // 5), "auch kurz"]] * 2)


@pytest.mark.parametrize(
    "block", [build_bild(16), build_bild(40), build_zeilen(400), build_zeilen(1400)], ids=["16", "40", "400", "1400"]
)
@pytest.mark.parametrize("davor", [14, 22])
def test_no_page_is_left_more_than_a_third_empty_before_what_can_break(
    dokument: Dokument, block: Block, davor: int
) -> None:
    bloecke = [*[build_absatz("Ein Satz.")] * davor, block, build_absatz("Satz um Satz. " * 200)]
    kurz: Any = {**dokument, "abschnitte": [{**dokument["abschnitte"][0], "bloecke": bloecke}]}
    *seiten, _letzte = render_pages(set_bericht(kurz, vermerk=""))
    assert seiten
    assert [leeres for leeres in map(measure_leeres, seiten) if leeres > 1 / 3] == []


@pytest.mark.parametrize("anzahl", [5, 17, 23])
def test_long_diagram_goes_on_after_four_bars_at_least(dokument: Dokument, anzahl: int) -> None:
    for davor in (17, 21, 22):
        erster = {**dokument["abschnitte"][0], "bloecke": [*[build_absatz("Ein Satz.")] * davor, build_bild(anzahl)]}
        kurz: Any = {**dokument, "abschnitte": [erster]}
        seiten = [seite.count("Kiez ") for seite in read_pages(set_bericht(kurz, vermerk=""))]
        assert sum(seiten) == anzahl
        assert [bars for bars in seiten if 0 < bars < min(4, anzahl)] == []


def test_diagram_on_two_pages_is_one_picture_with_its_words(dokument: Dokument) -> None:
    erster = {**dokument["abschnitte"][0], "bloecke": [*[build_absatz("Ein Satz.")] * 16, build_bild(30)]}
    kurz: Any = {**dokument, "abschnitte": [erster]}
    fertig = set_bericht(kurz, vermerk="")
    assert [seite.count("Kiez ") > 0 for seite in read_pages(fertig)] == [True, True]
    with pikepdf.open(BytesIO(fertig)) as pdf:
        assert [str(figur.Alt) for figur in iterate_figuren(pdf.Root.StructTreeRoot.K)] == ["Ein Bild."]


@pytest.mark.parametrize("werte", [[], [("Buch", 1.0, "eins")]])
def test_diagram_of_one_bar_or_none_is_set(dokument: Dokument, werte: list[tuple[str, float | None, str]]) -> None:
    dokument["abschnitte"][0]["bloecke"] = [build_diagramm("Wenige", "Wenige Balken.", werte)]
    assert "Wenige" in read_text(set_bericht(dokument, vermerk=""))


def test_table_without_rows_is_set(dokument: Dokument) -> None:
    dokument["abschnitte"][0]["bloecke"] = [build_tabelle("Leer", ["Kiez", "Zahl"], [], zahlen_ab=1)]
    assert "Kiez Zahl" in read_text(set_bericht(dokument, vermerk=""))
