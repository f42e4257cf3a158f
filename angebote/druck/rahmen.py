"""What surrounds every programme: who publishes it, as of when, what the signs mean, and who helps at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from angebote.domain.krisennummern import load_kasten
from pankow_einsamkeit.lib.umbruch import hold_together, unbroken

UNSICHER = "?"  # the sign beside a title; a letter, so that it survives every copier


@dataclass(frozen=True)
class Hilfezeile:
    name: str
    nummer: str
    zeiten: str


@dataclass(frozen=True)
class Legendenzeile:
    zeichen: str
    text: str


@dataclass(frozen=True)
class Rahmen:
    """telefon: the portal's own number, empty if it has none."""

    herausgeber: str
    stand: str
    telefon: str
    hilfe_titel: str
    hilfe: tuple[Hilfezeile, ...]
    notruf: str
    legende: tuple[Legendenzeile, ...]
    vorbehalt: str


def build_rahmen(*, heute: date) -> Rahmen:
    """One query, for the help lines."""
    return Rahmen(
        herausgeber=settings.PORTAL_NAME,
        stand=unbroken(_("Stand: %(datum)s") % {"datum": date_format(heute, "j. F Y")}),
        telefon=_build_telefonsatz(),
        hilfe_titel=_("Sie brauchen sofort jemanden?"),
        hilfe=tuple(
            Hilfezeile(nummer.name, hold_together(nummer.rufnummern[0].anzeige), unbroken(nummer.hilfe.erreichbar))
            for nummer in load_kasten()
        ),
        notruf=hold_together(_("In Lebensgefahr: 112")),
        legende=build_legende(),
        vorbehalt=_("Angaben ohne Gewähr, bitte vorher anrufen"),
    )


def build_legende() -> tuple[Legendenzeile, ...]:
    return (
        Legendenzeile(
            UNSICHER,
            _("noch nicht oder vor längerer Zeit bestätigt, oder die Zeiten sind alt: bitte vorher anrufen"),
        ),
        Legendenzeile(_("ohne Anmeldung"), _("Sie können einfach kommen")),
        Legendenzeile(_("stufenlos"), _("Eingang eben oder mit Rampe, der Raum ist ohne Stufen erreichbar")),
        Legendenzeile(_("Steht nichts da,"), _("wissen wir es nicht. Fragen Sie bitte nach.")),
    )


def _build_telefonsatz() -> str:
    if not settings.PORTAL_TELEFON:
        return ""
    zeiten = f" ({settings.PORTAL_TELEFONZEITEN})" if settings.PORTAL_TELEFONZEITEN else ""
    return _("Fragen? %(telefon)s%(zeiten)s") % {"telefon": hold_together(settings.PORTAL_TELEFON), "zeiten": zeiten}
