"""The mails of domain/bestaetigungen.py as plain text: short, one link, nothing to log in to."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from angebote.domain.bestaetigungen import list_offene_angebote
from angebote.domain.bestaetigungslink import build_link
from angebote.models import Bestaetigungsanfrage

# Out-of-office replies and mail loops help nobody (RFC 3834).
KOPFZEILEN = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "OOF, AutoReply"}


def build_anfragemail(anfrage: Bestaetigungsanfrage, *, ist_erinnerung: bool) -> EmailMessage:
    angebote = list_offene_angebote(anfrage)
    betreff = ngettext("Stimmt Ihr Eintrag noch?", "Stimmen Ihre %(anzahl)d Einträge noch?", len(angebote))
    context = {
        "angebote": angebote,
        "link": build_link(anfrage),
        "ist_erinnerung": ist_erinnerung,
        "gefragt_am": anfrage.gesendet_am,
        "portal": settings.PORTAL_NAME,
        "telefon": settings.PORTAL_TELEFON,
        "tage": settings.BESTAETIGUNG_LINK_TAGE,
    }
    vorsatz = _("Erinnerung: ") if ist_erinnerung else ""
    return EmailMessage(
        subject=f"{vorsatz}{betreff % {'anzahl': len(angebote)}} – {settings.PORTAL_NAME}",
        body=render_to_string("mail/anfrage.txt", context),
        to=[anfrage.empfaenger],
        headers=KOPFZEILEN,
    )


def build_eskalationsmail(anfragen: Sequence[Bestaetigungsanfrage], *, an: str) -> EmailMessage:
    """One mail to the Redaktion for all addresses that did not answer."""
    eintraege = [(anfrage, list_offene_angebote(anfrage)) for anfrage in anfragen]
    betreff = ngettext("%(n)d Anbieter hat nicht geantwortet", "%(n)d Anbieter haben nicht geantwortet", len(anfragen))
    return EmailMessage(
        subject=f"{betreff % {'n': len(anfragen)}} – {settings.PORTAL_NAME}",
        body=render_to_string(
            "mail/eskalation.txt", {"eintraege": eintraege, "basis_url": settings.BASIS_URL.rstrip("/")}
        ),
        to=[an],
        headers=KOPFZEILEN,
    )
