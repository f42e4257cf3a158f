"""The values of domain/angebotsdaten.py in words, for differences that staff and providers read. German."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.dateparse import parse_date, parse_datetime, parse_time
from django.utils.formats import date_format, number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from angebote.domain.angebotsdaten import (
    get_bezug,
    get_teilmodell,
    list_felder,
    list_mengen,
    list_namen,
    list_teile,
    list_teilfelder,
)
from angebote.models import Angebot
from pankow_einsamkeit.lib.kalender import BERLIN

Aenderungen = Mapping[str, Mapping[str, Any]]
CENT = "betrag_cent"


@dataclass(frozen=True)
class Feldaenderung:
    """One name that differs. alt and neu: lines of text, empty where nothing is said."""

    name: str
    titel: str
    alt: list[str]
    neu: list[str]


@dataclass(frozen=True)
class Namensliste:
    """What the records are called that values point to, by model and key; what is missing was deleted."""

    namen: Mapping[type[models.Model], Mapping[int, str]] = field(default_factory=dict)

    def get(self, modell: type[models.Model], pk: int) -> str:
        return self.namen.get(modell, {}).get(pk) or _("gelöschter Eintrag")


def build_feldaenderungen(
    aenderungen: Aenderungen, *, modell: type[models.Model] = Angebot, namensliste: Namensliste | None = None
) -> list[Feldaenderung]:
    """In the order of the page. namensliste: of load_namensliste, where many are built at once."""
    if namensliste is None:
        namensliste = load_namensliste([aenderungen], modell=modell)
    return [
        Feldaenderung(
            name=name,
            titel=get_feldtitel(name, modell),
            alt=describe_wert(name, aenderungen[name]["alt"], modell=modell, namensliste=namensliste),
            neu=describe_wert(name, aenderungen[name]["neu"], modell=modell, namensliste=namensliste),
        )
        for name in list_namen(modell)
        if name in aenderungen
    ]


def load_namensliste(aenderungen: Iterable[Aenderungen], *, modell: type[models.Model] = Angebot) -> Namensliste:
    """At most one query for each model that records of `modell` and their rows point to, however many differences."""
    gesucht: dict[type[models.Model], set[int]] = defaultdict(set)
    for eine in aenderungen:
        for ziel, pks in _iterate_bezuege(eine, modell):
            gesucht[ziel].update(pks)
    return Namensliste(
        {
            ziel: {eintrag.pk: str(eintrag) for eintrag in ziel._default_manager.filter(pk__in=pks).order_by()}
            for ziel, pks in gesucht.items()
            if pks
        }
    )


def _iterate_bezuege(aenderungen: Aenderungen, modell: type[models.Model]) -> Iterator[tuple[Any, set[int]]]:
    for feld in list_felder(modell):
        if isinstance(feld, models.ForeignKey) and feld.name in aenderungen:
            yield get_bezug(feld), {wert for wert in aenderungen[feld.name].values() if wert is not None}
    for menge in list_mengen(modell):
        if menge.name in aenderungen:
            yield get_bezug(menge), {pk for wert in aenderungen[menge.name].values() for pk in wert or ()}
    for name in set(list_teile(modell)) & aenderungen.keys():
        zeilen = [zeile for wert in aenderungen[name].values() for zeile in wert or ()]
        for feld in list_teilfelder(get_teilmodell(name, modell)):
            if isinstance(feld, models.ForeignKey):
                yield get_bezug(feld), {zeile[feld.name] for zeile in zeilen if zeile.get(feld.name) is not None}


def get_feldtitel(name: str, modell: type[models.Model] = Angebot) -> str:
    if name in list_teile(modell):
        return str(get_teilmodell(name, modell)._meta.verbose_name_plural)
    return capfirst(str(modell._meta.get_field(name).verbose_name))  # type: ignore[union-attr]


def describe_wert(
    name: str, wert: Any, *, modell: type[models.Model] = Angebot, namensliste: Namensliste | None = None
) -> list[str]:
    """One line per value; rows and lists one line each."""
    if namensliste is None:
        namensliste = load_namensliste([{name: {"wert": wert}}], modell=modell)
    if name in list_teile(modell):
        return [describe_zeile(get_teilmodell(name, modell), zeile, namensliste) for zeile in wert or ()]
    feld = modell._meta.get_field(name)
    if isinstance(feld, models.ManyToManyField):
        return sorted(namensliste.get(get_bezug(feld), pk) for pk in wert or ())
    if isinstance(feld, models.ForeignKey):
        return [namensliste.get(get_bezug(feld), wert)] if wert is not None else []
    text = describe_feld(feld, wert)  # type: ignore[arg-type]
    return text.splitlines()


def describe_zeile(modell: type[models.Model], zeile: Mapping[str, Any], namensliste: Namensliste) -> str:
    """What a row says, without what it leaves at its default."""
    teile = []
    for feld in list_teilfelder(modell):
        wert = zeile.get(feld.name)
        if isinstance(feld, models.ForeignKey) and wert is not None:
            text = namensliste.get(get_bezug(feld), wert)
        else:
            text = describe_feld(feld, wert)
        if text and (not feld.has_default() or wert != feld.get_default() or feld.choices):
            titel = _("Betrag") if feld.name == CENT else capfirst(str(feld.verbose_name))
            teile.append(f"{titel}: {text}")
    return "; ".join(teile)


def describe_feld(feld: models.Field[Any, Any], wert: Any) -> str:
    if wert is None or wert == "":
        return ""
    if feld.name.endswith("_cent"):
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
    if isinstance(feld, models.DecimalField) and wert is not None:
        return number_format(wert)
    if isinstance(feld, models.DateTimeField) and (zeitpunkt := parse_datetime(str(wert))):
        return _("%(wann)s Uhr") % {"wann": date_format(zeitpunkt.astimezone(BERLIN), "j. F Y, H:i")}
    if isinstance(feld, models.DateField) and (datum := parse_date(str(wert))):
        return date_format(datum, "j. F Y")
    if isinstance(feld, models.TimeField) and (uhrzeit := parse_time(str(wert))):
        return f"{uhrzeit:%H:%M}"
    return str(wert)
