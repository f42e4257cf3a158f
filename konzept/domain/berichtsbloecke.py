"""The pieces a report is made of, as plain data: HTML, typst and the text document only arrange them.

Everything is a finished sentence or word. `wert` of a bar is a share of the longest in percent.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal, NotRequired, TypedDict

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _


class Absatz(TypedDict):
    art: Literal["absatz"]
    text: str


class Liste(TypedDict):
    art: Literal["liste"]
    punkte: list[str]


class Zwischentitel(TypedDict):
    art: Literal["zwischentitel"]
    text: str


class Tabelle(TypedDict):
    """The first cell of each row names it. zahlen_ab: index of the first column of figures; none: their number."""

    art: Literal["tabelle"]
    titel: str
    spalten: list[str]
    zahlen_ab: int
    zeilen: list[list[str]]


class Balken(TypedDict):
    """stil: "vorher" is drawn as an outline. Without a name it belongs to the bar above it."""

    name: str
    wert: int
    anzeige: str
    stil: NotRequired[Literal["vorher"]]


class Diagramm(TypedDict):
    """alt: what it shows, for those who do not see it; the figures follow as a table."""

    art: Literal["diagramm"]
    titel: str
    alt: str
    balken: list[Balken]


Balkenwert = tuple[str, float | None, str]  # name, value, the value in words; a value nobody knows has no bar
Block = Absatz | Liste | Zwischentitel | Tabelle | Diagramm


class Abschnitt(TypedDict):
    nummer: int
    titel: str
    bloecke: list[Block]


class Angabe(TypedDict):
    name: str
    wert: str


class Dokument(TypedDict):
    kopf: str
    titel: str
    angaben: list[Angabe]
    abschnitte: list[Abschnitt]
    ort_datum: str
    stelle: str
    unterschrift: str


def build_absaetze(text: str, *, leer: str = "") -> list[Block]:
    """One for each paragraph that somebody typed; `leer` where there is none."""
    teile = [" ".join(teil.split()) for teil in text.replace("\r\n", "\n").split("\n\n")]
    gefuellte = [teil for teil in teile if teil] or ([leer] if leer else [])
    return [Absatz(art="absatz", text=teil) for teil in gefuellte]


def build_absatz(text: str) -> Absatz:
    return Absatz(art="absatz", text=text)


def build_zwischentitel(text: str) -> Zwischentitel:
    return Zwischentitel(art="zwischentitel", text=text)


def build_liste(punkte: Iterable[str], *, leer: str) -> Block:
    gefuellte = list(punkte)
    return Liste(art="liste", punkte=gefuellte) if gefuellte else build_absatz(leer)


def build_tabelle(
    titel: str, spalten: Sequence[str], zeilen: Iterable[Sequence[str]], *, zahlen_ab: int | None = None
) -> Tabelle:
    return Tabelle(
        art="tabelle",
        titel=titel,
        spalten=list(spalten),
        zahlen_ab=len(spalten) if zahlen_ab is None else zahlen_ab,
        zeilen=[list(zeile) for zeile in zeilen],
    )


def build_diagramm(titel: str, alt: str, werte: Iterable[Balkenwert]) -> Diagramm:
    return Diagramm(art="diagramm", titel=titel, alt=alt, balken=_build_balken(list(werte)))


def build_vergleichsdiagramm(
    titel: str, alt: str, werte: Iterable[tuple[str, int, int]], *, je_paar: bool = False
) -> Diagramm:
    """werte: name, before, now. Two bars each: an outline for what was, a filled one for what is, and the words too.

    je_paar: each pair has a scale of its own, for figures that count different things.
    """
    paare = [_build_paar(*wert) for wert in werte]
    gruppen = paare if je_paar else [[zeile for paar in paare for zeile in paar]]
    balken = [einer for gruppe in gruppen for einer in _build_balken(gruppe)]
    for einer in balken[::2]:
        einer["stil"] = "vorher"
    return Diagramm(art="diagramm", titel=titel, alt=alt, balken=balken)


def _build_paar(name: str, vorher: int, jetzt: int) -> list[Balkenwert]:
    return [
        (name, vorher, _("vorher %(zahl)s") % {"zahl": format_zahl(vorher)}),
        ("", jetzt, _("jetzt %(zahl)s") % {"zahl": format_zahl(jetzt)}),
    ]


def _build_balken(werte: Sequence[Balkenwert]) -> list[Balken]:
    """On one scale: the longest is the greatest of them."""
    groesster = max((wert for _name, wert, _anzeige in werte if wert), default=0)
    return [
        Balken(name=name, wert=round((wert or 0) * 100 / groesster) if groesster else 0, anzeige=anzeige)
        for name, wert, anzeige in werte
    ]


def format_zahl(zahl: int | None) -> str:
    return _("nicht bekannt") if zahl is None else number_format(zahl, use_l10n=True, force_grouping=True)


def format_wert(wert: str) -> str:
    """An exact figure of an indicator: its decimals only where it has some."""
    zahl = Decimal(wert)
    return number_format(zahl, decimal_pos=0 if zahl == zahl.to_integral_value() else 2, force_grouping=True)


def format_anteil(teil: int, ganzes: int) -> str:
    return f"{round(teil * 100 / ganzes)} %" if ganzes else "–"


def format_unterschied(vorher: int, jetzt: int) -> str:
    unterschied = jetzt - vorher
    return f"{'+' if unterschied > 0 else '−' if unterschied < 0 else '±'}{abs(unterschied)}"


def format_tag(tag: date | str) -> str:
    """date or its ISO form; "" stays empty."""
    if not tag:
        return ""
    return date_format(date.fromisoformat(tag) if isinstance(tag, str) else tag, "j. F Y")


def format_kurz(tag: str) -> str:
    """For narrow columns; "" stays empty."""
    return date_format(date.fromisoformat(tag), "d.m.Y") if tag else ""
