"""Tables of a Word document: a head that repeats, rows that stay whole, columns as wide as their words."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Pt
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from konzept.domain.berichtsbloecke import Tabelle
from konzept.druck.docx_grundlage import TEXTBREITE, keep_lesbares

GRAD = 9  # pt
ZEICHEN = Pt(5.3)  # about the width of a bold letter of that size
INNENRAND = Pt(12)  # both sides of a cell
LANG = 40  # letters: what is longer may as well wrap
ZEILE_LANG = 1500  # letters: such a row could be taller than a page


def add_tabelle(datei: Docx, block: Tabelle) -> None:
    tabelle = datei.add_table(rows=0, cols=len(block["spalten"]), style="Table Grid")
    tabelle.autofit = False
    breiten = compute_breiten([block["spalten"], *block["zeilen"]])
    for spalte, breite in zip(tabelle.columns, breiten, strict=True):
        spalte.width = breite
    for nummer, zeile in enumerate((block["spalten"], *block["zeilen"])):
        reihe = tabelle.add_row()
        if max(map(len, zeile), default=0) < ZEILE_LANG:
            _mark(reihe, "cantSplit")
        _fill(reihe, zeile, ist_kopf=nummer == 0, zahlen_ab=block["zahlen_ab"])
    _mark(tabelle.rows[0], "tblHeader")
    _describe(tabelle, block["titel"])


def compute_breiten(zeilen: Sequence[Sequence[str]]) -> list[Emu]:
    """Each column has room for its longest word; what is left goes to those that have more to say. Sum: TEXTBREITE."""
    spalten = list(zip(*zeilen, strict=True))
    kleinste = [
        _measure(max((len(wort) for zelle in spalte for wort in zelle.split()), default=1)) for spalte in spalten
    ]
    gewuenschte = [_measure(min(LANG, max(map(len, spalte)))) for spalte in spalten]
    mehr = [max(0, wunsch - klein) for wunsch, klein in zip(gewuenschte, kleinste, strict=True)]
    rest = TEXTBREITE - sum(kleinste)
    if rest <= 0 or not sum(mehr):
        return [Emu(TEXTBREITE * klein // sum(kleinste)) for klein in kleinste]
    return [Emu(klein + rest * teil // sum(mehr)) for klein, teil in zip(kleinste, mehr, strict=True)]


def _measure(zeichen: int) -> int:
    return zeichen * ZEICHEN + INNENRAND


def _mark(reihe: _Row, merkmal: str) -> None:
    element = OxmlElement(f"w:{merkmal}")
    element.set(qn("w:val"), "true")
    reihe._tr.get_or_add_trPr().append(element)


def _describe(tabelle: Table, titel: str) -> None:
    """The title of the table for those who meet it without its caption."""
    beschreibung = OxmlElement("w:tblCaption")
    beschreibung.set(qn("w:val"), keep_lesbares(titel))
    tabelle._tbl.tblPr.append(beschreibung)


def _fill(reihe: _Row, werte: Sequence[str], *, ist_kopf: bool, zahlen_ab: int) -> None:
    """The head and the first cell of each row, which names it, are bold."""
    for spalte, (zelle, wert) in enumerate(zip(reihe.cells, werte, strict=True)):
        absatz: Paragraph = zelle.paragraphs[0]
        lauf = absatz.add_run(keep_lesbares(wert))
        lauf.font.size, lauf.bold = Pt(GRAD), ist_kopf or spalte == 0
        absatz.paragraph_format.space_after = Pt(2)
        if spalte >= zahlen_ab:
            absatz.alignment = WD_ALIGN_PARAGRAPH.RIGHT
