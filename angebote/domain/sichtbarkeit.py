"""Why the public does not see an offer, in words for the Redaktion. The rule itself is AngebotQuerySet.oeffentlich."""

from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _

from angebote.choices import Status
from angebote.models import Angebot


def explain_verborgen(angebot: Angebot, *, heute: date) -> list[str]:
    """One sentence per reason; empty exactly where the public sees the offer on that day."""
    gruende: list[str] = []
    if angebot.status != Status.VEROEFFENTLICHT:
        gruende.append(_("Der Status ist „%(status)s“.") % {"status": angebot.get_status_display()})
    if angebot.gueltig_bis is not None and angebot.gueltig_bis < heute:
        gruende.append(_("Das Angebot endete am %(datum)s.") % {"datum": f"{angebot.gueltig_bis:%d.%m.%Y}"})
    if angebot.geprueft_am is None and not settings.UNGEPRUEFTE_ZEIGEN:
        gruende.append(_("Es ist noch nicht geprüft: „zuletzt geprüft am“ ist leer."))
    if angebot.ist_abgelaufen(heute):
        gruende.append(
            _("Zuletzt geprüft wurde es am %(tag)s, das galt bis zum %(ende)s. Bitte prüfen und als geprüft vermerken.")
            % {"tag": f"{angebot.geprueft_am:%d.%m.%Y}", "ende": f"{angebot.sichtbar_bis:%d.%m.%Y}"}
        )
    return gruende
