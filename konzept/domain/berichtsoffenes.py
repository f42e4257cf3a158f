"""What else a report does not say: shown before it is frozen. Nothing of it stops anybody, see berichtspflichten.py."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

Daten = Mapping[str, Any]


def list_offenes(daten: Daten) -> list[str]:
    """daten: as berichtsabbild.py gathers them."""
    return [*_list_leere_texte(daten["texte"]), *_list_offenes(daten["stand"], daten["zahlen"])]


def _list_leere_texte(texte: Daten) -> Iterator[str]:
    if not texte["einleitung"].strip():
        yield _("Die Einleitung ist leer.")
    if not texte["ausblick"].strip():
        yield _("Der Ausblick ist leer.")


def _list_offenes(stand: Daten, zahlen: Daten) -> Iterator[str]:
    for komponente in stand["komponenten"]:
        if komponente["besetzung"] == "keine":
            yield _("%(komponente)s: Niemand ist zuständig; der Bericht sagt das.") % {"komponente": komponente["name"]}
        if not komponente["massnahmen"]:
            yield _("%(komponente)s: Es gibt keine Maßnahme.") % {"komponente": komponente["name"]}
    unbenannt = [m for eine in stand["komponenten"] for m in eine["massnahmen"] if not m["zustaendig"]]
    if unbenannt:
        satz = ngettext(
            "%(anzahl)d Maßnahme nennt nur die Federführung: Eine Zuständigkeit fehlt oder ist nicht freigegeben.",
            "%(anzahl)d Maßnahmen nennen nur die Federführung: Eine Zuständigkeit fehlt oder ist nicht freigegeben.",
            len(unbenannt),
        )
        yield satz % {"anzahl": len(unbenannt)}
    ohne = [bereich["name"] for bereich in stand["bereiche"] if not bereich["beitrag"]]
    if ohne:
        yield _("Noch kein Beitrag von: %(namen)s.") % {"namen": ", ".join(ohne)}
    if any(kiez["menschen"]["einwohner"] is None for kiez in zahlen["kieze"]):
        yield _("Für manche Kieze fehlen die Einwohnerzahlen; dort steht „nicht bekannt“.")
