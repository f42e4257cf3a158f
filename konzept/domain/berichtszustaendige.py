"""Who answered in the last report and who answers now: what has changed, as plain data.

Compared is what chapter "Zuständigkeiten" shows of each, and no more (P5). What the last report said of somebody is
said again only as far as it is released today: a name withdrawn since is not printed a second time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from konzept.choices import Anzeige
from konzept.domain.berichtsstand import describe_person
from konzept.models import Zustaendigkeit

Daten = Mapping[str, Any]
Zeilen = Mapping[int, Zustaendigkeit]
GEZEIGTES = ("name", "bereich", "vertretung")  # what a report shows of each
EIN_TAG = timedelta(days=1)


def load_zeilen() -> dict[int, Zustaendigkeit]:
    """All, those of the past too: who has left may still be named. One query."""
    return Zustaendigkeit.objects.select_related("komponente", "konto").in_bulk()


def compare_zustaendige(vorher: Daten, jetzt: Daten, *, zeilen: Zeilen, heute: date) -> dict[str, Any] | None:
    """Both: as load_stand builds them. None where the former one does not tell who answered.

    besetzung: components that are filled in another way. personen: one entry for each that is new ("vorher" is None),
    gone ("jetzt" is None) or told differently.
    """
    if not _nennt_zustaendige(vorher):
        return None
    alte, neue = ({eine["art"]: eine for eine in stand["komponenten"]} for stand in (vorher, jetzt))
    bekannte = [(alte[art], eine) for art, eine in neue.items() if art in alte]
    gruppen = [
        (_("gesamtes Konzept"), vorher["gesamt"], jetzt["gesamt"]),
        *((neu["name"], alt["zustaendige"], neu["zustaendige"]) for alt, neu in bekannte),
    ]
    return {
        "besetzung": [
            _describe_besetzung(alt, neu, zeilen=zeilen, heute=heute)
            for alt, neu in bekannte
            if alt["besetzung"] != neu["besetzung"]
        ],
        "personen": [
            {"wofuer": wofuer, **wechsel}
            for wofuer, frueher, spaeter in gruppen
            for wechsel in _iterate_wechsel(frueher, spaeter, zeilen)
        ],
    }


def withhold(frueherer: Daten, zeilen: Zeilen) -> dict[str, Any]:
    """Somebody of a former report as far as that may be read today. Twice gives the same as once.

    Reports of older forms name no row: then the very words have to be released somewhere.
    """
    felder = ("id", "name", "person", "funktion", "bereich", "vertretung")
    angaben = {feld: frueherer.get(feld, "") for feld in felder}
    zeile = zeilen.get(frueherer.get("id") or 0)
    if zeile is None:
        freigegebene = [eine for eine in zeilen.values() if eine.anzeige != Anzeige.NEIN]
        ist_frei = angaben["name"] in {describe_person(eine) for eine in freigegebene}
        ist_vertretung_frei = angaben["vertretung"] in {eine.vertretung_funktion for eine in freigegebene}
        leer = {**({} if ist_frei else {"name": ""}), **({} if ist_vertretung_frei else {"vertretung": ""})}
    elif zeile.anzeige == Anzeige.NEIN:
        leer = {"name": "", "funktion": "", "vertretung": ""}
    else:
        return angaben | _read_heutiges(angaben, zeile)
    return angaben | {"person": ""} | leer


def _read_heutiges(angaben: Daten, zeile: Zustaendigkeit) -> dict[str, str]:
    """In the words of today: a function corrected since may have held a name. Nothing that was not said before."""
    ist_genannt = zeile.anzeige == Anzeige.NAME and zeile.person == angaben["person"]
    funktion = zeile.funktion if angaben["funktion"] else ""
    return {
        "name": describe_person(zeile) if ist_genannt else funktion,
        "person": zeile.person if ist_genannt else "",
        "funktion": funktion,
        "vertretung": zeile.vertretung_funktion if angaben["vertretung"] == zeile.vertretung_funktion else "",
    }


def _nennt_zustaendige(stand: Daten) -> bool:
    return "gesamt" in stand and all("zustaendige" in eine and "besetzung" in eine for eine in stand["komponenten"])


def _describe_besetzung(alt: Daten, neu: Daten, *, zeilen: Zeilen, heute: date) -> dict[str, str]:
    """seit: the first day nobody answered; "" where somebody does, or nobody has entered an end."""
    seit = _find_unbesetzt_seit(neu["art"], zeilen.values(), heute) if neu["besetzung"] == "keine" else None
    return {
        "wofuer": neu["name"],
        "vorher": alt["besetzung"],
        "jetzt": neu["besetzung"],
        "seit": seit.isoformat() if seit else "",
    }


def _find_unbesetzt_seit(art: str, zeilen: Iterable[Zustaendigkeit], heute: date) -> date | None:
    """None, too, where a row still counts today: of somebody whose account is closed, nobody knows since when."""
    haupt = [eine for eine in zeilen if eine.ist_haupt and (eine.komponente is None or eine.komponente.art == art)]
    if any(eine.gilt_am(heute) for eine in haupt):
        return None
    letzter = max((eine.bis for eine in haupt if eine.bis and eine.bis < heute), default=None)
    return letzter + EIN_TAG if letzter else None


def _iterate_wechsel(alte: Iterable[Daten], neue: Iterable[Daten], zeilen: Zeilen) -> Iterator[dict[str, Any]]:
    """ist_verborgen: who was named stays, and is not to be named any more.

    neue_funktion: of the same row; ist_vertretung_neu: the former words are not said again.
    """
    for alt, neu in _pair(list(alte), list(neue)):
        vorher = withhold(alt, zeilen) if alt else None
        verborgen = bool(alt and neu and alt["name"] and not neu["name"])
        ist_dieselbe = bool(alt and neu and alt.get("id") and alt["id"] == neu["id"] and alt["funktion"])
        neue_funktion = neu["funktion"] if ist_dieselbe and alt and neu and alt["funktion"] != neu["funktion"] else ""
        vertretung_neu = bool(
            alt and vorher and neu and not vorher["vertretung"] and alt["vertretung"] not in ("", neu["vertretung"])
        )
        ist_anders = bool(neue_funktion) or vertretung_neu or verborgen
        if neu is None or vorher is None or ist_anders or any(vorher[feld] != neu[feld] for feld in GEZEIGTES):
            yield {
                "vorher": vorher,
                "jetzt": {feld: neu[feld] for feld in GEZEIGTES} if neu else None,
                "ist_verborgen": verborgen,
                "neue_funktion": neue_funktion,
                "ist_vertretung_neu": vertretung_neu,
            }


def _pair(alte: list[Daten], neue: list[Daten]) -> list[tuple[Daten | None, Daten | None]]:
    """Each of before with the same of now. Who is told in the same words is no change, whoever it is."""
    paare: list[tuple[Daten | None, Daten | None]] = []
    gleichheiten: tuple[Callable[[Daten, Daten], bool], ...] = (
        lambda alt, neu: all(alt[feld] == neu[feld] for feld in GEZEIGTES),
        lambda alt, neu: bool(alt.get("id")) and alt["id"] == neu["id"],
        lambda alt, neu: bool(alt.get("person")) and alt["person"] == neu["person"],
        lambda alt, neu: alt["name"] == neu["name"],
    )
    for ist_gleich in gleichheiten:
        for alt in list(alte):
            neu = next((einer for einer in neue if ist_gleich(alt, einer)), None)
            if neu is not None:
                alte.remove(alt)
                neue.remove(neu)
                paare.append((alt, neu))
    return [*paare, *((alt, None) for alt in alte), *((None, neu) for neu in neue)]
