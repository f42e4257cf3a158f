"""Exceptions and closing periods in one cell: "24.12.2026 fällt aus (Heiligabend)", "1.7.2027-31.7.2027"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from angebote.choices import Ausnahmeart
from angebote.importers.pfad.angaben import read_datum, read_uhrzeit, write_datum, write_uhrzeit
from angebote.importers.pfad.notation import Eintrag, parse_eintrag, split_eintraege, write_gruppe
from angebote.importers.pfad.zeitnotation import DATUM, STRICH, UHR, Zeile
from angebote.importers.pfad.zellen import ZellfehlerError, zitiere

GRUND_LAENGE = 200
AUSFALL = re.compile(
    rf"(?P<datum>{DATUM})(?:\s+(?P<beginn>{UHR}))?\s*:?\s*(?:fällt aus|entfällt|Ausfall)", re.IGNORECASE
)
VERSCHOBEN = re.compile(
    rf"(?P<datum>{DATUM})(?:\s+(?P<beginn>{UHR}))?\s*:?\s*verschoben auf\s+(?P<neu>{DATUM})"
    rf"(?:\s+(?P<von>{UHR})(?:{STRICH}(?P<bis>{UHR}))?)?",
    re.IGNORECASE,
)
ZEITRAUM = re.compile(rf"(?P<von>{DATUM})(?:{STRICH}(?P<bis>{DATUM}))?", re.IGNORECASE)


def parse_liste(text: str, lesen: Callable[[Eintrag], Zeile], *, schluessel: Callable[[Zeile], Any]) -> list[Zeile]:
    """Every statement by `lesen`; two of the same key are refused."""
    zeilen: list[Zeile] = []
    for roh in split_eintraege(text):
        try:
            zeile = lesen(parse_eintrag(roh))
            if any(schluessel(zeile) == schluessel(andere) for andere in zeilen):
                raise ZellfehlerError(_("Das ist zweimal angegeben."))
        except ZellfehlerError as fehler:
            raise ZellfehlerError(f"„{zitiere(roh)}“: {fehler}") from fehler
        zeilen.append(zeile)
    return sorted(zeilen, key=repr)


def parse_ausnahmen(text: str) -> list[Zeile]:
    return parse_liste(text, read_ausnahme, schluessel=lambda zeile: (zeile["datum"], zeile["beginn"]))


def read_ausnahme(eintrag: Eintrag) -> Zeile:
    treffer = VERSCHOBEN.fullmatch(eintrag.text)
    verschoben = treffer is not None
    treffer = treffer or AUSFALL.fullmatch(eintrag.text)
    if treffer is None:
        raise ZellfehlerError(
            _("Bitte so schreiben: „24.12.2026 fällt aus (Grund)“ oder „24.12.2026 verschoben auf 27.12.2026“.")
        )
    zeile: Zeile = {
        "art": (Ausnahmeart.VERSCHOBEN if verschoben else Ausnahmeart.FAELLT_AUS).value,
        "datum": read_datum(treffer["datum"]),
        "beginn": read_uhrzeit(treffer["beginn"]) if treffer["beginn"] else None,
        "neues_datum": read_datum(treffer["neu"]) if verschoben else None,
        "neuer_beginn": read_uhrzeit(treffer["von"]) if verschoben and treffer["von"] else None,
        "neues_ende": read_uhrzeit(treffer["bis"]) if verschoben and treffer["bis"] else None,
        "grund": check_laenge(eintrag.hinweis, GRUND_LAENGE),
    }
    if zeile["neues_ende"] and zeile["neues_ende"] <= zeile["neuer_beginn"]:
        raise ZellfehlerError(_("Das Ende muss nach dem Beginn liegen, am selben Tag."))
    return zeile


def write_ausnahmen(zeilen: list[Zeile]) -> str:
    return "; ".join(map(write_ausnahme, zeilen))


def write_ausnahme(zeile: Zeile) -> str:
    teile = [write_datum(zeile["datum"]), write_uhrzeit(zeile["beginn"]) if zeile["beginn"] else ""]
    if zeile["art"] == Ausnahmeart.VERSCHOBEN:
        zeiten = [write_uhrzeit(zeile[name]) for name in ("neuer_beginn", "neues_ende") if zeile[name]]
        teile += ["verschoben auf", write_datum(zeile["neues_datum"]), "-".join(zeiten)]
    else:
        teile.append("fällt aus")
    teile.append(write_gruppe(zeile["grund"]) if zeile["grund"] else "")
    return " ".join(teil for teil in teile if teil)


def parse_schliesszeiten(text: str) -> list[Zeile]:
    return parse_liste(text, read_schliesszeit, schluessel=repr)


def read_schliesszeit(eintrag: Eintrag) -> Zeile:
    treffer = ZEITRAUM.fullmatch(eintrag.text)
    if treffer is None:
        raise ZellfehlerError(_("Bitte so schreiben: „1.7.2027-31.7.2027 (Grund)“."))
    von = read_datum(treffer["von"])
    bis = read_datum(treffer["bis"]) if treffer["bis"] else von
    if bis < von:
        raise ZellfehlerError(_("Das Ende der Schließzeit liegt vor ihrem Anfang."))
    return {"von": von, "bis": bis, "grund": check_laenge(eintrag.hinweis, GRUND_LAENGE)}


def write_schliesszeiten(zeilen: list[Zeile]) -> str:
    texte = []
    for zeile in zeilen:
        grund = f" {write_gruppe(zeile['grund'])}" if zeile["grund"] else ""
        texte.append(f"{write_datum(zeile['von'])}-{write_datum(zeile['bis'])}{grund}")
    return "; ".join(texte)


def check_laenge(text: str, laenge: int) -> str:
    if len(text) > laenge:
        raise ZellfehlerError(
            _("Der Text ist mit %(ist)d Zeichen zu lang (höchstens %(soll)d).") % {"ist": len(text), "soll": laenge}
        )
    return text
