"""One cell of the gap analysis looked at closely: what it counts, for whom, and what is already under way for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils.translation import gettext as _

from angebote.domain.suche.mengen import Menge, list_pks
from angebote.models import Kiez
from konzept.choices import Lueckendimension
from konzept.domain.bevoelkerung import compute_je_tausend
from konzept.domain.lueckenspalten import Spalte, build_spalten
from konzept.domain.verortung import Kiezbestand, compute_prozent
from konzept.models import Massnahme

SCHLUESSEL = re.compile(rf"({'|'.join(Lueckendimension.values)}):([a-z0-9-]{{0,60}})", re.ASCII)
# Columns of audiences that are an age group of the residents, with the field that counts it.
ALTERSFELDER = {"junge-erwachsene": "von_18_bis_26", "aeltere": "ab_65", "ruhestand": "ab_65"}


@dataclass(frozen=True)
class Lueckenzelle:
    """menge: the public offers it counts. menschen: residents of `gruppe`; None where nobody has entered them.

    gezielte: open measures for this Kiez, or for all of Pankow, that were begun from this gap or link one of its
    offers. weitere: other open ones that name the Kiez.
    """

    kiez: Kiez
    dimension: Lueckendimension
    spalte: Spalte
    menge: Menge
    laenger_her: int
    unbestaetigt: int
    menschen: int | None
    gruppe: str
    gezielte: Sequence[Massnahme]
    weitere: Sequence[Massnahme]

    @property
    def anzahl(self) -> int:
        return self.menge.bit_count()

    @property
    def prozent_alt(self) -> int | None:
        """Per cent nobody has confirmed lately or ever; None without offers."""
        return compute_prozent(self.laenger_her + self.unbestaetigt, self.anzahl)

    @property
    def je_tausend(self) -> float | None:
        return compute_je_tausend(self.anzahl, self.menschen)


def build_schluessel(dimension: str, wert: str) -> str:
    """What a measure keeps of the gap it was begun from, beside its Kieze."""
    return f"{dimension}:{wert}"


def read_schluessel(text: str) -> str:
    """Empty where it is none."""
    return text if SCHLUESSEL.fullmatch(text) else ""


def find_zelle(
    bestand: Kiezbestand, *, dimension: Lueckendimension, bereich: str, kiez: str, wert: str
) -> Lueckenzelle | None:
    """None where there is no such Kiez or column. At most two queries beside those of `bestand`."""
    basis, verortung = bestand.find_basis(bereich), bestand.verortung
    spalten = {s.wert: s for s in build_spalten(dimension, bestand.suche, basis=basis, bereich=bereich)}
    gewaehlter = next((eine for eine in bestand.kieze if eine.slug == kiez), None)
    if gewaehlter is None or wert not in spalten:
        return None
    menge = verortung.find_kiez(kiez) & basis & spalten[wert].menge
    gruppe, menschen = _find_menschen(gewaehlter, dimension, wert)
    gezielte, weitere = _split_massnahmen(gewaehlter, menge, build_schluessel(dimension, wert))
    return Lueckenzelle(
        kiez=gewaehlter,
        dimension=dimension,
        spalte=spalten[wert],
        menge=menge,
        laenger_her=(menge & verortung.laenger_her).bit_count(),
        unbestaetigt=(menge & verortung.unbestaetigt).bit_count(),
        menschen=menschen,
        gruppe=gruppe,
        gezielte=gezielte,
        weitere=weitere,
    )


def _find_menschen(kiez: Kiez, dimension: Lueckendimension, wert: str) -> tuple[str, int | None]:
    """The age group that the column is about; otherwise everybody."""
    feld = ALTERSFELDER.get(wert, "") if dimension == Lueckendimension.ZIELGRUPPE else ""
    namen = {"ab_65": _("Menschen ab 65"), "von_18_bis_26": _("Menschen von 18 bis 26")}
    return namen.get(feld, _("Menschen")), getattr(kiez, feld or "einwohner")


def _split_massnahmen(kiez: Kiez, menge: Menge, schluessel: str) -> tuple[list[Massnahme], list[Massnahme]]:
    """One query: a row for each offer that a measure links, or one without."""
    nennt_kiez = Massnahme.kieze.through.objects.filter(massnahme=OuterRef("pk"), kiez=kiez)
    zeilen: QuerySet[Any] = (
        Massnahme.objects.offene()
        .fuer_kiez(kiez)
        .select_related("komponente", "federfuehrung")
        .annotate(nennt_kiez=Exists(nennt_kiez), angebot_pk=F("angebote"))
    )
    gezaehlte = set(list_pks(menge))
    gezielte: dict[int, Massnahme] = {}
    weitere: dict[int, Massnahme] = {}
    for massnahme in zeilen:
        if massnahme.luecke == schluessel or massnahme.angebot_pk in gezaehlte:
            gezielte[massnahme.pk] = massnahme
        elif massnahme.nennt_kiez:
            weitere[massnahme.pk] = massnahme
    return list(gezielte.values()), [eine for pk, eine in weitere.items() if pk not in gezielte]
