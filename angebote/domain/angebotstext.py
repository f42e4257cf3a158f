"""An offer as plain text, for the clipboard, a mail or a sheet without layout. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _


def build_angebotstext(
    *,
    titel: str,
    wann: str,
    wo: str,
    kosten: str,
    kontakt: Sequence[str],
    link: str,
    nutzen: str = "",
    anmeldung: str = "",
    stand: str = "",
) -> str:
    """One fact a line, in the order of the card, without a blank line: these stand between offers.

    What is empty of wann, wo, kosten and kontakt is said to be unknown; the rest is left out.
    """
    unbekannt = _("nicht bekannt")
    zeilen = [
        titel,
        nutzen,
        _("Wann: %(wann)s") % {"wann": wann or unbekannt},
        _("Wo: %(wo)s") % {"wo": wo or unbekannt},
        _("Kosten: %(kosten)s") % {"kosten": kosten or unbekannt},
        _("Anmeldung: %(anmeldung)s") % {"anmeldung": anmeldung} if anmeldung else "",
        _("Kontakt: %(kontakt)s") % {"kontakt": ", ".join(kontakt) or unbekannt},
        stand,
        link,
    ]
    return "\n".join(" ".join(zeile.split()) for zeile in zeilen if zeile)
