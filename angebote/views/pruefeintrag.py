"""One offer of a printed sheet as it stands today: the sentences of its entry on the page of the check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from angebote.domain.aenderungen import GLEICH_GEBLIEBEN, Aenderung, Art, Befund, Pruefung, Stand
from angebote.domain.ende import explain_ende
from angebote.domain.karten_wann import build_wann
from angebote.domain.kontakt import build_kontakt
from angebote.domain.pruefsatz import build_pruefsatz
from angebote.domain.suche import NaechsterTermin
from angebote.domain.zeitsaetze import build_unbekanntsatz
from angebote.models import Angebot
from angebote.views.angebotsseite import Vorschlag
from pankow_einsamkeit.lib.telefon import Telefonnummer

VORBEI = frozenset({Stand.PAUSE, Stand.BEENDET, Stand.FEHLT, Stand.UNBESTAETIGT})
STANDZEICHEN = {
    Stand.UNVERAENDERT: "circle-check",
    Stand.GEAENDERT: "circle-alert",
    Stand.GESCHLOSSEN: "door-closed",
    Stand.OHNE_VERGLEICH: "calendar-days",
    Stand.PAUSE: "circle-pause",
    Stand.BEENDET: "circle-x",
    Stand.FEHLT: "circle-x",
    Stand.UNBESTAETIGT: "circle-help",
}
# What to do with the paper; why stands before it (domain/ende.py).
RATSAETZE = {
    Stand.PAUSE: gettext_lazy("Es findet gerade nicht statt."),
    Stand.BEENDET: gettext_lazy("Bitte streichen Sie es auf Ihrem Zettel."),
    Stand.FEHLT: gettext_lazy("Bitte streichen Sie es auf Ihrem Zettel."),
    Stand.UNBESTAETIGT: gettext_lazy("Vielleicht findet es weiter statt."),
}
ARTZEICHEN = {
    Art.GESCHLOSSEN: "door-closed",
    Art.TERMIN: "calendar-x",
    Art.ZEIT: "clock",
    Art.DAUER: "calendar-days",
    Art.UMGEZOGEN: "map-pin",
    Art.ORT: "map-pin",
    Art.BARRIEREN: "accessibility",
    Art.KOSTEN: "euro",
    Art.WER: "users",
    Art.SPRACHEN: "languages",
    Art.ANMELDUNG: "clipboard-pen",
    Art.ERSTBESUCH: "door-open",
    Art.ERSTANRUF: "message-circle",
    Art.KONTAKT: "phone",
    Art.TITEL: "tag",
}


@dataclass(frozen=True)
class Unterschied:
    """Before and after; bisher may be empty."""

    label: str
    icon: str
    bisher: tuple[str, ...]
    jetzt: tuple[str, ...]


@dataclass(frozen=True)
class Eintrag:
    """An empty sentence or tuple leaves its part out. angebot: None for what is not in the catalogue.

    saetze: why nobody can go there, and what to do about it.
    findet_statt: there are dates and a phone to tell. ist_lange_ungeprueft: whoever wants to go should ask before.
    """

    nummer: int
    angebot: Angebot | None
    stand: Stand
    icon: str
    saetze: tuple[str, ...] = ()
    unterschiede: tuple[Unterschied, ...] = ()
    findet_statt: bool = False
    termin_satz: str = ""
    danach_satz: str = ""
    telefone: tuple[Telefonnummer, ...] = ()
    pruef_satz: str = ""
    ist_lange_ungeprueft: bool = False
    aehnliche: tuple[Vorschlag, ...] = ()

    @property
    def hat_sich_geaendert(self) -> bool:
        return self.stand not in GLEICH_GEBLIEBEN


def build_fehlenden(nummer: int, *, heute: date) -> Eintrag:
    """Deleted, or never public: nobody is told which."""
    return _build(nummer, None, Stand.FEHLT, saetze=_build_endsaetze(None, Stand.FEHLT, heute=heute))


def build_vergangenen(
    nummer: int, angebot: Angebot, stand: Stand, *, aehnliche: Sequence[Vorschlag], heute: date
) -> Eintrag:
    """Reads angebot.traeger. Where it may still take place, there is somebody to ask."""
    saetze = _build_endsaetze(angebot, stand, heute=heute)
    telefone = build_kontakt(angebot).telefone if stand == Stand.UNBESTAETIGT else ()
    return _build(nummer, angebot, stand, saetze=saetze, telefone=telefone, aehnliche=tuple(aehnliche))


def build_laufenden(
    nummer: int, angebot: Angebot, befund: Befund, termine: Sequence[NaechsterTermin], *, jetzt: datetime
) -> Eintrag:
    """Reads angebot.traeger."""
    termin_satz, danach_satz = build_wann(angebot, termine, heute=jetzt.date(), geoeffnet=False)
    return _build(
        nummer,
        angebot,
        befund.stand,
        unterschiede=tuple(_build_unterschied(aenderung) for aenderung in befund.aenderungen),
        findet_statt=True,
        termin_satz=termin_satz or build_unbekanntsatz(angebot.kartendaten.get("nachfrage") or _("bitte nachfragen")),
        danach_satz=danach_satz,
        telefone=build_kontakt(angebot).telefone,
        pruef_satz=_build_pruefsatz(angebot, befund.pruefung, heute=jetzt.date()),
        ist_lange_ungeprueft=befund.pruefung == Pruefung.LANGE_HER,
    )


def _build(nummer: int, angebot: Angebot | None, stand: Stand, **felder: Any) -> Eintrag:
    return Eintrag(nummer=nummer, angebot=angebot, stand=stand, icon=STANDZEICHEN[stand], **felder)


def _build_endsaetze(angebot: Angebot | None, stand: Stand, *, heute: date) -> tuple[str, ...]:
    return (explain_ende(angebot, heute=heute), str(RATSAETZE[stand]))


def _build_unterschied(aenderung: Aenderung) -> Unterschied:
    return Unterschied(str(aenderung.art.label), ARTZEICHEN[aenderung.art], aenderung.bisher, aenderung.jetzt)


def _build_pruefsatz(angebot: Angebot, pruefung: Pruefung, *, heute: date) -> str:
    satz = build_pruefsatz(angebot, heute=heute)
    if pruefung != Pruefung.VOR_DRUCK:
        return satz
    return _("%(satz)s, seit dem Druck noch nicht wieder") % {"satz": satz}
