"""What people looked for and did not find: bare counts per month, and no small number leaves this module."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import F

from angebote.choices import Tageszeit
from angebote.models import Kategorie, Kiez, Suchluecke

MINDESTZAHL = 5  # a smaller number could be read as one person's wish


@dataclass(frozen=True)
class Luecke:
    """One row as staff may see it; kiez, kategorie and tageszeit as Suchluecke holds them.

    anzahl: None below MINDESTZAHL.
    """

    monat: str
    kiez: str
    kategorie: str
    tageszeit: str
    anzahl: int | None


@dataclass(frozen=True)
class Lueckensumme:
    """Made of what the rows show and nothing else, so that no hidden number follows from a sum.

    mindestens: the shown numbers and one for each row below MINDESTZAHL. ist_genau: no such row.
    """

    mindestens: int
    ist_genau: bool


@transaction.atomic
def count_luecke(*, kiez: str, kategorie: str, tageszeit: str, heute: date) -> None:
    """One more for this month. What is no known Kiez, category or time of day counts as not chosen.

    So a month never holds more rows than there are combinations, whoever sends what. No count is lost when several
    people click at once.
    """
    zeile, _neu = Suchluecke.objects.get_or_create(
        monat=f"{heute:%Y-%m}",
        kiez=kiez if Kiez.objects.filter(slug=kiez).exists() else "",
        kategorie=kategorie if Kategorie.objects.filter(slug=kategorie).exists() else "",
        tageszeit=tageszeit if tageszeit in Tageszeit.values else "",
    )
    Suchluecke.objects.filter(pk=zeile.pk).update(anzahl=F("anzahl") + 1)


def list_luecken(*, monat: str | None = None, kiez: str | None = None) -> list[Luecke]:
    """One query. Newest month first, then by Kiez; inside it shown numbers from high to low, the hidden ones by name.

    None stands for all; an empty kiez for those who chose none.
    """
    zeilen = Suchluecke.objects.filter(anzahl__gt=0)
    if monat is not None:
        zeilen = zeilen.filter(monat=monat)
    if kiez is not None:
        zeilen = zeilen.filter(kiez=kiez)
    luecken = [_hide_small(zeile) for zeile in zeilen.order_by("kiez", "kategorie", "tageszeit")]
    luecken.sort(key=lambda luecke: (luecke.kiez, -(luecke.anzahl or 0)))
    return sorted(luecken, key=lambda luecke: luecke.monat, reverse=True)


def sum_luecken(luecken: Iterable[Luecke]) -> Lueckensumme:
    zahlen = [luecke.anzahl for luecke in luecken]
    return Lueckensumme(mindestens=sum(zahl or 1 for zahl in zahlen), ist_genau=None not in zahlen)


def list_luecken_monate() -> list[str]:
    """Months with at least one count, newest first. One query."""
    return list(Suchluecke.objects.filter(anzahl__gt=0).order_by("-monat").values_list("monat", flat=True).distinct())


def _hide_small(zeile: Suchluecke) -> Luecke:
    return Luecke(
        monat=zeile.monat,
        kiez=zeile.kiez,
        kategorie=zeile.kategorie,
        tageszeit=zeile.tageszeit,
        anzahl=zeile.anzahl if zeile.anzahl >= MINDESTZAHL else None,
    )
