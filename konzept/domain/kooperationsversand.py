"""No letter is printed without its releases, none is posted without agreement and authorisation (G11, G15, G17)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from konzept.domain.kooperationsfolge import FolgeError
from konzept.domain.kooperationspruefung import VEREINBARUNG, VOR_DEM_DRUCK, Bedingung, load_lage
from konzept.models import Kooperationsanfrage


def check_versand(anfrage: Kooperationsanfrage, werte: Mapping[str, Any]) -> None:
    """werte: what is to be written into the request. Raises FolgeError by field.

    Once the letters have left the house, facts about it can be corrected whatever was erased since, but not that they
    have: what follows from it (a result report, G18) would be owed no longer. That print comes first is a constraint.
    """
    fehler = _find_unerlaubtes(anfrage, werte) if anfrage.versand_am is None else _find_widerruf(werte)
    if fehler:
        raise FolgeError(fehler)


def _find_unerlaubtes(anfrage: Kooperationsanfrage, werte: Mapping[str, Any]) -> dict[str, list[str]]:
    """What is missing on the day of print, and on the day of posting."""
    je_feld = {"druck_am": VOR_DEM_DRUCK, "versand_am": VEREINBARUNG}
    fehler = {
        feld: _list_saetze(anfrage, bedingungen, werte[feld])
        for feld, bedingungen in je_feld.items()
        if werte.get(feld)
    }
    return {feld: saetze for feld, saetze in fehler.items() if saetze}


def _list_saetze(anfrage: Kooperationsanfrage, bedingungen: Sequence[Bedingung], tag: date) -> list[str]:
    lage = load_lage(anfrage, heute=tag)
    return [str(eine.satz) for eine in bedingungen if not eine.ist_erfuellt(lage)]


def _find_widerruf(werte: Mapping[str, Any]) -> dict[str, list[str]]:
    if "versand_am" in werte and werte["versand_am"] is None:
        return {"versand_am": [_("Die Briefe sind verschickt. Der Tag lässt sich ändern, aber nicht leeren.")]}
    return {}
