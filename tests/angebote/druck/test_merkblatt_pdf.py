"""The printed sheet read back with programs that are not ours: structure, language, order, fonts, pages."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from angebote.druck.blatt import Ausgabe, Schrift
from angebote.druck.merkblatt_pdf import set_merkblatt
from tests.angebote.druck.blattdaten import build_angebot, build_blatt, build_code
from tests.pdf import read_pages, read_structure, read_text, render_pages, scan_codes

MARKUP = '*fett* _kursiv_ #pagebreak() $x$ <b>HTML</b> @quelle "Zitat" = Titel `code` #set text(0pt) // nichts'
A4, A5 = (595, 842), (420, 595)  # points


def iterate_structure(knoten: Any) -> Iterator[Any]:
    """The structure tree, depth first: elements only."""
    kinder = knoten.get("/K", [])
    for kind in kinder if isinstance(kinder, pikepdf.Array) else [kinder]:
        if isinstance(kind, pikepdf.Dictionary) and "/S" in kind:
            yield kind
            yield from iterate_structure(kind)


def list_elements(pdf: pikepdf.Pdf) -> list[str]:
    return [str(element.S) for element in iterate_structure(pdf.Root.StructTreeRoot)]


@pytest.mark.parametrize("ausgabe", Ausgabe.values)
def test_pdf_is_tagged_titled_german_and_follows_pdf_ua(ausgabe: str) -> None:
    with pikepdf.open(BytesIO(set_merkblatt(build_blatt(build_angebot(1), build_angebot(2), ausgabe=ausgabe)))) as pdf:
        assert (bool(pdf.Root.MarkInfo.Marked), str(pdf.Root.Lang)) == (True, "de")
        metadaten = pdf.open_metadata()
        assert (metadaten["pdfuaid:part"], metadaten["dc:title"]) == ("1", "Ihr Merkzettel")
        elemente = list_elements(pdf)
        assert [name for name in elemente if name in {"/H1", "/H2"}] == ["/H1", *["/H2"] * 5]
        assert elemente.count("/Figure") == 3
        assert elemente.count("/L") >= 4


def test_pdf_gives_every_code_its_alternative_text() -> None:
    with pikepdf.open(BytesIO(set_merkblatt(build_blatt(build_angebot(1))))) as pdf:
        bilder = [eines for eines in iterate_structure(pdf.Root.StructTreeRoot) if str(eines.S) == "/Figure"]
        assert [str(bild.Alt) for bild in bilder] == ["QR-Code zu Nummer 1", "QR-Code: zeigt, was sich geändert hat"]


def test_pdf_reads_from_top_to_bottom() -> None:
    text = read_structure(set_merkblatt(build_blatt(build_angebot(1), build_angebot(2, titel="Singen"))))
    stellen = [
        "Ihr Merkzettel", "Für Sie zusammengestellt am 28. November 2026", "Fachstelle: Beratung", "1. Kaffeerunde",
        "Nächste Termine", "Dienstag, 1. Dezember, 14 bis 16 Uhr", "Zeile 7", "2. Singen", "Nicht mehr aktuell",
        "Alter Treff", "Meine nächsten Schritte", "Wir treffen uns um", "Hilfe sofort", "Rettung: 112", "abcd-efgh",
    ]  # fmt: skip
    assert [text.find(stelle) for stelle in stellen] == sorted(text.find(stelle) for stelle in stellen)
    assert [stelle for stelle in stellen if stelle not in text] == []


@pytest.mark.parametrize("ausgabe", Ausgabe.values)
def test_pdf_embeds_every_font(ausgabe: str) -> None:
    arabisch = Schrift("ar", "العربية", "rtl")
    blatt = build_blatt(build_angebot(1, text="Привіт بدون تسجيل"), ausgabe=ausgabe, sprache=arabisch)
    with pikepdf.open(BytesIO(set_merkblatt(blatt))) as pdf:
        schriften = {
            str(eine.BaseFont).split("+")[1]: "/FontFile2" in nachfahre.FontDescriptor
            for seite in pdf.pages
            for eine in seite.Resources.Font.values()
            for nachfahre in eine.DescendantFonts
        }
    assert all(schriften.values())
    assert {name.split("-")[0] for name in schriften} == {"FiraSans", "Vazirmatn"}


def test_words_of_the_second_language_are_tagged_with_it() -> None:
    ukrainisch = Schrift("uk", "Українська", "ltr")
    with pikepdf.open(BytesIO(set_merkblatt(build_blatt(build_angebot(1), sprache=ukrainisch)))) as pdf:
        sprachen = {str(eines.Lang) for eines in iterate_structure(pdf.Root.StructTreeRoot) if "/Lang" in eines}
    assert "uk" in sprachen


@pytest.mark.parametrize(
    ("ausgabe", "mass", "groesste_kleine_schrift"), [("standard", A4, 12), ("gross", A4, 17), ("karte", A5, 12)]
)
def test_pages_have_the_size_of_their_paper(ausgabe: str, mass: tuple[int, int], groesste_kleine_schrift: int) -> None:
    with pikepdf.open(BytesIO(set_merkblatt(build_blatt(build_angebot(1), ausgabe=ausgabe)))) as pdf:
        assert {tuple(round(float(wert)) for wert in seite.mediabox[2:]) for seite in pdf.pages} == {mass}


@pytest.mark.parametrize("ausgabe", Ausgabe.values)
@pytest.mark.parametrize("anzahl", [1, 3, 10, 30])
def test_no_offer_is_split_across_pages_and_none_is_lost(ausgabe: str, anzahl: int) -> None:
    angebote = [build_angebot(nummer, titel=f"Treffen {nummer}") for nummer in range(1, anzahl + 1)]
    seiten = read_pages(set_merkblatt(build_blatt(*angebote, ausgabe=ausgabe)))
    for nummer in range(1, anzahl + 1):
        [seite] = [seite for seite in seiten if f"{nummer}. Treffen {nummer} " in seite]
        ab_hier = seite.split(f"{nummer}. Treffen {nummer} ")[1].split(". Treffen ")[0]
        assert [zahl for zahl in range(1, 8) if f"Zeile {zahl}" not in ab_hier] == []
    assert f"Seite {len(seiten)} von {len(seiten)}" in seiten[-1]
    assert "Stand 28. November 2026" in seiten[-1] or len(seiten) == 1


@pytest.mark.parametrize(("ausgabe", "laenge"), [("standard", 400), ("gross", 110), ("karte", 90)])
def test_offer_too_tall_for_a_page_loses_what_it_can_do_without_and_says_so(ausgabe: str, laenge: int) -> None:
    text = ("Wort " * laenge)[:laenge]
    angebote = [build_angebot(nummer, titel=f"Treffen {nummer}", text=text, entbehrlich=3) for nummer in (1, 2)]
    seiten = read_pages(set_merkblatt(build_blatt(*angebote, ausgabe=ausgabe)))
    for nummer in (1, 2):
        [seite] = [seite for seite in seiten if f"{nummer}. Treffen {nummer} " in seite]
        assert [zahl for zahl in range(1, 8) if f"Zeile {zahl}" not in seite] == []
        assert "Entbehrlich 1" not in seite
        assert "Mehr steht unter:" in seite


def test_offer_longer_than_a_page_goes_on_instead_of_losing_text() -> None:
    lang = build_angebot(1, text="Sehr viel Text. " * 60, zeilen=12)
    seiten = read_pages(set_merkblatt(build_blatt(lang, ausgabe="karte")))
    alles = " ".join(seiten)
    assert [zahl for zahl in range(1, 12) if f"Zeile {zahl}" not in alles] == []


@pytest.mark.parametrize(
    "text",
    [
        MARKUP,
        "x" * 300,
        "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle " * 4,
        "Treffen mit العربية und עברית mitten im Satz",
        "Kaffee \U0001f600 und Kuchen",
        "a\u0000b\u0007c",
    ],
    ids=["markup", "300 letters", "long words", "right to left", "emoji", "control signs"],
)
def test_hostile_text_prints_as_plain_text(text: str) -> None:
    druckbar = read_text(set_merkblatt(build_blatt(build_angebot(1, titel=text, text=text), titel=text[:40])))
    assert "Hilfe sofort" in druckbar
    if text.isascii() and text.isprintable():
        ohne_umbrueche = read_structure(set_merkblatt(build_blatt(build_angebot(1, titel=text, text=text))))
        assert ohne_umbrueche.replace(" ", "").count(text.replace(" ", "")) == 8  # the title and seven lines


def test_empty_sheet_still_has_its_help_lines() -> None:
    assert "Rettung: 112" in read_text(set_merkblatt(build_blatt()))


@pytest.mark.parametrize("ausgabe", Ausgabe.values)
def test_codes_on_paper_can_be_scanned_and_are_large_enough(ausgabe: str) -> None:
    codes = scan_codes(set_merkblatt(build_blatt(build_angebot(1), build_angebot(2), ausgabe=ausgabe)))
    assert [adresse for adresse, _breite in codes] == [
        "https://pankow.example/a/abc231/",
        "https://pankow.example/a/abc232/",
        "https://pankow.example/pruefen/abcd-efgh/",
    ]
    assert min(breite for _adresse, breite in codes) >= 25  # mm


@pytest.mark.parametrize("ausgabe", Ausgabe.values)
def test_long_address_stands_on_one_line_in_the_size_of_the_text(ausgabe: str) -> None:
    adresse = "gemeinsam-in-pankow.berlin.de/a/abc234"
    angebot = replace(build_angebot(1), code=build_code(f"https://{adresse}", "QR-Code"))
    seiten = read_pages(set_merkblatt(build_blatt(angebot, ausgabe=ausgabe)))
    assert f"1. Kaffeerunde Sie trinken Kaffee mit anderen. {adresse} " in " ".join(seiten)


@pytest.mark.parametrize("zeilen", range(1, 21))
def test_next_steps_and_help_lines_share_a_page(zeilen: int) -> None:
    seiten = read_pages(set_merkblatt(build_blatt(build_angebot(1, zeilen=zeilen), build_angebot(2, zeilen=zeilen))))
    assert [seite for seite in seiten if ("Meine nächsten Schritte" in seite) != ("Hilfe sofort" in seite)] == []


@pytest.mark.parametrize("ausgabe", Ausgabe.values)
def test_print_keeps_its_margins(ausgabe: str) -> None:
    """Printers leave out some millimetres at the edge: nothing may stand there, not even of very long words."""
    lang = build_angebot(1, titel="x" * 120, text="y" * 300)
    rand = round(8 / 25.4 * 150)  # 8 mm
    for bild in render_pages(set_merkblatt(build_blatt(lang, build_angebot(2), ausgabe=ausgabe))):
        breite, hoehe = bild.size
        for streifen in (
            (0, 0, rand, hoehe),
            (breite - rand, 0, breite, hoehe),
            (0, 0, breite, rand),
            (0, hoehe - rand, breite, hoehe),
        ):
            assert bild.crop(streifen).getextrema() == (255, 255)
