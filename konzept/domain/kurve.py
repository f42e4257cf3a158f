"""What was counted for one indicator as a line: where each point stands. All lengths in units of the drawing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from konzept.models import Indikator

BREITE, HOEHE = 320, 180
LINKS, RECHTS, OBEN, UNTEN = 16, 16, 32, 36  # room for the words at each side


@dataclass(frozen=True)
class Punkt:
    x: int
    y: int
    tag: date
    wert: Decimal


@dataclass(frozen=True)
class Kurve:
    """linie: the points as SVG takes them. The first point is the start, the last what was counted last."""

    punkte: tuple[Punkt, ...]
    linie: str
    ziel: Punkt
    start_y: int
    von: date
    bis: date
    breite: int = BREITE
    hoehe: int = HOEHE
    links: int = LINKS
    rechts: int = BREITE - RECHTS
    achse_y: int = HOEHE - UNTEN + 10  # below what is lowest, so that no line covers it


def build_kurve(indikator: Indikator, *, beginn: date) -> Kurve:
    """beginn: of the measure, the day of the start value. indikator: with its values at hand."""
    gezaehlt = sorted((eine.tag, eine.wert) for eine in indikator.werte.all())
    staende = [(min([beginn, *(tag for tag, _wert in gezaehlt)]), indikator.startwert), *gezaehlt]
    ziel = (max(indikator.ziel_bis, staende[-1][0]), indikator.zielwert)
    achsen = _Achsen([*staende, ziel])
    punkte = tuple(achsen.place(tag, wert) for tag, wert in staende)
    return Kurve(
        punkte=punkte,
        linie=" ".join(f"{punkt.x},{punkt.y}" for punkt in punkte),
        ziel=achsen.place(*ziel),
        start_y=punkte[0].y,
        von=achsen.von,
        bis=achsen.bis,
    )


class _Achsen:
    def __init__(self, staende: list[tuple[date, Decimal]]) -> None:
        tage, werte = [tag for tag, _wert in staende], [wert for _tag, wert in staende]
        self.von, self.bis = min(tage), max(tage)
        self.kleinster, self.groesster = min(werte), max(werte)

    def place(self, tag: date, wert: Decimal) -> Punkt:
        anteil_x = (tag - self.von).days / max((self.bis - self.von).days, 1)
        anteil_y = float((wert - self.kleinster) / max(self.groesster - self.kleinster, Decimal("0.01")))
        return Punkt(
            x=round(LINKS + anteil_x * (BREITE - LINKS - RECHTS)),
            y=round(HOEHE - UNTEN - anteil_y * (HOEHE - OBEN - UNTEN)),
            tag=tag,
            wert=wert,
        )
