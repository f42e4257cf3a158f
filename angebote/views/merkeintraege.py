"""The entries of the page "Merkzettel": the card of each offer, ways to move it, and what to do where it is over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from angebote.choices import Bereich
from angebote.domain.merkliste import Eintrag, list_kommende_schliesszeiten, load_eintraege
from angebote.domain.merkzettel import Merkzettel
from angebote.domain.steckbrief_wann import build_aenderungen
from angebote.domain.suche import NaechsterTermin, list_naechste_termine
from angebote.domain.umzug import Umzug, load_umzuege
from angebote.models import Angebot, Schliesszeit
from angebote.views.angebotsseite import Vorschlag
from angebote.views.karten import Karte, build_karten
from angebote.views.merkadresse import build_merkzettel_url
from angebote.views.merkwarnungen import Warnung, warn_ende, warn_geschlossen, warn_umgezogen
from angebote.views.vorschlaege import load_vorschlaege_statt

TEILE = ("kategorien", "ausnahmen", "zugangswege")


@dataclass(frozen=True)
class Merkeintrag:
    """Empty addresses: it cannot move further. karte is None where the offer is not public; a Warnung says why.

    vorschlaege: what to go to instead, below the sentence statt_satz.
    """

    angebot_id: int
    titel: str
    karte: Karte | None
    warnungen: Sequence[Warnung]
    aenderungen: Sequence[str]
    statt_satz: str
    vorschlaege: Sequence[Vorschlag]
    hoch_url: str
    runter_url: str
    entfernen_url: str
    ist_unterstuetzung: bool


@dataclass(frozen=True)
class Lage:
    """What is known of the offers of a list that are public, by their key, beside their cards."""

    karten: Mapping[int, Karte]
    termine: Mapping[int, Sequence[NaechsterTermin]]
    schliesszeiten: Mapping[int, Sequence[Schliesszeit]]
    umzuege: Mapping[int, Umzug]


def load_merkeintraege(liste: Merkzettel, *, jetzt: datetime) -> list[Merkeintrag]:
    """Constant queries, and three more for each of the first three with proposals."""
    heute = jetzt.date()
    eintraege = load_eintraege(liste.angebot_ids, heute=heute, teile=TEILE) if liste.angebot_ids else []
    lage = _load_lage([eines.angebot for eines in eintraege if eines.ist_aktuell and eines.angebot], jetzt=jetzt)
    warnungen = {eintrag.angebot_id: _build_warnungen(eintrag, lage, heute=heute) for eintrag in eintraege}
    statt = {pk: next((eine.statt for eine in seine if eine.statt), "") for pk, seine in warnungen.items()}
    vorschlaege = _load_vorschlaege([eines for eines in eintraege if statt[eines.angebot_id]], liste, jetzt=jetzt)
    return [
        Merkeintrag(
            angebot_id=pk,
            titel=eintrag.angebot.titel if eintrag.angebot else _("Nummer %(id)d") % {"id": pk},
            karte=lage.karten.get(pk),
            warnungen=warnungen[pk],
            aenderungen=_build_aenderungen(eintrag, lage, heute=heute),
            statt_satz=statt[pk],
            vorschlaege=vorschlaege.get(pk, ()),
            hoch_url=_build_url(liste, eintrag, um=-1),
            runter_url=_build_url(liste, eintrag, um=1),
            entfernen_url=build_merkzettel_url(liste.ohne(pk)),
            ist_unterstuetzung=eintrag.angebot is not None and eintrag.angebot.bereich == Bereich.UNTERSTUETZUNG,
        )
        for eintrag in eintraege
        for pk in [eintrag.angebot_id]
    ]


def _load_vorschlaege(
    eintraege: Sequence[Eintrag], liste: Merkzettel, *, jetzt: datetime
) -> dict[int, list[Vorschlag]]:
    """Those that are over come first: whoever stands before nothing needs them most."""
    geordnet = sorted(eintraege, key=lambda eintrag: eintrag.ist_aktuell)
    angebote = [eintrag.angebot for eintrag in geordnet if eintrag.angebot]
    return load_vorschlaege_statt(angebote, ausser=liste.angebot_ids, jetzt=jetzt)


def _load_lage(angebote: Sequence[Angebot], *, jetzt: datetime) -> Lage:
    if not angebote:
        return Lage({}, {}, {}, {})
    termine = list_naechste_termine([angebot.pk for angebot in angebote], jetzt=jetzt)
    return Lage(
        karten={karte.id: karte for karte in build_karten(angebote, jetzt=jetzt, termine=termine)},
        termine=termine,
        schliesszeiten=list_kommende_schliesszeiten(angebote, heute=jetzt.date()),
        umzuege=load_umzuege(angebote, jetzt=jetzt),
    )


def _build_warnungen(eintrag: Eintrag, lage: Lage, *, heute: date) -> tuple[Warnung, ...]:
    """What keeps people from going there today comes first."""
    angebot, pk = eintrag.angebot, eintrag.angebot_id
    if angebot is None or not eintrag.ist_aktuell:
        return (warn_ende(eintrag.grund),)
    warnungen = []
    laufende = [zeit for zeit in lage.schliesszeiten[pk] if zeit.von <= heute]
    if laufende:
        warnungen.append(warn_geschlossen(angebot, laufende, lage.termine.get(pk, ()), heute=heute))
    if pk in lage.umzuege:
        warnungen.append(warn_umgezogen(lage.umzuege[pk]))
    return tuple(warnungen)


def _build_aenderungen(eintrag: Eintrag, lage: Lage, *, heute: date) -> tuple[str, ...]:
    """What is ahead; of what is closed already a Warnung tells."""
    if eintrag.angebot is None or not eintrag.ist_aktuell:
        return ()
    kommende = [zeit for zeit in lage.schliesszeiten[eintrag.angebot_id] if zeit.von > heute]
    return build_aenderungen(eintrag.angebot, kommende, (), heute=heute)


def _build_url(liste: Merkzettel, eintrag: Eintrag, *, um: int) -> str:
    """The list with the entry moved; empty where it stands at that end already. Leads back to the entry."""
    neu = liste.verschoben(eintrag.angebot_id, um=um)
    if neu == liste:
        return ""
    return f"{build_merkzettel_url(neu)}#eintrag-{eintrag.angebot_id}"
