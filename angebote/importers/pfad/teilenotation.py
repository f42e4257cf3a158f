"""Access modes, accessibility facts and sources in one cell. Both ways, without loss."""

from __future__ import annotations

import re
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from angebote.choices import Barrierewert, Konfidenz, Merkmal, Zugang
from angebote.importers.pfad.notation import Eintrag, split_eintraege, write_gruppe, write_name
from angebote.importers.pfad.terminnotation import check_laenge, parse_liste
from angebote.importers.pfad.zeitnotation import Zeile
from angebote.importers.pfad.zellen import ZellfehlerError, fold

ZUGANGSWORTE = {
    Zugang.VOR_ORT: ("vor Ort",),
    Zugang.ZUHAUSE: ("zu Hause", "zuhause", "Hausbesuch", "bei Ihnen zu Hause"),
    Zugang.DRAUSSEN: ("draußen", "im Freien"),
    Zugang.TELEFON: ("am Telefon", "Telefon", "telefonisch"),
    Zugang.ONLINE: ("online",),
}
ALLES = "alles"


def find_wahl(text: str, liste: type[models.TextChoices]) -> str:
    """The value of a closed list by its words or its value. Raises ZellfehlerError naming what may stand there."""
    for eintrag in liste:
        if fold(text) in {fold(eintrag.label), fold(eintrag.value)}:
            return str(eintrag.value)
    moeglich = ", ".join(f"„{eintrag.label}“" for eintrag in liste)
    raise ZellfehlerError(_("Das steht nicht in der Liste. Möglich ist: %(worte)s.") % {"worte": moeglich})


def parse_zugangswege(text: str) -> list[Zeile]:
    return parse_liste(text, read_zugangsweg, schluessel=lambda zeile: zeile["art"])


def read_zugangsweg(eintrag: Eintrag) -> Zeile:
    for art, worte in ZUGANGSWORTE.items():
        if fold(eintrag.text) in {fold(str(wort)) for wort in (*worte, art.label, art.value)}:
            return {"art": art.value, "hinweis": check_laenge(eintrag.hinweis, 200)}
    moeglich = ", ".join(f"„{worte[0]}“" for worte in ZUGANGSWORTE.values())
    raise ZellfehlerError(_("Das steht nicht in der Liste. Möglich ist: %(worte)s.") % {"worte": moeglich})


def write_zugangswege(zeilen: list[Zeile]) -> str:
    return "; ".join(join_teile(ZUGANGSWORTE[Zugang(zeile["art"])][0], zeile["hinweis"]) for zeile in zeilen)


def parse_barrieren(text: str) -> list[Zeile]:
    return parse_liste(text, read_barriere, schluessel=lambda zeile: zeile["merkmal"])


def read_barriere(eintrag: Eintrag) -> Zeile:
    """Without a value "ja" is meant: "Rampe"."""
    name, _trenner, wert = eintrag.text.partition(":")
    return {
        "merkmal": find_wahl(name.strip(), Merkmal),
        "wert": find_wahl(wert.strip(), Barrierewert) if wert.strip() else Barrierewert.JA.value,
        "notiz": check_laenge(eintrag.hinweis, 200),
        "quelle": check_laenge(eintrag.gruppen.get("Quelle", ""), 300),
        "stand": check_laenge(eintrag.gruppen.get("Stand", ""), 40),
    }


def write_barrieren(zeilen: list[Zeile]) -> str:
    texte = []
    for zeile in zeilen:
        text = f"{Merkmal(zeile['merkmal']).label}: {Barrierewert(zeile['wert']).label}"
        texte.append(join_teile(text, zeile["notiz"], Quelle=zeile["quelle"], Stand=zeile["stand"]))
    return "; ".join(texte)


def parse_quellen(text: str) -> list[Zeile]:
    return parse_liste(text, read_quelle, schluessel=repr)


def read_quelle(eintrag: Eintrag) -> Zeile:
    """The source itself may stand in round brackets, so that it can hold semicolons."""
    quelle = "\n".join(teil for teil in (eintrag.text, eintrag.hinweis) if teil)
    jahr, konfidenz = eintrag.gruppen.get("Jahr", ""), eintrag.gruppen.get("Verlässlichkeit", "")
    if not quelle:
        raise ZellfehlerError(_("Hier fehlt die Quelle selbst."))
    if jahr and not re.fullmatch(r"\d{1,4}", jahr, re.ASCII):
        raise ZellfehlerError(_("„Jahr“ ist eine Zahl mit vier Ziffern."))
    return {
        "betrifft": check_laenge(eintrag.gruppen.get("betrifft", ALLES), 60),
        "quelle": quelle,
        "stand": check_laenge(eintrag.gruppen.get("Stand", ""), 60),
        "stand_jahr": int(jahr) if jahr else None,
        "konfidenz": find_wahl(konfidenz, Konfidenz) if konfidenz else "",
    }


def write_quellen(zeilen: list[Zeile]) -> str:
    texte = []
    for zeile in zeilen:
        ist_einfach = " ".join(zeile["quelle"].split()) == zeile["quelle"] and not set(zeile["quelle"]) & set(";()[]\\")
        text, klammer = (zeile["quelle"], "") if ist_einfach else ("", zeile["quelle"])
        gruppen: dict[str, Any] = {
            "betrifft": "" if zeile["betrifft"] == ALLES else zeile["betrifft"],
            "Stand": zeile["stand"],
            "Jahr": zeile["stand_jahr"],
            "Verlässlichkeit": Konfidenz(zeile["konfidenz"]).label if zeile["konfidenz"] else "",
        }
        texte.append(join_teile(text, klammer, **gruppen))
    return "; ".join(texte)


def join_teile(text: str, hinweis: str, **gruppen: Any) -> str:
    teile = [text, write_gruppe(hinweis) if hinweis else ""]
    teile += [write_gruppe(f"{name}: {wert}", auf="[") for name, wert in gruppen.items() if wert not in ("", None)]
    return " ".join(teil for teil in teile if teil)


def split_namen(text: str) -> list[str]:
    """ "Kaffee; Spiele" as names; brackets belong to them."""
    return [eintrag.replace("\\;", ";") for eintrag in split_eintraege(text)]


def join_namen(namen: list[str]) -> str:
    return "; ".join(write_name(name) if ";" in name else name for name in namen)
