"""Offers like this one (F37): public that day, never itself, each with the reason in words.

Unterstützung proposes Unterstützung, and who is reached without a way (at home, by phone, online) gets more of that.
All offers get their points at once from the sets of the search; only the best few are loaded to choose from.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from angebote.domain.aehnlichkeit import Art, Gemeinsames, list_gemeinsames, rank_kandidaten
from angebote.domain.aehnlichkeitssatz import build_grund
from angebote.domain.katalogstand import read_version
from angebote.domain.suche.bestand import load_bestand
from angebote.domain.suche.mengen import Menge
from angebote.domain.suche.titelfolge import Titelfolge
from angebote.domain.vergleich import build_vergleichspunkte, find_kandidaten, list_werte, load_vergleichsdaten
from angebote.models import Angebot, Gruppe

VORAUSWAHL = 40  # loaded to choose from: enough for variety, few enough to be read at once
HOECHSTENS_JE_HAUS = 2  # proposals from one place, and from one Träger
ABZUG_JE_NACHBAR = 2  # points off for each proposal from the same place or Träger that stands there already
VOLLJAEHRIG = 18
UNGELESEN = ("beschreibung", "zeiten_hinweis", "interne_notiz")  # long texts that no proposal shows


@dataclass(frozen=True)
class Aehnliches:
    """grund begins with a small letter and names only what is true of both offers."""

    angebot: Angebot
    grund: str
    punkte: int


def find_aehnliche(
    angebot: Angebot, *, jetzt: datetime, anzahl: int = 3, version: str | None = None
) -> list[Aehnliches]:
    """Best first, equal ones by title; fewer or none where little or nothing is like it.

    Two queries while nothing has changed, whatever the size of the catalogue; one for a caller who has read the version
    of the catalogue already. Reads angebot.ort.kiez.
    """
    heute, version = jetzt.date(), read_version() if version is None else version
    bestand = load_bestand(heute=heute, version=version)
    daten = load_vergleichsdaten(heute=heute, version=version)
    vergleichspunkte = build_vergleichspunkte(angebot, bestand=bestand, daten=daten)
    raenge = rank_kandidaten(vergleichspunkte, unter=find_kandidaten(angebot, bestand=bestand))
    punkte = dict(islice(_walk(raenge, bestand.titelfolge), VORAUSWAHL))
    geladene = Angebot.objects.oeffentlich(heute).defer(*UNGELESEN).in_bulk(punkte) if punkte else {}
    aehnliche = []
    for pk in (pk for pk in punkte if pk in geladene):
        gemeinsames, nur_fuer = list_gemeinsames(vergleichspunkte, pk=pk), list_werte(pk, Gruppe.FUER, bestand)
        grund = build_grund(gemeinsames, bereich=angebot.bereich, namen=daten.namen)
        if grund and passt_zum_publikum(angebot, geladene[pk], nur_fuer=set(nur_fuer), gemeinsames=gemeinsames):
            aehnliche.append(Aehnliches(geladene[pk], grund, punkte[pk]))
    return choose_verschiedene(aehnliche, anzahl=anzahl)


def passt_zum_publikum(angebot: Angebot, vorschlag: Angebot, *, nur_fuer: Set[str], gemeinsames: Gemeinsames) -> bool:
    """Whoever may come here may come there: nobody is sent to a group that is for others only.

    nur_fuer: slugs of the Zielgruppen of the proposed offer.
    """
    gemeinsame = set(gemeinsames.get(Art.ZIELGRUPPE, ()))
    if vorschlag.exklusiv and not (nur_fuer and nur_fuer <= gemeinsame):
        return False
    if vorschlag.alter_bis is None and (vorschlag.alter_von or 0) <= VOLLJAEHRIG:
        return True
    if angebot.alter_von is None and angebot.alter_bis is None:
        return bool(gemeinsame)
    beginnt_zu_spaet = angebot.alter_bis is not None and (vorschlag.alter_von or 0) > angebot.alter_bis
    endet_zu_frueh = vorschlag.alter_bis is not None and vorschlag.alter_bis < (angebot.alter_von or 0)
    return not beginnt_zu_spaet and not endet_zu_frueh


def choose_verschiedene(aehnliche: Iterable[Aehnliches], *, anzahl: int) -> list[Aehnliches]:
    """The best of these, given best first, but not all from one house."""
    uebrige, gewaehlte = list(aehnliche), list[Aehnliches]()
    while len(gewaehlte) < anzahl:
        uebrige = [eines for eines in uebrige if _count_nachbarn(eines, gewaehlte) < HOECHSTENS_JE_HAUS]
        if not uebrige:
            break
        bestes = max(uebrige, key=lambda eines: eines.punkte - ABZUG_JE_NACHBAR * _count_nachbarn(eines, gewaehlte))
        uebrige.remove(bestes)
        gewaehlte.append(bestes)
    return gewaehlte


def _count_nachbarn(eines: Aehnliches, gewaehlte: Sequence[Aehnliches]) -> int:
    """How many of the others are from the same place, or from the same Träger, whichever is more."""
    am_ort = sum(anderes.angebot.ort_id == eines.angebot.ort_id is not None for anderes in gewaehlte)
    vom_traeger = sum(anderes.angebot.traeger_id == eines.angebot.traeger_id is not None for anderes in gewaehlte)
    return max(am_ort, vom_traeger)


def _walk(raenge: Iterable[tuple[int, Menge]], titelfolge: Titelfolge) -> Iterator[tuple[int, int]]:
    """Key and points, best first, equal ones by title."""
    for punkte, menge in raenge:
        for pk in titelfolge.sort(menge):
            yield pk, punkte
