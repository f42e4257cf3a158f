"""What the district has and what it lacks, Kiez by Kiez (M10, M24, F31). Counted in sets, as the public search counts.

Only offers that the public can find count: everything starts from `oeffentlich(heute)`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from angebote.domain.suche.mengen import Menge
from angebote.models import Kiez
from konzept.choices import Lueckendimension
from konzept.domain.gesuchtes import Gesuchtes, load_gesuchtes
from konzept.domain.lueckenspalten import Spalte, build_spalten
from konzept.domain.verortung import Kiezbestand, Verortung, compute_prozent, load_kiezbestand
from konzept.domain.waermestufen import Stufe, compute_stufe, list_stufen


@dataclass(frozen=True)
class Zelle:
    """stufe: 0 for none, then 1 to 4 in quarters of the highest figure of a Kiez; None where it says nothing."""

    spalte: Spalte
    anzahl: int
    stufe: int | None

    @property
    def ist_luecke(self) -> bool:
        return self.stufe == 0


@dataclass(frozen=True)
class Zeile:
    """summe: each offer once, also where it stands in several columns. kiez: None for rows that are no Kiez.

    prozent_alt: of those, per cent that nobody has confirmed lately or ever; None without offers.
    """

    titel: str
    kiez: Kiez | None
    zellen: tuple[Zelle, ...]
    summe: int
    prozent_alt: int | None


@dataclass(frozen=True)
class Matrix:
    """kieze: the rows of the map. weitere: offers without a place, and at places outside. gesamt: each offer once.

    prozente_alt: column by column, as Zeile.prozent_alt row by row. stufen: of colour, for the legend.
    """

    dimension: Lueckendimension
    bereich: str
    spalten: tuple[Spalte, ...]
    kieze: tuple[Zeile, ...]
    weitere: tuple[Zeile, ...]
    gesamt: Zeile
    prozente_alt: tuple[int | None, ...]
    stufen: tuple[Stufe, ...]

    @property
    def hat_rest(self) -> bool:
        return any(spalte.ist_rest for spalte in self.spalten)

    @property
    def zeilen(self) -> tuple[Zeile, ...]:
        return (*self.kieze, *self.weitere, self.gesamt)


def count_matrix(bestand: Kiezbestand, *, dimension: Lueckendimension, bereich: str) -> Matrix:
    """bereich: a value of Bereich, or empty for all. At most one query."""
    basis = bestand.find_basis(bereich)
    spalten = tuple(build_spalten(dimension, bestand.suche, basis=basis, bereich=bereich))
    return build_matrix(dimension, bereich, spalten, kieze=bestand.kieze, verortung=bestand.verortung, basis=basis)


def build_matrix(
    dimension: Lueckendimension,
    bereich: str,
    spalten: tuple[Spalte, ...],
    *,
    kieze: Iterable[Kiez],
    verortung: Verortung,
    basis: Menge,
) -> Matrix:
    """basis: the offers that count at all."""
    mengen = [(kiez, verortung.find_kiez(kiez.slug) & basis) for kiez in kieze]
    alte = verortung.alte
    aussagen = [spalte for spalte in spalten if not spalte.ist_rest]
    hoechste = max((n for _kiez, menge in mengen for n in _count(menge, aussagen)), default=0)
    return Matrix(
        dimension=dimension,
        bereich=bereich,
        spalten=spalten,
        kieze=tuple(
            _build_zeile(kiez.name, menge, spalten, alte=alte, kiez=kiez, hoechste=hoechste) for kiez, menge in mengen
        ),
        weitere=tuple(_list_weitere(verortung, basis, spalten)),
        gesamt=_build_zeile(_("Pankow insgesamt"), basis, spalten, alte=alte),
        prozente_alt=tuple(_compute_prozent_alt(basis & spalte.menge, alte) for spalte in spalten),
        stufen=tuple(list_stufen(hoechste)),
    )


def _count(menge: Menge, spalten: Iterable[Spalte]) -> list[int]:
    return [(menge & spalte.menge).bit_count() for spalte in spalten]


def _compute_prozent_alt(menge: Menge, alte: Menge) -> int | None:
    return compute_prozent((menge & alte).bit_count(), menge.bit_count())


def _build_zeile(
    titel: str, menge: Menge, spalten: Sequence[Spalte], *, alte: Menge, kiez: Kiez | None = None, hoechste: int = 0
) -> Zeile:
    """Only the rows of Kieze are coloured: the others are no neighbours to compare with."""
    zellen = (
        Zelle(spalte, anzahl, compute_stufe(anzahl, hoechste=hoechste) if kiez and not spalte.ist_rest else None)
        for spalte, anzahl in zip(spalten, _count(menge, spalten), strict=True)
    )
    return Zeile(titel, kiez, tuple(zellen), menge.bit_count(), _compute_prozent_alt(menge, alte))


def _list_weitere(verortung: Verortung, basis: Menge, spalten: Sequence[Spalte]) -> Iterator[Zeile]:
    alte = verortung.alte
    yield _build_zeile(_("ohne Ort oder kommt nach Hause"), verortung.ohne_ort & basis, spalten, alte=alte)
    if ausserhalb := verortung.ausserhalb & basis:
        yield _build_zeile(_("Ort liegt in keinem der Kieze"), ausserhalb, spalten, alte=alte)


@dataclass(frozen=True)
class Kiezluecke:
    """A kind of offer that a Kiez lacks. gesucht: how often it was missed in the last 12 months, as far as shown."""

    kiez: Kiez
    spalte: Spalte
    gesucht: int


def list_groesste_luecken(*, heute: date, anzahl: int) -> list[Kiezluecke]:
    """Kinds of offers that a Kiez has none of: those that were missed first, then the Kieze with most residents.

    So that no large Kiez fills the list alone, each comes with its next one only after all others.
    """
    matrix = count_matrix(load_kiezbestand(heute=heute), dimension=Lueckendimension.KATEGORIE, bereich="")
    gesuchtes = load_gesuchtes(heute=heute)
    je_kiez: dict[int, list[Kiezluecke]] = defaultdict(list)
    for zeile in matrix.kieze:
        if zeile.kiez is not None:
            je_kiez[zeile.kiez.pk] = _list_luecken(zeile.kiez, zeile.zellen, gesuchtes)
    gereiht = [(platz, luecke) for luecken in je_kiez.values() for platz, luecke in enumerate(luecken)]
    gereiht.sort(key=lambda paar: (-paar[1].gesucht, paar[0], -(paar[1].kiez.einwohner or 0), paar[1].kiez.name))
    return [luecke for _platz, luecke in gereiht[:anzahl]]


def _list_luecken(kiez: Kiez, zellen: Sequence[Zelle], gesuchtes: Gesuchtes) -> list[Kiezluecke]:
    """What was missed most comes first; otherwise in the order of the categories."""
    luecken = [
        Kiezluecke(kiez, zelle.spalte, gesuchtes.count_kategorie(kiez.slug, zelle.spalte.wert))
        for zelle in zellen
        if zelle.ist_luecke
    ]
    return sorted(luecken, key=lambda luecke: -luecke.gesucht)
