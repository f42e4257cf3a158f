"""What warns on the Merkzettel before an offer of an old list: it is over, closed today, or somewhere else now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from angebote.domain.steckbrief_wann import build_schliesshinweis
from angebote.domain.suche import NaechsterTermin
from angebote.domain.umzug import Umzug, build_umzugssaetze
from angebote.domain.zugang import compute_zugaenge, ist_ohne_weg
from angebote.models import Angebot, Schliesszeit


@dataclass(frozen=True)
class Warnung:
    """saetze: why, and what to do. statt: what stands before offers to go to instead; empty where none are needed."""

    titel: str
    saetze: tuple[str, ...]
    statt: str = ""


def warn_ende(grund: str) -> Warnung:
    return Warnung(_("Nicht mehr aktuell"), (grund,), _("Vielleicht passt stattdessen:"))


def warn_geschlossen(
    angebot: Angebot, laufende: Sequence[Schliesszeit], termine: Sequence[NaechsterTermin], *, heute: date
) -> Warnung:
    """laufende: the closing periods of today, at least one. Nothing instead for a single day. Reads zugangswege."""
    saetze = tuple(build_schliesshinweis(zeit, termine, heute=heute) for zeit in laufende)
    hat_weg = not ist_ohne_weg(compute_zugaenge(angebot))
    if max(zeit.bis for zeit in laufende) == heute:
        rat = _("Bitte gehen Sie heute nicht hin.")
        return Warnung(_("Heute geschlossen"), (*saetze, rat) if hat_weg else saetze)
    rat = _("Bitte gehen Sie so lange nicht hin.")
    return Warnung(_("Zurzeit geschlossen"), (*saetze, rat) if hat_weg else saetze, _("Vielleicht passt so lange:"))


def warn_umgezogen(umzug: Umzug) -> Warnung:
    return Warnung(
        _("Nicht mehr aktuell: umgezogen"),
        (
            *build_umzugssaetze(umzug),
            _("Jetzt: %(adresse)s.") % {"adresse": umzug.jetzt},
            _("Bitte gehen Sie nur noch zur neuen Adresse."),
        ),
        _("Ist Ihnen der neue Weg zu weit? Vielleicht passt stattdessen:"),
    )
