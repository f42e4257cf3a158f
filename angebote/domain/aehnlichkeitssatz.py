"""Why an offer is proposed, in a few German words: "auch in Weißensee, dienstags". Pure.

Says nothing but what agrees. Audiences are never named and topics of Unterstützung only as "this topic": a reason must
not tell anything about the person who reads it, or who looks over their shoulder.

Like domain/zeitsaetze.py this is a module of one language: grammar is more than names put into gaps.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from angebote.choices import Bereich, Zugang
from angebote.domain.aehnlichkeit import Art, Gemeinsames
from angebote.domain.kiezwort import build_kiezwort
from angebote.domain.zeitsaetze import WOCHENTAGE

GEBAERDENSPRACHE = "gsg"
TAGE_EINZELN = 2  # more of them are told as a span, or not at all
WEGE = {Zugang.TELEFON: "am Telefon", Zugang.ZUHAUSE: "bei Ihnen zu Hause", Zugang.ONLINE: "online"}


@dataclass(frozen=True)
class Namen:
    """As the catalogue calls them, by slug or code."""

    kategorien: Mapping[str, str]
    kieze: Mapping[str, str]
    sprachen: Mapping[str, str]


def build_grund(gemeinsames: Gemeinsames, *, bereich: str, namen: Namen) -> str:
    """Begins with a small letter; empty if nothing that agrees may or can be said.

    The same Kiez and day say enough. Else what people do there stands first, and then the two best of the rest.
    """
    umstaende = _list_umstaende(gemeinsames, namen)
    if Art.KIEZ in gemeinsames and len(umstaende) > 1:
        return f"auch {', '.join(umstaende[:3])}"
    thema = _name_thema(gemeinsames, bereich, namen)
    ausserdem = ", ".join(umstaende[:2]) or _join(_list_vorzuege(gemeinsames))
    if not thema:
        wort = "auch" if umstaende else "ebenfalls"
        return f"{wort} {ausserdem}" if ausserdem else ""
    return f"{thema} – {ausserdem}" if ausserdem else thema


def build_tageswort(tage: Sequence[int]) -> str:
    """ "dienstags", "dienstags und donnerstags", "montags bis freitags"; empty for many days without a pattern.

    tage: ascending, as in Wochentag.
    """
    worte = [f"{WOCHENTAGE[tag].lower()}s" for tag in tage]
    if len(worte) <= TAGE_EINZELN:
        return _join(worte)
    if all(danach == tag + 1 for tag, danach in pairwise(tage)):
        return f"{worte[0]} bis {worte[-1]}"
    return ""


def _list_umstaende(gemeinsames: Gemeinsames, namen: Namen) -> list[str]:
    """Where, in which language, when."""
    kiez, nachbar = (_first(gemeinsames, art, namen.kieze) for art in (Art.KIEZ, Art.NACHBARKIEZ))
    ort = build_kiezwort(kiez) if kiez else (f"im Nachbarkiez {nachbar}" if nachbar else "")
    weg = _join([WEGE[Zugang(wert)] for wert in gemeinsames.get(Art.OHNE_WEG, ())])
    sprache = _build_sprachwort(gemeinsames, namen)
    draussen = "draußen" if Art.DRAUSSEN in gemeinsames else ""
    tage = build_tageswort(sorted(int(tag) for tag in gemeinsames.get(Art.TAG, ())))
    return [teil for teil in (ort, weg, sprache, tage, draussen) if teil]


def _build_sprachwort(gemeinsames: Gemeinsames, namen: Namen) -> str:
    codes = [code for code in gemeinsames.get(Art.SPRACHE, ()) if code in namen.sprachen]
    if GEBAERDENSPRACHE in codes:
        return "in Deutscher Gebärdensprache"
    return f"auf {_join([namen.sprachen[code] for code in codes[:2]])}" if codes else ""


def _name_thema(gemeinsames: Gemeinsames, bereich: str, namen: Namen) -> str:
    if Art.KATEGORIE not in gemeinsames:
        return ""
    if bereich == Bereich.UNTERSTUETZUNG:
        return "zum selben Thema"
    name = _first(gemeinsames, Art.KATEGORIE, namen.kategorien)
    return f"auch {name}" if name else ""


def _list_vorzuege(gemeinsames: Gemeinsames) -> list[str]:
    worte = {Art.KOSTENLOS: "kostenlos", Art.STUFENLOS: "stufenlos", Art.OHNE_ANMELDUNG: "ohne Anmeldung"}
    return [wort for art, wort in worte.items() if art in gemeinsames]


def _first(gemeinsames: Gemeinsames, art: Art, namen: Mapping[str, str]) -> str:
    return next((namen[wert] for wert in gemeinsames.get(art, ()) if wert in namen), "")


def _join(worte: Sequence[str]) -> str:
    return " und ".join([", ".join(worte[:-1]), worte[-1]]) if len(worte) > 1 else "".join(worte)
