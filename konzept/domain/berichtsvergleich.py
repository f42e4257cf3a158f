"""What has changed since the last released report for the same Drucksache, as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from konzept.choices import Massnahmenstatus

Daten = Mapping[str, Any]
BEENDET = {Massnahmenstatus.ABGESCHLOSSEN.value, Massnahmenstatus.VERWORFEN.value}


def compare_berichte(vorher: Daten, jetzt: Daten) -> dict[str, Any]:
    """Both: with "stichtag", "stand" and "zahlen", as berichtsabbild.py builds them.

    fort: measures the former report told, which now belong to another Drucksache.
    """
    alte, neue = _list_massnahmen(vorher), _list_massnahmen(jetzt)
    gemeinsame = [(alte[pk], massnahme) for pk, massnahme in neue.items() if pk in alte]
    wechsel = [(alt, neu) for alt, neu in gemeinsame if alt["status"] != neu["status"]]
    return {
        "stichtag": vorher["stichtag"],
        "neu": [massnahme["titel"] for pk, massnahme in neue.items() if pk not in alte],
        "beendet": [_name(neu) for _alt, neu in wechsel if neu["status"] in BEENDET],
        "andere": [
            f"{neu['titel']} ({alt['statuswort']} → {neu['statuswort']})"
            for alt, neu in wechsel
            if neu["status"] not in BEENDET
        ],
        "fort": [massnahme["titel"] for pk, massnahme in alte.items() if pk not in neue],
        "zahlen": [
            {"name": name, "vorher": alt, "jetzt": neu, "zaehlt_angebote": zaehlt_angebote}
            for (name, alt, zaehlt_angebote), (_name, neu, _zaehlt) in zip(
                _list_zahlen(vorher), _list_zahlen(jetzt), strict=True
            )
            if alt is not None
        ],
        "kieze": _compare_kieze(vorher["zahlen"], jetzt["zahlen"]),
    }


def _list_massnahmen(daten: Daten) -> dict[int, Daten]:
    return {
        massnahme["id"]: massnahme
        for komponente in daten["stand"]["komponenten"]
        for massnahme in komponente["massnahmen"]
    }


def _name(massnahme: Daten) -> str:
    return f"{massnahme['titel']} ({massnahme['statuswort']})"


def _list_zahlen(daten: Daten) -> Iterator[tuple[str, int | None, bool]]:
    """Name, figure, and whether it counts offers. None: what an older report has not counted."""
    zahlen, stand = daten["zahlen"], daten["stand"]
    yield _("gültige Angebote"), zahlen["angebote"], True
    for bereich in zahlen["bereiche"]:
        yield _("davon %(bereich)s") % {"bereich": bereich["name"]}, bereich["angebote"], True
    yield _("Angebote, die länger nicht bestätigt wurden"), zahlen["alt"], True
    yield _("Angebote, die noch niemand bestätigt hat"), zahlen.get("unbestaetigt"), True
    yield _("Orte mit einem Angebot"), zahlen["orte"], False
    yield _("Lücken: Kiez ohne Angebot zu einem Thema"), sum(len(kiez["themen"]) for kiez in zahlen["luecken"]), False
    yield _("besetzte Komponenten"), _count_besetzte(stand["komponenten"]), False
    yield _("Maßnahmen"), len(_list_massnahmen(daten)), False
    yield _("Geschäftsbereiche und Ämter mit Beitrag"), sum(bool(b["beitrag"]) for b in stand["bereiche"]), False


def _count_besetzte(komponenten: list[Daten]) -> int | None:
    """None where a report does not say of all of them whether somebody answers."""
    if not all("besetzung" in eine for eine in komponenten):
        return None
    return len([eine for eine in komponenten if eine["besetzung"] != "keine"])


def _compare_kieze(vorher: Daten, jetzt: Daten) -> list[dict[str, Any]]:
    """Kieze whose number of offers has changed; areas that only one of the reports knows are left out."""
    alte = {kiez["slug"]: kiez["angebote"] for kiez in vorher["kieze"]}
    return [
        {"name": kiez["name"], "vorher": alte[kiez["slug"]], "jetzt": kiez["angebote"]}
        for kiez in jetzt["kieze"]
        if kiez["slug"] in alte and alte[kiez["slug"]] != kiez["angebote"]
    ]
