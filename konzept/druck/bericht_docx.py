"""A report as a Word document: real headings, tables whose head repeats, title and language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table

from konzept.domain.berichtsbloecke import Abschnitt, Dokument, Tabelle

SPRACHE = "de-DE"
SCHRIFT = "Arial"
ABSTAND = Pt(6)


def write_bericht(dokument: Dokument, *, vermerk: str, erstellt: datetime) -> bytes:
    """vermerk: stands below the title, "" once released. Diagrams are left to their tables."""
    datei = Document()
    _set_grundlage(datei, dokument, erstellt=erstellt)
    datei.add_paragraph(dokument["kopf"])
    datei.add_heading(keep_lesbares(dokument["titel"]), level=1)
    if vermerk:
        datei.add_paragraph().add_run(vermerk).bold = True
    for angabe in dokument["angaben"]:
        absatz = datei.add_paragraph()
        absatz.add_run(f"{angabe['name']}: ").bold = True
        absatz.add_run(keep_lesbares(angabe["wert"]))
    for abschnitt in dokument["abschnitte"]:
        _add_abschnitt(datei, abschnitt)
    _add_unterschrift(datei, dokument)
    strom = BytesIO()
    datei.save(strom)
    return _set_uhrzeit(strom, erstellt=erstellt)


def _set_uhrzeit(strom: BytesIO, *, erstellt: datetime) -> bytes:
    """The same file byte by byte, whenever it is fetched: a checksum can be kept with what was sent to the BVV."""
    ziel = BytesIO()
    with ZipFile(strom) as quelle, ZipFile(ziel, "w", ZIP_DEFLATED) as archiv:
        for teil in quelle.infolist():
            neuer = ZipInfo(teil.filename, date_time=erstellt.timetuple()[:6])
            archiv.writestr(neuer, quelle.read(teil), ZIP_DEFLATED)
    return ziel.getvalue()


def keep_lesbares(text: str) -> str:
    """Without control signs: the file is XML, which has no place for them."""
    return "".join(zeichen for zeichen in text if zeichen.isprintable() or zeichen in "\n\t")


def _set_grundlage(datei: Docx, dokument: Dokument, *, erstellt: datetime) -> None:
    eigenschaften = datei.core_properties
    eigenschaften.title, eigenschaften.author = keep_lesbares(dokument["titel"]), dokument["stelle"]
    eigenschaften.language, eigenschaften.comments = SPRACHE, ""
    eigenschaften.created = eigenschaften.modified = erstellt
    seite = datei.sections[0]
    seite.page_width, seite.page_height = Cm(21), Cm(29.7)
    seite.left_margin = seite.right_margin = Cm(2.2)
    _set_sprache(datei)
    normal = datei.styles["Normal"]
    normal.font.name, normal.font.size = SCHRIFT, Pt(11)
    normal.paragraph_format.space_after = ABSTAND
    for ebene, grad in ((1, 18), (2, 14), (3, 12)):
        stil = datei.styles[f"Heading {ebene}"]
        stil.font.size, stil.font.color.rgb = Pt(grad), RGBColor(0, 0, 0)
        _set_schrift(stil)


def _set_sprache(datei: Docx) -> None:
    """Of all text: screen readers choose their voice by it."""
    for sprache in datei.styles.element.iter(qn("w:lang")):
        sprache.set(qn("w:val"), SPRACHE)


def _set_schrift(stil: Any) -> None:
    """Headings name the fonts of the theme, which would win over the name."""
    schriften = stil.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(schriften.attrib):
        del schriften.attrib[name]
    for art in ("ascii", "hAnsi", "cs", "eastAsia"):
        schriften.set(qn(f"w:{art}"), SCHRIFT)


def _add_abschnitt(datei: Docx, abschnitt: Abschnitt) -> None:
    datei.add_heading(keep_lesbares(f"{abschnitt['nummer']}. {abschnitt['titel']}"), level=2)
    for block in abschnitt["bloecke"]:
        SCHREIBER[block["art"]](datei, block)


def _add_absatz(datei: Docx, block: Mapping[str, Any]) -> None:
    datei.add_paragraph(keep_lesbares(block["text"]))


def _add_zwischentitel(datei: Docx, block: Mapping[str, Any]) -> None:
    datei.add_heading(keep_lesbares(block["text"]), level=3)


def _add_liste(datei: Docx, block: Mapping[str, Any]) -> None:
    for punkt in block["punkte"]:
        datei.add_paragraph(keep_lesbares(punkt), style="List Bullet")


def _add_diagramm(datei: Docx, block: Mapping[str, Any]) -> None:
    """What it shows, in words; its values stand in the table that follows."""
    datei.add_paragraph(keep_lesbares(f"{block['titel']}. {block['alt']}"))


def _add_tabelle(datei: Docx, block: Tabelle) -> None:
    titel = datei.add_paragraph()
    titel.add_run(keep_lesbares(block["titel"])).bold = True
    titel.paragraph_format.keep_with_next = True
    tabelle = datei.add_table(rows=1, cols=len(block["spalten"]), style="Table Grid")
    _mark_kopf(tabelle)
    _fill(tabelle, 0, block["spalten"], zahlen_ab=block["zahlen_ab"])
    for nummer, zeile in enumerate(block["zeilen"], start=1):
        tabelle.add_row()
        _fill(tabelle, nummer, zeile, zahlen_ab=block["zahlen_ab"])
    datei.add_paragraph()


def _mark_kopf(tabelle: Table) -> None:
    """The first row is the head: read out with the cells and repeated on every page."""
    merkmal = OxmlElement("w:tblHeader")
    merkmal.set(qn("w:val"), "true")
    tabelle.rows[0]._tr.get_or_add_trPr().append(merkmal)


def _fill(tabelle: Table, nummer: int, werte: Sequence[str], *, zahlen_ab: int) -> None:
    """The head and the first cell of each row, which names it, are bold."""
    for spalte, (zelle, wert) in enumerate(zip(tabelle.rows[nummer].cells, werte, strict=True)):
        absatz = zelle.paragraphs[0]
        lauf = absatz.add_run(keep_lesbares(wert))
        lauf.font.size, lauf.bold = Pt(9), not (nummer and spalte)
        absatz.paragraph_format.space_after = Pt(2)
        if spalte >= zahlen_ab:
            absatz.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _add_unterschrift(datei: Docx, dokument: Dokument) -> None:
    for text in (f"{dokument['ort_datum']} ____________________", dokument["stelle"], "", "_" * 32):
        datei.add_paragraph(text).paragraph_format.keep_with_next = True
    datei.add_paragraph(dokument["unterschrift"])


SCHREIBER: Mapping[str, Callable[[Docx, Any], None]] = {
    "absatz": _add_absatz,
    "zwischentitel": _add_zwischentitel,
    "liste": _add_liste,
    "diagramm": _add_diagramm,
    "tabelle": _add_tabelle,
}
