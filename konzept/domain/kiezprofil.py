"""All that the concept knows of one Kiez, on one page (S4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from angebote.models import Angebot, Kiez, Ort
from konzept.choices import Lueckendimension
from konzept.domain.kiezlage import Kiezlage, list_kiezlagen
from konzept.domain.luecken import Zelle, count_matrix
from konzept.domain.verortung import Kiezbestand, load_kiezbestand
from konzept.models import Akteur, Kieznotiz, Massnahme, Multiplikator


@dataclass(frozen=True)
class Kiezprofil:
    """bestand: what its figures are counted from. vorhandene, fehlende: categories with and without a valid offer.

    massnahmen: open ones that name the Kiez. fuer_alle: open measures for all of Pankow. orte: every place in the
    Kiez, each with `mit_angebot`, whether the public finds anything there: an empty one may serve (M10). akteure,
    multiplikatoren: those that name the Kiez and may be reached; read only when a page shows them, which not everybody
    may see.
    """

    bestand: Kiezbestand
    lage: Kiezlage
    vorhandene: Sequence[Zelle]
    fehlende: Sequence[Zelle]
    orte: Sequence[Ort]
    nachbarn: Sequence[Kiez]
    massnahmen: Sequence[Massnahme]
    fuer_alle: Sequence[Massnahme]
    akteure: QuerySet[Akteur]
    multiplikatoren: QuerySet[Multiplikator]
    notizen: Sequence[Kieznotiz]


def build_kiezprofil(kiez: Kiez, *, heute: date) -> Kiezprofil:
    bestand = load_kiezbestand(heute=heute)
    matrix = count_matrix(bestand, dimension=Lueckendimension.KATEGORIE, bereich="")
    zellen = next(zeile.zellen for zeile in matrix.kieze if zeile.kiez == kiez)
    oeffentliche = Angebot.objects.oeffentlich(heute).filter(ort=OuterRef("pk"))
    offene = Massnahme.objects.offene().select_related("komponente", "federfuehrung")
    return Kiezprofil(
        bestand=bestand,
        lage=next(lage for lage in list_kiezlagen(bestand) if lage.kiez == kiez),
        vorhandene=[zelle for zelle in zellen if zelle.anzahl],
        fehlende=[zelle for zelle in zellen if zelle.ist_luecke],
        orte=list(kiez.orte.annotate(mit_angebot=Exists(oeffentliche))),
        nachbarn=list(kiez.nachbarn.all()),
        massnahmen=list(offene.filter(kieze=kiez)),
        fuer_alle=list(offene.filter(kieze__isnull=True)),
        akteure=Akteur.objects.aktive().filter(kieze=kiez),
        multiplikatoren=Multiplikator.objects.ansprechbare().im_kiez(kiez),
        notizen=list(kiez.notizen.select_related("konto")),
    )
