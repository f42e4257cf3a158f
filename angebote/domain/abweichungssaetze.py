"""Dates that are called off or moved, and closing periods, in German sentences. Pure; takes unsaved model instances.

absolut: without "heute" and "morgen" (zeitsaetze.build_datumssatz).
"""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from angebote.choices import Ausnahmeart
from angebote.domain.zeitsaetze import build_datumssatz, build_terminsatz
from angebote.models import Ausnahme, Schliesszeit


def build_ausnahmesatz(ausnahme: Ausnahme, *, heute: date, absolut: bool = False) -> str:
    alt = build_datumssatz(ausnahme.datum, heute=heute, absolut=absolut)
    if ausnahme.beginn:
        alt = build_terminsatz(ausnahme.datum, ausnahme.beginn, None, heute=heute, absolut=absolut)
    if ausnahme.art == Ausnahmeart.VERSCHOBEN and ausnahme.neues_datum:
        neu = build_datumssatz(ausnahme.neues_datum, heute=heute, absolut=absolut)
        if ausnahme.neuer_beginn:
            neu = build_terminsatz(
                ausnahme.neues_datum, ausnahme.neuer_beginn, ausnahme.neues_ende, heute=heute, absolut=absolut
            )
        satz = _("Verschoben: nicht %(alt)s, sondern %(neu)s") % {"alt": alt, "neu": neu}
    else:
        satz = _("Fällt aus: %(alt)s") % {"alt": alt}
    return _append_grund(satz, ausnahme.grund)


def build_schliesssatz(zeit: Schliesszeit, *, heute: date, absolut: bool = False) -> str:
    if zeit.von == zeit.bis:
        satz = _("Geschlossen: %(tag)s") % {"tag": build_datumssatz(zeit.von, heute=heute, absolut=absolut)}
    else:
        satz = _("Geschlossen vom %(von)s bis %(bis)s") % {"von": _format(zeit.von), "bis": _format(zeit.bis)}
    return _append_grund(satz, zeit.grund)


def _append_grund(satz: str, grund: str) -> str:
    grund = grund.strip().rstrip(".")
    return f"{satz} ({grund})." if grund else f"{satz}."


def _format(datum: date) -> str:
    return date_format(datum, "j. F Y")
