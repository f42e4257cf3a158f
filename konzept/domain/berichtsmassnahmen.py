"""What a report says about the measures of one component: facts, aims, what was counted, and why some were given up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from konzept.choices import Massnahmenstatus
from konzept.domain.berichtsbloecke import (
    Block,
    build_absatz,
    build_liste,
    build_tabelle,
    format_kurz,
    format_tag,
    format_wert,
)

Daten = Mapping[str, Any]


def build_massnahmen(komponente: Daten) -> list[Block]:
    massnahmen, name = komponente["massnahmen"], {"name": komponente["name"]}
    if not massnahmen:
        return [build_absatz(_("Zu dieser Komponente gibt es am Stichtag keine Maßnahme."))]
    spalten = (_("Maßnahme"), _("Stand"), _("Federführung"), _("Zuständig"), _("Zeitraum"), _("Wo"))
    zeilen = [
        (
            massnahme["titel"],
            massnahme["statuswort"],
            massnahme["federfuehrung"],
            massnahme["zustaendig"] or _("über die Federführung"),
            describe_zeitraum(massnahme),
            ", ".join(massnahme["kieze"]) or _("ganz Pankow"),
        )
        for massnahme in massnahmen
    ]
    return [
        build_tabelle(_("Maßnahmen der Komponente %(name)s") % name, spalten, zeilen),
        build_ziele(komponente),
        *build_indikatoren(komponente),
        *build_aufgenommene(massnahmen),
    ]


def describe_zeitraum(massnahme: Daten) -> str:
    werte = {"beginn": format_kurz(massnahme["beginn"]), "ende": format_kurz(massnahme["ende"])}
    return _("%(beginn)s bis %(ende)s") % werte if massnahme["ende"] else _("ab %(beginn)s, auf Dauer") % werte


def build_ziele(komponente: Daten) -> Block:
    """Which structures a measure uses instead of making new ones (M9)."""
    leer = _("nicht eingetragen")
    return build_tabelle(
        _("Ziele der Maßnahmen der Komponente %(name)s, und worauf sie aufbauen") % {"name": komponente["name"]},
        (_("Maßnahme"), _("Ziel"), _("Baut auf")),
        [
            (eine["titel"], " ".join(eine["ziel"].split()) or leer, " ".join(eine["baut_auf"].split()) or leer)
            for eine in komponente["massnahmen"]
        ],
    )


def build_indikatoren(komponente: Daten) -> list[Block]:
    massnahmen = komponente["massnahmen"]
    if not any(eine["indikatoren"] for eine in massnahmen):
        return [build_absatz(_("Zu keiner dieser Maßnahmen ist ein Indikator eingetragen."))]
    tabelle = build_tabelle(
        _("Indikatoren der Maßnahmen der Komponente %(name)s") % {"name": komponente["name"]},
        (_("Maßnahme"), _("Indikator"), _("Start"), _("Ziel"), _("Zuletzt gezählt")),
        [
            (
                massnahme["titel"],
                _("%(name)s (Einheit: %(einheit)s)") % {name: indikator[name] for name in ("name", "einheit")},
                format_wert(indikator["start"]),
                describe_ziel(indikator),
                describe_werte(indikator["werte"]),
            )
            for massnahme in massnahmen
            for indikator in massnahme["indikatoren"]
        ],
    )
    ohne = [eine["titel"] for eine in massnahmen if not eine["indikatoren"]]
    satz = _("Ohne Indikator: %(namen)s.") % {"namen": ", ".join(ohne)}
    return [tabelle, *([build_absatz(satz)] if ohne else [])]


def describe_ziel(indikator: Daten) -> str:
    return _("%(ziel)s bis %(tag)s") % {"ziel": format_wert(indikator["ziel"]), "tag": format_kurz(indikator["bis"])}


def describe_werte(werte: list[Daten]) -> str:
    """No line ends between a figure and its day."""
    teile = [
        _("%(wert)s\u00a0am\u00a0%(tag)s") % {"wert": format_wert(einer["wert"]), "tag": format_kurz(einer["tag"])}
        for einer in werte
    ]
    return "; ".join(teile) or _("noch nicht gezählt")


def build_nicht_umgesetzte(massnahmen: list[Daten]) -> list[Block]:
    """Dropped or put back to planning, with the reason that was given then (M27, section 13 BezVG). Empty if none."""
    return _build_gruende(
        _("Maßnahmen, die verworfen oder zurückgestellt sind, mit dem Grund, der dabei eingetragen wurde:"),
        {
            (Massnahmenstatus.GEPLANT, Massnahmenstatus.VERWORFEN): _("verworfen am %(tag)s"),
            (Massnahmenstatus.LAEUFT, Massnahmenstatus.VERWORFEN): _("verworfen am %(tag)s"),
            (Massnahmenstatus.LAEUFT, Massnahmenstatus.GEPLANT): _("zurück auf geplant am %(tag)s"),
        },
        massnahmen,
    )


def list_aufgegebene(massnahmen: list[Daten]) -> list[str]:
    """Titles of those dropped or put back to planning: a report that tells them has departed from something."""
    return [
        massnahme["titel"]
        for massnahme in massnahmen
        if massnahme["status"] == Massnahmenstatus.VERWORFEN or build_nicht_umgesetzte([massnahme])
    ]


def build_aufgenommene(massnahmen: list[Daten]) -> list[Block]:
    """Taken up again, with the reason; empty if none."""
    return _build_gruende(
        _("Maßnahmen, die wieder aufgenommen sind, mit dem Grund, der dabei eingetragen wurde:"),
        {
            (Massnahmenstatus.ABGESCHLOSSEN, Massnahmenstatus.LAEUFT): _("wieder aufgenommen am %(tag)s"),
            (Massnahmenstatus.VERWORFEN, Massnahmenstatus.GEPLANT): _("wieder geplant am %(tag)s"),
        },
        massnahmen,
    )


def _build_gruende(satz: str, worte: Mapping[tuple[str, str], str], massnahmen: list[Daten]) -> list[Block]:
    punkte = list(_iterate_gruende(worte, massnahmen))
    return [build_absatz(satz), build_liste(punkte, leer="")] if punkte else []


def _iterate_gruende(worte: Mapping[tuple[str, str], str], massnahmen: list[Daten]) -> Iterator[str]:
    """worte: what a step is called, by where it comes from and leads to."""
    for massnahme in massnahmen:
        wechsel = massnahme["wechsel"]
        wort = worte.get((wechsel["von"], wechsel["nach"])) if wechsel else None
        if wort:
            wann = wort % {"tag": format_tag(wechsel["am"])}
            yield f"{massnahme['titel']}, {wann}: {' '.join(wechsel['grund'].split())}"
