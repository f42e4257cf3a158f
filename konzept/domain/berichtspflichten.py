"""What a report has to say before it is frozen: what was done; what was not, why, and what was looked at instead.

One list, read by the page that shows what is missing and by the refusal. Section 13 BezVG asks for reasons and for
alternatives; an empty field could be a decision or an oversight, so that nothing to tell is an answer of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from konzept.choices import Abweichung
from konzept.domain.berichtsmassnahmen import list_aufgegebene

Daten = Mapping[str, Any]


@dataclass(frozen=True)
class Pflicht:
    """titel: what is asked. satz: what to do while it is missing. komponente: its art. feld: of Berichtsabschnitt."""

    titel: str
    satz: str
    komponente: str
    feld: str
    ist_erfuellt: bool


def list_pflichten(daten: Daten) -> list[Pflicht]:
    """daten: as berichtsabbild.py gathers them. In the order of the form."""
    return [
        pflicht
        for komponente in daten["stand"]["komponenten"]
        for pflicht in _iterate_pflichten(komponente, daten["texte"]["komponenten"][komponente["art"]])
    ]


def list_fehlende_saetze(daten: Daten) -> list[str]:
    return [pflicht.satz for pflicht in list_pflichten(daten) if not pflicht.ist_erfuellt]


def _iterate_pflichten(komponente: Daten, texte: Daten) -> Iterator[Pflicht]:
    def build(feld: str, titel: str, satz: str, *, ist_erfuellt: bool) -> Pflicht:
        name, art = komponente["name"], komponente["art"]
        return Pflicht(f"{name}: {titel}", f"{name}: {satz}", art, feld, ist_erfuellt)

    abweichung, grund = texte["abweichung"], bool(texte["nicht_umgesetzt"].strip())
    yield build(
        "getan",
        _("Was getan wurde"),
        _("Bitte schreiben Sie, was getan wurde, auch wenn es noch nichts ist."),
        ist_erfuellt=bool(texte["getan"].strip()),
    )
    yield build(
        "abweichung",
        _("Ob es Abweichungen vom Ersuchen gibt"),
        _("Bitte sagen Sie, ob es Abweichungen vom Ersuchen gibt oder nicht."),
        ist_erfuellt=abweichung != Abweichung.OFFEN,
    )
    if abweichung == Abweichung.EINIGE:
        yield build(
            "nicht_umgesetzt",
            _("Was nicht umgesetzt wurde, und warum"),
            _("Bitte schreiben Sie, was nicht umgesetzt wurde, und warum."),
            ist_erfuellt=grund,
        )
        yield build(
            "alternativen",
            _("Welche Alternativen geprüft wurden"),
            _("Bitte schreiben Sie, welche Alternativen geprüft wurden, auch wenn es keine gab."),
            ist_erfuellt=bool(texte["alternativen"].strip()),
        )
    aufgegebene = list_aufgegebene(komponente["massnahmen"])
    if abweichung == Abweichung.KEINE and aufgegebene:
        satz = _(
            "„Es gibt keine Abweichungen“ ist gewählt, aber verworfen oder zurückgestellt ist: %(namen)s. Bitte wählen "
            "Sie „Es gibt Abweichungen“ und schreiben Sie, welche Alternativen geprüft wurden."
        )
        yield build(
            "abweichung",
            _("Antwort und Maßnahmen passen zusammen"),
            satz % {"namen": ", ".join(f"„{titel}“" for titel in aufgegebene)},
            ist_erfuellt=False,
        )
    if abweichung == Abweichung.KEINE and grund:
        yield build(
            "abweichung",
            _("Antwort und Texte passen zusammen"),
            _("„Es gibt keine Abweichungen“ ist gewählt, aber „Nicht umgesetzt, weil“ ist ausgefüllt."),
            ist_erfuellt=False,
        )
