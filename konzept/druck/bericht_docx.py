"""A report as a Word document: real headings and captions, described pictures, tables whose head repeats (adr/0026)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_TAB_LEADER
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from konzept.domain.berichtsbloecke import Abschnitt, Diagramm, Dokument, Liste, Tabelle
from konzept.druck.berichtsbilder import draw_diagramme
from konzept.druck.docx_grundlage import TEXTBREITE, add_feld, keep_lesbares, prepare_datei
from konzept.druck.docx_tabelle import add_tabelle

NACH_TABELLE = Pt(12)
BILD_HOECHSTENS = Mm(230)  # fits on a page together with its caption


def write_bericht(dokument: Dokument, *, vermerk: str, erstellt: datetime) -> bytes:
    """vermerk: stands below the title and on every page, "" once released.

    Raises UeberlastetError and SatzError as draw_diagramme.
    """
    schreiber = Berichtschreiber(draw_diagramme(dokument))
    datei = schreiber.datei
    _drop_vorschaubild(datei)
    prepare_datei(datei, titel=dokument["titel"], stelle=dokument["stelle"], vermerk=vermerk, erstellt=erstellt)
    datei.add_paragraph(dokument["kopf"])
    datei.add_heading(keep_lesbares(dokument["titel"]), level=1)
    if vermerk:
        datei.add_paragraph().add_run(vermerk).bold = True
    for angabe in dokument["angaben"]:
        absatz = datei.add_paragraph()
        absatz.add_run(f"{angabe['name']}: ").bold = True
        absatz.add_run(keep_lesbares(angabe["wert"]))
    for abschnitt in dokument["abschnitte"]:
        schreiber.add_abschnitt(abschnitt)
    _add_unterschrift(datei, dokument)
    strom = BytesIO()
    datei.save(strom)
    return _set_uhrzeit(strom, erstellt=erstellt)


def _drop_vorschaubild(datei: Docx) -> None:
    """The small picture of the empty template is none of this report."""
    beziehungen = datei.part.package.rels
    for kennung in [kennung for kennung, eine in beziehungen.items() if eine.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del beziehungen[kennung]


def _set_uhrzeit(strom: BytesIO, *, erstellt: datetime) -> bytes:
    """The same file byte by byte, whenever it is fetched: a checksum can be kept with what was sent to the BVV."""
    ziel = BytesIO()
    with ZipFile(strom) as quelle, ZipFile(ziel, "w", ZIP_DEFLATED) as archiv:
        for teil in quelle.infolist():
            neuer = ZipInfo(teil.filename, date_time=erstellt.timetuple()[:6])
            archiv.writestr(neuer, quelle.read(teil), ZIP_DEFLATED)
    return ziel.getvalue()


class Berichtschreiber:
    """Writes chapters; counts captions and hands out the pictures, in the order of the document."""

    def __init__(self, bilder: list[bytes]) -> None:
        self.datei: Docx = Document()
        self.bilder: Iterator[bytes] = iter(bilder)
        self.nummern: Counter[str] = Counter()

    def add_abschnitt(self, abschnitt: Abschnitt) -> None:
        self.datei.add_heading(keep_lesbares(f"{abschnitt['nummer']}. {abschnitt['titel']}"), level=2)
        vorher = ""
        for block in abschnitt["bloecke"]:
            absatz = self._add_block(block)
            if absatz is not None and vorher == "tabelle":
                absatz.paragraph_format.space_before = NACH_TABELLE
            vorher = block["art"]

    def _add_block(self, block: Any) -> Paragraph | None:
        """The first paragraph of running text in it, if there is one."""
        if block["art"] == "absatz":
            return self.datei.add_paragraph(keep_lesbares(block["text"]))
        if block["art"] == "liste":
            return self._add_liste(block)
        if block["art"] == "zwischentitel":
            self.datei.add_heading(keep_lesbares(block["text"]), level=3)
        elif block["art"] == "diagramm":
            self._add_diagramm(block)
        else:
            self._add_tabelle(block)
        return None

    def _add_liste(self, block: Liste) -> Paragraph | None:
        punkte = [self.datei.add_paragraph(keep_lesbares(punkt), style="List Bullet") for punkt in block["punkte"]]
        return punkte[0] if punkte else None

    def _add_diagramm(self, block: Diagramm) -> None:
        """Its values stand in the table that follows."""
        self._add_beschriftung("Abbildung", block["titel"])
        bild = self.datei.add_picture(BytesIO(next(self.bilder)), width=TEXTBREITE)
        if bild.height > BILD_HOECHSTENS:
            bild.width, bild.height = bild.width * BILD_HOECHSTENS // bild.height, BILD_HOECHSTENS
        angaben = bild._inline.docPr
        angaben.set("name", f"Abbildung {self.nummern['Abbildung']}")
        angaben.set("descr", keep_lesbares(block["alt"]))

    def _add_tabelle(self, block: Tabelle) -> None:
        self._add_beschriftung("Tabelle", block["titel"])
        add_tabelle(self.datei, block)

    def _add_beschriftung(self, art: str, titel: str) -> None:
        """Counted by Word itself, so that its lists of tables and figures find them."""
        self.nummern[art] += 1
        absatz = self.datei.add_paragraph(f"{art} ", style="Caption")
        add_feld(absatz, f"SEQ {art} \\* ARABIC", str(self.nummern[art]))
        absatz.add_run(keep_lesbares(f": {titel}"))


def _add_unterschrift(datei: Docx, dokument: Dokument) -> None:
    """Lines to write on are drawn, not made of signs that would be read out."""
    ort = datei.add_paragraph(f"{dokument['ort_datum']} \t")
    ort.paragraph_format.tab_stops.add_tab_stop(Mm(75), leader=WD_TAB_LEADER.LINES)
    stelle = datei.add_paragraph(dokument["stelle"])
    for absatz, abstand in ((ort, Pt(36)), (stelle, Pt(12))):
        absatz.paragraph_format.space_before, absatz.paragraph_format.keep_with_next = abstand, True
    unterschrift = datei.add_paragraph(dokument["unterschrift"])
    unterschrift.paragraph_format.space_before = Pt(54)
    unterschrift.paragraph_format.right_indent = TEXTBREITE - Mm(70)
    _draw_linie(unterschrift)


def _draw_linie(absatz: Paragraph) -> None:
    """Above the paragraph."""
    rahmen, linie = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, wert in (("val", "single"), ("sz", "6"), ("space", "4"), ("color", "auto")):
        linie.set(qn(f"w:{name}"), wert)
    rahmen.append(linie)
    absatz._p.get_or_add_pPr().insert_element_before(
        rahmen, *("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr")
    )
