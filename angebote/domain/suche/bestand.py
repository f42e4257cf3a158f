"""What every search is answered from, loaded once per state of the catalogue and day, and kept in the process."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from angebote.choices import Format
from angebote.domain.katalogstand import Zwischenspeicher
from angebote.domain.naehe import Lage, load_lagen
from angebote.domain.suche.mengen import LEER, Menge, build_menge, list_pks, load_menge, unite
from angebote.domain.suche.terminkalender import (
    Terminkalender,
    Termintag,
    build_termintage,
    load_heutige,
)
from angebote.domain.suche.terminwerte import parse_terminwert
from angebote.domain.suche.titelfolge import Titelfolge, load_titelfolge
from angebote.models import Angebotsmenge, Gruppe, PlzAnteil
from pankow_einsamkeit.lib.geo import Punkt

# A Kiez belongs to a postcode if at least this share of the postcode's addresses lies in it.
PLZ_MINDESTANTEIL = 0.05
HAPPEN = 50  # sets read at once: together they would be as large again as all that is kept


@dataclass(frozen=True)
class Plzgebiet:
    """The middle of a postcode, and the slugs of its Kieze."""

    punkt: Punkt
    kieze: tuple[str, ...]


@dataclass(frozen=True)
class Bestand:
    """The sets hold offers that are not public too: every answer starts from `sichtbar`, which no stale bit enters."""

    sichtbar: Menge
    titelfolge: Titelfolge
    gruppen: Mapping[str, Mapping[str, Menge]]
    kalender: Terminkalender
    lagen: Sequence[Lage]
    plzgebiete: Mapping[str, Plzgebiet]

    def unite_werte(self, gruppe: str, *werte: str) -> Menge:
        """Offers with one of these values of a group."""
        mengen = self.gruppen.get(gruppe, {})
        return unite(mengen.get(wert, LEER) for wert in werte)

    def unite_gruppe(self, gruppe: str) -> Menge:
        """Offers with any value of a group."""
        return unite(self.gruppen.get(gruppe, {}).values())


def load_bestand(*, heute: date, version: str | None = None) -> Bestand:
    """One query while nothing has changed, none for a caller who has read the version already."""
    return _bestand.get(heute, version=version)


def _load(heute: date) -> Bestand:
    """Five queries and those of the places."""
    titelfolge = load_titelfolge(heute)
    sichtbar = build_menge(titelfolge.pks)
    gruppen = _load_gruppen()
    offene_haeuser = gruppen.get(Gruppe.FORMAT, {}).get(Format.OFFEN, LEER)
    return Bestand(
        sichtbar=sichtbar,
        titelfolge=titelfolge,
        gruppen=gruppen,
        kalender=Terminkalender(
            heute, load_heutige(heute), tuple(_load_kommende(heute, offene_haeuser)), offene_haeuser
        ),
        lagen=_keep_oeffentliche(load_lagen(), sichtbar),
        plzgebiete=_load_plzgebiete(),
    )


_bestand = Zwischenspeicher(_load)


def _load_gruppen() -> dict[str, dict[str, Menge]]:
    """All sets but those of Termine. One query."""
    gruppen: dict[str, dict[str, Menge]] = defaultdict(dict)
    mengen = Angebotsmenge.objects.exclude(gruppe=Gruppe.TERMIN).order_by().values_list("gruppe", "wert", "bits")
    for gruppe, wert, bits in mengen.iterator(chunk_size=HAPPEN):
        gruppen[gruppe][wert] = load_menge(bits)
    return dict(gruppen)


def _load_kommende(heute: date, offene_haeuser: Menge) -> list[Termintag]:
    """One query. Today's Termine are left out: of them it matters when they end."""
    mengen = Angebotsmenge.objects.filter(gruppe=Gruppe.TERMIN).order_by().values_list("wert", "bits")
    werte = ((parse_terminwert(wert), bits) for wert, bits in mengen.iterator(chunk_size=HAPPEN))
    kommende = ((wert, load_menge(bits)) for wert, bits in werte if wert.datum > heute)
    return build_termintage(kommende, offene_haeuser=offene_haeuser)


def _keep_oeffentliche(lagen: Iterable[Lage], sichtbar: Menge) -> tuple[Lage, ...]:
    """Places with public offers, and only these."""
    return tuple(replace(lage, pks=pks) for lage in lagen if (pks := tuple(list_pks(build_menge(lage.pks) & sichtbar))))


def _load_plzgebiete() -> dict[str, Plzgebiet]:
    """One query."""
    punkte: dict[str, Punkt] = {}
    kieze: dict[str, list[str]] = defaultdict(list)
    anteile = PlzAnteil.objects.filter(adressanteil__gte=PLZ_MINDESTANTEIL).order_by("postleitzahl", "kiez")
    for plz, lat, lon, kiez in anteile.values_list(
        "postleitzahl__plz", "postleitzahl__lat", "postleitzahl__lon", "kiez__slug"
    ):
        punkte[plz] = Punkt(lat, lon)
        kieze[plz].append(kiez)
    return {plz: Plzgebiet(punkt, tuple(kieze[plz])) for plz, punkt in punkte.items()}
