"""The diagrams of a report as pictures for its text document, drawn by the same lines as in the PDF."""

from __future__ import annotations

from collections.abc import Iterator

from angebote.druck.satz import draw_seiten
from konzept.domain.berichtsbloecke import Diagramm, Dokument

BREITE_MM = 166  # of the text on A4, see docx_grundlage.RAND: printed in full size, so that 9 pt stay 9 pt
AUFLOESUNG = 300  # dots per inch


def draw_diagramme(dokument: Dokument) -> list[bytes]:
    """PNG for each diagram, in the order of the document and of nothing but it. Raises as angebote.druck.satz."""
    diagramme = list(iterate_diagramme(dokument))
    if not diagramme:
        return []
    daten = {"diagramme": diagramme, "breite_mm": BREITE_MM}
    return draw_seiten("berichtsbilder", daten, aufloesung=AUFLOESUNG)


def iterate_diagramme(dokument: Dokument) -> Iterator[Diagramm]:
    for abschnitt in dokument["abschnitte"]:
        for block in abschnitt["bloecke"]:
            if block["art"] == "diagramm":
                yield block
