"""What the public may know of those who answer, as far as released (P5)."""

from __future__ import annotations

from dataclasses import dataclass

from konzept.choices import Anzeige
from konzept.domain.zustaendigkeit import Besetzung
from konzept.models import Zustaendigkeit
from pankow_einsamkeit.lib.text import fold_umlaute, normalise_text

ZU_KURZ = 3  # letters, up to which a name counts only as a word of its own: "Jan" is no part of "januar@"
# Found beside names, and in many a mailbox of an office.
KEINE_NAMEN = {
    "prof",
    "professor",
    "professorin",
    "dipl",
    "med",
    "phil",
    "von",
    "van",
    "vom",
    "der",
    "den",
    "zum",
    "zur",
}


@dataclass(frozen=True)
class Ansprechstelle:
    """name and email are empty unless they are released."""

    funktion: str
    name: str
    geschaeftsbereich: str
    telefon: str
    email: str
    ist_haupt: bool


def list_ansprechstellen(besetzung: Besetzung) -> list[Ansprechstelle]:
    """The main one first; whoever is not to be shown, or has left, is left out, number and address included."""
    zeilen = [*([besetzung.haupt] if besetzung.haupt else []), *besetzung.weitere]
    return [build_ansprechstelle(zeile) for zeile in zeilen if ist_oeffentlich(zeile)]


def ist_oeffentlich(zeile: Zustaendigkeit) -> bool:
    return zeile.anzeige != Anzeige.NEIN and not zeile.ist_stillgelegt


def build_ansprechstelle(zeile: Zustaendigkeit) -> Ansprechstelle:
    return Ansprechstelle(
        funktion=zeile.funktion,
        name=zeile.person if zeile.anzeige == Anzeige.NAME else "",
        geschaeftsbereich=zeile.geschaeftsbereich.name,
        telefon=zeile.telefon,
        email=zeile.email if zeile.email_zeigen and not verraet_namen(zeile) else "",
        ist_haupt=zeile.ist_haupt,
    )


def nennt_namen(zeile: Zustaendigkeit, funktion: str) -> bool:
    """Whether what should be a function of this row, or of its deputy, holds a part of a name that is not released."""
    return not _list_geheime(zeile).isdisjoint(_fold(funktion))


def verraet_namen(zeile: Zustaendigkeit) -> bool:
    """Whether the address holds a name that is not released: then a mailbox of the office is needed.

    A name that nobody entered cannot be found here, so an address is shown only where staff have chosen it.
    """
    postfach = _fold(zeile.email.partition("@")[0])
    return any(_enthaelt(postfach, name) for name in _list_geheime(zeile))


def _list_geheime(zeile: Zustaendigkeit) -> set[str]:
    """Of the deputy always; of the person where the name is not released."""
    person, vertretung = _split(zeile.person), _split(zeile.vertretung_person)
    return vertretung - person if zeile.anzeige == Anzeige.NAME else vertretung | person


def _enthaelt(postfach: list[str], name: str) -> bool:
    return name in postfach if len(name) <= ZU_KURZ else name in "".join(postfach)


def _split(namen: str) -> set[str]:
    """Every part that may be a name, in any order: first names, surnames, both halves of a double one."""
    return {name for name in _fold(namen) if len(name) >= 2 and name not in KEINE_NAMEN}


def _fold(text: str) -> list[str]:
    return [fold_umlaute(wort) for wort in normalise_text(text).split()]
