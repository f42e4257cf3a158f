"""Times in one cell: "Di 14:00-16:00; 2. und 4. Mi 10-12 Uhr; nach Vereinbarung (per E-Mail)". Both ways, without loss.

The words of a statement may stand in any order. What is not understood is refused, never guessed; what
importers/zeitangaben.py understands beyond that ("Mo-Fr 9-12 und 14-16 Uhr") is taken as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from functools import cache
from typing import Any

from django.utils.translation import gettext as _

from angebote.choices import Wochentag, Zeitart
from angebote.domain.angebotsdaten import list_teilfelder, to_plain
from angebote.importers.pfad.angaben import read_datum, read_uhrzeit, write_datum, write_uhrzeit
from angebote.importers.pfad.notation import Eintrag, parse_eintrag, split_eintraege, write_gruppe
from angebote.importers.pfad.zellen import ZellfehlerError, zitiere
from angebote.importers.zeitangaben import parse_abschnitt
from angebote.models import Zeit

Zeile = dict[str, Any]

KURZTAGE = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
TAGESWORTE = {kurz.lower(): nummer for nummer, kurz in enumerate(KURZTAGE)}
TAGESWORTE |= {str(tag.label).lower(): tag.value for tag in Wochentag} | {"sonnabend": Wochentag.SA.value}
ZAHLWORTE = {"zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8}
MITTERNACHT = frozenset({"24", "24:00", "24.00", "0:00", "00:00"})
BIS_MITTERNACHT = "bis Mitternacht"

MONATSNAME = r"(?:Jan|Feb|Mär|Mae|Mrz|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-zä]*"
DATUM = (
    r"\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d{2})(?!\d)|\d{4}-\d{2}-\d{2}"
    rf"|\d{{1,2}}\.\s?{MONATSNAME}\.?\s\d{{4}}"
)
UHR = r"\d{1,2}(?:[:.]\d{2}){0,2}(?:\s*Uhr\b)?(?:\s*[AaPp]\.?[Mm]\b\.?)?"
STRICH = r"\s*(?:-|–|—|bis)\s*"
TAG = r"(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|Mo|Di|Mi|Do|Fr|Sa|So)s?(?![a-zäöü])\.?"
NTE = r"(?:[1-5]\.(?!\d)|letzte[rn]?s?\b)"
TRENNER = r"\s*(?:,|\+|/|&|und)\s*"
MUSTER = tuple(
    (name, re.compile(ausdruck, re.IGNORECASE))
    for name, ausdruck in (
        ("gueltig_von", rf"(?:ab|vom|seit)(?:\s+dem)?\s+(?P<wert>{DATUM})"),
        ("gueltig_bis", rf"bis(?:\s+(?:zum|einschließlich))?\s+(?P<wert>{DATUM})"),
        ("datum", rf"(?:am\s+)?(?P<wert>{DATUM})"),
        (
            "intervall",
            r"alle\s+(?P<wert>\d|zwei|drei|vier|fünf|sechs|sieben|acht)\s+Wochen|(?P<vierzehn>(?:14|vierzehn)-?täg(?:lich|ig))",
        ),
        ("nicht_ferien", r"(?:nicht|außer)\s+in\s+den\s+(?:Schul)?ferien"),
        ("feiertage", r"auch\s+an\s+Feiertagen"),
        ("art_vereinbarung", r"nach\s+(?:telefonischer\s+)?(?:Vereinbarung|Absprache)"),
        ("art_unbekannt", r"(?:nicht\s+|un)bekannt(?:,\s+bitte\s+anrufen)?"),
        ("art_einzeln", r"einzelner\s+Termin"),
        ("art_regel", r"regelmäßig"),
        ("monatswochen", rf"(?P<wert>{NTE}(?:{TRENNER}{NTE})*)"),
        ("tage", rf"(?P<wert>täglich|{TAG}(?:(?:{TRENNER}|{STRICH}){TAG})*)"),
        ("spanne", rf"(?:von\s+|um\s+)?(?P<von>{UHR}){STRICH}(?P<bis>{UHR})"),
        (
            "uhrzeit",
            r"(?:um\s+|ab\s+)?(?P<wert>\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*Uhr\b)?(?:\s*[AaPp]\.?[Mm]\b\.?)?|\d{1,2}\s*Uhr\b|\d{1,2}\s*[AaPp]\.?[Mm]\b\.?)",
        ),
        ("fuellwort", r"[,:]|im\s+Monat|des\s+Monats|jede[rns]?\s+Woche|jede[rns]?\b|wöchentlich|immer\b|monatlich"),
    )
)


@cache
def get_vorgaben() -> Zeile:
    """A Zeit that says nothing, in the names of the model."""
    return {feld.name: to_plain(feld.get_default()) for feld in list_teilfelder(Zeit)}


def parse_zeiten(text: str) -> list[Zeile]:
    """Rows as domain/angebotsdaten.py keeps them. Raises ZellfehlerError naming the statement."""
    zeilen: list[Zeile] = []
    for roh in split_eintraege(text):
        try:
            zeilen.extend(_parse_eine(parse_eintrag(roh)))
        except ZellfehlerError as fehler:
            raise ZellfehlerError(f"„{zitiere(roh)}“: {fehler}") from fehler
    return sorted(zeilen, key=repr)


def _parse_eine(eintrag: Eintrag) -> list[Zeile]:
    try:
        marken = list(scan(eintrag.text))
        return build_zeilen(marken, hinweis=eintrag.hinweis)
    except ZellfehlerError:
        bekannte = parse_abschnitt(eintrag.text)
        if not bekannte or eintrag.gruppen:
            raise
    return [
        {**get_vorgaben(), **{name: to_plain(wert) for name, wert in asdict(zeit).items()}}
        | ({"hinweis": eintrag.hinweis} if eintrag.hinweis else {})
        for zeit in bekannte
    ]


def scan(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    stelle = 0
    while stelle < len(text):
        if text[stelle].isspace():
            stelle += 1
            continue
        treffer = next(((n, t) for n, muster in MUSTER if (t := muster.match(text, stelle))), None)
        if treffer is None or treffer[1].end() == stelle:
            raise ZellfehlerError(_("„%(rest)s“ verstehen wir nicht.") % {"rest": zitiere(text[stelle:])})
        yield treffer
        stelle = treffer[1].end()


def build_zeilen(marken: list[tuple[str, re.Match[str]]], *, hinweis: str) -> list[Zeile]:
    """One row for each weekday named."""
    zeile, tage = dict(get_vorgaben()) | {"hinweis": hinweis}, [None]
    art: str | None = None
    gesehen: set[str] = set()
    for name, treffer in marken:
        gruppe = "art" if name.startswith("art_") else "uhrzeit" if name == "spanne" else name
        if gruppe in gesehen and gruppe != "fuellwort":
            raise ZellfehlerError(_("Zwei Angaben derselben Art. Bitte mit Strichpunkt trennen."))
        gesehen.add(gruppe)
        if name == "tage":
            tage = parse_tage(treffer["wert"])  # type: ignore[assignment]
        elif name.startswith("art_"):
            art = name.removeprefix("art_")
        else:
            zeile |= read_marke(name, treffer)
    zeile["art"] = art or (Zeitart.EINZELN if zeile["datum"] else Zeitart.REGEL)
    zeile["art"] = str(Zeitart(zeile["art"]).value)
    if zeile.pop("mitternacht", False):
        zeile["hinweis"] = f"{BIS_MITTERNACHT}; {hinweis}" if hinweis else BIS_MITTERNACHT
    zeilen = [zeile | {"wochentag": tag} for tag in tage]
    for eine in zeilen:
        check_zeile(eine)
    return zeilen


def read_marke(name: str, treffer: re.Match[str]) -> Zeile:
    if name in {"gueltig_von", "gueltig_bis", "datum"}:
        return {name: read_datum(treffer["wert"].strip())}
    if name == "spanne":
        beginn = read_uhrzeit(treffer["von"])
        if re.sub(r"\s*Uhr", "", treffer["bis"]) in MITTERNACHT:
            return {"beginn": beginn, "mitternacht": True}
        return {"beginn": beginn, "ende": read_uhrzeit(treffer["bis"])}
    if name == "uhrzeit":
        return {"beginn": read_uhrzeit(treffer["wert"])}
    if name == "intervall":
        wort = treffer["wert"]
        return {"intervall_wochen": 2 if wort is None else ZAHLWORTE.get(wort.lower()) or int(wort)}
    if name == "monatswochen":
        zahlen = re.findall(r"[1-5]|letzt", treffer["wert"], re.IGNORECASE)
        return {"monatswochen": ",".join("-1" if zahl.lower() == "letzt" else zahl for zahl in zahlen)}
    return {"nicht_ferien": {"in_schulferien": False}, "feiertage": {"an_feiertagen": True}}.get(name, {})


def parse_tage(text: str) -> list[int]:
    """ "Mo-Mi", "dienstags und Freitag", "täglich" in order."""
    if text.lower() == "täglich":
        return list(range(7))
    tage: list[int] = []
    for teil in re.split(TRENNER, text, flags=re.IGNORECASE):
        grenzen = [_find_tag(wort) for wort in re.split(STRICH, teil, flags=re.IGNORECASE)]
        if len(grenzen) > 2 or grenzen[-1] < grenzen[0]:
            raise ZellfehlerError(_("Diese Wochentage verstehen wir nicht: „%(tage)s“.") % {"tage": teil})
        tage.extend(range(grenzen[0], grenzen[-1] + 1))
    if len(tage) != len(set(tage)):
        raise ZellfehlerError(_("Ein Wochentag ist doppelt genannt."))
    return tage


def _find_tag(wort: str) -> int:
    klein = wort.strip(" .").lower()
    tag = TAGESWORTE.get(klein, TAGESWORTE.get(klein.removesuffix("s")))
    if tag is None:
        raise ZellfehlerError(_("„%(wort)s“ ist kein Wochentag.") % {"wort": wort})
    return tag


def check_zeile(zeile: Zeile) -> None:
    """What the database would refuse, said before."""
    if zeile["art"] == Zeitart.REGEL and zeile["wochentag"] is None:
        raise ZellfehlerError(_("Der Wochentag fehlt. Bitte so schreiben: Di 14:00-16:00."))
    if zeile["art"] == Zeitart.EINZELN and zeile["datum"] is None:
        raise ZellfehlerError(_("Das Datum fehlt. Bitte so schreiben: 12.12.2026 15:00-18:00."))
    if zeile["art"] in {Zeitart.REGEL, Zeitart.EINZELN} and zeile["beginn"] is None:
        raise ZellfehlerError(_("Die Uhrzeit fehlt. Bitte so schreiben: Di 14:00-16:00."))
    if zeile["ende"] is not None and (zeile["beginn"] is None or zeile["ende"] <= zeile["beginn"]):
        raise ZellfehlerError(_("Das Ende muss nach dem Beginn liegen, am selben Tag."))
    if not 1 <= zeile["intervall_wochen"] <= 8:
        raise ZellfehlerError(_("Der Abstand muss zwischen 1 und 8 Wochen liegen."))
    if zeile["intervall_wochen"] > 1 and (zeile["gueltig_von"] is None or zeile["monatswochen"]):
        raise ZellfehlerError(_("Für „alle … Wochen“ fehlt der erste Termin, zum Beispiel „ab 5.1.2027“."))
    if zeile["gueltig_von"] and zeile["gueltig_bis"] and zeile["gueltig_bis"] < zeile["gueltig_von"]:
        raise ZellfehlerError(_("„bis“ liegt vor „ab“."))
    wochen = zeile["monatswochen"].split(",")
    if len(wochen) != len(set(wochen)):
        raise ZellfehlerError(_("Eine Zahl ist doppelt angegeben."))
    if len(zeile["hinweis"]) > 300:
        raise ZellfehlerError(_("Der Hinweis in Klammern ist zu lang (höchstens 300 Zeichen)."))


def write_zeiten(zeilen: list[Zeile]) -> str:
    return "; ".join(write_zeit(get_vorgaben() | zeile) for zeile in zeilen)


def write_zeit(zeile: Mapping[str, Any]) -> str:
    teile = [
        _("alle %(zahl)d Wochen") % {"zahl": zeile["intervall_wochen"]} if zeile["intervall_wochen"] > 1 else "",
        write_monatswochen(zeile["monatswochen"]),
        KURZTAGE[zeile["wochentag"]] if zeile["wochentag"] is not None else "",
        write_datum(zeile["datum"]) if zeile["datum"] else "",
        "-".join(write_uhrzeit(zeile[name]) for name in ("beginn", "ende") if zeile[name]),
        write_art(zeile),
        f"ab {write_datum(zeile['gueltig_von'])}" if zeile["gueltig_von"] else "",
        f"bis {write_datum(zeile['gueltig_bis'])}" if zeile["gueltig_bis"] else "",
        "auch an Feiertagen" if zeile["an_feiertagen"] else "",
        "" if zeile["in_schulferien"] else "nicht in den Schulferien",
        write_gruppe(zeile["hinweis"]) if zeile["hinweis"] else "",
    ]
    return " ".join(teil for teil in teile if teil)


def write_monatswochen(text: str) -> str:
    return " und ".join("letzter" if zahl == "-1" else f"{zahl}." for zahl in text.split(",") if zahl)


def write_art(zeile: Mapping[str, Any]) -> str:
    """Only where the rest does not tell it."""
    if zeile["art"] == Zeitart.VEREINBARUNG:
        return "nach Vereinbarung"
    if zeile["art"] == Zeitart.UNBEKANNT:
        return "unbekannt"
    return "regelmäßig" if zeile["art"] == Zeitart.REGEL and zeile["datum"] else ""
