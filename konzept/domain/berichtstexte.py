"""The texts of a report as its form has them, each under a name of its own, and what others have written meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from angebote.domain.angebotsdaten import Daten
from konzept.domain.berichtsabbild import FELDER
from konzept.domain.zwischenstaende import VeraltetError, Zwischenstand, list_zwischenstaende, read_felder
from konzept.models import Bericht, Berichtsabschnitt

RAHMEN = ("einleitung", "ausblick")  # of Bericht


@dataclass(frozen=True)
class Texte:
    """What staff write. komponenten: by Komponente.art, each with the fields of Berichtsabschnitt."""

    einleitung: str
    ausblick: str
    komponenten: Mapping[str, Mapping[str, str]]


def build_name(komponente: str, name: str) -> str:
    """komponente: its art."""
    return f"{komponente}-{name}"


def read_textfelder(bericht: Bericht) -> Daten:
    """All texts by name of the form's field, in the order of the form."""
    felder = read_felder(bericht, RAHMEN)
    for abschnitt in bericht.abschnitte.select_related("komponente"):
        art = abschnitt.komponente.art
        felder |= {build_name(art, name): wert for name, wert in read_felder(abschnitt, FELDER).items()}
    return felder


def check_textfelder(bericht: Bericht, *, gesehen: Daten | None, texte: Texte) -> None:
    """gesehen: what read_textfelder said when the form was shown; None asks for no check. Raises VeraltetError."""
    if gesehen is None:
        return
    werte = {"einleitung": texte.einleitung, "ausblick": texte.ausblick}
    andere = list_zwischenstaende(bericht, gesehen={name: gesehen[name] for name in RAHMEN}, werte=werte)
    for abschnitt in bericht.abschnitte.select_related("komponente"):
        art = abschnitt.komponente.art
        gesehene = {name: gesehen[build_name(art, name)] for name in FELDER}
        andere |= _name(abschnitt, list_zwischenstaende(abschnitt, gesehen=gesehene, werte=texte.komponenten[art]))
    if andere:
        raise VeraltetError(andere)


def _name(abschnitt: Berichtsabschnitt, andere: Mapping[str, Zwischenstand]) -> dict[str, Zwischenstand]:
    """The same text is there for each component."""
    komponente = abschnitt.komponente
    return {
        build_name(komponente.art, name): replace(einer, titel=f"{komponente.name}: {einer.titel}")
        for name, einer in andere.items()
    }
