"""Giving an offer the values of an earlier moment, by the rules that hold for every other change."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from angebote.choices import Vorschlagsherkunft
from angebote.domain.aenderungsvorschlaege import submit_vorschlag
from angebote.domain.angebotsdaten import apply_angebotsdaten, diff_angebotsdaten, read_angebotsdaten
from angebote.domain.redaktion import AENDERN, RechtFehltError, VerweigertError, format_zeitpunkt, needs_vorschlag
from angebote.domain.sperren import lock_angebote
from angebote.domain.verlauf import read_angebotsdaten_am
from angebote.models import Aenderungsvorschlag, Angebot
from pankow_einsamkeit.lib.kalender import BERLIN
from pankow_einsamkeit.models import Konto


@transaction.atomic
def revert_angebot(
    *, angebot_id: int, zeitpunkt: datetime, konto: Konto, jetzt: datetime
) -> Aenderungsvorschlag | None:
    """Gives the offer the values of that moment. Where this person's changes wait, as a proposal, which is returned.

    Raises VerweigertError where there is nothing to restore, ValidationError where a value is no longer possible.
    """
    lock_angebote([angebot_id])
    angebot = Angebot.objects.get(pk=angebot_id)
    if not konto.has_perm(AENDERN):
        raise RechtFehltError(_("Das darf nur, wer Angebote bearbeiten darf."))
    frueher = read_angebotsdaten_am(angebot_id, zeitpunkt)
    aenderungen = diff_angebotsdaten(read_angebotsdaten(angebot), frueher or {})
    if not aenderungen:
        raise VerweigertError(_("Es gibt nichts wiederherzustellen: Das Angebot sieht heute genauso aus."))
    grund = _("Stand vom %(wann)s wiederhergestellt") % {"wann": format_zeitpunkt(zeitpunkt)}
    neuer_bereich = (frueher or {}).get("bereich", angebot.bereich)
    if needs_vorschlag(angebot, konto, neuer_bereich=neuer_bereich):
        return submit_vorschlag(
            angebot_id=angebot_id,
            aenderungen=aenderungen,
            herkunft=Vorschlagsherkunft.REDAKTION,
            jetzt=jetzt,
            konto=konto,
            bemerkung=grund,
        )
    daten = {name: werte["neu"] for name, werte in aenderungen.items()}
    heute = jetzt.astimezone(BERLIN).date()
    apply_angebotsdaten(angebot=angebot, daten=daten, heute=heute, konto=konto, grund=grund)
    return None
