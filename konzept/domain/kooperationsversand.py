"""No letter is printed without its releases, none is posted without agreement and authorisation (G11, G15, G17)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from konzept.domain.kooperationsfolge import FolgeError
from konzept.domain.kooperationspruefung import VEREINBARUNG, VOR_DEM_DRUCK, Bedingung, load_lage
from konzept.models import Kooperationsanfrage


def check_versand(anfrage: Kooperationsanfrage, werte: Mapping[str, Any]) -> None:
    """werte: what is to be written into the request. Raises FolgeError by field.

    Once the letters have left the house, facts about it can be corrected whatever was erased since.
    """
    fehler = _find_leere_zahlen(werte)
    druck_am, versand_am = werte.get("druck_am"), werte.get("versand_am")
    bis = anfrage.vollmacht_bis
    if not anfrage.ist_verschickt:
        if druck_am and (saetze := _list_saetze(anfrage, VOR_DEM_DRUCK, druck_am)):
            fehler["druck_am"] = saetze
        if versand_am and (saetze := _list_saetze(anfrage, VEREINBARUNG, versand_am)):
            fehler["versand_am"] = saetze
    if versand_am and bis and versand_am > bis:
        satz = _("Verschickt wird höchstens bis zum Ende der Bevollmächtigung, dem %(tag)s.")
        fehler["versand_am"] = [satz % {"tag": date_format(bis, "j. F Y")}]
    if fehler:
        raise FolgeError(fehler)


def _list_saetze(anfrage: Kooperationsanfrage, bedingungen: Sequence[Bedingung], tag: date) -> list[str]:
    """What is missing for something that happened on this day."""
    lage = load_lage(anfrage, heute=tag)
    return [str(eine.satz) for eine in bedingungen if not eine.ist_erfuellt(lage)]


def _find_leere_zahlen(werte: Mapping[str, Any]) -> dict[str, list[str]]:
    zahlen = ("druck_anzahl", "versand_anzahl")
    return {name: [_("Bitte mindestens 1 eintragen.")] for name in zahlen if werte.get(name) == 0}
