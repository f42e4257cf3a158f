"""HSDS 3 datapackage (a zip of CSV tables): one service at one location becomes one row of the list.

Names of tables and fields: Human Services Data Specification 3.0. What has no place in the list is left out, which a
sentence says; kinds of services become categories only where a taxonomy term has the name of one of ours.
"""

from __future__ import annotations

import csv
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Any

from django.utils.translation import gettext as _

from angebote.importers.pfad.angaben import write_datum
from angebote.importers.pfad.csvdatei import decode
from angebote.importers.pfad.grenzen import HOECHSTENS_ZEICHEN, DateifehlerError, check_zeilenzahl
from angebote.importers.pfad.zeilen import Rohdatei, Rohzeile
from angebote.importers.pfad.zeitnotation import KURZTAGE, write_monatswochen

Satz = dict[str, str]
TABELLEN = (
    *("services", "organizations", "locations", "addresses", "phones", "schedules", "contacts"),
    *("services_at_locations", "languages", "taxonomy_terms", "attributes", "cost_options"),
)
EINZAHL = {
    "services": "service",
    "organizations": "organization",
    "locations": "location",
    "addresses": "address",
    "phones": "phone",
    "schedules": "schedule",
    "contacts": "contact",
    "services_at_locations": "service_at_location",
    "languages": "language",
    "taxonomy_terms": "taxonomy_term",
    "attributes": "attribute",
    "cost_options": "cost_option",
}
TAGE = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
STRASSE_MIT_NUMMER = re.compile(r"(.+?)\s+(\d+\s?[a-zA-Z]?(?:\s?[-–/]\s?\d*\s?[a-zA-Z]?)?)")
BEENDET = frozenset({"inactive", "defunct"})
SPALTEN = frozenset(
    {
        *(
            "kennung",
            "titel",
            "beschreibung",
            "traeger",
            "kategorien",
            "zeiten",
            "zeiten_hinweis",
            "kosten",
            "kosten_hinweis",
        ),
        *("ort.name", "ort.strasse", "ort.hausnummer", "ort.plz", "ort.ortsname", "ort.lat", "ort.lon"),
        *("telefon", "email", "web", "sprachen", "anmeldung_hinweis", "kontakt_name", "alter_von", "alter_bis"),
    }
)


def ist_hsds(namen: Iterable[str]) -> bool:
    kurze = {name.rsplit("/", 1)[-1] for name in namen}
    return bool(kurze & {"services.csv", "service.csv"})


@dataclass(frozen=True)
class Paket:
    """tabellen: name in the plural → its records. Missing tables are empty."""

    tabellen: Mapping[str, list[Satz]]

    def nach_id(self, tabelle: str) -> dict[str, Satz]:
        return {satz["id"]: satz for satz in self.tabellen[tabelle] if satz.get("id")}

    def nach(self, tabelle: str, feld: str) -> dict[str, list[Satz]]:
        gruppen: dict[str, list[Satz]] = defaultdict(list)
        for satz in self.tabellen[tabelle]:
            if satz.get(feld):
                gruppen[satz[feld]].append(satz)
        return gruppen


def read_hsds(archiv: zipfile.ZipFile) -> Rohdatei:
    """The rows count services at locations, in the order of the package."""
    paket = Paket({name: read_tabelle(archiv, name) for name in TABELLEN})
    dienste = paket.tabellen["services"]
    if not dienste:
        raise DateifehlerError(_("Im Datenpaket steht kein Angebot (services.csv ist leer)."))
    aktive = [dienst for dienst in dienste if dienst.get("status", "").lower() not in BEENDET]
    zeilen = [Rohzeile(nummer, zellen) for nummer, zellen in enumerate(iterate_zellen(paket, aktive), start=1)]
    check_zeilenzahl(len(zeilen))
    hinweise = []
    if uebrige := len(dienste) - len(aktive):
        hinweise.append(_("%(zahl)d beendete Angebote werden nicht gelesen.") % {"zahl": uebrige})
    return Rohdatei(zeilen, set(SPALTEN), list_unbekannte(archiv), hinweise, mit_eigenen_begriffen=True)


def read_tabelle(archiv: zipfile.ZipFile, name: str) -> list[Satz]:
    dateien = [eine for eine in archiv.namelist() if eine.rsplit("/", 1)[-1] in {f"{name}.csv", f"{EINZAHL[name]}.csv"}]
    if not dateien:
        return []
    csv.field_size_limit(HOECHSTENS_ZEICHEN)
    text = decode(archiv.read(dateien[0])).replace("\0", "").removeprefix("\ufeff")
    try:
        saetze = list(csv.DictReader(StringIO(text, newline="")))
    except csv.Error as fehler:
        raise DateifehlerError(
            _("Die Tabelle %(name)s.csv im Datenpaket ist nicht lesbar.") % {"name": name}
        ) from fehler
    check_zeilenzahl(len(saetze))
    return [{feld: wert or "" for feld, wert in satz.items() if isinstance(feld, str)} for satz in saetze]


def list_unbekannte(archiv: zipfile.ZipFile) -> list[str]:
    gelesene = {f"{name}.csv" for name in (*EINZAHL, *EINZAHL.values())}
    namen = {name.rsplit("/", 1)[-1] for name in archiv.namelist()}
    return sorted(name for name in namen if name.endswith(".csv") and name not in gelesene)


def iterate_zellen(paket: Paket, dienste: Iterable[Satz]) -> Iterable[dict[str, Any]]:
    traeger, orte = paket.nach_id("organizations"), paket.nach_id("locations")
    an_orten, begriffe = paket.nach("services_at_locations", "service_id"), paket.nach_id("taxonomy_terms")
    je_dienst = {
        name: paket.nach(name, "service_id")
        for name in ("phones", "schedules", "languages", "contacts", "cost_options")
    }
    zeiten_je_stelle = paket.nach("schedules", "service_at_location_id")
    adressen, attribute = paket.nach("addresses", "location_id"), paket.nach("attributes", "link_id")
    for dienst in dienste:
        eigene = {name: gruppen.get(dienst["id"], []) for name, gruppen in je_dienst.items()}
        namen = [
            begriffe[a["taxonomy_term_id"]]["name"]
            for a in attribute.get(dienst["id"], [])
            if a.get("taxonomy_term_id") in begriffe
        ]
        grund = build_dienstzellen(dienst, traeger.get(dienst.get("organization_id", ""), {}), eigene, namen)
        stellen: list[Satz] = an_orten.get(dienst["id"]) or [{}]
        for stelle in stellen:
            ort = orte.get(stelle.get("location_id", ""), {})
            zeiten = zeiten_je_stelle.get(stelle.get("id", ""), []) or eigene["schedules"]
            kennung = dienst["id"] if len(stellen) == 1 else f"{dienst['id']}@{stelle.get('location_id', '')}"
            yield {
                **grund,
                "kennung": kennung,
                **build_ortszellen(ort, adressen.get(ort.get("id", ""), [{}])[0] if ort else {}),
                **build_zeitzellen(zeiten),
            }


def build_dienstzellen(
    dienst: Satz, traeger: Satz, eigene: Mapping[str, list[Satz]], kategorien: list[str]
) -> dict[str, Any]:
    kontakt = (eigene["contacts"] or [{}])[0]
    return {
        "titel": dienst.get("name", ""),
        "beschreibung": dienst.get("description", ""),
        "traeger": traeger.get("name", ""),
        "kategorien": "; ".join(kategorien),
        "telefon": next((satz.get("number", "") for satz in eigene["phones"]), ""),
        "email": dienst.get("email", "") or traeger.get("email", ""),
        "web": dienst.get("url", "") or traeger.get("website", ""),
        "sprachen": "; ".join(satz.get("name", "") or satz.get("code", "") for satz in eigene["languages"]),
        "anmeldung_hinweis": dienst.get("application_process", ""),
        "kontakt_name": kontakt.get("name", ""),
        "kosten_hinweis": dienst.get("fees_description", ""),
        "kosten": "; ".join(filter(None, map(write_kosten, eigene["cost_options"]))),
        "alter_von": dienst.get("minimum_age", ""),
        "alter_bis": dienst.get("maximum_age", ""),
    }


def write_kosten(satz: Satz) -> str:
    """Only euros; anything else is said by the description of the fees."""
    betrag = satz.get("amount", "").strip().replace(".", ",")
    if not betrag or satz.get("currency", "EUR").upper() not in {"", "EUR"}:
        return ""
    return "kostenlos" if re.fullmatch(r"0+(,0*)?", betrag) else f"{betrag} €"


def build_ortszellen(ort: Satz, adresse: Satz) -> dict[str, Any]:
    """HSDS keeps street and number in one field."""
    strasse = adresse.get("address_1", "")
    treffer = STRASSE_MIT_NUMMER.fullmatch(strasse.strip())
    return {
        "ort.name": ort.get("name", ""),
        "ort.strasse": treffer[1] if treffer else strasse,
        "ort.hausnummer": treffer[2] if treffer else "",
        "ort.plz": adresse.get("postal_code", ""),
        "ort.ortsname": adresse.get("city", ""),
        "ort.lat": ort.get("latitude", ""),
        "ort.lon": ort.get("longitude", ""),
    }


def build_zeitzellen(zeiten: Iterable[Satz]) -> dict[str, str]:
    """What our times cannot say goes to the note as it stands."""
    gesagte, uebrige = [], []
    for satz in zeiten:
        text = write_zeit(satz)
        if text:
            gesagte.append(text)
        elif satz.get("description"):
            uebrige.append(satz["description"])
    return {"zeiten": "; ".join(gesagte), "zeiten_hinweis": "\n".join(uebrige)}


def write_zeit(satz: Satz) -> str:
    """A weekly or monthly rule with a time of day; empty for anything else."""
    beginn, ende = satz.get("opens_at", "")[:5], satz.get("closes_at", "")[:5]
    abstand = satz.get("interval", "") or "1"
    tage = [tag.strip() for tag in satz.get("byday", "").split(",") if tag.strip()]
    if not beginn or not tage or satz.get("bymonthday") or satz.get("byyearday") or satz.get("byweekno"):
        return ""
    von, bis = (read_tag(satz.get(name, "")) for name in ("valid_from", "valid_to"))
    zeitraum = f"{f' ab {von}' if von else ''}{f' bis {bis}' if bis else ''}"
    freq = satz.get("freq", "").upper()
    saetze = []
    for tag in tage:
        stelle, name = tag[:-2].lstrip("+"), tag[-2:].upper()
        if name not in TAGE:
            return ""
        rhythmus = f"alle {abstand} Wochen " if freq == "WEEKLY" and abstand != "1" else ""
        if freq == "MONTHLY":
            if abstand != "1" or stelle not in {"1", "2", "3", "4", "5", "-1"}:
                return ""
            rhythmus = f"{write_monatswochen(stelle)} "
        elif freq != "WEEKLY" or stelle:
            return ""
        saetze.append(f"{rhythmus}{KURZTAGE[TAGE[name]]} {beginn}{f'-{ende}' if ende else ''}{zeitraum}")
    return "; ".join(saetze)


def read_tag(text: str) -> str:
    return write_datum(text[:10]) if re.match(r"\d{4}-\d{2}-\d{2}", text) else ""
