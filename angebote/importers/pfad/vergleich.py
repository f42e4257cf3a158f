"""What a row changes in an offer, and where the Redaktion has changed the same since the last import."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from hashlib import blake2s
from typing import Any

from angebote.domain.angebotsdaten import TEILE, Daten, list_mengen, to_plain
from angebote.importers.pfad.spalten import get_spalte
from angebote.importers.pfad.verzeichnis import Ortsangabe, Verzeichnis
from angebote.importers.pfad.zeilen import Importzeile
from angebote.importers.pfad.zellen import ZellfehlerError
from angebote.models import Angebot

NEU = "neu"  # {"neu": …} stands for a place or provider that is not there yet
ORT_ID, TRAEGER_ID = "_ort", "_traeger"  # beside the values in Importbezug.werte: what their names meant then


@dataclass
class Vergleich:
    """{name: {"alt", "neu"}} each. konflikte: both sides changed; ours stays unless somebody decides otherwise."""

    aenderungen: dict[str, dict[str, Any]] = field(default_factory=dict)
    konflikte: dict[str, dict[str, Any]] = field(default_factory=dict)


def compute_pruefzeichen(daten: Daten) -> str:
    """Changes with every value of the offer; stands in exported files."""
    return blake2s(json.dumps(daten, sort_keys=True).encode(), digest_size=6).hexdigest()


def resolve(name: str, wert: Any, *, verzeichnis: Verzeichnis) -> Any:
    """Keys for the names of place and provider; {"neu": …} where there is none yet."""
    if name == "ort":
        if not wert:
            return None
        pk = verzeichnis.find_ort(Ortsangabe(**wert))
        return pk if pk is not None else {NEU: wert}
    if name == "traeger":
        if not wert:
            return None
        pk = verzeichnis.find_traeger(wert)
        return pk if pk is not None else {NEU: wert}
    return wert


def resolve_alle(zeile: Importzeile, *, verzeichnis: Verzeichnis) -> Daten:
    return {name: resolve(name, wert, verzeichnis=verzeichnis) for name, wert in zeile.werte.items()}


def is_unveraendert(zeile: Importzeile, basis: Mapping[str, Any]) -> bool:
    """The source says what it said the last time; whatever the offer says now is then none of its business."""
    return all(name in basis and basis[name] == wert for name, wert in zeile.werte.items())


def build_basis(zeile: Importzeile, *, ort_id: int | None, traeger_id: int | None) -> Daten:
    """What is kept of a row until the next time."""
    return {**zeile.werte, ORT_ID: ort_id, TRAEGER_ID: traeger_id}


def compare(
    zeile: Importzeile, *, unsere: Daten, basis: Mapping[str, Any] | None, verzeichnis: Verzeichnis
) -> Vergleich:
    """basis: what the source said the last time; None where it never did."""
    vergleich = Vergleich()
    gilt_als_stand = zeile.pruefzeichen != "" and zeile.pruefzeichen == compute_pruefzeichen(unsere)
    for name, wert in zeile.werte.items():
        if basis is not None and name in basis and basis[name] == wert:
            continue
        alt, neu = unsere[name], resolve(name, wert, verzeichnis=verzeichnis)
        if are_equal(name, alt, neu, verzeichnis=verzeichnis):
            continue
        kennt_basis = basis is not None and name in basis
        if not kennt_basis and not gilt_als_stand and is_leer(name, neu):
            continue
        if gilt_als_stand or is_leer(name, alt):
            ist_unser = True
        else:
            ist_unser = kennt_basis and _equals_basis(name, alt, basis or {}, verzeichnis=verzeichnis)
        ziel = vergleich.aenderungen if ist_unser else vergleich.konflikte
        ziel[name] = {"alt": alt, "neu": neu}
    return vergleich


def _equals_basis(name: str, alt: Any, basis: Mapping[str, Any], *, verzeichnis: Verzeichnis) -> bool:
    schluessel = {"ort": ORT_ID, "traeger": TRAEGER_ID}.get(name)
    if schluessel:
        return bool(alt == basis.get(schluessel))
    return are_equal(name, alt, basis[name], verzeichnis=verzeichnis)


def are_equal(name: str, alt: Any, neu: Any, *, verzeichnis: Verzeichnis) -> bool:
    """Also where they differ only in what no cell can hold, such as doubled spaces."""
    if alt == neu:
        return True
    if name in {"ort", "traeger"}:
        return False
    spalte = get_spalte(name)
    try:
        return bool(spalte.lesen(spalte.schreiben(alt, verzeichnis), verzeichnis) == neu)
    except ZellfehlerError:
        return False


def is_leer(name: str, wert: Any) -> bool:
    return wert in ("", None, []) or (name in _get_vorgaben() and wert == _get_vorgaben()[name])


@cache
def _get_vorgaben() -> Mapping[str, Any]:
    """What an offer says of which nobody knows anything."""
    mengen = {menge.name for menge in list_mengen()}
    felder = [feld for feld in Angebot._meta.concrete_fields if feld.editable and feld.has_default()]
    return {feld.name: to_plain(feld.get_default()) for feld in felder if feld.name not in mengen | set(TEILE)}


def forgive_fehler(zeile: Importzeile, *, unsere: Daten, verzeichnis: Verzeichnis) -> None:
    """A cell that says what the offer says already cannot be wrong; so a file we wrote is always taken back."""
    verziehen = set()
    for name, text in zeile.fehlerzellen.items():
        spalte = get_spalte(name)
        if name in unsere and text.strip() == spalte.schreiben(unsere[name], verzeichnis).strip():
            verziehen.add(str(spalte.titel))
    zeile.fehler = [fehler for fehler in zeile.fehler if fehler.spalte not in verziehen]


def describe_neuen(wert: Any) -> str:
    """The words for {"neu": …}."""
    return str(Ortsangabe(**wert[NEU])) if isinstance(wert[NEU], dict) else str(wert[NEU])


def is_neu(wert: Any) -> bool:
    return isinstance(wert, dict) and set(wert) == {NEU}


def build_ortswert(ort: Ortsangabe) -> dict[str, Any]:
    return asdict(ort)
