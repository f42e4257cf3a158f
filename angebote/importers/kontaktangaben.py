"""Addresses, numbers and web addresses of the collection in the form the catalogue keeps."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator

from pankow_einsamkeit.lib.strasse import normalise_strasse
from pankow_einsamkeit.lib.telefon import parse_telefonliste

TELEFON_LAENGE = 40  # as Angebot.telefon
WEBADRESSE = re.compile(r"https?://[^\s;,|]+")
STRASSE_AM_ENDE = re.compile(r"(?<=[\s-])[Ss]tr(?:\.|aße)?$")
STR_IM_WORT = re.compile(r"str\.?$")
PLATZ_IM_WORT = re.compile(r"pl\.?$")
CHAUSSEE = re.compile(r"(?<=\s)Ch\.?$")


def parse_telefone(text: str) -> str:
    """All numbers one can dial, "030 1234567; 0170 1234567", as many as the field holds; empty where there is none."""
    ohne_klammern = re.sub(r"\([^)]*\)", "", text)
    telefone = ""
    for nummer in parse_telefonliste(ohne_klammern):
        laengere = f"{telefone}; {nummer.anzeige}" if telefone else nummer.anzeige
        if nummer.href and len(laengere) <= TELEFON_LAENGE:
            telefone = laengere
    return telefone


def parse_web(text: str) -> str:
    """The first valid web address; empty if there is none."""
    treffer = WEBADRESSE.search(text)
    return treffer[0] if treffer and _is_valid(URLValidator(schemes=["http", "https"]), treffer[0]) else ""


def parse_email(text: str) -> str:
    adresse = text.strip().split(" ")[0].strip(";,")
    return adresse if adresse and _is_valid(EmailValidator(), adresse) else ""


def write_out_strasse(text: str, *, verzeichnis: dict[str, str]) -> str:
    """The spelling of the street directory if it knows the street, else the abbreviation written out.

    verzeichnis: key of lib.strasse -> official name.
    """
    text = " ".join(text.split())
    if name := verzeichnis.get(normalise_strasse(text)):
        return name
    text = STRASSE_AM_ENDE.sub("Straße", text)
    text = STR_IM_WORT.sub("straße", text)
    return CHAUSSEE.sub("Chaussee", PLATZ_IM_WORT.sub("platz", text))


def _is_valid(validator: EmailValidator | URLValidator, text: str) -> bool:
    try:
        validator(text)
    except ValidationError:
        return False
    return True
