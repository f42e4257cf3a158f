"""When an offer of a list takes place next: the sentences of its card."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.utils.translation import gettext as _

from angebote.choices import Format
from angebote.domain.suche import NaechsterTermin
from angebote.domain.zeitsaetze import (
    NACH_VEREINBARUNG,
    ZEITEN_UNBEKANNT,
    ZEITEN_UNSICHER,
    build_datumssatz,
    build_terminsatz,
    build_unbekanntsatz,
)
from angebote.models import Angebot, Termin

WOCHE = timedelta(days=7)
ALT_NACH_JAHREN = 3
OHNE_REGEL = (NACH_VEREINBARUNG, ZEITEN_UNBEKANNT, ZEITEN_UNSICHER)


def build_wann(
    angebot: Angebot, termine: Sequence[NaechsterTermin | Termin], *, heute: date, geoeffnet: bool
) -> tuple[str, str]:
    """The next real date in words and the one after it; without dates what is known about the times instead.

    Both are empty where nothing is known about the times.
    """
    if not termine:
        unbekannt = build_unbekanntsatz(angebot.kartendaten.get("nachfrage", ""))
        return _build_ohne_termin([satz for satz in angebot.kartendaten.get("zeitsaetze", ()) if satz != unbekannt])
    erster = build_naechster_termin(angebot, termine, heute=heute, geoeffnet=geoeffnet)
    if geoeffnet or len(termine) == 1 or ist_oeffnungszeit(angebot, termine):
        return erster, ""
    danach = build_datumssatz(termine[1].datum, heute=heute, im_satz=True)
    return erster, _("danach %(datum)s") % {"datum": danach}


def build_naechster_termin(
    angebot: Angebot, termine: Sequence[NaechsterTermin | Termin], *, heute: date, geoeffnet: bool = False
) -> str:
    """ "Dienstag, 24. November, 14 bis 16 Uhr"; for a house with opening hours "Geöffnet heute, 9 bis 17 Uhr".

    A date that follows from an old source says so itself: "Morgen, 15 bis 17 Uhr (Angabe von 2013)".
    """
    erster = termine[0]
    ist_offen = geoeffnet or ist_oeffnungszeit(angebot, termine)
    satz = build_terminsatz(erster.datum, erster.beginn, erster.ende, heute=heute, im_satz=ist_offen)
    if ist_offen:
        satz = _("Geöffnet %(termin)s") % {"termin": satz}
    return " ".join(teil for teil in (satz, _build_altersvermerk(angebot, heute=heute)) if teil)


def sind_zeiten_alt(angebot: Angebot, *, heute: date) -> bool:
    """Nobody has confirmed them, and their newest source is three years old or has no date."""
    jahr = angebot.kartendaten.get("stand_jahr")
    return not angebot.ist_bestaetigt and (jahr is None or heute.year - jahr >= ALT_NACH_JAHREN)


def _build_altersvermerk(angebot: Angebot, *, heute: date) -> str:
    if not sind_zeiten_alt(angebot, heute=heute):
        return ""
    jahr = angebot.kartendaten.get("stand_jahr")
    return _("(Angabe von %(jahr)d)") % {"jahr": jahr} if jahr else _("(Angabe ohne Datum)")


def ist_oeffnungszeit(angebot: Angebot, termine: Sequence[NaechsterTermin | Termin]) -> bool:
    """A house that is open several times a week has opening hours rather than dates."""
    if angebot.format != Format.OFFEN:
        return False
    if any(isinstance(termin, NaechsterTermin) and termin.auch_an_anderem_tag for termin in termine[:1]):
        return True
    return len(termine) > 1 and termine[1].datum - termine[0].datum < WOCHE


def _build_ohne_termin(zeitsaetze: Sequence[str]) -> tuple[str, str]:
    regeln = [satz for satz in zeitsaetze if not satz.startswith(OHNE_REGEL)]
    if regeln:
        return _("Zurzeit keine Termine"), _("Angegeben: %(zeiten)s") % {"zeiten": "; ".join(regeln)}
    vereinbarung = next((satz for satz in zeitsaetze if satz.startswith(NACH_VEREINBARUNG)), "")
    if vereinbarung:
        return _("Zeiten %(vereinbarung)s") % {"vereinbarung": vereinbarung}, ""
    satz = next(iter(zeitsaetze), "")
    if satz.startswith(ZEITEN_UNSICHER):
        return ZEITEN_UNSICHER, satz.removeprefix(f"{ZEITEN_UNSICHER}. ")
    return satz, ""
