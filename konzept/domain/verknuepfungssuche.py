"""What a measure may be linked with, found by words. Nothing is listed unasked: there may be thousands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from angebote.choices import Status
from angebote.domain.suche.anfrage import Suchanfrage
from angebote.domain.suche.suche import search_angebote
from angebote.models import Angebot, Ort, Traeger
from konzept.domain.massnahmenverknuepfung import Verknuepfung
from konzept.models import Akteur
from pankow_einsamkeit.lib.text import normalise_text, split_woerter

GEZEIGTE = 30


@dataclass(frozen=True)
class Fund:
    """eintraege: the first GEZEIGTE at most. gesamt: how many there are."""

    eintraege: list[Any]
    gesamt: int

    @property
    def weitere(self) -> int:
        return self.gesamt - len(self.eintraege)


def find_kandidaten(art: Verknuepfung, worte: str, *, jetzt: datetime) -> Fund:
    """Without a word nothing is found."""
    if not split_woerter(worte):
        return Fund([], 0)
    match art:
        case Verknuepfung.ANGEBOTE:
            return _find_angebote(worte, jetzt=jetzt)
        case Verknuepfung.ORTE:
            return _find_nach_namen(Ort.objects.all(), worte, ("name", "strasse", "hausnummer", "plz"))
        case Verknuepfung.PARTNER:
            return _find_nach_namen(Traeger.objects.all(), worte, ("name",))
        case Verknuepfung.AKTEURE:
            return _find_nach_namen(Akteur.objects.aktive(), worte, ("name", "rolle"))


def _find_angebote(worte: str, *, jetzt: datetime) -> Fund:
    """As the public search answers; then by title what it does not show, since a measure may be about just that."""
    treffer = search_angebote(Suchanfrage(q=worte), jetzt=jetzt, je_seite=GEZEIGTE)
    oeffentliche = [
        *treffer.angebote,
        *treffer.angebote_ohne_weg,
        *treffer.angebote_schon_geoeffnet,
        *treffer.angebote_ohne_zeiten,
        *treffer.angebote_teilweise,
    ]
    anzahl = treffer.anzahl + treffer.anzahl_schon_geoeffnet + treffer.anzahl_ohne_zeiten + treffer.anzahl_teilweise
    uebrige = (
        Angebot.objects.exclude(status=Status.ARCHIVIERT)
        .exclude(pk__in=Angebot.objects.oeffentlich(jetzt.date()).order_by().values("pk"))
        .filter(sortiertitel__contains=normalise_text(worte))
    )
    verborgene = list(uebrige[:GEZEIGTE])
    pks = [angebot.pk for angebot in oeffentliche]
    angebote = Angebot.objects.select_related("ort", "traeger").in_bulk(pks)
    eintraege = [angebote[pk] for pk in pks if pk in angebote] + verborgene
    return Fund(eintraege[:GEZEIGTE], anzahl + len(verborgene))


def _find_nach_namen(menge: QuerySet[Any], worte: str, felder: tuple[str, ...]) -> Fund:
    """Every word has to occur, with or without umlauts. Two queries; compared here, since SQLite folds no umlaut."""
    gesuchte = split_woerter(worte)
    pks = []
    for pk, *werte in menge.values_list("pk", *felder):
        text = normalise_text(" ".join(werte))
        if all(wort in text for wort in gesuchte):
            pks.append(pk)
    gefundene = menge.in_bulk(pks[:GEZEIGTE])
    return Fund([gefundene[pk] for pk in pks[:GEZEIGTE] if pk in gefundene], len(pks))
