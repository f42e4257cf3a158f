"""Chapters of a report about what there is in Pankow and what is missing: figures in sentences, tables and bars."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from konzept.domain.berichtsbloecke import (
    Block,
    build_absatz,
    build_diagramm,
    build_tabelle,
    build_zwischentitel,
    format_anteil,
    format_tag,
    format_zahl,
)
from konzept.domain.bevoelkerung import format_je_tausend, name_einwohnerquelle

Daten = Mapping[str, Any]


def build_angebote(daten: Daten) -> list[Block]:
    zahlen = daten["zahlen"]
    return [
        build_absatz(describe_umfang(zahlen)),
        build_absatz(describe_alter(zahlen)),
        build_tabelle(
            _("Gültige Angebote nach Bereich"),
            (_("Bereich"), _("Angebote")),
            [(bereich["name"], format_zahl(bereich["angebote"])) for bereich in zahlen["bereiche"]],
            zahlen_ab=1,
        ),
        *build_themen(zahlen["kategorien"]),
        build_zwischentitel(_("Kieze")),
        *build_kieze(zahlen),
    ]


def build_themen(themen: list[Daten]) -> list[Block]:
    if not themen:
        return [build_absatz(_("Am Stichtag ist kein Thema eingetragen."))]
    titel = _("Gültige Angebote nach Thema; ein Angebot kann zu mehreren Themen gehören")
    zeilen = [(thema["name"], format_zahl(thema["angebote"])) for thema in themen]
    return [build_tabelle(titel, (_("Thema"), _("Angebote")), zeilen, zahlen_ab=1)]


def describe_umfang(zahlen: Daten) -> str:
    """Valid: what the public could see that day."""
    werte = {"orte": format_zahl(zahlen["orte"]), "ohne_ort": format_zahl(zahlen["ohne_ort"])}
    satz = ngettext(
        "Am Stichtag stand %(anzahl)s gültiges Angebot im öffentlichen Verzeichnis",
        "Am Stichtag standen %(anzahl)s gültige Angebote im öffentlichen Verzeichnis",
        zahlen["angebote"],
    ) % {"anzahl": format_zahl(zahlen["angebote"])}
    rest = _("an %(orte)s Orten; %(ohne_ort)s haben keinen festen Ort (Telefon, online, zu Hause).") % werte
    return f"{satz} {rest}"


def describe_alter(zahlen: Daten) -> str:
    if not zahlen["alt"]:
        text = _("Keines davon trägt den Hinweis, dass es lange nicht bestätigt wurde.")
        return _append_unbestaetigte(text, zahlen)
    satz = _(
        "Bei %(alt)s davon (%(anteil)s) liegt die letzte Bestätigung so lange zurück, dass ein Hinweis dabeisteht."
    )
    text = satz % {"alt": format_zahl(zahlen["alt"]), "anteil": format_anteil(zahlen["alt"], zahlen["angebote"])}
    return _append_unbestaetigte(text, zahlen)


def _append_unbestaetigte(text: str, zahlen: Daten) -> str:
    if not zahlen["unbestaetigt"]:
        return text
    noch = _("%(anzahl)s hat noch niemand bestätigt.") % {"anzahl": format_zahl(zahlen["unbestaetigt"])}
    return f"{text} {noch}"


def build_kieze(zahlen: Daten) -> list[Block]:
    """Bars, and the same figures as tables: offers and places, then by age group."""
    kieze = zahlen["kieze"]
    if not kieze:
        return [build_absatz(_("Am Stichtag ist kein Kiez eingetragen."))]
    return [
        build_absatz(describe_einwohner(zahlen)),
        build_diagramm(
            _("Angebote je 1.000 Einwohnerinnen und Einwohner"),
            describe_verteilung(kieze),
            [
                (kiez["name"], kiez["je_1000"]["einwohner"], format_je_tausend(kiez["je_1000"]["einwohner"]))
                for kiez in kieze
            ],
        ),
        build_tabelle(
            _("Angebote und Orte je Kiez"),
            (_("Kiez"), _("Angebote"), _("länger nicht oder nie bestätigt"), _("Orte"), _("Einwohner"), _("je 1.000")),
            [
                (
                    kiez["name"],
                    format_zahl(kiez["angebote"]),
                    format_anteil(kiez["alt"] + kiez["unbestaetigt"], kiez["angebote"]),
                    format_zahl(kiez["orte"]),
                    format_zahl(kiez["menschen"]["einwohner"]),
                    format_je_tausend(kiez["je_1000"]["einwohner"]),
                )
                for kiez in kieze
            ],
            zahlen_ab=1,
        ),
        *build_altersgruppen(kieze),
    ]


def build_altersgruppen(kieze: list[Daten]) -> list[Block]:
    """The same groups as on the gap page: people, then offers for them."""
    gruppen = ("unter_18", "von_18_bis_26", "von_27_bis_64", "ab_65")
    spalten = (_("Kiez"), _("unter 18"), _("18 bis 26"), _("27 bis 64"), _("ab 65"))
    menschen = [(kiez["name"], *(format_zahl(kiez["menschen"][gruppe]) for gruppe in gruppen)) for kiez in kieze]
    quoten = [(kiez["name"], *(format_je_tausend(kiez["je_1000"][gruppe]) for gruppe in gruppen)) for kiez in kieze]
    return [
        build_tabelle(name_altersgruppen(kieze), spalten, menschen, zahlen_ab=1),
        build_tabelle(_("Angebote je 1.000 Menschen, nach Alter"), spalten, quoten, zahlen_ab=1),
    ]


def name_altersgruppen(kieze: list[Daten]) -> str:
    """With the day, where it is one for all."""
    tage = {kiez["stand"] for kiez in kieze}
    if len(tage) != 1 or not all(tage):
        return _("Menschen nach Alter")
    return _("Menschen nach Alter, Stand %(tag)s") % {"tag": format_tag(tage.pop())}


def describe_einwohner(zahlen: Daten) -> str:
    """Residents are counted at another time than the offers; the report says when, and by whom."""
    saetze = [
        _(
            "Gezählt ist jedes Angebot in dem Kiez, in dem sein Ort liegt. Was nach Hause kommt, am Telefon oder "
            "online hilft, zählt auch in jedem Kiez, den es als Einzugsgebiet nennt."
        )
    ]
    if zahlen["ohne_kiez"]:
        satz = ngettext(
            "%(anzahl)s Angebot hat einen Ort, dem kein Kiez zugeordnet ist.",
            "%(anzahl)s Angebote haben einen Ort, dem kein Kiez zugeordnet ist.",
            zahlen["ohne_kiez"],
        )
        saetze.append(satz % {"anzahl": format_zahl(zahlen["ohne_kiez"])})
    tage = sorted({kiez["stand"] for kiez in zahlen["kieze"] if kiez["stand"]})
    if tage:
        werte = {"quelle": name_einwohnerquelle(), "tage": ", ".join(map(format_tag, tage))}
        saetze.append(_("Stand der Einwohnerzahlen: %(tage)s. Quelle: %(quelle)s.") % werte)
    saetze.append(
        _(
            "Die Werte je 1.000 teilen alle Angebote des Kiezes durch die Menschen der Gruppe; "
            "viele Angebote sind für alle."
        )
    )
    return " ".join(saetze)


def describe_verteilung(kieze: list[Daten]) -> str:
    bekannte = [kiez for kiez in kieze if kiez["je_1000"]["einwohner"] is not None]
    if not bekannte:
        return _("Balkendiagramm ohne Werte: Die Einwohnerzahlen sind nicht bekannt.")
    geordnet = sorted(bekannte, key=lambda kiez: (kiez["je_1000"]["einwohner"], kiez["name"]))
    wenigste, meiste = geordnet[0], geordnet[-1]
    return _(
        "Balkendiagramm: am wenigsten in %(wenigste)s mit %(unten)s, am meisten in %(meiste)s mit %(oben)s Angeboten "
        "je 1.000. Alle Werte stehen in der Tabelle danach."
    ) % {
        "wenigste": wenigste["name"],
        "unten": format_je_tausend(wenigste["je_1000"]["einwohner"]),
        "meiste": meiste["name"],
        "oben": format_je_tausend(meiste["je_1000"]["einwohner"]),
    }


def build_luecken(daten: Daten) -> list[Block]:
    """By subject where it is missing or where it is, whichever is shorter; by Kiez how many are missing."""
    zahlen = daten["zahlen"]
    themen, luecken = zahlen["kategorien"], zahlen["luecken"]
    erklaerung = _(
        "Eine Lücke heißt: Im Kiez gibt es zu diesem Thema kein gültiges Angebot, und keines, das nach Hause kommt, am "
        "Telefon oder online hilft, nennt den Kiez als Einzugsgebiet. Angebote für ganz Pankow füllen hier keine Lücke."
    )
    if not zahlen["kieze"] or not themen:
        return [
            build_absatz(erklaerung),
            build_absatz(_("Ohne eingetragene Kieze und Themen lässt sich das nicht sagen.")),
        ]
    if not luecken:
        return [build_absatz(erklaerung), build_absatz(_("In jedem Kiez gibt es zu jedem Thema ein Angebot."))]
    namen = [kiez["name"] for kiez in zahlen["kieze"]]
    zeilen = []
    for thema in themen:
        fehlt_in = {luecke["name"] for luecke in luecken if thema["slug"] in {t["slug"] for t in luecke["themen"]}}
        zeilen.append((thema["name"], describe_wo(namen, fehlt_in), format_zahl(len(fehlt_in))))
    je_kiez = {luecke["name"]: len(luecke["themen"]) for luecke in luecken}
    titel = _("Themen ohne Angebot je Kiez, von %(anzahl)s") % {"anzahl": format_zahl(len(themen))}
    werte = [(name, je_kiez.get(name, 0), format_zahl(je_kiez.get(name, 0))) for name in namen]
    return [
        build_absatz(erklaerung),
        build_tabelle(
            _("Kieze ohne Angebot zu einem Thema"), (_("Thema"), _("Wo"), _("Kieze ohne")), zeilen, zahlen_ab=2
        ),
        build_diagramm(_("Themen ohne Angebot"), describe_lueckenbild(werte), werte),
        build_tabelle(
            titel,
            (_("Kiez"), _("Themen ohne Angebot")),
            [(name, anzeige) for name, _zahl, anzeige in werte],
            zahlen_ab=1,
        ),
    ]


def describe_lueckenbild(werte: list[tuple[str, int, str]]) -> str:
    """werte: name, number, the number in words; at least one."""
    geordnet = sorted(werte, key=lambda wert: (wert[1], wert[0]))
    angaben = {"wenigste": geordnet[0][0], "unten": geordnet[0][2], "meiste": geordnet[-1][0], "oben": geordnet[-1][2]}
    satz = _(
        "Balkendiagramm: am wenigsten Themen fehlen in %(wenigste)s (%(unten)s), am meisten in %(meiste)s (%(oben)s). "
        "Alle Werte stehen in der Tabelle danach."
    )
    return satz % angaben


def describe_wo(kieze: list[str], fehlt_in: set[str]) -> str:
    """kieze: the names of all."""
    vorhanden = [name for name in kieze if name not in fehlt_in]
    if not vorhanden:
        return _("in keinem Kiez")
    if not fehlt_in:
        return _("in allen Kiezen")
    if len(vorhanden) <= len(fehlt_in):
        return _("nur in: %(namen)s") % {"namen": ", ".join(vorhanden)}
    return _("fehlt in: %(namen)s") % {"namen": ", ".join(name for name in kieze if name in fehlt_in)}
