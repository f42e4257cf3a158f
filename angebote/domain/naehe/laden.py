"""Reads every name of a place from our own tables: a handful of queries, whatever their size."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from angebote.domain.naehe.eintraege import Eintrag, Umgebung, compute_mitte
from angebote.domain.naehe.namen import (
    build_adressschluessel,
    build_namensschluessel,
    list_hausnummern,
    split_name,
    strip_bahn,
)
from angebote.domain.naehe.stellen import Stellenart
from angebote.models import (
    Angebot,
    Haltestelle,
    Kiez,
    OrtsteilAnteil,
    Planungsraum,
    Postleitzahl,
    Rufname,
    Strassenabschnitt,
)
from pankow_einsamkeit.lib.geo import Punkt

# Of several near each other under one name: what the Redaktion decided, where people say they live, a point, the rest.
RANG_RUFNAME, RANG_ORTSTEIL, RANG_KIEZ, RANG_HALT, RANG_RAUM, RANG_BAHNHOF, RANG_HAUS, RANG_STRASSE = range(8)
STRASSE_KURZ = re.compile(r"([Ss])tr\.+")
NAMENSTEILE = re.compile(r" - | – |[/()\[\],]")
VIERTELNAME = re.compile(r"(.*(?:viertel|kiez)) .+")
STATISTIKNAME = re.compile(r"(\w+)(?:straße|platz)")
BEINAME_LAENGE = 6  # letters: shorter parts of a long name say too little

Benannte = Iterable[tuple[str, Eintrag]]


@dataclass
class Raum:
    """A Planungsraum with what the street table says about it."""

    pk: int
    name: str
    kiez: str
    punkt: Punkt
    ortsteile: dict[str, int] = field(default_factory=dict)  # name → addresses
    plz: dict[str, None] = field(default_factory=dict)

    @property
    def umgebung(self) -> Umgebung:
        return Umgebung(
            ortsteile=tuple(sorted(self.ortsteile, key=lambda name: -self.ortsteile[name])),
            viertel=(self.kiez, self.name),
            plz=tuple(self.plz),
            raeume=frozenset({self.pk}),
        )


@dataclass(frozen=True)
class Eintraege:
    """nach_name: an entry stands under every key it is known by. nach_adresse: houses with their address as written."""

    nach_name: Mapping[str, Sequence[Eintrag]]
    nach_adresse: Mapping[str, Sequence[tuple[str, Eintrag]]]


@dataclass(frozen=True)
class Abschnitt:
    strasse: str
    plz: str
    raum: int
    adressen: int
    ortsteile: tuple[str, ...] = ()


def load_eintraege(heute: date) -> Eintraege:
    """Houses only if the public sees an offer there."""
    abschnitte = _load_abschnitte()
    raeume = _load_raeume(abschnitte)
    umgebungen = {pk: raum.umgebung for pk, raum in raeume.items()}
    halte = _load_halte(umgebungen)
    strassen = _build_strassen(abschnitte, raeume, halte)
    haeuser = _load_haeuser(raeume, umgebungen, heute)
    verzeichnis: defaultdict[str, list[Eintrag]] = defaultdict(list)
    _add(verzeichnis, ((strasse.name, strasse) for strasse in strassen))
    _add(verzeichnis, _list_raumnamen(raeume, umgebungen, strassen=set(verzeichnis)))
    for eintraege in (_load_kieze(raeume), _load_ortsteile(raeume), _load_postleitzahlen()):
        _add(verzeichnis, ((eintrag.name, eintrag) for eintrag in eintraege))
    _add(verzeichnis, _list_haltnamen(halte))
    amtlich = _list_amtliche(verzeichnis, raeume.values())
    _add(verzeichnis, ((eintrag.name, eintrag) for eintrag in _load_rufnamen(raeume, amtlich=amtlich)))
    _add(verzeichnis, ((haus.name, haus) for haus, _strasse, _nummer in haeuser))
    _add(verzeichnis, _list_beinamen([haus for haus, *_adresse in haeuser], vergeben=set(verzeichnis)))
    return Eintraege(dict(verzeichnis), _sort_nach_adresse(haeuser))


def _sort_nach_adresse(haeuser: Iterable[tuple[Eintrag, str, str]]) -> dict[str, list[tuple[str, Eintrag]]]:
    adressen: defaultdict[str, list[tuple[str, Eintrag]]] = defaultdict(list)
    for haus, strasse, hausnummer in haeuser:
        for nummer in list_hausnummern(hausnummer) if strasse else ():
            adressen[build_adressschluessel(split_name(f"{strasse} {nummer}"))].append(
                (f"{strasse} {hausnummer}", haus)
            )
    return dict(adressen)


def _add(verzeichnis: defaultdict[str, list[Eintrag]], benannte: Benannte) -> None:
    for name, eintrag in benannte:
        schluessel = build_namensschluessel(name)
        if schluessel and eintrag not in verzeichnis[schluessel]:
            verzeichnis[schluessel].append(eintrag)


def _load_abschnitte() -> list[Abschnitt]:
    felder = ("pk", "strasse", "plz", "planungsraum_id", "adressen", "ortsteile__name")
    zeilen = Strassenabschnitt.objects.order_by("strasse", "plz", "pk", "ortsteile__name").values_list(*felder)
    gefunden: dict[int, Abschnitt] = {}
    for pk, strasse, plz, raum, adressen, ortsteil in zeilen:
        bisher = gefunden.get(pk) or Abschnitt(strasse, plz, raum, adressen)
        gefunden[pk] = replace(bisher, ortsteile=(*bisher.ortsteile, ortsteil)) if ortsteil else bisher
    return list(gefunden.values())


def _load_raeume(abschnitte: Iterable[Abschnitt]) -> dict[int, Raum]:
    felder = ("pk", "name", "kiez__name", "lat", "lon", "kiez__lat", "kiez__lon")
    raeume = {
        pk: Raum(pk, name, kiez, Punkt(kiez_lat if lat is None else lat, kiez_lon if lon is None else lon))
        for pk, name, kiez, lat, lon, kiez_lat, kiez_lon in Planungsraum.objects.order_by("lor").values_list(*felder)
    }
    for abschnitt in abschnitte:
        raum = raeume[abschnitt.raum]
        raum.plz[abschnitt.plz] = None
        for name in abschnitt.ortsteile:
            raum.ortsteile[name] = raum.ortsteile.get(name, 0) + abschnitt.adressen
    return raeume


def _load_halte(umgebungen: Mapping[int, Umgebung]) -> list[Eintrag]:
    """Stops as the timetable names them, but with "Straße" written out: it is read aloud."""
    felder = ("name", "lat", "lon", "gewicht", "planungsraum_id")
    return [
        Eintrag(
            art=Stellenart.HALTESTELLE,
            name=STRASSE_KURZ.sub(r"\1traße", name),
            punkt=Punkt(lat, lon),
            rang=RANG_HALT,
            ist_gebiet=False,
            gewicht=gewicht,
            umgebung=umgebungen[raum] if raum else Umgebung(),
        )
        for name, lat, lon, gewicht, raum in Haltestelle.objects.order_by("kennung").values_list(*felder)
    ]


def _list_haltnamen(halte: Iterable[Eintrag]) -> Iterator[tuple[str, Eintrag]]:
    """ "S+U Pankow" is "Pankow" too, only less so; the streets of a crossing come in either order."""
    for halt in halte:
        yield halt.name, halt
        kurz = strip_bahn(halt.name)
        if kurz != halt.name:
            yield kurz, replace(halt, rang=RANG_BAHNHOF)
        if "/" in kurz:
            yield "/".join(reversed(kurz.split("/"))), halt


def _build_strassen(
    abschnitte: Iterable[Abschnitt], raeume: Mapping[int, Raum], halte: Iterable[Eintrag]
) -> list[Eintrag]:
    """Sections of streets. Nobody gives us coordinates of addresses: the stops named after the street, else the middle
    of the Planungsraum, stand for all of its addresses there."""
    punkte: defaultdict[tuple[int, str], list[tuple[Punkt, float]]] = defaultdict(list)
    for halt in halte:
        for raum in halt.umgebung.raeume:
            for teil in NAMENSTEILE.split(strip_bahn(halt.name)):
                punkte[raum, build_namensschluessel(teil)].append((halt.punkt, 1))
    schluessel = {strasse: build_namensschluessel(strasse) for strasse in {a.strasse for a in abschnitte}}
    return [
        Eintrag(
            art=Stellenart.STRASSE,
            name=a.strasse,
            punkt=compute_mitte(punkte.get((a.raum, schluessel[a.strasse])) or [(raeume[a.raum].punkt, 1)]),
            ist_raummitte=(a.raum, schluessel[a.strasse]) not in punkte,
            rang=RANG_STRASSE,
            gewicht=a.adressen,
            umgebung=Umgebung(a.ortsteile, (raeume[a.raum].kiez, raeume[a.raum].name), (a.plz,), frozenset({a.raum})),
        )
        for a in abschnitte
    ]


def _list_raumnamen(
    raeume: Mapping[int, Raum], umgebungen: Mapping[int, Umgebung], *, strassen: set[str]
) -> Iterator[tuple[str, Eintrag]]:
    """A Planungsraum under the name of a street is known to statisticians only: there the street is meant.

    People say "Bötzowviertel" and "Kollwitzkiez" instead.
    """
    for pk, raum in raeume.items():
        eintrag = Eintrag(Stellenart.GEBIET, raum.name, raum.punkt, RANG_RAUM, umgebung=umgebungen[pk])
        if build_namensschluessel(raum.name) not in strassen:
            yield raum.name, eintrag
        if stamm := STATISTIKNAME.fullmatch(raum.name):
            yield from ((name, replace(eintrag, name=name)) for name in (f"{stamm[1]}viertel", f"{stamm[1]}kiez"))
        if viertel := VIERTELNAME.fullmatch(raum.name):  # "Komponistenviertel Weißensee"
            yield viertel[1], eintrag


def _load_kieze(raeume: Mapping[int, Raum]) -> Iterator[Eintrag]:
    for name, lat, lon in Kiez.objects.order_by("lor").values_list("name", "lat", "lon"):
        pks = frozenset(raum.pk for raum in raeume.values() if raum.kiez == name)
        umgebung = Umgebung(viertel=(name,), raeume=pks)
        yield Eintrag(Stellenart.GEBIET, name, Punkt(lat, lon), RANG_KIEZ, umgebung=umgebung)


def _load_ortsteile(raeume: Mapping[int, Raum]) -> Iterator[Eintrag]:
    """In the middle of their addresses; without any, in the middle of their Kieze."""
    kieze: defaultdict[str, list[tuple[Punkt, float]]] = defaultdict(list)
    felder = ("ortsteil__name", "kiez__lat", "kiez__lon", "adressanteil")
    for name, lat, lon, anteil in OrtsteilAnteil.objects.order_by("ortsteil__schluessel", "pk").values_list(*felder):
        kieze[name].append((Punkt(lat, lon), anteil))
    for name, mitten in kieze.items():
        teile = [raum for raum in raeume.values() if name in raum.ortsteile]
        punkt = compute_mitte([(raum.punkt, raum.ortsteile[name]) for raum in teile] or mitten)
        umgebung = Umgebung(ortsteile=(name,), raeume=frozenset(raum.pk for raum in teile))
        yield Eintrag(Stellenart.GEBIET, name, punkt, RANG_ORTSTEIL, umgebung=umgebung)


def _list_amtliche(verzeichnis: Mapping[str, Iterable[Eintrag]], raeume: Iterable[Raum]) -> set[str]:
    """Keys of official names. "Helmholtzkiez", made of the name of a Planungsraum, is ours: staff know better."""
    gebildet = {s for s, eintraege in verzeichnis.items() if all(e.rang == RANG_RAUM for e in eintraege)}
    return set(verzeichnis) - gebildet | {build_namensschluessel(raum.name) for raum in raeume}


def _load_rufnamen(raeume: Mapping[int, Raum], *, amtlich: set[str]) -> Iterator[Eintrag]:
    """Without those that would hide an official name, or a postcode: tables are renewed after nicknames were given."""
    felder = ("name", "planungsraum_id", "kiez__lat", "kiez__lon")
    for name, raum, lat, lon in Rufname.objects.order_by("pk").values_list(*felder):
        schluessel = build_namensschluessel(name)
        if schluessel in amtlich or schluessel.isdecimal():
            continue
        punkt = raeume[raum].punkt if raum else Punkt(lat, lon)
        yield Eintrag(Stellenart.GEBIET, name, punkt, RANG_RUFNAME, umgebung=Umgebung(viertel=(name,)))


def _load_postleitzahlen() -> Iterator[Eintrag]:
    for plz, lat, lon in Postleitzahl.objects.order_by("plz").values_list("plz", "lat", "lon"):
        yield Eintrag(Stellenart.POSTLEITZAHL, plz, Punkt(lat, lon), RANG_ORTSTEIL, umgebung=Umgebung(plz=(plz,)))


def _load_haeuser(
    raeume: Mapping[int, Raum], umgebungen: Mapping[int, Umgebung], heute: date
) -> list[tuple[Eintrag, str, str]]:
    """Each with its street and number."""
    angebote: defaultdict[int, list[int]] = defaultdict(list)
    oeffentliche = Angebot.objects.oeffentlich(heute).filter(ort__isnull=False)
    for pk, ort in oeffentliche.order_by("pk").values_list("pk", "ort_id").iterator():
        angebote[ort].append(pk)
    felder = ("ort_id", "ort__name", "ort__plz", "ort__lat", "ort__lon", "ort__planungsraum_id")
    zeilen = oeffentliche.distinct().order_by("ort_id")
    haeuser = []
    gleiche: dict[tuple[int | None, str | None, str], Umgebung] = {}  # thousands of houses share some hundred
    for pk, name, plz, lat, lon, raum, *adresse, kiez, kiez_lat, kiez_lon in zeilen.values_list(
        *felder, "ort__strasse", "ort__hausnummer", "ort__kiez__name", "ort__kiez__lat", "ort__kiez__lon"
    ):
        if (raum, kiez, plz) not in gleiche:
            umgebung = umgebungen[raum] if raum else Umgebung(viertel=(kiez,) if kiez else ())
            gleiche[raum, kiez, plz] = replace(umgebung, plz=(plz,) if plz else umgebung.plz)
        rohe = [(lat, lon), raeume[raum].punkt if raum else (None, None), (kiez_lat, kiez_lon)]
        punkt = next((Punkt(*paar) for paar in rohe if paar[0] is not None), None)
        if punkt is not None:
            umgebung = gleiche[raum, kiez, plz]
            haus = Eintrag(Stellenart.HAUS, name, punkt, RANG_HAUS, lat is None, umgebung=umgebung)
            haeuser.append((replace(haus, angebote=tuple(angebote[pk])), *adresse))
    return haeuser


def _list_beinamen(haeuser: Iterable[Eintrag], *, vergeben: set[str]) -> Iterator[tuple[str, Eintrag]]:
    """ "Stadtteilzentrum Buch (Bucher Bürgerhaus)" is both; a part that names anything else does not count."""
    for haus in haeuser:
        teile = NAMENSTEILE.split(haus.name)
        for teil in teile if len(teile) > 1 else ():
            schluessel = build_namensschluessel(teil)
            if len(schluessel) >= BEINAME_LAENGE and schluessel not in vergeben:
                yield teil, haus
