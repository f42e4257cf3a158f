"""Columns built from the fields of an offer, its place and its parts."""

from __future__ import annotations

from typing import Any

from django.db import models

from angebote.choices import Anmeldung, Bereich, Format, JaNein, Kapazitaet, Ueberweisung
from angebote.importers.pfad.angaben import parse_datum, parse_zahl
from angebote.importers.pfad.spaltenarten import (
    Lesen,
    Schreiben,
    Spalte,
    Text,
    read_absatz,
    read_janein,
    read_mit,
    read_teile,
    read_text,
    read_wahl,
    write_datum_text,
    write_janein,
    write_teile,
    write_text,
    write_wahl,
)
from angebote.models import Angebot

ORT, ZEIT = "ort.", "zeit."  # columns that together name a place, or a single time

CHOICES: dict[str, type[models.TextChoices]] = {
    "bereich": Bereich,
    "format": Format,
    "anmeldung": Anmeldung,
    "ueberweisung": Ueberweisung,
    "fachliche_leitung": JaNein,
    "vertraulich": JaNein,
    "anonym_moeglich": JaNein,
    "kapazitaet": Kapazitaet,
}


def build_feldspalte(
    name: str, *, hilfe: Text = "", beispiel: Text = "", weitere: tuple[str, ...] = (), **mehr: Any
) -> Spalte:
    """A column of a field of the offer; label, help and length are the model's."""
    feld: Any = Angebot._meta.get_field(name)
    titel = mehr.pop("titel", feld.verbose_name)
    lesen, schreiben = mehr.pop("lesen", None), mehr.pop("schreiben", None)
    if lesen is None:
        lesen, schreiben = _choose_art(feld)
    return Spalte(
        name, titel, hilfe or feld.help_text, lesen, schreiben or write_text, beispiel, weitere=weitere, **mehr
    )


def _choose_art(feld: Any) -> tuple[Lesen, Schreiben]:
    if feld.choices:
        liste = CHOICES[feld.name]
        return read_wahl(liste, "" if feld.name == "bereich" else str(feld.get_default())), write_wahl(liste)
    if isinstance(feld, models.DateField):
        return read_mit(parse_datum), write_datum_text
    if isinstance(feld, models.BooleanField):
        return read_janein, write_janein
    if isinstance(feld, models.PositiveSmallIntegerField):
        return read_mit(parse_zahl), write_text
    if isinstance(feld, models.TextField):
        return read_absatz, write_text
    return read_text(feld.max_length), write_text


def build_ortsspalte(name: str, titel: Text, hilfe: Text, lesen: Lesen, beispiel: str, **mehr: Any) -> Spalte:
    return Spalte(f"ort.{name}", titel, hilfe, lesen, write_text, beispiel, **mehr)


def get_laenge(modell: type[models.Model], name: str) -> int:
    return int(modell._meta.get_field(name).max_length)  # type: ignore[union-attr, arg-type]


def build_teilspalte(name: str, titel: Text, hilfe: Text, beispiel: str, parse: Any, write: Any, **mehr: Any) -> Spalte:
    return Spalte(name, titel, hilfe, read_teile(parse), write_teile(write), beispiel, **mehr)
