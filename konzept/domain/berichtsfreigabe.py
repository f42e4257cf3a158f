"""What may have changed since a report was frozen, so that nobody releases it: it is discarded and frozen anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, cast

from django.utils.translation import gettext as _

from konzept.choices import Anzeige
from konzept.domain.ansprechstellen import nennt_namen
from konzept.domain.berichtsbloecke import format_tag
from konzept.domain.berichtsfolge import find_letzten
from konzept.domain.berichtsstand import describe_person
from konzept.domain.berichtszustaendige import Zeilen, load_zeilen, withhold
from konzept.models import Bericht, Zustaendigkeit


def list_freigabehindernisse(bericht: Bericht) -> list[str]:
    """Sentences; none for a report that is not frozen, or that may go out as it is."""
    if not bericht.abbild:
        return []
    zeilen = load_zeilen()
    return [
        *_iterate_fremde_namen(bericht.abbild, zeilen),
        *_iterate_namen_als_funktion(bericht.abbild, zeilen),
        *_iterate_ueberholte(bericht, bericht.abbild["vergleich"]),
    ]


def _iterate_fremde_namen(abbild: dict[str, Any], zeilen: Zeilen) -> Iterator[str]:
    """P5: a name is read as its own row releases it today, be it of the past by now: who has left may still be named.

    Where that is not known, see _find_herkunft.
    """
    stichtag = date.fromisoformat(abbild["stichtag"])
    fremde = {
        name
        for pk, name in _iterate_namen(abbild["stand"])
        if name not in _read_freigegebene(_find_herkunft(pk, zeilen, stichtag))
    }
    fremde |= {*_iterate_zurueckgezogene(abbild["vergleich"], zeilen)}
    if fremde:
        satz = _(
            "Im eingefrorenen Bericht steht, was bei der Zuständigkeit nicht mehr so zur Nennung freigegeben ist: "
            "%(namen)s. Bitte den Bericht verwerfen und neu einfrieren."
        )
        yield satz % {"namen": "; ".join(sorted(fremde))}


def _iterate_namen_als_funktion(abbild: dict[str, Any], zeilen: Zeilen) -> Iterator[str]:
    """Of deputies, as the row still says it: freezing anew would print the same name."""
    stichtag = date.fromisoformat(abbild["stichtag"])
    frueher = [(vorher.get("id"), vorher["vertretung"]) for vorher in _list_fruehere(abbild["vergleich"])]
    namen = {
        name
        for pk, name in [*_iterate_namen(abbild["stand"]), *frueher]
        for zeile in _find_herkunft(pk, zeilen, stichtag)
        if name and name == zeile.vertretung_funktion and zeile.anzeige != Anzeige.NEIN and nennt_namen(zeile, name)
    }
    if namen:
        satz = _(
            "Im eingefrorenen Bericht steht bei der Vertretung ein Name statt der Funktion: %(namen)s. Bitte zuerst "
            "die Zuständigkeit berichtigen, dann den Bericht verwerfen und neu einfrieren."
        )
        yield satz % {"namen": "; ".join(sorted(namen))}


def _find_herkunft(pk: int | None, zeilen: Zeilen, stichtag: date) -> list[Zustaendigkeit]:
    """The row something was read from. Reports of forms before 4 name none: it can be any in office on the Stichtag."""
    if pk is None:
        return [zeile for zeile in zeilen.values() if zeile.gilt_am(stichtag)]
    return [zeilen[pk]] if pk in zeilen else []


def _read_freigegebene(zeilen: Iterable[Zustaendigkeit]) -> set[str]:
    """What these rows allow to be read; nothing said is always allowed."""
    gezeigte = [zeile for zeile in zeilen if zeile.anzeige != Anzeige.NEIN]
    funktionen = (name for zeile in gezeigte for name in (zeile.funktion, zeile.vertretung_funktion))
    return {"", *map(describe_person, gezeigte), *funktionen}


def _iterate_namen(stand: dict[str, Any]) -> Iterator[tuple[int | None, str]]:
    """Each with the key of the row it was read from; None in older forms."""
    zeilen = [*stand["gesamt"], *(zeile for eine in stand["komponenten"] for zeile in eine["zustaendige"])]
    for zeile in zeilen:
        yield from ((zeile.get("id"), zeile[feld]) for feld in ("name", "vertretung"))
    for massnahme in (massnahme for eine in stand["komponenten"] for massnahme in eine["massnahmen"]):
        yield massnahme.get("zustaendig_id"), massnahme["zustaendig"]


def _iterate_zurueckgezogene(vergleich: dict[str, Any] | None, zeilen: Zeilen) -> Iterator[str]:
    """Of those the comparison says that they answered before."""
    for vorher in _list_fruehere(vergleich):
        jetzt = withhold(vorher, zeilen)
        yield from (vorher[feld] for feld in ("name", "vertretung") if vorher[feld] != jetzt[feld])


def _list_fruehere(vergleich: dict[str, Any] | None) -> list[dict[str, Any]]:
    """Who answered before, as the comparison says it; older comparisons name nobody."""
    wechsel = (vergleich or {}).get("zustaendige") or {"personen": []}
    return [person["vorher"] for person in wechsel["personen"] if person["vorher"]]


def _iterate_ueberholte(bericht: Bericht, vergleich: dict[str, Any] | None) -> Iterator[str]:
    """Older comparisons do not say with which report; nothing is known of them."""
    if vergleich and "bericht" not in vergleich:
        return
    letzter = find_letzten(bericht)
    if letzter is not None and letzter.pk != (vergleich and vergleich["bericht"]):
        satz = _(
            "Seit dem Einfrieren ist ein anderer Bericht freigegeben worden, mit dem dieser zu vergleichen ist: "
            "%(art)s vom %(tag)s. Bitte den Bericht verwerfen und neu einfrieren."
        )
        yield satz % {"art": letzter.get_art_display(), "tag": format_tag(cast("date", letzter.stichtag))}
