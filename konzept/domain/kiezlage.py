"""Each Kiez in figures beside the others: offers, how old their facts are, residents, what was missed (F31, F39)."""

from __future__ import annotations

from dataclasses import dataclass

from angebote.domain.suchluecken import Lueckensumme
from angebote.models import Kiez
from konzept.domain.gesuchtes import load_gesuchtes
from konzept.domain.verortung import Kiezbestand


@dataclass(frozen=True)
class Kiezlage:
    """angebote: valid ones. laenger_her, unbestaetigt: those of them that nobody has confirmed lately, or ever."""

    kiez: Kiez
    angebote: int
    laenger_her: int
    unbestaetigt: int
    gesucht: Lueckensumme

    @property
    def je_tausend(self) -> float | None:
        """Offers per 1,000 residents; None where nobody has entered the residents."""
        return 1000 * self.angebote / self.kiez.einwohner if self.kiez.einwohner else None

    @property
    def prozent_alt(self) -> int | None:
        """Per cent of the offers whose facts nobody has confirmed lately or ever; None without offers."""
        return round(100 * (self.laenger_her + self.unbestaetigt) / self.angebote) if self.angebote else None

    @property
    def mittlere(self) -> int | None:
        """Residents from 27 to 64: what the other age groups leave."""
        gruppen = (self.kiez.einwohner, self.kiez.unter_18, self.kiez.von_18_bis_26, self.kiez.ab_65)
        if None in gruppen:
            return None
        alle, *bekannte = (gruppe or 0 for gruppe in gruppen)
        return alle - sum(bekannte)


def list_kiezlagen(bestand: Kiezbestand, *, bereich: str = "") -> list[Kiezlage]:
    """All Kieze by name. bereich: a value of Bereich, or empty for all. One query."""
    basis, verortung = bestand.find_basis(bereich), bestand.verortung
    gesuchtes = load_gesuchtes(heute=bestand.heute)
    lagen = []
    for kiez in bestand.kieze:
        menge = verortung.find_kiez(kiez.slug) & basis
        lagen.append(
            Kiezlage(
                kiez=kiez,
                angebote=menge.bit_count(),
                laenger_her=(menge & verortung.laenger_her).bit_count(),
                unbestaetigt=(menge & verortung.unbestaetigt).bit_count(),
                gesucht=gesuchtes.sum_kiez(kiez.slug),
            )
        )
    return lagen
