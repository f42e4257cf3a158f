"""Which public tasks fit a wish, and how many there would be for every other choice.

An offer's Kiez and Kategorien are those of the search: its sets are asked, so that "in Weißensee" means the same here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from angebote.domain.suche.bestand import Bestand, load_bestand
from angebote.domain.suche.mengen import ALLE, Menge
from angebote.models import Gruppe, Mitmachrolle

ANGEBOTSGRUPPEN = {"kiez": Gruppe.KIEZ, "kategorie": Gruppe.KATEGORIE}
ZEITART = "zeitart"


@dataclass(frozen=True)
class Mitmachwunsch:
    """Empty means: any."""

    kiez: str = ""
    kategorie: str = ""
    zeitart: str = ""

    @property
    def ist_leer(self) -> bool:
        return not (self.kiez or self.kategorie or self.zeitart)


@dataclass(frozen=True)
class Mitmachergebnis:
    """`rollen`: primary keys in the order of the list. `zahlen`: by group and value, as if that group were not set."""

    rollen: Sequence[int]
    zahlen: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class _Zeile:
    pk: int
    bit: Menge
    zeitart: str


def find_mitmachrollen(wunsch: Mitmachwunsch, *, heute: date, version: str | None = None) -> Mitmachergebnis:
    """One query besides those of the sets, for any number of choices."""
    bestand = load_bestand(heute=heute, version=version)
    zeilen = [zeile for zeile in _load_zeilen(heute) if zeile.bit & bestand.sichtbar]
    return Mitmachergebnis(
        rollen=[zeile.pk for zeile in _choose(zeilen, wunsch, bestand)],
        zahlen={
            **{name: _count_angebotsgruppe(name, zeilen, wunsch, bestand) for name in ANGEBOTSGRUPPEN},
            ZEITART: _count_zeitarten(zeilen, wunsch, bestand),
        },
    )


def _load_zeilen(heute: date) -> list[_Zeile]:
    rollen = Mitmachrolle.objects.oeffentlich(heute).order_by("aufgabe", "pk")
    return [_Zeile(pk, 1 << angebot, zeitart) for pk, angebot, zeitart in rollen.values_list("pk", "angebot", ZEITART)]


def _choose(zeilen: Sequence[_Zeile], wunsch: Mitmachwunsch, bestand: Bestand) -> Iterator[_Zeile]:
    angebote = ALLE
    for name, gruppe in ANGEBOTSGRUPPEN.items():
        if wert := getattr(wunsch, name):
            angebote &= bestand.unite_werte(gruppe, wert)
    return (zeile for zeile in zeilen if zeile.bit & angebote and wunsch.zeitart in {"", zeile.zeitart})


def _count_angebotsgruppe(
    name: str, zeilen: Sequence[_Zeile], wunsch: Mitmachwunsch, bestand: Bestand
) -> dict[str, int]:
    uebrige = list(_choose(zeilen, replace(wunsch, **{name: ""}), bestand))
    return {
        wert: anzahl
        for wert, menge in bestand.gruppen.get(ANGEBOTSGRUPPEN[name], {}).items()
        if (anzahl := sum(1 for zeile in uebrige if zeile.bit & menge))
    }


def _count_zeitarten(zeilen: Sequence[_Zeile], wunsch: Mitmachwunsch, bestand: Bestand) -> dict[str, int]:
    zahlen: dict[str, int] = {}
    for zeile in _choose(zeilen, replace(wunsch, zeitart=""), bestand):
        zahlen[zeile.zeitart] = zahlen.get(zeile.zeitart, 0) + 1
    return zahlen
