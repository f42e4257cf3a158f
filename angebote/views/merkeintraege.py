"""The entries of the page "Merkzettel": the card of each offer, ways to move it, and what to do where it is over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from angebote.choices import Bereich
from angebote.domain.merkliste import Eintrag, list_kommende_schliesszeiten, load_eintraege
from angebote.domain.merkzettel import Merkzettel
from angebote.domain.steckbrief_wann import build_aenderungen
from angebote.views.angebotsseite import Vorschlag
from angebote.views.karten import Karte, build_karten
from angebote.views.merkadresse import build_merkzettel_url
from angebote.views.vorschlaege import load_vorschlaege_statt


@dataclass(frozen=True)
class Merkeintrag:
    """Empty addresses: it cannot move further. karte is None where the offer is not public; grund says why."""

    angebot_id: int
    titel: str
    karte: Karte | None
    grund: str
    aenderungen: Sequence[str]
    vorschlaege: Sequence[Vorschlag]
    hoch_url: str
    runter_url: str
    entfernen_url: str
    ist_unterstuetzung: bool


def load_merkeintraege(liste: Merkzettel, *, jetzt: datetime) -> list[Merkeintrag]:
    """Constant queries for what is still there; three more for each of the first three that are over."""
    teile = ("kategorien", "ausnahmen")
    eintraege = load_eintraege(liste.angebot_ids, heute=jetzt.date(), teile=teile) if liste.angebot_ids else []
    aktuelle = [eintrag.angebot for eintrag in eintraege if eintrag.ist_aktuell and eintrag.angebot]
    karten = {karte.id: karte for karte in build_karten(aktuelle, jetzt=jetzt)}
    schliesszeiten = list_kommende_schliesszeiten(aktuelle, heute=jetzt.date()) if aktuelle else {}
    beendete = [eintrag.angebot for eintrag in eintraege if not eintrag.ist_aktuell and eintrag.angebot]
    vorschlaege = load_vorschlaege_statt(beendete, ausser=liste.angebot_ids, jetzt=jetzt)
    aenderungen = {
        angebot.pk: build_aenderungen(angebot, schliesszeiten[angebot.pk], (), heute=jetzt.date())
        for angebot in aktuelle
    }
    return [
        Merkeintrag(
            angebot_id=eintrag.angebot_id,
            titel=eintrag.angebot.titel if eintrag.angebot else _("Nummer %(id)d") % {"id": eintrag.angebot_id},
            karte=karten.get(eintrag.angebot_id),
            grund=eintrag.grund,
            aenderungen=aenderungen.get(eintrag.angebot_id, ()),
            vorschlaege=vorschlaege.get(eintrag.angebot_id, ()),
            hoch_url=_build_url(liste, eintrag, um=-1),
            runter_url=_build_url(liste, eintrag, um=1),
            entfernen_url=build_merkzettel_url(liste.ohne(eintrag.angebot_id)),
            ist_unterstuetzung=eintrag.angebot is not None and eintrag.angebot.bereich == Bereich.UNTERSTUETZUNG,
        )
        for eintrag in eintraege
    ]


def _build_url(liste: Merkzettel, eintrag: Eintrag, *, um: int) -> str:
    """The list with the entry moved; empty where it stands at that end already. Leads back to the entry."""
    neu = liste.verschoben(eintrag.angebot_id, um=um)
    if neu == liste:
        return ""
    return f"{build_merkzettel_url(neu)}#eintrag-{eintrag.angebot_id}"
