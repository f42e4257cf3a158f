"""Places and providers of the collection: one Ort for each house, one Träger for each name, each with its source."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from angebote.domain.kennungen import build_slug
from angebote.importers.barriereangaben import Barrierefakt
from angebote.importers.kontaktangaben import write_out_strasse
from angebote.importers.korrekturen import (
    GEBIETE,
    HAEUSER,
    HAUSNUMMERN,
    ORTSNAMEN,
    POSTLEITZAHLEN,
    TITEL,
    WEGBESCHREIBUNG,
)
from angebote.importers.nachschlagen import Nachschlagewerk, build_hausschluessel
from angebote.importers.tabellen import Zeile
from angebote.importers.zuordnung import TRAEGER_NAMEN, find_traegerart
from angebote.importers.zurueckhaltung import find_grund, hat_kontakt
from angebote.models import Angebot, Barriereangabe, Kiez, Ort, Planungsraum, Quellenangabe, Traeger

JAHR = re.compile(r"(?:19|20)\d\d")


def find_titel(zeile: Zeile) -> str:
    return TITEL.get(zeile["id"], zeile["name"])


def find_traegername(zeile: Zeile) -> str:
    return TRAEGER_NAMEN.get(zeile["traeger"], zeile["traeger"])


@dataclass(frozen=True)
class Hausverzeichnis:
    """namen: address -> titles of the institutions there.

    kontakte: name of the place and of the provider -> row that has a contact; without provider the first of the house.
    """

    namen: dict[tuple[str, str], set[str]]
    kontakte: dict[tuple[str, str], Zeile]

    def find_kontakt(self, *, ortsname: str, traegername: str) -> Zeile | None:
        """Several institutions share some houses: that of the same provider is asked before its neighbours."""
        return self.kontakte.get((ortsname, traegername)) or self.kontakte.get((ortsname, ""))

    def add_kontakt(self, zeile: Zeile) -> None:
        """The first row of a house and of a provider in it counts."""
        ortsname = find_ortsname(zeile, self)
        self.kontakte.setdefault((ortsname, find_traegername(zeile)), zeile)
        self.kontakte.setdefault((ortsname, ""), zeile)


def build_hausverzeichnis(zeilen: Iterable[Zeile]) -> Hausverzeichnis:
    """What the rows say about the houses, for those in them that say nothing; what is held back gives no contact.

    An institution speaks for its house. Where none does, an offer there gives the web address, but no number.
    """
    verzeichnis = Hausverzeichnis({}, {})
    zeilen = [zeile for zeile in zeilen if zeile["strasse"]]
    einrichtungen = [zeile for zeile in zeilen if zeile["art"] == "einrichtung"]
    for zeile in einrichtungen:
        verzeichnis.namen.setdefault(build_hausschluessel(zeile), set()).add(find_titel(zeile))
    for zeile in einrichtungen:
        if hat_kontakt(zeile) and find_grund(zeile) is None:
            verzeichnis.add_kontakt(zeile)
    for zeile in zeilen:
        if zeile["web"] and build_hausschluessel(zeile) in HAEUSER and find_grund(zeile) is None:
            verzeichnis.add_kontakt(zeile | {"telefon": "", "email": ""})
    return verzeichnis


def find_ortsname(zeile: Zeile, verzeichnis: Hausverzeichnis) -> str:
    """The house, else the institution, else the only institution at the address; empty if nothing names the place."""
    schluessel = build_hausschluessel(zeile)
    if name := ORTSNAMEN.get(zeile["id"]) or HAEUSER.get(schluessel):
        return name
    if zeile["art"] == "einrichtung":
        return find_titel(zeile)
    namen = verzeichnis.namen.get(schluessel, set())
    return next(iter(namen)) if len(namen) == 1 and zeile["strasse"] else ""


def find_gebiet(zeile: Zeile, *, werk: Nachschlagewerk) -> tuple[Planungsraum | None, Kiez | None]:
    schluessel = GEBIETE.get(zeile["id"]) or zeile["plr_id"] or zeile["bzr_id"]
    if raum := werk.planungsraeume.get(schluessel):
        return raum, raum.kiez
    return None, werk.kieze.get(schluessel)


def get_or_create_ort(*, zeile: Zeile, name: str, werk: Nachschlagewerk) -> Ort:
    """The place of a row. A place that exists already (also by staff) is used as it is, never changed."""
    strasse = write_out_strasse(zeile["strasse"], verzeichnis=werk.strassen)
    hausnummer = HAUSNUMMERN.get(build_hausschluessel(zeile), zeile["hausnr"])
    schluessel = (name or f"{strasse} {hausnummer}".strip(), strasse, hausnummer)
    if schluessel not in werk.orte:
        planungsraum, kiez = find_gebiet(zeile, werk=werk)
        ort = Ort.objects.create(
            name=schluessel[0],
            strasse=strasse,
            hausnummer=hausnummer,
            plz=POSTLEITZAHLEN.get(zeile["id"], zeile["plz"]),
            planungsraum=planungsraum,
            kiez=kiez,
            ortsteil=werk.ortsteile.get(zeile["ortsteil"]),
            lat=float(zeile["lat"]) if zeile["lat"] else None,
            lon=float(zeile["lon"]) if zeile["lon"] else None,
            wegbeschreibung=WEGBESCHREIBUNG.get(zeile["id"], ""),
        )
        create_quellenangabe(zeile=zeile, ort=ort)
        werk.orte[schluessel] = ort
    return werk.orte[schluessel]


def add_koordinaten(*, ort: Ort, zeile: Zeile) -> None:
    """Coordinates of a later row for the same house; what is there stays."""
    if ort.lat is None and zeile["lat"]:
        ort.lat, ort.lon = float(zeile["lat"]), float(zeile["lon"])
        ort.save(update_fields=["lat", "lon"])


def get_or_create_traeger(*, zeile: Zeile, werk: Nachschlagewerk) -> Traeger | None:
    name = find_traegername(zeile)
    if not name:
        return None
    if name not in werk.traeger:
        slug = build_slug(name, vergeben=werk.traeger_slugs, laenge=80, ersatz="traeger")
        werk.traeger[name] = Traeger.objects.create(name=name, slug=slug, art=find_traegerart(name))
        werk.traeger_slugs.add(slug)
        create_quellenangabe(zeile=zeile, traeger=werk.traeger[name])
    return werk.traeger[name]


def create_barriereangaben(
    *, fakten: Iterable[Barrierefakt], zeile: Zeile, ort: Ort | None = None, angebot: Angebot | None = None
) -> None:
    """At most one fact for each feature: the first row that speaks of a place counts."""
    for fakt in fakten:
        Barriereangabe.objects.get_or_create(
            ort=ort,
            angebot=angebot,
            merkmal=fakt.merkmal,
            defaults={
                "wert": fakt.wert,
                "notiz": fakt.notiz,
                "quelle": zeile["quelle"][:300],
                "stand": zeile["stand"][:40],
            },
        )


def create_quellenangabe(
    *, zeile: Zeile, ort: Ort | None = None, traeger: Traeger | None = None, angebot: Angebot | None = None
) -> None:
    jahre = [int(jahr) for jahr in JAHR.findall(zeile["stand"])]
    Quellenangabe.objects.create(
        ort=ort,
        traeger=traeger,
        angebot=angebot,
        quelle=zeile["quelle"],
        stand=zeile["stand"][:60],
        stand_jahr=max(jahre, default=None),
        konfidenz=zeile["konfidenz"],
    )
