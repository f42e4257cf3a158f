"""What a search asks for, filter by filter, as sets. Time is a question of its own (zeitfrage.py)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from angebote.domain.suche.anfrage import Suchanfrage, Unbekannt
from angebote.domain.suche.bestand import Bestand
from angebote.domain.suche.mengen import LEER, Menge
from angebote.domain.suche.volltext import Texttreffer
from angebote.models import Gruppe

MEHRFACHE_GRUPPEN = (
    Gruppe.KATEGORIE,
    Gruppe.KIEZ,
    Gruppe.ORTSTEIL,
    Gruppe.KOSTEN,
    Gruppe.ZUGANG,
    Gruppe.SPRACHE,
    Gruppe.FUER,
)
EINFACHE_GRUPPEN = (Gruppe.BEREICH, Gruppe.ANMELDUNG)
FilterSchluessel = tuple[str, str | None]


@dataclass(frozen=True)
class Bedingung:
    """One filter that can be taken away by itself. `wert` is set only where values combine with AND (barrierefrei).

    erfuellt: offers that pass it. offen: those that would, if what nobody knows were allowed, and do not so far.
    """

    gruppe: str
    wert: str | None
    erfuellt: Menge
    offen: Menge = LEER

    @property
    def schluessel(self) -> FilterSchluessel:
        return self.gruppe, self.wert


def build_bedingungen(anfrage: Suchanfrage, bestand: Bestand, text: Texttreffer | None) -> list[Bedingung]:
    return [
        *_list_gruppen(anfrage, bestand),
        *_list_barrieren(anfrage, bestand),
        *_list_plz(anfrage, bestand),
        *([Bedingung("q", None, text.alle)] if text else []),
    ]


def allow_unbekannte(anfrage: Suchanfrage, bestand: Bestand, gruppe: str, wert: str, menge: Menge) -> Menge:
    """A value of a facet, together with what nobody knows where the search lets that pass."""
    if gruppe not in anfrage.unbekannt:
        return menge
    return menge | bestand.unite_werte(Gruppe.OFFEN, _name_offenes(gruppe, wert))


def _name_offenes(gruppe: str, wert: str) -> str:
    """Costs are known or not as a whole, barriers one by one."""
    return wert if gruppe == Gruppe.BARRIEREFREI else gruppe


def _list_gruppen(anfrage: Suchanfrage, bestand: Bestand) -> Iterator[Bedingung]:
    for gruppe in (*MEHRFACHE_GRUPPEN, *EINFACHE_GRUPPEN):
        gesetzt = getattr(anfrage, gruppe.value)
        werte = (gesetzt,) if isinstance(gesetzt, str) and gesetzt else tuple(gesetzt)
        if werte:
            yield _build_bedingung(anfrage, bestand, gruppe, None, bestand.unite_werte(gruppe, *werte))


def _list_barrieren(anfrage: Suchanfrage, bestand: Bestand) -> Iterator[Bedingung]:
    for wert in anfrage.barrierefrei:
        menge = bestand.unite_werte(Gruppe.BARRIEREFREI, wert)
        yield _build_bedingung(anfrage, bestand, Gruppe.BARRIEREFREI, wert, menge)


def _build_bedingung(
    anfrage: Suchanfrage, bestand: Bestand, gruppe: Gruppe, wert: str | None, bekannt: Menge
) -> Bedingung:
    if gruppe.value not in set(Unbekannt):
        return Bedingung(gruppe.value, wert, bekannt)
    offen = bestand.unite_werte(Gruppe.OFFEN, _name_offenes(gruppe, wert or ""))
    if gruppe.value in anfrage.unbekannt:
        return Bedingung(gruppe.value, wert, bekannt | offen)
    return Bedingung(gruppe.value, wert, bekannt, offen & ~bekannt)


def _list_plz(anfrage: Suchanfrage, bestand: Bestand) -> Iterator[Bedingung]:
    if anfrage.plz:
        gebiet = bestand.plzgebiete.get(anfrage.plz)
        kieze = gebiet.kieze if gebiet else ()
        yield Bedingung("plz", None, bestand.unite_werte(Gruppe.KIEZ, *kieze))
