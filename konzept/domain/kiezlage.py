"""Each Kiez in figures beside the others: offers, how old their facts are, residents, what was missed (F31, F39)."""

from __future__ import annotations

from dataclasses import dataclass

from angebote.domain.suchluecken import Lueckensumme
from angebote.models import Kiez
from konzept.domain.bevoelkerung import Altersgruppe, list_altersgruppen
from konzept.domain.gesuchtes import load_gesuchtes
from konzept.domain.verortung import Kiezbestand, compute_prozent


@dataclass(frozen=True)
class Kiezlage:
    """angebote: valid ones. laenger_her, unbestaetigt: those of them that nobody has confirmed lately, or ever."""

    kiez: Kiez
    angebote: int
    laenger_her: int
    unbestaetigt: int
    gesucht: Lueckensumme

    @property
    def gruppen(self) -> list[Altersgruppe]:
        return list_altersgruppen([self.kiez], angebote=self.angebote)

    @property
    def je_tausend(self) -> float | None:
        """Offers per 1,000 residents; None where nobody has entered the residents."""
        return self.gruppen[0].je_tausend

    @property
    def prozent_alt(self) -> int | None:
        """Per cent of the offers whose facts nobody has confirmed lately or ever; None without offers."""
        return compute_prozent(self.laenger_her + self.unbestaetigt, self.angebote)


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
