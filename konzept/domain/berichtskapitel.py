"""Chapters of a report about what is done and by whom: the answer to the Ersuchen, in finished sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from konzept.choices import Abweichung, Massnahmenstatus
from konzept.domain.berichtsbloecke import (
    Block,
    build_absaetze,
    build_absatz,
    build_diagramm,
    build_liste,
    build_tabelle,
    build_vergleichsdiagramm,
    build_zwischentitel,
    format_tag,
    format_unterschied,
    format_zahl,
)
from konzept.domain.berichtsmassnahmen import build_massnahmen, build_nicht_umgesetzte, list_aufgegebene
from konzept.domain.berichtswechsel import build_zustaendigenwechsel

Daten = Mapping[str, Any]


def build_anlass(daten: Daten) -> list[Block]:
    """The status of the Drucksache as staff have entered it: no adoption is concluded from anything."""
    drucksache = daten["drucksache"]
    return [
        build_absatz(
            _("Drucksache %(nummer)s, „%(titel)s“. Stand laut Eintrag: %(status)s.")
            % {name: drucksache[name] for name in ("nummer", "titel", "status")}
        ),
        *build_absaetze(drucksache["ersuchen"]),
        *build_absaetze(daten["texte"]["einleitung"]),
        build_absatz(
            _("Alle Zahlen dieses Berichts sind die vom Stichtag %(tag)s. Spätere Änderungen stehen nicht darin.")
            % {"tag": format_tag(daten["stichtag"])}
        ),
    ]


def build_zustaendigkeiten(daten: Daten) -> list[Block]:
    stand = daten["stand"]
    zeilen = _list_zustaendige(_("gesamtes Konzept"), stand["gesamt"])
    for komponente in stand["komponenten"]:
        zeilen += _list_zustaendige(komponente["name"], komponente["zustaendige"])
        if komponente["besetzung"] != "eigene":
            zeilen.append((komponente["name"], explain_besetzung(komponente["besetzung"]), "–", "–"))
    spalten = (_("Wofür"), _("Zuständig"), _("Bereich"), _("Vertretung"))
    offene = [eine["name"] for eine in stand["komponenten"] if eine["besetzung"] == "keine"]
    saetze = [
        _("Nicht besetzt ist am Stichtag: %(namen)s.") % {"namen": ", ".join(offene)}
        if offene
        else _("Für jede der drei Komponenten ist am Stichtag jemand zuständig.")
    ]
    tabelle = build_tabelle(_("Zuständigkeiten am Stichtag"), spalten, zeilen)
    return [*map(build_absatz, saetze), *([tabelle] if zeilen else [])]


def explain_besetzung(besetzung: str) -> str:
    if besetzung == "gesamt":
        return _("durch die Zuständigkeit für das gesamte Konzept")
    return _("zurzeit nicht besetzt")


def _list_zustaendige(wofuer: str, zustaendige: Iterable[Daten]) -> list[tuple[str, str, str, str]]:
    return [
        (
            wofuer,
            eine["name"] or _("besetzt, nicht zur Nennung freigegeben"),
            eine["bereich"],
            eine["vertretung"] or "–",
        )
        for eine in zustaendige
    ]


def build_komponente(komponente: Daten, texte: Daten) -> list[Block]:
    nichts = keine_gruende = keine_alternativen = _("Dazu ist nichts eingetragen.")
    if texte["abweichung"] == Abweichung.KEINE and not list_aufgegebene(komponente["massnahmen"]):
        keine_gruende = _("Es gibt keine Abweichungen vom Ersuchen.")
        keine_alternativen = _("Es gibt keine Abweichungen; Alternativen waren nicht zu prüfen.")
    gruende = build_nicht_umgesetzte(komponente["massnahmen"])
    return [
        *build_absaetze(komponente["auftrag"]),
        build_zwischentitel(_("Was getan wurde")),
        *build_absaetze(texte["getan"], leer=nichts),
        build_zwischentitel(_("Maßnahmen")),
        *build_massnahmen(komponente),
        build_zwischentitel(_("Abweichungen vom Ersuchen")),
        *build_absaetze(texte["nicht_umgesetzt"], leer="" if gruende else keine_gruende),
        *gruende,
        build_zwischentitel(_("Geprüfte Alternativen")),
        *build_absaetze(texte["alternativen"], leer=keine_alternativen),
    ]


def build_massnahmenstand(daten: Daten) -> list[Block]:
    komponenten = daten["stand"]["komponenten"]
    welche = build_absatz(
        _("Gezählt sind die Maßnahmen zu dieser Drucksache und die, die zu keiner Drucksache gehören.")
    )
    if not any(eine["massnahmen"] for eine in komponenten):
        return [welche, build_absatz(_("Am Stichtag ist keine solche Maßnahme eingetragen."))]
    je_stand = Counter(massnahme["status"] for eine in komponenten for massnahme in eine["massnahmen"])
    werte = [(str(stand.label), je_stand[stand.value]) for stand in Massnahmenstatus]
    alt = _("Balkendiagramm: %(werte)s.") % {"werte": ", ".join(f"{name} {zahl}" for name, zahl in werte)}
    titel = _("Maßnahmen nach Stand")
    je_komponente = [(eine["name"], Counter(m["status"] for m in eine["massnahmen"])) for eine in komponenten]
    spalten = (_("Stand"), *(name for name, _zahlen in je_komponente), _("zusammen"))
    zeilen = [
        (
            str(stand.label),
            *(format_zahl(zahlen[stand.value]) for _name, zahlen in je_komponente),
            format_zahl(je_stand[stand.value]),
        )
        for stand in Massnahmenstatus
    ]
    return [
        welche,
        build_diagramm(titel, alt, [(name, zahl, format_zahl(zahl)) for name, zahl in werte]),
        build_tabelle(_("Maßnahmen nach Stand und Komponente"), spalten, zeilen, zahlen_ab=1),
    ]


def build_beitraege(daten: Daten) -> list[Block]:
    bereiche = daten["stand"]["bereiche"]
    if not bereiche:
        return [build_absatz(_("Am Stichtag ist kein Geschäftsbereich und kein Amt eingetragen."))]
    mit = [(bereich["name"], " ".join(bereich["beitrag"].split())) for bereich in bereiche if bereich["beitrag"]]
    ohne = [bereich["name"] for bereich in bereiche if not bereich["beitrag"]]
    tabelle = build_tabelle(_("Beiträge zum Konzept"), (_("Bereich"), _("Beitrag")), mit)
    return [
        tabelle if mit else build_absatz(_("Noch hat kein Geschäftsbereich und kein Amt einen Beitrag gemeldet.")),
        build_zwischentitel(_("Noch kein Beitrag gemeldet")),
        build_liste(ohne, leer=_("Alle Geschäftsbereiche und Ämter haben einen Beitrag gemeldet.")),
    ]


def build_veraenderungen(daten: Daten) -> list[Block]:
    vergleich = daten["vergleich"]
    if vergleich is None:
        return [build_absatz(explain_ohne_vergleich(daten))]
    return [
        build_absatz(explain_vergleich(daten) % {"tag": format_tag(vergleich["stichtag"])}),
        *build_zustaendigenwechsel(vergleich["zustaendige"]),
        build_zwischentitel(_("Neue Maßnahmen")),
        build_liste(vergleich["neu"], leer=_("Keine.")),
        build_zwischentitel(_("Beendete Maßnahmen")),
        build_liste(vergleich["beendet"], leer=_("Keine.")),
        build_zwischentitel(_("Maßnahmen mit anderem Stand")),
        build_liste(vergleich["andere"], leer=_("Keine.")),
        build_zwischentitel(_("Maßnahmen, die nicht mehr dazugehören")),
        build_liste(vergleich["fort"], leer=_("Keine.")),
        build_zwischentitel(_("Zahlen")),
        *_build_vergleichsbilder(vergleich["zahlen"]),
        _build_unterschiede(_("Zahlen im Vergleich"), _("Was"), vergleich["zahlen"]),
        *_build_kiezvergleich(vergleich["kieze"], es_gibt_kieze=bool(daten["zahlen"]["kieze"])),
    ]


def explain_vergleich(daten: Daten) -> str:
    if daten["berichtigt"]:
        return _("Verglichen mit dem Bericht zu dieser Drucksache, der vor dem berichtigten galt, Stichtag %(tag)s.")
    return _("Verglichen mit dem letzten freigegebenen Bericht zu dieser Drucksache, Stichtag %(tag)s.")


def explain_ohne_vergleich(daten: Daten) -> str:
    """A correction is not compared with what it corrects."""
    if daten["berichtigt"]:
        return _("Vor dem berichtigten Bericht ist zu dieser Drucksache keiner freigegeben. Es gibt keinen Vergleich.")
    return _("Zu dieser Drucksache ist noch kein früherer Bericht freigegeben. Es gibt keinen Vergleich.")


def _build_vergleichsbilder(zahlen: list[Daten]) -> list[Block]:
    """Offers on one scale. Hundreds of gaps would leave no bar to a few measures: what is no offer has its own."""
    angebote = [zeile for zeile in zahlen if zeile["zaehlt_angebote"]]
    anderes = [zeile for zeile in zahlen if not zeile["zaehlt_angebote"]]
    alt = _("Balkendiagramm, je zwei Balken für vorher und jetzt. Geändert hat sich: %(werte)s.")
    alt_je_paar = _(
        "Balkendiagramm, je zwei Balken für vorher und jetzt; jedes Paar hat seinen eigenen Maßstab. "
        "Geändert hat sich: %(werte)s."
    )
    return [
        build_vergleichsdiagramm(
            _("Angebote vorher und jetzt"), alt % {"werte": _name_geaenderte(angebote)}, _list_paare(angebote)
        ),
        build_vergleichsdiagramm(
            _("Anderes vorher und jetzt; jedes Paar hat seinen eigenen Maßstab"),
            alt_je_paar % {"werte": _name_geaenderte(anderes)},
            _list_paare(anderes),
            je_paar=True,
        ),
    ]


def _name_geaenderte(zahlen: list[Daten]) -> str:
    teile = [
        _("%(name)s vorher %(vorher)s, jetzt %(jetzt)s")
        % {"name": zeile["name"], "vorher": format_zahl(zeile["vorher"]), "jetzt": format_zahl(zeile["jetzt"])}
        for zeile in zahlen
        if zeile["vorher"] != zeile["jetzt"]
    ]
    return "; ".join(teile) or _("keine dieser Zahlen")


def _list_paare(zahlen: list[Daten]) -> list[tuple[str, int, int]]:
    return [(zeile["name"], zeile["vorher"], zeile["jetzt"]) for zeile in zahlen]


def _build_kiezvergleich(kieze: list[Daten], *, es_gibt_kieze: bool) -> list[Block]:
    if not kieze and not es_gibt_kieze:
        return []
    if not kieze:
        return [build_absatz(_("Die Zahl der Angebote ist in jedem Kiez gleich geblieben."))]
    return [_build_unterschiede(_("Kieze, in denen sich die Zahl der Angebote geändert hat"), _("Kiez"), kieze)]


def _build_unterschiede(titel: str, erste: str, zeilen: Iterable[Daten]) -> Block:
    werte = [
        (
            zeile["name"],
            format_zahl(zeile["vorher"]),
            format_zahl(zeile["jetzt"]),
            format_unterschied(zeile["vorher"], zeile["jetzt"]),
        )
        for zeile in zeilen
    ]
    return build_tabelle(titel, (erste, _("vorher"), _("jetzt"), _("Unterschied")), werte, zahlen_ab=1)
