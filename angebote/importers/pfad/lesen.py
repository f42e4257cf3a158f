"""From the bytes of a file to rows, and the two ends of every import: the dry run and what remains to be marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from angebote.domain.doppelte import load_doppelindex
from angebote.importers.pfad.anwenden import Lauf, list_verschwundene, mark_verschwundene
from angebote.importers.pfad.bericht import Importbericht
from angebote.importers.pfad.dateidoppelte import find_aehnliche_zeilen, list_genannte
from angebote.importers.pfad.dateien import read_datei
from angebote.importers.pfad.plan import Auftrag, Ergebnis, list_neue_namen, plan_zeilen
from angebote.importers.pfad.teilenotation import split_namen
from angebote.importers.pfad.verzeichnis import Verzeichnis, read_verzeichnis
from angebote.importers.pfad.zeilen import Importzeile, Rohdatei, read_zeilen
from angebote.importers.pfad.zellen import to_text


@dataclass(frozen=True)
class Lesung:
    """A file as rows. unbekannte: headings nobody understands. hinweise: sentences about the file as a whole."""

    zeilen: Sequence[Importzeile]
    unbekannte: Sequence[str] = ()
    hinweise: Sequence[str] = ()

    @property
    def schluessel(self) -> list[str]:
        return [zeile.schluessel for zeile in self.zeilen if zeile.schluessel and not zeile.kurz_id]


def read_lesung(inhalt: bytes, *, kategorie: str = "") -> Lesung:
    """kategorie: for rows that name none. Raises DateifehlerError where the file as a whole cannot be used."""
    rohdatei, verzeichnis = read_datei(inhalt), read_verzeichnis()
    if rohdatei.mit_eigenen_begriffen:
        drop_unbekannte(rohdatei, verzeichnis=verzeichnis)
    if kategorie:
        fill_kategorie(rohdatei, kategorie)
    zeilen = read_zeilen(rohdatei, verzeichnis=verzeichnis)
    return Lesung(zeilen, rohdatei.unbekannte, rohdatei.hinweise)


def drop_unbekannte(rohdatei: Rohdatei, *, verzeichnis: Verzeichnis) -> None:
    """Words of a calendar or another directory that are none of ours say nothing here."""
    for zeile in rohdatei.zeilen:
        for spalte, liste in (("kategorien", verzeichnis.kategorien), ("sprachen", verzeichnis.sprachen)):
            namen = split_namen(str(zeile.zellen.get(spalte) or ""))
            zeile.zellen[spalte] = "; ".join(name for name in namen if liste.find(name) is not None)


def fill_kategorie(rohdatei: Rohdatei, kategorie: str) -> None:
    rohdatei.spalten.add("kategorien")
    for zeile in rohdatei.zeilen:
        if not to_text(zeile.zellen.get("kategorien")).strip():
            zeile.zellen["kategorien"] = kategorie


def preview_zeilen(lesung: Lesung, *, auftrag: Auftrag) -> Importbericht:
    """What would happen. Nothing is written."""
    genannte = list_genannte(quelle=auftrag.quelle, schluessel=lesung.schluessel)
    verzeichnis, doppelindex = read_verzeichnis(), load_doppelindex(ausser=genannte)
    plan = list(plan_zeilen(lesung.zeilen, auftrag=auftrag, verzeichnis=verzeichnis, doppelindex=doppelindex))
    neue = {zeile.zeile.nummer for zeile in plan if zeile.ergebnis in {Ergebnis.NEU, Ergebnis.DOPPELT}}
    aehnliche = find_aehnliche_zeilen(lesung.zeilen, gefragte=neue, verzeichnis=verzeichnis)
    for planzeile in plan:
        planzeile.aehnliche_zeilen = aehnliche.get(planzeile.zeile.nummer, [])
    orte, traeger = list_neue_namen(plan, verzeichnis=verzeichnis)
    return Importbericht(plan, lesung.unbekannte, lesung.hinweise, neue_orte=orte, neue_traeger=traeger)


def list_fehlende(lesung: Lesung, *, quelle: str) -> list[str]:
    """Titles of what this source named before and does not any more. A file that is all short ids is of no source."""
    if not lesung.schluessel:
        return []
    return [bezug.angebot.titel for bezug in list_verschwundene(quelle=quelle, gesehene=lesung.schluessel)]


def finish_import(lesung: Lesung, *, lauf: Lauf) -> list[str]:
    """Marks what has vanished; the titles."""
    quelle = lauf.auftrag.quelle
    fehlende = list_fehlende(lesung, quelle=quelle)
    if lesung.schluessel:
        mark_verschwundene(quelle=quelle, gesehene=lesung.schluessel, jetzt=lauf.jetzt)
    return fehlende
