"""What may have changed since a report was frozen, so that nobody releases it: it is discarded and frozen anew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, cast

from django.utils.translation import gettext as _

from konzept.choices import Anzeige
from konzept.domain.berichtsbloecke import format_tag
from konzept.domain.berichtsfolge import find_letzten
from konzept.domain.berichtsstand import describe_person
from konzept.domain.berichtszustaendige import Zeilen, load_zeilen, withhold
from konzept.models import Bericht


def list_freigabehindernisse(bericht: Bericht) -> list[str]:
    """Sentences; none for a report that is not frozen, or that may go out as it is."""
    if not bericht.abbild:
        return []
    stand, vergleich = bericht.abbild["stand"], bericht.abbild["vergleich"]
    return [*_iterate_fremde_namen(stand, vergleich), *_iterate_ueberholte(bericht, vergleich)]


def _iterate_fremde_namen(stand: dict[str, Any], vergleich: dict[str, Any] | None) -> Iterator[str]:
    """P5: a name is read as released today. Rows of the past count too: who has left may still be named."""
    erlaubte, zeilen = {""}, load_zeilen()
    for zustaendigkeit in zeilen.values():
        erlaubte.add(describe_person(zustaendigkeit))
        if zustaendigkeit.anzeige != Anzeige.NEIN:
            erlaubte.add(zustaendigkeit.vertretung_funktion)
    fremde = sorted({*_iterate_namen(stand)} - erlaubte | {*_iterate_zurueckgezogene(vergleich, zeilen)})
    if fremde:
        satz = _(
            "Im eingefrorenen Bericht steht, was bei der Zuständigkeit nicht mehr so zur Nennung freigegeben ist: "
            "%(namen)s. Bitte den Bericht verwerfen und neu einfrieren."
        )
        yield satz % {"namen": "; ".join(fremde)}


def _iterate_namen(stand: dict[str, Any]) -> Iterator[str]:
    zeilen = [*stand["gesamt"], *(zeile for eine in stand["komponenten"] for zeile in eine["zustaendige"])]
    for zeile in zeilen:
        yield from (zeile["name"], zeile["vertretung"])
    for komponente in stand["komponenten"]:
        yield from (massnahme["zustaendig"] for massnahme in komponente["massnahmen"])


def _iterate_zurueckgezogene(vergleich: dict[str, Any] | None, zeilen: Zeilen) -> Iterator[str]:
    """Of those the comparison says that they answered before; older comparisons name nobody."""
    wechsel = (vergleich or {}).get("zustaendige") or {"personen": []}
    for vorher in filter(None, (person["vorher"] for person in wechsel["personen"])):
        jetzt = withhold(vorher, zeilen)
        yield from (vorher[feld] for feld in ("name", "vertretung") if vorher[feld] != jetzt[feld])


def _iterate_ueberholte(bericht: Bericht, vergleich: dict[str, Any] | None) -> Iterator[str]:
    """Older comparisons do not say with which report; nothing is known of them."""
    if vergleich and "bericht" not in vergleich:
        return
    letzter = find_letzten(bericht)
    if letzter is not None and letzter.pk != (vergleich and vergleich["bericht"]):
        satz = _(
            "Seit dem Einfrieren ist ein anderer Bericht freigegeben worden, mit dem dieser zu vergleichen ist: "
            "%(art)s vom %(tag)s. Bitte den Bericht verwerfen und neu einfrieren."
        )
        yield satz % {"art": letzter.get_art_display(), "tag": format_tag(cast("date", letzter.stichtag))}
