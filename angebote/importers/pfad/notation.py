"""Several statements in one cell: "Dienstag (mit Kaffee); Mittwoch [Stand: 2024]". Brackets may hold anything."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from angebote.importers.pfad.zellen import ZellfehlerError

ZU = {"(": ")", "[": "]"}
UMBRUCH = "\n"


@dataclass
class Eintrag:
    """text: outside brackets. hinweis: in round ones. gruppen: "[Stand: 2024]" as {"Stand": "2024"}."""

    text: str = ""
    hinweis: str = ""
    gruppen: dict[str, str] = field(default_factory=dict)


def split_eintraege(text: str) -> list[str]:
    """At every semicolon and line break outside brackets."""
    eintraege, puffer, klammer, tiefe, geschuetzt = [], "", "", 0, False
    for zeichen in text:
        if geschuetzt:
            geschuetzt = False
        elif zeichen == "\\":
            geschuetzt = True
        elif klammer:
            tiefe += (zeichen == klammer) - (zeichen == ZU[klammer])
            klammer = klammer if tiefe else ""
        elif zeichen in ZU:
            klammer, tiefe = zeichen, 1
        elif zeichen in ";\n":
            eintraege.append(puffer)
            puffer = ""
            continue
        puffer += zeichen
    return [eintrag.strip() for eintrag in [*eintraege, puffer] if eintrag.strip()]


def parse_eintrag(text: str) -> Eintrag:
    """Raises ZellfehlerError where a bracket stays open."""
    eintrag, frei, stelle = Eintrag(), "", 0
    while stelle < len(text):
        zeichen = text[stelle]
        if zeichen == "\\" and stelle + 1 < len(text):
            frei += text[stelle + 1]
            stelle += 2
        elif zeichen in ZU:
            inhalt, stelle = _read_gruppe(text, stelle)
            _add_gruppe(eintrag, zeichen, inhalt)
            frei += " "
        else:
            frei += zeichen
            stelle += 1
    eintrag.text = " ".join(frei.split())
    return eintrag


def _read_gruppe(text: str, stelle: int) -> tuple[str, int]:
    auf, inhalt, tiefe = text[stelle], "", 1
    stelle += 1
    while stelle < len(text):
        zeichen = text[stelle]
        if zeichen == "\\" and stelle + 1 < len(text):
            inhalt += UMBRUCH if text[stelle + 1] == "n" else text[stelle + 1]
            stelle += 2
            continue
        tiefe += (zeichen == auf) - (zeichen == ZU[auf])
        stelle += 1
        if not tiefe:
            return inhalt, stelle
        inhalt += zeichen
    raise ZellfehlerError(_("Eine Klammer „%(klammer)s“ wird nicht geschlossen.") % {"klammer": auf})


def _add_gruppe(eintrag: Eintrag, auf: str, inhalt: str) -> None:
    text = "\n".join(" ".join(zeile.split()) for zeile in inhalt.split(UMBRUCH)).strip()
    if auf == "(":
        eintrag.hinweis = f"{eintrag.hinweis} {text}".strip()
    else:
        name, _trenner, wert = text.partition(":")
        eintrag.gruppen[name.strip()] = wert.strip()


def write_gruppe(text: str, *, auf: str = "(") -> str:
    """Read back by parse_eintrag as it was."""
    if not _is_balanced(text, auf) or "\\" in text or UMBRUCH in text:
        for zeichen in ("\\", auf, ZU[auf]):
            text = text.replace(zeichen, f"\\{zeichen}")
        text = text.replace(UMBRUCH, "\\n")
    return f"{auf}{text}{ZU[auf]}"


def _is_balanced(text: str, auf: str) -> bool:
    tiefe = 0
    for zeichen in text:
        tiefe += (zeichen == auf) - (zeichen == ZU[auf])
        if tiefe < 0:
            return False
    return tiefe == 0


def write_name(text: str) -> str:
    """Text outside brackets: what would end it or open one is protected."""
    for zeichen in ("\\", ";", "(", "[", UMBRUCH):
        text = text.replace(zeichen, " " if zeichen == UMBRUCH else f"\\{zeichen}")
    return text
