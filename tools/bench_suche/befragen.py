"""Asks every query of the search and of the baseline, and compares what comes with what should come."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from angebote.domain.suche.anfrage import Suchanfrage
from angebote.domain.suche.suche import Suchergebnis, search_angebote
from tools.bench_suche.bestand import load_steckbriefe
from tools.bench_suche.einfach import build_suchtext, falte, load_angebote, search_einfach
from tools.bench_suche.fragen import (
    OFFEN,
    VERDECKT,
    Frage,
    Steckbrief,
    Thema,
    find_nie,
    find_soll,
    load_fragen,
    load_themen,
)
from tools.bench_suche.masse import EINFACH, ERSTE, SUCHE, compute_kehrwert, compute_recall

JETZT = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Europe/Berlin"))  # a Monday; the same day in every run


@dataclass(frozen=True)
class Massstab:
    """What should come for a query and what must not, as primary keys."""

    frage: Frage
    soll: set[int]
    nie: set[int]
    namen: Mapping[int, str]


@dataclass(frozen=True)
class Urteil:
    """One query asked of one search. recall and kehrwert are None where nothing in the catalogue fits."""

    bestand: str
    datei: str
    verfahren: str
    frage: str
    wer: str
    recall: float | None
    kehrwert: float | None
    fehlt: list[str]
    statt: list[str]
    falsch: list[str]


def judge_bestand(bestand: str) -> list[Urteil]:
    """Both files of queries, asked of the search and of the baseline."""
    themen = load_themen()
    steckbriefe = {s.pk: s for s in load_steckbriefe(heute=JETZT.date())}
    texte = [build_suchtext(angebot) for angebot in load_angebote(set(steckbriefe))]
    urteile = []
    for datei in (OFFEN, VERDECKT):
        for frage in load_fragen(datei):
            massstab = build_massstab(frage, steckbriefe, themen)
            anfrage = Suchanfrage(q=frage.q, nah=frage.nah, kiez=(frage.kiez,) if frage.kiez else ())
            gefunden = list_pks(search_angebote(anfrage, jetzt=JETZT, je_seite=ERSTE))
            urteile.append(judge_treffer(massstab, gefunden, (bestand, datei, SUCHE)))
            im_kiez = [t for t in texte if not frage.kiez or _liegt_in(steckbriefe[t.pk], frage.kiez)]
            einfach = search_einfach(frage.q, im_kiez)[:ERSTE]
            urteile.append(judge_treffer(massstab, einfach, (bestand, datei, EINFACH)))
    return urteile


def list_pks(ergebnis: Suchergebnis) -> list[int]:
    """The first page as it is read from top to bottom."""
    gruppen = (
        ergebnis.angebote,
        ergebnis.angebote_ohne_weg,
        ergebnis.angebote_schon_geoeffnet,
        ergebnis.angebote_ohne_zeiten,
        ergebnis.angebote_teilweise,
    )
    return [angebot.pk for gruppe in gruppen for angebot in gruppe][:ERSTE]


def build_massstab(frage: Frage, steckbriefe: Mapping[int, Steckbrief], themen: Mapping[str, Thema]) -> Massstab:
    return Massstab(
        frage=frage,
        soll=find_soll(frage, steckbriefe.values(), themen, falte=falte),
        nie=find_nie(frage, steckbriefe.values(), themen),
        namen={s.pk: f"{s.kennung} {s.titel}".strip() for s in steckbriefe.values()},
    )


def judge_treffer(massstab: Massstab, treffer: list[int], wo: tuple[str, str, str]) -> Urteil:
    """wo: catalogue, file of queries, which search."""
    soll, namen = massstab.soll, massstab.namen
    return Urteil(
        *wo,
        frage=massstab.frage.text,
        wer=massstab.frage.wer,
        recall=compute_recall(treffer, soll) if soll else None,
        kehrwert=compute_kehrwert(treffer, soll) if soll else None,
        fehlt=[namen[pk] for pk in sorted(soll - set(treffer))],
        statt=[namen[pk] for pk in treffer if pk not in soll],
        falsch=[namen[pk] for pk in treffer if pk in massstab.nie],
    )


def _liegt_in(steckbrief: Steckbrief, kiez: str) -> bool:
    return steckbrief.ueberall or steckbrief.kiez == kiez
