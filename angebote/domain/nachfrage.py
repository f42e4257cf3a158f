"""How to find out what we do not know: nobody is asked to call where no number is known."""

from __future__ import annotations

from django.utils.translation import gettext as _

from angebote.models import Angebot, Traeger


def find_kontaktquelle(angebot: Angebot) -> Angebot | Traeger:
    """Who is asked: the offer itself, or its Träger if it states no contact of its own."""
    hat_eigenen = bool(angebot.telefon or angebot.email or angebot.web)
    return angebot if hat_eigenen or angebot.traeger is None else angebot.traeger


def build_nachfrage(angebot: Angebot, *, vorher: bool = False) -> str:
    """ "bitte anrufen", "bitte nachfragen" or, where nothing but a place is known, "bitte vor Ort fragen".

    `vorher`: for what should be asked before the visit, e.g. "bitte vorher anrufen".
    """
    quelle = find_kontaktquelle(angebot)
    if quelle.telefon:
        return _("bitte vorher anrufen") if vorher else _("bitte anrufen")
    if not (quelle.email or quelle.web) and (angebot.treffpunkt or (angebot.ort and angebot.ort.strasse)):
        return _("bitte vor Ort fragen")
    return _("bitte vorher nachfragen") if vorher else _("bitte nachfragen")
