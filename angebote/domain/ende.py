"""Whether an offer that was public once is none to go to any more, and the sentence that says why. Pure."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from angebote.choices import Status
from angebote.models import Angebot


class Ende(StrEnum):
    """PAUSE: it comes back. ABGELAUFEN: its last day is known. FEHLT: nothing public ever had that key.

    UNBESTAETIGT: it may well take place, but nobody has confirmed it for too long.
    """

    PAUSE = "pause"
    ABGELAUFEN = "abgelaufen"
    BEENDET = "beendet"
    UNBESTAETIGT = "unbestaetigt"
    FEHLT = "fehlt"


def judge_ende(angebot: Angebot | None, *, heute: date) -> Ende | None:
    """None for an offer to go to. A pause comes first: what is said to come back is not over."""
    if angebot is None:
        return Ende.FEHLT
    if angebot.status == Status.PAUSIERT:
        return Ende.PAUSE
    if angebot.gueltig_bis is not None and angebot.gueltig_bis < heute:
        return Ende.ABGELAUFEN
    if angebot.status != Status.VEROEFFENTLICHT:
        return Ende.BEENDET
    return Ende.UNBESTAETIGT if angebot.ist_abgelaufen(heute) else None


def explain_ende(angebot: Angebot | None, *, heute: date) -> str:
    """A sentence, for an offer that is not public on that day."""
    if angebot is not None and angebot.nachfolger is not None:
        return _("Dieses Angebot heißt jetzt „%(titel)s“.") % {"titel": angebot.nachfolger.titel}
    ende = judge_ende(angebot, heute=heute) or Ende.BEENDET
    if ende == Ende.ABGELAUFEN and angebot is not None and angebot.gueltig_bis is not None:
        datum = date_format(angebot.gueltig_bis, "j. F Y")
        return _("Dieses Angebot gab es bis zum %(datum)s.") % {"datum": datum}
    if ende == Ende.UNBESTAETIGT and angebot is not None:
        return build_unbestaetigtsatz(angebot)
    saetze = {
        Ende.FEHLT: _("Dieses Angebot steht nicht in unserem Verzeichnis."),
        Ende.PAUSE: _("Dieses Angebot macht zurzeit eine Pause."),
        Ende.BEENDET: _("Dieses Angebot gibt es nicht mehr."),
    }
    return saetze[ende]


def build_unbestaetigtsatz(angebot: Angebot) -> str:
    """For an offer that was confirmed once."""
    datum = date_format(angebot.geprueft_am, "j. F Y") if angebot.geprueft_am else ""
    nachfrage = angebot.kartendaten.get("nachfrage_vorher") or _("bitte vorher nachfragen")
    satz = _("Dieses Angebot ist seit dem %(datum)s nicht mehr bestätigt – %(nachfrage)s.")
    return satz % {"datum": datum, "nachfrage": nachfrage}
