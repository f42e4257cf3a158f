"""Accessibility of an offer: merged facts, the values of the search filter, and the short sentence of the card.

Unknown is never read as "no" and never as "yes": it is said (anforderungen.md 4).
"""

from collections.abc import Collection, Mapping
from typing import TypeAlias

from django.utils.translation import gettext as _

from angebote.choices import Barrierefrei, Barrierewert, Merkmal, Zugang
from angebote.domain.zugang import ist_ohne_weg
from angebote.models import Angebot, Barriereangabe, Ort

Angaben: TypeAlias = Mapping[Merkmal, Barriereangabe]

# What a person must know before setting out, in the order of the way: door, room, toilet.
WEGMERKMALE = (Merkmal.ENTRANCE_LEVEL, Merkmal.RAMP, Merkmal.ROOM_LEVEL, Merkmal.LIFT, Merkmal.WC)
FILTER_DURCH_JA = {
    Barrierefrei.WC: Merkmal.WC,
    Barrierefrei.INDUKTION: Merkmal.LOOP,
    Barrierefrei.DGS: Merkmal.SIGN,
    Barrierefrei.RUHE: Merkmal.QUIET,
    Barrierefrei.BEGLEITUNG: Merkmal.ESCORT,
}
# Facts beyond the way that the card names if they are there.
ZUSATZMERKMALE = (Merkmal.LOOP, Merkmal.SIGN, Merkmal.CAPTION, Merkmal.QUIET, Merkmal.ESCORT)
FILTER_OHNE_WEG = frozenset({Barrierefrei.STUFENLOS, Barrierefrei.WC, Barrierefrei.AUFZUG})


def merge_barriereangaben(*, ort: Ort | None, angebot: Angebot | None) -> dict[Merkmal, Barriereangabe]:
    """The facts of place and offer; the offer's beats the place's, but "unbekannt" never hides a known fact."""
    angaben: dict[Merkmal, Barriereangabe] = {}
    for bezug in (ort, angebot):
        for angabe in bezug.barriereangaben.all() if bezug is not None else ():
            merkmal = Merkmal(angabe.merkmal)
            if angabe.wert != Barrierewert.UNBEKANNT or merkmal not in angaben:
                angaben[merkmal] = angabe
    return angaben


def compute_barrierefrei(angaben: Angaben, *, zugaenge: Collection[Zugang]) -> set[Barrierefrei]:
    """The filter values the offer is found under; where there is no way to go, no step can be in it."""
    werte = {filterwert for filterwert, merkmal in FILTER_DURCH_JA.items() if _wert(angaben, merkmal) == "ja"}
    if ist_ohne_weg(zugaenge):
        return werte | FILTER_OHNE_WEG
    if _any_ja(angaben, Merkmal.LIFT, Merkmal.ROOM_LEVEL):
        werte.add(Barrierefrei.AUFZUG)
    if compute_ist_stufenlos(angaben):
        werte.add(Barrierefrei.STUFENLOS)
    return werte


def compute_barrieren_offen(angaben: Angaben, *, zugaenge: Collection[Zugang]) -> set[Barrierefrei]:
    """The filter values nobody can decide, neither yes nor no; "teilweise" is a known answer."""
    werte = {filterwert for filterwert, merkmal in FILTER_DURCH_JA.items() if _wert(angaben, merkmal) == "unbekannt"}
    if ist_ohne_weg(zugaenge):
        return werte - FILTER_OHNE_WEG
    aufzug = {_wert(angaben, merkmal) for merkmal in (Merkmal.LIFT, Merkmal.ROOM_LEVEL)}
    if "unbekannt" in aufzug and not aufzug & {"ja", "teilweise"}:
        werte.add(Barrierefrei.AUFZUG)
    eingang = {_wert(angaben, merkmal) for merkmal in (Merkmal.ENTRANCE_LEVEL, Merkmal.RAMP)}
    if compute_ist_stufenlos(angaben) is None and "teilweise" not in eingang:
        werte.add(Barrierefrei.STUFENLOS)
    return werte


def compute_ist_stufenlos(angaben: Angaben) -> bool | None:
    """Step-free from the street to the room: True, False, or None for "not known"."""
    if _wert(angaben, Merkmal.ROOM_LEVEL) in {"nein", "teilweise"} and not _any_ja(angaben, Merkmal.LIFT):
        return False
    if _any_ja(angaben, Merkmal.ENTRANCE_LEVEL, Merkmal.RAMP):
        return True
    if _wert(angaben, Merkmal.ENTRANCE_LEVEL) == "nein" and _wert(angaben, Merkmal.RAMP) == "nein":
        return False
    return None


def ist_barrierefreiheit_unbekannt(angaben: Angaben, *, zugaenge: Collection[Zugang]) -> bool:
    """Nothing is known that a person must know before setting out."""
    merkmale = (*WEGMERKMALE, *ZUSATZMERKMALE)
    return not ist_ohne_weg(zugaenge) and all(_wert(angaben, merkmal) == "unbekannt" for merkmal in merkmale)


def build_barrieresatz(
    angaben: Angaben, *, zugaenge: Collection[Zugang], nachfrage: str = "", mit_notizen: bool = True
) -> str:
    """One line without a full stop: what is there; what is not; what nobody knows yet.

    `nachfrage`: how to find out if nothing is known, from domain/nachfrage.py; "bitte anrufen" if left out.
    `mit_notizen`: also what somebody wrote about a thing that is there in part.
    """
    if ist_ohne_weg(zugaenge):
        return "; ".join(
            teil for teil in (_("kein Weg nötig"), ", ".join(_vorhandenes(angaben, ZUSATZMERKMALE))) if teil
        )
    if ist_barrierefreiheit_unbekannt(angaben, zugaenge=zugaenge):
        return _("Barrierefreiheit nicht bekannt – %(nachfrage)s") % {"nachfrage": nachfrage or _("bitte anrufen")}
    teile = [
        ", ".join(_vorhandenes(angaben, (*WEGMERKMALE, *ZUSATZMERKMALE))),
        ", ".join([*_teilweises(angaben, mit_notizen=mit_notizen), *_fehlendes(angaben)]),
        _unknown_part(_unbekanntes(angaben, nur_draussen=set(zugaenge) == {Zugang.DRAUSSEN})),
    ]
    return "; ".join(teil for teil in teile if teil)


def list_genannte(angaben: Angaben, *, zugaenge: Collection[Zugang]) -> dict[str, str]:
    """What build_barrieresatz says, without its words: "ja", "teilweise" or "nein" by Merkmal; nothing for open ones.

    "nein" only where it matters for the way; where nobody has to go, only what is there.
    """
    if ist_ohne_weg(zugaenge):
        return {merkmal.value: "ja" for merkmal in ZUSATZMERKMALE if _any_ja(angaben, merkmal)}
    fehlende = _list_fehlende(angaben)
    werte = {merkmal: _wert(angaben, merkmal) for merkmal in (*WEGMERKMALE, *ZUSATZMERKMALE)}
    return {
        merkmal.value: wert
        for merkmal, wert in werte.items()
        if wert in {"ja", "teilweise"} or (wert == "nein" and merkmal in fehlende)
    }


def _wert(angaben: Angaben, merkmal: Merkmal) -> str:
    return str(angaben[merkmal].wert) if merkmal in angaben else "unbekannt"


def _any_ja(angaben: Angaben, *merkmale: Merkmal) -> bool:
    return any(_wert(angaben, merkmal) == "ja" for merkmal in merkmale)


def _vorhandenes(angaben: Angaben, merkmale: tuple[Merkmal, ...]) -> list[str]:
    return [str(merkmal.label) for merkmal in merkmale if _any_ja(angaben, merkmal)]


def _teilweises(angaben: Angaben, *, mit_notizen: bool) -> list[str]:
    saetze = []
    for merkmal in (*WEGMERKMALE, *ZUSATZMERKMALE):
        if _wert(angaben, merkmal) == "teilweise":
            satz = _("%(merkmal)s: teilweise") % {"merkmal": merkmal.label}
            notiz = angaben[merkmal].notiz.strip().rstrip(".") if mit_notizen else ""
            saetze.append(f"{satz} ({notiz})" if notiz else satz)
    return saetze


def _fehlendes(angaben: Angaben) -> list[str]:
    texte = {
        Merkmal.ENTRANCE_LEVEL: _("Eingang nicht stufenlos"),
        Merkmal.RAMP: _("keine Rampe"),
        Merkmal.ROOM_LEVEL: _("Raum nicht stufenlos erreichbar"),
        Merkmal.LIFT: _("kein Aufzug"),
        Merkmal.WC: _("kein barrierefreies WC"),
    }
    return [texte[merkmal] for merkmal in _list_fehlende(angaben)]


def _list_fehlende(angaben: Angaben) -> list[Merkmal]:
    """Missing things that matter for the way. A missing ramp only counts where there is a step."""
    unwichtig = set()
    if _any_ja(angaben, Merkmal.ENTRANCE_LEVEL):
        unwichtig.add(Merkmal.RAMP)
    if _any_ja(angaben, Merkmal.ROOM_LEVEL):
        unwichtig.add(Merkmal.LIFT)
    return [merkmal for merkmal in WEGMERKMALE if _wert(angaben, merkmal) == "nein" and merkmal not in unwichtig]


def _unbekanntes(angaben: Angaben, *, nur_draussen: bool) -> list[str]:
    """Open questions of the way; outdoors there is neither door nor lift to ask about."""

    def ist_offen(*merkmale: Merkmal) -> bool:
        return all(_wert(angaben, merkmal) == "unbekannt" for merkmal in merkmale)

    fragen: list[str] = []
    if not nur_draussen and ist_offen(Merkmal.ENTRANCE_LEVEL, Merkmal.RAMP):
        fragen.append(_("Eingang"))
    if not nur_draussen and ist_offen(Merkmal.LIFT) and not _any_ja(angaben, Merkmal.ROOM_LEVEL):
        fragen.append(_("Aufzug"))
    if ist_offen(Merkmal.WC):
        fragen.append(_("barrierefreies WC"))
    return fragen


def _unknown_part(fragen: list[str]) -> str:
    if not fragen:
        return ""
    *vordere, letzte = fragen
    aufzaehlung = (
        _("%(vordere)s und %(letzte)s") % {"vordere": ", ".join(vordere), "letzte": letzte} if vordere else letzte
    )
    return _("%(fragen)s: nicht bekannt") % {"fragen": aufzaehlung}
