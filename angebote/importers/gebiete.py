"""Loads the areas of Pankow, its streets, stops and the help lines from the product's own tables.

Every step may run again: rows are matched by their official key and brought up to date. Help lines are the exception
(importers/krisenhilfe.py).
"""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from django.db import transaction
from django.db.models import Avg, Model

from angebote.domain.katalogstand import renew_version
from angebote.importers.krisenhilfe import create_krisenhilfe
from angebote.importers.tabellen import read_tabelle
from angebote.models import (
    Haltestelle,
    Kiez,
    Ortsteil,
    OrtsteilAnteil,
    Planungsraum,
    PlzAnteil,
    Postleitzahl,
    Strassenabschnitt,
)
from pankow_einsamkeit.lib.slug import slugify_german

M = TypeVar("M", bound=Model)


def upsert(model: type[M], objekte: Iterable[M], *, schluessel: list[str]) -> int:
    """Inserts, or updates every other field where the key exists; returns the number of rows given."""
    liste = list(objekte)
    felder = [feld.name for feld in model._meta.concrete_fields if not feld.primary_key and feld.name not in schluessel]
    model._default_manager.bulk_create(
        liste, batch_size=500, update_conflicts=True, unique_fields=schluessel, update_fields=felder
    )
    return len(liste)


@transaction.atomic
def load_gebiete() -> dict[str, int]:
    """Loads everything; the result names each table with the number of its rows.

    Cards, sets and words of offers hold these names: call katalog.refresh_katalog afterwards.
    """
    tabellen = {
        "Kieze": load_kieze(),
        "Planungsräume": load_planungsraeume(),
        "Ortsteile": load_ortsteile(),
        "Postleitzahlen": load_postleitzahlen(),
        "Straßen": load_strassen(),
        "Haltestellen": load_haltestellen(),
        "Hilfetelefone, neu": create_krisenhilfe(),
    }
    compute_mitten()
    renew_version()
    return tabellen


def read_kieze() -> dict[str, Kiez]:
    return {kiez.lor: kiez for kiez in Kiez.objects.all()}


def read_planungsraeume() -> dict[str, Planungsraum]:
    return {raum.lor: raum for raum in Planungsraum.objects.all()}


def load_kieze() -> int:
    zeilen = read_tabelle("kieze")
    objekte = [
        Kiez(
            lor=zeile["bzr_id"],
            name=zeile["name"],
            kurzname=zeile["kurzname"],
            slug=zeile["slug"],
            lat=float(zeile["lat"]),
            lon=float(zeile["lon"]),
            spalte=int(zeile["spalte"]),
            zeile=int(zeile["zeile"]),
            einwohner=int(zeile["einwohner"]),
            unter_18=int(zeile["unter_18"]),
            von_18_bis_26=int(zeile["von_18_bis_26"]),
            ab_65=int(zeile["ab_65"]),
            einwohner_stand=date.fromisoformat(zeile["stand"]),
        )
        for zeile in zeilen
    ]
    anzahl = upsert(Kiez, objekte, schluessel=["lor"])
    kieze = read_kieze()
    for zeile in zeilen:
        kieze[zeile["bzr_id"]].nachbarn.set([kieze[lor] for lor in zeile["nachbarn"].split()])
    return anzahl


def load_planungsraeume() -> int:
    kieze = read_kieze()
    objekte = (
        Planungsraum(lor=zeile["plr_id"], name=zeile["plr_name"], kiez=kieze[zeile["bzr_id"]])
        for zeile in read_tabelle("planungsraeume")
    )
    return upsert(Planungsraum, objekte, schluessel=["lor"])


def load_ortsteile() -> int:
    zeilen = read_tabelle("ortsteile")
    namen = {zeile["ortsteil_id"]: zeile["ortsteil"] for zeile in zeilen}
    anzahl = upsert(
        Ortsteil,
        (
            Ortsteil(schluessel=kennung, name=name, slug=slugify_german(name, max_length=80))
            for kennung, name in namen.items()
        ),
        schluessel=["schluessel"],
    )
    kieze, ortsteile = read_kieze(), {ortsteil.schluessel: ortsteil for ortsteil in Ortsteil.objects.all()}
    anteile = (
        OrtsteilAnteil(
            ortsteil=ortsteile[zeile["ortsteil_id"]],
            kiez=kieze[zeile["bzr_id"]],
            adressanteil=float(zeile["adressanteil_des_ortsteils"]),
            ist_hauptkiez=zeile["haupt_bzr"] == "ja",
        )
        for zeile in zeilen
    )
    upsert(OrtsteilAnteil, anteile, schluessel=["ortsteil", "kiez"])
    return anzahl


def load_postleitzahlen() -> int:
    objekte = (
        Postleitzahl(plz=zeile["plz"], lat=float(zeile["lat"]), lon=float(zeile["lon"]))
        for zeile in read_tabelle("postleitzahlen")
    )
    anzahl = upsert(Postleitzahl, objekte, schluessel=["plz"])
    kieze, postleitzahlen = read_kieze(), {eintrag.plz: eintrag for eintrag in Postleitzahl.objects.all()}
    anteile = (
        PlzAnteil(
            postleitzahl=postleitzahlen[zeile["plz"]],
            kiez=kieze[zeile["bzr_id"]],
            adressanteil=float(zeile["adressanteil_der_plz"]),
        )
        for zeile in read_tabelle("plz_anteile")
    )
    upsert(PlzAnteil, anteile, schluessel=["postleitzahl", "kiez"])
    return anzahl


def load_strassen() -> int:
    """One row per street, postcode and Planungsraum; returns the number of street names."""
    zeilen, raeume = read_tabelle("strassen"), read_planungsraeume()
    objekte = [
        Strassenabschnitt(
            strasse=zeile["strasse"],
            plz=zeile["plz"],
            planungsraum=raeume[zeile["plr_id"]],
            adressen=int(zeile["adressen"]),
        )
        for zeile in zeilen
    ]
    upsert(Strassenabschnitt, objekte, schluessel=["strasse", "plz", "planungsraum"])
    ids = {
        (abschnitt.strasse, abschnitt.plz, abschnitt.planungsraum.lor): abschnitt.pk
        for abschnitt in Strassenabschnitt.objects.select_related("planungsraum")
    }
    ortsteil_ids = {ortsteil.name: ortsteil.pk for ortsteil in Ortsteil.objects.all()}
    verbindung = Strassenabschnitt.ortsteile.through
    verbindung._default_manager.bulk_create(
        [
            verbindung(
                strassenabschnitt_id=ids[zeile["strasse"], zeile["plz"], zeile["plr_id"]],
                ortsteil_id=ortsteil_ids[name],
            )
            for zeile in zeilen
            for name in zeile["ortsteile"].split("; ")
        ],
        ignore_conflicts=True,
        batch_size=500,
    )
    return len({zeile["strasse"] for zeile in zeilen})


def load_haltestellen() -> int:
    raeume = read_planungsraeume()
    objekte = (
        Haltestelle(
            kennung=zeile["station_id"],
            name=zeile["kurzname"],
            lat=float(zeile["lat"]),
            lon=float(zeile["lon"]),
            planungsraum=raeume.get(zeile["plr_id"]),
            gewicht=float(zeile["gewicht"] or 0),
        )
        for zeile in read_tabelle("haltestellen")
    )
    return upsert(Haltestelle, objekte, schluessel=["kennung"])


def compute_mitten() -> int:
    """Puts every Planungsraum where its stops are, which is where people are; returns the number that have one."""
    raeume = list(Planungsraum.objects.annotate(mitte_lat=Avg("haltestellen__lat"), mitte_lon=Avg("haltestellen__lon")))
    for raum in raeume:
        raum.lat, raum.lon = raum.mitte_lat, raum.mitte_lon
    Planungsraum.objects.bulk_update(raeume, ["lat", "lon"])
    return sum(raum.lat is not None for raum in raeume)
