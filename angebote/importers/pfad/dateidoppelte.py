"""What may be said twice: by two rows of one file, or by a row and an offer that no other row is about."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from angebote.domain.doppelte import Doppelindex, Doppelter, Kennzeichen, build_kennzeichen
from angebote.importers.pfad.verzeichnis import Verzeichnis
from angebote.importers.pfad.zeilen import Importzeile
from angebote.models import Importbezug


def build_zeilenkennzeichen(zeile: Importzeile, *, verzeichnis: Verzeichnis) -> Kennzeichen:
    """With the address of the place where it is known by its name alone."""
    bekannter = verzeichnis.find_ort(zeile.ort) if not zeile.ort.ist_leer else None
    ort = verzeichnis.orte[bekannter] if bekannter else zeile.ort
    return build_kennzeichen(
        titel=zeile.titel,
        strasse=ort.strasse,
        hausnummer=ort.hausnummer,
        ortsname=ort.name,
        telefon=zeile.werte.get("telefon", ""),
        web=zeile.werte.get("web", ""),
    )


def find_aehnliche_zeilen(
    zeilen: Sequence[Importzeile], *, gefragte: Collection[int], verzeichnis: Verzeichnis
) -> dict[int, list[Doppelter]]:
    """By row number, for the rows asked about; angebot_id is the number of the other row."""
    index, kennzeichen = Doppelindex(), {}
    for zeile in zeilen:
        if zeile.titel:
            kennzeichen[zeile.nummer] = build_zeilenkennzeichen(zeile, verzeichnis=verzeichnis)
            index.add(zeile.nummer, zeile.titel, kennzeichen[zeile.nummer])
    gefundene = {n: index.find(kennzeichen[n], ausser=[n]) for n in gefragte if n in kennzeichen}
    return {nummer: aehnliche for nummer, aehnliche in gefundene.items() if aehnliche}


def list_genannte(*, quelle: str, schluessel: Collection[str]) -> set[int]:
    """Offers that rows of this file are about: for their source, another row is another offer."""
    menge = set(schluessel)
    bezuege = Importbezug.objects.filter(quelle=quelle).order_by().values_list("schluessel", "angebot_id")
    return {angebot_id for einer, angebot_id in bezuege if einer in menge}
