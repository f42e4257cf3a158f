"""What a Word document of ours is before its first word: page, styles, language, footer with the number of the page."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from unicodedata import category

from docx.document import Document as Docx
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

SPRACHE = "de-DE"
SCHRIFT = "Arial"
RAND = Mm(22)
TEXTBREITE = Mm(210) - 2 * RAND
SCHWARZ = RGBColor(0, 0, 0)
GRADE = {"Heading 1": 18, "Heading 2": 14, "Heading 3": 12, "Caption": 10, "Footer": 9}


def keep_lesbares(text: str) -> str:
    """Without control signs: the file is XML, which has no place for them. Spaces of every width stay."""
    return "".join(z for z in text if z.isprintable() or z in "\n\t" or category(z) == "Zs")


def prepare_datei(datei: Docx, *, titel: str, stelle: str, vermerk: str, erstellt: datetime) -> None:
    """vermerk: stands at the foot of every page, "" for none."""
    eigenschaften = datei.core_properties
    eigenschaften.title, eigenschaften.author = keep_lesbares(titel), stelle
    eigenschaften.language, eigenschaften.comments = SPRACHE, ""
    eigenschaften.created = eigenschaften.modified = erstellt
    seite = datei.sections[0]
    seite.page_width, seite.page_height = Mm(210), Mm(297)
    seite.left_margin = seite.right_margin = seite.top_margin = seite.bottom_margin = RAND
    _set_sprache(datei)
    _set_stile(datei)
    _set_fuss(seite.footer.paragraphs[0], stelle=stelle, vermerk=vermerk)


def add_feld(absatz: Paragraph, befehl: str, stand: str) -> None:
    """A field that Word counts anew. stand: what it shows until then, and what other programs read."""
    for art, text in (("begin", ""), ("", befehl), ("separate", ""), (None, stand), ("end", "")):
        lauf = absatz.add_run(text if art is None else "")
        if art:
            zeichen = OxmlElement("w:fldChar")
            zeichen.set(qn("w:fldCharType"), art)
            lauf._r.append(zeichen)
        elif art == "":
            anweisung = OxmlElement("w:instrText")
            anweisung.text = befehl
            lauf._r.append(anweisung)


def _set_sprache(datei: Docx) -> None:
    """Of all text: screen readers choose their voice by it."""
    for sprache in datei.styles.element.iter(qn("w:lang")):
        sprache.set(qn("w:val"), SPRACHE)
    for sprache in datei.settings.element.iter(qn("w:themeFontLang")):
        sprache.set(qn("w:val"), SPRACHE)


def _set_stile(datei: Docx) -> None:
    normal = datei.styles["Normal"]
    normal.font.name, normal.font.size = SCHRIFT, Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    for name, grad in GRADE.items():
        stil = datei.styles[name]
        stil.font.size, stil.font.color.rgb = Pt(grad), SCHWARZ
        _set_schrift(stil)
    beschriftung = datei.styles["Caption"].paragraph_format
    beschriftung.space_before, beschriftung.space_after, beschriftung.keep_with_next = Pt(12), Pt(4), True


def _set_schrift(stil: Any) -> None:
    """Headings name the fonts of the theme, which would win over the name."""
    schriften = stil.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(schriften.attrib):
        del schriften.attrib[name]
    for art in ("ascii", "hAnsi", "cs", "eastAsia"):
        schriften.set(qn(f"w:{art}"), SCHRIFT)


def _set_fuss(absatz: Paragraph, *, stelle: str, vermerk: str) -> None:
    halte = absatz.style.paragraph_format.tab_stops  # type: ignore[union-attr]
    halte.clear_all()
    halte.add_tab_stop(TEXTBREITE, WD_TAB_ALIGNMENT.RIGHT)
    absatz.add_run(keep_lesbares(f"{stelle} · {vermerk}" if vermerk else stelle))
    absatz.add_run("\tSeite ")
    add_feld(absatz, "PAGE", "1")
    absatz.add_run(" von ")
    add_feld(absatz, "NUMPAGES", "1")
