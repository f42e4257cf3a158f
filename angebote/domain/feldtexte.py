"""The values of domain/angebotsdaten.py in words, for differences that staff and providers read. German."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.dateparse import parse_date, parse_time
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from angebote.domain.angebotsdaten import TEILE, get_bezug, get_teilmodell, list_namen, list_teilfelder
from angebote.models import Angebot

CENT = "betrag_cent"


@dataclass(frozen=True)
class Feldaenderung:
    """One name that differs. alt and neu: lines of text, empty where nothing is said."""

    name: str
    titel: str
    alt: list[str]
    neu: list[str]


def build_feldaenderungen(aenderungen: Mapping[str, Mapping[str, Any]]) -> list[Feldaenderung]:
    """In the order of the page. Queries: two for each name that points to other records."""
    return [
        Feldaenderung(
            name=name,
            titel=get_feldtitel(name),
            alt=describe_wert(name, aenderungen[name]["alt"]),
            neu=describe_wert(name, aenderungen[name]["neu"]),
        )
        for name in list_namen()
        if name in aenderungen
    ]


def get_feldtitel(name: str) -> str:
    if name in TEILE:
        return str(get_teilmodell(name)._meta.verbose_name_plural)
    return str(Angebot._meta.get_field(name).verbose_name)  # type: ignore[union-attr]


def describe_wert(name: str, wert: Any) -> list[str]:
    """One line per value; rows and lists one line each."""
    if name in TEILE:
        return [describe_zeile(get_teilmodell(name), zeile) for zeile in wert or ()]
    feld = Angebot._meta.get_field(name)
    if isinstance(feld, models.ManyToManyField):
        eintraege = get_bezug(feld)._default_manager.filter(pk__in=wert or ())
        return [str(eintrag) for eintrag in eintraege]
    text = describe_feld(feld, wert)  # type: ignore[arg-type]
    return [text] if text else []


def describe_zeile(modell: type[models.Model], zeile: Mapping[str, Any]) -> str:
    """What a row says, without what it leaves at its default."""
    teile = []
    for feld in list_teilfelder(modell):
        wert = zeile.get(feld.name)
        text = describe_feld(feld, wert)
        if text and (not feld.has_default() or wert != feld.get_default() or feld.choices):
            teile.append(f"{feld.verbose_name}: {text}")
    return "; ".join(teile)


def describe_feld(feld: models.Field[Any, Any], wert: Any) -> str:
    if wert is None or wert == "":
        return ""
    if isinstance(feld, models.ForeignKey):
        eintrag = get_bezug(feld)._default_manager.filter(pk=wert).first()
        return str(eintrag) if eintrag else _("gelöschter Eintrag")
    if feld.name == CENT:
        return f"{wert // 100},{wert % 100:02d} €"
    if feld.choices:
        return str(dict(feld.flatchoices).get(to_choice(feld, wert), wert))
    return describe_plain(feld, wert)


def to_choice(feld: models.Field[Any, Any], wert: Any) -> Any:
    try:
        return feld.to_python(wert)
    except ValidationError:
        return wert


def describe_plain(feld: models.Field[Any, Any], wert: Any) -> str:
    if isinstance(wert, bool):
        return _("ja") if wert else _("nein")
    if isinstance(feld, models.DateField) and (datum := parse_date(str(wert))):
        return date_format(datum, "j. F Y")
    if isinstance(feld, models.TimeField) and (uhrzeit := parse_time(str(wert))):
        return f"{uhrzeit:%H:%M}"
    return str(wert)
